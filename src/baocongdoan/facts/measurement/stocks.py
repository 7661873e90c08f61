"""Whether a number can be all there are of something, or how large the firms meant are."""

from __future__ import annotations

from ...language.text import Text
from ...lexicon.loader import pattern_of, words
from ...mentions.quantities import Quantity
from ...records import Qualifier

__all__ = ["BODIES", "PEOPLE", "are_attendances", "is_no_stock", "is_restricted", "is_size_of_a_firm"]

_LOOK_BACK = 60  # code points in front of a number in which the firms stand that it tells the size of
_PLACE = 20  # code points in front of a number in which a word of place stands

BODIES = frozenset({"union", "enterprise"})
"""Classes of units that unions and firms are counted in."""

PEOPLE = frozenset({"member", "worker", "person", "officer", "trainee", "attendance", "delegate"})
"""Classes of units that people are counted in."""


def is_size_of_a_firm(text: Text, quantity: Quantity) -> bool:
    """Whether it says how large the firms meant are, without "trở lên": "đơn vị dưới 10 lao động", "nơi có từ 25 …"."""
    if quantity.unit_class not in ("worker", "member"):
        return False
    start = quantity.number.qualified.start
    if quantity.number.qualifier is not Qualifier.AT_MOST and not text.lower.endswith(" từ ", 0, start):
        return False
    return pattern_of("quantities", "sized_from").match(text.lower, max(0, start - _LOOK_BACK), start) is not None


def is_no_stock(text: Text, quantity: Quantity) -> bool:
    """Whether it can't be all there are: attendances ("lượt …"), "4/37", some of them, a place ("tại 9 …")."""
    if are_attendances(quantity) or quantity.number.whole is not None:
        return True
    if pattern_of("quantities", "out_of").match(text.lower, quantity.number.span.end):
        return True
    if pattern_of("quantities", "some_of_them").match(text.lower, quantity.span.end):
        return True
    if quantity.unit_class in PEOPLE and pattern_of("quantities", "served").match(text.lower, quantity.span.end):
        return True
    if pattern_of("quantities", "hit_within").search(quantity.unit_text.lower()):
        return True
    if quantity.unit_text.lower().startswith(words("quantities", "no_stocks")):
        return True
    if quantity.unit_class in BODIES and is_restricted(text, quantity):
        return True
    start = quantity.number.qualified.start
    return pattern_of("quantities", "place_before").match(text.lower, max(0, start - _PLACE), start) is not None


def is_restricted(text: Text, quantity: Quantity) -> bool:
    """Whether only those bodies are counted that do, have or lack something."""
    return (
        quantity.unit is not None
        and pattern_of("quantities", "restricted").match(text.lower, quantity.unit.start) is not None
    )


def are_attendances(quantity: Quantity) -> bool:
    """Whether attendances are counted: "lượt người"."""
    return quantity.unit_text.lower().startswith(words("quantities", "attendances"))
