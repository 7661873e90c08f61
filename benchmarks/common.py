"""What several benchmarks need: articles to read, and tools that take turns."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

CORPORA = Path(__file__).parents[1] / "corpora" / "articles"
Item = TypeVar("Item")


def packed_articles(folder: Path) -> list[str]:
    """The texts in the packed JSON Lines of a folder; none where there is no such folder."""
    return [
        json.loads(line)["text"]
        for path in sorted(folder.glob("*.jsonl.gz"))
        for line in gzip.decompress(path.read_bytes()).splitlines()
    ]


def invented_articles() -> list[str]:
    """The texts of the project's own corpus."""
    return [path.read_text(encoding="utf-8") for path in sorted(CORPORA.glob("*.txt"))]


def taking_turns(
    tools: Sequence[Callable[[Item], object]],
    items: Sequence[Item],
    rounds: int,
    clock: Callable[[], float] = time.process_time,
) -> list[list[float]]:
    """For each tool the seconds that it takes for all items, round by round. The tools take turns, so that each has
    its share of whatever else the machine does."""
    times: list[list[float]] = [[] for _ in tools]
    for _ in range(rounds):
        for taken, tool in zip(times, tools, strict=True):
            start = clock()
            for item in items:
                tool(item)
            taken.append(clock() - start)
    return times
