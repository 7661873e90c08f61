"""The terminal that tables and highlighted articles are printed on."""

from __future__ import annotations

import os
from typing import TextIO

from rich.console import Console

__all__ = ["terminal"]

_WIDTH_IN_FILES = 120


class _Terminal(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the caller, as for all other output."""
        raise BrokenPipeError


def terminal(stream: TextIO) -> Console:
    """A console that prints text as it is: brackets and colons of an article are no markup.

    >>> import io
    >>> stream = io.StringIO()
    >>> terminal(stream).print("[bold]3 lớp[/bold] :100:")
    >>> stream.getvalue()
    '[bold]3 lớp[/bold] :100:\\n'
    """
    width = None if stream.isatty() or "COLUMNS" in os.environ else _WIDTH_IN_FILES
    return _Terminal(file=stream, markup=False, emoji=False, highlight=False, width=width)
