"""What a time expression says by itself: typed points with missing parts, made from a match's groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct

from ..lexicon.loader import Entry, load
from ..records import Granularity

__all__ = ["Expression", "Point", "Relation", "halves", "normalise"]


class Relation(StrEnum):
    """What a point without figures is counted from."""

    YEAR = "year"  # the year spoken of, moved by `shift` years
    MONTH = "month"  # the article's month, moved by `shift` months
    DAY = "day"  # the article's day; `phrase` says how far away, in words that dateparser knows
    WEEKDAY = "weekday"  # day number `shift` of a week (0 is Monday), `phrase` says which week
    SAME_DAY = "same_day"  # the day spoken of last
    SCHOOL_YEAR = "school_year"  # the school year spoken of last, else the article's; `shift` 1 is the year it ends in
    LUNAR = "lunar"  # a day of the lunar calendar, of which this library has none
    TERM_BEGINS = "term_begins"  # the first year of the term of office spoken of last
    TERM_HALVES = "term_halves"  # the last year of the first half of that term, moved by `shift` years
    TERM_ENDS = "term_ends"  # the last year of that term


class Point(Struct, frozen=True):
    """A day, month or year of which the text may leave parts unsaid.

    ``Point(2024, 6)`` is June 2024, ``Point(month=6)`` a June whose year the context must tell.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    relation: Relation | None = None
    shift: int = 0
    phrase: str | None = None


class Expression(Struct, frozen=True):
    """From the first day of ``first`` to the last day of ``last``; a missing point is an open side."""

    granularity: Granularity
    first: Point | None
    last: Point | None

    @classmethod
    def of(cls, granularity: Granularity, point: Point) -> Expression:
        """The expression that is one point.

        >>> Expression.of(Granularity.YEAR, Point(2024)).last
        Point(year=2024, month=None, day=None, relation=None, shift=0, phrase=None)
        """
        return cls(granularity, point, point)

    @property
    def is_counted_from_now(self) -> bool:
        """Whether it is counted from the article's day ("hôm nay", "thứ Năm tuần trước")."""
        return self.first is not None and self.first.relation in (Relation.DAY, Relation.WEEKDAY)


def normalise(entry: Entry, told: Mapping[str, str | None]) -> Expression | None:
    """What a finding entry's groups say; nothing where their figures are no date (31 June, year 2030 - 2020)."""
    return _SHAPES[entry.values["shape"]](_Groups(entry, told))


class _Groups(Struct, frozen=True):
    """The groups of a match, read as numbers."""

    entry: Entry
    told: Mapping[str, str | None]

    def __getitem__(self, name: str) -> str | None:
        return self.told.get(name)

    def number(self, name: str) -> int | None:
        digits = self[name]
        return int(digits) if digits else None

    @property
    def year(self) -> int | None:
        year = self.number("y")
        return year + 2000 if year is not None and year < 100 else year

    @property
    def month(self) -> int | None:
        name = self["mname"]
        if name is None:
            return self.number("m")
        place = load("dates").lists["month_name"].index(name)
        return min(max(place, 1), 12)  # the lunar "giêng" and "chạp" stand around the twelve numbers

    def point(self, month: int | None = None, day: int | None = None) -> Point:
        """A point in the year that the match names, or names by a relative word, or leaves unsaid."""
        if day is not None and self["mname"] in load("dates").lists["lunar_name"]:
            return Point(None, month, day, Relation.LUNAR)
        if self.year is None and self["rel"]:
            return Point(None, month, day, Relation.YEAR, _shift(self["rel"]))
        return Point(self.year, month, day)


@cache
def _shifts() -> dict[str, int]:
    return {word: entry.values["shift"] for entry in load("dates").entries for word in entry.values.get("words", ())}


def _shift(word: str | None) -> int:
    return _shifts().get(word or "", 0)


def _number(word: str) -> int:
    names = load("dates").lists["number_name"]
    return names.index(word) + 1 if word in names else int(word)


_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _day(groups: _Groups) -> Expression | None:
    day, month = groups.number("d"), groups.month
    if day is None or month is None or day > _MONTH_DAYS[month - 1]:
        return None
    return Expression.of(Granularity.DAY, groups.point(month, day))


def _days(groups: _Groups) -> Expression | None:
    day, day_to, month = groups.number("d"), groups.number("d2"), groups.month
    if day is None or day_to is None or month is None or day >= day_to or day_to > _MONTH_DAYS[month - 1]:
        return None
    return Expression(Granularity.RANGE, groups.point(month, day), groups.point(month, day_to))


def _anniversary(groups: _Groups) -> Expression | None:
    day, month, year, year_to = (groups.number(name) for name in ("d", "m", "y", "y2"))
    return Expression(Granularity.RANGE, Point(year, month, day), Point(year_to, month, day))


def _month(groups: _Groups) -> Expression:
    return Expression.of(Granularity.MONTH, groups.point(groups.month))


def _months(groups: _Groups) -> Expression | None:
    first, last = groups.month, groups.number("m2")
    if first is None or last is None or first >= last:
        return None
    return Expression(Granularity.RANGE, groups.point(first), groups.point(last))


def _half_month(groups: _Groups) -> Expression:
    if groups["edge"] == "đầu":
        return Expression(Granularity.RANGE, groups.point(groups.month, 1), groups.point(groups.month, 15))
    return Expression(Granularity.RANGE, groups.point(groups.month, 16), groups.point(groups.month))


