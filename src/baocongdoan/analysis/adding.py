"""Which results may be added to each other, so that nothing is counted twice.

All within one group of a question (a province and a year, say). Results of the same organisation that share days are
one too many: the longer period is taken. Results of unions below another are, where its total covers them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from .owners import Owner, Rank
from .periods import Period, spans
from .reconciling import Result
from .statements import Key, Reason

__all__ = ["LeftOut", "Sum", "add"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A result that is not in a sum: why, and one of those in the sum for whose sake it is not."""

    result: Result
    reason: Reason
    beside: Result | None = None


@dataclass(slots=True)
class Sum:
    """The results that were added up, and those that were not."""

    taken: list[Result] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def value(self) -> float:
        """What the results come to."""
        return sum(result.value for result in self.taken)

    def leave(self, result: Result, reason: Reason, beside: Result | None) -> None:
        """Leave a result out."""
        self.left_out.append(LeftOut(result, reason, beside))


def add(results: Iterable[Result], *, is_stock: bool) -> Sum:
    """The sum of the results of a group."""
    results = list(results)
    sum_ = Sum()
    if len(results) == 1:
        sum_.taken = results
        return sum_
    tree = _Country()
    for owner, own in _by_owner(_without_parts(results, sum_)).items():
        tree.plant(owner, _latest(own, sum_) if is_stock else _timeline(own, sum_))
    sum_.taken = tree.covered(sum_, _below_stock if is_stock else _below)
    return sum_


def _by_owner(results: Iterable[Result]) -> dict[Owner | int, list[Result]]:
    """The results of each owner; what has none stands alone."""
    owned: defaultdict[Owner | int, list[Result]] = defaultdict(list)
    for number, result in enumerate(results):
        owned[result.key.owner or number].append(result)
    return owned


def _without_parts(results: Sequence[Result], sum_: Sum) -> list[Result]:
    """The results but for those that articles call parts of others that are here."""
    here: dict[Key, int] = {result.key: place for place, result in enumerate(results)}
    parts: set[Key] = set()
    kept = []
    for result in results:
        # The first of several: a set has its keys in another order each time.
        place = min((here[key] for key in result.wholes if key in here and key not in parts), default=None)
        if place is None or results[place] is result:
            kept.append(result)
        else:
            parts.add(result.key)
            sum_.leave(result, Reason.PART, results[place])
    return kept


# ---- one organisation ----------------------------------------------------------------------------------------------


_Below = Callable[[list[Result], list[Result], Sum], list[Result]]


def _latest(results: list[Result], sum_: Sum) -> list[Result]:
    """Of a stock the latest day."""
    latest = max(results, key=lambda result: (result.key.period.last or 0, result.value))
    for result in results:
        if result is not latest:
            reason = Reason.EARLIER if result.key.period.is_told else Reason.UNDATED
            sum_.leave(result, reason, latest)
    return [latest]


def _timeline(results: list[Result], sum_: Sum) -> list[Result]:
    """Results that share no day, in their order: the longest is taken first."""
    if len(results) == 1:
        return results
    longest_first = sorted(
        results,
        key=lambda result: (result.key.period.is_told, result.key.period.days, result.key.period.end),
        reverse=True,
    )
    taken: list[Result] = []
    for result in longest_first:
        other = _meeting(taken, result.key.period)
        if other is None:
            taken.insert(bisect_right(taken, result.key.period.begin, key=_begin), result)
        else:
            sum_.leave(result, _reason(result.key.period, other.key.period), other)
    return taken


def _begin(result: Result) -> int:
    return result.key.period.begin


def _meeting(timeline: Sequence[Result], period: Period) -> Result | None:
    """One of the results that share no day which has a day of a period."""
    place = bisect_right(timeline, period.end, key=_begin)
    if place and timeline[place - 1].key.period.meets(period):
        return timeline[place - 1]
    return None


def _reason(period: Period, other: Period) -> Reason:
    if not period.is_told:
        return Reason.UNDATED
    return Reason.SHORTER if other.holds(period) else Reason.OVERLAPS


# ---- organisations above each other ---------------------------------------------------------------------------------


