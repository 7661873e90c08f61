"""Places that stand for their unions where each is given its number: "LĐLĐ huyện A 90 thẻ, huyện B 70 thẻ"."""

from __future__ import annotations

from msgspec import structs

from ...language.text import Text
from ...lexicon.loader import pattern_of, words
from ...mentions.places import place_at
from ...records import Level
from ..entities.organisations import Directory, ResolvedMention

__all__ = ["IN_TURN", "find_units_in_turn"]

IN_TURN = "owners.toml: next_unit"
_MOST = 30  # places of one list


def find_units_in_turn(text: Text, directory: Directory) -> tuple[ResolvedMention, ...]:
    """The districts behind the number of a district's union, each with a number of its own, as short mentions of their
    unions."""
    found: list[ResolvedMention] = []
    next_unit, has_number = pattern_of("owners", "next_unit"), pattern_of("owners", "its_number")
    kinds = words("places", "district_kinds")
    for union in directory.mentions:
        kind = next((kind for kind in kinds if f" {kind} " in union.name), None)
        if union.level is not Level.DISTRICT or kind is None:
            continue
        base, position = union.name[: union.name.index(f" {kind} ")], union.span.end
        for _ in range(_MOST):
            joint = next_unit.match(text.lower, position)
            place = place_at(text, joint.end()) if joint is not None else None
            if place is None or place.name is None or has_number.match(text.lower, place.span.end) is None:
                break
            name = f"{base} {place.kind} {place.name}"
            found.append(
                structs.replace(union, span=place.span, name_span=place.span, name=name, short=True, through=IN_TURN)
            )
            position = place.span.end
    return tuple(found)
