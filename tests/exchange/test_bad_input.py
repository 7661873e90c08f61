from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.errors import InputError, RecordError
from baocongdoan.exchange import brat, doccano, gold, label_studio
from baocongdoan.exchange.regions import Returned, ToolText
from baocongdoan.exchange.samples import Sample, unpack
from baocongdoan.exchange.units import Unit
from baocongdoan.records import Skipped


@pytest.fixture
def sample(gold: Path) -> Sample:
    """The annotated page."""
    from baocongdoan.exchange.gold import read_gold

    [sample] = read_gold(gold)
    assert isinstance(sample, Sample)
    return sample


def _broken(task: dict[str, Any], change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(task))
    change(copy)
    return copy


def _result(task: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = task["annotations"][0]["result"]
    return found


def _controlled(task: dict[str, Any], control: str, **value: Any) -> None:
    """Change what a control holds."""
    next(part for part in _result(task) if part.get("from_name") == control)["value"] |= value


LABEL_STUDIO = {
    "no task with `data`": lambda task: task.pop("data"),
    "holds nothing under `baocongdoan`": lambda task: task["data"].pop("baocongdoan"),
    "not valid JSON": lambda task: task["data"].update(baocongdoan="{"),
    "`baocongdoan` is damaged": lambda task: task["data"].update(baocongdoan="{}"),
    "not annotated": lambda task: task.update(annotations=[], predictions=[]),
    "not annotated: submit": lambda task: task["annotations"][0].update(was_cancelled=True),
    "no list of results": lambda task: task["annotations"][0].pop("result"),
    "its text is not the one": lambda task: task["data"].update(text=task["data"]["text"].replace("40", "45")),
    "has no text": lambda task: task["data"].pop("text"),
    "is not one of the labels": lambda task: _result(task)[0]["value"].update(labels=["place"]),
    "no numbers": lambda task: _result(task)[0]["value"].pop("start"),
    "is no span of the text": lambda task: _result(task)[0]["value"].update(end=9_999, text=None),
    "holds no words": lambda task: _result(task)[0]["value"].update(start=30, end=31, text="\n"),
    "fields but no label": lambda task: _result(task).pop(0),
    "expected `str`, got `int`": lambda task: _result(task)[1]["value"].update(text=[7]),
    "organisation_mentions: [7] is no list of text": lambda task: _controlled(task, "organisation_mentions", text=[7]),
    "count_doubt: [['unit']] is no list": lambda task: _controlled(task, "count_doubt", choices=[["unit"]]),
    "person_other_roles: [{}] is no list of text": lambda task: _controlled(task, "person_other_roles", text=[{}]),
    "[['count']] is not one of the labels": lambda task: _result(task)[0]["value"].update(labels=[["count"]]),
    "invalid enum value 'sum'": lambda task: _result(task)[2]["value"].update(choices=["sum"]),
    "has no label: choose one": lambda task: _result(task)[-1].pop("labels"),
}


@pytest.mark.parametrize("problem", LABEL_STUDIO)
def test_bad_task_is_skipped_with_its_place(problem: str, sample: Sample, tmp_path: Path) -> None:
    task = dict(label_studio.task_of(sample))
    path = tmp_path / "export.json"
    bad = _broken(task, LABEL_STUDIO[problem])
    path.write_text(json.dumps([{"id": 11} | task, {"id": 12} | bad, {"id": 13} | task]), encoding="utf-8")

    first, second, third = label_studio.read(path)

    assert isinstance(first, Returned)
    assert isinstance(third, Returned)
    assert isinstance(second, Skipped)
    assert second.origin == f"{path}, task 12"
    assert problem in second.reason


@pytest.mark.parametrize(
    ("content", "problem"),
    [(None, "cannot read"), (b"{", "not valid JSON"), (b"{}", "list of tasks"), (b"\xff\xfe", "not valid JSON")],
)
@pytest.mark.parametrize("annotator", [None])
def test_file_that_is_no_export_is_refused(
    content: bytes | None, problem: str, annotator: None, tmp_path: Path
) -> None:
    path = tmp_path / "export.json"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(InputError, match=problem):
        list(label_studio.read(path))


DOCCANO = {
    "holds nothing under `baocongdoan`": lambda example: example.pop("baocongdoan"),
    "are not doccano's": lambda example: example["entities"][0].pop("label"),
    "labels are not": lambda example: example.pop("entities"),
    "relations are not doccano's": lambda example: example["relations"][0].pop("type"),
    "the label is none of": lambda example: example["entities"][0].update(label="place"),
    "is no span": lambda example: example["entities"][0].update(end_offset=9_999),
    "its text is not the one": lambda example: example.update(text="Tin khác"),
}


@pytest.mark.parametrize("problem", DOCCANO)
def test_bad_example_is_skipped_with_its_line(problem: str, sample: Sample, tmp_path: Path) -> None:
    example = dict(doccano.example_of(sample))
    path = tmp_path / "all.jsonl"
    lines = [example, _broken(example, DOCCANO[problem]), example]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines) + "\n{nonsense", encoding="utf-8")

    first, second, third, last = doccano.read(path)

    assert isinstance(first, Returned)
    assert isinstance(third, Returned)
    assert isinstance(second, Skipped)
    assert isinstance(last, Skipped)
    assert second.origin == f"{path}, line 2"
    assert problem in second.reason
    assert last.origin == f"{path}, line 5"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("T1\tcount here there\t40", "is no line of brat's"),
        ("E1\tMeeting:T1", "only T, A, R and # lines are read"),
        ("T1\tplace 0 4\tLĐLĐ", "none of date"),
        ("#1\tAnnotatorNotes T1\tnhìn lại", "not valid JSON"),
        ('#1\tAnnotatorNotes T1\t{"mentions": "LĐLĐ"}', "organisation_mentions: 'LĐLĐ' is no list of text"),
        ('#1\tAnnotatorNotes T1\t{"doubt": 5}', "organisation_doubt: 5 is no list of text"),
    ],
)
def test_bad_line_of_brat_is_named(line: str, problem: str, sample: Sample, tmp_path: Path) -> None:
    for file in brat.files([sample]):
        (tmp_path / file.name).write_text("".join(file.parts), encoding="utf-8")
    with (tmp_path / "cham_lo_tet.ann").open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")

    [skipped] = brat.read(tmp_path)

    assert isinstance(skipped, Skipped)
    assert problem in skipped.reason


