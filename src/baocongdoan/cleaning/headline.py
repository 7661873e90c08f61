"""Which line is the article's headline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..language.fold import clean_characters, fold, lower
from .core import Core
from .features import LineFeatures, key_of
from .kinship import Kinship
from .marks import Mark

__all__ = ["find_headline", "is_page_title", "page_titles"]

_MOST_WORDS = 36
_BEFORE_CORE = 400  # lines above the prose in which a headline is looked for: a menu may be long
_LISTED = 8  # lines below a heading of related links that may be such links
_AFTER = 300  # lines below it in which a headline comes back
_ACCEPTED = 1.0
_TITLED = 6.0
_OWN_SHARE = 0.5  # of the page's title; the rest is the site's name


def find_headline(
    lines: Sequence[LineFeatures],
    marks: Sequence[Mark | None],
    core: Core | None,
    kinship: Kinship,
    page_title: str | None = None,
) -> int | None:
    """The index of the headline, or none; ``kinship`` is that of the prose, ``page_title`` the title in the page's own
    metadata.

    Among the lines above the prose, the one that looks like a headline, shares the article's words, comes back
    as a picture's text and stands next to the date or the lead wins over menus, tags and other articles' links.
    """
    candidates = _candidates(lines, marks, core, page_title)
    if not candidates:
        return None
    titles = page_titles(candidates, page_title)
    scores = {
        line.index: _score(line, lines, marks, kinship, candidates[place + 1 :]) + _TITLED * (line.index in titles)
        for place, line in enumerate(candidates)
    }
    best = max(scores, key=lambda index: (scores[index], -index))
    return best if scores[best] >= _ACCEPTED else None


def is_page_title(line: LineFeatures, page_title: str | None) -> bool:
    """Whether the line is what the page's metadata call its title, the site's name behind it left out.

    >>> from .features import look
    >>> from ..records import PageLine
    >>> is_page_title(look((PageLine(1, "Mở lớp tập huấn"),))[0], "Mở lớp tập huấn - Báo Người Thợ")
    True
    """
    return bool(page_titles((line,), page_title))


def page_titles(lines: Sequence[LineFeatures], page_title: str | None) -> list[int]:
    """The indices of the lines that are what the page's metadata call its title."""
    if not page_title:
        return []
    title = _title_key(page_title)
    first, least = title[:1], _OWN_SHARE * len(title)
    return [
        line.index
        for line in lines
        if len(line.lower) >= least
        and line.words >= 2
        and (line.lower[:1] == first or not line.lower[:1].isalnum())  # few lines begin so, and have a key put together
        and title.startswith(line.key)
        and len(line.key) >= least
    ]


@lru_cache(maxsize=16)
def _title_key(title: str) -> str:
    """The title's letters and digits, as in ``LineFeatures.key``."""
    return key_of(lower(fold(clean_characters(title))))


def _candidates(
    lines: Sequence[LineFeatures], marks: Sequence[Mark | None], core: Core | None, page_title: str | None
) -> list[LineFeatures]:
    last = core.first if core else len(lines) - 1
    found: dict[str, LineFeatures] = {}
    for line in lines[max(0, last - _BEFORE_CORE) : last + 1]:
        marked = marks[line.index] is not None and not (line.heading_mark and is_page_title(line, page_title))
        if marked or not _is_possible(line):
            continue
        if line.index == last and line.stopped and not line.heading_mark and not _stands_on_top(line, lines):
            continue
        found.setdefault(line.text, line)  # what comes twice is a link with its picture
    return list(found.values())


def _stands_on_top(line: LineFeatures, lines: Sequence[LineFeatures]) -> bool:
    """Whether the line opens the page and a blank line sets it off."""
    return line.index == 0 and len(lines) > 2 and lines[1].gap > 0 and line.words <= _MOST_WORDS


def _is_possible(line: LineFeatures) -> bool:
    if line.heading_mark:
        return line.words <= 2 * _MOST_WORDS
    return 2 <= line.words <= _MOST_WORDS and (line.sentences == 1 or not line.stopped) and not line.announces


def _score(
    line: LineFeatures,
    lines: Sequence[LineFeatures],
    marks: Sequence[Mark | None],
    kinship: Kinship,
    below: Sequence[LineFeatures],
) -> float:
    listed = any(
        near is not None and near.opens == "links" for near in marks[max(0, line.index - _LISTED) : line.index]
    )
    score = 2.0 if line.words >= 5 else 0.5 if line.words >= 3 else -1.0
    score += 5.0 * kinship.shared(line, own=line.statement)
    score += _of_heading(line)
    score -= 2.0 * listed
    score += 2.0 * _comes_back(line, lines)
    score += 1.0 * any(_is_date(near, marks) for near in (line.index - 1, line.index + 1))
    score -= 0.4 * min(len(below), 8)
    score += 1.0 * (line.index == 0 and not line.capitals) + 1.5 * _stands_on_top(line, lines)
    score -= 2.0 * (line.stopped or line.bullet)
    score -= 1.0 * line.cut_off + 3.0 * (line.prose and not line.heading_mark)
    score -= 4.0 * (line.capitals and any(not other.capitals and other.words >= 5 for other in below))
    score -= 0.03 * max(0, line.words - 22)
    return score


def _of_heading(line: LineFeatures) -> float:
    """What it counts that the line is marked as a heading: HTML tells the first one from the others."""
    if line.markup is None:
        return 3.0 * line.heading_mark
    return (0.0, 6.0, 2.0)[min(line.markup.heading, 2)]


def _comes_back(line: LineFeatures, lines: Sequence[LineFeatures]) -> bool:
    """Whether the line stands further down once more, alone or glued to a caption, with other lines between."""
    if line.copies > 1:
        return line.last_copy > line.index + 1
    if line.words < 5:
        return False
    text, below = line.text, lines[line.index + 2 : line.index + _AFTER]
    return any(other.continues(text) for other in below if other.text.startswith(text))


def _is_date(index: int, marks: Sequence[Mark | None]) -> bool:
    if not 0 <= index < len(marks):
        return False
    near = marks[index]
    return near is not None and near.stamp is not None
