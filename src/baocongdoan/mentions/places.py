"""Places as they follow a name: "tỉnh Yên Bái", "TP. HCM", "huyện", "Hà Nội"."""

from __future__ import annotations

from functools import cache

import regex
from msgspec import Struct

from ..language.text import Span, Text
from ..lexicon.kept import compiled
from ..lexicon.loader import load, pattern_of, words
from ..lexicon.places import PROVINCE, gazetteer
from .names import office_before, person_at

__all__ = ["PlacePhrase", "listed_place", "place_at"]

_UNKNOWN_NAME = compiled(r"\p{Lu}[\p{L}']*+(?: \p{Lu}[\p{L}']*+){0,2}|\d{1,2}(?![\d.,/])")


class PlacePhrase(Struct, frozen=True):
    """A place as printed: its kind written out ("tỉnh", "thành phố"), its name; at least one of them.

    A name without a kind leaves the kind to the gazetteer; a kind without a name leaves the name to the article.
    """

    span: Span
    kind: str | None
    name: str | None


@cache
def _kind_pattern() -> regex.Pattern[str]:
    kind = pattern_of("places", "kind").pattern
    return compiled(rf" {{0,2}}(?:của )?(?P<kind>{kind})(?:(?<=\.)|(?!\p{{L}}))(?P<gap> *)")


def place_at(text: Text, position: int, *, bare: bool = True) -> PlacePhrase | None:
    """The place phrase that begins at the position (white space before it does not matter).

    With ``bare`` a name of the gazetteer may stand without its kind.

    >>> place_at(Text.plain("UBND tỉnh Hà Nam đề nghị"), 4)
    PlacePhrase(span=Span(start=5, end=16), kind='tỉnh', name='Hà Nam')
    >>> place_at(Text.plain("LĐLĐ huyện đã họp"), 4).name
    >>> place_at(Text.plain("LĐLĐ Dương Kinh"), 4, bare=False)
    """
    found = _kind_pattern().match(text.lower, position)
    if found is not None:
        kind = gazetteer().kind(found["kind"])
        if kind is not None:
            return _with_kind(text, found, kind)
    start = position
    while start < len(text.folded) and text.folded[start] == " ":
        start += 1
    capital = pattern_of("places", "capital").match(text.lower, start)
    if capital is not None:
        return PlacePhrase(Span(*capital.span()), None, str(load("places")["capital"].values["place"]))
    if not bare or text.folded[start : start + 1].isdigit():
        return None
    end = gazetteer().name_at(text.folded, start)
    return PlacePhrase(Span(start, end), None, text.folded[start:end]) if end is not None else None


def listed_place(text: Text, position: int, kind: str | None) -> PlacePhrase | None:
    """The place at the position in a list of places of one kind, of which only the first may have printed it.

    >>> listed_place(Text.plain("các phường Hạc Thành, Quảng Phú"), 21, "phường").name
    'Quảng Phú'
    """
    place = place_at(text, position)
    if kind is None or (place is not None and place.kind is not None):
        return place
    start = position + 1
    end = _name_end(text, start, kind)
    if end is None or (kind in words("places", "commune_kinds") and not _is_commune(text.folded[start:end], kind)):
        return place
    return PlacePhrase(Span(start, end), kind, text.folded[start:end])


def _is_commune(name: str, kind: str) -> bool:
    return bool(gazetteer().communes_named(name, kind))


def _with_kind(text: Text, found: regex.Match[str], kind: str) -> PlacePhrase:
    start, name_start = found.start("kind"), found.end()
    end = _name_end(text, name_start, kind)
    if end is not None and not _counts_behind(text, name_start, end, kind):
        return PlacePhrase(Span(start, end), kind, text.folded[name_start:end])
    return PlacePhrase(Span(start, found.end("kind")), kind, None)


def _counts_behind(text: Text, start: int, end: int, kind: str) -> bool:
    """Whether a number behind a kind counts what follows: "LĐLĐ huyện | 5 suất", "của quận | 200 phần quà"."""
    if not text.folded[start:end].isdigit():
        return False
    if kind not in words("places", "numbered_kinds"):
        return True
    return pattern_of("places", "counted").match(text.lower, end) is not None


def _name_end(text: Text, start: int, kind: str) -> int | None:
    if kind == PROVINCE:
        return gazetteer().name_at(text.folded, start, districts=False)
    known = gazetteer().name_at(text.folded, start)
    commune = _UNKNOWN_NAME.match(text.folded, start) if kind in words("places", "commune_kinds") else None
    if commune is not None and known is None and person_at(text, start - 1) and office_before(text, start):
        return None
    # A commune may begin like a province: "phường Hà Tĩnh" is one, "xã Sơn La Hạ" would be another.
    return known if commune is None else max(known or 0, _commune_end(text, commune, kind))


def _commune_end(text: Text, found: regex.Match[str], kind: str) -> int:
    """The longest beginning of the run that is a known commune, else two words of it (names rarely have more)."""
    ends = [found.start() + len(part) for part in _beginnings(found[0])]
    for end in reversed(ends):
        if gazetteer().communes_named(text.folded[found.start() : end], kind):
            side = pattern_of("places", "side").match(text.folded, end)
            return side.end() if side is not None else end
    return ends[min(len(ends), 2) - 1]


def _beginnings(run: str) -> list[str]:
    words = run.split(" ")
    return [" ".join(words[: count + 1]) for count in range(len(words))]
