"""The frames of an article: which of its time expressions frame what is said, and what each may hold for.

A time expression *frames* what is said when it opens a clause ("Năm 2024, …") or tells when something was done
("… trong 6 tháng đầu năm"); one that belongs to a plan's name, a comparison or an anniversary frames nothing, but the
time for which targets are set frames the targets. Which counts a frame holds for is told in ``periods``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date as day
from enum import Enum

import regex
from msgspec import Struct, structs

from ...language.text import Span, Text
from ...lexicon.loader import load, pattern_of
from ...records import Date, Granularity, Role
from ..grounds import PeriodBy
from .spoken_times import same_months, same_months_in, spoken_times

__all__ = ["Frame", "Kind", "coming_term", "frames_of", "latest_event", "widest"]

_LOOK_BACK = 90
_COMPARED = 4  # times back in which that stands which "cùng kỳ" means
_LONGEST_EVENT = 10  # days
_LONGEST_LIST = 40  # lines
_LONGEST_REPORT = 60  # years


class Kind(Enum):
    """Sorts of frames, each with the rule by which it holds for the sentences behind its own."""

    EVENT = PeriodBy.EVENT  # a day or a few days
    REPORT = PeriodBy.CARRIED  # a reporting period
    PLAN = PeriodBy.PLAN  # the time for which targets are set
    SUMMED_UP = PeriodBy.SUMMED_UP  # the time that a meeting or a report sums up
    FEAST = PeriodBy.FEAST  # the year of a feast


class Frame(Struct, frozen=True):
    """A time expression that frames what is said, and how far it may reach."""

    date: Date
    kind: Kind
    leads: bool  # stands at the front of its clause
    lasts: bool  # may go on holding behind its paragraph
    is_ahead: bool = False  # "hứa trả lời trong tháng 6": what is reported after it is not of June
    bare: bool = False  # a year without a word that makes it tell when: "doanh nghiệp tiêu biểu năm 2017"
    of_number: bool = False  # stands alone in brackets behind a number, and is of that one: "41% (năm 2019)"
    list_end: int = -1  # "Kết quả đến ngày 30/11:" holds for the items under it, up to here
    of_feast: bool = False  # opens a sentence as the year of a feast: "Dịp Tết Tân Sửu 2021, …"
    of_subject: bool = False  # closes the subject of which the figure is told, and leads: "tổng thu năm 2023 đạt 90%"
    is_earlier: bool = False  # "Trước đó, ngày 3/6, …": what is given "dịp này" is not of it
    aside: bool = False  # stands in brackets with more: "(5 tháng đầu năm 2015 là 13 vụ)"
    till: int | None = None  # holds for the figures in the brackets behind it alone: "so với năm 2021 (4 lớp)"


def frames_of(text: Text, dates: Sequence[Date], taken: Sequence[Span], published: str | None = None) -> list[Frame]:
    """The frames of a text, in its order; ``taken`` are the spans of acts: a date inside a citation frames nothing.

    >>> from baocongdoan.facts.temporal.dates import resolve_dates
    >>> from baocongdoan.mentions.dates import find_dates
    >>> text = Text.plain("Năm 2024, huyện kết nạp 300 đoàn viên, tăng 12% so với năm 2023")
    >>> dates = resolve_dates(find_dates(text), text, None)
    >>> [(frame.date.quote, frame.kind.name, frame.leads) for frame in frames_of(text, dates, [])]
    [('Năm 2024', 'REPORT', True)]
    """
    timed = sorted((*dates, *spoken_times(text, dates, published)), key=lambda date: date.start)
    timed = _with_days_joined(timed, text)
    frames = (
        _of_plan(date, text, published)
        if _inside(date, taken)
        else _of_brackets(date, timed[max(0, index - _COMPARED) : index], text)
        or _of_same_months(date, timed[max(0, index - _COMPARED) : index], text)
        or _of_an_event_before(date, published, text)
        or _frame(date, text)
        for index, date in enumerate(timed)
    )
    told = _without_named_years([frame for frame in frames if frame is not None], text)
    return _with_contrasts(_with_plans_behind(told, text), text)


def _without_named_years(frames: list[Frame], text: Text) -> list[Frame]:
    """Without the bare years, and those of merit, that stand beside an event's day in one sentence: 'chương trình "…"
    năm 2023', "biểu dương 90 em học giỏi năm học 2023-2024"."""
    of_events = {text.sentence_at(frame.date.start) for frame in frames if frame.kind is Kind.EVENT}
    return [
        frame
        for frame in frames
        if text.sentence_at(frame.date.start) not in of_events or not (frame.bare or _is_of_merit(frame, text))
    ]


