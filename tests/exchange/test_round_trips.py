from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.evaluation.annotations import AnnotatedArticle, load_annotations

from .conftest import FACTS, PAGES

CORPORA = [Path(__file__).parents[2] / "corpora" / "articles", Path(__file__).parents[3] / "shared" / "corpus"]
EXPORTS = {"label-studio": "tasks.json", "doccano": "examples.jsonl", "brat": "."}


@pytest.fixture
def back(run: Callable[..., Any], tmp_path: Path) -> Callable[..., Path]:
    """Takes annotated articles into a tool and, with what ``correct`` makes of its file, back into a folder."""

    def there_and_back(
        gold: Path, tool: str, *options: str, correct: Callable[[Path], None] = lambda _: None, expected: int = 0
    ) -> Path:
        exported, folder = tmp_path / f"to {tool}", tmp_path / f"from {tool}"
        assert run("export", str(gold), "--gold", "--to", tool, "-o", str(exported), *options).status == 0
        file = exported / EXPORTS[tool]
        correct(file)
        brought = run("import", str(file), "--from", tool, "-o", str(folder))
        assert brought.status == expected, brought.err
        return folder

    return there_and_back


def _comparable(annotated: AnnotatedArticle) -> AnnotatedArticle:
    """The article without the path of its page, which lies in another folder."""
    return replace(annotated, page=None)


@pytest.mark.parametrize("tool", EXPORTS)
@pytest.mark.parametrize("page", PAGES)
def test_annotation_comes_back_field_for_field(
    tool: str, page: str, write_gold_file: Callable[..., Path], back: Callable[..., Path], read_one: Any
) -> None:
    gold = write_gold_file(page=PAGES[page])

    returned = back(gold, tool)

    assert _comparable(read_one(returned)) == _comparable(read_one(gold))
    assert (returned / "cham_lo_tet.txt").read_bytes() == PAGES[page]


@pytest.mark.parametrize("tool", ["label-studio", "doccano"])
@pytest.mark.parametrize("unit", ["code-points", "utf-16", "graphemes"])
def test_annotation_comes_back_in_every_unit(
    tool: str, unit: str, gold: Path, back: Callable[..., Path], read_one: Any
) -> None:
    returned = back(gold, tool, "--offsets", unit)

    assert _comparable(read_one(returned)) == _comparable(read_one(gold))


def test_what_comes_back_is_written_as_people_write_it(gold: Path, back: Callable[..., Path]) -> None:
    record = json.loads((back(gold, "label-studio") / "cham_lo_tet.json").read_text("utf-8"))

    assert "text" not in record["article"]
    places = [{name: fact.get(name) for name in ("line", "occurrence", "quote", "start")} for fact in record["facts"]]
    wanted = [{name: fact.get(name) for name in ("line", "occurrence", "quote", "start")} for fact in FACTS]
    assert places == wanted


