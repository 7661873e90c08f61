"""Reading one citation of an act, from its noun to the right.

Behind the noun a citation goes on with number, date, issuer and term in any order, and ends with the subject. Nothing
is worked out here: numbers are closed up, dates dated and issuers named in ``facts.documents``.
"""

from __future__ import annotations

import regex
from msgspec import Struct, structs

from ..language.text import Span, Text
from ..lexicon.loader import Entry
from ..records import DocumentType
from .citation_parts import CitationParts, pattern
from .document_subjects import quoted_title

__all__ = ["Citation", "DocumentMention"]

_LEAD = 90  # how far in front of a noun the words that bear on it are looked for
_FEWEST_SYLLABLES = 4  # of a subject that makes an act one by its year: "kế hoạch công tác năm 2022" is any plan
_KNOWN_BY_PERIOD = {
    DocumentType.RESOLUTION,
    DocumentType.DECISION,
    DocumentType.DIRECTIVE,
    DocumentType.PLAN,
    DocumentType.PROGRAMME,
    DocumentType.SCHEME,
    DocumentType.REGULATION,
    DocumentType.GUIDANCE,
}


class DocumentMention(Struct, frozen=True, kw_only=True):
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


class Citation(CitationParts):
    """Reads one citation: which kind it is, what its parts are, and whether it names one act."""

    def __init__(self, text: Text, noun: tuple[int, int], entry: Entry, before: DocumentMention | None) -> None:
        super().__init__(text, noun, entry)
        self._before = before
        self._by_letters = entry.name == "paper"
        self._numbered_only = entry.name in ("paper", "other")
        self._noun_is_name = bool(entry.values.get("is_name"))
        self._lead = text.lower[max(self._sentence, noun[0] - _LEAD) : noun[0]]

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
            structs.replace(
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
        elif self._term is None and (direct := self._match("direct_subject", move=False)) and self._can_be(direct):
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
        if pattern("treaty").search(self._lead):
            return []
        name = self._match("law_known") or self._match("law_unknown")
        year = self._match("law_year")
        if name is not None or self._noun_is_name:
            self._subject = Span(self._noun.start, self._end)
        numbers = self._numbers()
        if numbers:
            self._number = numbers[-1]
            self._subject_behind()
        elif name is None and not (self._noun_is_name and year is not None and year["year"]):
            return []
        elif year is None and not (self._capital(self._noun.start) or self._capital(self._noun.end)):
            return []  # "luật lao động" in small letters is the field of law
        elif self._match("law_number_behind"):
            self._number_in_brackets()
        self._details()
        return [self._mention(optional=year is None and self._number is None)]

    def _charter(self) -> list[DocumentMention]:
        """A charter is one act by its term or year; without them, "Điều lệ Công đoàn" is the institution."""
        if not self._match("charter_name"):
            return []
        self._subject = Span(self._noun.start, self._end)
        dated = self._capital(self._noun.start) and self._match("charter_year") is not None
        self._details()
        return [self._mention()] if dated or self._term is not None else []

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
            self._term, self._end = Span(*term.span("term")), term.end()
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

    # --- what a citation is worth -----------------------------------------------------------------------------

    def _made_one_by_period(self) -> bool:
        """Whether a year or period makes the subject one act's; what stands behind it is cut off."""
        if self._subject is None or self._type not in _KNOWN_BY_PERIOD:
            return False
        lower = self._text.lower
        periods = list(pattern("period").finditer(lower, self._subject.start + 1, self._subject.end))
        if not periods:
            return False
        if lower.count(" ", self._subject.start, periods[0].start()) < _FEWEST_SYLLABLES:
            return False
        end = periods[-1].end()
        goes_on = pattern("period_goes_on").match(lower, end, self._limit)
        end = goes_on.end() if goes_on else end
        self._subject, self._end = Span(self._subject.start, end), end
        return True

    def _is_cited(self) -> bool:
        """Whether the words in front cite or make an act: "kế hoạch tăng vốn năm 2022" alone is just a plan."""
        if self._type is DocumentType.PROGRAMME:
            return pattern("carried_out").search(self._lead) is not None
        made = self._made()
        if made is not None:
            intended = self._verbal and made["having"] and not made["lead"]  # "có kế hoạch tăng vốn năm 2022"
            return not intended or self._capital(self._noun.start)
        if self._joins():
            return True
        if pattern("cited").search(self._lead):
            return not self._verbal or self._capital(self._noun.start)
        return self._capital(self._noun.start) and (bool(self._lead.strip()) or not self._verbal)

    def _can_be(self, direct: regex.Match[str]) -> bool:
        """A programme that goes on with a capital is an event with a name ("chương trình Cây mùa xuân")."""
        return self._type is not DocumentType.PROGRAMME or not self._capital(direct.end())

    def _takes_a_title(self, title: Span) -> bool:
        """Whether a quoted title names an act: "quyết định “đóng cửa”" quotes words, "dự chương trình “…”" an event."""
        if self._type in (DocumentType.NOTICE, DocumentType.GUIDANCE, DocumentType.DISPATCH, DocumentType.CONCLUSION):
            return False
        if self._type is DocumentType.PROGRAMME and not pattern("carried_out").search(self._lead):
            return False
        named = not self._verbal or (self._capital(self._noun.start) and self._capital(title.start))
        return named and " " in self._text.lower[title.start : title.end]

    def _is_draft(self) -> bool:
        return pattern("draft").search(self._lead) is not None

    def _made(self) -> regex.Match[str] | None:
        return pattern("made").search(self._lead)

    def _joins(self) -> bool:
        before = self._before
        if before is None or not self._sentence <= before.span.end <= self._noun.start:
            return False
        return pattern("joined").match(self._text.lower[before.span.end : self._noun.start]) is not None

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
            approved=made is not None and made["approving"] is not None,
            term=self._term,
            subject=self._subject,
            draft=self._is_draft(),
            optional=optional,
        )

    def _term_of_maker(self, actor: Span) -> Span | None:
        start = max(actor.start, actor.end - 16)
        found = pattern("term_of_maker").search(self._text.lower, start, actor.end)
        return Span(*found.span("term")) if found else None
