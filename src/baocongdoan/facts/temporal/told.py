"""What the words around a count tell of its time without naming any: that it was at the event, before it, or is now."""

from __future__ import annotations

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...mentions.quantities import Quantity
from ...records import Date
from .frames import Frame

__all__ = [
    "OF_MEETINGS",
    "gives_account",
    "is_at_the_event",
    "is_deed",
    "is_now",
    "is_of_another_day",
    "is_told",
    "is_yearly",
    "is_yet_to_come",
    "stands_before",
    "stands_behind",
]

OF_MEETINGS = frozenset({"awards", "event_participants", "other", "share"})
_DOERS = ("union", "enterprise", "group")
_LOOK_BACK = 90


def is_deed(text: Text, quantity: Quantity) -> bool:
    """Whether a verb of doing governs the number, or follows: "giải quyết 12 đơn thư", "9 xã đã lập quỹ"."""
    has_done = pattern_of("periods", "has_done").match(text.lower, quantity.span.end) is not None
    is_compared = quantity.number.percent and (
        stands_behind(text, "compared_behind", quantity) or stands_before(text, "compared_in_front", quantity)
    )
    if is_compared or (has_done and quantity.unit_class in _DOERS):
        return True
    return stands_before(text, "deed", quantity) or stands_behind(text, "voiced", quantity)


def stands_behind(text: Text, pattern: str, quantity: Quantity) -> bool:
    """Whether a pattern matches right behind a number."""
    return pattern_of("periods", pattern).match(text.lower, quantity.number.span.end) is not None


def stands_before(text: Text, pattern: str, quantity: Quantity) -> bool:
    """Whether a pattern matches right in front of a number, in its sentence."""
    start = quantity.number.qualified.start
    sentence = text.sentence_around(start)
    low = max(sentence.start, start - _LOOK_BACK)
    return pattern_of("periods", pattern).match(text.lower, low, start) is not None


def is_of_another_day(text: Text, sentence: Span, position: int, *, is_there: bool) -> bool:
    """Whether it is of today or of some time before, not of the event; ``is_there`` says that the event goes on."""
    lower = text.lower
    if not is_there and pattern_of("periods", "of_another_day").match(lower, sentence.start) is not None:
        return True
    before = text.sentences[max(text.sentence_at(sentence.start) - 1, 0)]
    is_below = before.start >= text.paragraph_start(position) and not is_there
    if is_below and pattern_of("periods", "up_to_now").match(lower, before.start) is not None:
        return True
    return pattern_of("periods", "earlier").search(lower, sentence.start, position) is not None


def is_yearly(text: Text, quantity: Quantity, frame: Frame) -> bool:
    """Whether its clause says that it comes again every year: then it is of no single one.

    "Đóng góp hằng năm, riêng năm 2023 thu được 2 tỷ đồng" is of the one year, and a yearly mean is of the years.
    """
    start = quantity.number.qualified.start
    low = text.sentence_around(start).start
    if frame.date.start < start:
        low = max(low, frame.date.end)
    found = pattern_of("periods", "yearly").search(text.lower, low, start)
    return found is not None and not (found["mean"] and _is_of_years(frame.date))


def is_yet_to_come(text: Text, sentence: Span, position: int) -> bool:
    """Whether the clause says "thời gian tới": some time that no frame before it tells."""
    return pattern_of("periods", "coming").search(text.lower, sentence.start, position) is not None


def is_at_the_event(text: Text, sentence: Span, position: int) -> bool:
    """Whether the sentence, or the clause of a position in it, speaks of the event that the article reports."""
    lower = text.lower
    clause = lower.rfind(";", sentence.start, position) + 1
    if pattern_of("periods", "at_the_event").match(lower, sentence.start) is not None:
        return True
    if clause and pattern_of("periods", "there").match(lower, clause) is not None:
        return True
    return pattern_of("periods", "elected_there").search(lower, sentence.start, sentence.end) is not None


def is_told(text: Text, sentence: Span, position: int, measure: str) -> bool:
    """Whether it is a deed that somebody tells at the event, so that it was done before."""
    told = pattern_of("periods", "told_there").search(text.lower, sentence.start, position) is not None
    return told and measure not in OF_MEETINGS and not measure.endswith("_total")


def gives_account(text: Text, paragraph: Span, position: int) -> bool:
    """Whether the paragraph, up to an offset, tells what a report says."""
    begins = pattern_of("periods", "account")
    first, last = text.sentence_at(paragraph.start), text.sentence_at(position)
    starts = (sentence.start for sentence in text.sentences[first : last + 1])
    return any(begins.match(text.lower, start) for start in starts)


def is_now(text: Text, quantity: Quantity, frame: Frame) -> bool:
    """Whether the sentence says "hiện có": as of the day of writing, which no frame before it tells."""
    start = quantity.number.qualified.start
    sentence = text.sentence_around(start)
    low = max(sentence.start, frame.date.end if frame.date.start < start else 0)
    return pattern_of("periods", "now").search(text.lower, low, start) is not None


def _is_of_years(date: Date) -> bool:
    return date.first_day is not None and date.last_day is not None and date.first_day[:4] < date.last_day[:4]
