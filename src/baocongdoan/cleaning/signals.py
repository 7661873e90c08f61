"""A page's lines as numbers: what a learned model sees of them, the rules' own judgement included."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from math import log1p
from typing import TYPE_CHECKING

import regex

from ..lexicon.loader import load, words
from ..records import Role
from .features import LineFeatures
from .headline import is_page_title
from .layout import CAPTION_WORDS, Layout
from .marks import SETTLED, Mark
from .markup import HINTS, hints
from .roles import Label

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LANDMARKS", "REACH", "SIGNALS", "signals", "windows"]

REACH = 2
"""How many lines before and behind a line the model looks at."""

_TAGS = (
    ("p",), ("h1",), ("h2", "h3"), ("h4", "h5", "h6"), ("li", "dd", "dt"), ("td", "th"), ("figcaption", "caption"),
    ("a", "span", "em", "strong", "b", "i"),
    ("div", "section", "article", "main", "body"), ("button", "label", "input", "option"),
)  # fmt: skip
LANDMARKS = ("article", "main", "nav", "header", "footer", "aside", "figure", "form", "table")
"""The parts of an HTML page that a line may stand in."""

_RULES = (  # rules whose judgement is a guess, so that the model may weigh it by itself
    "related", "below_prose", "strange_link", "links", "tag", "subtitle", "lead", "between_paragraphs", "scene",
    "like_headline", "captions",
    "table_or_verse", "bare_byline", "paragraph_unended", "follows_picture", "caption_below", "above_headline",
    "below_article", "subheading", "list",
)  # fmt: skip
_ROLES = tuple(Role)
_NEAR = 40  # letters of class and id names: those of the element itself and its parents

_NAME_WORDS = 8


@cache
def _pattern(name: str) -> regex.Pattern[str]:
    return load("cleaning").pattern(name)


_Look = Callable[[LineFeatures], float]
_OF_LINE: dict[str, _Look] = {
    "words": lambda line: log1p(line.words) / 4,
    "short": lambda line: line.words <= 4,
    "long": lambda line: line.words >= 30,
    "stopped": lambda line: line.stopped,
    "asks": lambda line: line.asks,
    "announces": lambda line: line.announces,
    "cut_off": lambda line: line.cut_off,
    "sentences": lambda line: min(line.sentences, 4) / 4,
    "bullet": lambda line: line.bullet,
    "prose": lambda line: line.prose,
    "statement": lambda line: line.statement,
    "linked": lambda line: line.linked,
    "telling": lambda line: line.telling,
    "capitals": lambda line: line.capitals,
    "lettered": lambda line: line.has_letters,
    "near": lambda line: line.gap == 0,
    "heading_mark": lambda line: line.heading_mark,
    "emphasised": lambda line: line.emphasised,
    "picture": lambda line: line.picture,
    "wrapped": lambda line: line.wrapped,
    "copied": lambda line: line.copies > 1,
    "copy": lambda line: line.copy_index > 0,
    "lower_start": lambda line: line.text[:1].islower(),
    "quoted_start": lambda line: line.folded[:1] in ('"', "'"),
    "digits": lambda line: sum(map(str.isdigit, line.text[:80])) / max(1, len(line.text[:80])),
    "names": lambda line: len(line.names) / max(1, line.words),
    "name_only": lambda line: line.words <= _NAME_WORDS and _pattern("bare_byline").search(line.folded) is not None,
    "surname": lambda line: line.words <= _NAME_WORDS and line.lower.partition(" ")[0] in words("cleaning", "surname"),
    "scene": lambda line: line.words <= CAPTION_WORDS and _pattern("scene").search(line.lower) is not None,
    "people_first": lambda line: line.words <= CAPTION_WORDS and _pattern("people_first").match(line.lower) is not None,
}  # fmt: skip

_OF_MARK = (
    "marked", "mark_boilerplate", "mark_meta", "mark_caption", "mark_weak", "opens_links", "opens_end", "stamp",
    "stamp_beside", "byline", "source", "credit",
)  # fmt: skip
_OF_PLACE = (
    "headline", "above_headline", "no_headline", "in_core", "above_core", "below_core", "below_end",
    "from_headline", "from_core_end", "page_share", "kinship", "strangers",
    "like_headline", "same_as_headline", "glued_to_headline", "captions_below", "between_statements", "page_title",
)  # fmt: skip
_OF_RULE = (*(f"rule_{role.value}" for role in _ROLES), *(f"why_{name}" for name in _RULES))
_OF_MARKUP = (
    "html", *(f"tag_{tags[0]}" for tags in _TAGS), *(f"in_{name}" for name in LANDMARKS),
    *(f"hint_{name}" for name in HINTS), *(f"near_{name}" for name in HINTS),
    "link_density", "is_link", "is_list", "is_caption", "heading_1", "heading_any", "depth", "same_place",
    "same_names", "strong", "slanted", "after_picture",
)  # fmt: skip

SIGNALS = (*_OF_LINE, *_OF_MARK, *_OF_PLACE, *_OF_RULE, *_OF_MARKUP)
"""The names of the signals, in the order of the columns."""


def signals(layout: Layout, labels: Sequence[Label]) -> NDArray[np.float32]:
    """One row a line, one column a signal.

    >>> from ..records import PageLine
    >>> from .features import look
    >>> from .roles import label
    >>> layout = Layout.of(look((PageLine(1, "Tập huấn"), PageLine(2, "LĐLĐ tỉnh mở 8 lớp."))))
    >>> signals(layout, label(layout)).shape == (2, len(SIGNALS))
    True
    """
    import numpy as np

    of_markup = _markup_signals(layout)
    rows = [
        [
            *_text_signals(layout, line),
            *_mark_signals(layout.marks[line.index]),
            *_place_signals(layout, line),
            *_rule_signals(labels[line.index]),
            *of_markup[line.index],
        ]
        for line in layout.lines
    ]
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(SIGNALS))


def windows(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row with its neighbours' beside it; the page's edges are zeros.

    >>> import numpy as np
    >>> windows(np.ones((3, 4), dtype=np.float32)).shape
    (3, 20)
    """
    import numpy as np

    count = len(rows)
    padded = np.pad(rows, ((REACH, REACH), (0, 0)))
    return np.concatenate([padded[shift : shift + count] for shift in range(2 * REACH + 1)], axis=1)


