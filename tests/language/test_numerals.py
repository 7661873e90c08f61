"""What numbers are worth, in digits and in words."""

from __future__ import annotations

import pytest

from baocongdoan.language.numerals import decimal_value, scale_value, scaled, spelt_value

DIGITS = [
    ("12", False, 12),
    ("08", False, 8),
    ("2.596", False, 2596),
    ("1.234.567", False, 1234567),
    ("200 000", True, 200000),
    ("91,25", False, 91.25),
    ("1.234,5", False, 1234.5),
    ("1,200", False, 1200),
    ("1,200", True, 1.2),
    ("0,125", False, 0.125),
    ("4.5", True, 4.5),
    ("99.95", True, 99.95),
]


@pytest.mark.parametrize(("digits", "measured", "value"), DIGITS)
def test_decimal_value(digits: str, measured: bool, value: float) -> None:
    assert decimal_value(digits, measured=measured) == value


@pytest.mark.parametrize(
    ("scale", "value"),
    [(None, 1), ("nghìn", 10**3), ("vạn", 10**4), ("triệu", 10**6), ("tỉ", 10**9), ("nghìn tỷ", 10**12)],
)
def test_scale_value(scale: str | None, value: int) -> None:
    assert scale_value(scale) == value


def test_scaled_has_no_binary_noise() -> None:
    assert [scaled(1.213, 10**9), scaled(4.35, 10**6), scaled(0.1, 3)] == [1_213_000_000, 4_350_000, 0.3]


WORDS = [
    ("hai", 2),
    ("mười", 10),
    ("mười lăm", 15),
    ("hai mươi", 20),
    ("hai mươi mốt", 21),
    ("ba mươi tư", 34),
    ("chín mươi chín", 99),
    ("một trăm", 100),
    ("một trăm linh năm", 105),
    ("hai trăm lẻ tám", 208),
    ("ba trăm năm mươi", 350),
    ("một nghìn hai trăm", 1200),
    ("năm nghìn", 5000),
    ("mười hai nghìn ba trăm", 12300),
    ("hai vạn", 20000),
    ("một triệu", 10**6),
    ("hai triệu rưỡi", 2_500_000),
    ("nửa triệu", 500_000),
    ("ba tỷ hai trăm triệu", 3_200_000_000),
]


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_spelt_value(words: str, value: float) -> None:
    assert spelt_value(words) == value
