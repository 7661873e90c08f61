"""What the report page says, in Vietnamese or English: a TOML file each beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from ...analysis import wording
from ...analysis.owners import COUNTRY
from ...analysis.periods import UNKNOWN
from ...analysis.questions import Map, Rule
from ...analysis.statements import Reason
from ...errors import QuestionError, unknown
from .. import summary

__all__ = ["Language", "Words", "words_of"]


class Language(StrEnum):
    """The languages of the page."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that the page says of itself; ``{0}`` in a word stands for what is filled in."""

    title: str
    subtitle: str
    how_to_read: str
    nothing: str
    no_counts: str
    contents: str
    unknown: str
    whole_country: str
    read: str
    dataset: str
    articles: str
    duplicates: str
    repeated: str
    skipped: str
    facts: str
    counts: str
    published: str
    undated: str
    newspapers: str
    unnamed_site: str
    more_newspapers: str
    provinces: str
    rule: str
    by_year: str
    by_province: str
    year: str
    province: str
    result: str
    target: str
    results: str
    witnesses: str
    conflict_number: str
    of_counts: str
    drawn_years: str
    drawn_provinces: str
    scaled: str
    nothing_drawn: str
    more_rows: str
    command: str
    table_of: str
    conflicts: str
    owner: str
    period: str
    taken: str
    rejected: str
    rejected_by: str
    more_conflicts: str
    used: str
    not_used: str
    more_quotes: str
    close: str
    nothing_added: str
    left_out: str
    left_out_why: str
    scales: Mapping[str, str]
    maps: Mapping[str, str]
    rules: Mapping[str, str]
    reasons: Mapping[str, str]
    measures: Mapping[str, str]
    language: Language

    def number(self, value: float) -> str:
        """A number as the language writes it.

        >>> words_of("vi").number(2596.5), words_of("en").number(2596.5)
        ('2.596,5', '2,596.5')
        """
        return summary.number(value) if self.language is Language.VIETNAMESE else wording.number(value)

    def label(self, label: str) -> str:
        """The label of a total: the two that are words, not names, are said in the language.

        >>> words_of("vi").label("unknown"), words_of("vi").label("Huế")
        ('chưa rõ', 'Huế')
        """
        return {UNKNOWN: self.unknown, COUNTRY: self.whole_country}.get(label, label)

    def measure(self, measure: str) -> str:
        """What a measure counts; one of a user's own has its name alone.

        >>> words_of("en").measure("homes"), words_of("en").measure("trees_planted")
        ('Homes built or mended', 'trees_planted')
        """
        return self.measures.get(measure, measure)

    def map(self, map: Map | None) -> str:
        """Which provinces."""
        return self.maps["named" if map is None else map.value]

    def rule_for(self, rule: Rule) -> str:
        """Whose value is taken in a conflict."""
        return self.rules[rule.value]

    def reason(self, reason: Reason) -> str:
        """Why a count is not in a total."""
        return self.reasons[reason.name]


@cache
def words_of(language: str) -> Words:
    """The words of a language; ``QuestionError`` says which there are.

    >>> words_of("fr")
    Traceback (most recent call last):
    ...
    baocongdoan.errors.QuestionError: no language 'fr': There are vi, en
    """
    if language not in list(Language):
        raise QuestionError(unknown("language", language, [each.value for each in Language]))
    text = Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8")
    return msgspec.convert({**tomllib.loads(text), "language": language}, Words)
