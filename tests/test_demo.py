"""The pages that come with the library, and the command that shows what becomes of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from baocongdoan.commands.demo import SAMPLES

if TYPE_CHECKING:
    from .conftest import Printed


def test_the_demo_gives_the_records_of_its_pages(run: Callable[..., Printed]) -> None:
    printed = run("demo", "--format", "jsonl")

    html, text = map(json.loads, printed.out.splitlines())
    assert printed.status == 0
    assert [html["article"]["published"], text["article"]["published"]] == [
        "2023-08-17T15:40:00+07:00",
        "2024-10-14T08:20:00+07:00",
    ]
    assert {fact["kind"] for fact in html["facts"]} == {"count", "date", "document", "organisation", "person"}
    found = {(fact.get("measure"), fact.get("value"), fact.get("status")) for fact in (*html["facts"], *text["facts"])}
    assert {
        ("homes", 97, "reported"),
        ("training_classes", 7, "reported"),
        ("members_admitted", 300, "target"),
    } <= found
    assert printed.err.endswith(f"pages read: 2, facts: 31, pages skipped: 0\nThe pages: {SAMPLES}\n")


@pytest.mark.parametrize("linked", ["600 công nhân", "1.540 đoàn viên", "26 công nhân"])
def test_related_links_of_the_samples_are_no_part_of_them(run: Callable[..., Printed], linked: str) -> None:
    assert any(linked in page.read_text(encoding="utf-8") for page in SAMPLES.iterdir())
    assert linked not in run("demo", "--format", "jsonl").out
