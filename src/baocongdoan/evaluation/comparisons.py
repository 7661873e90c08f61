"""When two facts say the same, level by level.

A level is a list of tests, each on one field. Names are compared without regard to case, punctuation, the place
of tone marks and abbreviations (``lexicon/equivalents.toml``); titles of acts by their words, because readers
cut them off at different places.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import regex

from ..lexicon.loader import load, words
from ..records import Fact
from .annotations import AnnotatedFact

__all__ = [
    "LEVELS",
    "FieldTest",
    "agree",
    "fold_name",
    "same_number",
    "same_place",
    "same_time",
    "same_title",
    "strictest",
]

_PUNCTUATION = regex.compile(r"[\s“”\"'‘’–—\-.,;:()/|]+")
# Tone marks of oa, oe and uy move between the vowels; in decomposed text a mark stands behind its letter.
_TONE_ON_FIRST = regex.compile(r"(o(?=.[ae])|u(?=.y))([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\p{M})")


@lru_cache(maxsize=1 << 16)
def fold_name(name: str) -> str:
    """The form under which names are the same: "LĐLĐ tỉnh X" and "Liên đoàn Lao động tỉnh X" have one.

    >>> fold_name("Uỷ ban nhân dân TP. Huế") == fold_name("UBND thành phố Huế")
    True
    """
    folded = unicodedata.normalize("NFC", name).casefold()
    for entry in load("equivalents").entries:
        if entry.pattern is not None:
            folded = entry.pattern.sub(entry.values["written"], folded)
    folded = _TONE_ON_FIRST.sub(r"\1\3\2", unicodedata.normalize("NFD", folded))
    return _PUNCTUATION.sub(" ", unicodedata.normalize("NFC", folded)).strip()


def _same(gold: Any, reported: Any) -> bool:
    return bool(gold == reported)


def same_name(gold: str | None, reported: str | None) -> bool:
    """Whether two names are one, or both unsaid.

    >>> same_name("TP.HCM", "Thành phố Hồ Chí Minh"), same_name(None, "Huế")
    (True, False)
    """
    if gold is None or reported is None:
        return gold is reported
    return fold_name(gold) == fold_name(reported)


def same_number(gold: float | None, reported: float | None) -> bool:
    """Whether two numbers are equal to four decimal places, or both unsaid.

    >>> same_number(4.5, 4.50000001), same_number(None, 0)
    (True, False)
    """
    if gold is None or reported is None:
        return gold is reported
    return round(float(gold), 4) == round(float(reported), 4)


def same_title(gold: str | None, reported: str | None) -> bool:
    """Whether two titles of acts share at least 60 % of their words (Dice's coefficient).

    >>> same_title("đổi mới tổ chức công đoàn", "đổi mới tổ chức công đoàn trong tình hình mới")
    True
    """
    if gold is None or reported is None:
        return gold is reported
    first, second = Counter(fold_name(gold).split()), Counter(fold_name(reported).split())
    return 2 * (first & second).total() >= 0.6 * (first.total() + second.total())


def same_time(gold: str | None, reported: str | None) -> bool:
    """Whether two quotes of dates are one but for leading words of time and direction.

    >>> same_time("từ ngày 16/4", "16/4"), same_time("tháng 4", "16/4")
    (True, False)
    """
    return _bare_time(gold or "") == _bare_time(reported or "")


def same_place(gold: str | None, reported: str | None) -> bool:
    """Whether two provinces are one, with "tỉnh" or "thành phố" in front or without.

    >>> same_place("TP. Huế", "Huế")
    True
    """
    return _bare_place(gold or "") == _bare_place(reported or "")


def _bare_time(quote: str) -> str:
    return _leading("time_words", repeated=True).sub("", fold_name(quote) + " ").strip()


def _bare_place(name: str) -> str:
    return _leading("place_words", repeated=False).sub("", fold_name(name))


@cache
def _leading(words_list: str, *, repeated: bool) -> regex.Pattern[str]:
    alternatives = "|".join(map(regex.escape, words("equivalents", words_list)))
    return regex.compile(rf"^(?:(?:{alternatives}) ){'+' if repeated else ''}")


@dataclass(frozen=True, slots=True)
class FieldTest:
    """One test of a level: the field that a doubt names, and whether two facts agree in it."""

    field: str
    agrees: Callable[[Any, Any], bool]


def _test(field: str, same: Callable[[Any, Any], bool] = _same) -> FieldTest:
    return FieldTest(field, lambda gold, reported: same(getattr(gold, field), getattr(reported, field)))


# The number decides which act is meant; the subject only where the gold fact has no number.
_SUBJECT_WITHOUT_NUMBER = FieldTest(
    "subject", lambda gold, reported: bool(gold.number) or same_title(gold.subject, reported.subject)
)
_DAYS = (_test("first_day"), _test("last_day"))
_MEASURE = (_test("measure"), _test("value", same_number))
_STATUS = (*_MEASURE, _test("status"), _test("qualifier"))
_OWNER = _test("organisation", same_name)

LEVELS: Mapping[str, Mapping[str, tuple[FieldTest, ...]]] = {
    "date": {"value": _DAYS, "full": (*_DAYS, _test("quote", same_time))},
    "organisation": {
        "name": (_test("name", same_name),),
        "full": (_test("name", same_name), _test("type"), _test("level"), _test("province", same_place)),
    },
    "document": {
        "identity": (_test("type"), _test("number", same_name), _SUBJECT_WITHOUT_NUMBER),
        "full": (
            _test("type"),
            _test("number", same_name),
            _test("subject", same_title),
            _test("issuer", same_name),
            _test("issued"),
            _test("term"),
        ),
    },
    "person": {
        "name": (_test("name", same_name),),
        "full": (_test("name", same_name), _test("role", same_name), _OWNER),
    },
    "count": {
        "value": (_test("value", same_number),),
        "measure": _MEASURE,
        "status": _STATUS,
        "organisation": (*_MEASURE, _OWNER),
        "period": (*_MEASURE, *_DAYS),
        "full": (*_STATUS, _OWNER, *_DAYS),
    },
}
"""The levels of each kind of fact, from the loosest to the strictest; all tests of a level must pass."""


def strictest(kind: str) -> tuple[FieldTest, ...]:
    """The tests of a kind's strictest level, which has all its fields.

    >>> [test.field for test in strictest("person")]
    ['name', 'role', 'organisation']
    """
    return [*LEVELS[kind].values()][-1]


def agree(gold: AnnotatedFact, reported: Fact, tests: tuple[FieldTest, ...], *, doubts: bool) -> bool:
    """Whether a reported fact passes the tests; with ``doubts``, the fields in doubt are left out."""
    return all((doubts and test.field in gold.doubt) or test.agrees(gold.fact, reported) for test in tests)
