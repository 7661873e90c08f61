"""A page's lines as numbers: what a learned model sees of them, the rules' own judgement included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import log1p
from typing import TYPE_CHECKING

from ..lexicon.loader import word_set
from ..pages.markup.elements import LANDMARKS
from ..records import Role
from .features import LineFeatures
from .headline import page_titles
from .layout import CAPTION_WORDS, Layout
from .marks import SETTLED, SOURCES, Mark
from .markup import HINTS, hints, is_linked, near_hints
from .roles import Label

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["REACH", "SIGNALS", "signals", "windows"]

REACH = 2
"""How many lines before and behind a line the model looks at."""

_TAGS = (
    ("p",), ("h1",), ("h2", "h3"), ("h4", "h5", "h6"), ("li", "dd", "dt"), ("td", "th"), ("figcaption", "caption"),
    ("a", "span", "em", "strong", "b", "i"),
    ("div", "section", "article", "main", "body"), ("button", "label", "input", "option"),
)  # fmt: skip
_RULES = (  # rules whose judgement is a guess, so that the model may weigh it by itself
    "related", "below_prose", "strange_link", "links", "tag", "subtitle", "lead", "between_paragraphs", "scene",
    "like_headline", "captions",
    "table_or_verse", "bare_byline", "paragraph_unended", "follows_picture", "caption_below", "above_headline",
    "below_article", "subheading", "list",
)  # fmt: skip
_ROLES = tuple(Role)
_NAME_WORDS = 8

_DIGITS = b"0123456789"
_BEGINNING = 80  # letters in which digits are counted

_Look = Callable[[Sequence[LineFeatures]], Sequence[float]]
_OF_LINE: dict[str, _Look] = {
    "words": lambda lines: [log1p(line.words) / 4 for line in lines],
    "short": lambda lines: [line.words <= 4 for line in lines],
    "long": lambda lines: [line.words >= 30 for line in lines],
    "stopped": lambda lines: [line.stopped for line in lines],
    "asks": lambda lines: [line.asks for line in lines],
    "announces": lambda lines: [line.announces for line in lines],
    "cut_off": lambda lines: [line.cut_off for line in lines],
    "sentences": lambda lines: [min(line.sentences, 4) / 4 for line in lines],
    "bullet": lambda lines: [line.bullet for line in lines],
    "prose": lambda lines: [line.prose for line in lines],
    "statement": lambda lines: [line.statement for line in lines],
    "linked": lambda lines: [line.linked for line in lines],
    "telling": lambda lines: [line.telling for line in lines],
    "capitals": lambda lines: [line.capitals for line in lines],
    "lettered": lambda lines: [line.has_letters for line in lines],
    "near": lambda lines: [line.gap == 0 for line in lines],
    "heading_mark": lambda lines: [line.heading_mark for line in lines],
    "emphasised": lambda lines: [line.emphasised for line in lines],
    "picture": lambda lines: [line.picture for line in lines],
    "wrapped": lambda lines: [line.wrapped for line in lines],
    "copied": lambda lines: [line.copies > 1 for line in lines],
    "copy": lambda lines: [line.copy_index > 0 for line in lines],
    "lower_start": lambda lines: [line.text[:1].islower() for line in lines],
    "quoted_start": lambda lines: [line.folded[:1] in ('"', "'") for line in lines],
    "digits": lambda lines: [_share_of_digits(line.text[:_BEGINNING]) for line in lines],
    "names": lambda lines: [len(line.names) / max(1, line.words) for line in lines],
    "name_only": lambda lines: [line.words <= _NAME_WORDS and line.name_only for line in lines],
    "surname": lambda lines: [_begins_as_name(line) for line in lines],
    "scene": lambda lines: [line.words <= CAPTION_WORDS and line.scene for line in lines],
    "people_first": lambda lines: [line.words <= CAPTION_WORDS and line.people_first for line in lines],
}

_OF_MARK = (
    "marked", "mark_boilerplate", "mark_meta", "mark_caption", "mark_weak", "opens_links", "opens_end", "stamp",
    "stamp_beside", "byline", "source", "credit",
)  # fmt: skip
_OF_PLACE = (
    "headline", "above_headline", "no_headline", "in_core", "above_core", "below_core", "below_end",
    "from_headline", "from_core_end", "page_share", "kinship", "strangers",
    "like_headline", "same_as_headline", "glued_to_headline", "captions_below", "between_statements", "page_title",
)  # fmt: skip
_OF_RULE = (*(f"rule_{role.value}" for role in _ROLES), *(f"why_{name}" for name in _RULES))
_OF_ELEMENT = (
    "html", *(f"tag_{tags[0]}" for tags in _TAGS), *(f"in_{name}" for name in LANDMARKS),
    *(f"hint_{name}" for name in HINTS), *(f"near_{name}" for name in HINTS),
)  # fmt: skip
_OF_MARKUP = (
    "link_density", "is_link", "is_list", "is_caption", "heading_1", "heading_any", "depth", "same_place",
    "same_names", "strong", "slanted", "after_picture",
)  # fmt: skip

SIGNALS = (*_OF_LINE, *_OF_MARK, *_OF_PLACE, *_OF_RULE, *_OF_ELEMENT, *_OF_MARKUP)
"""The names of the signals, in the order of the columns."""


def signals(layout: Layout, labels: Sequence[Label]) -> NDArray[np.float32]:
    """One row a line, one column a signal.

    >>> from ..records import PageLine
    >>> from .features import look
    >>> from .roles import label
    >>> layout = Layout.of(look((PageLine(1, "Tập huấn"), PageLine(2, "LĐLĐ tỉnh mở 8 lớp."))))
    >>> signals(layout, label(layout)).shape == (2, len(SIGNALS))
    True
    """
    import numpy as np

    known = [found is None or found.name not in SETTLED for found in layout.marks]
    read = [line for line, wanted in zip(layout.lines, known, strict=True) if wanted]
    groups = (_of_text(layout, read), _of_marks(layout.marks), _of_places(layout, read), _of_rules(labels))
    return np.concatenate((*groups, _of_markups(layout)), axis=1)


def windows(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row with its neighbours' beside it; the page's edges are zeros.

    >>> import numpy as np
    >>> windows(np.ones((3, 4), dtype=np.float32)).shape
    (3, 20)
    """
    import numpy as np

    count = len(rows)
    padded = np.pad(rows, ((REACH, REACH), (0, 0)))
    return np.concatenate([padded[shift : shift + count] for shift in range(2 * REACH + 1)], axis=1)


