"""Bodies of one kind that are named together: "LĐLĐ các tỉnh Hà Nam, Nam Định và Thái Bình" are three."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from ..language.text import Text
from ..lexicon.loader import pattern_of, words
from ..lexicon.places import PROVINCE, gazetteer
from .places import PlacePhrase, listed_place, place_at

__all__ = ["listed_places", "several_places"]


def several_places(text: Text, position: int) -> PlacePhrase | None:
    """The first of the places that a plural introduces: "các huyện | Văn Yên" of "các huyện Văn Yên, Lục Yên".

    >>> several_places(Text.plain("LĐLĐ các huyện Văn Yên, Lục Yên họp"), 4)
    PlacePhrase(span=Span(start=9, end=22), kind='huyện', name='Văn Yên')
    >>> several_places(Text.plain("LĐLĐ các huyện họp"), 4)
    """
    plural = pattern_of("places", "several").match(text.lower, position)
    if plural is None:
        return None
    first = place_at(text, plural.end())
    if first is None or first.name is None:
        return None
    return first


def listed_places(text: Text, first: PlacePhrase, *, is_plural: bool) -> Iterator[PlacePhrase]:
    """The places that go on a list behind its first one; each takes the kind of the one before it where it has none.

    Without a plural in front only provinces make a list, or names of one kind that "và" ends: "LĐLĐ huyện Văn Yên,
    Yên Bái" names one body.

    >>> text = Text.plain("LĐLĐ Bình Dương, Tây Ninh và TP. Cần Thơ dự; LĐLĐ huyện Văn Yên, Yên Bái")
    >>> [place.name for place in listed_places(text, place_at(text, 4), is_plural=False)]
    ['Tây Ninh', 'Cần Thơ']
    >>> list(listed_places(text, place_at(text, 50), is_plural=False))
    []
    """
    joint = pattern_of("places", "joint")
    places, ends_with_and, before = [], False, first
    while True:
        found = joint.match(text.lower, before.span.end)
        if found is None:
            break
        place = listed_place(text, found.end(), None if _is_province(first) else before.kind)
        if place is None or place.name is None or not _is_alike(first, place):
            break
        ends_with_and = found["and"] is not None
        before = _as_printed_first(first, place)
        places.append(before)
    if is_plural or ends_with_and or (len(places) > 1 and _is_province(first)):
        yield from places


def _as_printed_first(first: PlacePhrase, place: PlacePhrase) -> PlacePhrase:
    """A province without its kind, behind one with its kind, is meant with it: "các tỉnh Hà Nam, | Nam Định"."""
    province = gazetteer().province(place.name or "") if place.kind is None and first.kind is not None else None
    return structs.replace(place, kind=province.kind) if province is not None else place


def _is_alike(first: PlacePhrase, place: PlacePhrase) -> bool:
    """Whether a place may stand in one list with the first: provinces with provinces, the rest with the rest."""
    return _is_province(first) == _is_province(place)


def _is_province(place: PlacePhrase) -> bool:
    if place.kind in words("places", "commune_kinds") or place.kind in words("places", "district_kinds"):
        return False
    return place.kind == PROVINCE or gazetteer().province(place.name or "") is not None
