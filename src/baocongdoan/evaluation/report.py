"""Scores, mistakes, the gate's verdicts and the agreement of annotators as tables and lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table

from .agreement import Agreement, Difference
from .gate import Verdict
from .scoring import Mistake, Scores, Tally

__all__ = ["agreement_tables", "difference_lines", "mistake_lines", "scores_table", "verdicts_table"]

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


def agreement_tables(agreement: Agreement, title: str) -> Iterator[Table]:
    """How many facts of a kind both annotators found and wrote alike, and then their fields one by one."""
    facts = Table("kind", title=title)
    for heading in ("A", "B", "both", "F1", "alike", "F1 alike"):
        facts.add_column(heading, justify="right")
    for kind, found in agreement.found.items():
        alike = agreement.full[kind]
        sizes = map(str, (found.wanted, found.reported, found.right))
        facts.add_row(kind, *sizes, f"{found.f1:.3f}", str(alike.right), f"{alike.f1:.3f}")
    yield facts
    fields = Table("field", title="Fields of what both found")
    for heading in ("compared", "same", "share", "kappa"):
        fields.add_column(heading, justify="right")
    for name, field in agreement.fields.items():
        kappa = "" if field.kappa is None else f"{field.kappa:.3f}"
        fields.add_row(name, str(field.compared), str(field.same), f"{field.share:.3f}", kappa)
    yield fields


def difference_lines(differences: Iterable[Difference]) -> Iterator[str]:
    """Every difference between two annotators on a line of its own.

    >>> list(difference_lines([Difference("a", "count", "value 8", "value 9", "8 lớp", ("value",))]))
    ['a  count “8 lớp”  A: value 8  B: value 9']
    >>> list(difference_lines([Difference("a", "person", None, "name Lê A")]))
    ['a  person  only B: name Lê A']
    """
    for difference in differences:
        quote = f" “{difference.quote}”" if difference.quote else ""
        if difference.second is None:
            said = f"only A: {difference.first}"
        elif difference.first is None:
            said = f"only B: {difference.second}"
        else:
            said = f"A: {difference.first}  B: {difference.second}"
        yield f"{difference.article}  {difference.what}{quote}  {said}"


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
