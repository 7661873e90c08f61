"""The commands on annotated articles with their options: to score them, to give them to tools and to take them back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from . import FAILED, UNUSABLE
from .exchange import Tool
from .options import (
    HtmlField,
    Inputs,
    MeasuresFile,
    MinConfidence,
    NoClean,
    Offsets,
    SitesFile,
    TextField,
    UrlField,
)
from .sources import extractor, pages_of, reading_of

__all__ = ["COMMANDS"]


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Annotated articles: NAME.json, NAME.txt beside it.")
    ],
    predictions: Annotated[
        Path | None,
        typer.Option(
            "--predictions", metavar="PATH", help="A folder of NAME.json files or a JSONL file, instead of running."
        ),
    ] = None,
    only: Annotated[
        str, typer.Option("--only", metavar="GROUPS", help="Groups of levels, as in document,lines; else all.")
    ] = "",
    diff: Annotated[bool, typer.Option("--diff", help="Print every difference too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Score the extractor, or predictions made before, against annotated articles."""
    from ..evaluation.gate import CorpusSpec
    from . import score

    corpus = CorpusSpec(gold, tuple(filter(None, only.split(","))))
    score.evaluate(corpus, predictions, extractor(), diff=diff, as_json=as_json)


def agreement(
    first: Annotated[
        Path, typer.Argument(metavar="DIR_A", help="One annotator's articles: NAME.json, NAME.txt beside it.")
    ],
    second: Annotated[Path, typer.Argument(metavar="DIR_B", help="The other's, under the same names.")],
    diff: Annotated[
        bool, typer.Option("--diff/--no-diff", help="Print every difference, or the figures alone.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print all as JSON.")] = False,
) -> None:
    """Compare two annotators of the same articles: the facts they differ in, and how far they agree."""
    from .agreement import print_agreement

    print_agreement(first, second, diff=diff, as_json=as_json)


def gate(
    corpora: Annotated[
        list[str], typer.Argument(metavar="GOLD_DIR[=GROUPS]...", help="Corpora, and the groups of levels to score.")
    ],
    floors: Annotated[Path, typer.Option("--floors", metavar="FILE", help="The floors.")] = Path("corpora/floors.json"),
    accept: Annotated[bool, typer.Option("--accept", help="Make the figures of this run the floors.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="With --accept: floors may fall.")] = False,
) -> None:
    """Score corpora against their floors; the exit status is 1 where a level fell under its floor."""
    from ..evaluation.gate import CorpusSpec
    from . import score

    held = score.gate(map(CorpusSpec.parse, corpora), floors, extractor(), accepting=accept, lower=lower)
    if not held:
        raise typer.Exit(FAILED)


def export_samples(
    inputs: Inputs,
    *,
    to: Annotated[Tool, typer.Option("--to", help="The annotation tool.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="A new folder for its files.")],
    gold: Annotated[
        bool, typer.Option("--gold", help="The inputs are folders of annotated articles; nothing is extracted.")
    ] = False,
    offsets: Offsets = None,
    no_clean: NoClean = False,
    measures: MeasuresFile = None,
    text_field: TextField = None,
    html_field: HtmlField = None,
    url_field: UrlField = None,
    sites: SitesFile = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Give pages, annotated by the extractor, or annotated articles to a tool in which people correct them."""
    from ..pages.fields import Fields
    from .exchange import export, samples_of_gold, samples_of_pages
    from .extract import Run

    run = Run()
    if gold:
        samples = samples_of_gold(inputs, run)
    else:
        reading = reading_of(None, None, sites, Fields(text=text_field, html=html_field, url=url_field))
        samples = samples_of_pages(pages_of(inputs, reading), extractor(no_clean, measures, min_confidence), run)
    export(samples, to, output, offsets)
    print(run.summary(), file=sys.stderr)
    if not run.read:
        raise typer.Exit(UNUSABLE)


def import_samples(
    source: Annotated[Path, typer.Argument(metavar="EXPORT", help="What the tool exported: a file, or brat's folder.")],
    *,
    tool: Annotated[Tool, typer.Option("--from", help="The annotation tool.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="GOLD_DIR", help="Where NAME.json goes.")],
    offsets: Offsets = None,
    annotator: Annotated[
        str | None,
        typer.Option("--annotator", metavar="WHO", help="Whose annotations (Label Studio): e-mail address or number."),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace files of GOLD_DIR that differ.")] = False,
) -> None:
    """Bring what people corrected back as annotated articles, for `evaluate` and `agreement`.

    What can't be read is skipped and told with its place and the reason; the exit status is 2 where nothing could.
    """
    from .exchange import bring_back

    run = bring_back(source, tool, output, unit=offsets, annotator=annotator, replace=replace)
    print(run.summary(), file=sys.stderr)
    if not run.read:
        raise typer.Exit(UNUSABLE)


COMMANDS: Mapping[str, Callable[..., None]] = {
    "evaluate": evaluate,
    "agreement": agreement,
    "gate": gate,
    "export": export_samples,
    "import": import_samples,
}
"""The commands by name."""
