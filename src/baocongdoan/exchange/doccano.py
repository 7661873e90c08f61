"""doccano: JSON Lines for sequence labelling with relations, and its exports back in.

doccano knows no fields of a span, so all facts travel along in the example's metadata, and a span that comes back is
tied to its fact by where it stands. Its browser counts UTF-16 code units (graphemes in projects that "count grapheme
clusters as one character"), and its server keeps what the browser counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from ..errors import BaocongdoanError, InputError, RecordError, reason
from ..evaluation.annotations import AnnotatedFact
from ..records import LINK_FIELDS, Skipped
from ..serialise import parse_object
from ..views.webpage import COLOURS
from .controls import DOUBT, controls_of
from .offsets import Offsets
from .regions import Link, Region, Returned, ToolText, returned
from .samples import Sample, ToolFile, encode_annotated, fresh_keys, links_of, unpack
from .units import Unit

__all__ = ["UNIT", "example_of", "files", "read"]

UNIT = Unit.UTF_16

_GREY, _WHITE = "#7f7f7f", "#ffffff"


def files(samples: Iterable[Sample], unit: Unit = UNIT) -> Iterator[ToolFile]:
    """The examples to import, one a line, and the labels of the project's spans and relations."""
    # In ASCII: doccano guesses the encoding of what it imports, and takes Vietnamese in UTF-8 for Turkish.
    lines = (json.dumps(example_of(sample, unit)) + "\n" for sample in samples)
    yield ToolFile("examples.jsonl", lines)
    yield ToolFile("span_labels.json", [_label_file({kind: edge for kind, (_, edge) in COLOURS.items()})])
    yield ToolFile("relation_labels.json", [_label_file(dict.fromkeys(LINK_FIELDS, _GREY))])


def _label_file(colours: Mapping[str, str]) -> str:
    """Labels as doccano imports them."""
    labels = [{"text": name, "backgroundColor": colour, "textColor": _WHITE} for name, colour in colours.items()]
    return json.dumps(labels, indent=1) + "\n"


def example_of(sample: Sample, unit: Unit = UNIT) -> Mapping[str, Any]:
    """A sample as an example of doccano's relation extraction format."""
    offsets = Offsets.of(sample.text, unit)
    entities = []
    for number, annotated in enumerate(sample.annotated.facts):
        start, end = offsets.outward(annotated.fact.start, annotated.fact.end)
        entities.append({"id": number, "label": annotated.fact.kind, "start_offset": start, "end_offset": end})
    numbers = {key: number for number, key in enumerate(sample.keys)}
    relations = [
        {"from_id": number, "to_id": numbers[target], "type": name}
        for number, annotated in enumerate(sample.annotated.facts)
        for name, target in links_of(annotated)
    ]
    packed = sample.packed(unit, with_facts=True)
    return {"text": sample.text, "entities": entities, "relations": relations, "baocongdoan": packed}


def read(path: Path, unit: Unit | None = None) -> Iterator[Returned | Skipped]:
    """The corrected samples of an export in JSON Lines; a line that is no sample is ``Skipped``.

    ``unit`` is what offsets count, else what the export was made with.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}: name the file that doccano exported") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{path}, line {number}"
        try:
            yield _returned(parse_object(line), place, unit)
        except BaocongdoanError as error:
            yield Skipped(origin=place, reason=reason(error, place))


def _returned(example: Mapping[str, Any], place: str, unit: Unit | None) -> Returned:
    sample, exported = unpack(example.get("baocongdoan"))
    unit = unit or exported
    spans = _spans(example, ToolText.of(example.get("text", example.get("data")), sample.text, unit))
    originals = _originals(sample, unit)
    tied = _tied(spans, originals)
    fresh = fresh_keys(sample.keys)
    keys = {span.key: tied[span.key].key if span.key in tied else next(fresh) for span in spans}
    regions = [_region(span, keys[span.key], tied.get(span.key)) for span in spans]
    back = returned(place, sample, regions, _links(example, keys, tied.values()))
    return replace(back, notes=(*_notes(spans, originals, tied), *back.notes))


@dataclass(frozen=True, slots=True)
class _Span:
    """A labelled span in code points; ``key`` is doccano's number of it."""

    key: int
    kind: str
    start: int
    end: int

    def shared(self, other: _Original) -> int:
        """How many code points it shares with a fact of its kind."""
        return min(self.end, other.end) - max(self.start, other.start) if self.kind == other.kind else 0


