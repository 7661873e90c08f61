from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from baocongdoan.errors import InputError
from baocongdoan.evaluation.agreement import compare
from baocongdoan.evaluation.annotations import AnnotatedArticle, AnnotatedFact
from baocongdoan.records import Article, Count, Fact, Line, Organisation, OrganisationType, Person, Role, Status

CLASSES = Count(quote="8 lớp cho 500 người", start=10, end=29, measure="training_classes", value=8, unit="lớp", id="f1")
TRAINED = replace(CLASSES, measure="people_trained", value=500, unit="người", id="f2")
LATER = replace(CLASSES, quote="8 lớp", start=200, end=205, id="f3")
UNION = Organisation(
    quote="LĐLĐ tỉnh Huế", start=40, end=53, name="Liên đoàn Lao động tỉnh Huế", type=OrganisationType.UNION
)
PERSON = Person(quote="Lê A", start=60, end=64, name="Lê A", role="Chủ tịch")


def _side(*facts: Fact | AnnotatedFact, name: str = "a", **fields: Any) -> dict[str, AnnotatedArticle]:
    annotated = tuple(fact if isinstance(fact, AnnotatedFact) else AnnotatedFact(fact) for fact in facts)
    return {name: AnnotatedArticle(name, Article(id=name, origin=f"{name}.txt", **fields), annotated)}


CASES: list[tuple[str, list[Any], list[Any], str, tuple[int, int, int, int]]] = [
    ("the same fact", [CLASSES], [CLASSES], "count", (1, 1, 1, 1)),
    ("the fields differ", [CLASSES], [replace(CLASSES, status=Status.TARGET)], "count", (1, 1, 1, 0)),
    ("two counts in one quote are two", [CLASSES], [TRAINED], "count", (1, 1, 0, 0)),
    ("each finds its own in one quote", [CLASSES, TRAINED], [TRAINED, CLASSES], "count", (2, 2, 2, 2)),
    ("another value at one place", [CLASSES], [replace(CLASSES, value=9)], "count", (1, 1, 1, 0)),
    ("another value elsewhere", [CLASSES], [replace(LATER, value=9)], "count", (1, 1, 0, 0)),
    ("one result quoted elsewhere", [CLASSES], [LATER], "count", (1, 1, 1, 1)),
    ("one result, another measure, elsewhere", [CLASSES], [replace(LATER, measure="other")], "count", (1, 1, 0, 0)),
    ("the same fact written twice by one", [CLASSES, CLASSES], [CLASSES], "count", (2, 1, 1, 1)),
    ("names are folded", [UNION], [replace(UNION, name="LĐLĐ tỉnh Huế")], "organisation", (1, 1, 1, 1)),
    ("only one found it", [PERSON], [], "person", (1, 0, 0, 0)),
    ("a whole fact in doubt", [AnnotatedFact(PERSON, frozenset({"kind"}))], [], "person", (0, 0, 0, 0)),
    (
        "a field that one holds to be in doubt",
        [CLASSES],
        [AnnotatedFact(replace(CLASSES, status=Status.TARGET), frozenset({"status"}))],
        "count",
        (1, 1, 1, 1),
    ),
]


@pytest.mark.parametrize(("first", "second", "kind", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_pairs(first: list[Any], second: list[Any], kind: str, wanted: tuple[int, int, int, int]) -> None:
    ours, theirs, both, alike = wanted

    there = compare(_side(*first), _side(*second))
    back = compare(_side(*second), _side(*first))

    assert (there.found[kind].wanted, there.found[kind].reported, there.found[kind].right) == (ours, theirs, both)
    assert there.full[kind].right == alike
    assert (back.found[kind].wanted, back.found[kind].reported, back.found[kind].right) == (theirs, ours, both)
    assert back.full[kind].right == alike
    assert bool(there.differences) == ((ours, theirs) != (alike, alike))


def test_a_difference_names_the_fields_and_what_both_wrote() -> None:
    other = replace(CLASSES, status=Status.TARGET, organisation="Công đoàn xã Đông Mỹ")

    [difference] = compare(_side(CLASSES), _side(other)).differences

    assert difference.fields == ("status", "organisation")
    assert difference.first == "status reported, organisation None"
    assert difference.second == "status target, organisation Công đoàn xã Đông Mỹ"
    assert difference.quote == CLASSES.quote


def test_facts_are_at_one_place_by_their_words_where_the_texts_differ() -> None:
    moved = replace(CLASSES, value=9, start=110, end=129)

    agreement = compare(_side(CLASSES, text="một"), _side(moved, text="hai"))

    assert agreement.found["count"].right == 1


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [("f1", "g1", True), (None, None, True), ("f1", None, False), ("f1", "g2", False), ("f9", "g1", False)],
)
def test_links_lead_to_the_same_fact_whatever_its_id(first: str | None, second: str | None, same: bool) -> None:
    part = replace(CLASSES, quote="3 lớp", start=300, end=305, value=3, id="f4", part_of=first)
    part_too = replace(part, id="g4", part_of=second)
    ours = _side(CLASSES, TRAINED, part)
    theirs = _side(replace(CLASSES, id="g1"), replace(TRAINED, id="g2"), part_too)

    field = compare(ours, theirs).fields["count.part_of"]

    assert (field.same, field.compared) == (2 + same, 3)


def test_kappa_takes_off_what_chance_gives() -> None:
    roles = [(Role.BODY, Role.BODY)] * 4 + [(Role.META, Role.META)] * 3 + [(Role.BODY, Role.META)] * 3
    sides = [_side(lines=tuple(Line(n, pair[i]) for n, pair in enumerate(roles, 1))) for i in (0, 1)]

    agreement = compare(*sides)

    # 7 of 10 alike; chance gives .7 * .4 + .3 * .6 = .46.
    assert agreement.fields["lines.role"].share == 0.7
    assert agreement.fields["lines.role"].kappa == pytest.approx((0.7 - 0.46) / (1 - 0.46))
    assert [difference.what for difference in agreement.differences] == ["line 8", "line 9", "line 10"]


def test_kappa_says_nothing_where_all_is_one_value() -> None:
    assert compare(_side(CLASSES), _side(CLASSES)).fields["count.status"].kappa is None


def test_the_articles_own_fields() -> None:
    agreement = compare(_side(title="TP. Huế: Mười lớp"), _side(title="Thành phố Huế - mười lớp", source="Báo A"))

    assert agreement.fields["article.title"].same == 1
    assert "article.published" not in agreement.fields
    [difference] = compare(_side(published="2024-05-01"), _side()).differences
    assert (difference.what, difference.first, difference.second) == ("article.published", "2024-05-01", None)


def test_articles_of_one_annotator_are_named_and_left_out() -> None:
    agreement = compare(_side(CLASSES) | _side(PERSON, name="b"), _side(CLASSES))

    assert (agreement.articles, agreement.alone) == (("a",), ("b",))
    assert agreement.found["person"].wanted == 0


def test_nothing_in_common_is_an_error() -> None:
    with pytest.raises(InputError, match="no article was annotated by both"):
        compare(_side(CLASSES), _side(CLASSES, name="b"))
