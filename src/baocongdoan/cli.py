"""The command line: one function a command, each naming its options and handing over.

Nothing heavy is imported until a command runs, so that ``--help`` and shell completion answer at once.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from .commands import UNUSABLE, annotated, only_invoked
from .commands.extract import Format
from .commands.options import (
    DatasetFolder,
    EngineName,
    FactsFormat,
    HtmlField,
    Input,
    Inputs,
    Measures,
    MeasuresFile,
    MinConfidence,
    NoClean,
    Official,
    OnMap,
    OutputFile,
    PageLanguage,
    Published,
    RuleName,
    SitesFile,
    TextField,
    Url,
    UrlField,
)
from .commands.output import ReaderGoneError, TotalsFormat
from .commands.sources import extractor, pages_of, reading_of, single_only, single_page
from .errors import BaocongdoanError, extra

__all__ = ["app", "main", "run"]


_OBJECTS_BEFORE_A_LOOK = 100_000  # for garbage: half of what the modules and patterns of a run are

app = typer.Typer(
    name="baocongdoan",
    help="Typed facts from Vietnamese trade-union news: dates, organisations, documents, counts and people.",
    epilog="Exit status: 0 done, 1 a check failed (gate), 2 wrong usage or nothing usable in the input, 3 some pages "
    "skipped (build).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def run() -> NoReturn:
    """The console command: ``main`` in a process of its own, which ends at once.

    Before it ends, Python takes apart all that it holds; for so many patterns that takes longer than reading a page.
    And while it begins, it looks for garbage hundreds of times among modules and patterns that are there to stay.
    """
    gc.set_threshold(_OBJECTS_BEFORE_A_LOOK)
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(BrokenPipeError):
            stream.flush()
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit status; errors of the library are one line on standard error."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)  # whatever the locale says
    try:
        only_invoked(app, sys.argv[1:] if arguments is None else arguments)(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except ReaderGoneError:
        return 0
    except BaocongdoanError as error:
        print(f"baocongdoan: {error}", file=sys.stderr)
        return UNUSABLE
    finally:
        if "baocongdoan.lexicon.kept" in sys.modules:
            from .lexicon.kept import keep

            keep()
    return 0


def _version(wanted: bool) -> None:
    if wanted:
        from . import __version__

        typer.echo(f"baocongdoan {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Typed facts from Vietnamese trade-union news."""


