"""A griffe extension for the documentation: doctests that stand in a docstring as they are become code blocks."""

from __future__ import annotations

import re
from typing import Any

import griffe

# From the first prompt to the next blank line: the examples and what they print.
_DOCTEST = re.compile(r"^>>> .*(?:\n(?=\S| +\S).*)*", re.MULTILINE)


def fenced(docstring: str) -> str:
    """The docstring with its doctests in fences.

    >>> fenced("Add.\\n\\n>>> 1 + 1\\n2").splitlines()
    ['Add.', '', '```pycon', '>>> 1 + 1', '2', '```']
    """
    return _DOCTEST.sub(lambda found: f"```pycon\n{found[0]}\n```", docstring)


class Doctests(griffe.Extension):
    """Fences the doctests of every docstring that is loaded."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Change the docstring in place."""
        if obj.docstring is not None:
            obj.docstring.value = fenced(obj.docstring.value)
