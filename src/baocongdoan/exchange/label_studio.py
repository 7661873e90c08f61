"""Label Studio: tasks with predictions (or annotations, of gold), the labelling configuration, and exports back in.

Every fact is a region with a label; each of its fields is a control of that region, so that all can be corrected.
Label Studio counts code points. Its versions of 2021 and before counted UTF-16 code units; the words that every region
repeats tell which it was.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Any
from xml.etree import ElementTree

import msgspec

from ..errors import BaocongdoanError, InputError, RecordError, reason
from ..records import LINK_FIELDS, Skipped
from ..serialise import FACT_TYPES
from ..views.webpage import COLOURS
from .controls import DOUBT, Control, ControlType, controls_of, shown, understood
from .offsets import Offsets
from .regions import Link, Region, Returned, ToolText, returned
from .samples import Sample, ToolFile, links_of, unpack
from .units import Unit

__all__ = ["UNIT", "configuration", "files", "read", "task_of"]

UNIT = Unit.CODE_POINTS

_KINDS, _TEXT = "kind", "text"
_TYPES = {
    ControlType.CHOICE: "choices",
    ControlType.CHOICES: "choices",
    ControlType.NUMBER: "number",
    ControlType.TEXT: "textarea",
    ControlType.TEXTS: "textarea",
}
_VALUE_KEYS = {"choices": "choices", "number": "number", "textarea": "text"}


def files(samples: Iterable[Sample], unit: Unit = UNIT) -> Iterator[ToolFile]:
    """The tasks to import, sample by sample, and the configuration of the project's labelling interface."""
    further: dict[Control, dict[str, None]] = defaultdict(dict)
    yield ToolFile("tasks.json", _tasks_file(samples, unit, further))
    yield ToolFile("labels.xml", [configuration({control: tuple(values) for control, values in further.items()})])


def _tasks_file(samples: Iterable[Sample], unit: Unit, further: dict[Control, dict[str, None]]) -> Iterator[str]:
    """The tasks as one JSON list; ``further`` takes up what is chosen in them."""
    separator = "[\n"
    for sample in samples:
        for control, value in _choices(sample):
            further[control].setdefault(value)
        yield separator + json.dumps(task_of(sample, unit), ensure_ascii=False)
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _choices(sample: Sample) -> Iterator[tuple[Control, str]]:
    """What is chosen in a sample, for the configuration must offer it: measures of one's own, for example."""
    for annotated in sample.annotated.facts:
        for control, value in shown(annotated).items():
            if control.type is ControlType.CHOICE:
                yield control, value
            elif control.type is ControlType.CHOICES:
                yield from ((control, one) for one in value)


def task_of(sample: Sample, unit: Unit = UNIT) -> Mapping[str, Any]:
    """A sample as a task: facts of people are its annotation, those of the extractor its prediction."""
    data = {"text": sample.text, "name": sample.name, "baocongdoan": sample.packed(unit)}
    result = list(_result(sample, Offsets.of(sample.text, unit)))
    if sample.by_hand:
        return {"data": data, "annotations": [{"result": result}]}
    sure = [annotated.fact.confidence for annotated in sample.annotated.facts if annotated.fact.confidence is not None]
    score = {"score": round(fmean(sure), 4)} if sure else {}
    return {"data": data, "predictions": [{"model_version": "baocongdoan", **score, "result": result}]}


def _result(sample: Sample, offsets: Offsets) -> Iterator[Mapping[str, Any]]:
    keys = sample.keys
    for key, annotated in zip(keys, sample.annotated.facts, strict=True):
        fact = annotated.fact
        start, end = offsets.outward(fact.start, fact.end)
        of_region = {"id": key, "to_name": _TEXT}
        place = {"start": start, "end": end, "text": fact.quote}
        score = {} if fact.confidence is None else {"score": fact.confidence}
        yield of_region | {"from_name": _KINDS, "type": "labels", "value": place | {"labels": [fact.kind]}} | score
        for control, value in shown(annotated).items():
            told = value if control.type in (ControlType.CHOICES, ControlType.TEXTS, ControlType.NUMBER) else [value]
            kind = _TYPES[control.type]
            yield of_region | {
                "from_name": control.name,
                "type": kind,
                "value": place | {_VALUE_KEYS[kind]: told},
            }
    for key, annotated in zip(keys, sample.annotated.facts, strict=True):
        for name, target in links_of(annotated):
            yield {"type": "relation", "from_id": key, "to_id": target, "direction": "right", "labels": [name]}


