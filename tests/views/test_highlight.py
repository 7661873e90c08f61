from __future__ import annotations

import pytest

from baocongdoan.records import Article, Date, Extraction, Granularity, Person
from baocongdoan.views.highlight import bracketed, highlighted

TEXT = "Sáng 8/3/2024, ông Lê A, Chủ tịch."


def _date(quote: str) -> Date:
    start = TEXT.index(quote)
    return Date(
        quote=quote, start=start, end=start + len(quote), granularity=Granularity.DAY, first_day=None, last_day=None
    )


def _person(quote: str) -> Person:
    start = TEXT.index(quote)
    return Person(quote=quote, start=start, end=start + len(quote), name=quote)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((), TEXT),
        ((_date("8/3/2024"),), "Sáng ⟦8/3/2024⟧date, ông Lê A, Chủ tịch."),
        ((_date("8/3/2024"), _date("3/2024")), "Sáng ⟦8/⟦3/2024⟧date⟧date, ông Lê A, Chủ tịch."),
        ((_date("8/3"), _date("8/3/2024")), "Sáng ⟦⟦8/3⟧date/2024⟧date, ông Lê A, Chủ tịch."),
        ((_person("Lê A"), _date("8/3/2024")), "Sáng ⟦8/3/2024⟧date, ông ⟦Lê A⟧person, Chủ tịch."),
    ],
)
def test_brackets_nest(facts: tuple[Date | Person, ...], expected: str) -> None:
    assert bracketed(Extraction(article=Article(id="a", origin="-", text=TEXT), facts=facts)) == expected


def test_the_shorter_of_two_facts_shows() -> None:
    extraction = Extraction(
        article=Article(id="a", origin="-", text=TEXT), facts=(_date("8/3/2024"), _person("3/2024"))
    )

    spans = highlighted(extraction).spans

    assert [TEXT[span.start : span.end] for span in spans] == ["8/3/2024", "3/2024"]  # a later style wins
