"""The job: inputs to a dataset, as much of it as is new, whatever happens on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from .. import __version__
from ..errors import DatasetError, extra, first_line
from ..pages.inputs import find_sources
from .disk import quoted
from .engines import Engine, local_engine
from .events import Event, PageSkipped, PartWritten, Progress, Started, Summary
from .extraction import Settings
from .fingerprints import digest
from .frames import from_bytes
from .index import Index
from .manifest import MANIFEST, Manifest, Part
from .plan import Batch, Plan, Sizes, WorkPart, file_state
from .schema import RESULTS, SKIP_COLUMNS, TABLES
from .store import Store, read_part
from .worker import Limits

__all__ = ["build", "gather", "preview"]

_GATHERED = 2_048  # results that are put into a part


def build(
    inputs: Sequence[str],
    dataset: Path,
    *,
    settings: Settings | None = None,
    engine: Engine | None = None,
    limits: Limits | None = None,
    limit: int | None = None,
    repair: bool = False,
    sizes: Sizes | None = None,
    report: Callable[[Event], None] = lambda _: None,
) -> Summary:
    """Put what is new in the inputs into a dataset, and say what came of it.

    ``engine`` does the extraction (one worker process on this machine, if none is given), each article within
    ``limits``; at most ``limit`` new pages are taken. ``report`` is told how it goes. With ``repair``, parts that are
    damaged are left out and what they held is extracted again.

    A build that was stopped, in whatever way, goes on when it is called again, and the dataset is the same as if it
    had not been stopped. Raises ``DatasetError`` where the dataset can't be written (see ``Store.opened``).
    """
    settings, limits = settings or Settings(), limits or Limits()
    named = settings.named()
    with Store.opened(
        dataset, named, [os.fsencode(name).decode("utf-8", "replace") for name in inputs], repair=repair
    ) as store:
        plan = Plan(
            inputs, settings.fields, store.index, sizes=sizes or Sizes(), limit=limit, anew=repair,
            salt=digest(__version__, repr((named, settings.fields, limits))), unread=store.unread(),
        )  # fmt: skip
        job = _Job(store, plan, report)
        report(Started(_bytes(inputs), len(store.manifest.parts)))
        with (engine or local_engine(1))(settings, limits) as workforce:
            for batch, results in workforce.extract_all(job.fresh()):
                job.take(batch, results)
        return job.finish()


def gather(results: Path, dataset: Path, *, settings: Settings | None = None) -> Summary:
    """Put results into a dataset that an engine of your own has made with ``extract_batches``.

    ``results`` is a folder of Parquet files whose rows are ``schema.RESULTS``, in whatever order; they are taken in the
    order of ``number``, and of ``page_id`` where that is null. What the dataset knows already is passed over.
    """
    summary = Summary()
    with Store.opened(dataset, (settings or Settings()).named(), []) as store:
        for table in _ordered(results, store.work):
            fresh = []
            for identity in table["page_id"].to_pylist():
                outcome = store.index.outcome(identity)
                fresh.append(outcome is None)
                summary.before.update([outcome] if outcome else [])
            if any(fresh):
                _count(summary, store.add((), table.filter(pa.array(fresh)), list))
    return summary


def preview(
    inputs: Sequence[str], dataset: Path, *, settings: Settings | None = None, limit: int | None = None
) -> Plan:
    """The plan of a build, gone through to its end: nothing is extracted and nothing written."""
    index = Index()
    try:
        if (dataset / MANIFEST).exists():
            manifest = Manifest.read(dataset)
            index.follow(manifest, partial(read_part, dataset))
        fields = (settings or Settings()).fields
        plan = Plan(inputs, fields, index, sizes=Sizes(), limit=limit)
        for _ in plan.batches():
            while plan.parts[0].is_closed:
                plan.parts.popleft()
        return plan
    finally:
        index.close()


class _Job:
    """A build under way: takes in what workers give and writes the parts that are done, in their order."""

    def __init__(self, store: Store, plan: Plan, report: Callable[[Event], None]) -> None:
        self._store, self._plan, self._report = store, plan, report
        self._summary = Summary()
        self._pages = self._skipped = 0

    def fresh(self) -> Iterator[Batch]:
        """The batches of the plan that no earlier build got done."""
        for batch in self._plan.batches():
            kept = self._store.kept(batch.key)
            if kept is None:
                yield batch
            else:
                self._note(batch, kept)

    def take(self, batch: Batch, results: bytes) -> None:
        """Take in the results of a batch."""
        self._store.keep(batch.key, results)
        self._note(batch, from_bytes(results))
        self._write_done()

    def finish(self) -> Summary:
        """Write the rest, and say what came of it all."""
        self._write_done()
        plan, summary = self._plan, self._summary
        for row in plan.failed:
            self._skip(row)
        self._store.finish(plan.unread.values())
        summary.before.update(plan.before)
        summary.repeated, summary.unread = plan.repeated, len(plan.failed)
        summary.lost = max(0, self._store.left_out - summary.new.total())
        return summary

    def _note(self, batch: Batch, results: pa.RecordBatch) -> None:
        batch.part.missing.discard(batch.key)
        errors = results.filter(results["error"].is_valid()).select(SKIP_COLUMNS).to_pylist()
        for row in errors:
            self._skip(row)
        self._pages += results.num_rows
        self._skipped += len(errors)
        self._report(Progress(self._pages, self._skipped, self._plan.read_bytes))

    def _skip(self, row: Mapping[str, Any]) -> None:
        self._summary.reasons[row["error"].partition(":")[0]] += 1  # reasons are "what is wrong: what to do"
        self._report(PageSkipped(row["origin"], row["offset"], row["unit"], row["error"]))

    def _write_done(self) -> None:
        parts = self._plan.parts
        while parts and parts[0].is_done:
            part = parts.popleft()
            if part.batches or part.inputs:
                self._write(part)

    def _write(self, part: WorkPart) -> None:
        batches = [self._store.kept(key) for key in part.batches]
        if None in batches:
            raise DatasetError("what was kept of the work has been damaged meanwhile: run the same command again")
        results = pa.Table.from_batches(batches, RESULTS)
        written = self._store.add(part.batches, results, partial(self._plan.settle, part))
        _count(self._summary, written)
        self._report(PartWritten(written.number, {name: written.rows(name) for name in TABLES}))


def _count(summary: Summary, part: Part) -> None:
    """Count what a part has brought."""
    articles, skipped = part.rows("articles"), part.rows("skipped")
    summary.new["article"] += articles
    summary.new["skipped"] += skipped
    summary.new["duplicate"] += part.rows("pages") - articles - skipped
    summary.facts += part.rows("facts")
    summary.near_copies += part.near_copies


def _ordered(results: Path, work: Path) -> Iterator[pa.Table]:
    """Results in the order of their pages, some thousand at a time, and of each page only one."""
    with extra("datasets", "dataset"):
        import duckdb
    files, spare = quoted(results / "**" / "*.parquet"), quoted(work / "sorting")
    with duckdb.connect() as database:
        database.execute(f"SET temp_directory = {spare}")
        question = (
            f"SELECT * FROM read_parquet({files}) "  # noqa: S608  (a path of ours)
            "QUALIFY row_number() OVER (PARTITION BY page_id ORDER BY number) = 1 ORDER BY number, page_id"
        )
        try:
            found = database.sql(question)
            reader = getattr(found, "to_arrow_reader", None) or found.fetch_arrow_reader  # as it was called before
            for batch in reader(_GATHERED):
                yield pa.Table.from_batches([batch]).select(RESULTS.names).cast(RESULTS)
        except (duckdb.Error, pa.ArrowException) as error:
            raise DatasetError(f"{results}: no results to gather ({first_line(error)})") from error


def _bytes(inputs: Iterable[str]) -> int:
    """How large the inputs are, as far as files tell."""
    return sum(state[0] for source in find_sources(inputs) if (state := file_state(source)) is not None)
