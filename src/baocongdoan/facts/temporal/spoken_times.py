"""Times that an article tells without a date of its own, so that they are no facts but may frame what is counted.

A term told by its place beside another, a feast by its lunar year, months by their number, the workers' month by its
name, and the same months of another year.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date as day
from datetime import timedelta

import regex

from ...language.text import Text
from ...lexicon.loader import pattern_of, words
from ...mentions.date_expressions import Point
from ...records import Date, Granularity
from .calendar import last_day_of

__all__ = ["same_months", "same_months_in", "spoken_times"]

_CYCLE_FROM = 4  # the year of our era in which the first stem met the first branch
_NEARLY_OVER = 20  # the day of a month from which its figures are told
_YEARS_BACK = 4  # dates
_SUMMING_UP = ("01", "02")  # months
_HALF = 6  # months; a half year is reported on for a month longer than others


def spoken_times(text: Text, dates: Sequence[Date], published: str | None) -> Iterator[Date]:
    """The times that no date of the text tells, as dates."""
    yield from _spoken_terms(text, dates, published)
    yield from _years_again(text, dates, published)
    yield from _whole_years(text, dates, published)
    yield from _days_after(text, dates)
    yield from _stretches_again(text, dates)
    yield from _spoken_feasts(text, dates, published)
    yield from _workers_months(text, dates, published)
    if published is not None:
        yield from _months_past(text, dates, day.fromisoformat(published[:10]))


def _years_again(text: Text, dates: Sequence[Date], published: str | None) -> Iterator[Date]:
    """ "Trong năm, …" behind what was so at the end of a year ("tính đến 31/12/2023"), or behind a year and an event's
    day ("Năm 2023, … Hội nghị sáng 5/1 …"): that year."""
    starts = [date.start for date in dates]
    for found in pattern_of("periods", "in_the_year").finditer(text.lower):
        start, end = found.span("name")
        before = dates[max(0, (index := bisect_left(starts, start)) - _YEARS_BACK) : index]
        year = _year_of_part(before) if found["whole"] else None
        year = year or _year_told_last(before, published)
        if year is not None:
            yield _whole_year(text, start, end, year)


def _whole_years(text: Text, dates: Sequence[Date], published: str | None) -> Iterator[Date]:
    """ "Dự kiến cả năm …": the year that the date before it ends in, else the article's."""
    starts = [date.start for date in dates]
    for found in pattern_of("periods", "whole_year").finditer(text.lower):
        start, end = found.span("name")
        index = bisect_left(starts, start)
        told = dates[index - 1].last_day if index else None
        year = told[:4] if told is not None and (published is None or told[:4] >= published[:4]) else published
        if year is not None:
            yield _whole_year(text, start, end, year[:4])


def _days_after(text: Text, dates: Sequence[Date]) -> Iterator[Date]:
    """ "Hôm sau, …": the day behind the one told last."""
    starts = [date.start for date in dates]
    for found in pattern_of("periods", "day_after").finditer(text.lower):
        start, end = found.span("name")
        before = dates[max(0, (index := bisect_left(starts, start)) - _YEARS_BACK) : index]
        days = [date for date in before if date.granularity is Granularity.DAY and date.first_day is not None]
        if days and (told := days[-1].first_day) is not None:
            after = (day.fromisoformat(told) + timedelta(days=1)).isoformat()
            yield replace(days[-1], quote=text.raw[start:end], start=start, end=end, first_day=after, last_day=after)


def _whole_year(text: Text, start: int, end: int, year: int | str) -> Date:
    """The year that the words between two offsets tell."""
    return Date(
        quote=text.raw[start:end],
        start=start,
        end=end,
        granularity=Granularity.YEAR,
        first_day=f"{year}-01-01",
        last_day=f"{year}-12-31",
    )


