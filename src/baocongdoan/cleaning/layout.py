"""The page as a whole: where its prose is, which line is the headline, where the article ends."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..records import Page, Role
from .core import Core, find_core
from .features import LineFeatures, look
from .headline import find_headline
from .kinship import Kinship
from .marks import Mark, mark
from .once import once

__all__ = ["CAPTION_WORDS", "SHORT", "Layout"]

CAPTION_WORDS = 60
"""No caption has more words."""

SHORT = 5
"""The most words of a section's tag or of a name."""

_CAPTIONS_MOST = 12  # lines below the author's name


class Layout(Struct, frozen=True, dict=True):
    """The page as a whole: its lines with their marks, where the prose is and which line is the headline."""

    lines: tuple[LineFeatures, ...]
    marks: tuple[Mark | None, ...]
    core: Core | None
    prose: Kinship
    headline: int | None
    page_title: str | None = None

    @classmethod
    def of(cls, lines: Sequence[LineFeatures], page_title: str | None = None) -> Layout:
        """The layout of a page's lines; ``page_title`` is the title in the page's own metadata."""
        marks = tuple(mark(line) for line in lines)
        core = find_core(lines, marks)
        prose = Kinship([line for line in (lines[core.first : core.last + 1] if core else lines) if line.statement])
        headline = find_headline(lines, marks, core, prose, page_title)
        return cls(tuple(lines), marks, core, prose, headline, page_title)

    @classmethod
    def of_page(cls, page: Page) -> Layout:
        """The layout of a page."""
        return cls.of(look(page.lines), page.metadata.title if page.metadata else None)

    @once
    def first(self) -> int:
        """The index of the line behind the headline, or of the first of the prose where there is no headline."""
        if self.headline is not None:
            return self.headline + 1
        return self.core.first if self.core else 0

    @once
    def end(self) -> int:
        """The index at which the article is over: the first heading or list below its prose."""
        start = self.core.last + 1 if self.core else self.first
        return next((i for i in range(start, len(self.lines)) if self._opens(i)), len(self.lines))

    def _opens(self, index: int) -> bool:
        found = self.marks[index]
        if found is None or not found.opens:
            return False
        # An address set close to a paragraph is the company's that the article speaks of.
        return not found.weak or self.lines[index].gap > 0 or self.marks[index - 1] is not None

    @once
    def kinship(self) -> Kinship:
        """What the article's paragraphs and headline speak of."""
        own = [line for line in self.lines[self.first : self.end] if line.statement]
        known = self.prose if self.prose.article == own else Kinship(own)
        return known if self.headline is None else known.with_line(self.lines[self.headline])

    @once
    def tight(self) -> bool:
        """Whether paragraphs follow each other without blank lines."""
        if self.core is None:
            return False
        inner = [line for line in self.lines[self.core.first + 1 : self.core.last + 1] if line.statement]
        return len(inner) >= 2 and sum(line.gap == 0 for line in inner) >= 0.6 * len(inner)

    @once
    def captions_below(self) -> range:
        """The block of lines below a tightly set article that holds its pictures' captions."""
        if self.signature is not None:
            return range(self.signature + 1, self.end)
        start = next((i for i in range(self.end - 1, self.first, -1) if self.lines[i].gap), self.end)
        block = self.lines[start : self.end]
        above = [line for line in self.lines[self.first : start] if line.statement]
        if not self.tight or len(above) < 3 or above[-1].gap or any(line.gap for line in above[2:]):
            return range(0)
        if any(
            near is not None and (near.stamp or (not near.role.kept and near.role is not Role.META))
            for near in self.marks[start : self.end]
        ):
            return range(0)
        fit = all(line.words <= CAPTION_WORDS and line.sentences <= 3 and not line.announces for line in block)
        return range(start, self.end) if fit else range(0)

    @once
    def signature(self) -> int | None:
        """The index of the author's name where only captions follow it, though no blank line says so."""
        for line in reversed(self.lines[max(self.first + 1, self.end - _CAPTIONS_MOST) : self.end]):
            if self._is_full_name(line) and self.lines[line.index - 1].statement:
                return line.index
            found = self.marks[line.index]
            if found.role is not Role.CAPTION if found else line.sentences > 1 or line.words > CAPTION_WORDS // 2:
                return None
        return None

    def _is_full_name(self, line: LineFeatures) -> bool:
        return 2 <= line.words <= SHORT and self.marks[line.index] is None and line.name_only

    @once
    def last_paragraph(self) -> int:
        """The index of the last line that can only be body; -1 where there is none."""
        body = (
            line.index
            for line in reversed(self.lines[self.first : self.end])
            if line.statement and self.marks[line.index] is None and line.index not in self.captions_below
        )
        return next(body, -1)

    def in_core(self, index: int) -> bool:
        """Whether the line stands within the prose."""
        return self.core is not None and self.core.holds(index)
