"""Words in front of a head by which it speaks of many bodies, and not of one: "các LĐLĐ huyện", "cán bộ công đoàn"."""

from __future__ import annotations

from collections.abc import Mapping

from ..language.text import Text
from ..lexicon.loader import pattern_of, words

__all__ = ["are_counted", "are_people_before", "speaks_of_many"]

_LEXICON = "organisations"
_REACH = 40  # code points in front of a head


def speaks_of_many(text: Text, start: int, values: Mapping[str, object]) -> bool:
    """Whether the head at an offset speaks of bodies of its kind at large; ``values`` are those of its entry.

    >>> union = {"type": "union", "tail": "field"}
    >>> [speaks_of_many(Text.plain(f"{front}Công đoàn"), len(front), union) for front in ("hoạt động ", "Chiều qua, ")]
    [True, False]
    >>> [speaks_of_many(Text.plain(f"{front}Công đoàn"), len(front), union) for front in ("nữ công ", "Ban Nữ công ")]
    [True, False]
    """
    before = text.lower[max(0, start - _REACH) : start].rstrip()
    is_union = values["type"] == "union"
    lists = ["plural", *["generic_before"] * is_union, *["institution_before"] * (not values.get("institution"))]
    if not any(_ends_with_word(before, word) for name in lists for word in words(_LEXICON, name)):
        return False
    if is_union and pattern_of(_LEXICON, "organ_in_front").search(before):
        return False
    # a sector's union is one at all its levels: "các cấp Công đoàn Y tế Việt Nam"
    return values["tail"] != "field" or pattern_of(_LEXICON, "levels_in_front").search(before) is None


def are_people_before(text: Text, start: int) -> bool:
    """Whether the head is printed as a name and people of that union stand before it: "đoàn viên Công đoàn"."""
    before = text.lower[max(0, start - _REACH) : start].rstrip()
    return text.folded[start].isupper() and any(
        _ends_with_word(before, word) for word in words(_LEXICON, "people_before")
    )


def are_counted(text: Text, start: int) -> bool:
    """Whether a number stands in front of a head: "3 LĐLĐ huyện" are no body."""
    before = text.lower[max(0, start - _REACH) : start]
    return pattern_of(_LEXICON, "number_in_front").search(before) is not None


def _ends_with_word(before: str, word: str) -> bool:
    return before.endswith(word) and not before[: -len(word)][-1:].isalpha()
