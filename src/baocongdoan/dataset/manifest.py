"""The manifest of a dataset: what it is, how it was made, and which files it consists of.

A part is in the dataset when the manifest says so, and the manifest is replaced as a whole: whoever reads it sees the
dataset before or after a part was added, never in between.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import msgspec

from ..errors import DatasetError
from .schema import DATASET_VERSION

__all__ = ["MANIFEST", "Manifest", "Part", "PartFile"]

MANIFEST = "manifest.json"
"""The manifest's name in the folder of its dataset."""

_INSIDE = r"^[a-z]+/[a-z0-9-]+\.parquet\Z"  # a manifest from elsewhere must not name files beside its dataset


@dataclass(frozen=True, slots=True)
class PartFile:
    """A file as it was written: its place in the dataset, how many rows and bytes, and what the bytes hash to."""

    path: Annotated[str, msgspec.Meta(pattern=_INSIDE)]
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some thousand pages and what came of them: a file for each table that they gave rows to.

    ``made_by`` is the version of the library that extracted them, ``near_copies`` how many of their articles are such.
    """

    number: int
    made_by: str
    near_copies: int
    files: Mapping[str, PartFile]

    def rows(self, table: str) -> int:
        """How many rows of a table the part holds."""
        return self.files[table].rows if table in self.files else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a dataset is made of.

    ``made_by`` is the version of the library, ``settings`` are those of the extraction (files by what their text
    hashes to), ``inputs`` what the command line named, in all runs. ``unread`` is the file with the inputs that could
    not be read at all.
    """

    version: int = DATASET_VERSION
    made_by: str
    settings: Mapping[str, str | bool | None]
    inputs: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    unread: PartFile | None = None

    @classmethod
    def read(cls, dataset: Path) -> Manifest:
        """The manifest of a dataset; ``DatasetError`` where there is none, or one of another version."""
        try:
            data = (dataset / MANIFEST).read_bytes()
        except FileNotFoundError as error:
            what = "no dataset there" if dataset.is_dir() else "no such folder"
            raise DatasetError(
                f"{dataset}: {what}: make one with baocongdoan build INPUT... --out {dataset}"
            ) from error
        except OSError as error:
            raise DatasetError(
                f"{dataset}: cannot be read ({error.strerror}): check the path and your rights"
            ) from error
        try:
            about = msgspec.json.decode(data, type=_About)
            if about.version != DATASET_VERSION:
                raise DatasetError(_of_another_version(dataset, about))
            return msgspec.json.decode(data, type=cls)
        except msgspec.DecodeError as error:
            raise DatasetError(
                f"{dataset / MANIFEST} is damaged ({error}): build the dataset anew elsewhere"
            ) from error

    def encode(self) -> bytes:
        """The manifest as JSON that people can read.

        >>> b'"version": 1' in Manifest(made_by="0.1.0", settings={}).encode()
        True
        """
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"

    def with_part(self, part: Part) -> Manifest:
        """The manifest with a further part."""
        return replace(self, parts=(*self.parts, part))

    def without(self, numbers: Container[int]) -> Manifest:
        """The manifest without the parts of these numbers."""
        return replace(self, parts=tuple(part for part in self.parts if part.number not in numbers))

    def files(self, table: str) -> Iterator[PartFile]:
        """The files of a table, in the order of the parts."""
        for part in self.parts:
            if table in part.files:
                yield part.files[table]
        if table == "skipped" and self.unread is not None:
            yield self.unread

    def rows(self, table: str) -> int:
        """How many rows a table has.

        >>> Manifest(made_by="0.1.0", settings={}).rows("facts")
        0
        """
        return sum(file.rows for file in self.files(table))


class _About(msgspec.Struct):
    version: int
    made_by: str = "?"
    inputs: tuple[str, ...] = ()


def _of_another_version(dataset: Path, about: _About) -> str:
    inputs = " ".join(about.inputs) or "INPUT..."
    return (
        f"{dataset}: a dataset of version {about.version} (made by baocongdoan {about.made_by}), and this baocongdoan "
        f"reads version {DATASET_VERSION}: build it anew, as in baocongdoan build {inputs} --out {dataset}-new"
    )
