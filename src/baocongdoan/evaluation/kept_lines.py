"""Places on a page, as people write them into gold files (a line and a quote), and offsets in the article's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..errors import RecordError
from ..language.fold import clean_characters
from ..records import Article, Page

__all__ = ["KeptLines", "Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """A quote on a page: its line, counted from 1, and which of its occurrences there is meant, from 1."""

    line: int
    quote: str
    occurrence: int = 1


@dataclass(frozen=True, slots=True)
class KeptLines:
    """The lines of a text page that are part of the article, with their offsets in its text."""

    texts: Mapping[int, str]
    starts: Mapping[int, int]

    @classmethod
    def of(cls, page: Page, article: Article) -> KeptLines:
        """The lines of the page that have a kept role in the article.

        >>> from baocongdoan.records import Line, PageLine, Role
        >>> page = Page(lines=(PageLine(1, "Menu"), PageLine(3, "LĐLĐ tỉnh"), PageLine(4, "họp")))
        >>> lines = (Line(1, Role.BOILERPLATE), Line(3, Role.TITLE), Line(4, Role.BODY))
        >>> KeptLines.of(page, Article(id="a", origin="a.txt", lines=lines)).text
        'LĐLĐ tỉnh\\nhọp'
        """
        kept = {line.line for line in article.lines if line.role.kept}
        texts = {line.line: clean_characters(line.text).strip() for line in page.lines if line.line in kept}
        starts, start = {}, 0
        for number, text in texts.items():
            starts[number] = start
            start += len(text) + 1
        return cls(texts, starts)

    @property
    def text(self) -> str:
        """The text of the article: one line each."""
        return "\n".join(self.texts.values())

    def filled_in(self, article: Article) -> Article:
        """The article with the text that these lines make, and with their places in it."""
        lines = tuple(replace(line, start=self.starts.get(line.line)) for line in article.lines)
        return replace(article, text=self.text, lines=lines)

    def find(self, quote: str, line: int | None, occurrence: int, where: str) -> int:
        """The offset of the quote in the article's text; ``RecordError`` where it does not stand there."""
        if line is None or line not in self.texts:
            raise RecordError(f"{where}.line: {line!r} is no line of the article (title, body or caption)")
        position = -len(quote)
        for _ in range(occurrence):
            position = self.texts[line].find(quote, position + len(quote))
            if position < 0:
                raise RecordError(f"{where}.quote: {quote!r} does not stand {occurrence} times in line {line}")
        return self.starts[line] + position

    def place(self, start: int, end: int) -> Place | None:
        """The place of a span of the article's text, which ``find`` finds again; ``None`` where lines can't tell it.

        That is a span over several lines, and one that overlaps an earlier occurrence of the same words.

        >>> lines = KeptLines({4: "8 lớp, 8 lớp"}, {4: 0})
        >>> lines.place(7, 12)
        Place(line=4, quote='8 lớp', occurrence=2)
        """
        for line, text in self.texts.items():
            inside = start - self.starts[line]
            if inside >= 0 and end - self.starts[line] <= len(text):
                quote = text[inside : end - self.starts[line]]
                occurrence = text[:inside].count(quote) + 1
                found = self.find(quote, line, occurrence, "place") if text.count(quote) >= occurrence else None
                return Place(line, quote, occurrence) if found == start else None
        return None
