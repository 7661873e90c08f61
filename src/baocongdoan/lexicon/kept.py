"""What is slow to make and comes out the same every time, kept from one run of the command line to the next.

The lexicons hold hundreds of long patterns: compiling them takes half a second, and reading them compiled a thirtieth
of that; reading TOML takes its time, too. What comes out is kept in the user's cache folder under all that it was made
of, and under the version of ``regex`` that compiled it, so it can't be out of date. Only the command line writes there;
the library reads what is there.
"""

from __future__ import annotations

import os
import pickle
import sys
import tomllib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import regex

__all__ = ["Kept", "compiled", "keep", "toml"]

_MOST_KEPT = 2_000  # things: where there are more, some are those of former lexicons

Key = tuple[str | int, ...]
"""How a thing is made, and all that it is made of."""


class Kept:
    """The things of a file, and those that it lacks.

    A file that can't be read or written, or is none, costs time and nothing else.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._former = self._read()
        self._used: dict[Key, bytes] = {}

    def thing(self, key: Key, make: Callable[[], Any]) -> Any:
        """The thing of that key: as it was kept, or made now."""
        former = self._former.get(key)
        if former is None:
            made = make()
            self._used[key] = pickle.dumps(made)
            return made
        self._used[key] = former
        return pickle.loads(former)  # noqa: S301  our own, in the user's own folder

    def write(self) -> None:
        """Keep what was made for the runs to come."""
        if self._path is None or self._used.keys() <= self._former.keys():
            return
        kept = self._former | self._used
        own = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            own.write_bytes(pickle.dumps(kept if len(kept) <= _MOST_KEPT else self._used))
            own.replace(self._path)  # another process reads the old file or the new one, never half of one

    def _read(self) -> dict[Key, bytes]:
        if self._path is not None:
            with suppress(Exception):  # a broken pickle may raise anything
                return dict(pickle.loads(self._path.read_bytes()))  # noqa: S301  our own, in the user's own folder
        return {}


@cache
def _kept() -> Kept:
    try:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # a user without a home
        return Kept(None)
    return Kept(folder / "baocongdoan" / f"{sys.implementation.cache_tag}-regex-{regex.__version__}.pickle")


@cache
def compiled(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The compiled pattern, made once a process at most; raises ``regex.error`` where it is malformed.

    >>> compiled(r"\\p{Lu}+").findall("LĐLĐ tỉnh")
    ['LĐLĐ']
    """
    pattern: regex.Pattern[str] = _kept().thing(("pattern", source, flags), lambda: regex.compile(source, flags))
    return pattern


def toml(text: str) -> dict[str, Any]:
    """What a TOML text says.

    >>> toml("[lists]\\nunit = ['lớp', 'khóa']")
    {'lists': {'unit': ['lớp', 'khóa']}}
    """
    table: dict[str, Any] = _kept().thing(("toml", text), lambda: tomllib.loads(text))
    return table


def keep() -> None:
    """Keep what this process made for the runs to come."""
    _kept().write()
