"""What is found out about a thing the first time that it is asked for, and then known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

__all__ = ["once", "once_for_all"]

Found = TypeVar("Found")
_UNKNOWN = object()


class once(Generic[Found]):  # noqa: N801  used as a decorator
    """``functools.cached_property`` without the lock that it takes up to Python 3.11, half of what most lookups cost.

    >>> class Line:
    ...     @once
    ...     def words(self):
    ...         print("counted")
    ...         return 3
    >>> line = Line()
    >>> line.words + line.words
    counted
    6
    """

    def __init__(self, find: Callable[[Any], Found]) -> None:
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, thing: None, owner: type) -> once[Found]: ...

    @overload
    def __get__(self, thing: object, owner: type) -> Found: ...

    def __get__(self, thing: object | None, owner: type) -> once[Found] | Found:
        if thing is None:
            return self
        found = thing.__dict__[self._name] = self._find(thing)
        return found


class once_for_all(once[Found]):  # noqa: N801
    """The same for things that share a table ``known`` with others of which the same would be found out.

    >>> class Line:
    ...     def __init__(self, known):
    ...         self.known = known
    ...     @once_for_all
    ...     def words(self):
    ...         print("counted")
    ...         return 3
    >>> known = {}
    >>> Line(known).words + Line(known).words
    counted
    6
    """

    def __get__(self, thing: Any, owner: type) -> Any:
        if thing is None:
            return self
        known, name = thing.known, self._name
        if known is None:
            found = self._find(thing)
        else:
            found = known.get(name, _UNKNOWN)
            if found is _UNKNOWN:
                found = known[name] = self._find(thing)
        thing.__dict__[name] = found
        return found
