"""What the tables of this folder ask of a sentence."""

from __future__ import annotations

from baocongdoan.facts.measure_rules import builtin_rules
from baocongdoan.facts.measures import measured
from baocongdoan.language.text import Text
from baocongdoan.mentions.dates import find_dates
from baocongdoan.mentions.numbers import find_numbers
from baocongdoan.mentions.quantities import find_quantities


def measures(sentence: str) -> list[tuple[float, str]]:
    """The value and the measure of each number."""
    text = Text.plain(sentence)
    dates = [mention.span for mention in find_dates(text)]
    quantities = find_quantities(text, find_numbers(text, dates))
    told = measured(quantities, text, builtin_rules())
    return [(quantity.number.value, found.measure) for quantity, found in zip(quantities, told, strict=True)]
