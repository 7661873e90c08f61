"""The whole names that an article prints, looked up by what a shorter form of one has in common with it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from ..lexicon.loader import pattern_of

__all__ = ["NameIndex", "without_kind", "without_nation"]

_MOST_REMEMBERED = 1024  # names


class NameIndex:
    """Names in their order. Holding every short form against every name would take four times as long for twice the
    text; these are the few names that are worth a closer look.

    >>> names = NameIndex(["công ty tnhh hoa mai", "sở y tế tỉnh hà nam", "công ty hoa mai việt nam"])
    >>> names.ending_as("công ty hoa mai"), names.beginning_with("công ty")
    (['công ty tnhh hoa mai', 'công ty hoa mai việt nam'], ['công ty tnhh hoa mai', 'công ty hoa mai việt nam'])
    >>> names.without_kind("sở y tế hà nam")
    ['sở y tế tỉnh hà nam']
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._order = {name: place for place, name in enumerate(names)}
        self._sorted = sorted(self._order)
        self._kindless: defaultdict[str, list[str]] = defaultdict(list)
        self._by_end: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._order:
            self._kindless[without_kind(name)].append(name)
            for end in {_last_word(name), _last_word(without_nation(name))}:
                self._by_end[end].append(name)

    def without_kind(self, name: str) -> list[str]:
        """The names that are this one without the kind of their place."""
        return self._kindless.get(name, [])

    def ending_as(self, name: str) -> list[str]:
        """The names with the last word of this one, a nation behind it left aside or not."""
        return self._by_end.get(_last_word(name), [])

    def beginning_with(self, words: str) -> list[str]:
        """The names that begin with these words and go on."""
        first, last = (bisect_left(self._sorted, words + mark) for mark in " !")  # "!" comes right behind the space
        return self.in_order(self._sorted[first:last])

    def in_order(self, *found: Iterable[str]) -> list[str]:
        """What was found, each name once, in the order of the names."""
        return sorted({name for names in found for name in names}, key=self._order.__getitem__)


def _last_word(name: str) -> str:
    return name[name.rfind(" ") + 1 :]


@lru_cache(_MOST_REMEMBERED)
def without_kind(name: str) -> str:
    """The name without the kind of the place in it.

    >>> without_kind("sở y tế tỉnh hà nam")
    'sở y tế hà nam'
    """
    return pattern_of("places", "inner_kind").sub("", name)


@lru_cache(_MOST_REMEMBERED)
def without_nation(name: str) -> str:
    """The name without the nation behind it.

    >>> without_nation("công ty hoa mai việt nam")
    'công ty hoa mai'
    """
    return pattern_of("organisations", "nation").sub("", name)
