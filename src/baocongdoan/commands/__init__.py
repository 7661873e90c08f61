"""What the commands of the command line do; ``cli.py`` only names them and their options."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer import Typer

__all__ = ["FAILED", "SOME_SKIPPED", "UNUSABLE", "only_invoked"]

FAILED, UNUSABLE, SOME_SKIPPED = 1, 2, 3
"""Exit statuses: a check failed, wrong usage or nothing usable in the input, some pages skipped."""


def only_invoked(app: Typer, arguments: Sequence[str]) -> Typer:
    """The app with that command alone which the arguments begin with; the whole app where they begin with none.

    Typer looks at all options of all commands before it runs one, which takes longer than a page does.

    >>> from typer import Typer
    >>> app = Typer()
    >>> for command in (lambda: None, print):
    ...     _ = app.command(command.__name__)(command)
    >>> [command.name for command in only_invoked(app, ["print", "--help"]).registered_commands]
    ['print']
    >>> len(only_invoked(app, ["--help"]).registered_commands)
    2
    """
    from typer.main import get_command_name

    own = copy(app)
    own.registered_commands = [
        command
        for command in app.registered_commands
        if [command.name or (command.callback and get_command_name(command.callback.__name__))] == list(arguments[:1])
    ]
    return own if own.registered_commands else app
