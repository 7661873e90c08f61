"""How much a line of a page speaks of what its article speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from .features import LineFeatures
from .once import once

__all__ = ["Kinship"]

T = TypeVar("T")


class Kinship:
    """How much a line speaks of what the article speaks of: its pairs of words, its names."""

    def __init__(self, article: Sequence[LineFeatures]) -> None:
        self.article = article

    @once
    def _bigrams(self) -> _Shared[tuple[str, str]]:
        return _Shared([line.bigrams for line in self.article])

    @once
    def _names(self) -> _Shared[str]:
        return _Shared([line.capitalised for line in self.article])

    def with_line(self, line: LineFeatures) -> Kinship:
        """The same with one more line: what is known of the others is not worked out again."""
        more = Kinship([line, *self.article])
        more._bigrams = self._bigrams.with_line(line.bigrams)
        return more

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
            self._add(set(line))

    def _add(self, things: set[T]) -> None:
        self._twice |= self._once & things
        self._once |= things

    def with_line(self, line: Iterable[T]) -> _Shared[T]:
        """The same with one more line."""
        more = _Shared[T](())
        more._once, more._twice = self._once.copy(), self._twice.copy()
        more._add(set(line))
        return more

    def count(self, things: Iterable[T], own: bool) -> int:
        """How many of the things the article's lines have, or, for things of its ``own`` lines, its other lines."""
        return sum(map((self._twice if own else self._once).__contains__, things))
