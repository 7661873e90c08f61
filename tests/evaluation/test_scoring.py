from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from baocongdoan.evaluation.annotations import AnnotatedArticle, AnnotatedFact
from baocongdoan.evaluation.comparisons import fold_name, same_number, same_place, same_time, same_title
from baocongdoan.evaluation.scoring import Tally, score
from baocongdoan.records import (
    Article,
    Count,
    Date,
    Document,
    DocumentType,
    Fact,
    Granularity,
    Line,
    Person,
    Role,
    Status,
)

COUNT = Count(quote="8 lớp", start=0, end=5, measure="training_classes", value=8, unit="lớp")
PERSON = Person(quote="Lê A", start=0, end=4, name="Lê A", role="Chủ tịch")
DATE = Date(quote="8/3", start=0, end=3, granularity=Granularity.DAY, first_day="2024-03-08", last_day="2024-03-08")
DECISION = Document(quote="Quyết định", start=0, end=10, type=DocumentType.DECISION, number="5/QĐ-LĐLĐ")


def _article(*facts: Fact | AnnotatedFact, **fields: Any) -> dict[str, AnnotatedArticle]:
    annotated = tuple(fact if isinstance(fact, AnnotatedFact) else AnnotatedFact(fact) for fact in facts)
    return {"a": AnnotatedArticle("a", Article(id="a", origin="a.txt", **fields), annotated)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("LĐLĐ tỉnh Hoà Bình", "Liên đoàn Lao động tỉnh Hòa Bình"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("UBND TP Huế", "Uỷ ban Nhân dân thành phố Huế"),
        ("Cty TNHH MTV An-Phú", "Công ty Trách nhiệm hữu hạn một thành viên An Phú"),
        ("CĐCS “Sao Mai”", "Công đoàn cơ sở Sao Mai"),
        ("Cần Thơ", "Ca\u0302\u0300n Thơ"),
    ],
)
def test_names_that_are_one(first: str, second: str) -> None:
    assert fold_name(first) == fold_name(second)


@pytest.mark.parametrize(
    ("first", "second"), [("Hòa Bình", "Hoa Bình"), ("Sơn La", "Sơn Là"), ("quý", "quỷ"), ("mùa", "múa")]
)
def test_names_that_differ(first: str, second: str) -> None:
    assert fold_name(first) != fold_name(second)


def test_comparisons_of_fields() -> None:
    assert same_number(91.25, 91.250000001)
    assert not same_number(0, None)
    assert same_title("công tác cán bộ nữ công năm 2024", "công tác cán bộ nữ công")
    assert not same_title("công tác cán bộ", "an toàn vệ sinh lao động")
    assert same_time("Sáng ngày 8/3", "8/3")
    assert not same_time("tháng 8", "8/3")
    assert same_place("tỉnh Yên Bái", "Yên Bái")
    assert same_place(None, None)


@pytest.mark.parametrize(
    ("gold", "reported", "level", "expected"),
    [
        ([COUNT], [COUNT], "count.full", (1, 1, 1)),
        ([COUNT], [], "count.full", (0, 0, 1)),
        ([], [COUNT], "count.full", (0, 1, 0)),
        ([COUNT], [COUNT, COUNT], "count.value", (1, 2, 1)),
        ([COUNT], [replace(COUNT, status=Status.TARGET)], "count.status", (0, 1, 1)),
        ([COUNT], [replace(COUNT, status=Status.TARGET)], "count.measure", (1, 1, 1)),
        # a doubtful field is left out of the comparison, a doubtful fact is optional
        (
            [AnnotatedFact(COUNT, frozenset({"status"}))],
            [replace(COUNT, status=Status.TARGET)],
            "count.full",
            (1, 1, 1),
        ),
        ([AnnotatedFact(COUNT, frozenset({"kind"}))], [COUNT], "count.full", (0, 0, 0)),
        ([AnnotatedFact(COUNT, frozenset({"kind"}))], [], "count.full", (0, 0, 0)),
        # people count once an article
        ([PERSON], [PERSON, PERSON], "person.full", (1, 1, 1)),
        ([PERSON], [replace(PERSON, name="LÊ A")], "person.full", (1, 1, 1)),
        ([DATE], [replace(DATE, quote="ngày 8/3")], "date.full", (1, 1, 1)),
        # the number tells which act it is, the subject only where there is none
        ([DECISION], [replace(DECISION, subject="khác hẳn")], "document.identity", (1, 1, 1)),
        ([replace(DECISION, number=None)], [replace(DECISION, number=None)], "document.identity", (1, 1, 1)),
        (
            [replace(DECISION, number=None, subject="công tác nữ công")],
            [replace(DECISION, number=None, subject="an toàn lao động")],
            "document.identity",
            (0, 1, 1),
        ),
    ],
)
def test_tallies(gold: list[Any], reported: list[Any], level: str, expected: tuple[int, int, int]) -> None:
    assert score(_article(*gold), _article(*reported)).levels[level] == Tally(*expected)


