"""How fast totals are asked of a dataset, and how large its report page is: ``make bench-totals``.

The dataset is invented: reports of unions of all provinces and levels over ten years, as many facts as asked for, half
of them counts. The first question is for a measure that few counts are of, the second for one that every fourth is of:
in the annotated articles every fifth is an amount of money, and one in fifteen tells of members admitted. The report is
on all measures. A second dataset has nothing but counts of a single measure and their organisations, which is the most
that can be asked. Each is asked in a process of its own, which also loads the library; processor time says the same on
a machine that is busy.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from baocongdoan.analysis.questions import known_measures
from baocongdoan.dataset.manifest import MANIFEST, Manifest, Part, PartFile
from baocongdoan.dataset.schema import TABLES
from baocongdoan.lexicon.places import gazetteer
from baocongdoan.views.report.page import LARGEST

BOUND = 5.0  # seconds, for totals of half a million facts
REPORT_BOUND = 60.0  # seconds, for a page on all measures of half a million facts
RARE, FREQUENT = "homes", "members_admitted"
_PART = 50_000  # facts
_AN_ARTICLE = 20  # facts
_OWNERS = 6_000
_FIRST_DAY = np.datetime64("2015-01-01")


def invent(folder: Path, facts: int, *, of_one_measure: bool = False) -> None:
    """A dataset with so many facts: of many measures and kinds, or of one measure with its organisations."""
    (folder / "facts").mkdir(parents=True)
    random = np.random.default_rng(1)
    parts = []
    for number, start in enumerate(range(0, facts, _PART)):
        path = folder / "facts" / f"part-{number:05}.parquet"
        table = _facts(np.arange(start, min(start + _PART, facts)), random, of_one_measure)
        parquet.write_table(table, path, compression="zstd")
        data = path.read_bytes()
        file = PartFile(f"facts/{path.name}", table.num_rows, len(data), hashlib.sha256(data).hexdigest())
        parts.append(Part(number, "invented", 0, {"facts": file}))
    (folder / MANIFEST).write_bytes(Manifest(made_by="invented", settings={}, parts=tuple(parts)).encode())


def _facts(numbers: np.ndarray, random: np.random.Generator, of_one_measure: bool) -> pa.Table:
    """Facts of articles: each names two organisations, and of the rest the counts are theirs."""
    article, place = numbers // _AN_ARTICLE, numbers % _AN_ARTICLE
    owner = random.zipf(1.3, len(numbers) // _AN_ARTICLE * 2 + 2) % _OWNERS
    own = owner[(article - article[0]) * 2 + (place % 2)]
    is_owner = place < 2
    is_count = ~is_owner if of_one_measure else place % 2 == 1
    provinces = gazetteer().provinces
    province = [provinces[each % len(provinces)] for each in own]
    level = np.where(own < len(provinces), "provincial", np.where(own % 7 == 0, "district", "grassroots"))
    names = np.char.add("Công đoàn số ", own.astype(str))
    others = [measure for measure in known_measures() if measure not in (RARE, FREQUENT)]
    measure = np.where(place == 7, RARE, random.choice(others, len(numbers)))
    measure = np.where(of_one_measure | (random.random(len(numbers)) < 0.25), FREQUENT, measure)
    first = _FIRST_DAY + random.integers(0, 10, len(numbers)) * np.timedelta64(365, "D")
    days = random.choice([0, 30, 90, 181, 364, 1800], len(numbers)).astype("timedelta64[D]")
    published = first + days + np.timedelta64(20, "D")
    columns = {
        "article_id": np.char.add("a", article.astype(str)),
        "url": np.char.add("https://tin.example/cong-doan-cac-tinh-ket-nap-them-nhieu-doan-vien-", article.astype(str)),
        "title": np.char.add("Công đoàn các tỉnh kết nạp thêm nhiều đoàn viên trong năm, tin số ", article.astype(str)),
        "site": np.char.add("tin", np.char.add((article % 40).astype(str), ".example")),
        "published": published.astype(str),
        "published_day": published,
        "kind": np.where(is_owner, "organisation", np.where(is_count, "count", "date")),
        "id": np.char.add("f", place.astype(str)),
        "quote": np.char.add("kết nạp đoàn viên ", numbers.astype(str)),
        "start": place * 40,
        "end": place * 40 + 20,
        "name": names,
        "type": np.full(len(numbers), "union"),
        "level": level,
        "province": [each.name for each in province],
        "province_code_before": [each.code_before for each in province],
        "province_code_after": [each.code_after for each in province],
        "measure": measure,
        "value": random.integers(1, 20_000, len(numbers)).astype(float),
        "unit": np.full(len(numbers), "đoàn viên"),
        "qualifier": np.where(random.random(len(numbers)) < 0.2, "over", "exact"),
        "status": np.where(random.random(len(numbers)) < 0.1, "target", "reported"),
        "organisation": names,
        "first_day": first,
        "last_day": first + days,
        "part_of": np.where((place > 5) & (random.random(len(numbers)) < 0.1), "f5", None),
    }
    only = dict.fromkeys(("name", "type", "level"), is_owner) | dict.fromkeys(("measure", "organisation"), is_count)
    schema = TABLES["facts"]
    arrays = []
    for field in schema:
        if field.name not in columns:
            arrays.append(pa.nulls(len(numbers), field.type))
            continue
        array = pa.array(columns[field.name]).cast(field.type)
        if field.name in only:
            array = pc.if_else(pa.array(only[field.name]), array, pa.scalar(None, field.type))
        arrays.append(array)
    return pa.Table.from_arrays(arrays, schema=schema)


def main() -> None:
    """Print the seconds that totals and reports take, beside what they may; fails where they take more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=500_000, help="how many facts the dataset has")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        mixed, single, output = (Path(folder, name) for name in ("mixed", "single", "output"))
        invent(mixed, given.facts)
        invent(single, given.facts, of_one_measure=True)
        within = [
            _totals_in_time(dataset, measure, output)
            for dataset, measure in ((mixed, RARE), (mixed, FREQUENT), (single, FREQUENT))
        ]
        within += [_report_in_time(dataset, output) for dataset in (mixed, single)]
    if not all(within):
        raise SystemExit("totals or reports took too long, or a page is too large")


def _totals_in_time(dataset: Path, measure: str, output: Path) -> bool:
    seconds, processor = _timed("totals", str(dataset), "--measure", measure, "--format", "parquet", "-o", str(output))
    rows = parquet.read_table(output)
    counts = sum(pc.sum(pc.list_value_length(rows[side])).as_py() for side in ("used", "not_used"))
    print(
        f"{dataset.name}, totals of {measure}: {counts:,} counts of it, {rows.num_rows:,} totals: {seconds:.1f} s "
        f"({processor:.1f} s of processors; may be {BOUND} s)"
    )
    return seconds <= BOUND


def _report_in_time(dataset: Path, output: Path) -> bool:
    seconds, processor = _timed("report", str(dataset), "-o", str(output))
    size = output.stat().st_size
    print(
        f"{dataset.name}, report: {size:,} bytes (may be {LARGEST:,}): {seconds:.1f} s "
        f"({processor:.1f} s of processors; may be {REPORT_BOUND} s)"
    )
    return seconds <= REPORT_BOUND and size <= LARGEST


def _timed(*arguments: str) -> tuple[float, float]:
    """The seconds that a command takes, and those that processors worked for it."""
    before, began = _processor(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "baocongdoan", *arguments], check=True)  # noqa: S603  (this very program)
    return time.perf_counter() - began, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
