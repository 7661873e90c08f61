"""What is said when a Dask cluster does not answer, lacks the library, or is lost midway."""

from __future__ import annotations

from concurrent.futures import CancelledError
from typing import Any

import distributed
import pytest

from baocongdoan.dataset import Limits, Settings, dask_engine
from baocongdoan.errors import DatasetError


class _Client:
    """Stands in for a client of a cluster with three threads."""

    refused: Exception | None = None

    def __init__(self, *_: object, **__: object) -> None:
        if self.refused is not None:
            raise self.refused

    def __enter__(self) -> _Client:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def get_executor(self, *, pure: bool) -> object:
        assert not pure
        return object()

    def wait_for_workers(self, workers: int, *, timeout: float) -> None:
        assert (workers, timeout > 1) == (1, True)

    def nthreads(self) -> dict[str, int]:
        return {"a": 1, "b": 2}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> type[_Client]:
    monkeypatch.setattr(distributed, "Client", _Client)
    monkeypatch.setattr(_Client, "refused", None)
    return _Client


@pytest.mark.parametrize("scheduler", [None, "tcp://nowhere:8786"])
def test_its_threads_are_the_workers(client: type[_Client], scheduler: str | None) -> None:
    with dask_engine(scheduler, 5)(Settings(), Limits()) as workforce:
        assert workforce.workers == 3


@pytest.mark.parametrize("error", [OSError("refused"), ValueError("no address")])
def test_a_scheduler_that_does_not_answer(client: Any, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr(client, "refused", error)

    told = rf"no Dask scheduler answers at tcp://nowhere:8786: check the address \({error}\)"
    with pytest.raises(DatasetError, match=told), dask_engine("tcp://nowhere:8786", 1)(Settings(), Limits()):
        pytest.fail("there is no cluster")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ImportError("No module named 'baocongdoan'"), r"says a Dask worker: pip install 'baocongdoan\[dask\]' there"),
        (TimeoutError("no worker"), r"the Dask cluster was lost \(no worker\): run the same command again"),
        (CancelledError("gone"), r"the Dask cluster was lost \(gone\): run the same command again"),
        (distributed.comm.CommClosedError("closed"), r"the Dask cluster was lost \(closed\)"),
    ],
)
def test_a_cluster_that_is_lost_midway(client: type[_Client], error: Exception, told: str) -> None:
    with pytest.raises(DatasetError, match=told), dask_engine("tcp://here:8786", 1)(Settings(), Limits()):
        raise error


def test_other_faults_are_not_blamed_on_the_cluster(client: type[_Client]) -> None:
    with pytest.raises(KeyError), dask_engine("tcp://here:8786", 1)(Settings(), Limits()):
        raise KeyError("ours")
