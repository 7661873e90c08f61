"""Words and patterns as data: TOML files beside this module.

A lexicon file looks like this:

.. code-block:: toml

    [lists]                       # plain word lists; {name} in a pattern stands for any of the words
    unit = ["lớp", "khóa"]

    [macros]                      # parts of patterns, {name} in a pattern or in a macro below
    start = '(?<!\\p{L})'

    [tables.scale]                # words with a value each
    "nghìn" = 1000

    [[entry]]
    name = "training_classes"     # unique in the file, quoted by `why` and `explain`
    meaning = "classes held"      # one line for people
    pattern = '\\d+ (?:{unit})'   # a `regex` pattern that runs on the folded lower-case text
    examples = ["mở 3 lớp"]       # each must match
    not_examples = ["3 lần"]      # none may match

Patterns run on the folded text (see ``language.fold``) in lower case; an entry with ``case = true`` runs on the
folded text with its capitals. Any further key of an entry is kept in ``Entry.values``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import regex
from msgspec import Struct, field

from ..errors import LexiconError
from .kept import compiled, toml

__all__ = [
    "Entry",
    "Lexicon",
    "any_of",
    "either",
    "load",
    "named",
    "one_of",
    "parse",
    "pattern_of",
    "quick",
    "source_of",
    "text_of",
    "word_set",
    "words",
]

_OWN_KEYS = {"name", "meaning", "pattern", "case", "verbose", "examples", "not_examples"}


class Entry(Struct, frozen=True):
    """One entry: a named pattern with its meaning and the lines that prove it.

    ``expression`` is the pattern as ``regex`` takes it, with lists and macros written out.
    """

    name: str
    meaning: str
    expression: str | None
    flags: int = 0
    case: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def pattern(self) -> regex.Pattern[str] | None:
        """The compiled pattern, for entries that have one."""
        return compiled(self.expression, self.flags) if self.expression is not None else None


class Lexicon(Struct, frozen=True, dict=True):
    """A lexicon file: its entries in order and its word lists."""

    name: str
    entries: tuple[Entry, ...]
    lists: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @cached_property
    def _by_name(self) -> Mapping[str, Entry]:
        return {entry.name: entry for entry in self.entries}

    def __getitem__(self, name: str) -> Entry:
        try:
            return self._by_name[name]
        except KeyError:
            raise KeyError(f"{self.name}.toml has no entry {name!r}") from None

    def pattern(self, name: str) -> regex.Pattern[str]:
        """The compiled pattern of the entry of that name."""
        known = self._asked_for.get(name)
        if known is None:
            known = self[name].pattern
            if known is None:
                raise LexiconError(f"{self.name}.toml: entry {name!r} has no pattern")
            self._asked_for[name] = known
        return known

    @cached_property
    def _asked_for(self) -> dict[str, regex.Pattern[str]]:
        return {}


@cache
def load(name: str) -> Lexicon:
    """The lexicon that ships under that name (``"dates"`` for ``dates.toml``); its patterns are compiled when used."""
    return _lexicon(toml(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")), name)


def either(entries: Iterable[Entry]) -> str:
    """The patterns of the entries as alternatives, each a group of its entry's name: ``lastgroup`` tells which matched.

    >>> either([load("units")["money"]]).startswith("(?P<money>")
    True
    """
    return "|".join(named(entry) for entry in entries if entry.expression is not None)


def named(entry: Entry) -> str:
    """The pattern of an entry as a part of a longer one: a group of the entry's name.

    >>> named(load("organisations")["nation"])
    '(?P<nation> (?:việt nam|vn)(?!\\\\p{L}))'
    """
    return f"(?P<{entry.name}>{entry.expression})"


def source_of(lexicon: str, name: str) -> str:
    """The pattern of a shipped lexicon's entry as a part of a longer one.

    >>> source_of("numbers", "spelt_number")[:4]
    '(?x:'
    """
    entry = load(lexicon)[name]
    return f"(?x:{entry.expression}\n)" if entry.flags & regex.VERBOSE else entry.expression or ""


@cache
def pattern_of(lexicon: str, name: str) -> regex.Pattern[str]:
    """The compiled pattern of a shipped lexicon's entry.

    >>> pattern_of("periods", "deed").match("đã giải quyết ", 3).group()
    'giải quyết '
    """
    return load(lexicon).pattern(name)


@cache
def quick(lexicon: str, name: str) -> re.Pattern[str]:
    """The pattern of a shipped lexicon's entry for ``re``, which takes half the time of ``regex`` or less where it
    knows all that stands in the pattern, but compiles it anew in each process: for short patterns.

    >>> quick("cleaning", "scene").match("quang cảnh hội nghị").group()
    'quang cảnh'
    """
    return re.compile(load(lexicon)[name].expression or "")


def words(lexicon: str, name: str) -> tuple[str, ...]:
    """A word list of a shipped lexicon.

    >>> "TP" in words("language", "abbreviations")
    True
    """
    return load(lexicon).lists[name]


@cache
def word_set(lexicon: str, name: str) -> frozenset[str]:
    """A word list of a shipped lexicon, to ask whether a word is on it.

    >>> "TP" in word_set("language", "abbreviations")
    True
    """
    return frozenset(words(lexicon, name))


@cache
def any_of(lexicon: str, name: str, before: str = "", after: str = r"(?!\p{L})") -> regex.Pattern[str]:
    """Any word of a list as one pattern, with what has to stand before it and behind it.

    >>> any_of("organisations", "countries", " ").match(" Pháp họp").group()
    ' Pháp'
    """
    return compiled(before + one_of(words(lexicon, name)) + after)


def one_of(listed: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first.

    >>> one_of(["TP", "TP. HCM"])
    '(?:TP\\\\. HCM|TP)'
    """
    return "(?:" + "|".join(map(_quoted, sorted(listed, key=len, reverse=True))) + ")"


