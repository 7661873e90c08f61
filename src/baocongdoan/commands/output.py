"""Writing what a command gives: to standard output or, whole or not at all, to a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Literal, TextIO

from ..errors import InputError

__all__ = ["ReaderGoneError", "TotalsFormat", "opened", "opened_binary"]


class TotalsFormat(StrEnum):
    """How totals are written."""

    TABLE = "table"
    CSV = "csv"
    PARQUET = "parquet"


class ReaderGoneError(Exception):
    """Whoever read standard output (``head``) has seen enough: stop, without a word."""


@contextmanager
def opened(path: Path | None = None) -> Iterator[TextIO]:
    """A stream for UTF-8 text: standard output, or a file that appears under its name only when all is written.

    A command that fails midway leaves an older file of that name as it was.
    """
    if path is None:
        with _standard_output() as stream:
            yield stream
        return
    with opened_binary(path) as binary, TextIOWrapper(binary, encoding="utf-8", newline="") as stream:
        yield stream


@contextmanager
def opened_binary(path: Path) -> Iterator[BinaryIO]:
    """A stream for bytes: a file that appears under its name only when all is written."""
    target = path.resolve()  # what a link leads to is replaced, not the link
    if target.exists() and not target.is_file():
        if target.is_dir():
            raise InputError(f"cannot write {path}: it is a folder; name a file")
        with _open(target, "wb") as stream:  # a device or pipe can't be replaced
            yield stream
        return
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    try:
        with _open(unfinished, "xb") as stream:
            yield stream
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _open(path: Path, mode: Literal["wb", "xb"]) -> BinaryIO:
    try:
        return path.open(mode)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}; check the folder and your rights") from error


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError as error:
        # Python flushes once more when it ends, and must not find the broken pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ReaderGoneError from error