def _columns(columns: Iterable[Sequence[float]], count: int) -> NDArray[np.float32]:
    """Columns of so many numbers side by side."""
    import numpy as np

    return np.fromiter(chain.from_iterable(columns), np.float32).reshape(-1, count).T


def _rows(rows: Iterable[bytes], width: int) -> NDArray[np.float32]:
    """Rows of so many numbers, as they are remembered, below each other."""
    import numpy as np

    return np.frombuffer(b"".join(rows), np.float32).reshape(-1, width)


# ---- what the lines themselves look like ----------------------------------------------------------------------------


def _of_text(layout: Layout, read: Sequence[LineFeatures]) -> NDArray[np.float32]:
    """The words are looked at of those lines only that are to be ``read``: of menus, the markup alone tells."""
    import numpy as np

    rows = np.zeros((len(layout.lines), len(_OF_LINE)), dtype=np.float32)
    rows[:, 0] = _OF_LINE["words"](layout.lines)
    fresh, again, known = [], [], []
    for line in read:
        row = None if line.known is None else line.known.get(_look_of(line))
        if row is None:
            fresh.append(line)
        else:
            again.append(line.index)
            known.append(row)
    if again:
        rows[again] = _rows(known, len(_OF_LINE))
    if fresh:
        rows[[line.index for line in fresh]] = columns = _columns(
            [look(fresh) for look in _OF_LINE.values()], len(fresh)
        )
        for line, row in zip(fresh, columns, strict=True):
            if line.known is not None:
                line.known[_look_of(line)] = row.tobytes()
    return rows


