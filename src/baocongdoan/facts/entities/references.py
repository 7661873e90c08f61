"""Common nouns that stand for a body named before: "… Bệnh viện Đa khoa Hoa Mai. Bệnh viện chịu 30 triệu đồng".

They name nobody, so they make no organisation's record; but they tell who acts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import regex
from msgspec import structs

from ...language.anchors import Anchored, OneOf
from ...language.text import Span, Text
from ...lexicon.loader import Entry, load, named, words
from ...records import Level, OrganisationType
from .bodies import EMPLOYERS, OF_UNITS, ResolvedMention

__all__ = ["find_references"]

_LOOK_BACK = 40
_AMONG = 12  # mentions among which it is looked for
_TELLING_WORDS = 2  # the last ones of a firm's name, which all its forms have
_REACH = 600  # code points back in which the body must have been named


def find_references(text: Text, mentions: Sequence[ResolvedMention]) -> tuple[ResolvedMention, ...]:
    """The nouns that act in the place of a body named before them, each as a short mention of that body.

    ``mentions`` are those of the article, in the order of the text.

    >>> from ...mentions.organisations import find_organisations
    >>> from ...records import Article
    >>> from .organisations import resolve_organisations
    >>> text = Text.plain("LĐLĐ huyện họp với Bệnh viện Đa khoa Hoa Mai. Trong đó bệnh viện chịu 30 triệu đồng.")
    >>> directory = resolve_organisations(find_organisations(text), text, Article(id="a", origin="-"))
    >>> [reference.name for reference in find_references(text, directory.mentions)]
    ['Bệnh viện Đa khoa Hoa Mai']
    """
    found: list[ResolvedMention] = []
    lexicon, lower = load("references"), text.lower
    starts = [mention.span.start for mention in mentions]
    for noun in _nouns.finditer(text.words):
        start, end = noun.span()
        before = bisect_left(starts, start)
        if _is_named(mentions, before, noun):
            continue
        low = max(0, start - _LOOK_BACK)
        fronts = (("clause_front", "acts"), ("officer_of", "speaks"))
        if not any(
            lexicon.pattern(front).match(lower, low, start) and lexicon.pattern(behind).match(lower, end)
            for front, behind in fronts
        ):
            continue
        entry = lexicon[noun.lastgroup or ""]
        last = mentions[max(0, before - _AMONG) : before]
        floor = text.paragraph_start(start) if entry.values.get("near") else start - _REACH
        meant = _meant(entry, last, floor)
        if meant is None and before and entry.values.get("else_far") and _is_unit_or_of_unit(mentions[before - 1]):
            meant = _meant(entry, last, start - _REACH)
        if meant is None and "base" in entry.values and before:
            meant = _union_of(mentions[before - 1], entry.values["base"], start - _REACH)
        if meant is not None:
            span, through = Span(start, end), f"references.toml: {entry.name}"
            found.append(structs.replace(meant, span=span, name_span=span, organ=None, short=True, through=through))
    return tuple(found)


@Anchored
def _nouns() -> OneOf:
    nouns = [named(entry) for entry in load("references").entries if entry.values]
    return OneOf(nouns, before=r"\b", behind=r"(?!\p{L})")


def _is_named(mentions: Sequence[ResolvedMention], before: int, noun: regex.Match[str]) -> bool:
    """Whether the noun belongs to a name: "Công đoàn" of "Công đoàn ngành Y tế"."""
    around = mentions[max(0, before - 1) : before + 1]
    return any(mention.span.start < noun.end() and noun.start() < mention.span.end for mention in around)


def _meant(entry: Entry, before: Sequence[ResolvedMention], floor: int) -> ResolvedMention | None:
    near = [mention for mention in reversed(before) if mention.span.start >= floor]
    rather = tuple(entry.values.get("prefers", ()))
    if entry.values.get("of_union"):
        of_units = OF_UNITS | {"corporation_union"} if rather else OF_UNITS
        near = [_firm_of(mention, before) if mention.why in of_units else mention for mention in near]
    fitting = [mention for mention in near if _may_mean(entry, mention)]
    return next(
        (mention for mention in fitting if rather and mention.name.startswith(rather)), next(iter(fitting), None)
    )


def _union_of(last: ResolvedMention, base: str, floor: int) -> ResolvedMention | None:
    """The union of the firm that was named last, where no other body is in between."""
    if last.type not in EMPLOYERS or last.span.start < floor:
        return None
    return structs.replace(last, name=f"{base} {last.name}", type=OrganisationType.UNION, level=Level.GRASSROOTS)


def _firm_of(union: ResolvedMention, named: Sequence[ResolvedMention]) -> ResolvedMention:
    """The firm or school whose people the union is of, by its own name where that was named: "Công đoàn | Công ty Hoa
    Mai" is of the "Công ty cổ phần Hoa Mai"."""
    unit = union.name.removeprefix(load("organisations")[union.why].values["base"]).strip()
    last = unit.split()[-_TELLING_WORDS:]
    for mention in named:
        if mention.type in EMPLOYERS and mention.name.split()[-_TELLING_WORDS:] == last:
            return mention
    kind = OrganisationType.SCHOOL if unit.startswith(words("references", "schools")) else OrganisationType.ENTERPRISE
    return structs.replace(union, name=unit, type=kind, level=None)


def _is_unit_or_of_unit(mention: ResolvedMention) -> bool:
    """Whether a firm or school was named last, for which no union is taken, or the union of one."""
    return mention.type in EMPLOYERS or mention.why in OF_UNITS


def _may_mean(entry: Entry, mention: ResolvedMention) -> bool:
    values = entry.values
    return (
        mention.name.startswith(tuple(values.get("named", ())))
        or mention.type.value in values.get("types", ())
        or (mention.level is not None and mention.level.value in values.get("levels", ()))
    )
