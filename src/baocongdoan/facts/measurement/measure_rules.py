"""The rules that tell measures, compiled from the lexicon (units, cues, measures) and a user's own file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import regex
from msgspec import Struct

from ...errors import LexiconError
from ...language.anchors import Anchored, OneOf
from ...lexicon.loader import Entry, Lexicon, load, named, one_of

__all__ = ["OTHER", "STOCKS", "MeasureRules", "Rule", "builtin_rules", "user_rules"]

OTHER = "other"
"""The measure of what no measure fits."""

STOCKS: Mapping[str, str] = MappingProxyType(
    {
        "worker": "workers_total",
        "member": "members_total",
        "union": "unions_total",
        "enterprise": "enterprises_total",
        "officer": "officials_total",
    }
)
"""The stock measure of each class of units that has one."""

_ANYWHERE = 1_000


class Rule(Struct, frozen=True):
    """One row of ``measures.toml``: a unit of ``units`` with a cue of ``cues`` at most ``near`` away.

    Where ``companions`` names classes of cues, one of them must stand near as well. ``entry`` is where it is written
    ("measures.toml: gifts").
    """

    entry: str
    measure: str
    units: frozenset[str]
    cues: frozenset[str]
    companions: frozenset[str]
    near: int


class MeasureRules(Struct, frozen=True):
    """All that is needed to tell measures: unit classes, cues and rules, the user's before the library's.

    ``alone`` holds the measures that units have by themselves.
    """

    unit_classes: tuple[tuple[str, regex.Pattern[str]], ...]
    cues: Anchored
    rules_by_unit: Mapping[str, tuple[Rule, ...]]
    alone: Mapping[str, str]


@cache
def builtin_rules() -> MeasureRules:
    """The library's own rules, compiled once a process."""
    return _compiled((), (), (), {})


def user_rules(lexicon: Lexicon) -> MeasureRules:
    """The library's rules with a user's own in front.

    The word lists of the user's file are classes of units or cues: a list that an entry names in ``units`` is a
    class of units, one that it names in ``cues`` a class of cues; the names of the library's own classes may be
    used as well. An entry without ``cues`` gives its measure to its units wherever no cue says otherwise.

    Raises ``LexiconError`` where an entry names a class that is no list of the file and none of the library's, and
    where a cue begins with a mark, for cues are looked for where words begin.
    """
    units = _named(lexicon, "units", {entry.name for entry in load("units").entries})
    cues = _named(lexicon, "cues", {entry.name for entry in load("cues").entries})
    own_units = tuple(
        (name, regex.compile(r"\G(?:lượt )?" + _any_of(words)))
        for name, words in lexicon.lists.items()
        if name in units
    )
    own_cues = tuple(
        (name, _any_of(_begun(words, name, lexicon))) for name, words in lexicon.lists.items() if name in cues
    )
    alone = {
        name: _rule(entry, lexicon.name).measure
        for entry in lexicon.entries
        if not entry.values.get("cues")
        for name in entry.values.get("units", ())
    }
    return _compiled(own_units, own_cues, [_rule(entry, lexicon.name) for entry in lexicon.entries], alone)


def _named(lexicon: Lexicon, key: str, known: set[str]) -> set[str]:
    """The classes that the entries name under a key."""
    named: set[str] = set()
    for entry in lexicon.entries:
        for name in entry.values.get(key, ()):
            if name not in lexicon.lists and name not in known:
                raise LexiconError(
                    f"{lexicon.name}: entry {entry.name!r} names {name!r} in `{key}`: write a list {name} = [...] "
                    f"under [lists], or use one of {', '.join(sorted(known))}"
                )
            named.add(name)
    return named


def _begun(cues: Sequence[str], name: str, lexicon: Lexicon) -> Sequence[str]:
    """The cues of a class, each of which begins with a letter or a figure."""
    for cue in cues:
        if not cue[:1].isalnum():
            raise LexiconError(f"{lexicon.name}: list {name!r}: let the cue {cue!r} begin with a letter or a figure")
    return cues


def _any_of(words: Sequence[str]) -> str:
    return one_of(word.lower() for word in words) + r"(?!\p{L})"


def _compiled(
    units: tuple[tuple[str, regex.Pattern[str]], ...],
    cues: tuple[tuple[str, str], ...],
    rules: Sequence[Rule],
    alone: Mapping[str, str],
) -> MeasureRules:
    named_cues = [*(f"(?P<{name}>{source})" for name, source in cues), *map(named, load("cues").entries)]
    return MeasureRules(
        units,
        _anchored(OneOf(tuple(named_cues), before=r"(?<!\p{L})")),
        _by_unit((*rules, *(_rule(entry, "measures.toml") for entry in load("measures").entries))),
        {**_measures_of_units(), **alone},
    )


@cache  # what is anchored is asked of each new word of the language from then on, so it is made once
def _anchored(cues: OneOf) -> Anchored:
    return Anchored(lambda: cues)


def _rule(entry: Entry, file: str) -> Rule:
    values = entry.values
    return Rule(
        f"{file}: {entry.name}",
        values.get("measure", entry.name),
        frozenset(values.get("units", ())),
        frozenset(values.get("cues", ())),
        frozenset(values.get("with", ())),
        values.get("near", _ANYWHERE),
    )


def _by_unit(rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    grouped: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for unit in rule.units:
            grouped[unit] = (*grouped.get(unit, ()), rule)
    return MappingProxyType(grouped)


@cache
def _measures_of_units() -> Mapping[str, str]:
    entries = load("units").entries
    return MappingProxyType({entry.name: entry.values["measure"] for entry in entries if "measure" in entry.values})
