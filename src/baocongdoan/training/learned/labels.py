"""Status and measure of a count, as choices among all there are, by the words around its number."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from ...facts.measurement.measure_rules import OTHER, builtin_rules
from ...records import Count, Status
from .choices import Candidate, Field, near
from .reading import CountView

__all__ = ["MEASURE", "STATUS"]

_WORD = regex.compile(r"[\p{L}%]+|[,;:]")
_CLOSE = 5  # words in front of the number that count by themselves
_BEHIND = 4


def _statuses(view: CountView) -> Sequence[Candidate]:
    published = (view.article.extraction.article.published or "")[:10]
    last_day = view.count.last_day
    seen = [*_words(view), f"measure {view.measure}", f"qualifier {view.count.qualifier}"]
    if published and last_day:
        seen.append(f"to come {last_day > published}")
    return [_labelled(status, seen) for status in Status]


def _measures(view: CountView) -> Sequence[Candidate]:
    seen = [*_words(view), f"unit {view.count.unit.lower()}", f"unit of {view.count.unit.lower().split()[:1]}"]
    return [_labelled(measure, seen) for measure in dict.fromkeys((*_all_measures(), view.count.measure))]


def _labelled(label: str, seen: Sequence[str]) -> Candidate:
    return Candidate.of(label, [f"{label}: {feature}" for feature in ("any", *seen)])


@cache
def _all_measures() -> tuple[str, ...]:
    rules = builtin_rules()
    told = {rule.measure for of_unit in rules.rules_by_unit.values() for rule in of_unit}
    return tuple(sorted({OTHER, "share", "target_rate", *told, *rules.alone.values()}))


def _words(view: CountView) -> Iterator[str]:
    """The words of the sentence round the number: in front of it, close in front, and close behind."""
    lower = view.article.text.lower
    in_front = [*_WORD.finditer(lower, view.sentence.start, view.position)]
    behind = _WORD.findall(lower, view.position, view.sentence.end)
    yield from (f"{near(view.position - word.end()) // 2} {word[0]}" for word in in_front)
    yield from (f"close {word[0]}" for word in in_front[-_CLOSE:])
    yield f"right in front {' '.join(word[0] for word in in_front[-2:])}"
    yield from (f"behind {word}" for word in behind[:_BEHIND])
    yield f"title {view.in_title}"


def _status(count: Count) -> Hashable:
    return count.status


def _measure(count: Count) -> Hashable:
    return count.measure


STATUS = Field(
    "status",
    "count.status",
    frozenset({"status"}),
    _statuses,
    _status,
    lambda view, answer: replace(view.count, status=Status(str(answer))),
)
"""Whether a count is reported, a target, proposed or a criterion."""

MEASURE = Field(
    "measure",
    "count.measure",
    frozenset({"measure"}),
    _measures,
    _measure,
    lambda view, answer: replace(view.count, measure=str(answer)),
)
"""What a count counts."""
