"""Which body each mention means: those that name it themselves, and those that only point to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import regex
from msgspec import Struct, structs

from ..language.text import Span, Text
from ..lexicon.loader import load, pattern_of, words
from ..lexicon.places import PROVINCE, gazetteer
from ..mentions.organisations import OrganisationMention
from ..mentions.places import PlacePhrase
from ..records import Level, OrganisationType, PlaceSource
from .canonical import canonical_name, same_name, written_out
from .name_index import NameIndex, shortened, without_nation
from .places import ArticlePlace, Home, Place, home_in, meaning_of, nearest_place, place_source, places_in, town_home

__all__ = ["EMPLOYERS", "OF_UNITS", "ResolvedMention", "named_body", "pointed_body", "unified"]

EMPLOYERS = frozenset({OrganisationType.ENTERPRISE, OrganisationType.SCHOOL})
"""Whose people have a union of their own."""

_MOST_REMEMBERED = 1024  # names
_NEARBY = 60  # characters behind a name in which its place is told: "Công ty TNHH Hoa Mai (Tây Ninh)"


class ResolvedMention(Struct, frozen=True):
    """A mention with the body that it means; ``short`` where it only points to a body named elsewhere.

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

    @property
    def province(self) -> str | None:
        """The short name of the province on the article's day."""
        return self.home.province.name if self.home is not None else None


# ---- mentions that name a body ------------------------------------------------------------------------------------


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
        place = nearest_place(text, mention.span.start, place.kind, day) or place
    home = place.home if place is not None else _home_around(mention, text, following, around, day)
    return ResolvedMention(
        mention.span,
        mention.name_span,
        _with_zone_place(mention, canonical_name(mention, place), around),
        mention.type,
        mention.level or (place.level if place is not None and mention.why in _BY_PLACE else None),
        home,
        _organ(mention),
        why=mention.why,
    )


def _organ(mention: OrganisationMention) -> str | None:
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


def unified(
    mentions: Sequence[OrganisationMention], named: Sequence[ResolvedMention | None]
) -> list[ResolvedMention | None]:
    """Mentions that leave out part of a name which the article prints elsewhere get the whole name.

    "Công đoàn Giáo dục Cao Bằng" is the "Công đoàn Giáo dục tỉnh Cao Bằng" of the same article, "công đoàn các KCN"
    the "Công đoàn các KCN Biên Hòa", and "Công ty Hoa Mai" the "Công ty TNHH may mặc Hoa Mai".
    """
    pairs = list(zip(mentions, named, strict=True))
    whole = {
        same_name(body.name): (mention, body)
        for mention, body in pairs
        if body is not None and (not mention.fill or mention.place is not None)
    }
    of_type: defaultdict[OrganisationType, list[str]] = defaultdict(list)
    for key, (_, named_whole) in whole.items():
        of_type[named_whole.type].append(key)
    indices = {kind: NameIndex(names) for kind, names in of_type.items()}
    whole_names: list[ResolvedMention | None] = []
    for mention, body in pairs:
        if body is None:
            whole_names.append(None)
            continue
        own = same_name(body.name)
        alike = _alike(mention, own, indices[body.type]) if body.type in indices else ()
        # of a sector's unions the official name is the longest
        shortest = len(own) + 1 if own in whole and mention.why in _OF_SECTORS else 0
        others = {
            key: whole[key] for key in alike if key != own and len(key) >= shortest and _leaves_out(mention, own, key)
        }
        whole_names.append(_renamed(body, others))
    return _with_whole_units(named, whole_names)


def _with_whole_units(
    named: Sequence[ResolvedMention | None], whole: list[ResolvedMention | None]
) -> list[ResolvedMention | None]:
    """Unions of firms that got their whole name get it, too: "Công đoàn Công ty Hoa Mai"."""
    longer = {
        before.name: after.name
        for before, after in zip(named, whole, strict=True)
        if before is not None and after is not None and before.type == OrganisationType.ENTERPRISE
    }
    longer = {short: name for short, name in longer.items() if short != name}
    if not longer:
        return whole
    return [body if body is None else _with_whole_unit(body, longer) for body in whole]


