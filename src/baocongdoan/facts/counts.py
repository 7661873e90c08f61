"""Counts: quantities with their measure, status, owner and period, tied to one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from ..language.text import Span, Text
from ..lexicon.loader import load, pattern_of, words
from ..mentions.documents import DocumentMention
from ..mentions.numbers import find_numbers
from ..mentions.quantities import Quantity, find_quantities
from ..records import (
    Article,
    Count,
    Date,
    Document,
    DocumentType,
    Granularity,
    Level,
    OrganisationType,
    Status,
)
from .entities.organisations import Directory
from .grounds import CountGrounds, Ground, Grounded, MeasureBy, OwnerBy, PeriodBy, StatusBy
from .linking.links import link
from .linking.restated import anticipated_measure, settle_restated
from .linking.ties import Ties
from .measurement.heads import head_of
from .measurement.measure_rules import OTHER, MeasureRules
from .measurement.measures import Cue, Measured, measured
from .ownership.owners import Owner, Owners
from .status import Statuses
from .temporal.periods import Period, Periods

__all__ = ["find_and_resolve_counts"]

_LONGEST_QUOTE_BEFORE = 80
_SHORT = 600  # code points
_PARTS_OF_YEARS = (Granularity.DAY, Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)
_AIMS = frozenset({DocumentType.PROGRAMME, DocumentType.SCHEME})
_RANKS = {  # what is not named here stands at the top
    Level.PROVINCIAL: 1, Level.SECTOR: 2, Level.ZONE: 2, Level.DISTRICT: 2, Level.COMMUNE: 3, Level.GRASSROOTS: 4,
}  # fmt: skip


def find_and_resolve_counts(
    text: Text,
    article: Article,
    *,
    dates: Sequence[Date],
    acts: Sequence[DocumentMention],
    documents: Sequence[Document],
    directory: Directory,
    rules: MeasureRules,
) -> tuple[Grounded, ...]:
    """The counts of an article with their grounds, in the order of the text, with provisional ids that their links use.

    Numbers inside time expressions and the numbers of acts count nothing.
    """
    taken = [Span(date.start, date.end) for date in dates] + [act.number for act in acts if act.number is not None]
    quantities = find_quantities(text, find_numbers(text, taken), rules.unit_classes)
    periods = Periods(text, dates, [Span(document.start, document.end) for document in documents], article.published)
    statuses = Statuses(text, article.published or _end_of_the_last_year_told(dates))
    owners = Owners(text, directory)
    counts: list[Count] = []
    grounds: list[CountGrounds] = []
    ties = _ties(quantities, directory, text)
    told_measures = measured(quantities, text, rules)
    if not _speaks_of_unions(text, directory):
        told_measures = tuple(_without_union(measure) for measure in told_measures)
    cues = [measure.cue.name if measure.cue else "" for measure in told_measures]
    period = Period(Ground(PeriodBy.NOTHING))
    drafts = [
        _count(_name(index), quantity, measure, text)
        for index, (quantity, measure) in enumerate(zip(quantities, told_measures, strict=True))
    ]
    for index, (quantity, count) in enumerate(zip(quantities, drafts, strict=True)):
        is_headline = count.end <= ties.headline
        measure = anticipated_measure(count, drafts[index + 1 :], ties) if is_headline else count.measure
        told = statuses.told(quantity, measure)
        owner = owners.of(quantity, measure, told.status, cues[index])
        if not (quantity.is_second and told.status is Status.TARGET):  # which has the time of its result
            period = periods.of(quantity, measure, told.status, is_owned=owner.name is not None)
        status, status_by = statuses.settled(quantity, told, period)
        aim = _aim_around(count, documents)
        if aim is not None:  # "Chương trình “20 ngàn suất ăn …”"
            title = Span(aim.start, aim.end)
            owner = Owner(aim.issuer, Ground(OwnerBy.ACT, title))
            status, status_by = Status.TARGET, Ground(StatusBy.ACT, title)
        if status is Status.CRITERION:
            period = Period(Ground(PeriodBy.CRITERION))
        counts.append(
            replace(
                count,
                measure=measure,
                status=status,
                organisation=owner.name,
                first_day=period.first_day,
                last_day=period.last_day,
            )
        )
        grounds.append(_grounds(quantity, told_measures[index], owner.why, period.why, status_by))
    settled = settle_restated(link(counts, text, ties), ties)
    return tuple(map(_grounded, settled, counts, grounds))


def _grounds(quantity: Quantity, told: Measured, owner: Ground, period: Ground, status: Ground) -> CountGrounds:
    cue = told.cue
    return CountGrounds(
        number=quantity.number.span,
        unit_class=quantity.unit_class,
        cue=cue.name if cue is not None else "",
        measure=Ground(told.by, cue.span if cue is not None else None, told.entry),
        owner=owner,
        period=period,
        status=status,
    )


def _grounded(settled: Count, count: Count, grounds: CountGrounds) -> Grounded:
    """The count with its grounds, changed where another statement of the same thing told a field."""
    if settled.organisation != count.organisation:
        grounds = structs.replace(grounds, owner=Ground(OwnerBy.RESTATED))
    if (settled.first_day, settled.last_day) != (count.first_day, count.last_day):
        grounds = structs.replace(grounds, period=Ground(PeriodBy.RESTATED))
    if settled.status is not count.status:
        grounds = structs.replace(grounds, status=Ground(StatusBy.RESTATED))
    return Grounded(settled, grounds)


def _end_of_the_last_year_told(dates: Sequence[Date]) -> str | None:
    """The last day of the last year of which days or parts of the year are told; what lies later is still to come."""
    told = (date.last_day for date in dates if date.granularity in _PARTS_OF_YEARS and date.last_day is not None)
    last = max(told, default=None)
    return f"{last[:4]}-12-31" if last is not None else None


def _speaks_of_unions(text: Text, directory: Directory) -> bool:
    """Whether the text is on union work; what is too short to name a union gets the benefit of the doubt."""
    if len(text.raw) < _SHORT or any(mention.type is OrganisationType.UNION for mention in directory.mentions):
        return True
    return pattern_of("domain", "union_work").search(text.lower) is not None


def _without_union(told: Measured) -> Measured:
    """The measures of union work count nothing in an article that is on something else."""
    return Measured(OTHER, MeasureBy.NO_UNION) if told.measure in words("domain", "of_unions") else told


def _aim_around(count: Count, documents: Sequence[Document]) -> Document | None:
    """The programme or scheme in whose title a count stands: it says what is to be done."""
    return next((d for d in documents if d.type in _AIMS and d.start < count.start and count.end <= d.end), None)


def _name(index: int) -> str:
    return f"count {index}"


def _ties(quantities: Sequence[Quantity], directory: Directory, text: Text) -> Ties:
    """What the linking must know of the quantities beside their records."""
    kinds = {_name(index): _kind(quantity) for index, quantity in enumerate(quantities)}
    sorts = {_name(index): _sort(quantity) for index, quantity in enumerate(quantities)}
    wholes = {_name(i): q.number.whole for i, q in enumerate(quantities) if q.number.whole is not None}
    ranks = {body.name: _RANKS.get(body.level, 0) for body in directory.organisations if body.level is not None}
    seconds = frozenset(_name(index) for index, quantity in enumerate(quantities) if quantity.is_second)
    return Ties(kinds, sorts, wholes, ranks, text.headline.end, seconds)


def _kind(quantity: Quantity) -> str:
    """What is counted: the unit's class, or its head noun where it has none."""
    return head_of(quantity) if quantity.unit_class == "thing_counted" else quantity.unit_class


