"""How fast totals are asked of a dataset: ``make bench-totals``.

The dataset is invented: reports of unions of all provinces and levels over ten years, as many facts as asked for, half
of them counts. The first question is for a measure that few counts are of, the second for one that every fourth is of:
in the annotated articles every fifth is an amount of money, and one in fifteen tells of members admitted. Each is asked
in a process of its own, which also loads the library; processor time says the same on a machine that is busy.
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

from baocongdoan.dataset.manifest import MANIFEST, Manifest, Part, PartFile
from baocongdoan.dataset.schema import TABLES
from baocongdoan.lexicon.places import gazetteer

BOUND = 5.0  # seconds, for half a million facts
RARE, FREQUENT = "homes", "members_admitted"
_PART = 50_000  # facts
_AN_ARTICLE = 20  # facts
_OWNERS = 6_000
_FIRST_DAY = np.datetime64("2015-01-01")


def invent(folder: Path, facts: int) -> None:
    """A dataset with so many facts."""
    (folder / "facts").mkdir(parents=True)
    random = np.random.default_rng(1)
    parts = []
    for number, start in enumerate(range(0, facts, _PART)):
        path = folder / "facts" / f"part-{number:05}.parquet"
        table = _facts(np.arange(start, min(start + _PART, facts)), random)
        parquet.write_table(table, path, compression="zstd")
        data = path.read_bytes()
        file = PartFile(f"facts/{path.name}", table.num_rows, len(data), hashlib.sha256(data).hexdigest())
        parts.append(Part(number, "invented", 0, {"facts": file}))
    (folder / MANIFEST).write_bytes(Manifest(made_by="invented", settings={}, parts=tuple(parts)).encode())


def _facts(numbers: np.ndarray, random: np.random.Generator) -> pa.Table:
    """Facts of articles: each names two organisations, and of the rest the counts are theirs."""
    article, place = numbers // _AN_ARTICLE, numbers % _AN_ARTICLE
    owner = random.zipf(1.3, len(numbers) // _AN_ARTICLE * 2 + 2) % _OWNERS
    own = owner[(article - article[0]) * 2 + (place % 2)]
    is_owner, is_count = place < 2, place % 2 == 1
    provinces = gazetteer().provinces
    province = [provinces[each % len(provinces)] for each in own]
    level = np.where(own < len(provinces), "provincial", np.where(own % 7 == 0, "district", "grassroots"))
    names = np.char.add("Công đoàn số ", own.astype(str))
    measure = np.where(random.random(len(numbers)) < 0.25, FREQUENT, np.where(place == 7, RARE, "gifts"))
    first = _FIRST_DAY + random.integers(0, 10, len(numbers)) * np.timedelta64(365, "D")
    days = random.choice([0, 30, 90, 181, 364, 1800], len(numbers)).astype("timedelta64[D]")
    published = first + days + np.timedelta64(20, "D")
    columns = {
        "article_id": np.char.add("a", article.astype(str)),
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
    """Print the seconds that totals take, beside what they may; fails where they take more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=500_000, help="how many facts the dataset has")
    given = parser.parse_args()
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        dataset = Path(folder, "facts")
        invent(dataset, given.facts)
        for measure in (RARE, FREQUENT):
            command = [sys.executable, "-m", "baocongdoan", "totals", str(dataset), "--measure", measure]
            before, began = _processor(), time.perf_counter()
            output = str(Path(folder, "totals.parquet"))
            subprocess.run(  # noqa: S603  (this very program)
                [*command, "--format", "parquet", "-o", output], check=True
            )
            seconds, processor = time.perf_counter() - began, _processor() - before
            rows = parquet.read_table(output)
            used = (
                pc.sum(pc.list_value_length(rows["used"])).as_py()
                + pc.sum(pc.list_value_length(rows["not_used"])).as_py()
            )
            slow |= seconds > BOUND
            print(
                f"{measure}: {given.facts:,} facts, {used:,} counts of it, {rows.num_rows:,} totals: {seconds:.1f} s "
                f"({processor:.1f} s of processors; may be {BOUND} s)"
            )
    if slow:
        raise SystemExit("totals took too long")


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
