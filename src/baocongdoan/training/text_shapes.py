"""From a plan to a page of plain text, as a crawler leaves it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..records import Page, PageLine
from .material import AnnotatedPage
from .plans import Block, Plan

__all__ = ["TEXT_SHAPES", "as_text"]

_PROSE = frozenset({"lead", "paragraph"})


@dataclass(frozen=True, slots=True)
class _TextShape:
    """``blank``: whether a blank line stands between two blocks; ``fronts``: what is printed in front of a kind."""

    blank: Callable[[Block, Block, random.Random], bool]
    fronts: Mapping[str, str] = field(default_factory=dict)
    emphasised: frozenset[str] = frozenset()


_BULLETS = ("", "", "", "", "- ", "• ", "* ", "+ ", "» ")


TEXT_SHAPES = {
    # every block apart
    "airy": _TextShape(lambda above, below, rng: True),
    # nothing apart: as a browser's copy without paragraphs
    "dense": _TextShape(lambda above, below, rng: False),
    # paragraphs and groups apart, lines of one kind together
    "grouped": _TextShape(lambda above, below, rng: above.kind != below.kind or above.kind in _PROSE),
    # the article is dense, what stands round it is apart
    "dense_article": _TextShape(
        lambda above, below, rng: not (above.zone == below.zone == "article") or above.kind in ("title", "date")
    ),
    # blank lines fall as they fall
    "ragged": _TextShape(lambda above, below, rng: rng.random() < 0.6),
    "markdown": _TextShape(
        lambda above, below, rng: above.kind not in ("menu", "link", "picture"),
        {"title": "# "},
        frozenset({"subhead", "lead"}),
    ),
    "table": _TextShape(
        lambda above, below, rng: above.kind in _PROSE or below.zone != above.zone,
        {"caption": "| ", "title_again": "| "},
    ),
}


def as_text(plan: Plan, shape: str, rng: random.Random, name: str) -> AnnotatedPage:
    """The plan as a page of plain text."""
    form = TEXT_SHAPES[shape]
    bullet = rng.choice(_BULLETS)
    fronts = {"link": bullet, "menu": rng.choice(("", bullet)), **form.fronts}
    bold = form.emphasised | ({"lead"} if rng.random() < 0.1 else frozenset())
    lines, number = [], 1
    for above, block in zip((None, *plan.blocks), plan.blocks, strict=False):
        if above is not None:
            number += 1 + form.blank(above, block, rng)
        text = f"**{block.text}**" if block.kind in bold else block.text
        lines.append(PageLine(number, fronts.get(block.kind, "") + text))
    return AnnotatedPage(name, Page(lines=tuple(lines), origin=name), tuple(block.role for block in plan.blocks))