def _look_of(line: LineFeatures) -> tuple[bool, ...]:
    """What the signals of a line's text have from its place on the page, not from its words."""
    return (
        line.gap == 0, line.heading_mark, line.emphasised, line.picture, line.copies > 1, line.copy_index > 0,
    )  # fmt: skip


def _begins_as_name(line: LineFeatures) -> bool:
    return line.words <= _NAME_WORDS and line.lower.partition(" ")[0] in word_set("cleaning", "surname")


def _share_of_digits(text: str) -> float:
    encoded = text.encode(errors="replace")
    return (len(encoded) - len(encoded.translate(None, _DIGITS))) / max(1, len(text))


def _of_marks(marks: Sequence[Mark | None]) -> NDArray[np.float32]:
    return _rows(map(_mark_signals, marks), len(_OF_MARK))


@lru_cache(maxsize=4096)
def _mark_signals(found: Mark | None) -> bytes:
    import numpy as np

    row = np.zeros(len(_OF_MARK), dtype=np.float32)
    if found is not None:
        row[:] = (
            1.0,
            found.role is Role.BOILERPLATE,
            found.role is Role.META,
            found.role is Role.CAPTION,
            found.weak,
            found.opens == "links",
            found.opens == "end",
            found.stamp is not None,
            found.stamp is not None and bool(found.stamp.beside),
            found.name == "byline",
            found.name in SOURCES,
            found.name in ("credit", "lone_credit"),
        )
    return row.tobytes()


# ---- where they stand -----------------------------------------------------------------------------------------------


def _of_places(layout: Layout, read: Sequence[LineFeatures]) -> NDArray[np.float32]:
    """Where the lines stand on the page, and how near they are to its headline and to the prose in what they say."""
    import numpy as np

    count, core, headline = len(layout.lines), layout.core, layout.headline
    columns = np.zeros((len(_OF_PLACE), count), dtype=np.float32)
    column = dict(zip(_OF_PLACE, columns, strict=True))
    if headline is None:
        column["no_headline"][:] = 1
    else:
        column["headline"][headline] = 1
        column["above_headline"][:headline] = 1
        _set_likeness(column, read, layout.lines[headline])
    if core is not None:
        column["in_core"][core.first : core.last + 1] = 1
        column["above_core"][: core.first] = 1
        column["below_core"][core.last + 1 :] = 1
    column["below_end"][layout.end :] = 1
    places = np.arange(count)
    column["from_headline"][:] = _distances(places - (headline or 0))
    column["from_core_end"][:] = _distances(places - (core.last if core else count))
    column["page_share"][:] = places / count
    column["captions_below"][layout.captions_below.start : layout.captions_below.stop] = 1
    if layout.page_title:
        column["page_title"][page_titles(layout.lines, layout.page_title)] = 1
    where, kinship, article = [line.index for line in read], layout.kinship, range(layout.first, layout.end)
    own = [line.index in article and line.statement for line in read]
    known = list(zip(read, own, strict=True))
    column["kinship"][where] = [kinship.shared(line, own=is_own) for line, is_own in known]
    column["strangers"][where] = [min(kinship.foreign_names(line, own=is_own), 4) / 4 for line, is_own in known]
    lines = layout.lines
    column["between_statements"][where] = [
        0 < index < count - 1 and lines[index - 1].statement and lines[index + 1].statement for index in where
    ]
    return columns.T


