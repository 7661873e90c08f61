"""``python -m baocongdoan.training``: what each task prints and writes."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from baocongdoan.cleaning.learned import LineRoleModel
from baocongdoan.facts.confidence import ConfidenceModel
from baocongdoan.training import __main__ as command
from baocongdoan.training import calibration, dataset
from baocongdoan.training.calibration import JudgedFact
from baocongdoan.training.material import materials_of_texts

CORPORA = Path(__file__).parents[2] / "corpora" / "articles"
Train = Callable[..., str]


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Ten annotated articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for page in sorted(CORPORA.glob("*.txt"))[:10]:
        for file in (page, page.with_suffix(".json")):
            shutil.copy(file, folder)
    return folder


@pytest.fixture
def train(corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Train:
    """Runs a task with few invented pages and gives what it printed."""
    monkeypatch.setattr(dataset, "build", partial(dataset.build, share=0.003))

    def run(task: str, *options: str) -> str:
        given = [task, "--corpora", str(corpora), "--output", str(tmp_path / "models"), *options]
        monkeypatch.setattr(sys, "argv", ["training", *given])
        command.main()
        return capsys.readouterr().out

    return run


def test_line_roles_are_trained_and_what_is_lacking_is_said(train: Train, tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    printed = train("train", "--shared", str(tmp_path / "nowhere"))

    model = tmp_path / "models" / "line_roles.npz"
    assert LineRoleModel.load(model)
    assert printed.count("not there to learn from: ") == 4
    assert printed.endswith(f"{model}: {model.stat().st_size / 1e3:.0f} kB\n")


def test_line_roles_are_scored_with_pages_held_out(train: Train) -> None:
    pytest.importorskip("sklearn")
    printed = train("roles").splitlines()

    scores = [line for line in printed if " kept F1 " in line]
    assert scores[0].startswith("articles: learned, 6 folds")
    assert scores[1].startswith("articles: rules")
    assert len(scores) % 2 == 0
    assert {line.split(": ")[1].split(" ")[0].rstrip(",") for line in scores[2:]} == {"learned", "rules"}


def facts_of(folders: Sequence[Path]) -> tuple[JudgedFact, ...]:
    """Facts of every kind, those with a good trait mostly right."""
    kinds = ("date", "organisation", "document", "count", "person")
    return tuple(
        JudgedFact(f"{folder.name}{article}", kind, (trait,), right != (article < 2), (False, False))
        for folder in folders
        for kind in kinds
        for article in range(12)
        for trait, right in (("good", True), ("bad", False))
    )


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Stands in for the extractor, and notes which folders it was asked for."""
    asked: list[list[str]] = []

    def of_folders(folders: Sequence[Path]) -> tuple[JudgedFact, ...]:
        asked.append([folder.name for folder in folders])
        return facts_of(folders)

    monkeypatch.setattr(calibration, "judged_facts", of_folders)
    return asked


@pytest.mark.parametrize("real", [True, False])
def test_confidence_is_trained_on_real_articles_too(
    train: Train, judged: list[list[str]], tmp_path: Path, real: bool
) -> None:
    if real:
        (tmp_path / "shared" / "corpus").mkdir(parents=True)
    (tmp_path / "models").mkdir()

    printed = train("confidence", "--shared", str(tmp_path / "shared"))

    assert judged == [["articles"], ["corpus"]] if real else [["articles"]]
    assert ("not there to learn from" in printed) is not real
    assert printed.rstrip().endswith(f"weights from {240 if real else 120} facts")
    model = ConfidenceModel.from_json((tmp_path / "models" / "confidence.json").read_bytes())
    assert model.scales["count"].confidence(iter(["bad"])) < model.scales["count"].confidence(iter(["good"]))


@pytest.mark.parametrize("unseen", [True, False])
def test_reliability_is_told_by_tenths(train: Train, judged: list[list[str]], tmp_path: Path, unseen: bool) -> None:
    printed = train("reliability", *(["--unseen", str(tmp_path)] if unseen else []))

    heads = [line for line in printed.splitlines() if "share right" in line]
    assert len(heads) == (4 if unseen else 2)
    assert heads[0] == "count, held out by article: from, facts, mean confidence, share right"
    assert any(", unseen: " in head for head in heads) is unseen


def test_texts_become_material_where_they_read_like_articles(tmp_path: Path) -> None:
    title = "Trao mười căn nhà cho đoàn viên ở Lục Yên"
    told = "LĐLĐ huyện Lục Yên vừa trao mười căn nhà cho đoàn viên có hoàn cảnh khó khăn, theo kế hoạch đã đề ra."
    scene = "Chủ tịch LĐLĐ huyện trao biển tượng trưng căn nhà cho gia đình chị Lý Thị Mai. Ảnh: Minh Tú"
    texts = {
        "good": f"{title}\n\n{told}\n{scene}\n{told}",
        "one paragraph": f"{title}\n{told}",
        "no title": f"Tin\n{told}\n{told}",
        "empty": "\n \n",
        "behind the most": f"{title}\n{told}\n{told}",
    }
    rows = [{"id": name, "collection": "union", "text": text} for name, text in texts.items()]
    rows.insert(4, {"id": "laodong", "collection": "laodong_1", "text": texts["one paragraph"]})
    file = tmp_path / "texts.jsonl.gz"
    file.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))

    materials = {material.name: material for material in materials_of_texts(file, 5)}

    assert set(materials) == {"good", "laodong"}
    assert materials["good"].title == title
    assert materials["good"].paragraphs == (told, told)
    assert materials["good"].captions == (scene,)
