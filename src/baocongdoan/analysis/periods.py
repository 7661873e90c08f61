"""Periods of counts as whole days, with what calls them by name.

Days are numbered as ``datetime.date.toordinal`` does; both ends are inclusive, and null is an open side.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

__all__ = ["UNKNOWN", "Period", "spans"]

UNKNOWN = "unknown"
"""What stands in a grouping where nothing tells."""

_NAMES = {1: "one-month", 3: "quarter", 6: "half-year", 12: "whole-year"}  # by number of months
_EARLIEST, _LATEST = 0, date.max.toordinal() + 1


class Period(NamedTuple):
    """From one day to another; a stock has its day in ``last`` and no ``first``."""

    first: int | None
    last: int | None

    @property
    def is_told(self) -> bool:
        """Whether at least one side is known."""
        return self.first is not None or self.last is not None

    @property
    def begin(self) -> int:
        """The first day; one before all others where that side is open."""
        return _EARLIEST if self.first is None else self.first

    @property
    def end(self) -> int:
        """The last day; one behind all others where that side is open."""
        return _LATEST if self.last is None else self.last

    @property
    def days(self) -> int:
        """How long it is."""
        return self.end - self.begin + 1

    def holds(self, other: Period) -> bool:
        """Whether all days of the other are in it."""
        return self.begin <= other.begin and other.end <= self.end

    def meets(self, other: Period) -> bool:
        """Whether they have a day in common."""
        return self.begin <= other.end and other.begin <= self.end

    @property
    def years(self) -> str:
        """Its year, or the years at its ends where it is longer than one.

        >>> day = lambda *parts: date(*parts).toordinal()
        >>> Period(day(2023, 1, 1), day(2023, 6, 30)).years, Period(day(2018, 1, 1), day(2023, 12, 31)).years
        ('2023', '2018-2023')
        >>> Period(None, day(2024, 8, 27)).years, Period(day(2024, 1, 1), None).years, Period(None, None).years
        ('…-2024', '2024-…', 'unknown')
        """
        if not self.is_told:
            return UNKNOWN
        first, last = ("…" if day is None else str(date.fromordinal(day).year) for day in (self.first, self.last))
        return first if first == last else f"{first}-{last}"

    @property
    def kind(self) -> str:
        """What people call a count of a period of its length: "whole-year", "9-month", "one-day", …

        >>> day = lambda *parts: date(*parts).toordinal()
        >>> Period(day(2023, 1, 1), day(2023, 9, 30)).kind, Period(day(2023, 7, 1), day(2023, 9, 30)).kind
        ('9-month', 'quarter')
        >>> Period(day(2023, 3, 8), day(2023, 3, 8)).kind, Period(day(2018, 1, 1), day(2023, 12, 31)).kind
        ('one-day', '6-year')
        """
        if not self.is_told:
            return "undated"
        if self.first is None or self.last is None:
            return "open-ended"
        first, last = date.fromordinal(self.first), date.fromordinal(self.last)
        if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
            return "one-day" if self.days == 1 else f"{self.days}-day"
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months in _NAMES and (first.month - 1) % months == 0:
            return _NAMES[months]
        return f"{months // 12}-year" if months % 12 == 0 else f"{months}-month"


def spans(periods: Iterable[Period]) -> list[Period]:
    """The periods with those that follow each other without a gap made one, in order.

    >>> spans([Period(182, 365), Period(1, 181), Period(400, 410)])
    [Period(first=1, last=365), Period(first=400, last=410)]
    """
    merged: list[Period] = []
    for period in sorted(periods, key=lambda each: (each.begin, each.end)):
        if merged and period.begin <= merged[-1].end + 1:
            if period.end > merged[-1].end:
                merged[-1] = Period(merged[-1].first, period.last)
        else:
            merged.append(period)
    return merged
