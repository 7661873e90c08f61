"""The wheel and the sdist build, install into an empty environment and do their job there, from another folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import baocongdoan
from baocongdoan.commands.demo import SAMPLES

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]

ARTICLE = ROOT / "corpora" / "articles" / "f03_dai_hoi.txt"
# filelock is left out, which underthesea's own requirements bring.
OPTIONAL = (
    "altair", "dask", "datasets", "datasketch", "distributed", "duckdb", "fastwarc", "pandas", "polars", "pyarrow",
    "spacy", "vl_convert",
)  # fmt: skip

# The tests of a sdist that are quick and touch all stages; the others run by `make test-engines`.
QUICK = ["tests/facts", "tests/mentions", "tests/stability", "tests/test_pipeline.py", "tests/test_serialise.py"]

# What each extra is for, as its user would try it.
PARQUET = """
import pathlib, pyarrow, pyarrow.parquet, baocongdoan
table = pyarrow.table({"url": ["https://a.vn/1"], "text": ["Tin\\n\\nNgày 5/3/2024, 12 công nhân được tặng quà."]})
pyarrow.parquet.write_table(table, "pages.parquet")
assert [page.url for page in baocongdoan.read_many(pathlib.Path("pages.parquet"))] == ["https://a.vn/1"]
"""
WARC = """
import pathlib, baocongdoan
page = b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>12 c\\xc3\\xb4ng nh\\xc3\\xa2n</p>"
head = "WARC/1.0\\r\\nWARC-Type: response\\r\\nWARC-Record-ID: <urn:uuid:1>\\r\\nWARC-Date: 2024-03-05T00:00:00Z\\r\\n"
head += "WARC-Target-URI: https://a.vn/1\\r\\nContent-Type: application/http; msgtype=response\\r\\n"
record = f"{head}Content-Length: {len(page)}\\r\\n\\r\\n".encode() + page + b"\\r\\n\\r\\n"
pathlib.Path("pages.warc").write_bytes(record)
assert [page.url for page in baocongdoan.read_many(pathlib.Path("pages.warc"))] == ["https://a.vn/1"]
"""
DATASET = """
import pathlib
from baocongdoan.cli import main
from baocongdoan.commands.demo import SAMPLES
if __name__ == "__main__":
    assert main(["build", str(SAMPLES), "--out", "facts", "--workers", "1", "--quiet"ENGINE]) == 0
    assert main(["totals", "facts", "--measure", "homes"]) == 0
"""
REPORT = """
    assert main(["report", "facts", "-o", "report.html"]) == 0
    assert "<svg" in pathlib.Path("report.html").read_text("utf-8")
"""
FRAMES = """
import pandas, polars, baocongdoan
rows = baocongdoan.extract("Có 12 công nhân được tặng quà.", clean=False).to_rows()
assert pandas.DataFrame(rows)["value"][0] == polars.DataFrame(rows)["value"][0] == 12
"""
SPACY = """
import baocongdoan
from baocongdoan.exchange import to_spacy
doc = baocongdoan.extract("Có 12 công nhân được tặng quà.", clean=False)
assert [span.text for span in to_spacy(doc).spans["count"]] == [count.quote for count in doc.counts]
"""
DATASETS = """
import baocongdoan
from baocongdoan.exchange import from_huggingface, to_huggingface
doc = baocongdoan.extract("Có 12 công nhân được tặng quà.", clean=False)
assert [*from_huggingface(to_huggingface([doc]))] == [doc]
"""
USES = {
    "parquet": PARQUET,
    "warc": WARC,
    "dataset": DATASET.replace("ENGINE", ""),
    "dask": DATASET.replace("ENGINE", ', "--engine", "dask"'),
    "frames": FRAMES,
    "report": DATASET.replace("ENGINE", "").rstrip("\n") + REPORT,
    "spacy": SPACY,
    "datasets": DATASETS,
    "all": PARQUET + WARC + FRAMES,
}


@dataclass(frozen=True)
class Built:
    """What ``python -m build`` makes: the sdist of the tree, and the wheel of that sdist."""

    sdist: Path
    wheel: Path


@dataclass(frozen=True)
class Environment:
    """A virtual environment, used from a folder of its own as a user would, with nothing of ours on the path."""

    folder: Path
    home: Path

    @classmethod
    def empty(cls, folder: Path) -> Environment:
        """An environment without even pip."""
        venv.create(folder / "venv", with_pip=False, symlinks=True)
        (folder / "home").mkdir()
        return cls(folder / "venv", folder / "home")

    def install(self, *requirements: str) -> None:
        """Install by the pip that runs the tests."""
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(self.folder))
        called(*pip, "install", "--quiet", *requirements)

    def run(self, command: str, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        environment = kept | {"HOME": str(self.home), "XDG_CACHE_HOME": str(self.home), "LC_ALL": "C.UTF-8"}
        return called(str(self.folder / "bin" / command), *arguments, cwd=self.home, env=environment, status=status)


def called(*command: str, status: int = 0, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command, which has to end with that status; what it printed is told where it does not."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)  # type: ignore[call-overload]
    assert done.returncode == status, f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Builds what the options name into a folder."""

    def into_folder(*options: str) -> Path:
        folder = tmp_path_factory.mktemp("dist")
        called(sys.executable, "-m", "build", "--outdir", str(folder), *options, str(ROOT))
        return folder

    return into_folder


