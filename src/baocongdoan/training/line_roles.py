"""Training the line roles: annotated and invented pages in, a small file of weights out."""

from __future__ import annotations

import random
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

from ..cleaning.layout import Layout
from ..cleaning.learned import NEVER, ROLES, STATES, LineRoleModel
from ..cleaning.roles import Label, label
from ..cleaning.signals import SIGNALS, signals, windows
from ..pages.markup.elements import LANDMARKS
from ..records import Role
from .material import AnnotatedPage

_Floats = NDArray[np.floating]

__all__ = ["Example", "example", "fit", "states"]

_NETWORKS = 3  # whose scores are averaged
_HIDDEN = 16
_EPOCHS = 12
_DECAY = 1e-3
_SEED = 28
_SMOOTHING = 0.5
_SEQUENCE = 0.5  # how much the order of the roles counts beside the lines themselves
_RULE_VOICE = 3.0  # chosen on real pages held out, where the rules err less than on invented ones
_SPLIT = 512  # rows of a step


def _columns(*beginnings: str) -> list[int]:
    return [place for place, name in enumerate(SIGNALS) if name.startswith(beginnings)]


_BLINDS = (  # signals that are kept from the network together, on this share of the pages
    (_columns("hint_", "near_"), 0.3),
    (_columns(*(f"in_{name}" for name in LANDMARKS)), 0.3),
    (_columns("tag_", "heading_", "is_list"), 0.2),
    (_columns("depth", "same_place", "same_names"), 0.2),
    (_columns("after_picture", "is_caption"), 0.15),
    ([SIGNALS.index("near")], 0.1),
    (_columns("why_"), 0.1),
    (_columns("page_title"), 0.2),
)


@dataclass(frozen=True, eq=False)
class Example:
    """A page ready for training: its signals, what the rules say, and what is right."""

    page: AnnotatedPage
    rows: NDArray[np.float32]
    rules: tuple[Label, ...]


def example(page: AnnotatedPage) -> Example:
    """The page as the model sees it."""
    layout = Layout.of_page(page.page)
    labels = label(layout)
    return Example(page, signals(layout, labels), labels)


def fit(examples: Sequence[Example], weights: Iterable[float] | None = None) -> LineRoleModel:
    """A model from pages; ``weights`` say how much each page counts, as if it stood there so many times.

    The same pages in the same order give the same model.
    """
    counts = [1.0] * len(examples) if weights is None else list(weights)
    right = np.concatenate([[ROLES.index(role) for role in one.page.roles] for one in examples])
    shares = np.concatenate([np.full(len(one.rows), count) for one, count in zip(examples, counts, strict=True)])
    networks = [
        _network(np.concatenate([windows(rows) for rows in _blinded(examples, seed)]), right, shares, seed)
        for seed in range(_SEED, _SEED + _NETWORKS)
    ]
    follows, starts = _order(examples, counts)
    return LineRoleModel(
        signals=SIGNALS,
        hidden=_rounded(np.concatenate([network.coefs_[0] for network in networks], axis=1)),
        hidden_bias=_rounded(np.concatenate([network.intercepts_[0] for network in networks])),
        output=_rounded(np.concatenate([network.coefs_[1] for network in networks]) / _NETWORKS),
        output_bias=_rounded(sum(network.intercepts_[1] for network in networks) / _NETWORKS),
        follows=_rounded(follows),
        starts=_rounded(starts),
        rule_voice=_rounded(np.array(_RULE_VOICE)),
    )


def _network(rows: _Floats, right: NDArray[np.intp], shares: _Floats, seed: int) -> MLPClassifier:
    network = MLPClassifier(
        (_HIDDEN,),
        alpha=_DECAY,
        batch_size=_SPLIT,
        learning_rate_init=3e-3,
        max_iter=_EPOCHS,
        n_iter_no_change=_EPOCHS,
        random_state=seed,
    )
    with threadpool_limits(1), warnings.catch_warnings():  # sums in another order would have other last digits
        warnings.simplefilter("ignore")  # the number of rounds is meant
        return network.fit(rows, right, sample_weight=shares)


def _blinded(examples: Sequence[Example], seed: int) -> Iterator[_Floats]:
    """The pages' signals, on some pages without those of a kind: no site tells everything, and some tell lies."""
    rng = random.Random(seed)  # noqa: S311 (no secret)
    for one in examples:
        hidden = [column for columns, share in _BLINDS if rng.random() < share for column in columns]
        rows = one.rows
        if hidden:
            rows = rows.copy()
            rows[:, hidden] = 0.0
        yield rows


def _rounded(array: NDArray[np.floating]) -> NDArray[np.float32]:
    return np.asarray(array, dtype=np.float16).astype(np.float32)


def _order(examples: Sequence[Example], counts: Sequence[float]) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """How much likelier than by itself a state's role is behind another state; what can't be is forbidden."""
    follows, starts = np.full((len(STATES),) * 2, _SMOOTHING), np.full(len(STATES), _SMOOTHING)
    for one, count in zip(examples, counts, strict=True):
        path = list(states(one.page.roles))
        starts[path[0]] += count
        for before, after in pairwise(path):
            follows[before, after] += count
    of_role = {
        role: sum(follows[:, place].sum() for place, state in enumerate(STATES) if state[0] is role) for role in Role
    }
    of_state = np.array([of_role[role] for role, _ in STATES]) / follows.sum()
    scores = _SEQUENCE * (np.log(follows / follows.sum(axis=1, keepdims=True)) - np.log(of_state))
    first = _SEQUENCE * (np.log(starts / starts.sum()) - np.log(of_state))
    for place, (role, seen) in enumerate(STATES):
        if seen and role is not Role.TITLE:
            first[place] = NEVER
        for behind, (next_role, next_seen) in enumerate(STATES):
            opens = next_role is Role.TITLE
            if (seen and (opens or not next_seen)) or (not seen and next_seen and not opens):
                scores[place, behind] = NEVER
    return scores, first


def states(roles: Sequence[Role]) -> Iterable[int]:
    """The states of a page whose lines have these roles."""
    seen = False
    for role in roles:
        seen = seen or role is Role.TITLE
        yield STATES.index((role, seen))
