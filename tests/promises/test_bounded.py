"""Promise 4: time and memory grow with the length of the input and with nothing else, whatever stands in it.

Hostile markup is in ``tests/pages/test_html.py``, more texts in ``tests/test_pipeline.py``; that a limit is reported
where it is hit, in ``tests/pages``. Processor time is compared with itself, and the margin is wide: on a busy machine
nothing fails but what grows with the square.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from baocongdoan.errors import BaocongdoanError
from baocongdoan.language.fold import clean_characters
from baocongdoan.lexicon import loader
from baocongdoan.lexicon.loader import Entry, load
from baocongdoan.pipeline import extract

SENTENCE = "Năm 2024, LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên."

# ---- texts ---------------------------------------------------------------------------------------------------------

NASTY = {
    "stops between digits": "1.234.",
    "strokes between digits": "1/2/",
    "dates in a line": "12/5/2023 | ",
    "names within names": "Công đoàn ",
    "acts in a sentence": "Nghị quyết số 4a/NQ-TLĐ, ",
    "offices without a name": "Chủ tịch, Phó ",
    "quotation marks": '"Mái ấm" ',
    "lines of a word": "Mới\n",
    "counts of one noun": "16 củ ",
    "headlines in capitals": "CÔNG ĐOÀN TỈNH\n",
}
SHORT, TIMES = 15_000, 8
MARGIN, MOMENT = 3, 0.3  # times longer than in proportion, and seconds more, that a machine may take for other reasons


def nasty(unit: str, length: int) -> str:
    return f"{SENTENCE}\n" + (unit * (length // len(unit) + 1))[:length]


def seconds(text: str, *, cleaned: bool) -> float:
    started = time.process_time()
    try:
        extract(text, clean=not cleaned)
    except BaocongdoanError as error:
        assert str(error)
    return time.process_time() - started


@pytest.mark.parametrize("cleaned", [True, False], ids=["clean text", "page"])
@pytest.mark.parametrize("unit", NASTY.values(), ids=NASTY.keys())
def test_time_grows_with_the_length(unit: str, cleaned: bool) -> None:
    extract(SENTENCE, clean=False)  # patterns are compiled once
    short = min(seconds(nasty(unit, SHORT), cleaned=cleaned) for _ in range(2))

    long = seconds(nasty(unit, SHORT * TIMES), cleaned=cleaned)

    assert long <= MARGIN * TIMES * short + MOMENT


@pytest.mark.parametrize("unit", [f"{SENTENCE} ", f"{SENTENCE}\n", *NASTY.values()])
def test_memory_grows_with_the_length(unit: str) -> None:
    peaks = []
    for length in (4_000, 4_000, 16_000):  # the first fills what is remembered
        tracemalloc.start()
        extract(nasty(unit, length), clean=False)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[2] <= 8 * peaks[1]


# ---- patterns ------------------------------------------------------------------------------------------------------

LEXICONS = sorted(path.stem for path in Path(loader.__file__).parent.glob("*.toml"))
RUNS = ["1234567890", "1.234.", "1/2/", "()", "([", '"', ", ", "- ", ". ", "a", "Việt Nam ", "TP.HCM ", "ở ", "và "]
LENGTH = 2_000
PATIENCE = 20.0  # seconds, of which a match takes a hundred-thousandth; where it tries all ways, no patience is enough


def near_misses(entry: Entry) -> Iterator[str]:
    """Runs of what the pattern knows, whole and with an end that spoils it."""
    for example in entry.examples:
        yield from (f"{example} ", example[:-1], f"{example[: len(example) // 2]} ", f"{example.split(' ')[-1]}, ")


@pytest.mark.parametrize("name", LEXICONS)
def test_no_pattern_tries_all_ways(name: str) -> None:
    """``regex`` itself gives up a match that takes longer, by ``timeout``."""
    for entry in load(name).entries:
        if entry.pattern is None:
            continue
        for unit in (*RUNS, *near_misses(entry)):
            text = clean_characters((unit * LENGTH)[:LENGTH] if unit.strip() else "")
            for run in (text if entry.case else text.lower(), f" {text} #"):
                for start in (0, len(unit), LENGTH // 2):
                    entry.pattern.match(run, start, timeout=PATIENCE)
