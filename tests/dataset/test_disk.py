"""What is said when the disk or the index of a dataset fails, and files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from baocongdoan.dataset import disk
from baocongdoan.dataset.disk import disk_errors, quoted, write_whole
from baocongdoan.dataset.manifest import MANIFEST, Manifest
from baocongdoan.errors import DatasetError


def of_sqlite(kind: type[sqlite3.DatabaseError], name: str) -> sqlite3.DatabaseError:
    error = kind("told by SQLite")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "?"), "the disk is full"),
        (OSError(errno.EDQUOT, "?"), "the quota is used up"),
        (OSError(errno.EROFS, "?"), "the disk is read-only"),
        (OSError(errno.EACCES, "?"), "no right to write there"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error: check the folder and your rights"),
        (OSError("no number"), "no number: check the folder and your rights"),
        (of_sqlite(sqlite3.OperationalError, "SQLITE_FULL"), "the disk is full"),
        (of_sqlite(sqlite3.OperationalError, "SQLITE_READONLY"), "the disk is read-only"),
        (of_sqlite(sqlite3.OperationalError, "SQLITE_CANTOPEN"), "no right to write there"),
        (of_sqlite(sqlite3.OperationalError, "SQLITE_BUSY"), "told by SQLite: check the folder"),
        (of_sqlite(sqlite3.DatabaseError, "SQLITE_CORRUPT"), "its index is damaged"),
    ],
)
def test_what_the_disk_says_names_the_dataset(error: Exception, told: str) -> None:
    with pytest.raises(DatasetError, match=told) as caught, disk_errors(Path("facts")):
        raise error

    assert "facts" in str(caught.value)
    assert caught.value.__cause__ is error


@pytest.mark.parametrize("durable", [True, False])
@pytest.mark.parametrize("system", ["posix", "nt"])
def test_a_file_is_there_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, durable: bool, system: str) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    monkeypatch.setattr(disk.os, "name", system)

    write_whole(tmp_path / "a", b"old", by_way_of=tmp_path, durable=durable)
    write_whole(tmp_path / "a", b"new", by_way_of=tmp_path, durable=durable)
    monkeypatch.undo()

    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(synced) == (0 if not durable else 4 if system == "posix" else 2)


@pytest.mark.parametrize(("path", "sql"), [("a/b", "'a/b'"), ("Tet's", "'Tet''s'"), ("''", "''''''")])
def test_paths_in_sql(path: str, sql: str) -> None:
    assert quoted(Path(path)) == sql


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "manifest.json is damaged"),
        (b'{"version": 1}', "manifest.json is damaged"),
        (b'{"version": 99, "made_by": "9.0"}', r"a dataset of version 99 \(made by baocongdoan 9.0\)"),
        (None, "no dataset there: make one with baocongdoan build"),
    ],
)
def test_a_manifest_that_is_none(tmp_path: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / MANIFEST).write_bytes(content)

    with pytest.raises(DatasetError, match=told):
        Manifest.read(tmp_path)


def test_a_manifest_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).mkdir()

    with pytest.raises(DatasetError, match="cannot be read"):
        Manifest.read(tmp_path)
