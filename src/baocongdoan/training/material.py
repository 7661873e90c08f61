"""What invented pages are made of: articles whose lines are known by role."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import regex

from ..cleaning.features import LineFeatures, look
from ..cleaning.layout import Layout
from ..cleaning.marks import mark
from ..cleaning.roles import label
from ..errors import RecordError
from ..evaluation.annotations import load_annotations
from ..pages.text import read_text
from ..records import Page, PageLine, Role

__all__ = ["AnnotatedPage", "Material", "materials_of_pages", "materials_of_texts", "read_annotated", "sentences_of"]

_SURE = frozenset({"paragraph", "lead", "subtitle"})  # rules: what they call a caption among paragraphs may be none
_PARAGRAPHS_MOST = 24
_PARAGRAPHS_LEAST = 2
_SENTENCE_END = regex.compile(r"(?<=[.!?])\s+(?=\p{Lu})")


@dataclass(frozen=True, slots=True)
class AnnotatedPage:
    """A page with the role of each of its lines."""

    name: str
    page: Page
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class Material:
    """An article in parts: ``paragraphs`` with the lead in front, its pictures' ``captions``, and ``scenes``,
    sentences of its own that could stand below a picture."""

    name: str
    title: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...] = ()

    @cached_property
    def scenes(self) -> tuple[str, ...]:
        """Sentences of the paragraphs without tense, quotation or tie to what was said before."""
        found = (sentence for text in self.paragraphs[1:] for sentence in sentences_of(text)[1:3])
        lines = look(tuple(PageLine(number, sentence) for number, sentence in enumerate(found, 1) if sentence.strip()))
        return tuple(line.text for line in lines if _is_scene(line))


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph, roughly.

    >>> sentences_of("Mở 8 lớp. Tăng 2 lớp.")
    ['Mở 8 lớp.', 'Tăng 2 lớp.']
    """
    return _SENTENCE_END.split(text)


def _is_scene(line: LineFeatures) -> bool:
    return 7 <= line.words <= 28 and not (line.linked or line.telling or line.asks) and '"' not in line.folded


def read_annotated(folder: Path) -> tuple[AnnotatedPage, ...]:
    """The annotated text pages of a folder (``NAME.txt`` beside ``NAME.json``), in the order of their names.

    Raises ``RecordError`` where an annotation leaves a line of its page without a role.
    """
    pages = []
    for gold in load_annotations(folder).values():
        if gold.page is not None and gold.page.suffix == ".txt":
            roles = {line.line: line.role for line in gold.article.lines}
            page = read_text(gold.page.read_bytes(), origin=gold.page.name)
            bare = [line.line for line in page.lines if line.line not in roles]
            if bare:
                raise RecordError(f"{gold.page}: line {bare[0]} has no role in the annotation: give every line one")
            pages.append(AnnotatedPage(gold.name, page, tuple(roles[line.line] for line in page.lines)))
    return tuple(pages)


def materials_of_pages(pages: Sequence[AnnotatedPage]) -> Iterator[Material]:
    """The parts of annotated articles that have a headline and a paragraph."""
    for annotated in pages:
        parts: dict[Role, list[str]] = {role: [] for role in Role}
        for line, role in zip(look(annotated.page.lines), annotated.roles, strict=True):
            parts[role].append(line.text)
        if parts[Role.TITLE] and parts[Role.BODY]:
            yield Material(annotated.name, parts[Role.TITLE][0], tuple(parts[Role.BODY]), tuple(parts[Role.CAPTION]))


def materials_of_texts(path: Path, most: int) -> Iterator[Material]:
    """The parts of unlabelled texts (JSONL with ``text``, gzip): the first line is the headline, what reads like a
    paragraph is one, what ends with a photograph's credit is a caption; all other lines are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row, _ in zip(rows, range(most), strict=False):
            record = json.loads(row)
            lines = look(
                tuple(PageLine(n, text) for n, text in enumerate(record["text"].split("\n"), 1) if text.strip())
            )
            if not lines or not 4 <= lines[0].words <= 30:
                continue
            given = label(Layout.of(lines))
            paragraphs = [line.text for line in lines[1:] if line.prose and given[line.index].why in _SURE]
            if len(paragraphs) >= (1 if record["collection"].startswith("laodong") else _PARAGRAPHS_LEAST):
                captions = tuple(line.text for line in lines[1:] if _is_credited(line))
                yield Material(record["id"], lines[0].text, tuple(paragraphs[:_PARAGRAPHS_MOST]), captions)


def _is_credited(line: LineFeatures) -> bool:
    found = mark(line)
    return found is not None and found.name == "credit" and 6 <= line.words <= 50
