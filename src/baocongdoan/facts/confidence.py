"""How sure a fact is: the probability that all of it is right, estimated from what told its fields.

A small logistic model a kind of fact, learned by ``training.calibration``: every trait of a fact's grounds moves the
log odds up or down. The model card (``models/confidence.md``) says how far the figures hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp
from pathlib import Path

import msgspec
from msgspec import Struct

from ..language.text import Text
from ..records import Count, Date, Document, Organisation, Person
from .grounds import CountGrounds, DateGrounds, DocumentGrounds, Grounded, OrganisationGrounds, PersonGrounds
from .ownership.nobody import LOOSE

__all__ = ["ConfidenceModel", "Scale", "shipped", "traits"]

_MODEL = Path(__file__).parents[1] / "models" / "confidence.json"
_FAR = 3  # sentences; a time expression farther off is as far as any
_LEAST, _MOST = 0.01, 0.99  # nothing is certain


class Scale(Struct, frozen=True):
    """The log odds of a fact of one kind without any known trait, and what each trait adds."""

    start: float
    weights: Mapping[str, float]

    def confidence(self, found: Iterator[str]) -> float:
        """The probability for a fact with these traits, to two places; a trait never seen in training adds nothing.

        >>> Scale(1.0, {"owner clause": 1.2}).confidence(iter(["owner clause", "owner of the moon"]))
        0.9
        """
        odds = exp(self.start + sum(self.weights.get(trait, 0.0) for trait in found))
        return round(min(_MOST, max(_LEAST, odds / (1 + odds))), 2)


class ConfidenceModel(Struct, frozen=True):
    """A scale for each kind of fact."""

    scales: Mapping[str, Scale]

    def confidence(self, one: Grounded, text: Text) -> float:
        """The probability that the fact is right in all its fields."""
        return self.scales[one.fact.kind].confidence(traits(one, text))

    def to_json(self) -> bytes:
        """The model as a file, one trait a line."""
        return msgspec.json.format(msgspec.json.encode(self.scales)) + b"\n"

    @classmethod
    def from_json(cls, source: bytes) -> ConfidenceModel:
        """The model that ``to_json`` wrote.

        >>> model = ConfidenceModel({"date": Scale(2.5, {"entry year": 0.25})})
        >>> ConfidenceModel.from_json(model.to_json()) == model
        True
        """
        return cls(msgspec.json.decode(source, type=dict[str, Scale]))


@cache
def shipped() -> ConfidenceModel:
    """The model that comes with the library, read once a process."""
    return ConfidenceModel.from_json(_MODEL.read_bytes())


def traits(one: Grounded, text: Text) -> Iterator[str]:
    """What the confidence of a fact depends on: which rules told its fields, and little else."""
    match one.fact, one.grounds:
        case Count() as count, CountGrounds() as grounds:
            yield from _of_count(count, grounds, text)
        case Date() as date, DateGrounds() as grounds:
            yield f"entry {grounds.entry}"
            yield f"year {grounds.year.value}"
            yield f"granularity {date.granularity.value}"
        case Organisation() as body, OrganisationGrounds() as grounds:
            yield f"entry {grounds.entry}"
            yield f"place {'untold' if body.why is None else body.why.value}"
            yield f"type {body.type.value}"
        case Document() as act, DocumentGrounds() as grounds:
            yield f"issuer {'unknown' if act.issuer is None else 'named' if grounds.names_issuer else 'worked out'}"
            yield "numbered" if act.number is not None else "without number"
        case Person() as person, PersonGrounds() as grounds:
            yield f"signal {grounds.signal}"
            yield f"body {grounds.body.value}"
            yield "office" if person.role is not None else "without office"


def _of_count(count: Count, grounds: CountGrounds, text: Text) -> Iterator[str]:
    whose = "loose" if count.measure in LOOSE else "union"  # what others than unions count, too
    owner, period = grounds.owner.by.value, grounds.period.by.value
    yield f"measure {count.measure}"
    yield f"measure by {grounds.measure.by.value}"
    yield f"measures {whose}"
    yield f"owner {owner}"
    yield f"owner {owner}, {whose}"
    yield f"period {period}"
    yield f"period {period}, {whose}"
    yield f"status {grounds.status.by.value}, {count.status.value}"
    if count.repeats is not None:
        yield "repeats"
    if grounds.period.at is not None:
        way = text.sentence_at(grounds.number.start) - text.sentence_at(grounds.period.at.start)
        yield f"period {max(-1, min(_FAR, way))} sentences before"
