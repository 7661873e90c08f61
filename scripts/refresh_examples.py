"""Run the examples of the READMEs and the tutorials again and write down what they print now.

``python scripts/refresh_examples.py`` rewrites README.md, README.vi.md and the two notebooks; a test fails while one of
them says something that the code does not. Examples of a README are ``pycon`` blocks, and ``console`` blocks of
``$ baocongdoan …``; those of a notebook are its code cells (which needs the packages of the group ``test``).
"""

from __future__ import annotations

import contextlib
import doctest
import html
import io
import os
import re
import shlex
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from baocongdoan.cli import main

if TYPE_CHECKING:
    from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parents[1]
READMES = (ROOT / "README.md", ROOT / "README.vi.md")
NOTEBOOKS = (ROOT / "docs" / "tutorial.ipynb", ROOT / "docs" / "vi" / "tutorial.ipynb")

_BLOCK = re.compile(r"^```(?P<language>pycon|console)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_WIDTH = "100"  # columns of a table on a README page


def refreshed(markdown: str) -> str:
    """The page with the outputs that its examples have now; commands run in the project's folder."""
    names: dict[str, object] = {}

    def rerun(block: re.Match[str]) -> str:
        body = _python(block["body"], names) if block["language"] == "pycon" else _commands(block["body"])
        return f"```{block['language']}\n{body}```"

    with contextlib.chdir(ROOT):
        return _BLOCK.sub(rerun, markdown)


def _python(body: str, names: dict[str, object]) -> str:
    parts = []
    for example in doctest.DocTestParser().get_examples(body):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<example>", "single"), names)  # noqa: S102  (our own page)
        first, *more = example.source.splitlines()
        parts += [f">>> {first}\n", *(f"... {line}\n" for line in more), printed.getvalue()]
    return "".join(parts)


def _commands(body: str) -> str:
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    if not all(command.startswith("$ baocongdoan ") for command in commands):
        return body  # make, pip and the like: nothing of ours to run
    parts = []
    os.environ["COLUMNS"] = _WIDTH
    for command in commands:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            main(shlex.split(command)[2:])
        parts += [f"{command}\n", "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())]
    return "".join(parts)


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


def _refresh() -> None:
    import nbformat

    for readme in READMES:
        readme.write_text(refreshed(readme.read_text(encoding="utf-8")), encoding="utf-8")
    for path in NOTEBOOKS:
        nbformat.write(executed(path), path)


if __name__ == "__main__":
    _refresh()
