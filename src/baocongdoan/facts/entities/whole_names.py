"""Names that leave out part of a name which the article prints elsewhere: one body under its whole name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import regex
from msgspec import structs

from ...lexicon.loader import pattern_of
from ...mentions.organisations import OrganisationMention
from ...records import OrganisationType
from .bodies import EMPLOYERS, OF_UNITS, ResolvedMention
from .canonical import same_name, written_out
from .name_index import NameIndex, shortened, without_nation

__all__ = ["unified"]

_MOST_REMEMBERED = 1024  # names


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
    """Unions of firms that got their whole name get it, too: "Công đoàn Công ty Hoa Mai"; so do those of schools."""
    longer = {
        before.name: after.name
        for before, after in zip(named, whole, strict=True)
        if before is not None and after is not None and before.type == OrganisationType.ENTERPRISE
    }
    longer = {short: name for short, name in longer.items() if short != name} | _schools_by_own_words(whole)
    if not longer:
        return whole
    return [body if body is None else _with_whole_unit(body, longer) for body in whole]


def _schools_by_own_words(whole: Iterable[ResolvedMention | None]) -> dict[str, str]:
    """The schools' whole names by what is left where their kind is: "CĐCS trường Hoa Mai" of the "Trường Tiểu học Hoa
    Mai"; none that two share."""
    schools: defaultdict[str, set[str]] = defaultdict(set)
    for body in whole:
        if body is not None and body.type == OrganisationType.SCHOOL:
            kind = pattern_of("organisations", "school_and_kind").match(body.name.lower())
            if kind is not None:
                schools[f"{body.name[: kind.end('school')]} {body.name[kind.end() :]}"].add(body.name)
    return {short: names.pop() for short, names in schools.items() if len(names) == 1}


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
    is_beginning = mention.fill or mention.why in _CUT_SHORT or mention.why in _OF_SECTORS
    is_end = not is_beginning or mention.why in _OF_COMPANIES
    return names.in_order(
        shortened_so,
        names.beginning_with(stem) if is_beginning else (),
        names.beginning_with(_of_wider_field(stem)) if mention.why == "sector_union" else (),
        names.ending_as(stem) if is_end else (),
    )


def _of_wider_field(stem: str) -> str:
    """How the name of a sector's union begins that has more in its field: "Công đoàn ngành Nông nghiệp" is the "Công
    đoàn Nông nghiệp và | Phát triển nông thôn Việt Nam"."""
    return f"{pattern_of('organisations', 'sector_word').sub('', stem)} và"


def _leaves_out(mention: OrganisationMention, own: str, whole: str) -> bool:
    """Whether a name as the mention prints it is the other name with something left out: its place or the place's kind,
    its trade, the country, or the word "Trường"; or its initials."""
    if len(whole) <= len(own):
        return mention.fill and mention.place is None and whole.startswith(same_name(written_out(mention.stem)) + " ")
    if own in shortened(whole):
        return True
    may_leave_it_out = mention.type in EMPLOYERS or mention.why in _OF_SECTORS
    if not mention.fill and may_leave_it_out and without_nation(whole) == own:
        return True
    if mention.place is not None:
        return False
    if mention.why in _OF_COMPANIES and whole.endswith(f" {own}") and _company(whole) is not None:
        return True
    stem = same_name(written_out(mention.stem))
    if mention.fill or mention.why in _CUT_SHORT:
        is_wider = mention.why == "sector_union" and whole.startswith(_of_wider_field(stem) + " ")
        return is_wider or whole.startswith(stem + " ")
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
    return structs.replace(body, name=meant.name, level=meant.level, home=meant.home, cut=True)
