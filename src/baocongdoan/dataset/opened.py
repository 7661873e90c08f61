"""A dataset open for questions: as Arrow tables, data frames, or views of a DuckDB connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from ..errors import DatasetError, extra
from ..serialise import FACT_TYPES
from ..views.summary import number
from .data_frames import as_pandas, as_polars
from .disk import quoted
from .manifest import Manifest
from .schema import FACT_OF_ARTICLE, TABLES
from .store import read_file

if TYPE_CHECKING:
    import duckdb
    import pandas
    import polars

    from ..analysis.dataset_totals import DatasetTotals

__all__ = ["Dataset", "open_dataset"]

_VIEWS = {
    "date": "dates",
    "organisation": "organisations",
    "document": "documents",
    "count": "counts",
    "person": "people",
}

_NOTHING_FETCHED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""DuckDB would fetch an extension from the network where a question names a web address, and then the address."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset as it was when it was opened; a build that goes on meanwhile changes nothing of it.

    Its tables are ``articles``, ``facts``, ``skipped``, ``pages`` and ``inputs``: see ``schema.TABLES``.
    """

    path: Path
    manifest: Manifest

    def __repr__(self) -> str:
        return f"<Dataset {self.path}: {number(sum(file.rows for file in self.manifest.files('facts')))} facts>"

    def _repr_html_(self) -> str:
        """How a notebook shows it: its tables with their rows, without reading them."""
        from ..views.webpage import listing

        rows = {table: number(sum(file.rows for file in self.manifest.files(table))) for table in TABLES}
        about = {"made by": self.manifest.made_by, "inputs": ", ".join(self.manifest.inputs)}
        return listing(f"Dataset {self.path}", rows | about)

    def arrow(self, table: str) -> pa.Table:
        """A table as Arrow has it; ``DatasetError`` names a file of it that is damaged."""
        if table not in TABLES:
            raise DatasetError(f"{self.path}: no table {table!r}: there are {', '.join(TABLES)}")
        files = [read_file(self.path, file, table) for file in self.manifest.files(table)]
        return pa.concat_tables([TABLES[table].empty_table(), *files])

    def pandas(self, table: str) -> pandas.DataFrame:
        """A table as a pandas data frame, of the types that ``data_frames`` names."""
        return as_pandas(self.arrow(table))

    def polars(self, table: str) -> polars.DataFrame:
        """A table as a polars data frame, of the types that ``data_frames`` names."""
        return as_polars(self.arrow(table))

    def duckdb(self) -> duckdb.DuckDBPyConnection:
        """A DuckDB connection of its own, with a view for each table and, of the facts, one for each kind: ``counts``,
        ``dates``, ``documents``, ``organisations``, ``people``, with the columns that the kind has."""
        with extra("datasets", "dataset"):
            import duckdb
        connection = duckdb.connect(config=_NOTHING_FETCHED)
        for table, schema in TABLES.items():
            files = ", ".join(quoted(self.path / file.path) for file in self.manifest.files(table))
            if files:
                connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet([{files}])")  # noqa: S608
            else:
                connection.register(table, schema.empty_table())
        for view in _views_of_facts():
            connection.execute(view)
        return connection

    def totals(
        self,
        measure: str,
        by: Iterable[str] = ("province", "year"),
        *,
        map: str | None = None,
        rule: str = "latest",
        status: str = "reported",
        official: Iterable[str] = (),
    ) -> DatasetTotals:
        """Totals of a measure: what several articles tell of one result counted once, and nothing twice.

        ``by`` names groupings (``province``, ``year``, ``organisation``, ``level``; none for a single number), ``map``
        the provinces of "before-2025" or "after-2025" (else they are named as in the articles), ``rule`` whose value is
        taken where articles differ ("latest" publication, "official" site, most "witnesses"), ``official`` the hosts
        that are official, if not all those of unions, ``status`` which counts ("reported", "target", "proposed",
        "criterion"). ``QuestionError`` names what there is where one of them is not known. See
        ``analysis.dataset_totals``.
        """
        from ..analysis.dataset_totals import totals_of
        from ..analysis.questions import Question

        asked = Question.asked(measure, by, map=map, rule=rule, status=status, official=official)
        return totals_of(self, asked)

    def report(
        self,
        measures: str | Sequence[str] = (),
        *,
        language: str = "vi",
        map: str | None = None,
        rule: str = "latest",
        official: Iterable[str] = (),
    ) -> str:
        """A page of HTML, 5 MB at most, that needs neither network nor scripts: what was read, the totals of the
        ``measures`` (if none is named, of the most told ones) by year and by province as charts and tables, and behind
        every number its quotes with their sources. Needs ``pip install 'baocongdoan[report]'``.

        ``language`` is "vi" or "en"; ``map``, ``rule`` and ``official`` are as for ``totals``. ``QuestionError`` names
        what there is where one of them is not known.
        """
        from ..analysis.report import report_of
        from ..views.report.page import report_page
        from ..views.report.words import words_of

        words = words_of(language)  # a wrong one is told before the work
        measures = (measures,) if isinstance(measures, str) else measures
        return report_page(report_of(self, measures, map=map, rule=rule, official=official), words)


def open_dataset(path: str | Path) -> Dataset:
    """The dataset in a folder, open for questions.

    Raises ``DatasetError`` where there is none, where it is of another version, and where a file of it is missing or
    not as long as it was written.
    """
    path = Path(path)
    manifest = Manifest.read(path)
    for file in (file for table in TABLES for file in manifest.files(table)):
        where = path / file.path
        if not where.is_file() or where.stat().st_size != file.bytes:
            raise DatasetError(f"{where} is damaged or missing: build its inputs again with --repair")
    return Dataset(path, manifest)


def _views_of_facts() -> Iterator[str]:
    for kind, view in _VIEWS.items():
        own = (field.name for field in fields(FACT_TYPES[kind]) if field.name != "kind")
        columns = ", ".join(f'"{name}"' for name in (*FACT_OF_ARTICLE, *own))
        yield f"CREATE VIEW {view} AS SELECT {columns} FROM facts WHERE kind = '{kind}'"  # noqa: S608
