"""How well line roles are told: the score of pages, and models that have not seen the page that they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from baocongdoan.records import Page, PageLine, Role
from baocongdoan.training import held_out
from baocongdoan.training.dataset import Dataset, Invented
from baocongdoan.training.held_out import by_layout, page_by_page, score
from baocongdoan.training.line_roles import Example, example
from baocongdoan.training.material import AnnotatedPage

ROLES = (Role.TITLE, Role.META, Role.BODY, Role.BOILERPLATE)
LINES = (
    "Trao mười căn nhà cho đoàn viên ở Lục Yên",
    "12/03/2024 08:15",
    "Sáng 12/3, LĐLĐ huyện Lục Yên trao mười căn nhà cho đoàn viên có hoàn cảnh khó khăn trên địa bàn.",
    "Gửi bình luận | In bài",
)


def page(name: str) -> Example:
    lines = tuple(PageLine(number, text) for number, text in enumerate(LINES, 1))
    return example(AnnotatedPage(name, Page(origin=name, lines=lines), ROLES))


@pytest.mark.parametrize(
    ("given", "role", "kept", "wrong"),
    [
        (ROLES, 1, 1, []),
        ((Role.TITLE, Role.META, Role.BODY, Role.BODY), 3 / 4, 2 * 2 / (2 + 3), ["a:4 boilerplate, given body"]),
        (
            (Role.BODY, Role.META, Role.TITLE, Role.BOILERPLATE),
            2 / 4,
            1,
            ["a:1 title, given body", "a:3 body, given title"],
        ),
        ((Role.META, Role.META, Role.META, Role.META), 1 / 4, 0, ["a:1", "a:3", "a:4"]),
    ],
)
def test_the_score_of_a_page(given: tuple[Role, ...], role: float, kept: float, wrong: list[str]) -> None:
    scored = score("it", [(page("a"), given)])

    assert (scored.lines, scored.role, scored.kept) == (4, pytest.approx(role), pytest.approx(kept))
    assert [line.startswith(start) for line, start in zip(scored.wrong, wrong, strict=True)] == [True] * len(wrong)
    assert str(scored).split()[:3] == ["it", "lines", "4"]


def test_no_page_has_no_score() -> None:
    scored = score("none", [])

    assert (scored.lines, scored.role, scored.kept) == (0, 0, 0)


@dataclass
class _Spy:
    """Stands in for the model: gives the right roles, and notes what it was trained on."""

    trained: list[set[str]] = field(default_factory=list)

    def fit(self, examples: Sequence[Example], weights: Sequence[float]) -> _Spy:
        assert len(examples) == len(weights)
        self.trained.append({one.page.name for one in examples})
        return self

    def roles(self, rows: Sequence[object], rules: Sequence[object]) -> tuple[Role, ...]:
        assert len(rows) == len(LINES)
        return ROLES


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> _Spy:
    spy = _Spy()
    monkeypatch.setattr(held_out, "fit", spy.fit)
    return spy


DATASET = Dataset(
    annotated={"real": tuple(map(page, "abcd"))},
    invented=tuple(Invented(layout, page(layout + number)) for layout in ("x", "y") for number in "12"),
    lacking=(),
)
INVENTED = {"x1", "x2", "y1", "y2"}


def test_each_page_is_held_out(spy: _Spy) -> None:
    learned, rules = page_by_page(DATASET, "real")

    assert sorted(map(sorted, spy.trained)) == sorted(sorted(INVENTED | set("abcd") - {name}) for name in "abcd")
    assert (learned.name, learned.lines, learned.role) == ("real: learned, each page held out", 16, 1)
    assert (rules.name, rules.lines) == ("real: rules", 16)


@pytest.mark.parametrize(("count", "folds"), [(2, 2), (9, 4)])
def test_pages_are_held_out_by_folds(spy: _Spy, count: int, folds: int) -> None:
    learned, _ = page_by_page(DATASET, "real", count=count)

    assert learned.name == f"real: learned, {folds} folds"
    assert len([trained for trained in spy.trained if trained]) >= folds
    assert all(not set("abcd") <= trained for trained in spy.trained)
    assert learned.lines == 16


def test_each_layout_is_held_out(spy: _Spy) -> None:
    names = [(learned.name, rules.name, learned.lines) for learned, rules in by_layout(DATASET)]

    assert names == [(f"{layout}: learned, layout held out", f"{layout}: rules", 8) for layout in "xy"]
    assert spy.trained == [{"y1", "y2", *"abcd"}, {"x1", "x2", *"abcd"}]
