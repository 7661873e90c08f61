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
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak * (1024 if sys.platform != "darwin" else 1) / 1e6)


if __name__ == "__main__":
    main()
