"""How much a line of a page speaks of what its article speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from .features import LineFeatures

__all__ = ["Kinship"]

T = TypeVar("T")


class Kinship:
    """How much a line speaks of what the article speaks of: its pairs of words, its names."""

    def __init__(self, article: Sequence[LineFeatures]) -> None:
        self._bigrams = _Shared([line.bigrams for line in article])
        self._names = _Shared([line.capitalised for line in article])

    def shared(self, line: LineFeatures, *, own: bool = False) -> float:
        """The share, from 0 to 1, of the line's word pairs that the article has too (``own``: it is part of it)."""
        return self._bigrams.count(line.bigrams, own) / len(line.bigrams) if line.bigrams else 0.0

    def foreign_names(self, line: LineFeatures, *, own: bool = False) -> int:
        """How many of the line's capitalised words the article never has."""
        return len(line.names) - self._names.count(line.names, own)


class _Shared(Generic[T]):
    """What the lines of an article have, and what at least two of them have."""

    def __init__(self, lines: Iterable[Iterable[T]]) -> None:
        self._once: set[T] = set()
        self._twice: set[T] = set()
        for line in lines:
            things = set(line)
            self._twice |= self._once & things
            self._once |= things

    def count(self, things: Iterable[T], own: bool) -> int:
        """How many of the things the article's lines have, or, for things of its ``own`` lines, its other lines."""
        return sum(map((self._twice if own else self._once).__contains__, things))
