"""Find the organisations that a text names: one pass over the words that a name may begin with.

A mention says what is printed; what it means in its article (which "LĐLĐ tỉnh"?) is worked out by
``facts.entities.organisations``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import dropwhile

import regex
from msgspec import structs

from ..language.anchors import Anchored, OneOf
from ..language.fold import without_marks
from ..language.text import Span, Text
from ..lexicon.kept import compiled
from ..lexicon.loader import load, pattern_of, source_of, words
from ..records import Level, OrganisationType, Role
from .coordination import listed_places
from .glosses import without_glosses
from .names import office_before
from .organisation_names import BRACKETED, OrganisationMention, head_starts, headed, read_organisation
from .places import PlacePhrase, place_at

__all__ = ["OrganisationMention", "find_organisations"]

_LEXICON = "organisations"


def find_organisations(text: Text) -> tuple[OrganisationMention, ...]:
    """The organisations that the text names, in its order; none lies within another.

    >>> [m.stem for m in find_organisations(Text.plain("LĐLĐ tỉnh họp với Sở Y tế và Công ty TNHH Hoa Mai."))]
    ['Liên đoàn Lao động', 'Sở Y tế', 'Công ty TNHH Hoa Mai']
    """
    glossed = without_glosses(text)
    if glossed is None:
        return _found(text)
    plain, standing = glossed
    return tuple(_moved(mention, standing) for mention in _found(plain))


def _moved(mention: OrganisationMention, standing: Callable[[Span], Span]) -> OrganisationMention:
    place = mention.place and structs.replace(mention.place, span=standing(mention.place.span))
    return structs.replace(mention, span=standing(mention.span), name_span=standing(mention.name_span), place=place)


def _found(text: Text) -> tuple[OrganisationMention, ...]:
    found: list[OrganisationMention] = []
    position = 0
    for start in head_starts(text):
        mention = read_organisation(text, start) if start >= position else None
        if mention is not None and mention.span.start >= position:  # some names begin before their head
            found.append(_with_organ(text, mention, position))
            found += _named_together(text, mention)
            position = found[-1].span.end
    found = _without_mere_places(text, _sharing_places(text, found))
    return tuple(_with_listed_unions(text, _with_short_names(text, found)))


def _without_mere_places(text: Text, found: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """The mentions less those that are places unless their people are spoken of: "Cảng Hoa Mai" is a firm beside its
    "Công đoàn Cảng" or its "Giám đốc"."""
    maybe = [mention for mention in found if _may_be_place(mention)]
    if not maybe:
        return [*found]
    head = pattern_of(_LEXICON, "union_of")
    spoken_of = {head.sub("", mention.stem.lower()) for mention in found if mention.type is OrganisationType.UNION} | {
        mention.stem.lower() for mention in maybe if office_before(text, mention.span.start)
    }
    for mention in maybe:
        name = mention.stem.lower()
        if not spoken_of.isdisjoint(kind for kind in words(_LEXICON, "kinds_of_ports") if name.startswith(kind)):
            spoken_of.add(name)
    return [mention for mention in found if not _may_be_place(mention) or mention.stem.lower() in spoken_of]


def _may_be_place(mention: OrganisationMention) -> bool:
    return bool(load(_LEXICON)[mention.why].values.get("with_people"))


def _named_together(text: Text, mention: OrganisationMention) -> Iterator[OrganisationMention]:
    """The further bodies of a list: "LĐLĐ các huyện Văn Yên, | Lục Yên và | Trấn Yên"."""
    if mention.place is None or mention.place.name is None:
        return
    several = pattern_of("places", "several").finditer(text.lower, mention.name_span.start, mention.place.span.start)
    is_plural = any(found.end() == mention.place.span.start - 1 for found in several)
    for place in listed_places(text, mention.place, is_plural=is_plural):
        yield structs.replace(mention, span=place.span, name_span=place.span, place=place, organ=None)


def _sharing_places(text: Text, found: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """The mentions, each body of a list with the place that stands behind the last one alone: "UBND, LĐLĐ, Công an |
    huyện Mỹ Đức" are three of one district."""
    shared: list[OrganisationMention] = []
    joint = pattern_of(_LEXICON, "shares_place")
    for mention in reversed(found):
        levels: Sequence[str] = load(_LEXICON)[mention.why].values.get("shares", ())
        place = shared[-1].place if shared and levels and mention.place is None else None
        is_shared = (
            place is not None
            and _level_of(place) in levels
            and joint.fullmatch(text.lower, mention.span.end, shared[-1].span.start)
        )
        shared.append(structs.replace(mention, place=place, short=False) if is_shared else mention)
    return shared[::-1]


