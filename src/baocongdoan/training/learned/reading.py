"""Annotated articles as the rules read them: what every learned part learns from and is judged on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import regex

from ...evaluation.annotations import AnnotatedArticle, AnnotatedFact, load_annotations
from ...evaluation.comparisons import same_number
from ...facts.entities.organisations import Directory, resolve_organisations
from ...language.text import Span, Text, TextLine
from ...mentions.organisations import find_organisations
from ...pipeline import extract
from ...records import Count, Extraction, Fact, Role

__all__ = ["CountView", "ReadArticle", "read_articles"]

_DIGIT = regex.compile(r"\d")


@dataclass(frozen=True, eq=False)
class ReadArticle:
    """An annotated article, what the rules extract from it, and the text that they work on."""

    gold: AnnotatedArticle
    extraction: Extraction
    text: Text

    @classmethod
    def of(cls, gold: AnnotatedArticle, extraction: Extraction) -> ReadArticle:
        """The article with its extraction, whose text is read once more."""
        return cls(gold, extraction, Text.of(extraction.article))

    @cached_property
    def directory(self) -> Directory:
        """The bodies of the article."""
        return resolve_organisations(find_organisations(self.text), self.text, self.extraction.article)

    @cached_property
    def answers(self) -> Mapping[int, AnnotatedFact]:
        """By the place of a count among the extracted ones, the annotated count of the same number there."""
        wanted = [annotated for annotated in self.gold.facts if isinstance(annotated.fact, Count)]
        answers = {}
        for place, count in enumerate(self.extraction.counts):
            same = next((one for one in wanted if _is_same(one.fact, count)), None)
            if same is not None:
                wanted.remove(same)
                answers[place] = same
        return answers

    def views(self) -> Iterator[CountView]:
        """The article seen from each of its counts, in their order."""
        return (CountView(self, place) for place in range(len(self.extraction.counts)))

    def with_counts(self, counts: Iterable[Count]) -> tuple[Fact, ...]:
        """The facts of the extraction with others in the place of its counts, one for one."""
        given = iter(counts)
        return tuple(next(given) if isinstance(fact, Count) else fact for fact in self.extraction.facts)


@dataclass(frozen=True, eq=False)
class CountView:
    """An article seen from the count in a ``place`` among the extracted ones."""

    article: ReadArticle
    place: int

    @property
    def count(self) -> Count:
        """The count as the rules tell it."""
        return self.article.extraction.counts[self.place]

    @cached_property
    def position(self) -> int:
        """Where its number stands: a quote may begin with the verb in front of it."""
        digit = _DIGIT.search(self.count.quote)
        return self.count.start + (digit.start() if digit else 0)

    @cached_property
    def sentence(self) -> Span:
        """The sentence of its number."""
        return self.article.text.sentence_around(self.position)

    @cached_property
    def line(self) -> TextLine:
        """The line of its number."""
        return self.article.text.line_around(self.position)

    @property
    def in_title(self) -> bool:
        """Whether it stands in the headline."""
        return self.line.role is Role.TITLE

    @property
    def measure(self) -> str:
        """The measure that the rules tell, or "stock" for all there are of something."""
        return "stock" if self.count.measure.endswith("_total") else self.count.measure

    @property
    def neighbours(self) -> Mapping[str, Count]:
        """The counts "before" and "behind" it."""
        counts = self.article.extraction.counts
        places = {"before": self.place - 1, "behind": self.place + 1}
        return {name: counts[place] for name, place in places.items() if 0 <= place < len(counts)}


def read_articles(folders: Iterable[Path]) -> tuple[ReadArticle, ...]:
    """The annotated articles of folders, read by the rules; each bears its folder's name in front of its own."""
    articles = []
    for folder in folders:
        for gold in load_annotations(folder).values():
            if gold.page is not None:
                named = replace(gold, name=f"{folder.name}/{gold.name}")
                articles.append(ReadArticle.of(named, extract(gold.page)))
    return tuple(articles)


def _is_same(gold: Fact, count: Count) -> bool:
    overlaps = gold.start < count.end and count.start < gold.end
    return overlaps and isinstance(gold, Count) and same_number(gold.value, count.value)
