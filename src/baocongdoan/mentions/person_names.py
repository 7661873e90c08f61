"""Where a person's name may stand: runs of capitalised syllables, cut down to the name within them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, partial

from msgspec import Struct

from ..language.anchors import Anchored, OneOf
from ..language.fold import without_marks
from ..language.text import Span, Text
from ..lexicon.kept import compiled
from ..lexicon.loader import any_of, pattern_of, source_of, word_set, words
from ..lexicon.places import gazetteer

__all__ = ["NameCandidate", "Signal", "name_candidates", "office_heads", "people_pattern"]

_REACH = 64
"""How far left of a name the words are read that make it a person's or a street's, in characters."""
_LONGEST = 5
"""The syllables of the longest names ("Nguyễn Thị Thu Hà Giang")."""


class Signal(StrEnum):
    """What in or before a name makes it a person's."""

    HONORIFIC = "honorific"  # "ông", "TS", "đồng chí"
    MIDDLE = "middle"  # a family name with a middle name that only people have: "Trần Văn …", "Lê Thị …"
    SURNAME = "surname"  # a family name or a foreign name: an office beside it is needed
    BARE = "bare"  # capitals only: an office right in front is needed


class NameCandidate(Struct, frozen=True):
    """A possible name: its span, the strongest signal, and where the words of address in front of it begin."""

    span: Span
    signal: Signal
    outer: int
    syllables: int


people_pattern = partial(pattern_of, "people")
"""The compiled pattern of an entry of the people lexicon."""


@Anchored
def office_heads() -> OneOf:
    """The words that an office begins with."""
    return OneOf([source_of("people", "office_head")])


@cache
def _address_words() -> frozenset[str]:
    """Words of address of one syllable: with a capital they stand at the head of a run ("Ông Ngô Minh Hoàn")."""
    return frozenset(word for name in ("honorific", "title") for word in words("people", name) if " " not in word)


def name_candidates(text: Text, organisations: Sequence[Span]) -> Iterator[NameCandidate]:
    """The possible names of a text, in its order; none within the name of an organisation.

    >>> text = Text.plain("Theo ông Lê Văn Sáu, đường Trần Phú ngập.")
    >>> [text.quote(name.span) for name in name_candidates(text, [])]
    ['Lê Văn Sáu']
    """
    ends = {organisation.end + 1 for organisation in organisations}
    for run in people_pattern("name").finditer(text.folded):
        for start, end in _free_stretches(run.start(), run.end(), organisations):
            candidate = _candidate(
                text, _syllables(text, start, end), is_behind_body=start > run.start() or start in ends
            )
            if candidate is not None:
                yield candidate


def _free_stretches(start: int, end: int, organisations: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The parts of a run that belong to no organisation's name."""
    for index in range(
        bisect_right(organisations, start, key=lambda organisation: organisation.end), len(organisations)
    ):
        organisation = organisations[index]
        if organisation.start >= end:
            break
        if organisation.start > start:
            yield start, organisation.start
        start = max(start, organisation.end)
    if start < end:
        yield start, end


_SYLLABLE = compiled(r"[\p{L}'’]+")


def _syllables(text: Text, start: int, end: int) -> list[Span]:
    return [Span(*found.span()) for found in _SYLLABLE.finditer(text.folded, start, end)]


def _candidate(text: Text, syllables: list[Span], *, is_behind_body: bool) -> NameCandidate | None:
    syllables = _without_address(text, syllables)
    surname = next((place for place, span in enumerate(syllables[:-1]) if _is_surname(text, span)), 0)
    if surname > 0 and _honorific_start(text, syllables[0].start) is None:
        syllables = syllables[surname:]
    syllables = _until_office(text, syllables)[:_LONGEST]
    if len(syllables) < 2 or (not is_behind_body and _belongs_to_thing(text, syllables[0].start)):
        return None
    if office_heads.match(text.words, syllables[0].start):  # "Phó" is a family name too
        return None
    span = Span(syllables[0].start, syllables[-1].end)
    if text.folded[syllables[0].start : syllables[1].end] in word_set("people", "not_in_front"):
        return None
    if text.folded[span.start : span.end] in word_set("people", "no_name") or _is_year_name(text, syllables):
        return None
    outer = _honorific_start(text, span.start)
    if outer is not None:
        return NameCandidate(span, Signal.HONORIFIC, outer, len(syllables))
    if gazetteer().name_at(text.folded, span.start) == span.end:
        return None
    if not _is_surname(text, syllables[0]):
        country_end = _country_end(text, span.start)
        if country_end is not None:
            rest = [syllable for syllable in syllables if syllable.start > country_end]
            if len(rest) < 2:
                return None
            return NameCandidate(Span(rest[0].start, span.end), Signal.BARE, span.start, len(rest))
        if text.folded[syllables[0].start : syllables[0].end] in word_set("people", "no_syllable"):
            return None
        is_place = _belongs_to_thing(text, span.start)  # "UBND huyện Krông Păk"
        signal = Signal.SURNAME if _is_foreign(text, span) and not is_place else Signal.BARE
        return NameCandidate(span, signal, span.start, len(syllables))
    second = text.folded[syllables[1].start : syllables[1].end] if len(syllables) > 2 else ""
    has_middle = second in word_set("people", "middle")
    signal = Signal.MIDDLE if has_middle else Signal.SURNAME
    return NameCandidate(span, signal, span.start, len(syllables))


def _without_address(text: Text, syllables: list[Span]) -> list[Span]:
    """The run without the words of address and other capitalised words at its head."""
    for place, span in enumerate(syllables):
        word = text.lower[span.start : span.end]
        if word not in _address_words() and word not in word_set("people", "sentence_opening"):
            return syllables[place:]
    return []


def _until_office(text: Text, syllables: list[Span]) -> list[Span]:
    """The run up to an office that is glued to its end ("ông Trần Văn Sáu Phó Chủ tịch …")."""
    for place, span in enumerate(syllables[1:], 1):
        if office_heads.match(text.words, span.start):
            return syllables[:place]
    return syllables


def _country_end(text: Text, position: int) -> int | None:
    """Where the country ends that stands between an office and a foreigner's name ("Tổng thống Pháp …")."""
    country = any_of("organisations", "countries").match(text.folded, position)
    return country.end() if country is not None else None


def _is_foreign(text: Text, span: Span) -> bool:
    """Whether a word of the name is no Vietnamese syllable: "Shuji Tanaka"."""
    native = pattern_of("organisations", "native_syllable")
    return any(native.fullmatch(without_marks(word)) is None for word in text.lower[span.start : span.end].split())


def _is_year_name(text: Text, syllables: list[Span]) -> bool:
    """Whether it is a year's name in the lunar calendar, like "Quý Mão"."""
    first, second = (text.lower[span.start : span.end] for span in syllables[:2])
    return first in words("dates", "stem") and second in words("dates", "branch")


def _is_surname(text: Text, span: Span) -> bool:
    word = text.folded[span.start : span.end]
    return word in word_set("people", "surname") or "'" in word


def _honorific_start(text: Text, position: int) -> int | None:
    left = text.before(position, _REACH)
    found = people_pattern("honorific_before").match(left)
    return None if found is None else position - len(left) + found.start()


def _belongs_to_thing(text: Text, position: int) -> bool:
    """Whether a street, a school or a picture credit stands in front."""
    left = text.before(position, _REACH)
    return any(people_pattern(name).match(left) for name in ("named_after_before", "credit_before"))
