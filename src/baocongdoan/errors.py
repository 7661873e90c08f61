"""Every error the library raises on purpose: one root, and each message says what to do."""

from __future__ import annotations

__all__ = ["BaocongdoanError", "InputError", "LexiconError", "RecordError"]


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
