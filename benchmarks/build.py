"""How fast datasets are built, and what of it is extraction: ``make bench-build``.

The articles are those of a folder, again and again, each time with another id, another address and a line of its own,
so that none is kept for another. Every build runs in a process of its own, whose memory is that of the parent: workers
are further processes.

What is spent outside extraction is told in processor time, of all processes together, of which the workers count what
reading, cleaning and finding facts take: so it says much the same on a machine that is busy with other things. Times by
the clock need one that is not.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from baocongdoan.dataset import build, dask_engine, guard, local_engine
from baocongdoan.dataset.events import Progress

from .common import invented_articles, packed_articles
from .timed_worker import counted_in

FIRST = 20_000  # articles at which the memory of a longer build is looked at


def repeated(articles: list[str], number: int) -> Iterator[str]:
    """So many articles as lines of JSON."""
    for place, text in enumerate(islice(cycle(articles), number)):
        page = {
            "id": f"bench{place}",
            "url": f"https://tin.example/{place}",
            "text": f"{text}\nBài số {place} trong kho.",
        }
        yield json.dumps(page, ensure_ascii=False) + "\n"


def run(source: Path, engine: str, workers: int) -> dict[str, Any]:
    """One build in a process of its own: seconds, and megabytes of the parent's memory by number of articles."""
    command = [sys.executable, "-m", "benchmarks.build", "--source", str(source), "--engine", engine]
    done = subprocess.run(  # noqa: S603  (this very program)
        [*command, "--workers", str(workers)], stdout=subprocess.PIPE, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def run_here(source: Path, engine: str, workers: int) -> None:
    """What ``run`` runs: prints what it measures."""
    memory: dict[int, float] = {}

    def note(event: object) -> None:
        if isinstance(event, Progress):
            memory[event.pages] = _megabytes()

    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as counted:
        guard.COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("timed_worker.py")), counted)
        began = time.perf_counter()
        chosen = dask_engine(None, workers) if engine == "dask" else local_engine(workers)
        summary = build([str(source)], Path(folder, "facts"), engine=chosen, report=note)
        seconds, extraction = time.perf_counter() - began, counted_in(Path(counted))
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    processor = sum(each.ru_utime + each.ru_stime for each in used)
    about = {
        "seconds": seconds,
        "processor": processor,
        "outside": 1 - extraction / processor,
        "articles": summary.new["article"],
        "copies": summary.near_copies,
        "first": next((megabytes for pages, megabytes in sorted(memory.items()) if pages >= FIRST), 0.0),
        "last": _megabytes(),
        "peak": used[0].ru_maxrss * 1024 / 1e6,
    }
    print(json.dumps(about))


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Print the figures, each beside what it has to reach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, help="a folder with articles as .jsonl.gz")
    parser.add_argument("--number", type=int, default=20_000, help="how many articles a build takes")
    parser.add_argument("--growth", type=int, default=100_000, help="how many for the memory; 0 leaves it out")
    parser.add_argument("--source", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--engine", default="local", help=argparse.SUPPRESS)
    parser.add_argument("--workers", type=int, default=1, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.source is not None:
        run_here(given.source, given.engine, given.workers)
        return
    articles = (packed_articles(given.articles) if given.articles else []) or invented_articles()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        with source.open("w", encoding="utf-8") as file:
            file.writelines(repeated(articles, given.number))
        report(source, given.number)
        if given.growth:
            with source.open("w", encoding="utf-8") as file:
                file.writelines(repeated(articles, given.growth))
            grown = run(source, "local", 2)
            print(
                f"parent's memory at {FIRST} articles {grown['first']:.0f} MB, "
                f"at {given.growth} {grown['last']:.0f} MB, at most {grown['peak']:.0f} MB (under 500, not growing)"
            )


def report(source: Path, number: int) -> None:
    """Build with every engine and print how the times compare."""
    print(f"{number} articles")
    one, two, dask = run(source, "local", 1), run(source, "local", 2), run(source, "dask", 2)
    for name, result in (("local, 1 worker", one), ("local, 2 workers", two), ("dask, 2 workers", dask)):
        print(
            f"{name:17s} {result['seconds']:7.1f} s, {number / result['seconds']:6.1f} articles/s, "
            f"{result['articles']} kept ({result['copies']} near copies), parent at most {result['peak']:.0f} MB"
        )
    print(f"two workers against one: {one['seconds'] / two['seconds']:.2f} times as fast (at least 1.8)")
    shares = " and ".join(f"{100 * result['outside']:.1f}%" for result in (one, two))
    print(f"outside extraction: {shares} of the processor time with one worker and with two (at most 15%)")
    print(
        f"dask against local: {dask['seconds'] / two['seconds']:.2f} times the time (at most 1.3), "
        f"{dask['processor'] / two['processor']:.2f} times the processor time"
    )


if __name__ == "__main__":
    main()
