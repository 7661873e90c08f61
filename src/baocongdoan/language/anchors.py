"""Where in a text a pattern may begin: asked once of each word of the language, not of every character of a text.

The patterns of the finders are long lists of alternatives, and most words of a text begin none of them. Whether a match
may begin with a word is asked of the pattern itself, by a partial match, and remembered; the same is asked of it
with the word behind it. So nothing has to be kept in step with the patterns, nothing that they match
is missed, and the patterns are tried in few places where they don't match.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import regex

__all__ = ["Anchored", "Words"]

_WORD = re.compile(r"[^\W_]+")
# Two syllables, which is what most words are made of. A partial match takes `\b` for met where the head ends, so the
# character behind it tells.
_HEAD = re.compile(r"[^\W_]+(?:[\W_]+[^\W_]+.?)?", re.DOTALL)
_MOST_REMEMBERED = 16_384  # words, and heads: what a process remembers must not grow with what it has read
# Of a word alone it is not known what stands in front of it, so what a pattern wants to stand there is taken for met.
_LOOK_BEHIND = regex.compile(r"\(\?<=(?P<inside>(?:[^()\\\[]|\\.|\[(?:[^\]\\]|\\.)*+\]|\((?&inside)\))*+)\)")


class Words:
    """The words of a text and where each begins. A word is a run of letters and digits.

    >>> dict(Words("họp ngày 2/3, họp tổ").starts)
    {'họp': [0, 14], 'ngày': [4], '2': [9], '3': [11], 'tổ': [18]}
    """

    __slots__ = ("starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: defaultdict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(text):
            self.starts[word[0]].append(word.start())


class Anchored:
    """A pattern whose matches begin where a word begins. It is made when it is first used."""

    def __init__(self, make: Callable[[], regex.Pattern[str]]) -> None:
        self._make = make
        self._asked: set[str] = set()
        self._first_words: set[str] = set()  # those asked with which a match may begin
        self._heads: dict[str, bool] = {}

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The pattern itself."""
        return self._make()

    @cached_property
    def _probe(self) -> regex.Pattern[str]:
        source = self.pattern.pattern
        without = _LOOK_BEHIND.sub("", source)
        return self.pattern if without == source else regex.compile(without, self.pattern.flags)

    def finditer(self, words: Words) -> Iterator[regex.Match[str]]:
        """Every match in the text: those that ``pattern.finditer`` gives.

        >>> greeting = Anchored(lambda: regex.compile(r"(?<![\\p{L}\\d])(?:xin )?chào(?! hỏi)"))
        >>> [found.span() for found in greeting.finditer(Words("xin lỗi, xin chào, (chào bạn)"))]
        [(9, 17), (20, 24)]
        """
        match, end = self.pattern.match, 0
        for start in self.starts(words):
            if start >= end and (found := match(words.text, start)) is not None:
                yield found
                end = found.end()

    def starts(self, words: Words) -> list[int]:
        """The offsets at which a match may begin, in rising order: all at which one does, and few others."""
        if not self._asked.issuperset(words.starts):
            self._learn(words.starts)
        return sorted(
            start
            for word in words.starts.keys() & self._first_words
            for start in words.starts[word]
            if self._may_begin(words.text, start)
        )

    def _learn(self, words: Mapping[str, object]) -> None:
        if len(self._asked) > _MOST_REMEMBERED:
            self._asked.clear()
            self._first_words.clear()
        unknown = words.keys() - self._asked
        self._asked |= unknown
        self._first_words.update(word for word in unknown if self._probe.match(word, partial=True))

    def _may_begin(self, text: str, start: int) -> bool:
        found = _HEAD.match(text, start)
        assert found is not None  # a word starts there  # noqa: S101
        head = found[0]
        known = self._heads.get(head)
        if known is None:
            if len(self._heads) > _MOST_REMEMBERED:
                self._heads.clear()
            known = self._heads[head] = self._probe.match(head, partial=True) is not None
        return known
