"""Totals by measure over articles: what may be added up, and nothing else.

Left out are figures that are wanted or asked for, restatements and parts of other counts, prices, yearly
recurring figures, and measures that have no sum: rates, stocks (members in all) and ``other``. The same event
told in two articles still counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..records import Count, Extraction, Status

__all__ = ["Total", "is_summable", "totals"]

_WITHOUT_SUM = frozenset({"other", "share", "target_rate"})
_STOCK = "_total"


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a measure: of ``statements`` counts in ``articles`` articles (a range counts its lower end)."""

    measure: str
    value: int | float
    statements: int
    articles: int


def is_summable(count: Count) -> bool:
    """Whether a count may be added to others of its measure.

    >>> count = Count(quote="3 lớp", start=0, end=5, measure="training_classes", value=3, unit="lớp")
    >>> from dataclasses import replace
    >>> is_summable(count), is_summable(replace(count, part_of="f1")), is_summable(replace(count, measure="share"))
    (True, False, False)
    """
    return (
        count.status is Status.REPORTED
        and count.part_of is None
        and count.repeats is None
        and count.per is None
        and count.recurrence is None
        and count.measure not in _WITHOUT_SUM
        and not count.measure.endswith(_STOCK)
    )


def totals(extractions: Iterable[Extraction]) -> tuple[Total, ...]:
    """The totals of all measures that were counted, the most often stated first.

    >>> totals([])
    ()
    """
    sums: dict[str, Total] = {}
    for extraction in extractions:
        seen: set[str] = set()
        for count in filter(is_summable, extraction.counts):
            name = count.measure
            old = sums.get(name, Total(name, 0, 0, 0))
            sums[name] = Total(name, old.value + count.value, old.statements + 1, old.articles + (name not in seen))
            seen.add(name)
    return tuple(sorted(sums.values(), key=lambda total: (-total.statements, total.measure)))
