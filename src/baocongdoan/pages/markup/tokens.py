"""HTML to tokens, in one pass whose time grows with the page's length and with nothing else.

A tree builder needs time that grows with the square of a tag's attributes or of the depth of nesting, and memory
that grows with unclosed formatting times paragraphs. For lines of text no tree is needed, so none is built.
"""

from __future__ import annotations

import html
import re
from typing import Protocol

__all__ = ["Handler", "attributes", "scan", "unescape"]


class Handler(Protocol):
    """What is told of a page's tokens, in their order; names come in lower case."""

    def text(self, text: str) -> None:
        """Characters between tags, their references resolved."""

    def start(self, name: str, attributes: str) -> None:
        """A start tag, its attributes as they stand."""

    def end(self, name: str) -> None:
        """An end tag."""

    def raw(self, name: str, attributes: str, text: str) -> None:
        """A whole element that holds no markup, such as a script."""

    def cut(self, where: str, text: str) -> None:
        """The page breaks off inside a tag, comment or script, and so much of it is left."""


# Text up to a tag, and the tag; "<" before anything but a letter, "/", "!" and "?" is text. Quotation marks count
# behind "=" only, as browsers have it; every quantifier is possessive, so nothing is tried twice.
_TOKEN = re.compile(
    r"""
    ([^<]*+(?:<(?![a-zA-Z/!?])[^<]*+)*+)
    (?:<(?: (?P<start>[a-zA-Z][^\s/>]*+)
            (?P<attributes>[^>=]*+(?:=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+[^>=]*+)*+)
          | /(?P<end>[a-zA-Z][^\s/>]*+)[^>]*+
          | (?P<comment>!--)
          | [!?/][^>]*+
        )(?P<closed>>?+)
     )?+
    """,
    re.VERBOSE,
)
_COMMENT_END = re.compile(r"--!?>")
_RAW = ("script", "style", "title", "textarea", "iframe", "noembed", "noframes")
_RAW_END = {name: re.compile(rf"</(?i:{name})(?=[\s/>])[^>]*+>?+") for name in _RAW}
_REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]{1,8}|[0-9]{1,10})|[a-zA-Z][a-zA-Z0-9]{1,31});?+")
_ATTRIBUTE = re.compile(r"""([^\s/>="'][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"?+|'([^']*+)'?+|([^\s>]++))?+)?+""")


def scan(page: str, handler: Handler) -> None:
    """Tell the tokens of a page to a handler; comments and declarations are left out.

    >>> class Printer(Handler):
    ...     def text(self, text): print("text", repr(text))
    ...     def start(self, name, attributes): print("start", name, attributes)
    ...     def end(self, name): print("end", name)
    >>> scan("<p class=x>Họp &amp; <BR/>bàn<!-- <b> --></p>", Printer())
    start p  class=x
    text 'Họp & '
    start br /
    text 'bàn'
    end p
    """
    position, length = 0, len(page)
    text, start, end = handler.text, handler.start, handler.end
    while position < length:  # tokens go on behind what is no markup: comments, scripts
        for found in _TOKEN.finditer(page, position):
            between, opened, given, closed, comment, whole = found.groups()
            if between:
                text(unescape(between) if "&" in between else between)
            if closed:
                end(closed.lower())
            elif opened:
                name = opened.lower()
                if not whole:
                    handler.cut(f"<{name}", page[found.end(1) :])
                elif name in _RAW_END:
                    position = _scan_raw(page, found.end(), handler, name, given)
                    break
                else:
                    start(name, given)
            elif comment:
                finish = _COMMENT_END.search(page, found.end(1) + 2)  # "<!-->" is one, too
                if finish is None:
                    handler.cut("<!--", page[found.end() :])
                position = finish.end() if finish else length
                break
        else:
            return


def _scan_raw(page: str, position: int, handler: Handler, name: str, given: str) -> int:
    """Tell an element without markup whose contents begin at the position; where it ends."""
    finish = _RAW_END[name].search(page, position)
    if finish is None:
        handler.cut(f"<{name}>", page[position:])
        return len(page)
    handler.raw(name, given, page[position : finish.start()])
    return finish.end()


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
