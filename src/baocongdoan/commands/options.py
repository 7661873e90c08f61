"""Arguments and options that several commands have."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..exchange.units import Unit
from .extract import Format

__all__ = [
    "DatasetFolder",
    "EngineName",
    "FactsFormat",
    "HtmlField",
    "Input",
    "Inputs",
    "MeasuresFile",
    "MinConfidence",
    "NoClean",
    "Offsets",
    "OutputFile",
    "Published",
    "SitesFile",
    "TextField",
    "Url",
    "UrlField",
]


class EngineName(StrEnum):
    """Who extracts the pages of a dataset."""

    LOCAL = "local"
    DASK = "dask"


Input = Annotated[str, typer.Argument(metavar="INPUT", help="A file, or - for standard input.")]
Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders of them, or - for standard input.")
]
NoClean = Annotated[bool, typer.Option("--no-clean", help="The text is clean already: every line is body.")]
Url = Annotated[str | None, typer.Option("--url", help="The page's address (of a single page).")]
Published = Annotated[str | None, typer.Option("--published", help="The day of publication, if known (YYYY-MM-DD).")]
TextField = Annotated[
    str | None, typer.Option("--text-field", metavar="NAME", help="The field of JSON Lines or Parquet with the text.")
]
HtmlField = Annotated[str | None, typer.Option("--html-field", metavar="NAME", help="The field with the HTML.")]
UrlField = Annotated[str | None, typer.Option("--url-field", metavar="NAME", help="The field with the address.")]
SitesFile = Annotated[Path | None, typer.Option("--sites", metavar="FILE.toml", help="Profiles of sites.")]
OutputFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; whole or not at all.")
]
DatasetFolder = Annotated[Path, typer.Argument(metavar="DATASET", help="The dataset's folder.")]
MeasuresFile = Annotated[Path | None, typer.Option("--measures", metavar="FILE.toml", help="Measures of your own.")]
MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="X", min=0, max=1, help="Leave out facts of less confidence (0 to 1)."),
]
Offsets = Annotated[
    Unit | None, typer.Option("--offsets", help="What the tool's offsets count; else what its newest version does.")
]
FactsFormat = Annotated[Format, typer.Option("--format", help="How to write the facts.")]