@dataclass(frozen=True, slots=True)
class _Original:
    """A fact that was exported, with its key and the span that doccano was told of: whole units of its text."""

    key: str
    annotated: AnnotatedFact
    start: int
    end: int

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.annotated.fact.kind


def _originals(sample: Sample, unit: Unit) -> Sequence[_Original]:
    offsets = Offsets.of(sample.text, unit)
    return [
        _Original(key, annotated, *offsets.inward(*offsets.outward(annotated.fact.start, annotated.fact.end)))
        for key, annotated in zip(sample.keys, sample.annotated.facts, strict=True)
    ]


class _Entity(msgspec.Struct):
    """A span as projects with relations export it."""

    id: int
    label: str
    start_offset: int
    end_offset: int


class _Relation(msgspec.Struct):
    """A relation as doccano exports it."""

    from_id: int
    to_id: int
    type: str


def _spans(example: Mapping[str, Any], text: ToolText) -> Sequence[_Span]:
    """The spans of an example in the order in which they were made; projects without relations export bare triples."""
    try:
        if "entities" in example:
            entities = sorted(msgspec.convert(example["entities"], list[_Entity]), key=lambda entity: entity.id)
        else:
            triples = msgspec.convert(example.get("label", example.get("labels")), list[tuple[int, int, str]])
            entities = [_Entity(number, label, start, end) for number, (start, end, label) in enumerate(triples)]
    except msgspec.ValidationError as error:
        raise RecordError(f"its labels are not doccano's ({error}): export the project as JSONL") from error
    return [_Span(one.id, one.label, *text.span(one.start_offset, one.end_offset)) for one in entities]


def _tied(spans: Sequence[_Span], originals: Sequence[_Original]) -> Mapping[int, _Original]:
    """The fact that each span is, by the span's number: the one at its place, else the one it shares most with."""
    tied: dict[int, _Original] = {}
    left = list(originals)
    for span in spans:
        place = (span.kind, span.start, span.end)
        if found := next((one for one in left if (one.kind, one.start, one.end) == place), None):
            tied[span.key] = found
            left.remove(found)
    moved = [(span.shared(one), span, one) for span in spans if span.key not in tied for one in left]
    for shared, span, one in sorted(moved, key=lambda move: -move[0]):
        if shared > 0 and span.key not in tied and one in left:
            tied[span.key] = one
            left.remove(one)
    return tied


def _region(span: _Span, key: str, original: _Original | None) -> Region:
    if original is None:
        return Region(key, span.kind, span.start, span.end)
    annotated = original.annotated
    stays = (span.start, span.end) == (original.start, original.end)
    place = (annotated.fact.start, annotated.fact.end) if stays else (span.start, span.end)
    names = controls_of(span.kind)
    known = {name: value for name, value in encode_annotated(annotated).items() if name in names and name != DOUBT}
    return Region(key, span.kind, *place, known, annotated.doubt)


def _links(example: Mapping[str, Any], keys: Mapping[int, str], tied: Iterable[_Original]) -> Sequence[Link]:
    """The relations, or where the project has none, those of the facts that are still there."""
    if "relations" in example:
        try:
            relations = msgspec.convert(example["relations"], list[_Relation])
        except msgspec.ValidationError as error:
            raise RecordError(f"its relations are not doccano's ({error}): export the project as JSONL") from error
        return [
            Link(one.type, keys.get(one.from_id, str(one.from_id)), keys.get(one.to_id, str(one.to_id)))
            for one in relations
        ]
    there = set(keys.values())
    return [Link(name, one.key, target) for one in tied for name, target in links_of(one.annotated) if target in there]


def _notes(spans: Sequence[_Span], originals: Sequence[_Original], tied: Mapping[int, _Original]) -> Iterator[str]:
    """What a person should look at: facts whose span moved, and those that are gone."""
    for span in spans:
        one = tied.get(span.key)
        if one is not None and (span.start, span.end) != (one.start, one.end):
            yield f"{span.kind} “{one.annotated.fact.quote}” moved: see whether its fields still hold"
    gone = len(originals) - len(tied)
    if gone:
        yield f"{gone} of {len(originals)} facts are gone (a project that allows no overlapping spans drops such)"
