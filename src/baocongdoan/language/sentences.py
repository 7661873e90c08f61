"""Sentence bounds in one pass, without a tagger: full stops of numbers and abbreviations don't end a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..lexicon.kept import compiled
from ..lexicon.loader import words

__all__ = ["split_sentences"]

# A stop, closing marks, white space and a fresh start; or a word glued by its stop to the next sentence.
_END = compiled(r'(?:[.!?…]+["\')\]]*\s+(?=["\'(\[\-*]*\s*[\p{Lu}\d])|(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll}))')
_LONGEST = 2_000  # characters; what goes on longer is a table or a list without full stops
_LAST_TOKEN = compiled(r"[\p{L}\d.&-]+$")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("language", "abbreviations"))


def split_sentences(folded: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The bounds of the sentences between two offsets of a folded text (see ``language.fold``).

    >>> text = "Ông K.T dự tại TP. Huế. Năm 2024, hơn 1.200 người. Tốt!"
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Ông K.T dự tại TP. Huế.', 'Năm 2024, hơn 1.200 người.', 'Tốt!']
    """
    end = len(folded) if end is None else end
    first = start
    for stop in _END.finditer(folded, start, end):
        if folded[stop.start()] == "." and _is_abbreviation(folded, first, stop.start()):
            continue
        yield from _of_bearable_length(folded, first, stop.start() + len(stop[0].rstrip()))
        first = stop.end()
    yield from _of_bearable_length(folded, first, end)


def _of_bearable_length(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut at spaces where it is longer than any: what is searched sentence by sentence stays fast."""
    while end - start > _LONGEST:
        space = folded.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        if folded[start:cut].strip():
            yield _trim(folded, start, cut)
        start = cut
    if folded[start:end].strip():
        yield _trim(folded, start, end)


def _is_abbreviation(folded: str, first: int, stop: int) -> bool:
    token = _LAST_TOKEN.search(folded, max(first, stop - 12), stop)
    if token is None:
        return False
    word = token[0].rstrip(".")
    if word.isdigit() and token.start() == first:  # the number of a list item: "1. Kết nạp"
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():  # an initial: "Đ. Lợi"
        return True
    return word.casefold() in _abbreviations()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
