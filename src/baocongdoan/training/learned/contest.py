"""Every learned part against the rules, on articles that it has not seen, by the gate's scorer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ...evaluation.annotations import AnnotatedArticle
from ...evaluation.scoring import Tally, score
from ...records import Fact
from ..folds import folds
from .choices import Chooser
from .labels import MEASURE, STATUS
from .owners import OWNER
from .periods import PERIOD
from .reading import ReadArticle
from .spans import SpanTagger

__all__ = ["LEARNERS", "Learner", "Result", "contest"]

_FOLDS = 8
_SURE = 1.0  # log odds

Reader = Callable[[ReadArticle], tuple[Fact, ...]]


class Learner(Protocol):
    """A part that can be learned: judged by its ``levels`` of the scorer."""

    @property
    def name(self) -> str:
        """What the comparison calls it."""
        ...

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of the scorer that it is judged by."""
        ...

    def fit(self, articles: Sequence[ReadArticle]) -> Reader:
        """A reader of articles that has learned from these."""
        ...


LEARNERS: tuple[Learner, ...] = (
    SpanTagger(alone=True),
    SpanTagger(),
    *(Chooser(field, alone=alone) for field in (STATUS, MEASURE, OWNER, PERIOD) for alone in (True, False)),
    *(Chooser(field, caution=_SURE) for field in (OWNER, PERIOD)),
)
"""All parts that were thought of: by themselves, with what the rules say, and against them only when sure."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a learned part and the rules did at one level on the same articles; ``better`` and ``worse`` are the numbers
    of articles in which the learned part had more, or less, right by F1."""

    learner: str
    level: str
    articles: str
    rules: Tally
    learned: Tally
    better: int
    worse: int

    def __str__(self) -> str:
        figures = (
            f"rules {self.rules.f1:.3f} ({self.rules.right})  learned {self.learned.f1:.3f} ({self.learned.right})"
        )
        return f"{self.learner:38s} {self.level:19s} {self.articles:9s} {figures}  +{self.better} -{self.worse}"


def contest(
    learners: Iterable[Learner], seen: Sequence[ReadArticle], unseen: Sequence[ReadArticle] = ()
) -> Iterator[Result]:
    """The results of each learner: on the articles that it learns from, each read by a model that was trained without
    it, and on further ones by a model that was trained on all of those."""
    for learner in learners:
        yield from _compared(learner, "held out", [*_held_out(learner, seen)])
        if unseen:
            read = learner.fit(seen)
            yield from _compared(learner, "unseen", [(article, read(article)) for article in unseen])


def _held_out(learner: Learner, articles: Sequence[ReadArticle]) -> Iterator[tuple[ReadArticle, tuple[Fact, ...]]]:
    for others, held in folds(articles, _FOLDS):
        read = learner.fit(others)
        yield from ((article, read(article)) for article in held)


def _compared(learner: Learner, name: str, read: Sequence[tuple[ReadArticle, tuple[Fact, ...]]]) -> Iterator[Result]:
    scored = [(_tallies(article, article.extraction.facts), _tallies(article, facts)) for article, facts in read]
    for level in learner.levels:
        pairs = [(rules[level], learned[level]) for rules, learned in scored]
        yield Result(
            learner.name,
            level,
            name,
            sum((theirs for theirs, _ in pairs), Tally()),
            sum((own for _, own in pairs), Tally()),
            better=sum(own.f1 > theirs.f1 for theirs, own in pairs),
            worse=sum(own.f1 < theirs.f1 for theirs, own in pairs),
        )


def _tallies(article: ReadArticle, facts: tuple[Fact, ...]) -> Mapping[str, Tally]:
    gold = article.gold
    reported = AnnotatedArticle.of(gold.name, replace(article.extraction, facts=facts))
    return score({gold.name: gold}, {gold.name: reported}).levels
