"""Whether a number is a result, a target, a proposal or a threshold.

The nearest word in front of the number that says so decides; a target that opens a list makes targets of the bare
numbers that follow it; what lies in the future when the article appears is a target.
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

_NEAR = 130
_BARE = 60


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
        self._targets: set[int] = set()  # sentences whose numbers are targets
        self._list_of_targets = False

    def of(self, quantity: Quantity, measure: str, period: Period) -> Status:
        """The status of a quantity; quantities come in the order of the text."""
        if quantity.number.threshold and quantity.unit_class != "percent" and measure in STOCKS.values():
            return Status.CRITERION
        index = self._text.sentence_at(quantity.number.span.start)
        status = self._told(quantity, index) or self._carried(quantity, index) or self._by_time(period)
        if status is Status.TARGET:
            self._targets.add(index)
        return status or Status.REPORTED

    def _told(self, quantity: Quantity, index: int) -> Status | None:
        sentence = self._text.sentences[index]
        start = quantity.number.span.start
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, start)
        for word in reversed(self._words[low:high]):
            gap = self._text.lower[word.span.end : start]
            if word.status is Status.PROPOSED and (";" in gap or len(gap) > _NEAR):
                continue
            return word.status
        if load("status").pattern("will_behind").match(self._text.lower, quantity.span.end):
            return Status.TARGET
        return None

    def _carried(self, quantity: Quantity, index: int) -> Status | None:
        """A bare number behind a sentence of targets is a target, too."""
        if index - 1 not in self._targets:
            return None
        sentence = self._text.sentences[index]
        if self._text.line_at(sentence.start) != self._text.line_at(self._text.sentences[index - 1].start):
            is_item = load("status").pattern("list_item").match(self._text.lower, sentence.start)
            return Status.TARGET if is_item else None
        return Status.TARGET if quantity.number.span.start - sentence.start <= _BARE else None

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
