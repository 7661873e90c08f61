"""A build that is stopped goes on where it was, and its dataset is that of one that was not, byte for byte."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.dataset import build
from baocongdoan.dataset.index import Index
from baocongdoan.dataset.plan import Sizes
from baocongdoan.errors import DatasetError

Contents = Callable[[Path], dict[str, bytes]]
QUICK = Path(__file__).with_name("quick_worker.py")
KILLS = 20

BUILD = f"""
import sys
from pathlib import Path
from baocongdoan.dataset import Limits, build, guard, local_engine
from baocongdoan.dataset.plan import Sizes
if "quick" in sys.argv:
    guard.COMMAND = (sys.executable, {str(QUICK)!r})
build(["pages"], Path(sys.argv[1]), engine=local_engine(int(sys.argv[2])), sizes=Sizes(3, 4))
"""


@pytest.fixture(autouse=True)
def _pages(folder: Path) -> None:
    (folder / "pages").mkdir()


# ---- at every step --------------------------------------------------------------------------------------------------


class Killed(BaseException):
    """What a kill does: nothing behind it happens."""


@contextmanager
def killed_before(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """End the build at the ``step``-th thing that it does to the disk; gives the number of things done."""
    done = [0]

    def counted(function: Callable[..., Any], *, half: bool = False) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **options: Any) -> Any:
            if done[0] >= step:
                if half and done[0] == step:
                    (options["by_way_of"] / "cut.unfinished").write_bytes(arguments[1][: len(arguments[1]) // 2])
                raise Killed
            done[0] += 1
            return function(*arguments, **options)

        return wrapped

    with monkeypatch.context() as patch:
        from baocongdoan.dataset import store

        patch.setattr(store, "write_whole", counted(store.write_whole, half=True))
        patch.setattr(Index, "commit", counted(Index.commit))
        patch.setattr(Path, "unlink", counted(Path.unlink))
        yield done


def test_stopped_at_every_step(
    inline: Any, make_dump: Any, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_dump(Path("pages/a.jsonl"), range(7))
    make_dump(Path("pages/b.jsonl"), (3, 20, 21))
    Path("pages/c.txt").write_bytes(b"")
    Path("pages/d.parquet").write_bytes(b"PAR1")

    def make(out: str) -> None:
        build(["pages"], Path(out), engine=inline, sizes=Sizes(2, 2))

    make("undisturbed")
    wanted = contents(Path("undisturbed"))
    for step in range(1_000):
        out = f"facts{step}"
        try:
            with killed_before(step, monkeypatch) as done:
                make(out)
        except Killed:
            make(out)
            assert contents(Path(out)) == wanted, f"stopped before step {step}"
        else:
            assert done[0] == step
            break
    assert step > 25


# ---- killed by the system -------------------------------------------------------------------------------------------


def start(out: str, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", BUILD, out, *options], stderr=subprocess.PIPE)


def finished(process: subprocess.Popen[bytes]) -> bool:
    _, said = process.communicate()
    assert process.returncode == 0, said.decode()
    return True


def survive(number: int, seconds: tuple[float, float], contents: Contents, *options: str) -> None:
    """Kill builds ``number`` times, each at a moment of its own, and let them go on."""
    assert finished(start("undisturbed", *options))
    wanted = contents(Path("undisturbed"))
    moments = random.Random(5)
    kills = round_ = 0
    while kills < number:
        process = start(f"facts{round_}", *options)
        time.sleep(moments.uniform(*seconds))
        process.send_signal(signal.SIGKILL)
        _, said = process.communicate()
        if process.returncode == 0:  # it was done before: on with the next dataset
            assert contents(Path(f"facts{round_}")) == wanted
            round_ += 1
            continue
        assert process.returncode == -signal.SIGKILL, said.decode()
        kills += 1
    assert finished(start(f"facts{round_}", *options))
    assert contents(Path(f"facts{round_}")) == wanted


def test_killed_twenty_times_at_random_moments(contents: Contents) -> None:
    for number in range(400):
        Path(f"pages/{number:03}.txt").write_text(f"wait 0.005 {number}")

    survive(KILLS, (0.4, 1.4), contents, "1", "quick")


@pytest.mark.engines
def test_killed_twenty_times_with_the_real_worker(contents: Contents, make_dump: Any) -> None:
    make_dump(Path("pages/a.jsonl"), range(2_000))

    survive(KILLS, (1.0, 6.0), contents, "2")


def test_asked_to_end(contents: Contents) -> None:
    """The command line answers SIGTERM with a word and a status; the next build goes on."""
    for number in range(100):
        Path(f"pages/{number:03}.txt").write_text(f"wait 0.01 {number}")
    code = f"""
