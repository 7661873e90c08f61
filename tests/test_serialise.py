from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import baocongdoan.records as r
from baocongdoan.errors import RecordError
from baocongdoan.serialise import FACT_TYPES, from_json, schema, to_json

TEXT = "Ngày 8/3/2024, bà Lê Thị Hoa, Chủ tịch LĐLĐ tỉnh Hà Nam, ký Kế hoạch số 12/KH-LĐLĐ tặng 1.200 suất quà."


def _at(quote: str) -> dict[str, str | int]:
    start = TEXT.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote)}


ARTICLE = r.Article(
    id="a1", origin="a1.txt", title=None, authors=("T.H",), text=TEXT, lines=(r.Line(1, r.Role.BODY, 0, "prose"),)
)
UNION = "Liên đoàn Lao động tỉnh Hà Nam"
DATE = r.Date(
    id="f1", granularity=r.Granularity.DAY, first_day="2024-03-08", last_day="2024-03-08", **_at("Ngày 8/3/2024")
)
PERSON = r.Person(
    id="f2",
    name="Lê Thị Hoa",
    role="Chủ tịch",
    organisation=UNION,
    other_roles=(r.OtherRole("Đại biểu"),),
    **_at("Lê Thị Hoa, Chủ tịch LĐLĐ tỉnh Hà Nam"),
)
ORGANISATION = r.Organisation(
    id="f3",
    name=UNION,
    type=r.OrganisationType.UNION,
    level=r.Level.PROVINCIAL,
    province="Hà Nam",
    province_code_before="35",
    province_code_after="37",
    why=r.PlaceSource.NAME,
    mentions=("LĐLĐ tỉnh Hà Nam",),
    **_at("LĐLĐ tỉnh Hà Nam"),
)
DOCUMENT = r.Document(
    id="f4", type=r.DocumentType.PLAN, number="12/KH-LĐLĐ", issuer=UNION, **_at("Kế hoạch số 12/KH-LĐLĐ")
)
COUNT = r.Count(id="f5", measure="gifts", value=1200, unit="suất quà", organisation=UNION, **_at("tặng 1.200 suất quà"))
EXTRACTION = r.Extraction(article=ARTICLE, facts=(DATE, PERSON, ORGANISATION, DOCUMENT, COUNT))


def test_json_and_back_is_the_same() -> None:
    assert from_json(to_json(EXTRACTION)) == EXTRACTION
    assert from_json(EXTRACTION.to_json().encode()) == EXTRACTION


def test_fields_stand_in_the_contracts_order() -> None:
    record = json.loads(to_json(EXTRACTION))

    assert list(record) == ["schema", "article", "facts"]
    assert list(record["article"])[:8] == ["id", "origin", "url", "site", "title", "published", "authors", "source"]
    assert list(record["facts"][0])[:5] == ["kind", "id", "quote", "start", "end"]
    assert [fact["kind"] for fact in record["facts"]] == list(dict.fromkeys(f.kind for f in EXTRACTION.facts))


def test_vietnamese_is_written_as_it_is() -> None:
    assert "LĐLĐ tỉnh Hà Nam" in to_json(EXTRACTION)
    assert "\n" not in to_json(EXTRACTION)


def test_fields_of_a_later_version_are_let_pass() -> None:
    record = json.loads(to_json(EXTRACTION))
    record["facts"][0]["mood"] = 0.9

    assert from_json(json.dumps(record)) == EXTRACTION


def test_fields_of_a_later_version_may_be_missing() -> None:
    record = json.loads(to_json(EXTRACTION))
    for name in ("province_code_before", "province_code_after", "why"):
        del record["facts"][2][name]

    (union,) = from_json(json.dumps(record)).organisations
    assert (union.province, union.province_code_before, union.province_code_after, union.why) == ("Hà Nam", *[None] * 3)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (["schema"], 2, "schema: this version reads schema 1"),
        (["article"], None, "article: expected `object`"),
        (["article", "id"], 7, "article.id: expected `str`"),
        (["article", "lines", 0, "role"], "ad", r"article.lines\[0\].role: invalid enum value 'ad'"),
        (["facts"], None, "facts: a list is wanted"),
        (["facts", 0], "date", r"facts\[0\]: an object is wanted"),
        (["facts", 0, "kind"], "event", r"facts\[0\].kind: 'event' is none of date, "),
        (["facts", 0, "quote"], "Ngày 9/3/2024", r"facts\[0\].quote: "),
        (["facts", 0, "end"], 9999, r"facts\[0\].quote: "),
        (["facts", 0, "first_day"], "8/3/2024", r"facts\[0\].first_day: .* ISO 8601"),
        (["facts", 1, "id"], "f1", r"facts\[1\].id: 'f1' is empty or stands twice"),
        (["facts", 2, "why"], "guess", r"facts\[2\].why: invalid enum value 'guess'"),
        (["facts", 4, "status"], "done", r"facts\[4\].status: invalid enum value 'done'"),
        (["facts", 4, "value"], "1.200", r"facts\[4\].value: expected `int \| float`"),
        (["facts", 4, "part_of"], "f9", r"facts\[4\].part_of: no fact has the id 'f9'"),
    ],
)
def test_broken_contract_names_the_field(path: list[str | int], value: object, problem: str) -> None:
    record = json.loads(to_json(EXTRACTION))
    *way, last = path
    holder = record
    for step in way:
        holder = holder[step]
    holder[last] = value

    with pytest.raises(RecordError, match="^" + problem):
        from_json(json.dumps(record))


def test_missing_field_is_named() -> None:
    record = json.loads(to_json(EXTRACTION))
    del record["facts"][4]["unit"]

    with pytest.raises(RecordError, match=r"^facts\[4\].unit: the field is missing"):
        from_json(json.dumps(record))


@pytest.mark.parametrize("source", ["", "[]", "{", b"\xff", "null", '"x"'])
def test_no_json_object(source: str | bytes) -> None:
    with pytest.raises(RecordError):
        from_json(source)


def test_schema_takes_what_is_written() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(to_json(EXTRACTION)), schema())


@pytest.mark.parametrize("kind", FACT_TYPES)
def test_schema_wants_every_field_of_a_fact(kind: str) -> None:
    record = json.loads(to_json(EXTRACTION))
    fact = next(fact for fact in record["facts"] if fact["kind"] == kind)
    for name in list(fact):
        value = fact.pop(name)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(record, schema())
        fact[name] = value


def test_schema_refuses_what_from_json_refuses() -> None:
    record = json.loads(to_json(EXTRACTION))
    record["facts"][4]["status"] = "done"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema())


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.isprintable()), st.floats(0, 1e15))
def test_any_text_and_number_survives(text: str, value: float) -> None:
    count = replace(COUNT, quote=text, start=0, end=len(text), value=value)
    extraction = r.Extraction(article=replace(ARTICLE, text=text), facts=(count,))

    assert from_json(to_json(extraction)) == extraction


def test_rows_are_flat_and_alike() -> None:
    rows = EXTRACTION.to_rows()

    assert [row["kind"] for row in rows] == ["date", "person", "organisation", "document", "count"]
    assert len({tuple(row) for row in rows}) == 1
    assert rows[0]["article_id"] == "a1"
    assert rows[1]["other_roles"] == "Đại biểu"
    assert rows[2]["mentions"] == "LĐLĐ tỉnh Hà Nam"
    assert (rows[2]["province_code_before"], rows[2]["province_code_after"], rows[2]["why"]) == ("35", "37", "name")
    assert rows[4]["value"] == 1200
    assert rows[4]["status"] == "reported"
    assert type(rows[4]["status"]) is str
    assert rows[0]["value"] is None
