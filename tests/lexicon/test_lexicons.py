"""Every shipped lexicon is proved on its own examples."""

from __future__ import annotations

from importlib import resources

import pytest

from baocongdoan.language.fold import fold, lower
from baocongdoan.lexicon.loader import Entry, load, quick

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
