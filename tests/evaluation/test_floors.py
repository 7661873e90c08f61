"""The project's own annotated articles score no worse than accepted: `make gate`, for who runs the tests alone."""

from pathlib import Path

import baocongdoan
from baocongdoan.evaluation.annotations import load_annotations
from baocongdoan.evaluation.gate import judge, read_floors
from baocongdoan.evaluation.predictions import predict
from baocongdoan.evaluation.scoring import score

CORPORA = Path(__file__).parents[2] / "corpora"


def test_the_articles_are_read_as_well_as_accepted() -> None:
    gold = load_annotations(CORPORA / "articles")

    found = predict(gold, baocongdoan.extract)
    verdicts = judge(score(gold, found.articles), read_floors(CORPORA / "floors.json")["articles"])

    assert found.failed == {}
    assert [verdict.level for verdict in verdicts if verdict.under] == []
