from __future__ import annotations

import re

import pytest

from baocongdoan.records import Article, Extraction, Person, Skipped
from baocongdoan.views.overview import overview, table

HOSTILE = "<script>alert(1)</script>\"'</td></table>"
PERSON = Person(id="f1", quote="Lê A", start=0, end=4, name="Lê A")


def _article(title: str | None, *facts: Person, published: str | None = None) -> Extraction:
    return Extraction(
        article=Article(id="a", origin="a.txt", title=title, text="Lê A", published=published), facts=facts
    )


def _cells(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    return [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in rows]


def test_facts_are_counted_by_kind_and_in_all() -> None:
    html = overview(
        "Two", [("a", _article("Họp", PERSON, published="2024-03-08T07:00:00+07:00")), ("b", _article(None))]
    )

    assert _cells(html)[1:] == [
        ["a", "Họp", "2024-03-08", "0", "0", "0", "0", "1"],
        ["b", "", "", "0", "0", "0", "0", "0"],
        ["all", "", "", "0", "0", "0", "0", "1"],
    ]


@pytest.mark.parametrize(("articles", "rows"), [(1, 1), (12, 13), (13, 14), (500, 14)])
def test_many_rows_are_counted_instead_of_shown(articles: int, rows: int) -> None:
    html = overview("Many", [("a", _article("Họp", PERSON))] * articles)

    cells = _cells(html)[1:]
    assert len(cells) == rows
    if articles > 12:
        assert cells[12][0] == f"… and {articles - 12} more"
    assert cells[-1][-1] == str(articles)


def test_skipped_pages_are_counted_too() -> None:
    html = overview("None", [], [Skipped(origin="a.txt", reason="not Vietnamese")] * 20)

    assert html.count("not Vietnamese") == 12
    assert "… and 8 more" in html


def test_hostile_words_stay_words() -> None:
    html = overview(
        HOSTILE, [(HOSTILE, _article(HOSTILE, published=HOSTILE))], [Skipped(origin=HOSTILE, reason=HOSTILE)]
    )
    html += table(HOSTILE, [HOSTILE], [[HOSTILE]])

    assert "<script" not in html
    assert html.count("</table>") == 3
