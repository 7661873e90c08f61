"""What is seen of a period or a body from a count, wherever in the article it stands."""

from __future__ import annotations

from collections.abc import Hashable

import pytest

from baocongdoan import extract
from baocongdoan.evaluation.annotations import AnnotatedArticle
from baocongdoan.evaluation.comparisons import fold_name
from baocongdoan.training.learned.choices import Field
from baocongdoan.training.learned.owners import OWNER
from baocongdoan.training.learned.periods import PERIOD
from baocongdoan.training.learned.reading import CountView, ReadArticle

UNION, COMPANY = fold_name("Liên đoàn Lao động tỉnh Yên Bái"), fold_name("Công ty TNHH Hoa Mai")
YEAR = ("2021-01-01", "2021-12-31")
DAY = ("2021-03-05", "2021-03-05")


def seen(field: Field, text: str, answer: Hashable, published: str | None = None) -> frozenset[str]:
    """The features of an answer, for the count of gifts of a text."""
    extraction = extract(text, clean=False, published=published)
    article = ReadArticle.of(AnnotatedArticle.of("a", extraction), extraction)
    place = next(place for place, count in enumerate(extraction.counts) if count.measure == "gifts")
    features = {one.answer: one.features for one in field.candidates(CountView(article, place))}
    return features[answer]


@pytest.mark.parametrize(
    ("text", "answer", "wanted", "unwanted"),
    [
        ("Năm 2021, đoàn viên được tặng 30 suất quà.", YEAR, {"in front", "in front year"}, {"behind", "before"}),
        ("Đoàn viên được tặng 30 suất quà ngày 5/3/2021.", DAY, {"behind", "behind day"}, {"in front"}),
        ("Năm 2021 có bão. Đoàn viên được tặng 30 suất quà.", YEAR, {"in the line", "sentences 1"}, {"before"}),
        ("Năm 2021 có bão. Rồi hạn. Đoàn viên được tặng 30 suất quà.", YEAR, {"sentences 2"}, {"sentences 1"}),
        ("Năm 2021 có bão.\nĐoàn viên được tặng 30 suất quà.", YEAR, {"before", "lead year"}, {"in the line"}),
        ("Đoàn viên được tặng 30 suất quà.\nNăm 2021 có bão.", YEAR, {"later"}, {"before", "sentences 1"}),
        (
            "Thực hiện Kế hoạch số 8/KH-LĐLĐ ngày 5/3/2021 về Tết, đoàn viên được tặng 30 suất quà.",
            DAY,
            {"in an act", "in front"},
            {"to come"},
        ),
        ("Đoàn viên được tặng 30 suất quà.", (None, None), {"unsaid", "unsaid here False"}, {"unsaid here True"}),
    ],
)
def test_periods(text: str, answer: Hashable, wanted: set[str], unwanted: set[str]) -> None:
    found = seen(PERIOD, text, answer)

    assert wanted <= found
    assert not unwanted & found


@pytest.mark.parametrize(("published", "to_come"), [("2021-03-04", True), ("2021-03-05", False), (None, False)])
def test_a_period_that_ends_after_publication_is_to_come(published: str | None, to_come: bool) -> None:
    assert ("to come" in seen(PERIOD, "Ngày 5/3/2021, đoàn viên nhận 30 suất quà.", DAY, published)) is to_come


@pytest.mark.parametrize(
    ("text", "answer", "wanted", "unwanted"),
    [
        (
            "LĐLĐ tỉnh Yên Bái tặng 30 suất quà cho đoàn viên.",
            UNION,
            {"in front", "opens True", "commas 0", "first in front", "last in front", "in the clause", "acts"},
            {"far", "behind"},
        ),
        (
            "Hôm nay, LĐLĐ tỉnh Yên Bái họp; Công ty TNHH Hoa Mai tặng 30 suất quà.",
            UNION,
            {"opens False", "first in front"},
            {"in the clause", "last in front"},
        ),
        (
            "LĐLĐ tỉnh Yên Bái, Công ty TNHH Hoa Mai, đoàn viên tặng 30 suất quà.",
            COMPANY,
            {"commas 1", "last in front"},
            {"first in front"},
        ),
        (
            "LĐLĐ tỉnh Yên Bái họp. Đoàn viên được tặng 30 suất quà.",
            UNION,
            {"earlier", "earlier False", "earlier, opens True", "main"},
            {"far", "in front"},
        ),
        (
            "LĐLĐ tỉnh Yên Bái họp.\nĐoàn viên được tặng 30 suất quà.",
            UNION,
            {"far", "in the headline"},
            {"earlier", "in front"},
        ),
        (
            "Đoàn viên của LĐLĐ tỉnh Yên Bái tặng 30 suất quà cho Công ty TNHH Hoa Mai.",
            COMPANY,
            {"behind", "behind True"},
            {"in front", "main"},
        ),
        ("LĐLĐ tỉnh Yên Bái tặng 30 suất quà cho đoàn viên.", None, {"nobody", "nobody behind 1"}, {"far"}),
        ("Đoàn viên được tặng 30 suất quà.", None, {"nobody", "nobody behind 0"}, {"nobody behind 1"}),
    ],
)
def test_bodies(text: str, answer: Hashable, wanted: set[str], unwanted: set[str]) -> None:
    found = seen(OWNER, text, answer)

    assert wanted <= found
    assert not unwanted & found
