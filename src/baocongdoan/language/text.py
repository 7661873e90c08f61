"""The text that all finders work on: an article's text with its shadows, lines and sentences."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from ..records import Article, Role
from .anchors import Words
from .casing import in_usual_case
from .fold import clean_characters, fold, lower
from .sentences import split_sentences

__all__ = ["Span", "Text", "TextLine"]

_LONGEST_PARAGRAPH = 1500  # code points; one in a hundred real paragraphs is longer
_RUN_ON = 5  # sentences
_LONGEST_HEADLINE = 160  # code points
_STOPS = ".:;,-"
_FEWEST_LINES = 8  # of a text that may have lost its paragraphs
_BROKEN_UP = 0.85  # of its lines that hold one sentence


class Span(Struct, frozen=True, order=True):
    """A half-open stretch of code points."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies within this one.

        >>> Span(0, 9).holds(Span(2, 9)), Span(0, 9).holds(Span(2, 10))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point.

        >>> Span(0, 4).overlaps(Span(3, 5)), Span(0, 4).overlaps(Span(4, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end


class TextLine(Struct, frozen=True):
    """A kept line of the article: its span in the text, its role and its number on the page."""

    span: Span
    role: Role
    line: int


class Text(Struct, frozen=True):
    """An article's text and its shadows, all of one length, with line and sentence spans.

    ``raw`` is quoted, ``folded`` (case kept, but in lines all in capitals) and ``lower`` are searched; ``words`` are
    those of ``lower``.

    >>> text = Text.plain("Uỷ ban họp. LĐLĐ tỉnh dự.")
    >>> text.lower, [text.raw[s.start : s.end] for s in text.sentences]
    ('ủy ban họp. lđlđ tỉnh dự.', ['Uỷ ban họp.', 'LĐLĐ tỉnh dự.'])
    """

    raw: str
    folded: str
    lower: str
    lines: tuple[TextLine, ...]
    sentences: tuple[Span, ...]
    words: Words
    _sentence_starts: tuple[int, ...]
    _line_starts: tuple[int, ...]

    @classmethod
    def of(cls, article: Article) -> Text:
        """The text of a cleaned article."""
        kept = [(line.start, line) for line in article.lines if line.start is not None]
        ends = [start - 1 for start, _ in kept[1:]] + [len(article.text)]
        lines = tuple(
            TextLine(Span(start, end), line.role, line.line) for (start, line), end in zip(kept, ends, strict=False)
        )
        return cls.of_lines(article.text, lines)

    @classmethod
    def plain(cls, text: str, role: Role = Role.BODY) -> Text:
        """A text of its own, every line of one role: for tests and experiments."""
        text = clean_characters(text)
        lines, start = [], 0
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                lines.append(TextLine(Span(start, start + len(line)), role, number))
            start += len(line) + 1
        return cls.of_lines(text, tuple(lines))

    @classmethod
    def of_lines(cls, raw: str, lines: tuple[TextLine, ...]) -> Text:
        """The text whose lines are known."""
        folded = in_usual_case(fold(raw), [(line.span.start, line.span.end) for line in lines])
        lowered = lower(folded)
        sentences = tuple(
            Span(*bounds) for line in lines for bounds in split_sentences(folded, line.span.start, line.span.end)
        )
        return cls(
            raw,
            folded,
            lowered,
            lines,
            sentences,
            Words(lowered),
            tuple(sentence.start for sentence in sentences),
            tuple(line.span.start for line in lines),
        )

    def sentence_at(self, position: int) -> int:
        """The index in ``sentences`` of the one that holds the position (or comes last before it)."""
        return max(bisect_right(self._sentence_starts, position) - 1, 0)

    def sentence_around(self, position: int) -> Span:
        """The sentence that holds the position (or comes last before it).

        >>> text = Text.plain("LĐLĐ tỉnh họp. Đã kết nạp 40 người.")
        >>> text.quote(text.sentence_around(26))
        'Đã kết nạp 40 người.'
        """
        return self.sentences[self.sentence_at(position)]

    def line_at(self, position: int) -> int:
        """The index in ``lines`` of the one that holds the position."""
        return max(bisect_right(self._line_starts, position) - 1, 0)

    def line_around(self, position: int) -> TextLine:
        """The line that holds the position."""
        return self.lines[self.line_at(position)]

    @property
    def headline(self) -> Span:
        """The headline; an empty span at the start where there is none.

        Where no line has that role, a short first line without a full stop is one, if sentences follow.

        >>> text = Text.plain("Trao 90 suất quà\\nSáng 4/3, LĐLĐ huyện trao 90 suất quà.")
        >>> text.quote(text.headline), text.quote(text.lead)[:8], Text.plain("Trao quà").headline
        ('Trao 90 suất quà', 'Sáng 4/3', Span(start=0, end=0))
        """
        titles = [line.span for line in self.lines if line.role is Role.TITLE]
        if titles or len(self.lines) < 2:
            return titles[-1] if titles else Span(0, 0)
        first, second = (self.raw[line.span.start : line.span.end].rstrip() for line in self.lines[:2])
        is_headline = len(first) <= _LONGEST_HEADLINE and first[-1] not in _STOPS and second.endswith(".")
        return self.lines[0].span if is_headline and self.lines[0].role is Role.BODY else Span(0, 0)

    @property
    def lead(self) -> Span:
        """The first line of the body behind the headline; an empty span at the start where there is none."""
        headline = self.headline
        body = (line.span for line in self.lines if line.role is Role.BODY and line.span != headline)
        return next(body, Span(0, 0))

    def paragraph_start(self, position: int) -> int:
        """Where the paragraph of a position begins: its line, or a few sentences back in a line that runs on.

        Crawls that lose the marks between paragraphs give a whole article as one line.

        >>> text = Text.plain("Một. " * 400)
        >>> text.paragraph_start(12), text.paragraph_start(1003)
        (0, 975)
        """
        line = self.line_around(position).span
        if line.end - line.start <= _LONGEST_PARAGRAPH:
            return line.start
        back = self.sentences[max(0, self.sentence_at(position) - _RUN_ON)]
        return max(line.start, back.start)

    def is_broken_up(self) -> bool:
        """Whether nearly every line of the body is one sentence: a crawl that lost the paragraphs broke it up.

        >>> Text.plain("\\n".join(["Một câu."] * 8)).is_broken_up(), Text.plain("Một. Hai.").is_broken_up()
        (True, False)
        """
        body = [line.span for line in self.lines if line.role is Role.BODY]
        single = sum(self.sentence_at(line.start) == self.sentence_at(line.end - 1) for line in body)
        return len(body) >= _FEWEST_LINES and single >= _BROKEN_UP * len(body)

    def before(self, position: int, reach: int) -> str:
        """What stands before a position in its line, in lower case: ``reach`` characters at most.

        >>> Text.plain("Sáng nay.\\nNgày 4/3, họp").before(15, 40)
        'ngày '
        """
        return self.lower[max(0, position - reach) : position].rpartition("\n")[2]

    def quote(self, span: Span) -> str:
        """The words of the span, as printed."""
        return self.raw[span.start : span.end]
