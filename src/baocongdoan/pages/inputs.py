"""What the command line's INPUT stands for: files, folders of pages, or standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from ..errors import InputError
from .formats import PAGE_SUFFIXES, is_page_name

__all__ = ["STANDARD_INPUT", "Source", "find_sources"]

STANDARD_INPUT = "-"
"""The name that stands for standard input."""


class Source(Struct, frozen=True):
    """One input to read, a page or a file of many.

    ``path`` is ``None`` for standard input; ``problem`` says why there is nothing to read.
    """

    path: Path | None
    problem: str | None = None

    @property
    def origin(self) -> str:
        """The input as it was named, fit to print: bytes of a file name that are not UTF-8 become "\ufffd".

        >>> Source(None).origin
        '-'
        """
        return STANDARD_INPUT if self.path is None else os.fsencode(self.path).decode("utf-8", "replace")

    def open(self) -> AbstractContextManager[BinaryIO]:
        """The bytes of the input as a stream; ``InputError`` where it can't be opened."""
        if self.problem:
            raise InputError(self.problem)
        if self.path is None:
            return nullcontext(sys.stdin.buffer)
        try:
            return self.path.open("rb")
        except IsADirectoryError as error:
            raise InputError(f"{self.origin}: a folder, not a file: read_many and extract_many take folders") from error
        except OSError as error:
            raise InputError(
                f"{self.origin}: cannot be read ({error.strerror}): check the path and your rights"
            ) from error


def find_sources(inputs: Iterable[str]) -> Iterator[Source]:
    """The files that the inputs name, in their order; of a folder, the files of ``PAGE_SUFFIXES`` in it and
    below it, sorted.

    What can't be listed or does not exist is given too: reading it says what is wrong, and the other pages go on.
    Hidden files and folders (".git") are passed over in folders, and links to folders are not followed.

    >>> [source.origin for source in find_sources(["-", "no such page.txt"])]
    ['-', 'no such page.txt']
    """
    for name in inputs:
        path = Path(name)
        if name == STANDARD_INPUT:
            yield Source(None)
        elif path.is_dir():
            yield from _pages_below(path)
        else:
            yield Source(path)


def _link(folder: Path) -> Source:
    """A link to a folder, which may lead back to where it stands: it is not followed, and that is said."""
    problem = "a link to a folder, which is not followed: name that folder too, if its pages are wanted"
    return Source(folder, f"{Source(folder).origin}: {problem}")


def _pages_below(folder: Path) -> Iterator[Source]:
    unreadable: list[OSError] = []
    found = False
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))  # os.walk goes on in this order
        yield from (_link(Path(parent, name)) for name in folders if Path(parent, name).is_symlink())
        for name in sorted(files):
            if not name.startswith(".") and is_page_name(name):
                found = True
                yield Source(Path(parent, name))
    for error in unreadable:
        yield Source(
            Path(error.filename), f"{error.filename}: the folder cannot be listed ({error.strerror}): check your rights"
        )
    if not found and not unreadable:
        yield Source(
            folder,
            f"{folder}: the folder holds no {', '.join(PAGE_SUFFIXES)} file: name another folder or a file",
        )
