"""The elements that are open at a point of a page, kept as browsers keep them where that matters to lines of text.

Every operation costs the same however deep the page is nested: for each name the places where it is open are known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from ...records import Role
from .elements import (
    BLOCKS,
    CLOSED_BY,
    HEADINGS,
    ITEMS,
    LANDMARK_ROLES,
    LANDMARKS,
    PARAGRAPH_ENDS,
    SCOPES,
    UNSEEN,
)

__all__ = ["Element", "OpenElements"]

_HINT_LENGTH = 160  # letters of class and id names that are kept
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SAYS_SOMETHING = UNSEEN | ITEMS | frozenset((*LANDMARKS, *HEADINGS, "figcaption", "pre", "listing"))
_NEVER_HIDDEN = frozenset(("html", "body", "main", "article"))  # hidden until a script has run, if at all


class Element(Struct, eq=False):
    """An open element and what it has from those around it; ``first_line`` counts the lines before it."""

    name: str
    attributes: Mapping[str, str]
    parent: Element | None
    first_line: int = 0
    landmark: str | None = None
    hint: str = ""
    hidden: bool = False
    heading: int = 0
    in_list: bool = False
    in_caption: bool = False
    preformatted: bool = False
    role: Role | None = None
    pictures: int = 0
    ended: bool = False

    @classmethod
    def within(cls, parent: Element | None, name: str, attributes: Mapping[str, str], first_line: int) -> Element:
        """The element that such a start tag opens there.

        >>> body = Element.within(None, "body", {}, 0)
        >>> box = Element.within(body, "div", {"class": "Box", "role": "navigation", "style": "display: none"}, 3)
        >>> box.landmark, box.hint, box.hidden
        ('nav', 'box', True)
        """
        if parent is None:
            opened = cls(name, attributes, None, first_line)
        else:
            opened = cls(
                name, attributes, parent, first_line, parent.landmark, parent.hint, parent.hidden, parent.heading,
                parent.in_list, parent.in_caption, parent.preformatted, parent.role,
            )  # fmt: skip
        if name in _SAYS_SOMETHING:
            opened._take_meaning(name)
        if attributes:
            opened._describe(attributes)
        return opened

    def _take_meaning(self, name: str) -> None:
        if name in LANDMARKS:
            self.landmark = name
        self.hidden = self.hidden or name in UNSEEN
        self.heading = HEADINGS.get(name, self.heading)
        self.in_list = self.in_list or name in ITEMS
        self.in_caption = self.in_caption or name == "figcaption"
        self.preformatted = self.preformatted or name in ("pre", "listing")

    def _describe(self, attributes: Mapping[str, str]) -> None:
        own = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if own != " ":
            self.hint = _hint(own[: 2 * _HINT_LENGTH], self.hint)
        if role := attributes.get("role"):
            self.landmark = LANDMARK_ROLES.get(role, self.landmark)
            if role == "heading":
                level = attributes.get("aria-level", "")
                self.heading = int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
        hiding = "hidden" in attributes or ("style" in attributes and _HIDING.search(attributes["style"]))
        if hiding and self.name not in _NEVER_HIDDEN:
            self.hidden = True
        if self.name == "dialog" and "open" not in attributes:
            self.hidden = True


@lru_cache(maxsize=4096)  # a site has few
def _hint(own: str, around: str) -> str:
    """An element's own class and id names in front of those around it, as far as they are kept."""
    return " ".join(f"{own} {around}"[: 2 * _HINT_LENGTH].lower().split())[:_HINT_LENGTH]


class OpenElements:
    """The stack of open elements: ``innermost`` is the one opened last."""

    def __init__(self) -> None:
        self.innermost: Element | None = None
        self._stack: list[Element] = []
        self._blocks: list[int] = []
        self._scopes: list[int] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)

    @property
    def block(self) -> Element | None:
        """The innermost block element."""
        return self._stack[self._blocks[-1]] if self._blocks else None

    @property
    def depth(self) -> int:
        """How many block elements are open."""
        return len(self._blocks)

    def __len__(self) -> int:
        return len(self._stack)

    def holds(self, name: str) -> bool:
        """Whether an element of the name is open."""
        return bool(self._places.get(name))

    def open(self, name: str, attributes: Mapping[str, str], first_line: int) -> list[Element]:
        """Open an element; what ends by that, innermost first."""
        popped: list[Element] = []
        if name in PARAGRAPH_ENDS and self._places["p"] and (place := self._places["p"][-1]) > self._last_scope():
            popped += self._pop_to(place)
        if name in CLOSED_BY:
            ended, containers = CLOSED_BY[name]
            container = max(map(self._last, containers), default=-1)
            places = [at for at in map(self._last, ended) if at > container]
            if places:
                popped += self._pop_to(min(places))
        place = len(self._stack)
        self.innermost = opened = Element.within(self.innermost, name, attributes, first_line)
        self._stack.append(opened)
        self._places[name].append(place)
        if name in BLOCKS:
            self._blocks.append(place)
            if name in SCOPES:
                self._scopes.append(place)
        return popped

    def close(self, name: str) -> list[Element]:
        """Close the innermost element of the name, and with it what is open within; what ends by that, innermost first.

        An inline element that ends outside the block it began in leaves the block open.
        """
        innermost = self.innermost
        if innermost is not None and innermost.name == name and not innermost.ended:  # as well-formed pages have it
            return self._pop()
        place = self._last(name)
        if place < 0 or (place < self._last_scope() and name not in ("table", "tr", "tbody", "thead", "tfoot")):
            return []
        if name not in BLOCKS and name not in UNSEEN and self._blocks and self._blocks[-1] > place:
            self._places[name].pop()
            self._stack[place].ended = True
            return [self._stack[place]]
        return self._pop_to(place)

    def close_all(self) -> list[Element]:
        """End everything, as the page's end does."""
        return self._pop_to(0)

    def _last(self, name: str) -> int:
        places = self._places.get(name)
        return places[-1] if places else -1

    def _last_scope(self) -> int:
        return self._scopes[-1] if self._scopes else -1

    def _pop(self) -> list[Element]:
        popped = self._stack.pop()
        self._places[popped.name].pop()
        if popped.name in BLOCKS:
            self._blocks.pop()
            if popped.name in SCOPES:
                self._scopes.pop()
        self.innermost = popped.parent
        return [popped]

    def _pop_to(self, place: int) -> list[Element]:
        popped = [element for element in reversed(self._stack[place:]) if not element.ended]
        del self._stack[place:]
        for element in popped:
            self._places[element.name].pop()
        self._forget_blocks(place)
        self.innermost = self._stack[-1] if self._stack else None
        return popped

    def _forget_blocks(self, place: int) -> None:
        for places in (self._blocks, self._scopes):
            while places and places[-1] >= place:
                places.pop()
