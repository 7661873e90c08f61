"""Whose number it is, as a choice among the bodies that the article names."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from ...evaluation.comparisons import fold_name
from ...facts.entities.organisations import ResolvedMention
from ...language.text import Span
from ...lexicon.loader import pattern_of
from ...records import Count
from .choices import Candidate, Field, near
from .reading import CountView

__all__ = ["OWNER"]

_FRONT = 4  # code points from the sentence's start to a subject that opens it


def _said(count: Count) -> str | None:
    return fold_name(count.organisation) if count.organisation else None


def _filled(view: CountView, answer: Hashable) -> Count:
    names = {fold_name(mention.name): mention.name for mention in view.article.directory.mentions}
    return replace(view.count, organisation=None if answer is None else names[str(answer)])


def _candidates(view: CountView) -> Sequence[Candidate]:
    mentions: dict[str, list[ResolvedMention]] = {}
    for mention in view.article.directory.mentions:
        mentions.setdefault(fold_name(mention.name), []).append(mention)
    said = _said(view.count)
    if said is not None:
        mentions.setdefault(said, [])
    in_front = view.article.directory.within(Span(view.sentence.start, view.position))
    return [
        Candidate.of(None, _nobody(view, in_front)),
        *(Candidate.of(answer, _body(view, in_front, answer, named)) for answer, named in mentions.items()),
    ]


def _nobody(view: CountView, in_front: Sequence[ResolvedMention]) -> Iterator[str]:
    yield from ("nobody", f"nobody {view.measure}", f"nobody {view.count.status}", f"nobody title {view.in_title}")
    yield f"nobody behind {min(2, len(in_front))}"


def _body(
    view: CountView, in_front: Sequence[ResolvedMention], answer: str, named: Sequence[ResolvedMention]
) -> Iterator[str]:
    """``in_front`` are all bodies named in front of the count in its sentence, ``named`` the mentions of this one."""
    article = view.article
    if named:
        yield from (f"type {named[0].type}", f"level {named[0].level}", f"type {named[0].type} {view.measure}")
    if article.directory.main is not None and answer == fold_name(article.directory.main):
        yield from ("main", f"main {view.measure}", f"main {bool(in_front)}", f"main title {view.in_title}")
    if any(mention.span.start < article.text.lines[0].span.end for mention in named):
        yield "in the headline"
    here = [mention for mention in in_front if mention in named]
    behind = [mention for mention in named if view.position < mention.span.start < view.sentence.end]
    earlier = [m for m in named if view.line.span.start <= m.span.start and m.span.end <= view.sentence.start]
    if here:
        yield from _in_front(view, in_front, here[-1])
    if behind:
        yield from ("behind", f"behind {near(behind[0].span.start - view.position)}", f"behind {bool(in_front)}")
    if earlier:
        start = article.text.sentence_around(earlier[-1].span.start).start
        yield from ("earlier", f"earlier {bool(in_front)}", f"earlier, opens {_opens(earlier[-1], start)}")
    if not (here or behind or earlier):
        yield "far"


def _in_front(view: CountView, in_front: Sequence[ResolvedMention], mention: ResolvedMention) -> Iterator[str]:
    lower, end = view.article.text.lower, mention.span.end
    yield from ("in front", f"in front {mention.type}", f"in front {near(view.position - end)}")
    yield f"opens {_opens(mention, view.sentence.start)}"
    yield f"commas {min(2, lower.count(',', end, view.position))}"
    if mention is in_front[0]:
        yield "first in front"
    if mention is in_front[-1]:
        yield "last in front"
    if ";" not in lower[end : view.position]:
        yield "in the clause"
    if pattern_of("owners", "verb_behind").match(lower, end):
        yield "acts"


def _opens(mention: ResolvedMention, start: int) -> bool:
    return mention.span.start - start < _FRONT


OWNER = Field("owner", "count.organisation", frozenset({"organisation"}), _candidates, _said, _filled)
"""The owner of a count."""
