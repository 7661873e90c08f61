"""The levels of unions, by whom they lead or by whom they are led."""

from __future__ import annotations

from ...records import Level

__all__ = ["LEADING", "LOWER"]

LOWER = frozenset({Level.DISTRICT, Level.COMMUNE, Level.ZONE, Level.GRASSROOTS})
"""Levels of unions below a province's federation."""

LEADING = frozenset({Level.PROVINCIAL, Level.DISTRICT, Level.SECTOR, Level.ZONE})
"""Levels of unions that lead others."""
