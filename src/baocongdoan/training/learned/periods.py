"""The period of a count, as a choice among the time expressions of the article."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from ...lexicon.loader import load
from ...records import Count, Date
from .choices import Candidate, Field, near
from .reading import CountView

__all__ = ["PERIOD"]

_Days = tuple[str | None, str | None]
_UNSAID: _Days = (None, None)
_LOOK_BACK = 90
# What the lexicon knows of the words in front of a time expression.
_WORDS = ("opens_a_clause", "tells_when", "part_of_a_name", "plan", "feast", "congress", "ahead")


def _said(count: Count) -> _Days:
    return count.first_day, count.last_day


def _filled(view: CountView, answer: Hashable) -> Count:
    assert isinstance(answer, tuple)  # noqa: S101  the answers of this field
    return replace(view.count, first_day=answer[0], last_day=answer[1])


def _candidates(view: CountView) -> Sequence[Candidate]:
    dates: dict[_Days, list[Date]] = {}
    for date in view.article.extraction.dates:
        first_day = None if view.measure == "stock" else date.first_day  # a stock has one day alone
        dates.setdefault((first_day, date.last_day), []).append(date)
    dates.setdefault(_said(view.count), [])
    return [
        Candidate.of(_UNSAID, _unsaid(view)),
        *(Candidate.of(days, _told(view, days, named)) for days, named in dates.items() if days != _UNSAID),
    ]


def _unsaid(view: CountView) -> Iterator[str]:
    dates = view.article.extraction.dates
    yield from ("unsaid", f"unsaid {view.measure}", f"unsaid {view.count.status}", f"unsaid title {view.in_title}")
    yield f"unsaid here {any(view.sentence.start <= date.start < view.sentence.end for date in dates)}"
    yield f"unsaid before {any(date.end <= view.position for date in dates)}"
    yield f"unsaid per {view.count.per is not None}"


def _told(view: CountView, answer: _Days, named: Sequence[Date]) -> Iterator[str]:
    if not named:
        return
    date = _nearest(view, named)
    where = _where(view, date)
    words = list(_words(view, date))
    yield from (where, f"{where} {date.granularity}", f"{where} {view.measure}", f"{where} {view.count.status}")
    yield f"{where} {near(abs(view.position - date.start))}"
    yield from (f"{where} {word}" for word in words)
    yield from (f"{word} {view.measure}" for word in words)
    if where in ("in the line", "before"):
        sentences = view.article.text.sentence_at(view.position) - view.article.text.sentence_at(date.start)
        yield f"sentences {min(4, sentences)}"
    if date.start < view.article.text.lead.end:
        yield f"lead {date.granularity}"
    if any(act.start <= date.start < act.end for act in view.article.extraction.documents):
        yield "in an act"
    published = (view.article.extraction.article.published or "")[:10]
    if published and answer[1] and answer[1] > published:
        yield from ("to come", f"to come {view.count.status}")


def _nearest(view: CountView, named: Sequence[Date]) -> Date:
    """The expression that the count would take the days from: in its sentence in front, behind, else the last one."""
    here = [date for date in named if view.sentence.start <= date.start < view.sentence.end]
    before = [date for date in named if date.end <= view.position]
    in_front = [date for date in here if date in before]
    return (in_front[-1:] or here[:1] or before[-1:] or list(named[:1]))[0]


def _where(view: CountView, date: Date) -> str:
    if view.sentence.start <= date.start < view.sentence.end:
        return "in front" if date.end <= view.position else "behind"
    if date.start > view.position:
        return "later"
    return "in the line" if date.start >= view.line.span.start else "before"


def _words(view: CountView, date: Date) -> Iterator[str]:
    text, lexicon = view.article.text, load("periods")
    low = max(text.line_around(date.start).span.start - 1, date.start - _LOOK_BACK, 0)
    return (name for name in _WORDS if lexicon.pattern(name).match(text.lower, low, date.start))


PERIOD = Field("period", "count.period", frozenset({"first_day", "last_day"}), _candidates, _said, _filled)
"""First and last day of a count."""
