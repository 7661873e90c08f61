"""Print the peak memory, in MB, of a process that has read many articles: ``python -m benchmarks.memory FOLDER COUNT``.

Nothing but the library is imported here, for its memory is what is measured.
"""

from __future__ import annotations

import resource
import sys
from itertools import cycle, islice
from pathlib import Path

import baocongdoan


def main() -> None:
    """Read the text files of the folder over and over until the count is reached."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    for path in islice(cycle(sorted(folder.glob("*.txt"))), count):
        try:
            baocongdoan.extract(path)
        except baocongdoan.InputError:
            continue  # a page that holds no article
    print(_peak() / 1e6)


def _peak() -> int:
    """The most bytes that this process has held. Linux counts what it held before it became this program, a copy of
    the benchmark that started it, into ``ru_maxrss``, but not into ``VmHWM``."""
    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


if __name__ == "__main__":
    main()
