"""Offsets in the units of other tools: browsers count UTF-16 code units or graphemes, we count code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import regex

from ..errors import RecordError
from .units import Unit

__all__ = ["Offsets"]

_GRAPHEME = regex.compile(r"\X")
_LAST_OF_BMP = "\uffff"


@dataclass(frozen=True, slots=True)
class Offsets:
    """The boundaries of a text's units, each in code points and in the unit; null where they are the same."""

    length: int
    boundaries: tuple[tuple[int, ...], tuple[int, ...]] | None

    @classmethod
    def of(cls, text: str, unit: Unit) -> Offsets:
        """The offsets of a text.

        >>> offsets = Offsets.of("🎉 8 lớp", Unit.UTF_16)
        >>> offsets.outward(2, 7), offsets.inward(3, 8)
        ((3, 8), (2, 7))
        """
        if unit is Unit.CODE_POINTS or (unit is Unit.UTF_16 and (not text or max(text) <= _LAST_OF_BMP)):
            return cls(len(text), None)
        if unit is Unit.UTF_16:
            sizes = accumulate((1 + (letter > _LAST_OF_BMP) for letter in text), initial=0)
            return cls(len(text), (tuple(range(len(text) + 1)), tuple(sizes)))
        starts = tuple(_grapheme_starts(text))
        return cls(len(text), (starts, tuple(range(len(starts)))))

    def outward(self, start: int, end: int) -> tuple[int, int]:
        """A span in code points as one in the unit; what begins or ends within a unit takes the whole of it."""
        if self.boundaries is None:
            return start, end
        points, units = self.boundaries
        return units[bisect_right(points, start) - 1], units[bisect_left(points, end)]

    def inward(self, start: int, end: int) -> tuple[int, int]:
        """A span in the unit as one in code points; raises ``RecordError`` where the text has no such span."""
        last = self.length if self.boundaries is None else self.boundaries[1][-1]
        if not 0 <= start < end <= last:
            raise RecordError(f"{start} to {end} is no span of the text, which ends at {last}")
        if self.boundaries is None:
            return start, end
        points, units = self.boundaries
        return points[bisect_right(units, start) - 1], points[bisect_left(units, end)]


def _grapheme_starts(text: str) -> Iterator[int]:
    """Where each grapheme begins, and where the last one ends."""
    for found in _GRAPHEME.finditer(text):
        yield found.start()
    yield len(text)
