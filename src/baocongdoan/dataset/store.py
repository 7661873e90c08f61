"""A dataset as a build writes it: one build at a time, part after part, each whole or not there at all.

The order of a part is what makes it safe to be killed at any moment: its files appear, then the manifest that names
them, then the index follows. Until the manifest is replaced, the files are nobody's and the next build removes them; if
the index missed it, it reads the part. What workers gave is kept in ``.work`` until its part is written.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from .. import __version__
from ..errors import DatasetError, extra, first_line
from .assembly import assemble
from .disk import disk_errors, write_whole
from .frames import from_bytes
from .index import Index
from .manifest import MANIFEST, Manifest, Part, PartFile
from .schema import TABLES

__all__ = ["Store", "read_file", "read_part"]

_WORK = ".work"
_BATCHES = "batches"
_DIGEST = 32  # bytes of SHA-256 in front of a batch that is kept
_UNREAD = "skipped/inputs-{}.parquet"


class Store:
    """A dataset that is being written; ``opened`` gives one.

    ``left_out`` counts the pages of damaged parts; ``work`` is a folder for what is not part of the dataset.
    """

    def __init__(self, dataset: Path, manifest: Manifest, index: Index) -> None:
        self.manifest, self.index = manifest, index
        self.left_out = 0
        self._dataset, self.work = dataset, dataset / _WORK

    @classmethod
    @contextmanager
    def opened(
        cls, dataset: Path, settings: Mapping[str, str | bool | None], inputs: Iterable[str], *, repair: bool = False
    ) -> Iterator[Store]:
        """The dataset of a folder, or a new one, for this build alone.

        Raises ``DatasetError`` where the folder holds something else, a dataset of another version or with other
        settings, or a part that is damaged (which ``repair`` leaves out); where another build is at it; and, for as
        long as it is open, where the disk fails.
        """
        with disk_errors(dataset):
            _prepare(dataset)
            with _locked(dataset):
                manifest = _manifest(dataset, settings, inputs)
                index = Index(dataset / _WORK / "index.sqlite")
                store = cls(dataset, manifest, index)
                try:
                    store._check(repair=repair)
                    store._tidy()
                    index.follow(store.manifest, partial(read_part, dataset))
                    store._write_manifest(store.manifest)
                    yield store
                finally:
                    index.close()

    def kept(self, key: str) -> pa.RecordBatch | None:
        """The results of a batch of pages, if an earlier build got so far."""
        try:
            data = self._batch(key).read_bytes()
        except FileNotFoundError:
            return None
        digest, payload = data[:_DIGEST], data[_DIGEST:]
        return from_bytes(payload) if hashlib.sha256(payload).digest() == digest else None

    def keep(self, key: str, results: bytes) -> None:
        """Keep the results of a batch until its part is written."""
        data = hashlib.sha256(results).digest() + results
        write_whole(self._batch(key), data, by_way_of=self.work, durable=False)

    def add(self, batches: Iterable[str], results: pa.Table, inputs: Callable[[], Sequence[Mapping[str, Any]]]) -> Part:
        """Write a part: what came of the batches, and the ``inputs`` that end there, asked for when the index knows
        the pages."""
        number = max((part.number for part in self.manifest.parts), default=-1) + 1
        tables = assemble(results, self.index)
        rows = inputs()
        tables["inputs"] = pa.Table.from_pylist(rows, TABLES["inputs"])
        files = {
            name: self._write(f"{name}/part-{number:05}.parquet", table)
            for name, table in tables.items()
            if table.num_rows
        }
        copies = tables["articles"].num_rows - tables["articles"]["duplicate_of"].null_count
        part = Part(number, __version__, copies, files)
        self._write_manifest(self.manifest.with_part(part))
        for row in rows:
            self.index.add_input(row)
        self.index.commit(part)
        for key in batches:
            self._batch(key).unlink(missing_ok=True)
        return part

    def unread(self) -> list[dict[str, Any]]:
        """The inputs that earlier builds could not read at all: rows of ``skipped``."""
        file = self.manifest.unread
        return [] if file is None else list(read_file(self._dataset, file, "skipped").to_pylist())

    def finish(self, unread: Iterable[Mapping[str, Any]]) -> None:
        """Say which inputs could not be read at all, and remove what is not needed any more."""
        table = pa.Table.from_pylist(sorted(unread, key=lambda row: str(row["page_id"])), TABLES["skipped"])
        file = self._write(_UNREAD, table) if table.num_rows else None
        self._write_manifest(replace(self.manifest, unread=file))
        self._tidy()
        for path in (self.work / _BATCHES).iterdir():
            path.unlink()

    def _batch(self, key: str) -> Path:
        return self.work / _BATCHES / key

    def _write(self, path: str, table: pa.Table) -> PartFile:
        """Write a table to a path, in which ``{}`` stands for the beginning of what its bytes hash to."""
        data = _parquet(table)
        sha256 = hashlib.sha256(data).hexdigest()
        path = path.format(sha256[:16])
        write_whole(self._dataset / path, data, by_way_of=self.work)
        return PartFile(path, table.num_rows, len(data), sha256)

    def _write_manifest(self, manifest: Manifest) -> None:
        write_whole(self._dataset / MANIFEST, manifest.encode(), by_way_of=self.work)
        self.manifest = manifest

    def _check(self, *, repair: bool) -> None:
        """Raise ``DatasetError`` where a file is not what was written, or leave its part out."""
        damaged = {
            part.number: file
            for part in self.manifest.parts
            for file in part.files.values()
            if self._lacks(file, repair)
        }
        lost = self.manifest.unread if self.manifest.unread and self._lacks(self.manifest.unread, repair) else None
        if not repair and (file := next(iter(damaged.values()), lost)) is not None:
            raise DatasetError(
                f"{self._dataset / file.path} is damaged or missing: run the same command with --repair and all "
                "inputs, and what it held is extracted again"
            )
        self.left_out = sum(part.rows("pages") for part in self.manifest.parts if part.number in damaged)
        self.manifest = self.manifest.without(damaged)
        if lost is not None:
            self.manifest = replace(self.manifest, unread=None)

    def _lacks(self, file: PartFile, thoroughly: bool) -> bool:
        """Whether a file is not what was written; every byte is looked at only ``thoroughly``."""
        path = self._dataset / file.path
        try:
            if path.stat().st_size != file.bytes:
                return True
            if thoroughly:
                return hashlib.sha256(path.read_bytes()).hexdigest() != file.sha256
            return bool(parquet.read_metadata(path).num_rows != file.rows)
        except (OSError, pa.ArrowException):
            return True

    def _tidy(self) -> None:
        """Remove what an interrupted build left: files that no manifest names, and such as were never whole."""
        named = {file.path for table in TABLES for file in self.manifest.files(table)}
        for table in TABLES:
            for path in (self._dataset / table).glob("*.parquet"):
                if f"{table}/{path.name}" not in named:
                    path.unlink()
        for path in self.work.glob("*.unfinished"):
            path.unlink()


def read_part(dataset: Path, part: Part, table: str, columns: Sequence[str] | None = None) -> pa.Table:
    """The rows of a table that a part holds; only some columns of them, if these are named."""
    if table not in part.files:
        return _schema(table, columns).empty_table()
    return read_file(dataset, part.files[table], table, columns)


def read_file(dataset: Path, file: PartFile, table: str, columns: Sequence[str] | None = None) -> pa.Table:
    """The rows of a file, or some columns of them; ``DatasetError`` names one that is damaged."""
    schema = _schema(table, columns)
    try:
        return parquet.ParquetFile(dataset / file.path).read(columns).cast(schema)
    except (OSError, pa.ArrowException) as error:
        said = first_line(error)[:200]
        raise DatasetError(
            f"{dataset / file.path} is damaged or missing ({said}): build its inputs again with --repair"
        ) from error


def _schema(table: str, columns: Sequence[str] | None) -> pa.Schema:
    return pa.schema([field for field in TABLES[table] if columns is None or field.name in columns])


def _prepare(dataset: Path) -> None:
    """Make the folders of a dataset, where they may be made."""
    known = (dataset / MANIFEST).exists() or (dataset / _WORK).is_dir()
    if dataset.exists() and not known and (not dataset.is_dir() or any(dataset.iterdir())):
        raise DatasetError(f"{dataset} is there and is no dataset: name another folder with --out")
    for folder in (f"{_WORK}/{_BATCHES}", *TABLES):
        (dataset / folder).mkdir(parents=True, exist_ok=True)


@contextmanager
def _locked(dataset: Path) -> Iterator[None]:
    """Keep other builds out; the system lets go of the lock when this process is dead, however it died."""
    with extra("datasets", "dataset"):
        from filelock import FileLock, Timeout
    owner = dataset / _WORK / "owner.json"
    lock = FileLock(dataset / _WORK / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise DatasetError(f"{dataset}: {_said_of(owner)} is building it: wait for its end, or stop it") from error
    try:
        owner.write_text(json.dumps({"process": os.getpid(), "host": platform.node()}), encoding="utf-8")
        yield
    finally:
        lock.release()


def _said_of(owner: Path) -> str:
    try:
        about = json.loads(owner.read_text(encoding="utf-8"))
        return f"process {about['process']} on {about['host']}"
    except (OSError, ValueError, KeyError):
        return "another process"


def _manifest(dataset: Path, settings: Mapping[str, str | bool | None], inputs: Iterable[str]) -> Manifest:
    """The dataset's manifest with the inputs added, or a new one."""
    if not (dataset / MANIFEST).exists():
        return Manifest(made_by=__version__, settings=settings, inputs=tuple(dict.fromkeys(inputs)))
    manifest = Manifest.read(dataset)
    if differing := [name for name, value in settings.items() if manifest.settings.get(name) != value]:
        raise DatasetError(
            f"{dataset} was built with other settings ({', '.join(differing)}): give the same ones, or build into "
            "another folder"
        )
    return replace(manifest, inputs=tuple(dict.fromkeys((*manifest.inputs, *inputs))))


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data
