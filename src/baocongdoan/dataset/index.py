"""What a dataset knows already: pages, articles by address and text, near copies, and files that were read to the end.

The index is an SQLite file derived from the parts. It is never the only place of anything: one that is missing, damaged
or behind the manifest is made again from them.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from .fingerprints import BANDS, LIKENESS, bands, likeness
from .manifest import Manifest, Part

__all__ = ["COUNTED", "OUTCOMES", "Index"]

OUTCOMES = ("article", "duplicate", "skipped")
"""What may become of a page."""

COUNTED = {"article": "articles", "duplicate": "duplicates", "skipped": "skipped"}
"""The column of ``inputs`` in which the pages of an outcome are counted."""

_TABLES = """
BEGIN;
PRAGMA user_version = 1;
CREATE TABLE parts (number INTEGER PRIMARY KEY, sha256 TEXT);
CREATE TABLE pages (id BLOB PRIMARY KEY, outcome INTEGER) WITHOUT ROWID;
CREATE TABLE keys (id BLOB PRIMARY KEY, article TEXT) WITHOUT ROWID;
CREATE TABLE originals (number INTEGER PRIMARY KEY, article TEXT, signature BLOB);
CREATE TABLE bands (band INTEGER, number INTEGER, PRIMARY KEY (band, number)) WITHOUT ROWID;
CREATE TABLE inputs (
  id BLOB PRIMARY KEY, bytes INTEGER, modified INTEGER, articles INTEGER, duplicates INTEGER, skipped INTEGER
) WITHOUT ROWID;
COMMIT;
"""
_ALIKE = f"SELECT DISTINCT number FROM bands WHERE band IN ({', '.join('?' * BANDS)}) ORDER BY number"  # noqa: S608


class Index:
    """An index open for questions and additions; additions count once ``commit`` is called."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._database = self._opened()

    def close(self) -> None:
        """Leave out what was not committed."""
        self._database.close()

    def follow(self, manifest: Manifest, read: Callable[..., pa.Table]) -> None:
        """Take in the parts that the index lacks; start again where it has others.

        ``read`` reads a table of a part: all of it, or the columns that are named.
        """
        wanted = {part.number: _hash(part) for part in manifest.parts}
        try:
            known = dict(self._database.execute("SELECT number, sha256 FROM parts"))
            if not known.items() <= wanted.items():
                raise sqlite3.DatabaseError("parts of another dataset")
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._start_again()
            known = {}
        for part in manifest.parts:
            if part.number not in known:
                pages = read(part, "pages").to_pylist()
                self.add_pages(pages)
                self._add_originals(pages, read(part, "articles", ("article_id", "duplicate_of")).to_pylist())
                for row in read(part, "inputs").to_pylist():
                    self.add_input(row)
                self.commit(part)

    def outcome(self, page_id: str) -> str | None:
        """What became of a page; none for one that is new."""
        found = self._one("SELECT outcome FROM pages WHERE id = ?", bytes.fromhex(page_id))
        return None if found is None else OUTCOMES[found[0]]

    def tally(self, file_id: str, size: int, modified: int) -> Counter[str] | None:
        """How many of a file's pages had which outcome, if it was read to its end and has not changed since."""
        found = self._one(
            "SELECT articles, duplicates, skipped FROM inputs WHERE id = ? AND bytes = ? AND modified = ?",
            bytes.fromhex(file_id), size, modified,
        )  # fmt: skip
        return None if found is None else Counter(dict(zip(OUTCOMES, found, strict=True)))

    def article(self, keys: Iterable[str]) -> str | None:
        """The article that has one of the keys."""
        for key in keys:
            if found := self._one("SELECT article FROM keys WHERE id = ?", bytes.fromhex(key)):
                return str(found[0])
        return None

    def original(self, signature: bytes) -> str | None:
        """The first article that the one with the signature is a near copy of."""
        for (number,) in self._database.execute(_ALIKE, bands(signature)).fetchall():
            article, other = self._one("SELECT article, signature FROM originals WHERE number = ?", number) or ("", b"")
            if likeness(signature, other) >= LIKENESS:
                return str(article)
        return None

    def add_article(self, article_id: str, keys: Iterable[str]) -> None:
        """Remember what tells an article."""
        rows = ((bytes.fromhex(key), article_id) for key in keys)
        self._database.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", rows)

    def add_original(self, article_id: str, signature: bytes) -> None:
        """Remember an article that is no near copy, so that near copies of it can be told."""
        number = self._database.execute("INSERT INTO originals VALUES (NULL, ?, ?)", (article_id, signature)).lastrowid
        rows = ((band, number) for band in bands(signature))
        self._database.executemany("INSERT INTO bands VALUES (?, ?)", rows)

    def add_pages(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Remember what became of pages: rows of the table ``pages``."""
        known = [(bytes.fromhex(row["page_id"]), OUTCOMES.index(row["outcome"])) for row in rows]
        self._database.executemany("INSERT OR IGNORE INTO pages VALUES (?, ?)", known)

    def add_input(self, row: Mapping[str, Any]) -> None:
        """Remember a file that was read to its end: a row of the table ``inputs``."""
        counts = (row[name] for name in COUNTED.values())
        values = (bytes.fromhex(row["file_id"]), row["bytes"], row["modified"], *counts)
        self._database.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?, ?)", values)

    def commit(self, part: Part) -> None:
        """Keep what was added: all of it is of that part."""
        self._database.execute("INSERT INTO parts VALUES (?, ?)", (part.number, _hash(part)))
        self._database.commit()

    def _one(self, question: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._database.execute(question, values).fetchone()
        return row

    def _add_originals(self, pages: Iterable[Mapping[str, Any]], articles: Iterable[Mapping[str, Any]]) -> None:
        near = {row["article_id"] for row in articles if row["duplicate_of"] is not None}
        for row in pages:
            if row["outcome"] == "article":
                self.add_article(row["article_id"], row["keys"])
                if row["signature"] is not None and row["article_id"] not in near:
                    self.add_original(row["article_id"], row["signature"])

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path or ":memory:")
        try:
            database.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made again
            database.execute("PRAGMA cache_size = -16000")
            if database.execute("PRAGMA user_version").fetchone() == (0,):
                database.executescript(_TABLES)
        except sqlite3.OperationalError:
            database.close()
            raise
        except sqlite3.DatabaseError:  # no index at all, whatever it is
            database.close()
            if self._path is None:
                raise
            self._path.unlink()
            return self._opened()
        return database

    def _start_again(self) -> None:
        self._database.close()
        if self._path is not None:
            self._path.unlink(missing_ok=True)
            self._path.with_name(f"{self._path.name}-journal").unlink(missing_ok=True)
        self._database = self._opened()


def _hash(part: Part) -> str:
    """What tells a part from another of its number."""
    return " ".join(file.sha256 for file in part.files.values())
