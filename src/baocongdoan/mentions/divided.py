"""Bare numbers into which a count is divided: "31 CĐCS: khối trường học 14, doanh nghiệp 11, cơ quan 6"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ..language.text import Text
from ..lexicon.loader import pattern_of
from .numbers import NumberMention

if TYPE_CHECKING:
    from .quantities import Quantity

__all__ = ["divided", "in_turn", "is_bare", "may_be_a_part"]

_REACH = 60  # code points between "lần lượt" and the first number of its row
_WHOLES = 8  # the counts in front of a list among which its whole is looked for
_FEW = 10  # numbers below it are soon the sum of others
_MOST = 40  # numbers of a list


def is_bare(text: Text, number: NumberMention) -> bool:
    """Whether a number is figures alone: no word, scale or second number."""
    return text.lower[number.span.start : number.span.end].replace(".", "").isdigit()


def may_be_a_part(text: Text, number: NumberMention) -> bool:
    """Whether a number without a noun ends its clause behind a word: "doanh nghiệp 11;", "(76.450)"."""
    if not is_bare(text, number):
        return False
    if pattern_of("quantities", "part_ends").match(text.lower, number.span.end) is None:
        return False
    start = number.qualified.start
    return pattern_of("quantities", "part_begins").search(text.lower, max(0, start - 4), start) is not None


def in_turn(text: Text, numbers: Sequence[NumberMention], last: Quantity) -> Sequence[NumberMention]:
    """The numbers that stand in a row in front of a count and have its noun, if they are told in turn: "lần lượt kết
    nạp | 14.210, | 9.875 và 4.320 đoàn viên"."""
    row: list[NumberMention] = []
    start = last.number.qualified.start
    for number in reversed(numbers):
        if text.lower[number.span.end : start] not in (", ", " và ") or not is_bare(text, number):
            break
        row.append(number)
        start = number.qualified.start
    told = row and pattern_of("quantities", "in_turn").search(text.lower, max(0, start - _REACH), start)
    return row[::-1] if told else ()


def divided(
    text: Text, bare: Sequence[NumberMention], found: Sequence[Quantity]
) -> Iterator[tuple[NumberMention, Quantity]]:
    """Bare numbers, each with the count of which it is a part: with what a sentence lists they add up to it."""
    starts = [quantity.number.span.start for quantity in found]
    for index, numbers in groupby(bare, lambda number: text.sentence_at(number.span.start)):
        listed = list(numbers)[:_MOST]
        sentence = text.sentences[index]
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        told: list[tuple[int, float, NumberMention | None]] = [
            *((quantity.number.span.start, quantity.number.value, None) for quantity in found[low:high]),
            *((number.span.start, number.value, number) for number in listed),
        ]
        told.sort(key=lambda one: one[0])
        first = next(place for place, one in enumerate(told) if one[2] is not None)
        before = bisect_left(starts, told[first][0])
        for whole in reversed(found[max(0, before - _WHOLES) : before]):
            if whole.unit is None or whole.number.value < _FEW or index - text.sentence_at(whole.number.span.start) > 1:
                continue
            behind = [one for one in told if one[0] > whole.number.span.start][: 2 * _MOST]
            if run := _adding_up(whole.number.value, behind):
                yield from ((number, whole) for _, _, number in run if number is not None)
                break


def _adding_up(
    value: float, told: Sequence[tuple[int, float, NumberMention | None]]
) -> Sequence[tuple[int, float, NumberMention | None]]:
    """The first run of two or more, a bare number among them, that comes to the value."""
    for first in range(len(told)):
        total: float = 0
        for last in range(first, len(told)):
            total += told[last][1]
            if total >= value:
                run = told[first : last + 1]
                if total == value and len(run) > 1 and any(number is not None for _, _, number in run):
                    return run
                break
    return ()
