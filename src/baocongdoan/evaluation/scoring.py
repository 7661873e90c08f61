"""Precision, recall and F1 of predictions against annotated articles, per kind of fact and level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any

from ..records import Article, Count, Fact, Organisation, Person
from .annotations import AnnotatedArticle, AnnotatedFact
from .comparisons import LEVELS, FieldTest, agree, fold_name, strictest

__all__ = [
    "ARTICLE_FIELDS",
    "Mistake",
    "Scores",
    "Tally",
    "article_value",
    "facts_of_kind",
    "in_words",
    "judged",
    "level_names",
    "score",
    "shown",
]

ARTICLE_FIELDS = ("title", "published", "authors")
"""What is compared of the article itself."""
_LINKS = ("part_of", "repeats")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, reported and wanted (in the gold), and what follows."""

    right: int = 0
    reported: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.reported + other.reported, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of the reported that is right; 1 where nothing was reported and nothing wanted.

        >>> Tally(right=3, reported=4, wanted=5).precision
        0.75
        """
        return self.right / self.reported if self.reported else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of the wanted that was reported right; 1 where nothing was wanted.

        >>> Tally(right=3, reported=4, wanted=5).recall
        0.6
        """
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> round(Tally(right=3, reported=4, wanted=5).f1, 3)
        0.667
        """
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference: ``what`` names the kind, line or field; ``None`` stands for a fact that the side lacks."""

    article: str
    what: str
    gold: str | None
    reported: str | None


@dataclass(frozen=True, slots=True)
class Scores:
    """The tally of every level ("count.full", "lines.role", …) and all single mistakes."""

    levels: Mapping[str, Tally]
    mistakes: tuple[Mistake, ...]

    def _repr_html_(self) -> str:
        """How a notebook shows them: precision, recall and F1 of every level, with the counts behind them."""
        from ..views.overview import table

        rows = (
            (level, *(f"{rate:.3f}" for rate in (tally.precision, tally.recall, tally.f1)), *astuple(tally))
            for level, tally in self.levels.items()
        )
        return table("Scores", ("level", "P", "R", "F1", "right", "reported", "gold"), rows)

    def only(self, prefixes: Iterable[str]) -> Scores:
        """The scores of the levels and mistakes of some groups alone: ``only(["document", "lines"])``."""
        wanted = set(prefixes)
        return Scores(
            {level: tally for level, tally in self.levels.items() if level.partition(".")[0] in wanted},
            tuple(mistake for mistake in self.mistakes if _group(mistake.what) in wanted),
        )


def level_names() -> tuple[str, ...]:
    """The names of all levels, in the order in which ``score`` gives them.

    >>> level_names()[:2], level_names()[-1]
    (('date.value', 'date.full'), 'article.authors')
    """
    return (
        *(f"{kind}.{level}" for kind, kind_levels in LEVELS.items() for level in kind_levels),
        *(f"count.{link}" for link in _LINKS),
        *("lines.kept", "lines.role"),
        *(f"article.{field}" for field in ARTICLE_FIELDS),
    )


def score(
    gold: Mapping[str, AnnotatedArticle],
    predicted: Mapping[str, AnnotatedArticle],
    *,
    told: Collection[str] | None = None,
) -> Scores:
    """Scores of the predictions that bear the names of the gold articles; a missing one reports nothing.

    ``told`` names the levels whose mistakes are told; else those of all are. Facts of a kind differ at its strictest
    level that is told.
    """
    told = level_names() if told is None else told
    levels: dict[str, Tally] = {}
    mistakes: list[Mistake] = []
    for name, wanted in sorted(gold.items()):
        reported = predicted.get(name, AnnotatedArticle(name, Article(id=name, origin=name)))
        for level, tally in _tallies(wanted, reported, mistakes, told):
            levels[level] = levels.get(level, Tally()) + tally
    return Scores(levels, tuple(mistakes))