def _is_of_merit(frame: Frame, text: Text) -> bool:
    """Whether it only tells in which school year pupils earned what they are praised for."""
    if frame.date.granularity is not Granularity.SCHOOL_YEAR:
        return False
    start = frame.date.start
    return pattern_of("periods", "merit_in_front").match(text.lower, max(0, start - _LOOK_BACK), start) is not None


def _with_plans_behind(frames: list[Frame], text: Text) -> list[Frame]:
    """The frames; one behind an earlier time without a number between lies ahead: "sơ kết 6 tháng đầu năm, bàn việc 6
    tháng cuối năm"."""
    told: list[Frame] = []
    for frame in frames:
        before = told[-1] if told else None
        is_ahead = before is not None and _is_next_in_plan(before, frame, text)
        told.append(structs.replace(frame, is_ahead=True) if is_ahead else frame)
    return told


def _is_next_in_plan(before: Frame, frame: Frame, text: Text) -> bool:
    reports = (Kind.REPORT, Kind.SUMMED_UP)
    if frame.leads or frame.kind not in reports or before.kind not in reports:
        return False
    if before.date.last_day is None or frame.date.first_day is None or frame.date.first_day <= before.date.last_day:
        return False
    between = text.lower[before.date.end : frame.date.start]
    return not any(mark.isdigit() or mark in ".;:\n" for mark in between)


def _with_contrasts(frames: list[Frame], text: Text) -> list[Frame]:
    """The frames; an earlier time that a later one is set against holds for its own figures alone: "nửa đầu năm lập 9
    CĐCS, trong khi cả năm 2018 chỉ lập 7"."""
    contrasted = pattern_of("periods", "contrasted")
    told: list[Frame] = []
    for frame in frames:
        before = told[-1] if told else None
        if before is not None and before.leads and _ends_before(frame.date, before.date):
            is_beside = text.sentence_at(frame.date.start) == text.sentence_at(before.date.start)
            is_aside = is_beside and (
                contrasted.match(text.lower, before.date.end, frame.date.start) is not None
                or pattern_of("periods", "corresponding").match(text.lower, frame.date.end) is not None
            )
            frame = structs.replace(frame, lasts=False, aside=True) if is_aside else frame  # noqa: PLW2901
        told.append(frame)
    return told


def _ends_before(date: Date, other: Date) -> bool:
    return date.last_day is not None and other.first_day is not None and date.last_day < other.first_day


def _inside(date: Date, taken: Iterable[Span]) -> bool:
    return any(span.start < date.start and date.end <= span.end for span in taken)


def _of_plan(date: Date, text: Text, published: str | None = None) -> Frame | None:
    """The time in a plan's name of which the sentence says what it aims at, for these aims; or what was done in it,
    once it is over."""
    if published is not None and _is_carried_out(date, text, published):
        return Frame(date, Kind.REPORT, leads=True, lasts=True)
    if _is_days(date) or pattern_of("periods", "aims_behind").match(text.lower, date.end) is None:
        return None
    return Frame(date, Kind.PLAN, leads=False, lasts=True)


