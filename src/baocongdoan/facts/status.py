"""Whether a number is a result, a target, a proposal or a threshold.

The nearest word in front of the number that says so decides; a target goes on through the bare numbers that follow it;
what lies in the future when the article appears is a target.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from ..language.text import Span, Text
from ..lexicon.loader import load
from ..mentions.quantities import Quantity
from ..records import Status
from .measures import STOCKS
from .periods import Period

__all__ = ["Statuses"]

_NEAR = 130  # how far a proposal reaches
_BARE = 60  # how far from its sentence's start a number may stand that goes on with targets in its paragraph …
_BARE_LINE = 20  # … and across paragraphs


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    status: Status


class Statuses:
    """The words of an article that tell targets, proposals and results, asked count by count in order."""

    def __init__(self, text: Text, published: str | None) -> None:
        self._text = text
        self._published = published[:10] if published else None
        self._words = _words(text)
        self._starts = [word.span.start for word in self._words]
        self._targets: dict[int, int] = {}  # sentences with targets, and where the last of them ends

    def told(self, quantity: Quantity, measure: str) -> Status | None:
        """What the words say; null where they say nothing, which without a date to come is a result."""
        if quantity.number.threshold and quantity.unit_class != "percent" and measure in STOCKS.values():
            return Status.CRITERION
        index = self._text.sentence_at(quantity.number.span.start)
        return self._noted(quantity, self._by_word(quantity, index) or self._carried(quantity, index))

    def settled(self, quantity: Quantity, told: Status | None, period: Period) -> Status:
        """The status, in the light of the period: a result can't lie in the future."""
        status = told or self._by_time(period) or Status.REPORTED
        self._noted(quantity, status)
        return status

    def _noted(self, quantity: Quantity, status: Status | None) -> Status | None:
        if status is Status.TARGET:
            self._targets[self._text.sentence_at(quantity.number.span.start)] = quantity.span.end
        return status

    def _by_word(self, quantity: Quantity, index: int) -> Status | None:
        sentence = self._text.sentences[index]
        start = quantity.number.span.start
        for word in reversed(self._words[self._rank(sentence.start) : self._rank(start)]):
            gap = self._text.lower[word.span.end : start]
            if word.status is Status.PROPOSED and (";" in gap or len(gap) > _NEAR):
                continue
            return word.status
        if load("status").pattern("will_behind").match(self._text.lower, quantity.span.end):
            return Status.TARGET
        return None

    def _rank(self, position: int) -> int:
        return bisect_left(self._starts, position)

    def _carried(self, quantity: Quantity, index: int) -> Status | None:
        """A number behind targets of its own sentence is one, and so is a bare one in the sentence behind."""
        start = quantity.number.span.start
        if index in self._targets:
            return Status.TARGET
        if index - 1 not in self._targets:
            return None
        sentence, before = self._text.sentences[index], self._text.sentences[index - 1]
        if self._text.line_at(sentence.start) == self._text.line_at(before.start):
            return Status.TARGET if start - sentence.start <= _BARE else None
        is_item = load("status").pattern("list_item").match(self._text.lower, sentence.start)
        return Status.TARGET if is_item or start - sentence.start <= _BARE_LINE else None

    def _by_time(self, period: Period) -> Status | None:
        if self._published is None or period.last_day is None:
            return None
        begins = period.first_day or period.last_day
        return Status.TARGET if begins > self._published else None


def _words(text: Text) -> list[_Word]:
    lexicon = load("status")
    found = [
        _Word(Span(match.start(), match.end()), status)
        for name, status in (("target", Status.TARGET), ("proposed", Status.PROPOSED), ("done", Status.REPORTED))
        for match in lexicon.pattern(name).finditer(text.lower)
    ]
    return sorted(found, key=lambda word: word.span)
