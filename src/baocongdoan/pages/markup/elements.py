"""What the names of HTML's elements mean for lines of text."""

from __future__ import annotations

from msgspec import Struct

__all__ = [
    "BLOCKS",
    "CLOSED_BY",
    "EMPHASIS",
    "HEADINGS",
    "INLINE",
    "ITEMS",
    "KINDS",
    "LANDMARKS",
    "LANDMARK_ROLES",
    "PARAGRAPH_ENDS",
    "PICTURES",
    "SCOPES",
    "UNSEEN",
    "VOID",
    "Kind",
]

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img image input link meta param source track wbr".split()
)
"""Elements without contents: their tags open nothing."""

UNSEEN = frozenset("applet audio canvas datalist noscript object select svg template video".split())
"""Elements whose text no browser prints in the page (a choice's options least of all)."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""Headings with their levels."""

PARAGRAPH_ENDS = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp".split()
) | frozenset(HEADINGS)
"""Elements before which an open paragraph ends."""

BLOCKS = PARAGRAPH_ENDS | frozenset(
    "body button caption colgroup html label legend optgroup option tbody td tfoot th thead tr".split()
)
"""Elements that begin and end a line."""

SCOPES = frozenset(("table", "td", "th", "caption"))
"""Elements that an end tag doesn't reach out of, unless it is their own or that of one around them."""

CLOSED_BY = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "option": (("option",), ()),
    "caption": (("caption",), ("table",)),
    "tbody": (("caption", "tbody", "thead", "tfoot"), ("table",)),
    "thead": (("caption", "tbody", "thead", "tfoot"), ("table",)),
    "tfoot": (("caption", "tbody", "thead", "tfoot"), ("table",)),
    "tr": (("caption", "tr"), ("table",)),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
}
"""Which open elements the start of another ends, and what they must stand in for that, if they stand in it at all."""

ITEMS = frozenset(("li", "dt", "dd"))
"""The items of lists."""

LANDMARKS = ("article", "main", "nav", "header", "footer", "aside", "figure", "form", "table")
"""Elements that say what part of the page they are."""

LANDMARK_ROLES = {
    "article": "article",
    "main": "main",
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "figure": "figure",
    "form": "form",
    "search": "form",
}
"""The landmark that an element's ``role`` attribute makes of it."""

PICTURES = frozenset("img image picture video iframe embed object".split())
"""Elements that show a picture or a film."""

EMPHASIS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
"""Elements that set words off."""


class Kind(Struct, frozen=True, kw_only=True):
    """What an element's name means, all in one place: a page asks for it with each of its thousand tags."""

    ends_line: bool = False
    block: bool = False
    scope: bool = False
    unseen: bool = False
    void: bool = False
    picture: bool = False
    once: bool = False
    ends_paragraph: bool = False
    closes: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    heading: int = 0
    emphasis: str | None = None
    declares: bool = False
    says_something: bool = False
    plain: bool = False


INLINE = Kind(plain=True)
"""What the name of any other element means: nothing."""

_ONCE = frozenset(("html", "body"))
_DECLARING = frozenset(("time", "html", "meta", "link"))
_SAYING = UNSEEN | ITEMS | frozenset((*LANDMARKS, *HEADINGS, "figcaption", "pre", "listing"))


def _kind(name: str) -> Kind:
    return Kind(
        ends_line=name in BLOCKS or name == "br",
        block=name in BLOCKS,
        scope=name in SCOPES,
        unseen=name in UNSEEN,
        void=name in VOID,
        picture=name in PICTURES,
        once=name in _ONCE,
        ends_paragraph=name in PARAGRAPH_ENDS,
        closes=CLOSED_BY.get(name),
        heading=HEADINGS.get(name, 0),
        emphasis=EMPHASIS.get(name),
        declares=name in _DECLARING,
        says_something=name in _SAYING,
        plain=name not in VOID | PICTURES | _ONCE | _DECLARING | frozenset(EMPHASIS),
    )


KINDS = {
    name: _kind(name) for name in BLOCKS | VOID | UNSEEN | PICTURES | _ONCE | _DECLARING | _SAYING | frozenset(EMPHASIS)
}
"""The names that mean something."""
