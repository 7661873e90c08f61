"""How well line roles are told on pages that were held out: the learned roles, and the rules' beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..records import Role
from .dataset import Dataset
from .folds import folds
from .line_roles import Example, fit

__all__ = ["Score", "by_layout", "page_by_page", "score"]

_Judged = tuple[Example, Sequence[Role]]


@dataclass(frozen=True, slots=True)
class Score:
    """On ``lines`` lines: the share with the right role, and F1 of which lines are kept; ``wrong`` ones listed."""

    name: str
    lines: int
    role: float
    kept: float
    wrong: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name:46s} lines {self.lines:6d}   role {self.role:.4f}   kept F1 {self.kept:.4f}"


def score(name: str, judged: Iterable[_Judged]) -> Score:
    """The score of the roles given to pages."""
    lines = right = both = given_kept = gold_kept = 0
    wrong = []
    for one, roles in judged:
        for line, gold, given in zip(one.page.page.lines, one.page.roles, roles, strict=True):
            lines += 1
            right += gold is given
            both += gold.kept and given.kept
            given_kept += given.kept
            gold_kept += gold.kept
            if gold is not given:
                wrong.append(f"{one.page.name}:{line.line} {gold.value}, given {given.value}: {line.text[:60]}")
    return Score(name, lines, right / max(1, lines), 2 * both / max(1, given_kept + gold_kept), tuple(wrong))


def page_by_page(dataset: Dataset, name: str, *, count: int | None = None) -> tuple[Score, Score]:
    """Each page of a folder by a model that was trained without it (and without those that share its fold, of
    ``count``): the learned score and the rules'."""
    pages = dataset.annotated[name]
    judged: list[_Judged] = []
    for _, held in folds(pages, count or len(pages)):
        model = fit(*dataset.training(without=held))
        judged += [(one, model.roles(one.rows, one.rules)) for one in held]
    how = f"{min(count, len(pages))} folds" if count else "each page held out"
    return score(f"{name}: learned, {how}", judged), score(f"{name}: rules", _by_rules(pages))


def by_layout(dataset: Dataset) -> Iterator[tuple[Score, Score]]:
    """Each invented layout by a model that was trained without it: the learned score and the rules'."""
    for layout in dict.fromkeys(one.layout for one in dataset.invented):
        pages = [one.example for one in dataset.invented if one.layout == layout]
        model = fit(*dataset.training(without_layout=layout))
        yield (
            score(f"{layout}: learned, layout held out", ((one, model.roles(one.rows, one.rules)) for one in pages)),
            score(f"{layout}: rules", _by_rules(pages)),
        )


def _by_rules(pages: Iterable[Example]) -> Iterator[_Judged]:
    return ((one, tuple(given.role for given in one.rules)) for one in pages)