def _with_whole_unit(body: ResolvedMention, longer: Mapping[str, str]) -> ResolvedMention:
    if body.why not in OF_UNITS:
        return body
    unit = next((short for short in longer if body.name.endswith(f" {short}")), None)
    return body if unit is None else structs.replace(body, name=body.name.removesuffix(unit) + longer[unit])


def _alike(mention: OrganisationMention, own: str, names: NameIndex) -> Iterable[str]:
    """The names, in their order, of which the mention may leave out a part: all others fail ``_leaves_out``."""
    shortened_so = names.shortened_to(own)
    if mention.place is not None:
        return shortened_so
    stem = same_name(written_out(mention.stem))
    is_beginning = mention.fill or mention.why in _CUT_SHORT
    is_end = not is_beginning or mention.why in _OF_COMPANIES
    return names.in_order(
        shortened_so, names.beginning_with(stem) if is_beginning else (), names.ending_as(stem) if is_end else ()
    )


def _leaves_out(mention: OrganisationMention, own: str, whole: str) -> bool:
    """Whether a name as the mention prints it is the other name with something left out: its place or the place's kind,
    its trade, the country, or the word "Trường"; or its initials."""
    if len(whole) <= len(own):
        return mention.fill and mention.place is None and whole.startswith(same_name(written_out(mention.stem)) + " ")
    if own in shortened(whole):
        return True
    if not mention.fill and mention.type in EMPLOYERS and without_nation(whole) == own:
        return True
    if mention.place is not None:
        return False
    if mention.why in _OF_COMPANIES and whole.endswith(f" {own}") and _company(whole) is not None:
        return True
    stem = same_name(written_out(mention.stem))
    if mention.fill or mention.why in _CUT_SHORT:
        return whole.startswith(stem + " ")
    if mention.why not in _WITH_LONG_NAMES:
        return False
    company = _company(stem)
    if company is None or not whole.startswith(company["head"]):
        return False
    return whole.endswith(f" {company['name']}") or without_nation(whole).endswith(f" {company['name']}")


@lru_cache(_MOST_REMEMBERED)
def _company(stem: str) -> regex.Match[str] | None:
    return pattern_of("organisations", "company_head").match(stem)


_OF_SECTORS = frozenset({"sector_union", "field_union"})
_CUT_SHORT = frozenset({"public_unit", "association", "union_hotel"})
_OF_COMPANIES = frozenset({"union_hotel", "business"})  # "Khách sạn Hoa Mai" of the "Công ty CP Khách sạn Hoa Mai"
_WITH_LONG_NAMES = frozenset({"company", "union_of_unit", "grassroots_union"})


def _renamed(
    body: ResolvedMention, others: Mapping[str, tuple[OrganisationMention, ResolvedMention]]
) -> ResolvedMention:
    """The mention under the one name that fits it; as it was where none fits, or several that are not one another's.

    "Công ty Hoa Mai", "Công ty Hoa Mai Việt Nam" and "Công ty TNHH Hoa Mai Việt Nam" are all the last.
    """
    if not others:
        return body
    longest = max(others, key=len)
    if any(key != longest and not _leaves_out(mention, key, longest) for key, (mention, _) in others.items()):
        return body
    _, meant = others[longest]
    return structs.replace(body, name=meant.name, level=meant.level, home=meant.home)


# ---- short mentions -----------------------------------------------------------------------------------------------

_FEDERATIONS = ("labour_federation", "place_union", "general_confederation", "union_movement")
_ANTECEDENTS = {
    "federation_short": _FEDERATIONS,
    "labour_federation": _FEDERATIONS,
    "sector_union": ("sector_union", "field_union"),
    "union_of_unit": ("union_of_unit", "grassroots_union"),
    "grassroots_union": ("grassroots_union", "union_of_unit"),
    "corporation_union": ("corporation_union",),
    "company": ("company", "corporation"),
    "corporation": ("corporation",),
}
"""By the entry of a short mention, the entries of the names that it may point to."""


