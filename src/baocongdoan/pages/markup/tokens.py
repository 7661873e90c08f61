"""HTML to tokens, in one pass whose time grows with the page's length and with nothing else.

A tree builder needs time that grows with the square of a tag's attributes or of the depth of nesting, and memory
that grows with unclosed formatting times paragraphs. For lines of text no tree is needed, so none is built.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

__all__ = ["Kind", "Token", "attributes", "tokens", "unescape"]


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    START = auto()
    END = auto()
    RAW = auto()
    CUT = auto()


class Token(NamedTuple):
    """A piece of a page.

    ``name`` is the element's, in lower case. ``text`` is what the kind asks for: the characters of a text, the
    attributes of a start tag as they stand, or the whole contents of an element that holds no markup (RAW, whose
    attributes stand in ``attributes``). A CUT says what the page breaks off in, and ``text`` what was left of it.
    """

    kind: Kind
    name: str
    text: str
    attributes: str = ""


# Quotation marks count behind "=" only, as browsers have it; every quantifier is possessive, so nothing is tried twice.
_MARKUP = re.compile(
    r"""
    <(?: (?P<start>[a-zA-Z][^\s/>]*+)
         (?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+)
       | /(?P<end>[a-zA-Z][^\s/>]*+)[^>]*+
       | (?P<comment>!--)
       | [!?/][^>]*+
     )(?P<closed>>?+)
    """,
    re.VERBOSE,
)
_COMMENT_END = re.compile(r"--!?>")
_RAW = ("script", "style", "title", "textarea", "iframe", "noembed", "noframes")
_RAW_END = {name: re.compile(rf"</(?i:{name})(?=[\s/>])[^>]*+>?+") for name in _RAW}
_REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]{1,8}|[0-9]{1,10})|[a-zA-Z][a-zA-Z0-9]{1,31});?+")
_ATTRIBUTE = re.compile(r"""([^\s/>="'][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"?+|'([^']*+)'?+|([^\s>]++))?+)?+""")


def tokens(page: str) -> Iterator[Token]:
    """The tokens of a page; comments and declarations are left out.

    >>> [token.name or token.text for token in tokens("<p class=x>Họp &amp; <BR/>bàn<!-- <b> --></p>")]
    ['p', 'Họp & ', 'br', 'bàn', 'p']
    """
    position, length = 0, len(page)
    find = _MARKUP.search
    while (found := find(page, position)) is not None:
        start, position = found.span()
        if start > found.pos:
            yield Token(Kind.TEXT, "", unescape(page[found.pos : start]))
        if name := found["start"]:
            name = name.lower()
            if not found["closed"]:
                yield Token(Kind.CUT, f"<{name}", page[start:])
            elif name in _RAW_END:
                closing = _RAW_END[name].search(page, position)
                end = closing.start() if closing else length
                if closing is None and end > position:
                    yield Token(Kind.CUT, f"<{name}>", page[position:])
                else:
                    yield Token(Kind.RAW, name, page[position:end], found["attributes"])
                position = closing.end() if closing else length
            else:
                yield Token(Kind.START, name, found["attributes"])
        elif name := found["end"]:
            yield Token(Kind.END, name.lower(), "")
        elif found["comment"]:
            closing = _COMMENT_END.search(page, start + 2)  # "<!-->" is one, too
            if closing is None:
                yield Token(Kind.CUT, "<!--", page[position:])
            position = closing.end() if closing else length
    if position < length:
        yield Token(Kind.TEXT, "", unescape(page[position:]))


def attributes(text: str) -> dict[str, str]:
    """The attributes of a start tag: names in lower case, the first of a name counts.

    >>> attributes(' Class="a b" hidden data-x=1 title=\\'Họp &quot;lớn&quot;\\' class=c')
    {'class': 'a b', 'hidden': '', 'data-x': '1', 'title': 'Họp "lớn"'}
    """
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def unescape(text: str) -> str:
    """Text with its character references resolved; one that means nothing stays as it is.

    >>> unescape("c&ocirc;ng &#273;o&#xE0;n &#" + "9" * 5000 + ";")[:10]
    'công đoàn '
    """
    if "&" not in text:
        return text
    try:
        return html.unescape(text)
    except ValueError:  # Python reads no number of more than some thousand digits
        return _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
