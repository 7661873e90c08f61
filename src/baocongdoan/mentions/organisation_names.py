"""Read one organisation's name: its head, and behind it a place, a field, another body or a run of capitals.

What a head may be and how its name goes on is data (``lexicon/organisations.toml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex
from msgspec import Struct, structs

from ..language.anchors import Anchored, OneOf
from ..language.fold import lower
from ..language.text import Span, Text
from ..lexicon.kept import compiled
from ..lexicon.loader import Entry, any_of, either, load, named, pattern_of, word_set, words
from ..lexicon.places import gazetteer
from ..records import Level, OrganisationType
from .coordination import several_places
from .many_bodies import are_counted, are_people_before, speaks_of_many
from .names import country_end, is_no_name, name_end, office_before, person_at, without_officer
from .places import PlacePhrase, place_at

__all__ = ["BRACKETED", "OrganisationMention", "head_starts", "headed", "read_organisation"]

_LEXICON = "organisations"

BRACKETED = compiled(r" ?\((?P<short>\p{Lu}[\p{L}\d&-]{1,11}|\p{Lu}{2,4} \p{Lu}{2,8})\)")
"""A short name in brackets behind a name."""


class OrganisationMention(Struct, frozen=True, kw_only=True):
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


def head_starts(text: Text) -> Sequence[int]:
    """Where a name may begin: few of a text's words are the first of a head."""
    return text.words.starts(_heads)


_DEEPEST = 8  # names within a name; no real one has more than three


def read_organisation(text: Text, position: int, depth: int = 0) -> OrganisationMention | None:
    """The organisation whose name begins at the position, without its organ; ``depth`` is how many names it is within.

    >>> read_organisation(Text.plain("Sở Y tế tỉnh đề nghị"), 0).stem
    'Sở Y tế'
    """
    head = _heads.match(text.words, position)
    return _read(text, head, depth) if head is not None and depth < _DEEPEST else None


@Anchored
def _heads() -> OneOf:
    heads = [named(entry).replace("(?P<organ>", "(?:") for entry in load(_LEXICON).entries if "tail" in entry.values]
    return OneOf(heads, before=r"(?<![\p{L}\d])", behind=r"(?!\p{L})")


def _read(text: Text, head: regex.Match[str], depth: int) -> OrganisationMention | None:
    assert head.lastgroup is not None  # one of the alternatives matched  # noqa: S101
    entry = load(_LEXICON)[head.lastgroup]
    values = entry.values
    if values.get("capital") and not _has_capital(text, head, values["capital"]):
        return None
    of_many = bool(values.get("single")) and speaks_of_many(text, head.start(), values)
    if of_many and not (values["tail"] == "unit" and are_people_before(text, head.start())):
        return None
    start = head.start()
    end = start + len(head[0].rstrip())
    bracket = BRACKETED.match(text.folded, end)
    if bracket is not None and (values["tail"] == "place" or _is_short_for(bracket["short"], head[0])):
        end = bracket.end()  # "Bảo hiểm xã hội (BHXH) tỉnh", "Công đoàn (CĐ) Dệt may Việt Nam"
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
    if values["tail"] == "unit":
        named = _tail_unit(text, blank, depth)
        # "cán bộ Công đoàn" are of unions at large, "cán bộ Công đoàn Công ty" of that firm's
        is_bare = named is None or (named.short and named.span.end == end)
        return None if of_many and is_bare else named
    return _TAILS[values["tail"]](text, blank, entry)


def _is_short_for(short: str, name: str) -> bool:
    """Whether the letters are the first ones of the name's words: "CĐ" of "Công đoàn"."""
    return short.lower() == "".join(word[0] for word in name.lower().split())


def _has_capital(text: Text, head: regex.Match[str], where: bool | str) -> bool:
    """Whether a capital stands where a name wants it: at its front, or in any word of its head or the one behind it."""
    if where != "either":
        return text.folded[head.start()].isupper()
    printed = text.folded[head.start() : head.end()]
    return printed != printed.lower() or text.folded[head.end() : head.end() + 2].strip().isupper()