def configuration(further: Mapping[Control, Sequence[str]] | None = None) -> str:
    """The labelling interface as XML, generated from the record contract.

    ``further`` holds values that choices offer beside the contract's own, such as a user's measures.

    >>> xml = configuration()
    >>> '<Label value="count"' in xml, '<Number name="count_value"' in xml, '<Relation value="part_of"' in xml
    (True, True, True)
    """
    view = ElementTree.Element("View")
    relations = ElementTree.SubElement(view, "Relations")
    for link in LINK_FIELDS:
        ElementTree.SubElement(relations, "Relation", value=link)
    labels = ElementTree.SubElement(view, "Labels", name=_KINDS, toName=_TEXT)
    for kind in FACT_TYPES:
        ElementTree.SubElement(labels, "Label", value=kind, background=COLOURS[kind][1])
    ElementTree.SubElement(view, "Text", name=_TEXT, value="$text", granularity="symbol")
    for kind in FACT_TYPES:
        when = {"visibleWhen": "region-selected", "whenTagName": _KINDS, "whenLabelValue": kind}
        fields = ElementTree.SubElement(view, "View", when)
        for control in controls_of(kind).values():
            ElementTree.SubElement(fields, "Header", value=control.field, size="6")
            _add_control(fields, control, (further or {}).get(control, ()))
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def _add_control(parent: ElementTree.Element, control: Control, further: Sequence[str]) -> None:
    of_region = {"name": control.name, "toName": _TEXT, "perRegion": "true", "whenLabelValue": control.kind}
    if control.type is ControlType.NUMBER:
        ElementTree.SubElement(parent, "Number", of_region | {"step": "any"})
    elif control.type is ControlType.TEXT:
        ElementTree.SubElement(parent, "TextArea", of_region | {"maxSubmissions": "1", "editable": "true"})
    elif control.type is ControlType.TEXTS:
        ElementTree.SubElement(parent, "TextArea", of_region | {"editable": "true"})
    else:
        many = control.type is ControlType.CHOICES
        shape = {"choice": "multiple" if many else "single", "layout": "select"}
        choices = ElementTree.SubElement(parent, "Choices", of_region | shape)
        for value in dict.fromkeys((*control.values, *further)):
            ElementTree.SubElement(choices, "Choice", value=value)


def read(path: Path, unit: Unit | None = None, annotator: str | None = None) -> Iterator[Returned | Skipped]:
    """The corrected samples of an export in Label Studio's JSON format; a task that is no sample is ``Skipped``.

    ``unit`` is what offsets count, else what the export was made with; where a region repeats its words, these decide.
    ``annotator`` is the e-mail address or number of the one whose annotations are wanted; else it is the ground truth,
    or the latest.
    """
    for number, task in enumerate(_tasks(path), 1):
        name = task.get("id", number) if isinstance(task, dict) else number
        place = f"{path}, task {name}"
        try:
            yield _returned(task, place, unit, annotator)
        except BaocongdoanError as error:
            yield Skipped(origin=place, reason=reason(error, place))


def _tasks(path: Path) -> Sequence[Any]:
    try:
        tasks = msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}: name the file that Label Studio exported") from error
    except (msgspec.DecodeError, UnicodeError) as error:
        raise InputError(f"{path}: not valid JSON ({error}): export in the format JSON, and unpack it") from error
    if not isinstance(tasks, list):
        raise InputError(f"{path}: a list of tasks is wanted: export in the format JSON")
    return tasks


def _returned(task: Any, place: str, unit: Unit | None, annotator: str | None) -> Returned:
    if not isinstance(task, dict) or not isinstance(data := task.get("data"), dict):
        raise RecordError("no task with `data`: export in the format JSON, not JSON-MIN")
    sample, exported = unpack(data.get("baocongdoan"))
    annotation = _chosen(task.get("annotations") or task.get("completions"), annotator)
    result = annotation.get("result")
    if not isinstance(result, list) or not all(isinstance(part, dict) for part in result):
        raise RecordError("its annotation has no list of results: export it again")
    reader = _Reader(sample.text, data.get("text"), unit or exported)
    regions = reader.regions(result)
    links = (_link(part, name) for part in result if part.get("type") == "relation" for name in _labels_of(part))
    back = returned(place, sample, regions, links)
    return replace(back, notes=(*reader.notes, *back.notes))


def _chosen(annotations: object, annotator: str | None) -> Mapping[str, Any]:
    """The annotation of a task that counts."""
    found = [one for one in annotations if isinstance(one, dict)] if isinstance(annotations, list) else []
    done = [one for one in found if not one.get("was_cancelled")]
    if annotator is not None:
        done = [one for one in done if annotator in _names(one.get("completed_by"))]
    if not done:
        whose = "" if annotator is None else f" by {annotator}"
        raise RecordError(f"not annotated{whose}: submit it in Label Studio, and export again")
    truth = [one for one in done if one.get("ground_truth")]
    return max(truth or done, key=lambda one: str(one.get("updated_at") or one.get("created_at") or ""))