def _level_of(place: PlacePhrase) -> str:
    if place.kind in words("places", "commune_kinds"):
        return "commune"
    return "district" if place.kind in words("places", "district_kinds") else "other"


# ---- organs and short names ---------------------------------------------------------------------------------------


@cache
def _organ_before() -> regex.Pattern[str]:
    listed = "|".join(entry.pattern.pattern for entry in load("organs").entries if entry.pattern is not None)
    return compiled(rf"(?<!\p{{L}})(?P<organ>{listed})(?: của)? {{1,2}}$")


_ORGAN_REACH = 64  # characters; the longest organ is shorter


def _with_organ(text: Text, mention: OrganisationMention, floor: int) -> OrganisationMention:
    """The mention with the organ in front of it: "Ban Thường vụ | LĐLĐ tỉnh"."""
    if mention.organ is not None:
        return mention
    start = mention.name_span.start
    found = _organ_before().search(text.lower, max(floor, start - _ORGAN_REACH), start)
    if found is None:
        return mention
    organ = headed(text.raw[found.start("organ") : found.end("organ")])
    return structs.replace(mention, span=Span(found.start("organ"), mention.span.end), organ=organ)


def _with_short_names(text: Text, found: list[OrganisationMention]) -> list[OrganisationMention]:
    """Mentions by a short name that brackets gave or a firm's brand: "Ban Quản lý các KCN (Hepza) … Hepza cho biết"."""
    names: dict[str, OrganisationMention] = {}
    brackets: set[int] = set()
    for mention in found:
        if mention.why == "microfinance" and (letters := _letters(mention.stem)) is not None:
            names.setdefault(letters, mention)
        if mention.why in _WITH_BRANDS and (brand := _brand(mention.stem)) is not None:
            names.setdefault(brand, mention)
        if mention.why in _WITH_OWN_WORDS and not mention.short and (own := _own_words(mention)) is not None:
            for head in words(_LEXICON, "union_heads"):  # "Công ty CP Lọc dầu Hoa Mai … Công đoàn Lọc dầu Hoa Mai"
                names.setdefault(f"{head} {own}", _union_of(mention))
        if mention.why in _OF_CORPORATIONS:
            for name in _trade_names(mention):
                names.setdefault(name, structs.replace(mention, organ=None))
        bracket = BRACKETED.match(text.folded, mention.span.end)
        if bracket is not None and not mention.short and _is_short_name(bracket["short"]):
            names.setdefault(bracket["short"], mention)
            if mention.type is OrganisationType.UNION:  # "Công đoàn Than - Khoáng sản Việt Nam (TKV) … Công đoàn TKV"
                names.update({f"{head} {bracket['short']}": mention for head in words(_LEXICON, "union_heads")})
            brackets.add(bracket.start("short"))
    if not names:
        return found
    found = [  # "(CĐ DKVN)" is the same body
        _with_whole_unit(mention, names) for mention in found if mention.span.start not in brackets
    ]
    taken = [mention.span.start for mention in found]
    again = []
    for span in _standing_alone(text.folded, names):
        mention = names[text.folded[span.start : span.end]]
        last = bisect_left(taken, span.end) - 1  # the last that begins before the name ends
        if span.start <= mention.span.end and (span.end >= mention.span.start or not _is_headline(text, span)):
            continue  # a headline may have the short form of what the text tells in full
        if (
            last >= 0
            and found[last].name_span == span
            and found[last].why in _OF_NO_FIRM
            and mention.why in _WITH_OWN_WORDS
        ):
            continue  # "Công đoàn Hải Hậu" is the district's, though there is a firm called so, too
        if last >= 0 and found[last].name_span.start == span.start and found[last].span.end <= span.end:
            # "CĐ DKVN" reads like the name of a union of its own
            found[last] = structs.replace(mention, span=found[last].span, name_span=span, organ=found[last].organ)
        elif last < 0 or found[last].span.end <= span.start:
            place = place_at(text, span.end, bare=False) if mention.place is not None else None
            takes_place = place is not None and place.name in (None, mention.place and mention.place.name)
            whole = Span(span.start, place.span.end) if place is not None and takes_place else span  # "CĐGD | tỉnh"
            again.append(structs.replace(mention, span=whole, name_span=whole, organ=None))
    return sorted([*found, *again], key=lambda mention: mention.span)


