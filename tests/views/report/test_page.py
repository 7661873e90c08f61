"""The report page, in a browser and as text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.analysis.questions import Grouping, Rule
from baocongdoan.analysis.report import (
    Breakdown,
    Conflict,
    Evidence,
    Figure,
    MeasureReport,
    Overview,
    Report,
    ReportRow,
    Sample,
    Source,
)
from baocongdoan.analysis.statements import Reason
from baocongdoan.errors import QuestionError
from baocongdoan.views.report.page import LARGEST, report_page
from baocongdoan.views.report.words import words_of

VIETNAMESE, ENGLISH = words_of("vi"), words_of("en")
HOSTILE = (
    """<script>document.title='hit'</script></style></title></svg>--> "'><img src=x onerror=document.title='hit'>"""
)
ADDRESSES = {
    "a": "https://tin.example/a?x=1&y='2'",
    "b": "javascript:document.title='hit'",
    "c": " data:text/html,<script>document.title='hit'</script>",
    "d": "http://[",
    "e": 'https://tin.example/" onclick="document.title=1',
}


def evidence(article: str, quote: str = "kết nạp 131 đoàn viên", why: Reason | None = None, **more: Any) -> Evidence:
    given = {"value": 131.0, "site": "tin.example", "published": "2024-01-09T08:00:00+07:00", "owner": "LĐLĐ tỉnh X"}
    given |= {"first_day": "2023-01-01", "last_day": "2023-12-31"}
    return Evidence(quote, article_id=article, why=why, **(given | more))


def figure(value: float | None, used: int = 1, not_used: int = 0, quote: str = "kết nạp 131 đoàn viên") -> Figure:
    counted = tuple(evidence("abcde"[place % 5], quote) for place in range(min(used, 20)))
    left = tuple(evidence("b", quote, Reason.COVERED) for _ in range(min(not_used, 20)))
    return Figure(value, used, used, 0, Sample(counted, used), Sample(left, not_used))


def report(rows: tuple[ReportRow, ...] = (), provinces: tuple[ReportRow, ...] = (), **more: Any) -> Report:
    part = MeasureReport(
        "members_admitted", 9, Breakdown(Grouping.YEAR, rows, 0), Breakdown(Grouping.PROVINCE, provinces, 0), (), 0
    )
    overview = Overview(9, 1, 2, 3, 99, 40, "2023-01-02", "2024-05-06", 1, (("tin.example", 8), (None, 1)), 1)
    sources = {article: Source(address, f"Tin {article}") for article, address in ADDRESSES.items()}
    given = Report("facts", None, Rule.LATEST, overview, (part,), {"share": 5}, sources)
    return replace(given, **more)


YEARS = (
    ReportRow("2018-2023", figure(900), None),
    ReportRow("2022", figure(120, used=25), figure(150)),
    ReportRow("2023", figure(131, used=2, not_used=3), None),
    ReportRow("unknown", figure(None, used=0, not_used=1), None),
)
PROVINCES = (ReportRow("Bắc Giang", figure(131), figure(200)), ReportRow("whole country", figure(1000), None))


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Callable[[str], Any]:
    """A page in the browser."""

    def show(html: str) -> Any:
        page = tmp_path / "report.html"
        page.write_text(html, encoding="utf-8")
        return browser.open(page)

    return show


# ---- in a browser ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [VIETNAMESE, ENGLISH], ids=["vi", "en"])
def test_it_renders_and_asks_for_nothing(words: Any, show: Callable[[str], Any]) -> None:
    page = show(report_page(report(YEARS, PROVINCES), words))

    assert page.value("document.title") == words.title
    assert page.value("document.documentElement.lang") == words.language
    assert page.is_visible("h1")
    assert page.console == []
    assert [address for address in page.requests if not address.startswith(("file:", "data:"))] == []


