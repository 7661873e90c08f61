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

from ..errors import BaocongdoanError, LexiconError
from ..pages.inputs import Source
from ..records import Extraction
from ..rows import COLUMNS, Cell
from .output import opened

__all__ = ["Format", "Run", "defused", "extract_all"]


class Format(StrEnum):
    """How extractions are written."""

    JSONL = "jsonl"
    TABLE = "table"
    CSV = "csv"


@dataclass(slots=True)
class Run:
    """What came of a run: how many pages were read, how many facts they gave, and why others were skipped."""

    read: int = 0
    facts: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def summary(self) -> str:
        """One line for people.

        >>> Run(read=2, facts=31, skipped=Counter({"the page is empty": 1})).summary()
        'pages read: 2, facts: 31, pages skipped: 1 (1 × the page is empty)'
        """
        said = f"pages read: {self.read}, facts: {self.facts}, pages skipped: {self.skipped.total()}"
        reasons = "; ".join(f"{count} × {reason}" for reason, count in self.skipped.most_common())
        return f"{said} ({reasons})" if reasons else said


def extract_all(
    sources: Iterable[Source], extract: Callable[[Source], Extraction], form: Format, output: Path | None
) -> Run:
    """Extract every page and write what it gives; each page that can't be read is told on standard error.

    Nothing is written to ``output`` where no page could be read.
    """
    run = Run()
    try:
        with opened(output) as stream:
            writer = _WRITERS[form](stream)
            for source in sources:
                extraction = _attempt(source, extract, run)
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


def _attempt(source: Source, extract: Callable[[Source], Extraction], run: Run) -> Extraction | None:
    try:
        extraction = extract(source)
    except LexiconError:  # no fault of the page's: it would come again with every one
        raise
    except BaocongdoanError as error:
        message = str(error)
    except Exception as error:  # a fault of ours in one page must not lose the others
        message = f"{source.origin}: internal error {type(error).__name__}: {error}; please report it"
    else:
        run.read += 1
        run.facts += len(extraction.facts)
        return extraction
    print(f"skipped {message}", file=sys.stderr)
    # Messages are "page: what is wrong: what to do".
    run.skipped[message.removeprefix(f"{source.origin}: ").partition(":")[0]] += 1
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
