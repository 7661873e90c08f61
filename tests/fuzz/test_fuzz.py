"""Promise 5: no bytes make the library raise anything but ``BaocongdoanError``, or pass over anything in silence.

The kept inputs are those that once reached something new or failed; ``make fuzz`` looks for more of them.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from fuzz_targets import TARGETS
from fuzz_words import change_words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HERE = Path(__file__).parent
KEPT = {name: sorted((HERE / "corpus" / name).iterdir()) for name in TARGETS}
RUNS = 40

thorough = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("name", TARGETS)
def test_kept_inputs(name: str) -> None:
    assert len(KEPT[name]) > 20
    for path in KEPT[name]:
        TARGETS[name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@thorough
@given(data=st.data())
def test_kept_inputs_with_other_words(name: str, data: st.DataObject) -> None:
    page = data.draw(st.sampled_from(KEPT[name])).read_bytes()

    TARGETS[name](change_words(page, data.draw(st.integers(0, 2**32))))


@pytest.mark.parametrize("name", TARGETS)
@thorough
@given(data=st.data())
def test_kept_inputs_damaged(name: str, data: st.DataObject) -> None:
    page = data.draw(st.sampled_from(KEPT[name])).read_bytes()
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, min(len(page), start + 20)))

    TARGETS[name](page[:start] + data.draw(st.binary(max_size=20)) + page[end:])


@pytest.mark.parametrize("name", TARGETS)
@thorough
@given(page=st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_anything(name: str, page: bytes) -> None:
    TARGETS[name](page)


@pytest.mark.skipif(find_spec("atheris") is None, reason="no atheris for this Python or system")
@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run_guided_by_coverage(name: str, tmp_path: Path) -> None:
    runs = len(KEPT[name]) + RUNS
    options = [f"-runs={runs}", "-seed=1", "-max_len=1000", "-timeout=60", f"-artifact_prefix={tmp_path}/"]

    done = subprocess.run(
        [sys.executable, str(HERE / "fuzz.py"), name, *options, str(tmp_path), str(HERE / "corpus" / name)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert f"Done {runs} runs" in done.stderr