def test_charts_are_drawn_and_their_bars_lead_to_the_numbers(show: Callable[[str], Any]) -> None:
    page = show(report_page(report(YEARS, PROVINCES), VIETNAMESE))

    bars = page.value(
        "[...document.querySelectorAll('figure svg')].map(svg => [...svg.querySelectorAll('.mark-rect a')].map(a => "
        "[a.getAttribute('href'), a.firstChild.getAttribute('aria-label'), a.getBoundingClientRect().height > 0]))"
    )

    assert bars == [
        [
            ["#m0y1r", "2022, Kết quả: 120", True],
            ["#m0y1t", "2022, Chỉ tiêu: 150", True],
            ["#m0y2r", "2023, Kết quả: 131", True],
        ],
        [["#m0p0r", "Bắc Giang, Kết quả: 131", True], ["#m0p0t", "Bắc Giang, Chỉ tiêu: 200", True]],
    ]
    page.click("figure a[href='#m0y2r'] path")
    assert page.is_visible("#m0y2r")


def test_every_link_into_the_page_has_its_place(show: Callable[[str], Any]) -> None:
    page = show(report_page(report(YEARS, PROVINCES), VIETNAMESE))

    links, missing = page.value(
        "(() => { const links = [...document.querySelectorAll('[href^=\"#\"]')];"
        "const all = links.map(a => a.getAttribute('href').slice(1));"
        "return [all.length, all.filter(id => !document.getElementById(id))]; })()"
    )

    assert links > 20
    assert missing == []


def test_a_number_leads_to_its_quotes_and_these_to_their_sources(show: Callable[[str], Any]) -> None:
    page = show(report_page(report(YEARS, PROVINCES), VIETNAMESE))
    assert not page.is_visible("#m0y2r")

    page.click("td a[href='#m0y2r']")

    assert page.is_visible("#m0y2r")
    told = page.value("document.querySelector('#m0y2r').innerText")
    assert "“kết nạp 131 đoàn viên” Tin a, tin.example, 2024-01-09" in told
    assert "LĐLĐ tỉnh X · 2023-01-01 – 2023-12-31" in told
    assert f"({VIETNAMESE.reasons['COVERED']})" in told
    addresses = page.value("[...document.querySelectorAll('#m0y2r li a')].map(a => a.getAttribute('href'))")
    assert addresses == [ADDRESSES["a"]]

    page.click("#m0y2r .close")
    assert not page.is_visible("#m0y2r")


def test_hostile_words_stay_words(show: Callable[[str], Any]) -> None:
    bad = figure(131, used=5, not_used=2, quote=HOSTILE)
    bad = replace(bad, used=Sample(tuple(replace(each, owner=HOSTILE, site=HOSTILE) for each in bad.used.shown), 5))
    rows = (ReportRow(HOSTILE, bad, bad), ReportRow("2023", bad, None))
    given = report(rows, rows, dataset=HOSTILE, left_out={HOSTILE: 1})
    conflict = Conflict(HOSTILE, HOSTILE, None, bad, ((9.0, 1),))
    part = replace(given.measures[0], measure=HOSTILE, conflicts=(conflict,))
    overview = replace(given.overview, newspapers=((HOSTILE, 1),))
    sources = {article: Source(address, HOSTILE) for article, address in ADDRESSES.items()}

    page = show(report_page(replace(given, measures=(part,), overview=overview, sources=sources), VIETNAMESE))

    assert page.value("document.title") == VIETNAMESE.title
    assert page.value("document.querySelectorAll('script, img, [onclick], [onerror]').length") == 0
    label_and_owner, counted, not_added = 2, 5 * len(("quote", "title", "site")), 2 * len(("quote", "title"))
    told = page.value("document.querySelector('#m0y0r').textContent")
    assert told.count(HOSTILE) == label_and_owner + counted + not_added
    assert page.value("document.querySelectorAll('figure svg').length") == 2
    assert page.console == []
    assert [address for address in page.requests if not address.startswith(("file:", "data:"))] == []


def test_without_scripts_it_is_the_same_page(show: Callable[[str], Any]) -> None:
    html = report_page(report(YEARS, PROVINCES), VIETNAMESE)

    page = show(html.replace("</main>", "<script>document.title = 'hit'</script></main>"))

    assert page.value("document.title") == VIETNAMESE.title, "its own policy forbids scripts"
    assert len(page.console) == 1


