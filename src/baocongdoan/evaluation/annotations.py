"""Annotated articles: gold files as people write them, and predictions in the same shape.

A gold file is a corrected output file that may leave out what the page tells anyway: offsets, ids, the text.
A quote is then found in its line of the page beside the file, and the text is made of the page's kept lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from ..errors import InputError, RecordError
from ..language.fold import clean_characters
from ..pages.text import read_text
from ..records import Article, Extraction, Fact
from ..serialise import FACT_TYPES, decode_article, decode_fact, parse_object
from .kept_lines import KeptLines

__all__ = ["AnnotatedArticle", "AnnotatedFact", "load_annotations", "read_annotation"]

_PAGE_SUFFIXES = (".txt", ".html")


@dataclass(frozen=True, slots=True)
class AnnotatedFact:
    """A fact and the names of its fields on which careful readers differ."""

    fact: Fact
    doubt: frozenset[str] = frozenset()

    @property
    def optional(self) -> bool:
        """Whether readers differ on the whole fact: it may be reported or not."""
        return "kind" in self.doubt


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its facts under the name that gold and prediction share; ``page`` is the page beside it."""

    name: str
    article: Article
    facts: tuple[AnnotatedFact, ...] = ()
    page: Path | None = None

    @classmethod
    def of(cls, name: str, extraction: Extraction) -> AnnotatedArticle:
        """A prediction: an extraction under its name, without doubts.

        >>> AnnotatedArticle.of("a", Extraction(article=Article(id="a", origin="a.txt"))).facts
        ()
        """
        return cls(name, extraction.article, tuple(map(AnnotatedFact, extraction.facts)))

    @property
    def extraction(self) -> Extraction:
        """The same without doubts; the text is empty where neither the annotation nor a text page beside it has it."""
        return Extraction(article=self.article, facts=tuple(annotated.fact for annotated in self.facts))

    def _repr_html_(self) -> str:
        """How a notebook shows it: the article with its facts marked."""
        return self.extraction._repr_html_()


def load_annotations(folder: Path) -> dict[str, AnnotatedArticle]:
    """The annotated articles of a folder by name (``NAME.json``), sorted; JSON files without facts are not meant."""
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder: give one that holds annotated articles (NAME.json)")
    found = {}
    for path in sorted(folder.glob("*.json")):
        annotated = read_annotation(path)
        if annotated is not None:
            found[annotated.name] = annotated
    if not found:
        raise InputError(f"{folder} holds no annotated article (a NAME.json with `article` and `facts`)")
    return found


def read_annotation(path: Path) -> AnnotatedArticle | None:
    """One annotated article; ``None`` for JSON that is something else, ``RecordError`` for a faulty one."""
    try:
        raw = parse_object(path.read_bytes())
        return _annotated(raw, path) if "facts" in raw else None
    except RecordError as error:
        raise RecordError(f"{path}: {error}") from error
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error


def _annotated(raw: Mapping[str, Any], path: Path) -> AnnotatedArticle:
    page = next((page for suffix in _PAGE_SUFFIXES if (page := path.with_suffix(suffix)).is_file()), None)
    known = raw.get("article")
    if not isinstance(known, dict):
        raise RecordError("article: an object is wanted")
    article = decode_article({"id": path.stem, "origin": (page or path).name} | _without_nulls(known, Article))
    lines = None
    if page is not None and page.suffix == ".txt":
        lines = KeptLines.of(read_text(page.read_bytes(), origin=page.name), article)
        if not article.text:
            article = lines.filled_in(article)
    facts = []
    if not isinstance(raw["facts"], list):
        raise RecordError("facts: a list is wanted")
    for index, fact in enumerate(raw["facts"]):
        where = f"facts[{index}]"
        if not isinstance(fact, dict):
            raise RecordError(f"{where}: an object is wanted")
        doubt = frozenset(fact.get("doubt") or ())
        facts.append(AnnotatedFact(decode_fact(_completed(fact, where, lines), where), doubt))
    return AnnotatedArticle(path.stem, article, tuple(facts), page)


def _completed(fact: dict[str, Any], where: str, lines: KeptLines | None) -> dict[str, Any]:
    """The fact with offsets, and without nulls where the record has a default."""
    record = FACT_TYPES.get(fact.get("kind", ""))
    known = fact if record is None else _without_nulls(fact, record)
    if "start" in known or "quote" not in known:
        return known
    if lines is None:
        raise RecordError(f"{where}: has no `start`, and no page (NAME.txt) lies beside the file to find the quote in")
    quote = clean_characters(known["quote"])  # the page it was copied from may be in NFD
    start = lines.find(quote, known.get("line"), known.get("occurrence", 1), where)
    return known | {"quote": quote, "start": start, "end": start + len(quote)}


def _without_nulls(raw: dict[str, Any], record: type[Article | Fact]) -> dict[str, Any]:
    optional = {field.name for field in fields(record) if field.default is not MISSING}
    return {name: value for name, value in raw.items() if value is not None or name not in optional}
