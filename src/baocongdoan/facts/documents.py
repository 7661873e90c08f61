"""Documents: what the citations of acts mean, one fact an act.

A citation's number is closed up, its day dated, its issuer named; then citations of one act are put together. The
fact stands at the citation that says most, and takes from the others what that one leaves out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from ..language.fold import fold, lower
from ..language.text import Span, Text
from ..lexicon.loader import load, pattern_of
from ..mentions.documents import DocumentMention
from ..records import Date, Document, DocumentType, Granularity
from .act_numbers import ActNumber
from .issuers import Issuer, Issuers

if TYPE_CHECKING:
    from .entities.organisations import Directory

__all__ = ["resolve_documents"]

_OF_ONE_SORT_OF_BODY = {DocumentType.LAW, DocumentType.DECREE, DocumentType.CIRCULAR}
_NEAR_VERB = 140  # how far in front of the issuing verb the day of issue may stand


class _Act(Struct, frozen=True, kw_only=True):
    """One citation, worked out."""

    span: Span
    type: DocumentType
    number: ActNumber | None
    issuer: Issuer | None
    told: bool
    """Whether the issuer stands in the citation itself."""
    issued: str | None
    term: str | None
    subject: str | None
    draft: bool

    @property
    def richness(self) -> int:
        """How much the citation itself says."""
        parts = (self.number, self.issued, self.term, self.subject, self.issuer if self.told else None)
        return sum(part is not None for part in parts) + bool(self.number and self.number.letters)


def resolve_documents(
    mentions: Sequence[DocumentMention], text: Text, directory: Directory, dates: Sequence[Date]
) -> tuple[Document, ...]:
    """The acts that an article cites, in the order of the text."""
    issuers = Issuers(text, directory)
    calendar = _Calendar(text, dates)
    acts = [_worked_out(mention, text, issuers, calendar) for mention in mentions]
    acts = _with_shared_parts(acts, mentions, text)
    merged = [_put_together(group) for group in _groups(acts)]
    return tuple(_document(act, text) for act in sorted(merged, key=lambda act: act.span))


# --- one citation -------------------------------------------------------------------------------------------------


def _worked_out(mention: DocumentMention, text: Text, issuers: Issuers, calendar: _Calendar) -> _Act:
    number = ActNumber.of(text.quote(mention.number)) if mention.number else None
    if number is not None and mention.letters is not None:
        number = number.like(ActNumber.of(text.quote(mention.letters)))
    type_ = mention.type
    if mention.by_letters and number is not None:
        type_ = number.type or type_
    told = issuers.named(mention.issuer) if mention.issuer else None
    issuer = told or _issuer(mention, type_, number, issuers)
    organ = issuers.organ(mention.issuer) if mention.issuer else None
    if issuer is not None and organ is not None:
        issuer = structs.replace(issuer, organ=organ)
    issued = calendar.day_in(mention.issued) if mention.issued else None
    if issued is None and mention.actor is not None and not mention.approved:
        issued = calendar.day_of_issue(mention.actor)
    return _Act(
        span=mention.span,
        type=type_,
        number=number,
        issuer=issuer,
        told=told is not None,
        issued=issued,
        term=text.quote(mention.term).upper() if mention.term else None,
        subject=text.quote(mention.subject) if mention.subject else None,
        draft=mention.draft,
    )


def _issuer(mention: DocumentMention, type_: DocumentType, number: ActNumber | None, issuers: Issuers) -> Issuer | None:
    """The issuer that only the letters, the type or the verb in front tell."""
    acting = issuers.acting(mention.actor) if mention.actor else None
    lettered = issuers.lettered(number.issuers, mention.span.start) if number is not None else None
    sole = _sole_issuers().get(type_)
    if type_ is DocumentType.LAW and acting is not None and acting.name != sole:
        acting = None  # others draft laws
    if acting is not None and mention.approved and acting.name in _approving_others():
        acting = None
    if lettered is not None and acting is not None and _same_sort(lettered, acting):
        return acting
    if lettered is None and sole is not None and type_ is DocumentType.DECREE:
        return Issuer(sole)
    if lettered is None and number is not None and number.letters and number.type is not None and not mention.actor:
        return None
    return lettered or acting


@cache
def _sole_issuers() -> dict[DocumentType, str]:
    """Types of act that one body alone issues."""
    entries = (entry for entry in load("issuers").entries if "alone" in entry.values)
    return {DocumentType(entry.values["alone"]): entry.name for entry in entries}


@cache
def _approving_others() -> frozenset[str]:
    """Who approves schemes that others have drawn up: an approval does not make them its issuer."""
    return frozenset(entry.name for entry in load("issuers").entries if entry.values.get("approves"))


def _same_sort(lettered: Issuer, acting: Issuer) -> bool:
    """Whether both names begin alike: the letters say "a committee", the verb's subject says which."""
    return lettered.name.split()[:2] == acting.name.split()[:2]


