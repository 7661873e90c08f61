"""CSS selectors, as far as site profiles need them: matched against the elements that are open."""

from __future__ import annotations

import re

from msgspec import Struct

from ...errors import LexiconError
from .stack import Element

__all__ = ["Selector"]

_COMPOUND = re.compile(
    r"(?P<tag>[a-zA-Z][\w-]*|\*)?(?P<tests>(?:[.#][\w-]+|\[[\w:-]+(?:[~^$*]?=(?:\"[^\"]*\"|'[^']*'|[^\]\s]+))?\])*)"
)
_TEST = re.compile(r"(?P<kind>[.#])(?P<name>[\w-]+)|\[(?P<attribute>[\w:-]+)(?:(?P<how>[~^$*]?)=(?P<value>[^\]]*))?\]")
_PARTS = re.compile(r"\s*>\s*|\s+")


class _Test(Struct, frozen=True):
    attribute: str
    how: str
    value: str | None

    def holds(self, element: Element) -> bool:
        given = element.attributes.get(self.attribute)
        if given is None or self.value is None:
            return given is not None
        if self.how == "~":
            return self.value in given.split()
        if self.how == "^":
            return given.startswith(self.value)
        if self.how == "$":
            return given.endswith(self.value)
        return self.value in given if self.how == "*" else given == self.value


class _Compound(Struct, frozen=True):
    tag: str | None
    tests: tuple[_Test, ...]
    child: bool  # of the compound before it, not just below it

    def holds(self, element: Element) -> bool:
        return self.tag in (None, element.name) and all(test.holds(element) for test in self.tests)


class Selector(Struct, frozen=True):
    """A selector such as ``div.detail > h1, #title``: names, classes, ids, attributes, descendants and children."""

    alternatives: tuple[tuple[_Compound, ...], ...]

    @classmethod
    def parse(cls, text: str) -> Selector:
        """The selector of a text; raises ``LexiconError`` for what is not understood.

        >>> body = Element.within(None, "div", 'class="detail wide"', 0)
        >>> headline = Element.within(body, "h1", "", 0)
        >>> [Selector.parse(text).matches(headline) for text in ("div.detail > h1", ".box h1", "h1, h2", "[class]")]
        [True, False, True, False]
        """
        return cls(tuple(_chain(part.strip(), text) for part in text.split(",")))

    def matches(self, element: Element) -> bool:
        """Whether the element is one that the selector means."""
        return any(_ends_at(chain, len(chain) - 1, element) for chain in self.alternatives)


def _chain(text: str, whole: str) -> tuple[_Compound, ...]:
    compounds = []
    child = False
    position = 0
    while position < len(text):
        found = _COMPOUND.match(text, position)
        if found is None or found.end() == position:
            raise LexiconError(
                f"the selector {whole!r} is not understood at {text[position:]!r}: "
                "use tags, .classes, #ids, [attributes], spaces and >"
            )
        tag = None if found["tag"] in (None, "*") else found["tag"].lower()
        compounds.append(_Compound(tag, tuple(_tests(found["tests"])), child))
        between = _PARTS.match(text, found.end())
        child = between is not None and ">" in between[0]
        position = between.end() if between else found.end()
    if not compounds or child:
        raise LexiconError(f"the selector {whole!r} is empty or ends too soon: name an element")
    return tuple(compounds)


def _tests(text: str) -> list[_Test]:
    tests = []
    for found in _TEST.finditer(text):
        if found["kind"]:
            is_class = found["kind"] == "."
            tests.append(_Test("class" if is_class else "id", "~" if is_class else "", found["name"]))
        else:
            value = found["value"]
            tests.append(_Test(found["attribute"].lower(), found["how"] or "", value and value.strip("\"'")))
    return tests


def _ends_at(chain: tuple[_Compound, ...], last: int, element: Element) -> bool:
    """Whether the compounds up to the last one hold for the element and those around it, nearest first."""
    if not chain[last].holds(element):
        return False
    around, child = element.parent, chain[last].child
    for compound in reversed(chain[:last]):
        while around is not None and not compound.holds(around):
            if child:
                return False
            around = around.parent
        if around is None:
            return False
        around, child = around.parent, compound.child
    return True
