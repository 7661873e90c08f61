"""What a line looks like, before anybody asks what it is: the ground of the rules and of a learned model alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import regex

from ..language.fold import clean_characters, fold, lower
from ..records import PageLine

__all__ = ["Kinship", "LineFeatures", "bare", "look"]

_MARKUP_AHEAD = regex.compile(
    r"^(?:\s|\||!\[[^\]]*\](?:\([^)]*\))?|#{1,6}\s|<[^<>]{1,80}>|\*\*(?=.{0,300}\*\*\s*\|?\s*$))+"
)
_MARKUP_BEHIND = regex.compile(r"(?:\s|\||!\[[^\]]*\](?:\([^)]*\))?|(?<=\*\*.{0,300})\*\*|</?\w{1,10}>)+$")
_HEADING_MARK = regex.compile(r"^\s*\|?\s*#{1,3}\s")
_LINK_ONLY = regex.compile(r"^\W*(?:\[[^\]]*\]\([^)]*\)\W*)+$|^\W*(?:https?://|www\.)\S+\W*$")
_STOP = regex.compile(r"[.;:]\W{0,4}$")
_COLON = regex.compile(r":\W{0,2}$")
_TRAILING_DOTS = regex.compile(r"(?:\.\.|…)\W{0,3}$")
_QUESTION = regex.compile(r"[?!]\W{0,3}$")
_SENTENCE_BREAK = regex.compile(r"(?<=[\p{Ll}\d)\"'])[.!?…]+[\"')]*\s+[\"'(]?\p{Lu}")
_BULLET = regex.compile(r"^(?:[-+•●■▪*–]|\d{1,2}[.)]|[a-zđ]\)|\(?\d{1,2}\))\s*\p{L}")
_WORD = regex.compile(r"[\p{L}\p{M}\d]+")
_NAME = regex.compile(r"(?<=[\p{L}\d,)\"']\s)\p{Lu}[\p{L}\d]*")
_SHADOW = 2_000  # a longer line is prose whatever its end says: its shadows stop here
_LONG = 30  # words from which a line is prose even without a full stop


def bare(text: str) -> str:
    """The line as it is kept: NFC, without white space and leftover markup at its ends.

    >>> bare("| Công đoàn  chăm lo.  |"), bare("## **Lớp tập huấn**"), bare("![]() |")
    ('Công đoàn  chăm lo.', 'Lớp tập huấn', '')
    """
    text = clean_characters(text).strip()
    if not text or (text[0].isalnum() and text[-1] not in "|*>)"):
        return text
    head = _MARKUP_AHEAD.match(text)
    start = head.end() if head else 0
    tail = _MARKUP_BEHIND.search(text, max(start, len(text) - 400))
    return text[start : tail.start() if tail else len(text)].strip()


@dataclass(frozen=True)
class LineFeatures:
    """A non-blank line of a page with what can be seen of it at a glance.

    ``gap`` is the number of blank lines before it and ``copies`` how often its text stands on the page. Text is
    looked at in its ``folded`` and ``lower`` shadows, which for very long lines are only their beginning.
    """

    index: int
    line: int
    text: str
    gap: int
    heading_mark: bool
    link_only: bool
    folded: str
    lower: str
    words: int
    copies: int
    copy_index: int

    @cached_property
    def key(self) -> str:
        """The line's letters and digits, by which copies are known."""
        return " ".join(_WORD.findall(self.lower))

    @cached_property
    def has_letters(self) -> bool:
        """Whether there is anything to read."""
        return any(char.isalpha() for char in self.lower)

    @cached_property
    def stopped(self) -> bool:
        """Whether the line ends as a statement does: with a full stop, semicolon or colon, not with dots."""
        return _STOP.search(self.text, max(0, len(self.text) - 6)) is not None and not self.cut_off

    @cached_property
    def asks(self) -> bool:
        """Whether it ends with a question or exclamation mark, as paragraphs and headlines both do."""
        return _QUESTION.search(self.text, max(0, len(self.text) - 5)) is not None

    @cached_property
    def announces(self) -> bool:
        """Whether it ends with a colon, so that a list follows."""
        return _COLON.search(self.text, max(0, len(self.text) - 4)) is not None

    @cached_property
    def cut_off(self) -> bool:
        """Whether it ends in dots, as a teaser does (and now and then a paragraph)."""
        return _TRAILING_DOTS.search(self.text, max(0, len(self.text) - 6)) is not None

    @cached_property
    def sentences(self) -> int:
        """How many sentences it holds, roughly."""
        return 1 + sum(1 for _ in _SENTENCE_BREAK.finditer(self.folded))

    @cached_property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return _BULLET.match(self.text) is not None

    @cached_property
    def prose(self) -> bool:
        """Whether it reads like a paragraph: long, or several sentences, or one that is properly ended."""
        if self.words >= _LONG or (self.sentences > 1 and self.words >= 8):
            return True
        return (self.stopped or self.cut_off or self.asks) and self.words >= 14

    @cached_property
    def statement(self) -> bool:
        """Whether it is a paragraph or a short sentence of its own."""
        return self.prose or (self.stopped and self.words >= 3)

    @cached_property
    def capitals(self) -> bool:
        """Whether it is all in capitals."""
        return self.has_letters and self.folded == self.folded.upper()

    @cached_property
    def bigrams(self) -> tuple[tuple[str, str], ...]:
        """The pairs of neighbouring words: in Vietnamese most words are two syllables."""
        words = self.key.split()
        return tuple(pairwise(words))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The capitalised words inside the line."""
        return tuple(_NAME.findall(self.folded))

    def resembles(self, other: LineFeatures) -> bool:
        """Whether most of this line's words stand in the other, and the other way round."""
        mine, theirs = Counter(self.key.split()), Counter(other.key.split())
        shared = sum((mine & theirs).values())
        return 2 * shared >= 0.75 * (sum(mine.values()) + sum(theirs.values()))