def _is_carried_out(date: Date, text: Text, published: str) -> bool:
    """Whether the sentence tells what was done in all the years of a programme."""
    if date.granularity is not Granularity.RANGE or date.first_day is None or date.last_day is None:
        return False
    if not date.last_day <= f"{published[:4]}-12-31" or _is_days(date):
        return False
    low = max(text.sentence_around(date.start).start, date.start - _LOOK_BACK)
    behind = pattern_of("periods", "done_behind").match(text.lower, date.end)
    return behind is not None and pattern_of("periods", "carried_out").match(text.lower, low, date.start) is not None


def _frame(date: Date, text: Text) -> Frame | None:
    lexicon = load("periods")
    low = max(text.line_around(date.start).span.start - 1, date.start - _LOOK_BACK, 0)

    def stands_before(name: str) -> regex.Match[str] | None:
        return lexicon.pattern(name).match(text.lower, low, date.start)

    if stands_before("feast_compared") or stands_before("published") or _is_anniversary(date):
        return None
    if stands_before("feast_in_front"):
        return Frame(date, Kind.REPORT, leads=True, lasts=False, of_feast=True)
    if stands_before("feast"):
        kind = Kind.SUMMED_UP if stands_before("summed_up") else Kind.FEAST
        return Frame(date, kind, leads=False, lasts=kind is Kind.SUMMED_UP)
    if stands_before("prepared_for" if _is_days(date) else "session"):
        return None
    if stands_before("counts_again") or (date.last_day is None and stands_before("since")):
        return None
    leads = stands_before("opens_a_clause") is not None or stands_before("raises") is not None
    if not leads and not _is_days(date) and text.lower.startswith(",", date.end):
        leads = stands_before("looks_back") is not None
    is_paid_for = date.granularity is Granularity.MONTH and stands_before("paid_for")
    if not leads and is_paid_for:
        return None
    if not leads and stands_before("deadline"):  # of what is still to be done in its sentence, and of nothing else
        due = replace(date, first_day=None, granularity=Granularity.RANGE)
        return Frame(due, Kind.PLAN, leads=False, lasts=False, aside=True)
    if not leads and not _is_days(date) and stands_before("summed_up"):
        return Frame(date, Kind.SUMMED_UP, leads=False, lasts=True)
    if stands_before("plan"):
        if lexicon.pattern("reached_behind").match(text.lower, date.end):  # "Chỉ tiêu năm 2024 đã vượt 12%"
            return Frame(date, Kind.REPORT, leads=True, lasts=True)
        return Frame(date, Kind.PLAN, leads=False, lasts=True)
    if date.granularity is Granularity.TERM and stands_before("congress"):
        return None
    takes_place = _is_days(date) and stands_before("takes_place") is not None
    takes_place = takes_place or (
        date.granularity in (Granularity.MONTH, Granularity.RANGE) and stands_before("held_in") is not None
    )
    is_free = takes_place or (date.first_day is None and stands_before("laid_down") is not None)
    if not leads and not is_free and (stands_before("part_of_a_name") or _closes_a_name(date, text)):
        is_plan = stands_before("plan_by_name") or stands_before("body_decides")
        return _of_plan(date, text) if is_plan else None
    is_event = _is_days(date)
    of_subject = not leads and not is_event
    of_subject = of_subject and lexicon.pattern("subject_of_its_clause").match(text.lower, date.end) is not None
    leads = leads or of_subject
    says_when = leads or stands_before("tells_when")
    if not is_event and not says_when and (date.granularity is Granularity.TERM or date.quote.isdigit()):
        return None
    kind = Kind.EVENT if is_event else Kind.REPORT
    return Frame(
        date,
        kind,
        leads=leads,
        lasts=_lasts(date, text, leads=leads),
        is_ahead=stands_before("ahead") is not None,
        is_earlier=is_event and stands_before("before_that") is not None,
        bare=not says_when and date.granularity is Granularity.YEAR,
        of_number=_is_of_number(date, text, low),
        list_end=_list_end(date, text) if date.first_day is None else -1,
        of_subject=of_subject,
        aside=_is_aside(date, text),
    )


