"""Line roles by a model that was trained on pages of many layouts; the rules are what it falls back on.

The model is a small network over the signals of a line and its neighbours, and a path through the page that is the
likeliest as a whole: a headline comes once, and roles follow each other as they do on real pages.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ..records import Role
from .features import LineFeatures
from .layout import Layout
from .listing import FEW_LINKS, links_to_articles
from .marks import LINKED, SETTLED
from .markup import HINTS, hints
from .roles import Label
from .signals import REACH, SIGNALS, signals

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["NEVER", "ROLES", "STATES", "LineRoleModel", "likeliest_path", "line_role_model", "relabel"]

ROLES = tuple(Role)
"""The order of the roles in the model's output."""

_MODEL = Path(__file__).parents[1] / "models" / "line_roles.npz"
_SMALL = 4 * 65_536  # multiplications up to which OpenBLAS stays in one thread
_RULE_COLUMNS = [SIGNALS.index(f"rule_{role.value}") for role in ROLES]
_HTML_COLUMN = SIGNALS.index("html")
_PHRASED = {Role.BODY, Role.CAPTION}  # alike in length and place; only the words differ

STATES = (
    *((role, seen) for seen in (False, True) for role in Role if role is not Role.TITLE),
    (Role.TITLE, True),
)
"""The states of a page from line to line: the line's role, and whether the headline has been seen."""

_STATE_COLUMNS = [ROLES.index(role) for role, _ in STATES]
_LEFT_OUT = [number for number, (role, _) in enumerate(STATES) if role is Role.BOILERPLATE]
NEVER = -1e4
"""The score of what can't be: a second headline, or another role of a line that is settled."""


