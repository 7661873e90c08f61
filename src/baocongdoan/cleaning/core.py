"""Where the article's prose is: the stretch of lines that weighs most."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..records import Role
from .features import LineFeatures
from .marks import Mark

__all__ = ["Core", "find_core"]

_FULL_WEIGHT = 60  # words; a paragraph weighs no more, or one of a related article could outweigh a short one
_AGAINST = {"end": -150.0, "links": -40.0}  # words' worth of prose that it takes to go on over such a heading
_MARKED = -15.0
_HEADLINE = -8.0
_HEADLINES = -12.0  # in a row
_TEASER = 0.25  # of its weight: a lone paragraph among headlines, below a heading of related links


class Core(Struct, frozen=True):
    """The first and the last line (by index) of the article's prose; ``weight`` in words."""

    first: int
    last: int
    weight: float

    def holds(self, index: int) -> bool:
        """Whether the line is within.

        >>> Core(2, 5, 90.0).holds(5), Core(2, 5, 90.0).holds(6)
        (True, False)
        """
        return self.first <= index <= self.last


def find_core(lines: Sequence[LineFeatures], marks: Sequence[Mark | None]) -> Core | None:
    """The stretch of lines with the greatest sum of weights; none where there is no paragraph at all."""
    best: Core | None = None
    total, first = 0.0, 0
    for index, weight in enumerate(_weights(lines, marks)):
        if total <= 0:
            total, first = 0.0, index
        total += weight
        if weight > 0 and (best is None or total > best.weight):
            best = Core(first, index, total)
    return best


def _weights(lines: Sequence[LineFeatures], marks: Sequence[Mark | None]) -> list[float]:
    weights = []
    listed = False  # below a heading of related links
    for line, found in zip(lines, marks, strict=True):
        if found is not None and found.weak and line.statement:
            weights.append(_MARKED)
        elif found is not None:
            listed = listed or bool(found.opens)
            weights.append(_AGAINST.get(found.opens, 0.0 if found.role is Role.CAPTION else _MARKED))
        elif line.statement:
            weight = float(min(line.words, _FULL_WEIGHT))
            weights.append(weight * _TEASER if listed and _is_lone(line, lines) else weight)
        elif line.bullet or line.announces:
            weights.append(0.0)
        else:
            weights.append(_HEADLINES if _is_headline(line.index - 1, lines) else _HEADLINE)
    return weights


def _is_headline(index: int, lines: Sequence[LineFeatures]) -> bool:
    return 0 <= index < len(lines) and not lines[index].statement and not lines[index].bullet


def _is_lone(line: LineFeatures, lines: Sequence[LineFeatures]) -> bool:
    return not any(0 <= near < len(lines) and lines[near].statement for near in (line.index - 1, line.index + 1))
