"""The frame that a count's own sentence tells: in front of the number, behind it, or right beside it."""

from __future__ import annotations

from collections.abc import Sequence

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...mentions.quantities import Quantity
from .frames import Frame, Kind

__all__ = ["frames_beside"]


def frames_beside(
    text: Text, frames: Sequence[Frame], quantity: Quantity, measure: str, *, kinds: set[Kind], before_it: Span
) -> tuple[Frame | None, Frame | None]:
    """The frame within the sentence (the last in front of the number, else the first behind), and a feast.

    ``frames`` are those of the sentence, ``before_it`` is the count before.
    """
    position = quantity.number.span.start
    sentence = text.sentence_around(position)
    beside = [frame for frame in frames if frame.of_number]
    frames = [frame for frame in frames if not frame.of_number and (frame.till is None or position < frame.till)]
    for frame in beside:  # "từ 41% (năm 2019) lên 63%"
        between = text.lower[quantity.number.span.end : frame.date.start]
        if frame.date.start > position and not any(map(str.isdigit, between)):
            return frame, None
    proper = [frame for frame in frames if frame.kind in kinds and not _is_of_merit(text, position, frame, measure)]
    before = [frame for frame in proper if frame.date.start < position]
    leading = [frame for frame in before if frame.leads]
    behind = [frame for frame in proper if frame.date.start > position and _reaches(text, position, frame)]
    feasts = [frame for frame in frames if frame.kind is Kind.FEAST]
    clause = text.lower.rfind(";", sentence.start, position) + 1 or sentence.start
    is_aim = measure == "share" and Kind.PLAN in kinds
    if not (measure.endswith("_total") or is_aim):  # "đến năm 2028 có 9.000 đoàn viên; mỗi năm lập 35 CĐCS"
        before = [frame for frame in before if frame.date.first_day is not None or frame.date.start >= clause]
    if behind and not leading and before and _is_next_pair(text, before_it, before[-1], quantity, behind[0]):
        before = []
    if behind and all(frame.date.start < clause for frame in before):
        leading, before = [], []  # "…; còn huyện A kết nạp 12 người trong tháng 10"
    if leading and leading[-1].of_subject:
        leading = []  # a later time of the clause is nearer: "mức năm nay là 8 triệu, gấp đôi năm trước - 4 triệu"
    own = leading[-1:] or before[-1:] or behind[:1]
    return own[0] if own else None, feasts[0] if feasts else None


def _is_next_pair(text: Text, number: Span, before: Frame, quantity: Quantity, behind: Frame) -> bool:
    """Whether the number has its time right behind it, as that before has: "từ 4% năm 2019 lên 6% năm 2023"."""
    pairs = ((number.end, before), (quantity.number.span.end, behind))
    together = pattern_of("periods", "with_its_number")
    return number.end <= before.date.start < quantity.number.span.start and all(
        together.match(text.lower, end, frame.date.start) for end, frame in pairs
    )


def _is_of_merit(text: Text, position: int, frame: Frame, measure: str) -> bool:
    """Whether a frame behind an award tells when it was earned, not when it was given."""
    if measure != "awards" or frame.date.start < position:
        return False
    return pattern_of("periods", "merit").search(text.lower, position, frame.date.start) is not None


def _reaches(text: Text, position: int, frame: Frame) -> bool:
    """Whether a frame behind a number still belongs to the number's clause."""
    between = text.lower[position : frame.date.start]
    is_open = frame.date.first_day is None or frame.date.last_day is None
    if pattern_of("periods", "of_something_else").search(between) is not None:
        return False
    return not frame.leads and ";" not in between and ":" not in between and not (is_open and "," in between)
