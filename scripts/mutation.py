"""Do the tests notice when the rules of ``facts`` and ``mentions`` are changed? ``python scripts/mutation.py``.

The mutants are mutmut's, a sample of each file. mutmut would make all of them first, some twelve thousand, which takes
longer than trying the sample; so they are tried here, in one process that has the tests loaded: a fork each, in which
the changed function takes the place of the one there was, and the tests that call it run until one fails. A mutant that
no test notices survives; so does one that no test calls. Same seed, same sample.
"""

from __future__ import annotations

import argparse
import difflib
import functools
import gc
import inspect
import os
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import libcst
import pytest
from _pytest.doctest import DoctestItem
from _pytest.runner import runtestprotocol
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import Mutation, create_mutations, deep_replace

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "baocongdoan"
PACKAGES = ("facts", "mentions")
# The tables of the two packages, their doctests, and what runs the whole way of a page in a moment; the annotated
# articles take two seconds, but of the tests that call a function the quick ones come first.
TESTS = ("tests/facts", "tests/mentions", "src/baocongdoan/facts", "src/baocongdoan/mentions")
FURTHER_TESTS = (
    "tests/test_pipeline.py",
    "tests/test_own_measures.py",
    "tests/evaluation/test_floors.py",
    "tests/views",
)
LEFT_OUT = (
    "tests/test_pipeline.py::test_time_grows_with_the_length_alone",  # fails by itself where the machine is busy
    "tests/views/report",  # of totals, drawn by what starts threads: a fork would wait for them without end
)

_SECONDS, _TIMES = 5, 8  # of processor time that a mutant may take: as long as its tests take without, so many times
_Place = tuple[str, str]
"""A function: its file and its qualified name."""

_SURE = 1.96  # standard errors to either side that hold 95 % of estimates


@dataclass(frozen=True)
class Mutant:
    """A file with one change; ``diff`` shows it."""

    file: Path
    line: int
    source: str
    diff: str

    @functools.cached_property
    def functions(self) -> dict[str, CodeType]:
        """The code of the file's functions and methods by their qualified names."""
        return dict(_functions(compile(self.source, str(self.file), "exec")))


def mutants_of(file: Path, most: int, seed: int) -> tuple[int, list[Mutant]]:
    """How many mutants a file has, and a sample of them."""
    source = file.read_text(encoding="utf-8")
    module, mutations, *_ = create_mutations(str(file), source)
    # Like mutmut itself: what stands outside functions is worked out but once, when the module is loaded.
    inside = [one for one in mutations if isinstance(one.contained_by_top_level_function, libcst.FunctionDef)]
    chosen = random.Random(f"{seed} {file.stem}").sample(inside, min(most, len(inside)))  # noqa: S311 (no secret)
    places = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    return len(inside), [_mutant(file, source, module, mutation, places) for mutation in chosen]


