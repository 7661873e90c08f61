"""Names of organisations and people as spans: a conditional random field over the words of each sentence.

It is trained with underthesea's core trainer. A word is described by its looks, by what the lexicons know of it and by
its neighbours; a span that it finds gets its canonical name from the rules.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import regex

from ...facts.entities.organisations import Directory
from ...language.fold import clean_characters
from ...language.text import Span, Text
from ...lexicon.places import gazetteer
from ...mentions.organisation_names import read_organisation
from ...mentions.organisations import find_organisations
from ...mentions.people import find_people
from ...records import Fact, Organisation, OrganisationType, Person
from .reading import ReadArticle

__all__ = ["SpanTagger", "Tagged", "marked_spans", "tags_of", "words_of"]

_WORD = regex.compile(r"[\p{L}\p{M}]+|\d+(?:[.,/]\d+)*|[^\s\p{L}\p{M}\d]")
_OUTSIDE = "O"
_KINDS = {"organisation": "ORG", "person": "PER"}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span and what it names: ``ORG`` or ``PER``."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class SpanTagger:
    """A learned part for the names of organisations and people; ``alone`` keeps from it what the rules find.

    ``ridge`` is the strength of the regularisation.
    """

    alone: bool = False
    ridge: float = 0.1
    rounds: int = 100

    @property
    def name(self) -> str:
        """What the comparison calls it."""
        return "spans, " + ("alone" if self.alone else "with the rules' word")

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of the scorer that it is judged by."""
        return ("organisation.name", "person.name")

    def fit(self, articles: Sequence[ReadArticle]) -> Callable[[ReadArticle], tuple[Fact, ...]]:
        """A reader of articles that has learned from these."""
        from underthesea_core import CRFTagger, CRFTrainer

        rows, tags = [], []
        for article in articles:
            marked = marked_spans(article)
            for words, features in self._sentences(article):
                rows.append(features)
                tags.append(tags_of(words, marked))
        trainer = CRFTrainer()
        trainer.set_l1_penalty(0.0)
        trainer.set_l2_penalty(self.ridge)
        trainer.set_max_iterations(self.rounds)
        with _quiet():
            tagger = CRFTagger.from_model(trainer.train(rows, tags))

        def read(article: ReadArticle) -> tuple[Fact, ...]:
            found = (_spans(words, tagger.tag(features)) for words, features in self._sentences(article))
            return _facts(article, chain.from_iterable(found))

        return read

    def _sentences(self, article: ReadArticle) -> Iterator[tuple[list[Span], list[list[str]]]]:
        """The words of each sentence with the features of each."""
        by_rules = () if self.alone else _by_rules(article.text)
        for sentence in article.text.sentences:
            words = words_of(article.text, sentence)
            looks = [_looks(article.text, word) for word in words]
            hints = [[]] * len(words) if self.alone else [[f"rules {tag}"] for tag in tags_of(words, by_rules)]
            yield words, [_around(looks, place) + hints[place] for place in range(len(words))]


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the report of every round that the trainer writes to the process's standard error."""
    kept = os.dup(2)
    try:
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 2)
            yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def words_of(text: Text, sentence: Span) -> list[Span]:
    """The words, numbers and marks of a sentence.

    >>> text = Text.plain("LĐLĐ tỉnh, 1.200 người")
    >>> [text.quote(word) for word in words_of(text, text.sentences[0])]
    ['LĐLĐ', 'tỉnh', ',', '1.200', 'người']
    """
    return [Span(*found.span()) for found in _WORD.finditer(text.folded, sentence.start, sentence.end)]


def tags_of(words: Sequence[Span], marked: Iterable[Tagged]) -> list[str]:
    """The tag of each word: B- where a span begins, I- where it goes on, O outside.

    >>> tags_of([Span(0, 2), Span(3, 5), Span(6, 9)], [Tagged(Span(0, 5), "ORG")])
    ['B-ORG', 'I-ORG', 'O']
    """
    tags = [_OUTSIDE] * len(words)
    for one in marked:
        inside = [place for place, word in enumerate(words) if one.span.holds(word)]
        for place in inside:
            tags[place] = f"{'B' if place == inside[0] else 'I'}-{one.kind}"
    return tags


