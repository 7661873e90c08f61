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
    "Measures",
    "MeasuresFile",
    "MinConfidence",
    "NoClean",
    "Official",
    "Offsets",
    "OnMap",
    "OutputFile",
    "PageLanguage",
    "Published",
    "RuleName",
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
OnMap = Annotated[
    str | None,
    typer.Option("--map", metavar="MAP", help="Provinces of before-2025 (63) or after-2025 (34); else as named."),
]
RuleName = Annotated[
    str, typer.Option("--rule", metavar="RULE", help="Where articles differ: latest, official or witnesses.")
]
Official = Annotated[
    list[str] | None, typer.Option("--official", metavar="HOST", help="An official site; else all unions' sites.")
]
MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="X", min=0, max=1, help="Leave out facts of less confidence (0 to 1)."),
]
Offsets = Annotated[
    Unit | None, typer.Option("--offsets", help="What the tool's offsets count; else what its newest version does.")
]
PageLanguage = Annotated[
    str, typer.Option("--language", metavar="LANGUAGE", help="Of the page: vi (Vietnamese) or en (English).")
]
Measures = Annotated[
    list[str] | None,
    typer.Option("--measure", metavar="NAME", help="A measure, again for more; else the most told."),
]
FactsFormat = Annotated[Format, typer.Option("--format", help="How to write the facts.")]