import sys
from baocongdoan.dataset import guard
guard.COMMAND = (sys.executable, {str(QUICK)!r})
from baocongdoan.cli import main
sys.exit(main())
"""
    command = [sys.executable, "-c", code, "build", "pages", "--workers", "1", "--log-json", "--out"]
    assert subprocess.run([*command, "undisturbed"], capture_output=True, check=False).returncode == 0
    process = subprocess.Popen([*command, "facts"], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    while '"Progress"' not in process.stderr.readline():
        assert process.poll() is None

    process.send_signal(signal.SIGTERM)

    _, said = process.communicate(timeout=60)
    assert (process.returncode, said.splitlines()[-1]) == (
        128 + signal.SIGTERM,
        "baocongdoan: stopped; run the same command again, and it goes on where it was",
    )
    assert subprocess.run([*command, "facts"], capture_output=True, check=False).returncode == 0
    assert contents(Path("facts")) == contents(Path("undisturbed"))


# ---- disks that won't -----------------------------------------------------------------------------------------------


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk is not allowed here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def remount(disk: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(disk)], check=True)


def test_a_full_disk(disk: Path, inline: Any, make_dump: Any, contents: Contents) -> None:
    make_dump(Path("pages/a.jsonl"), range(60))

    def make(out: Path) -> None:
        build(["pages"], out, engine=inline, sizes=Sizes(3, 4))

    make(Path("undisturbed"))
    with pytest.raises(DatasetError, match=r"cannot write .*disk/facts: the disk is full: free some space and run"):
        make(disk / "facts")
    remount(disk, "size=20m")
    make(disk / "facts")

    assert contents(disk / "facts") == contents(Path("undisturbed"))


def test_a_read_only_disk(disk: Path, inline: Any, make_dump: Any, tables: Any) -> None:
    make_dump(Path("pages/a.jsonl"), range(4))
    remount(disk, "size=20m")
    build(["pages"], disk / "facts", engine=inline)
    whole = tables(disk / "facts")
    remount(disk, "ro")

    for out in ("facts", "more"):
        with pytest.raises(DatasetError, match=rf"cannot write .*disk/{out}: the disk is read-only: name a folder"):
            build(["pages"], disk / out, engine=inline)
    assert tables(disk / "facts") == whole


def test_results_that_were_damaged_meanwhile_are_made_again(
    inline: Any, make_dump: Any, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_dump(Path("pages/a.jsonl"), range(8))
    with pytest.raises(Killed), killed_before(4, monkeypatch):
        build(["pages"], Path("facts"), engine=inline, sizes=Sizes(2, 8))
    kept = sorted(Path("facts/.work/batches").iterdir())
    kept[0].write_bytes(kept[0].read_bytes()[:-1])
    kept[1].write_bytes(b"")

    build(["pages"], Path("facts"), engine=inline, sizes=Sizes(2, 8))
    build(["pages"], Path("undisturbed"), engine=inline, sizes=Sizes(2, 8))

    assert contents(Path("facts")) == contents(Path("undisturbed"))
    assert not list(Path("facts/.work/batches").iterdir())
