"""What is slow to make and comes out the same every time, kept from one run of the command line to the next.

The lexicons hold hundreds of long patterns: compiling them takes half a second, and reading them compiled a thirtieth
of that; reading TOML takes its time, too. What comes out is kept in the user's cache folder under all that it was made
of, and under the version of ``regex`` that compiled it, so it can't be out of date. Only the command line writes there;
the library reads what is there. The file is MessagePack, numbers and texts: nothing in it can run when it is read.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import regex

__all__ = ["Kept", "compiled", "growing", "keep", "toml"]

_MOST_KEPT = 1_000  # things, twice what a run makes: where there are more, some are those of former lexicons
_GROWN = 1.2

Key = tuple[str | int, ...]
"""How a thing is made, and all that it is made of."""
Data = Any
"""Numbers, texts, bytes, and lists and dictionaries of them."""


class Kept:
    """The things of a file as plain data, and those that it lacks.

    A file that can't be read or written, or is none, costs time and nothing else.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._former = self._read()
        self._used: dict[Key, Data] = {}
        self._growing: dict[Key, tuple[dict[str, Data], int]] = {}

    def find(self, key: Key) -> Data | None:
        """The data of that key; null where none was kept."""
        packed = self._former.get(key)
        if packed is None:
            return None
        self._used[key] = packed
        return msgspec.msgpack.decode(packed)

    def add(self, key: Key, data: Data) -> None:
        """Data to keep."""
        self._used[key] = data

    def growing(self, key: Key) -> dict[str, Data]:
        """A table to look things up in and to put in what it lacks; it has what former runs put in."""
        if key not in self._growing:
            table: dict[str, Data] = self.find(key) or {}
            self._growing[key] = table, len(table)
        return self._growing[key][0]

    def write(self) -> None:
        """Keep what was made for the runs to come."""
        # A table that is hardly longer than before is not worth the writing.
        grown = {key: table for key, (table, size) in self._growing.items() if len(table) > _GROWN * size}
        if self._path is None or (not grown and self._used.keys() <= self._former.keys()):
            return
        self._used |= grown
        kept = self._former | self._used
        own = self._path.with_suffix(f".{os.getpid()}")
        content = msgspec.msgpack.encode([*(kept if len(kept) <= _MOST_KEPT else self._used).items()])
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            own.write_bytes(content)
            own.replace(self._path)  # another process reads the old file or the new one, never half of one

    def _read(self) -> dict[Key, msgspec.Raw]:  # unpacked when asked for: a run needs some of the things only
        if self._path is not None:
            with suppress(OSError, msgspec.MsgspecError):
                return dict(msgspec.msgpack.decode(self._path.read_bytes(), type=list[tuple[Key, msgspec.Raw]]))
        return {}


@cache
def _kept() -> Kept:
    try:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # a user without a home
        return Kept(None)
    return Kept(folder / "baocongdoan" / f"{sys.implementation.cache_tag}-regex-{regex.__version__}.msgpack")


@cache
def compiled(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The compiled pattern, made once a process at most; raises ``regex.error`` where it is malformed.

    >>> compiled(r"\\p{Lu}+").findall("LĐLĐ tỉnh")
    ['LĐLĐ']
    """
    key = ("pattern", source, flags)
    data = _kept().find(key)
    if data is not None:
        pattern: regex.Pattern[str] | None = _from_data(data)
        if pattern is not None:
            return pattern
    pattern = regex.compile(source, flags)
    _kept().add(key, _as_data(pattern))
    return pattern


def _as_data(pattern: regex.Pattern[str]) -> Data:
    """What ``regex`` itself hands out to make the pattern again without reading its source."""
    return getattr(pattern, "_pickled_data", None)


def _from_data(data: Data) -> regex.Pattern[str] | None:
    compiler = getattr(getattr(regex, "_regex", None), "compile", None)
    try:
        again = compiler(*(tuple(part) if isinstance(part, list) else part for part in data)) if compiler else None
    except (TypeError, ValueError, RuntimeError, regex.error):
        return None
    return again if isinstance(again, regex.Pattern) else None


def growing(*made_of: str | int) -> dict[str, Data]:
    """A table of what is found out word by word, with what former runs found out; ``made_of`` is all that it hangs on.

    >>> growing("lengths", "in letters").setdefault("lớp", 3)
    3
    """
    return _kept().growing(("table", *made_of))


def toml(text: str) -> dict[str, Any]:
    """What a TOML text says.

    >>> toml("[lists]\\nunit = ['lớp', 'khóa']")
    {'lists': {'unit': ['lớp', 'khóa']}}
    """
    key = ("toml", text)
    table: dict[str, Any] | None = _kept().find(key)
    if table is None:
        import tomllib  # later, for where the table is kept there is nothing to parse

        table = tomllib.loads(text)
        _kept().add(key, table)
    return table


def keep() -> None:
    """Keep what this process made for the runs to come."""
    _kept().write()
