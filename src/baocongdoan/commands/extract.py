"""``baocongdoan extract``: many pages to JSON lines, CSV or tables; what can't be read is skipped and counted."""

from __future__ import annotations

import csv
import sys
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from ..extractions import attempted
from ..records import Extraction, Page, Skipped
from ..rows import COLUMNS, Cell
from .output import opened

__all__ = ["Format", "Run", "attempt", "defused", "extract_all"]


class Format(StrEnum):
    """How extractions are written."""

    JSONL = "jsonl"
    TABLE = "table"
    CSV = "csv"


_PLACES = 3  # named in the summary beside a reason


@dataclass(slots=True)
class Run:
    """What came of a run: how many pages were read, how many facts they gave, and which were skipped and why."""

    read: int = 0
    facts: int = 0
    what: str = "pages"
    skipped: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[str]] = field(default_factory=dict)

    def skip(self, place: str, reason: str) -> None:
        """Count a page that is skipped and remember where it is, if not too many were for that reason."""
        self.skipped[reason] += 1
        if len(places := self.places.setdefault(reason, [])) < _PLACES:
            places.append(place)

    def tell(self, skipped: Skipped) -> None:
        """Say on standard error what is skipped, and count it."""
        print(f"skipped {skipped}", file=sys.stderr)
        self.skip(skipped.place, skipped.reason.partition(":")[0])  # reasons are "what is wrong: what to do"

    def summary(self) -> str:
        """One line for people.

        >>> run = Run(read=2, facts=31)
        >>> run.skip("dump.jsonl#7 (byte 5120)", "not JSON")
        >>> run.summary()
        'pages read: 2, facts: 31, pages skipped: 1 (1 × not JSON: dump.jsonl#7 (byte 5120))'
        """
        said = f"{self.what} read: {self.read}, facts: {self.facts}, {self.what} skipped: {self.skipped.total()}"
        reasons = "; ".join(self._reason(reason, count) for reason, count in self.skipped.most_common())
        return f"{said} ({reasons})" if reasons else said

    def _reason(self, reason: str, count: int) -> str:
        places = self.places.get(reason, [])
        further = f" and {count - len(places)} more" if count > len(places) else ""
        return f"{count} × {reason}: {', '.join(places)}{further}"


def extract_all(
    pages: Iterable[Page | Skipped], extract: Callable[[Page], Extraction], form: Format, output: Path | None
) -> Run:
    """Extract every page and write what it gives; each that can't be read is told on standard error.

    Nothing is written to ``output`` where no page could be read.
    """
    run = Run()
    try:
        with opened(output) as stream:
            writer = _WRITERS[form](stream)
            for page in pages:
                extraction = attempt(page, extract, run)
                if extraction is not None:
                    writer.write(extraction)
            if not run.read:
                raise _NothingRead
            writer.finish()
    except _NothingRead:
        pass
    return run


class _NothingRead(Exception):  # noqa: N818  (leaves the output file alone; nobody else sees it)
    pass


def attempt(page: Page | Skipped, extract: Callable[[Page], Extraction], run: Run) -> Extraction | None:
    """The extraction of a page, counted in ``run``; one that can't be read is told and counted as skipped."""
    found = page if isinstance(page, Skipped) else attempted(page, extract)
    if isinstance(found, Extraction):
        run.read += 1
        run.facts += len(found.facts)
        return found
    run.tell(found)
    return None


class _Writer(ABC):
    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    @abstractmethod
    def write(self, extraction: Extraction) -> None: ...

    def finish(self) -> None:  # noqa: B027  (most formats need no end)
        pass


class _JsonLines(_Writer):
    def write(self, extraction: Extraction) -> None:
        self.stream.write(extraction.to_json() + "\n")


class _Csv(_Writer):
    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self.rows = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        self.headed = False

    def write(self, extraction: Extraction) -> None:
        if not self.headed:
            self.rows.writeheader()
            self.headed = True
        for row in extraction.to_rows():
            self.rows.writerow({name: defused(cell) for name, cell in row.items()})


class _Tables(_Writer):
    def __init__(self, stream: TextIO) -> None:
        from ..views.terminal import terminal

        super().__init__(stream)
        self.console = terminal(stream)
        self.extractions: list[Extraction] = []

    def write(self, extraction: Extraction) -> None:
        from ..views.tables import facts_table

        self.console.print(facts_table(extraction))
        self.console.print()
        self.extractions.append(extraction)

    def finish(self) -> None:
        from ..analysis.totals import totals
        from ..views.tables import TOTALS_NOTE, totals_table

        self.console.print(totals_table(totals(self.extractions), len(self.extractions)))
        self.console.print(TOTALS_NOTE)


_WRITERS: dict[Format, type[_Writer]] = {Format.JSONL: _JsonLines, Format.CSV: _Csv, Format.TABLE: _Tables}


def defused(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs as a formula: text that starts like one gets an apostrophe in front.

    >>> defused("=HYPERLINK(1)"), defused("- 8 lớp"), defused(-8), defused("8 lớp")
    ("'=HYPERLINK(1)", "'- 8 lớp", -8, '8 lớp')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
