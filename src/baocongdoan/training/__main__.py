"""``python -m baocongdoan.training train`` writes the models, ``… roles`` says how well they do on held-out pages."""

from __future__ import annotations

import argparse
from pathlib import Path

from .dataset import build
from .held_out import by_layout, page_by_page
from .line_roles import fit

_MODEL = Path("src/baocongdoan/models/line_roles.npz")


def main() -> None:
    """Train, or score what is trained with pages held out."""
    parser = argparse.ArgumentParser(prog="python -m baocongdoan.training", description=__doc__)
    parser.add_argument("task", choices=("train", "roles"))
    parser.add_argument("--corpora", type=Path, default=Path("corpora/articles"))
    parser.add_argument("--shared", type=Path, help="a folder with corpus/, corpus_documents/ and articles/")
    parser.add_argument("--output", type=Path, default=_MODEL)
    given = parser.parse_args()
    dataset = build(given.corpora, given.shared if given.shared and given.shared.is_dir() else None)
    for what in dataset.lacking:
        print(f"not there to learn from: {what}")
    if given.task == "train":
        given.output.parent.mkdir(parents=True, exist_ok=True)
        given.output.write_bytes(fit(*dataset.training()).to_bytes())
        print(f"{given.output}: {given.output.stat().st_size / 1e3:.0f} kB")
        return
    for name in dataset.annotated:
        for scored in page_by_page(dataset, name, folds=None if name == "corpus" else 6):
            print(scored, *(f"\n    {line}" for line in scored.wrong), sep="")
    for pair in by_layout(dataset):
        print(*pair, sep="\n")


if __name__ == "__main__":
    main()
