"""The measures are proved on their own lines: each number of an example gets the entry's measure, none of a
counter-example does.
"""

from __future__ import annotations

import pytest

from baocongdoan.facts.measurement.measure_rules import builtin_rules
from baocongdoan.facts.measurement.measures import measured
from baocongdoan.language.text import Text
from baocongdoan.lexicon.loader import Entry, load
from baocongdoan.mentions.numbers import find_numbers
from baocongdoan.mentions.quantities import find_quantities

ENTRIES = [pytest.param(entry, id=entry.name) for entry in load("measures").entries]


def _measures(line: str) -> list[str]:
    text = Text.plain(line)
    quantities = find_quantities(text, find_numbers(text))
    return [told.measure for told in measured(quantities, text, builtin_rules())]


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_number_of_an_example_gets_the_measure(entry: Entry) -> None:
    measure = entry.values.get("measure", entry.name)
    found = {line: _measures(line) for line in entry.examples}

    assert all(found.values()), "an example holds no number"
    assert {line: told for line, told in found.items() if set(told) != {measure}} == {}


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_number_of_a_counter_example_does(entry: Entry) -> None:
    measure = entry.values.get("measure", entry.name)
    found = {line: _measures(line) for line in entry.not_examples}

    assert {line: told for line, told in found.items() if measure in told} == {}
