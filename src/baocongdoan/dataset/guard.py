"""A guard gives pages to a worker and sees to it that the job outlives every article.

An article that takes its worker with it, by hanging, crashing or using up the memory, is tried once more alone in a
new worker; if that one dies too, the article is at fault and becomes a row with an ``error``. The articles beside it
in its batch are done as if it had not been there, so the results do not depend on who died when.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

import msgspec
import pyarrow as pa

from ..errors import BaocongdoanError
from . import frames
from .extraction import Settings, refused
from .schema import RESULTS
from .worker import OUT_OF_MEMORY, Limits

__all__ = ["COMMAND", "Guard", "GuardPool", "WorkerError"]

COMMAND = (sys.executable, "-P", "-m", f"{__package__}.worker")
"""What starts a worker."""

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_NOT_HANDED_ON = "MALLOC_TRIM_THRESHOLD_"  # Dask's for its workers: memory given back and fetched again all the time


class WorkerError(BaocongdoanError):
    """A worker that can't work at all, whatever the page; the message says why."""


class Guard:
    """One worker, replaced whenever it dies."""

    def __init__(self, settings: Settings, limits: Limits) -> None:
        self._settings, self._limits = settings, limits
        self._worker: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the guard)
        self._row = 0
        self._is_stopped = False

    def extract(self, pages: pa.RecordBatch) -> pa.RecordBatch:
        """``extract_batches`` for one batch, whatever its articles do; ``WorkerError`` where none starts."""
        done: list[pa.RecordBatch] = []
        while pages.num_rows:
            results = self._attempt(pages)
            if results is not None:
                done.append(results)
                break
            row = self._row
            if row:
                done.append(self.extract(pages.slice(0, row)))
            done.append(self._retried(pages.slice(row, 1)))
            pages = pages.slice(row + 1)
        return _joined(done)

    def close(self) -> None:
        """End the worker."""
        self._end()
        self._said.close()

    def stop(self) -> None:
        """Have ``extract`` end with a ``WorkerError`` in the thread that runs it."""
        self._is_stopped = True
        if self._worker is not None:
            self._worker.kill()

    def _retried(self, suspect: pa.RecordBatch) -> pa.RecordBatch:
        """The result of a page of which a worker died, or of another death the blame."""
        result = self._attempt(suspect)
        return refused(suspect, self._verdict(), self._settings) if result is None else result

    def _attempt(self, pages: pa.RecordBatch) -> pa.RecordBatch | None:
        """The results of the pages; none where the worker died of the one in row ``_row``."""
        if self._is_stopped:
            raise WorkerError("the build was stopped")
        if self._worker is None or self._worker.poll() is not None:
            self._start()
        worker: Any = self._worker
        self._row = 0
        try:
            frames.write_frame(worker.stdin, frames.PAGES, frames.to_bytes(pages))
        except OSError:  # it died before it had read them
            worker.wait()
            return None
        while (frame := frames.read_frame(worker.stdout)) is not None:
            kind, payload = frame
            if kind == frames.RESULTS:
                return frames.from_bytes(payload)
            if kind == frames.FAILED:
                raise WorkerError(payload.decode())
            self._row = int.from_bytes(payload, "big")
        worker.wait()
        return None

    def _start(self) -> None:
        self._end()
        self._said.seek(0)
        self._said.truncate()
        environment = {name: value for name, value in os.environ.items() if name != _NOT_HANDED_ON} | _ONE_THREAD
        worker = self._worker = subprocess.Popen(  # noqa: S603  (our own code)
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, env=environment
        )
        assert worker.stdin is not None and worker.stdout is not None  # noqa: S101  (they are pipes)
        if self._is_stopped:  # just now, by another thread
            worker.kill()
        frame = None
        with suppress(OSError):  # where it died at once, which is told below
            frames.write_frame(worker.stdin, frames.SETTINGS, msgspec.json.encode((self._settings, self._limits)))
            frame = frames.read_frame(worker.stdout)
        if frame is None or frame[0] != frames.READY:
            status = worker.wait()
            self._said.seek(0)
            said = frame[1] if frame else self._said.read().strip().rpartition(b"\n")[2]
            reason = said.decode("utf-8", "replace") or f"exit status {status}"
            raise WorkerError(f"a worker process can't start: {reason}")

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.kill()  # it holds nothing that could be lost
        worker.wait()
        for pipe in (worker.stdin, worker.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was still to be written to it has nobody to read it
                    pipe.close()

    def _verdict(self) -> str:
        """Why the worker died."""
        status = self._worker.returncode if self._worker is not None else 0
        if status == OUT_OF_MEMORY:
            return f"wants more than {self._limits.megabytes} MB of memory: raise --memory-limit or leave the page out"
        if os.name == "posix" and status == -signal.SIGALRM:
            return f"takes more than {self._limits.seconds:g} s: raise --time-limit or leave the page out"
        how = signal.Signals(-status).name if status < 0 else f"exit status {status}"
        return f"crashes the process that reads it ({how}): leave the page out, and please report it"


class GuardPool:
    """Guards for as many threads as ask for one at a time; each is kept for the next."""

    def __init__(self, settings: Settings, limits: Limits) -> None:
        self._settings, self._limits = settings, limits
        self._idle: queue.SimpleQueue[Guard] = queue.SimpleQueue()
        self._guards: list[Guard] = []

    def extract(self, pages: bytes) -> bytes:
        """A batch of pages to the batch of their results, both as bytes, by a guard that is free."""
        with self._guard() as guard:
            return frames.to_bytes(guard.extract(frames.from_bytes(pages)))

    def close(self) -> None:
        """End all workers; a thread that waits for one gets a ``WorkerError``."""
        for guard in self._guards:
            guard.stop()
        for _ in self._guards:
            self._idle.get().close()
        self._guards.clear()

    @contextmanager
    def _guard(self) -> Iterator[Guard]:
        try:
            guard = self._idle.get_nowait()
        except queue.Empty:
            guard = Guard(self._settings, self._limits)
            self._guards.append(guard)
        try:
            yield guard
        finally:
            self._idle.put(guard)


def _joined(batches: list[pa.RecordBatch]) -> pa.RecordBatch:
    """The batches as one, in their order."""
    if len(batches) == 1:
        return batches[0]
    return pa.Table.from_batches(batches, RESULTS).combine_chunks().to_batches()[0]
