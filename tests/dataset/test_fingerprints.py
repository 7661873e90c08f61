"""When two pages, two addresses or two texts are the same, and when one is nearly the other."""

from __future__ import annotations

from typing import Any

import pytest

from baocongdoan.dataset.fingerprints import LIKENESS, bands, likeness, page_id, signature, text_key, url_key
from baocongdoan.pages.raw import RawPage


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://tin.example/a", "http://www.tin.example/a/", True),
        ("https://tin.example/a?utm_medium=x&fbclid=y", "https://tin.example/a", True),
        ("https://tin.example/a#cmt", "https://tin.example:443/a", True),
        ("https://tin.example/?b=2&a=1", "https://tin.example/?a=1&b=2", True),
        ("https://tin.example/a?id=1", "https://tin.example/a?id=2", False),
        ("https://tin.example/a", "https://tin.example/A", False),
        ("https://tin.example/a", "https://khac.example/a", False),
        ("https://tin.example:8080/a", "https://tin.example/a", False),
    ],
)
def test_addresses(one: str, other: str, same: bool) -> None:
    assert (url_key(one) == url_key(other)) is same


@pytest.mark.parametrize("url", [None, "", "https://tin.example", "https://tin.example/#", "no address", "http://[x/"])
def test_addresses_that_tell_no_article(url: str | None) -> None:
    assert url_key(url) is None


@pytest.mark.parametrize(
    "change",
    [
        {"content": "khác"},
        {"url": "u"},
        {"published": "2024-01-01"},
        {"title": "t"},
        {"is_html": True},
        {"content": b"n"},
    ],
)
def test_pages_differ_in_all_that_extraction_depends_on(change: dict[str, Any]) -> None:
    about: dict[str, Any] = {"content": "n", "is_html": False}

    assert page_id(RawPage(**about)) != page_id(RawPage(**about | change))


def test_texts_are_told_apart_by_their_words() -> None:
    assert text_key("Họp  tổ\ncông đoàn ") == text_key("họp TỔ công đoàn")
    assert text_key("Họp tổ") != text_key("Họp tố")


@pytest.mark.parametrize(("changed", "near"), [(2, True), (12, False), (200, False)])
def test_near_copies(changed: int, near: bool) -> None:
    words = [f"chữ{number}" for number in range(200)]
    other = [f"khác{number}" if number % (200 // changed) == 0 else word for number, word in enumerate(words)]
    one, two = signature(" ".join(words)), signature(" ".join(other))
    assert one is not None
    assert two is not None

    assert (likeness(one, two) >= LIKENESS) is near
    assert not near or set(bands(one)) & set(bands(two))


def test_signatures_are_the_same_on_every_machine() -> None:
    """They are kept in datasets: another way to make them would be another version of these."""
    text = " ".join(f"chữ{number}" for number in range(30))

    kept = signature(text)

    assert kept is not None
    assert len(kept) == 512
    assert kept[:8].hex() == "3607a800f386650b"