@pytest.fixture(scope="session")
def built(build: Callable[..., Path]) -> Built:
    """The sdist and the wheel that comes of it."""
    folder = build()
    [sdist], [wheel] = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return Built(sdist, wheel)


@pytest.fixture(scope="session")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel and what it requires."""
    environment = Environment.empty(tmp_path_factory.mktemp("installed"))
    environment.install(str(built.wheel))
    return environment


@pytest.mark.packaging
def test_the_sdist_gives_the_wheel_of_the_tree(built: Built, build: Callable[..., Path]) -> None:
    [wheel] = build("--wheel").glob("*.whl")

    assert wheel.name == built.wheel.name
    assert wheel.read_bytes() == built.wheel.read_bytes()


@pytest.mark.packaging
def test_the_wheel_holds_the_library_and_nothing_else(built: Built) -> None:
    library = {path.relative_to(SOURCE).as_posix() for path in (SOURCE / "baocongdoan").rglob("*") if path.is_file()}
    packed = {name for name in zipfile.ZipFile(built.wheel).namelist() if ".dist-info/" not in name}

    assert packed == {name for name in library if "__pycache__" not in name}
    assert {"baocongdoan/models/line_roles.npz", "baocongdoan/samples/tap_huan.txt", "baocongdoan/py.typed"} <= packed


@pytest.mark.packaging
def test_nothing_optional_is_installed_or_imported(installed: Environment) -> None:
    code = (
        "import sys; from importlib.util import find_spec; from baocongdoan.cli import main; status = main(['demo'])\n"
        f"print(status, [name for name in {OPTIONAL} if find_spec(name) or name in sys.modules], file=sys.stderr)"
    )

    assert installed.run("python", "-c", code).stderr.splitlines()[-1] == "0 []"


@pytest.mark.packaging
def test_the_demo_runs_from_another_folder(installed: Environment) -> None:
    facts = [
        json.loads(line)["facts"]
        for line in installed.run("baocongdoan", "demo", "--format", "jsonl").stdout.splitlines()
    ]

    here = [baocongdoan.extract(sample) for sample in sorted(SAMPLES.iterdir())]
    assert facts == [json.loads(extraction.to_json())["facts"] for extraction in here]
    assert "members_admitted" in installed.run("baocongdoan", "demo").stdout


@pytest.mark.packaging
def test_the_main_job_runs_from_another_folder(installed: Environment) -> None:
    shutil.copy(ARTICLE, installed.home / "page.txt")

    written = installed.run("baocongdoan", "extract", "page.txt").stdout

    assert json.loads(written)["facts"] == json.loads(baocongdoan.extract(ARTICLE).to_json())["facts"]
    for command in ("clean", "show", "view", "explain"):
        assert installed.run("baocongdoan", command, str(SAMPLES / "tap_huan.txt")).stdout
    assert installed.run("python", "-m", "baocongdoan", "--version").stdout == f"baocongdoan {PROJECT['version']}\n"


@pytest.mark.packaging
@pytest.mark.parametrize(
    ("arguments", "extra"),
    [(("build", "page.txt", "--out", "facts"), "dataset"), (("sql", "facts", "SELECT 1"), "dataset")],
)
def test_a_missing_extra_is_named(installed: Environment, arguments: tuple[str, ...], extra: str) -> None:
    told = installed.run("baocongdoan", *arguments, status=2).stderr

    assert told.endswith(f"need an optional package: pip install 'baocongdoan[{extra}]'\n")


@pytest.fixture(scope="session")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sdist."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(built.sdist) as archive:
        archive.extractall(folder, filter="data")
    [root] = folder.iterdir()
    return root


@pytest.mark.packaging
def test_the_sdist_passes_quick_tests_that_it_ships(unpacked: Path) -> None:
    passes(unpacked, *QUICK)


@pytest.mark.engines
def test_the_sdist_passes_all_tests_that_it_ships(unpacked: Path) -> None:
    passes(unpacked)


def passes(folder: Path, *tests: str) -> None:
    """The library of that folder passes tests of that folder, with the packages of this environment."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    called(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, cwd=folder, env=environment)


@pytest.mark.engines
@pytest.mark.parametrize("extra", EXTRAS)
def test_extras_install_one_by_one(built: Built, tmp_path: Path, extra: str) -> None:
    environment = Environment.empty(tmp_path)
    environment.install(f"{built.wheel}[{extra}]")
    (environment.home / "use.py").write_text(USES[extra], encoding="utf-8")

    environment.run("python", "use.py")


def test_every_extra_is_tried() -> None:
    assert set(USES) == set(EXTRAS)
