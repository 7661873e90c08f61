"""The shadows of a text: what is ironed out, and that nothing moves."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocongdoan.language.fold import clean_characters, fold, lower

FOLDED = [
    ("quý hoà¹, uỷ², Quý uỵ_", "quý hòa¹, ủy², Quý ụy_"),
    ("hoà giải, khoẻ mạnh, uỷ ban, thuỷ sản", "hòa giải, khỏe mạnh, ủy ban, thủy sản"),
    ("HOÀ BÌNH, UỶ BAN, Uỷ ban", "HÒA BÌNH, ỦY BAN, Ủy ban"),
    ("hoàn thành, quý I, quỹ, loại, khoản", "hoàn thành, quý I, quỹ, loại, khoản"),
    ("2018 – 2023 — giai\u00a0đoạn", "2018 - 2023 - giai đoạn"),
    ("“Mái ấm” «Công đoàn» ‘nhỏ’", '"Mái ấm" "Công đoàn" \'nhỏ\''),
    ("Ðoàn viên", "Đoàn viên"),
    ("98％", "98%"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


CLEANED = [
    (unicodedata.normalize("NFD", "Liên đoàn Lao động"), "Liên đoàn Lao động"),
    ("Hòa\u200b Bình\ufeff", "Hòa Bình"),
    ("công\u00adđoàn", "côngđoàn"),
    ("ho\u200b\u0300a", "hòa"),
    ("dòng một\ndòng hai", "dòng một\ndòng hai"),
    ("8\u00a0lớp\u202ftập  huấn\tvà\u3000hội \u00a0thảo", "8 lớp tập huấn và hội thảo"),
]


@pytest.mark.parametrize(("text", "cleaned"), CLEANED)
def test_clean_characters(text: str, cleaned: str) -> None:
    assert clean_characters(text) == cleaned


@given(st.text())
def test_shadows_keep_the_length(text: str) -> None:
    folded = fold(text)

    assert len(folded) == len(text) == len(lower(folded))


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_characters(text)

    assert clean_characters(once) == once
