"""The charts of the report page: pictures of Vega-Lite, as SVG that needs neither scripts nor network.

Colours are the page's own (CSS variables), so that a chart is as light or dark as the page. Bars lead to the number's
place in the table beside them, and tell it to those who can't see them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from ...errors import extra
from .words import Language, Words

if TYPE_CHECKING:
    import altair

__all__ = ["Bar", "bars_over_time", "bars_side_by_side", "scale_of"]

_WIDTH, _HEIGHT, _STEP = 400, 210, 28
_FONT_SIZE = 15
_MARGIN = {"left": 20, "right": 20, "top": 2, "bottom": 2}  # a reader's letters may be wider than those measured here
_HERE = "https://page.invalid/"  # Vega makes addresses of its own site from links into a page, unless they are whole
_NUMBERS = {
    Language.VIETNAMESE: {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " ₫"]},
    Language.ENGLISH: {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", " ₫"]},
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: of which row and which series, how long, what it leads to (an id of the page), what it says in words."""

    label: str
    series: str
    value: float
    place: str
    said: str


def bars_over_time(bars: Sequence[Bar], words: Words) -> str:
    """The bars as columns from left to right, those of the same label beside each other."""
    with extra("report pages", "report"):
        import altair

    chart = _chart(bars, scale_of(bars, words)[0]).encode(
        x=altair.X("label:O", title=None, sort=None, axis=altair.Axis(labelAngle=0, labelOverlap=True)),
        xOffset=altair.XOffset("series:N", sort=None),
        y=altair.Y("value:Q", title=None, axis=_numbers()),
    )
    return _svg(chart.properties(width=_WIDTH, height=_HEIGHT), words)


def bars_side_by_side(bars: Sequence[Bar], words: Words) -> str:
    """The bars as rows from above, in the order in which they are given."""
    with extra("report pages", "report"):
        import altair

    chart = _chart(bars, scale_of(bars, words)[0]).encode(
        y=altair.Y("label:N", title=None, sort=None),
        yOffset=altair.YOffset("series:N", sort=None),
        x=altair.X("value:Q", title=None, axis=_numbers()),
    )
    labels = len({bar.label for bar in bars})
    return _svg(chart.properties(width=_WIDTH - 90, height=labels * _STEP), words)


def scale_of(bars: Iterable[Bar], words: Words) -> tuple[int, str]:
    """By what numbers are divided so that they stay short, and what that is called.

    >>> from .words import words_of
    >>> scale_of([Bar("2023", "Kết quả", 91_250_000, "n1", "")], words_of("vi"))
    (1000000, 'triệu')
    """
    largest = max((abs(bar.value) for bar in bars), default=0)
    scale = max((size for size in map(int, words.scales) if size * 10 <= largest), default=1)
    return scale, words.scales[str(scale)]


def _numbers() -> altair.Axis:
    import altair

    return altair.Axis(format=",~f", tickCount=5)


def _chart(bars: Iterable[Bar], scale: int) -> altair.Chart:
    import altair

    rows = [asdict(bar) | {"value": bar.value / scale, "place": f"{_HERE}#{bar.place}"} for bar in bars]
    series = list(dict.fromkeys(row["series"] for row in rows))
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_bar()
        .encode(
            color=altair.Color(
                "series:N",
                scale=altair.Scale(domain=series, range=["var(--result)", "var(--target)"]),
                legend=altair.Legend(title=None, orient="top"),
            ),
            href="place:N",
            description="said:N",
        )
    )


def _svg(chart: altair.Chart, words: Words) -> str:
    with extra("report pages", "report"):
        import vl_convert

    styled = (
        chart.properties(background="transparent")
        .configure(font="sans-serif", padding=_MARGIN)
        .configure_axis(
            labelColor="currentColor",
            labelFontSize=_FONT_SIZE,
            gridColor="var(--line)",
            domainColor="var(--line)",
            tickColor="var(--line)",
        )
        .configure_legend(labelColor="currentColor", labelFontSize=_FONT_SIZE)
        .configure_view(stroke=None)
    )
    svg: str = vl_convert.vegalite_to_svg(styled.to_dict(), format_locale=_NUMBERS[words.language])
    return svg.replace(f'xlink:href="{_HERE}#', 'href="#')
