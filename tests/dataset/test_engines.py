"""Every engine gives the same dataset, and a Dask cluster outlives one of its workers."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.dataset import Limits, build, dask_engine, gather, local_engine, page_batches
from baocongdoan.dataset.events import Progress
from baocongdoan.dataset.plan import Sizes
from baocongdoan.errors import DatasetError

Contents = Callable[[Path], dict[str, bytes]]
SIZES = Sizes(4, 4)


pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def wanted(make_dump: Any, inline: Any, contents: Contents) -> dict[str, bytes]:
    """What a build of ``a.jsonl`` gives."""
    with make_dump(Path("a.jsonl"), range(40)).open("a") as file:
        file.write("{no json\n")
    build(["a.jsonl"], Path("wanted"), engine=inline, sizes=SIZES)
    return contents(Path("wanted"))


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two Dask workers, processes of their own that speak over TCP."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # theirs, not ours
        import distributed

        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, protocol="tcp"
        ) as cluster:
            yield cluster


def test_two_local_workers(wanted: dict[str, bytes], contents: Contents, tables: Any) -> None:
    build(["a.jsonl"], Path("facts"), engine=local_engine(2), sizes=SIZES)

    assert tables(Path("facts")) == tables(Path("wanted"))
    assert contents(Path("facts")) == wanted


@pytest.mark.filterwarnings("ignore")
def test_a_dask_cluster_of_which_a_worker_is_killed(wanted: dict[str, bytes], contents: Contents, cluster: Any) -> None:
    victims: list[int] = []

    def kill_one(event: object) -> None:
        if isinstance(event, Progress) and not victims:
            victims.append(next(iter(cluster.workers.values())).pid)
            os.kill(victims[0], signal.SIGKILL)

    build(["a.jsonl"], Path("facts"), engine=dask_engine(cluster.scheduler_address, 2), sizes=SIZES, report=kill_one)

    assert victims
    assert cluster.scheduler_address.startswith("tcp://")
    assert contents(Path("facts")) == wanted


@pytest.mark.engines
@pytest.mark.filterwarnings("ignore")
def test_an_article_that_takes_too_long_ends_no_dask_worker(cluster: Any, make_article: Any, tables: Any) -> None:
    """The worker's guard has a process for the articles."""
    before = {worker.pid for worker in cluster.workers.values()}
    for number in range(3):
        Path(f"{number}.txt").write_text(make_article(number), encoding="utf-8")
    Path("1.txt").write_text("\n".join(make_article(number) for number in range(4_000)), encoding="utf-8")
    limits = Limits(seconds=1)

    summary = build(
        ["0.txt", "1.txt", "2.txt"], Path("facts"), engine=dask_engine(cluster.scheduler_address, 2), limits=limits
    )

    assert summary.new == {"article": 2, "skipped": 1, "duplicate": 0}
    assert "takes more than 1 s" in tables(Path("facts"))["skipped"][0]
    assert {worker.pid for worker in cluster.workers.values()} == before


@pytest.mark.filterwarnings("ignore")
def test_no_scheduler_answers(make_dump: Any) -> None:
    import dask

    make_dump(Path("a.jsonl"), range(1))

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(DatasetError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"),
    ):
        build(["a.jsonl"], Path("facts"), engine=dask_engine("tcp://127.0.0.1:9", 1))


def test_own_engine_between_pages_and_gathering(wanted: dict[str, bytes], tables: Any) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    from baocongdoan.dataset import extract_batches

    Path("results").mkdir()
    for number, batch in enumerate(extract_batches(page_batches(["a.jsonl"], size=7))):
        parquet.write_table(pa.Table.from_batches([batch]), f"results/{9 - number}.parquet")  # in another order

    first, again = gather(Path("results"), Path("facts")), gather(Path("results"), Path("facts"))

    assert (first.new["article"], again.new["article"], again.before["article"]) == (40, 0, 40)
    own, other = tables(Path("facts")), tables(Path("wanted"))
    assert all(own[name] == other[name] for name in ("articles", "facts", "skipped", "pages"))
