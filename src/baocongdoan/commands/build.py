"""``baocongdoan build``: crawled files to a dataset, with a word on how it goes."""

from __future__ import annotations

import signal
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import msgspec
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from ..dataset import build, dask_engine, local_engine, preview
from ..dataset.engines import Engine
from ..dataset.events import Event, PageSkipped, PartWritten, Started, Summary
from ..dataset.events import Progress as Advance
from ..dataset.extraction import Settings
from ..dataset.worker import Limits
from ..records import Skipped
from ..views.terminal import terminal
from . import SOME_SKIPPED, UNUSABLE

__all__ = ["Request", "build_dataset", "closing_line", "preview_dataset"]

_MOST_REASONS = 5  # in the closing line


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for."""

    inputs: Sequence[str]
    dataset: Path
    settings: Settings
    limits: Limits
    use_dask: bool
    workers: int
    scheduler: str | None
    limit: int | None
    repair: bool

    def workforce(self) -> Engine:
        """The engine that is asked for."""
        if self.use_dask:
            return dask_engine(self.scheduler, self.workers)
        return local_engine(self.workers)


def build_dataset(request: Request, *, quiet: bool, log_json: bool) -> int:
    """Build, and give the exit status: 0 all was read, 3 some was skipped, 2 nothing is usable; 128 and the signal's
    number where it was stopped."""
    voice: _Voice = _JsonLines() if log_json else _Silence() if quiet else _Bar() if sys.stderr.isatty() else _Lines()
    try:
        with _stoppable(), voice:
            summary = build(
                request.inputs,
                request.dataset,
                settings=request.settings,
                engine=request.workforce(),
                limits=request.limits,
                limit=request.limit,
                repair=request.repair,
                report=voice.tell,
            )
    except _StoppedError as stop:
        print("baocongdoan: stopped; run the same command again, and it goes on where it was", file=sys.stderr)
        return 128 + stop.signal
    voice.close(summary)
    return _status(summary)


def preview_dataset(request: Request) -> int:
    """Say what a build would do, without doing it."""
    plan = preview(request.inputs, request.dataset, settings=request.settings, limit=request.limit)
    before = f"{plan.before.total()} there already ({_counted(plan.before)})" if plan.before else "none there already"
    print(f"pages to extract: {plan.new}, {before}, met twice: {plan.repeated}, inputs unreadable: {len(plan.failed)}")
    for row in plan.failed:
        print(f"unreadable {row['origin']}: {row['error']}", file=sys.stderr)
    return 0 if plan.new or plan.before else UNUSABLE


def closing_line(summary: Summary) -> str:
    """What came of a build, in one line for people.

    >>> from collections import Counter
    >>> print(closing_line(Summary(new=Counter(article=8, skipped=1), facts=70, reasons=Counter({"not JSON": 1}))))
    articles: 8 new (0 near copies), 0 there before; facts: 70 new; met again and left out: 0; skipped: 1 (1 × not JSON)
    """
    new, before = summary.new, summary.before
    said = (
        f"articles: {new['article']} new ({summary.near_copies} near copies), {before['article']} there before; "
        f"facts: {summary.facts} new; met again and left out: {new['duplicate'] + summary.repeated}; "
        f"skipped: {new['skipped'] + summary.unread}"
    )
    if summary.reasons:
        most = [f"{count} × {reason}" for reason, count in summary.reasons.most_common(_MOST_REASONS)]
        said += f" ({'; '.join(most)}{'; …' if len(summary.reasons) > _MOST_REASONS else ''})"
    if before["skipped"]:
        said += f", {before['skipped']} before"
    if summary.lost:
        said += f"\n{summary.lost} pages of damaged files are not among these inputs: give their inputs, too"
    return said


def _status(summary: Summary) -> int:
    if not summary.articles:
        return UNUSABLE
    return SOME_SKIPPED if summary.skipped or summary.lost else 0


def _counted(outcomes: dict[str, int]) -> str:
    return ", ".join(f"{outcome}: {count}" for outcome, count in sorted(outcomes.items()) if count)


class _StoppedError(BaseException):
    """Somebody wants the build to stop: nothing may take this for an error and go on."""

    def __init__(self, number: int) -> None:
        self.signal = number


@contextmanager
def _stoppable() -> Iterator[None]:
    """Have Ctrl-C and SIGTERM end the build in good order."""

    def stop(number: int, _: FrameType | None) -> None:
        raise _StoppedError(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Voice(ABC):
    """Who tells people, or programs, how a build goes."""

    def __enter__(self) -> _Voice:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    @abstractmethod
    def tell(self, event: Event) -> None: ...

    @abstractmethod
    def close(self, summary: Summary) -> None: ...


class _Silence(_Voice):
    def tell(self, event: Event) -> None:
        pass

    def close(self, summary: Summary) -> None:
        pass


class _JsonLines(_Voice):
    def tell(self, event: Event) -> None:
        self._write(type(event).__name__, msgspec.to_builtins(event))

    def close(self, summary: Summary) -> None:
        self._write("Finished", msgspec.to_builtins(summary))

    def _write(self, name: str, values: dict[str, object]) -> None:
        print(msgspec.json.encode({"event": name} | values).decode(), file=sys.stderr, flush=True)


class _Lines(_Voice):
    """For a file or a pipe: a line for each page that is skipped, and for each part."""

    def tell(self, event: Event) -> None:
        match event:
            case PageSkipped():
                print(f"skipped {_skipped(event)}", file=sys.stderr)
            case PartWritten(number, rows):
                print(f"part {number}: {rows['articles']} articles, {rows['facts']} facts", file=sys.stderr)

    def close(self, summary: Summary) -> None:
        print(closing_line(summary), file=sys.stderr)


class _Bar(_Lines):
    """For a terminal: a bar with rate, remaining time and what was skipped."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._bar = Progress(
            BarColumn(),
            TextColumn("{task.percentage:>3.0f}%  {task.fields[pages]} pages, {task.fields[rate]:.0f}/s, "),
            TextColumn("{task.fields[skipped]} skipped "),
            TimeElapsedColumn(),
            TextColumn("remaining:"),
            TimeRemainingColumn(),
            console=terminal(sys.stderr),
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, pages=0, rate=0.0, skipped=0)

    def __enter__(self) -> _Bar:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def tell(self, event: Event) -> None:
        match event:
            case Started(total):
                self._bar.update(self._task, total=total or None)
            case Advance(pages, skipped, done):
                rate = pages / max(time.monotonic() - self._began, 1e-3)
                self._bar.update(self._task, completed=done, pages=pages, rate=rate, skipped=skipped)
            case PageSkipped():
                self._bar.console.print(f"skipped {_skipped(event)}", soft_wrap=True)


def _skipped(event: PageSkipped) -> Skipped:
    return Skipped(
        origin=event.origin, reason=event.error, offset=event.offset, unit="row" if event.unit == "row" else "byte"
    )
