"""Holding out: each thing is judged by what was learned without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

__all__ = ["folds"]

T = TypeVar("T")


def folds(things: Sequence[T], count: int) -> Iterator[tuple[Sequence[T], Sequence[T]]]:
    """Of so many parts each in turn (fewer where there are fewer things): what to learn from, and what is held out.

    >>> [*folds("abcde", 2)]
    [(['b', 'd'], 'ace'), (['a', 'c', 'e'], 'bd')]
    """
    count = min(count, len(things))
    for fold in range(count):
        yield [thing for place, thing in enumerate(things) if place % count != fold], things[fold::count]