def _is_of_number(date: Date, text: Text, low: int) -> bool:
    """Whether it belongs to the number in front of it and to no other: "41% (năm 2019)", "so với 9% của năm 2011"."""
    if pattern_of("periods", "set_against").match(text.lower, low, date.start) is not None:
        return True
    in_brackets = pattern_of("periods", "behind_a_number").match(text.lower, low, date.start) is not None
    return in_brackets and text.lower.startswith(")", date.end)


def _list_end(date: Date, text: Text) -> int:
    """Where the list ends whose head the expression stands in."""
    line = text.line_at(date.start)
    end = text.lines[line].span.end
    if not text.lower.endswith(":", date.start, end):
        return -1
    for item in text.lines[line + 1 : line + 1 + _LONGEST_LIST]:
        if load("status").pattern("list_item").match(text.lower, item.span.start) is None:
            break
        end = item.span.end
    return end


def _of_same_months(date: Date, before: Sequence[Date], text: Text) -> Frame | None:
    """The same months of another year, for the one figure behind them: "cùng kỳ năm ngoái là 34 vụ"."""
    same = same_months(text, date, reversed(before))
    return Frame(same, Kind.REPORT, leads=True, lasts=False, aside=True) if same is not None else None


def _of_brackets(date: Date, before: Sequence[Date], text: Text) -> Frame | None:
    """A time that only a comparison names, for its figures in the brackets behind it: "gấp đôi năm 2021 (4 lớp)"."""
    behind = pattern_of("periods", "figures_in_brackets").match(text.lower, date.end)
    if behind is None or _is_days(date):
        return None
    low = max(text.sentence_around(date.start).start, date.start - _LOOK_BACK)
    compared = pattern_of("periods", "compared_with").match(text.lower, low, date.start)
    if compared is None:
        return None
    same = same_months_in(text, date, reversed(before)) if compared["same"] else None
    return Frame(same or date, Kind.REPORT, leads=True, lasts=False, aside=True, till=behind.end())


def _with_days_joined(dates: Sequence[Date], text: Text) -> list[Date]:
    """The times; days of one event that are told with their months each are one stretch: "trong hai ngày 31/10 và
    1/11"."""
    told: list[Date] = []
    is_open = False  # whether the last of those told may have another day behind it
    for date in dates:
        if is_open and _is_next_day(told[-1], date, text):
            quote = text.raw[told[-1].start : date.end]
            both = replace(told[-1], quote=quote, end=date.end, last_day=date.last_day)
            told[-1] = replace(both, granularity=Granularity.RANGE)
            continue
        told.append(date)
        before = text.before(date.start, _LOOK_BACK)
        is_open = (
            date.granularity is Granularity.DAY and pattern_of("periods", "several_days").match(before) is not None
        )
    return told


def _is_next_day(before: Date, date: Date, text: Text) -> bool:
    if date.granularity is not Granularity.DAY or before.last_day is None or date.last_day is None:
        return False
    if pattern_of("periods", "joins_days").fullmatch(text.lower, before.end, date.start) is None:
        return False
    return 0 < (day.fromisoformat(date.last_day) - day.fromisoformat(before.last_day)).days < _LONGEST_EVENT


def _of_an_event_before(date: Date, published: str | None, text: Text) -> Frame | None:
    """The year of an earlier event of the kind, for the one figure behind it: "Hội thi năm 2013 chỉ có 52 thí sinh"."""
    if date.granularity is not Granularity.YEAR or date.last_day is None:
        return None
    if published is None or date.last_day >= published[:4]:
        return None
    low = max(text.line_around(date.start).span.start - 1, date.start - _LOOK_BACK, 0)
    if pattern_of("periods", "event_of_a_year").match(text.lower, low, date.start) is None:
        return None
    if pattern_of("periods", "figure_follows").match(text.lower, date.end) is None:
        return None
    return Frame(date, Kind.REPORT, leads=True, lasts=False, aside=True)