def test_relation_that_can_not_be_kept_is_noted(sample: Sample, tmp_path: Path) -> None:
    task = dict(label_studio.task_of(sample))
    relation = {"type": "relation", "from_id": "c3", "to_id": "a", "direction": "right"}
    result = [*_result(task), *({**relation, "labels": [label]} for label in ("cause", "part_of", "repeats"))]
    result += [{**relation, "labels": ["part_of"], "to_id": other} for other in ("_1", "gone", "_3")]
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task | {"annotations": [{"result": result}]}]), encoding="utf-8")

    [returned] = label_studio.read(path)

    assert isinstance(returned, Returned)
    assert [note.split(" from")[0] for note in returned.notes] == ["the relation cause"] + ["the relation part_of"] * 3
    assert [note.rpartition(": ")[2] for note in returned.notes] == ["left out"] * 4
    [changed] = [one.fact for one in returned.sample.annotated.facts if one.fact.id == "c3"]
    assert (changed.part_of, changed.repeats) == ("a", "a")


@pytest.mark.parametrize("unit", [Unit.CODE_POINTS, Unit.UTF_16])
def test_words_of_a_region_tell_what_old_versions_counted(unit: Unit, sample: Sample, tmp_path: Path) -> None:
    """The export says code points; versions of 2021 counted UTF-16 code units."""
    task = dict(label_studio.task_of(sample, unit))
    task["data"] = label_studio.task_of(sample)["data"]
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")

    [returned] = label_studio.read(path)

    assert isinstance(returned, Returned)
    assert returned.notes == ()
    assert returned.sample.annotated.facts == sample.annotated.facts


