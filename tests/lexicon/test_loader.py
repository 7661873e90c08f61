"""Lexicon files: what a file may say and how a faulty one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from baocongdoan.errors import LexiconError
from baocongdoan.lexicon.loader import Lexicon, load, parse, text_of, words

TOML = r"""
[lists]
noun = ["công đoàn", "đoàn viên (mới)", "lớp"]

[tables.scale]
"nghìn" = 1000

[macros]
end = '(?!\p{L})'
counted = '\d+ {noun}{end}'

[[entry]]
name = "tight"
meaning = "a counted noun"
pattern = '{counted}'
examples = ["3 lớp"]
weight = 2

[[entry]]
name = "loose"
pattern = '''\d+ [ ] {noun}   # with room to breathe
'''
verbose = true
examples = ["3 công đoàn"]

[[entry]]
name = "capitals"
pattern = 'LĐLĐ'
case = true
examples = ["LĐLĐ tỉnh"]
not_examples = ["lđlđ"]

[[entry]]
name = "bare"
examples = ["anything"]
"""


@pytest.fixture
def lexicon() -> Lexicon:
    return parse(TOML, "mine.toml")


def test_entries_keep_their_order_and_further_keys(lexicon: Lexicon) -> None:
    assert [entry.name for entry in lexicon.entries] == ["tight", "loose", "capitals", "bare"]
    assert (lexicon["tight"].meaning, lexicon["tight"].values) == ("a counted noun", {"weight": 2})
    assert lexicon["capitals"].case
    assert lexicon.tables["scale"] == {"nghìn": 1000}


@pytest.mark.parametrize(
    ("name", "line", "found"),
    [
        ("tight", "mở 3 lớp", "3 lớp"),
        ("tight", "12 đoàn viên (mới)", "12 đoàn viên (mới)"),
        ("tight", "3 lớpx", None),
        ("loose", "có 3 công đoàn", "3 công đoàn"),
        ("loose", "có 5 đoàn viên (mới)", "5 đoàn viên (mới)"),
    ],
)
def test_lists_and_macros_stand_for_their_words(lexicon: Lexicon, name: str, line: str, found: str | None) -> None:
    match = lexicon.pattern(name).search(line)

    assert (match and match[0]) == found


def test_what_is_not_there_is_told_by_name(lexicon: Lexicon) -> None:
    with pytest.raises(KeyError, match=r"mine\.toml.*'other'"):
        lexicon["other"]
    with pytest.raises(LexiconError, match="'bare' has no pattern"):
        lexicon.pattern("bare")


def test_shipped_lexicons_are_read_once() -> None:
    assert load("numbers") is load("numbers")
    assert "nghìn" in words("numbers", "scales")


def test_a_users_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(TOML, encoding="utf-8")

    assert parse(text_of(path), path.name).name == "mine.toml"


@pytest.mark.parametrize("data", [None, "café".encode("latin-1")])
def test_a_file_that_cannot_be_read(data: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(LexiconError, match=r"mine\.toml"):
        text_of(path, "the lexicon ")


FAULTY = [
    ("lists = 3", "lists"),
    ('[lists]\nnoun = "lớp"', "noun"),
    ("[lists]\nnoun = [1, 2]", "noun"),
    ("entry = 3", "entry"),
    ('[[entry]]\nname = "a"\npattern = 3\nexamples = ["x"]', "'a'"),
    ('[[entry]]\nname = "a"\nexamples = "x"', "'a'"),
    ('[macros]\nend = "{nothing}"', "nothing"),
    ('[[entry]]\nname = "a"\npattern = "x"', "examples"),
    ('[[entry]]\npattern = "x"\nexamples = ["x"]', "no name"),
    ('[[entry]]\nname = "a"\npattern = "("\nexamples = ["x"]', "'a'"),
    ('[[entry]]\nname = "a"\npattern = "{unit}"\nexamples = ["x"]', "unit"),
    ('[[entry]]\nname = "a"\nexamples = ["x"]\n[[entry]]\nname = "a"\nexamples = ["x"]', "two entries"),
    ("[[entry", "not valid TOML"),
]


@pytest.mark.parametrize(("toml", "problem"), FAULTY)
def test_a_faulty_file_is_refused_by_name(toml: str, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem) as refused:
        parse(toml, "mine.toml")

    assert str(refused.value).startswith("mine.toml")