def pointed_body(
    mention: OrganisationMention,
    known: Sequence[ResolvedMention],
    before: int,
    around: ArticlePlace,
    main: str | None,
) -> ResolvedMention | None:
    """The body that a short mention points to: the last such named before it, else the first behind it."""
    wanted = _ANTECEDENTS.get(mention.why, (mention.why,))
    stem = written_out(mention.stem) if mention.why in _BY_STEM else ""
    fitting = (other for other in _nearest_first(known, before) if other.why in wanted and other.name.startswith(stem))
    meant = None
    if mention.why in ("labour_federation", "sector_union"):  # without a place, the one that the article speaks of
        meant = next((other for other in known if other.name == main and other.why in wanted), None)
    meant = meant or next(fitting, None)
    if mention.why == "corporation_union" and (meant is None or meant.span.start > mention.span.start):
        # "Ở Tổng công ty Hoa Mai, Công đoàn Tổng công ty …": of the one just named, not of one named later
        corporations = (known[index] for index in range(before - 1, -1, -1) if known[index].why == "corporation")
        meant = _union_of_unit(mention, corporations) or meant
    if meant is not None and mention.why == "company" and meant.why == "corporation":
        # nobody calls a corporation a company that has not been named yet
        meant = meant if meant.span.start < mention.span.start else None
    if meant is not None:
        return _meaning(mention, meant)
    if mention.why in OF_UNITS:
        return _union_of_unit(mention, _nearest_first(known, before))
    return _of_the_article(mention, around)


def _nearest_first(known: Sequence[ResolvedMention], before: int) -> Iterator[ResolvedMention]:
    """The bodies named before a mention, the last of them first; then those named behind it."""
    yield from (known[index] for index in range(before - 1, -1, -1))
    yield from (known[index] for index in range(before, len(known)))


def _union_of_unit(mention: OrganisationMention, bodies: Iterable[ResolvedMention]) -> ResolvedMention | None:
    """The union of the company or school spoken of: "CĐCS công ty"."""
    unit = next((body for body in bodies if body.type in EMPLOYERS), None)
    if unit is None:
        return None
    base = load("organisations")[mention.why].values["base"]
    own = structs.replace(unit, name=f"{base} {unit.name}", type=mention.type, why=mention.why)
    return structs.replace(_meaning(mention, own), level=mention.level, short=False)


_BY_STEM = frozenset({"people_s_bodies", "party_branch", "house", "public_unit"})
"""Entries with several heads: a short mention points to a body of the same head."""

OF_UNITS = frozenset({"union_of_unit", "grassroots_union"})
"""Entries of unions that are called by the unit whose people they are of."""


def _meaning(mention: OrganisationMention, meant: ResolvedMention) -> ResolvedMention:
    """The mention as one of a body named elsewhere."""
    return structs.replace(
        meant,
        span=mention.span,
        name_span=mention.name_span,
        organ=_organ(mention),
        short=True,
        why=mention.why,
    )


def _of_the_article(mention: OrganisationMention, around: ArticlePlace) -> ResolvedMention | None:
    """The article's own body of that kind, where no name stands before: "Đảng ủy" in an article on a commune."""
    level: Level | None
    home: Home | None
    if mention.why == "labour_federation" and around.home is not None:
        name, level, home = f"{mention.stem} {around.home.province.full_name}", Level.PROVINCIAL, around.home.whole
    elif mention.why == "party_branch" and around.commune is not None and mention.stem == "Đảng ủy":
        name, level, home = f"{mention.stem} {around.commune.text}", None, around.commune.home
    else:
        return None
    return ResolvedMention(
        mention.span,
        mention.name_span,
        name,
        mention.type,
        level,
        home,
        _organ(mention),
        why=mention.why,
    )
