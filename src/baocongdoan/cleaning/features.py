"""What a line looks like, before anybody asks what it is: the ground of the rules and of a learned model alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from msgspec import Struct

from ..language.fold import clean_characters, fold, lower
from ..lexicon.loader import load, quick, words
from ..records import Markup, PageLine
from .once import once_for_all

__all__ = ["LineFeatures", "bare", "is_name_only", "key_of", "look"]

_EDGES = " \t\n\r\x0b\x0c\u00a0\u3000|"
_MARKUP = r"[\s|]|!\[[^\]]{0,300}\](?:\([^)]{0,500}\))?|</?\w{1,10}(?: [^<>]{0,80})?>"
_MARKUP_AHEAD = re.compile(rf"(?:{_MARKUP}|#{{1,6}}\s)++")
_MARKUP_BEHIND = re.compile(rf"(?:{_MARKUP})++$")
_MARKUP_WITHIN = 400  # letters from the line's end in which markup is looked for
_LINK_ONLY = re.compile(r"[^\w\[]*+(?:(?:\[[^\]]*+\]\([^)]*+\)[^\w\[]*+)++|(?:https?://|www\.)\S++\W*+)$")
_ENDING = re.compile(r"\W*\Z")
_ENDING_WITHIN = 6  # letters from the line's end in which its marks are looked for
_STOP = re.compile(r"[.;:]\W{0,4}\Z")
_COLON = re.compile(r":\W{0,2}\Z")
_TRAILING_DOTS = re.compile(r"(?:\.\.|…)\W{0,3}\Z")
_QUESTION = re.compile(r"[?!]\W{0,3}\Z")
# `re` knows no \p{Lu}, but finds the letters of a set several times as fast as `regex`: Latin, Greek, Cyrillic.
_CAPITAL = f"[{''.join(char for char in map(chr, (*range(0x530), *range(0x1E00, 0x1F00))) if char.isupper())}]"
_SENTENCE_BREAK = re.compile(rf"[.!?…][.!?…]*[\"')]*\s+[\"'(]?{_CAPITAL}")
_CAPITALISED = re.compile(rf"{_CAPITAL}(?<![^\W_].)[^\W_]*")
_NAME = re.compile(rf"{_CAPITAL}(?<=[\w,)\"']\s.)[^\W_]*")
_BULLET = re.compile(r"(?:[-+•●■▪*–]|\d{1,2}[.)]|[a-zđ]\)|\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\))\W{0,4}[^\W\d_]")
_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_BETWEEN = "\0"  # the lines that are folded together: no text holds it
_WRAPPED_AT = 50  # letters of the shortest line that may have been broken because it was full
_SHADOW = 2_000  # a longer line is prose whatever its end says: its shadows stop here
_MENU = 80  # letters up to which a line of HTML, in a menu or a list of headlines, is likely to come again on a site
_TOLD = 8  # words from which several sentences are
_ENDED = 14  # words from which one with a full stop is
_UNENDED = 18  # words from which one without is, if it tells something
_LONG = 30  # words from which a line is prose even without a full stop


def bare(text: str) -> str:
    """The line as it is kept: NFC, without white space and leftover markup at its ends.

    >>> bare("| Công đoàn chăm lo.  |"), bare("## **Lớp tập huấn**"), bare("![]() |")
    ('Công đoàn chăm lo.', 'Lớp tập huấn', '')
    """
    text = clean_characters(text).strip(_EDGES)
    start = 0
    if not text[:1].isalnum() and (head := _MARKUP_AHEAD.match(text)) is not None:
        start = head.end()
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
    return " ".join(_tokens(lowered))


def is_name_only(folded: str) -> bool:
    """Whether a folded text is nothing but names, as authors sign.

    >>> is_name_only("Hà Vân - Tố Uyên"), is_name_only("Hà Vân kể chuyện")
    (True, False)
    """
    return folded[:1].isupper() and load("cleaning").pattern("bare_byline").search(folded) is not None


def _tokens(lowered: str) -> list[str]:
    """The runs of letters and digits: the words of most texts, once the commonest marks are out of the way."""
    for mark in ',.:;()"-/':
        lowered = lowered.replace(mark, " ")
    words = lowered.split()
    return words if all(map(str.isalnum, words)) else _WORD.findall(lowered)


def _ending_of(text: str) -> tuple[bool, bool, bool, bool]:
    marks = None if text[-1:].isalnum() else _ENDING.search(text, max(0, len(text) - _ENDING_WITHIN))
    return _ending(marks[0] if marks else "")


@lru_cache(maxsize=1024)
def _ending(marks: str) -> tuple[bool, bool, bool, bool]:
    """Whether a line that ends in such marks is stopped, asks, announces or is cut off; few are in use."""
    cut_off = _TRAILING_DOTS.search(marks) is not None
    return (
        _STOP.search(marks) is not None and not cut_off,
        _QUESTION.search(marks) is not None,
        _COLON.search(marks) is not None,
        cut_off,
    )


@cache
def _phrases(name: str) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """The words, and the pairs of words, of a list."""
    phrases = [tuple(phrase.split()) for phrase in words("cleaning", name)]
    return frozenset(phrase[0] for phrase in phrases if len(phrase) == 1), frozenset(phrases)


def _is_emphasised(text: str) -> bool:
    return len(text) > 4 and text.startswith("**") and text.endswith("**")


class LineFeatures(Struct, frozen=True, eq=False, dict=True):
    """A non-blank line of a page with what can be seen of it at a glance.

    ``gap`` is the number of blank lines before it, less those that are before every line, ``copies`` how often its
    text stands on the page and ``last_copy`` the index of the last line that has it;
    ``heading_mark``, ``emphasised`` and ``picture`` are what markup says, ``wrapped`` whether a sentence runs on
    from the line before or into the next; HTML's blocks stand apart as if by blank lines. Patterns look at its
    ``folded`` and ``lower`` shadows, which for very long lines are only their beginning. Short lines of HTML with the
    same words share what is found out about these: it is ``known``.

    By its end the line is ``stopped`` as a statement is (by a full stop, semicolon or colon, not by dots), ``asks``
    (a question or exclamation mark, as paragraphs and headlines both have it), ``announces`` (a colon, so that a list
    follows) or is ``cut_off`` by dots, as a teaser is (and now and then a paragraph).
    """

    index: int
    line: int
    text: str
    folded: str
    lower: str
    gap: int
    heading_mark: bool
    emphasised: bool
    picture: bool
    wrapped: bool
    words: int
    copies: int
    copy_index: int
    last_copy: int
    stopped: bool
    asks: bool
    announces: bool
    cut_off: bool
    known: dict[Any, Any] | None = None
    markup: Markup | None = None

    @once_for_all
    def tokens(self) -> list[str]:
        """The line's words without what stands between them."""
        return _tokens(self.lower)

    @once_for_all
    def key(self) -> str:
        """The line's letters and digits, by which copies are known."""
        return " ".join(self.tokens)

    @property
    def has_letters(self) -> bool:
        """Whether there is anything to read."""
        return self.lower[:1].isalpha() or _LETTER.search(self.lower) is not None

    @property
    def link_only(self) -> bool:
        """Whether it is nothing but addresses, or links in Markdown."""
        return len(self.text) < _SHADOW and _LINK_ONLY.match(self.text) is not None

    @once_for_all
    def sentences(self) -> int:
        """How many sentences it holds, roughly."""
        breaks = [found.start() for found in _SENTENCE_BREAK.finditer(self.folded)]
        return 1 + sum([_ends_word(self.folded[place - 1 : place]) for place in breaks])

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return _BULLET.match(self.text) is not None

    @once_for_all
    def prose(self) -> bool:
        """Whether it reads like a paragraph: long, or several sentences, or one that is properly ended."""
        if self.words >= _LONG or self.wrapped:
            return True
        if self.stopped or self.cut_off:
            return self.words >= _ENDED or (self.words >= _TOLD and self.sentences > 1)
        if self.words >= _UNENDED and (self.linked or self.telling):
            return True
        return self.words >= _TOLD and self.sentences > 1

    @once_for_all
    def linked(self) -> bool:
        """Whether it begins as a paragraph that goes on from another, or from a day or place."""
        words, pairs = _phrases("linked")
        return bool(self.tokens) and (self.tokens[0] in words or tuple(self.tokens[:2]) in pairs)

    @once_for_all
    def telling(self) -> bool:
        """Whether it has the tenses and reporting verbs of paragraphs, which captions and headlines do without."""
        words, pairs = _phrases("telling")
        return "%" in self.lower or not words.isdisjoint(self.tokens) or not pairs.isdisjoint(self.bigrams)

    @property
    def scene(self) -> bool:
        """Whether it describes a picture: how it begins, or who stands where in it."""
        begins, within = quick("cleaning", "scene"), quick("cleaning", "scene_within")
        return begins.match(self.lower) is not None or within.search(self.lower) is not None

    @property
    def people_first(self) -> bool:
        """Whether it begins with people, as captions do that tell who is shown."""
        return quick("cleaning", "people_first").match(self.lower) is not None

    @once_for_all
    def statement(self) -> bool:
        """Whether it is a paragraph or a short sentence of its own."""
        return (self.stopped and self.words >= 3) or self.prose

    @once_for_all
    def name_only(self) -> bool:
        """Whether it is nothing but names, as authors sign, perhaps with what they did."""
        return is_name_only(self.folded)

    @property
    def capitals(self) -> bool:
        """Whether it is all in capitals."""
        return self.folded.isupper()

    @once_for_all
    def bigrams(self) -> tuple[tuple[str, str], ...]:
        """The pairs of neighbouring words: in Vietnamese most words are two syllables."""
        return tuple(pairwise(self.tokens))

    @once_for_all
    def names(self) -> tuple[str, ...]:
        """The capitalised words inside the line."""
        return tuple(_NAME.findall(self.folded))

    @once_for_all
    def capitalised(self) -> list[str]:
        """The capitalised words wherever they stand."""
        return _CAPITALISED.findall(self.folded)

    def continues(self, headline: str) -> bool:
        """Whether the headline stands in front of this line's own words, glued to them without a space."""
        if not self.text.startswith(headline):
            return False
        glued = self.text[len(headline) : len(headline) + 1]
        return glued.isalnum() or glued in ("“", '"', "(")

    def resembles(self, other: LineFeatures) -> bool:
        """Whether most of this line's words stand in the other, and the other way round."""
        together = self.words + other.words
        if 2 * min(self.words, other.words) < 0.7 * together:  # too unlike in length
            return False
        wanted = 0.75 * (len(self.tokens) + len(other.tokens)) / 2
        kinds = set(self.tokens)
        if len(kinds.intersection(other.tokens)) + len(self.tokens) - len(kinds) < wanted:  # whatever comes twice
            return False
        return (Counter(self.tokens) & Counter(other.tokens)).total() >= wanted


