"""Facts and totals as tables for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from ..analysis.totals import Total
from ..records import Extraction
from .summary import number, owner, period, summary

__all__ = ["TOTALS_NOTE", "facts_table", "totals_table"]

_DAY_AND_DASH = len("2024-01-01 –")

TOTALS_NOTE = (
    "Reported counts only. Left out: targets, proposals and thresholds, parts and repetitions of other counts, "
    "prices, yearly recurring figures, rates, stocks (…_total) and `other`. Of a range the lower end counts; "
    "what two articles tell counts twice."
)


def facts_table(extraction: Extraction) -> Table:
    """The facts of one article, in the order of the text, under its headline."""
    article = extraction.article
    heading = " · ".join(filter(None, (article.origin, article.published, article.title)))
    table = Table(title=heading, title_justify="left", expand=True)
    for name in ("id", "kind"):
        table.add_column(name, no_wrap=True)
    for name, ratio in (("says", 5), ("whose", 3), ("when", None), ("quote", 4)):
        table.add_column(name, ratio=ratio, width=None if ratio else _DAY_AND_DASH, overflow="fold")
    for fact in extraction.facts:
        table.add_row(fact.id, fact.kind, summary(fact), owner(fact), period(fact), fact.quote)
    return table


def totals_table(totals: Sequence[Total], articles: int) -> Table:
    """Totals by measure; print ``TOTALS_NOTE`` below, which says what is in them and what is not."""
    table = Table(title=f"Totals by measure (articles: {articles})", title_justify="left")
    table.add_column("measure")
    for name in ("total", "statements", "articles"):
        table.add_column(name, justify="right")
    for total in totals:
        table.add_row(total.measure, number(total.value), str(total.statements), str(total.articles))
    return table
