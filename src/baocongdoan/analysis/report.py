"""What a report on a dataset tells: what was read, and each measure's results and targets with what is behind them.

Of the counts behind a number a report takes a sample and says how many there are: half a million facts would make a
page that nobody can open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from ..records import Status
from .dataset_totals import DatasetTotals, GroupTotal, in_order, told_measures, totals_by
from .questions import Grouping, Map, Question, Rule, check_measure, has_no_sum
from .reconciling import Result
from .statements import Key, Reason, Row, Statement, asking

if TYPE_CHECKING:
    import duckdb

    from ..dataset.opened import Dataset

__all__ = [
    "Breakdown",
    "Conflict",
    "Evidence",
    "Figure",
    "MeasureReport",
    "Overview",
    "Report",
    "ReportRow",
    "Sample",
    "Source",
    "report_of",
]

SAMPLE = 20
"""How many counts a report keeps of those that are behind a number, and as many of those that were not added."""

_MOST_MEASURES = 40
_MOST_ROWS = 100
_MOST_CONFLICTS = 10
_MOST_NEWSPAPERS = 15


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was published; null where the page doesn't say."""

    url: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A count behind a number: its quote, its article, whose and of when it is (ISO days), and why it was not added."""

    quote: str
    value: float
    article_id: str
    site: str | None
    published: str | None
    owner: str | None
    first_day: str | None
    last_day: str | None
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """The first of ``of`` counts."""

    shown: tuple[Evidence, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what is behind it; ``value`` is null where there was nothing to add up."""

    value: float | None
    results: int
    witnesses: int
    conflicts: int
    used: Sample
    not_used: Sample


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What was reported and what was wanted, side by side; null where nothing tells of it."""

    label: str
    result: Figure | None
    target: Figure | None

    @property
    def results(self) -> int:
        """How many results and targets were added up in it."""
        return sum(figure.results for figure in (self.result, self.target) if figure is not None)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The rows of a grouping, and how many more there are."""

    by: Grouping
    rows: tuple[ReportRow, ...]
    more: int

    def with_rows(self, most: int) -> Breakdown:
        """The same with so many rows at most: those with most results, in their order."""
        if len(self.rows) <= most:
            return self
        kept = set(sorted(range(len(self.rows)), key=lambda place: -self.rows[place].results)[:most])
        rows = tuple(row for place, row in enumerate(self.rows) if place in kept)
        return replace(self, rows=rows, more=self.more + len(self.rows) - most)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A result of which articles tell different values: the one that was taken, and the others with their witnesses."""

    owner: str | None
    first_day: str | None
    last_day: str | None
    figure: Figure
    rejected: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class MeasureReport:
    """All of one measure; ``counts`` is how many counts the dataset has of it, whatever their status."""

    measure: str
    counts: int
    by_year: Breakdown
    by_province: Breakdown
    conflicts: tuple[Conflict, ...]
    more_conflicts: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What was read; ``first_day`` and ``last_day`` are the days of publication between which the articles lie.

    ``newspapers`` are the hosts with most articles, of ``of_newspapers``; ``duplicates`` are near copies among the
    ``articles``, ``repeated`` pages that were left out, for their article was there already.
    """

    articles: int
    duplicates: int
    repeated: int
    skipped: int
    facts: int
    counts: int
    first_day: str | None
    last_day: str | None
    undated: int
    newspapers: tuple[tuple[str | None, int], ...]
    of_newspapers: int


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report tells; ``sources`` are of the articles that it quotes.

    ``left_out`` are the measures of the dataset that are not in it, with their counts: rates and what else has no sum,
    and those behind the most told ones.
    """

    dataset: str
    map: Map | None
    rule: Rule
    overview: Overview
    measures: tuple[MeasureReport, ...]
    left_out: Mapping[str, int]
    sources: Mapping[str, Source]

    def with_rows(self, most: int) -> Report:
        """The same with so many rows a table at most."""
        measures = (
            replace(part, by_year=part.by_year.with_rows(most), by_province=part.by_province.with_rows(most))
            for part in self.measures
        )
        return replace(self, measures=tuple(measures))


def report_of(
    dataset: Dataset,
    measures: Sequence[str] = (),
    *,
    map: str | None = None,
    rule: str = Rule.LATEST,
    official: Iterable[str] = (),
) -> Report:
    """The report on a dataset: of the measures that are named, or of the most told ones.

    Raises ``QuestionError`` where a measure, the map or the rule is not known.
    """
    official = [official] if isinstance(official, str) else list(official)
    told = told_measures(dataset)
    named = tuple(dict.fromkeys(measures)) or tuple(
        islice((name for name in told if not has_no_sum(name)), _MOST_MEASURES)
    )
    questions = [Question.asked(name, map=map, rule=rule, official=official) for name in named]
    for question in questions:
        check_measure(question.measure, told)
    asked = Question.asked("members_admitted", map=map, rule=rule)  # so that a wrong word is told without measures, too
    parts = tuple(_measure(dataset, question, told.get(question.measure, 0)) for question in questions)
    with asking(dataset) as connection:
        return Report(
            dataset=str(dataset.path),
            map=asked.map,
            rule=asked.rule,
            overview=_overview(connection, told),
            measures=parts,
            left_out={name: counts for name, counts in told.items() if name not in named},
            sources=_sources(connection, {each.article_id for part in parts for each in _quoted(part)}),
        )


# ---- what was read --------------------------------------------------------------------------------------------------


def _overview(connection: duckdb.DuckDBPyConnection, told: Mapping[str, int]) -> Overview:
    articles = connection.execute(
        "SELECT count(*), count(duplicate_of), min(published_day)::VARCHAR, max(published_day)::VARCHAR, "
        "count(*) FILTER (published_day IS NULL), count(DISTINCT site) FROM articles"
    ).fetchone()
    repeated, skipped, facts = (
        _number(connection, question)
        for question in (
            "SELECT count(*) FROM pages WHERE outcome = 'duplicate'",
            "SELECT count(*) FROM skipped",
            "SELECT count(*) FROM facts",
        )
    )
    newspapers = connection.execute(
        "SELECT site, count(*) AS told FROM articles GROUP BY site ORDER BY told DESC, site NULLS LAST LIMIT ?",
        [_MOST_NEWSPAPERS],
    ).fetchall()
    assert articles is not None  # noqa: S101  (an aggregate has a row)
    number, duplicates, first, last, undated, of_newspapers = articles
    return Overview(
        articles=number,
        duplicates=duplicates,
        repeated=repeated,
        skipped=skipped,
        facts=facts,
        counts=sum(told.values()),
        first_day=first,
        last_day=last,
        undated=undated,
        newspapers=tuple((site, told) for site, told in newspapers),
        of_newspapers=of_newspapers,
    )


def _number(connection: duckdb.DuckDBPyConnection, question: str) -> int:
    found = connection.execute(question).fetchone()
    return int(found[0]) if found is not None else 0


def _sources(connection: duckdb.DuckDBPyConnection, articles: Iterable[str]) -> dict[str, Source]:
    found = connection.execute(
        "SELECT article_id, any_value(url), any_value(title) FROM facts "
        "WHERE article_id IN (SELECT unnest(?::VARCHAR[])) GROUP BY article_id",
        [sorted(articles)],
    ).fetchall()
    return {article: Source(url, title) for article, url, title in found}


# ---- a measure ------------------------------------------------------------------------------------------------------

_GROUPINGS = ((Grouping.YEAR,), (Grouping.PROVINCE,))


def _measure(dataset: Dataset, question: Question, counts: int) -> MeasureReport:
    results = totals_by(dataset, question, _GROUPINGS)
    targets = totals_by(dataset, question.of_status(Status.TARGET), _GROUPINGS)
    by_year, by_province = (_breakdown(*both) for both in zip(results, targets, strict=True))
    conflicts = sorted(
        (result for row in results[0] for result in row.sum.taken if result.rejected),
        key=lambda result: -sum(witnesses for _, witnesses in result.rejected),
    )
    return MeasureReport(
        question.measure,
        counts,
        by_year,
        by_province,
        tuple(map(_conflict, conflicts[:_MOST_CONFLICTS])),
        max(0, len(conflicts) - _MOST_CONFLICTS),
    )


def _breakdown(results: DatasetTotals, targets: DatasetTotals) -> Breakdown:
    """Results and targets side by side, in the order that totals have."""
    reported, wanted = ({row.group[0]: row for row in totals} for totals in (results, targets))
    rows = (
        ReportRow(label, _figure(reported.get(label)), _figure(wanted.get(label)))
        for label in in_order({*reported, *wanted})
    )
    return Breakdown(results.question.by[0], tuple(rows), 0).with_rows(_MOST_ROWS)


def _figure(total: GroupTotal | None) -> Figure | None:
    if total is None:
        return None
    largest_first = sorted(total.sum.taken, key=lambda result: -result.value)
    return Figure(
        total.value,
        total.results,
        total.witnesses,
        total.conflicts,
        _sample(each for result in largest_first for each in _told(result.taken)),
        _sample(_not_added(total)),
    )


def _conflict(result: Result) -> Conflict:
    used, not_used = _sample(_told(result.taken)), _sample(_told(result.differing, Reason.DIFFERS))
    figure = Figure(result.value, 1, len(result.witnesses), 1, used, not_used)
    first, last = _days(result.key)
    return Conflict(_owner(result.key), first, last, figure, result.rejected)


# ---- what is behind a number ----------------------------------------------------------------------------------------


_Told = tuple[Key, Row, Reason | None]


def _told(statements: Iterable[Statement], why: Reason | None = None) -> Iterator[_Told]:
    return ((statement.key, row, why) for statement in statements for row in statement.rows)


def _not_added(total: GroupTotal) -> Iterator[_Told]:
    """The counts that are not in a total: what differs, what others hold, what has no sum."""
    for result in total.sum.taken:
        yield from _told(result.differing, Reason.DIFFERS)
    for left in total.sum.left_out:
        yield from _told((*left.result.taken, *left.result.differing), left.reason)
    for statement in total.aside:
        yield from _told([statement], statement.aside)


def _sample(counts: Iterable[_Told]) -> Sample:
    counts = iter(counts)
    shown = tuple(_evidence(*each) for each in islice(counts, SAMPLE))
    return Sample(shown, len(shown) + sum(1 for _ in counts))


def _evidence(key: Key, row: Row, why: Reason | None) -> Evidence:
    first, last = _days(key)
    return Evidence(row.quote, row.value, row.article_id, row.site, row.published, _owner(key), first, last, why)


def _owner(key: Key) -> str | None:
    return key.owner.name if key.owner is not None else None


def _days(key: Key) -> tuple[str | None, str | None]:
    first, last = (None if day is None else date.fromordinal(day).isoformat() for day in key.period)
    return first, last


def _quoted(part: MeasureReport) -> Iterator[Evidence]:
    rows = (row for breakdown in (part.by_year, part.by_province) for row in breakdown.rows)
    figures = [figure for row in rows for figure in (row.result, row.target) if figure is not None]
    for figure in (*figures, *(conflict.figure for conflict in part.conflicts)):
        yield from figure.used.shown
        yield from figure.not_used.shown