@app.command()
def extract(
    inputs: Inputs,
    *,
    form: FactsFormat = Format.JSONL,
    output: OutputFile = None,
    no_clean: NoClean = False,
    url: Url = None,
    published: Published = None,
    measures: MeasuresFile = None,
    text_field: TextField = None,
    html_field: HtmlField = None,
    url_field: UrlField = None,
    sites: SitesFile = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Extract the facts of pages: plain text, HTML, JSON Lines, Parquet or WARC, as files tell by their beginning.

    A page that can't be read is skipped and told on standard error, and the others go on; the last line there says
    how many were read, how many skipped, and why. The exit status is 2 where no page could be read, else 0.
    """
    from .commands.extract import extract_all
    from .pages.fields import Fields

    fields = Fields(text=text_field, html=html_field, url=url_field)
    pages = pages_of(inputs, reading_of(url, published, sites, fields))
    if url is not None:
        pages = single_only(pages)
    run = extract_all(pages, extractor(no_clean, measures, min_confidence), form, output)
    print(run.summary(), file=sys.stderr)
    if not run.read:
        raise typer.Exit(UNUSABLE)


@app.command()
def demo(form: FactsFormat = Format.TABLE) -> None:
    """Extract two pages that come with the library, to see what it does."""
    from .commands.demo import print_demo

    print_demo(form)


@app.command()
def build(
    inputs: Inputs,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DATASET", help="The dataset: made, or brought up to date.")],
    engine: Annotated[EngineName, typer.Option("--engine", help="Who does the work.")] = EngineName.LOCAL,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Processes at work on this machine; else one a core.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Of a Dask cluster; else one on this machine.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Take so many new pages at most.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what there is to do, and do nothing.")] = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Extract again what stood in files of the dataset that are damaged.")
    ] = False,
    time_limit: Annotated[float, typer.Option("--time-limit", min=0.1, help="Seconds that one article may take.")] = 60,
    memory_limit: Annotated[int, typer.Option("--memory-limit", min=1, help="Megabytes that one may take.")] = 2_000,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing but errors.")] = False,
    log_json: Annotated[bool, typer.Option("--log-json", help="Tell how it goes as JSON on standard error.")] = False,
    no_clean: NoClean = False,
    measures: MeasuresFile = None,
    text_field: TextField = None,
    html_field: HtmlField = None,
    url_field: UrlField = None,
    sites: SitesFile = None,
) -> None:
    """Put what crawled files hold into a dataset of Parquet files, and keep it up to date.

    Only what is new is extracted; a build that was stopped goes on when it is called again. The exit status is 0 where
    everything was read, 3 where some pages were skipped (the table `skipped` says which), 2 where nothing is usable.
    """
    from .commands.build import Request, build_dataset, preview_dataset
    from .dataset import Limits, Settings
    from .pages.fields import Fields

    if scheduler is not None and engine is not EngineName.DASK:
        raise typer.BadParameter("--scheduler is for --engine dask.")
    fields = Fields(text=text_field, html=html_field, url=url_field)
    request = Request(
        inputs=inputs,
        dataset=out,
        settings=Settings.load(clean=not no_clean, measures=measures, sites=sites, fields=fields),
        limits=Limits(time_limit, memory_limit),
        use_dask=engine is EngineName.DASK,
        workers=workers or os.cpu_count() or 1,
        scheduler=scheduler,
        limit=limit,
        repair=repair,
    )
    status = preview_dataset(request) if dry_run else build_dataset(request, quiet=quiet, log_json=log_json)
    if status:
        raise typer.Exit(status)


@app.command()
def sql(
    dataset: DatasetFolder,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question in DuckDB's SQL.")],
    form: Annotated[Format, typer.Option("--format", help="How to write the answer.")] = Format.TABLE,
) -> None:
    """Ask a dataset a question in SQL.

    Tables: articles, facts, skipped, pages, inputs, and of the facts: counts, dates, documents, organisations, people.
    """
    from .commands.sql import answer

    answer(dataset, question, form)


@app.command()
def totals(
    dataset: DatasetFolder,
    *,
    measure: Annotated[str, typer.Option("--measure", metavar="NAME", help="What is counted, as in members_admitted.")],
    by: Annotated[
        str, typer.Option("--by", metavar="GROUPINGS", help="Of province, year, organisation and level; or ''.")
    ] = "province,year",
    on_map: OnMap = None,
    rule: RuleName = "latest",
    official: Official = None,
    status: Annotated[
        str, typer.Option("--status", metavar="STATUS", help="Counts reported, target, proposed or criterion.")
    ] = "reported",
    form: Annotated[TotalsFormat, typer.Option("--format", help="How to write the totals.")] = TotalsFormat.TABLE,
    output: OutputFile = None,
) -> None:
    """Add up a measure over a dataset, counting nothing twice, and say how each number came about.

    What several articles tell is one result; parts, shorter periods and unions whose upper union tells a total are not
    added to what holds them.
    """
    from .analysis.questions import Question

    with extra("datasets", "dataset"):
        from .commands.totals import print_totals

    if form is TotalsFormat.PARQUET and output is None:
        raise typer.BadParameter("--format parquet needs a file: -o FILE.")
    groupings = filter(None, by.replace(" ", "").split(","))
    question = Question.asked(measure, groupings, map=on_map, rule=rule, status=status, official=official or ())
    print_totals(dataset, question, form, output)


@app.command()
def report(
    dataset: DatasetFolder,
    *,
    output: OutputFile = None,
    language: PageLanguage = "vi",
    measure: Measures = None,
    on_map: OnMap = None,
    rule: RuleName = "latest",
    official: Official = None,
) -> None:
    """Write a page on a dataset: what was read, and totals as charts and tables with the quotes behind them."""
    with extra("report pages", "report"):
        from .commands.report import write_report

    write_report(dataset, output, language, measure or (), map=on_map, rule=rule, official=official or ())


@app.command()
def clean(
    source: Input,
    explain: Annotated[bool, typer.Option("--explain", help="Print every line with its role and why.")] = False,
    url: Url = None,
    sites: SitesFile = None,
) -> None:
    """Print the cleaned article of one page."""
    from .commands.page import print_cleaned

    print_cleaned(single_page(source, reading_of(url, None, sites)), explain=explain)


@app.command()
def show(
    source: Input,
    *,
    no_clean: NoClean = False,
    url: Url = None,
    published: Published = None,
    measures: MeasuresFile = None,
    sites: SitesFile = None,
) -> None:
    """Print the article of one page with its facts highlighted (in brackets where there are no colours)."""
    from .commands.page import print_highlighted

    print_highlighted(extractor(no_clean, measures)(single_page(source, reading_of(url, published, sites))))


@app.command()
def view(
    source: Input,
    *,
    output: OutputFile = None,
    no_clean: NoClean = False,
    url: Url = None,
    published: Published = None,
    measures: MeasuresFile = None,
    sites: SitesFile = None,
) -> None:
    """Write one page's article as HTML, its facts coloured; whoever points at one sees all its fields."""
    from .commands.page import write_webpage

    write_webpage(extractor(no_clean, measures)(single_page(source, reading_of(url, published, sites))), output)


@app.command()
def explain(
    source: Input,
    *,
    fact: Annotated[str | None, typer.Option("--fact", metavar="ID", help="One fact (f12), else all counts.")] = None,
    no_clean: NoClean = False,
    url: Url = None,
    published: Published = None,
    measures: MeasuresFile = None,
    sites: SitesFile = None,
) -> None:
    """Print how facts of one page came about: what told each field, in which words, by which lexicon entry."""
    from .commands.explain import print_explanation
    from .pipeline import explain as explained

    page = single_page(source, reading_of(url, published, sites))
    print_explanation(explained(page, clean=not no_clean, measures=measures), fact)


for name, command in annotated.COMMANDS.items():
    app.command(name)(command)


@app.command()
def schema() -> None:
    """Print the JSON Schema of what `extract --format jsonl` writes."""
    import json

    from .commands.output import opened
    from .serialise import schema as contract

    with opened() as stream:
        stream.write(json.dumps(contract(), ensure_ascii=False, indent=2) + "\n")
