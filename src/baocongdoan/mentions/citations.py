"""Reading one citation of an act, from its noun to the right.

Behind the noun a citation goes on with number, date, issuer and term in any order, and ends with the subject. Nothing
is worked out here: numbers are closed up, dates dated and issuers named in ``facts.documents``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import regex

from ..language.text import Span, Text
from ..lexicon.loader import Entry, load
from ..records import DocumentType
from .document_subjects import quoted_title, subject_end

__all__ = ["Citation", "DocumentMention"]

_LEAD = 90  # how far in front of a noun the words that bear on it are looked for
_ISSUER = 150  # the longest name of an issuer
_WITH_CAPITALS = {entry.name for entry in load("documents").entries if entry.case}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMention:
    """One citation of an act. Spans that the citation does not have are null.

    ``letters`` is a later number of the same list whose letters count for this one too ("12 và 13/2024/NĐ-CP");
    ``actor`` the words in front of the verb that issued the act, ``approved`` whether that verb only approves;
    ``optional`` says that nothing makes it one act but its name (a law without its year).
    """

    span: Span
    type: DocumentType
    by_letters: bool = False
    number: Span | None = None
    letters: Span | None = None
    issued: Span | None = None
    issuer: Span | None = None
    actor: Span | None = None
    approved: bool = False
    term: Span | None = None
    subject: Span | None = None
    draft: bool = False
    optional: bool = False


@cache
def _pattern(name: str) -> regex.Pattern[str]:
    return load("documents").pattern(name)


class Citation:
    """Reads one citation from its noun to the right; ``_end`` is how far it has come."""

    def __init__(self, text: Text, noun: tuple[int, int], entry: Entry, before: DocumentMention | None) -> None:
        sentence = text.sentences[text.sentence_at(noun[0])]
        self._text, self._noun, self._before = text, Span(*noun), before
        self._type = DocumentType(entry.values.get("type", entry.name))
        self._verbal = bool(entry.values.get("verbal"))
        self._by_letters = entry.name == "paper"
        self._numbered_only = entry.name in ("paper", "other")
        self._sentence, self._limit = sentence.start, max(sentence.end, noun[1])
        self._lead = text.lower[max(sentence.start, noun[0] - _LEAD) : noun[0]]
        self._end = noun[1]
        self._number: Span | None = None
        self._issued: Span | None = None
        self._issuer: Span | None = None
        self._term: Span | None = None
        self._subject: Span | None = None

    def read_from_number(self) -> DocumentMention:
        """The citation that a lettered number makes without a noun."""
        self._number = self._noun
        self._details()
        self._subject_behind()
        return self._mention()

    # --- the kinds of citation --------------------------------------------------------------------------------

    def read(self) -> list[DocumentMention]:
        """The acts that the citation names: none, one, or those of a list of numbers."""
        if self._type is DocumentType.LAW:
            return self._law()
        if self._type is DocumentType.CHARTER:
            return self._charter()
        numbers = self._numbers()
        if numbers:
            return self._numbered(numbers)
        if self._numbered_only:
            return []
        return self._unnumbered()

    def _numbered(self, numbers: list[Span]) -> list[DocumentMention]:
        self._number = numbers[-1]
        self._details()
        self._subject_behind()
        self._details()
        last = self._mention()
        rest = [
            replace(
                last,
                span=Span(number.start if index else self._noun.start, number.end),
                number=number,
                letters=last.number,
                issued=None,
                term=None,
                subject=None,
            )
            for index, number in enumerate(numbers[:-1])
        ]
        return [*rest, last]

    def _unnumbered(self) -> list[DocumentMention]:
        if self._type is DocumentType.RESOLUTION and self._congress():
            return [self._mention()]
        if self._type is DocumentType.GUIDANCE and self._guidance_on_charter():
            return [self._mention(optional=True)]
        if self._titled():
            return [self._mention()]
        self._details()
        if self._number_after_details():
            self._details()
            self._subject_behind()
            return [self._mention()]
        if self._match("about"):
            self._subject_from(self._end)
        elif self._term is None and (direct := self._match("direct_subject", move=False)):
            self._subject_from(direct.end())
        if self._subject is not None and self._number_after_subject():
            return [self._mention()]
        if self._term is not None:
            return [self._mention()]
        if self._is_draft() or not (self._made_one_by_period() and self._is_cited()):
            return []
        self._details()
        return [self._mention(optional=True)]

    def _law(self) -> list[DocumentMention]:
        """A law: its whole name is its subject, with the year that is part of it."""
        start = self._noun.end
        name = self._match("law_known") or self._match("law_unknown")
        year = self._match("law_year")
        has_name = name is not None or self._text.lower.startswith("hiến", self._noun.start)
        if has_name:
            self._subject = Span(self._noun.start, self._end)
        numbers = self._numbers()
        if numbers:
            self._number = numbers[-1]
            if not has_name:
                self._subject_behind()
        elif not has_name or (year is None and (name is None or not self._capital(start))):
            return []
        self._details()
        return [self._mention(optional=year is None and self._number is None)]

    def _charter(self) -> list[DocumentMention]:
        """A charter is one act by its term; without it, "Điều lệ Công đoàn" is the institution."""
        if self._lead.endswith("vốn ") or not self._match("charter_name"):
            return []
        self._subject = Span(self._noun.start, self._end)
        self._details()
        return [self._mention()] if self._term is not None else []

    def _congress(self) -> bool:
        found = self._match("congress")
        if found is None:
            return False
        self._term = Span(*found.span("term"))
        self._issuer = Span(*found.span("after")) if found["after"] else Span(*found.span("body"))
        self._subject_behind(verbs=False)
        return True

    def _guidance_on_charter(self) -> bool:
        found = self._match("implementing_charter")
        if found is None:
            return False
        self._subject = Span(found.start() + 1, found.end())
        if (term := self._match("term", move=False)) is not None:
            self._term = Span(*term.span("term"))
        return self._term is not None

    def _titled(self) -> bool:
        """A title in quotation marks directly behind the noun, or behind its issuer."""
        start = self._end
        self._match("title_filler")
        if not self._match("quoted_title", move=False):
            self._details()
        opening = self._match("quoted_title")
        title = quoted_title(self._text, opening.end() - 1, self._limit) if opening else None
        if title is None or not self._takes_a_title(title):
            self._end, self._issuer, self._issued, self._term = start, None, None, None
            return False
        self._subject, self._end = title, title.end + 1
        self._details()
        return True

    # --- parts of a citation ----------------------------------------------------------------------------------

    def _match(self, name: str, *, move: bool = True) -> regex.Match[str] | None:
        shadow = self._text.folded if name in _WITH_CAPITALS else self._text.lower
        found = _pattern(name).match(shadow, self._end, self._limit)
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
        if _pattern("strict_follower").match(lower, found.end(), self._limit):
            return True
        if first and self._verbal and not self._capital(self._noun.start):
            return False
        follows = _pattern("bare_follower").match(lower, found.end(), self._limit)
        return bool(follows) or (first and bool(_pattern("next_number").match(lower, found.end(), self._limit)))

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
        passive = lead.groupdict().get("by") != "của"
        settled = self._match("settled_by") if passive else None
        if passive and settled is None and self._type is not DocumentType.LAW:
            self._end = start
            return False
        if settled and settled["term"]:
            self._term = Span(*settled.span("term"))
        self._issuer = issuer
        return True

    def _body(self, start: int) -> Span:
        lower = self._text.lower
        limit = min(self._limit, start + _ISSUER)
        comma = _pattern("comma_body").match(lower, start, limit)
        stop = _pattern("issuer_end").search(lower, comma.end() if comma else start, limit)
        return Span(start, stop.start() if stop else limit)

    def _subject_behind(self, *, verbs: bool = True) -> None:
        """The subject behind number, date and issuer: "về …", a quoted title, or what the act does."""
        if self._subject is not None:
            return
        if (opening := self._match("quoted_title")) is not None:
            self._subject = quoted_title(self._text, opening.end() - 1, self._limit)
            self._end = self._subject.end + 1 if self._subject else self._end
        elif self._match("about"):
            self._subject_from(self._end)
        elif verbs and (found := self._verb()) is not None:
            self._subject_from(found.end("to") if found.groupdict().get("to") else found.start("subject"))

    def _verb(self) -> regex.Match[str] | None:
        found = self._match("verb_subject", move=False)
        if found is None and self._type is DocumentType.DISPATCH:
            found = self._match("dispatch_subject", move=False)
        if found is None:
            return None
        bare = self._number is not None and self._text.lower[self._number.start : self._number.end].isdigit()
        if bare and not found.groupdict().get("to"):
            return found if _pattern("safe_verb").match(found["subject"]) else None
        return found

    def _subject_from(self, start: int) -> None:
        lower = self._text.lower
        if lower.startswith('"', start):
            self._subject = quoted_title(self._text, start, self._limit)
            self._end = self._subject.end + 1 if self._subject else self._end
            return
        end = subject_end(self._text, start, self._limit, sentence=self._sentence, citation=self._noun.start)
        question = _pattern("question").search(lower, end, self._limit)
        if end <= start or (question and question.start() <= end + 2):
            return
        self._subject, self._end = Span(start, end), end

    def _number_after_details(self) -> bool:
        """ "Nghị quyết của Bộ Chính trị số 20-NQ/TW" """
        numbers = self._numbers() if self._issuer is not None or self._issued is not None else []
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

    # --- what a citation is worth -----------------------------------------------------------------------------

    def _made_one_by_period(self) -> bool:
        """Whether a year or period makes the subject one act's; what stands behind it is cut off."""
        if self._subject is None:
            return False
        lower = self._text.lower
        periods = list(_pattern("period").finditer(lower, self._subject.start + 1, self._subject.end))
        if not periods:
            return False
        end = periods[-1].end()
        goes_on = _pattern("period_goes_on").match(lower, end, self._limit)
        end = goes_on.end() if goes_on else end
        self._subject, self._end = Span(self._subject.start, end), end
        return True

    def _is_cited(self) -> bool:
        """Whether the words in front cite or make an act: "kế hoạch tăng vốn năm 2022" alone is just a plan."""
        if self._made() or (self._joins() and self._before is not None):
            return True
        if _pattern("cited").search(self._lead):
            return not self._verbal or self._capital(self._noun.start)
        return self._capital(self._noun.start) and (bool(self._lead.strip()) or not self._verbal)

    def _takes_a_title(self, title: Span) -> bool:
        """Whether a quoted title names an act: "quyết định “đóng cửa”" quotes words, "dự chương trình “…”" an event."""
        if self._type in (DocumentType.NOTICE, DocumentType.GUIDANCE, DocumentType.DISPATCH, DocumentType.CONCLUSION):
            return False
        if self._type is DocumentType.PROGRAMME and _pattern("event").search(self._lead):
            return False
        words = self._text.lower.count(" ", title.start, title.end) + 1
        return words > 1 and (not self._verbal or words > 4 or self._capital(self._noun.start))

    def _is_draft(self) -> bool:
        return _pattern("draft").search(self._lead) is not None

    def _capital(self, position: int) -> bool:
        start = position + 1 if self._text.folded.startswith(" ", position) else position
        return self._text.folded[start : start + 1].isupper()

    def _made(self) -> regex.Match[str] | None:
        return _pattern("made").search(self._lead)

    def _joins(self) -> bool:
        before = self._before
        if before is None or not self._sentence <= before.span.end <= self._noun.start:
            return False
        return _pattern("joined").match(self._text.lower[before.span.end : self._noun.start]) is not None

    def _mention(self, *, optional: bool = False) -> DocumentMention:
        made = self._made()
        actor = None
        if made is not None:
            lead_start = self._noun.start - len(self._lead)
            actor = Span(self._sentence, lead_start + made.start())
        elif self._before is not None and self._joins():
            actor = self._before.actor
        if self._term is None and actor is not None and made is not None:
            self._term = self._term_of_maker(actor)
        return DocumentMention(
            span=Span(self._noun.start, self._end),
            type=self._type,
            by_letters=self._by_letters,
            number=self._number,
            issued=self._issued,
            issuer=self._issuer,
            actor=actor,
            approved=made is not None and made["verb"] == "phê duyệt",
            term=self._term,
            subject=self._subject,
            draft=self._is_draft(),
            optional=optional,
        )

    def _term_of_maker(self, actor: Span) -> Span | None:
        start = max(actor.start, actor.end - 16)
        found = _pattern("term_of_maker").search(self._text.lower, start, actor.end)
        return Span(*found.span("term")) if found else None
