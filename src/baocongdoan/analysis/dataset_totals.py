"""Totals over many articles: a dataset's counts as one table that says how each number came about."""

from __future__ import annotations

import gc
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ..dataset.data_frames import as_pandas, as_polars
from .adding import Sum, add
from .owners import COUNTRY, Owner
from .periods import UNKNOWN, Period
from .questions import Grouping, Question, check_measure
from .reconciling import Result, reconcile
from .statements import Key, Row, Statement, asking, read_statements
from .wording import how, why_left_out, why_not_taken

if TYPE_CHECKING:
    import pandas
    import polars

    from ..dataset.opened import Dataset

__all__ = [
    "DatasetTotals",
    "GroupTotal",
    "NotUsed",
    "in_order",
    "no_collecting",
    "told_measures",
    "totals_by",
    "totals_of",
]

OTHER_BODIES = "other"
"""The label of organisations that are none of the levels of the trade unions."""

_FACT = {"article_id": pa.string(), "id": pa.string(), "value": pa.float64(), "quote": pa.string()}
_COLUMNS = {
    "value": pa.float64(),
    "results": pa.int64(),
    "witnesses": pa.int64(),
    "conflicts": pa.int64(),
    "how": pa.string(),
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
        return [NotUsed(row, why) for rows, why in _left_aside(self) for row in rows]


@dataclass(frozen=True, slots=True)
class DatasetTotals:
    """The answer to a question: a row for each group in which something is told, in the order of the labels."""

    question: Question
    rows: tuple[GroupTotal, ...]

    def __iter__(self) -> Iterator[GroupTotal]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        by = ", ".join(grouping.value for grouping in self.question.by) or "nothing"
        return f"<DatasetTotals of {self.question.measure} by {by}: {len(self)} rows>"

    def _repr_html_(self) -> str:
        """How a notebook shows them: a row for each group, with how its number came about."""
        from ..views.overview import table
        from ..views.summary import number

        summary = self.summary()
        rows = [
            [number(cell) if isinstance(cell, float) else cell for cell in row.values()] for row in summary.to_pylist()
        ]
        return table(repr(self).strip("<>"), summary.column_names, rows)

    def arrow(self) -> pa.Table:
        """The rows as Arrow has them: the groupings, ``value``, ``results``, ``witnesses``, ``conflicts``, ``how``, and
        the counts ``used`` and ``not_used`` (``article_id``, ``id``, ``value``, ``quote``, and ``why`` not)."""
        not_used = [list(_left_aside(row)) for row in self.rows]
        columns = self._plain() | {
            "used": _facts_of([row.used for row in self.rows]),
            "not_used": _facts_of(
                [[count for counts, _ in of_total for count in counts] for of_total in not_used],
                [why for of_total in not_used for counts, why in of_total for _ in counts],
            ),
        }
        return pa.table(columns)

    def summary(self) -> pa.Table:
        """The rows as ``arrow`` has them, without the counts that are behind them: much less where these are many."""
        return pa.table(self._plain())

    def pandas(self) -> pandas.DataFrame:
        """The rows as a pandas data frame."""
        return as_pandas(self.arrow())

    def polars(self) -> polars.DataFrame:
        """The rows as a polars data frame."""
        return as_polars(self.arrow())

    def _plain(self) -> dict[str, pa.Array]:
        """The columns with one word or number a row."""
        labels = {name.value: [row.group[place] for row in self.rows] for place, name in enumerate(self.question.by)}
        return {name: pa.array(column, pa.string()) for name, column in labels.items()} | {
            name: pa.array([getattr(row, name) for row in self.rows], type_) for name, type_ in _COLUMNS.items()
        }


def _facts_of(rows: Sequence[Sequence[Row]], why: Sequence[str] | None = None) -> pa.Array:
    """The counts of each total as a list of structs; column by column, for there may be hundreds of thousands."""
    counts = [count for of_total in rows for count in of_total]
    columns = {name: pa.array(map(attrgetter(name), counts), type_) for name, type_ in _FACT.items()}
    if why is not None:
        columns["why"] = pa.array(why, pa.string())
    ends = pa.array(accumulate(map(len, rows), initial=0), pa.int32())
    return pa.ListArray.from_arrays(ends, pa.StructArray.from_arrays(columns.values(), columns.keys()))


def totals_of(dataset: Dataset, question: Question) -> DatasetTotals:
    """The totals that a question asks for.

    Raises ``QuestionError`` where neither the lexicon nor the dataset has its measure.
    """
    [totals] = totals_by(dataset, question, [question.by])
    if not totals.rows:
        check_measure(question.measure, told_measures(dataset))
    return totals


def totals_by(
    dataset: Dataset, question: Question, groupings: Iterable[tuple[Grouping, ...]]
) -> tuple[DatasetTotals, ...]:
    """The totals of a question by other groupings than its own, one after the other; its counts are read once."""
    with no_collecting():
        statements = read_statements(dataset, question)
        results = reconcile(statements, question)
        aside = [statement for statement in statements if statement.aside is not None]
        return tuple(_grouped(results, aside, replace(question, by=by)) for by in groupings)


@contextmanager
def no_collecting() -> Iterator[None]:
    """No look-out for garbage: hundreds of thousands of statements are made at once and all kept, and the collector
    would go through them again and again, which takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _grouped(results: Iterable[Result], aside: Iterable[Statement], question: Question) -> DatasetTotals:
    groups: defaultdict[tuple[Any, ...], tuple[list[Result], list[Statement]]] = defaultdict(lambda: ([], []))
    label = partial(_group, question=question)
    for result in results:
        groups[label(result.key)][0].append(result)
    for statement in aside:
        groups[label(statement.key)][1].append(statement)
    labels = _labels(groups, question)
    rows = [
        GroupTotal(labels[group], add(own, is_stock=question.is_stock), tuple(apart), question)
        for group, (own, apart) in groups.items()
    ]
    return DatasetTotals(question, tuple(sorted(rows, key=lambda row: [_order(name) for name in row.group])))


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


def in_order(labels: Iterable[str]) -> list[str]:
    """Labels in the order that totals have them.

    >>> in_order(["unknown", "Đắk Lắk", "Hà Nội", "whole country"])
    ['Đắk Lắk', 'Hà Nội', 'whole country', 'unknown']
    """
    return sorted(labels, key=_order)


def _order(label: str) -> tuple[int, str]:
    """Labels in the order of the alphabet, with the whole country and what is unknown behind them."""
    plain = unicodedata.normalize("NFD", label.lower().replace("đ", "dzz"))
    return (label == UNKNOWN) * 2 + (label == COUNTRY), plain


def _left_aside(total: GroupTotal) -> Iterator[tuple[tuple[Row, ...], str]]:
    """The counts that are not in a total and why, those together that share the reason."""
    for result in total.sum.taken:
        if result.differing:
            why = why_not_taken(result)
            for statement in result.differing:
                yield statement.rows, why
    for left in total.sum.left_out:
        why = why_left_out(left)
        for statement in (*left.result.taken, *left.result.differing):
            yield statement.rows, why
    for statement in total.aside:
        yield statement.rows, statement.aside.value if statement.aside is not None else ""
