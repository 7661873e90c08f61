"""The whole names that an article prints, looked up by what a shorter form of one has in common with it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from ...lexicon.loader import pattern_of

__all__ = ["NameIndex", "shortened", "without_nation"]

_MOST_REMEMBERED = 1024  # names


class NameIndex:
    """Names in their order. Holding every short form against every name would take four times as long for twice the
    text; these are the few names that are worth a closer look.

    >>> names = NameIndex(["công ty tnhh hoa mai", "sở y tế tỉnh hà nam", "công ty hoa mai việt nam"])
    >>> names.ending_as("công ty hoa mai"), names.beginning_with("công ty")
    (['công ty tnhh hoa mai', 'công ty hoa mai việt nam'], ['công ty tnhh hoa mai', 'công ty hoa mai việt nam'])
    >>> names.shortened_to("sở y tế hà nam"), names.shortened_to("công ty hmvn")
    (['sở y tế tỉnh hà nam'], ['công ty hoa mai việt nam'])
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._order = {name: place for place, name in enumerate(names)}
        self._sorted = sorted(self._order)
        self._shortened: defaultdict[str, list[str]] = defaultdict(list)
        self._by_end: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._order:
            for form in {*shortened(name), without_nation(name)}:
                self._shortened[form].append(name)
            for end in {_last_word(name), _last_word(without_nation(name))}:
                self._by_end[end].append(name)

    def shortened_to(self, name: str) -> list[str]:
        """The names of which this one is a short form, the nation behind them left out or not."""
        return self._shortened.get(name, [])

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
def shortened(name: str) -> frozenset[str]:
    """The name without the kind of its place, without the word for a school, a sector, a union's company or a
    group, and with initials at its end.

    >>> sorted(shortened("trường đại học tỉnh hà nam"))
    ['trường đhthn', 'trường đại hthn', 'trường đại học hà nam', 'trường đại học thn', 'đại học tỉnh hà nam']
    """
    words = name.split()
    initials = [
        f"{' '.join(words[:first])} {''.join(word[0] for word in words[first:])}"
        for first in range(1, len(words) - _FEWEST_INITIALS + 1)
    ]
    if len(words) > 2 and words[-3] == "ty":  # "Tổng công ty SĐ" of the "Tổng công ty Sông Đà"
        initials.append(f"{' '.join(words[:-2])} {words[-2][0]}{words[-1][0]}")
    no_kind, no_school = pattern_of("places", "inner_kind"), pattern_of("organisations", "optional_head")
    no_sector = pattern_of("organisations", "sector_word").sub("", name)
    no_company = pattern_of("organisations", "unit_of_union").sub("", name)
    no_group = pattern_of("organisations", "group_behind").sub("", name)
    forms = {
        no_group,
        no_kind.sub("", name),
        no_school.sub("", name),
        no_sector,
        no_kind.sub("", no_sector),
        no_company,
    }
    return frozenset({*forms, *initials} - {name})


_FEWEST_INITIALS = 3


@lru_cache(_MOST_REMEMBERED)
def without_nation(name: str) -> str:
    """The name without the nation behind it.

    >>> without_nation("công ty hoa mai việt nam")
    'công ty hoa mai'
    """
    return pattern_of("organisations", "nation").sub("", name)
