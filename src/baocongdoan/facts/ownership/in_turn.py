"""Whose numbers are that a sentence tells of several bodies in turn: "LĐLĐ A và LĐLĐ B lần lượt kết nạp 90 và 70 …"."""

from __future__ import annotations

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ..entities.organisations import Directory, ResolvedMention

__all__ = ["one_in_turn"]

_FEWEST = 2


def one_in_turn(text: Text, directory: Directory, sentence: Span, position: int) -> ResolvedMention | None:
    """The body that a number belongs to, which stands behind "lần lượt" where as many numbers do as bodies before it.

    The bodies are those of the sentence, else all of the sentence before: "… Hai nơi chi lần lượt 90 và 70 triệu".
    """
    told = pattern_of("owners", "in_turn").search(text.lower, sentence.start, position)
    if told is None:
        return None
    end = text.lower.find(";", told.end(), sentence.end)
    numbers = [
        found.start()
        for found in pattern_of("owners", "figure").finditer(text.lower, told.end(), end if end >= 0 else sentence.end)
    ]
    bodies = directory.within(Span(sentence.start, told.start()))
    if not bodies and sentence.start:
        bodies = directory.within(text.sentence_around(sentence.start - 1))
    if len(bodies) < _FEWEST or len(bodies) != len(numbers) or len({body.name for body in bodies}) < len(bodies):
        return None
    if position not in numbers or len({body.type for body in bodies}) > 1:
        return None
    return bodies[numbers.index(position)]
