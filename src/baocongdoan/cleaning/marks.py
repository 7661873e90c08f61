"""The marks that lines bear by themselves: by a named entry of the lexicon, a day, how they are built or linked."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex
from msgspec import Struct, structs

from ..lexicon.loader import load, words
from ..records import Markup, Role
from .features import LineFeatures
from .markup import is_outside, leads_elsewhere
from .stamps import Stamp, read_stamp

__all__ = ["LINKED", "SETTLED", "SOURCES", "Mark", "mark"]

_MARK = "mark"  # what is known under this name of a line's words
_LONGEST = 60  # words; only a credit at its end can mark a longer line
_HEAD = re.compile(r"[\W_]*(?:[^\W_]+.?)?", re.DOTALL)  # the first word with what stands around it
_CREDIT_WITHIN = 100  # letters from the end of a line in which a photograph's credit stands


class Mark(Struct, frozen=True):
    """What a line is by its own words. ``opens`` is "links" or "end" where a zone begins with it; a ``weak``
    mark counts only outside the article's prose."""

    name: str
    role: Role
    opens: str = ""
    weak: bool = False
    stamp: Stamp | None = None


_MARKUP = Mark("markup", Role.BOILERPLATE)
_STRAY = Mark("stray", Role.BOILERPLATE)
_LINK = Mark("bare_link", Role.BOILERPLATE)
_DOUBLED = Mark("doubled", Role.BOILERPLATE, opens="links")
_NUMBER = Mark("number", Role.BOILERPLATE, weak=True)
_OUTSIDE = Mark("outside", Role.BOILERPLATE)
LINKED = Mark("linked", Role.BOILERPLATE)
"""The mark of a link to another article that is no page's headline."""

_FIGURE = Mark("figure", Role.CAPTION)
SETTLED = frozenset({_OUTSIDE.name, LINKED.name})
"""The marks that the markup alone gives to lines of no article."""

SOURCES = frozenset({"source", "source_after"})
"""The marks of lines that say where the page has the article from."""


def mark(line: LineFeatures) -> Mark | None:
    """The mark of a line, or none where its words alone don't tell.

    >>> from .features import look
    >>> from ..records import PageLine
    >>> [found and found.name for found in map(mark, look([PageLine(1, "Tin liên quan:"), PageLine(2, "Một lớp mới")]))]
    ['related_heading', None]
    """
    if line.markup is not None and (found := _of_markup(line, line.markup)) is not None:
        return found
    known = line.known
    if known is None:
        return _of_words(line)
    if _MARK not in known:
        known[_MARK] = _of_words(line)
    given: Mark | None = known[_MARK]
    return given


def _of_words(line: LineFeatures) -> Mark | None:
    """What the words alone say."""
    if not line.has_letters:
        return _dated(line) or (_NUMBER if any(map(str.isdigit, line.text)) else _MARKUP)
    if line.link_only:
        return _LINK
    if len(line.text) <= 2:
        return _STRAY
    if line.words > _LONGEST:
        return _credit(line)
    if _is_doubled(line):
        return _DOUBLED
    told = _of_lexicon(line)
    if told is not None and told.name == "byline":  # "Tác giả: Hà Vân - 30/07/2020"
        return structs.replace(told, stamp=read_stamp(line.text))
    return told or _dated(line) or _credit(line)


def _of_markup(line: LineFeatures, markup: Markup) -> Mark | None:
    """What the markup alone says: parts of the page that hold no article, links, pictures' captions."""
    if markup.heading == 1:
        return None
    if is_outside(markup):
        return _OUTSIDE
    if leads_elsewhere(markup, line.words, line.text):
        return LINKED
    return _FIGURE if markup.is_caption and read_stamp(line.text) is None else None


def _dated(line: LineFeatures) -> Mark | None:
    stamp = read_stamp(line.text)
    return Mark("date", Role.META, stamp=stamp) if stamp else None


def _is_doubled(line: LineFeatures) -> bool:
    """A headline printed twice over: a link's picture text and its words."""
    half, odd = divmod(len(line.tokens), 2)
    return not odd and half >= 3 and line.tokens[:half] == line.tokens[half:]


class _Rule(Struct, frozen=True):
    """An entry of the lexicon about whole lines: how they are written, which signs they can't do without, if any, how
    long they are at most, and their mark."""

    pattern: regex.Pattern[str]
    signs: frozenset[str]
    words_at_most: int
    mark: Mark


@cache
def _rules(case: bool) -> tuple[_Rule, ...]:
    """The entries about whole lines, in the order of the lexicon."""
    return tuple(
        _Rule(
            entry.pattern,
            frozenset(entry.values.get("signs", "")),
            entry.values.get("words_at_most", _LONGEST),
            Mark(entry.name, Role(entry.values["role"]), entry.values.get("opens", ""), bool(entry.values.get("weak"))),
        )
        for entry in load("cleaning").entries
        if entry.pattern and "role" in entry.values and not entry.values.get("at_end") and entry.case == case
    )


@cache
def _signs() -> re.Pattern[str]:
    """Any of the signs without which a rule's pattern can't match."""
    return re.compile(f"[{re.escape(''.join(sorted({sign for rule in _rules(False) for sign in rule.signs})))}]")


@lru_cache(maxsize=8192)
def _rules_for(head: str) -> tuple[_Rule, ...]:
    """The rules for lines that begin so: few of them are for any, and a word that begins a line begins many."""
    return tuple(rule for rule in _rules(False) if rule.pattern.match(head, partial=True))


def _of_lexicon(line: LineFeatures) -> Mark | None:
    head = _HEAD.match(line.lower)
    signs = set(_signs().findall(line.lower))
    for rules, shadow in ((_rules_for(head[0] if head else ""), line.lower), (_rules(True), line.folded)):
        for rule in rules:
            if rule.signs and rule.signs.isdisjoint(signs):
                continue
            if rule.pattern.match(shadow):
                if line.words <= rule.words_at_most:
                    return rule.mark
                break
    return None


def _credit(line: LineFeatures) -> Mark | None:
    if len(line.text) != len(line.folded):
        return None
    tail = line.lower[-_CREDIT_WITHIN:]
    if not any(word in tail for word in words("cleaning", "picture")):  # most lines stop here
        return None
    found = load("cleaning").pattern("credit").search(line.folded, max(0, len(line.folded) - _CREDIT_WITHIN))
    return Mark("credit", Role.CAPTION) if found else None
