"""Who acts in a sentence: the bodies named in front of a number that no word makes an object."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from itertools import filterfalse, takewhile

from msgspec import structs

from ...language.text import Span, Text
from ...lexicon.loader import pattern_of
from ...records import Level, OrganisationType
from ..entities.bodies import EMPLOYERS
from ..entities.organisations import Directory, ResolvedMention
from .levels import LEADING, LOWER
from .nobody import speaks_for_itself
from .parts import Part, acts, part_of, stands_before
from .subjects import acts_jointly

__all__ = ["Doers"]

_LOOK_BACK = 40
_CARRIED_OVER = 2  # sentences over which a doer is carried
_BY_OFFICER = "owners.toml: officer_before"
_LISTED = (", ", " và ", " và các ", "; ", " - ")


class Doers:
    """The bodies that act, sentence by sentence."""

    def __init__(self, text: Text, directory: Directory, nouns: Iterable[ResolvedMention]) -> None:
        """``nouns`` are other words that stand for bodies, in any order."""
        self._text, self._lead = text, text.lead  # which goes through all lines: not to be asked for each count
        self._directory = directory
        self._main = next((m for m in directory.mentions if m.name == directory.main), None)
        self._nouns = sorted(nouns, key=lambda noun: noun.span)
        self._noun_starts = [noun.span.start for noun in self._nouns]
        self._has_no_paragraphs = text.is_broken_up()
        self._first_by_sentence: dict[int, ResolvedMention | None] = {}  # of the sentences asked for so far

    def before(self, sentence: Span, end: int, *, with_officers: bool) -> list[ResolvedMention]:
        """The bodies that act in a sentence in front of an offset; an officer stands for the union if none does."""
        doers, by_officer = [], []
        at_place, listed_till = False, -1
        rejected = -1  # where the last name that is no doer ends: one listed behind it is none either
        for mention in self._named_or_meant(Span(sentence.start, end)):
            if self._is_in_brackets_behind(mention):
                continue
            joint = self._text.lower[rejected : mention.span.start]
            ends_clause = joint == "; " or (joint == ", " and (at_place or self._is_fronted(sentence)))
            is_listed = joint in _LISTED and not (ends_clause and acts(self._text, mention))
            is_listed = is_listed or (mention.span.start < listed_till and not acts(self._text, mention))
            part = (
                Part.OBJECT
                if is_listed
                else part_of(self._text, mention, sentence, end, is_guest=self._is_guest(mention))
            )
            if part is Part.DOER:
                doers.append(mention)
            elif part is Part.OFFICERS_BODY:
                says = pattern_of("owners", "says").search(self._text.lower, mention.span.end, end)
                by_officer += [mention] if with_officers or says else []
            elif part is Part.OBJECT:
                rejected, at_place = mention.span.end, stands_before(self._text, "at_place", mention)
                if stands_before(self._text, "list_opens", mention):
                    ends = self._text.lower.find(";", rejected, sentence.end)
                    listed_till = ends if ends >= 0 else sentence.end
        return doers or [structs.replace(mention, through=_BY_OFFICER) for mention in by_officer[:1]]

    def _is_in_brackets_behind(self, mention: ResolvedMention) -> bool:
        """Whether it but tells whose the body in front is: "Nhà máy Z90 (Bộ Quốc phòng) có 900 lao động"."""
        start = mention.span.start
        if not self._text.lower.endswith(" (", 0, start):
            return False
        last = self._directory.before(start)
        return last is not None and last.span.end == start - 2

    def _is_fronted(self, sentence: Span) -> bool:
        """Whether the sentence begins with those who helped: "Cùng với Thành đoàn A, LĐLĐ B tặng 97 suất quà"."""
        return pattern_of("owners", "fronted").match(self._text.lower, sentence.start) is not None

    def _named_or_meant(self, span: Span) -> list[ResolvedMention]:
        """The bodies that names or common nouns within the span mean."""
        first = bisect_left(self._noun_starts, span.start)
        last = bisect_left(self._noun_starts, span.end)
        nouns = [noun for noun in self._nouns[first:last] if noun.span.end <= span.end]
        return sorted((*self._directory.within(span), *nouns), key=lambda mention: mention.span)

    def _is_guest(self, mention: ResolvedMention) -> bool:
        """Whether it is the national union in another's article, and does nothing together with those behind it."""
        if mention.level is not Level.NATIONAL or self._main is None or self._main.level is Level.NATIONAL:
            return False
        return not acts_jointly(self._text, self._directory, mention)

    def carried_to(self, index: int, of_article: str | None) -> ResolvedMention | None:
        """The first doer of the paragraph where that is the article's union, else that of the nearest sentence that
        has one; an example given by the way is not carried on, and over the end of a line only unions and firms are."""
        opening = self._opening(index)
        opener = self.first_of(opening) if opening < index else None
        if opener is not None and opener.name == of_article:
            return opener
        nearest_first = range(index - 1, max(opening, index - _CARRIED_OVER) - 1, -1)
        doer = next(filter(None, map(self.first_of, nearest_first)), None)
        line = self._text.line_around(self._text.sentences[index].start).span
        if doer is not None and doer.span.end <= line.start and not speaks_for_itself(doer):
            return None
        return doer

    def _opening(self, index: int) -> int:
        """The first sentence of the paragraph; where the lines tell no paragraphs, the first that may go on so far."""
        sentence = self._text.sentences[index]
        if self._has_no_paragraphs and sentence.start > self._lead.end:
            return max(index - _CARRIED_OVER, self._text.sentence_at(self._lead.start))
        return self._text.sentence_at(self._text.paragraph_start(sentence.start))

    def first_of(self, index: int) -> ResolvedMention | None:
        """The body that acts first in a sentence; those whose officers only attend don't."""
        if index not in self._first_by_sentence:
            sentence = self._text.sentences[index]
            doers = self.before(sentence, sentence.end, with_officers=not self.tells_who_attends(sentence))
            wholes = takewhile(lambda doer: not self._is_part(doer), doers)
            self._first_by_sentence[index] = next(filterfalse(self._is_by_the_way, wholes), None)
        return self._first_by_sentence[index]

    def tells_who_attends(self, sentence: Span) -> bool:
        """Whether it opens as one does that lists the guests of an event."""
        return pattern_of("owners", "attendance").match(self._text.lower, sentence.start) is not None

    def _is_by_the_way(self, mention: ResolvedMention) -> bool:
        """Whether the body did only a part of what its sentence tells: "…, trong đó LĐLĐ tỉnh hỗ trợ 200 suất"; is a
        firm of whose people it tells: "100% lao động được Công ty đóng bảo hiểm"; or competes with others."""
        if mention.type in EMPLOYERS and stands_before(self._text, "acted_on_by", mention):
            return True
        if pattern_of("owners", "competes").match(self._text.lower, mention.span.end):
            return True
        return self._is_part(mention)

    def _is_part(self, mention: ResolvedMention) -> bool:
        """Whether parts of what was told begin with the body: those behind it are further examples, as a rule."""
        right_here, start = pattern_of("links", "of_which_right_here"), mention.span.start
        return right_here.match(self._text.lower, max(0, start - _LOOK_BACK), start) is not None

    def _speaker(self, lead: Span, in_headline: Collection[str]) -> ResolvedMention | None:
        """The union whose officer tells all that the lead tells; what a lower one did is an example then, unless the
        headline is on it."""
        first = next(iter(self.before(lead, lead.end, with_officers=False)), None)
        if first is None or first.level not in LOWER or first.name in in_headline:
            return None
        tells = self.before(lead, first.span.start, with_officers=False)
        return next((body for body in tells[:1] if body.level in LEADING and body.level is not first.level), None)

    def of_lead(self) -> str | None:
        """The first union that acts in the lead or, where none does there, in the headline.

        The Confederation is passed over for a union that acts beside it, unless the headline names it or the other is
        but an example of what it tells: "Theo Tổng LĐLĐ Việt Nam, … Trong đó, riêng LĐLĐ tỉnh A …".
        """
        headline = [line.span for line in self._text.lines[:1]]
        named = {m.name for line in headline for m in self._directory.within(line)}
        lead = self._lead
        clause = Span(lead.start, self._text.lower.find(";", lead.start, lead.end))
        # Behind a semicolon stand further bodies: the headline's comes before them.
        stretches = (clause, *headline, lead) if clause.end > 0 else (lead, *headline)
        if (speaker := self._speaker(lead, named)) is not None:
            return speaker.name
        all_doers = [self.before(stretch, stretch.end, with_officers=False) for stretch in stretches]
        main_doers = [takewhile(lambda doer: not self._is_by_the_way(doer), doers) for doers in all_doers]
        for doers in (*main_doers, *all_doers):
            unions = [doer for doer in doers if doer.type is OrganisationType.UNION]
            own = [
                union
                for union in unions
                if (union.level is not Level.NATIONAL or union.name in named)
                and not stands_before(self._text, "news_from", union)  # "Theo tin từ LĐLĐ tỉnh, CĐCS A đã họp"
            ]
            if unions:
                return (own or unions)[0].name
        return None
