"""Run the examples of the README and of the documentation again and write down what they print now.

``python scripts/refresh_examples.py`` rewrites the pages, and the blocks of their translations; tests fail while one
of them says something that the code does not. Examples are ``pycon`` and ``python`` blocks, the ``baocongdoan``
commands of ``console`` blocks, the sentences of ``record_examples`` and the cells of ``notebook_examples``. A block
that shows no output is run and stays as it is. All examples of a page run in one folder, which holds the files of
``example_folder`` and those that the page itself shows in a fence with a file's name as title.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import notebook_examples
import record_examples
from example_folder import ROOT, lay_out

from baocongdoan.cli import main

__all__ = [
    "DOCS",
    "GUIDES",
    "README",
    "RECORDS",
    "WIDTH_OF_README",
    "Command",
    "commands",
    "fences",
    "in_vietnamese",
    "refreshed",
    "with_fences",
]

DOCS = ROOT / "docs"
README = ROOT / "README.md"
GUIDES = tuple(sorted((DOCS / "how-to").glob("*.md")))
RECORDS = tuple(sorted((DOCS / "explanation" / "records").glob("*.md")))

_FENCE = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^```$', re.MULTILINE | re.DOTALL
)
_ANY_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
WIDTH_OF_README = "100"  # columns of a table
_WIDTH_OF_SITE = "78"
_ELSEWHERE = "tcp://"  # a machine that is not there


class Command(NamedTuple):
    """A command line as it stands on a page, without the prompt, and the lines that it prints there."""

    line: str
    output: str

    @property
    def arguments(self) -> list[str]:
        """What the shell makes of the line."""
        return shlex.split(self.line)

    @property
    def is_ours(self) -> bool:
        """Whether it can be run here."""
        return self.arguments[0] == "baocongdoan" and "dask" not in self.arguments


def commands(body: str) -> Iterator[Command]:
    """The commands of a ``console`` block, each with its output.

    >>> [*commands("$ make a\\n$ baocongdoan sql facts 'SELECT\\n  1'\\n1\\n")]
    [Command(line='make a', output=''), Command(line="baocongdoan sql facts 'SELECT\\n  1'", output='1\\n')]
    """
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        lines = part.splitlines(keepends=True)
        end = next(count for count in range(1, len(lines) + 1) if _is_whole("".join(lines[:count])))
        yield Command("".join(lines[:end]).rstrip("\n"), "".join(lines[end:]))


def _is_whole(command: str) -> bool:
    """Whether the shell would not ask for another line."""
    try:
        shlex.split(command)
    except ValueError:
        return False
    return not command.rstrip("\n").endswith("\\")


def refreshed(markdown: str, columns: str = _WIDTH_OF_SITE) -> str:
    """The page with the outputs that its examples have now; ``RuntimeError`` where a command fails."""
    names: dict[str, object] = {}

    def rerun(fence: re.Match[str]) -> str:
        title, body = fence["title"], fence["body"]
        match fence["language"]:
            case "console":
                return fence[0].replace(body, _console(body, columns))
            case "pycon":
                return fence[0].replace(body, _session(body, names))
            case "python" if title is None and _ELSEWHERE not in body:
                with contextlib.redirect_stdout(io.StringIO()):
                    exec(compile(body, "<example>", "exec"), names)  # noqa: S102  (our own page)
            case "text" | "toml" | "json" if title is not None and "." in title:
                Path(title).parent.mkdir(parents=True, exist_ok=True)
                Path(title).write_text(body, encoding="utf-8")
        return fence[0]

    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        lay_out(Path.cwd())
        return _FENCE.sub(rerun, markdown)


def _session(body: str, names: dict[str, object]) -> str:
    """A ``pycon`` block with what it prints now."""
    parts = []
    for example in doctest.DocTestParser().get_examples(body):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<example>", "single"), names)  # noqa: S102  (our own page)
        first, *more = example.source.splitlines()
        parts += [f">>> {first}\n", *(f"... {line}\n" for line in more), printed.getvalue()]
    return "".join(parts)


def _console(body: str, columns: str) -> str:
    """A ``console`` block with what its commands print now, if it shows that."""
    shows = any(command.output for command in commands(body))
    parts = []
    for command in commands(body):
        output = _run(command, columns) if command.is_ours else command.output
        parts.append(f"$ {command.line}\n{output if shows else ''}")
    return "".join(parts)


def _run(command: Command, columns: str) -> str:
    os.environ["COLUMNS"] = columns
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        status = main(command.arguments[1:])
    if status:
        raise RuntimeError(f"{command.line}: exit status {status}: {printed.getvalue()}")
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())


def in_vietnamese(path: Path) -> Path:
    """The Vietnamese page of an English one: the same place below ``vi``, for the README one beside it.

    >>> [in_vietnamese(path).relative_to(ROOT).as_posix() for path in (README, DOCS / "how-to" / "train.md")]
    ['README.vi.md', 'docs/vi/how-to/train.md']
    """
    return path.with_suffix(".vi.md") if path == README else DOCS / "vi" / path.relative_to(DOCS)


def fences(markdown: str) -> list[str]:
    """The fenced blocks of a page, whole."""
    return [found[0] for found in _ANY_FENCE.finditer(markdown)]


def with_fences(markdown: str, shown: Sequence[str]) -> str:
    """The page with other blocks in the places of its own: what an English page shows, its translation shows.

    >>> with_fences("Chạy:\\n```console\\n$ make\\n```\\n", ["```console\\n$ make test\\n```"])
    'Chạy:\\n```console\\n$ make test\\n```\\n'
    """
    if (count := len(fences(markdown))) != len(shown):
        raise ValueError(f"a translation shows {count} blocks and its original {len(shown)}: translate what is new")
    blocks = iter(shown)
    return _ANY_FENCE.sub(lambda _: next(blocks), markdown)


def _refresh_all() -> None:
    for path in (README, *GUIDES):
        page = refreshed(path.read_text(encoding="utf-8"), WIDTH_OF_README if path == README else _WIDTH_OF_SITE)
        path.write_text(page, encoding="utf-8")
        if (translation := in_vietnamese(path)).exists():
            said = translation.read_text(encoding="utf-8")
            translation.write_text(with_fences(said, fences(page)), encoding="utf-8")
    for path in RECORDS:
        path.write_text(record_examples.refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")
    notebook_examples.refresh()


if __name__ == "__main__":
    _refresh_all()
