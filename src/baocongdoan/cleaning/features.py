"""What a line looks like, before anybody asks what it is: the ground of the rules and of a learned model alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import regex

from ..language.fold import clean_characters, fold, lower
from ..lexicon.loader import load
from ..records import Markup, PageLine

__all__ = ["Kinship", "LineFeatures", "bare", "key_of", "look"]

_EDGES = " \t\n\r\x0b\x0c\u00a0\u3000|"
_MARKUP = r"[\s|]|!\[[^\]]{0,300}\](?:\([^)]{0,500}\))?|</?\w{1,10}(?: [^<>]{0,80})?>"
_MARKUP_AHEAD = regex.compile(rf"(?:{_MARKUP}|#{{1,6}}\s)++")
_MARKUP_BEHIND = regex.compile(rf"(?:{_MARKUP})++$")
_MARKUP_WITHIN = 400  # letters from the line's end in which markup is looked for
_LINK_ONLY = regex.compile(r"[^\w\[]*+(?:(?:\[[^\]]*+\]\([^)]*+\)[^\w\[]*+)++|(?:https?://|www\.)\S++\W*+)$")
_STOP = regex.compile(r"[.;:]\W{0,4}$")
_COLON = regex.compile(r":\W{0,2}$")
_TRAILING_DOTS = regex.compile(r"(?:\.\.|…)\W{0,3}$")
_QUESTION = regex.compile(r"[?!]\W{0,3}$")
_SENTENCE_BREAK = regex.compile(r"(?<=[\p{Ll}\d)\"'])[.!?…]+[\"')]*\s+[\"'(]?\p{Lu}")
_BULLET = regex.compile(r"^(?:[-+•●■▪*–]|\d{1,2}[.)]|[a-zđ]\)|\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\))\W{0,4}\p{L}")
_WORD = regex.compile(r"[\p{L}\p{M}\d]+")
_NAME = regex.compile(r"(?<=[\p{L}\d,)\"']\s)\p{Lu}[\p{L}\d]*")
_WRAPPED_AT = 50  # letters of the shortest line that may have been broken because it was full
_SHADOW = 2_000  # a longer line is prose whatever its end says: its shadows stop here
_ENDED = 14  # words from which one with a full stop is
_UNENDED = 18  # words from which one without is, if it tells something
_LONG = 30  # words from which a line is prose even without a full stop


def bare(text: str) -> str:
    """The line as it is kept: NFC, without white space and leftover markup at its ends.

    >>> bare("| Công đoàn chăm lo.  |"), bare("## **Lớp tập huấn**"), bare("![]() |")
    ('Công đoàn chăm lo.', 'Lớp tập huấn', '')
    """
    text = clean_characters(text).strip(_EDGES)
    head = _MARKUP_AHEAD.match(text)
    start = head.end() if head else 0
    tail = (
        _MARKUP_BEHIND.search(text, max(start, len(text) - _MARKUP_WITHIN)) if text.endswith((")", "]", ">")) else None
    )
    text = text[start : tail.start() if tail else len(text)].strip(_EDGES)
    return text[2:-2].strip(_EDGES) if _is_emphasised(text) else text


def key_of(lowered: str) -> str:
    """The letters and digits of a folded lower-case text, by which copies are known.

    >>> key_of("tập huấn, đợt 2")
    'tập huấn đợt 2'
    """
    return " ".join(_WORD.findall(lowered))


def _is_emphasised(text: str) -> bool:
    return len(text) > 4 and text.startswith("**") and text.endswith("**")


@dataclass(frozen=True)
class LineFeatures:
    """A non-blank line of a page with what can be seen of it at a glance.

    ``gap`` is the number of blank lines before it and ``copies`` how often its text stands on the page;
    ``heading_mark``, ``emphasised`` and ``picture`` are what markup says, ``wrapped`` whether a sentence runs on
    from the line before or into the next; HTML's blocks stand apart as if by blank lines. Patterns look at its
    ``folded`` and ``lower`` shadows, which for very long lines are only their beginning.
    """

    index: int
    line: int
    text: str
    gap: int
    heading_mark: bool
    emphasised: bool
    picture: bool
    wrapped: bool
    link_only: bool
    words: int
    copies: int
    copy_index: int
    markup: Markup | None = None

    @cached_property
    def folded(self) -> str:
        """The line's beginning, folded: found out when it is asked for, which for a menu it never is."""
        return fold(self.text[:_SHADOW])

    @cached_property
    def lower(self) -> str:
        """The same in lower case."""
        return lower(self.folded)

    @cached_property
    def key(self) -> str:
        """The line's letters and digits, by which copies are known."""
        return key_of(self.lower)

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
        if self.words >= _LONG or self.wrapped or (self.sentences > 1 and self.words >= 8):
            return True
        if self.stopped or self.cut_off:
            return self.words >= _ENDED
        return self.words >= _UNENDED and (self.linked or self.telling)

    @cached_property
    def linked(self) -> bool:
        """Whether it begins as a paragraph that goes on from another, or from a day or place."""
        return load("cleaning").pattern("linked").search(self.lower) is not None

    @cached_property
    def telling(self) -> bool:
        """Whether it has the tenses and reporting verbs of paragraphs, which captions and headlines do without."""
        return load("cleaning").pattern("telling").search(self.lower) is not None

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

    def continues(self, headline: str) -> bool:
        """Whether the headline stands in front of this line's own words, glued to them without a space."""
        glued = self.text[len(headline) : len(headline) + 1]
        return self.text.startswith(headline) and (glued.isalnum() or glued in ("“", '"', "("))

    def resembles(self, other: LineFeatures) -> bool:
        """Whether most of this line's words stand in the other, and the other way round."""
        together = self.words + other.words
        if 2 * min(self.words, other.words) < 0.7 * together:  # too unlike in length
            return False
        mine, theirs = self.key.split(), other.key.split()
        shared = sum((Counter(mine) & Counter(theirs)).values())
        return 2 * shared >= 0.75 * (len(mine) + len(theirs))


def _is_wrapped(texts: Sequence[str], lines: Sequence[PageLine], index: int) -> bool:
    return _runs_on(texts, lines, index) or _runs_on(texts, lines, index + 1)


def _runs_on(texts: Sequence[str], lines: Sequence[PageLine], index: int) -> bool:
    """Whether a line of running text was broken before this one, as mail and PDF readers do."""
    if not 0 < index < len(texts) or lines[index].line != lines[index - 1].line + 1:
        return False
    before, text = texts[index - 1], texts[index]
    return text[:1].islower() and len(before) >= _WRAPPED_AT and not _STOP.search(before, len(before) - 6)


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
        raw = line.text[:_SHADOW].strip(_EDGES)
        features.append(
            LineFeatures(
                index=index,
                line=line.line,
                text=text,
                gap=line.line - before - 1 if line.markup is None else min(index, 1),
                heading_mark=bool(text) and (raw.startswith("#") if line.markup is None else line.markup.heading > 0),
                emphasised=_is_emphasised(raw.lstrip("# "))
                if line.markup is None
                else line.markup.emphasis == "strong",
                picture=raw.startswith("![") and not text,
                wrapped=line.markup is None and _is_wrapped(texts, lines, index),
                link_only=len(text) < _SHADOW and _LINK_ONLY.match(text) is not None,
                words=len(text.split()),
                copies=total[text],
                copy_index=seen[text],
                markup=line.markup,
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
