"""Totals over many articles: a dataset's counts as one table that says how each number came about."""

from __future__ import annotations

import gc
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ..dataset.data_frames import as_pandas, as_polars
from .adding import Sum, add
from .owners import COUNTRY, Owner
from .periods import UNKNOWN, Period
from .questions import Grouping, Question, check_measure
from .reconciling import reconcile
from .statements import Key, Row, Statement, asking, read_statements
from .wording import how, why_left_out, why_not_taken

if TYPE_CHECKING:
    import pandas
    import polars

    from ..dataset.opened import Dataset

__all__ = ["DatasetTotals", "GroupTotal", "NotUsed", "told_measures", "totals_of"]

OTHER_BODIES = "other"
"""The label of organisations that are none of the levels of the trade unions."""

_FACT = {"article_id": pa.string(), "id": pa.string(), "value": pa.float64(), "quote": pa.string()}
_COLUMNS = {
    "value": pa.float64(),
    "results": pa.int64(),
    "witnesses": pa.int64(),
    "conflicts": pa.int64(),
    "how": pa.string(),
    "used": pa.list_(pa.struct(_FACT)),
    "not_used": pa.list_(pa.struct(_FACT | {"why": pa.string()})),
}


@dataclass(frozen=True, slots=True)
class NotUsed:
    """A count that is not in a total, and why."""

    row: Row
    why: str


@dataclass(frozen=True, slots=True)
class GroupTotal:
    """One number, and where it comes from.

    ``group`` has the label for each grouping of the question. ``sum`` holds the results that were added up and those
    that were not; ``aside`` what is no result: parts, prices, yearly recurring figures. ``value`` is null where there
    is nothing else.
    """

    group: tuple[str, ...]
    sum: Sum
    aside: tuple[Statement, ...]
    question: Question

    @property
    def value(self) -> float | None:
        """The total, in the measure's unit: things counted, people, or đồng."""
        return self.sum.value if self.sum.taken else None

    @property
    def results(self) -> int:
        """How many results were added up."""
        return len(self.sum.taken)

    @property
    def witnesses(self) -> int:
        """How many articles tell these results, copies counted as the article that they copy."""
        return len(frozenset[str]().union(*(result.witnesses for result in self.sum.taken)))

    @property
    def conflicts(self) -> int:
        """Of how many of these results articles tell different values."""
        return sum(bool(result.rejected) for result in self.sum.taken)

    @property
    def how(self) -> str:
        """How the number came about, in one sentence."""
        return how(self.sum, self.aside, self.witnesses, self.question)

    @property
    def used(self) -> list[Row]:
        """The counts that tell the results that were added up."""
        return [row for result in self.sum.taken for statement in result.taken for row in statement.rows]

    @property
    def not_used(self) -> list[NotUsed]:
        """The other counts of the group, each with the reason."""
        found: list[NotUsed] = []
        for result in self.sum.taken:
            for statement in result.differing:
                found += _not_used(statement, why_not_taken(result, statement))
        for left in self.sum.left_out:
            why = why_left_out(left)
            for statement in (*left.result.taken, *left.result.differing):
                found += _not_used(statement, why)
        for statement in self.aside:
            found += _not_used(statement, statement.aside.value if statement.aside is not None else "")
        return found


@dataclass(frozen=True, slots=True)
class DatasetTotals:
    """The answer to a question: a row for each group in which something is told, in the order of the labels."""

    question: Question
    rows: tuple[GroupTotal, ...]

    def __iter__(self) -> Iterator[GroupTotal]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def arrow(self) -> pa.Table:
        """The rows as Arrow has them: the groupings, ``value``, ``results``, ``witnesses``, ``conflicts``, ``how``, and
        the counts ``used`` and ``not_used`` (``article_id``, ``id``, ``value``, ``quote``, and ``why`` not)."""
        schema = pa.schema({**dict.fromkeys(self.question.by, pa.string()), **_COLUMNS})
        return pa.Table.from_pylist([self._as_dict(row) for row in self.rows], schema)

    def pandas(self) -> pandas.DataFrame:
        """The rows as a pandas data frame."""
        return as_pandas(self.arrow())

    def polars(self) -> polars.DataFrame:
        """The rows as a polars data frame."""
        return as_polars(self.arrow())

    def _as_dict(self, row: GroupTotal) -> dict[str, Any]:
        names = ("value", "results", "witnesses", "conflicts", "how")
        return {
            **dict(zip(self.question.by, row.group, strict=True)),
            **{name: getattr(row, name) for name in names},
            "used": [_fact(each) for each in row.used],
            "not_used": [_fact(each.row) | {"why": each.why} for each in row.not_used],
        }