def test_region_whose_words_stand_elsewhere_is_noted(sample: Sample, tmp_path: Path) -> None:
    task = dict(label_studio.task_of(sample))
    _result(task)[0]["value"]["text"] = "LĐLĐ tỉnh khác"
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")

    [returned] = label_studio.read(path)

    assert isinstance(returned, Returned)
    assert returned.notes == ("region _1 says “LĐLĐ tỉnh khác”, and there stands “LĐLĐ tỉnh Lâm Viên”, which is taken",)


ANNOTATIONS = [
    {"completed_by": 1, "updated_at": "2024-01-03", "was_cancelled": True},
    {"completed_by": {"id": 2, "email": "b@example.org"}, "updated_at": "2024-01-02"},
    {"completed_by": 1, "updated_at": "2024-01-01"},
]


@pytest.mark.parametrize(
    ("annotator", "truth", "chosen"),
    [(None, None, 1), (None, 2, 2), ("1", None, 2), ("b@example.org", 2, 1), ("3", 1, None)],
)
def test_annotation_of_one_annotator_is_chosen(
    annotator: str | None, truth: int | None, chosen: int | None, sample: Sample, tmp_path: Path
) -> None:
    task = dict(label_studio.task_of(sample))
    annotations = [one | {"result": _result(task)[:number]} for number, one in enumerate(ANNOTATIONS)]
    annotations[1]["result"] = [part for part in _result(task) if part.get("id") == "_1"]
    annotations[2]["result"] = [part for part in _result(task) if part.get("id") == "_2"]
    if truth is not None:
        annotations[truth]["ground_truth"] = True
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task | {"annotations": annotations}]), encoding="utf-8")

    [returned] = label_studio.read(path, annotator=annotator)

    if chosen is None:
        assert isinstance(returned, Skipped)
        assert "not annotated by 3" in returned.reason
    else:
        assert isinstance(returned, Returned)
        assert [one.fact.kind for one in returned.sample.annotated.facts] == [["organisation", "date"][chosen - 1]]


@pytest.mark.parametrize(
    ("text", "span", "wanted"),
    [
        ("Họp\n8 lớp", (4, 9), (4, 9)),
        ("Họp\r\n8 lớp", (5, 10), (4, 9)),
        ("Ho\u0323p\n8 lơ\u0301p", (5, 11), (4, 9)),
        ("Họp\n8 lớp", (3, 7), (4, 7)),
        ("Họp\n8 lớp", (0, 4), (0, 3)),
    ],
    ids=["as exported", "line ends", "decomposed", "space in front", "space behind"],
)
def test_span_of_a_tool_is_one_of_ours(text: str, span: tuple[int, int], wanted: tuple[int, int]) -> None:
    assert ToolText.of(text, "Họp\n8 lớp", Unit.CODE_POINTS).span(*span) == wanted


def test_name_that_leads_out_of_the_folder_is_refused(sample: Sample) -> None:
    packed = json.loads(sample.packed(Unit.UTF_16)) | {"name": "../elsewhere"}

    with pytest.raises(RecordError, match="no name of a file"):
        unpack(json.dumps(packed))


def test_files_that_differ_are_not_overwritten(sample: Sample, tmp_path: Path) -> None:
    folder = tmp_path / "back"
    gold.write_gold(sample, folder)
    gold.write_gold(sample, folder)  # the same: nothing to say
    (folder / "cham_lo_tet.json").write_text("{}", encoding="utf-8")

    with pytest.raises(InputError, match="is there already and differs"):
        gold.write_gold(sample, folder)

    gold.write_gold(sample, folder, replace=True)
    assert (folder / "cham_lo_tet.json").read_text("utf-8") != "{}"