def _names(completed_by: object) -> set[str]:
    """How the maker of an annotation may be named: exports hold a number, or an object with the address too."""
    if isinstance(completed_by, dict):
        return {str(completed_by.get(name)) for name in ("id", "email", "username")}
    return {str(completed_by)}


def _link(part: Mapping[str, Any], name: str) -> Link:
    ends = str(part.get("from_id")), str(part.get("to_id"))
    source, target = reversed(ends) if part.get("direction") == "left" else ends
    return Link(name, source, target)


def _labels_of(part: Mapping[str, Any]) -> Sequence[str]:
    labels = part.get("labels") or ()
    if not labels:
        raise RecordError(f"the relation of {part.get('from_id')} and {part.get('to_id')} has no label: choose one")
    return [str(label) for label in labels]


@dataclass(slots=True)
class _Place:
    """A region's label and span, as Label Studio has them."""

    kind: str
    start: int
    end: int
    words: str | None


class _Reader:
    """Reads the regions of a task; ``notes`` says what was odd."""

    def __init__(self, ours: str, text: object, unit: Unit) -> None:
        units = dict.fromkeys((unit, Unit.CODE_POINTS, Unit.UTF_16))
        self.texts = [ToolText.of(text, ours, one) for one in units]
        self.ours = ours
        self.notes: list[str] = []

    def regions(self, result: Sequence[Mapping[str, Any]]) -> Sequence[Region]:
        """The regions in the order of their labels, each with the fields that its controls gave."""
        fields: dict[str, dict[str, Any]] = defaultdict(dict)
        places: dict[str, _Place] = {}
        for part in result:
            key, value = str(part.get("id")), part.get("value")
            if part.get("type") == "relation" or not isinstance(value, dict):
                continue
            if part.get("from_name") == _KINDS:
                places[key] = _place(key, value)
            else:
                fields[key][str(part.get("from_name"))] = value
        for key in fields.keys() - places.keys():
            raise RecordError(f"region {key} has fields but no label: choose one, or remove it")
        return [self._region(key, place, fields[key]) for key, place in places.items()]

    def _region(self, key: str, place: _Place, values: Mapping[str, Mapping[str, Any]]) -> Region:
        start, end = self._span(key, place)
        filled = {
            control.field: _filled(control, values[control.name])
            for control in controls_of(place.kind).values()
            if control.name in values
        }
        doubt = frozenset(filled.pop(DOUBT, ()))
        return Region(key, place.kind, start, end, filled, doubt)

    def _span(self, key: str, place: _Place) -> tuple[int, int]:
        """The span in the first unit in which it holds the words that the region repeats."""
        spans, problem = [], None
        for text in self.texts:
            try:
                spans.append(text.span(place.start, place.end))
            except RecordError as error:
                problem = problem or RecordError(f"region {key}: {error}")
        if not spans:
            raise problem or RecordError(f"region {key}: no span")
        if place.words is None:
            return spans[0]
        fitting = [span for span in spans if _bare(self.ours[slice(*span)]) == _bare(place.words)]
        if not fitting:
            found = self.ours[slice(*spans[0])]
            self.notes.append(f"region {key} says “{place.words}”, and there stands “{found}”, which is taken")
        return (fitting or spans)[0]


def _bare(words: str) -> str:
    """Words without the spaces and line ends that browsers write in their own way."""
    return "".join(words.replace("\\n", " ").split())


def _place(key: str, value: Mapping[str, Any]) -> _Place:
    labels, start, end, words = (value.get(name) for name in ("labels", "start", "end", "text"))
    if not isinstance(labels, list) or len(labels) != 1 or str(labels[0]) not in FACT_TYPES:
        raise RecordError(f"region {key}: {labels!r} is not one of the labels {', '.join(FACT_TYPES)}: choose one")
    if not isinstance(start, int) or not isinstance(end, int):
        raise RecordError(f"region {key}: its start and end are no numbers: mark it again")
    return _Place(labels[0], start, end, words if isinstance(words, str) else None)


def _filled(control: Control, value: Mapping[str, Any]) -> Any:
    """What a control holds, as the record's JSON has it; null where it was emptied."""
    told = value.get(_VALUE_KEYS[_TYPES[control.type]])
    if control.type is ControlType.NUMBER or told is None:
        return told
    texts = told if isinstance(told, list) else [told]
    if control.type in (ControlType.CHOICES, ControlType.TEXTS):
        return understood(control, texts)
    return understood(control, texts[0]) if texts else None