class LineRoleModel(Struct, frozen=True, eq=False, dict=True):
    """The weights: two layers over the windows of signals, and the scores of states that follow each other.

    ``rule_voice`` is what the rules' own role is given beyond what the network makes of it: invented pages, on which
    the network mostly learns, break the rules more often than real ones do.
    """

    signals: tuple[str, ...]
    hidden: NDArray[np.float32]
    hidden_bias: NDArray[np.float32]
    output: NDArray[np.float32]
    output_bias: NDArray[np.float32]
    follows: NDArray[np.float32]
    starts: NDArray[np.float32]
    rule_voice: NDArray[np.float32]

    @classmethod
    def load(cls, path: Path) -> LineRoleModel:
        """The model of an ``.npz`` file; nothing in it is ever executed."""
        import numpy as np

        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            arrays = {name: stored[name].astype(np.float32) for name in stored.files if name != "signals"}
            return cls(signals=tuple(str(stored["signals"]).split()), **arrays)

    def to_bytes(self) -> bytes:
        """The ``.npz`` file: the same model, the same bytes."""
        import numpy as np

        arrays = {name: getattr(self, name) for name in self.__struct_fields__ if name != "signals"}
        stored = {name: array.astype(np.float16) for name, array in arrays.items()}
        stored["signals"] = np.array(" ".join(self.signals))
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, array in stored.items():
                content = io.BytesIO()
                np.lib.format.write_array(content, array, allow_pickle=False)
                undated = zipfile.ZipInfo(f"{name}.npy")  # 1980, whatever the clock says
                archive.writestr(undated, content.getvalue(), zipfile.ZIP_DEFLATED)
        return file.getvalue()

    def log_shares(self, rows: NDArray[np.float32], wanted: NDArray[np.intp]) -> NDArray[np.float32]:
        """The logarithm of each role's probability by the network alone, one row for each of the wanted lines."""
        import numpy as np

        inner = np.maximum(self._windowed(rows)[wanted] + self.hidden_bias, 0.0)
        scores = inner @ self.output + self.output_bias
        scores -= scores.max(axis=1, keepdims=True)
        return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)), dtype=np.float32)

    def _windowed(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """``windows(rows) @ self.hidden``, some lines at a time: for larger products BLAS libraries start threads,
        which wait for each other longer than the product takes."""
        import numpy as np

        places = self.hidden.reshape(2 * REACH + 1, len(self.signals), -1)
        at_once = max(1, _SMALL // places[0].size)
        summed = np.zeros((len(rows) + 2 * REACH, places.shape[2]), dtype=np.float32)
        for first in range(0, len(rows), at_once):
            some = rows[first : first + at_once]
            for shift, said in enumerate(some @ places):  # to the neighbours that see these lines in that place
                summed[first + 2 * REACH - shift :][: len(some)] += said
        return summed[REACH : REACH + len(rows)]

    def roles(self, rows: NDArray[np.float32], rules: Sequence[Label]) -> tuple[Role, ...]:
        """The role of every line, from the signals of all of them.

        What the ``rules`` leave out for its place on the page alone, in a menu or as one of several links in a row,
        stays out and isn't asked for: on pages as sites send them that is nearly every other line. Where no markup
        tells a caption from a paragraph and both the network and the rules keep a line, the rules' word stands: on
        pages held out theirs is the better one, for a caption is told by how it is phrased.
        """
        import numpy as np

        settled = _settled(rules)
        open_lines = np.flatnonzero(~settled)
        roles = [Role.BOILERPLATE] * len(rules)
        of_rules = rows[open_lines][:, _RULE_COLUMNS]
        shares = self.log_shares(rows, open_lines) + self.rule_voice * of_rules
        states = self._states(shares[:, _STATE_COLUMNS], settled)
        html = rows[open_lines, _HTML_COLUMN].tolist()
        for index, state, rule, marked_up in zip(
            open_lines.tolist(), states, of_rules.argmax(axis=1).tolist(), html, strict=True
        ):
            own, by_rule = STATES[state][0], ROLES[rule]
            roles[index] = by_rule if not marked_up and {own, by_rule} == _PHRASED else own
        return tuple(roles)

    def _states(self, shares: NDArray[np.float32], settled: NDArray[np.bool_]) -> Iterator[int]:
        """The states of the lines that are not settled. A run of settled ones is one step of the path: boilerplate
        that follows boilerplate all along."""
        import numpy as np

        if not settled.any():  # as in all pages of plain text
            yield from likeliest_path(shares, self.follows, self.starts)
            return
        steps = np.flatnonzero(~settled | ~np.concatenate(([False], settled[:-1])))
        lengths = np.diff(steps, append=len(settled))
        asked = ~settled[steps]
        scores = np.full((len(steps), len(STATES)), NEVER, dtype=np.float32)
        scores[asked] = shares
        for state in _LEFT_OUT:
            scores[~asked, state] = (lengths[~asked] - 1) * self.follows[state, state]
        path = likeliest_path(scores, self.follows, self.starts)
        yield from (state for state, wanted in zip(path, asked.tolist(), strict=True) if wanted)


@cache
def line_role_model() -> LineRoleModel | None:
    """The model that ships with the library; none where it was trained on other signals than these."""
    if not _MODEL.is_file():
        return None
    model = LineRoleModel.load(_MODEL)
    return model if model.signals == SIGNALS else None


def _settled(rules: Sequence[Label]) -> NDArray[np.bool_]:
    """Which lines are left out for what the markup alone says; a link that no other follows may be a headline that
    links to its own page."""
    import numpy as np

    left_out = np.array([given.why in SETTLED and given.role is Role.BOILERPLATE for given in rules])
    linked = np.array([given.why == LINKED.name for given in rules])
    return np.asarray(left_out & ~(linked & ~np.append(left_out[1:], True)), dtype=np.bool_)


_PROSE = 8  # words
_APART = {"related", "navigation", "margin", "talk"}
_NEAR = 40  # letters of names by which an element is found again among those around another


def relabel(layout: Layout, labels: Sequence[Label], model: LineRoleModel) -> tuple[Label, ...]:
    """The rules' labels with the model's roles; a label keeps its rule where both agree.

    Where the model finds no paragraph though the page lists no other articles, the rules' labels stand. So do theirs
    where they leave out what stands in other elements than the article: sites send pages that are several times as
    long as those that the model was trained on, and it keeps a column's teasers, telephone numbers and counters.
    """
    roles = model.roles(signals(layout, labels), labels)
    links = set(links_to_articles(layout))
    if Role.BODY not in roles and len(links) < FEW_LINKS:
        return tuple(labels)
    agreed = _names_around(
        line
        for line in layout.lines
        if roles[line.index] is Role.BODY is labels[line.index].role and layout.in_core(line.index)
    )
    dated = _dated_by_rules(layout, labels, roles)
    relabelled: list[Label] = []
    for index, (given, role) in enumerate(zip(labels, roles, strict=True)):
        above = relabelled[-1].role if relabelled else None
        if role in _PHRASED and index - 1 in links and _stands_elsewhere(layout, index, agreed):
            relabelled.append(Label(Role.BOILERPLATE, "teaser"))
            continue
        kept = (
            given.role is role
            or index == dated
            or (given.role is Role.BODY is above and _goes_on(layout, index))
            or (given.role is Role.BODY and role is Role.BOILERPLATE and _is_prose(layout, index))
            or (not given.role.kept and role in _PHRASED and _stands_elsewhere(layout, index, agreed))
        )
        relabelled.append(given if kept else Label(role, _why(layout, index, role)))
    return tuple(relabelled)


def _dated_by_rules(layout: Layout, labels: Sequence[Label], roles: Sequence[Role]) -> int | None:
    """The line that the rules read the day of publication from, where the model leaves out all such lines."""
    stamped = [found is not None and found.stamp is not None for found in layout.marks]
    if any(is_stamp and role is Role.META for is_stamp, role in zip(stamped, roles, strict=True)):
        return None
    stretch = range(layout.first, layout.end)
    return next((index for index in stretch if stamped[index] and labels[index].role is Role.META), None)


def _goes_on(layout: Layout, index: int) -> bool:
    """Whether the line stands in the same element of the page as the one above it: with it, it is kept or left out."""
    above, own = layout.lines[index - 1].markup, layout.lines[index].markup
    if above is None or own is None or not own.hint:
        return False
    return (own.tag, own.depth, own.hint) == (above.tag, above.depth, above.hint)


def _names_around(lines: Iterable[LineFeatures]) -> frozenset[str]:
    """The class and id names around lines of HTML."""
    return frozenset(line.markup.hint for line in lines if line.markup is not None)


def _stands_elsewhere(layout: Layout, index: int, article: frozenset[str]) -> bool:
    """Whether a line of HTML stands in other elements than the article's paragraphs, as far as names tell: above the
    headline and below the article's end outside of theirs, and anywhere in a box among them that is named as one."""
    markup = layout.lines[index].markup
    if markup is None or not article:
        return False
    apart = not layout.first <= index <= (layout.core.last if layout.core else layout.end)
    for names in article:
        if _within(names, markup.hint) is not None:  # the line's element holds the article's
            return False
        between = _within(markup.hint, names)
        if between is not None and not _tell_apart(between):
            return False
        apart = apart or between is not None
    return apart


def _within(inner: str, outer: str) -> str | None:
    """The names between an element and one around it, as far as they are kept; ``None`` where it isn't around it.

    >>> _within("cell table detail page", "detail page"), _within("teaser aside page", "detail page")
    ('cell table ', None)
    """
    place = inner.find(outer[:_NEAR])
    if place < 0 or (outer and not outer.startswith(inner[place:])):
        return None
    return inner[:place] if outer else inner


def _tell_apart(names: str) -> bool:
    """Whether names say that an element within an article is none of it, such as a box of related links."""
    return any(given for hint, given in zip(HINTS, hints(names), strict=True) if hint in _APART)


def _is_prose(layout: Layout, index: int) -> bool:
    """Whether a line without markup is running text among paragraphs: that no line around it makes boilerplate."""
    line = layout.lines[index]
    ends = line.statement or line.text.endswith("?")
    return line.markup is None and layout.in_core(index) and line.words >= _PROSE and ends


def _why(layout: Layout, index: int, role: Role) -> str:
    """The mark that says the same as the model, so that a name or a date is still read as one."""
    found = layout.marks[index]
    return found.name if found is not None and found.role is role else "learned"


def likeliest_path(
    shares: NDArray[np.float32], follows: NDArray[np.float32], starts: NDArray[np.float32]
) -> tuple[int, ...]:
    """The states, one a line, whose sum of ``shares`` and of the scores between them is the greatest (Viterbi).

    >>> import numpy as np
    >>> likeliest_path(np.array([[0.0, -1.0], [-0.6, -0.5]]), np.array([[0.0, -9.0], [-9.0, 0.0]]), np.zeros(2))
    (0, 0)
    """
    import numpy as np

    if not len(shares):
        return ()
    before = np.ascontiguousarray(follows.T)  # rows are the states that one comes to
    best = np.empty_like(shares)
    best[0] = starts + shares[0]
    follows, sums = np.ascontiguousarray(follows), np.empty_like(follows)
    for last, row, share in zip(best[:-1, :, None], best[1:], shares[1:], strict=True):
        np.add(follows, last, sums)
        np.add(np.maximum.reduce(sums, 0), share, row)  # down the columns, which is the faster way
    came_from = (before + best[:-1, None, :]).argmax(axis=2).tolist()
    path = [int(best[-1].argmax())]
    for states in reversed(came_from):
        path.append(states[path[-1]])
    return tuple(reversed(path))
