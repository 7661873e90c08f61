"""The period that a count covers: which of the article's frames holds for it.

A frame (see ``frames``) holds for its sentence; a reporting period goes on holding until a new one comes, an event's
day in its paragraph and where a sentence speaks of the event again ("Tại hội nghị").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of, words
from ...mentions.quantities import Quantity
from ...records import Date, Role, Status
from ..grounds import Ground, PeriodBy
from ..ownership.nobody import is_pay, is_price
from .beside import frames_beside
from .frames import Frame, Kind, coming_term, frames_of, latest_event, widest
from .told import (
    OF_MEETINGS,
    gives_account,
    is_at_the_event,
    is_deed,
    is_now,
    is_of_another_day,
    is_told,
    is_yearly,
    is_yet_to_come,
    stands_before,
    stands_behind,
)

__all__ = ["Period", "Periods"]

_MEMORY = 200  # frames; no article has as many, but a table of dates must not be read again for every number
# What happens at an event, so that the event's day holds for it in later paragraphs, too.
_AT_EVENTS = frozenset(
    {"awards", "beneficiaries", "event_participants", "gifts", "homes", "training_classes", "training_participants"}
    | {"members_admitted", "unions_founded", "unions_received", "amount", "party_admissions"}
)
_HANDED_OUT = frozenset({"awards", "beneficiaries", "gifts", "amount"})
_LEVELS = frozenset({"share", "other", "amount"})  # what is to be so at a time, and is not added up till then
_GIVEN = frozenset({"gifts", "beneficiaries", "amount", "homes"})


class Period(Struct, frozen=True):
    """First and last day, both inclusive ISO dates; null where nothing says.

    ``why`` is what told them, or told that there is none; ``is_near`` says that the count's own sentence tells them.
    ``begins`` is the day on which the time begins whose last day a stock has.
    """

    why: Ground
    first_day: str | None = None
    last_day: str | None = None
    is_near: bool = False
    begins: str | None = None


class Periods:
    """The frames of an article, asked count by count in the order of the text."""

    def __init__(self, text: Text, dates: Sequence[Date], taken: Sequence[Span], published: str | None) -> None:
        """``taken`` are the spans of acts: a date inside a citation frames nothing."""
        self._text = text
        self._frames = frames_of(text, dates, taken, published)
        # The event that the lead reports, with its day; else the first that the article tells.
        self._event = next((f for f in self._frames if f.kind is Kind.EVENT and not f.aside), None)
        self._starts = [frame.date.start for frame in self._frames]
        self._lead_end = text.lead.end
        self._headline_end = text.headline.end
        self._year = published[:4] if published is not None else latest_event(self._frames)
        self._term = coming_term(dates, self._year)
        self._of_targets: set[int] = set()  # starts of the frames that targets were set for
        self._handed_out_till = -1  # the end of the paragraph in which things are handed out at the event
        self._before: tuple[Span, str, Frame | None] = (Span(-1, -1), "", None)  # the count before, and its frame

    def of(self, quantity: Quantity, measure: str, wanted: Status | None, *, is_owned: bool) -> Period:
        """The period of a quantity; of a stock only its day, as the last one.

        ``wanted`` is the status so far as words tell it.
        """
        is_target = wanted is Status.TARGET
        if quantity.number.percent and stands_behind(self._text, "of_capital", quantity):
            return Period(Ground(PeriodBy.NOW))
        frame, by = self._frame_of(quantity, measure, wanted, is_owned=is_owned)
        if frame is None and by is PeriodBy.NOTHING and not is_target:
            frame, by = self._shared(quantity, measure)
        self._before = (quantity.span, measure, frame)
        if frame is None:
            return Period(Ground(by))
        if not is_target and not quantity.number.percent and is_yearly(self._text, quantity, frame):
            return Period(Ground(PeriodBy.YEARLY))
        is_near = self._text.sentence_at(frame.date.start) == self._text.sentence_at(quantity.number.span.start)
        if is_target and is_near:
            self._of_targets.add(frame.date.start)
        if measure.endswith("_total") or measure in ("share", "other"):
            if is_now(self._text, quantity, frame) and not (
                measure == "other" and (is_target or is_deed(self._text, quantity))
            ):
                return Period(Ground(PeriodBy.NOW))
            if measure.endswith("_total"):
                return Period(_ground(frame, by), None, frame.date.last_day, is_near, frame.date.first_day)
        first = frame.date.first_day
        is_added_up = measure not in _LEVELS or is_yearly(self._text, quantity, frame)  # "hằng năm, 70% CĐCS vững mạnh"
        if is_target and first is None and is_added_up and self._term is not None:
            term = self._term.date  # "đến năm 2028, kết nạp 9.000 đoàn viên": in all of the term
            first = term.first_day if term.last_day == frame.date.last_day else None
        return Period(_ground(frame, by), first, frame.date.last_day, is_near, first)

    def _frame_of(
        self, quantity: Quantity, measure: str, wanted: Status | None, *, is_owned: bool
    ) -> tuple[Frame | None, PeriodBy]:
        """The frame of a quantity, and the rule that chose it."""
        is_target = wanted is Status.TARGET
        position = quantity.number.span.start
        sentence = self._text.sentence_around(position)
        line = self._text.line_around(position)
        paragraph = Span(self._text.paragraph_start(position), line.span.end)
        kinds = {Kind.EVENT, Kind.REPORT, Kind.PLAN} if is_target else {Kind.EVENT, Kind.REPORT}
        if is_target and is_yet_to_come(self._text, sentence, position):
            return None, PeriodBy.NOTHING
        inside = self._frames[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
        own, feast = frames_beside(self._text, inside, quantity, measure, kinds=kinds, before_it=self._before[0])
        if measure == "awards" and own is not None and own.bare:
            own = None  # the year is in the honour's name
        goes_on = measure in _HANDED_OUT and position < self._handed_out_till
        is_there = goes_on or (
            is_at_the_event(self._text, sentence, position) and not is_told(self._text, sentence, position, measure)
        )
        if is_there and measure in _HANDED_OUT:
            self._handed_out_till = paragraph.end
        event = self._event if is_there or line.role is Role.CAPTION else None
        own = _settled(own, event, feast, position, measure, is_target=is_target)
        if own is None and not is_target and self._goes_on(sentence, position, measure):
            own = self._before[-1]
        if own is not None:
            return (None, PeriodBy.PRICE) if is_price(self._text, quantity, measure) else (own, PeriodBy.SENTENCE)
        if self._is_pay_or_price(quantity, measure):
            return None, PeriodBy.PRICE
        if position < self._headline_end:
            of_lead = self._of_lead(kinds, measure)
            if of_lead is None and measure == "awards":
                of_lead = self._event
            return of_lead, PeriodBy.NOTHING if of_lead is None else PeriodBy.LEAD
        is_wish = wanted is Status.PROPOSED and not stands_before(self._text, "found_wrong", quantity)
        is_wish = is_wish and not (is_there and measure == "awards")  # "Hội nghị đề nghị tặng Cờ cho 9 tập thể"
        is_given = pattern_of("owners", "given").search(self._text.lower, sentence.start, position) is not None
        if is_wish or (measure == "amount" and not is_owned and not is_target and not is_given):
            return None, PeriodBy.NOTHING
        if line.role is Role.CAPTION and event is not None and not is_target and not measure.endswith("_total"):
            return event, PeriodBy.EVENT
        carried = self._carried(quantity, sentence, paragraph, kinds, measure, is_target=is_target, is_there=is_there)
        if is_target and self._term is not None and (carried is None or carried.kind is Kind.EVENT):
            return self._term, PeriodBy.PLAN  # a congress sets targets for the term that it opens
        if carried is None and is_there and measure in _AT_EVENTS and not is_target:
            carried = event
        if carried is not None and carried.kind is Kind.EVENT:
            carried = None if is_of_another_day(self._text, sentence, position, is_there=is_there) else carried
        is_old = carried is None or carried.date.start < paragraph.start or self._sums_up(carried, sentence)
        if is_old and not is_there and gives_account(self._text, paragraph, position):
            carried = self._last(Kind.SUMMED_UP, position) or carried
        if measure in _GIVEN:
            if (
                feast is not None
                and feast.date.start < position
                and not is_at_the_event(self._text, sentence, position)
            ):
                carried = feast
            elif carried is None or carried.kind is not Kind.EVENT:
                carried = feast or carried or self._last(Kind.FEAST, position)
            elif not is_there and carried.date.start < paragraph.start:
                carried = self._feast_told_since(carried, paragraph, position) or carried
        return carried, PeriodBy.NOTHING if carried is None else carried.kind.value

    def _feast_told_since(self, event: Frame, paragraph: Span, position: int) -> Frame | None:
        """The feast for which a later paragraph than the event's tells what is given: this one, or that of the count
        before."""
        last = self._last(Kind.FEAST, position)
        if last is not None and last.date.start >= paragraph.start:
            return last
        before = self._before[-1]
        return (
            before
            if before is not None and before.kind is Kind.FEAST and before.date.start > event.date.start
            else None
        )

    def _shared(self, quantity: Quantity, measure: str) -> tuple[Frame | None, PeriodBy]:
        """The frame of the count before it in its clause: "khám cho 90 công nhân của 4 công ty".

        What merely describes the thing counted before has none, but the next thing of a list has.
        """
        before, counted, frame = self._before
        start = quantity.number.qualified.start
        if frame is None or before.start < self._text.sentence_around(start).start:
            return None, PeriodBy.NOTHING
        if measure.endswith("_total"):  # "90 đại biểu thay mặt 4.000 đoàn viên"
            is_of_event = frame.kind is Kind.EVENT and stands_before(self._text, "stands_for", quantity)
            return (frame, PeriodBy.EVENT) if is_of_event else (None, PeriodBy.NOTHING)
        between = self._text.lower[before.end : start]
        describes = counted == "other" or (counted == "amount" and measure in ("other", "share"))
        is_next = between.strip(" ,") in ("", *words("quantities", "joining"))
        is_next = is_next or pattern_of("periods", "held_against").match(between) is not None
        is_no_gift = frame.kind is Kind.FEAST and measure not in _GIVEN and measure != "other"
        if ";" in between or (describes and not is_next) or is_no_gift or quantity.unit_class == "area":
            return None, PeriodBy.NOTHING
        return frame, PeriodBy(frame.kind.value)

    def _goes_on(self, sentence: Span, position: int, measure: str) -> bool:
        """Whether it tells what became of what the sentence before counts, or of one of those counted there: "Số tiền
        này giúp 90 người", "Dẫn đầu là huyện Tân An với 40 sáng kiến"."""
        lower = self._text.lower
        if self._before[-1] is not None and self._before[-1].aside:
            return False  # told only to be compared with
        singles_out = pattern_of("periods", "singles_out").match(lower, sentence.start, position) is not None
        if singles_out:
            _, counted, frame = self._before
            is_alike = counted == measure or (frame is not None and frame.kind is not Kind.EVENT)
            return is_alike and not measure.endswith("_total") and self._is_of_sentence_before(sentence)
        return pattern_of("periods", "goes_on").match(lower, sentence.start) is not None and (
            self._is_of_sentence_before(sentence, 2)  # one may stand between that counts nothing
        )

    def _is_of_sentence_before(self, sentence: Span, back: int = 1) -> bool:
        """Whether the count before stands in the sentence or in that before it, or so many before it."""
        return self._text.sentence_at(sentence.start) - self._text.sentence_at(self._before[0].start) <= back

    def _sums_up(self, event: Frame, sentence: Span) -> bool:
        """Whether the event is a meeting that sums some time up, told in front of the sentence."""
        summed_up = self._last(Kind.SUMMED_UP, sentence.start)
        return event.kind is Kind.EVENT and summed_up is not None and summed_up.date.start > event.date.start

    def _last(self, kind: Kind, position: int) -> Frame | None:
        """The last frame of a kind, however far back: what is given for a feast has its year."""
        earlier = self._frames[: bisect_left(self._starts, position)]
        return next((frame for frame in reversed(earlier) if frame.kind is kind), None)

    def _is_pay_or_price(self, quantity: Quantity, measure: str) -> bool:
        return is_price(self._text, quantity, measure) or (
            measure == "amount" and is_pay(self._text, quantity, measure)
        )

    def _carried(
        self,
        quantity: Quantity,
        sentence: Span,
        paragraph: Span,
        kinds: set[Kind],
        measure: str,
        *,
        is_target: bool,
        is_there: bool,
    ) -> Frame | None:
        """The frame that a sentence before left behind; ``is_there`` says that the article's event goes on."""
        now = bisect_left(self._starts, sentence.start)
        is_for_feast = measure in _GIVEN and self._event is None
        is_told_on = pattern_of("periods", "told_on").match(self._text.lower, sentence.start) is not None
        earlier = [
            frame
            for frame in self._frames[max(0, now - _MEMORY) : now]
            if frame.kind in kinds
            and (
                frame.lasts
                or frame.date.start >= paragraph.start
                or (frame.of_feast and is_for_feast)
                or (is_told_on and frame.leads and frame.date.last_day is None)
            )
            and (
                frame.date.first_day is not None
                or measure.endswith("_total")
                or frame.date.start >= paragraph.start
                or (sentence.start < frame.list_end and not is_target)
            )
            and not frame.aside
            and not (measure == "awards" and frame.bare)
            and (is_target or not (frame.is_ahead or frame.date.start in self._of_targets or self._is_to_come(frame)))
        ]
        if measure.endswith("_total") and not is_target:
            earlier = [frame for frame in earlier if frame.kind is not Kind.REPORT or frame.date.first_day is None]
        if not earlier:
            return self._summed_up(sentence, measure)
        events = [frame for frame in earlier if frame.kind is Kind.EVENT]
        if events and is_there:
            here = [frame for frame in events if frame.date.start >= paragraph.start and not frame.is_earlier]
            return (here or [frame for frame in events if frame.date.start < self._lead_end] or events[:1])[-1]
        of_event = bool(events) and self._is_of_lead(events[-1], events)
        if measure == "awards" and of_event:
            earlier = [frame for frame in earlier if frame.date.start >= paragraph.start]
        if measure == "other" and not is_target and not is_told_on and not is_deed(self._text, quantity):
            earlier = [frame for frame in earlier if frame.date.start >= paragraph.start]
        here = [frame for frame in earlier if frame.kind is not Kind.EVENT or frame.date.start >= paragraph.start]
        summed_up = self._summed_up(sentence, measure) if not here else None
        if summed_up is not None:
            return summed_up
        if here or measure not in _AT_EVENTS:
            return widest(here, paragraph) if here else None
        return events[-1] if of_event else None

    def _summed_up(self, sentence: Span, measure: str) -> Frame | None:
        """The time that the meeting or the report sums up, for what is done and not for what is at the meeting."""
        if measure in OF_MEETINGS or measure.endswith("_total"):
            return None
        return self._last(Kind.SUMMED_UP, sentence.start)

    def _is_of_lead(self, event: Frame, events: Sequence[Frame]) -> bool:
        """Whether an event is that of the lead, told there or once more: "trong ngày hôm nay"."""
        days = (event.date.first_day, event.date.last_day)
        in_lead = (frame.date for frame in events if frame.date.start < self._lead_end)
        return any((date.first_day, date.last_day) == days for date in in_lead)

    def _of_lead(self, kinds: set[Kind], measure: str) -> Frame | None:
        """A headline's count takes the period of the lead, the first line of the body."""
        allowed = kinds | {Kind.FEAST} if measure in _GIVEN else kinds
        inside = [
            frame
            for frame in self._frames
            if frame.date.start < self._lead_end and not (measure == "awards" and frame.bare)
        ]
        if measure not in OF_MEETINGS and all(frame.kind is not Kind.REPORT for frame in inside):
            allowed = {Kind.SUMMED_UP} if any(frame.kind is Kind.SUMMED_UP for frame in inside) else allowed
        if measure == "awards" and any(frame.kind is Kind.EVENT for frame in inside):
            allowed = {Kind.EVENT}
        return next((frame for frame in inside if frame.kind in allowed), None)

    def _is_to_come(self, frame: Frame) -> bool:
        """Whether a frame ends in a later year than that of the article: nothing has been done in all of it."""
        return self._year is not None and frame.date.last_day is not None and frame.date.last_day[:4] > self._year


def _ground(frame: Frame, by: PeriodBy) -> Ground:
    return Ground(by, Span(frame.date.start, frame.date.end))


def _settled(
    own: Frame | None, event: Frame | None, feast: Frame | None, position: int, measure: str, *, is_target: bool
) -> Frame | None:
    """The frame of a count's own sentence, unless the event or the feast that it speaks of tells its time better."""
    if own is None:
        return None
    if is_target:  # "Ngày 31/1, công bố kế hoạch chăm lo Tết Mậu Tuất 2018, theo đó sẽ tặng 900 suất quà"
        return feast if feast is not None and own.kind is Kind.EVENT else own
    if event is not None and measure == "awards" and own.kind is Kind.REPORT and not own.leads:
        return None  # "Dịp này, khen 3 tập thể tiêu biểu giai đoạn 2015-2020; 2 tập thể …"
    if event is not None and own.date.start > position:
        return event  # "Tại lễ, 32 em nhận học bổng, hành trang vào năm học 2024 - 2025"
    return own
