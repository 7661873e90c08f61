"""The report page itself: what was read, then a section for each measure with its charts, tables and conflicts.

The page has no script and may load nothing: its own policy forbids both, whatever an article says.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ...analysis.owners import COUNTRY
from ...analysis.periods import UNKNOWN
from ...analysis.questions import Grouping
from ...analysis.report import SAMPLE, Breakdown, Conflict, MeasureReport, Report, ReportRow
from ...errors import QuestionError
from ..summary import days
from ..webpage import page
from .charts import Bar, bars_over_time, bars_side_by_side, scale_of
from .quotes import Quotes
from .words import Words

__all__ = ["LARGEST", "report_page"]

LARGEST = 5_000_000
"""How many bytes a page may have."""

_QUOTES = ((1, 0), (1, 1), (2, 2), (3, 3), (5, 5), (10, 10), (SAMPLE, SAMPLE))
"""For each number: quotes that were added up, and quotes that were not, as many as the page has room for."""

_ROWS = (100, 50, 25, 10)  # of a table, where there is no room for one quote each
_MOST_YEARS, _MOST_PROVINCES = 20, 20  # that a chart can show
_YEAR = re.compile(r"\d{4}")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def report_page(report: Report, words: Words, largest: int = LARGEST) -> str:
    """The page in the language of the words, ``largest`` bytes at most: with fewer quotes for each number if need be.

    Raises ``QuestionError`` where so many measures were asked for that it can't be that small, and
    ``MissingExtraError`` where the package for charts is missing.
    """
    for most in _ROWS:
        if (html := _with_most_quotes(report.with_rows(most), words, largest)) is not None:
            return html
    raise QuestionError(f"the report would be larger than {largest:,} bytes: ask for fewer measures")


def _with_most_quotes(report: Report, words: Words, largest: int) -> str | None:
    """The page with as many quotes for each number as it has room for; none if there is no room for one."""
    charts = {id(each): _Chart.of(each, place, words) for place, each in _breakdowns(report)}
    fitting = None
    for used, not_used in _QUOTES:
        html = _Page(report, words, charts, Quotes(words, report.sources, used, not_used)).html()
        if len(html.encode()) > largest:
            break
        fitting = html
    return fitting


def _breakdowns(report: Report) -> Iterator[tuple[str, Breakdown]]:
    """The tables of the page, each with the id that the page has for it."""
    for number, part in enumerate(report.measures):
        yield f"m{number}y", part.by_year
        yield f"m{number}p", part.by_province


@dataclass(frozen=True, slots=True)
class _Chart:
    """A chart as SVG with what is said below it."""

    svg: str
    note: str

    @classmethod
    def of(cls, breakdown: Breakdown, place: str, words: Words) -> _Chart:
        rows = [(number, row) for number, row in enumerate(breakdown.rows) if _height(row)]
        if breakdown.by is Grouping.YEAR:
            drawn = [(number, row) for number, row in rows if _YEAR.fullmatch(row.label)][-_MOST_YEARS:]
            note, draw = words.drawn_years.format(len(drawn)), bars_over_time
        else:
            named = [(number, row) for number, row in rows if row.label not in (COUNTRY, UNKNOWN)]
            drawn = sorted(named, key=lambda numbered: -_height(numbered[1]))[:_MOST_PROVINCES]
            note, draw = words.drawn_provinces.format(len(drawn), len(named)), bars_side_by_side
        bars = [bar for number, row in drawn for bar in _bars(row, f"{place}{number}", words)]
        if not bars:
            return cls("", words.nothing_drawn)
        _, unit = scale_of(bars, words)
        return cls(draw(bars, words), f"{note} {words.scaled.format(unit)}" if unit else note)


def _height(row: ReportRow) -> float:
    """How long the row's longest bar is, and 0 where it has none."""
    return max((figure.value or 0 for figure in (row.result, row.target) if figure is not None), default=0)


