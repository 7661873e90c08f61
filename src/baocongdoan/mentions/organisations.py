"""Find the organisations that a text names: one pass over the heads of names, then each name is read to its end.

What a head may be and how its name goes on is data (``lexicon/organisations.toml``). A mention says what is printed;
what it means in its article (which "LĐLĐ tỉnh"?) is worked out by ``facts.organisations``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

import regex

from ..language.text import Span, Text
from ..lexicon.loader import Entry, load, words
from ..records import Level, OrganisationType
from .names import country_end, name_end, office_before, person_at, without_officer
from .places import PlacePhrase, place_at

__all__ = ["OrganisationMention", "find_organisations"]

_LEXICON = "organisations"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationMention:
    """An organisation as it is printed at one place of the text.

    ``span`` takes in the organ, ``name_span`` does not. ``stem`` is the name without the place that ends it (as
    printed, the head written out); ``place`` is that place, null where none is printed. ``fill`` says that the
    article's place belongs to the name then, ``local`` that the body stands in the article's province where nothing
    says otherwise, ``short`` that the mention only points to a body named elsewhere. ``why`` is the lexicon entry.
    """

    span: Span
    name_span: Span
    why: str
    type: OrganisationType
    stem: str
    level: Level | None = None
    place: PlacePhrase | None = None
    fill: bool = False
    omit_kind: bool = False
    short: bool = False
    local: bool = False
    organ: str | None = None


def find_organisations(text: Text) -> tuple[OrganisationMention, ...]:
    """The organisations that the text names, in its order; none lies within another.

    >>> [m.stem for m in find_organisations(Text.plain("LĐLĐ tỉnh họp với Sở Y tế và Công ty TNHH Hoa Mai."))]
    ['Liên đoàn Lao động', 'Sở Y tế', 'Công ty TNHH Hoa Mai']
    """
    found: list[OrganisationMention] = []
    position = 0
    for word in _first_words().finditer(text.lower):
        if word.start() < position:
            continue
        head = _heads().match(text.lower, word.start())
        mention = _read(text, head) if head is not None else None
        if mention is not None:
            found.append(_with_organ(text, mention, position))
            position = mention.span.end
    return tuple(_with_listed_unions(text, _with_short_names(text, found)))


@cache
def _entries() -> tuple[Entry, ...]:
    return load(_LEXICON).entries


@cache
def _first_words() -> re.Pattern[str]:
    """The words that a head may begin with: ``re`` finds a literal word ten times as fast as the heads are tried."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words(_LEXICON, "first_words"))) + r")\b")


@cache
def _heads() -> regex.Pattern[str]:
    """Every head in one pattern; the group that matched is the entry's number."""
    parts = [
        f"(?P<e{number}>{entry.pattern.pattern.replace('(?P<organ>', '(?:')})"
        for number, entry in enumerate(_entries())
        if entry.pattern is not None and "tail" in entry.values
    ]
    return regex.compile(r"(?<![\p{L}\d])(?:" + "|".join(parts) + r")(?!\p{L})")


def _read(text: Text, head: regex.Match[str]) -> OrganisationMention | None:
    assert head.lastgroup is not None  # one of the alternatives matched  # noqa: S101
    entry = _entries()[int(head.lastgroup[1:])]
    values = entry.values
    if values.get("capital") and not text.folded[head.start()].isupper():
        return None
    if values.get("single") and _of_many(text, head.start(), union=values["type"] == "union"):
        return None
    start = head.start()
    end = start + len(head[0].rstrip())
    bracket = _BRACKETED.match(text.folded, end)
    if bracket is not None and values["tail"] == "place":  # "Bảo hiểm xã hội (BHXH) tỉnh"
        end = bracket.end()
    blank = OrganisationMention(
        span=Span(start, end),
        name_span=Span(start, end),
        why=entry.name,
        type=OrganisationType(values["type"]),
        level=Level(values["level"]) if "level" in values else None,
        stem=_stem(entry, text.folded[start : start + len(head[0].rstrip())]),
        fill=bool(values.get("fill")),
        omit_kind=bool(values.get("omit_kind")),
        local=bool(values.get("local")),
    )
    return _TAILS[values["tail"]](text, blank, entry)


