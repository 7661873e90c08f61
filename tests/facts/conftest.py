"""What the tables of this folder ask of a sentence."""

from __future__ import annotations

from itertools import accumulate

from baocongdoan.facts.entities.organisations import Directory, resolve_organisations
from baocongdoan.facts.measurement.measure_rules import builtin_rules
from baocongdoan.facts.measurement.measures import measured
from baocongdoan.language.text import Text
from baocongdoan.mentions.dates import find_dates
from baocongdoan.mentions.numbers import find_numbers
from baocongdoan.mentions.organisations import find_organisations
from baocongdoan.mentions.quantities import find_quantities
from baocongdoan.pipeline import extract
from baocongdoan.records import Article, Line, Role

Days = tuple[str | None, str | None]
NONE: Days = (None, None)


def measures(sentence: str) -> list[tuple[float, str]]:
    """The value and the measure of each number."""
    text = Text.plain(sentence)
    dates = [mention.span for mention in find_dates(text)]
    quantities = find_quantities(text, find_numbers(text, dates))
    told = measured(quantities, text, builtin_rules())
    return [(quantity.number.value, found.measure) for quantity, found in zip(quantities, told, strict=True)]


def directory(line: str, published: str | None = None, source: str | None = None) -> Directory:
    """The directory of a single line."""
    text = Text.plain(line)
    article = Article(id="a", origin="-", published=published, source=source)
    return resolve_organisations(find_organisations(text), text, article)


def under_a_headline(lines: list[str], *, site: str | None = None, published: str | None = None) -> Directory:
    """The directory of an article, the first of whose lines is its headline."""
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    article = Article(
        id="a",
        origin="-",
        site=site,
        published=published,
        text="\n".join(lines),
        lines=tuple(
            Line(number, Role.BODY if number > 1 else Role.TITLE, start) for number, start in enumerate(starts, 1)
        ),
    )
    text = Text.of(article)
    return resolve_organisations(find_organisations(text), text, article)


def year(number: int) -> Days:
    """The days of a year."""
    return f"{number}-01-01", f"{number}-12-31"


def days(day: str) -> Days:
    """Those of a day."""
    return day, day


def periods(lines: str) -> list[Days]:
    """The days of each count of an article of the end of 2024."""
    found = extract(lines, clean=False, published="2024-12-28")
    return [(count.first_day, count.last_day) for count in found.counts]


def owners(lines: str) -> list[str | None]:
    """The name of the body that each count belongs to."""
    return [count.organisation for count in extract(lines, clean=False).counts]
