"""What users may rely on, as lines of text: the Python interface, the command line, the record schema, the tables.

Each line tells one thing that can be kept or broken by itself (a parameter, a field, a value of an enumeration), so
that two versions can be compared line by line. ``scripts/stability.py`` does so.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from enum import Enum
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any, ForwardRef, get_args, get_type_hints

import typer.models

ROOT = Path(__file__).resolve().parents[1]

_OWN = "baocongdoan"
_DOCUMENTED = re.compile(r"^::: (baocongdoan[\w.]*)", re.MULTILINE)
_MODULE_PATHS = re.compile(r"\b(?:[A-Za-z_]\w*\.)+(?=[A-Za-z_])")
_OPERATORS = {"__call__", "__contains__", "__enter__", "__exit__", "__getitem__", "__iter__", "__len__", "__str__"}
_TOLD_BASES = ("builtins", "enum")
_IN_WORDS = {"description", "title"}  # of a JSON Schema: for people, and may change


def python_interface() -> list[str]:
    """The names of the package and of the modules that the reference documents, with all that belongs to them."""
    pages = sorted((ROOT / "docs" / "reference").glob("*.md"))
    modules = sorted({name for page in pages for name in _DOCUMENTED.findall(page.read_text(encoding="utf-8"))})
    homes: dict[int, str] = {}
    lines = []
    for module in map(import_module, modules):
        for name in module.__all__:
            value, path = getattr(module, name), f"{module.__name__}.{name}"
            homes.setdefault(id(value), path)
            lines += _described(path, value)
    package = import_module(_OWN)
    for name in package.__all__:
        value, path = getattr(package, name), f"{_OWN}.{name}"
        lines += [f"{path} is {homes[id(value)]}"] if id(value) in homes else _described(path, value)
    return lines


def command_line() -> list[str]:
    """The commands with their arguments and options, the exit statuses, and the options of the pytest plugin."""
    from baocongdoan import commands, pytest_plugin
    from baocongdoan.cli import app

    statuses = {name: getattr(commands, name) for name in commands.__all__ if name.isupper()}
    lines = [f"exit status {status}: {name}" for name, status in statuses.items()]
    for command in (app.registered_callback, *app.registered_commands):
        if command is not None and command.callback is not None:
            name = _OWN if command is app.registered_callback else command.name or command.callback.__name__
            lines += [name, *_options(name, command.callback)]
    options = _PytestOptions()
    pytest_plugin.pytest_addoption(options)  # type: ignore[arg-type]
    return lines + options.lines


def record_schema() -> list[str]:
    """The JSON Schema of the records, a line for each thing that it says."""
    from baocongdoan import schema

    return list(_leaves(schema(), ""))


def measures() -> list[str]:
    """The measures that counts may have."""
    from baocongdoan.analysis.questions import known_measures

    return list(known_measures())


def tables() -> list[str]:
    """The columns of a dataset's tables, and of what engines of one's own take and give."""
    from baocongdoan.dataset import PAGES, RESULTS, TABLES

    named = {**TABLES, "PAGES": PAGES, "RESULTS": RESULTS}
    return [f"{table}.{column.name}: {column.type}" for table, schema in named.items() for column in schema]


def _described(path: str, value: Any) -> list[str]:
    if inspect.isclass(value):
        return [path, *_class(path, value)]
    if callable(value) and inspect.isfunction(inspect.unwrap(value)):
        return [*_function(path, value)]
    if get_args(value):  # an alias of types
        return [f"{path} = {_shortened(value)}"]
    return [f"{path}: {type(value).__name__}"]


def _class(path: str, cls: type) -> Iterator[str]:
    own = [base for base in cls.__mro__ if base.__module__.split(".")[0] == _OWN]
    told = (*own[1:], *(base for base in cls.__mro__ if base.__module__ in _TOLD_BASES and base is not object))
    yield from (f"{path} is a {base.__name__}" for base in told if not base.__name__.startswith("_"))
    if issubclass(cls, Enum):
        yield from (f"{path}.{member.name} = {member.value!r}" for member in cls)
    elif not getattr(cls, "_is_protocol", False) and any(vars(base).keys() & {"__init__", "__new__"} for base in own):
        yield from _parameters(path, inspect.signature(cls))
    members = {name: member for base in reversed(own) for name, member in vars(base).items() if _is_public(name)}
    if not is_dataclass(cls):  # whose fields are the parameters of its constructor
        annotated = {name: hint for base in reversed(own) for name, hint in inspect.get_annotations(base).items()}
        yield from (f"{path}.{name}: {_shortened(hint)}" for name, hint in annotated.items() if _is_public(name))
    for name, member in members.items():
        yield from _member(f"{path}.{name}", member)


def _member(path: str, member: Any) -> Iterator[str]:
    if isinstance(member, property | cached_property):
        getter = member.fget if isinstance(member, property) else member.func
        yield f"{path}: {_shortened(inspect.signature(getter).return_annotation)}" if getter else path
    elif isinstance(member, classmethod | staticmethod):
        yield from _function(path, member.__func__, bound=isinstance(member, classmethod))
    elif isinstance(member, FunctionType):
        yield from _function(path, member, bound=True)


def _function(path: str, function: Callable[..., Any], *, bound: bool = False) -> Iterator[str]:
    signature = inspect.signature(function)
    if bound:
        signature = signature.replace(parameters=[*signature.parameters.values()][1:])
    yield from _parameters(path, signature)
    yield f"{path}() -> {_shortened(signature.return_annotation)}"


def _parameters(path: str, signature: inspect.Signature) -> Iterator[str]:
    """A line a parameter: those that may be given by their place with it, the others by name only."""
    for place, parameter in enumerate(signature.parameters.values(), 1):
        by_place = parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
        star = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        default = "" if parameter.default is parameter.empty else f" = {_value(parameter.default)}"
        shown = f"{star}{parameter.name}: {_shortened(parameter.annotation)}{default}"
        yield f"{path}({shown})" + (f" at {place}" if by_place else "")


def _options(command: str, callback: Callable[..., Any]) -> Iterator[str]:
    """A line for each spelling of an option and for each value that is chosen from a list."""
    defaults = inspect.signature(callback).parameters
    for name, hint in get_type_hints(callback, include_extras=True).items():
        told = next((told for told in get_args(hint) if isinstance(told, typer.models.ParameterInfo)), None)
        if told is None:
            continue
        kind, default = get_args(hint)[0], defaults[name].default
        # What stands first in Option(...) is its default for Typer, though beside Annotated it is a spelling.
        named = [spelling for spelling in (told.default, *(told.param_decls or ())) if isinstance(spelling, str)]
        spellings = named or [told.metavar or name]
        bounds = {"from": told.min, "to": told.max}
        limits = "".join(f" {word} {bound}" for word, bound in bounds.items() if bound is not None)
        given = "" if default is inspect.Parameter.empty else f" = {_value(default)}"
        yield from (f"{command} {spelling}: {_shortened(kind)}{limits}{given}" for spelling in spellings)
        if inspect.isclass(kind) and issubclass(kind, Enum):
            yield from (f"{command} {spellings[0]} {choice.value}" for choice in kind)


class _PytestOptions:
    """Stands in for pytest's parser and notes the options."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def getgroup(self, *_: str) -> _PytestOptions:
        return self

    def addoption(self, name: str, *, metavar: str, **_: Any) -> None:
        self.lines.append(f"pytest {name} {metavar}")


def _leaves(node: Any, path: str) -> Iterator[str]:
    """The members of lists stand in no order that matters; those that are objects are told whole."""
    if isinstance(node, dict):
        for key, value in node.items():
            if path.endswith("properties") or key not in _IN_WORDS:
                yield from _leaves(value, f"{path}.{key}".lstrip("."))
    elif isinstance(node, list):
        yield from (f"{path}: {json.dumps(item, ensure_ascii=False)}" for item in node)
    else:
        yield f"{path} = {json.dumps(node, ensure_ascii=False)}"


def _is_public(name: str) -> bool:
    return name in _OPERATORS or not name.startswith("_")


def _value(value: Any) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, FunctionType):
        return value.__qualname__
    return repr(str(value) if isinstance(value, Path) else value)


def _shortened(annotation: Any) -> str:
    """An annotation as it is written, without the modules that its names come from."""
    if annotation is inspect.Parameter.empty:
        return "?"
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    written = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return _MODULE_PATHS.sub("", written)
