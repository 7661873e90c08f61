"""Names as spans of words: from annotations to tags, and from learned tags to facts."""

from __future__ import annotations

import pytest

from baocongdoan import extract
from baocongdoan.evaluation.annotations import AnnotatedArticle, AnnotatedFact
from baocongdoan.language.text import Span
from baocongdoan.records import Fact, Organisation, OrganisationType, Person
from baocongdoan.training.learned.reading import ReadArticle
from baocongdoan.training.learned.spans import SpanTagger, Tagged, marked_spans, tags_of

NAMES = ("Lê Văn Sáu", "Hà Thị Mây", "Đỗ Minh An", "Vũ Thị Lan", "Bùi Văn Tám", "Ngô Thị Hoa")
TEXT = "{body} họp. Ông {name} phát biểu."


def _organisation(*mentions: str) -> Organisation:
    return Organisation(quote=mentions[0], start=0, end=9, name="x", type=OrganisationType.UNION, mentions=mentions)


def _person(name: str) -> Person:
    return Person(quote=name, start=0, end=9, name=name)


def _read(text: str, *gold: Fact) -> ReadArticle:
    extraction = extract(text, clean=False)
    return ReadArticle.of(AnnotatedArticle("a", extraction.article, tuple(map(AnnotatedFact, gold))), extraction)


@pytest.mark.parametrize(
    ("text", "gold", "marked"),
    [
        ("LĐLĐ tỉnh họp, LĐLĐ tỉnh Lào Cai dự", [_organisation("LĐLĐ tỉnh Lào Cai", "LĐLĐ tỉnh")], [(0, 9), (15, 32)]),
        ("Ông Lê An và bà Lê Anh dự hội nghị", [_person("Lê An")], [(4, 9)]),
        ("Đảng viên của Đảng", [_organisation("Đảng")], [(0, 4), (14, 18)]),
        ("Ông Lê An dự hội nghị", [], []),
    ],
)
def test_every_form_of_a_name_is_marked_and_the_longer_one_wins(
    text: str, gold: list[Fact], marked: list[tuple[int, int]]
) -> None:
    found = sorted(one.span for one in marked_spans(_read(text, *gold)))

    assert found == [Span(*ends) for ends in marked]


def test_two_names_side_by_side_stay_two() -> None:
    words = [Span(0, 2), Span(3, 5), Span(6, 9)]

    assert tags_of(words, [Tagged(Span(0, 2), "PER"), Tagged(Span(3, 9), "PER")]) == ["B-PER", "B-PER", "I-PER"]


@pytest.mark.parametrize("alone", [True, False])
def test_names_are_learned_and_written_out_by_the_rules(alone: bool, capfd: pytest.CaptureFixture[str]) -> None:
    body = "LĐLĐ tỉnh Yên Bái"
    articles = [_read(TEXT.format(body=body, name=name), _organisation(body), _person(name)) for name in NAMES[1:]]
    read = SpanTagger(alone=alone).fit(articles)
    found = read(_read(TEXT.format(body="LĐLĐ tỉnh Lào Cai", name=NAMES[0])))

    assert [fact.name for fact in found if isinstance(fact, Organisation)] == ["Liên đoàn Lao động tỉnh Lào Cai"]
    assert [fact.name for fact in found if isinstance(fact, Person)] == [NAMES[0]]
    assert capfd.readouterr().err == ""
