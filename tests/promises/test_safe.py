"""Promise 6: nothing is executed and nothing is fetched, whatever stands in a page.

That views escape, cells are defused and streams have limits is tested where they are: ``tests/views``,
``tests/test_cli.py``, ``tests/analysis/test_totals_command.py``, ``tests/pages/test_streams.py`` and
``tests/pages/test_front_door.py``.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import baocongdoan
from baocongdoan.errors import InputError

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "baocongdoan").rglob("*.py"))
CORPUS = ROOT / "corpora" / "articles"

# ---- what the code can do at all -----------------------------------------------------------------------------------

RUNS_WHAT_IT_READS = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "yaml", "runpy", "code", "ctypes"}
PARSES_XML = {"xml", "lxml", "defusedxml", "xmltodict"}
FETCHES = {"socket", "ssl", "http", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "urllib3", "webbrowser"}
UNPACKS_PATHS = {"tarfile", "zipfile"}
STARTS_PROCESSES = {"subprocess", "multiprocessing", "pty"}

ALLOWED = {
    ("cleaning/learned.py", "zipfile"): "writes a model; reading is numpy's, without pickle",
    ("exchange/label_studio.py", "xml"): "writes a labelling interface, and reads none",
    ("dataset/guard.py", "subprocess"): "starts the workers of a build: its own Python with its own module",
}
"""Where a module of these is used, and what for."""

RUNS_TEXT = {"eval", "exec", "compile", "__import__", "breakpoint"}
RUNS_COMMANDS = {"system", "popen", "startfile", "urlopen", "urlretrieve", "unpack_archive", "getoutput"}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def dangers(source: str, name: str) -> list[str]:
    """What a module does that could run or fetch what it reads."""
    tree = ast.parse(source)
    forbidden = RUNS_WHAT_IT_READS | PARSES_XML | FETCHES | UNPACKS_PATHS | STARTS_PROCESSES
    found = [
        f"imports {module}"
        for module in imported(tree)
        if (root := module.partition(".")[0]) in forbidden and (name, root) not in ALLOWED
    ]
    found += [f"imports {module}" for module in imported(tree) if module.startswith("urllib.request")]
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        called = call.func
        if isinstance(called, ast.Name) and called.id in RUNS_TEXT:
            found.append(f"calls {called.id}")
        if isinstance(called, ast.Attribute) and (
            called.attr in RUNS_COMMANDS or (called.attr.startswith(("exec", "spawn")) and _is_os(called.value))
        ):
            found.append(f"calls {called.attr}")
        for option in call.keywords:
            if option.arg in ("shell", "allow_pickle") and getattr(option.value, "value", None) is not False:
                found.append(f"sets {option.arg}")
    return found


def _is_os(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id == "os"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_module_can_run_or_fetch_what_it_reads(path: Path) -> None:
    name = path.relative_to(ROOT / "src" / "baocongdoan").as_posix()

    assert dangers(path.read_text(encoding="utf-8"), name) == []


@pytest.mark.parametrize(
    ("source", "danger"),
    [
        ("import pickle", "imports pickle"),
        ("from lxml import etree", "imports lxml.etree"),
        ("import urllib.request as web", "imports urllib.request"),
        ("eval(text)", "calls eval"),
        ("os.system(text)", "calls system"),
        ("os.execvp(text, [])", "calls execvp"),
        ("run(text, shell=True)", "sets shell"),
        ("np.load(path, allow_pickle=wanted)", "sets allow_pickle"),
    ],
)
def test_the_search_finds_what_it_is_for(source: str, danger: str) -> None:
    assert danger in dangers(source, "any.py")


def test_what_is_allowed_is_there() -> None:
    for name, module in ALLOWED:
        tree = ast.parse((ROOT / "src" / "baocongdoan" / name).read_text(encoding="utf-8"))
        assert module in {one.partition(".")[0] for one in imported(tree)}


# ---- what it does while it works -----------------------------------------------------------------------------------

# Python itself tells of these events, and a hook can't be taken away. Installed by way of the environment, it holds
# for the processes that a process starts, too.
WATCH = """
import os, sys

_FORBIDDEN = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
              "urllib.Request", "pickle.find_class", "os.system", "os.exec", "os.posix_spawn",
              "webbrowser.open")

def _watch(event, arguments):
    if event in _FORBIDDEN:
        os.write(2, f"forbidden: {event} {arguments!r}\\n".encode())
        os._exit(99)
    if event == "subprocess.Popen" and list(arguments[1])[1:] != ["-P", "-m", "baocongdoan.dataset.worker"]:
        os.write(2, f"forbidden: {event} {arguments!r}\\n".encode())
        os._exit(99)

sys.addaudithook(_watch)
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("watched")
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(folder), *sys.path])}
    return subprocess.run([sys.executable, *arguments], env=environment, cwd=folder, capture_output=True, check=False)


COMMANDS = [
    ["extract", *map(str, sorted(CORPUS.glob("*.txt"))[::12]), "--format", "csv", "--output", "facts.csv"],
    ["build", str(CORPUS), "--out", "facts"],
    ["totals", "facts", "--measure", "members_admitted", "--by", "province,year"],
    ["sql", "facts", "SELECT count(*) FROM counts"],
    ["view", str(CORPUS / "a06_dien_bien_ket_nap_dang.txt"), "-o", "page.html"],
    ["explain", str(CORPUS / "a06_dien_bien_ket_nap_dang.txt")],
    ["extract", "page.html", "hostile.html", "hostile.jsonl", "--format", "table"],
]
HOSTILE = """<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "http://127.0.0.1:9/a"><!ENTITY b "&a;&a;&a;&a;">]>
<html><head><link rel=stylesheet href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script>
<base href="http://127.0.0.1:9/"></head><body><img src="http://127.0.0.1:9/a.png">
<p>Năm 2024, LĐLĐ tỉnh Yên Bái kết nạp &b; 1.250 đoàn viên và trao 50 suất quà cho người lao động.</p></body></html>"""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_main_job_opens_no_connection_and_runs_nothing(command: list[str], watched: Path) -> None:
    (watched / "hostile.html").write_text(HOSTILE, encoding="utf-8")
    (watched / "hostile.jsonl").write_text(json.dumps({"html": HOSTILE, "url": "http://127.0.0.1:9/"}))

    done = run(watched, "-m", "baocongdoan", *command)

    assert (done.returncode, b"forbidden" in done.stderr) == (0, False), done.stderr.decode()


@pytest.mark.parametrize(
    "action",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import pickle; pickle.loads(b'cos\\nsystem\\n.')",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
    ],
)
def test_the_watch_sees_what_it_is_for(action: str, watched: Path) -> None:
    done = run(watched, "-c", action)

    assert done.returncode == 99


# ---- what a page can do --------------------------------------------------------------------------------------------


def test_entities_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    page = f"<!DOCTYPE html [<!ENTITY e0 'lớp'>{entities}]><html><p>LĐLĐ tỉnh mở 8 lớp &e9; &e0; tập huấn.</p></html>"

    [line] = [line.text for line in baocongdoan.read(page.encode()).lines if "LĐLĐ" in line.text]

    assert line == "LĐLĐ tỉnh mở 8 lớp &e9; &e0; tập huấn."


def test_archives_are_refused_not_unpacked(tmp_path: Path) -> None:
    """So no path in one can lead anywhere."""
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../outside.txt", "LĐLĐ tỉnh")
    (tmp_path / "a.zip").write_bytes(packed.getvalue())

    with pytest.raises(InputError, match="a ZIP archive or an Office document"):
        baocongdoan.extract(tmp_path / "a.zip")
