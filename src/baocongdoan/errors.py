"""The root of the library's errors, those that more than one part raises, and the words in which errors are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

__all__ = [
    "BaocongdoanError",
    "DatasetError",
    "InputError",
    "LexiconError",
    "MissingExtraError",
    "QuestionError",
    "RecordError",
    "extra",
    "fault",
    "first_line",
    "reason",
    "unknown",
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


@contextmanager
def extra(what: str, name: str) -> Iterator[None]:
    """For an import: where the package is missing, say which extra of ours brings it.

    >>> with extra("Parquet files", "parquet"):
    ...     import no_such_package
    Traceback (most recent call last):
    baocongdoan.errors.MissingExtraError: Parquet files need an optional package: pip install 'baocongdoan[parquet]'
    """
    try:
        yield
    except ImportError as error:
        raise MissingExtraError(what, name) from error


def reason(error: Exception, origin: str) -> str:
    """Why a page could not be worked on, without its origin, which is told beside it.

    >>> reason(InputError("a.html: no text"), "a.html"), reason(KeyError("b"), "a.html")
    ('no text', "internal error KeyError: 'b'; please report it")
    """
    return str(error).removeprefix(f"{origin}: ") if isinstance(error, BaocongdoanError) else fault(error)


def fault(error: Exception) -> str:
    """What is said of an error that is a fault of ours."""
    return f"internal error {type(error).__name__}: {error}; please report it"


def first_line(error: Exception) -> str:
    """What another library says of an error, in one line; its type where it says nothing.

    >>> first_line(ValueError("no Parquet\\nat byte 4")), first_line(OSError())
    ('no Parquet', 'OSError')
    """
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def unknown(what: str, name: str, known: Sequence[str]) -> str:
    """What is said of a name that means nothing: the nearest that does, and all that do.

    >>> unknown("grouping", "yaer", ["province", "year"])
    "no grouping 'yaer': did you mean 'year'? There are province, year"
    """
    from difflib import get_close_matches  # where it is wanted: every run of the command line loads this module

    nearest = get_close_matches(name, known, n=1, cutoff=0.5)
    guess = f" did you mean {nearest[0]!r}?" if nearest else ""
    return f"no {what} {name!r}:{guess} There are {', '.join(known)}"