def text_of(path: Path, what: str = "") -> str:
    """The text of a user's TOML file; raises ``LexiconError``, which says ``what`` it was to be, for one that has none.

    >>> text_of(Path("no such file.toml"), "the lexicon ")
    Traceback (most recent call last):
    baocongdoan.errors.LexiconError: cannot read the lexicon no such file.toml: No such file or directory
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"cannot read {what}{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path} is not UTF-8 text (byte {error.start}): save it as UTF-8") from error


def parse(text: str, name: str) -> Lexicon:
    """A lexicon from TOML text; raises ``LexiconError`` with the entry's name where it is malformed."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: not valid TOML: {error}") from error
    lexicon = _lexicon(table, name)
    for entry in lexicon.entries:
        try:
            regex.compile(entry.expression or "", entry.flags)
        except regex.error as error:
            raise LexiconError(f"{_where(name, entry.name)}: {error}") from error
    return lexicon


def _lexicon(table: Mapping[str, Any], name: str) -> Lexicon:
    _check_shape(table, name)
    lists = {key: tuple(value) for key, value in table.get("lists", {}).items()}
    macros = {key: one_of(value) for key, value in lists.items()}
    macros |= {key: f"(?:{value})" for key, value in _expanded(table.get("macros", {}), macros, name).items()}
    entries = tuple(_entry(raw, macros, name) for raw in table.get("entry", []))
    seen: set[str] = set()
    for entry in entries:
        if entry.name in seen:
            raise LexiconError(f"{name}: two entries are named {entry.name!r}")
        seen.add(entry.name)
    return Lexicon(name, entries, lists, table.get("tables", {}))


def _check_shape(table: Mapping[str, Any], name: str) -> None:
    """Raises ``LexiconError`` where a file is TOML but no lexicon."""
    for section in ("lists", "tables", "macros"):
        if not isinstance(table.get(section, {}), dict):
            raise LexiconError(f"{name}: `{section}` must be a table: write [{section}] and its lines below")
    for key, value in table.get("lists", {}).items():
        if not _is_list_of_words(value):
            raise LexiconError(f'{name}: list {key!r} must be a list of words: {key} = ["one", "two"]')
    entries = table.get("entry", [])
    if not isinstance(entries, list) or not all(isinstance(raw, dict) for raw in entries):
        raise LexiconError(f"{name}: `entry` must be a list of tables: write [[entry]] above each")
    for raw in entries:
        for key in ("examples", "not_examples", "units", "cues", "with"):
            if key in raw and not _is_list_of_words(raw[key]):
                raise LexiconError(f"{name}: entry {raw.get('name')!r}: `{key}` must be a list of words in brackets")
        if not isinstance(raw.get("pattern", ""), str):
            raise LexiconError(f"{name}: entry {raw.get('name')!r}: `pattern` must be text in quotation marks")


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in r"#$&()*+-.?[\]^{|}~"})


def _quoted(word: str) -> str:
    return word.translate(_SPECIAL)


def _expanded(raw: Mapping[str, str], macros: dict[str, str], name: str) -> dict[str, str]:
    """Macros may use lists and the macros above them."""
    known = dict(macros)
    for key, value in raw.items():
        known[key] = "(?:" + _substituted(value, known, f"{name}: macro {key!r}") + ")"
    return {key: known[key] for key in raw}


_MACRO = re.compile(r"\{([a-z_]+)\}")


def _substituted(pattern: str, macros: Mapping[str, str], where: str) -> str:
    def substitute(found: re.Match[str]) -> str:
        try:
            return macros[found[1]]
        except KeyError:
            raise LexiconError(f"{where}: {{{found[1]}}} is no list or macro of the file") from None

    return _MACRO.sub(substitute, pattern)


def _where(lexicon: str, entry: str) -> str:
    return f"{lexicon}: entry {entry!r}"


def _entry(raw: Mapping[str, Any], macros: Mapping[str, str], name: str) -> Entry:
    if not isinstance(raw.get("name"), str):
        raise LexiconError(f"{name}: an [[entry]] has no name")
    where = _where(name, raw["name"])
    if not raw.get("examples"):
        raise LexiconError(f"{where}: give at least one line in `examples`")
    source = raw.get("pattern")
    verbose = bool(raw.get("verbose", False))
    if verbose:  # the spaces of lists and macros are meant, those of the entry's own pattern are not
        macros = {key: value.replace(" ", "[ ]") for key, value in macros.items()}
    return Entry(
        raw["name"],
        raw.get("meaning", ""),
        _substituted(source, macros, where) if source is not None else None,
        regex.VERBOSE if verbose else 0,
        bool(raw.get("case", False)),
        tuple(raw["examples"]),
        tuple(raw.get("not_examples", ())),
        {key: value for key, value in raw.items() if key not in _OWN_KEYS},
    )
