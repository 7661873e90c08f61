"""A worker: a process that extracts the pages it is given, under limits that hold for each article.

The operating system keeps the limits, so that they hold whatever the code is doing: an alarm ends the process when an
article takes too long, and memory is refused when it takes too much. ``guard.Guard`` starts workers and sees what
became of them. A worker ends when its guard does, for then the pipe is closed.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import BinaryIO

from . import frames

__all__ = ["OUT_OF_MEMORY", "Limits"]

OUT_OF_MEMORY = 77
"""The exit status of a worker whose article wanted more memory than it may have."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may take: seconds, and megabytes beyond what a worker has before it begins."""

    seconds: float = 60.0
    megabytes: int = 2_000


def main() -> None:
    """Serve the guard at the other end of standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the guard's to answer
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not come between the frames
    from ..errors import BaocongdoanError

    try:
        _serve(source, sink)
    except BrokenPipeError:
        pass
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaocongdoanError as error:
        frames.write_frame(sink, frames.FAILED, str(error).encode())


def _serve(source: BinaryIO, sink: BinaryIO) -> None:
    import msgspec
    import pyarrow as pa

    from .extraction import Settings, extract_batch

    if (first := frames.read_frame(source)) is None:
        return
    settings, limits = msgspec.json.decode(first[1], type=tuple[Settings, Limits])
    pa.set_cpu_count(1)
    sample = resources.files(__package__).joinpath("sample.html").read_bytes()
    extract_batch(pa.RecordBatch.from_pylist([{"content": sample, "is_html": True}]), settings)  # loads all there is
    gc.freeze()  # what is loaded stays: it need not be looked through for garbage again and again
    start = _limiter(limits)
    frames.write_frame(sink, frames.READY)

    def begin(row: int) -> None:
        frames.write_frame(sink, frames.BEGUN, row.to_bytes(4, "big"))
        start(limits.seconds)

    while (frame := frames.read_frame(source)) is not None:
        results = extract_batch(frames.from_bytes(frame[1]), settings, begin=begin)
        start(0)
        frames.write_frame(sink, frames.RESULTS, frames.to_bytes(results))


def _limiter(limits: Limits) -> Callable[[float], object]:
    """What starts the clock of an article (0 stops it), once the limit on memory stands; nothing does on Windows."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        allowed = _memory() + limits.megabytes * 1_000_000
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed if hard < 0 else min(allowed, hard), hard))
    if not hasattr(signal, "setitimer"):
        return lambda _: None
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends the process, even in the midst of C code
    return lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds)


def _memory() -> int:
    """The bytes of data that the process has, as ``RLIMIT_DATA`` counts them."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    raise OSError


if __name__ == "__main__":
    main()