def test_exact_pairs_are_taken_before_doubtful_ones() -> None:
    vague = AnnotatedFact(COUNT, frozenset({"value"}))
    exact = AnnotatedFact(replace(COUNT, value=9))

    scores = score(_article(vague, exact), _article(replace(COUNT, value=9), replace(COUNT, value=7)))

    assert scores.levels["count.full"] == Tally(2, 2, 2)


def test_links_are_compared_by_their_values() -> None:
    whole, part = replace(COUNT, id="f1"), replace(COUNT, id="f2", value=3, part_of="f1")
    renamed = (replace(whole, id="c9"), replace(part, id="", part_of="c9"))

    assert score(_article(whole, part), _article(*renamed)).levels["count.part_of"] == Tally(1, 1, 1)
    assert score(_article(whole, part), _article(whole)).levels["count.part_of"] == Tally(0, 0, 1)


def test_links_that_differ_are_mistakes() -> None:
    whole, part = replace(COUNT, id="f1"), replace(COUNT, id="f2", value=3, part_of="f1")
    linked, unlinked = _article(whole, part), _article(whole, replace(part, part_of=None))

    [missed] = score(linked, unlinked).mistakes
    [extra] = score(unlinked, linked).mistakes

    assert (missed.what, missed.gold, missed.reported) == ("count.part_of", "3 → 8", None)
    assert (extra.what, extra.gold, extra.reported) == ("count.part_of", None, "3 → 8")


def test_lines_and_article_fields() -> None:
    gold = _article(
        lines=(Line(1, Role.TITLE), Line(2, Role.META), Line(3, Role.BODY)),
        title="LĐLĐ họp",
        published="2024-03-08T10:00:00+07:00",
    )
    reported = _article(
        lines=(Line(1, Role.TITLE), Line(2, Role.BODY), Line(3, Role.BODY)),
        title="Liên đoàn Lao động họp",
        published="2024-03-08T10:00:59+07:00",
        authors=("T.H",),
    )

    scores = score(gold, reported)

    assert scores.levels["lines.kept"] == Tally(2, 3, 2)
    assert scores.levels["lines.role"] == Tally(2, 3, 3)
    assert scores.levels["article.title"] == Tally(1, 1, 1)
    assert scores.levels["article.published"] == Tally(1, 1, 1)
    assert scores.levels["article.authors"] == Tally(0, 1, 0)
    assert [(mistake.what, mistake.gold, mistake.reported) for mistake in scores.mistakes] == [
        ("line 2", "meta", "body"),
        ("article.authors", None, "T.H"),
    ]


def test_missing_prediction_reports_nothing() -> None:
    scores = score(_article(COUNT), {})

    assert scores.levels["count.full"] == Tally(0, 0, 1)
    assert [(mistake.article, mistake.what, mistake.reported) for mistake in scores.mistakes] == [("a", "count", None)]


def test_groups_of_levels() -> None:
    scores = score(_article(COUNT, lines=(Line(1, Role.BODY),)), {}).only(["lines"])

    assert list(scores.levels) == ["lines.kept", "lines.role"]
    assert [mistake.what for mistake in scores.mistakes] == ["line 1"]


def test_mistakes_of_some_levels() -> None:
    gold = _article(COUNT, PERSON, lines=(Line(1, Role.BODY),), title="A")
    reported = _article(replace(COUNT, status=Status.TARGET), lines=(), title="B")

    def told(*levels: str) -> list[str]:
        return [mistake.what for mistake in score(gold, reported, told=levels).mistakes]

    assert told("count.measure") == []
    assert told("count.measure", "count.status") == ["count", "count"]
    assert told("person.name", "lines.kept") == ["person", "line 1"]
    assert told("article.title", "count.part_of") == ["article.title"]
