"""How far two annotators agree who have read the same articles, kind by kind and field by field.

Neither of them is right: whatever one of the two holds to be in doubt is no disagreement. Facts are paired first,
so that it can be said of a pair in which fields it differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..errors import InputError
from ..records import LINK_FIELDS, Count, Fact
from .annotations import AnnotatedArticle, AnnotatedFact
from .comparisons import LEVELS, FieldTest, agree, same_number, strictest
from .scoring import ARTICLE_FIELDS, Tally, article_value, facts_of_kind, in_words, shown

__all__ = ["Agreement", "Difference", "FieldAgreement", "compare"]

_Pair = tuple[AnnotatedFact, AnnotatedFact]
# From this level on, two facts are the same one even if the annotators quote it from different places.
_SAME_FACT = {"date": "value", "organisation": "name", "document": "identity", "person": "name", "count": "measure"}
# Fields with few values, where some agreement comes about by chance.
_CLOSED = {"lines.role", "organisation.type", "organisation.level", "document.type"}
_CLOSED |= {"count.measure", "count.status", "count.qualifier"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: ``what`` names the kind of fact, the line or the article's field.

    ``first`` and ``second`` say what each annotator wrote, ``None`` for a fact that one of them lacks; ``fields``
    are the fields in which a pair of facts differs, ``quote`` the words of the first.
    """

    article: str
    what: str
    first: str | None
    second: str | None
    quote: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Of how many pairs a field was compared, in how many it is the same, and Cohen's kappa.

    ``kappa`` is the agreement beyond chance, from -1 to 1 (Cohen 1960), for fields with a closed set of values; it is
    ``None`` for others, and where both annotators always wrote one value.
    """

    same: int
    compared: int
    kappa: float | None = None

    @property
    def share(self) -> float:
        """The share of the pairs in which the field is the same; 1 where nothing was compared.

        >>> FieldAgreement(same=3, compared=4).share
        0.75
        """
        return self.same / self.compared if self.compared else 1.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two annotations of the same articles, compared.

    ``found`` and ``full`` have a tally for each kind of fact: of the facts that both found, and of those that are the
    same in every field. Their F1 doesn't depend on who comes first. ``fields`` has the pairs' fields
    ("count.period"), the roles of lines and the article's own fields. ``alone`` names the articles that only one
    of the two annotated; they are left out.
    """

    articles: tuple[str, ...]
    found: Mapping[str, Tally]
    full: Mapping[str, Tally]
    fields: Mapping[str, FieldAgreement]
    differences: tuple[Difference, ...]
    alone: tuple[str, ...] = ()


def compare(first: Mapping[str, AnnotatedArticle], second: Mapping[str, AnnotatedArticle]) -> Agreement:
    """Compare two annotators article by article; the articles are known by their names.

    Raises ``InputError`` where no article was annotated by both.

    >>> from baocongdoan.records import Article, Person
    >>> def annotated(role: str) -> dict[str, AnnotatedArticle]:
    ...     person = Person(quote="Lê A", start=0, end=4, name="Lê A", role=role)
    ...     return {"a": AnnotatedArticle("a", Article(id="a", origin="a.txt"), (AnnotatedFact(person),))}
    >>> agreement = compare(annotated("Chủ tịch"), annotated("Phó Chủ tịch"))
    >>> agreement.found["person"].f1, agreement.full["person"].f1
    (1.0, 0.0)
    >>> agreement.differences[0].fields
    ('role',)
    """
    common = tuple(sorted(first.keys() & second.keys()))
    if not common:
        raise InputError("no article was annotated by both: its files bear one name in both folders")
    comparison = _Comparison()
    for name in common:
        comparison.add(first[name], second[name])
    return Agreement(
        common,
        comparison.found,
        comparison.full,
        {field: _agreement(field, comparison.values[field]) for field in _FIELDS if field in comparison.values},
        tuple(comparison.differences),
        tuple(sorted(first.keys() ^ second.keys())),
    )


