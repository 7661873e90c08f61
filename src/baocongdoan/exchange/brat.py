"""brat standoff: NAME.txt and NAME.ann for every article, the collection's annotation.conf, and the same back in.

Values of closed sets are attributes, links are relations, and all other fields stand as JSON in the annotator's note
of a span. brat counts code points. What it can't show is kept in NAME.source.json beside.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import BaocongdoanError, InputError, RecordError, reason
from ..records import LINK_FIELDS, Skipped
from ..serialise import FACT_TYPES, parse_object
from .controls import DOUBT, Control, ControlType, controls_of, shown, understood
from .regions import Link, Region, Returned, ToolText, returned
from .samples import Sample, ToolFile, fresh_keys, links_of, unpack
from .units import Unit

__all__ = ["UNIT", "configuration", "files", "read"]

UNIT = Unit.CODE_POINTS

_SOURCE = ".source.json"
_ID = "id"


def files(samples: Iterable[Sample]) -> Iterator[ToolFile]:
    """The text, the annotation and the source of every sample, and last the configuration of the collection."""
    measures: dict[str, None] = {}
    for sample in samples:
        measures |= dict.fromkeys(
            value
            for annotated in sample.annotated.facts
            for control, value in shown(annotated).items()
            if control.field == "measure"
        )
        yield ToolFile(f"{sample.name}.txt", [sample.text])
        yield ToolFile(f"{sample.name}.ann", _lines(sample))
        yield ToolFile(f"{sample.name}{_SOURCE}", [sample.packed(UNIT) + "\n"])
    yield ToolFile("annotation.conf", [configuration(measures)])


def _lines(sample: Sample) -> Iterator[str]:
    """The lines of an annotation: spans, each with its attributes and its note, then relations."""
    spans = {key: f"T{number}" for number, key in enumerate(sample.keys, 1)}
    attributes, notes, relations = 0, 0, 0
    for (key, span), annotated in zip(spans.items(), sample.annotated.facts, strict=True):
        fact = annotated.fact
        pieces = _pieces(sample.text, fact.start, fact.end)
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(sample.text[start:end] for start, end in pieces)
        yield f"{span}\t{fact.kind} {places}\t{words}\n"
        note: dict[str, Any] = {_ID: key} if fact.id else {}
        for control, value in shown(annotated).items():
            if control.type is ControlType.CHOICE:
                attributes += 1
                yield f"A{attributes}\t{control.name} {span} {value}\n"
            else:
                note[control.field] = value
        if note:
            notes += 1
            yield f"#{notes}\tAnnotatorNotes {span}\t{json.dumps(note, ensure_ascii=False)}\n"
    for (_, span), annotated in zip(spans.items(), sample.annotated.facts, strict=True):
        for name, target in links_of(annotated):
            relations += 1
            yield f"R{relations}\t{name} Arg1:{span} Arg2:{spans[target]}\n"


def _pieces(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """A span line by line, for none of brat's may hold a line end."""
    return [(start + found.start(), start + found.end()) for found in re.finditer(r"[^\n]+", text[start:end])]


def configuration(measures: Iterable[str] = ()) -> str:
    """The collection's annotation.conf, from the record contract; ``measures`` are some beside the library's own.

    >>> "Arg:count, Value:reported|target|proposed|criterion" in configuration()
    True
    """
    relations = [f"{link}\tArg1:count, Arg2:count" for link in LINK_FIELDS]
    controls = [control for kind in FACT_TYPES for control in controls_of(kind).values()]
    attributes = [
        f"{control.name}\tArg:{control.kind}, Value:{'|'.join(_values(control, measures))}"
        for control in controls
        if control.type is ControlType.CHOICE
    ]
    sections = {"entities": list(FACT_TYPES), "relations": relations, "events": [], "attributes": attributes}
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections.items())


def _values(control: Control, measures: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys((*control.values, *(measures if control.field == "measure" else ())))


def read(folder: Path) -> Iterator[Returned | Skipped]:
    """The corrected samples of a collection by name; one that is faulty is ``Skipped``."""
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder: name the collection's, which holds NAME.ann files")
    for path in sorted(folder.glob("*.ann")):
        try:
            yield _returned(path)
        except BaocongdoanError as error:
            yield Skipped(origin=str(path), reason=reason(error, str(path)))


def _returned(path: Path) -> Returned:
    sample, _ = unpack(_content(path.with_name(path.stem + _SOURCE)))
    text = ToolText.of(_content(path.with_suffix(".txt")), sample.text, UNIT)
    annotation = _Annotation()
    for number, line in enumerate(_content(path).split("\n"), 1):
        try:
            annotation.add(line.rstrip("\r"))
        except (ValueError, RecordError) as error:
            raise RecordError(f"line {number} ({line[:60]!r}) is no line of brat's: {error}") from error
    return returned(str(path), sample, annotation.regions(sample, text), annotation.links())


def _content(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}: keep the files of an article together") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 ({error}): brat's files are") from error


class _Annotation:
    """The lines of an .ann file, gathered by the span that they belong to."""

    def __init__(self) -> None:
        self.spans: dict[str, tuple[str, int, int]] = {}
        self.attributes: dict[str, dict[str, str]] = defaultdict(dict)
        self.notes: dict[str, Mapping[str, Any]] = {}
        self.relations: list[tuple[str, str, str]] = []
        self.keys: dict[str, str] = {}

    def add(self, line: str) -> None:
        """Take in one line; raises ``ValueError`` or ``RecordError`` for what none of ours looks like."""
        if not line:
            return
        name, _, rest = line.partition("\t")
        head, _, tail = rest.partition("\t")
        if name.startswith("T"):
            kind, places = head.split(" ", 1)
            numbers = [int(number) for piece in places.split(";") for number in piece.split()]
            self.spans[name] = kind, numbers[0], numbers[-1]
        elif name.startswith(("A", "M")):
            attribute, span, *value = head.split()
            self.attributes[span][attribute] = value[0] if value else "true"
        elif name.startswith("R"):
            relation, source, target = head.split()
            self.relations.append((relation, source.partition(":")[2], target.partition(":")[2]))
        elif name.startswith("#"):
            kind, span = head.split()
            if kind == "AnnotatorNotes":
                self.notes[span] = parse_object(tail)
        else:
            raise RecordError("only T, A, R and # lines are read: remove it")

    def regions(self, sample: Sample, text: ToolText) -> Sequence[Region]:
        """The spans with their fields."""
        fresh = fresh_keys({*(str(note.get(_ID)) for note in self.notes.values()), *sample.keys})
        for span in self.spans:
            told = str(self.notes.get(span, {}).get(_ID) or "")
            self.keys[span] = next(fresh) if not told or told in self.keys.values() else told  # notes get copied
        return [self._region(span, *place, text) for span, place in self.spans.items()]

    def _region(self, span: str, kind: str, start: int, end: int, text: ToolText) -> Region:
        if kind not in FACT_TYPES:
            raise RecordError(f"{span}: {kind!r} is none of {', '.join(FACT_TYPES)}: choose one of these")
        note, attributes = dict(self.notes.get(span, {})), self.attributes[span]
        filled = {
            control.field: understood(control, attributes.get(control.name, note.get(control.field)))
            for control in controls_of(kind).values()
            if control.name in attributes or note.get(control.field) is not None
        }
        doubt = frozenset(filled.pop(DOUBT, ()))
        return Region(self.keys[span], kind, *text.span(start, end), filled, doubt)

    def links(self) -> Sequence[Link]:
        """The relations between the regions."""
        return [
            Link(name, self.keys.get(source, source), self.keys.get(target, target))
            for name, source, target in self.relations
        ]
