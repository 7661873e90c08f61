"""How a number came about, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ..records import Level, Status
from .adding import LeftOut, Sum
from .questions import Question, Rule
from .reconciling import Result
from .statements import Reason, Statement

__all__ = ["how", "number", "why_left_out", "why_not_taken"]

_SAID_AS = {
    Status.REPORTED: "report",
    Status.TARGET: "target",
    Status.PROPOSED: "proposal",
    Status.CRITERION: "criterion",
}
_RULES = {
    Rule.LATEST: "the latest publication",
    Rule.OFFICIAL: "the official site",
    Rule.WITNESSES: "most witnesses",
}
_MOST_VALUES = 3  # of conflicts that are named


def number(value: float) -> str:
    """A number as English writes it.

    >>> number(12450.0), number(2.5)
    ('12,450', '2.5')
    """
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def how(sum_: Sum, aside: Sequence[Statement], witnesses: int, question: Question) -> str:
    """What was added up, who tells it, which conflicts were settled, and what was not added."""
    parts = [_told(sum_.taken, witnesses, question) if sum_.taken else "nothing to add up"]
    if conflicts := [result for result in sum_.taken if result.rejected]:
        parts.append(_conflicts(conflicts, question))
    if left := _left(sum_.left_out, aside, _SAID_AS[question.status]):
        parts.append(f"{_listed(left)} not added")
    return "; ".join(parts)


def why_left_out(left: LeftOut) -> str:
    """Why a result is not in a sum, with the one for whose sake.

    >>> why_left_out(LeftOut(None, Reason.COVERED))
    'is covered by the total of an upper union'
    """
    if left.beside is None:
        return left.reason.value
    return f"{left.reason.value} ({_named(left.beside)}: {number(left.beside.value)})"


def why_not_taken(result: Result) -> str:
    """Why a statement that differs is not what its result says."""
    return f"{Reason.DIFFERS.value} ({number(result.value)})"


def _told(taken: Sequence[Result], witnesses: int, question: Question) -> str:
    by = f"by {witnesses} {_of(witnesses, 'article')}"
    word = _SAID_AS[question.status]
    if len(taken) == 1:
        [result] = taken
        rounded = ", told as a rounded number," if result.is_rounded else ""
        return f"{_kind(result, question)} {word} of {_owner(result)}{rounded} {by}"
    loose = sum(result.is_rounded for result in taken)
    note = f" ({loose} rounded)" if loose else ""
    owners = {id(result.key.owner) for result in taken if result.key.owner is not None}
    if len(owners) == 1 and taken[0].key.owner is not None and all(result.key.owner is not None for result in taken):
        kinds = _listed(_counted(f"{_kind(result, question)} {word}" for result in taken))
        return f"sum of {kinds} of {_owner(taken[0])}{note} {by}"
    return f"sum of {len(taken)} {_of(len(taken), word)} of {_listed(_bodies(taken))}{note} {by}"


def _kind(result: Result, question: Question) -> str:
    period = result.key.period
    return "latest" if question.is_stock and period.is_told else period.kind


def _conflicts(conflicts: Sequence[Result], question: Question) -> str:
    settled = f"{len(conflicts)} {_of(len(conflicts), 'conflict')} settled by {_RULES[question.rule]}"
    named = [
        f"{number(result.value)}, not {' or '.join(number(value) for value, _ in result.rejected)}"
        for result in conflicts[:_MOST_VALUES]
    ]
    more = ["…"] if len(conflicts) > _MOST_VALUES else []
    return f"{settled} ({'; '.join([*named, *more])})"


def _left(left_out: Sequence[LeftOut], aside: Iterable[Statement], word: str) -> list[str]:
    covered = [left.result for left in left_out if left.reason is Reason.COVERED]
    names: dict[Reason, Callable[[Result], str]] = {
        Reason.SHORTER: lambda result: f"{result.key.period.kind} {word}",
        Reason.OVERLAPS: lambda result: f"overlapping {result.key.period.kind} {word}",
        Reason.EARLIER: lambda _: f"earlier {word}",
        Reason.UNDATED: lambda _: f"undated {word}",
        Reason.PART: lambda _: "part",
    }
    others = [names[left.reason](left.result) for left in left_out if left.reason in names]
    set_aside = {
        Reason.PART: "part",
        Reason.PRICE: "price",
        Reason.YEARLY: "yearly recurring figure",
        Reason.RATE: "rate",
    }
    others += [set_aside[statement.aside] for statement in aside if statement.aside is not None]
    return [*_bodies(covered), *_counted(others)]


def _bodies(results: Iterable[Result]) -> list[str]:
    """Whose results they are, by level: each organisation once."""
    owners = {id(result.key.owner): result.key.owner for result in results if result.key.owner is not None}
    named = _counted(_body(owner.level, owner.type) for owner in owners.values())
    if unowned := sum(result.key.owner is None for result in results):
        named.append(f"{unowned} untold {_of(unowned, 'owner')}")
    return named


def _body(level: Level | None, type_: str | None) -> str:
    if level is not None:
        return f"{level.value} union"
    return {"union": "other union", None: "other body"}.get(
        type_, "other body" if type_ == "other" else f"{type_} body"
    )


def _owner(result: Result) -> str:
    return result.key.owner.name if result.key.owner is not None else "an untold owner"


def _named(result: Result) -> str:
    period = result.key.period
    return f"{_owner(result)}, {period.kind} of {period.years}" if period.is_told else _owner(result)


def _counted(words: Iterable[str]) -> list[str]:
    return [f"{count} {_of(count, word)}" for word, count in Counter(words).items()]


def _of(count: int, word: str) -> str:
    """A word in the number that goes with a count.

    >>> _of(2, "half-year report"), _of(2, "party body"), _of(1, "part"), _of(2, "criterion")
    ('half-year reports', 'party bodies', 'part', 'criteria')
    """
    if count == 1:
        return word
    for singular, plural in (("criterion", "criteria"), ("body", "bodies")):
        if word.endswith(singular):
            return word.removesuffix(singular) + plural
    return f"{word}s"


def _listed(parts: Sequence[str]) -> str:
    """Parts as one reads them out.

    >>> _listed(["2 district unions", "1 half-year", "1 part"])
    '2 district unions, 1 half-year and 1 part'
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
