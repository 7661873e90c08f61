"""How sure facts are."""

from __future__ import annotations

from dataclasses import replace

import pytest

import baocongdoan
from baocongdoan.errors import InputError
from baocongdoan.facts.confidence import ConfidenceModel, Scale, shipped, traits
from baocongdoan.facts.grounds import BodyBy, Grounded, MeasureBy, OwnerBy, PeriodBy, StatusBy, YearBy
from baocongdoan.language.text import Text
from baocongdoan.pipeline import explain, extract
from baocongdoan.records import PlaceSource
from baocongdoan.serialise import FACT_TYPES, from_json

TEXT = (
    "Năm 2024, LĐLĐ tỉnh Tây Ninh phấn đấu kết nạp 300 đoàn viên theo Kế hoạch số 12/KH-LĐLĐ.\n"
    "Ông Lê Văn Sáu, Chủ tịch LĐLĐ tỉnh, cho biết lương bình quân 7 triệu đồng."
)


def traits_of(kind: str, said: str = TEXT) -> list[set[str]]:
    """The traits of a text's facts of one kind."""
    explained = explain(said, clean=False)
    text = Text.of(explained.extraction.article)
    facts = [fact for fact in explained.extraction.facts if fact.kind == kind]
    return [set(traits(Grounded(fact, explained.grounds[fact.id]), text)) for fact in facts]


TRAITS: list[tuple[str, set[str]]] = [
    ("count", {"owner clause", "owner clause, union", "period sentence", "status word, target", "measure by cue"}),
    ("date", {"entry year", "year printed", "granularity year"}),
    ("organisation", {"entry labour_federation", "place name", "type union"}),
    ("document", {"issuer worked out", "numbered"}),
    ("person", {"signal office behind", "body printed", "office"}),
]


@pytest.mark.parametrize(("kind", "wanted"), TRAITS)
def test_the_traits_are_the_rules_that_told(kind: str, wanted: set[str]) -> None:
    assert wanted <= traits_of(kind)[0]


OTHER_TRAITS: list[tuple[str, str, list[set[str]]]] = [
    (
        "document",
        "Theo Nghị quyết số 5 của Chính phủ, Kế hoạch số 12/KH-AB, Luật Việc làm năm 2013.",
        [{"issuer named", "numbered"}, {"issuer unknown", "numbered"}, {"issuer unknown", "without number"}],
    ),
    ("organisation", "Công ty TNHH Hoa Mai họp.", [{"entry company", "place untold", "type enterprise"}]),
    (
        "person",
        "Ông Lê Văn Sáu nói. Chị Hà Thị Na, công nhân, vui.",
        [
            {"signal honorific", "body nothing", "without office"},
            {"signal office behind", "body nothing", "office"},
        ],
    ),
]


@pytest.mark.parametrize(("kind", "text", "wanted"), OTHER_TRAITS)
def test_the_traits_of_other_facts(kind: str, text: str, wanted: list[set[str]]) -> None:
    assert traits_of(kind, text) == wanted


def test_a_count_of_what_others_count_too_is_known_as_such() -> None:
    gains, trees = traits_of("count", "LĐLĐ tỉnh Hà Nam kết nạp 90 đoàn viên, trồng 30 cây.")

    assert {"measures union", "owner clause, union", "period nothing, union"} <= gains
    assert {"measures loose", "owner clause, loose", "period nothing, loose"} <= trees


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("Năm 2024, LĐLĐ tỉnh Hà Nam kết nạp 90 đoàn viên.", "period 0 sentences before"),
        ("Năm 2024 vui. LĐLĐ tỉnh Hà Nam kết nạp 90 đoàn viên.", "period 1 sentences before"),
        # as far as any
        (
            "Năm 2024 vui. Trời đẹp. Gió mát. Biển êm. LĐLĐ tỉnh Hà Nam họp. Kết nạp 90 người.",
            "period 3 sentences before",
        ),
        ("LĐLĐ tỉnh Hà Nam kết nạp 90 đoàn viên.\nNhư vậy, đã kết nạp 90 đoàn viên.", "repeats"),
    ],
)
def test_what_the_text_around_tells_of_a_count(text: str, trait: str) -> None:
    assert trait in traits_of("count", text)[-1]


