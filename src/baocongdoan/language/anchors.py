"""Where in a text a pattern may begin: asked once of each word of the language, not of every character of a text.

The patterns of the finders are long lists of alternatives, and most words of a text begin none of them. Which of the
patterns have matches that begin with a word is asked of the patterns themselves, by partial matches, and remembered. So
nothing has to be kept in step with the patterns, nothing that they match is missed, and one pass over the words of a
text finds the few places where each is to be tried, and which of its alternatives: a pattern of hundreds of words takes
ten microseconds to fail, the two or three alternatives that may begin with a word take a third of one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, islice

import regex
from msgspec import Struct, structs

from ..lexicon.kept import compiled, growing

__all__ = ["Anchored", "OneOf", "Words"]

# A run of figures is a word of its own, for "3kết nạp" is read, too; these are the figures that `\d` is not.
_FIGURES = r"\d\u00b2\u00b3\u00b9\u00bc-\u00be\u2150-\u218b\u2460-\u24ff\u2776-\u2793"
_WORD = re.compile(rf"([{_FIGURES}]+|[^\W_{_FIGURES}]+)")  # a group: what it splits is given with what it splits at
_LOOK_BEHIND = compiled(r"\(\?<=(?P<inside>(?:[^()\\\[]|\\.|\[(?:[^\]\\]|\\.)*+\]|\((?&inside)\))*+)\)")
_MOST_KEPT = 4_096  # words, between runs
_MOST_REMEMBERED = 32_768  # words: what a process remembers must not grow with what it has read


class OneOf(Struct, frozen=True):
    """A pattern of alternatives, of which the first that matches counts, with what stands before and behind each.

    >>> OneOf(["chào(?! hỏi)", "hẹn gặp lại"], before=r"\\b").source
    '\\\\b(?:chào(?! hỏi)|hẹn gặp lại)'
    """

    alternatives: Sequence[str]
    before: str = ""
    behind: str = ""

    @property
    def source(self) -> str:
        """The whole pattern."""
        return f"{self.before}(?:{'|'.join(self.alternatives)}){self.behind}"

    def only(self, places: Iterable[int]) -> OneOf:
        """The pattern of some of the alternatives."""
        return structs.replace(self, alternatives=[self.alternatives[place] for place in places])


class Anchored:
    """A pattern whose matches begin where a word begins, a word being a run of letters or of figures.

    The pattern is made when it is first used.

    >>> greeting = Anchored(lambda: OneOf(["(?:xin )?chào(?! hỏi)", "hẹn gặp lại"], before=r"(?<![\\p{L}\\d])"))
    >>> [found.span() for found in greeting.finditer(Words("xin lỗi, xin chào, (chào bạn)"))]
    [(9, 17), (20, 24)]
    """

    def __init__(self, make: Callable[[], OneOf]) -> None:
        self._make = make
        _all.append(self)
        _begun.forget()

    @cached_property
    def pattern(self) -> OneOf:
        """The pattern, as it is written."""
        return self._make()

    @cached_property
    def _probe(self) -> regex.Pattern[str]:
        return _probe(self.pattern)

    @cached_property
    def _probes(self) -> tuple[regex.Pattern[str], ...]:
        return tuple(_probe(self.pattern.only([place])) for place in range(len(self.pattern.alternatives)))

    def finditer(self, words: Words, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """Every match: those of ``pattern.finditer`` on the text.

        A match may begin from ``start`` on and reach to ``end``, which must stand where a word ends.
        """
        text, places, end = words.text, words.places(self), len(words.text) if end is None else end
        for place in words.starts(self, start, end):
            if place >= start and (found := places[place].match(text, place, end)) is not None:
                yield found
                start = found.end()

    def match(self, words: Words, start: int, end: int | None = None) -> regex.Match[str] | None:
        """The match that begins at that offset and reaches no further than ``end``."""
        pattern = words.places(self).get(start)
        if pattern is None:
            return None
        return pattern.match(words.text, start, len(words.text) if end is None else end)

    def matcher(self, alternatives: Iterable[int]) -> regex.Pattern[str]:
        """The pattern of some of the alternatives alone."""
        return compiled(_to_match(self.pattern.only(alternatives)))

    def begun_by(self, word: str) -> list[int]:
        """Which of the alternatives may begin with this word, or go no further than it does."""
        if self._probe.match(word, partial=True) is None:  # so with most words
            return []
        return [place for place, probe in enumerate(self._probes) if probe.match(word, partial=True)]


def _to_match(pattern: OneOf) -> str:
    """The source of a pattern that is matched at many places of a text.

    Before each match, ``regex`` looks through the whole rest of the text for letters that every match has, so the time
    for all of them would grow with the square of the text. With an alternative that never matches there are no such
    letters.
    """
    return f"{pattern.source}|(?!)"


def _probe(pattern: OneOf) -> regex.Pattern[str]:
    """The pattern to ask of a word alone, of which it is not known what stands in front of it: what the pattern wants
    to stand there is taken for met."""
    return compiled(_LOOK_BEHIND.sub("", _to_match(pattern)))


class Words:
    """The words of a text, and where among them each anchored pattern may begin."""

    __slots__ = ("_places", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[Anchored, dict[int, regex.Pattern[str]]] = {}
        self._starts: dict[Anchored, list[int]] = {}

    def starts(self, anchored: Anchored, start: int = 0, end: int | None = None) -> Sequence[int]:
        """The offsets at which a match may begin, in rising order: all at which one does, and few others."""
        found = self._starts.get(anchored)
        if found is None:
            found = self._starts[anchored] = list(self.places(anchored))
        if start == 0 and end is None:
            return found
        return found[bisect_left(found, start) : bisect_left(found, len(self.text) if end is None else end)]

    def places(self, anchored: Anchored) -> Mapping[int, regex.Pattern[str]]:
        """These offsets, each with the pattern of those alternatives that may begin with the word that stands there."""
        if anchored not in self._places:
            self._places = self._all_places()
        return self._places[anchored]

    def _all_places(self) -> dict[Anchored, dict[int, regex.Pattern[str]]]:
        """The offsets for all patterns, by one pass over the text.

        Splitting gives gaps and words by turns, so that three words of four, which begin nothing, cost no step here.
        """
        places: dict[Anchored, dict[int, regex.Pattern[str]]] = {anchored: {} for anchored in _all}
        pieces = _WORD.split(self.text)
        ends_of_gaps = islice(accumulate(map(len, pieces)), 0, None, 2)
        for start, begun in zip(ends_of_gaps, map(_begun.__getitem__, pieces[1::2]), strict=False):
            for anchored, pattern in begun:
                places[anchored][start] = pattern
        return places


_all: list[Anchored] = []
Begun = tuple[tuple[Anchored, regex.Pattern[str]], ...]
"""Anchored patterns, each with the pattern of those of its alternatives that may begin with a word."""


class _Begun(dict[str, Begun]):
    """Words, and what may begin with them: asked once and remembered.

    What the most frequent words begin is kept between runs: to ask it takes a tenth of the time of a short run.
    """

    _answers: dict[str, dict[int, list[int]]] | None = None

    def __missing__(self, word: str) -> Begun:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        if self._answers is None:
            self._answers = growing("begun", *(anchored.pattern.source for anchored in _all))
        answer = self._answers.get(word)
        if answer is None:
            asked = {place: anchored.begun_by(word) for place, anchored in enumerate(_all)}
            answer = {place: alternatives for place, alternatives in asked.items() if alternatives}
            if len(self._answers) < _MOST_KEPT:
                self._answers[word] = answer
        self[word] = begun = tuple((_all[place], _all[place].matcher(which)) for place, which in answer.items())
        return begun

    def forget(self) -> None:
        """There is another pattern: all is asked anew."""
        self.clear()
        self._answers = None


_begun = _Begun()
