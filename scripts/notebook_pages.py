"""An MkDocs hook: notebooks are pages of the documentation, written in Markdown with the outputs that they hold.

So they look like the other pages, are searched like them, and a link in them that leads nowhere is a warning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_STYLE = re.compile(r"<style scoped>.*?</style>\s*", re.DOTALL)  # of pandas; ours is in stylesheets/notebooks.css
_TABLE = re.compile(r"<table[^>]*>")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put a page in the place of every notebook; other pages link to it by the notebook's own name."""
    for file in [file for file in files if file.src_uri.endswith(".ipynb")]:
        files.remove(file)
        files.append(_page(file, config))
    return files


def _page(file: File, config: MkDocsConfig) -> File:
    from mkdocs.structure.files import File  # here, so that what follows can be tested without MkDocs

    page = File.generated(config, file.src_uri, content=as_markdown(json.loads(file.content_string)))
    page.is_documentation_page = lambda: True  # which MkDocs would tell by the suffix of Markdown
    return page


def as_markdown(notebook: dict[str, Any]) -> str:
    """The cells of a notebook with their outputs.

    >>> print(as_markdown({"cells": [{"cell_type": "code", "source": ["1 + 1"], "outputs": [
    ...     {"output_type": "execute_result", "data": {"text/plain": "2"}}]}]}))
    ```python
    1 + 1
    ```
    <BLANKLINE>
    <div class="notebook-output">
    <pre>2</pre>
    </div>
    <BLANKLINE>
    """
    return "\n".join(part for cell in notebook["cells"] for part in _parts(cell))


def _parts(cell: dict[str, Any]) -> Iterator[str]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        yield f"{source}\n"
        return
    yield f"```python\n{source}\n```\n"
    for output in cell["outputs"]:
        yield f'<div class="notebook-output">\n{_shown(output, cell)}\n</div>\n'


def _shown(output: dict[str, Any], cell: dict[str, Any]) -> str:
    """The richest form of an output."""
    data = {form: "".join(content) for form, content in output.get("data", {}).items()}
    if "text/html" in data:
        # The theme spreads tables that have no class over the page.
        return _TABLE.sub('<table class="frame">', _STYLE.sub("", data["text/html"]))
    if "image/png" in data:
        told = escape(cell["metadata"].get("alt", ""))
        return f'<img alt="{told}" src="data:image/png;base64,{data["image/png"].strip()}">'
    text = data.get("text/plain") or "".join(output["text"])
    return f"<pre>{escape(text.rstrip(), quote=False)}</pre>"
