"""Every error the library raises on purpose: one root, and each message says what to do."""

from __future__ import annotations

__all__ = [
    "BaocongdoanError",
    "DatasetError",
    "InputError",
    "LexiconError",
    "MissingExtraError",
    "QuestionError",
    "RecordError",
]


class BaocongdoanError(Exception):
    """The root of the library's errors: catch this one to catch them all.

    >>> issubclass(InputError, BaocongdoanError)
    True
    """


class InputError(BaocongdoanError):
    """A page that can't be read or holds no article; the message says why and what to do."""


class LexiconError(BaocongdoanError):
    """A lexicon file (ours or a user's TOML) that is malformed; names the file and the entry."""


class RecordError(BaocongdoanError):
    """JSON that does not follow the record contract; names the field."""


class DatasetError(BaocongdoanError):
    """A dataset that can't be opened, queried or written; the message says why and what to do."""


class QuestionError(BaocongdoanError):
    """A question to a dataset that has no answer as it was asked; the message names what can be asked."""


class MissingExtraError(InputError):
    """A file that an optional package reads, and the package is missing; the message is the line that installs it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} need an optional package: pip install 'baocongdoan[{extra}]'")
