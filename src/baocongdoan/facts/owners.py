"""Whose number it is: the body that did it, or whose people it is about.

The doer is the name in front of the number that no preposition makes an object, in its own clause first; a sentence
without a doer goes on with the one of the sentences before it in the paragraph, and then it is the union the article
speaks of. A lower level that is set against a named union ("công đoàn cấp trên trực tiếp cơ sở tổ chức 13 lớp") has no
name, and a sentence that speaks of a place, of wages or of prices has no doer.
"""

from __future__ import annotations

from ..language.text import Span, Text
from ..lexicon.loader import load
from ..mentions.quantities import Quantity
from ..records import Level, OrganisationType, Role, Status
from .organisations import Directory, ResolvedMention
from .periods import is_pay

__all__ = ["Owners"]

_LOOK_BACK = 40
_SELDOM = frozenset({OrganisationType.PRESS, OrganisationType.PARTY})
_PEOPLE_OF = frozenset({"training_participants"})  # people trained elsewhere belong to their own union
_OF_NOBODY = frozenset(
    {"other", "share", "homes", "workers_total", "enterprises_total", "amount"}
)  # what a place has, too
_STAFF = frozenset({"strikers", "workers_total", "other"})
_NAME_BEHIND = 80  # code points within which the name of an employer ends
_LISTED = (", ", " và ", " và các ", "; ")
_AT_EVENT = frozenset({"event_participants", "workers_total", "members_total"})


