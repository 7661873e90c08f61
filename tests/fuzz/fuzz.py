"""Fuzz one target, guided by coverage: ``python tests/fuzz/fuzz.py TARGET [option of libFuzzer ...] [folder ...]``.

``-runs=N`` says how many inputs, ``-seed=N`` makes a run repeatable. Inputs that reach something new are written to the
first folder, and one that fails is written where ``-artifact_prefix`` says.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["baocongdoan"]):
    from fuzz_targets import TARGETS
    from fuzz_words import change_words

    import baocongdoan.pages.jsonl  # what is imported where it is wanted is instrumented here or never
    import baocongdoan.pages.warc
    import baocongdoan.pipeline  # noqa: F401


def change(data: bytes, max_size: int, seed: int) -> bytes:
    """Half of the changes are of words, the others libFuzzer's, of bytes."""
    if seed % 2:
        return bytes(atheris.Mutate(data, max_size))
    return change_words(data, seed)[:max_size]


def main(arguments: list[str]) -> None:
    """Fuzz the target that the first argument names."""
    if not arguments or arguments[0] not in TARGETS:
        raise SystemExit(f"which target? {', '.join(TARGETS)}")
    atheris.Setup(arguments, TARGETS[arguments[0]], custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
