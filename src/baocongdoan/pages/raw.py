"""A page as its file holds it: cut out, but not yet read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeVar

from msgspec import Struct

from ..errors import InputError, fault, reason
from ..records import Skipped

__all__ = ["RawPage", "attempted"]

_Result = TypeVar("_Result")


class RawPage(Struct, frozen=True, kw_only=True):
    """A page's text or HTML with what its file says of it.

    Cutting a file into these costs little; ``Reading.page`` makes the page of one, here or on another machine.
    ``charset`` is what the HTTP header says of bytes, ``title`` a headline that came in a field of its own, ``offset``
    and ``unit`` are the page's place in its file, as in ``Skipped``.
    """

    content: bytes | str
    is_html: bool
    origin: str = "-"
    url: str | None = None
    published: str | None = None
    title: str | None = None
    charset: str | None = None
    warnings: tuple[str, ...] = ()
    offset: int | None = None
    unit: Literal["byte", "row"] = "byte"


def attempted(
    make: Callable[[], _Result], *, origin: str, offset: int | None = None, unit: Literal["byte", "row"] = "byte"
) -> _Result | Skipped:
    """What is made of a page, or why nothing is; a fault of ours in one page must not lose the others.

    >>> attempted(lambda: 1 / 0, origin="a.html").reason
    'internal error ZeroDivisionError: division by zero; please report it'
    """
    try:
        return make()
    except InputError as error:
        why = reason(error, origin)
    except Exception as error:
        why = fault(error)
    return Skipped(origin=origin, reason=why, offset=offset, unit=unit)
