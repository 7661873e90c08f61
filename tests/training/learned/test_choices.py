"""Choosing owner, period, status and measure: what is seen of each candidate, and what is learned from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baocongdoan import extract
from baocongdoan.evaluation.annotations import AnnotatedArticle, AnnotatedFact
from baocongdoan.evaluation.comparisons import fold_name
from baocongdoan.records import Count, Status
from baocongdoan.training.learned.choices import Chooser, Field
from baocongdoan.training.learned.labels import MEASURE, STATUS
from baocongdoan.training.learned.owners import OWNER
from baocongdoan.training.learned.periods import PERIOD
from baocongdoan.training.learned.reading import CountView, ReadArticle

GIFTS = "Năm 2021, LĐLĐ tỉnh Yên Bái {verb} {number} suất quà cho Công ty TNHH Hoa Mai trước ngày 5/3/2022."
UNION, COMPANY = "Liên đoàn Lao động tỉnh Yên Bái", "Công ty TNHH Hoa Mai"


def _article(text: str, doubt: frozenset[str] = frozenset(), **changes: object) -> ReadArticle:
    """A text whose annotation is what the rules say but for some changes of its counts."""
    extraction = extract(text, clean=False)
    facts = (replace(f, **changes) if isinstance(f, Count) else f for f in extraction.facts)  # type: ignore[arg-type]
    gold = AnnotatedArticle("a", extraction.article, tuple(AnnotatedFact(fact, doubt) for fact in facts))
    return ReadArticle.of(gold, extraction)


def _gifts(doubt: frozenset[str] = frozenset(), **changes: object) -> list[ReadArticle]:
    return [_article(GIFTS.format(verb="tặng", number=number), doubt, **changes) for number in range(20, 32)]


def _first_count(chooser: Chooser, learned_from: list[ReadArticle]) -> Count:
    read = chooser.fit(learned_from)(_article(GIFTS.format(verb="trao", number=77)))
    return next(fact for fact in read if isinstance(fact, Count))


@pytest.mark.parametrize(
    ("field", "answer", "wanted", "unwanted"),
    [
        (OWNER, fold_name(UNION), {"in front", "acts", "main", "in the clause"}, {"behind", "far"}),
        (OWNER, fold_name(COMPANY), {"behind"}, {"in front", "main"}),
        (OWNER, None, {"nobody", "nobody gifts", "nobody behind 1"}, {"far"}),
        (PERIOD, ("2021-01-01", "2021-12-31"), {"in front", "in front opens_a_clause"}, {"behind"}),
        (PERIOD, ("2022-03-05", "2022-03-05"), {"behind", "behind day"}, {"in front"}),
        (PERIOD, (None, None), {"unsaid", "unsaid here True"}, {"behind"}),
        (STATUS, Status.TARGET, {"target: right in front bái tặng", "target: behind suất"}, {"reported: any"}),
        (MEASURE, "gifts", {"gifts: unit suất quà", "gifts: close tặng"}, {"homes: any"}),
    ],
)
def test_candidates_are_described_as_seen_from_the_count(
    field: Field, answer: object, wanted: set[str], unwanted: set[str]
) -> None:
    article = _article(GIFTS.format(verb="tặng", number=30))
    found = {one.answer: one.features for one in field.candidates(CountView(article, 0))}

    assert wanted <= found[answer]  # type: ignore[index]
    assert not unwanted & found[answer]  # type: ignore[index]


def test_a_stock_has_one_day_alone() -> None:
    article = _article("Đến ngày 30/6/2021, LĐLĐ tỉnh Yên Bái có 500 CĐCS.")
    answers = [one.answer for one in PERIOD.candidates(CountView(article, 0))]

    assert answers == [(None, None), (None, "2021-06-30")]


@pytest.mark.parametrize(
    ("field", "changes", "wanted"),
    [
        (OWNER, {"organisation": COMPANY}, {"organisation": COMPANY}),
        (PERIOD, {"first_day": None, "last_day": None}, {"first_day": None, "last_day": None}),
        (STATUS, {"status": Status.PROPOSED}, {"status": Status.PROPOSED}),
        (MEASURE, {"measure": "homes"}, {"measure": "homes"}),
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_what_annotations_say_is_learned_against_the_rules(
    field: Field, alone: bool, changes: dict[str, object], wanted: dict[str, object]
) -> None:
    chosen = _first_count(Chooser(field, alone=alone), _gifts(**changes))

    assert {name: getattr(chosen, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("chooser", "learned_from"),
    [
        pytest.param(Chooser(OWNER), [], id="nothing to learn from"),
        pytest.param(Chooser(OWNER), _gifts(frozenset({"organisation"}), organisation=COMPANY), id="owner in doubt"),
        pytest.param(Chooser(OWNER), _gifts(frozenset({"kind"}), organisation=COMPANY), id="whole fact in doubt"),
        pytest.param(Chooser(OWNER), _gifts(organisation="Công ty An Bình"), id="answer is no candidate"),
        pytest.param(Chooser(OWNER, caution=1e6), _gifts(organisation=COMPANY), id="never sure enough"),
    ],
)
def test_the_rules_stand_where_nothing_speaks_against_them(chooser: Chooser, learned_from: list[ReadArticle]) -> None:
    assert _first_count(chooser, learned_from).organisation == UNION
