"""``baocongdoan export`` and ``baocongdoan import``: samples into annotation tools, and what people corrected back."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import chain, count
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import typer

from ..errors import BaocongdoanError, InputError, reason
from ..exchange.units import Unit
from ..records import Extraction, Page, Skipped
from .extract import Run, attempt
from .output import opened

if TYPE_CHECKING:
    from ..exchange.regions import Returned
    from ..exchange.samples import Sample, ToolFile

__all__ = ["Tool", "bring_back", "export", "samples_of_gold", "samples_of_pages"]

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


class Tool(StrEnum):
    """An annotation tool."""

    LABEL_STUDIO = "label-studio"
    DOCCANO = "doccano"
    BRAT = "brat"


def samples_of_pages(
    pages: Iterable[Page | Skipped], extract: Callable[[Page], Extraction], run: Run
) -> Iterator[Sample]:
    """The pages with what the extractor found, each under a name of its own; what can't be read is told."""
    from ..exchange.samples import Sample

    taken: set[str] = set()
    for page in pages:
        extraction = attempt(page, extract, run)
        if extraction is not None and isinstance(page, Page):
            yield Sample.of_page(_name(page.origin, taken), page, extraction)


def _name(origin: str, taken: set[str]) -> str:
    """A file name for a page by its origin, which no other has: "dump.jsonl#7" is "dump_7"."""
    file, _, number = origin.partition("#")
    stem = PurePath(file).name.partition(".")[0] or PurePath(file).name
    name = _NOT_IN_NAMES.sub("_", f"{stem}_{number}" if number else stem).strip("._-") or "page"
    names = chain([name], (f"{name}_{further}" for further in count(2)))
    free = next(name for name in names if name.casefold() not in taken)
    taken.add(free.casefold())
    return free


def samples_of_gold(folders: Iterable[str], run: Run) -> Iterator[Sample]:
    """The annotated articles of folders; what is faulty is told."""
    from ..exchange.gold import read_gold

    run.what = "articles"
    taken: set[str] = set()
    for folder in folders:
        for sample in read_gold(Path(folder)):
            if isinstance(sample, Skipped):
                run.tell(sample)
            elif sample.name in taken:
                run.tell(Skipped(origin=f"{folder}/{sample.name}", reason="its name stands twice: rename its files"))
            else:
                taken.add(sample.name)
                run.read += 1
                run.facts += len(sample.annotated.facts)
                yield sample


def export(samples: Iterator[Sample], tool: Tool, folder: Path, unit: Unit | None) -> None:
    """Write a tool's files into a new folder; nothing where there is no sample.

    Raises ``InputError`` for a folder that holds something: it may be people's work.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder} is there already and not empty: name a new folder, so that no corrections are lost")
    first = next(samples, None)
    if first is None:
        return
    files = _files(tool, chain([first], samples), unit)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot write {folder}: {error.strerror}; check the folder and your rights") from error
    for file in files:
        with opened(folder / file.name) as stream:
            stream.writelines(file.parts)


def _files(tool: Tool, samples: Iterable[Sample], unit: Unit | None) -> Iterator[ToolFile]:
    from ..exchange import brat, doccano, label_studio

    if tool is Tool.BRAT:
        _refuse(unit is not None, "--offsets")
        return brat.files(samples)
    if tool is Tool.DOCCANO:
        return doccano.files(samples, unit or doccano.UNIT)
    return label_studio.files(samples, unit or label_studio.UNIT)


def bring_back(
    source: Path, tool: Tool, folder: Path, *, unit: Unit | None, annotator: str | None, replace: bool
) -> Run:
    """Write what people corrected into a folder of annotated articles; what can't be read is told."""
    from ..exchange.gold import write_gold

    run = Run(what="articles")
    places: dict[str, str] = {}
    for back in _returned(tool, source, unit, annotator):
        if isinstance(back, Skipped):
            run.tell(back)
            continue
        name = back.sample.name
        try:
            if name in places:
                raise InputError(f"{name} stands there twice, first in {places[name]}: import one annotator at a time")
            write_gold(back.sample, folder, replace=replace)
        except BaocongdoanError as error:
            run.tell(Skipped(origin=back.place, reason=reason(error, back.place)))
            continue
        places[name] = back.place
        run.read += 1
        run.facts += len(back.sample.annotated.facts)
        for note in back.notes:
            print(f"note {back.place} ({name}): {note}", file=sys.stderr)
    return run


def _returned(tool: Tool, source: Path, unit: Unit | None, annotator: str | None) -> Iterator[Returned | Skipped]:
    from ..exchange import brat, doccano, label_studio

    if tool is Tool.LABEL_STUDIO:
        return label_studio.read(source, unit, annotator)
    _refuse(annotator is not None, "--annotator")
    if tool is Tool.DOCCANO:
        return doccano.read(source, unit)
    _refuse(unit is not None, "--offsets")
    return brat.read(source)


def _refuse(given: bool, option: str) -> None:
    if given:
        raise typer.BadParameter(f"{option} is not for this tool.")
