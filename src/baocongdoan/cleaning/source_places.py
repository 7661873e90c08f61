"""Where in its source a fact stands: what cleaning took out of a line is counted again."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ..language.fold import clean_characters
from ..language.text import Span
from ..lexicon.kept import compiled
from ..records import Article, Fact, Line, Page

__all__ = ["SourcePlace", "place_in_source"]

_LETTER = compiled(r"\X")  # with the marks that belong to it


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A stretch of one line of a page: ``line`` and ``column`` count from 1, columns in code points of the line as it
    was read; ``end_column`` is the first behind it."""

    line: int
    column: int
    end_column: int


def place_in_source(page: Page, article: Article, fact: Fact) -> SourcePlace:
    """Where a fact of an article stands in the page that the article was made of.

    >>> from baocongdoan.pipeline import extract, read
    >>> page = read("Tin mới\\n|\\u00a0Na\\u0306m  2024, LĐLĐ tỉnh họp. |")
    >>> extraction = extract(page, clean=False)
    >>> [(fact.quote, place_in_source(page, extraction.article, fact)) for fact in extraction.dates]
    [('Năm 2024', SourcePlace(line=2, column=3, end_column=13))]
    """
    line = _line_of(article, fact.start)
    source = next(line_of_page.text for line_of_page in page.lines if line_of_page.line == line.line)
    cleaned, letters = _letters(source)
    start = line.start or 0
    kept = article.text[start:].partition("\n")[0]
    first = cleaned.index(kept) + fact.start - start
    return SourcePlace(line.line, letters[first].start + 1, letters[first + len(fact.quote) - 1].end + 1)


def _line_of(article: Article, position: int) -> Line:
    kept = [line for line in article.lines if line.start is not None]
    return kept[bisect_right([line.start or 0 for line in kept], position) - 1]


def _letters(source: str) -> tuple[str, list[Span]]:
    """The line as ``clean_characters`` has it, and which letter of the source each of its characters is of."""
    visible = [place for place, char in enumerate(source) if clean_characters(char)]
    cleaned: list[str] = []
    letters: list[Span] = []
    for letter in _LETTER.finditer("".join(source[place] for place in visible)):
        for char in clean_characters(letter[0]):
            if char != " " or cleaned[-1:] != [" "]:
                cleaned.append(char)
                letters.append(Span(visible[letter.start()], visible[letter.end() - 1] + 1))
    return "".join(cleaned), letters
