"""Citations of acts: where a resolution, decision, law … is named, and which of its words say what.

The anchor is the noun of the act ("Nghị quyết", "Luật") or a number whose letters tell what it is; ``citations`` reads
on from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ..language.anchors import Anchored, OneOf
from ..language.text import Text
from ..lexicon.loader import Entry, load, named, pattern_of
from ..records import DocumentType
from .citations import Citation, DocumentMention

__all__ = ["DocumentMention", "find_documents", "type_of_letters"]


def find_documents(text: Text) -> tuple[DocumentMention, ...]:
    """The citations of acts, in the order of the text.

    >>> text = Text.plain("Thực hiện Nghị quyết số 7a/NQ-LĐLĐ ngày 2/3/2021 về đổi mới công tác nữ công, LĐLĐ họp.")
    >>> [mention] = find_documents(text)
    >>> text.quote(mention.number), text.quote(mention.subject)
    ('7a/NQ-LĐLĐ', 'đổi mới công tác nữ công')
    """
    found: list[DocumentMention] = []
    named_until = 0  # the name of a law may hold further nouns, which are no citations of their own
    for noun in _nouns.finditer(text.words):
        if noun.start() < named_until:
            continue
        for mention in Citation(text, noun.span(), _entry(noun), found[-1] if found else None).read():
            if mention.optional and any(_is_part(mention, other) for other in found[-3:]):
                continue
            found.append(mention)
            if mention.type is DocumentType.LAW:
                named_until = mention.span.end
    held = {mention.number for mention in found}
    found += [mention for mention in _numbers_alone(text) if mention.number not in held]
    return tuple(sorted(found, key=lambda mention: mention.span))


def type_of_letters(letters: str) -> DocumentType | None:
    """The type of act that the letters of a number stand for.

    >>> type_of_letters("NQ"), type_of_letters("TLĐ")
    (<DocumentType.RESOLUTION: 'resolution'>, None)
    """
    return _types_by_letters().get(letters.rstrip("0123456789"))


def _numbers_alone(text: Text) -> Iterator[DocumentMention]:
    """Numbers such as "(số 12/KH-LĐLĐ)" that need no noun to tell what they are."""
    entry = load("documents")["paper"]
    for found in pattern_of("documents", "lettered_number").finditer(text.folded):
        if type_of_letters(found["letters"]) is not None:
            yield Citation(text, found.span(), entry, None).read_from_number()


def _is_part(mention: DocumentMention, other: DocumentMention) -> bool:
    """An act that only its subject names, inside the subject of another, is no act of its own."""
    inside = other.subject is not None and other.subject.holds(mention.span)
    return inside and mention.type is not DocumentType.LAW


@cache
def _noun_entries() -> dict[str, Entry]:
    """The entries of the nouns: those from the first to "other"."""
    entries = load("documents").entries
    names = [entry.name for entry in entries]
    return dict(zip(names, entries[: names.index("other") + 1], strict=False))


@Anchored
def _nouns() -> OneOf:
    nouns = [named(entry) for entry in _noun_entries().values() if entry.expression is not None]
    return OneOf(nouns, before=r"(?<!\p{L})", behind=r"(?!\p{L})")


def _entry(noun: regex.Match[str]) -> Entry:
    return _noun_entries()[noun.lastgroup or "other"]


@cache
def _types_by_letters() -> dict[str, DocumentType]:
    return {
        letters: DocumentType(entry.values.get("type", entry.name))
        for entry in _noun_entries().values()
        for letters in entry.values.get("letters", ())
    }
