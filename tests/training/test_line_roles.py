"""From invented pages to a model: pages keep their roles on the way, and the same pages give the same bytes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from baocongdoan.errors import RecordError
from baocongdoan.pages.html import read_html
from baocongdoan.records import PageLine, Role
from baocongdoan.training.html_shapes import as_html, html_shape, marked, unmarked
from baocongdoan.training.material import Material, materials_of_pages, read_annotated
from baocongdoan.training.plans import plan_article, plan_listing
from baocongdoan.training.text_shapes import TEXT_SHAPES, as_text

CORPORA = Path(__file__).parents[2] / "corpora" / "articles"


@pytest.fixture(scope="module")
def materials() -> list[Material]:
    return list(materials_of_pages(read_annotated(CORPORA)))


def test_every_annotated_article_is_material(materials: list[Material]) -> None:
    assert len(materials) == len(list(CORPORA.glob("*.txt")))
    assert all(material.title and material.paragraphs for material in materials)


def test_a_line_without_role_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Công đoàn họp\n\nĐoàn viên bàn việc.\n", encoding="utf-8")
    (tmp_path / "a.json").write_text(
        '{"article": {"origin": "a.txt", "lines": [{"line": 1, "role": "title"}]}, "facts": []}', encoding="utf-8"
    )

    with pytest.raises(RecordError, match=r"a\.txt: line 3 has no role in the annotation"):
        read_annotated(tmp_path)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("shape", TEXT_SHAPES)
def test_a_text_page_has_its_article_whole(materials: list[Material], shape: str, seed: int) -> None:
    rng = random.Random(seed)
    page = as_text(plan_article(rng, materials[0], materials[1:]), shape, rng, "x")
    numbers = [line.line for line in page.page.lines]

    assert page.roles.count(Role.TITLE) == 1
    assert Role.BODY in page.roles
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("seed", range(30))
def test_roles_are_found_again_when_html_is_read(materials: list[Material], seed: int) -> None:
    rng = random.Random(seed)
    plan = plan_article(rng, materials[0], materials[1:])
    page = unmarked("x", read_html(as_html(plan, html_shape(rng))))
    wanted = [block.text for block in plan.blocks if block.role is Role.TITLE]

    assert [line.text for line, role in zip(page.page.lines, page.roles, strict=True) if role is Role.TITLE] == wanted
    assert not any(chr(0xE000) <= char <= chr(0xE0FF) for line in page.page.lines for char in line.text)


def test_a_listing_holds_no_article(materials: list[Material]) -> None:
    plan = plan_listing(random.Random(1), materials)

    assert {block.role for block in plan.blocks} == {Role.BOILERPLATE}


@pytest.mark.parametrize("role", Role)
def test_marks_carry_roles(role: Role) -> None:
    page = read_html(f"<p>{marked('Một dòng', role)}</p>")

    assert unmarked("x", page).roles == (role,)
    assert unmarked("x", page).page.lines[0].text == PageLine(1, "Một dòng").text


def test_the_same_pages_give_the_same_bytes_and_what_is_lacking_is_said() -> None:
    pytest.importorskip("sklearn")
    from baocongdoan.training.dataset import build
    from baocongdoan.training.line_roles import fit

    first, second = (build(CORPORA, None, share=0.01) for _ in range(2))

    assert fit(*first.training()).to_bytes() == fit(*second.training()).to_bytes()
    assert len(first.lacking) == 4
    assert set(first.annotated) == {"articles"}