@dataclass(frozen=True, slots=True)
class _Values:
    """What both wrote into one field, and whether that is the same."""

    first: object
    second: object
    same: bool


class _Comparison:
    """What was compared so far."""

    def __init__(self) -> None:
        self.found: dict[str, Tally] = {}
        self.full: dict[str, Tally] = {}
        self.values: dict[str, list[_Values]] = defaultdict(list)
        self.differences: list[Difference] = []

    def add(self, first: AnnotatedArticle, second: AnnotatedArticle) -> None:
        aligned = _same_text(first, second)
        for kind in LEVELS:
            self._add_facts(first.name, kind, facts_of_kind(first, kind), facts_of_kind(second, kind), aligned=aligned)
        roles = [{line.line: line.role for line in side.article.lines} for side in (first, second)]
        for number in sorted(roles[0].keys() & roles[1].keys()):
            ours, theirs = roles[0][number], roles[1][number]
            values = _Values(ours, theirs, same=ours == theirs)
            self._add_values(first.name, "lines.role", f"line {number}", values)
        for field in ARTICLE_FIELDS:
            ours, theirs = (getattr(side.article, field) for side in (first, second))
            if ours or theirs:
                values = _Values(ours, theirs, same=article_value(field, ours) == article_value(field, theirs))
                self._add_values(first.name, f"article.{field}", f"article.{field}", values)

    def _add_facts(
        self, article: str, kind: str, ours: list[AnnotatedFact], theirs: list[AnnotatedFact], *, aligned: bool
    ) -> None:
        pairs = _paired(kind, ours, theirs, aligned=aligned)
        partners = {one.fact.id: other.fact.id for one, other in pairs}
        certain = [pair for pair in pairs if not (pair[0].optional or pair[1].optional)]
        linked = [{fact.fact.id: fact.fact.quote for fact in side} for side in (ours, theirs)]
        alike = sum(self._add_pair(article, kind, pair, partners, linked) for pair in certain)
        paired = {id(fact) for pair in pairs for fact in pair}
        alone, alone_too = (
            [fact.fact for fact in side if id(fact) not in paired and not fact.optional] for side in (ours, theirs)
        )
        sizes = len(certain) + len(alone_too), len(certain) + len(alone)
        self.found[kind] = self.found.get(kind, Tally()) + Tally(len(certain), *sizes)
        self.full[kind] = self.full.get(kind, Tally()) + Tally(alike, *sizes)
        self.differences += [Difference(article, kind, shown(fact), None) for fact in alone]
        self.differences += [Difference(article, kind, None, shown(fact)) for fact in alone_too]

    def _add_pair(
        self, article: str, kind: str, pair: _Pair, partners: Mapping[str, str], linked: Sequence[Mapping[str, str]]
    ) -> bool:
        """Note the fields of a pair but those in doubt, and say whether all of them are the same."""
        one, other = pair
        compared = {test.field: test.agrees(one.fact, other.fact) for test in strictest(kind)}
        compared |= {link: _same_link(one.fact, other.fact, link, partners) for link in _links(kind)}
        certain = [name for name in compared if name not in one.doubt | other.doubt]
        for name in certain:
            values = _Values(getattr(one.fact, name), getattr(other.fact, name), compared[name])
            self.values[f"{kind}.{name}"].append(values)
        differing = tuple(name for name in certain if not compared[name])
        if differing:
            said = (_fields_shown(one, differing, linked[0]), _fields_shown(other, differing, linked[1]))
            self.differences.append(Difference(article, kind, *said, one.fact.quote, differing))
        return not differing

    def _add_values(self, article: str, field: str, what: str, values: _Values) -> None:
        self.values[field].append(values)
        if not values.same:
            self.differences.append(Difference(article, what, in_words(values.first), in_words(values.second)))


def _links(kind: str) -> tuple[str, ...]:
    return LINK_FIELDS if kind == "count" else ()


