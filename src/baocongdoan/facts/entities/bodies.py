"""Which body a mention means that names it itself."""

from __future__ import annotations

from msgspec import Struct

from ...language.text import Span, Text
from ...lexicon.loader import load, pattern_of, words
from ...lexicon.places import PROVINCE, gazetteer
from ...mentions.organisations import OrganisationMention
from ...mentions.places import PlacePhrase
from ...records import Level, OrganisationType, PlaceSource
from .canonical import canonical_name, written_out
from .places import (
    ArticlePlace,
    Home,
    Place,
    home_in,
    meaning_of,
    nearest_place,
    only_commune,
    place_source,
    places_in,
    town_home,
)

__all__ = ["EMPLOYERS", "OF_UNITS", "ResolvedMention", "named_body", "organ_of"]

EMPLOYERS = frozenset({OrganisationType.ENTERPRISE, OrganisationType.SCHOOL})
"""Whose people have a union of their own."""

OF_UNITS = frozenset({"union_of_unit", "grassroots_union"})
"""Entries of unions that are called by the unit whose people they are of."""

_NEARBY = 60  # characters behind a name in which its place is told: "Công ty TNHH Hoa Mai (Tây Ninh)"


class ResolvedMention(Struct, frozen=True):
    """A mention with the body that it means; ``short`` where it only points to a body named elsewhere, ``cut`` where it
    leaves out part of the name that the article prints elsewhere.

    ``span`` takes in the organ, ``name_span`` does not. ``home`` is the body's province and what told it, ``why`` the
    name of the lexicon's entry that the mention was read by, ``through`` the entry of other words that stand for the
    body ("references.toml: hospital").
    """

    span: Span
    name_span: Span
    name: str
    type: OrganisationType
    level: Level | None
    home: Home | None
    organ: str | None = None
    short: bool = False
    why: str = ""
    through: str = ""
    cut: bool = False

    @property
    def province(self) -> str | None:
        """The short name of the province on the article's day."""
        return self.home.province.name if self.home is not None else None


def named_body(
    mention: OrganisationMention,
    text: Text,
    following: OrganisationMention | None,
    around: ArticlePlace,
    day: str | None,
) -> ResolvedMention | None:
    """The body that a mention names itself; ``None`` where it only points to one.

    ``following`` is the next mention of the text, null at its end: what stands behind it tells no place of this one.
    """
    if mention.short:
        return None
    place = _own_place(mention, around, day)
    if place is not None and not place.text and place.kind is not None:
        if place.level is Level.COMMUNE:
            named = only_commune(text, mention.span.start, place.kind, around, day)
        else:
            named = nearest_place(text, mention.span.start, place.kind, day)
        place = named or place
    home = place.home if place is not None else _home_around(mention, text, following, around, day)
    return ResolvedMention(
        mention.span,
        mention.name_span,
        _with_zone_place(mention, canonical_name(mention, place), around),
        mention.type,
        mention.level or (place.level if place is not None and mention.why in _BY_PLACE else None),
        home,
        organ_of(mention),
        why=mention.why,
    )


def organ_of(mention: OrganisationMention) -> str | None:
    """The organ that a mention names with its body ("Ban Chấp hành"), written out."""
    return written_out(mention.organ) if mention.organ else None


_BY_PLACE = frozenset({"labour_federation", "place_union"})
"""Unions whose level is that of their place."""


def _own_place(mention: OrganisationMention, around: ArticlePlace, day: str | None) -> Place | None:
    """The place that belongs to the name: the printed one, else the article's where the name wants one."""
    if mention.place is not None:
        return meaning_of(mention.place, around, day)
    if not mention.fill:
        return None
    kind = around.province.kind if around.province is not None else PROVINCE
    if mention.omit_kind:
        kinds = load("organisations")[mention.why].values["kinds"]
        kind = kinds.get(mention.stem.split()[0].lower(), kind)
    place = meaning_of(PlacePhrase(mention.name_span, kind, None), _province_only(mention, around), day)
    return place if place.text else None


def _province_only(mention: OrganisationMention, around: ArticlePlace) -> ArticlePlace:
    """Departments and sector unions are the province's; committees of the Party may be the city's."""
    if mention.omit_kind:
        return around
    return ArticlePlace(around.home)


def _home_around(
    mention: OrganisationMention,
    text: Text,
    following: OrganisationMention | None,
    around: ArticlePlace,
    day: str | None,
) -> Home | None:
    """The home of a body whose name ends without a place: named inside it, behind it, or the article's."""
    if load("organisations")[mention.why].values.get("placeless"):
        return None
    inside = _last_province(mention, text, mention.name_span, day)
    if inside is None and mention.why in _OF_TOWNS:
        inside = town_home(text, mention.name_span, day)
    closes = text.lower.find(")", mention.span.end, mention.span.end + _NEARBY)  # "Tổng công ty Hoa Mai (Hà Nam)"
    in_brackets = mention.why == "corporation" and closes > 0 and text.lower.startswith(" (", mention.span.end)
    if inside is not None or not (mention.local or in_brackets) or _is_national(mention):
        return inside
    sentence = text.sentence_around(mention.span.start)
    end = closes if in_brackets else min(mention.span.end + _NEARBY, sentence.end)
    end = min(end, following.span.start) if following is not None else end
    behind = Span(mention.span.end, max(end, mention.span.end))
    opening = pattern_of("places", "locative").match(text.lower, sentence.start, mention.span.start)
    front = Span(opening.end(), min(opening.end() + _NEARBY, mention.span.start)) if opening is not None else behind
    for phrase in (*places_in(text, behind), *places_in(text, front if mention.local else behind)):
        home = meaning_of(phrase, around, day, place_source(text, phrase.span.start)).home
        if home is not None:
            return home
    return around.home if mention.local else None


_OF_TOWNS = frozenset({"school", "school_short", "public_unit"})


def _is_national(mention: OrganisationMention) -> bool:
    """Whether the name tells that no province calls the body its own: "Trường Đại học Công đoàn"."""
    name = mention.stem.lower()
    if mention.type == OrganisationType.SCHOOL:
        return any(word in name for word in words("organisations", "national_words"))
    return mention.type == OrganisationType.PARTY and _of_the_nation(name)


def _of_the_nation(name: str) -> bool:
    return pattern_of("organisations", "nation").search(name.lower()) is not None


def _last_province(mention: OrganisationMention, text: Text, span: Span, day: str | None) -> Home | None:
    found = None
    if mention.local or not _of_the_nation(mention.stem):
        for phrase in places_in(text, span, apart=False):
            province = gazetteer().province(phrase.name or "", day)
            if province is not None:
                found = home_in(province, day, PlaceSource.NAME)
    return found


def _with_zone_place(mention: OrganisationMention, name: str, around: ArticlePlace) -> str:
    """A zone named by its kind alone is the province's: "Chi bộ Doanh nghiệp Khu kinh tế"."""
    bare = pattern_of("organisations", "bare_zone").search(name.lower()) is not None
    if bare and mention.place is None and around.province is not None:
        return f"{name} {around.province.name}"
    return name
