"""Choosing among candidates: every field of a count is one of a few answers, of which the rules give one.

A candidate is described by what is seen of it from the count (``owners``, ``periods``, ``labels``); a logistic
regression on the differences between the right candidate and each other one of the same count learns what to prefer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from ...evaluation.annotations import AnnotatedFact
from ...records import Count, Fact
from .reading import CountView, ReadArticle

__all__ = ["Candidate", "Chooser", "Field", "near"]

_RARE = 3  # counts in which a feature must speak for or against the right answer to be learned from
_ROUNDS = 500
_STEPS = (15, 40, 80, 150, 300, 700)  # code points


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible ``answer`` and the names of the features that describe it."""

    answer: Hashable
    features: frozenset[str]

    @classmethod
    def of(cls, answer: Hashable, features: Iterable[str]) -> Candidate:
        """The candidate with all features that are yielded."""
        return cls(answer, frozenset(features))


@dataclass(frozen=True, slots=True)
class Field:
    """A field of counts that is chosen among candidates.

    ``said`` is the answer that a count bears, ``filled`` the count with another answer; ``doubts`` are the names by
    which an annotation says that readers differ. The candidates know nothing of what the rules say.
    """

    name: str
    level: str
    doubts: frozenset[str]
    candidates: Callable[[CountView], Sequence[Candidate]]
    said: Callable[[Count], Hashable]
    filled: Callable[[CountView, Hashable], Count]


@dataclass(frozen=True, slots=True)
class Chooser:
    """A learned part for one field; ``alone`` keeps from it what the rules say of the field.

    The rules' answer stands unless another one is likelier by more than ``caution`` (in log odds). ``strength`` is that
    of the regularisation.
    """

    field: Field
    alone: bool = False
    caution: float = 0.0
    strength: float = 4.0

    @property
    def name(self) -> str:
        """What the comparison calls it."""
        how = "alone" if self.alone else "with the rules' word"
        return f"{self.field.name}, {how}" + (", when sure" if self.caution else "")

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of the scorer that it is judged by."""
        return (self.field.level,)

    def fit(self, articles: Sequence[ReadArticle]) -> Callable[[ReadArticle], tuple[Fact, ...]]:
        """A reader of articles that has learned from these."""
        weights = _weights([*self._questions(articles)], self.strength)
        return lambda article: article.with_counts(self._chosen(view, weights) for view in article.views())

    def _chosen(self, view: CountView, weights: Mapping[str, float]) -> Count:
        scores = {one.answer: sum(weights.get(name, 0.0) for name in one.features) for one in self._candidates(view)}
        best, said = max(scores, key=lambda answer: scores[answer]), self.field.said(view.count)
        return view.count if scores[best] - scores[said] <= self.caution else self.field.filled(view, best)

    def _questions(self, articles: Iterable[ReadArticle]) -> Iterator[_Question]:
        """Every count whose answer is sure."""
        for article in articles:
            for view in article.views():
                annotated = article.answers.get(view.place)
                if annotated is None or annotated.optional or self.field.doubts & annotated.doubt:
                    continue
                candidates, wanted = self._candidates(view), self._wanted(annotated)
                right = next((one for one in candidates if one.answer == wanted), None)
                if right is not None:
                    others = tuple(one.features for one in candidates if one is not right)
                    yield _Question(right.features, others)

    def _wanted(self, annotated: AnnotatedFact) -> Hashable:
        assert isinstance(annotated.fact, Count)  # noqa: S101  answers hold counts alone
        return self.field.said(annotated.fact)

    def _candidates(self, view: CountView) -> Sequence[Candidate]:
        candidates = self.field.candidates(view)
        if self.alone:
            return candidates
        return [Candidate.of(one.answer, (*one.features, *self._of_rules(view, one.answer))) for one in candidates]

    def _of_rules(self, view: CountView, answer: Hashable) -> Iterator[str]:
        """What the rules say of the count and of its neighbours, where it is this answer."""
        said, is_none = self.field.said(view.count), answer in (None, (None, None))
        if answer == said:
            yield from ("rules", f"rules {view.measure}", f"rules {view.count.status}", f"rules {is_none}")
        for name, count in view.neighbours.items():
            if answer == self.field.said(count):
                yield f"rules {name} {is_none}"


def near(distance: int) -> int:
    """The step of a distance in code points, so that distances can be told apart by name.

    >>> near(3), near(100), near(5000)
    (0, 3, 6)
    """
    return sum(distance >= step for step in _STEPS)


@dataclass(frozen=True, slots=True)
class _Question:
    """The features of the right candidate of a count and those of the other ones."""

    right: frozenset[str]
    others: tuple[frozenset[str], ...]

    @property
    def telling(self) -> frozenset[str]:
        """The features that tell the right candidate from another one."""
        return frozenset().union(*(self.right ^ other for other in self.others))


def _weights(questions: Sequence[_Question], strength: float) -> dict[str, float]:
    """The weight of each feature that is not rare.

    Every second difference is shown the other way round: the loss is the same, and there are two classes to learn.
    """
    seen = Counter(name for question in questions for name in question.telling)
    common = {name for name, count in seen.items() if count >= _RARE}
    pairs = [(question.right, other) for question in questions for other in question.others]
    if not common or len(pairs) < 2:
        return {}
    signs = [1 if number % 2 else -1 for number in range(len(pairs))]
    rows = [
        {name: sign if name in right else -sign for name in sorted((right ^ other) & common)}
        for (right, other), sign in zip(pairs, signs, strict=True)
    ]
    columns = DictVectorizer()
    with threadpool_limits(1):  # sums in another order would have other last digits
        model = LogisticRegression(C=1 / strength, fit_intercept=False, max_iter=_ROUNDS)
        model.fit(columns.fit_transform(rows), signs)
    return dict(zip(columns.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
