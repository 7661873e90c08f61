"""Files that appear under their name only when they are whole, and what is said when the disk won't have them."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import DatasetError

__all__ = ["disk_errors", "quoted", "write_whole"]

_GOES_ON = "run the same command again, and it goes on where it was"
_REASONS = {
    errno.ENOSPC: f"the disk is full: free some space and {_GOES_ON}",
    errno.EDQUOT: f"the quota is used up: free some space and {_GOES_ON}",
    errno.EROFS: "the disk is read-only: name a folder on another one",
    errno.EACCES: "no right to write there: check your rights, or name another folder",
    errno.EPERM: "no right to write there: check your rights, or name another folder",
}
_ABOUT_SQLITE = {
    "SQLITE_FULL": errno.ENOSPC,
    "SQLITE_READONLY": errno.EROFS,
    "SQLITE_CANTOPEN": errno.EACCES,
}


@contextmanager
def disk_errors(dataset: Path) -> Iterator[None]:
    """What the disk says, as a ``DatasetError`` that names the dataset and what to do.

    >>> with disk_errors(Path("facts")):
    ...     raise OSError(errno.ENOSPC, "No space left on device")
    Traceback (most recent call last):
    ...
    baocongdoan.errors.DatasetError: cannot write facts: the disk is full: free some space and run the same command ...
    """
    try:
        yield
    except OSError as error:
        raise _told(dataset, error.errno, error.strerror or str(error)) from error
    except sqlite3.OperationalError as error:
        name = getattr(error, "sqlite_errorname", "")
        raise _told(dataset, _ABOUT_SQLITE.get(name), str(error)) from error
    except sqlite3.DatabaseError as error:
        raise DatasetError(
            f"{dataset}: its index is damaged ({error}): remove {dataset / '.work'}; it is made again"
        ) from error


def write_whole(path: Path, data: bytes, *, by_way_of: Path, durable: bool = True) -> None:
    """Write a file that is there whole or not at all, whenever the process is killed.

    ``by_way_of`` is a folder of the same file system for what is not whole yet. A ``durable`` file outlives a power
    cut, too.
    """
    unfinished = by_way_of / f"{hashlib.sha256(os.fsencode(path)).hexdigest()[:16]}.unfinished"
    with unfinished.open("wb") as file:
        file.write(data)
        if durable:
            file.flush()
            os.fsync(file.fileno())
    unfinished.replace(path)
    if durable:
        _sync_folder(path.parent)


def quoted(path: Path) -> str:
    """A path as DuckDB's SQL takes it.

    >>> quoted(Path("Tet's news"))
    "'Tet''s news'"
    """
    return "'" + str(path).replace("'", "''") + "'"


def _sync_folder(folder: Path) -> None:
    """Have the folder's list of names on the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _told(dataset: Path, number: int | None, said: str) -> DatasetError:
    reason = _REASONS.get(number or 0, f"{said}: check the folder and your rights")
    return DatasetError(f"cannot write {dataset}: {reason}")
