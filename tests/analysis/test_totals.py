from __future__ import annotations

from typing import Any

import pytest

from baocongdoan.analysis.totals import Total, totals
from baocongdoan.records import Article, Count, Extraction, Status


def _count(**fields: Any) -> Count:
    return Count(**{"quote": "x", "start": 0, "end": 1, "measure": "gifts", "value": 10, "unit": "suất quà"} | fields)


def _extraction(*counts: Count) -> Extraction:
    return Extraction(article=Article(id="a", origin="a.txt", text="x"), facts=counts)


@pytest.mark.parametrize(
    "left_out",
    [
        {"status": Status.TARGET},
        {"status": Status.PROPOSED},
        {"status": Status.CRITERION},
        {"part_of": "f1"},
        {"repeats": "f1"},
        {"measure": "amount", "per": "suất"},
        {"recurrence": "year"},
        {"measure": "share"},
        {"measure": "target_rate"},
        {"measure": "other"},
        {"measure": "members_total"},
    ],
    ids=str,
)
def test_what_has_no_sum_is_left_out(left_out: dict[str, Any]) -> None:
    assert totals([_extraction(_count(**left_out))]) == ()


def test_sums_by_measure_the_most_stated_first() -> None:
    extractions = [
        _extraction(_count(), _count(value=5, value_to=8), _count(measure="homes", value=2)),
        _extraction(_count(value=1)),
    ]

    assert totals(extractions) == (Total("gifts", 16, 3, 2), Total("homes", 2, 1, 1))
