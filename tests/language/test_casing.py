"""Lines in capitals: which words the rest of the text takes for names."""

from __future__ import annotations

import pytest

from baocongdoan.language.text import Text

BODY = "Sáng nay, LĐLĐ tỉnh Kon Tum mở đại hội. Dự Đại hội có ông Y Brâm, ngoài ra còn đại hội của Tỉnh ủy."

SET = [
    ("ĐẠI HỘI LĐLĐ TỈNH KON TUM", "Đại hội LĐLĐ tỉnh Kon Tum"),
    ("MỞ ĐẠI HỘI: TỈNH ỦY DỰ, CÓ ÔNG Y BRÂM", "Mở đại hội: Tỉnh ủy DỰ, có ông Y Brâm"),  # "Dự" begins its sentence
    ("CÓ ĐẠI HỘI Ở PLEIKU", "Có đại hội Ở PLEIKU"),  # nothing tells of the last two
    ("KON TUM", "Kon Tum"),
    ("LĐLĐ", "LĐLĐ"),
    ("ĐẠI HỘI lần này", "ĐẠI HỘI lần này"),
    ("12/5/2023 - 8.000", "12/5/2023 - 8.000"),
    ("STRAẞE VÀ ĐẠI HỘI", "STRAẞE VÀ đại hội"),
]


@pytest.mark.parametrize(("printed", "wanted"), SET)
def test_a_headline_in_capitals(printed: str, wanted: str) -> None:
    text = Text.plain(f"{printed}\n{BODY}")

    assert text.folded.partition("\n")[0] == wanted
    assert text.raw.partition("\n")[0] == printed
    assert text.lower == text.raw.lower()


def test_a_text_that_is_all_in_capitals_stays_so() -> None:
    assert Text.plain(BODY.upper()).folded == BODY.upper()
