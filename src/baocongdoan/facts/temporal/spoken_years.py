"""The years that an article speaks of, and which of them is its own where its page tells no day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct

from ...language.text import Text
from ...lexicon.loader import pattern_of
from ...mentions.dates import DateMention
from ...records import Granularity

__all__ = ["CLAUSE", "OPENING_LINES", "SpokenYear", "present_year", "spoken_years"]


class SpokenYear(Struct, frozen=True):
    """A year that stands in the text: where, and what it is worth as the year in which the article plays."""

    position: int
    year: int
    is_precise: bool  # a day, month, quarter or feast with its year: the article's present or recent past
    is_ahead: bool  # a target's year, or an open end: "phấn đấu đến năm 2030"
    is_cited: bool  # an act's day: the act's age, not the article's
    is_review: bool  # "thành tích năm 2017": the year is over, or nearly
    is_wide: bool  # the first year of a term or the last of a stretch
    month: int | None = None
    is_compared: bool = False  # "so với cùng kỳ năm 2020": the year before the one spoken of, mostly
    in_opening: bool = False  # in the first lines, or the term of the assembly that these tell of
    is_day: bool = False  # a day: "Chiều 26/12/2019, công đoàn tổ chức hội nghị"
    is_told: bool = False  # "trước đó, ngày 22-9-2017, công ty đã đóng cửa": past when the article was written
    is_since: bool = False  # "nợ lương từ tháng 8-2017 đến nay": no later than the article
    is_beginning: bool = False  # "hoạt động từ năm 2005", "mức đóng từ 1/1/2021": the article may be of another year
    is_plan: bool = False  # "bàn nhiệm vụ năm 2022": made in that year or at the end of the one before
    is_set_before: bool = False  # "lương tối thiểu vùng năm 2018": talked over in the year before

    @property
    def is_present(self) -> bool:
        """Whether the year may be the article's own, for all that the words beside it say."""
        return not (self.is_cited or self.is_ahead or self.is_compared or self.is_beginning or self.is_set_before)


_pattern = partial(pattern_of, "dates")


CLAUSE = 80  # characters in front of a time expression that say how it is meant
OPENING_LINES = 2  # the headline, the lead and the first paragraph
_FIRST_NEWS = 1998  # Vietnam's newspapers are on the web since then: an older year is no page's own
_STRETCHES = frozenset({"period", "bare_years", "years_in_a_row", "half_term"})
_NAMED_YEARS = frozenset({"year_of_feast", "anniversary"})


def spoken_years(mentions: Sequence[DateMention], text: Text) -> tuple[SpokenYear, ...]:
    """The years of the time expressions that have one, in their order."""
    assembly = _pattern("assembly").search(text.lower)
    opens = assembly is not None and text.line_at(assembly.start()) <= OPENING_LINES
    return tuple(spoken for mention in mentions if (spoken := _spoken_year(mention, text, opens)) is not None)


def _spoken_year(mention: DateMention, text: Text, opens_with_assembly: bool) -> SpokenYear | None:
    expression = mention.expression
    is_term = expression.granularity is Granularity.TERM
    wide = is_term or expression.granularity is Granularity.SCHOOL_YEAR or mention.pattern in _STRETCHES
    point = expression.first if is_term else expression.last or expression.first
    if point is None or point.year is None:
        return None
    start = mention.span.start
    left = text.before(start, CLAUSE)
    is_whole_year = wide or point.month is None
    is_plan = is_whole_year and _pattern("plan_before").search(left) is not None
    return SpokenYear(
        start,
        point.year,
        is_precise=not wide and (point.month is not None or mention.pattern in _NAMED_YEARS),
        is_ahead=_pattern("future_before").search(left) is not None
        or (expression.first is None and point.month is None)
        or (expression.last is None and _pattern("will_after").match(text.lower, mention.span.end) is not None)
        or _pattern("aim_after").match(text.lower, mention.span.end) is not None,
        is_cited=_pattern("citation_before").search(left) is not None,
        is_review=mention.pattern == "year"
        and not is_plan
        and (
            _pattern("review_before").search(left) is not None
            or _pattern("review_after").search(text.lower[mention.span.end : mention.span.end + 80]) is not None
        ),
        is_wide=wide,
        month=point.month,
        is_compared=_pattern("compared_before").search(left) is not None,
        in_opening=opens_with_assembly if is_term else text.line_at(start) <= OPENING_LINES,
        is_day=expression.granularity is Granularity.DAY,
        is_told=_pattern("past_before").search(left) is not None,
        is_since=expression.last is None and point.month is not None,
        is_beginning=_is_beginning(mention, text, left),
        is_plan=is_plan,
        is_set_before=is_whole_year and _pattern("set_before").search(left) is not None,
    )


