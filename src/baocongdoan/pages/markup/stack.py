"""The elements that are open at a point of a page, kept as browsers keep them where that matters to lines of text.

Every operation costs the same however deep the page is nested: for each name the places where it is open are known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from ...records import Role
from .elements import HEADINGS, INLINE, ITEMS, KINDS, LANDMARK_ROLES, LANDMARKS, UNSEEN, Kind
from .tokens import attributes as parsed

__all__ = ["Element", "Meaning", "OpenElements"]

_HINT_LENGTH = 160  # letters of class and id names that are kept
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER_HIDDEN = frozenset(("html", "body", "main", "article"))  # hidden until a script has run, if at all
_COMMON = 200  # letters of attributes up to which they are likely to come again
_PROPERTY = re.compile("itemprop", re.IGNORECASE)
_TABLES = frozenset(("table", "tr", "tbody", "thead", "tfoot"))


class Meaning(Struct, eq=False):
    """What a start tag says of the lines within, what stands around it included; elements alike share one."""

    landmark: str | None = None
    hint: str = ""
    hidden: bool = False
    heading: int = 0
    in_list: bool = False
    in_caption: bool = False
    preformatted: bool = False

    def within(self, name: str, attributes: Mapping[str, str]) -> Meaning:
        """What such a start tag says here.

        >>> box = Meaning().within("div", {"class": "Box", "role": "navigation", "style": "display: none"})
        >>> box.landmark, box.hint, box.hidden
        ('nav', 'box', True)
        """
        inner = Meaning(
            self.landmark, self.hint, self.hidden, self.heading, self.in_list, self.in_caption, self.preformatted
        )
        if KINDS.get(name, INLINE).says_something:
            inner._take_meaning(name)
        if attributes:
            inner._describe(name, attributes)
        return _shared(
            inner.landmark, inner.hint, inner.hidden, inner.heading, inner.in_list, inner.in_caption, inner.preformatted
        )

    def _take_meaning(self, name: str) -> None:
        if name in LANDMARKS:
            self.landmark = name
        self.hidden = self.hidden or name in UNSEEN
        self.heading = HEADINGS.get(name, self.heading)
        self.in_list = self.in_list or name in ITEMS
        self.in_caption = self.in_caption or name == "figcaption"
        self.preformatted = self.preformatted or name in ("pre", "listing")

    def _describe(self, name: str, attributes: Mapping[str, str]) -> None:
        own = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if own != " ":
            self.hint = _hint(own[: 2 * _HINT_LENGTH], self.hint)
        if role := attributes.get("role"):
            self.landmark = LANDMARK_ROLES.get(role, self.landmark)
            if role == "heading":
                level = attributes.get("aria-level", "")
                self.heading = int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
        hiding = "hidden" in attributes or ("style" in attributes and _HIDING.search(attributes["style"]))
        if hiding and name not in _NEVER_HIDDEN:
            self.hidden = True
        if name == "dialog" and "open" not in attributes:
            self.hidden = True


def _hint(own: str, around: str) -> str:
    """An element's own class and id names in front of those around it, as far as they are kept."""
    return " ".join(f"{own} {around}"[: 2 * _HINT_LENGTH].lower().split())[:_HINT_LENGTH]


@lru_cache(maxsize=4_096)
def _shared(*said: Any) -> Meaning:
    """The one ``Meaning`` of all elements alike, so that what stands within is looked up by that alone."""
    return Meaning(*said)


_OUTERMOST = _shared()


def _read(around: Meaning, name: str, attributes: str) -> tuple[Meaning, bool]:
    """What a start tag says whose attributes stand so, within an element that says that, and whether it may declare
    something of the page."""
    declares = KINDS.get(name, INLINE).declares or (_PROPERTY.search(attributes) is not None)
    return around.within(name, parsed(attributes) if attributes else {}), declares


_read_once = lru_cache(maxsize=4_096)(_read)  # the elements of a site have few different ones
_parsed_once = lru_cache(maxsize=1_024)(parsed)  # a site's profile asks for them again and again