class Owners:
    """The doers of an article, asked count by count in the order of the text."""

    def __init__(self, text: Text, directory: Directory) -> None:
        self._text = text
        self._directory = directory
        self._main = next((m for m in directory.mentions if m.name == directory.main), None)
        self._nobody: set[int] = set()  # sentences that speak of no body
        self._of_article = self._doer_of_lead() or directory.main

    def of(self, quantity: Quantity, measure: str, status: Status) -> str | None:
        """The canonical name of the body that a quantity belongs to; null where nothing tells."""
        if status is Status.CRITERION:
            return None
        index = self._text.sentence_at(quantity.number.span.start)
        sentence, position = self._text.sentences[index], quantity.number.span.start
        doers = self._doers(sentence, position, with_officers=measure not in _AT_EVENT)
        clause = Span(self._text.lower.rfind(";", sentence.start, position) + 1 or sentence.start, position)
        in_clause = [mention for mention in doers if mention.span.start >= clause.start]
        lower_level = self._last("lower_level", clause)
        if lower_level is not None and doers and (not in_clause or lower_level > in_clause[-1].span.end):
            return None
        whole_area = self._last("whole_area", clause)
        if whole_area is not None and not (in_clause and in_clause[-1].span.end > whole_area):
            return self._of_article
        employer = self._employer(quantity, measure)
        if employer is not None:
            return employer
        if in_clause or doers:
            return in_clause[-1].name if in_clause else doers[0].name
        agent = None if measure in _PEOPLE_OF else self._agent_behind(quantity, sentence)
        if agent is not None:
            return agent.name
        if self._speaks_of_nobody(quantity, measure, sentence):
            self._nobody.add(index)
            return None
        if index - 1 in self._nobody and measure in _OF_NOBODY:
            self._nobody.add(index)
            return None
        return self._from_before(index)

    def _employer(self, quantity: Quantity, measure: str) -> str | None:
        """The firm or school whose people are counted: "1.000 công nhân Công ty …"."""
        if measure not in _STAFF or quantity.unit is None:
            return None
        behind = self._directory.within(Span(quantity.unit.start, quantity.unit.end + _NAME_BEHIND))
        for mention in behind[:1]:
            gap = self._text.lower[quantity.unit.end : mention.span.start]
            if mention.type in (OrganisationType.ENTERPRISE, OrganisationType.SCHOOL) and gap.strip() in ("", "của"):
                return mention.name
        return None

    def _doers(self, sentence: Span, end: int, *, with_officers: bool) -> list[ResolvedMention]:
        """The bodies that act in a sentence in front of an offset; an officer stands for the union if none does."""
        lexicon, lower = load("owners"), self._text.lower
        doers, by_officer = [], []
        rejected = -1  # where the last name that is no doer ends: one listed behind it is none either
        for mention in self._directory.within(Span(sentence.start, end)):
            start = mention.span.start
            low = max(sentence.start, start - _LOOK_BACK)
            if lexicon.pattern("topic").fullmatch(lower, sentence.start, start) or (
                lexicon.pattern("source").match(lower, low, start)
            ):
                doers.append(mention)
            elif lexicon.pattern("not_the_doer").match(lower, low, start) or lower[rejected:start] in _LISTED:
                rejected = mention.span.end
            elif lexicon.pattern("officer_before").match(lower, low, start):
                if mention.type is OrganisationType.UNION:
                    by_officer.append(mention)
            elif self._may_act(mention):
                doers.append(mention)
        return doers or (by_officer[:1] if with_officers else [])

    def _may_act(self, mention: ResolvedMention) -> bool:
        """The Party, the press and the national union in another union's article act only with a verb behind."""
        is_guest = mention.level is Level.NATIONAL and self._main is not None and self._main.level is not Level.NATIONAL
        if not is_guest and mention.type not in _SELDOM:
            return True
        return load("owners").pattern("verb_behind").match(self._text.lower, mention.span.end) is not None

    def _last(self, name: str, clause: Span) -> int | None:
        """Where the last match of a pattern of the lexicon begins in the clause."""
        found = [*load("owners").pattern(name).finditer(self._text.lower, clause.start, clause.end)]
        return found[-1].start() if found else None

    def _agent_behind(self, quantity: Quantity, sentence: Span) -> ResolvedMention | None:
        named = self._directory.within(Span(quantity.span.end, max(sentence.end, quantity.span.end)))
        return next((mention for mention in named if self._follows_an_agent_word(quantity, mention)), None)

    def _follows_an_agent_word(self, quantity: Quantity, mention: ResolvedMention) -> bool:
        pattern, end = load("owners").pattern("agent_behind"), mention.span.start
        return mention.type not in _SELDOM and pattern.fullmatch(self._text.lower, quantity.span.end, end) is not None

    def _speaks_of_nobody(self, quantity: Quantity, measure: str, sentence: Span) -> bool:
        lexicon, lower, position = load("owners"), self._text.lower, quantity.number.span.start
        if lexicon.pattern("nobody").match(lower, sentence.start):
            return True
        if measure == "other" and lexicon.pattern("suffered").match(lower, quantity.number.span.end):
            return True
        if measure in ("other", "share") and lexicon.pattern("economy").search(lower, sentence.start, position):
            return True
        if measure in _OF_NOBODY and self._is_said_by_others(sentence, position):
            return True
        if measure == "other" and quantity.unit_class == "enterprise" and self._is_subject(quantity, sentence):
            return True
        is_money = measure == "amount" or quantity.unit_class == "percent"
        return is_money and measure != "target_rate" and is_pay(self._text, sentence, position)

    def _is_said_by_others(self, sentence: Span, position: int) -> bool:
        """Whether an officer of another body than a union says it."""
        lower = self._text.lower
        for mention in self._directory.within(Span(sentence.start, position)):
            low = max(sentence.start, mention.span.start - _LOOK_BACK)
            if mention.type is not OrganisationType.UNION and (
                load("owners").pattern("officer_before").match(lower, low, mention.span.start)
            ):
                return load("owners").pattern("says").search(lower, sentence.start, position) is not None
        return False

    def _is_subject(self, quantity: Quantity, sentence: Span) -> bool:
        """Whether the counted things stand at the front of their clause and act themselves."""
        before = self._text.lower[sentence.start : quantity.number.qualified.start].rstrip()
        return not before or before[-1] in ",;:"

    def _from_before(self, index: int) -> str | None:
        """The doer of the sentences before, within the paragraph; else the union spoken of.

        A headline takes the doer of the lead.
        """
        line = self._text.lines[self._text.line_at(self._text.sentences[index].start)]
        if line.role is Role.TITLE:
            return self._of_article
        for earlier in range(index - 1, -1, -1):
            sentence = self._text.sentences[earlier]
            if sentence.start < line.span.start:
                break
            if earlier in self._nobody:
                return None
            doers = self._doers(sentence, sentence.end, with_officers=True)
            if doers:
                return doers[0].name
        return self._of_article

    def _doer_of_lead(self) -> str | None:
        """The first union that acts in the lead or, where none does there, in the headline."""
        for line in [line for line in self._text.lines if line.role is not Role.TITLE][:1] + list(self._text.lines[:1]):
            for doer in self._doers(line.span, line.span.end, with_officers=False):
                if doer.type is OrganisationType.UNION:
                    return doer.name
        return None
