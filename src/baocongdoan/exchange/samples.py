"""What annotators work on: an article with its facts, its page beside it, and what must come back unchanged."""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import count
from pathlib import PurePath
from typing import Any, Self

import msgspec

from ..errors import InputError, RecordError
from ..evaluation.annotations import AnnotatedArticle, AnnotatedFact
from ..evaluation.kept_lines import KeptLines
from ..language.fold import clean_characters
from ..pages.html import read_html
from ..pages.text import read_text
from ..records import LINK_FIELDS, Extraction, Line, Page
from ..serialise import decode_article, decode_fact, parse_object
from .units import Unit

__all__ = ["PageFile", "Sample", "ToolFile", "encode_annotated", "fresh_keys", "is_made", "links_of", "unpack"]

_MADE_KEY = re.compile(r"_\d+")


@dataclass(frozen=True, slots=True)
class PageFile:
    """The page beside an annotation: the end of its file's name, and its bytes."""

    suffix: str
    content: bytes

    @classmethod
    def rebuilt(cls, page: Page) -> PageFile:
        """A text file of a page's lines, each under the number that it has in the page.

        >>> from baocongdoan.records import PageLine
        >>> PageFile.rebuilt(Page(lines=(PageLine(1, "Menu"), PageLine(3, "Tin")))).content
        b'Menu\\n\\nTin\\n'
        """
        texts = {line.line: line.text for line in page.lines}
        numbers = range(1, max(texts, default=0) + 1)
        return cls(".txt", "".join(f"{texts.get(number, '')}\n" for number in numbers).encode())

    def packed(self) -> Mapping[str, str]:
        """The page as JSON: as text where it is UTF-8 that every database takes, else in base 64."""
        try:
            text = self.content.decode()
        except UnicodeDecodeError:
            text = "\0"
        if "\0" in text:
            return {"suffix": self.suffix, "base64": base64.b64encode(self.content).decode()}
        return {"suffix": self.suffix, "text": text}

    @classmethod
    def unpacked(cls, raw: Mapping[str, str]) -> Self:
        """The page that ``packed`` gave."""
        content = base64.b64decode(raw["base64"]) if "base64" in raw else raw["text"].encode()
        return cls(raw["suffix"], content)


@dataclass(frozen=True, slots=True)
class ToolFile:
    """A file for a tool: its name, and its text in parts, which are to be taken before the next file is asked for."""

    name: str
    parts: Iterable[str]


@dataclass(frozen=True, slots=True)
class Sample:
    """An annotated article with its whole text: what goes to a tool, and what comes back.

    ``annotated`` is the article and its facts as the gold file has them. ``by_hand`` says whether people made the
    annotation, or the extractor.
    """

    annotated: AnnotatedArticle
    text: str
    page_file: PageFile | None
    by_hand: bool

    @classmethod
    def of_annotation(cls, annotated: AnnotatedArticle) -> Sample:
        """The sample of an annotated article; ``RecordError`` names a fact whose quote is not where it should be."""
        page = annotated.page
        file = None if page is None else PageFile(page.suffix, page.read_bytes())
        return _completed(annotated, file, by_hand=True)

    @classmethod
    def of_page(cls, name: str, page: Page, extraction: Extraction) -> Sample:
        """The sample of a page under the name that its gold file will have.

        The page's lines stand in for its file. Why a line has its role is left out: only an extractor knows it. The
        article's text is that of its lines, and is kept where it is not: cleaning takes marks off a headline.
        """
        file = PageFile.rebuilt(page)
        lines = tuple(Line(line.line, line.role) for line in extraction.article.lines)
        article = replace(extraction.article, text="", lines=lines)
        facts = tuple(AnnotatedFact(fact) for fact in extraction.facts)
        annotated = AnnotatedArticle(name, article, facts)
        text = extraction.article.text
        if _text_of_page(annotated, file) != text:
            annotated = replace(annotated, article=replace(article, text=text))
        return _completed(annotated, file, by_hand=False)

    @property
    def name(self) -> str:
        """The name of its files."""
        return self.annotated.name

    @property
    def keys(self) -> Sequence[str]:
        """A name for every fact by which a tool tells them apart: its id, or one that is made for it."""
        made = fresh_keys({annotated.fact.id for annotated in self.annotated.facts})
        return [annotated.fact.id or next(made) for annotated in self.annotated.facts]

    def packed(self, unit: Unit, *, with_facts: bool = False) -> str:
        """All that a tool can't show, as one JSON text to travel with the article; ``unpack`` reads it.

        ``unit`` is what offsets count in the tool's file. Tools that have no place for the fields of facts carry them
        here, too.
        """
        packed: dict[str, Any] = {
            "name": self.name,
            "offsets": unit,
            "page": self.page_file and self.page_file.packed(),
            "article": self.annotated.article,
        }
        if with_facts:
            packed["facts"] = [encode_annotated(annotated) for annotated in self.annotated.facts]
        return msgspec.json.encode(packed).decode()

    def corrected(self, facts: Iterable[AnnotatedFact]) -> Sample:
        """The sample with the facts that people made of its own; they have no confidence."""
        bare = (replace(annotated, fact=replace(annotated.fact, confidence=None)) for annotated in facts)
        return replace(self, annotated=replace(self.annotated, facts=tuple(bare)), by_hand=True)