class Element(Struct, eq=False):
    """An open element: its place on the stack, how many blocks are open there, and the places of the innermost of them
    and of the innermost scope, which it may be itself; ``first_line`` counts the lines before it.

    It holds no reference to itself, or it would be left to the look-out for garbage.
    """

    name: str
    kind: Kind
    source: str
    meaning: Meaning
    declares: bool
    parent: Element | None
    first_line: int
    role: Role | None
    place: int
    scope: int
    depth: int
    block: str
    block_place: int
    pictures: int = 0
    ended: bool = False

    @property
    def attributes(self) -> Mapping[str, str]:
        """Its attributes: names in lower case."""
        return _parsed_once(self.source) if len(self.source) <= _COMMON else parsed(self.source)

    @classmethod
    def within(cls, parent: Element | None, name: str, attributes: str, first_line: int) -> Element:
        """The element that such a start tag opens there; ``attributes`` as they stand in it.

        >>> body = Element.within(None, "body", "", 0)
        >>> box = Element.within(body, "div", ' class="Box"', 3)
        >>> box.depth, box.block, Element.within(box, "b", "", 3).block
        (2, 'div', 'div')
        """
        kind = KINDS.get(name, INLINE)
        read = _read_once if len(attributes) <= _COMMON else _read
        if parent is None:
            said, declares = read(_OUTERMOST, name, attributes)
            opened = cls(name, kind, attributes, said, declares, None, first_line, None, 0, -1, 0, "body", -1)
        else:
            said, declares = read(parent.meaning, name, attributes)
            opened = cls(
                name, kind, attributes, said, declares, parent, first_line, parent.role, parent.place + 1, parent.scope,
                parent.depth, parent.block, parent.block_place,
            )  # fmt: skip
        if kind.block:
            opened.depth += 1
            opened.block, opened.block_place = name, opened.place
            if kind.scope:
                opened.scope = opened.place
        return opened


class OpenElements:
    """The stack of open elements: ``innermost`` is the one opened last."""

    def __init__(self) -> None:
        self.innermost: Element | None = None
        self._named: defaultdict[str, list[Element]] = defaultdict(list)

    def __len__(self) -> int:
        return 0 if self.innermost is None else self.innermost.place + 1

    def holds(self, name: str) -> bool:
        """Whether an element of the name is open."""
        return bool(self._named.get(name))

    def open(self, name: str, kind: Kind, attributes: str, first_line: int) -> tuple[Element, Sequence[Element]]:
        """Open an element; it, and what ends by that, innermost first."""
        ended: list[Element] = []
        named = self._named
        if kind.ends_paragraph and (open_paragraphs := named["p"]) and open_paragraphs[-1].place > self._last_scope():
            ended += self._end_from(open_paragraphs[-1].place)
        if kind.closes is not None and (around := self.innermost) is not None:
            closed, containers = kind.closes
            if around.name not in containers:  # in a list's item, not right in the list
                container = max(map(self._last, containers), default=-1)
                places = [place for place in map(self._last, closed) if place > container]
                if places:
                    ended += self._end_from(min(places))
        self.innermost = opened = Element.within(self.innermost, name, attributes, first_line)
        named[name].append(opened)
        return opened, ended

    def close(self, name: str) -> Sequence[Element]:
        """Close the innermost element of the name, and with it what is open within; what ends by that, innermost first.

        An inline element that ends outside the block it began in leaves the block open.
        """
        innermost = self.innermost
        if innermost is not None and innermost.name == name and not innermost.ended:  # as well-formed pages have it
            self._named[name].pop()
            self.innermost = innermost.parent
            return (innermost,)
        named = self._named.get(name)
        if not named or innermost is None:
            return ()
        meant = named[-1]
        if meant.place < innermost.scope and name not in _TABLES:
            return ()
        if not (meant.kind.block or meant.kind.unseen) and innermost.block_place > meant.place:
            named.pop()
            meant.ended = True
            return (meant,)
        return self._end_from(meant.place)

    def close_all(self) -> Sequence[Element]:
        """End everything, as the page's end does."""
        return self._end_from(0)

    def _last(self, name: str) -> int:
        named = self._named.get(name)
        return named[-1].place if named else -1

    def _last_scope(self) -> int:
        return -1 if self.innermost is None else self.innermost.scope

    def _end_from(self, place: int) -> list[Element]:
        ended = []
        inner = self.innermost
        while inner is not None and inner.place >= place:
            if not inner.ended:
                ended.append(inner)
                self._named[inner.name].pop()
            inner = inner.parent
        self.innermost = inner
        return ended
