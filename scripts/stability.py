"""What users rely on is kept: the snapshots in ``tests/stability`` and the rules for changing what they show.

A snapshot holds what the last release promised, a line a thing, and beside it, marked as in a diff, what has changed
since: ``+`` is new, ``-`` is gone. What is new has to be named under "Unreleased" in CHANGELOG.md. What is gone or
changed breaks what others have written, and wants a version that says so: a higher minor version while it is 0.x (the
number of the schema or of the tables, for these). A test checks both.

``python scripts/stability.py`` brings the snapshots up to date and says what is amiss; with ``--release`` all that they
show becomes what the release of this version promises.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import public_surface as surface

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "stability"

_HEAD = "# {title}. Promised since version {version}."
_VERSION = re.compile(r"(\d+(?:\.\d+)*)\.$")
_OPTIONAL = re.compile(r"\(\*| = ")  # a parameter or option that calls written before may leave out
_RECORD = re.compile(r"\$defs\.\w+\.")
_FIELD = re.compile(r"(?P<record>.*?)\.(?:properties\.|required: \")(?P<name>\w+)")


def project_version() -> str:
    """The version that the project will be released as."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def _schema_version() -> str:
    from baocongdoan.records import SCHEMA_VERSION

    return str(SCHEMA_VERSION)


def _tables_version() -> str:
    from baocongdoan.dataset.schema import DATASET_VERSION

    return str(DATASET_VERSION)


def harmless_in_python(line: str, promised: Collection[str]) -> bool:
    """Whether something new breaks no call: all but parameters that must be given to what was there already.

    >>> harmless_in_python("m.f(b: int) at 2", {"m.f() -> int"}), harmless_in_python("m.g(b: int)", {"m.f() -> int"})
    (False, True)
    """
    callee, is_parameter, _ = line.partition("(")
    known = any(name == callee or name.startswith((f"{callee}(", f"{callee}.")) for name in promised)
    return not is_parameter or not known or bool(_OPTIONAL.search(line)) or ") -> " in line


def harmless_on_command_line(line: str, promised: Collection[str]) -> bool:
    """Whether something new breaks no command line: all but what must be given to a command that was there already."""
    command, _, parameter = line.partition(" ")
    return command not in promised or ": " not in parameter or bool(_OPTIONAL.search(parameter))


def harmless_in_schema(line: str, promised: Collection[str]) -> bool:
    """Whether a reader of the schema as it was takes what is new: a new field of a record, and no new value of one."""
    record, field = _RECORD.match(line), _FIELD.match(line)
    new = [record[0]] if record else []
    new += [f"{field['record']}.properties.{field['name']}."] if field else []
    return any(not any(name.startswith(prefix) for name in promised) for prefix in new)


@dataclass(frozen=True)
class Subject:
    """Something that is kept: its lines now, the version that says when it breaks, and what may be added to it."""

    name: str
    title: str
    lines: Callable[[], list[str]]
    version: Callable[[], str]
    harmless: Callable[[str, Collection[str]], bool]

    @property
    def path(self) -> Path:
        """Its snapshot."""
        return FOLDER / f"{self.name}.txt"


SUBJECTS = (
    Subject("python", "The Python interface", surface.python_interface, project_version, harmless_in_python),
    Subject("command_line", "The command line", surface.command_line, project_version, harmless_on_command_line),
    Subject("measures", "The measures of counts", surface.measures, project_version, lambda *_: True),
    Subject("record_schema", "The JSON Schema of records", surface.record_schema, _schema_version, harmless_in_schema),
    Subject("tables", "The tables of a dataset", surface.tables, _tables_version, lambda *_: False),
)