@dataclass(slots=True)
class _Province:
    """What there is on the ground of a province: of its union and of those below."""

    own: list[Result] = field(default_factory=list)
    below: list[Result] = field(default_factory=list)


class _Country:
    """All results of a group, each where its owner stands."""

    def __init__(self) -> None:
        self._own: list[Result] = []
        self._apart: list[Result] = []
        self._outside: list[Result] = []
        self._merged: defaultdict[str, _Province] = defaultdict(_Province)
        self._parts: defaultdict[str, defaultdict[str, _Province]] = defaultdict(lambda: defaultdict(_Province))

    def plant(self, owner: Owner | int, results: list[Result]) -> None:
        """Put the results of an owner where they belong."""
        self._place(owner).extend(results)

    def _place(self, owner: Owner | int) -> list[Result]:
        if isinstance(owner, int) or owner.rank is Rank.APART:
            return self._apart
        if owner.rank is Rank.COUNTRY:
            return self._own
        before, after = owner.place
        if owner.rank is Rank.OUTSIDE or after is None:
            return self._outside
        province = self._merged[after] if before is None else self._parts[after][before]
        return province.own if owner.rank is Rank.PROVINCE else province.below

    def covered(self, sum_: Sum, below: _Below) -> list[Result]:
        """What is left of the results when those that upper unions cover are left out."""
        provinces = []
        for after in {**self._merged, **self._parts}:
            merged = self._merged[after]
            parts = [each for part in self._parts[after].values() for each in below(part.own, part.below, sum_)]
            provinces += below(merged.own, [*merged.below, *parts], sum_)
        return [*below(self._own, [*provinces, *self._apart], sum_), *self._outside]


def _below_stock(upper: list[Result], lower: list[Result], sum_: Sum) -> list[Result]:
    """A stock of the upper union covers those below it, whatever their days."""
    if not upper:
        return lower
    for result in lower:
        sum_.leave(result, Reason.COVERED, upper[0])
    return upper


def _below(upper: list[Result], lower: list[Result], sum_: Sum) -> list[Result]:
    """Results of an upper union, none of which share a day, and those of unions below it that they do not cover.

    What the upper union's periods hold is covered. Where periods cross (half a year above, the whole year below) both
    sides tell of the same days: the side that comes to more is taken, for that many there were at least.
    """
    if not upper or not lower:
        return [*upper, *lower]
    upper = sorted(upper, key=_begin)
    held = spans(result.key.period for result in upper if result.key.period.is_told)
    crossing: list[Result] = []
    kept: list[Result] = []
    for result in lower:
        period = result.key.period
        if not period.is_told and held:
            sum_.leave(result, Reason.UNDATED, upper[0])
        elif (span := _span(held, period)) is None:
            (crossing if not held else kept).append(result)
        elif span.holds(period):
            sum_.leave(result, Reason.COVERED, _meeting(upper, period) or upper[0])
        else:
            crossing.append(result)
    for above, beneath in _knots(upper, crossing):
        more, less = (above, beneath) if Sum(above).value >= Sum(beneath).value else (beneath, above)
        kept += more
        for result in less:
            sum_.leave(result, Reason.OVERLAPS if result.key.period.is_told else Reason.UNDATED, more[0])
    return kept


def _span(held: Sequence[Period], period: Period) -> Period | None:
    """The span that has a day of a period; of several one that does not hold it."""
    place = bisect_right(held, period.end, key=attrgetter("begin"))
    return held[place - 1] if place and held[place - 1].meets(period) else None


def _knots(upper: Sequence[Result], lower: Sequence[Result]) -> list[tuple[list[Result], list[Result]]]:
    """The results of both sides in runs that share no day with each other, in the order of days."""
    knots: list[tuple[list[Result], list[Result]]] = []
    end = -1
    both = [*((result, 0) for result in upper), *((result, 1) for result in lower)]
    for result, side in sorted(both, key=lambda pair: _begin(pair[0])):
        if result.key.period.begin > end:
            knots.append(([], []))
        knots[-1][side].append(result)
        end = max(end, result.key.period.end)
    return knots
