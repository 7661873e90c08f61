"""``baocongdoan agreement``: two annotators of the same articles, compared."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..evaluation.agreement import Agreement, compare
from ..evaluation.annotations import load_annotations
from .output import opened

__all__ = ["print_agreement"]


def print_agreement(first: Path, second: Path, *, diff: bool, as_json: bool) -> None:
    """Print what two folders of annotated articles differ in, and how far they agree."""
    agreement = compare(load_annotations(first), load_annotations(second))
    if agreement.alone:
        print(f"left out, annotated by one only: {', '.join(agreement.alone)}", file=sys.stderr)
    with opened() as stream:
        if as_json:
            stream.write(json.dumps(_as_json(agreement), ensure_ascii=False, indent=1) + "\n")
            return
        from ..evaluation.report import agreement_tables, difference_lines
        from ..views.terminal import terminal

        if diff:
            stream.writelines(f"{line}\n" for line in difference_lines(agreement.differences))
        console = terminal(stream)
        for table in agreement_tables(agreement, f"{len(agreement.articles)} articles of {first} (A) and {second} (B)"):
            console.print(table)


def _as_json(agreement: Agreement) -> Mapping[str, Any]:
    return {
        "articles": list(agreement.articles),
        "alone": list(agreement.alone),
        "facts": {
            kind: {
                "first": found.wanted,
                "second": found.reported,
                "both": found.right,
                "F_both": round(found.f1, 3),
                "alike": agreement.full[kind].right,
                "F_alike": round(agreement.full[kind].f1, 3),
            }
            for kind, found in agreement.found.items()
        },
        "fields": {
            name: {
                "compared": field.compared,
                "same": field.same,
                "share": round(field.share, 3),
                "kappa": None if field.kappa is None else round(field.kappa, 3),
            }
            for name, field in agreement.fields.items()
        },
        "differences": [
            {
                "article": difference.article,
                "what": difference.what,
                "quote": difference.quote,
                "fields": list(difference.fields),
                "first": difference.first,
                "second": difference.second,
            }
            for difference in agreement.differences
        ],
    }