def unpack(packed: object) -> tuple[Sample, Unit]:
    """What ``Sample.packed`` gave, and the unit of the offsets in the tool's file.

    Raises ``RecordError`` for anything else.
    """
    if not isinstance(packed, str | dict):
        raise RecordError(
            "holds nothing under `baocongdoan`, so it does not come from `baocongdoan export`: export the page, and "
            "annotate that"
        )
    raw = parse_object(packed) if isinstance(packed, str) else packed
    try:
        name, unit = raw["name"], Unit(raw["offsets"])
        file = PageFile.unpacked(raw["page"]) if raw["page"] is not None else None
        article = decode_article(raw["article"])
        facts = [_decode_annotated(fact, f"facts[{index}]") for index, fact in enumerate(raw.get("facts", ()))]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(
            f"`baocongdoan` is damaged ({type(error).__name__}: {error}): export the page again"
        ) from error
    if not isinstance(name, str) or PurePath(name).name != name or name.startswith("."):
        raise RecordError(f"`baocongdoan` is damaged: {name!r} is no name of a file: export the page again")
    annotated = AnnotatedArticle(name, article, tuple(facts))
    return _completed(annotated, file, by_hand=True), unit


def fresh_keys(taken: Collection[str]) -> Iterator[str]:
    """Keys for facts without id, none of which is taken.

    >>> keys = fresh_keys(["_1", "f2"])
    >>> next(keys), next(keys)
    ('_2', '_3')
    """
    return (key for number in count(1) if (key := f"_{number}") not in taken)


def is_made(key: str) -> bool:
    """Whether a key was made for a fact without id.

    >>> is_made("_12"), is_made("f12")
    (True, False)
    """
    return _MADE_KEY.fullmatch(key) is not None


def encode_annotated(annotated: AnnotatedFact) -> dict[str, Any]:
    """A fact as JSON, with the names of its fields in doubt."""
    raw: dict[str, Any] = msgspec.to_builtins(annotated.fact)
    return raw | ({"doubt": sorted(annotated.doubt)} if annotated.doubt else {})


def _decode_annotated(raw: Mapping[str, Any], where: str) -> AnnotatedFact:
    return AnnotatedFact(decode_fact(raw, where), frozenset(raw.get("doubt") or ()))


def _completed(annotated: AnnotatedArticle, file: PageFile | None, *, by_hand: bool) -> Sample:
    text = annotated.article.text or _text_of_page(annotated, file)
    facts = tuple(_grounded(one, index, text) for index, one in enumerate(annotated.facts))
    _check_links(facts)
    return Sample(replace(annotated, facts=facts, page=None), text, file, by_hand)


def _text_of_page(annotated: AnnotatedArticle, file: PageFile | None) -> str:
    origin = annotated.name + (file.suffix if file else "")
    if file is None:
        raise InputError(f"{origin}: its article has no `text`, and no page lies beside it to read it from")
    read = read_text if file.suffix == ".txt" else read_html
    return KeptLines.of(read(file.content, origin=origin), annotated.article).text


def _grounded(annotated: AnnotatedFact, index: int, text: str) -> AnnotatedFact:
    """The fact in the words of the text."""
    fact = annotated.fact
    words = text[fact.start : fact.end]
    if not 0 <= fact.start < fact.end or words != clean_characters(fact.quote):
        raise RecordError(f"facts[{index}].quote: the text has {words!r} at {fact.start}, not {fact.quote!r}")
    return replace(annotated, fact=replace(fact, quote=words))


def _check_links(facts: Sequence[AnnotatedFact]) -> None:
    ids = [annotated.fact.id for annotated in facts if annotated.fact.id]
    if twice := {name for name in ids if ids.count(name) > 1}:
        raise RecordError(f"facts: the ids {', '.join(sorted(twice))} stand twice")
    for index, annotated in enumerate(facts):
        for link, target in links_of(annotated):
            if target not in ids:
                raise RecordError(f"facts[{index}].{link}: no fact has the id {target!r}")


def links_of(annotated: AnnotatedFact) -> Iterator[tuple[str, str]]:
    """The links of a fact to others, with the ids of these."""
    names = {field.name for field in fields(annotated.fact)}
    for link in LINK_FIELDS:
        target = getattr(annotated.fact, link) if link in names else None
        if target is not None:
            yield link, target