# ---- as text --------------------------------------------------------------------------------------------------------


def links_to_elsewhere(html: str) -> set[str]:
    return {unescape(address) for address in re.findall(r'(?:href|src)="(?!#)([^"]+)', html)} - {"data:,"}


def test_only_web_addresses_are_links() -> None:
    row = ReportRow("2023", figure(131, used=5), None)
    sources = {article: Source(address, None) for article, address in ADDRESSES.items()}

    html = report_page(report((row,), sources=sources), VIETNAMESE)

    assert links_to_elsewhere(html) == {ADDRESSES["a"], ADDRESSES["e"]}


def test_an_endless_address_is_no_link() -> None:
    address = f"https://tin.example/{'a' * 100_000}"

    html = report_page(report(YEARS, sources={"a": Source(address, None)}), VIETNAMESE)

    assert links_to_elsewhere(html) == set()
    assert len(html) < 100_000


def test_it_says_how_many_quotes_and_rows_it_leaves_out() -> None:
    given = report(YEARS, PROVINCES)
    part = given.measures[0]
    part = replace(part, by_year=replace(part.by_year, more=7), more_conflicts=4, conflicts=())

    html = report_page(replace(given, measures=(part,)), ENGLISH)

    assert html.count("… and 5 more quotes") == 1
    assert "7 more rows are not written here." in html
    assert "baocongdoan totals facts --measure members_admitted --by year --rule latest --format parquet" in html


def test_what_was_read() -> None:
    html = report_page(report(YEARS), ENGLISH)

    for told in (
        "<dd>9 (of these near copies of others: 1)</dd>",
        "<dd>2</dd>",
        "<dd>3</dd>",
        "<dd>99 (of these counts: 40)</dd>",
        "<dd>2023-01-02 – 2024-05-06 (articles without a day: 1)</dd>",
        "<dd>tin.example (8), no site told (1)</dd>",
    ):
        assert told in html


def test_what_nobody_told_is_under_unknown() -> None:
    html = report_page(report(YEARS), VIETNAMESE)

    assert '<th scope="row">chưa rõ</th>' in html


@pytest.mark.parametrize(("measures", "said"), [((), VIETNAMESE.nothing), (None, VIETNAMESE.no_counts)])
def test_nothing_to_tell(measures: Any, said: str) -> None:
    given = report()

    assert said in report_page(given if measures is None else replace(given, measures=measures), VIETNAMESE)


MANY = tuple(ReportRow(f"{year}-{year + 4}", figure(131, 500, 500, "ụ" * 500), None) for year in range(50))


def test_a_large_report_has_fewer_quotes_and_says_so() -> None:
    whole, small = (report_page(report(MANY), VIETNAMESE, largest) for largest in (LARGEST, 300_000))

    assert len(whole.encode()) > 600_000
    assert set(re.findall("và ([0-9]+) câu trích nữa", whole)) == {"480"}
    assert len(small.encode()) <= 300_000
    [left] = set(re.findall("và ([0-9]+) câu trích nữa", small))
    assert 490 <= int(left) < 500
    assert small.count("“ụ") == 2 * len(MANY) * (500 - int(left))


def test_where_there_is_no_room_for_a_quote_each_there_are_fewer_rows() -> None:
    html = report_page(report(MANY), ENGLISH, 40_000)

    assert "25 more rows are not written here." in html
    assert html.count("“ụ") == 25


def test_too_large_a_report_is_refused() -> None:
    with pytest.raises(QuestionError, match="ask for fewer measures"):
        report_page(report(MANY), VIETNAMESE, 10_000)


# ---- words ----------------------------------------------------------------------------------------------------------


def test_both_languages_have_the_same_words() -> None:
    from baocongdoan.analysis.questions import Map, known_measures

    for words in (VIETNAMESE, ENGLISH):
        assert set(words.measures) == set(known_measures())
        assert set(words.reasons) == {reason.name for reason in Reason}
        assert set(words.maps) == {"named", *Map}
        assert set(words.rules) == set(Rule)
    assert json.dumps(sorted(VIETNAMESE.scales)) == json.dumps(sorted(ENGLISH.scales))