_OF_CORPORATIONS = frozenset({"field_union", "corporation_union"})


def _trade_names(union: OrganisationMention) -> list[str]:
    """What the union of a national corporation is called by the corporation's trade names: "Công đoàn EVN" is the
    "Công đoàn Điện lực Việt Nam"."""
    nation = pattern_of(_LEXICON, "nation").search(union.stem.lower())
    if nation is None or nation.end() < len(union.stem):
        return []
    of_nation = union.stem[: nation.start()].lower()
    return [
        f"{head} {name}"
        for field in load("fields").entries
        if of_nation.endswith(f" {field.values['canonical'].lower()}")
        for name in field.values.get("trade_names", ())
        for head in words(_LEXICON, "union_heads")
    ]


_OF_NO_FIRM = frozenset({"place_union", "field_union"})
_WITH_OWN_WORDS = frozenset({"company", "union_of_unit", "grassroots_union"})


def _own_words(company: OrganisationMention) -> str | None:
    """What a company is called behind its legal form, place included: two words or more."""
    head = pattern_of(_LEXICON, "company_with_form").match(company.stem.lower())
    own = company.stem[head.end() :] if head is not None and company.place is None else ""
    return own if own.count(" ") >= 1 and own[0].isupper() else None


def _union_of(company: OrganisationMention) -> OrganisationMention:
    """The union of a company; the mention itself where it is of one."""
    if company.type is OrganisationType.UNION:
        return structs.replace(company, organ=None)
    union = load(_LEXICON)["union_of_unit"]
    return structs.replace(
        company,
        why=union.name,
        type=OrganisationType.UNION,
        level=Level.GRASSROOTS,
        stem=f"{union.values['base']} {company.stem}",
        organ=None,
    )


def _is_headline(text: Text, span: Span) -> bool:
    return text.line_around(span.start).role is Role.TITLE


def _is_short_name(word: str) -> bool:
    """Whether a word in brackets is an abbreviation or a foreign brand, and no place or common word.

    >>> _is_short_name("BSR"), _is_short_name("Hepza"), _is_short_name("Tháng")
    (True, True, False)
    """
    native = pattern_of("organisations", "native_syllable").fullmatch(without_marks(word).lower())
    return sum(letter.isupper() for letter in word) > 1 or (native is None and len(word) >= _SHORTEST_BRAND)


def _with_whole_unit(mention: OrganisationMention, names: Mapping[str, OrganisationMention]) -> OrganisationMention:
    """A union called by the short name of its firm, under the whole one: "CĐCS BSR"."""
    head, _, last = mention.stem.rpartition(" ")
    unit = names.get(last) if mention.type is OrganisationType.UNION else None
    if unit is None:
        return mention
    if unit.why == mention.why and (mention.place is None or _have_one_place(mention, unit)):
        # "Công đoàn KCN VSIP" of the "Công đoàn Khu công nghiệp Việt Nam - Singapore (VSIP)"
        return structs.replace(unit, span=mention.span, name_span=mention.name_span, organ=mention.organ)
    if unit.type not in _WITH_UNIONS or head != load(_LEXICON)[mention.why].values.get("base"):
        return mention
    return structs.replace(mention, stem=f"{head} {unit.stem}", place=unit.place)


