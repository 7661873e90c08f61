"""Every learned part against the rules, on articles that it has not seen, by the gate's scorer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ...evaluation.annotations import AnnotatedArticle
from ...evaluation.scoring import Tally, score
from ...records import Fact
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
    folds = min(_FOLDS, len(articles))
    for fold in range(folds):
        read = learner.fit([article for place, article in enumerate(articles) if place % folds != fold])
        yield from ((article, read(article)) for article in articles[fold::folds])


def _compared(learner: Learner, name: str, read: Sequence[tuple[ReadArticle, tuple[Fact, ...]]]) -> Iterator[Result]:
    for level in learner.levels:
        rules = [_tally(article, article.extraction.facts, level) for article, _ in read]
        learned = [_tally(article, facts, level) for article, facts in read]
        pairs = [*zip(rules, learned, strict=True)]
        yield Result(
            learner.name,
            level,
            name,
            sum(rules, Tally()),
            sum(learned, Tally()),
            better=sum(own.f1 > theirs.f1 for theirs, own in pairs),
            worse=sum(own.f1 < theirs.f1 for theirs, own in pairs),
        )


def _tally(article: ReadArticle, facts: tuple[Fact, ...], level: str) -> Tally:
    gold = article.gold
    reported = AnnotatedArticle.of(gold.name, replace(article.extraction, facts=facts))
    return score({gold.name: gold}, {gold.name: reported}).levels[level]