def _is_beginning(mention: DateMention, text: Text, left: str) -> bool:
    """Whether the words say when something began that goes on or came into force: the article may be much younger,
    with 1 January ("từ 1/1/2021") even older. "Từ đầu năm 2022" and "từ ngày 15/3/2022" tell its own year.
    """
    expression = mention.expression
    if expression.granularity is Granularity.YEAR:
        return _pattern("began_before").search(left) is not None
    first = expression.first
    if first is None or expression.last is not None:
        return False
    quote = text.lower[mention.span.start : mention.span.end]
    if first.month is None:
        return _pattern("year_begins").search(quote) is None
    return (first.day, first.month) == (1, 1)


def present_year(spoken: Sequence[SpokenYear], own_month: int | None) -> int | None:
    """The year in which an article without a date plays, as far as its text tells.

    A day with its year in the first lines wins, then the latest precise time; next the latest year that is no
    target; then the years of stretches and terms, last a day that is only planned. Where an act is cited that is
    younger than all of these, they tell of the past only, and the year stays unknown. ``own_month`` is the month of
    the day that the article opens with: it comes after what is told as past and before what is planned.
    """
    year = _year_told(spoken)
    cited = max((other.year for other in spoken if other.is_cited), default=0)
    if year is None or year < cited:
        return None
    return year + (_moved(spoken, year, own_month) if own_month is not None else 0)


def _year_told(spoken: Sequence[SpokenYear]) -> int | None:
    spoken = [year for year in spoken if year.year >= _FIRST_NEWS and not year.is_cited]
    ours = [year for year in spoken if year.is_present]
    opening = [year.year for year in ours if year.in_opening and year.is_day and year.is_precise and not year.is_told]
    if opening:
        return max(opening)
    precise = [year.year for year in ours if year.is_precise]
    plain = [year.year for year in ours if not year.is_precise and not year.is_wide]
    plain += [year.year - 1 for year in spoken if year.is_set_before]
    if precise:
        limit = max(precise) + 1
        return max(precise + [year for year in plain if year <= limit])
    into_force = [year.year for year in spoken if year.is_beginning and year.month is not None]
    if plain:
        limit = max(into_force, default=max(plain)) + 1
        return max([year for year in plain if year <= limit], default=max(plain))
    wide = [year for year in ours if year.is_wide]
    wide = [year for year in wide if not year.is_plan] or wide
    if any(year.in_opening for year in wide):
        years = {year.year for year in wide}
        return years.pop() if len(years) == 1 else None  # of two terms neither tells the year
    compared = [year.year + 1 for year in spoken if year.is_compared]
    planned = [year.year for year in spoken if year.is_precise]
    return max(compared or into_force, default=min(planned, default=None))


def _moved(spoken: Sequence[SpokenYear], year: int, own_month: int) -> int:
    """1 where the article's own day would come before what is past by then, -1 where after what is planned, else 0."""
    beside = [other for other in spoken if other.year == year and not other.is_cited]
    past = [other.month for other in beside if other.month is not None and (other.is_told or other.is_since)]
    if any(month > own_month + 1 for month in past):
        return 1
    if any(other.is_precise and other.is_present and not other.is_told for other in beside):
        return 0
    ahead = [other.month for other in beside if other.month is not None and other.is_ahead and not other.is_told]
    if any(month < own_month for month in ahead):
        return -1
    is_planned = all(other.is_plan for other in beside) and any(other.year == year - 1 for other in spoken)
    return -1 if is_planned and own_month >= _PLANNING_MONTH else 0


_PLANNING_MONTH = 10  # from then on the next year's tasks are talked over
