"""Which measure a percentage is of: how much of a target was reached, the part of a group, or a mere rise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...language.text import Text
from ...lexicon.loader import pattern_of
from ...mentions.quantities import Quantity
from .lent import GAINS
from .measure_rules import OTHER

if TYPE_CHECKING:
    from .measures import Measured

__all__ = ["Rates", "is_rise", "stands_before"]

_WHOLE = 100  # per cent
_FARTHEST = 150  # code points in front of a percent in which its clause begins


class Rates:
    """The percentages of a text; ``told`` are the measures told so far, and grows while they are asked."""

    def __init__(self, quantities: Sequence[Quantity], told: Sequence[Measured], text: Text) -> None:
        self._quantities = quantities
        self._told = told
        self._text = text

    def measure(self, index: int) -> str:
        """The measure of the percentage of an index."""
        quantity = self._quantities[index]
        if quantity.number.value < _WHOLE and stands_before(self._text, "gap_before", quantity, 20):
            return OTHER  # "vượt 25% chỉ tiêu"
        if pattern_of("quantities", "rate_of_interest").match(self._text.lower, quantity.number.span.end):
            return OTHER
        behind = quantity.number.span.end
        following = pattern_of("quantities", "joined_percent").match(self._text.lower, behind)
        if following is not None:  # "đạt 114% và 123% kế hoạch"
            behind = following.end()
        if pattern_of("quantities", "rate_of_target").match(self._text.lower, behind):
            return "target_rate"
        if self._changes_to(index) or self._changes_to(index + 1):
            return "share" if self._is_of_a_group(quantity) else OTHER
        if is_rise(self._text, quantity):
            is_rate = stands_before(self._text, "changed_to", quantity, 60) and self._is_of_a_group(quantity)
            return "share" if is_rate else OTHER
        return "target_rate" if self._is_rate_of_target(index) else "share"

    def _changes_to(self, index: int) -> bool:
        """Whether a percent is what the one in front of it became: "giảm từ 5% xuống còn 3%"."""
        if not 0 < index < len(self._quantities):
            return False
        before, quantity = self._quantities[index - 1].number, self._quantities[index].number
        if not (before.percent and quantity.percent):
            return False
        between = self._text.lower[before.span.end : quantity.qualified.start]
        return pattern_of("quantities", "changes_to").fullmatch(between) is not None

    def _is_of_a_group(self, quantity: Quantity) -> bool:
        """Whether the sentence speaks of a rate, in front of the number."""
        start = quantity.number.span.start
        sentence = self._text.sentence_around(start)
        return pattern_of("quantities", "rate_of_a_group").search(self._text.lower, sentence.start, start) is not None

    def _is_rate_of_target(self, index: int) -> bool:
        """Whether a bare percent says how much of a target was reached: "chỉ tiêu phát triển đoàn viên đạt 98%".

        More than all of a group there can't be; and one such percent follows another: "đạt 114%, … đạt 96%".
        """
        quantity = self._quantities[index]
        if index and self._is_rate_of_gain(index):
            return True
        start, end = quantity.number.span.start, quantity.number.span.end
        if pattern_of("quantities", "clause_ends").match(self._text.lower, end) is None:
            return False
        if stands_before(self._text, "target_in_front", quantity, 60):
            return True  # "đạt chỉ tiêu 200%"
        if quantity.number.is_bound or not stands_before(self._text, "reaches", quantity, 30):
            return False
        if quantity.number.value > _WHOLE:
            return True
        sentence = self._text.sentence_around(start)
        clause = max(sentence.start, start - _FARTHEST)
        if pattern_of("quantities", "target_reaches").search(self._text.lower, clause, start) is not None:
            return True
        if not index or self._told[index - 1].measure != "target_rate":
            return False
        before = self._quantities[index - 1].number.span
        return (
            before.start >= sentence.start
            and pattern_of("quantities", "rate_of_a_group").search(self._text.lower, before.end, start) is None
        )

    def _is_rate_of_gain(self, index: int) -> bool:
        """Whether a bare percent says how much of its target a gain reached: "kết nạp 650 đoàn viên, đạt 130%"."""
        before = self._quantities[index - 1]
        if self._told[index - 1].measure not in GAINS:
            return False
        return (
            pattern_of("quantities", "reached").fullmatch(
                self._text.lower, before.span.end, self._quantities[index].number.span.end + 1
            )
            is not None
        )


def is_rise(text: Text, quantity: Quantity) -> bool:
    """Whether the number is a rise, a fall or a gap."""
    return stands_before(text, "rise_before", quantity, 60)


def stands_before(text: Text, pattern: str, quantity: Quantity, reach: int) -> bool:
    """Whether a pattern of ``quantities.toml`` stands right in front of the number."""
    start = quantity.number.qualified.start
    return pattern_of("quantities", pattern).match(text.lower, max(0, start - reach), start) is not None