def marked_spans(article: ReadArticle) -> list[Tagged]:
    """Where the annotated names stand in the text: every form of an organisation, every full name of a person; the
    longer of two that overlap."""
    text = clean_characters(article.extraction.article.text)
    forms = {
        (clean_characters(form), _KINDS[fact.kind])
        for fact in (annotated.fact for annotated in article.gold.facts)
        if isinstance(fact, Organisation | Person)
        for form in ((fact.mentions or (fact.quote,)) if isinstance(fact, Organisation) else (fact.name,))
    }
    marked: list[Tagged] = []
    for form, kind in sorted(forms, key=lambda form: (-len(form[0]), form)):
        whole = regex.compile(rf"(?<!\p{{L}}){regex.escape(form)}(?!\p{{L}})")
        for found in whole.finditer(text):
            span = Span(*found.span())
            if not any(span.overlaps(other.span) for other in marked):
                marked.append(Tagged(span, kind))
    return marked


def _by_rules(text: Text) -> list[Tagged]:
    bodies = find_organisations(text)
    people = find_people(text, bodies)
    return [
        *(Tagged(body.name_span, "ORG") for body in bodies),
        *(Tagged(person.name, "PER") for person in people),
    ]


def _looks(text: Text, word: Span) -> list[str]:
    """What is seen of a word by itself."""
    printed, lower = text.folded[word.start : word.end], text.lower[word.start : word.end]
    looks = [f"word {lower}", f"shape {_shape(printed)}", f"front {lower[:2]}", f"back {lower[-2:]}"]
    if read_organisation(text, word.start) is not None:
        looks.append("heads a body")
    if printed[0].isupper() and gazetteer().name_at(text.folded, word.start) is not None:
        looks.append("opens a place")
    return looks


def _shape(printed: str) -> str:
    if printed.isupper():
        return "X" if len(printed) == 1 else "XX"
    if printed[0].isupper():
        return "Xx" if printed[1:].islower() else "XxX"
    return "0" if printed[0].isdigit() else "x" if printed.isalpha() else printed


def _around(looks: Sequence[Sequence[str]], place: int) -> list[str]:
    """The looks of a word and of two on either side, and the pairs of words and shapes that it belongs to."""
    features = ["any"]
    for shift in (-2, -1, 0, 1, 2):
        beside = place + shift
        if 0 <= beside < len(looks):
            features += [f"{shift} {look}" for look in looks[beside]]
        else:
            features.append(f"{shift} none")
    for first in (place - 1, place):
        if first >= 0 and first + 1 < len(looks):
            for which in (0, 1):
                features.append(f"{first - place} {looks[first][which]} {looks[first + 1][which]}")
    return features


def _spans(words: Sequence[Span], tags: Sequence[str]) -> Iterator[Tagged]:
    """The spans that tags mark; an I- without a beginning begins one."""
    start: int | None = None
    for place, tag in enumerate((*tags, _OUTSIDE)):
        goes_on = start is not None and tag == f"I-{tags[start][2:]}"
        if start is not None and not goes_on:
            yield Tagged(Span(words[start].start, words[place - 1].end), tags[start][2:])
            start = None
        if start is None and tag != _OUTSIDE:
            start = place


def _facts(article: ReadArticle, found: Iterable[Tagged]) -> tuple[Fact, ...]:
    """The facts of the extraction with the organisations and people of the spans in the place of its own; of both, the
    span tells the name alone."""
    kept = [fact for fact in article.extraction.facts if not isinstance(fact, Organisation | Person)]
    named = {(one.kind, _name(article, one)): one.span for one in found}
    return (*kept, *(_fact(article, kind, name, span) for (kind, name), span in named.items()))


def _name(article: ReadArticle, one: Tagged) -> str:
    printed = " ".join(article.text.quote(one.span).split())
    if one.kind == "PER":
        return printed
    return _canonical(article.directory, one.span) or article.directory.canonical(printed) or printed


def _canonical(directory: Directory, span: Span) -> str | None:
    """The name of the body that the rules read in the span."""
    return next((mention.name for mention in directory.mentions if mention.name_span == span), None)


def _fact(article: ReadArticle, kind: str, name: str, span: Span) -> Fact:
    quote = article.text.quote(span)
    if kind == "PER":
        return Person(quote=quote, start=span.start, end=span.end, name=name)
    return Organisation(quote=quote, start=span.start, end=span.end, name=name, type=OrganisationType.OTHER)
