"""``baocongdoan explain``: how facts came about."""

from __future__ import annotations

from ..facts.grounds import Explained
from .output import opened

__all__ = ["print_explanation"]


def print_explanation(explained: Explained, fact_id: str | None) -> None:
    """How a fact came about, or all counts where none is named."""
    from ..views.explanation import explanation

    told = explanation(explained, fact_id)
    with opened() as stream:
        stream.write(told + "\n")
