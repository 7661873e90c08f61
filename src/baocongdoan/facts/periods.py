"""The period that a count covers: which of the article's time expressions frames it.

A time expression *frames* what is said when it opens a clause ("Năm 2024, …") or tells when something was done
("… trong 6 tháng đầu năm"); one that belongs to a plan's name, a comparison or an anniversary frames nothing. A frame
holds for its sentence, and a reporting period goes on holding until a new one comes; an event's day goes on holding
in its paragraph and where a sentence speaks of the event again ("Tại hội nghị, …").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

import regex

from ..language.text import Span, Text
from ..lexicon.loader import load
from ..mentions.quantities import Quantity
from ..records import Date, Granularity, Role

__all__ = ["Period", "Periods"]

_LOOK_BACK = 90
_GIVEN = frozenset({"gifts", "beneficiaries", "amount", "homes"})


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both inclusive ISO dates; null where nothing says."""

    first_day: str | None = None
    last_day: str | None = None


class _Kind(Enum):
    EVENT = auto()  # a day or a few days
    REPORT = auto()  # a reporting period
    FEAST = auto()  # the year of a feast


@dataclass(frozen=True, slots=True)
class _Frame:
    date: Date
    kind: _Kind
    leads: bool  # stands at the front of its clause


class Periods:
    """The frames of an article, asked count by count."""

    def __init__(self, text: Text, dates: Sequence[Date], taken: Sequence[Span]) -> None:
        """``taken`` are the spans of acts: a date inside a citation frames nothing."""
        self._text = text
        frames = (_frame(date, text) for date in dates if not _inside(date, taken))
        self._frames = [frame for frame in frames if frame is not None]
        self._starts = [frame.date.start for frame in self._frames]

    def of(self, quantity: Quantity, measure: str) -> Period:
        """The period of a quantity; of a stock only the day of its last day."""
        frame = self._frame_of(quantity, measure)
        if frame is None:
            return Period()
        if measure.endswith("_total"):
            return Period() if self._is_now(quantity) else Period(None, frame.date.last_day)
        return Period(frame.date.first_day, frame.date.last_day)

    def _frame_of(self, quantity: Quantity, measure: str) -> _Frame | None:
        position = quantity.number.span.start
        index = self._text.sentence_at(position)
        sentence = self._text.sentences[index]
        own = self._own(sentence, quantity, measure)
        if own is not None:
            return own
        line = self._text.lines[self._text.line_at(position)]
        if line.role is Role.TITLE:
            return self._first_of_lead(measure)
        if load("periods").pattern("at_the_event").match(self._text.lower, sentence.start):
            event = self._last(sentence.start, {_Kind.EVENT})
            if event is not None:
                return event
        carried = self._last(sentence.start, {_Kind.EVENT, _Kind.REPORT})
        if carried is not None and carried.kind is _Kind.EVENT and carried.date.start < line.span.start:
            return self._last(sentence.start, {_Kind.REPORT})
        return carried

    def _own(self, sentence: Span, quantity: Quantity, measure: str) -> _Frame | None:
        """The frame within the sentence: the last one in front of the number, else the first one behind."""
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        frames = self._frames[low:high]
        position = quantity.number.span.start
        proper = [frame for frame in frames if frame.kind is not _Kind.FEAST]
        before = [frame for frame in proper if frame.date.start < position and frame.leads] or [
            frame for frame in proper if frame.date.start < position
        ]
        if before:
            return before[-1]
        behind = [frame for frame in proper if frame.date.start > position and self._reaches(position, frame)]
        if behind:
            return behind[0]
        feasts = [frame for frame in frames if frame.kind is _Kind.FEAST]
        return feasts[0] if feasts and measure in _GIVEN else None

    def _reaches(self, position: int, frame: _Frame) -> bool:
        """Whether a frame behind a number still belongs to the number's clause."""
        return not frame.leads and ";" not in self._text.lower[position : frame.date.start]

    def _last(self, position: int, kinds: set[_Kind]) -> _Frame | None:
        for frame in reversed(self._frames[: bisect_left(self._starts, position)]):
            if frame.kind in kinds:
                return frame
        return None

    def _first_of_lead(self, measure: str) -> _Frame | None:
        """A headline's count takes the period of the lead, the first line of the body."""
        leads = [line.span for line in self._text.lines if line.role is Role.BODY][:1]
        for frame in self._frames:
            if any(span.start <= frame.date.start < span.end for span in leads) and (
                frame.kind is not _Kind.FEAST or measure in _GIVEN
            ):
                return frame
        return None

    def _is_now(self, quantity: Quantity) -> bool:
        start = quantity.number.qualified.start
        return load("periods").pattern("now").match(self._text.lower, max(0, start - 60), start) is not None


def _inside(date: Date, taken: Sequence[Span]) -> bool:
    return any(span.start < date.start and date.end <= span.end for span in taken)


def _frame(date: Date, text: Text) -> _Frame | None:
    lexicon = load("periods")
    low = max(text.lines[text.line_at(date.start)].span.start - 1, date.start - _LOOK_BACK, 0)

    def stands_before(name: str) -> regex.Match[str] | None:
        return lexicon.pattern(name).match(text.lower, low, date.start)

    if stands_before("feast"):
        return _Frame(date, _Kind.FEAST, False)
    leads = stands_before("opens_a_clause") is not None
    if not leads and stands_before("part_of_a_name"):
        return None
    kind = _Kind.EVENT if _is_days(date) else _Kind.REPORT
    says_when = leads or stands_before("tells_when")
    if kind is _Kind.REPORT and not says_when and (date.granularity is Granularity.TERM or date.quote.isdigit()):
        return None
    return _Frame(date, kind, leads)


def _is_days(date: Date) -> bool:
    """Whether the expression means a day or a few days, as an event has."""
    if date.granularity is Granularity.DAY:
        return True
    if date.granularity is not Granularity.RANGE or date.first_day is None or date.last_day is None:
        return False
    whole_months = date.first_day[8:] == "01" and date.last_day[8:] >= "28"
    return not whole_months