def totals_of(dataset: Dataset, question: Question) -> DatasetTotals:
    """The totals that a question asks for.

    Raises ``QuestionError`` where neither the lexicon nor the dataset has its measure.
    """
    with _no_collecting():
        rows = _rows(dataset, question)
    if not rows:
        check_measure(question.measure, told_measures(dataset))
    return DatasetTotals(question, tuple(sorted(rows, key=lambda row: [_order(name) for name in row.group])))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """No look-out for garbage: hundreds of thousands of statements are made at once and all kept, and the collector
    would go through them again and again, which takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _rows(dataset: Dataset, question: Question) -> list[GroupTotal]:
    statements = read_statements(dataset, question)
    groups: defaultdict[tuple[Any, ...], tuple[list[Any], list[Statement]]] = defaultdict(lambda: ([], []))
    label = partial(_group, question=question)
    for result in reconcile(statements, question):
        groups[label(result.key)][0].append(result)
    for statement in statements:
        if statement.aside is not None:
            groups[label(statement.key)][1].append(statement)
    labels = _labels(groups, question)
    return [
        GroupTotal(labels[group], add(results, is_stock=question.is_stock), tuple(aside), question)
        for group, (results, aside) in groups.items()
    ]


def told_measures(dataset: Dataset) -> dict[str, int]:
    """The measures that a dataset tells of, and in how many counts, the most told first."""
    with asking(dataset) as connection:
        found = connection.execute(
            "SELECT measure, count(*) AS told FROM facts WHERE kind = 'count' GROUP BY ALL ORDER BY told DESC, measure"
        ).fetchall()
    return {str(measure): int(told) for measure, told in found}


def _group(key: Key, question: Question) -> tuple[Any, ...]:
    """What tells a result's group: labels, and owners for organisations, for two of them may have one name."""
    owner, period = key
    tells: dict[Grouping, Callable[[], Any]] = {
        Grouping.PROVINCE: lambda: UNKNOWN if owner is None else owner.province(question.map),
        Grouping.YEAR: lambda: Period(period.last, period.last).years if question.is_stock else period.years,
        Grouping.ORGANISATION: lambda: owner,
        Grouping.LEVEL: lambda: _level(owner),
    }
    return tuple(tells[grouping]() for grouping in question.by)


def _level(owner: Owner | None) -> str:
    if owner is None or (owner.level is None and owner.type is None):
        return UNKNOWN
    return OTHER_BODIES if owner.level is None else owner.level.value


def _labels(groups: Iterable[tuple[Any, ...]], question: Question) -> dict[tuple[Any, ...], tuple[str, ...]]:
    """The labels of the groups; organisations of the same name are told apart by their province, and that of
    a merged province from its namesake of before."""
    groups = list(groups)
    named: defaultdict[str, set[Owner]] = defaultdict(set)
    for owner in {part for group in groups for part in group if isinstance(part, Owner)}:
        named[owner.name].add(owner)

    def label(part: Any) -> str:
        if part is None:
            return UNKNOWN
        if not isinstance(part, Owner):
            return str(part)
        if len(named[part.name]) == 1:
            return part.name
        is_merged = part.place.after is not None and part.place.before is None
        return f"{part.name} ({part.province(question.map)}{', merged' if is_merged else ''})"

    return {group: tuple(label(part) for part in group) for group in groups}


def _order(label: str) -> tuple[int, str]:
    """Labels in the order of the alphabet, with the whole country and what is unknown behind them."""
    plain = unicodedata.normalize("NFD", label.lower().replace("đ", "dzz"))
    return (label == UNKNOWN) * 2 + (label == COUNTRY), plain


def _not_used(statement: Statement, why: str) -> list[NotUsed]:
    return [NotUsed(row, why) for row in statement.rows]


def _fact(row: Row) -> dict[str, Any]:
    return {"article_id": row.article_id, "id": row.id, "value": row.value, "quote": row.quote}
