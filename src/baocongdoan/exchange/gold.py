"""Annotated corpora as folders: NAME.json in the form that people write, NAME.txt or NAME.html beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ..errors import BaocongdoanError, InputError, reason
from ..evaluation.annotations import AnnotatedFact, read_annotation
from ..evaluation.kept_lines import KeptLines
from ..pages.text import read_text
from ..records import SCHEMA_VERSION, Skipped
from .samples import Sample, encode_annotated

__all__ = ["read_gold", "write_gold"]


def read_gold(folder: Path) -> Iterator[Sample | Skipped]:
    """The annotated articles of a folder by name; one that is faulty is ``Skipped`` with its reason."""
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder: give one that holds annotated articles (NAME.json)")
    for path in sorted(folder.glob("*.json")):
        try:
            annotated = read_annotation(path)
            if annotated is not None:
                yield Sample.of_annotation(annotated)
        except BaocongdoanError as error:
            yield Skipped(origin=str(path), reason=reason(error, str(path)))


def write_gold(sample: Sample, folder: Path, *, replace: bool = False) -> None:
    """Write the sample's files into the folder; ``InputError`` where one is there already and not to be replaced."""
    files = {".json": _record(sample).encode()}
    if sample.page_file is not None:
        files[sample.page_file.suffix] = sample.page_file.content
    paths = {folder / f"{sample.name}{suffix}": content for suffix, content in files.items()}
    for path, content in paths.items():
        if not replace and path.exists() and path.read_bytes() != content:
            raise InputError(f"{path} is there already and differs: choose another folder, or --replace it")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in paths.items():
            path.write_bytes(content)
    except OSError as error:
        raise InputError(f"cannot write {error.filename or folder}: {error.strerror}") from error


def _record(sample: Sample) -> str:
    """The annotation as JSON, one fact a line: people read and correct it."""
    lines = _kept_lines(sample)
    facts = ",\n".join(f"  {_compact(_fact(annotated, lines))}" for annotated in sample.annotated.facts)
    article = _compact(_article(sample))
    return f'{{"schema": {SCHEMA_VERSION},\n "article": {article},\n "facts": [\n{facts}\n ]}}\n'


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _kept_lines(sample: Sample) -> KeptLines | None:
    """The lines to which quotes can be tied, if a text page lies beside and the text is that of its lines."""
    file = sample.page_file
    if file is None or file.suffix != ".txt" or sample.annotated.article.text:
        return None
    return KeptLines.of(read_text(file.content, origin=sample.name), sample.annotated.article)


def _article(sample: Sample) -> Mapping[str, Any]:
    """The article without what the file's name, the page or a default tells."""
    raw: dict[str, Any] = msgspec.to_builtins(sample.annotated.article)
    raw["lines"] = [{name: value for name, value in line.items() if value not in (None, "")} for line in raw["lines"]]
    suffix = ".json" if sample.page_file is None else sample.page_file.suffix
    told = {"id": sample.name, "origin": f"{sample.name}{suffix}", "text": ""}
    return {name: value for name, value in raw.items() if told.get(name) != value}


def _fact(annotated: AnnotatedFact, lines: KeptLines | None) -> Mapping[str, Any]:
    """The fact with its place in front: line and occurrence where they tell it, else offsets."""
    raw = encode_annotated(annotated)
    start, end = raw.pop("start"), raw.pop("end")
    place = None if lines is None else lines.place(start, end)
    where: dict[str, Any] = {"start": start, "end": end}
    if place is not None:
        where = {"line": place.line} | ({"occurrence": place.occurrence} if place.occurrence > 1 else {})
    known = {name: value for name, value in raw.items() if name not in _UNTOLD or value}
    return {"kind": known.pop("kind")} | where | known


_UNTOLD = ("id", "confidence")
"""What an annotation leaves out where there is none."""
