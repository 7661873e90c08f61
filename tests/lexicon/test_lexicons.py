"""Every shipped lexicon is proved on its own examples."""

from __future__ import annotations

from importlib import resources

import pytest

from baocongdoan.errors import LexiconError
from baocongdoan.language.fold import fold, lower
from baocongdoan.lexicon.loader import Entry, load, parse, quick

LEXICONS = sorted(
    file.name.removesuffix(".toml")
    for file in resources.files("baocongdoan.lexicon").iterdir()
    if file.name.endswith(".toml")
)
PATTERNS = [
    pytest.param(entry, id=f"{name}-{entry.name}")
    for name in LEXICONS
    for entry in load(name).entries
    if entry.pattern is not None
]


def _finds(entry: Entry, line: str) -> bool:
    assert entry.pattern is not None
    return entry.pattern.search(fold(line) if entry.case else lower(fold(line))) is not None


@pytest.mark.parametrize("name", LEXICONS)
def test_lexicon_loads_and_says_something(name: str) -> None:
    lexicon = load(name)

    assert lexicon.entries or lexicon.lists


@pytest.mark.parametrize("entry", PATTERNS)
def test_pattern_finds_its_examples_and_no_counter_example(entry: Entry) -> None:
    missed = [line for line in entry.examples if not _finds(entry, line)]
    found_wrongly = [line for line in entry.not_examples if _finds(entry, line)]

    assert (missed, found_wrongly) == ([], [])


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ('[[entry]]\nname = "a"\npattern = "x"', "examples"),
        ('[[entry]]\npattern = "x"\nexamples = ["x"]', "no name"),
        ('[[entry]]\nname = "a"\npattern = "("\nexamples = ["x"]', "'a'"),
        ('[[entry]]\nname = "a"\npattern = "{unit}"\nexamples = ["x"]', "unit"),
        ('[[entry]]\nname = "a"\nexamples = ["x"]\n[[entry]]\nname = "a"\nexamples = ["x"]', "two entries"),
        ("[[entry", "not valid TOML"),
    ],
)
def test_faulty_lexicon_is_refused_by_name(toml: str, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem) as refused:
        parse(toml, "mine.toml")

    assert str(refused.value).startswith("mine.toml")


QUICK = [
    *(entry for entry in load("cleaning").entries if entry.name.startswith("stamp_")),
    *(load("cleaning")[name] for name in ("scene", "scene_within", "people_first", "between_names")),
]


@pytest.mark.parametrize("entry", QUICK, ids=[entry.name for entry in QUICK])
def test_re_finds_what_regex_finds(entry: Entry) -> None:
    assert entry.pattern is not None
    lines = [fold(line) if entry.case else lower(fold(line)) for line in (*entry.examples, *entry.not_examples)]

    assert [found.span() if (found := quick("cleaning", entry.name).search(line)) else None for line in lines] == [
        found.span() if (found := entry.pattern.search(line)) else None for line in lines
    ]
