"""Results to the tables of a part: what it costs in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pytest

from baocongdoan.dataset.assembly import assemble
from baocongdoan.dataset.index import Index
from baocongdoan.dataset.schema import RESULTS, TABLES


@pytest.fixture
def pool() -> Iterator[pa.MemoryPool]:
    """A pool that knows what the test takes."""
    before = pa.default_memory_pool()
    pool = pa.proxy_memory_pool(before)
    pa.set_memory_pool(pool)
    yield pool
    pa.set_memory_pool(before)


def test_facts_do_not_carry_the_text_of_their_article(pool: pa.MemoryPool) -> None:
    """Each of 100 facts with a text of 100 kB would take a gigabyte for 100 articles."""
    facts = [{"kind": "date", "id": f"f{number}", "quote": "nay", "start": 0, "end": 3} for number in range(100)]
    rows = [
        {"page_id": f"{number:032x}", "article_id": f"a{number}", "text": "x" * 100_000, "facts": 100}
        | {"keys": [f"{number:032x}"], "found": facts, "origin": "-"}
        for number in range(100)
    ]
    results = pa.Table.from_pylist(rows, RESULTS)
    index = Index()

    tables = assemble(results, index)

    index.close()
    assert {name: table.num_rows for name, table in tables.items()} == {
        "articles": 100, "facts": 10_000, "skipped": 0, "pages": 100,
    }  # fmt: skip
    assert all(table.schema == TABLES[name] for name, table in tables.items())
    assert pool.max_memory() < 150_000_000