def _mutant(
    file: Path, source: str, module: libcst.Module, mutation: Mutation, places: dict[libcst.CSTNode, CodeRange]
) -> Mutant:
    changed: Any = deep_replace(module, mutation.original_node, mutation.mutated_node)
    lines = difflib.unified_diff(source.splitlines(), changed.code.splitlines(), lineterm="", n=0)
    diff = "\n".join(f"    {line}" for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---"))
    place = places.get(mutation.original_node)
    return Mutant(file, place.start.line if place else 0, changed.code, diff)


def _functions(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    """The functions of a module and its classes, not those within functions."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType) and not constant.co_name.startswith("<"):
            if "<locals>" not in constant.co_qualname:
                yield constant.co_qualname, constant
            if not constant.co_flags & inspect.CO_OPTIMIZED:  # the body of a class
                yield from _functions(constant)


@dataclass
class Tested:
    """What became of the mutants of a file: how many it has, how many were tried, and those that survived."""

    file: Path
    mutants: int
    tried: int
    survivors: list[Mutant]

    @property
    def killed(self) -> int:
        """How many the tests noticed."""
        return self.tried - len(self.survivors)

    def __str__(self) -> str:
        name = self.file.relative_to(SOURCE).as_posix()
        return f"{name:36s} mutants {self.mutants:5d}   tried {self.tried:3d}   killed {self.killed:3d}"


def estimate(tested: Iterable[Tested]) -> tuple[float, float]:
    """The share of all mutants that is killed, and how far to either side it may lie (95 %).

    Each file stands for all mutants that it has. A file whose sample was killed to the last is not taken for certain.

    >>> estimate([Tested(SOURCE / "a.py", 10, 10, [])])
    (1.0, 0.0)
    """
    results = [result for result in tested if result.tried]
    every = sum(result.mutants for result in results)
    rate = sum(result.mutants * result.killed / result.tried for result in results) / every
    variance = 0.0
    for result in results:
        share = (result.killed + 1) / (result.tried + 2)
        untried = 1 - result.tried / result.mutants
        variance += (result.mutants / every) ** 2 * untried * share * (1 - share) / result.tried
    return rate, _SURE * sqrt(variance)


class Runner:
    """A pytest plugin: instead of running the tests once, it runs those of each mutant, in a fork."""

    def __init__(self, files: Sequence[Path], most: int, seed: int) -> None:
        self._files, self._most, self._seed = files, most, seed
        self._calling: dict[_Place, list[pytest.Item]] = defaultdict(list)
        self._shared: set[_Place] = set()
        self._once: set[CodeType] = set()
        self._items: list[pytest.Item] = []
        self._seconds: dict[str, float] = {}
        self.results: list[Tested] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Find out which tests call what, then try the mutants."""
        self._items = session.items
        self._once = {known.__wrapped__.__code__ for known in _remembering("baocongdoan.")}
        for item in session.items:
            self._trace(item)
        self._leave_out(_failing_again(session.items))
        for file in self._files:
            count, mutants = mutants_of(file, self._most, self._seed)
            survivors = [mutant for mutant in mutants if not self._is_killed(mutant)]
            self.results.append(Tested(file, count, len(mutants), survivors))
            print(self.results[-1], flush=True)
            for mutant in survivors:
                print(f"  line {mutant.line}\n{mutant.diff}", flush=True)
        return True

    def _trace(self, item: pytest.Item) -> None:
        called: set[CodeType] = set()
        under_way: list[CodeType] = []  # what is worked out once a process, for this test and all to come

        def note(frame: FrameType, event: str, _: Any) -> None:
            code = frame.f_code
            if event == "call":
                called.add(code)
                if under_way:
                    self._shared.add(_place(code))
                if code in self._once:
                    under_way.append(code)
            elif event == "return" and code in self._once:
                under_way.pop()

        started = time.process_time()
        sys.setprofile(note)
        try:
            reports = _run(item, None)
        finally:
            sys.setprofile(None)
        if any(report.failed for report in reports):
            raise pytest.UsageError(f"{item.nodeid} fails without any mutant")
        self._seconds[item.nodeid] = time.process_time() - started
        for code in called:
            self._calling[_place(code)].append(item)

    def _leave_out(self, tests: set[str]) -> None:
        """Tests that can't be run twice would seem to notice every mutant."""
        if tests:
            print(f"left out, for they fail when they run a second time: {', '.join(sorted(tests))}", flush=True)
        self._items = [item for item in self._items if item.nodeid not in tests]
        for at, items in self._calling.items():
            self._calling[at] = [item for item in items if item.nodeid not in tests]

    def _is_killed(self, mutant: Mutant) -> bool:
        tests = self._tests_of(mutant)
        if not tests:
            return False
        child = os.fork()
        if not child:
            self._try(mutant, tests)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0

    def _tests_of(self, mutant: Mutant) -> list[pytest.Item]:
        """The tests that call the changed function: those named after the file first, then the quick ones."""
        original = dict(_functions(compile(mutant.file.read_text("utf-8"), str(mutant.file), "exec")))
        names = [name for name, code in mutant.functions.items() if not _same(code, original.get(name))]
        changed = [(str(mutant.file), name) for name in names]
        calling = self._items if self._shared.intersection(changed) else chain(*(self._calling[at] for at in changed))
        tests = {test.nodeid: test for test in calling}
        own = f"test_{mutant.file.stem}.py"
        return sorted(tests.values(), key=lambda test: (own not in test.nodeid, self._seconds[test.nodeid]))

    def _try(self, mutant: Mutant, tests: list[pytest.Item]) -> None:
        """In the fork: the status is 0 where no test notices."""
        most = int(_SECONDS + _TIMES * sum(self._seconds[test.nodeid] for test in tests))
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
        _hush()
        try:
            _take_the_place(mutant)
            for test, following in zip(tests, [*tests[1:], None], strict=True):
                if any(report.failed for report in _run(test, following)):
                    os._exit(1)
        except BaseException:  # whatever it is, the mutant has been noticed
            os._exit(1)
        os._exit(0)


def _hush() -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)


def _run(test: pytest.Item, following: pytest.Item | None) -> list[pytest.TestReport]:
    """Run a test, which may have run before: a doctest throws its names away, so it is given a copy of them."""
    names = test.dtest.globs if isinstance(test, DoctestItem) else {}
    kept = dict(names)
    try:
        return runtestprotocol(test, log=False, nextitem=following)
    finally:
        names.update(kept)


def _failing_again(tests: Sequence[pytest.Item]) -> set[str]:
    """The tests that fail in a fork though nothing has changed."""
    reading, writing = os.pipe()
    if not os.fork():
        _hush()
        with os.fdopen(writing, "w") as told:
            for test, following in zip(tests, [*tests[1:], None], strict=True):
                if any(report.failed for report in _run(test, following)):
                    print(test.nodeid, file=told)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        failing = set(told.read().splitlines())
    os.wait()
    return failing


def _place(code: CodeType) -> _Place:
    return code.co_filename, code.co_qualname.partition(".<locals>")[0]


def _same(code: CodeType, other: CodeType | None) -> bool:
    return other is not None and code.replace(co_firstlineno=1, co_linetable=b"") == other.replace(
        co_firstlineno=1, co_linetable=b""
    )


def _take_the_place(mutant: Mutant) -> None:
    """All that has the file's functions has the mutant's from now on, and nothing worked out before is remembered."""
    for known in gc.get_objects():
        if isinstance(known, FunctionType) and known.__code__.co_filename == str(mutant.file):
            code = mutant.functions.get(known.__code__.co_qualname)
            if code is not None:
                known.__code__ = code
    for remembering in _remembering(*(f"baocongdoan.{package}" for package in PACKAGES)):
        remembering.cache_clear()


def _remembering(*modules: str) -> Iterator[Any]:
    """The functions of these modules that remember what they gave."""
    for name, module in list(sys.modules.items()):
        if name.startswith(modules):
            yield from (value for value in vars(module).values() if hasattr(value, "cache_clear"))


def main() -> int:
    """Try a sample of mutants and print what survives."""
    parser = argparse.ArgumentParser(prog="python scripts/mutation.py", description=__doc__)
    parser.add_argument("names", nargs="*", help="files, as in facts/entities/people.py; else all of both packages")
    parser.add_argument("--each", type=int, default=20, help="how many mutants of each file, at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--leave-out", metavar="TEST", action="append", default=list(LEFT_OUT),
                        help="what is not asked, as in tests/evaluation/test_floors.py; may be repeated")  # fmt: skip
    given = parser.parse_args()
    files = [SOURCE / name for name in given.names] or [
        file for package in PACKAGES for file in sorted((SOURCE / package).rglob("*.py")) if file.stat().st_size
    ]
    runner = Runner(files, given.each, given.seed)
    os.chdir(ROOT)
    options = ["-q", "-p", "no:cacheprovider", "--no-header", "--no-summary"]
    options += [f"--deselect={test}" for test in given.leave_out]
    status = pytest.main([*options, *TESTS, *FURTHER_TESTS], plugins=[runner])
    if not runner.results:
        return int(status)
    rate, margin = estimate(runner.results)
    tried, killed = sum(result.tried for result in runner.results), sum(result.killed for result in runner.results)
    print(f"killed {killed} of {tried} tried; of all {sum(result.mutants for result in runner.results)} mutants "
          f"an estimated {rate:.1%} ± {margin:.1%}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
