"""Workers that die: which article is to blame, and that the others are done all the same."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from baocongdoan.dataset import Limits, Settings, guard
from baocongdoan.dataset.extraction import extract_batch
from baocongdoan.dataset.guard import Guard, GuardPool, WorkerError

QUICK = (sys.executable, str(Path(__file__).with_name("quick_worker.py")))
LIMITS = Limits(seconds=0.5, megabytes=600)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    """A guard whose worker does what the articles say."""
    monkeypatch.setattr(guard, "COMMAND", QUICK)
    quick = Guard(Settings(), LIMITS)
    yield quick
    quick.close()


DEADLY = {
    "hang": "takes more than 0.5 s: raise --time-limit",
    "spin": "takes more than 0.5 s: raise --time-limit",
    "crash": "crashes the process that reads it (SIGSEGV)",
    "exit": "crashes the process that reads it (exit status 3)",
    "eat 4": "wants more than 600 MB of memory: raise --memory-limit",
}


def test_articles_that_take_their_worker_with_them(quick: Guard, make_pages: Any) -> None:
    """Each is named with the reason, and those between them are done."""
    texts = ["một", "hang", "spin", "hai", "crash", "exit", "eat 4", "ba"]

    results = quick.extract(make_pages(texts))

    assert results["text"].to_pylist() == [None if text in DEADLY else text for text in texts]
    errors = dict(zip(texts, results["error"].to_pylist(), strict=True))
    assert [text for text in texts if errors[text] is not None] == [text for text in texts if text in DEADLY]
    assert all(errors[text].startswith(error) for text, error in DEADLY.items())
    assert results["page_id"].null_count == 0


def test_an_article_beside_which_the_worker_was_killed_is_done(quick: Guard, make_pages: Any, tmp_path: Path) -> None:
    results = quick.extract(make_pages(["một", f"once {tmp_path / 'done'}", "hai"]))

    assert results["error"].null_count == 3
    assert (tmp_path / "done").exists()


def test_what_a_library_prints_does_no_harm(quick: Guard, make_pages: Any) -> None:
    assert quick.extract(make_pages(["print", "một"]))["error"].null_count == 2


def test_a_worker_that_cannot_start_says_why(monkeypatch: pytest.MonkeyPatch, make_pages: Any) -> None:
    monkeypatch.setattr(guard, "COMMAND", (sys.executable, "-c", "raise SystemExit('no library here')"))
    broken = Guard(Settings(), LIMITS)

    with pytest.raises(WorkerError, match="a worker process can't start: no library here"):
        broken.extract(make_pages(["một"]))
    broken.close()


def test_closing_does_not_wait_for_an_article(monkeypatch: pytest.MonkeyPatch, make_pages: Any, tmp_path: Path) -> None:
    monkeypatch.setattr(guard, "COMMAND", QUICK)
    pool = GuardPool(Settings(), Limits(seconds=600))
    begun = tmp_path / "begun"
    ended: list[str] = []

    def work() -> None:
        try:
            pool.extract(guard.frames.to_bytes(make_pages([f"touch {begun}", "hang"])))
        except WorkerError as error:
            ended.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    while not begun.exists():
        time.sleep(0.01)
    pool.close()
    thread.join(30)

    assert ended == ["the build was stopped"]


def test_a_worker_ends_with_its_guard(quick: Guard, make_pages: Any) -> None:
    """However the guard's process died: then nobody holds the other end of the pipe."""
    quick.extract(make_pages(["một"]))
    worker: Any = quick._worker

    worker.stdin.close()

    assert worker.wait(30) == 0


def test_the_real_worker_gives_what_the_function_gives(make_article: Any, make_pages: Any) -> None:
    pages = make_pages([make_article(number) for number in range(3)] + ["Only English text stands here."])
    real = Guard(Settings(), Limits())

    results = real.extract(pages)

    real.close()
    assert results == extract_batch(pages, Settings())
    assert results["error"].is_valid().to_pylist() == [False, False, False, True]


def test_the_sample_that_workers_warm_up_with_is_an_article() -> None:
    sample = Path(guard.__file__).with_name("sample.html").read_bytes()

    [row] = extract_batch(pa.RecordBatch.from_pylist([{"content": sample, "is_html": True}]), Settings()).to_pylist()

    assert row["error"] is None
    assert {fact["kind"] for fact in row["found"]} == {"count", "date", "document", "organisation", "person"}


def test_an_interrupt_from_the_keyboard_is_the_guards_to_answer(quick: Guard, make_pages: Any) -> None:
    quick.extract(make_pages(["một"]))
    worker: Any = quick._worker

    os.kill(worker.pid, signal.SIGINT)

    assert quick.extract(make_pages(["hai"]))["text"].to_pylist() == ["hai"]
    assert quick._worker is worker