# All fields that are compared, in the order in which they are told.
_FIELDS = [f"{kind}.{field}" for kind in LEVELS for field in (*(t.field for t in strictest(kind)), *_links(kind))]
_FIELDS += ["lines.role", *(f"article.{field}" for field in ARTICLE_FIELDS)]


def _fields_shown(annotated: AnnotatedFact, names: Sequence[str], quotes: Mapping[str, str]) -> str:
    """The fields, with the words of a linked fact instead of its id, which means nothing to the other annotator."""
    said = {name: getattr(annotated.fact, name) for name in names}
    return ", ".join(
        f"{name} “{quotes[value]}”" if name in LINK_FIELDS and value in quotes else f"{name} {value}"
        for name, value in said.items()
    )


def _same_text(first: AnnotatedArticle, second: AnnotatedArticle) -> bool:
    """Whether offsets mean the same: both kept the same lines of the page."""
    kept = [[line.line for line in side.article.lines if line.role.kept] for side in (first, second)]
    texts = {side.article.text for side in (first, second)} - {""}
    return kept[0] == kept[1] and len(texts) < 2


def _paired(kind: str, ours: Sequence[AnnotatedFact], theirs: Sequence[AnnotatedFact], *, aligned: bool) -> list[_Pair]:
    """The facts that are one: those that agree in all fields, then those at one place of the text, then those that
    agree at a looser level; of several, the nearest."""
    names = [*LEVELS[kind]]
    looser = [LEVELS[kind][name] for name in names[names.index(_SAME_FACT[kind]) : -1]]

    def at_one_place(one: AnnotatedFact, other: AnnotatedFact) -> bool:
        if aligned:
            shared = one.fact.start < other.fact.end and other.fact.start < one.fact.end
        else:
            shared = one.fact.quote == other.fact.quote
        return shared and _may_be_one(one.fact, other.fact)

    pairs: list[_Pair] = []
    paired: set[int] = set()  # by identity: an annotator may write the same fact twice
    for same in (_agreeing(strictest(kind)), at_one_place, *map(_agreeing, reversed(looser))):
        candidates = [(one, other) for one in ours for other in theirs if same(one, other)]
        for pair in sorted(candidates, key=lambda pair: abs(pair[0].fact.start - pair[1].fact.start)):
            if paired.isdisjoint(map(id, pair)):
                pairs.append(pair)
                paired.update(map(id, pair))
    return pairs


def _may_be_one(one: Fact, other: Fact) -> bool:
    """Whether two facts in the same words may be one; a quote often holds several counts."""
    if isinstance(one, Count) and isinstance(other, Count):
        return one.measure == other.measure or same_number(one.value, other.value)
    return True


def _agreeing(tests: tuple[FieldTest, ...]) -> Callable[[AnnotatedFact, AnnotatedFact], bool]:
    """Whether two facts pass the tests, with the fields left out that either holds to be in doubt."""

    def agreeing(one: AnnotatedFact, other: AnnotatedFact) -> bool:
        certain = tuple(test for test in tests if test.field not in other.doubt)
        return agree(one, other.fact, certain, doubts=True)

    return agreeing


def _same_link(ours: Fact, theirs: Fact, link: str, partners: Mapping[str, str]) -> bool:
    """Whether two counts are linked to one and the same fact, or both to none."""
    target = getattr(ours, link)
    return bool(getattr(theirs, link) == (None if target is None else partners.get(target, "")))


def _agreement(field: str, pairs: Sequence[_Values]) -> FieldAgreement:
    return FieldAgreement(
        sum(pair.same for pair in pairs),
        len(pairs),
        _kappa(pairs) if field in _CLOSED else None,
    )


def _kappa(pairs: Sequence[_Values]) -> float | None:
    values = [
        [str(value) for value in side] for side in zip(*((pair.first, pair.second) for pair in pairs), strict=True)
    ]
    if len({*values[0], *values[1]}) < 2:
        return None
    from sklearn.metrics import cohen_kappa_score

    return float(cohen_kappa_score(*values))
