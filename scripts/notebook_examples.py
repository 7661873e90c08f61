"""Run the cells of the tutorials again: what they give is stored with them, and the site shows it.

Needs the packages of the group ``test``.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from example_folder import ROOT

if TYPE_CHECKING:
    from nbformat import NotebookNode

__all__ = ["NOTEBOOKS", "executed", "refresh", "said"]

NOTEBOOKS = (ROOT / "docs" / "tutorial.ipynb", ROOT / "docs" / "vi" / "tutorial.ipynb")


def executed(path: Path) -> NotebookNode:
    """The notebook with the outputs that its cells have now.

    It runs where nothing is but the corpora, in a folder as deep as its own, and what it writes is gone afterwards.
    """
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory() as root:
        folder = Path(root) / path.parent.relative_to(ROOT)
        folder.mkdir(parents=True)
        (Path(root) / "corpora").symlink_to(ROOT / "corpora", target_is_directory=True)
        run_there = {"metadata": {"path": str(folder)}}
        NotebookClient(notebook, timeout=120, resources=run_there, record_timing=False).execute()
    notebook.metadata.language_info = {"name": "python"}  # no version: it is that of whoever ran it
    for data in (output.get("data", {}) for cell in _code_cells(notebook) for output in cell.outputs):
        if "text/html" in data or "image/png" in data:
            data.pop("text/plain", None)  # a second form that nobody sees, of whole records
    return notebook


def said(notebook: NotebookNode) -> list[tuple[str, list[str]]]:
    """Each code cell with what a reader sees under it; of a picture, that it is there."""
    return [(cell.source, [_seen(output) for output in cell.outputs]) for cell in _code_cells(notebook)]


def _code_cells(notebook: NotebookNode) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _seen(output: Any) -> str:
    if output.output_type == "stream":
        return str(output.text)
    data = output.data
    if "text/html" in data:  # its words: how packages write tags changes from version to version
        without_style = re.sub(r"<style.*?</style>", "", data["text/html"], flags=re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", without_style)).split())
    return "image/png" if "image/png" in data else str(data["text/plain"])


def refresh() -> None:
    """Write down what the cells of the tutorials give now."""
    import nbformat

    for path in NOTEBOOKS:
        nbformat.write(executed(path), path)
