"""Which days a time expression means: resolved against the day of publication and the years spoken of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property, partial
from operator import attrgetter

from msgspec import structs

from ...language.text import Text
from ...lexicon.loader import pattern_of, words
from ...mentions.date_expressions import Expression, Point, Relation, halves
from ...mentions.dates import DateMention
from ...records import Date, Granularity
from .calendar import Tense, day_from_phrase, first_day_of, last_day_of, moved_month, nearest_year, weekday_of_week
from .spoken_years import CLAUSE, SpokenYear, present_year, spoken_years

__all__ = ["resolve_dates"]


def resolve_dates(mentions: Sequence[DateMention], text: Text, published: str | None) -> tuple[Date, ...]:
    """The time expressions with their first and last days.

    A missing year is the nearest one spoken of, or the one that brings the day closest to publication. Without
    either, both days are null.

    >>> from baocongdoan.mentions.dates import find_dates
    >>> text = Text.plain("Sáng 16.4, LĐLĐ tỉnh sơ kết 3 tháng đầu năm.")
    >>> [(d.quote, d.first_day, d.last_day) for d in resolve_dates(find_dates(text), text, "2024-04-17")]
    [('16.4', '2024-04-16', '2024-04-16'), ('3 tháng đầu năm', '2024-01-01', '2024-03-31')]
    """
    resolver = _Resolver(text, mentions, _published_day(published))
    return tuple(resolver.resolve(mention) for mention in mentions)


def _published_day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _own_month(mentions: Sequence[DateMention]) -> int | None:
    """The month of the first day without a year, which is mostly the day that the article tells of."""
    days = (mention.expression.first for mention in mentions if mention.expression.granularity is Granularity.DAY)
    return next((day.month for day in days if day and day.year is None and day.relation is None), None)


_pattern = partial(pattern_of, "dates")
_LOOKING_BACK = 3  # the last month in which articles sum up the year before
_HARDLY_BEGUN = 45  # days of a quarter or a half year of which there is nothing to report yet
_LAST_MONTH = 12
_SCHOOL_OPENS = 9  # the month from which the school year before is over
_SCHOOL_ENDS = 6  # the month from which the school year is the one that has just ended
_SCHOOL_BEGINS = 8  # the month from which "năm học này" is the school year that begins


# --- resolving ------------------------------------------------------------------------------------------------


class _Resolver:
    """Resolves the mentions of one text in order, remembering the last day and the last term spoken of."""

    def __init__(self, text: Text, mentions: Sequence[DateMention], published: date | None) -> None:
        spoken = spoken_years(mentions, text)
        self._text = text
        self._spoken = spoken
        plain = (year for year in spoken if not (year.is_cited or year.is_ahead or year.is_wide))
        self._plain = sorted(plain, key=attrgetter("position"))
        self._positions = [year.position for year in self._plain]
        self._published = published
        self._present = published.year if published else present_year(spoken, _own_month(mentions))
        self._day: date | None = None
        self._term: Expression | None = None
        self._school_year: int | None = None

    def resolve(self, mention: DateMention) -> Date:
        expression = mention.expression
        if expression.granularity == Granularity.TERM:
            self._term = expression
        first, last = self._ends(mention)
        granularity = self._granularity(mention)
        if granularity is Granularity.SCHOOL_YEAR and first is not None:
            self._school_year = first.year
        if expression.granularity == Granularity.DAY:
            is_due = _pattern("due_before").search(self._text.before(mention.span.start, CLAUSE)) is not None
            self._day = self._day if is_due else first or self._day
        elif expression.granularity == Granularity.RANGE and expression.last and expression.last.day is not None:
            self._day = last if last and expression.first else self._day  # "đến ngày 3/6" tells what is so by then
        return Date(
            quote=self._text.quote(mention.span),
            start=mention.span.start,
            end=mention.span.end,
            granularity=granularity,
            first_day=first.isoformat() if first else None,
            last_day=last.isoformat() if last else None,
        )

    def _granularity(self, mention: DateMention) -> Granularity:
        if mention.pattern == "bare_years":
            if self._joins_school_years(mention):
                return Granularity.SCHOOL_YEAR
            start = mention.span.start
            if _pattern("term_context").search(self._text.before(start, 60)):
                return Granularity.TERM
        return mention.expression.granularity

    def _joins_school_years(self, mention: DateMention) -> bool:
        """ "2013-2014" is a school year where schools are spoken of."""
        first, last = mention.expression.first, mention.expression.last
        if mention.pattern != "bare_years" or first is None or last is None or first.year is None:
            return False
        if last.year != first.year + 1 or self._text.lower[mention.span.start - 1 : mention.span.start] == "(":
            return False
        sentence = self._text.sentence_around(mention.span.start)
        return _pattern("school_context").search(self._text.lower, sentence.start, sentence.end) is not None

    def _ends(self, mention: DateMention) -> tuple[date | None, date | None]:
        expression = mention.expression
        if self._joins_school_years(mention) and expression.first and expression.last:
            expression = structs.replace(
                expression,
                first=structs.replace(expression.first, month=9),
                last=structs.replace(expression.last, month=5),
            )
        first = self._located(expression.first, mention)
        last = self._located(expression.last, mention)
        if (expression.first is not None and first is None) or (expression.last is not None and last is None):
            return None, None
        start = first_day_of(first) if first else None
        end = last_day_of(last) if last else None
        return (start, end) if start is None or end is None or start <= end else (None, None)

    def _located(self, point: Point | None, mention: DateMention) -> Point | None:
        """The point with its year (and whatever else it is relative to), or nothing where nobody tells."""
        if point is None:
            return None
        match point.relation:
            case Relation.YEAR:
                year = self._base_year(mention)
                return None if year is None else structs.replace(point, year=year + point.shift, relation=None)
            case Relation.MONTH:
                return moved_month(self._published, point.shift) if self._published else None
            case Relation.DAY:
                today = self._published or self._day
                return _as_point(day_from_phrase(point.phrase or "", today)) if today else None
            case Relation.WEEKDAY:
                return _as_point(weekday_of_week(self._published, point.shift, point.phrase or ""))
            case Relation.SAME_DAY:
                return _as_point(self._day or self._published)
            case Relation.LUNAR:
                return None
            case Relation.SCHOOL_YEAR:
                begins = self._school_year_begins(mention)
                return None if begins is None else structs.replace(point, year=begins + point.shift, relation=None)
            case Relation.TERM_BEGINS | Relation.TERM_HALVES | Relation.TERM_ENDS:
                return self._in_term(point)
        if point.year is not None:
            return point
        year = self._missing_year(point, mention)
        return None if year is None else structs.replace(point, year=year)

    def _base_year(self, mention: DateMention) -> int | None:
        """What "năm nay" and its like count from: "năm trước" from the year spoken of in its sentence, the rest from
        the article's own."""
        quote = self._text.lower[mention.span.start : mention.span.end]
        if quote in words("dates", "year_before_another"):
            spoken = [year for year in self._spoken_beside(mention) if year.position < mention.span.start]
            if spoken:
                return spoken[-1].year
        is_ending = self._published is not None and self._published.month == _LAST_MONTH
        if self._present is not None and is_ending and quote in words("dates", "year_just_over"):
            return self._present + 1  # "năm qua" of December is the year that ends
        return self._present

    def _school_year_begins(self, mention: DateMention) -> int | None:
        """The year in which "năm học này" began: the school year spoken of last, if it is not over, else that of
        publication. What is not this school year is counted from it."""
        if self._published is not None and self._text.lower[mention.span.start : mention.span.end] in words(
            "dates", "school_year_just_over"
        ):
            return self._published.year - (self._published.month < _SCHOOL_ENDS)
        if self._published is None:
            return self._school_year
        if self._school_year is not None and self._published < date(self._school_year + 1, _SCHOOL_OPENS, 1):
            return self._school_year
        named = mention.expression.first
        # in August "năm học này" and "năm học tới" are one, that about to begin
        begins = _SCHOOL_OPENS if named is not None and named.shift > 0 else _SCHOOL_BEGINS
        return self._published.year - (self._published.month < begins)

    def _in_term(self, point: Point) -> Point | None:
        """The first or last year of the term spoken of, or of its half."""
        if self._term is None or self._term.first is None or self._term.last is None:
            return None
        match point.relation:
            case Relation.TERM_BEGINS:
                return self._term.first
            case Relation.TERM_ENDS:
                return self._term.last
        begins, ends = self._term.first.year, self._term.last.year
        return None if begins is None or ends is None else Point(halves(begins, ends) + point.shift)

    def _missing_year(self, point: Point, mention: DateMention) -> int | None:
        if mention.expression.granularity in (Granularity.DAY, Granularity.MONTH) or point.day is not None:
            return self._year_of_day(point, mention)
        return self._year_spoken_of(mention, point)

    def _year_of_day(self, point: Point, mention: DateMention) -> int | None:
        spoken = self._spoken_before(mention)
        if self._published is not None:
            if spoken is not None and spoken.year < self._published.year - 1:
                return spoken.year
            if point.day is None and self._is_of_the_year_told(mention, point):
                return self._published.year - 1
            return nearest_year(point, self._published, self._tense(mention))
        if spoken is not None:
            return spoken.year
        if self._present is not None and point.month is not None:
            return self._present + self._follows_review(point.month)
        return self._present

    def _tense(self, mention: DateMention) -> Tense:
        """Whether the words around place a time before or after publication ("hồi", "dự kiến", "tới")."""
        left = self._text.before(mention.span.start, CLAUSE)
        if _pattern("ahead_after").search(self._text.lower[mention.span.end : mention.span.end + 10]):
            return Tense.FUTURE
        if _pattern("past_before").search(left) or self._text.lower.startswith("tính", mention.span.start):
            return Tense.PAST
        return Tense.FUTURE if _pattern("ahead_before").search(left) else Tense.UNKNOWN

    @cached_property
    def _is_reviewed(self) -> bool:
        """Whether every year that is the present one is spoken of as over."""
        years = [spoken for spoken in self._spoken if not spoken.is_cited and not spoken.is_wide]
        present = [spoken.is_review for spoken in years if spoken.year == self._present]
        return bool(present) and all(present)

    def _follows_review(self, month: int) -> bool:
        """A year's best are honoured in the January or February after it."""
        return month <= 2 and self._is_reviewed

    def _year_spoken_of(self, mention: DateMention, point: Point) -> int | None:
        """The year of "6 tháng đầu năm": that of its sentence, else publication's, else the nearest before it."""
        if self._published is not None and mention.expression.granularity is Granularity.QUARTER:
            behind = self._text.lower[mention.span.end : mention.span.end + 10]
            if _pattern("quarter_to_come").match(behind):
                return nearest_year(mention.expression.first or point, self._published, Tense.FUTURE)
        spoken_beside = self._spoken_beside(mention)
        if beside := [year for year in spoken_beside if not year.is_compared]:
            before = [spoken for spoken in beside if spoken.position < mention.span.start]
            return (before[-1] if before else beside[0]).year
        if self._published is not None:
            if self._is_of_the_year_told(mention, point):
                return self._published.year - 1
            last = mention.expression.last or point  # both ends have one year: "11 tháng đầu năm" in January is over
            begins = first_day_of(structs.replace(last, year=self._published.year))
            return self._published.year - (begins > self._published + timedelta(days=240))
        if spoken_beside:
            return spoken_beside[0].year + 1
        earlier = self._plain[: bisect_left(self._positions, mention.span.start)]
        return next((year.year for year in reversed(earlier) if not year.is_compared), self._present)

    def _is_of_the_year_told(self, mention: DateMention, point: Point) -> bool:
        """Whether "quý I" or "tháng 3" is of the year before, on which an article of the first months looks back: this
        year's has not begun, or hardly."""
        if self._published is None or point.month is None:
            return False
        begins = mention.expression.first or point  # both ends of a quarter have one year
        begun = (self._published - first_day_of(structs.replace(begins, year=self._published.year))).days
        is_month = mention.expression.granularity is Granularity.MONTH
        if self._published.month > _LOOKING_BACK or begun >= (0 if is_month else _HARDLY_BEGUN):
            return False
        if self._tense(mention) is Tense.FUTURE or _pattern("aim_after").match(self._text.lower, mention.span.end):
            return False
        if _pattern("plan_before").search(self._text.before(mention.span.start, CLAUSE)):
            return False
        before = self._plain[: bisect_left(self._positions, mention.span.start)]
        told = [year.year for year in before if not year.is_compared]
        return bool(told) and told[-1] == self._published.year - 1

    def _spoken_beside(self, mention: DateMention) -> list[SpokenYear]:
        """The plain years of the mention's sentence."""
        sentence = self._text.sentence_around(mention.span.start)
        return self._plain[bisect_left(self._positions, sentence.start) : bisect_left(self._positions, sentence.end)]

    def _spoken_before(self, mention: DateMention) -> SpokenYear | None:
        """The last precise year spoken of before the mention in its own line."""
        line = self._text.line_around(mention.span.start).span
        first, last = bisect_left(self._positions, line.start), bisect_left(self._positions, mention.span.start)
        before = (self._plain[index] for index in range(last - 1, first - 1, -1))
        return next((spoken for spoken in before if spoken.is_precise), None)


def _as_point(day: date | None) -> Point | None:
    return None if day is None else Point(day.year, day.month, day.day)