def _ends_word(last: str) -> bool:
    """Whether a full stop behind such a letter ends a sentence: not behind an initial."""
    return last.islower() or last.isdecimal() or last in (")", '"', "'")


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

    >>> _, first, second = look((PageLine(1, "Tin"), PageLine(2, "| Tập huấn |"), PageLine(5, "Tập huấn")))
    >>> first.text, second.gap, second.copies, second.copy_index
    ('Tập huấn', 2, 2, 1)
    """
    words = _words_of(lines)
    texts = [said.text for said in words]
    total, seen = Counter(texts), dict.fromkeys(texts, 0)
    last = {text: index for index, text in enumerate(texts)}
    features, before, usual = [], 0, _usual_gap(lines)
    for index, (line, said) in enumerate(zip(lines, words, strict=True)):
        markup, text = line.markup, said.text
        if markup is None:
            raw = line.text[:_SHADOW].strip(_EDGES)
            gap, heading_mark = max(0, line.line - before - usual), bool(text) and raw.startswith("#")
            emphasised, picture = _is_emphasised(raw.lstrip("# ")), not text and raw.startswith("![")
            wrapped = _is_wrapped(texts, lines, index)
        else:
            gap, heading_mark = min(index, 1), bool(text) and markup.heading > 0
            emphasised, picture = markup.emphasis == "strong", not text and line.text.lstrip(_EDGES).startswith("![")
            wrapped = False
        features.append(
            LineFeatures(
                index, line.line, text, said.folded, said.lower, gap, heading_mark, emphasised, picture, wrapped,
                said.count, total[text], seen[text], last[text], said.stopped, said.asks, said.announces, said.cut_off,
                said.known, markup,
            )
        )  # fmt: skip
        seen[text] += 1
        before = line.line
    return tuple(features)


class _Words(Struct, frozen=True, eq=False):
    """What of a line's features its words alone tell; ``known`` is a table for more of it."""

    text: str
    folded: str
    lower: str
    count: int
    stopped: bool
    asks: bool
    announces: bool
    cut_off: bool
    known: dict[Any, Any] | None = None