def look(lines: Sequence[PageLine]) -> tuple[LineFeatures, ...]:
    """The features of a page's lines.

    >>> first, second = look((PageLine(1, "| Tập huấn |"), PageLine(4, "Tập huấn")))
    >>> first.text, second.gap, second.copies, second.copy_index
    ('Tập huấn', 2, 2, 1)
    """
    texts = [bare(line.text) for line in lines]
    total, seen = Counter(texts), Counter[str]()
    features, before = [], 0
    for index, (line, text) in enumerate(zip(lines, texts, strict=True)):
        folded = fold(text[:_SHADOW])
        features.append(
            LineFeatures(
                index=index,
                line=line.line,
                text=text,
                gap=line.line - before - 1,
                heading_mark=_HEADING_MARK.match(line.text) is not None,
                link_only=_LINK_ONLY.match(text) is not None if len(text) < _SHADOW else False,
                folded=folded,
                lower=lower(folded),
                words=len(text.split()),
                copies=total[text],
                copy_index=seen[text],
            )
        )
        seen[text] += 1
        before = line.line
    return tuple(features)


class Kinship:
    """How much a line speaks of what the article speaks of: its pairs of words, its names."""

    def __init__(self, article: Sequence[LineFeatures]) -> None:
        self._bigrams = Counter(bigram for line in article for bigram in set(line.bigrams))
        self._names = Counter(word for line in article for word in set(_WORD.findall(line.folded)))

    def shared(self, line: LineFeatures, *, own: bool = False) -> float:
        """The share, from 0 to 1, of the line's word pairs that the article has too (``own``: it is part of it)."""
        if not line.bigrams:
            return 0.0
        return sum(self._bigrams[bigram] > own for bigram in line.bigrams) / len(line.bigrams)

    def foreign_names(self, line: LineFeatures, *, own: bool = False) -> int:
        """How many of the line's capitalised words the article never has."""
        return sum(self._names[name] <= own for name in line.names)
