"""Who does the work: processes on this machine, or the workers of a Dask cluster.

An engine is an executor, as in ``concurrent.futures``, and a function for it to run on the bytes of a batch; whatever
has these two can build a dataset.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from typing import Any

from ..errors import DatasetError, extra
from .extraction import Settings
from .frames import to_bytes
from .guard import GuardPool
from .plan import Batch
from .worker import Limits

__all__ = ["Engine", "Workforce", "dask_engine", "local_engine"]

_PATIENCE = 120  # seconds until the first Dask worker has to be there
_AHEAD = 3  # batches for each worker that are under way, so that none waits for us
_CALM = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
}
"""A cluster of ours measures itself less: without a dashboard nobody sees it, and it takes a tenth of a core."""


@dataclass(frozen=True, slots=True)
class Workforce:
    """Workers at work: how to have a batch extracted by one of them, and how many there are."""

    executor: Executor
    extract: Callable[[bytes], bytes]
    workers: int

    def extract_all(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, bytes]]:
        """The results of batches, in the order in which they are ready; some batches are taken ahead."""
        under_way: dict[Future[bytes], Batch] = {}
        for batch in batches:
            under_way[self.executor.submit(self.extract, to_bytes(batch.pages))] = batch
            if len(under_way) >= self.workers * _AHEAD:
                yield from _ready(under_way)
        while under_way:
            yield from _ready(under_way)


Engine = Callable[[Settings, Limits], AbstractContextManager[Workforce]]
"""What gives a workforce for as long as it is wanted."""


def local_engine(workers: int) -> Engine:
    """Worker processes on this machine: for each a thread of ours that gives it its batches."""

    @contextmanager
    def engine(settings: Settings, limits: Limits) -> Iterator[Workforce]:
        pool = GuardPool(settings, limits)
        executor = ThreadPoolExecutor(workers, thread_name_prefix="guard")
        try:
            yield Workforce(executor, pool.extract, workers)
        finally:
            pool.close()
            executor.shutdown(cancel_futures=True)

    return engine


def dask_engine(scheduler: str | None, workers: int) -> Engine:
    """The workers of a Dask cluster, or of one on this machine where no address is given.

    Each of them keeps a process of its own beside it for the articles, so that none of these can end a Dask worker.
    """
    with extra("Dask clusters", "dask"):
        distributed: Any = import_module("distributed")
        dask: Any = import_module("dask")

    @contextmanager
    def engine(settings: Settings, limits: Limits) -> Iterator[Workforce]:
        try:
            if scheduler is None:
                with dask.config.set(_CALM):
                    client = distributed.Client(n_workers=workers, threads_per_worker=1, dashboard_address=None)
            else:
                client = distributed.Client(scheduler)
        except (OSError, ValueError) as error:
            raise DatasetError(f"no Dask scheduler answers at {scheduler}: check the address ({error})") from error
        with client:
            executor = client.get_executor(pure=False)
            try:
                client.wait_for_workers(1, timeout=_PATIENCE)
                yield Workforce(executor, partial(_on_dask_worker, settings, limits), sum(client.nthreads().values()))
            except ImportError as error:
                raise DatasetError(
                    f"{error}, says a Dask worker: pip install 'baocongdoan[dask]' there, too"
                ) from error
            except (distributed.KilledWorker, distributed.comm.CommClosedError, CancelledError, TimeoutError) as error:
                raise DatasetError(
                    f"the Dask cluster was lost ({error}): run the same command again, and it goes on where it was"
                ) from error

    return engine


def _ready(under_way: dict[Future[bytes], Batch]) -> Iterator[tuple[Batch, bytes]]:
    done, _ = wait(under_way, return_when=FIRST_COMPLETED)
    for future in [future for future in under_way if future in done]:
        yield under_way.pop(future), future.result()


@cache
def _pool_of_worker(settings: Settings, limits: Limits) -> GuardPool:
    pool = GuardPool(settings, limits)
    atexit.register(pool.close)
    return pool


def _on_dask_worker(settings: Settings, limits: Limits, pages: bytes) -> bytes:
    """What a Dask worker runs: its guards stay, with all that their processes have loaded."""
    return _pool_of_worker(settings, limits).extract(pages)
