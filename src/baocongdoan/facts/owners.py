"""Whose number it is: the body that did it, or whose people it is about.

The doer is the name in front of the number that no preposition makes an object, in its own clause first; a sentence
without a name goes on with the doer of the one before it in the paragraph, and then it is the union the article speaks
of. A lower level that is set against a named union ("công đoàn cấp trên trực tiếp cơ sở tổ chức 13 lớp") has no name,
and a sentence that speaks of a place has no doer.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language.text import Span, Text
from ..lexicon.loader import load
from ..mentions.quantities import Quantity
from ..records import OrganisationType, Role, Status
from .organisations import Directory, ResolvedMention

__all__ = ["Owners"]

_LOOK_BACK = 40
_DOERS = frozenset(OrganisationType) - {OrganisationType.PRESS}
_PEOPLE_OF = frozenset({"training_participants"})  # people trained elsewhere belong to their own union


class Owners:
    """The doers of an article, asked count by count in the order of the text."""

    def __init__(self, text: Text, directory: Directory) -> None:
        self._text = text
        self._directory = directory
        self._carried: dict[int, str | None] = {}  # the doer that each sentence leaves behind

    def of(self, quantity: Quantity, measure: str, status: Status) -> str | None:
        """The canonical name of the body that a quantity belongs to; null where nothing tells."""
        if status is Status.CRITERION:
            return None
        index = self._text.sentence_at(quantity.number.span.start)
        owner = self._in_sentence(quantity, measure, index)
        if owner is not _UNTOLD:
            self._carried[index] = owner
            return owner
        return self._from_before(index)

    def _in_sentence(self, quantity: Quantity, measure: str, index: int) -> str | None:
        sentence = self._text.sentences[index]
        position = quantity.number.span.start
        named = [mention for mention in self._directory.within(sentence) if mention.type in _DOERS]
        doers = [mention for mention in named if mention.span.end <= position and self._is_doer(mention)]
        clause = Span(self._text.lower.rfind(";", sentence.start, position) + 1 or sentence.start, position)
        lower_level = self._lower_level(clause)
        in_clause = [mention for mention in doers if mention.span.start >= clause.start]
        if lower_level is not None and doers and (not in_clause or lower_level > in_clause[-1].span.end):
            return None
        if in_clause:
            return in_clause[-1].name
        if doers:
            return doers[0].name
        agent = None if measure in _PEOPLE_OF else self._agent_behind(quantity, named)
        if agent is not None:
            return agent.name
        if load("owners").pattern("nobody").match(self._text.lower, sentence.start):
            return None
        return _UNTOLD

    def _is_doer(self, mention: ResolvedMention) -> bool:
        lexicon, start = load("owners"), mention.span.start
        low = max(0, start - _LOOK_BACK)
        if lexicon.pattern("source").match(self._text.lower, low, start):
            return True
        return lexicon.pattern("not_the_doer").match(self._text.lower, low, start) is None

    def _lower_level(self, clause: Span) -> int | None:
        found = [*load("owners").pattern("lower_level").finditer(self._text.lower, clause.start, clause.end)]
        return found[-1].start() if found else None

    def _agent_behind(self, quantity: Quantity, named: Sequence[ResolvedMention]) -> ResolvedMention | None:
        found = load("owners").pattern("agent_behind").match(self._text.lower, quantity.span.end)
        if found is None:
            return None
        return next((mention for mention in named if 0 <= mention.span.start - found.end() <= 1), None)

    def _from_before(self, index: int) -> str | None:
        """The doer carried on from the sentence before, within the paragraph; else the union spoken of."""
        line = self._text.lines[self._text.line_at(self._text.sentences[index].start)]
        if line.role is Role.TITLE:
            return self._directory.main
        for earlier in range(index, -1, -1):
            if self._text.sentences[earlier].start < line.span.start:
                break
            if earlier in self._carried:
                return self._carried[earlier]
        return self._directory.main


_UNTOLD = "\0"  # no name of a body: nothing in the sentence tells