def judged(gold: AnnotatedArticle, reported: AnnotatedArticle) -> Mapping[str, bool]:
    """Whether each reported fact is right at the strictest level of its kind, by its id.

    Optional facts are left out, and so is what names a body or a person a second time.
    """
    verdicts: dict[str, bool] = {}
    for kind in LEVELS:
        found = [annotated.fact for annotated in facts_of_kind(reported, kind)]
        matching = _match(facts_of_kind(gold, kind), found, strictest(kind))
        wrong, forgiven = ({fact.id for fact in facts} for facts in (matching.extra, matching.forgiven))
        verdicts |= {fact.id: fact.id not in wrong for fact in found if fact.id not in forgiven}
    return verdicts


def _tallies(
    gold: AnnotatedArticle, reported: AnnotatedArticle, mistakes: list[Mistake], told: Collection[str]
) -> Iterator[tuple[str, Tally]]:
    for kind, kind_levels in LEVELS.items():
        wanted, found = facts_of_kind(gold, kind), facts_of_kind(reported, kind)
        last_told: _Matching | None = None
        for level, tests in kind_levels.items():
            matching = _match(wanted, [fact.fact for fact in found], tests)
            yield f"{kind}.{level}", matching.tally
            if f"{kind}.{level}" in told:
                last_told = matching  # the strictest, for they come in this order
        if last_told is not None:
            mistakes += last_told.mistakes(gold.name, kind)
    others: list[Mistake] = []
    for link in _LINKS:
        yield f"count.{link}", _link_tally(gold, reported, link, others)
    yield from _line_tallies(gold, reported, others)
    yield from _article_tallies(gold, reported, others)
    lines_told = any(_group(level) == "lines" for level in told)
    mistakes += [
        mistake for mistake in others if mistake.what in told or (lines_told and _group(mistake.what) == "lines")
    ]


def facts_of_kind(article: AnnotatedArticle, kind: str) -> list[AnnotatedFact]:
    """The facts of a kind; organisations and people count once an article."""
    facts: dict[object, AnnotatedFact] = {}
    for position, annotated in enumerate(article.facts):
        fact = annotated.fact
        if fact.kind == kind:
            facts.setdefault(fold_name(fact.name) if isinstance(fact, Organisation | Person) else position, annotated)
    return list(facts.values())


@dataclass(frozen=True, slots=True)
class _Matching:
    tally: Tally
    missed: tuple[Fact, ...]
    extra: tuple[Fact, ...]
    forgiven: tuple[Fact, ...]

    def mistakes(self, article: str, kind: str) -> list[Mistake]:
        return [Mistake(article, kind, shown(fact), None) for fact in self.missed] + [
            Mistake(article, kind, None, shown(fact)) for fact in self.extra
        ]


def _match(gold: Sequence[AnnotatedFact], reported: Sequence[Fact], tests: tuple[FieldTest, ...]) -> _Matching:
    """Pair each gold fact with the first reported one that agrees: exact pairs first, then those that leave the
    doubtful fields out. An optional fact that was reported counts neither as right nor as reported."""
    todo = sorted(gold, key=lambda annotated: annotated.optional)
    left = list(reported)
    right = 0
    forgiven: list[Fact] = []
    for doubts in (False, True):
        missed = []
        for wanted in todo:
            hit = next((i for i, fact in enumerate(left) if agree(wanted, fact, tests, doubts=doubts)), None)
            if hit is None:
                missed.append(wanted)
                continue
            fact = left.pop(hit)
            if wanted.optional:
                forgiven.append(fact)
            else:
                right += 1
        todo = missed
    wanted_count = sum(not annotated.optional for annotated in gold)
    return _Matching(
        Tally(right, len(reported) - len(forgiven), wanted_count),
        tuple(annotated.fact for annotated in todo if not annotated.optional),
        tuple(left),
        tuple(forgiven),
    )