@dataclass(frozen=True)
class Snapshot:
    """What a release promised (``promised``, under ``version``), and what there is now."""

    title: str
    version: str
    promised: frozenset[str]
    present: frozenset[str]

    @classmethod
    def parse(cls, text: str) -> Snapshot:
        """The snapshot of a file; ``ValueError`` where it is none.

        >>> sorted(Snapshot.parse("# It. Promised since version 0.1.0.\\n  a\\n- b\\n+ c\\n").present)
        ['a', 'c']
        """
        head, *lines = text.splitlines()
        version = _VERSION.search(head)
        if version is None or any(line[:2] not in ("  ", "+ ", "- ") for line in lines):
            raise ValueError("no snapshot: write it with python scripts/stability.py")
        promised = frozenset(line[2:] for line in lines if line[0] != "+")
        present = frozenset(line[2:] for line in lines if line[0] != "-")
        return cls(head.removeprefix("# ").partition(".")[0], version[1], promised, present)

    def render(self) -> str:
        """The text of the file."""
        marks = {True: {True: "  ", False: "- "}, False: {True: "+ "}}
        lines = (
            f"{marks[line in self.promised][line in self.present]}{line}\n"
            for line in sorted(self.promised | self.present)
        )
        return f"{_HEAD.format(title=self.title, version=self.version)}\n{''.join(lines)}"


def complaints(subject: Subject, snapshot: Snapshot, version: str, unreleased: str) -> Iterator[str]:
    """What forbids the changes that a snapshot shows, under this version and these notes on what is unreleased."""
    added, gone = snapshot.present - snapshot.promised, snapshot.promised - snapshot.present
    broken = sorted(gone | {line for line in added if not subject.harmless(line, snapshot.promised)})
    if broken and not breaking_part(version) > breaking_part(snapshot.version):
        yield from (f"{subject.name}: breaks what {snapshot.version} promised: {line}" for line in broken)
    for line in sorted(added):
        words = _new_words(line, snapshot.promised)
        if not any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", unreleased) for word in words):
            yield f"{subject.name}: CHANGELOG.md names none of {', '.join(words)} under Unreleased: {line}"


def breaking_part(version: str) -> tuple[int, ...]:
    """The part of a version that rises with a change that breaks something.

    >>> breaking_part("0.3.1"), breaking_part("2.0.4"), breaking_part("1")
    ((0, 3), (2,), (1,))
    """
    numbers = tuple(map(int, version.split(".")))
    return numbers[:2] if numbers[0] == 0 else numbers[:1]


def _new_words(line: str, promised: Collection[str]) -> list[str]:
    """The words by which notes may name what is new: those that no promise has, else the last of its name."""
    known = {word for promise in promised for word in _words(promise)}
    return [word for word in _words(line) if word not in known] or _words(line)[-1:]


def _words(line: str) -> list[str]:
    name = re.split(r": | = | -> | is ", line)[0].replace("()", "")
    return re.findall(r"[^\W\d][\w-]*", name)


def unreleased_notes(changelog: str) -> str:
    """What CHANGELOG.md says of what is not yet released; empty where it has no such part.

    >>> unreleased_notes("# Changelog\\n\\n## Unreleased\\n\\n- a\\n\\n## 0.1.0\\n\\n- b\\n")
    '- a'
    """
    part = re.search(r"^## Unreleased\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return part[1].strip() if part else ""


def current(subject: Subject) -> Snapshot:
    """The snapshot of a subject with what there is now; where there is none yet, all of it is promised."""
    now = frozenset(subject.lines())
    if not subject.path.exists():
        return Snapshot(subject.title, subject.version(), now, now)
    former = Snapshot.parse(subject.path.read_text(encoding="utf-8"))
    return Snapshot(subject.title, former.version, former.promised, now)


def complaints_now(subject: Subject) -> list[str]:
    """What forbids the changes of a subject since the last release."""
    notes = unreleased_notes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    return list(complaints(subject, current(subject), subject.version(), notes))


def main(arguments: Collection[str]) -> int:
    """Write the snapshots; the status is 1 where a change is not allowed, which a release must not have."""
    amiss = [complaint for subject in SUBJECTS for complaint in complaints_now(subject)]
    print(*amiss, sep="\n", end="\n" if amiss else "")
    releasing = "--release" in arguments
    if not (releasing and amiss):
        for subject in SUBJECTS:
            snapshot = current(subject)
            if releasing:
                snapshot = Snapshot(subject.title, subject.version(), snapshot.present, snapshot.present)
            subject.path.write_text(snapshot.render(), encoding="utf-8")
    return 1 if amiss else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
