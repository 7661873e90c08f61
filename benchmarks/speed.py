"""How fast the library is beside the cost of reading the text, all in one run: ``make bench``.

Every figure is a ratio of two medians taken in the same run, or memory, and has a bound; the run fails when one is
over its bound and says which. The articles are real ones where a folder with them is given, the invented ones of
``corpora/articles`` otherwise.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, cycle
from pathlib import Path

import regex

import baocongdoan

from .common import Item, invented_articles, packed_articles, taking_turns
from .html import by_justext, by_trafilatura, invented_pages

ROUNDS = 7
PROCESS_ROUNDS = 15
SAMPLE = 120  # articles of the rounds on text
PEER_SAMPLE = 4  # articles that the peers read: each takes them a fifth of a second
READ_FOR_MEMORY = 20_000  # articles that one process reads
LENGTHS = tuple(32_000 * 2**power for power in range(6))  # characters: to one million
FIRST_RELATIVE_DAY = """
from datetime import date
from time import process_time
from baocongdoan.facts.temporal.calendar import day_from_phrase
start = process_time()
day_from_phrase("hôm qua", date(2024, 5, 15))
print(process_time() - start)
"""
NUMBER = regex.compile(r"(?<![\p{L}\d])\d+(?:[.,/]\d+)*+(?: ?%| \p{L}+){0,3}")
PEER_PATTERNS = (
    regex.compile(r"[Ss]ố \d+/[\p{L}\d/-]+"),
    regex.compile(r"\d[\d.,]* (?:đoàn viên|công nhân|người|lớp)"),
    regex.compile(r"(?:[Ôô]ng|[Bb]à)(?: \p{Lu}\p{L}+)+"),
)


@dataclass(frozen=True, slots=True)
class Result:
    """A measured figure and the bound that it must not pass."""

    name: str
    value: float
    bound: float
    unit: str = "x"

    @property
    def is_over(self) -> bool:
        """Whether the bound is passed."""
        return self.value > self.bound

    def __str__(self) -> str:
        verdict = "OVER ITS BOUND" if self.is_over else "ok"
        return f"{self.name:66s} {self.value:8.2f} {self.unit:2s}  at most {self.bound:6.2f}  {verdict}"


# ---- articles and tools ---------------------------------------------------------------------------------------------


def articles(shared: Path) -> list[str]:
    """Texts of articles: the real ones under ``shared``, else the invented ones."""
    texts = packed_articles(shared / "articles")
    texts += [path.read_text(encoding="utf-8") for path in sorted((shared / "corpus").glob("*.txt"))]
    return texts or invented_articles()


def sampled(items: Sequence[Item], count: int) -> list[Item]:
    """Items from all over a collection, the same ones in every run."""
    return list(items[:: max(1, len(items) // count)][:count])


def floor(path: Path) -> None:
    """What every reader of a text pays: read, decode, compose, and look once for numbers."""
    NUMBER.findall(unicodedata.normalize("NFC", path.read_bytes().decode("utf-8")))


def facts(source: Path | bytes | str) -> None:
    """Everything that this library finds."""
    with suppress(baocongdoan.InputError):  # a page that holds no article takes its time, too
        baocongdoan.extract(source)


def peer_pipeline() -> Callable[[Path], None]:
    """What a user might put together instead: a tagger for names, a parser for dates, patterns for the rest."""
    from dateparser.search import search_dates
    from underthesea import ner, sent_tokenize

    def read(path: Path) -> None:
        for sentence in sent_tokenize(path.read_text(encoding="utf-8")):
            ner(sentence)
            search_dates(sentence, languages=["vi"])
            for pattern in PEER_PATTERNS:
                pattern.findall(sentence)

    return read


# ---- measuring ------------------------------------------------------------------------------------------------------


def medians(
    tools: Sequence[Callable[[Item], object]],
    items: Sequence[Item],
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.process_time,
) -> list[float]:
    """The median time of each tool for all items, in seconds; what is loaded once a process is not counted."""
    times = taking_turns(tools, items, rounds + 1, clock)
    return [statistics.median(taken[1:]) for taken in times]  # the first round loads and compiles


def run(*arguments: str) -> str:
    """What a fresh Python process prints, with its modules compiled as an installation has them, and with what is kept
    between runs in a folder of this benchmark's own: another version's lexicons would fill the user's."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["XDG_CACHE_HOME"] = _kept_here()
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout  # noqa: S603


@cache
def _kept_here() -> str:
    folder = tempfile.mkdtemp(prefix="bench-")
    atexit.register(shutil.rmtree, folder)
    return folder


def import_seconds(module: str) -> float:
    """How long a fresh process takes for an import."""
    code = f"import time; start = time.perf_counter(); import {module}; print(time.perf_counter() - start)"
    return float(run("-c", code))


# ---- results --------------------------------------------------------------------------------------------------------


def on_text(paths: Sequence[Path]) -> Iterator[Result]:
    """Plain text to facts, beside the floor and the peers."""
    read, found = medians((floor, facts), paths)
    print(f"  floor {1e6 * read / len(paths):.0f} µs, facts {1e3 * found / len(paths):.2f} ms an article")
    yield Result("text page to facts: times the floor", found / read, 100)
    paths = [path for path in paths if path.stat().st_size > 2_000][:PEER_SAMPLE]
    floors, others, ours = medians((floor, peer_pipeline(), facts), paths, rounds=3)
    print(f"  peers {others / floors:.0f} times the floor")
    yield Result("text page to facts: hundredths of the peers' time", 100 * ours / others, 2)


