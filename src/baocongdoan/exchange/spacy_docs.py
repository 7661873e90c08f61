"""spaCy: an extraction as a ``Doc`` whose span groups are the facts by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec

from ..errors import InputError, extra
from ..records import Extraction
from ..serialise import FACT_TYPES

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

__all__ = ["to_spacy"]

_USER_DATA = "baocongdoan"
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


def to_spacy(extraction: Extraction, nlp: Language | None = None) -> Doc:
    """The article as a spaCy ``Doc``; ``doc.spans["count"]`` are its counts, and so for every kind of fact.

    Without ``nlp`` the text is cut into words, signs and spaces, and further where a fact begins or ends, so that every
    span is its quote. With a pipeline, its tokens are kept and its components run; a fact that begins or ends within a
    token gets the whole of it, so no fact is lost, and ``span._.fact["quote"]`` has the exact words. ``span._.fact`` is
    the fact as JSON has it, ``span.id_`` its id, ``span.label_`` its kind; ``DocBin(store_user_data=True)`` keeps them.

    Needs the extra ``spacy``. Raises ``InputError`` where a pipeline changes the text.
    """
    with extra("spaCy docs", "spacy"):
        from spacy.tokens import Doc, Span
        from spacy.vocab import Vocab

    text = extraction.article.text
    if nlp is None:
        words, spaces = _words(text, {border for fact in extraction.facts for border in (fact.start, fact.end)})
        doc = Doc(Vocab(), words=words, spaces=spaces)
    else:
        doc = nlp(text)
    if doc.text != text:
        raise InputError("the spaCy pipeline changes the text, so facts have no place in it: choose another tokeniser")
    if not Span.has_extension("fact"):
        Span.set_extension("fact", getter=_fact_of)
    doc.user_data[_USER_DATA] = {fact.id: msgspec.to_builtins(fact) for fact in extraction.facts}
    for kind in FACT_TYPES:
        doc.spans[kind] = [_span(doc, fact) for fact in extraction.facts if fact.kind == kind]
    return doc


def _span(doc: Doc, fact: Any) -> Span:
    span = doc.char_span(fact.start, fact.end, label=fact.kind, span_id=fact.id, alignment_mode="expand")
    if span is None:
        raise InputError(f"fact {fact.id} ({fact.quote!r}) has no place in the spaCy doc: choose another tokeniser")
    return span


def _fact_of(span: Span) -> Any:
    """The fact of a span, as JSON has it; ``None`` for other spans."""
    return span.doc.user_data.get(_USER_DATA, {}).get(span.id_)


def _words(text: str, borders: set[int]) -> tuple[Sequence[str], Sequence[bool]]:
    """Tokens, and whether a single space follows each, as spaCy wants them."""
    words: list[str] = []
    spaces: list[bool] = []
    for piece in _pieces(text, borders):
        if piece == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return words, spaces


def _pieces(text: str, borders: set[int]) -> Iterator[str]:
    for found in _TOKEN.finditer(text):
        inside = sorted(border for border in borders if found.start() < border < found.end())
        cuts = [found.start(), *inside, found.end()]
        yield from (text[start:end] for start, end in pairwise(cuts))
