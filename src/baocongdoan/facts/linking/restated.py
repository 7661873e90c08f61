"""What counts take from others that state the same thing: a headline from the text, a part from its whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...records import Count, Status
from ..measurement.measure_rules import OTHER, STOCKS
from .links import rounds
from .ties import Ties, are_of_one_kind

__all__ = ["anticipated_measure", "settle_restated"]


def anticipated_measure(headline: Count, body: Sequence[Count], ties: Ties) -> str:
    """The measure of a headline's count, by the statement under it where the headline itself is too short to tell."""
    if headline.measure not in (OTHER, *STOCKS.values()):
        return headline.measure
    for count in body:
        if are_of_one_kind(headline, count, ties) and (headline.value == count.value or rounds(headline, count)):
            return count.measure
    return headline.measure


def settle_restated(counts: Sequence[Count], ties: Ties) -> list[Count]:
    """The counts with what another statement of the same thing says and they leave open.

    A headline is too short for status, period and owner: its counts take all three from the text under it. The others
    take the period and the owner, if they have none.
    """
    statements: dict[str, list[Count]] = {}
    for count in counts:
        statements.setdefault(count.repeats or count.id, []).append(count)
    fullest = {
        name: (
            next((count for count in stated if count.first_day or count.last_day), stated[0]),
            next((count for count in stated if count.organisation), stated[0]),
        )
        for name, stated in statements.items()
    }
    settled = []
    for stated in counts:
        count, name = stated, stated.repeats or stated.id
        if count.end <= ties.headline:
            count = _as_in_text(count, statements[name])
        dated, owned = fullest[name]
        if not (count.first_day or count.last_day) and (dated.first_day or dated.last_day):
            count = replace(count, first_day=dated.first_day, last_day=dated.last_day)
        if count.organisation is None and owned.organisation and count.status is not Status.CRITERION:
            count = replace(count, organisation=owned.organisation)
        settled.append(count)
    by_id = {count.id: count for count in settled}
    return [_with_period_of_whole(count, by_id) for count in settled]


def _with_period_of_whole(count: Count, by_id: Mapping[str, Count]) -> Count:
    """A part without a time of its own is of its whole's: "…, tính đến hết tháng 8 có 90 người vay. Trong số đó …"."""
    whole = by_id.get(count.part_of or "")
    if whole is None or count.first_day or count.last_day or whole.status is not count.status:
        return count
    return replace(count, first_day=whole.first_day, last_day=whole.last_day)


def _as_in_text(headline: Count, statements: Sequence[Count]) -> Count:
    """A headline's count with status, period and owner of the first statement under it."""
    body = next((other for other in statements if other.start > headline.start), None)
    if body is None:
        return headline
    return replace(
        headline,
        status=body.status,
        organisation=body.organisation or headline.organisation,
        first_day=body.first_day,
        last_day=body.last_day,
    )