def _relative_month(groups: _Groups) -> Expression:
    return Expression.of(Granularity.MONTH, Point(relation=Relation.MONTH, shift=_shift(groups["rel"])))


def _quarter_number(name: str | None) -> int:
    lists = load("dates").lists
    ordinals = ("quarter_first", "quarter_second", "quarter_third", "quarter_fourth")
    return next(number for number, ordinal in enumerate(ordinals, 1) if name in lists[ordinal])


def _quarter(groups: _Groups) -> Expression | None:
    first = _quarter_number(groups["q"])
    last = _quarter_number(groups["q2"] or groups["q"])
    if last < first:
        return None
    granularity = Granularity.QUARTER if first == last else Granularity.RANGE
    return Expression(granularity, groups.point(3 * first - 2), groups.point(3 * last))


def _first_months(groups: _Groups) -> Expression:
    count = _number(groups["n"] or "")
    granularity = {3: Granularity.QUARTER, 6: Granularity.HALF}.get(count, Granularity.RANGE)
    if groups["edge"] == "cuối":
        return Expression(granularity, groups.point(13 - count), groups.point(12))
    return Expression(granularity, groups.point(1), groups.point(count))


def _half_year(groups: _Groups) -> Expression:
    start = 1 if groups["edge"] in (None, "đầu") else 7
    return Expression(Granularity.HALF, groups.point(start), groups.point(start + 5))


def halves(first: int, last: int) -> int:
    """The last year of the first half of a term.

    >>> halves(2018, 2023)
    2020
    """
    return (first + last) // 2


def _half_term(groups: _Groups) -> Expression | None:
    first, last = groups.number("y"), groups.number("y2")
    is_second = groups["edge"] in ("cuối", "sau")
    if first is None or last is None:
        if is_second:
            return Expression(Granularity.HALF, Point(relation=Relation.TERM_HALVES, shift=1), _TERM_ENDS)
        return Expression(Granularity.HALF, _TERM_BEGINS, Point(relation=Relation.TERM_HALVES))
    middle = halves(first, last)
    if is_second:
        return Expression(Granularity.HALF, Point(middle + 1), Point(last))
    return Expression(Granularity.HALF, Point(first), Point(middle))


def _years(granularity: Granularity) -> Callable[[_Groups], Expression | None]:
    def between(groups: _Groups) -> Expression | None:
        first, last = groups.number("y"), groups.number("y2")
        if first is None or last is None or first >= last:
            return None
        return Expression(granularity, Point(first), Point(last))

    return between


def _school_year(groups: _Groups) -> Expression | None:
    first, last = groups.number("y"), groups.number("y2")
    if first is None or last is None or first >= last:
        return None
    return Expression(Granularity.SCHOOL_YEAR, Point(first, 9), Point(last, 5))


def _relative_school_year(groups: _Groups) -> Expression:
    shift = _shift(groups["rel"])
    first = Point(month=9, relation=Relation.SCHOOL_YEAR, shift=shift)
    return Expression(Granularity.SCHOOL_YEAR, first, Point(month=5, relation=Relation.SCHOOL_YEAR, shift=shift + 1))


def _year(groups: _Groups) -> Expression:
    return Expression.of(Granularity.YEAR, groups.point())


def _relative_day(groups: _Groups) -> Expression:
    return Expression.of(Granularity.DAY, Point(relation=Relation.DAY, phrase=groups.entry.values["phrase"]))


def _weekday(groups: _Groups) -> Expression:
    number = load("dates").lists["weekday"].index(groups["wd"] or "")
    number = {12: 6}.get(number, number % 6)  # six names, the same six in figures, then Sunday
    week = groups["rel"] or "vừa qua"  # "hôm thứ Tư" is the last one
    return Expression.of(Granularity.DAY, Point(relation=Relation.WEEKDAY, shift=number, phrase=week))


def _since(point: Point) -> Callable[[_Groups], Expression]:
    return lambda groups: Expression(Granularity.RANGE, point, None)


def _until(point: Point) -> Callable[[_Groups], Expression]:
    return lambda groups: Expression(Granularity.RANGE, None, point)


_THIS_YEAR = Point(relation=Relation.YEAR)
_TERM_BEGINS = Point(relation=Relation.TERM_BEGINS)
_TERM_ENDS = Point(relation=Relation.TERM_ENDS)

_SHAPES: dict[str, Callable[[_Groups], Expression | None]] = {
    "anniversary": _anniversary,
    "bare_years": _years(Granularity.RANGE),
    "day": _day,
    "days": _days,
    "event_year": _year,
    "first_months": _first_months,
    "half_month": _half_month,
    "half_term": _half_term,
    "half_year": _half_year,
    "month": _month,
    "months": _months,
    "period": _years(Granularity.RANGE),
    "quarter": _quarter,
    "relative_day": _relative_day,
    "relative_month": _relative_month,
    "relative_school_year": _relative_school_year,
    "relative_year": _year,
    "same_day": lambda groups: Expression.of(Granularity.DAY, Point(relation=Relation.SAME_DAY)),
    "school_year": _school_year,
    "since_new_year": _since(_THIS_YEAR),
    "since_term_start": _since(_TERM_BEGINS),
    "term": _years(Granularity.TERM),
    "until_term_end": _until(_TERM_ENDS),
    "until_year_end": _until(_THIS_YEAR),
    "weekday": _weekday,
    "year": _year,
}
