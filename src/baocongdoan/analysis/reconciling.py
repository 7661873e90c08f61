"""Articles that tell of the same result, as one result with its witnesses, and with its conflict if they differ."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from ..lexicon.newspapers import is_union_site
from .questions import Question, Rule
from .statements import Key, Statement

__all__ = ["Result", "reconcile"]


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What an organisation did in a period (or had on a day), as it was settled.

    ``taken`` are the statements that tell its value or agree with it, ``differing`` those that do not: there are such
    in a conflict alone. ``rejected`` are their values, each with the number of its witnesses. ``is_rounded`` says that
    no article tells the number exactly.
    """

    key: Key
    value: float
    is_rounded: bool
    taken: tuple[Statement, ...]
    differing: tuple[Statement, ...] = ()
    rejected: tuple[tuple[float, int], ...] = ()

    @property
    def witnesses(self) -> frozenset[str]:
        """The articles that tell it, copies counted as the article that they copy."""
        return frozenset(statement.best.witness for statement in self.taken)

    @property
    def wholes(self) -> frozenset[Key]:
        """The results that articles call it a part of."""
        return frozenset(statement.whole for statement in self.taken if statement.whole is not None)


def reconcile(statements: Iterable[Statement], question: Question) -> list[Result]:
    """The results that statements tell of; those that are ``aside`` tell of none.

    Where the owner is not told, only what agrees is taken for the same result.
    """
    by_key: defaultdict[Key, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.aside is None:
            by_key[statement.key].append(statement)
    results: list[Result] = []
    for key, told in by_key.items():
        if len(told) == 1:
            results.append(_result(key, [_Account.of(told)]))
            continue
        accounts = [_Account.of(list(group)) for _, group in groupby(told, lambda each: each.best.article_id)]
        voices = _voices(accounts)
        if key.owner is None:
            results += _each_its_own(key, voices)
        else:
            results.append(_settled(key, voices, question))
    return results


@dataclass(slots=True, eq=False)
class _Account:
    """All that one article says of one result: what it counts apart without calling it a part or a repetition is to be
    added (18 groups and 31 people honoured, 21 homes built and 8 mended)."""

    statements: tuple[Statement, ...]
    items: tuple[Statement, ...]
    low: float
    high: float
    value: float
    witness: str
    published: str
    site: str
    width: float
    """How far from exact it is."""

    @classmethod
    def of_one(cls, statement: Statement) -> _Account:
        best, only = statement.rows[0], (statement,)
        low, high = statement.low, statement.high
        return cls(only, only, low, high, best.value, best.witness, best.published or "", best.site or "", high - low)

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> _Account:
        if len(statements) == 1:
            return cls.of_one(statements[0])
        items: list[Statement] = []
        for statement in sorted(statements, key=_width):
            # The same number of the same thing twice: a repetition that was not seen to be one.
            if not any(statement.agrees(item) and _same_thing(statement, item) for item in items):
                items.append(statement)
        low, high = sum(item.low for item in items), sum(item.high for item in items)
        best = statements[0].best
        return cls(
            tuple(statements),
            tuple(items),
            low,
            high,
            sum(item.best.value for item in items),
            best.witness,
            best.published or "",
            best.site or "",
            high - low,
        )

    def sums_to(self, other: _Account) -> bool:
        """Whether both may come to the same."""
        return self.low <= other.high and other.low <= self.high

    def tells_of(self, fuller: _Account) -> bool:
        """Whether it tells some of the things that another counts apart."""
        if len(self.items) >= len(fuller.items):
            return False
        left = list(fuller.items)
        for item in self.items:
            match = next((each for each in left if item.agrees(each)), None)
            if match is None:
                return False
            left.remove(match)
        return True


def _width(statement: Statement) -> float:
    return statement.high - statement.low


def _same_thing(one: Statement, other: Statement) -> bool:
    short, long = sorted((one.best.unit, other.best.unit), key=len)
    return long.startswith(short)


@dataclass(slots=True, eq=False)
class _Voice:
    """Accounts that agree with the first of them, which is the most exact; ``alone`` are those that agree with no other
    voice, too, as "hơn 12.000" does with 12.450 and 12.540."""

    accounts: list[_Account]
    alone: list[_Account] = field(default_factory=list)

    @property
    def witnesses(self) -> int:
        return len({account.witness for account in self.accounts})

    def heard(self, accounts: Sequence[_Account]) -> str:
        """When accounts last said it anew: copies say nothing new, so of each witness the first day counts."""
        if len(accounts) == 1:
            return accounts[0].published
        first: dict[str, str] = {}
        for account in accounts:
            said = first.get(account.witness)
            first[account.witness] = account.published if said is None else min(said, account.published)
        return max(first.values(), default="")

    @property
    def best(self) -> _Account:
        """The account whose number is taken: the most exact, of several the latest."""
        if len(self.accounts) == 1:
            return self.accounts[0]
        same = [account for account in self.accounts if account.sums_to(self.accounts[0])]
        return max(same, key=lambda account: (-account.width, account.published))


def _voices(accounts: list[_Account]) -> list[_Voice]:
    """The accounts by what they agree with; those that tell more things, and more exactly, found voices first."""
    voices: list[_Voice] = []  # whose first accounts share no number, in the order of their numbers
    lows: list[float] = []
    of_several = _Several()
    for account in sorted(accounts, key=lambda each: (-len(each.items), each.width)):
        place = bisect_right(lows, account.high)
        first = place
        while first and voices[first - 1].accounts[0].high >= account.low:
            first -= 1
        heard = voices[first:place]
        if of_several.are_there:
            heard += [voice for voice in of_several.that_may_tell(account) if voice not in heard]
        for voice in heard:
            voice.accounts.append(account)
        if len(heard) == 1:
            heard[0].alone.append(account)
        elif not heard:
            voice = _Voice([account], [account])
            voices.insert(place, voice)
            lows.insert(place, account.low)
            if len(account.items) > 1:
                of_several.add(voice)
    return voices


class _Several:
    """The voices that count several things apart, to be found by any of these."""

    def __init__(self) -> None:
        self._lows: list[float] = []
        self._voices: list[_Voice] = []
        self._widest = 0.0

    @property
    def are_there(self) -> bool:
        return bool(self._voices)

    def add(self, voice: _Voice) -> None:
        for item in voice.accounts[0].items:
            place = bisect_right(self._lows, item.low)
            self._lows.insert(place, item.low)
            self._voices.insert(place, voice)
            self._widest = max(self._widest, _width(item))

    def that_may_tell(self, account: _Account) -> Iterator[_Voice]:
        """Those that tell all things of an account, and more."""
        item = account.items[0]
        first, last = bisect_left(self._lows, item.low - self._widest), bisect_right(self._lows, item.high)
        for voice in dict.fromkeys(self._voices[first:last]):
            if account.tells_of(voice.accounts[0]):
                yield voice


def _settled(key: Key, voices: list[_Voice], question: Question) -> Result:
    """One result, by the question's rule where the voices differ."""
    if len(voices) == 1:
        return _result(key, voices[0].accounts)

    def weight(voice: _Voice) -> tuple[Any, ...]:
        latest = voice.heard(voice.alone)
        match question.rule:
            case Rule.LATEST:
                first: Any = latest
            case Rule.OFFICIAL:
                first = voice.heard([account for account in voice.alone if _is_official(account, question)])
            case Rule.WITNESSES:
                first = voice.witnesses
        # What is left undecided goes to the later, better told, more exact and larger one: always the same.
        return first, latest, voice.witnesses, -voice.accounts[0].width, voice.best.value

    ranked = sorted(voices, key=weight, reverse=True)
    kept = {id(account) for account in ranked[0].accounts}
    others = [[account for account in voice.accounts if id(account) not in kept] for voice in ranked[1:]]
    return _result(
        key,
        ranked[0].accounts,
        list(_flat(dict.fromkeys(account for accounts in others for account in accounts))),
        [
            (voice.best.value, len({each.witness for each in own}))
            for voice, own in zip(ranked[1:], others, strict=True)
        ],
    )


def _is_official(account: _Account, question: Question) -> bool:
    return account.site in question.official if question.official else is_union_site(account.site)


def _each_its_own(key: Key, voices: list[_Voice]) -> Iterator[Result]:
    """Results that nobody's name ties together: each number is its own."""
    placed: set[int] = set()
    for voice in voices:
        accounts = [account for account in voice.accounts if id(account) not in placed]
        placed |= {id(account) for account in accounts}
        yield _result(key, accounts)


def _result(
    key: Key,
    accounts: Sequence[_Account],
    differing: Sequence[Statement] = (),
    rejected: Sequence[tuple[float, int]] = (),
) -> Result:
    best = _Voice(list(accounts)).best
    return Result(key, best.value, best.width > 0, tuple(_flat(accounts)), tuple(differing), tuple(rejected))


def _flat(accounts: Iterable[_Account]) -> Iterator[Statement]:
    for account in accounts:
        yield from account.statements
