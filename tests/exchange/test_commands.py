from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from baocongdoan.exchange.controls import controls_of
from baocongdoan.records import Status
from baocongdoan.serialise import FACT_TYPES

PAGE = "LĐLĐ tỉnh Lào Cai mở lớp\nNăm 2024, LĐLĐ tỉnh Lào Cai mở 8 lớp tập huấn cho 40 cán bộ công đoàn.\n"


def _task(path: Path, number: int = 0) -> Any:
    return json.loads(path.read_text("utf-8"))[number]


def test_pages_of_all_kinds_get_names_of_their_own(run: Callable[..., Any], folder: Path) -> None:
    for name in ("tin.txt", "Tin.html", "nơi khác/tin.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        body = "".join(f"<p>{line}</p>" for line in PAGE.splitlines())
        content = f"<html><h1>Tin</h1><article>{body}</article>" if name.endswith("html") else PAGE
        Path(name).write_text(content, encoding="utf-8")
    Path("crawl.jsonl").write_text(json.dumps({"text": PAGE, "url": "https://a.example/1"}) + "\n", encoding="utf-8")
    Path("bad.txt").write_bytes(b"\x00\x01\x02")

    result = run("export", "tin.txt", "Tin.html", "nơi khác", "crawl.jsonl", "bad.txt", "--to", "doccano", "-o", "out")

    assert result.status == 0
    assert "pages read: 4" in result.err
    assert "pages skipped: 1" in result.err
    examples = [json.loads(line) for line in Path("out", "examples.jsonl").read_text("ascii").splitlines()]
    assert [json.loads(one["baocongdoan"])["name"] for one in examples] == ["tin", "Tin_2", "tin_3", "crawl_1"]
    assert run("import", "out/examples.jsonl", "--from", "doccano", "-o", "gold").status == 0
    figures = json.loads(run("evaluate", "gold", "--json").out)
    assert figures["count.full"]["F"] == 1
    assert json.loads(Path("gold", "crawl_1.json").read_text("utf-8"))["article"]["url"] == "https://a.example/1"


def test_headline_whose_mark_cleaning_takes_off_keeps_the_text(run: Callable[..., Any], folder: Path) -> None:
    Path("tin.txt").write_text("# " + PAGE, encoding="utf-8")

    assert run("export", "tin.txt", "--to", "doccano", "-o", "out").status == 0
    assert run("import", "out/examples.jsonl", "--from", "doccano", "-o", "gold").status == 0

    record = json.loads(Path("gold", "tin.json").read_text("utf-8"))
    text = record["article"]["text"]
    assert all(text[fact["start"] : fact["end"]] == fact["quote"] for fact in record["facts"])
    assert Path("gold", "tin.txt").read_text("utf-8") == "# " + PAGE
    assert json.loads(run("evaluate", "gold", "--json").out)["count.full"]["F"] == 1


def test_configuration_has_a_control_for_every_field(run: Callable[..., Any], gold: Path, folder: Path) -> None:
    assert run("export", str(gold), "--gold", "--to", "label-studio", "-o", "out").status == 0

    root = ElementTree.parse(folder / "out" / "labels.xml").getroot()

    labels = {label.get("value") for label in root.iter("Label")}
    assert labels == set(FACT_TYPES)
    named = {element.get("name") for element in root.iter() if element.get("perRegion")}
    assert named == {control.name for kind in FACT_TYPES for control in controls_of(kind).values()}
    [status] = [choices for choices in root.iter("Choices") if choices.get("name") == "count_status"]
    assert [choice.get("value") for choice in status] == list(Status)
    [measure] = [choices for choices in root.iter("Choices") if choices.get("name") == "count_measure"]
    assert {"homes", "share", "my_own_measure"} <= {choice.get("value") for choice in measure}


def test_every_result_fits_the_configuration(run: Callable[..., Any], gold: Path, folder: Path) -> None:
    run("export", str(gold), "--gold", "--to", "label-studio", "-o", "out")
    root = ElementTree.parse(folder / "out" / "labels.xml").getroot()
    offered = {
        element.get("name"): (element.tag.lower(), {choice.get("value") for choice in element})
        for element in root.iter()
    }
    task = _task(Path("out", "tasks.json"))

    for part in task["annotations"][0]["result"]:
        if part["type"] == "relation":
            assert part["labels"][0] in ("part_of", "repeats")
            continue
        tag, choices = offered[part["from_name"]]
        assert part["type"] == tag
        assert set(part["value"].get("choices", part["value"].get("labels", []))) <= choices
        if part["type"] != "textarea":  # whose text is what was typed in
            assert task["data"]["text"][part["value"]["start"] : part["value"]["end"]] == part["value"]["text"]


def test_folder_with_people_s_work_is_left_alone(run: Callable[..., Any], gold: Path, folder: Path) -> None:
    Path("out").mkdir()
    Path("out", "tet.ann").write_text("T1\tcount 0 4\tLĐLĐ\n", encoding="utf-8")

    result = run("export", str(gold), "--gold", "--to", "brat", "-o", "out")

    assert result.status == 2
    assert "not empty: name a new folder" in result.err
    assert [path.name for path in Path("out").iterdir()] == ["tet.ann"]


@pytest.mark.parametrize("arguments", [("--gold", "--to", "brat"), ("--to", "doccano")])
def test_nothing_usable_writes_nothing(arguments: tuple[str, ...], run: Callable[..., Any], folder: Path) -> None:
    Path("empty").mkdir()
    Path("empty", "a.json").write_text('{"facts": [], "article": 7}', encoding="utf-8")
    Path("empty", "b.txt").write_bytes(b"")

    result = run("export", "empty", *arguments, "-o", "out")

    assert result.status == 2
    assert "read: 0" in result.err
    assert "skipped: 1" in result.err
    assert not Path("out").exists()


def test_gold_of_one_name_in_two_folders_is_told(
    run: Callable[..., Any], write_gold_file: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = write_gold_file().rename("first")
    second = write_gold_file().rename("second")

    result = run("export", str(first), str(second), "--gold", "--to", "brat", "-o", "out")

    assert result.status == 0
    assert "articles read: 1, facts: 9, articles skipped: 1 (1 × its name stands twice" in result.err


def test_annotation_that_is_faulty_does_not_stop_the_others(
    run: Callable[..., Any], write_gold_file: Callable[..., Path], folder: Path
) -> None:
    write_gold_file("good")
    write_gold_file("bad", facts=[{"kind": "person", "line": 4, "quote": "Lê A", "name": "Lê A"}])
    write_gold_file("loose", facts=[{"kind": "date", "start": 0, "end": 4, "quote": "Lê A", "granularity": "day",
                                     "first_day": None, "last_day": None}])  # fmt: skip

    result = run("export", "gold", "--gold", "--to", "brat", "-o", "out")

    assert result.status == 0
    assert "bad.json: facts[0].quote: 'Lê A' does not stand 1 times in line 4" in result.err
    assert "loose.json: facts[0].quote: the text has 'LĐLĐ' at 0, not 'Lê A'" in result.err
    assert "articles read: 1" in result.err


def test_import_tells_what_to_look_at(run: Callable[..., Any], gold: Path, folder: Path) -> None:
    run("export", str(gold), "--gold", "--to", "doccano", "-o", "out")
    file = Path("out", "examples.jsonl")
    example = json.loads(file.read_text("ascii"))
    del example["entities"][7:]
    example["entities"][0]["end_offset"] -= 5
    example["entities"].append({"id": 99, "label": "count", "start_offset": 30, "end_offset": 34})
    file.write_text(f"{json.dumps(example)}\n" * 2, encoding="utf-8")

    result = run("import", str(file), "--from", "doccano", "-o", "back")

    assert result.status == 0
    assert "organisation “LĐLĐ tỉnh Lâm Viên” moved: see whether its fields still hold" in result.err
    assert "2 of 9 facts are gone" in result.err
    assert "lacks measure, value, unit: fill in and take from `doubt`" in result.err
    assert "cham_lo_tet stands there twice, first in out/examples.jsonl, line 1" in result.err
    assert "articles read: 1, facts: 8, articles skipped: 1" in result.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("export", "gold", "--gold", "--to", "brat", "--offsets", "utf-16", "-o", "out"), "--offsets is not for this"),
        (("import", "gold", "--from", "brat", "--offsets", "utf-16", "-o", "out"), "--offsets is not for this tool"),
        (("import", "x.jsonl", "--from", "doccano", "--annotator", "a", "-o", "out"), "--annotator is not for this"),
        (("import", "x.jsonl", "--from", "doccano", "-o", "out"), "cannot read x.jsonl"),
        (("import", "x", "--from", "brat", "-o", "out"), "x is no folder"),
        (("export", "nowhere", "--gold", "--to", "brat", "-o", "out"), "nowhere is no folder"),
        (("export", "gold", "--gold", "--to", "prodigy", "-o", "out"), "prodigy"),
    ],
)
def test_wrong_usage_is_told(
    arguments: tuple[str, ...], problem: str, run: Callable[..., Any], gold: Path, folder: Path
) -> None:
    result = run(*arguments)

    assert result.status == 2
    assert problem in " ".join(result.err.replace("│", " ").split())
    assert not Path("out").exists()