def _link_tally(gold: AnnotatedArticle, reported: AnnotatedArticle, link: str, mistakes: list[Mistake]) -> Tally:
    """Links are compared by the values that they join."""
    wanted, found = _links(gold, link, doubtful=False), _links(reported, link, doubtful=False)
    right = wanted & found
    forgiven = (found - right) & _links(gold, link, doubtful=True)
    what = f"count.{link}"
    mistakes += [Mistake(gold.name, what, _joined(pair), None) for pair in (wanted - right).elements()]
    mistakes += [Mistake(gold.name, what, None, _joined(pair)) for pair in (found - right - forgiven).elements()]
    return Tally(right.total(), found.total() - forgiven.total(), wanted.total())


def _joined(values: tuple[float, float]) -> str:
    return " → ".join(f"{value:.15g}" for value in values)


def _links(article: AnnotatedArticle, link: str, *, doubtful: bool) -> Counter[tuple[float, float]]:
    counts = {a.fact.id: a.fact for a in article.facts if a.fact.id and isinstance(a.fact, Count)}
    return Counter(
        (round(float(a.fact.value), 4), round(float(counts[target].value), 4))
        for a in article.facts
        if isinstance(a.fact, Count)
        and (target := getattr(a.fact, link)) in counts
        and (a.optional or link in a.doubt) == doubtful
    )


def _line_tallies(
    gold: AnnotatedArticle, reported: AnnotatedArticle, mistakes: list[Mistake]
) -> Iterator[tuple[str, Tally]]:
    wanted = {line.line: line.role for line in gold.article.lines}
    found = {line.line: line.role for line in reported.article.lines}
    kept, found_kept = ({n for n, role in roles.items() if role.kept} for roles in (wanted, found))
    yield "lines.kept", Tally(len(kept & found_kept), len(found_kept), len(kept))
    wrong = [number for number, role in wanted.items() if found.get(number) != role]
    yield "lines.role", Tally(len(wanted) - len(wrong), len(found), len(wanted))
    mistakes += [Mistake(gold.name, f"line {number}", wanted[number], found.get(number)) for number in wrong]


def _article_tallies(
    gold: AnnotatedArticle, reported: AnnotatedArticle, mistakes: list[Mistake]
) -> Iterator[tuple[str, Tally]]:
    """Headline, date and authors; where neither side has one, nothing is counted."""
    for field in ARTICLE_FIELDS:
        wanted, found = getattr(gold.article, field), getattr(reported.article, field)
        same = article_value(field, wanted) == article_value(field, found)
        if wanted or found:
            yield f"article.{field}", Tally(int(same), int(bool(found)), int(bool(wanted)))
        if not same:
            mistakes.append(Mistake(gold.name, f"article.{field}", in_words(wanted), in_words(found)))


def article_value(field: str, value: Any) -> object:
    """A field of an article as it is compared: names folded, times to the minute, ``None`` for nothing.

    >>> article_value("title", "TP. Huế: Mười lớp mới") == article_value("title", "thành phố Huế - mười lớp mới")
    True
    """
    if not value:
        return None
    if field == "published":
        return value[:16]  # to the minute
    return tuple(map(fold_name, value)) if field == "authors" else fold_name(value)


def in_words(value: Any) -> str | None:
    """A value as a difference tells it; ``None`` for nothing.

    >>> in_words(("Lê A", "Hồ B")), in_words(())
    ('Lê A, Hồ B', None)
    """
    return (", ".join(value) if isinstance(value, tuple) else str(value)) if value else None


# What doesn't help a reader of a difference.
_HIDDEN = {"kind", "id", "start", "end", "confidence", "organs", "mentions"}


def shown(fact: Fact) -> str:
    """A fact in one line, without what doesn't help a reader of a difference."""
    said = {field.name: getattr(fact, field.name) for field in fields(fact) if field.name not in _HIDDEN}
    return " · ".join(f"{name} {value}" for name, value in said.items() if value not in (None, (), False, ""))


def _group(what: str) -> str:
    """The group of levels that a mistake belongs to."""
    return "lines" if what.startswith("line ") else what.partition(".")[0]
