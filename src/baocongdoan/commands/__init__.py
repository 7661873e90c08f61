"""What the commands of the command line do; ``cli.py`` only names them and their options."""

__all__ = ["FAILED", "SOME_SKIPPED", "UNUSABLE"]

FAILED, UNUSABLE, SOME_SKIPPED = 1, 2, 3
"""Exit statuses: a check failed, wrong usage or nothing usable in the input, some pages skipped."""
