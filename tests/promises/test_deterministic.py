"""Promise 2: the same input gives the same bytes, whatever the process, its surroundings and the day are.

Line endings: ``test_harmless_changes.py``. Numbers of processes and machines: ``tests/dataset/test_engines.py``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import baocongdoan

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "corpora" / "articles").glob("*.txt"))[::7]

# Installed by Python before anything else: whoever asks for the time is told one forty years from now.
LATER = """
import datetime, time
_ahead, _clock, _now = 40 * 365.25 * 86400, time.time, datetime.datetime.now
time.time = lambda: _clock() + _ahead

class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)

    today = now

class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

datetime.datetime, datetime.date = Moment, Day
"""

SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "4711"},
    "yet another, many threads": {"PYTHONHASHSEED": "1", "OMP_NUM_THREADS": "7"},
    "a plain locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a time zone where it is tomorrow": {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "a clock that is ahead": {"AHEAD": "1"},
}


@cache
def told_here() -> bytes:
    return "".join(f"{baocongdoan.extract(page).to_json()}\n" for page in PAGES).encode()


@pytest.mark.parametrize("changed", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_surroundings_change_nothing(changed: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(LATER if "AHEAD" in changed else "", encoding="utf-8")
    environment = os.environ | changed | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}

    done = subprocess.run(
        [sys.executable, "-m", "baocongdoan", "extract", *map(str, PAGES)],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        check=True,
    )

    assert done.stdout == told_here()


def test_a_clock_that_is_ahead_is_ahead(tmp_path: Path) -> None:
    """Without which the test above would show nothing."""
    (tmp_path / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    asked = "import datetime; print(datetime.date.today() - datetime.date(2026, 1, 1) > datetime.timedelta(39 * 365))"

    done = subprocess.run(
        [sys.executable, "-c", asked], env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, check=True
    )

    assert done.stdout == b"True\n"
