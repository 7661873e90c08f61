"""Confidence: learned from annotated articles, and how far it can be trusted on others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from pathlib import Path
from types import MappingProxyType

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from ..errors import BaocongdoanError
from ..evaluation.annotations import AnnotatedArticle, load_annotations
from ..evaluation.scoring import judged
from ..facts.confidence import ConfidenceModel, Scale, traits
from ..facts.grounds import Grounded
from ..pipeline import explain
from ..records import Count, Fact
from ..serialise import FACT_TYPES
from .folds import folds
from .learned.reading import ReadArticle

__all__ = ["Decile", "JudgedFact", "Told", "deciles", "fit", "held_out", "judged_facts", "like_real", "told"]

_FOLDS = 10
_PLACES = 3
_EXACTLY = 1e-9


# The strength of the data against the wish for small weights, chosen by log loss on articles held out.
_STRENGTH_OF_COUNTS = 0.03
_STRENGTH_OF_OTHERS = 0.3
# The rules were written with the training articles at hand, so their shares of right facts promise too much. These are
# the shares in first runs on articles that nobody had read, invented and real ones (docs/explanation/quality.md).
_FRESH = MappingProxyType({"date": 0.93, "organisation": 0.92, "document": 0.87, "person": 0.85, "count": 0.60})
# Of the training dates whose year is guessed nearly all are right, of those in further articles far from all.
_CAUTION = MappingProxyType({"year guessed": log(5)})


@dataclass(frozen=True, slots=True)
class JudgedFact:
    """A reported fact of an annotated article: its kind and traits, and whether it is right.

    ``unsaid`` tells of a count whether its owner and its period are unsaid in the annotation, null where it has none.
    ``weight`` is how many facts it stands for in training.
    """

    article: str
    kind: str
    traits: tuple[str, ...]
    right: bool
    unsaid: tuple[bool, bool] | None = None
    weight: float = 1.0


def judged_facts(folders: Iterable[Path]) -> tuple[JudgedFact, ...]:
    """What the extractor reports of the annotated articles of some folders; what it can't read is left out."""
    return tuple(fact for folder in folders for gold in load_annotations(folder).values() for fact in _of_article(gold))


def _of_article(gold: AnnotatedArticle) -> Iterator[JudgedFact]:
    if gold.page is None:
        return
    try:
        explained = explain(gold.page)
    except BaocongdoanError:  # no article in the page: nothing is reported
        return
    extraction = explained.extraction
    verdicts = judged(gold, AnnotatedArticle.of(gold.name, extraction))
    article = ReadArticle.of(gold, extraction)
    unsaid = {extraction.counts[place].id: _unsaid(answer.fact) for place, answer in article.answers.items()}
    for fact in extraction.facts:
        if fact.id in verdicts:
            found = tuple(traits(Grounded(fact, explained.grounds[fact.id]), article.text))
            yield JudgedFact(gold.name, fact.kind, found, verdicts[fact.id], unsaid.get(fact.id))


def _unsaid(fact: Fact) -> tuple[bool, bool]:
    assert isinstance(fact, Count)  # noqa: S101  answers are counts
    return fact.organisation is None, fact.first_day is None and fact.last_day is None


def like_real(invented: Sequence[JudgedFact], real: Sequence[JudgedFact]) -> tuple[JudgedFact, ...]:
    """The facts of invented articles, weighted so that as many counts lack an owner or a period as in real ones.

    Invented reports name nearly every owner and period, so that a count without them is mostly a mistake; in news it
    mostly is right.
    """
    of_real, of_invented = _shares(real), _shares(invented)
    ratio = {unsaid: of_real.get(unsaid, 0.0) / share for unsaid, share in of_invented.items()}
    return tuple(replace(fact, weight=ratio[fact.unsaid]) if fact.unsaid is not None else fact for fact in invented)


def _shares(facts: Sequence[JudgedFact]) -> Mapping[tuple[bool, bool], float]:
    counted = Counter(fact.unsaid for fact in facts if fact.unsaid is not None)
    return {unsaid: count / counted.total() for unsaid, count in counted.items()}


def fit(facts: Sequence[JudgedFact]) -> ConfidenceModel:
    """A model from judged facts, which must hold right and wrong ones of every kind; the same give the same model."""
    return ConfidenceModel({kind: _scale(kind, [fact for fact in facts if fact.kind == kind]) for kind in FACT_TYPES})


def _scale(kind: str, facts: Sequence[JudgedFact]) -> Scale:
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform([dict.fromkeys(fact.traits, 1.0) for fact in facts])
    strength = _STRENGTH_OF_COUNTS if kind == "count" else _STRENGTH_OF_OTHERS
    model = LogisticRegression(C=strength, tol=_EXACTLY, max_iter=10_000)
    with threadpool_limits(1):  # sums in another order would have other last digits
        model.fit(rows, [fact.right for fact in facts], sample_weight=[fact.weight for fact in facts])
    weights = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    rounded = {name: round(float(weight) - _CAUTION.get(name, 0.0), _PLACES) for name, weight in weights}
    start = float(model.intercept_[0]) - _optimism(kind, facts)
    return Scale(round(start, _PLACES), {name: weight for name, weight in sorted(rounded.items()) if weight})


def _optimism(kind: str, facts: Sequence[JudgedFact]) -> float:
    """How much better, in log odds, the training facts are than those of fresh articles."""
    right = sum(fact.right for fact in facts)
    wrong = len(facts) - right
    fresh = _FRESH[kind]
    return max(0.0, log((right + 1) / (wrong + 1)) - log(fresh / (1 - fresh)))


@dataclass(frozen=True, slots=True)
class Told:
    """The confidence of a fact, its kind, and whether it is right."""

    kind: str
    confidence: float
    right: bool


def told(model: ConfidenceModel, facts: Iterable[JudgedFact]) -> Iterator[Told]:
    """What a model tells of judged facts."""
    for fact in facts:
        yield Told(fact.kind, model.scales[fact.kind].confidence(iter(fact.traits)), fact.right)


def held_out(facts: Sequence[JudgedFact]) -> Iterator[Told]:
    """What models tell of the articles that they were not learned from, in ten folds."""
    articles = sorted({fact.article for fact in facts})
    for _, held in folds(articles, _FOLDS):
        out = set(held)
        model = fit([fact for fact in facts if fact.article not in out])
        yield from told(model, (fact for fact in facts if fact.article in out))


@dataclass(frozen=True, slots=True)
class Decile:
    """Facts whose confidence lies from ``low`` to ``low`` + 0.1: how many, their mean confidence, the right."""

    low: float
    facts: int
    confidence: float
    right: int

    def __str__(self) -> str:
        return f"{self.low:.1f}  {self.facts:5d}  {self.confidence:.2f}  {self.right / self.facts:.2f}"


def deciles(facts: Iterable[Told]) -> Iterator[Decile]:
    """The facts by the tenth that their confidence lies in; tenths without facts are left out.

    >>> [str(decile) for decile in deciles([Told("date", 0.95, True), Told("date", 0.91, False)])]
    ['0.9      2  0.93  0.50']
    """
    tenths: dict[int, list[Told]] = {}
    for fact in facts:
        tenths.setdefault(int(fact.confidence * 10 + _EXACTLY), []).append(fact)
    for tenth, of_tenth in sorted(tenths.items()):
        mean = sum(fact.confidence for fact in of_tenth) / len(of_tenth)
        yield Decile(tenth / 10, len(of_tenth), mean, sum(fact.right for fact in of_tenth))