def _with_shared_parts(acts: list[_Act], mentions: Sequence[DocumentMention], text: Text) -> list[_Act]:
    """What stands behind the last of acts named in one breath may be said of all of them.

    "Quy định số 3 của Ban Bí thư và Quy định số 9 của Tỉnh ủy về …": the one carries out the other, the subject is
    both's. "Nghị quyết 2 và Chỉ thị 5 của Bộ Chính trị": the issuer is both's, unless only one body issues that type.
    """
    for index in range(len(acts) - 2, -1, -1):
        first, second = acts[index], acts[index + 1]
        joined = _pattern("and").fullmatch(text.lower, first.span.end, second.span.start)
        if not joined or not second.told or mentions[index + 1].number is None:
            continue
        if first.told and first.type is second.type and first.issuer != second.issuer and first.subject is None:
            acts[index] = structs.replace(first, subject=second.subject)
        elif first.issuer is None and not {first.type, second.type} & _OF_ONE_SORT_OF_BODY:
            acts[index] = structs.replace(first, issuer=second.issuer)
    return acts


class _Calendar:
    """The article's dates, for looking up the day on which an act was issued."""

    def __init__(self, text: Text, dates: Iterable[Date]) -> None:
        self._text = text
        self._days = sorted((d for d in dates if d.granularity is Granularity.DAY), key=lambda d: d.start)
        self._starts = [d.start for d in self._days]

    def day_in(self, span: Span) -> str | None:
        """The day at the span: as the article's dates have it, else as it is printed."""
        for day in self._days[max(bisect_left(self._starts, span.start) - 1, 0) :][:3]:
            if day.start < span.end and span.start < day.end and day.first_day:
                return day.first_day
        return _printed_day(self._text.quote(span))

    def day_of_issue(self, actor: Span) -> str | None:
        """The day that opens the sentence in which somebody issues the act ("Ngày 5/3, Bộ Y tế đã ban hành …")."""
        first = bisect_left(self._starts, max(actor.start, actor.end - _NEAR_VERB))
        last = bisect_left(self._starts, actor.end)
        for day in reversed(self._days[first:last]):
            lead = self._text.lower[actor.start : day.start]
            between = self._text.lower[day.end : actor.end]
            if _pattern("day_lead").search(lead) and not _pattern("day_apart").search(between):
                return day.first_day
        return None


def _printed_day(words: str) -> str | None:
    found = _pattern("printed_day").search(lower(fold(words)))
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:  # "31/2/2020" is a slip of the pen
        return None


_pattern = partial(pattern_of, "documents")


# --- citations of one act -----------------------------------------------------------------------------------------


def _groups(acts: Iterable[_Act]) -> list[list[_Act]]:
    """The citations by act; one that may be several belongs to the act spoken of last."""
    groups: list[tuple[list[_Act], dict[object, _Act]]] = []  # with one citation of each wording, for some come often
    for act in acts:
        home = next((group for group in reversed(groups) if _belongs_to(act, group[1].values())), None)
        if home is None:
            home = [], {}
            groups.append(home)
        home[0].append(act)
        home[1].setdefault((act.type, act.number, act.term, act.subject, act.issuer, act.told), act)
    return [group for group, _ in groups]


