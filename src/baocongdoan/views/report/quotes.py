"""What is behind the numbers of the report page: rows that show when a link leads to them, with quotes and sources.

No script does it: the browser shows the one row that the address names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from itertools import groupby

from ...analysis.report import Evidence, Figure, Sample, Source
from ..summary import days
from ..webpage import link
from .words import Words

__all__ = ["Quotes"]

_MOST_LETTERS = 160  # of a quote, a title or an organisation's name
_LONGEST_ADDRESS = 1_000  # longer ones are no links: they would fill the page


class Quotes:
    """Makes the rows for the numbers of one page: so many quotes that were ``used`` for a number, and so many not."""

    def __init__(self, words: Words, sources: Mapping[str, Source], used: int, not_used: int) -> None:
        self._words = words
        self._sources = sources
        self._used = used
        self._not_used = not_used

    def number(self, figure: Figure | None, place: str) -> str:
        """The number as a link to its row; nothing where there is none."""
        if figure is None:
            return ""
        if figure.value is None:
            return f'<a href="#{place}" title="{escape(self._words.nothing_added)}">–</a>'
        return f'<a href="#{place}">{self._words.number(figure.value)}</a>'

    def row(self, figure: Figure | None, place: str, of: str, back: str, columns: int) -> str:
        """The hidden row of a number: ``of`` says which number it is, ``back`` is the id of the row that it is in."""
        if figure is None:
            return ""
        words = self._words
        told = self._side(words.used, figure.used, self._used)
        told += self._side(
            words.not_used, figure.not_used, self._not_used if figure.used.of else max(self._not_used, 1)
        )
        return (
            f'<tr class="evidence" id="{place}"><td colspan="{columns}"><div><a class="close" href="#{back}">'
            f"{escape(words.close)}</a><p>{escape(of)}</p>{told}</div></td></tr>\n"
        )

    def _side(self, heading: str, sample: Sample, most: int) -> str:
        """The quotes of one side: of each organisation and period together, and how many more there are."""
        if not sample.of:
            return ""
        said = f"<p>{escape(heading.format(self._words.number(sample.of)))}</p>"
        shown = sample.shown[:most]
        if not shown:
            return said
        groups = groupby(shown, key=lambda each: (each.owner, each.first_day, each.last_day, each.why))
        quotes = "".join(self._group(list(group)) for _, group in groups)
        more = sample.of - len(shown)
        rest = f"<li>{escape(self._words.more_quotes.format(self._words.number(more)))}</li>" if more else ""
        return f"{said}<ul>{quotes}{rest}</ul>"

    def _group(self, same: list[Evidence]) -> str:
        first = same[0]
        owner = _shortened(first.owner or self._words.unknown)
        why = f' <span class="why">({escape(self._words.reason(first.why))})</span>' if first.why is not None else ""
        period = days(first.first_day, first.last_day) or self._words.unknown
        return f"<li>{escape(owner)} · {escape(period)}{why}<ul>{self._quotes(same)}</ul></li>"

    def _quotes(self, counts: Iterable[Evidence]) -> str:
        return "".join(
            f"<li><b>{escape(self._words.number(count.value))}</b> “{escape(_shortened(count.quote))}” "
            f'<span class="soft">{self._source(count)}</span></li>'
            for count in counts
        )

    def _source(self, count: Evidence) -> str:
        """Where it stands: the article's title, which is a link if its address is one, its site and day."""
        source = self._sources.get(count.article_id, Source(None, None))
        title = _shortened(source.title or source.url or count.article_id)
        is_linked = source.url is not None and len(source.url) <= _LONGEST_ADDRESS
        named = link(source.url or "", title) if is_linked else escape(title)
        published = (count.published or "")[: len("2020-09-14")]
        return ", ".join(filter(None, (named, escape(_shortened(count.site or "")), escape(published))))


def _shortened(text: str) -> str:
    """A text that is not longer than a few lines.

    >>> len(_shortened("a" * 1000))
    160
    """
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1]}…"
