"""What all tests have in common."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import example_folder
import pytest
from hypothesis import settings

pytest_plugins = ["pytester"]

settings.register_profile("unhurried", deadline=None)  # on a busy machine one example may take its time
settings.load_profile("unhurried")


class Printed(NamedTuple):
    """The exit status of a command line and what it printed."""

    status: int
    out: str
    err: str


def pytest_configure(config: pytest.Config) -> None:
    """What the command line keeps between runs goes to a folder of the tests' own."""
    folder = tempfile.TemporaryDirectory()
    config.add_cleanup(folder.cleanup)
    os.environ["XDG_CACHE_HOME"] = folder.name


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the test runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    """Runs a command line."""
    from baocongdoan.cli import main

    def run_command(*arguments: str) -> Printed:
        status = main(arguments)
        return Printed(status, *capsys.readouterr())

    return run_command


@pytest.fixture
def toml_of_guide() -> Callable[[str], str]:
    """The one TOML file that a guide of the documentation shows."""
    return example_folder.toml_of_guide
