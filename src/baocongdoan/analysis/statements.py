"""What articles say of a measure: the counts of a dataset as statements, each with its repetitions and without its
parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import DatasetError, extra, first_line
from ..records import Qualifier, Status
from .owners import Owner, Seen, owners_of
from .periods import Period
from .questions import Question

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from ..dataset.opened import Dataset

__all__ = ["Key", "Reason", "Row", "Statement", "asking", "meant", "read_statements"]


class Reason(StrEnum):
    """Why a count is not in a total."""

    DIFFERS = "tells another value than the one that was taken"
    PART = "is a part of another count"
    SHORTER = "lies within a longer period of the same organisation"
    OVERLAPS = "shares days with others that were taken"
    COVERED = "is covered by the total of an upper union"
    EARLIER = "is of an earlier day"
    UNDATED = "has no period, and may lie within one that was taken"
    PRICE = "is the price of one thing"
    YEARLY = "recurs every year and belongs to none"
    RATE = "is a rate"


class Row(NamedTuple):
    """A count as the dataset has it; days are ordinals, ``witness`` is the article or the one that it is a copy of."""

    article_id: str
    witness: str
    site: str | None
    published: str | None
    published_day: int | None
    id: str
    quote: str
    value: float
    value_to: float | None
    unit: str
    qualifier: str
    per: str | None
    recurrence: str | None
    part_of: str | None
    repeats: str | None
    organisation: str | None
    first: int | None
    last: int | None
    before: str | None
    after: str | None


class Key(NamedTuple):
    """What makes statements speak of the same result: owner and period. (Measure and status are the question's.)"""

    owner: Owner | None
    period: Period


@dataclass(slots=True, eq=False)
class Statement:
    """What one article says of one result, once: the count that says it best, then those that repeat it.

    ``low`` to ``high`` is what the number may stand for ("hơn 12.000" is 12,000 to 13,000). ``whole`` is the result
    that this one is a part of; ``aside`` says why the statement is none of a result.
    """

    rows: tuple[Row, ...]
    key: Key
    low: float
    high: float
    whole: Key | None = field(default=None)
    aside: Reason | None = field(default=None)

    @property
    def best(self) -> Row:
        """The count that says it most exactly."""
        return self.rows[0]

    def agrees(self, other: Statement) -> bool:
        """Whether both numbers may stand for the same."""
        return self.low <= other.high and other.low <= self.high


_OTHER_QUALIFIERS = {"over": (0, 1), "at_least": (0, 1), "nearly": (1, 0), "at_most": (1, 0), "about": (0.5, 0.5)}


def meant(value: float, value_to: float | None = None, qualifier: str = Qualifier.EXACT) -> tuple[float, float]:
    """From where to where a number may lie: as far as its last digit that is no nought tells, and by half at most.

    >>> meant(12_000, qualifier="over"), meant(12_400, qualifier="nearly"), meant(1_000, qualifier="over")
    ((12000, 13000), (12300, 12400), (1000, 1500.0))
    >>> meant(12_450), meant(15, 20)
    ((12450, 12450), (15, 20))
    """
    if value_to is not None:
        return value, max(value, value_to)
    if qualifier == Qualifier.EXACT:
        return value, value
    digits = str(int(value)) if value == int(value) else "1"
    step = min(10 ** (len(digits) - len(digits.rstrip("0"))), abs(value) / 2)
    below, above = _OTHER_QUALIFIERS.get(qualifier, (0, 0))
    return value - below * step if below else value, value + above * step if above else value


@contextmanager
def asking(dataset: Dataset) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection for questions to a dataset; ``DatasetError`` says it where a file of it is damaged."""
    with extra("datasets", "dataset"):
        import duckdb
    try:
        with dataset.duckdb() as connection:
            yield connection
    except duckdb.Error as error:
        raise DatasetError(
            f"{dataset.path} is damaged ({first_line(error)}): build its inputs again with --repair"
        ) from error


def read_statements(dataset: Dataset, question: Question) -> list[Statement]:
    """All that a dataset says of a measure and status, article after article.

    Only the columns that are needed are read, and of them only the measure's counts and their organisations.
    """
    with asking(dataset) as connection:
        rows, seen = _read(connection, question)
    reader = _Reader(owners_of(seen), question)
    statements: list[Statement] = []
    for _, group in groupby(rows, attrgetter("article_id")):
        statements += _of_article(list(group), reader)
    return statements


_ORDINAL = "date_diff('day', DATE '0001-01-01', {0}) + 1"

_TOLD = f"""
CREATE TEMP TABLE told AS
SELECT article_id, coalesce(duplicate_of, article_id) AS witness, lower(site) AS site, published,
       {_ORDINAL.format("published_day")} AS published_day, id, quote, value, value_to, unit, qualifier, per,
       recurrence, part_of, repeats, organisation, {_ORDINAL.format("first_day")} AS first,
       {_ORDINAL.format("last_day")} AS last, start
FROM facts WHERE kind = 'count' AND measure = $measure AND status = $status AND value IS NOT NULL
"""  # noqa: S608  (no word of a user's)

_BODIES = """
CREATE TEMP TABLE bodies AS
SELECT article_id, name, min(type) AS type, min(level) AS level, min(province_code_before) AS before,
       min(province_code_after) AS after, min(province) AS province
FROM facts
WHERE kind = 'organisation' AND name IN (SELECT DISTINCT organisation FROM told)
GROUP BY article_id, name
"""

_SEEN = """
SELECT organisation, type, level, before, after, province, count(*)
FROM told LEFT JOIN bodies ON bodies.article_id = told.article_id AND name = organisation
WHERE organisation IS NOT NULL GROUP BY ALL
UNION ALL
SELECT name, type, level, before, after, province, count(*) FROM bodies GROUP BY ALL
"""

_ROWS = f"""
SELECT {", ".join(f"told.{name}" for name in Row._fields if name not in ("before", "after"))}, before, after
FROM told LEFT JOIN bodies ON bodies.article_id = told.article_id AND name = organisation
ORDER BY told.article_id, start, id
"""  # noqa: S608


def _read(connection: duckdb.DuckDBPyConnection, question: Question) -> tuple[Sequence[Row], list[Seen]]:
    asked = {"measure": question.measure, "status": question.status.value}
    connection.execute(_TOLD, asked)
    connection.execute(_BODIES)
    seen = [Seen(*row) for row in connection.execute(_SEEN).fetchall()]
    return [Row._make(row) for row in _shared(connection.sql(_ROWS).to_arrow_table())], seen


def _shared(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a table, whose columns mostly hold few values many times: each value is made once."""
    columns = []
    for column in table.columns:
        encoded = column.combine_chunks().dictionary_encode("encode")
        values = encoded.dictionary.to_pylist()
        columns.append([values[place] for place in encoded.indices.to_numpy().tolist()])
    return zip(*columns, strict=True)


class _Reader:
    """Counts as statements; owners and periods that are the same are one object, for there are few of them and
    hundreds of thousands of counts."""

    def __init__(self, owners: Mapping[tuple[str, str | None, str | None], Owner], question: Question) -> None:
        self._owners = owners
        self._question = question
        self._same_period = cache(Period)
        self._same_key = cache(Key)

    def statement(self, row: Row) -> Statement:
        """A count that no other repeats."""
        low, high = meant(row.value, row.value_to, row.qualifier)
        return Statement((row,), self._same_key(self._owner(row), self._period(row)), low, high, None, _aside(row))

    def repeated(self, rows: Sequence[Row]) -> Statement:
        """A count with those that repeat it; the most exact first, which takes from the others what it does not say."""
        spans = [meant(row.value, row.value_to, row.qualifier) for row in rows]
        order = sorted(range(len(rows)), key=lambda place: spans[place][1] - spans[place][0])
        rows = [rows[place] for place in order]
        owner = next(filter(None, map(self._owner, rows)), None)
        period = next((period for period in map(self._period, rows) if period.is_told), _UNTOLD)
        low, high = spans[order[0]]
        return Statement(tuple(rows), self._same_key(owner, period), low, high, None, _aside(rows[0]))

    def _owner(self, row: Row) -> Owner | None:
        return None if row.organisation is None else self._owners[row.organisation, row.before, row.after]

    def _period(self, row: Row) -> Period:
        """The period that a count speaks of, the day if it is a stock.

        What is reported is over when it is published: "từ đầu năm" ends on that day if no other is named.
        """
        if self._question.is_stock:
            return self._same_period(None, row.last)
        first, last = row.first, row.last
        published = row.published_day if self._question.status is Status.REPORTED else None
        if last is None and first is not None and published is not None:
            last = max(first, published)
        return self._same_period(first, last)


_UNTOLD = Period(None, None)


def _of_article(rows: Sequence[Row], reader: _Reader) -> Iterable[Statement]:
    """The statements of one article, in the order of the text."""
    if all(row.repeats is None and row.part_of is None for row in rows):
        return map(reader.statement, rows)
    by_id = {row.id: row for row in rows}
    told: dict[str, list[Row]] = {}
    for row in rows:
        told.setdefault(_followed(row, by_id), []).append(row)
    made = {
        first: reader.repeated(repeated) if len(repeated) > 1 else reader.statement(repeated[0])
        for first, repeated in told.items()
    }
    for statement in made.values():
        for row in statement.rows:
            whole = by_id.get(row.part_of) if row.part_of is not None else None
            if whole is not None and statement.aside is None:
                _tie(statement, made[_followed(whole, by_id)])
    return made.values()


def _followed(row: Row, by_id: Mapping[str, Row]) -> str:
    """The count that a count repeats, and that one repeats, as far as they are of the measure and status."""
    passed = {row.id}
    while row.repeats is not None and row.repeats in by_id and row.repeats not in passed:
        row = by_id[row.repeats]
        passed.add(row.id)
    return row.id


def _tie(part: Statement, whole: Statement) -> None:
    """Have a part be none of a result, or, where it is another's or of another period, one of its own.

    "Liên đoàn Lao động tỉnh X kết nạp 900 đoàn viên, trong đó huyện Y 200": the 200 are a result of Y's, but nothing
    to add to X's.
    """
    if part is whole:
        return
    owner, period = part.key
    if owner is None or not period.is_told or part.key == whole.key:
        part.key, part.aside = whole.key, Reason.PART
    else:
        part.whole = whole.key


def _aside(row: Row) -> Reason | None:
    """Why a count has no sum, if it has none."""
    if row.unit == "%":  # a measure of a user's own may have rates
        return Reason.RATE
    if row.per is not None:
        return Reason.PRICE
    return Reason.YEARLY if row.recurrence is not None else None
