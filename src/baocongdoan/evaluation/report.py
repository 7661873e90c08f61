"""Scores, mistakes and the gate's verdicts as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table

from .gate import Verdict
from .scoring import Mistake, Scores, Tally

__all__ = ["mistake_lines", "scores_table", "verdicts_table"]

_FIGURES = ("P", "R", "F1", "right", "reported", "gold")


def scores_table(scores: Scores, title: str) -> Table:
    """Precision, recall and F1 of every level, with the counts behind them."""
    table = _figures_table(title)
    for level, tally in scores.levels.items():
        table.add_row(level, *_figures(tally))
    return table


def verdicts_table(verdicts: Sequence[Verdict], title: str) -> Table:
    """The figures of every level beside its floor and what was won or lost since the accepted run."""
    table = _figures_table(title)
    for heading in ("floor", "won"):
        table.add_column(heading, justify="right")
    for verdict in verdicts:
        floor = f"{verdict.accepted.f1:.3f}" if verdict.accepted else "none"
        figures = _figures(verdict.tally) if verdict.tally else ("not measured", *[""] * (len(_FIGURES) - 1))
        table.add_row(verdict.level, *figures, floor, _won(verdict), style="bold red" if verdict.under else None)
    return table


def mistake_lines(mistakes: Iterable[Mistake]) -> Iterator[str]:
    """Every single difference on a line of its own, for eyes and grep.

    >>> list(mistake_lines([Mistake("a", "line 3", "meta", "body"), Mistake("a", "person", None, "name Lê A")]))
    ['a  line 3  gold: meta  reported: body', 'a  person  extra: name Lê A']
    """
    for mistake in mistakes:
        if mistake.reported is None:
            said = f"missed: {mistake.gold}"
        elif mistake.gold is None:
            said = f"extra: {mistake.reported}"
        else:
            said = f"gold: {mistake.gold}  reported: {mistake.reported}"
        yield f"{mistake.article}  {mistake.what}  {said}"


def _figures_table(title: str) -> Table:
    table = Table(title=title)
    table.add_column("level")
    for heading in _FIGURES:
        table.add_column(heading, justify="right")
    return table


def _figures(tally: Tally) -> tuple[str, ...]:
    rates = (f"{rate:.3f}" for rate in (tally.precision, tally.recall, tally.f1))
    return (*rates, str(tally.right), str(tally.reported), str(tally.wanted))


def _won(verdict: Verdict) -> str:
    """The change of F1 and, where the gold is of one size, of right and wrong facts."""
    if verdict.won is None or verdict.tally is None or verdict.accepted is None:
        return ""
    if (verdict.tally.right, verdict.tally.reported, verdict.tally.wanted) == (
        verdict.accepted.right,
        verdict.accepted.reported,
        verdict.accepted.gold,
    ):
        return "="
    right = verdict.tally.right - verdict.accepted.right
    wrong = (verdict.tally.reported - verdict.tally.right) - (verdict.accepted.reported - verdict.accepted.right)
    return f"{verdict.won:+.3f} ({right:+d} right, {wrong:+d} wrong)"
