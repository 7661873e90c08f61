"""How a form shows the fields of facts, derived from the record contract: what is chosen, what is typed in."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from ..analysis.questions import all_measures
from ..errors import RecordError
from ..evaluation.annotations import AnnotatedFact
from ..records import LINK_FIELDS
from ..serialise import FACT_TYPES, parse_object

__all__ = ["DOUBT", "Control", "ControlType", "controls_of", "shown", "understood"]

DOUBT = "doubt"
"""The control that names the fields of a fact on which careful readers differ."""
_PLACE = ("kind", "id", "quote", "start", "end", "confidence")  # told by the span itself


class ControlType(StrEnum):
    """What a form has for a field."""

    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    TEXT = "text"
    TEXTS = "texts"


@dataclass(frozen=True, slots=True)
class Control:
    """A field of a kind of fact in a form: how it is filled in, and with which values where these are a closed set."""

    kind: str
    field: str
    type: ControlType
    values: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its name in the form.

        >>> Control("count", "unit", ControlType.TEXT).name
        'count_unit'
        """
        return f"{self.kind}_{self.field}"


@cache
def controls_of(kind: str) -> Mapping[str, Control]:
    """The controls for facts of a kind by field: all that neither the span nor a link tells.

    >>> [control.field for control in controls_of("date").values()]
    ['granularity', 'first_day', 'last_day', 'doubt']
    """
    record = FACT_TYPES[kind]
    hints = _hints(kind)
    names = [field.name for field in fields(record)]
    controls = {
        name: _control(kind, name, hints[name]) for name in names if name not in _PLACE and name not in LINK_FIELDS
    }
    doubtful = ("kind", "quote", *(name for name in names if name not in _PLACE))
    return controls | {DOUBT: Control(kind, DOUBT, ControlType.CHOICES, doubtful)}


def _control(kind: str, name: str, hint: Any) -> Control:
    if name == "measure":
        return Control(kind, name, ControlType.CHOICE, all_measures())
    options = [option for option in get_args(hint) if option is not type(None)]
    if get_origin(hint) in (Union, types.UnionType):
        hint = options[0]
    if get_origin(hint) is tuple:
        return Control(kind, name, ControlType.TEXTS)
    if hint is bool:
        return Control(kind, name, ControlType.CHOICE, ("true", "false"))
    if issubclass(hint, Enum):
        return Control(kind, name, ControlType.CHOICE, tuple(str(member.value) for member in hint))
    return Control(kind, name, ControlType.NUMBER if hint in (int, float) else ControlType.TEXT)


def shown(annotated: AnnotatedFact) -> Mapping[Control, Any]:
    """What a form shows of a fact: text, numbers and lists of text; fields that are null or empty are left out.

    >>> from baocongdoan.records import Date, Granularity
    >>> date = Date(quote="2024", start=0, end=4, granularity=Granularity.YEAR, first_day=None, last_day="2024-12-31")
    >>> {control.field: value for control, value in shown(AnnotatedFact(date)).items()}
    {'granularity': 'year', 'last_day': '2024-12-31'}
    """
    controls = controls_of(annotated.fact.kind)
    values = {name: getattr(annotated.fact, name) for name in controls if name != DOUBT}
    values[DOUBT] = tuple(sorted(annotated.doubt))
    return {controls[name]: _as_shown(value) for name, value in values.items() if value is not None and value != ()}


def _as_shown(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_as_shown(part) for part in value]
    if isinstance(value, bool) or is_dataclass(value):
        return msgspec.json.encode(value).decode()
    return str(value.value) if isinstance(value, Enum) else value


def understood(control: Control, value: Any) -> Any:
    """A field's value, as the record's JSON has it, from what a form gave; ``RecordError`` where it can't be that.

    >>> understood(controls_of("document")["draft"], "true")
    True
    """
    hint = _hints(control.kind).get(control.field)
    if control.type in (ControlType.CHOICES, ControlType.TEXTS) and not _is_texts(value):
        raise RecordError(f"{control.name}: {value!r} is no list of text")
    if hint is bool:
        return {"true": True, "false": False}.get(str(value), value)
    if control.type is ControlType.TEXTS and any(map(is_dataclass, get_args(hint))):
        return [parse_object(part) for part in value]
    return value


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


@cache
def _hints(kind: str) -> Mapping[str, Any]:
    """The types of the fields of a kind of fact."""
    return get_type_hints(FACT_TYPES[kind])