def _sort(quantity: Quantity) -> str | None:
    """What the unit's class counts, roughly: a name of the lexicon's table, "" where it has none for the class."""
    if quantity.unit_class == "thing_counted":
        return None
    sorts = load("links").tables["sorts"]
    return next((name for name, classes in sorts.items() if quantity.unit_class in classes), "")


def _count(name: str, quantity: Quantity, told: Measured, text: Text) -> Count:
    """What the words around the number say by themselves; owner, period and status come later."""
    number = quantity.number
    span = _quoted(quantity, told.cue, text)
    return Count(
        id=name,
        quote=text.quote(span),
        start=span.start,
        end=span.end,
        measure=told.measure,
        value=number.value,
        value_to=number.value_to,
        unit=quantity.unit_text,
        of=_group(quantity, text) if quantity.unit_class == "percent" else None,
        per=quantity.per,
        qualifier=number.qualifier,
        recurrence="year" if _recurs(quantity, text) else None,
    )


def _quoted(quantity: Quantity, cue: Cue | None, text: Text) -> Span:
    """From the verb that governs the number, where one stands right in front, to the counted noun."""
    span = quantity.span
    if cue is None or cue.span.end > span.start:
        return span
    between = text.lower[cue.span.end : span.start]
    if len(between) > _LONGEST_QUOTE_BEFORE or any(mark in between for mark in ".;:!?(") or between.count(",") > 1:
        return span
    if any(character.isdigit() for character in between):
        return span
    return Span(cue.span.start, span.end)


def _group(quantity: Quantity, text: Text) -> str | None:
    """What a percentage is a share of: the noun phrase behind it."""
    behind = quantity.number.span.end
    if pattern_of("quantities", "changes_to").match(text.lower, behind):  # "từ 5% | xuống 3%"
        return None
    found = pattern_of("quantities", "phrase").match(text.lower, behind + 1)
    return text.raw[found.start() : found.end()] if found else None


def _recurs(quantity: Quantity, text: Text) -> bool:
    sentence = text.sentence_around(quantity.number.span.start)
    recurring = pattern_of("status", "recurring")
    return recurring.search(text.lower, sentence.start, quantity.number.span.start) is not None
