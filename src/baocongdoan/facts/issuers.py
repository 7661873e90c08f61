"""Who issued an act: told by the words behind "của", by the letters of its number, or by the sentence's subject."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from ..language.fold import fold, lower
from ..language.text import Span, Text
from ..lexicon.kept import compiled
from ..lexicon.loader import Entry, load, pattern_of, words
from ..mentions.organisation_names import headed

if TYPE_CHECKING:
    from .entities.organisations import Directory

__all__ = ["Issuer", "Issuers"]

_ACTOR = 220  # how far in front of the verb the name of the issuer may stand
_NO_DOER = 12  # a sentence that opens with the verb has the article's union for its doer: "Xây dựng kế hoạch …"
_FAR = 40  # how far into "của …" the name may begin, behind offices and organs


class Issuer(Struct, frozen=True):
    """The canonical name of a body, and its organ."""

    name: str
    organ: str | None = None


class Issuers(Struct, frozen=True):
    """Names issuers in one article."""

    text: Text
    directory: Directory

    def named(self, span: Span) -> Issuer | None:
        """The body that the words behind "của" or "do" name."""
        if self.organ(span) is not None:
            return None
        return self._national(span.start, span.end) or self._known(span) or self._filled_in(span)

    def organ(self, span: Span) -> str | None:
        """The organ, where the words name no more than that: "của Ban Chấp hành" leaves the body to the number."""
        surface = self.text.quote(span).strip(" ,")
        return headed(surface) if _pattern("organ").fullmatch(lower(fold(surface))) else None

    def acting(self, span: Span) -> Issuer | None:
        """The body that issued an act, by the words of the sentence in front of the verb."""
        start = max(span.start, span.end - _ACTOR)
        national = [found for found in self._nationals(start, span.end) if found[1] is not None]
        known = self.directory.before(span.end)
        if known is not None and known.span.start < start:
            known = known if _pattern("anaphora").search(self.text.lower, start, span.end) else None
        if national and (known is None or national[-1][0] >= known.span.end):
            return national[-1][1]
        if known is not None:
            return Issuer(known.name, known.organ)
        unsaid = span.end - span.start <= _NO_DOER and self.directory.main is not None
        return Issuer(str(self.directory.main)) if unsaid else None

    def lettered(self, letters: tuple[str, ...], position: int) -> Issuer | None:
        """The body that the letters of a number stand for, in an article at that position."""
        for code in letters:
            entry = _by_letters().get(code.rstrip("0123456789"))
            if entry is not None:
                return self._of_entry(entry, position)
            if (name := self._by_initials(code)) is not None:
                return Issuer(name)
        return None

    def _of_entry(self, entry: Entry, position: int) -> Issuer | None:
        if "place" not in entry.values:
            return _issuer(entry)
        prefixes = tuple(entry.values["prefix"])
        named = [mention for mention in self.directory.mentions if mention.name.startswith(prefixes)]
        nearest = [mention for mention in named if mention.span.start <= position][-1:] or named[:1]
        if nearest:
            return Issuer(nearest[0].name)
        province = self.directory.place.province
        in_city = province is not None and province.kind in words("issuers", "city_kinds")
        form = entry.values["city" if in_city and "city" in entry.values else "place"]
        name = self.directory.canonical(form)
        return Issuer(name) if name is not None and name != form else None

    def _by_initials(self, code: str) -> str | None:
        """A body of the article whose words begin with the letters ("TCĐBVN")."""
        plain = code.replace("&", "").rstrip("0123456789").upper()
        if len(plain) < 3:
            return None
        for mention in self.directory.mentions:
            initials = _initials(mention.name)
            if initials in (plain, plain + "VN"):
                return mention.name
        return None

    def _national(self, start: int, end: int) -> Issuer | None:
        """A body of the whole country at the beginning of the words, behind its office or organ."""
        office = _pattern("office").match(self.text.lower, start, end)
        for begin in (start, office.end() if office else start):
            for entry in _nationals():
                found = _of(entry).match(self.text.lower, begin, end)
                if found and self._ends_there(entry, found.end(), end):
                    issuer = _issuer(entry)
                    if begin > start and office is not None and issuer.organ is None:
                        return Issuer(issuer.name, headed(self.text.quote(Span(start, begin)).strip()))
                    return issuer
        return None

    def _nationals(self, start: int, end: int) -> Iterator[tuple[int, Issuer | None]]:
        for found in _all_nationals().finditer(self.text.lower, start, end):
            yield found.start(), self._national(found.start(), end)

    def _ends_there(self, entry: Entry, position: int, end: int) -> bool:
        """ "Chính phủ Nhật Bản" is not the Vietnamese government, but "Thủ tướng Phạm Văn A" is the Prime Minister."""
        after = self.text.folded[position : min(position + 10, end)]
        if after[:1].isalnum():
            return False
        ours = after[1:].startswith(words("issuers", "own_country"))
        return bool(entry.values.get("person")) or not after[1:2].isupper() or ours

    def _known(self, span: Span) -> Issuer | None:
        for mention in self.directory.within(span):
            if mention.span.start - span.start <= _FAR:
                return Issuer(mention.name, mention.organ)
        return None

    def _filled_in(self, span: Span) -> Issuer | None:
        surface = self.text.quote(span).strip(" ,")
        name = self.directory.canonical(surface)
        if name is not None:
            return Issuer(name)
        proper = surface[:1].isupper() and surface.count(" ") < 12 and _pattern("body_noun").match(surface.lower())
        return Issuer(surface) if proper else None


@cache
def _nationals() -> tuple[Entry, ...]:
    return tuple(
        entry for entry in load("issuers").entries if "place" not in entry.values and "role" not in entry.values
    )


@cache
def _by_letters() -> dict[str, Entry]:
    return {code: entry for entry in load("issuers").entries for code in entry.values.get("letters", ())}


@cache
def _all_nationals() -> regex.Pattern[str]:
    branches = "|".join(_of(entry).pattern for entry in _nationals())
    return compiled(rf"(?<!\p{{L}})(?:{branches})(?!\p{{L}})")


_pattern = partial(pattern_of, "issuers")


def _of(entry: Entry) -> regex.Pattern[str]:
    return pattern_of("issuers", entry.name)


def _issuer(entry: Entry) -> Issuer:
    name = entry.values.get("issuer")
    return Issuer(name, entry.values.get("organ", entry.name) or None) if name else Issuer(entry.name)


def _initials(name: str) -> str:
    silent = words("issuers", "silent_words")
    return "".join(word[0] for word in name.replace("-", " ").replace(",", " ").split() if word not in silent).upper()
