"""What a line's place in an HTML page says of it: its element, its links, the names around it."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.loader import load
from ..records import Markup

__all__ = ["HINTS", "hints", "is_article_text", "is_linked", "is_outside", "leads_elsewhere", "near_hints"]

HINTS = ("headline", "lead", "date", "author", "caption", "content", "related", "navigation", "margin", "talk")
"""The hints that class and id names give, in the order in which ``hints`` lists them."""

_OUTSIDE = frozenset({"nav", "footer", "aside"})
_LINKED = 0.8  # share of a line's letters from which it is a link
_MOSTLY_LINKED = 0.5  # from which it may be one with figures beside it
_FIGURES = "0123456789 :/.,-–|()[]"  # what a day and a time are written with
_LINK_WORDS = 4  # words from which a line that is a link leads to another article; a shorter one may name the author
_NEAR = 40  # letters of class and id names: those of the element itself and its parents


@lru_cache(maxsize=4096)
def hints(names: str) -> tuple[bool, ...]:
    """Which hints the class and id names around a line give, in the order of ``HINTS``.

    >>> [hint for hint, given in zip(HINTS, hints("sapo-top box_related")) if given]
    ['lead', 'related']
    """
    spaced = names.lower().replace("-", " ").replace("_", " ")
    lexicon = load("markup")
    return tuple(lexicon.pattern(hint).search(spaced) is not None for hint in HINTS)


def near_hints(names: str) -> tuple[bool, ...]:
    """The hints that the nearest of the names around a line give."""
    return hints(names[:_NEAR])


def is_linked(markup: Markup) -> bool:
    """Whether the line is a link.

    >>> is_linked(Markup(tag="li", link_density=1.0))
    True
    """
    return markup.link_density >= _LINKED


def is_outside(markup: Markup) -> bool:
    """Whether the line stands in a part of the page that holds no article.

    >>> is_outside(Markup(tag="p", landmark="footer")), is_outside(Markup(tag="p", landmark="article"))
    (True, False)
    """
    return markup.landmark in _OUTSIDE


def leads_elsewhere(markup: Markup, words: int, text: str) -> bool:
    """Whether a line of so many words is a link to another article, perhaps with its day beside it.

    >>> leads_elsewhere(Markup(tag="li", link_density=1.0), 4, "Mở lớp cho thợ")
    True
    >>> leads_elsewhere(Markup(tag="li", link_density=0.6), 5, "Mở lớp cho thợ 12/3/2026")
    True
    >>> leads_elsewhere(Markup(tag="li", link_density=0.6), 6, "Mở lớp cho thợ, vui lắm")
    False
    """
    if words < _LINK_WORDS or is_outside(markup):
        return False
    return is_linked(markup) or (markup.link_density >= _MOSTLY_LINKED and _is_but_for_figures(markup, text))


def _is_but_for_figures(markup: Markup, text: str) -> bool:
    """Whether what is no link in the line is as long as the figures at its ends."""
    return (1 - markup.link_density) * len(text) <= len(text) - len(text.strip(_FIGURES))


def is_article_text(markup: Markup) -> bool:
    """Whether the page itself says that the line is part of an article's text or its lead.

    >>> is_article_text(Markup(tag="p", landmark="article")), is_article_text(Markup(tag="p", hint="entry-summary"))
    (True, True)
    """
    return markup.landmark == "article" or near_hints(markup.hint)[HINTS.index("lead")]
