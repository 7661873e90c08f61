"""The parts of a citation: each reads one part from where the citation has come to, and moves on behind it."""

from __future__ import annotations

from functools import cache, partial

import regex

from ..language.text import Span, Text
from ..lexicon.loader import Entry, load, pattern_of
from ..records import DocumentType
from .document_subjects import quoted_title, subject_end

__all__ = ["CitationParts", "pattern"]

_ISSUER = 150  # the longest name of an issuer
_NUMBER_BEHIND = 80  # the most that may stand between the noun and its number: "Nghị quyết của … số 20-NQ/TW"


pattern = partial(pattern_of, "documents")
"""The compiled pattern of an entry of the documents lexicon."""


@cache
def _needs_capitals(name: str) -> bool:
    return load("documents")[name].case


class CitationParts:
    """A citation that is being read from its noun to the right; ``_end`` is how far it has come."""

    def __init__(self, text: Text, noun: tuple[int, int], entry: Entry) -> None:
        sentence = text.sentence_around(noun[0])
        self._text, self._noun = text, Span(*noun)
        self._type = DocumentType(entry.values.get("type", entry.name))
        self._verbal = bool(entry.values.get("verbal"))
        self._sentence, self._limit = sentence.start, max(sentence.end, noun[1])
        self._end = noun[1]
        self._number: Span | None = None
        self._issued: Span | None = None
        self._issuer: Span | None = None
        self._term: Span | None = None
        self._subject: Span | None = None

    def _match(self, name: str, *, move: bool = True) -> regex.Match[str] | None:
        shadow = self._text.folded if _needs_capitals(name) else self._text.lower
        found = pattern(name).match(shadow, self._end, self._limit)
        if found and move:
            self._end = found.end()
        return found

    def _numbers(self) -> list[Span]:
        """The numbers directly behind the noun; "số" or what follows tells a bare number from a count."""
        start = self._end
        lead = self._match("before_number")
        numbers: list[Span] = []
        while (found := self._match("number", move=False)) is not None:
            announced = lead is not None and lead["announced"] is not None
            if found["bare"] and not (announced or self._is_citation_number(found, first=not numbers)):
                break
            numbers.append(Span(*found.span()))
            self._end = found.end()
            if not self._match("next_number", move=False):
                return numbers
            lead = self._match("next_number")
        self._end = numbers[-1].end if numbers else start
        return numbers

    def _is_citation_number(self, found: regex.Match[str], *, first: bool) -> bool:
        lower = self._text.lower
        if pattern("strict_follower").match(lower, found.end(), self._limit):
            return True
        if first and self._verbal and not self._capital(self._noun.start):
            return False
        follows = pattern("bare_follower").match(lower, found.end(), self._limit)
        return bool(follows) or (first and bool(pattern("next_number").match(lower, found.end(), self._limit)))

    def _details(self) -> None:
        """Date, term, issuer and year, in whatever order they come."""
        while self._issued_on() or self._of_term() or self._issued_by() or self._of_year():
            pass

    def _issued_on(self) -> bool:
        found = self._match("issued") if self._issued is None else None
        if found:
            self._issued = Span(*found.span("day"))
        return found is not None

    def _of_term(self) -> bool:
        found = self._match("term") if self._term is None else None
        if found:
            self._term = Span(*found.span("term"))
        return found is not None

    def _of_year(self) -> bool:
        return self._number is not None and self._subject is None and self._match("year_of_act") is not None

    def _issued_by(self) -> bool:
        if self._issuer is not None:
            return False
        start = self._end
        lead = self._match("issuer") or self._match("enacted")
        if lead is None:
            return False
        issuer = self._body(self._end)
        self._end = issuer.end
        passive = not lead.groupdict().get("active")
        settled = self._match("settled_by") if passive else None
        if passive and settled is None and not self._passed_by_assembly(issuer):
            self._end = start
            return False
        if settled and settled["term"]:
            self._term = Span(*settled.span("term"))
        self._issuer = issuer
        return True

    def _passed_by_assembly(self, issuer: Span) -> bool:
        """ "được Quốc hội khóa XIII" says enough of a law, even without the verb."""
        found = pattern("assembly").match(self._text.lower, issuer.start, issuer.end)
        return self._type is DocumentType.LAW and found is not None

    def _body(self, start: int) -> Span:
        lower = self._text.lower
        limit = min(self._limit, start + _ISSUER)
        comma = pattern("comma_body").match(lower, start, limit)
        stop = pattern("issuer_end").search(lower, comma.end() if comma else start, limit)
        return Span(start, stop.start() if stop else limit)

    def _subject_behind(self, *, verbs: bool = True) -> None:
        """The subject behind number, date and issuer: "về …", a quoted title, or what the act does."""
        if self._subject is not None:
            return
        start = self._end
        if (opening := self._match("quoted_title")) is not None:
            self._title_from(opening.end() - 1)
        elif (lead := self._match("about")) is not None:
            self._subject_from(self._end, asks=lead["verb"] is not None)
        elif verbs and (found := self._verb()) is not None:
            self._subject_from(found.end("to") if found.groupdict().get("to") else found.start("subject"), asks=True)
        if self._subject is None:
            self._end = start

    def _verb(self) -> regex.Match[str] | None:
        found = self._match("verb_subject", move=False)
        if found is None and self._type is DocumentType.DISPATCH:
            found = self._match("dispatch_subject", move=False)
        if found is None:
            return None
        bare = self._number is not None and self._text.lower[self._number.start : self._number.end].isdigit()
        if bare and not found.groupdict().get("to"):
            return found if pattern("safe_verb").match(found["subject"]) else None
        return found

    def _title_from(self, opening: int) -> None:
        self._subject = quoted_title(self._text, opening, self._limit)
        if self._subject is not None:
            self._end = self._subject.end + 1

    def _subject_from(self, start: int, *, asks: bool = False) -> None:
        """``asks``: a verb leads in, so "quy định … như sau" would be what the act says and not what it is about."""
        if self._text.lower.startswith('"', start):
            self._title_from(start)
            return
        end = subject_end(self._text, start, self._limit, sentence=self._sentence, citation=self._noun.start)
        question = asks and pattern("question").match(self._text.lower, end, self._limit)
        if end > start and not question:
            self._subject, self._end = Span(start, end), end

    def _number_after_details(self) -> bool:
        """ "Nghị quyết của Bộ Chính trị số 20-NQ/TW" """
        near = self._end - self._noun.end <= _NUMBER_BEHIND
        numbers = self._numbers() if near and (self._issuer is not None or self._issued is not None) else []
        if numbers:
            self._number = numbers[-1]
        return bool(numbers)

    def _number_after_subject(self) -> bool:
        start = self._end
        found = self._match("number", move=False) if self._match("number_behind") else None
        if found is None or not found["full"]:
            self._end = start
            return False
        self._number, self._end = Span(*found.span()), found.end()
        return True

    def _number_in_brackets(self) -> None:
        """ "Luật Giáo dục đại học (Luật số 34)": the citation ends with the bracket."""
        if (found := self._match("number")) is not None:
            self._number = Span(*found.span())
            self._end += self._text.lower.startswith(")", self._end)

    def _capital(self, position: int) -> bool:
        start = position + 1 if self._text.folded.startswith(" ", position) else position
        return self._text.folded[start : start + 1].isupper()