def _year_of_part(before: Sequence[Date]) -> str | None:
    """The year of which "cả năm" is the whole behind the months or the quarter told last."""
    last = before[-1] if before else None
    if last is None or last.granularity is Granularity.DAY or last.last_day is None:
        return None
    return last.last_day[:4] if (last.first_day or last.last_day)[:4] == last.last_day[:4] else None


def _year_told_last(before: Sequence[Date], published: str | None) -> str | None:
    """The year that "trong năm" means behind these dates; none where the last of them is another stretch of time."""
    last = before[-1] if before else None
    if last is None or last.last_day is None:
        return None
    if last.first_day is None and last.last_day.endswith("-12-31"):
        year = last.last_day[:4]
        return year if published is None or year <= published[:4] else None
    if last.granularity not in (Granularity.DAY, Granularity.YEAR) or published is None:
        return None
    whole = [date.first_day[:4] for date in before if date.granularity is Granularity.YEAR and date.first_day]
    # in the first months it is the year that has just ended of which sums are told, not the one begun
    latest = str(int(published[:4]) - (published[5:7] in _SUMMING_UP))
    return max((year for year in whole if year <= latest), default=None)


def _stretches_again(text: Text, dates: Sequence[Date]) -> Iterator[Date]:
    """ "Trong giai đoạn này": the years from one to another that were told last."""
    for found in pattern_of("periods", "stretch_again").finditer(text.lower):
        start, end = found.span("name")
        earlier = [date for date in dates if date.start < start and _is_of_years(date)]
        if earlier:
            yield replace(earlier[-1], quote=text.raw[start:end], start=start, end=end)


def _is_of_years(date: Date) -> bool:
    if date.granularity is not Granularity.RANGE or date.first_day is None or date.last_day is None:
        return False
    return date.first_day.endswith("-01-01") and date.last_day.endswith("-12-31")


def _spoken_terms(text: Text, dates: Sequence[Date], published: str | None) -> Iterator[Date]:
    """ "Nhiệm kỳ tới", "nhiệm kỳ qua" and "trong nhiệm kỳ", by the terms that the article names; no facts of their own,
    but frames."""
    terms = [date for date in dates if date.granularity is Granularity.TERM and date.first_day and date.last_day]
    if not terms:
        return
    days = [date.last_day for date in dates if date.granularity is Granularity.DAY and date.last_day is not None]
    latest = max(days, default=published)
    today = int(latest[:4]) if latest is not None else None
    for found in pattern_of("periods", "spoken_term").finditer(text.lower):
        if any(date.start < found.end() and found.start() < date.end for date in dates):
            continue
        named = [term for term in terms if term.start < found.start()] or terms[:1]
        first, last = _meant_term(found, [_years(term) for term in named], today)
        yield replace(
            terms[0],
            quote=text.raw[found.start() : found.end()],
            start=found.start(),
            end=found.end(),
            first_day=f"{first}-01-01",
            last_day=f"{last}-12-31",
        )


def _years(term: Date) -> tuple[int, int]:
    assert term.first_day is not None and term.last_day is not None  # noqa: S101  (only such are asked)
    return int(term.first_day[:4]), int(term.last_day[:4])


def _meant_term(spoken: regex.Match[str], named: Sequence[tuple[int, int]], today: int | None) -> tuple[int, int]:
    """The first and last year of a term that is told by its place beside those named before, the last of them last."""
    first, last = named[-1]
    if spoken["coming"] and (ahead := [term for term in named if today is not None and term[0] >= today]):
        return ahead[0]  # a congress at the end of a year names the term that begins with the next one
    is_over = today is not None and last <= today
    if spoken["past"]:
        over = [term for term in named if today is not None and term[1] <= today]
        return over[-1] if over else (2 * first - last, first)
    if spoken["coming"] and is_over:
        return last, 2 * last - first
    return first, last