def _bars(row: ReportRow, place: str, words: Words) -> Iterator[Bar]:
    for series, figure, suffix in ((words.result, row.result, "r"), (words.target, row.target, "t")):
        if figure is not None and figure.value is not None:
            said = f"{row.label}, {series}: {words.number(figure.value)}"
            yield Bar(row.label, series, figure.value, f"{place}{suffix}", said)


class _Page:
    """One page being written."""

    def __init__(self, report: Report, words: Words, charts: dict[int, _Chart], quotes: Quotes) -> None:
        self._report = report
        self._words = words
        self._charts = charts
        self._quotes = quotes

    def html(self) -> str:
        words, style = self._words, Path(__file__).with_name("style.css").read_text(encoding="utf-8")
        head = (
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<link rel="icon" href="data:,">\n'
            f"<style>\n{style}</style>\n"
        )
        return page(words.title, "".join(self._parts()), language=words.language.value, head=head, width="76rem")

    def _parts(self) -> Iterator[str]:
        words, report = self._words, self._report
        yield f'<header><h1>{escape(words.title)}</h1><p class="soft">{escape(words.subtitle)}</p></header>\n<main>\n'
        yield self._overview()
        yield self._contents() if report.measures else f"<p>{escape(words.nothing)}</p>\n"
        for number, part in enumerate(report.measures):
            yield from self._measure(part, f"m{number}")
        if report.left_out:
            counted = ", ".join(f"{name} ({words.number(counts)})" for name, counts in report.left_out.items())
            yield f"<h2>{escape(words.left_out)}</h2><p>{escape(words.left_out_why)} {escape(counted)}.</p>\n"
        yield "</main>\n"

    def _overview(self) -> str:
        words, about = self._words, self._report.overview
        number = words.number
        published = days(about.first_day, about.last_day) if about.first_day else words.unknown
        if about.undated:
            published += f" ({words.undated.format(number(about.undated))})"
        sites = [f"{site or words.unnamed_site} ({number(articles)})" for site, articles in about.newspapers]
        named = sum(site is not None for site, _ in about.newspapers)
        if about.of_newspapers > named:
            sites.append(words.more_newspapers.format(number(about.of_newspapers - named)))
        rows = {
            words.dataset: self._report.dataset,
            words.articles: f"{number(about.articles)} ({words.duplicates}: {number(about.duplicates)})",
            words.repeated: number(about.repeated),
            words.skipped: number(about.skipped),
            words.facts: f"{number(about.facts)} ({words.counts}: {number(about.counts)})",
            words.published: published,
            f"{words.newspapers}: {number(about.of_newspapers)}": ", ".join(sites) or "0",
            words.provinces: words.map(self._report.map),
            words.rule: words.rule_for(self._report.rule),
        }
        told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>\n" for name, said in rows.items())
        return f"<h2>{escape(words.read)}</h2>\n<dl>{told}</dl>\n"

    def _contents(self) -> str:
        words = self._words
        items = "".join(
            f'<li><a href="#m{number}">{escape(words.measure(part.measure))}</a></li>'
            for number, part in enumerate(self._report.measures)
        )
        label = escape(words.contents)
        return f'<nav aria-label="{label}"><h3>{label}</h3><ul>{items}</ul></nav>\n<p>{escape(words.how_to_read)}</p>\n'

    def _measure(self, part: MeasureReport, place: str) -> Iterator[str]:
        words = self._words
        name = escape(words.measure(part.measure))
        yield f'<section>\n<h2 id="{place}">{name} <small><code>{escape(part.measure)}</code></small></h2>\n'
        yield f'<p class="soft">{escape(words.of_counts.format(words.number(part.counts)))}</p>\n'
        if part.by_year.rows:
            yield from self._breakdown(part, part.by_year, words.by_year, f"{place}y")
            yield from self._breakdown(part, part.by_province, words.by_province, f"{place}p")
        else:
            yield f"<p>{escape(words.no_counts)}</p>\n"
        if part.conflicts:
            yield self._conflicts(part, f"{place}c")
        yield "</section>\n"

    def _breakdown(self, part: MeasureReport, breakdown: Breakdown, heading: str, place: str) -> Iterator[str]:
        words, chart = self._words, self._charts[id(breakdown)]
        first = words.year if breakdown.by is Grouping.YEAR else words.province
        numbers = (words.result, words.target, words.results, words.witnesses, words.conflict_number)
        rows = (self._row(row, f"{place}{number}") for number, row in enumerate(breakdown.rows))
        caption = f"{words.measure(part.measure)} – {heading}"
        yield f'<h3>{escape(heading)}</h3>\n<div class="breakdown">\n'
        yield f"<figure>{chart.svg}<figcaption>{escape(chart.note)}</figcaption></figure>\n<div>"
        yield _table(words.table_of.format(caption), [first], numbers, rows)
        more = f"{escape(words.more_rows.format(words.number(breakdown.more)))} " if breakdown.more else ""
        yield f'<p class="soft">{more}{escape(words.command)} <code>{escape(self._command(part, breakdown))}</code></p>'
        yield "</div>\n</div>\n"

    def _row(self, row: ReportRow, place: str) -> str:
        words, label = self._words, self._words.label(row.label)
        result, target = f"{place}r", f"{place}t"
        figure = row.result
        counted = (figure.results, figure.witnesses, figure.conflicts) if figure is not None else ()
        cells = "".join(f'<td class="number">{words.number(value)}</td>' for value in counted) or "<td></td>" * 3
        return (
            f'<tr id="{place}"><th scope="row">{escape(label)}</th>'
            f'<td class="number">{self._quotes.number(row.result, result)}</td>'
            f'<td class="number">{self._quotes.number(row.target, target)}</td>{cells}</tr>\n'
            + self._quotes.row(row.result, result, f"{label}, {words.result}", place, 6)
            + self._quotes.row(row.target, target, f"{label}, {words.target}", place, 6)
        )

    def _conflicts(self, part: MeasureReport, place: str) -> str:
        words = self._words
        rows = (self._conflict(conflict, f"{place}{number}") for number, conflict in enumerate(part.conflicts))
        more = escape(words.more_conflicts.format(words.number(part.more_conflicts))) if part.more_conflicts else ""
        table = _table(words.conflicts, [words.owner, words.period], [words.taken, words.rejected], rows)
        return f'<h3>{escape(words.conflicts)}</h3>\n{table}<p class="soft">{more}</p>\n'

    def _conflict(self, conflict: Conflict, place: str) -> str:
        words, figure = self._words, conflict.figure
        owner = conflict.owner or words.unknown
        period = days(conflict.first_day, conflict.last_day) or words.unknown
        others = ", ".join(words.rejected_by.format(words.number(value), told) for value, told in conflict.rejected[:5])
        if len(conflict.rejected) > 5:
            others += ", …"
        return (
            f'<tr id="{place}"><th scope="row">{escape(owner)}</th><td>{escape(period)}</td>'
            f'<td class="number">{self._quotes.number(figure, f"{place}r")}</td>'
            f'<td class="number">{escape(others)}</td></tr>\n'
            + self._quotes.row(figure, f"{place}r", f"{owner}, {period}", place, 4)
        )

    def _command(self, part: MeasureReport, breakdown: Breakdown) -> str:
        report = self._report
        command = ["baocongdoan", "totals", report.dataset, "--measure", part.measure, "--by", breakdown.by.value]
        if report.map is not None:
            command += ["--map", report.map.value]
        command += ["--rule", report.rule.value, "--format", "parquet", "-o", "totals.parquet"]
        return shlex.join(command)


def _table(caption: str, words: Iterable[str], numbers: Iterable[str], rows: Iterable[str]) -> str:
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in words)
    head += "".join(f'<th scope="col" class="number">{escape(number)}</th>' for number in numbers)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table></div>\n"
    )