def test_every_kind_has_a_scale_and_every_fact_a_confidence() -> None:
    facts = extract(TEXT, clean=False).facts

    assert set(shipped().scales) == set(FACT_TYPES) == {fact.kind for fact in facts}
    assert all(
        fact.confidence is not None and 0 < fact.confidence < 1 and round(fact.confidence, 2) == fact.confidence
        for fact in facts
    )


RULES = {
    "measure by": MeasureBy,
    "owner": OwnerBy,
    "period": PeriodBy,
    "status": StatusBy,
    "place": PlaceSource,
    "year": YearBy,
    "body": BodyBy,
}


@pytest.mark.parametrize("prefix", RULES)
def test_the_shipped_model_knows_no_rule_that_is_gone(prefix: str) -> None:
    """Train it again (`make train-confidence`) where a rule was renamed."""
    names = {trait for scale in shipped().scales.values() for trait in scale.weights if trait.startswith(f"{prefix} ")}
    known = {name.removeprefix(f"{prefix} ").split(",")[0] for name in names if "sentences before" not in name}

    assert known
    assert known <= {rule.value for rule in RULES[prefix]} | {"untold"}


@pytest.mark.parametrize(
    ("start", "traits", "confidence"),
    [(0.0, [], 0.5), (0.0, ["up"], 0.73), (0.0, ["up", "up", "unknown"], 0.88), (90.0, [], 0.99), (-90.0, [], 0.01)],
)
def test_traits_add_up(start: float, traits: list[str], confidence: float) -> None:
    assert Scale(start, {"up": 1.0}).confidence(iter(traits)) == confidence


def test_a_count_without_a_doer_of_its_own_is_less_sure() -> None:
    named = extract("Năm 2024, LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên.", clean=False).counts[0]
    unnamed = extract("LĐLĐ tỉnh Tây Ninh họp.\nĐã trồng 300 cây.", clean=False).counts[0]

    assert named.confidence is not None
    assert unnamed.confidence is not None
    assert named.confidence > unnamed.confidence


def doc_with_links() -> baocongdoan.Extraction:
    text = "LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên, trong đó có 120 nữ."
    doc = extract(text, clean=False)
    whole, part = doc.counts
    assert part.part_of == whole.id
    others = tuple(fact for fact in doc.facts if fact.kind != "count")
    return replace(doc, facts=(*others, replace(whole, confidence=0.4), replace(part, confidence=0.8)))


def test_links_to_facts_that_are_left_out_become_null() -> None:
    doc = doc_with_links()
    sure = doc.at_least(0.5)

    assert [count.id for count in sure.counts] == [doc.counts[1].id]
    assert sure.counts[0].part_of is None
    assert from_json(sure.to_json()) == sure


def test_links_to_facts_that_are_kept_stay() -> None:
    assert doc_with_links().at_least(0.3).counts[1].part_of == doc_with_links().counts[0].id


def test_a_fact_without_confidence_is_none_of_the_sure_ones() -> None:
    doc = doc_with_links()
    unknown = replace(doc, facts=tuple(replace(fact, confidence=None) for fact in doc.facts))

    assert unknown.at_least(0.0).facts == ()


@pytest.mark.parametrize("least", [0.0, 0.7, 1.0])
def test_extract_leaves_out_what_is_less_sure(least: float) -> None:
    everything = extract(TEXT, clean=False)

    assert extract(TEXT, clean=False, min_confidence=least) == everything.at_least(least)
    assert all((fact.confidence or 0) >= least for fact in everything.at_least(least).facts)


@pytest.mark.parametrize("least", [-0.1, 1.01, float("nan")])
def test_what_is_no_probability_is_refused(least: float) -> None:
    with pytest.raises(InputError, match="probability from 0 to 1"):
        extract(TEXT, clean=False, min_confidence=least)


def test_json_without_confidence_still_loads() -> None:
    doc = extract(TEXT, clean=False)
    older = doc.to_json()
    for fact in doc.facts:
        older = older.replace(f'"confidence":{fact.confidence},', "")

    assert '"confidence"' not in older
    assert {fact.confidence for fact in from_json(older).facts} == {None}


def test_rows_have_the_confidence() -> None:
    doc = extract(TEXT, clean=False)

    assert [row["confidence"] for row in doc.to_rows()] == [fact.confidence for fact in doc.facts]


def test_a_model_is_read_as_it_was_written() -> None:
    model = ConfidenceModel({"date": Scale(1.5, {"entry year": -0.25})})

    assert ConfidenceModel.from_json(model.to_json()) == model
