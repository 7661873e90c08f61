"""A worker that keeps count of the processor time that it spends on extraction itself, in a file of a folder."""

from __future__ import annotations

import mmap
import os
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from baocongdoan.dataset import extraction, worker
from baocongdoan.pages.reading import Reading

_SECONDS = struct.Struct("d")


def count_into(folder: Path) -> None:
    """Count the time of reading a page, cleaning it and finding its facts; nothing else of a worker is extraction."""
    path = folder / str(os.getpid())
    path.write_bytes(_SECONDS.pack(0.0))
    with path.open("r+b") as file:
        counter = mmap.mmap(file.fileno(), _SECONDS.size)  # what is written stands there, however the worker ends

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **options: Any) -> Any:
            began = time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                [before] = _SECONDS.unpack_from(counter)
                _SECONDS.pack_into(counter, 0, before + time.process_time() - began)

        return wrapped

    Reading.page = counted(Reading.page)  # type: ignore[method-assign]
    extraction.clean = counted(extraction.clean)  # type: ignore[assignment]
    extraction.extract_article = counted(extraction.extract_article)


def counted_in(folder: Path) -> float:
    """The seconds that all workers have counted."""
    return sum(_SECONDS.unpack(path.read_bytes())[0] for path in folder.iterdir())


if __name__ == "__main__":
    count_into(Path(sys.argv[1]))
    worker.main()