def _stem(entry: Entry, printed: str) -> str:
    base = str(entry.values.get("base") or "")
    if entry.values.get("keep_head"):
        return f"{base} {printed}"
    return base or _headed(printed)


def _headed(printed: str) -> str:
    """The head as a name begins: with a capital."""
    return printed[:1].upper() + printed[1:]


def _of_many(text: Text, start: int, *, union: bool) -> bool:
    """Whether the words in front speak of bodies of that kind at large ("các LĐLĐ huyện", "cán bộ công đoàn")."""
    before = text.lower[max(0, start - 24) : start].rstrip()
    lists = ("plural", "generic_before") if union else ("plural",)
    return any(_ends_with_word(before, word) for name in lists for word in words(_LEXICON, name))


def _ends_with_word(before: str, word: str) -> bool:
    return before.endswith(word) and not before[: -len(word)][-1:].isalpha()


# ---- how names go on ----------------------------------------------------------------------------------------------


def _tail_none(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    if entry.values.get("organ") and entry.pattern is not None:
        printed = entry.pattern.match(text.lower, head.span.start)
        if printed is not None and printed["organ"]:
            start, end = printed.span("organ")
            return replace(head, organ=_headed(text.raw[start:end]))
    return replace(head, short=True) if entry.values.get("short") else head


def _tail_place(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    place = place_at(text, head.span.end)
    if place is None:
        if _NATION_END.search(text.lower, head.span.start, head.span.end):
            return replace(head, fill=False)
        if head.omit_kind:
            return head
        return replace(head, short=True) if entry.values.get("alone") else None
    if place.name is None and _of_kinds(text, place):
        return None
    return _ending(head, place.span.end, place=place)


def _of_kinds(text: Text, place: PlacePhrase) -> bool:
    """Whether several kinds follow one another: "LĐLĐ huyện, thị xã, thành phố" is no one body."""
    after = place.span.end
    for joint in (", ", " và ", "/", "; "):
        if text.lower.startswith(joint, after):
            other = place_at(text, after + len(joint), bare=False)
            return other is not None and other.kind is not None and other.name is None
    return False


@cache
def _fields() -> regex.Pattern[str]:
    parts = [
        f"(?P<f{number}>{entry.pattern.pattern})"
        for number, entry in enumerate(load("fields").entries)
        if entry.pattern is not None
    ]
    return regex.compile(r" {1,2}(?:" + "|".join(parts) + ")")


def _tail_field(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    found = _fields().match(text.lower, head.span.end)
    if found is None or found.lastgroup is None:
        if not entry.values.get("alone"):
            return None
        place = place_at(text, head.span.end)
        return replace(_ending(head, place.span.end if place else head.span.end, place=place), short=True)
    field = load("fields").entries[int(found.lastgroup[1:])]
    if head.type != OrganisationType.UNION and not _printed_as_name(text, head.span.start, found.start() + 1):
        return None
    named = replace(head, stem=f"{head.stem} {field.values['canonical']}")
    if head.type == OrganisationType.UNION and field.values.get("corporate"):
        named = replace(named, level=None, fill=False)
    return _national_or_placed(text, _ending(named, found.end()))


def _printed_as_name(text: Text, head: int, field: int) -> bool:
    """A department has a capital in its head or in its field: "sở Y tế", "Sở y tế", but not "sở y tế"."""
    return text.folded[head].isupper() or text.folded[field : field + 2].strip()[:1].isupper()


_NATION_END = regex.compile(r"(?:việt nam|vn|hồ chí minh|hcm)$")
_VIET_NAM = regex.compile(r" (?:việt nam|vn)(?!\p{L})")


def _national_or_placed(text: Text, mention: OrganisationMention) -> OrganisationMention:
    nation = _VIET_NAM.match(text.lower, mention.span.end)
    if nation is not None:
        return replace(_ending(mention, nation.end()), stem=f"{mention.stem} Việt Nam", fill=False)
    abroad = country_end(text, mention.span.end)
    if abroad is not None:
        country = text.folded[mention.span.end : abroad]
        return replace(_ending(mention, abroad), stem=mention.stem + country, fill=False)
    place = place_at(text, mention.span.end)
    return mention if place is None else _ending(mention, place.span.end, place=place)


def _tail_name(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    start = head.span.end
    end = name_end(text, start, trades=True)
    if end is not None:
        end = without_officer(text, head.span.start, end, start)
        if _is_no_name(text.lower[start:end].strip(), head.type):
            return None
        return _placed(text, replace(_ending(head, end), stem=head.stem + text.folded[start:end]))
    place = place_at(text, start, bare=False)
    if place is not None and (place.name is not None or text.folded[head.span.start].isupper()):
        return _ending(head, place.span.end, place=place)
    return replace(head, short=True) if entry.values.get("alone") else None


def _is_no_name(name: str, kind: OrganisationType) -> bool:
    """Whether the words behind a head name nothing: "Công ty TNHH", "báo Mỹ"."""
    if kind == OrganisationType.PRESS:
        return name == "việt nam" or name in {country.lower() for country in words(_LEXICON, "countries")}
    rest = name
    if kind == OrganisationType.ENTERPRISE:
        for form in words(_LEXICON, "legal_forms"):
            rest = regex.sub(rf"(?<!\p{{L}}){form}(?!\p{{L}})", "", rest)
    return not rest.strip()


def _placed(text: Text, mention: OrganisationMention) -> OrganisationMention:
    """The mention with the place that its kind introduces: "Trung tâm Văn hóa | tỉnh Sơn La"."""
    place = place_at(text, mention.span.end, bare=False)
    return mention if place is None else _ending(mention, place.span.end, place=place)


@cache
def _zones() -> regex.Pattern[str]:
    return regex.compile(rf" (?:{load('places').pattern('zones').pattern})")


def _tail_zone(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    zones = _zones().match(text.lower, head.span.end)
    if zones is None:
        return None
    mention = replace(_ending(head, zones.end()), stem=head.stem + text.folded[zones.start() : zones.end()])
    place = place_at(text, zones.end())
    if place is not None:
        return _ending(mention, place.span.end, place=place)
    end = name_end(text, zones.end())
    if end is None:
        return mention
    end = without_officer(text, head.span.start, end, zones.end())
    named = replace(_ending(mention, end), stem=mention.stem + text.folded[zones.end() : end], fill=False)
    return _placed(text, named)


def _tail_unit(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    """The name of a body within another's: "Công đoàn | Công ty TNHH Hoa Mai"."""
    unit = _unit_at(text, head.span.end + 1)
    if unit is not None and not unit.short:
        return replace(_ending(head, unit.span.end, unit.place), stem=f"{head.stem} {unit.stem}", fill=unit.fill)
    place = place_at(text, head.span.end, bare=head.fill)
    if place is not None:
        return _ending(head, place.span.end, place=place)
    end = None
    if not (office_before(text, head.span.start) and person_at(text, head.span.end)):
        end = name_end(text, head.span.end, trades=True)
    if end is not None and (unit is None or end > unit.span.end) and place_at(text, head.span.end) is None:
        end = without_officer(text, head.span.start, end, head.span.end)
        stem = head.stem + text.folded[head.span.end : end]
        return _placed(text, replace(_ending(head, end), stem=stem, fill=False))
    if unit is not None:
        return replace(_ending(head, unit.span.end), stem=f"{head.stem} {unit.stem}", short=True)
    return replace(head, short=True) if head.fill else None


def _unit_at(text: Text, position: int) -> OrganisationMention | None:
    inner = _heads().match(text.lower, position)
    return _read(text, inner) if inner is not None else None


def _tail_country(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    end = country_end(text, head.span.end)
    if end is None:
        return head
    return replace(_ending(head, end), stem=head.stem + text.folded[head.span.end : end])


_PHRASE = regex.compile(r"[^.;:()\n\"]{4,120}?(?P<place> (?:tỉnh|thành phố|tp|huyện|quận|thị xã|trung ương|quốc gia))(?!\p{L})")


def _tail_phrase(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    """A name of common words that its place ends: "Ban Chỉ đạo phát triển đoàn viên huyện"."""
    found = _PHRASE.match(text.lower, head.span.end)
    if found is None:
        return None
    stem = head.stem + text.folded[head.span.end : found.start("place")]
    place = place_at(text, found.start("place"), bare=False)
    if place is None:
        return replace(_ending(head, found.end()), stem=stem + text.folded[found.start("place") : found.end()], fill=False)
    return replace(_ending(head, place.span.end, place=place), stem=stem)


_TAILS = {
    "none": _tail_none,
    "place": _tail_place,
    "field": _tail_field,
    "name": _tail_name,
    "zone": _tail_zone,
    "unit": _tail_unit,
    "country": _tail_country,
    "phrase": _tail_phrase,
}


def _ending(mention: OrganisationMention, end: int, place: PlacePhrase | None = None) -> OrganisationMention:
    start = mention.name_span.start
    return replace(mention, span=Span(mention.span.start, end), name_span=Span(start, end), place=place)


# ---- organs and short names ---------------------------------------------------------------------------------------


@cache
def _organ_before() -> regex.Pattern[str]:
    listed = "|".join(entry.pattern.pattern for entry in load("organs").entries if entry.pattern is not None)
    return regex.compile(rf"(?<!\p{{L}})(?P<organ>{listed})(?: của)? {{1,2}}$")


_ORGAN_REACH = 64  # characters; the longest organ is shorter


def _with_organ(text: Text, mention: OrganisationMention, floor: int) -> OrganisationMention:
    """The mention with the organ in front of it: "Ban Thường vụ | LĐLĐ tỉnh"."""
    if mention.organ is not None:
        return mention
    start = mention.name_span.start
    found = _organ_before().search(text.lower, max(floor, start - _ORGAN_REACH), start)
    if found is None:
        return mention
    organ = _headed(text.raw[found.start("organ") : found.end("organ")])
    return replace(mention, span=Span(found.start("organ"), mention.span.end), organ=organ)


_BRACKETED = regex.compile(r" ?\((?P<short>\p{Lu}[\p{L}\d&-]{1,11})\)")


def _with_short_names(text: Text, found: list[OrganisationMention]) -> list[OrganisationMention]:
    """Mentions by a short name that brackets gave: "Ban Quản lý các KCN (Hepza) … Hepza cho biết"."""
    names: dict[str, OrganisationMention] = {}
    for mention in found:
        bracket = _BRACKETED.match(text.folded, mention.span.end)
        if bracket is not None and not mention.short and sum(letter.isupper() for letter in bracket["short"]) > 1:
            names.setdefault(bracket["short"], mention)
    if not names:
        return found
    taken = [mention.span for mention in found]
    pattern = regex.compile(r"(?<![\p{L}\d(])(?:" + "|".join(map(regex.escape, names)) + r")(?![\p{L}\d)])")
    for again in pattern.finditer(text.folded):
        span = Span(*again.span())
        if span.start > names[again[0]].span.end and not any(span.overlaps(other) for other in taken):
            found.append(replace(names[again[0]], span=span, name_span=span, organ=None))
    return sorted(found, key=lambda mention: mention.span)


# ---- lists of units that stand for their unions -------------------------------------------------------------------

_LIST_JOINT = regex.compile(r"\s*(?:,|;| và|, và)\s*")


def _with_listed_unions(text: Text, found: list[OrganisationMention]) -> list[OrganisationMention]:
    """In "các CĐCS: trường A, trường B và trường C" each school stands for its union, there and later."""
    introduction = load(_LEXICON).pattern("grassroots_list")
    listed: set[str] = set()
    for start in introduction.finditer(text.lower):
        end = start.end()
        for mention in found:
            if mention.span.start < end:
                continue
            if mention.span.start > end or mention.type == OrganisationType.UNION:
                break
            listed.add(mention.stem.casefold())
            joint = _LIST_JOINT.match(text.lower, mention.span.end)
            end = joint.end() if joint is not None else mention.span.end
    if not listed:
        return found
    return [_its_union(mention) if mention.stem.casefold() in listed else mention for mention in found]


def _its_union(mention: OrganisationMention) -> OrganisationMention:
    union = load(_LEXICON)["grassroots_union"]
    return replace(
        mention,
        why=union.name,
        type=OrganisationType.UNION,
        level=Level.GRASSROOTS,
        stem=f"{union.values['base']} {mention.stem}",
    )
