"""``baocongdoan evaluate`` and ``baocongdoan gate``: predictions against annotated articles, and against the floors."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from ..evaluation.annotations import load_annotations
from ..evaluation.gate import CorpusSpec, Floors, accept, digest, judge, read_floors, write_floors
from ..evaluation.predictions import Predictions, predict, read_predictions
from ..evaluation.scoring import Scores, score
from ..records import Extraction
from .output import opened

__all__ = ["evaluate", "figures", "gate"]


def evaluate(
    gold: CorpusSpec, predictions: Path | None, extract: Callable[[Path], Extraction], *, diff: bool, as_json: bool
) -> None:
    """Print the scores of predictions, or of the extractor run on the gold's pages."""
    annotated = load_annotations(gold.folder)
    predicted = predict(annotated, extract) if predictions is None else read_predictions(predictions)
    _tell_failed(predicted)
    scores = _restricted(score(annotated, predicted.articles), gold)
    with opened() as stream:
        if as_json:
            stream.write(json.dumps(figures(scores), indent=1) + "\n")
            return
        from ..evaluation.report import mistake_lines, scores_table
        from ..views.terminal import terminal

        if diff:
            stream.writelines(f"{line}\n" for line in mistake_lines(scores.mistakes))
        terminal(stream).print(scores_table(scores, f"{len(annotated)} articles of {gold.folder}"))


def gate(
    corpora: Iterable[CorpusSpec],
    floors_path: Path,
    extract: Callable[[Path], Extraction],
    *,
    accepting: bool,
    lower: bool,
) -> bool:
    """Score every corpus against its floors, print the verdicts, and say whether all floors held.

    With ``accepting`` the figures become the floors; ``lower`` lets them fall too.
    """
    from ..evaluation.report import verdicts_table
    from ..views.terminal import terminal

    floors = read_floors(floors_path)
    remarks: list[str] = []
    failures: list[str] = []
    with opened() as stream:
        console = terminal(stream)
        for corpus in corpora:
            annotated = load_annotations(corpus.folder)
            predicted = predict(annotated, extract)
            _tell_failed(predicted)
            known = floors.get(corpus.name)
            verdicts = judge(_restricted(score(annotated, predicted.articles), corpus), known)
            console.print(verdicts_table(verdicts, f"{corpus.name}: {len(annotated)} articles"))
            remarks += _remarks(corpus, known)
            if accepting:
                floors[corpus.name] = accept(verdicts, corpus, len(annotated), lower=lower)
            elif known is None:
                failures.append(f"{corpus.name}: no floors yet; record them with --accept")
            else:
                failures += [
                    f"{corpus.name}: {verdict.level} fell under its floor" for verdict in verdicts if verdict.under
                ]
        for line in (*remarks, *failures):
            console.print(line)
        if accepting:
            write_floors(floors_path, floors)
            console.print(f"The figures of this run are the floors now ({floors_path}).")
        elif not failures:
            console.print("The gate holds: no level is under its floor.")
    return not failures


def _restricted(scores: Scores, corpus: CorpusSpec) -> Scores:
    return scores.only(corpus.groups) if corpus.groups else scores


def _remarks(corpus: CorpusSpec, floors: Floors | None) -> Sequence[str]:
    if floors is None or floors.digest == digest(corpus.folder):
        return ()
    return (f"{corpus.name}: the corpus has changed since its floors were accepted: won and lost compare two corpora.",)


def figures(scores: Scores) -> Mapping[str, Mapping[str, float]]:
    """The scores as ``evaluate --json`` writes them."""
    return {
        level: {
            "P": round(tally.precision, 3),
            "R": round(tally.recall, 3),
            "F": round(tally.f1, 3),
            "right": tally.right,
            "reported": tally.reported,
            "gold": tally.wanted,
        }
        for level, tally in scores.levels.items()
    }


def _tell_failed(predictions: Predictions) -> None:
    for name, reason in predictions.failed.items():
        print(f"{name} gave nothing: {reason}", file=sys.stderr)
