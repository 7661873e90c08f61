"""Lines and branches each have to be covered: ``coverage json -o - | python scripts/coverage_floors.py``.

``fail_under`` of coverage.py is one figure for both together, in which lines weigh most.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

FLOOR = 95.0  # per cent


def under_the_floor(totals: Mapping[str, int]) -> list[str]:
    """What is covered too little, in words.

    >>> counted = {"num_statements": 200, "covered_lines": 191, "num_branches": 40, "covered_branches": 37}
    >>> under_the_floor(counted)
    ['branches: 92.5 % of 40 are covered, and 95 % have to be']
    """
    figures = {
        "lines": (totals["covered_lines"], totals["num_statements"]),
        "branches": (totals["covered_branches"], totals["num_branches"]),
    }
    return [
        f"{what}: {100 * covered / every:.1f} % of {every} are covered, and {FLOOR:g} % have to be"
        for what, (covered, every) in figures.items()
        if 100 * covered < FLOOR * every
    ]


if __name__ == "__main__":
    totals = json.load(sys.stdin)["totals"]
    print(f"lines {totals['covered_lines']} of {totals['num_statements']}, "
          f"branches {totals['covered_branches']} of {totals['num_branches']}")  # fmt: skip
    sys.exit("\n".join(under_the_floor(totals)) or 0)