def on_html(shared: Path) -> Iterator[Result]:
    """HTML to facts, beside what others take for the text alone; on real pages, where there are any."""
    real = sorted((shared / "html").glob("*.html"))
    sources = [path.read_text(encoding="utf-8", errors="replace") for path in real]
    sources = sources or [page.source for page in sampled(list(invented_pages()), SAMPLE)]

    def to_facts(source: str) -> None:
        facts(source.encode())

    ours, trafilatura, justext = medians((to_facts, by_trafilatura, by_justext), sources, rounds=3)
    size = sum(map(len, sources)) / len(sources)
    print(f"  facts {1e3 * ours / len(sources):.2f} ms a page of {size:.0f} characters")
    print(f"  jusText {justext / trafilatura:.2f} of trafilatura's time")
    yield Result("HTML page to facts: part of trafilatura's time for the text", ours / trafilatura, 1 / 3)


def on_processes(article: Path) -> Iterator[Result]:
    """What a fresh process costs."""
    modules = ("json, dataclasses, pathlib", "baocongdoan")
    plain, ours = medians_of_imports(modules)
    yield Result("import baocongdoan: times import json, dataclasses, pathlib", ours / plain, 6)

    def whole(arguments: tuple[str, ...]) -> Callable[[None], object]:
        return lambda _: run(*arguments)

    libraries = ("-c", "import underthesea_core, regex, numpy")
    command = ("-m", "baocongdoan", "extract", str(article))
    pair = (whole(libraries), whole(command))
    imports, extracts = medians(pair, [None], rounds=PROCESS_ROUNDS, clock=time.perf_counter)
    print(f"  baocongdoan extract {1e3 * extracts:.0f} ms, imports of its libraries {1e3 * imports:.0f} ms")
    yield Result("extract on one small file: times the imports of its libraries", extracts / imports, 2)


def medians_of_imports(modules: Sequence[str]) -> list[float]:
    """The median import time of each, taking turns."""
    rounds = [[import_seconds(module) for module in modules] for _ in range(PROCESS_ROUNDS)]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def on_memory(folder: Path, count: int) -> Result:
    """The most memory that a process holds which reads many articles."""
    name = f"peak memory of a process that has read {count} articles"
    return Result(name, float(run("-m", "benchmarks.memory", str(folder), str(count))), 250, "MB")


def on_growth(texts: Sequence[str]) -> Iterator[Result]:
    """How the time grows with the length of an article: a text's time beside that of its two halves, for one stretch of
    articles holds more to find than another. What is loaded once a process is not in it (dateparser is told apart), nor
    what Python's look-out for garbage takes to go through all that: of a long text, it goes through what is the text's.
    """
    loading = float(run("-c", FIRST_RELATIVE_DAY))
    print(f"  dateparser for the first relative day {1e3 * loading:.0f} ms, once a process")
    whole = grown(texts)
    facts(whole)
    gc.collect()
    gc.freeze()
    doublings = []
    for length in LENGTHS:
        rounds = min(9, max(3, LENGTHS[-1] // length))  # a short text's time is told less surely
        first, second, both = medians((facts_of_first_half, facts_of_second_half, facts), [whole[:length]], rounds)
        doublings.append(2 * both / (first + second))
        print(f"  {length:9d} characters {1e3 * both:9.1f} ms, {doublings[-1]:.2f} times that of half the text")
    yield Result("twice the text: times the time (worst doubling)", max(doublings), 2.2)


def facts_of_first_half(text: str) -> None:
    """Everything in the first half of a text."""
    facts(text[: _middle(text)])


def facts_of_second_half(text: str) -> None:
    """Everything in the second half of a text."""
    facts(text[_middle(text) :])


def _middle(text: str) -> int:
    """Where the line in the middle begins."""
    return text.rindex("\n", 0, len(text) // 2) + 1


def grown(texts: Sequence[str]) -> str:
    """A text of the last of the ``LENGTHS``, of one article after another."""
    shuffled = sampled(texts, 400)
    random.Random(0).shuffle(shuffled)  # noqa: S311  the beginning should be like the whole
    ends = accumulate(len(text) + 1 for text in cycle(shuffled))
    count = next(number for number, end in enumerate(ends, 1) if end >= LENGTHS[-1])
    return "\n".join(text for text, _ in zip(cycle(shuffled), range(count), strict=False))[: LENGTHS[-1]]


def main() -> int:
    """Print every figure with its bound; the exit status is 1 when one is over it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="a folder with real articles")
    parser.add_argument("--memory", type=int, default=READ_FOR_MEMORY, help="how many articles to read for peak memory")
    given = parser.parse_args()
    texts = articles(given.shared)
    print(f"{len(texts)} articles of {statistics.mean(map(len, texts)):.0f} characters")
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        for measured in (on_text(sampled(paths, SAMPLE)), on_html(given.shared), on_processes(min(paths, key=_size))):
            results += measured
        results.append(on_memory(folder, given.memory))
    results += on_growth(texts)
    print(*results, sep="\n")
    return int(any(result.is_over for result in results))


def _size(path: Path) -> tuple[bool, int]:
    """Short articles first, but none of a line or two."""
    size = path.stat().st_size
    return size < 1_500, size


if __name__ == "__main__":
    sys.exit(main())
