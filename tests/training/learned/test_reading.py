"""Which annotated count an extracted one is, and where its number stands."""

from __future__ import annotations

import pytest

from baocongdoan import extract
from baocongdoan.evaluation.annotations import AnnotatedArticle, AnnotatedFact
from baocongdoan.records import Count
from baocongdoan.training.learned.reading import CountView, ReadArticle

TEXT = "Năm 2021, LĐLĐ tỉnh Yên Bái kết nạp 300 đoàn viên, tặng 300 suất quà."


def _read(*gold: tuple[str, int]) -> ReadArticle:
    """The text, annotated with counts of these quotes and values."""
    starts = [(quote, value, TEXT.index(quote)) for quote, value in gold]
    facts = (
        Count(quote=quote, start=start, end=start + len(quote), measure="other", value=value, unit="x")
        for quote, value, start in starts
    )
    extraction = extract(TEXT, clean=False)
    return ReadArticle.of(AnnotatedArticle("a", extraction.article, tuple(map(AnnotatedFact, facts))), extraction)


@pytest.mark.parametrize(
    ("gold", "places"),
    [
        ([("300 đoàn viên", 300), ("300 suất quà", 300)], {0: "300 đoàn viên", 1: "300 suất quà"}),
        ([("tặng 300 suất quà", 300)], {1: "tặng 300 suất quà"}),
        ([("300 đoàn viên", 30)], {}),
    ],
)
def test_counts_are_the_same_in_one_place_with_one_value(gold: list[tuple[str, int]], places: dict[int, str]) -> None:
    assert {place: one.fact.quote for place, one in _read(*gold).answers.items()} == places


def test_a_count_is_seen_from_its_number_not_from_the_verb_in_front() -> None:
    article = _read()

    assert [TEXT[view.position :][:3] for view in article.views()] == ["300", "300"]
    assert CountView(article, 0).neighbours == {"behind": article.extraction.counts[1]}


def test_other_counts_take_the_place_of_the_extracted_ones() -> None:
    article = _read()
    facts = article.with_counts(reversed(article.extraction.counts))

    assert [fact for fact in facts if isinstance(fact, Count)] == [*reversed(article.extraction.counts)]
    assert [fact.kind for fact in facts] == [fact.kind for fact in article.extraction.facts]