def _is_settled(layout: Layout, line: LineFeatures) -> bool:
    """Whether the markup alone tells what the line is, as with menus, so that nobody need look at its words."""
    found = layout.marks[line.index]
    return found is not None and found.name in SETTLED


def _text_signals(layout: Layout, line: LineFeatures) -> Sequence[float]:
    if _is_settled(layout, line):
        return (log1p(line.words) / 4, *_UNSEEN)
    return [signal(line) for signal in _OF_LINE.values()]


_UNSEEN = (0.0,) * (len(_OF_LINE) - 1)


@lru_cache(maxsize=4096)
def _mark_signals(found: Mark | None) -> tuple[float, ...]:
    if found is None:
        return (0.0,) * len(_OF_MARK)
    return (
        1.0,
        found.role is Role.BOILERPLATE,
        found.role is Role.META,
        found.role is Role.CAPTION,
        found.weak,
        found.opens == "links",
        found.opens == "end",
        found.stamp is not None,
        found.stamp is not None and bool(found.stamp.beside),
        found.name == "byline",
        found.name in ("source", "source_after"),
        found.name in ("credit", "lone_credit"),
    )


def _place_signals(layout: Layout, line: LineFeatures) -> list[float]:
    index, count, core = line.index, len(layout.lines), layout.core
    headline = None if layout.headline is None else layout.lines[layout.headline]
    known = not _is_settled(layout, line)
    other = headline if known and headline is not None and headline.index != index else None
    own = known and layout.first <= index < layout.end and line.statement
    return [
        headline is not None and index == headline.index,
        headline is not None and index < headline.index,
        headline is None,
        layout.in_core(index),
        core is not None and index < core.first,
        core is not None and index > core.last,
        index >= layout.end,
        _distance(index - headline.index if headline else index),
        _distance(index - core.last if core else index - count),
        index / count,
        layout.kinship.shared(line, own=own) if known else 0.0,
        min(layout.kinship.foreign_names(line, own=own), 4) / 4 if known else 0.0,
        other is not None and line.resembles(other),
        other is not None and line.key == other.key,
        other is not None and other.words >= 4 and line.continues(other.text),
        index in layout.captions_below,
        known and 0 < index < count - 1 and layout.lines[index - 1].statement and layout.lines[index + 1].statement,
        is_page_title(line, layout.page_title),
    ]


def _distance(lines: int) -> float:
    return (log1p(abs(lines)) / 3) * (1 if lines >= 0 else -1)


@lru_cache(maxsize=1024)
def _rule_signals(given: Label) -> tuple[float, ...]:
    return (*(float(given.role is role) for role in _ROLES), *(float(given.why == name) for name in _RULES))


def _markup_signals(layout: Layout) -> list[list[float]]:
    """The columns of HTML; "same" is measured against the paragraphs that hold most of the prose."""
    places, names, depth = _prose_places(layout)
    rows = []
    for line in layout.lines:
        markup = line.markup
        if markup is None:
            rows.append([0.0] * len(_OF_MARKUP))
            continue
        rows.append(
            [
                *_element_signals(markup.tag, markup.landmark, markup.hint),
                markup.link_density,
                markup.link_density >= 0.8,
                markup.in_list,
                markup.is_caption,
                markup.heading == 1,
                markup.heading > 0,
                max(-6, min(6, markup.depth - depth)) / 6,
                (markup.tag, markup.depth) == places,
                markup.hint == names,
                markup.emphasis == "strong",
                markup.emphasis == "em",
                markup.after_picture,
            ]
        )
    return rows


@lru_cache(maxsize=4096)
def _element_signals(tag: str, landmark: str | None, names: str) -> tuple[float, ...]:
    """What the element, the part of the page and the names around a line say; a site has few of each."""
    return (
        1.0,
        *(float(tag in tags) for tags in _TAGS),
        *(float(landmark == name) for name in LANDMARKS),
        *map(float, hints(names)),
        *map(float, hints(names[:_NEAR])),
    )


def _prose_places(layout: Layout) -> tuple[tuple[str, int], str, int]:
    """Element and depth, class names, and depth alone, of most of the page's running text that is no link."""
    weights: dict[tuple[str, int, str], int] = {}
    for line in layout.lines:
        if line.markup is not None and line.statement and line.markup.link_density < 0.5:
            key = (line.markup.tag, line.markup.depth, line.markup.hint)
            weights[key] = weights.get(key, 0) + line.words
    tag, depth, names = max(weights, key=lambda key: weights[key], default=("", 0, ""))
    return (tag, depth), names, depth