def _have_one_place(mention: OrganisationMention, other: OrganisationMention) -> bool:
    return mention.place is not None and other.place is not None and mention.place.name == other.place.name


_WITH_UNIONS = (OrganisationType.ENTERPRISE, OrganisationType.SCHOOL)


def _standing_alone(text: str, names: Iterable[str]) -> Iterator[Span]:
    """Where names stand in a text, in its order and not overlapping: with no letter, digit or bracket beside them."""
    places = [
        (start, order, start + len(name))
        for order, name in enumerate(names)
        for start in _occurrences(text, name)
        if not _is_inside(text[max(start - 1, 0) : start], "(")
        and not _is_inside(text[start + len(name) : start + len(name) + 1], ")")
    ]
    end = 0
    for start, _, its_end in sorted(places):
        if start >= end:
            yield Span(start, its_end)
            end = its_end


def _occurrences(text: str, name: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + 1)


def _is_inside(beside: str, bracket: str) -> bool:
    return beside.isalpha() or beside.isdecimal() or beside == bracket


_WITH_BRANDS = frozenset({"company", "corporation", "bank", "bank_of_brand"})


_SHORTEST_BRAND = 4  # letters


def _letters(name: str) -> str | None:
    """The capitals by which a lender is called, at the end of its name.

    >>> _letters("Tổ chức tài chính vi mô ABM"), _letters("Quỹ trợ vốn CNVC"), _letters("Quỹ trợ vốn Hoa Mai")
    ('ABM', None, None)
    """
    last = name.rsplit(maxsplit=1)[-1]
    return last if last.isalpha() and last.isupper() and last not in words(_LEXICON, "no_proper") else None


def _brand(name: str) -> str | None:
    """The foreign name at the end of a firm's: it may stand alone later, as no common word does.

    >>> _brand("Công ty cổ phần thực phẩm NutiFood"), _brand("Công ty TNHH KaiYang Việt Nam")
    ('NutiFood', 'KaiYang')
    >>> _brand("Công ty TNHH May Hoa Mai")
    """
    nation = pattern_of(_LEXICON, "nation").search(name.lower())
    run = _CAPITALS.search(name[: nation.start()] if nation is not None and nation.end() == len(name) else name)
    if run is None or len(run[0]) < _SHORTEST_BRAND:
        return None
    native, forms = pattern_of(_LEXICON, "native_syllable"), words(_LEXICON, "legal_forms")
    brand = [*dropwhile(lambda word: word.lower() in forms, run[0].split())]
    foreign = (word for word in brand if native.fullmatch(without_marks(word).lower()) is None)
    return " ".join(brand) if any(foreign) else None


_CAPITALS = compiled(r"(?<= )\p{Lu}[\p{L}\d&-]*+(?: \p{Lu}[\p{L}\d&-]*+){0,2}$")


# ---- lists of units that stand for their unions -------------------------------------------------------------------


@Anchored
def _list_openings() -> OneOf:
    return OneOf([source_of(_LEXICON, "grassroots_list")])


def _with_listed_unions(text: Text, found: list[OrganisationMention]) -> list[OrganisationMention]:
    """In "các CĐCS: trường A, trường B và trường C" each school stands for its union, there and later."""
    joints = pattern_of(_LEXICON, "joint")
    listed: set[str] = set()
    for start in _list_openings.finditer(text.words):
        end = start.end()
        for mention in found:
            if mention.span.start < end:
                continue
            if mention.span.start > end or mention.type == OrganisationType.UNION:
                break
            listed.add(mention.stem.casefold())
            joint = joints.match(text.lower, mention.span.end)
            end = joint.end() if joint is not None else mention.span.end
    if not listed:
        return found
    return [_its_union(mention) if mention.stem.casefold() in listed else mention for mention in found]


def _its_union(mention: OrganisationMention) -> OrganisationMention:
    union = load(_LEXICON)["grassroots_union"]
    return structs.replace(
        mention,
        why=union.name,
        type=OrganisationType.UNION,
        level=Level.GRASSROOTS,
        stem=f"{union.values['base']} {mention.stem}",
    )
