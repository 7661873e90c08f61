"""Patterns that are read backwards find what they find when all of them are tried, and few of them are."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from baocongdoan.language import backwards
from baocongdoan.language.backwards import in_front
from baocongdoan.lexicon.loader import Lexicon, parse

LEXICON = parse(
    r"""
    [[entry]]
    name = "over"
    pattern = '(?r)(?<!\p{L})(?:hơn|trên(?! cơ sở)|lớn\ hơn)\s\Z'
    examples = ["hơn "]

    [[entry]]
    name = "opening"
    pattern = '(?r)(?:^|[.;:]\s*)(?:nay |còn )?\Z'
    examples = ["nay "]

    [[entry]]
    name = "of_people"
    pattern = '(?r)(?<=(?:ông|bà) )(?:\p{L}+ ){1,2}?\Z'
    examples = ["ông Ba "]

    [[entry]]
    name = "verbose"
    pattern = '''(?r) \d+ \s? (?P<unit>lớp|suất \s quà) [ ]? \Z  # with its unit'''
    verbose = true
    examples = ["3 lớp"]

    [[entry]]
    name = "forwards"
    pattern = 'hơn'
    examples = ["hơn"]
    """,
    "test",
)
BACKWARDS = ("over", "opening", "of_people", "verbose")
WORDS = st.sampled_from(["hơn", "lớn", "trên", "cơ", "sở", "ông", "bà", "Ba", "nay", "3", "12", "lớp", "suất quà"])
JOINTS = st.sampled_from([" ", " ", " ", "", ". ", "; ", "\n", "  "])


@pytest.fixture(autouse=True)
def lexicon(monkeypatch: pytest.MonkeyPatch) -> Lexicon:
    monkeypatch.setattr(backwards, "load", lambda name: LEXICON)
    return LEXICON


@given(st.lists(st.tuples(WORDS, JOINTS), max_size=6), st.integers(0, 12), st.integers(0, 3))
def test_matches_are_those_of_the_pattern(row: list[tuple[str, str]], low: int, back: int) -> None:
    text = "".join(word + joint for word, joint in row)
    position = max(0, len(text) - back)
    low = min(low, position)
    for name in BACKWARDS:
        found = in_front("test", text, low, position).match(name)
        wanted = LEXICON.pattern(name).match(text, low, position)
        assert (found and found.span()) == (wanted and wanted.span()), name


def test_only_what_may_match_behind_a_word_is_tried() -> None:
    may = in_front("test", "mở hơn ", 0, 7).may

    assert may == {"over": True, "opening": False, "of_people": True, "verbose": False}


def test_a_pattern_that_is_read_forwards_is_not_asked_for() -> None:
    with pytest.raises(KeyError):
        in_front("test", "hơn ", 0, 4).match("forwards")


def test_all_of_the_match_is_found() -> None:
    found = in_front("test", "tặng 3 suất quà", 0, 15).match("verbose")

    assert isinstance(found, regex.Match)
    assert (found["unit"], found.start()) == ("suất quà", 5)
