"""How a fact came about, in words: its anchor, and for each field what told it, where and by which lexicon entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from ..errors import InputError
from ..facts.grounds import (
    BodyBy,
    CountGrounds,
    DateGrounds,
    DocumentGrounds,
    Explained,
    Ground,
    MeasureBy,
    OrganisationGrounds,
    OwnerBy,
    PeriodBy,
    PersonGrounds,
    StatusBy,
    YearBy,
)
from ..language.text import Span
from ..lexicon.loader import load
from ..records import Article, Count, Date, Document, Fact, Organisation, Person, PlaceSource
from .summary import days, summary

__all__ = ["WORDS", "explanation"]

WORDS: Mapping[Enum, str] = {
    MeasureBy.CUE: "a word near the number",
    MeasureBy.NEIGHBOUR: "lent by a count beside it",
    MeasureBy.UNIT: "the counted noun alone",
    MeasureBy.PERCENT: "the words around the per cent",
    MeasureBy.RISE: "a rise, a fall or a gap is of no measure",
    MeasureBy.RAISED: "it was raised to this: all there are now",
    MeasureBy.THRESHOLD: "a threshold describes a group by its stock",
    MeasureBy.NO_UNION: "the article is not on union work",
    MeasureBy.NOTHING: "no rule fits",
    OwnerBy.CLAUSE: "acts in the clause of the number",
    OwnerBy.SENTENCE: "acts in the sentence of the number",
    OwnerBy.AGENT: "named as the doer behind the number",
    OwnerBy.EMPLOYER: "its people are counted",
    OwnerBy.FIRM: "wages and prices: the firm named before",
    OwnerBy.CARRIED: "acts in a sentence before, in the same paragraph",
    OwnerBy.WHOLE_AREA: "the whole area or all levels: the union that leads it",
    OwnerBy.ASSEMBLY: "a meeting or an organ acts: that of the union that the article is on",
    OwnerBy.ARTICLE: "no doer is named: the union that the article is on",
    OwnerBy.PROTAGONIST: "no doer is named: the firm that the article is on",
    OwnerBy.ACT: "the number stands in the title of an act: its issuer",
    OwnerBy.RESTATED: "another statement of the same thing",
    OwnerBy.LOWER_LEVEL: "a lower level without a name",
    OwnerBy.NOBODY: "of a place, of the economy or of what befell people: nobody's doing",
    OwnerBy.CRITERION: "a threshold is nobody's",
    PeriodBy.SENTENCE: "a time expression in the sentence of the number",
    PeriodBy.LEAD: "a headline takes the time of the lead",
    PeriodBy.CARRIED: "carried from a sentence before",
    PeriodBy.EVENT: "the day of the event that is reported",
    PeriodBy.PLAN: "the time for which targets are set",
    PeriodBy.SUMMED_UP: "the time that a meeting or a report sums up",
    PeriodBy.FEAST: "the year of the feast for which it is given",
    PeriodBy.RESTATED: "another statement of the same thing",
    PeriodBy.PRICE: "wages and prices are of no period",
    PeriodBy.NOW: "as of the day of writing",
    PeriodBy.YEARLY: "it comes again every year",
    PeriodBy.CRITERION: "a threshold has no period",
    PeriodBy.NOTHING: "no time expression holds for it",
    StatusBy.WORD: "a word in front of the number",
    StatusBy.WORD_BEHIND: "a word behind the counted noun",
    StatusBy.AIMS: "tasks and targets are counted, and they exist",
    StatusBy.THRESHOLD: "it marks a threshold",
    StatusBy.LISTED: "it goes on with the proposals in front of it",
    StatusBy.CARRIED: "it goes on with the targets in front of it",
    StatusBy.PAIR: "it is the second of two numbers: a target, or all there are",
    StatusBy.AHEAD: "its time was still to come when the article appeared",
    StatusBy.ACT: "the number stands in the title of an act",
    StatusBy.RESTATED: "another statement of the same thing",
    StatusBy.NOTHING: "no word says that it is anything but done",
    PlaceSource.NAME: "printed in the name",
    PlaceSource.HEADLINE: "the place that the headline names",
    PlaceSource.DATELINE: "the place that the dateline names",
    PlaceSource.TEXT: "the place that the text speaks of",
    PlaceSource.NEWSPAPER: "the newspaper's own",
    YearBy.PRINTED: "its year is printed in it",
    YearBy.CONTEXT: "its year is worked out from the day of publication and the years spoken of",
    YearBy.GUESSED: "its year is guessed from the years spoken of: the page shows no day of publication",
    YearBy.NOTHING: "nothing tells its year",
    BodyBy.PRINTED: "printed with the office",
    BodyBy.NOUN: "a common noun for a body named before",
    BodyBy.CONTEXT: "the body spoken of",
    BodyBy.NOTHING: "nothing tells one",
}
"""What each rule is, in a few words."""

_WIDTH = len("confidence") + 2


def explanation(explained: Explained, fact_id: str | None = None) -> str:
    """How one fact came about, or all counts where none is named; ``InputError`` for an id that no fact has.

    >>> from baocongdoan.pipeline import explain
    >>> print(explanation(explain("Năm 2024, LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên.", clean=False), "f3"))  # doctest: +ELLIPSIS
    f3 · count · line 1 · “kết nạp 1.250 đoàn viên”
      says        members_admitted 1.250 đoàn viên
      number      “1.250”, of a noun of the class units.toml: member
      measure     members_admitted · a word near the number: “kết nạp”, line 1 (cues.toml: admit; measures.toml: members_admitted)
      owner       Liên đoàn Lao động tỉnh Yên Bái · acts in the clause of the number: “LĐLĐ tỉnh Yên Bái”, line 1
      period      2024-01-01 – 2024-12-31 · a time expression in the sentence of the number: “Năm 2024”, line 1
      status      reported · no word says that it is anything but done
      confidence  0...
    """  # noqa: E501  the lines are as long as what they tell
    facts = {fact.id: fact for fact in explained.extraction.facts}
    if fact_id is None:
        chosen: list[Fact] = list(explained.extraction.counts)
    elif fact_id in facts:
        chosen = [facts[fact_id]]
    else:
        ids = f"f1 to f{len(facts)}" if facts else "none"
        raise InputError(f"no fact has the id {fact_id!r}: the article's are {ids}, as `extract` prints them")
    teller = _Teller(explained.extraction.article, explained.extraction.organisations)
    return "\n\n".join(teller.told(fact, explained) for fact in chosen) or "The article counts nothing."


@dataclass(frozen=True, slots=True)
class _Teller:
    article: Article
    organisations: tuple[Organisation, ...]

    def told(self, fact: Fact, explained: Explained) -> str:
        heading = f"{fact.id} · {fact.kind} · line {self._line(fact.start)} · “{fact.quote}”"
        rows = [("says", summary(fact)), *self._rows(fact, explained)]
        if fact.confidence is not None:
            rows.append(("confidence", f"{fact.confidence:.2f}"))
        return "\n".join([heading, *(f"  {name:{_WIDTH}}{said}" for name, said in rows)])

    def _rows(self, fact: Fact, explained: Explained) -> Iterator[tuple[str, str]]:
        match fact, explained.grounds[fact.id]:
            case Count(), CountGrounds() as grounds:
                yield from self._of_count(fact, grounds)
            case Date(), DateGrounds() as grounds:
                yield "found by", f"dates.toml: {grounds.entry}"
                yield "days", f"{days(fact.first_day, fact.last_day) or 'unknown'} · {WORDS[grounds.year]}"
            case Organisation(), OrganisationGrounds() as grounds:
                entry = load("organisations")[grounds.entry]
                yield "found by", f"organisations.toml: {entry.name} ({entry.meaning})"
                source = WORDS[fact.why] if fact.why is not None else "nothing tells one"
                yield "province", f"{fact.province or 'none'} · {source}"
            case Document(), DocumentGrounds() as grounds:
                letters = "letters of the number" if grounds.by_letters else "noun in front"
                yield "type", f"{fact.type} · the {letters}"
                issuer = "named in the citation" if grounds.names_issuer else "not named in the citation"
                yield "issuer", f"{fact.issuer or 'unknown'} · {issuer}"
            case Person(), PersonGrounds() as grounds:
                yield "known by", grounds.signal
                yield "body", f"{fact.organisation or 'none'} · {WORDS[grounds.body]}"

    def _of_count(self, count: Count, grounds: CountGrounds) -> Iterator[tuple[str, str]]:
        yield "number", f"“{self._quote(grounds.number)}”, of a noun of the class {_entry('units', grounds.unit_class)}"
        cue = _entry("cues", grounds.cue) if grounds.cue else ""
        yield "measure", self._field(count.measure, grounds.measure, cue)
        yield "owner", self._field(count.organisation or "nobody", grounds.owner) + self._first_named(count, grounds)
        yield "period", self._field(days(count.first_day, count.last_day) or "none", grounds.period)
        yield "status", self._field(count.status, grounds.status)

    def _field(self, value: str, ground: Ground, further: str = "") -> str:
        where = f": “{self._quote(ground.at)}”, line {self._line(ground.at.start)}" if ground.at is not None else ""
        entries = "; ".join(filter(None, (further, ground.entry)))
        return f"{value} · {WORDS[ground.by]}{where}" + (f" ({entries})" if entries else "")

    def _first_named(self, count: Count, grounds: CountGrounds) -> str:
        """Where an owner is named of whom no words near the number speak."""
        if grounds.owner.at is not None:
            return ""
        named = next((body for body in self.organisations if body.name == count.organisation), None)
        return f", named “{named.quote}”, line {self._line(named.start)}" if named is not None else ""

    def _quote(self, span: Span) -> str:
        return self.article.text[span.start : span.end]

    def _line(self, position: int) -> int:
        """The number, on the page, of the line that holds an offset of the article's text."""
        kept = (line for line in self.article.lines if line.start is not None and line.start <= position)
        return max(kept, key=lambda line: line.start or 0).line


def _entry(lexicon: str, name: str) -> str:
    """A class of words with its file; those of a user's own file have a name alone."""
    return f"{lexicon}.toml: {name}" if any(entry.name == name for entry in load(lexicon).entries) else name
