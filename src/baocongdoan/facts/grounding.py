"""The grounds of the facts that are found and resolved mention by mention; those of counts are noted in ``counts``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..language.text import Span
from ..mentions.dates import DateMention
from ..mentions.documents import DocumentMention
from ..mentions.people import PersonMention
from ..records import Date, Document, Fact, Person
from .entities.organisations import Directory
from .grounds import BodyBy, DateGrounds, DocumentGrounds, Grounded, OrganisationGrounds, PersonGrounds, YearBy

__all__ = ["grounded_dates", "grounded_documents", "grounded_organisations", "grounded_people"]


def grounded_dates(
    mentions: Sequence[DateMention], dates: Sequence[Date], *, page_is_dated: bool
) -> Iterator[Grounded]:
    """The dates with the grounds that their mentions, one each and in the same order, tell."""
    for mention, date in zip(mentions, dates, strict=True):
        yield Grounded(date, DateGrounds(mention.pattern, _year_by(mention, date, page_is_dated=page_is_dated)))


def _year_by(mention: DateMention, date: Date, *, page_is_dated: bool) -> YearBy:
    if date.first_day is None and date.last_day is None:
        return YearBy.NOTHING
    ends = (mention.expression.first, mention.expression.last)
    if any(point is not None and point.year is not None for point in ends):
        return YearBy.PRINTED
    return YearBy.CONTEXT if page_is_dated else YearBy.GUESSED


def grounded_organisations(directory: Directory) -> Iterator[Grounded]:
    """The organisations, each with the grounds of the mention that it stands at."""
    mentions = {mention.span: mention for mention in directory.mentions}
    for organisation in directory.organisations:
        mention = mentions[_span(organisation)]
        yield Grounded(organisation, OrganisationGrounds(mention.why))


def grounded_documents(mentions: Sequence[DocumentMention], documents: Sequence[Document]) -> Iterator[Grounded]:
    """The acts, each with the grounds of the citation that it stands at."""
    by_span = {mention.span: mention for mention in mentions}
    for document in documents:
        mention = by_span[_span(document)]
        yield Grounded(document, DocumentGrounds(mention.issuer is not None, mention.by_letters))


def grounded_people(mentions: Sequence[PersonMention], people: Sequence[Person]) -> Iterator[Grounded]:
    """The people, each with the grounds of the mention that it stands at."""
    by_start = {mention.span.start: mention for mention in mentions}
    for person in people:
        mention = by_start[person.start]
        yield Grounded(person, PersonGrounds(mention.why, _body_by(mention, person)))


def _body_by(mention: PersonMention, person: Person) -> BodyBy:
    if person.organisation is None:
        return BodyBy.NOTHING
    office = mention.offices[0] if mention.offices else None
    if office is not None and office.body is not None:
        return BodyBy.PRINTED
    return BodyBy.NOUN if office is not None and office.generic is not None else BodyBy.CONTEXT


def _span(fact: Fact) -> Span:
    return Span(fact.start, fact.end)
