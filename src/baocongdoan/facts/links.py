"""How the counts of an article hang together: parts and wholes, restatements, rates of targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..language.text import Text
from ..lexicon.loader import load
from ..records import Count, Qualifier

__all__ = ["link", "settle_restated"]

_ROUGH = 0.1  # how far a rounded number may be from the exact one
_REACH = 4  # sentences within which parts that add up to a whole may stand
_FEW = 10  # below this, equal numbers of different things are no restatement by themselves


def link(counts: Sequence[Count], text: Text) -> list[Count]:
    """The counts with ``part_of``, ``repeats`` and ``rate_of`` filled in; they must have their ids."""
    linked = list(counts)
    _link_rates(linked, text)
    _link_parts(linked, text)
    _link_repeats(linked)
    return linked


def _link_rates(counts: list[Count], text: Text) -> None:
    """ "kết nạp 120 đoàn viên, đạt 105% chỉ tiêu": the rate belongs to the count in front of it."""
    for index, count in enumerate(counts):
        if count.measure != "target_rate" or index == 0:
            continue
        before = counts[index - 1]
        if before.measure not in ("target_rate", "share") and _same_sentence(before, count, text):
            counts[index] = replace(count, rate_of=before.id)


def _link_parts(counts: list[Count], text: Text) -> None:
    for index, whole in enumerate(counts):
        for part in _summands(index, counts, text):
            if counts[part].part_of is None:
                counts[part] = replace(counts[part], part_of=whole.id)
    for index, count in enumerate(counts):
        if count.part_of is None and (found := _whole_named(index, counts, text)) is not None:
            counts[index] = replace(count, part_of=found)


def _summands(index: int, counts: Sequence[Count], text: Text) -> list[int]:
    """The counts of the same measure shortly behind a whole that add up to it: "8 + 13 = 21"."""
    whole = counts[index]
    if whole.value_to is not None or whole.measure in ("share", "target_rate"):
        return []
    last = text.sentence_at(whole.start) + _REACH
    same = [
        later
        for later in range(index + 1, len(counts))
        if counts[later].measure == whole.measure
        and counts[later].status == whole.status
        and text.sentence_at(counts[later].start) <= last
        and _head(counts[later]) is not None
    ]
    for first in range(len(same)):
        total: float = 0
        for stop in range(first, len(same)):
            total += counts[same[stop]].value
            if total >= whole.value:
                if total == whole.value and stop > first:
                    return same[first : stop + 1]
                break
    return []


def _whole_named(index: int, counts: Sequence[Count], text: Text) -> str | None:
    """The whole that "trong đó …" goes back to: the last count of the same kind in front of those words."""
    count = counts[index]
    sentence = text.sentences[text.sentence_at(count.start)]
    markers = [*load("links").pattern("of_which").finditer(text.lower, sentence.start, count.start + 1)]
    marker = markers[-1] if markers else None
    if marker is None or ";" in text.lower[marker.end() : count.start]:
        return None
    for earlier in reversed(counts[:index]):
        if earlier.start >= marker.start():
            continue
        if text.sentence_at(count.start) - text.sentence_at(earlier.start) > 1:
            return None
        fits = earlier.measure == count.measure or (_is_people(earlier) and _is_people(count))
        if fits and earlier.value > count.value and earlier.unit != "%" and count.unit != "%":
            return earlier.id
    return None


def _is_people(count: Count) -> bool:
    return count.measure in load("links").tables["kinds"]["people"]


def _link_repeats(counts: list[Count]) -> None:
    for index, count in enumerate(counts):
        for earlier in counts[:index]:
            if earlier.repeats is None and _same_statement(earlier, count):
                counts[index] = replace(count, repeats=earlier.id)
                break


def _same_statement(earlier: Count, later: Count) -> bool:
    """Whether a later count says what an earlier one said: the same number, or the exact one of a rounded one."""
    if earlier.measure != later.measure or earlier.per != later.per or earlier.part_of != later.part_of is not None:
        return False
    if earlier.value_to != later.value_to or not _may_be_one(earlier.organisation, later.organisation):
        return False
    if _periods_differ(earlier, later):
        return False
    if earlier.value == later.value:
        if earlier.measure == "share":
            return _same_words(earlier.of, later.of)
        return _head(earlier) == _head(later) or (earlier.value >= _FEW and earlier.measure != "other")
    if earlier.measure in ("share", "target_rate", "other"):
        return False
    return _rounds(earlier, later) and (earlier.measure == "amount" or _head(earlier) == _head(later))


def _rounds(earlier: Count, later: Count) -> bool:
    if later.qualifier is not Qualifier.EXACT or not later.value:
        return False
    off = (later.value - earlier.value) / later.value
    if earlier.qualifier is Qualifier.OVER:
        return 0 < off < _ROUGH
    if earlier.qualifier is Qualifier.NEARLY:
        return -_ROUGH < off < 0
    return earlier.qualifier is Qualifier.ABOUT and abs(off) < _ROUGH


def _may_be_one(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _periods_differ(earlier: Count, later: Count) -> bool:
    known = (earlier.first_day or earlier.last_day) and (later.first_day or later.last_day)
    return bool(known) and (earlier.first_day, earlier.last_day) != (later.first_day, later.last_day)


def _same_words(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.lower().split()[:6] == other.lower().split()[:6]


def _head(count: Count) -> str | None:
    words = count.unit.lower().replace(",", " ").split()
    return next((word for word in words if word not in load("links").lists["classifiers"]), None)


def _same_sentence(one: Count, other: Count, text: Text) -> bool:
    return text.sentence_at(one.start) == text.sentence_at(other.start)


def settle_restated(counts: Sequence[Count], title_end: int) -> list[Count]:
    """The counts with what another statement of the same thing says and they leave open.

    A headline is too short for status, period and owner: its counts take all three from the text under it. The others
    take the period, if they have none.
    """
    statements: dict[str, list[Count]] = {}
    for count in counts:
        statements.setdefault(count.repeats or count.id, []).append(count)
    return [_settled(count, statements[count.repeats or count.id], count.end <= title_end) for count in counts]


def _settled(count: Count, statements: Sequence[Count], in_headline: bool) -> Count:
    if in_headline:
        body = next((other for other in statements if other.start > count.start), None)
        if body is not None:
            count = replace(count, status=body.status, organisation=body.organisation or count.organisation)
            count = replace(count, first_day=body.first_day, last_day=body.last_day)
    if count.first_day or count.last_day:
        return count
    dated = next((other for other in statements if other.first_day or other.last_day), count)
    return replace(count, first_day=dated.first_day, last_day=dated.last_day)
