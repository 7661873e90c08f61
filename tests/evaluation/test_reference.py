"""Our figures are those of the independent reference scorer, where it lies beside the checkout."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from baocongdoan.commands.score import figures
from baocongdoan.evaluation.annotations import load_annotations
from baocongdoan.evaluation.scoring import score

REFERENCE = Path(__file__).parents[3] / "shared"
CORPORA = [REFERENCE / "corpus", REFERENCE / "corpus_documents", Path(__file__).parents[2] / "corpora" / "articles"]

pytestmark = pytest.mark.skipif(not (REFERENCE / "score.py").exists(), reason="the reference scorer is not here")


@pytest.mark.parametrize("gold", [pytest.param(path, id=path.name) for path in CORPORA if path.is_dir()])
@pytest.mark.parametrize("seed", [0, 1])
def test_figures_are_the_reference_scorers(gold: Path, seed: int, tmp_path: Path) -> None:
    _spoil(gold, tmp_path, random.Random(seed))
    command = [sys.executable, str(REFERENCE / "score.py"), str(gold), str(tmp_path), "--json"]
    reference = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

    assert figures(score(load_annotations(gold), load_annotations(tmp_path))) == reference


def _spoil(gold: Path, folder: Path, chance: random.Random) -> None:
    """Predictions that are wrong here and there in every way that a level looks at."""
    for path in sorted(gold.glob("*.json")):
        if chance.random() < 0.05:
            continue  # a page that gave nothing
        record = json.loads(path.read_text())
        page = path.with_suffix(".txt")
        (folder / page.name).write_bytes(page.read_bytes())
        facts = [fact for fact in record["facts"] if chance.random() < 0.9]
        facts += [dict(fact) for fact in facts if chance.random() < 0.05 and not fact.get("id")]
        known = {fact["id"] for fact in facts if fact.get("id")}
        for fact in facts:
            _spoil_fact(fact, known, chance)
        article = record["article"]
        for line in article["lines"]:
            if chance.random() < 0.05:
                line["role"] = chance.choice(["body", "meta", "caption"])
        kept = {line["line"] for line in article["lines"] if line["role"] in ("title", "body", "caption")}
        record["facts"] = [fact for fact in facts if fact["line"] in kept]
        if chance.random() < 0.2:
            article["title"], article["authors"] = None, ["X.Y"]
        (folder / path.name).write_text(json.dumps(record, ensure_ascii=False))


def _spoil_fact(fact: dict, known: set[str], chance: random.Random) -> None:
    if chance.random() < 0.2:
        fact.pop("doubt", None)
    for field, values in {
        "value": [1, 91250000.00001],
        "status": ["target"],
        "qualifier": ["about"],
        "organisation": [None, "LĐLĐ TP. Huế"],
        "measure": ["other"],
        "first_day": [None, "2020-01-01"],
        "name": ["UBND thành phố Huế"],
        "role": [None],
        "number": [None],
        "subject": [None, "đổi mới công tác cán bộ"],
        "province": ["tỉnh Yên Bái"],
        "part_of": sorted(known),
    }.items():
        if field in fact and values and chance.random() < 0.06:
            fact[field] = chance.choice(values)
    for link in ("part_of", "repeats", "rate_of"):
        if fact.get(link) not in known:
            fact[link] = None