def _is_anniversary(date: Date) -> bool:
    """Whether it runs from a day to the same day of another year, or longer than anybody reports on: "(28/7/1929 -
    28/7/2018)", "(1929 - 2024)"."""
    first, last = date.first_day, date.last_day
    if first is None or last is None:
        return False
    return (first != last and first[5:] == last[5:] != "01-01") or int(last[:4]) - int(first[:4]) > _LONGEST_REPORT


def _lasts(date: Date, text: Text, *, leads: bool) -> bool:
    """Whether it may go on holding: a caption's time is that of its picture alone."""
    if date.last_day is None or text.line_around(date.start).role is Role.CAPTION:
        return False
    return leads or date.granularity is not Granularity.MONTH


def _closes_a_name(date: Date, text: Text) -> bool:
    """Whether a quotation mark behind it makes it part of a campaign's or a prize's name: "… năm 2017".

    What somebody says ends with a mark, too; there a figure or a colon stands in front.
    """
    if not text.lower.startswith('"', date.end):  # every kind of mark is folded to this one
        return False
    front, _, inside = text.before(date.start, _LOOK_BACK).rpartition('"')
    return not front.rstrip().endswith(":") and not any(map(str.isdigit, inside))


def _is_aside(date: Date, text: Text) -> bool:
    """Whether the expression stands in brackets together with something else; alone it only tells a day."""
    sentence = text.sentence_around(date.start)
    before = text.lower[sentence.start : date.start]
    return before.rfind("(") > before.rfind(")") and text.lower[date.end : date.end + 1] != ")"


def _is_days(date: Date) -> bool:
    """Whether the expression means a day or a few days, as an event has."""
    if date.granularity is Granularity.DAY:
        return True
    if date.granularity is not Granularity.RANGE or date.first_day is None or date.last_day is None:
        return False
    length = day.fromisoformat(date.last_day) - day.fromisoformat(date.first_day)
    return length.days < _LONGEST_EVENT


def coming_term(dates: Sequence[Date], year: str | None) -> Frame | None:
    """The last term named that begins in the year of the article or later."""
    terms = [date for date in dates if date.granularity is Granularity.TERM and date.first_day and date.last_day]
    coming = [term for term in terms if year is not None and term.first_day is not None and term.first_day[:4] >= year]
    return Frame(coming[-1], Kind.PLAN, leads=False, lasts=True) if coming else None


def latest_event(frames: Iterable[Frame]) -> str | None:
    """The year of the last event that a page without a date of its own tells."""
    days = [frame.date.last_day for frame in frames if frame.kind is Kind.EVENT and not frame.is_ahead]
    return max((day[:4] for day in days if day is not None), default=None)


def widest(frames: Sequence[Frame], paragraph: Span) -> Frame:
    """The last frame; a new paragraph goes back from a part ("Trong tháng 10, …") to the whole it is a part of."""
    last = frames[-1]
    if last.date.start >= paragraph.start or last.date.granularity not in (Granularity.MONTH, Granularity.QUARTER):
        return last
    return next((frame for frame in reversed(frames) if frame.lasts and _is_part(last.date, frame.date)), last)


def _is_part(part: Date, whole: Date) -> bool:
    """Whether a period lies in a longer one, both closed; a term is too long to be reported on by months."""
    if part.first_day is None or part.last_day is None or whole.first_day is None or whole.last_day is None:
        return False
    if whole.granularity is Granularity.TERM:
        return False
    inside = whole.first_day <= part.first_day and part.last_day <= whole.last_day
    return inside and (part.first_day, part.last_day) != (whole.first_day, whole.last_day)