def _set_likeness(column: dict[str, NDArray[np.float32]], read: Sequence[LineFeatures], headline: LineFeatures) -> None:
    """How the lines that are not the headline are like it."""
    tokens, text = headline.tokens, headline.text
    for line in read:
        if line is not headline:
            if line.resembles(headline):
                column["like_headline"][line.index] = 1
            if line.tokens == tokens:
                column["same_as_headline"][line.index] = 1
            if headline.words >= 4 and line.text.startswith(text) and line.continues(text):
                column["glued_to_headline"][line.index] = 1


def _distances(lines: NDArray[np.intp]) -> NDArray[np.float64]:
    import numpy as np

    return np.copysign(np.log1p(np.abs(lines)) / 3, lines)


# ---- what the rules make of them ------------------------------------------------------------------------------------


def _of_rules(labels: Sequence[Label]) -> NDArray[np.float32]:
    return _rows([_rule_signals(given.role.name, given.why) for given in labels], len(_OF_RULE))


@lru_cache(maxsize=1024)
def _rule_signals(role: str, why: str) -> bytes:  # by the role's name: an enumeration takes long to look up
    import numpy as np

    values = (*[role == known.name for known in _ROLES], *[why == name for name in _RULES])
    return np.array(values, dtype=np.float32).tobytes()


# ---- what HTML says of them -----------------------------------------------------------------------------------------


def _of_markups(layout: Layout) -> NDArray[np.float32]:
    """The columns of HTML; "same" is measured against the paragraphs that hold most of the prose."""
    import numpy as np

    rows = np.zeros((len(layout.lines), len(_OF_ELEMENT) + len(_OF_MARKUP)), dtype=np.float32)
    indices = [line.index for line in layout.lines if line.markup is not None]
    if not indices:
        return rows
    given = [line.markup for line in layout.lines if line.markup is not None]
    different = {id(markup): markup for markup in given}  # a list's items have the same one
    markups = different.values()
    place, names, depth = _prose_places(layout)
    columns = (
        [markup.link_density for markup in markups],
        [is_linked(markup) for markup in markups],
        [markup.in_list for markup in markups],
        [markup.is_caption for markup in markups],
        [markup.heading == 1 for markup in markups],
        [markup.heading > 0 for markup in markups],
        [max(-6, min(6, markup.depth - depth)) / 6 for markup in markups],
        [(markup.tag, markup.depth) == place for markup in markups],
        [markup.hint == names for markup in markups],
        [markup.emphasis == "strong" for markup in markups],
        [markup.emphasis == "em" for markup in markups],
        [markup.after_picture for markup in markups],
    )
    elements = [_element_signals(markup.tag, markup.landmark, markup.hint) for markup in markups]
    found = np.concatenate((_rows(elements, len(_OF_ELEMENT)), _columns(columns, len(markups))), axis=1)
    order = {key: number for number, key in enumerate(different)}
    rows[indices] = found[[order[id(markup)] for markup in given]]
    return rows


@lru_cache(maxsize=4096)
def _element_signals(tag: str, landmark: str | None, names: str) -> bytes:
    """What the element, the part of the page and the names around a line say; a site has few of each."""
    import numpy as np

    said = (
        1.0,
        *[tag in tags for tags in _TAGS],
        *[landmark == name for name in LANDMARKS],
        *hints(names),
        *near_hints(names),
    )
    return np.array(said, dtype=np.float32).tobytes()


def _prose_places(layout: Layout) -> tuple[tuple[str, int], str, int]:
    """Element and depth, class names, and depth alone, of most of the page's running text that is no link."""
    weights: dict[tuple[str, int, str], int] = {}
    for line in layout.lines:
        if line.markup is not None and line.markup.link_density < 0.5 and line.statement:  # few menus come to the last
            key = (line.markup.tag, line.markup.depth, line.markup.hint)
            weights[key] = weights.get(key, 0) + line.words
    tag, depth, names = max(weights, key=lambda key: weights[key], default=("", 0, ""))
    return (tag, depth), names, depth
