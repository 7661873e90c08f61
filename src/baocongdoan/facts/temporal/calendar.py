"""Calendar arithmetic on points: first and last days, the nearest year, days counted from another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache

from msgspec import structs

from ...lexicon.kept import growing
from ...lexicon.loader import words
from ...mentions.date_expressions import Point

__all__ = [
    "Tense",
    "day_from_phrase",
    "first_day_of",
    "last_day_of",
    "moved_month",
    "nearest_year",
    "weekday_of_week",
]


def first_day_of(point: Point) -> date:
    """The first day of a point whose year is known.

    >>> first_day_of(Point(2024)), first_day_of(Point(2024, 6))
    (datetime.date(2024, 1, 1), datetime.date(2024, 6, 1))
    """
    year, month = point.year or 1, point.month or 1
    return date(year, month, _within(year, month, point.day or 1))


def last_day_of(point: Point) -> date:
    """The last day of a point whose year is known.

    >>> last_day_of(Point(2024)), last_day_of(Point(2024, 2))
    (datetime.date(2024, 12, 31), datetime.date(2024, 2, 29))
    """
    year, month = point.year or 1, point.month or 12
    return date(year, month, _within(year, month, point.day or 31))


def _within(year: int, month: int, day: int) -> int:
    """29 February of a common year is its 28th: the year was a guess, the month was not."""
    return min(day, monthrange(year, month)[1])


class Tense(StrEnum):
    """On which side of publication the words around a day place it."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def nearest_year(point: Point, published: date, tense: Tense = Tense.UNKNOWN) -> int:
    """The year that brings a day or month closest to publication.

    News looks back more often than ahead: where no word tells, a day ahead must be three times as close.

    >>> nearest_year(Point(month=12, day=20), date(2024, 1, 5))
    2023
    >>> nearest_year(Point(month=12, day=20), date(2024, 1, 5), Tense.FUTURE)
    2024
    """
    ahead, behind = {Tense.PAST: (100, 1), Tense.FUTURE: (1, 100), Tense.UNKNOWN: (3, 1)}[tense]

    def distance(year: int) -> int:
        there = structs.replace(point, year=year)
        if first_day_of(there) > published:
            return ahead * (first_day_of(there) - published).days
        return behind * max((published - last_day_of(there)).days, 0)

    return min((published.year, published.year - 1, published.year + 1), key=distance)


def moved_month(published: date, shift: int) -> Point:
    """The month so many months after publication's.

    >>> moved_month(date(2024, 1, 9), -1)
    Point(year=2023, month=12, day=None, relation=None, shift=0, phrase=None)
    """
    months = published.year * 12 + published.month - 1 + shift
    return Point(months // 12, months % 12 + 1)


def weekday_of_week(today: date | None, weekday: int, week: str) -> date | None:
    """A weekday (0 is Monday) of the week that the words name; weeks begin on Monday.

    dateparser knows no weekday with a week ("thứ Năm tuần trước"), so this is ours.

    >>> weekday_of_week(date(2024, 5, 15), 3, "tuần trước")
    datetime.date(2024, 5, 9)
    """
    if today is None:
        return None
    monday = today - timedelta(days=today.weekday())
    if week in words("dates", "week_before"):
        return monday + timedelta(days=weekday - 7)
    if week in words("dates", "week_after"):
        return monday + timedelta(days=weekday + 7)
    this = monday + timedelta(days=weekday)
    if week in words("dates", "day_before") and this >= today:
        return this - timedelta(days=7)
    if week in words("dates", "day_after") and this <= today:
        return this + timedelta(days=7)
    return this


def day_from_phrase(phrase: str, today: date) -> date:
    """The day that a phrase of dateparser's ("hôm qua") means on a given day.

    >>> day_from_phrase("hôm qua", date(2024, 3, 1))
    datetime.date(2024, 2, 29)
    """
    return today + _distance(phrase)


@cache
def _distance(phrase: str) -> timedelta:
    """How far a phrase is from any day: kept between runs, for dateparser takes a tenth of a second to start."""
    from importlib.metadata import version  # later, for most articles have no such phrase

    days = growing("days of phrases", version("dateparser"))
    if phrase not in days:
        days[phrase] = _days_by_dateparser(phrase)
    return timedelta(days=days[phrase])


def _days_by_dateparser(phrase: str) -> int:
    import dateparser

    base = datetime(2024, 5, 15, 12)  # any day will do
    found = dateparser.parse(
        phrase, languages=["vi"], settings={"RELATIVE_BASE": base, "STRICT_PARSING": True, "PARSERS": ["relative-time"]}
    )
    if found is None:
        raise ValueError(f"dateparser does not know {phrase!r}: write dates.toml's `phrase` in words that it knows")
    return (found.date() - base.date()).days
