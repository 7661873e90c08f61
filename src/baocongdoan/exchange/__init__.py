"""Into other tools and out of them: Label Studio, doccano, brat, spaCy and Hugging Face datasets.

What goes to annotators is a ``Sample``, and what they corrected comes back as one (``samples``, ``regions``).
``offsets`` counts in the units of each tool, ``controls`` says which fields of facts a form shows, and ``gold`` reads
and writes annotated corpora.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .huggingface import from_huggingface, to_huggingface
    from .spacy_docs import to_spacy

__all__ = ["from_huggingface", "to_huggingface", "to_spacy"]

_MODULES = {"from_huggingface": "huggingface", "to_huggingface": "huggingface", "to_spacy": "spacy_docs"}


def __getattr__(name: str) -> Any:
    """What is public is loaded when first asked for: the command line reads the units of tools from here."""
    from importlib import import_module

    if name in _MODULES:
        return getattr(import_module(f".{_MODULES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
