"""What a report tells of a dataset, and ``baocongdoan report`` as people use it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.analysis.questions import Rule
from baocongdoan.analysis.report import SAMPLE, Breakdown, report_of
from baocongdoan.dataset.opened import Dataset
from baocongdoan.errors import QuestionError

UNION, OTHER = "LĐLĐ tỉnh Bắc Giang", "LĐLĐ tỉnh Nghệ An"


def count(
    article: str, value: float, owner: str | None = UNION, year: int | None = 2023, **more: Any
) -> dict[str, Any]:
    given = {"article_id": article, "kind": "count", "id": "f1", "quote": f"xây {value} căn", "measure": "homes"}
    given |= {"value": value, "unit": "căn", "qualifier": "exact", "status": "reported", "organisation": owner}
    days = {"first_day": year and f"{year}-01-01", "last_day": year and f"{year}-12-31"}
    return given | days | {"url": f"https://tin.example/{article}", "title": f"Tin {article}"} | more


@pytest.fixture
def made(make_dataset: Any, make_body: Any) -> Callable[..., Dataset]:
    """A dataset of counts, whose unions are known."""

    def made(*counts: dict[str, Any]) -> Dataset:
        articles = {each["article_id"] for each in counts}
        bodies = [
            make_body(article, name, "provincial", province)
            for article in sorted(articles)
            for name, province in ((UNION, "Bắc Giang"), (OTHER, "Nghệ An"))
        ]
        dataset: Dataset = make_dataset([*bodies, *counts])
        return dataset

    return made


def told(breakdown: Breakdown) -> list[tuple[str, float | None, float | None]]:
    return [(row.label, row.result and row.result.value, row.target and row.target.value) for row in breakdown.rows]


# ---- the numbers ----------------------------------------------------------------------------------------------------


def test_targets_stand_beside_results(made: Callable[..., Dataset]) -> None:
    dataset = made(count("a", 20), count("a", 50, id="f2", status="target", year=2024), count("b", 9, OTHER))

    [homes] = report_of(dataset, ["homes"]).measures

    assert told(homes.by_year) == [("2023", 29, None), ("2024", None, 50)]
    assert told(homes.by_province) == [("Bắc Giang", 20, 50), ("Nghệ An", 9, None)]


def test_what_has_no_owner_or_period_is_under_unknown(made: Callable[..., Dataset]) -> None:
    [homes] = report_of(made(count("a", 20), count("b", 7, None, None)), ["homes"]).measures

    assert told(homes.by_year) == [("2023", 20, None), ("unknown", 7, None)]
    assert told(homes.by_province) == [("Bắc Giang", 20, None), ("unknown", 7, None)]


def test_a_conflict_has_both_sides(made: Callable[..., Dataset]) -> None:
    early, late = {"published": "2024-01-01"}, {"published": "2024-02-01"}

    [homes] = report_of(made(count("a", 20, **early), count("b", 30, **late)), ["homes"]).measures

    [conflict] = homes.conflicts
    assert (conflict.owner, conflict.first_day, conflict.last_day) == (UNION, "2023-01-01", "2023-12-31")
    assert (conflict.figure.value, conflict.rejected) == (30, ((20, 1),))
    assert [each.article_id for each in conflict.figure.used.shown] == ["b"]
    assert [each.article_id for each in conflict.figure.not_used.shown] == ["a"]


def test_all_that_is_behind_a_number_is_counted(made: Callable[..., Dataset]) -> None:
    articles = [f"a{number}" for number in range(SAMPLE + 5)]
    dataset = made(*(count(article, 20) for article in articles), count("a0", 3, id="f2", part_of="f1"))

    report = report_of(dataset, ["homes"])

    [row] = report.measures[0].by_year.rows
    assert row.result is not None
    assert (row.result.used.of, len(row.result.used.shown)) == (SAMPLE + 5, SAMPLE)
    assert [each.value for each in row.result.not_used.shown] == [3]
    shown = {each.article_id for each in row.result.used.shown}
    assert shown <= report.sources.keys()
    assert report.sources["a0"].url == "https://tin.example/a0"


def test_of_too_many_rows_those_with_most_results_stay(made: Callable[..., Dataset]) -> None:
    years = [count(f"a{year}", 5, year=year) for year in range(1900, 2003)]

    [homes] = report_of(made(*years, count("b", 6, OTHER, 2002)), ["homes"]).measures

    assert (len(homes.by_year.rows), homes.by_year.more) == (100, 3)
    assert homes.by_year.rows[-1].label == "2002"


# ---- the worked example ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("map_", [None, "after-2025"])
def test_numbers_are_those_of_totals(map_: str | None, worked_example: Dataset) -> None:
    for part in report_of(worked_example, map=map_).measures:
        for breakdown in (part.by_year, part.by_province):
            by = [breakdown.by.value]
            results = worked_example.totals(part.measure, by, map=map_)
            targets = worked_example.totals(part.measure, by, map=map_, status="target")
            assert {(label, value) for label, value, _ in told(breakdown) if value is not None} == {
                (row.group[0], row.value) for row in results if row.value is not None
            }
            assert {(label, value) for label, _, value in told(breakdown) if value is not None} == {
                (row.group[0], row.value) for row in targets if row.value is not None
            }


def test_what_was_read(worked_example: Dataset) -> None:
    overview = report_of(worked_example, rule="witnesses").overview

    assert (overview.articles, overview.duplicates, overview.repeated, overview.skipped) == (49, 1, 1, 0)
    assert (overview.first_day, overview.last_day, overview.undated) == ("2022-07-06", "2026-01-09", 0)
    assert overview.of_newspapers == len(overview.newspapers) == 5
    assert sum(articles for _, articles in overview.newspapers) == 49


# ---- as people use it -----------------------------------------------------------------------------------------------


def test_the_page_of_a_dataset(worked_example: Dataset, tmp_path: Path, run: Callable[..., Any]) -> None:
    page = tmp_path / "report.html"

    printed = run("report", str(worked_example.path), "-o", str(page), "--language", "en", "--measure", "homes")

    assert printed == (0, "", "")
    html = page.read_text(encoding="utf-8")
    assert html == worked_example.report(["homes"], language="en")
    assert "Homes built or mended" in html
    assert html.count("<svg") == 2
    assert 'id="m1"' not in html
    assert "Members admitted" not in html


def test_it_is_vietnamese_unless_asked_for_english(worked_example: Dataset, run: Callable[..., Any]) -> None:
    printed = run("report", str(worked_example.path), "--measure", "homes")

    assert '<html lang="vi">' in printed.out
    assert "Mái ấm Công đoàn" in printed.out


def test_an_empty_dataset(made: Callable[..., Dataset], run: Callable[..., Any]) -> None:
    printed = run("report", str(made().path))

    assert printed.status == 0
    assert "chưa có số liệu nào" in printed.out
    assert "holds no counts" in printed.err


def test_rates_are_named_and_not_added(made: Callable[..., Dataset]) -> None:
    report = report_of(made(count("a", 20), count("a", 5, id="f2", measure="share", unit="%")))

    assert [part.measure for part in report.measures] == ["homes"]
    assert report.left_out == {"share": 1}


def test_a_measure_that_is_told_by_nobody(made: Callable[..., Dataset]) -> None:
    report = report_of(made(count("a", 20)), ["gifts"], rule="official")

    assert told(report.measures[0].by_year) == []
    assert report.left_out == {"homes": 1}
    assert report.rule is Rule.OFFICIAL


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"measures": ["home"]}, "no measure 'home': did you mean 'homes'?"),
        ({"measures": ["share"]}, "is a rate"),
        ({"map": "2025"}, "no map '2025'.*before-2025, after-2025"),
        ({"rule": "newest"}, "no rule 'newest'"),
        ({"language": "fr"}, "no language 'fr': There are vi, en"),
    ],
)
def test_unknown_words(asked: dict[str, Any], said: str, made: Callable[..., Dataset]) -> None:
    with pytest.raises(QuestionError, match=said):
        made(count("a", 20)).report(**asked)


def test_without_the_extra(made: Callable[..., Dataset], monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from baocongdoan.errors import MissingExtraError

    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'baocongdoan\[report\]'"):
        made(count("a", 20)).report()