def _belongs_to(act: _Act, group: Collection[_Act]) -> bool:
    """Whether an act is one with some citation of a group and at odds with none: "Luật A 2012" and "Luật A" are one,
    but "Luật A 2024" is another act, though "Luật A" might be it."""
    return any(_is_same(act, other) for other in group) and not any(_are_at_odds(act, other) for other in group)


def _are_at_odds(a: _Act, b: _Act) -> bool:
    """Whether two numbers, or two names of laws, can't be of one act."""
    if a.number is not None and b.number is not None:
        return not a.number.may_be(b.number)
    are_named_laws = a.type is b.type is DocumentType.LAW and None not in (a.subject, b.subject)
    return are_named_laws and not _law_names(a, b)


def _is_same(a: _Act, b: _Act) -> bool:
    if a.number is not None and b.number is not None:
        same_type = a.type is b.type or DocumentType.DISPATCH in (a.type, b.type)
        return same_type and a.number.may_be(b.number) and not _told_apart(a, b)
    if a.type is not b.type:
        return False
    if a.type is DocumentType.LAW:
        return _law_names(a, b)
    if a.term and a.term == b.term and a.subject and b.subject:  # "Điều lệ Công đoàn" is "Điều lệ Công đoàn Việt Nam"
        shorter, longer = sorted((_plain(a.subject), _plain(b.subject)), key=len)
        return longer.startswith(shorter)
    if a.subject and b.subject:
        return _plain(a.subject) == _plain(b.subject) and not (a.term and b.term and a.term != b.term)
    return a.number is None and b.number is None and a.term == b.term is not None and a.subject == b.subject


def _told_apart(a: _Act, b: _Act) -> bool:
    """Two bare numbers that are alike may still be acts of two issuers."""
    return a.told and b.told and a.issuer != b.issuer and not (a.number == b.number and a.number and a.number.letters)


def _law_names(a: _Act, b: _Act) -> bool:
    """A law without its year is the one of that name with a year; two years are two laws."""
    if a.subject is None or b.subject is None:
        return False
    first, second = _plain(a.subject), _plain(b.subject)
    shorter, longer = sorted((first, second), key=len)
    return longer == shorter or bool(_pattern("law_year").fullmatch(longer.removeprefix(shorter)))


def _plain(subject: str) -> str:
    words = lower(fold(subject))
    for short, full in _spelt_out():
        words = words.replace(short, full)
    return _pattern("year_in_name").sub(r" \g<year>", words)


@cache
def _spelt_out() -> tuple[tuple[str, str], ...]:
    return tuple(load("documents")["short_law"].values["spelt"].items())


def _put_together(group: list[_Act]) -> _Act:
    best = max(group, key=lambda act: act.richness)
    by_richness = sorted(group, key=lambda act: -act.richness)
    told = next((act for act in by_richness if act.told), None)
    return structs.replace(
        best,
        type=_settled_type(group, best),
        number=max((act.number for act in group if act.number), key=lambda n: len(n.printed), default=None),
        issuer=told.issuer if told else next((act.issuer for act in by_richness if act.issuer), None),
        issued=next((act.issued for act in by_richness if act.issued), None),
        term=next((act.term for act in by_richness if act.term), None),
        subject=next((act.subject for act in by_richness if act.subject), None),
        draft=all(act.draft for act in group),
    )


def _settled_type(group: list[_Act], best: _Act) -> DocumentType:
    """ "văn bản số 5" is a letter only as long as nothing else calls it by its name."""
    return next((act.type for act in group if act.type is not DocumentType.DISPATCH), best.type)


def _document(act: _Act, text: Text) -> Document:
    return Document(
        quote=text.quote(act.span),
        start=act.span.start,
        end=act.span.end,
        type=act.type,
        number=act.number.printed if act.number else None,
        issuer=act.issuer.name if act.issuer else None,
        organ=act.issuer.organ if act.issuer else None,
        issued=act.issued,
        term=act.term,
        subject=act.subject,
        draft=act.draft,
    )
