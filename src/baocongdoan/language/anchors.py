"""Where in a text a pattern may begin: asked once of each word of the language, not of every character of a text.

The patterns of the finders are long lists of alternatives, and most words of a text begin none of them. Which of the
patterns have matches that begin with a word is asked of the patterns themselves, by partial matches, and remembered. So
nothing has to be kept in step with the patterns, nothing that they match is missed, and one pass over the words of a
text finds the few places where each is to be tried.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice

import regex

from ..lexicon.kept import compiled, growing, to_match

__all__ = ["Anchored", "Words"]

# A run of figures is a word of its own, for "3kết nạp" is read, too; these are the figures that `\d` is not.
_FIGURES = r"\d\u00b2\u00b3\u00b9\u00bc-\u00be\u2150-\u218b\u2460-\u24ff\u2776-\u2793"
_WORD = re.compile(rf"([{_FIGURES}]+|[^\W_{_FIGURES}]+)")  # a group: what it splits is given with what it splits at
# Of a word alone it is not known what stands in front of it, so what a pattern wants to stand there is taken for met.
_LOOK_BEHIND = compiled(r"\(\?<=(?P<inside>(?:[^()\\\[]|\\.|\[(?:[^\]\\]|\\.)*+\]|\((?&inside)\))*+)\)")
_MOST_KEPT = 4_096  # words, between runs
_LONG = 20_000  # characters of a text in which matching takes longer than it takes to find a place for it
_MOST_REMEMBERED = 32_768  # words: what a process remembers must not grow with what it has read


class Anchored:
    """A pattern whose matches begin where a word begins, a word being a run of letters or of figures.

    The pattern is made when it is first used.

    >>> greeting = Anchored(lambda: regex.compile(r"(?<![\\p{L}\\d])(?:xin )?chào(?! hỏi)"))
    >>> [found.span() for found in greeting.finditer(Words("xin lỗi, xin chào, (chào bạn)"))]
    [(9, 17), (20, 24)]
    """

    def __init__(self, make: Callable[[], regex.Pattern[str]]) -> None:
        self._make = make
        _all.append(self)
        _begun.forget()

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The pattern itself."""
        return self._make()

    @cached_property
    def _for_long_texts(self) -> regex.Pattern[str]:
        return to_match(self.pattern)

    def _matcher(self, words: Words) -> Callable[..., regex.Match[str] | None]:
        return (self._for_long_texts if len(words.text) > _LONG else self.pattern).match

    @cached_property
    def _probe(self) -> regex.Pattern[str]:
        source = self.pattern.pattern
        without = _LOOK_BEHIND.sub("", source)
        return self.pattern if without == source else compiled(without, self.pattern.flags)

    def finditer(self, words: Words, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """Every match: those of ``pattern.finditer`` on the text.

        A match may begin from ``start`` on and reach to ``end``, which must stand where a word ends.
        """
        match, end = self._matcher(words), len(words.text) if end is None else end
        for place in words.starts(self, start, end):
            if place >= start and (found := match(words.text, place, end)) is not None:
                yield found
                start = found.end()

    def match(self, words: Words, start: int, end: int | None = None) -> regex.Match[str] | None:
        """The match that begins at that offset and reaches no further than ``end``."""
        end = len(words.text) if end is None else end
        return self._matcher(words)(words.text, start, end) if words.starts(self, start, start + 1) else None

    def may_begin(self, word: str) -> bool:
        """Whether a match may begin with this word, or goes no further than it does."""
        return self._probe.match(word, partial=True) is not None


class Words:
    """The words of a text, and where among them each anchored pattern may begin."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: dict[Anchored, list[int]] = {}

    def starts(self, anchored: Anchored, start: int = 0, end: int | None = None) -> Sequence[int]:
        """The offsets at which a match may begin, in rising order: all at which one does, and few others."""
        if anchored not in self._starts:
            self._starts = self._all_starts()
        found = self._starts[anchored]
        if start == 0 and end is None:
            return found
        return found[bisect_left(found, start) : bisect_left(found, len(self.text) if end is None else end)]

    def _all_starts(self) -> dict[Anchored, list[int]]:
        """The offsets for all patterns, by one pass over the text.

        Splitting gives gaps and words by turns, so that three words of four, which begin nothing, cost no step here.
        """
        starts: dict[Anchored, list[int]] = {anchored: [] for anchored in _all}
        pieces = _WORD.split(self.text)
        ends_of_gaps = islice(accumulate(map(len, pieces)), 0, None, 2)
        for start, begun in zip(ends_of_gaps, map(_begun.__getitem__, pieces[1::2]), strict=False):
            for anchored in begun:
                starts[anchored].append(start)
        return starts


_all: list[Anchored] = []


class _Begun(dict[str, tuple[Anchored, ...]]):
    """Words, and the patterns of which a match may begin with them: asked once and remembered.

    What the most frequent words begin is kept between runs: to ask it takes a tenth of the time of a short run.
    """

    _answers: dict[str, list[int]] | None = None

    def __missing__(self, word: str) -> tuple[Anchored, ...]:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        if self._answers is None:
            made = [anchored.pattern for anchored in _all]
            self._answers = growing("begun", *(f"{pattern.flags} {pattern.pattern}" for pattern in made))
        places = self._answers.get(word)
        if places is None:
            places = [place for place, anchored in enumerate(_all) if anchored.may_begin(word)]
            if len(self._answers) < _MOST_KEPT:
                self._answers[word] = places
        self[word] = found = tuple(_all[place] for place in places)
        return found

    def forget(self) -> None:
        """There is another pattern: all is asked anew."""
        self.clear()
        self._answers = None


_begun = _Begun()
