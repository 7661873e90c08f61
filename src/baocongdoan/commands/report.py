"""``baocongdoan report``: a dataset's totals as one page, with the quotes behind every number."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..analysis.report import report_of
from ..dataset.opened import open_dataset
from ..views.report.page import report_page
from ..views.report.words import words_of
from .output import opened

__all__ = ["write_report"]


def write_report(
    dataset: Path,
    output: Path | None,
    language: str,
    measures: Sequence[str],
    *,
    map: str | None,
    rule: str,
    official: Iterable[str],
) -> None:
    """Write the page, and say on standard error where there is nothing to report."""
    words = words_of(language)  # a wrong one is told before the work
    report = report_of(open_dataset(dataset), measures, map=map, rule=rule, official=official)
    page = report_page(report, words)
    if not report.overview.counts:
        print(f"baocongdoan: {dataset} holds no counts: build it from articles first", file=sys.stderr)
    with opened(output) as stream:
        stream.write(page)
