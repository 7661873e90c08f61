"""Provinces that act in news on the whole country: "Hà Nam kết nạp 900 đoàn viên" tells what its federation did."""

from __future__ import annotations

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...lexicon.places import gazetteer
from ...records import Level, OrganisationType, PlaceSource
from ..entities.bodies import ResolvedMention
from ..entities.canonical import federation_in
from ..entities.places import home_in

__all__ = ["find_acting_provinces"]

_THROUGH = "owners.toml: province_acts"


def find_acting_provinces(text: Text, day: str | None) -> tuple[ResolvedMention, ...]:
    """The names of provinces that do what unions do, each as a short mention of its federation.

    >>> text = Text.plain("Nhiều nơi làm tốt, như Hà Nam tổ chức 9 chuyến xe; Hà Nam có 8 khu công nghiệp.")
    >>> [(acting.name, acting.span.start) for acting in find_acting_provinces(text, "2020-01-01")]
    [('Liên đoàn Lao động tỉnh Hà Nam', 23)]
    """
    found: list[ResolvedMention] = []
    places, acts = gazetteer(), pattern_of("owners", "province_acts")
    for front in pattern_of("owners", "province_front").finditer(text.lower):
        start = front.end()
        end = places.name_at(text.folded, start, districts=False) if text.folded[start : start + 1].isupper() else None
        if end is None or acts.match(text.lower, end) is None:
            continue
        province = places.province(text.folded[start:end], day)
        if province is not None:
            span = Span(start, end)
            found.append(
                ResolvedMention(
                    span,
                    span,
                    federation_in(province),
                    OrganisationType.UNION,
                    Level.PROVINCIAL,
                    home_in(province, day, PlaceSource.TEXT),
                    short=True,
                    through=_THROUGH,
                )
            )
    return tuple(found)
