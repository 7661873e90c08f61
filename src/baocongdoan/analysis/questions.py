"""What can be asked of a dataset's counts: a measure, groupings, a map of provinces, a rule for conflicts, a status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TypeVar

from ..errors import QuestionError, unknown
from ..facts.measurement.measure_rules import OTHER, STOCKS
from ..lexicon.loader import load
from ..records import Status

__all__ = ["Grouping", "Map", "Question", "Rule", "all_measures", "check_measure", "has_no_sum", "known_measures"]

_Choice = TypeVar("_Choice", bound=StrEnum)


class Grouping(StrEnum):
    """What a total may be broken down by."""

    PROVINCE = "province"
    YEAR = "year"
    ORGANISATION = "organisation"
    LEVEL = "level"


class Map(StrEnum):
    """Which provinces: the 63 of before July 2025, or the 34 since."""

    BEFORE_2025 = "before-2025"
    AFTER_2025 = "after-2025"


class Rule(StrEnum):
    """Whose value is taken where articles tell different ones of the same result.

    ``LATEST``: what was published last. ``OFFICIAL``: what a union's own site says (where several do, the latest of
    them; where none does, the latest of all). ``WITNESSES``: what most articles say (of as many, the latest).
    """

    LATEST = "latest"
    OFFICIAL = "official"
    WITNESSES = "witnesses"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question for totals; ``Question.asked`` makes one of plain words and checks them.

    Without a ``map`` provinces are named as the articles do. ``official`` are the hosts whose word is official under
    that rule; if there are none, all hosts that name a union.
    """

    measure: str
    by: tuple[Grouping, ...] = (Grouping.PROVINCE, Grouping.YEAR)
    map: Map | None = None
    rule: Rule = Rule.LATEST
    status: Status = Status.REPORTED
    official: frozenset[str] = frozenset()

    @classmethod
    def asked(
        cls,
        measure: str,
        by: Iterable[str] = ("province", "year"),
        *,
        map: str | None = None,
        rule: str = Rule.LATEST,
        status: str = Status.REPORTED,
        official: Iterable[str] = (),
    ) -> Question:
        """The question in plain words; ``QuestionError`` says what there is where a word is not known.

        >>> Question.asked("homes", by=["year"]).by, len(Question.asked("homes", by="province,year").by)
        ((<Grouping.YEAR: 'year'>,), 2)
        >>> Question.asked("homes", by=["yaer"])
        Traceback (most recent call last):
        ...
        baocongdoan.errors.QuestionError: no grouping 'yaer': did you mean 'year'? There are province, year, ...
        """
        _refuse_what_has_no_sum(measure)
        names = by.replace(" ", "").split(",") if isinstance(by, str) else tuple(by)
        return cls(
            measure=measure,
            by=tuple(dict.fromkeys(_one_of(Grouping, "grouping", name) for name in names)),
            map=_one_of(Map, "map", map) if map is not None else None,
            rule=_one_of(Rule, "rule", rule),
            status=_one_of(Status, "status", status),
            official=frozenset(_host(site) for site in ((official,) if isinstance(official, str) else official)),
        )

    def of_status(self, status: Status) -> Question:
        """The same question for counts of another status.

        >>> Question.asked("homes").of_status(Status.TARGET).status
        <Status.TARGET: 'target'>
        """
        return replace(self, status=status)

    @property
    def is_stock(self) -> bool:
        """Whether the measure is a stock (members in all): a number of a day, which is never added over time.

        >>> Question.asked("members_total").is_stock, Question.asked("members_admitted").is_stock
        (True, False)
        """
        return self.measure.endswith("_total")


def known_measures() -> tuple[str, ...]:
    """The measures of the lexicon that can be added up, by name.

    >>> "homes" in known_measures(), "share" in known_measures()
    (True, False)
    """
    return tuple(measure for measure in all_measures() if measure not in _WITHOUT_SUM)


@cache
def all_measures() -> tuple[str, ...]:
    """The measures of the lexicon by name, those too that can't be added up.

    >>> "homes" in all_measures(), "share" in all_measures()
    (True, True)
    """
    named = {entry.values.get("measure", entry.name) for entry in load("measures").entries}
    named |= {entry.values["measure"] for entry in load("units").entries if "measure" in entry.values}
    return tuple(sorted(named | set(STOCKS.values()) | _WITHOUT_SUM.keys()))


def check_measure(measure: str, told: Iterable[str]) -> None:
    """Raise ``QuestionError`` where neither the lexicon nor a dataset, which tells of the measures ``told``, knows one.

    >>> check_measure("trees_planted", ["trees_planted"])
    """
    known = sorted({*known_measures(), *told} - _WITHOUT_SUM.keys())
    if measure not in known:
        raise QuestionError(unknown("measure", measure, known))


_WITHOUT_SUM = {
    "share": "is a rate, and rates are not added up: ask for the counts behind it",
    "target_rate": "is a rate, and rates are not added up: ask for the results and for the targets (status 'target')",
    OTHER: "holds counts of different things, which are not added up: add a measure of your own for the one you mean",
}


def has_no_sum(measure: str) -> bool:
    """Whether a measure is none that can be added up: a rate, or ``other``.

    >>> has_no_sum("share"), has_no_sum("homes")
    (True, False)
    """
    return measure in _WITHOUT_SUM


def _refuse_what_has_no_sum(measure: str) -> None:
    if has_no_sum(measure):
        raise QuestionError(
            f"measure {measure!r} {_WITHOUT_SUM[measure]}. Totals can be asked of {', '.join(known_measures())}"
        )


def _one_of(choices: type[_Choice], what: str, name: str) -> _Choice:
    try:
        return choices(name)
    except ValueError:
        raise QuestionError(unknown(what, name, [choice.value for choice in choices])) from None


def _host(site: str) -> str:
    """A site as a dataset names it.

    >>> _host("https://www.congdoan.vn/tin"), _host("congdoan.vn")
    ('congdoan.vn', 'congdoan.vn')
    """
    host = site.strip().lower()
    return host.rpartition("://")[2].partition("/")[0].removeprefix("www.")
