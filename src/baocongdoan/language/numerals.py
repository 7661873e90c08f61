"""The value of a Vietnamese number, in digits or in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..lexicon.loader import load

__all__ = ["decimal_value", "scale_value", "scaled", "spelt_value"]


@cache
def _table(name: str) -> Mapping[str, float]:
    return load("numbers").tables[name]


def decimal_value(digits: str, *, measured: bool = False) -> int | float:
    """The value of digits in Vietnamese punctuation: a point or a space groups thousands, a comma starts decimals.

    ``measured`` says that a scale, a percent sign or a unit of measurement follows, where a comma before three
    digits still starts decimals ("1,213 tỉ"); before people or things it can only group them ("1,200 người").

    >>> decimal_value("2.596"), decimal_value("91,25"), decimal_value("1.234.567,5")
    (2596, 91.25, 1234567.5)
    >>> decimal_value("1,213", measured=True), decimal_value("1,200"), decimal_value("4.5")
    (1.213, 1200, 4.5)
    """
    whole, comma, decimals = digits.replace(" ", "").partition(",")
    if comma and len(decimals) == 3 and not measured and "." not in whole and whole != "0":
        return int(whole + decimals)
    point = whole.rfind(".")
    if point >= 0 and not comma and len(whole) - point != 4:  # "4.5": a typist's decimal point
        whole, decimals = whole[:point], whole[point + 1 :]
    whole = whole.replace(".", "")
    return _tidy(float(f"{whole}.{decimals}")) if decimals else int(whole)


def scale_value(scale: str | None) -> int:
    """What a scale word multiplies by.

    >>> scale_value("triệu"), scale_value("nghìn tỷ"), scale_value(None)
    (1000000, 1000000000000, 1)
    """
    value = 1
    for word in (scale or "").split():
        value *= int(_table("scales")[word])
    return value


def spelt_value(words: str) -> int | float:
    """The value of a number in words.

    >>> spelt_value("một nghìn hai trăm"), spelt_value("ba mươi lăm"), spelt_value("hai triệu rưỡi")
    (1200, 35, 2500000)
    >>> spelt_value("một trăm linh năm"), spelt_value("mười lăm"), spelt_value("nửa triệu")
    (105, 15, 500000)
    """
    ones, tens, scales, halves = (_table(name) for name in ("ones", "tens", "scales", "halves"))
    total = part = 0.0  # `part` is what stands before the next thousand, million, …
    last = 1.0
    for word in words.split():
        if word in halves:
            if total:
                total += last * halves[word]
            else:
                part = halves[word]
        elif word in ones:
            part += ones[word]
        elif word in tens:
            digit = part % 10
            part += digit * (tens[word] - 1) if digit else tens[word]
        elif word in scales:
            last = scales[word]
            total += (part or 1) * last
            part = 0
    return _tidy(total + part)


def _tidy(value: float) -> int | float:
    """A whole number as int; the rest without the noise of binary fractions."""
    rounded = round(float(f"{value:.15g}"), 6)  # a binary fraction is right in its first 15 digits only
    return int(rounded) if rounded == int(rounded) else rounded


def scaled(value: float, factor: int) -> int | float:
    """A decimal value times its scale, without binary noise.

    >>> scaled(91.25, 1_000_000), scaled(16.9, 1_000_000_000)
    (91250000, 16900000000)
    """
    return _tidy(value * factor)
