"""``python -m baocongdoan.training train`` writes the model of line roles, ``… roles`` says how well it does on pages
held out; ``… confidence`` writes the model of confidence, ``… reliability`` says how far it can be trusted; ``… facts``
tells how learned parts would do where the rules are used."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

_MODELS = Path("src/baocongdoan/models")


def main() -> None:
    """Train, or score what is trained with pages held out."""
    parser = argparse.ArgumentParser(prog="python -m baocongdoan.training", description=__doc__)
    parser.add_argument("task", choices=("train", "roles", "confidence", "reliability", "facts"))
    parser.add_argument("--corpora", type=Path, default=Path("corpora/articles"))
    parser.add_argument("--shared", type=Path, help="a folder with corpus/, corpus_documents/ and articles/")
    parser.add_argument("--unseen", type=Path, nargs="*", default=(), help="annotated articles to test on alone")
    parser.add_argument("--output", type=Path, default=_MODELS, help="the folder of the models")
    given = parser.parse_args()
    shared = given.shared if given.shared and given.shared.is_dir() else None
    if given.task == "facts":
        _contest(given.corpora, shared, given.unseen)
    elif given.task in ("confidence", "reliability"):
        _confidence(given.task, given.corpora, shared, given.unseen, given.output / "confidence.json")
    else:
        _line_roles(given.task, given.corpora, shared, given.output / "line_roles.npz")


def _line_roles(task: str, corpora: Path, shared: Path | None, output: Path) -> None:
    from .dataset import build
    from .held_out import by_layout, page_by_page
    from .line_roles import fit

    dataset = build(corpora, shared)
    for what in dataset.lacking:
        print(f"not there to learn from: {what}")
    if task == "train":
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(fit(*dataset.training()).to_bytes())
        print(f"{output}: {output.stat().st_size / 1e3:.0f} kB")
        return
    for name in dataset.annotated:
        for scored in page_by_page(dataset, name, count=None if name == "corpus" else 6):
            print(scored, *(f"\n    {line}" for line in scored.wrong), sep="")
    for pair in by_layout(dataset):
        print(*pair, sep="\n")


def _confidence(task: str, corpora: Path, shared: Path | None, unseen: Sequence[Path], output: Path) -> None:
    from .calibration import deciles, fit, held_out, judged_facts, like_real, told

    facts = judged_facts([corpora])
    if (real := _real_articles(shared)) is not None:
        of_real = judged_facts([real])
        facts = (*like_real(facts, of_real), *of_real)
    model = fit(facts)
    if task == "confidence":
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(model.to_json())
        print(f"{output}: {sum(len(scale.weights) for scale in model.scales.values())} weights from {len(facts)} facts")
        return
    tested = [("held out by article", tuple(held_out(facts)))]
    tested += [("unseen", tuple(told(model, judged_facts(unseen))))] if unseen else []
    for name, of_all in tested:
        for kinds in (("count",), ("date", "organisation", "document", "person")):
            print(f"{', '.join(kinds)}, {name}: from, facts, mean confidence, share right")
            print(*(f"  {decile}" for decile in deciles(one for one in of_all if one.kind in kinds)), sep="\n")


def _real_articles(shared: Path | None) -> Path | None:
    """The annotated real articles, or a word that there are none."""
    real = shared / "corpus" if shared else None
    if real is not None and real.is_dir():
        return real
    print("not there to learn from: annotated real pages (corpus)")
    return None


def _contest(corpora: Path, shared: Path | None, unseen: Sequence[Path]) -> None:
    from .learned.contest import LEARNERS, contest
    from .learned.reading import read_articles

    real = _real_articles(shared)
    seen = read_articles([corpora, *([real] if real is not None else [])])
    further = read_articles(unseen)
    print(f"{len(seen)} articles to learn from, {len(further)} further ones")
    for result in contest(LEARNERS, seen, further):
        print(result, flush=True)


if __name__ == "__main__":
    main()
