"""Whose counts they are: organisations as the same one in all articles, and which of them stands above which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple

from ..lexicon.places import gazetteer
from ..records import Level, OrganisationType
from .periods import UNKNOWN
from .questions import Map

__all__ = ["COUNTRY", "Owner", "Place", "Rank", "Seen", "owners_of"]

COUNTRY = "whole country"
"""The label of the national union in a grouping by province."""

_HOSTS_OF_UNIONS = frozenset({OrganisationType.ENTERPRISE, OrganisationType.SCHOOL})


class Place(NamedTuple):
    """A province by its codes in both maps; ``before`` is null where it is one that was put together of several and
    nothing tells which of them."""

    before: str | None
    after: str | None


class Rank(Enum):
    """Where an owner stands as to what covers what."""

    COUNTRY = "covers all unions"
    PROVINCE = "covers the unions of its province"
    BELOW = "covers none, and is covered by the union of its province"
    APART = "covers none, and is covered by the national union alone"
    OUTSIDE = "covers none and is covered by none"


@dataclass(frozen=True, slots=True, eq=False)
class Owner:
    """An organisation, the same in all articles that name it; compared by identity.

    ``named_province`` is its province as most articles name it.
    """

    name: str
    type: OrganisationType | None
    level: Level | None
    place: Place
    named_province: str | None = None

    @property
    def rank(self) -> Rank:
        """Where it stands. Enterprises and schools stand for the unions in them; a party committee or an authority is
        not below the union, so its homes are not among the union's."""
        if self.level is Level.NATIONAL:
            return Rank.COUNTRY
        if self.level is Level.PROVINCIAL:
            return Rank.PROVINCE if self.place.after else Rank.APART
        if self.level is not None or self.type in _HOSTS_OF_UNIONS:
            return Rank.BELOW if self.place.after else Rank.APART
        return Rank.APART if self.type in (None, OrganisationType.UNION) else Rank.OUTSIDE

    def province(self, map: Map | None) -> str:
        """Its province's name in a map, or as articles name it; "unknown" where they don't, or where the map has
        several provinces on its ground and nothing tells which.

        >>> name = "Liên đoàn Lao động tỉnh Yên Bái"
        >>> owner = Owner(name, OrganisationType.UNION, Level.PROVINCIAL, Place("15", "15"))
        >>> owner.province(Map.BEFORE_2025), owner.province(Map.AFTER_2025)
        ('Yên Bái', 'Lào Cai')
        """
        if self.level is Level.NATIONAL:
            return COUNTRY
        if map is None:
            return self.named_province or UNKNOWN
        code = self.place.before if map is Map.BEFORE_2025 else self.place.after
        return _names(map).get(code or "", UNKNOWN)


@cache
def _names(map: Map) -> Mapping[str, str]:
    places = gazetteer()
    if map is Map.BEFORE_2025:
        return {province.code_before: province.name for province in places.provinces if province.code_before}
    return {province.code_after: province.name for province in places.merged}


class Seen(NamedTuple):
    """An organisation as some articles have it, and how many of them."""

    name: str
    type: str | None
    level: str | None
    before: str | None
    after: str | None
    province: str | None
    articles: int


def owners_of(seen: Iterable[Seen]) -> dict[tuple[str, str | None, str | None], Owner]:
    """The owner by name and the codes that an article has for its province.

    The same name in two provinces is two owners (there are many Châu Thành). Where an article does not tell the
    province, it is the one that all others tell, if they agree; likewise which part of a merged province it was, but
    for a province's own union: "LĐLĐ tỉnh Bắc Ninh" of before the mergers and of after are two. Type and level are
    those that most articles have.
    """
    by_name: defaultdict[str, list[Seen]] = defaultdict(list)
    for each in seen:
        by_name[each.name].append(each)
    owners: dict[tuple[str, str | None, str | None], Owner] = {}
    for name, forms in by_name.items():
        kinds: Counter[tuple[str | None, str | None]] = Counter()
        for form in forms:
            kinds[form.type, form.level] += form.articles if form.type is not None else 0
        (type_, level), _ = min(kinds.items(), key=lambda item: (-item[1], str(item[0])))
        by_place: defaultdict[Place, list[Seen]] = defaultdict(list)
        for form in forms:
            by_place[_filled(form, forms, level)].append(form)
        for place, same in by_place.items():
            owner = Owner(
                name,
                OrganisationType(type_) if type_ else None,
                Level(level) if level else None,
                place,
                _most_named(same),
            )
            owners |= {(name, form.before, form.after): owner for form in same}
    return owners


def _most_named(forms: Iterable[Seen]) -> str | None:
    named: Counter[str] = Counter()
    for form in forms:
        if form.province:
            named[form.province] += form.articles
    return min(named, key=lambda province: (-named[province], province), default=None)


def _filled(form: Seen, forms: Iterable[Seen], level: str | None) -> Place:
    """The place of a form of a name, with what the others tell and it does not."""
    if level == Level.PROVINCIAL:
        told = {Place(other.before, other.after) for other in forms if other.after}
        return Place(form.before, form.after) if form.after or len(told) != 1 else told.pop()
    after = form.after or _only(other.after for other in forms)
    return Place(form.before or _only(other.before for other in forms if other.after == after), after)


def _only(codes: Iterable[str | None]) -> str | None:
    known = {code for code in codes if code}
    return known.pop() if len(known) == 1 else None