def _words_of(lines: Sequence[PageLine]) -> list[_Words]:
    """The words of lines: those of menus have mostly been seen before, all others are folded together."""
    found = [_of_menu(line.text) if line.markup is not None and len(line.text) <= _MENU else None for line in lines]
    texts = [bare(line.text) for line, known in zip(lines, found, strict=True) if known is None]
    others = (
        _Words(text, folded, lowered, _count_words(text), *_ending_of(text))
        for text, folded, lowered in zip(texts, *_shadows(texts), strict=True)
    )
    return [next(others) if known is None else known for known in found]


@lru_cache(maxsize=4_096)
def _of_menu(line: str) -> _Words:
    text = bare(line)
    (folded,), (lowered,) = _shadows([text])
    return _Words(text, folded, lowered, _count_words(text), *_ending_of(text), {})


def _usual_gap(lines: Sequence[PageLine]) -> int:
    """How far apart the nearest lines of a page stand: two, where a blank one is set between any two, says nothing."""
    return min((after.line - before.line for before, after in pairwise(lines)), default=1)


def _count_words(text: str) -> int:
    # The one kind of space that counts as printable is " ", and between words there is one.
    return text.count(" ") + 1 if text and text.isprintable() else len(text.split())


def _shadows(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """The beginnings of the lines folded, and these in lower case: of all at once, for most are short."""
    if not texts:
        return [], []
    folded = fold(_BETWEEN.join([text[:_SHADOW] for text in texts]))
    return folded.split(_BETWEEN), lower(folded).split(_BETWEEN)
