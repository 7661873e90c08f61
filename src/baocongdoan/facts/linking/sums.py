"""Parts that add up to a whole told before them: "8 + 13 = 21"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, takewhile

from ...language.text import Text
from ...lexicon.loader import pattern_of
from ...records import Count
from ..measurement.measure_rules import OTHER
from .ties import FEW, MIXED, MOST, REACH, Ties, are_of_one_kind, same_sentence

__all__ = ["summands", "told_far_below"]

_BODY = "union"  # a class of units of which no group or person is one


def summands(index: int, counts: Sequence[Count], text: Text, ties: Ties) -> list[int]:
    """The counts of the same thing shortly behind a whole that add up to it: "8 + 13 = 21"."""
    whole = counts[index]
    if whole.value_to is not None or whole.measure in ("share", "target_rate") or whole.id in ties.seconds:
        return []
    if whole.per is not None:
        return list(_run_that_adds_up(whole.value, _sums_listed_behind(index, counts, text), counts))
    last = text.sentence_at(whole.start) + REACH
    near = takewhile(
        lambda i: text.sentence_at(counts[i].start) <= last, range(index + 1, min(len(counts), index + MOST))
    )
    same = [
        later
        for later in near
        if counts[later].measure == whole.measure
        and (counts[later].status == whole.status or same_sentence(counts[later], whole, text))
        and counts[later].per is None
        and (whole.measure != OTHER or are_of_one_kind(counts[later], whole, ties))
        and not (whole.measure in MIXED and ties.kinds[whole.id] == _BODY != ties.kinds[counts[later].id])
    ]
    summed: list[int] = []
    first = 0
    while first < len(same):  # one whole may be divided twice: "10 đại biểu, gồm 1 …, 9 …; theo khối có 5 …, 5 …"
        run = _run_that_adds_up(whole.value, same[first:], counts) if _may_begin(first, same, counts, text) else ()
        summed += run
        first += len(run) or 1
        if run and whole.value < FEW:
            break
    listed = _listed_behind(index, counts, text)
    return (
        summed or list(_run_that_adds_up(whole.value, listed, counts)) or _all_but_the_rest(whole, listed, counts, text)
    )


def _may_begin(first: int, places: Sequence[int], counts: Sequence[Count], text: Text) -> bool:
    """Whether a list of parts may begin there, and not in its middle: "6 tập thể và | 20 cá nhân; 5 tập thể".

    Nor does it begin in the brackets that tell parts of a part: "huyện chi 38 tỷ (cấp huyện | 6 tỷ; …), 24 tỷ …".
    """
    if first == 0:
        return True
    before, count = counts[places[first - 1]], counts[places[first]]
    opens, closes = (text.lower.rfind(mark, before.end, count.start) for mark in "()")
    if opens > closes and places[first] == places[first - 1] + 1:
        return False
    return pattern_of("links", "goes_on").fullmatch(text.lower, before.end, count.start) is None


def told_far_below(index: int, counts: Sequence[Count], text: Text, ties: Ties) -> list[int]:
    """The parts of what a headline sums up, which one sentence tells wherever it stands."""
    whole = counts[index]
    if whole.value < FEW or whole.value_to is not None or whole.measure in ("share", "target_rate"):
        return []
    same = [
        later
        for later in range(index + 1, min(len(counts), index + MOST))
        if counts[later].measure == whole.measure
        and counts[later].per is None is counts[later].value_to
        and (whole.measure != OTHER or are_of_one_kind(counts[later], whole, ties))
    ]
    for _, told in groupby(same, lambda i: text.sentence_at(counts[i].start)):
        if run := _run_that_adds_up(whole.value, list(told), counts):
            return list(run)
    return []


def _sums_listed_behind(index: int, counts: Sequence[Count], text: Text) -> list[int]:
    """The sums that a price is made up of: "mỗi suất 500.000 đồng (gồm 300.000 đồng tiền mặt và …)"."""
    whole = counts[index]
    if whole.measure != "amount":
        return []
    listed = _in_the_list_behind(index, counts, text)
    return [later for later in listed if counts[later].measure == "amount" and counts[later].per in (None, whole.per)]


def _listed_behind(index: int, counts: Sequence[Count], text: Text) -> list[int]:
    """The counts, whatever they are called, that "gồm", a colon or brackets list behind a whole in its sentence."""
    whole = counts[index]
    if whole.value < FEW or whole.measure == "amount":
        return []
    listed = _in_the_list_behind(index, counts, text)
    return [later for later in listed if counts[later].measure not in ("amount", "share", "target_rate")]


def _all_but_the_rest(whole: Count, listed: Sequence[int], counts: Sequence[Count], text: Text) -> list[int]:
    """Parts that fall short of the whole because the last has no number: "900 suất: 500 suất ở A, còn lại ở B"."""
    parts = [later for later in listed if counts[later].measure == whole.measure != OTHER]
    if not parts or sum(counts[later].value for later in parts) >= whole.value:
        return []
    last = counts[parts[-1]].end
    rest = pattern_of("links", "the_rest").search(text.lower, last, text.sentence_around(last).end)
    return parts if rest is not None else []


def _in_the_list_behind(index: int, counts: Sequence[Count], text: Text) -> Sequence[int]:
    """The counts of a whole's sentence behind words or marks that open a list of its parts; none without them."""
    whole = counts[index]
    if index + 1 == len(counts):
        return ()
    between = text.lower[whole.end : counts[index + 1].start]
    if pattern_of("links", "lists_parts").search(between) is None:
        return ()
    behind = range(index + 1, min(len(counts), index + MOST))
    return list(takewhile(lambda i: same_sentence(counts[i], whole, text), behind))


def _run_that_adds_up(value: float, places: Sequence[int], counts: Sequence[Count]) -> Sequence[int]:
    """The first two or more of the counts if they come to the value."""
    total: float = 0
    for length, place in enumerate(places, start=1):
        total += counts[place].value
        if total >= value:
            return places[:length] if total == value and length > 1 else ()
    return ()
