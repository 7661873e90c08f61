"""``python -m baocongdoan.training train`` writes the models, ``… roles`` says how well they do on held-out pages,
``… facts`` how learned parts would do where the rules are used."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

_MODEL = Path("src/baocongdoan/models/line_roles.npz")


def main() -> None:
    """Train, or score what is trained with pages held out."""
    parser = argparse.ArgumentParser(prog="python -m baocongdoan.training", description=__doc__)
    parser.add_argument("task", choices=("train", "roles", "facts"))
    parser.add_argument("--corpora", type=Path, default=Path("corpora/articles"))
    parser.add_argument("--shared", type=Path, help="a folder with corpus/, corpus_documents/ and articles/")
    parser.add_argument("--unseen", type=Path, nargs="*", default=(), help="annotated articles to test facts on alone")
    parser.add_argument("--output", type=Path, default=_MODEL)
    given = parser.parse_args()
    shared = given.shared if given.shared and given.shared.is_dir() else None
    if given.task == "facts":
        _contest(given.corpora, shared, given.unseen)
    else:
        _line_roles(given.task, given.corpora, shared, given.output)


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
        for scored in page_by_page(dataset, name, folds=None if name == "corpus" else 6):
            print(scored, *(f"\n    {line}" for line in scored.wrong), sep="")
    for pair in by_layout(dataset):
        print(*pair, sep="\n")


def _contest(corpora: Path, shared: Path | None, unseen: Sequence[Path]) -> None:
    from .learned.contest import LEARNERS, contest
    from .learned.reading import read_articles

    real = shared / "corpus" if shared else None
    if real is None or not real.is_dir():
        print("not there to learn from: annotated real pages (corpus)")
    seen = read_articles([corpora, *([real] if real is not None and real.is_dir() else [])])
    further = read_articles(unseen)
    print(f"{len(seen)} articles to learn from, {len(further)} further ones")
    for result in contest(LEARNERS, seen, further):
        print(result, flush=True)


if __name__ == "__main__":
    main()
