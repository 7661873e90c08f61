"""Site profiles: selectors, days, and what becomes of a page."""

from __future__ import annotations

import pytest

from baocongdoan.errors import LexiconError
from baocongdoan.pages.html import read_html
from baocongdoan.pages.markup.selectors import Selector
from baocongdoan.pages.markup.stack import Element
from baocongdoan.pages.sites import Sites
from baocongdoan.records import Page, Role

PROFILES = """
[[site]]
host = "www.tin.example"
until = 2021-12-31
body = "#cu"

[[site]]
host = "tin.example"
from = 2022-01-01
body = "div.detail"
title = "h1.name"
meta = ".date"
caption = "div.detail > .note"
drop = ".related, [data-ad]"
"""
PAGE = """
<h1 class=name>Đầu đề</h1><p class=date>5/4/2023</p><p>Quảng bá</p>
<div class="wide detail"><p>Thân bài</p><p class=note>Chú thích</p><div><p class=note>Ghi chú</p></div>
<div class=related><p class=note>Tin khác</p></div><div data-ad=1>Mua ngay</div></div><div id=cu>Cũ</div>
"""
ROLES = [
    ("Đầu đề", Role.TITLE),
    ("5/4/2023", Role.META),
    ("Quảng bá", Role.BOILERPLATE),
    ("Thân bài", Role.BODY),
    ("Chú thích", Role.CAPTION),
    ("Ghi chú", Role.BODY),
    ("Tin khác", Role.BOILERPLATE),
    ("Mua ngay", Role.BOILERPLATE),
    ("Cũ", Role.BOILERPLATE),
]


def read(url: str | None, published: str | None, page: str = PAGE) -> Page:
    return read_html(page, url=url, published=published, sites=Sites.parse(PROFILES))


def roles(page: Page) -> dict[str, Role | None]:
    return {line.text: line.markup.role if line.markup else None for line in page.lines}


def test_profile_gives_every_line_its_role() -> None:
    assert roles(read("https://www.tin.example/1", "2023-04-05T08:00:00+07:00")) == dict(ROLES)


def test_address_and_day_may_be_the_page_s_own() -> None:
    declared = "<link rel=canonical href=https://m.tin.example/1><meta name=pubdate content=2022-01-01>"

    assert roles(read(None, None, declared + PAGE)) == dict(ROLES)


def test_day_decides_between_versions() -> None:
    assert roles(read("https://tin.example/1", "2021-12-31"))["Cũ"] is Role.BODY


@pytest.mark.parametrize("url", [None, "https://khac.example/1", "https://tin.example.com/1", "http://["])
def test_page_of_another_site_has_no_roles(url: str | None) -> None:
    assert set(roles(read(url, "2023-04-05")).values()) == {None}


def test_profile_that_no_longer_fits_is_left_aside_with_a_note() -> None:
    page = read("https://tin.example/1", None, "<h1 class=name>Đầu đề</h1><p>Thân bài")

    assert set(roles(page).values()) == {None}
    assert "finds no body" in page.warnings[0]


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("", "no \\[\\[site\\]\\]"),
        ("[[site", "not valid TOML"),
        ('[[site]]\nbody = "p"', "site 1 has no host"),
        ('[[site]]\nhost = "a"', "site 1 \\(a\\): no body"),
        ('[[site]]\nhost = "a"\nbody = "p"\nfoot = "p"', "'foot' is not known"),
        ('[[site]]\nhost = "a"\nbody = 1', "body must be a selector"),
        ('[[site]]\nhost = "a"\nbody = "p:first-child"', "not understood at ':first-child'"),
        ('[[site]]\nhost = "a"\nbody = "p >"', "ends too soon"),
        ('[[site]]\nhost = "a"\nbody = "p"\nfrom = "2020"', "from must be a day"),
    ],
)
def test_faulty_profiles_are_refused_by_name(toml: str, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem) as refused:
        Sites.parse(toml, "mine.toml")

    assert str(refused.value).startswith("mine.toml")


def _element(*path: tuple[str, dict[str, str]]) -> Element:
    element = None
    for name, attributes in path:
        element = Element.within(element, name, " ".join(f'{key}="{value}"' for key, value in attributes.items()), 0)
    assert element is not None
    return element


DEEP = _element(("div", {"id": "a"}), ("div", {"class": "b c"}), ("ul", {}), ("li", {"data-x": "một hai"}))


@pytest.mark.parametrize(
    ("selector", "matches"),
    [
        ("li", True),
        ("*", True),
        ("ul > li", True),
        ("div li", True),
        ("div > li", False),
        ("#a .b.c li", True),
        ("#a > .b > ul > li", True),
        ("#a > ul li", False),
        (".c ul, p", False),
        (".c ul, li", True),
        ("[data-x]", True),
        ("li[data-x='một hai']", True),
        ("[data-x~=hai]", True),
        ("[data-x^=một]", True),
        ("[data-x$=một]", False),
        ("[data-x*='t h']", True),
        (".b", False),
    ],
)
def test_selectors(selector: str, matches: bool) -> None:
    assert Selector.parse(selector).matches(DEEP) is matches