def _spoken_feasts(text: Text, dates: Sequence[Date], published: str | None) -> Iterator[Date]:
    """Feasts told by their lunar year ("Tết Quý Mão"): of the sixty years of a cycle the one nearest to the dates."""
    years = sorted(int(date.last_day[:4]) for date in dates if date.last_day is not None)
    if not years and published is not None:
        years = [int(published[:4])]
    if not years:
        return
    for found in pattern_of("periods", "feast_by_name").finditer(text.lower):
        stem = words("periods", "stems").index(found["stem"])
        branch = words("periods", "branches").index(found["branch"])
        around = years[len(years) // 2]
        named = (y for y in range(around - 30, around + 30) if (y - _CYCLE_FROM) % 10 == stem)
        year = next((y for y in named if (y - _CYCLE_FROM) % 12 == branch), None)
        if year is not None:
            yield _whole_year(text, found.start("stem"), found.end(), year)


def _workers_months(text: Text, dates: Sequence[Date], published: str | None) -> Iterator[Date]:
    """ "Trong Tháng Công nhân": the May of the year beside it, else of the article's."""
    years = sorted(int(date.last_day[:4]) for date in dates if date.last_day is not None)
    present = published[:4] if published is not None else years[len(years) // 2] if years else None
    for found in pattern_of("periods", "workers_month").finditer(text.lower):
        year = found["y"] or present
        if year is not None:
            start, end = found.span("name")
            yield Date(
                quote=text.raw[start:end],
                start=start,
                end=end,
                granularity=Granularity.MONTH,
                first_day=f"{year}-05-01",
                last_day=f"{year}-05-31",
            )


def _months_past(text: Text, dates: Sequence[Date], published: day) -> Iterator[Date]:
    """ "10 tháng qua", "lũy kế 7 tháng": those since New Year where the last of them has just ended."""
    for found in pattern_of("periods", "months_past").finditer(text.lower):
        start, end = found.span("months")
        named = found["n"]
        months = int(named) if named.isdigit() else words("dates", "number_name").index(named) + 1
        told_till = months + (2 if months == _HALF else 1)
        is_over = months < published.month <= told_till
        is_over = is_over or (months == published.month and published.day >= _NEARLY_OVER)
        if is_over and not any(date.start < end and start < date.end for date in dates):
            yield Date(
                quote=text.raw[start:end],
                start=start,
                end=end,
                granularity=Granularity.RANGE,
                first_day=f"{published.year}-01-01",
                last_day=last_day_of(Point(published.year, months)).isoformat(),
            )


def same_months(text: Text, year: Date, before: Iterable[Date]) -> Date | None:
    """What "cùng kỳ năm ngoái" means where a figure follows: the months spoken of last, in that year."""
    low = text.sentence_around(year.start).start
    if year.granularity is not Granularity.YEAR or year.first_day is None:
        return None
    names = ("same_months_of", "beside_same_months")
    if all(pattern_of("periods", name).match(text.lower, low, year.start) is None for name in names):
        return None
    if pattern_of("periods", "figure_follows").match(text.lower, year.end) is None:
        return None
    return same_months_in(text, year, before)


def _is_told_from_another(year: Date) -> bool:
    """Whether it is the year before whatever year is spoken of: "cùng kỳ năm trước"."""
    return year.quote.lower() in words("dates", "year_before_another")


def same_months_in(text: Text, year: Date, before: Iterable[Date]) -> Date | None:
    """The months spoken of last, in another year."""
    low = text.sentence_around(year.start).start
    for date in before if year.first_day is not None else ():
        first, last = date.first_day, date.last_day
        if pattern_of("periods", "same_months_of").match(text.lower, low, date.start):
            continue  # "cùng kỳ năm trước là 34 vụ, năm nay là 20 vụ"
        if first is not None and last is not None and first[:4] == last[:4] and first != last:
            end = day.fromisoformat(last)
            named = (year.first_day or "")[:4]
            if named == first[:4] and _is_told_from_another(year):
                named = str(int(named) - 1)
            last = last_day_of(Point(int(named), end.month, end.day)).isoformat()
            return replace(year, first_day=named + first[4:], last_day=last)
    return None
