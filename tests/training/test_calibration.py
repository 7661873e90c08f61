"""Confidence is learned from annotated articles, and judged on others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from baocongdoan.pipeline import extract
from baocongdoan.serialise import FACT_TYPES
from baocongdoan.training.calibration import (
    JudgedFact,
    Told,
    deciles,
    fit,
    held_out,
    judged_facts,
    like_real,
    told,
)

SAID, NO_PERIOD = (False, False), (False, True)


def facts(kind: str = "count") -> list[JudgedFact]:
    """Twenty articles in which a fact with a good trait is right and one with a bad trait wrong, but for two."""
    return [
        JudgedFact(f"a{article:02}", kind, (trait,), right != (article < 2))
        for article in range(20)
        for trait, right in (("good", True), ("bad", False))
    ]


ALL = [fact for kind in FACT_TYPES for fact in facts(kind)]


def test_what_is_mostly_wrong_is_less_sure() -> None:
    scale = fit(ALL).scales["count"]

    assert scale.confidence(iter(["bad"])) < 0.5 < scale.confidence(iter(["good"]))


@pytest.mark.parametrize(("right", "level"), [(0.5, 0.5), (0.95, 0.6)])
def test_no_more_is_promised_than_fresh_articles_hold(right: float, level: float) -> None:
    """Of fresh counts six in ten are right; training articles that the rules were cured on have more."""
    counts = [JudgedFact(f"a{number}", "count", ("any",), number < 400 * right) for number in range(400)]
    others = [fact for fact in ALL if fact.kind != "count"]

    assert fit([*counts, *others]).scales["count"].confidence(iter(["any"])) == pytest.approx(level, abs=0.02)


def test_weights_count_as_often_as_they_say() -> None:
    heavy = [replace(fact, weight=5.0) if not fact.right and fact.kind == "count" else fact for fact in ALL]

    assert fit(heavy).scales["count"].confidence(iter([])) < fit(ALL).scales["count"].confidence(iter([]))


def test_the_same_facts_give_the_same_bytes() -> None:
    assert fit(ALL).to_json() == fit(list(ALL)).to_json()


def test_what_is_held_out_is_told_by_a_model_that_has_not_seen_it() -> None:
    odd = [JudgedFact("odd", kind, ("odd",), right=False) for kind in FACT_TYPES for _ in range(9)]
    seen = dict.fromkeys(one.confidence for one in told(fit([*ALL, *odd]), odd))
    unseen = dict.fromkeys(one.confidence for one in held_out([*ALL, *odd]) if one.kind == "count")

    assert len(list(held_out(ALL))) == len(ALL)
    assert fit(ALL).scales["count"].confidence(iter(["odd"])) in unseen
    assert min(seen) < min(unseen)


def test_invented_counts_weigh_as_often_as_real_ones_lack_a_period() -> None:
    invented = [JudgedFact("i", "count", (), True, unsaid) for unsaid in (*[SAID] * 8, *[NO_PERIOD] * 2)]
    real = [JudgedFact("r", "count", (), True, unsaid) for unsaid in (SAID, NO_PERIOD)]
    date = JudgedFact("i", "date", (), True)

    weighted = like_real([*invented, date], real)

    assert [fact.weight for fact in weighted] == pytest.approx([0.625] * 8 + [2.5] * 2 + [1.0])


def test_tenths_of_confidence() -> None:
    said = [
        Told("count", confidence, right) for confidence, right in ((0.7, True), (0.79, False), (0.8, True), (1.0, True))
    ]

    assert [(tenth.low, tenth.facts, tenth.right) for tenth in deciles(said)] == [(0.7, 2, 1), (0.8, 1, 1), (1.0, 1, 1)]


def test_facts_are_judged_by_the_annotation(tmp_path: Path) -> None:
    body = "Năm 2024, LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên và trao 50 suất quà."
    text = f"LĐLĐ tỉnh Tây Ninh kết nạp đoàn viên\n\n{body}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    doc = extract(tmp_path / "a.txt")
    wrong = [replace(fact, value=51) if fact == doc.counts[1] else fact for fact in doc.facts]
    (tmp_path / "a.json").write_text(replace(doc, facts=tuple(wrong)).to_json(), encoding="utf-8")

    found = judged_facts([tmp_path])

    assert [(fact.kind, fact.right) for fact in found if not fact.right] == [("count", False)]
    assert [fact.unsaid for fact in found if fact.kind == "count"] == [(False, False), None]
    assert len(found) == len(doc.facts)
