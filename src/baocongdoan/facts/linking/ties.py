"""What the linking of counts knows of them beside their fields, and how it compares them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ...language.text import Text
from ...records import Count

__all__ = ["FEW", "MIXED", "MOST", "REACH", "Ties", "are_of_one_kind", "are_of_one_sort", "same_sentence"]

REACH = 4
"""Sentences within which parts that add up to a whole may stand."""

MOST = 50
"""Statements of one value that a count is compared with."""

MIXED = frozenset({"gifts", "awards"})
"""Measures of many kinds of things."""

FEW = 10
"""Below this, equal numbers of different things are no restatement by themselves."""


class Ties(Struct, frozen=True):
    """What the linking must know of each count beside its fields, by ``id``.

    ``kinds`` is what is counted (a unit class or a head noun), ``sorts`` the same more roughly (people, bodies, or
    "" for other classes; nothing for a noun of no class), ``wholes`` the second number of "11/14 vụ", ``ranks`` how far
    below the Confederation each body stands, ``headline`` where the headline ends, ``seconds`` the second numbers
    that are counts of their own: "2.400/2.610 CĐCS".
    """

    kinds: Mapping[str, str]
    sorts: Mapping[str, str | None]
    wholes: Mapping[str, int | float]
    ranks: Mapping[str, int]
    headline: int
    seconds: frozenset[str] = frozenset()


def are_of_one_kind(one: Count, other: Count, ties: Ties) -> bool:
    """Whether the same is counted: units of one class, or one noun."""
    return ties.kinds[one.id] == ties.kinds[other.id]


def are_of_one_sort(whole: Count, part: Count, ties: Ties) -> bool:
    """Whether both count people, or both bodies; a noun of no class may name people if the whole does."""
    sort = ties.sorts[whole.id]
    return bool(sort) and ties.sorts[part.id] in (sort, None)


def same_sentence(one: Count, other: Count, text: Text) -> bool:
    """Whether both stand in one sentence."""
    return text.sentence_at(one.start) == text.sentence_at(other.start)
