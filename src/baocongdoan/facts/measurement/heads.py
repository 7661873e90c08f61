"""The noun that heads a counted unit, and whether it stands alone for what was told in full before."""

from __future__ import annotations

from ...lexicon.loader import words
from ...mentions.quantities import Quantity

__all__ = ["head_of", "is_head_of"]


def is_head_of(quantity: Quantity, earlier: Quantity) -> bool:
    """Whether the noun is only the head of what was told in full before: "phần" of "phần quà", "lượt" of "lượt thi"."""
    unit, told = quantity.unit_text.lower(), earlier.unit_text.lower()
    if unit not in words("quantities", "heads") or quantity.unit_class == earlier.unit_class:
        return False
    return told.startswith(f"{unit} ") or (told == unit and earlier.unit_class == "delegate")


def head_of(quantity: Quantity) -> str:
    """The noun that heads the unit, without a classifier of attendances ("lượt")."""
    classifiers = words("quantities", "classifiers")
    parts = quantity.unit_text.lower().replace(",", " ").split()
    return next((word for word in parts if word not in classifiers), "")