def _stem(entry: Entry, printed: str) -> str:
    base = str(entry.values.get("base") or "")
    if entry.values.get("keep_head"):
        return f"{base} {printed}"
    return base or headed(printed)


def headed(printed: str) -> str:
    """The words as a name begins: with a capital.

    >>> headed("ban Thường vụ")
    'Ban Thường vụ'
    """
    return printed[:1].upper() + printed[1:]


# ---- how names go on ----------------------------------------------------------------------------------------------


def _tail_none(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    if entry.values.get("organ") and entry.pattern is not None:
        printed = entry.pattern.match(text.lower, head.span.start)
        if printed is not None and printed["organ"]:
            start, end = printed.span("organ")
            return structs.replace(head, organ=headed(text.raw[start:end]))
    return structs.replace(head, short=True) if entry.values.get("short") else _branch(text, head)


def _tail_place(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    place = place_at(text, head.span.end) or several_places(text, head.span.end)
    if place is None:
        if pattern_of(_LEXICON, "whole_country").search(text.lower, head.span.start, head.span.end):
            return structs.replace(head, fill=False)
        if head.omit_kind:
            return head
        return structs.replace(head, short=True) if entry.values.get("alone") else None
    if place.name is None and (_of_kinds(text, place) or are_counted(text, head.span.start)):
        return None
    return _ending(head, place.span.end, place=place)


def _of_kinds(text: Text, place: PlacePhrase) -> bool:
    """Whether several kinds follow one another: "LĐLĐ huyện, thị xã, thành phố" is no one body."""
    joint = pattern_of(_LEXICON, "joint").match(text.lower, place.span.end)
    if joint is None:
        return False
    other = place_at(text, joint.end(), bare=False)
    return other is not None and other.kind is not None and other.name is None


@cache
def _fields() -> regex.Pattern[str]:
    return compiled(r" {1,2}(?:" + either(load("fields").entries) + ")")


def _tail_field(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    found = _fields().match(text.lower, head.span.end)
    if found is None or found.lastgroup is None:
        if not entry.values.get("alone"):
            return None
        place = place_at(text, head.span.end)
        return structs.replace(_ending(head, place.span.end if place else head.span.end, place=place), short=True)
    field = load("fields")[found.lastgroup]
    if head.type != OrganisationType.UNION and not _printed_as_name(text, head.span.start, found.start() + 1):
        return None
    named = structs.replace(head, stem=f"{head.stem} {field.values['canonical']}")
    if head.type == OrganisationType.UNION and field.values.get("corporate"):
        named = structs.replace(named, level=None, fill=False)
    end = found.end()
    second = _fields().match(text.lower, end + 2) if text.folded.startswith(" - ", end) else None
    if second is not None and second.lastgroup is not None and text.folded[end + 3].isupper():
        named = structs.replace(named, stem=f"{named.stem} - {load('fields')[second.lastgroup].values['canonical']}")
        end = second.end()  # "Công đoàn ngành Xây dựng - Giao thông"
    return _national_or_placed(text, _ending(named, end))


def _printed_as_name(text: Text, head: int, field: int) -> bool:
    """A department has a capital in its head or in its field: "sở Y tế", "Sở y tế", but not "sở y tế"."""
    return text.folded[head].isupper() or text.folded[field : field + 2].strip()[:1].isupper()


def _national_or_placed(text: Text, mention: OrganisationMention) -> OrganisationMention:
    nation = pattern_of(_LEXICON, "nation").match(text.lower, mention.span.end)
    country = nation.end() if nation is not None else country_end(text, mention.span.end)
    if country is not None:
        return structs.replace(_going_on(text, mention, country), fill=False)
    place = place_at(text, mention.span.end) or several_places(text, mention.span.end)
    return mention if place is None else _ending(mention, place.span.end, place=place)


def _tail_name(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    start = head.span.end
    is_officer = (
        entry.values.get("alone") and office_before(text, head.span.start) and person_at(text, start, sure=True)
    )
    end = None if is_officer else name_end(text, start, trades=True)
    if end is not None:
        end = without_officer(text, head.span.start, end, start)
        name = text.folded[start:end].strip()
        if is_no_name(lower(name), head.type) or (name.isupper() and name.count(" ") > _LONGEST_IN_CAPITALS):
            return None
        named = _going_on(text, head, end)
        return _branch(text, _office_at(text, named) if entry.values.get("office") else _placed(text, named))
    place = place_at(text, start, bare=False)
    if place is not None and (place.name is not None or text.folded[head.span.start].isupper()):
        return _ending(head, place.span.end, place=place)
    if entry.values.get("phrase"):
        phrase = pattern_of(_LEXICON, "trade_of_nation").match(text.lower, start)
        if phrase is not None:
            return _going_on(text, head, phrase.end())
    return structs.replace(head, short=True) if entry.values.get("alone") else None


_LONGEST_IN_CAPITALS = 4  # spaces; a longer row of capitals is a headline, whose words no rule can tell apart


def _office_at(text: Text, mention: OrganisationMention) -> OrganisationMention:
    """The office with what else it looks after and its place: "Chi cục Trồng trọt | và Bảo vệ thực vật tỉnh Sơn La"."""
    further = pattern_of(_LEXICON, "field_of_place").match(text.lower, mention.span.end)
    place = place_at(text, further.end(), bare=False) if further is not None else None
    if further is None or place is None or place.name is None:
        return _placed(text, mention)
    return _ending(_going_on(text, mention, further.end()), place.span.end, place=place)


def _branch(text: Text, mention: OrganisationMention) -> OrganisationMention:
    """The mention with the branch it is: "Ngân hàng Hoa Mai | chi nhánh Bắc Ninh"."""
    branch = pattern_of(_LEXICON, "branch").match(text.lower, mention.span.end)
    place = place_at(text, branch.end()) if branch is not None else None
    end = place.span.end if place else name_end(text, branch.end()) if branch is not None else None
    if end is None:
        return mention
    return structs.replace(_going_on(text, mention, end), fill=False)


def _placed(text: Text, mention: OrganisationMention) -> OrganisationMention:
    """The mention with the place that its kind introduces: "Trung tâm Văn hóa | tỉnh Sơn La"."""
    place = place_at(text, mention.span.end, bare=False)
    return mention if place is None else _ending(mention, place.span.end, place=place)


@cache
def _zones() -> regex.Pattern[str]:
    return compiled(rf" (?:{pattern_of('places', 'zones').pattern})")


def _tail_zone(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    zones = _zones().match(text.lower, head.span.end)
    if zones is None:
        return None
    mention = _going_on(text, head, zones.end())
    place = place_at(text, zones.end())
    end = place.span.end if place is not None else name_end(text, zones.end())
    if end is None:
        return mention
    end = without_officer(text, head.span.start, end, zones.end()) if place is None else end
    further = pattern_of(_LEXICON, "further_zones").match(text.lower, end)
    of_all = place_at(text, further.end()) if further is not None else None
    if further is not None and of_all is not None and _is_wide(of_all):
        return _ending(_going_on(text, head, further.end()), of_all.span.end, place=of_all)
    if place is not None:
        return _ending(mention, end, place=place)
    return _placed(text, structs.replace(_going_on(text, head, end), fill=False))


def _is_wide(place: PlacePhrase) -> bool:
    """Whether a place is a province: "Khu kinh tế Hòn La và các Khu công nghiệp | tỉnh Quảng Bình"."""
    return place.kind is not None or gazetteer().province(place.name or "") is not None


def _tail_unit(text: Text, head: OrganisationMention, depth: int) -> OrganisationMention | None:
    """The name of a body within another's: "Công đoàn | Công ty TNHH Hoa Mai"."""
    of_unit = len(" của") if text.lower.startswith(" của ", head.span.end) else 0
    unit = read_organisation(text, head.span.end + of_unit + 1, depth + 1)
    if of_unit and unit is not None and unit.type == OrganisationType.UNION:
        unit = None  # "các CĐCS của CĐ ngành Giáo dục": those that it leads
    if unit is not None and not unit.short:
        name = unit.organ or unit.stem
        return structs.replace(_ending(head, unit.span.end, unit.place), stem=f"{head.stem} {name}", fill=unit.fill)
    place = place_at(text, head.span.end, bare=head.fill)
    if place is not None:
        of_many = head.type == OrganisationType.UNION and place.name is None and _of_kinds(text, place)
        return None if of_many else _ending(head, place.span.end, place=place)  # "CĐCS xã, phường"
    end = None
    if not (office_before(text, head.span.start) and person_at(text, head.span.end)):
        end = name_end(text, head.span.end, trades=True)
    if end is not None and text.folded[head.span.end : end].split()[-1] in words(_LEXICON, "no_proper"):
        end = None  # "công đoàn cơ sở doanh nghiệp FDI"
    if end is not None and text.lower[head.span.end : end].strip() in words(_LEXICON, "unit_kinds"):
        return _going_on(text, structs.replace(head, short=True), end) if head.type == OrganisationType.UNION else None
    if end is not None and (unit is None or end > unit.span.end) and place_at(text, head.span.end) is None:
        end = without_officer(text, head.span.start, end, head.span.end)
        return _placed(text, structs.replace(_going_on(text, head, end), fill=False))
    if unit is not None:
        return structs.replace(_ending(head, unit.span.end), stem=f"{head.stem} {unit.stem}", short=True)
    kind = any_of(_LEXICON, "unit_kinds", " ").match(text.lower, head.span.end)
    if kind is not None and end is None and head.type == OrganisationType.UNION:
        own = name_end(text, kind.end())  # "Công đoàn nhà máy", "CĐCS trường | Hoa Mai"
        printed = headed(text.folded[kind.start() + 1 : own or kind.end()])
        named = _going_on(text, head, own or kind.end())
        return structs.replace(named, stem=f"{head.stem} {printed}", short=own is None)
    return structs.replace(head, short=True) if head.fill else None


def _tail_country(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    end = country_end(text, head.span.end)
    return head if end is None else _going_on(text, head, end)


def _tail_phrase(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    """A name of common words that its place ends: "Ban Chỉ đạo phát triển đoàn viên huyện"."""
    found = pattern_of(_LEXICON, "phrase").match(text.lower, head.span.end)
    if found is None:
        return None
    place = place_at(text, found.start("place"), bare=False)
    if place is None:
        return structs.replace(_going_on(text, head, found.end()), fill=False)
    return _ending(_going_on(text, head, found.start("place")), place.span.end, place=place)


_IN_FRONT = compiled(r"(?:(?<!\p{L})\p{Lu}[\p{L}\d&-]*+ ){1,3}$")
_FRONT_REACH = 40  # characters


def _tail_before(text: Text, head: OrganisationMention, entry: Entry) -> OrganisationMention | None:
    """The name that stands in front of its head: "Hoa Mai | Group"."""
    low = text.before(head.span.start, _FRONT_REACH)
    found = _IN_FRONT.search(text.folded, head.span.start - len(low), head.span.start)
    if found is None:
        return None
    start = found.start()
    for word in found[0].split():
        if word.lower() not in word_set(_LEXICON, "function_words"):
            break
        start += len(word) + 1  # "Theo | Hoa Mai Group"
    if start == head.span.start:
        return None
    span = Span(start, head.span.end)
    return structs.replace(head, span=span, name_span=span, stem=text.folded[start : head.span.end])


_TAILS = {
    "before": _tail_before,
    "none": _tail_none,
    "place": _tail_place,
    "field": _tail_field,
    "name": _tail_name,
    "zone": _tail_zone,
    "country": _tail_country,
    "phrase": _tail_phrase,
}


def _going_on(text: Text, mention: OrganisationMention, end: int) -> OrganisationMention:
    """The mention whose name goes on as printed, up to a position."""
    return structs.replace(_ending(mention, end), stem=mention.stem + text.folded[mention.span.end : end])


def _ending(mention: OrganisationMention, end: int, place: PlacePhrase | None = None) -> OrganisationMention:
    start = mention.name_span.start
    return structs.replace(mention, span=Span(mention.span.start, end), name_span=Span(start, end), place=place)