@pytest.mark.parametrize("tool", EXPORTS)
@pytest.mark.parametrize("suffix", [".html", ".json"])
def test_annotation_with_offsets_comes_back_without_text_page(
    tool: str, suffix: str, tmp_path: Path, back: Callable[..., Path], read_one: Any
) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    text = "Họp 🎉 mừng 8 lớp\nxong 8 lớp"
    fact = {"kind": "count", "id": "f1", "measure": "training_classes", "value": 8, "unit": "lớp", "quote": "8 lớp"}
    facts = [fact | {"start": 11, "end": 16}, fact | {"id": "f2", "start": 22, "end": 27, "repeats": "f1"}]
    article = {"id": "7", "origin": "crawl#7", "text": text, "lines": [{"line": 1, "role": "body", "start": 0}]}
    record = {"schema": 1, "article": article, "facts": facts}
    (folder / "hop.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    if suffix == ".html":
        (folder / "hop.html").write_bytes("<p>Họp".encode("cp1258", "replace"))

    returned = back(folder, tool)

    assert _comparable(read_one(returned)) == _comparable(read_one(folder))
    assert sorted(path.name for path in returned.iterdir()) == sorted(path.name for path in folder.iterdir())
    for path in folder.glob("*.html"):
        assert (returned / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("tool", EXPORTS)
@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_corpora_come_back_unchanged(tool: str, corpus: Path, back: Callable[..., Path]) -> None:
    if not corpus.is_dir():
        pytest.skip(f"{corpus} is not here")

    returned = load_annotations(back(corpus, tool))

    gold = load_annotations(corpus)
    assert returned.keys() == gold.keys()
    for name, annotated in gold.items():
        assert _comparable(returned[name]) == _comparable(annotated)


@pytest.mark.parametrize("tool", EXPORTS)
def test_extracted_page_comes_back_scored_full(tool: str, run: Callable[..., Any], folder: Path) -> None:
    """What the extractor found, taken as it is for gold, scores 1 against the extractor."""
    (folder / "tin.txt").write_text(
        "LĐLĐ tỉnh Lào Cai: Tập huấn 🎉\n"
        "Năm 2024, LĐLĐ tỉnh Lào Cai 🎉 mở 8 lớp tập huấn cho hơn 1.200 cán bộ công đoàn.\n",
        encoding="utf-8",
    )
    assert run("export", "tin.txt", "--to", tool, "-o", "out").status == 0
    file = Path("out", EXPORTS[tool])
    if tool == "label-studio":
        [task] = json.loads(file.read_text("utf-8"))
        [prediction] = task.pop("predictions")
        assert 0 < prediction["score"] <= 1
        file.write_text(json.dumps([task | {"annotations": [{"result": prediction["result"]}]}]), encoding="utf-8")

    brought = run("import", str(file), "--from", tool, "-o", "gold")

    assert re.fullmatch(r"articles read: 1, facts: \d+, articles skipped: 0\n", brought.err)
    figures = json.loads(run("evaluate", "gold", "--json").out)
    assert {level: told["F"] for level, told in figures.items()} == dict.fromkeys(figures, 1.0)
    assert figures["count.full"]["gold"] == 2
    assert "confidence" not in Path("gold", "tin.json").read_text("utf-8")


def _edited(path: Path) -> Iterator[Any]:
    """The parsed content of a file, which is written back after it was changed."""
    content = json.loads(path.read_text("utf-8"))
    yield content
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _regions(task: dict[str, Any], key: str) -> list[dict[str, Any]]:
    return [part for part in task["annotations"][0]["result"] if part.get("id") == key]


def _correct_in_label_studio(path: Path) -> None:
    for [task] in _edited(path):
        result, text = task["annotations"][0]["result"], task["data"]["text"]
        for part in _regions(task, "a"):  # moved
            start = text.index("trao 40")
            part["value"] |= {"start": start, "end": start + len("trao 40 suất quà")}
            if part["from_name"] == "kind":
                part["value"]["text"] = "trao 40 suất quà"
        for part in _regions(task, "_2"):  # the date: another label
            if part["from_name"] == "kind":
                part["value"]["labels"] = ["document"]
        for part in _regions(task, "c3"):  # another field
            if part["from_name"] == "count_status":
                part["value"]["choices"] = ["target"]
        for part in _regions(task, "_5"):  # deleted, and with it its relation
            result.remove(part)
        result.remove(next(part for part in result if part.get("from_id") == "_5"))
        start = text.index("2 giờ")
        place = {"start": start, "end": start + 5, "text": "2 giờ"}
        result.append(_result("Zx-9", "kind", "labels", place, labels=["count"]))  # new, without fields
        start = text.index("LĐLĐ tỉnh,")
        place = {"start": start, "end": start + 10, "text": "LĐLĐ tỉnh,"}
        result.append(_result("Qq-1", "kind", "labels", place, labels=["person"]))  # new, with fields
        result.append(_result("Qq-1", "person_name", "textarea", place, text=["Vi Thị Lựu"]))
        relation = {"type": "relation", "from_id": "c3", "to_id": "Zx-9", "direction": "left", "labels": ["part_of"]}
        result.append(relation)


def _result(key: str, control: str, kind: str, place: dict[str, Any], **value: Any) -> dict[str, Any]:
    return {"id": key, "from_name": control, "to_name": "text", "type": kind, "value": place | value}


def test_corrections_in_label_studio_come_through(gold: Path, back: Callable[..., Path], read_one: Any) -> None:
    before = read_one(gold)

    after = read_one(back(gold, "label-studio", correct=_correct_in_label_studio))

    facts = {annotated.fact.quote: annotated for annotated in after.facts}
    moved, original = facts["trao 40 suất quà"].fact, before.facts[2].fact
    assert moved == replace(original, quote="trao 40 suất quà", start=original.start - 5)
    relabelled = facts["12/1/2023"]
    assert (relabelled.fact.kind, relabelled.fact.type, relabelled.doubt) == ("document", "other", {"kind", "type"})
    assert facts["15 mái ấm"].fact == replace(before.facts[4].fact, status="target")
    assert len(after.facts) == len(before.facts) - 1 + 2
    assert sum(annotated.fact.quote == "5 mái ấm" for annotated in after.facts) == 1
    new = facts["2 giờ"]
    assert (new.fact.measure, new.fact.value, new.fact.part_of) == ("other", 0, "c3")
    assert new.doubt == {"kind", "measure", "value", "unit"}
    assert facts["LĐLĐ tỉnh,"].fact.name == "Vi Thị Lựu"
    assert not facts["LĐLĐ tỉnh,"].doubt


def _marked(text: str, quote: str) -> dict[str, int]:
    """The offsets of a quote as a browser counts them."""
    before, _, _ = text.partition(quote)
    start, end = (len(part.encode("utf-16-le")) // 2 for part in (before, before + quote))
    return {"start_offset": start, "end_offset": end}


def _correct_in_doccano(path: Path) -> None:
    """What its browser does: numbers of its own, and offsets in UTF-16 code units."""
    for example in _edited(path):
        numbers = {}
        for entity in example["entities"]:
            numbers[entity["id"]] = entity["id"] = 500 + entity["id"]
        for relation in example["relations"]:
            relation |= {"from_id": numbers[relation["from_id"]], "to_id": numbers[relation["to_id"]]}
        marked = partial(_marked, example["text"])
        entities = example["entities"]
        entities[2] |= marked("trao 40 suất quà")  # moved
        entities[1]["label"] = "document"  # another label
        del entities[6]  # one of two in the same words
        entities.append({"id": 900, "label": "count", **marked("2 giờ")})  # new
        entities.append({"id": 901, "label": "person", **marked(" Vi ")})  # new, with spaces at its ends
        example["relations"].append({"id": 1, "from_id": 900, "to_id": numbers[4], "type": "part_of"})
        example["relations"] = [one for one in example["relations"] if one["from_id"] != 506]
        example["Comments"] = []
        entities.reverse()


def test_corrections_in_doccano_come_through(gold: Path, back: Callable[..., Path], read_one: Any) -> None:
    before = read_one(gold)

    after = read_one(back(gold, "doccano", correct=_correct_in_doccano))

    facts = {annotated.fact.quote: annotated for annotated in after.facts}
    moved, original = facts["trao 40 suất quà"].fact, before.facts[2].fact
    assert moved == replace(original, quote="trao 40 suất quà", start=original.start - 5)
    assert facts["12/1/2023"].fact.kind == "document"
    assert facts["12/1/2023"].doubt == {"kind", "type"}
    assert facts["5 mái ấm"].fact == before.facts[5].fact
    assert (facts["2 giờ"].fact.part_of, facts["2 giờ"].doubt) == ("c3", {"kind", "measure", "value", "unit"})
    assert (facts["Vi"].fact.name, facts["Vi"].doubt) == ("Vi", {"kind", "name"})
    assert len(after.facts) == len(before.facts) - 1 + 2


def test_bare_labels_of_doccano_keep_links(gold: Path, back: Callable[..., Path], read_one: Any) -> None:
    """Projects without relations export triples; a link goes with the fact that it leads to."""

    def bare(path: Path) -> None:
        for example in _edited(path):
            entities = example.pop("entities")
            del example["relations"]
            del entities[2]  # "a", which the next one repeats
            example["label"] = [[one["start_offset"], one["end_offset"], one["label"]] for one in entities]

    after = read_one(back(gold, "doccano", correct=bare))

    before = read_one(gold)
    assert after.facts[2].fact == replace(before.facts[3].fact, repeats=None)
    assert [one.fact for one in after.facts[3:]] == [one.fact for one in before.facts[4:]]


def test_corrections_in_brat_come_through(gold: Path, back: Callable[..., Path], read_one: Any) -> None:
    def correct(folder: Path) -> None:
        path = folder / "cham_lo_tet.ann"
        text = (folder / "cham_lo_tet.txt").read_text("utf-8")
        lines = path.read_text("utf-8").splitlines()
        start = text.index("2 giờ")
        lines += [
            f"T90\tcount {start} {start + 5}\t2 giờ",
            "A90\tcount_measure T90 other",
            "R90\tpart_of Arg1:T90 Arg2:T5",
        ]
        lines += ['#90\tAnnotatorNotes T90\t{"value": 2, "unit": "giờ"}']
        path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")

    after = read_one(back(gold, "brat", correct=correct))

    new = after.facts[-1]
    assert (new.fact.quote, new.fact.value, new.fact.unit, new.fact.part_of) == ("2 giờ", 2, "giờ", "c3")
    assert not new.doubt
    assert after.facts[:-1] == read_one(gold).facts


@pytest.mark.parametrize("tool", EXPORTS)
def test_span_over_two_lines_comes_back(tool: str, tmp_path: Path, back: Callable[..., Path], read_one: Any) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt").write_text("Kết nạp\n40 đoàn viên", encoding="utf-8")
    fact = {"kind": "count", "quote": "Kết nạp\n40 đoàn viên", "start": 0, "end": 20, "measure": "members_admitted"}
    article = {"lines": [{"line": 1, "role": "body"}, {"line": 2, "role": "body"}]}
    record = {"schema": 1, "article": article, "facts": [fact | {"value": 40, "unit": "đoàn viên"}]}
    (folder / "a.json").write_text(json.dumps(record), encoding="utf-8")

    assert read_one(back(folder, tool)).facts == read_one(folder).facts
