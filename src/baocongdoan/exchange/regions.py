"""What comes back from a tool: spans that people marked, with what they filled in, made into facts again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any, get_args, get_type_hints

from ..errors import RecordError
from ..evaluation.annotations import AnnotatedFact
from ..language.fold import clean_characters
from ..records import LINK_FIELDS
from ..serialise import FACT_TYPES, decode_fact
from .offsets import Offsets
from .samples import Sample, is_made
from .units import Unit

__all__ = ["Link", "Region", "Returned", "ToolText", "returned"]

_PLACEHOLDERS = {"measure": "other", "type": "other", "value": 0, "unit": "", "granularity": "day"}
"""What stands in a field that a record can't do without until somebody fills it in; a name is the quote."""


@dataclass(frozen=True, slots=True)
class Region:
    """A marked span of the article's text in code points, and the fields that are known of it, as JSON has them.

    ``key`` is its name among the regions of the article: the id of its fact, or one that the tool made.
    """

    key: str
    kind: str
    start: int
    end: int
    fields: Mapping[str, Any] = field(default_factory=dict)
    doubt: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that was drawn from one region to another; ``name`` is the field of a count that holds it."""

    name: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A corrected sample, and notes for the one who brings it back, such as facts whose fields are to be filled in.

    ``place`` says where in the tool's file it stands.
    """

    place: str
    sample: Sample
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolText:
    """The text as a tool holds it, which may differ from ours in how characters and line ends are written."""

    text: str
    ours: str
    offsets: Offsets

    @classmethod
    def of(cls, text: object, ours: str, unit: Unit) -> ToolText:
        """The tool's text beside ours; raises ``RecordError`` where somebody changed it.

        >>> tool = ToolText.of("Ho\\u0323p\\r\\n8 lớp", "Họp\\n8 lớp", Unit.CODE_POINTS)
        >>> tool.span(6, 11)
        (4, 9)
        """
        if not isinstance(text, str):
            raise RecordError("has no text: export the page again")
        if text != ours and _plain(text) != ours:
            raise RecordError(
                "its text is not the one that was exported, so spans would lie in wrong places: export the page again, "
                "and leave the text as it is"
            )
        return cls(text, ours, Offsets.of(text, unit))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the tool's text, in its unit, as one of ours in code points, without spaces at its ends."""
        start, end = self.offsets.inward(start, end)
        if self.text != self.ours:
            start, end = (len(_plain(self.text[:position])) for position in (start, end))
        words = self.ours[start:end]
        if not words.strip():
            raise RecordError(f"the span {start} to {end} holds no words: remove it")
        start += len(words) - len(words.lstrip())
        return start, start + len(words.strip())


def _plain(text: str) -> str:
    return clean_characters(text.replace("\r\n", "\n").replace("\r", "\n"))


def returned(place: str, sample: Sample, regions: Sequence[Region], links: Iterable[Link]) -> Returned:
    """The sample with the facts that the regions are.

    A fact that lacks fields which its record needs gets placeholders and is in doubt as a whole, so that no comparison
    counts it, and a note says so; so it does of a link that joins no counts, which is left out. Raises
    ``RecordError`` for what can be no fact, such as a field that breaks the contract.
    """
    targets, notes = _targets(regions, links)
    referred = {target for of_region in targets.values() for target in of_region.values()}
    facts = []
    for region in regions:
        key = "" if is_made(region.key) and region.key not in referred else region.key
        annotated, missing = _fact(region, key, sample.text, targets[region.key])
        facts.append(annotated)
        if missing:
            notes.append(
                f"{region.kind} “{annotated.fact.quote}” lacks {', '.join(missing)}: fill in and take from `doubt`"
            )
    return Returned(place, sample.corrected(facts), tuple(notes))


def _targets(regions: Sequence[Region], links: Iterable[Link]) -> tuple[Mapping[str, dict[str, str]], list[str]]:
    """Where the links of each region lead, by the name of the link, and notes on those that can't be kept."""
    kinds = {region.key: region.kind for region in regions}
    targets: dict[str, dict[str, str]] = {region.key: {} for region in regions}
    notes = []
    for link in links:
        relation = f"the relation {link.name} from {link.source} to {link.target}"
        if link.name not in LINK_FIELDS:
            notes.append(f"{relation} is none of {', '.join(LINK_FIELDS)}: left out")
        elif not kinds.get(link.source) == kinds.get(link.target) == "count":
            notes.append(f"{relation} does not join two counts: left out")
        elif targets[link.source].setdefault(link.name, link.target) != link.target:
            notes.append(f"{relation} is a second one, and a count has one: left out")
    return targets, notes


def _fact(region: Region, key: str, text: str, targets: Mapping[str, str]) -> tuple[AnnotatedFact, Sequence[str]]:
    """The fact of a region, and the fields that it lacks."""
    quote = text[region.start : region.end]
    where = f"{region.kind} “{quote}”"
    if region.kind not in FACT_TYPES:
        raise RecordError(f"{where}: the label is none of {', '.join(FACT_TYPES)}: choose one of these")
    raw = {name: value for name, value in region.fields.items() if value is not None}
    missing = _missing(region.kind, raw)
    stand_ins = {name: quote if name == "name" else _PLACEHOLDERS.get(name) for name in missing}
    nulls = dict.fromkeys(_required(region.kind))
    place = {"kind": region.kind, "id": key, "quote": quote, "start": region.start, "end": region.end}
    fact = decode_fact(nulls | stand_ins | raw | dict(targets) | place, where)
    return AnnotatedFact(fact, region.doubt | {"kind", *missing} if missing else region.doubt), missing


@cache
def _required(kind: str) -> Mapping[str, bool]:
    """The fields without which there is no record of the kind, beside its place, and whether they may be null."""
    hints = get_type_hints(FACT_TYPES[kind])
    named = (known.name for known in fields(FACT_TYPES[kind]) if known.default is MISSING)
    return {name: type(None) in get_args(hints[name]) for name in named if name not in ("quote", "start", "end")}


def _missing(kind: str, raw: Mapping[str, Any]) -> Sequence[str]:
    """The fields that a record needs and that nobody filled in; where one is, null days mean nothing either."""
    empty = {name: nullable for name, nullable in _required(kind).items() if name not in raw}
    return [] if all(empty.values()) else list(empty)
