"""What a build makes of inputs: what is new, what is met again, what can't be read, and what it refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.dataset import Settings, build, open_dataset, preview
from baocongdoan.dataset.events import PageSkipped, PartWritten, Progress, Started
from baocongdoan.dataset.plan import Sizes
from baocongdoan.errors import DatasetError

Contents = Callable[[Path], dict[str, bytes]]
SIZES = Sizes(batch=3, part=2)


pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def make(inline: Any) -> Callable[..., Any]:
    """Build into the folder ``facts``."""

    def make(*inputs: str, out: str = "facts", **options: Any) -> Any:
        return build(inputs, Path(out), **{"engine": inline, "sizes": SIZES} | options)

    return make


def urls(dataset: str = "facts") -> list[str]:
    return sorted(open_dataset(dataset).arrow("articles")["url"].to_pylist())


def test_facts_stand_beside_their_articles(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(8))

    summary = make("a.jsonl")

    facts, articles = (open_dataset("facts").arrow(name).to_pylist() for name in ("facts", "articles"))
    texts = {article["article_id"]: article["text"] for article in articles}
    assert len(articles) == summary.new["article"] == summary.articles == 8
    assert len(facts) == summary.facts == sum(article["facts"] for article in articles) > 40
    assert all(texts[fact["article_id"]][fact["start"] : fact["end"]] == fact["quote"] for fact in facts)
    assert {fact["url"] for fact in facts} == {article["url"] for article in articles}


def test_parts_are_of_the_size_that_was_asked_for(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(8))

    make("a.jsonl")

    assert [part.rows("pages") for part in open_dataset("facts").manifest.parts] == [6, 2]


def test_only_what_is_new_is_extracted(make: Any, make_dump: Any, contents: Contents) -> None:
    make_dump(Path("a.jsonl"), range(4))
    make("a.jsonl")
    before = contents(Path("facts"))
    make_dump(Path("b.jsonl"), range(2, 6))

    again, more = make("a.jsonl"), make("a.jsonl", "b.jsonl")

    assert (again.new.total(), again.before["article"], again.skipped) == (0, 4, 0)
    assert (more.new["article"], more.before["article"]) == (2, 6)
    assert urls() == [f"https://tin.example/{number}" for number in range(6)]
    after = contents(Path("facts"))
    assert all(after[name] == data for name, data in before.items() if name != "manifest.json")


def test_a_file_that_has_not_changed_is_not_opened(make: Any, make_dump: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    make_dump(Path("a.jsonl"), range(4))
    make("a.jsonl")
    monkeypatch.setattr("baocongdoan.dataset.plan.cut_pages", lambda *_: pytest.fail("it was read"))

    assert make("a.jsonl").before["article"] == 4


def test_a_file_that_grew_gives_what_was_added(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(4))
    make("a.jsonl")
    make_dump(Path("a.jsonl"), range(5))

    assert make("a.jsonl").new["article"] == 1
    assert open_dataset("facts").arrow("inputs")["pages"].to_pylist() == [4, 5]


def test_the_same_article_is_kept_once(make: Any, make_article: Any) -> None:
    pages = [
        {"url": "https://tin.example/a?utm_source=x", "text": make_article(1)},
        {"url": "http://www.tin.example/a#top", "text": make_article(2)},  # the same address
        {"url": "https://khac.example/b", "text": make_article(1).upper() + "\n"},  # the same text
        {"url": "https://khac.example/c", "text": make_article(3)},
    ]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, pages)))

    summary = make("a.jsonl")

    assert (summary.new["article"], summary.new["duplicate"]) == (2, 2)
    rows = open_dataset("facts").arrow("pages").to_pylist()
    assert [row["outcome"] for row in rows] == ["article", "duplicate", "duplicate", "article"]
    assert rows[0]["article_id"] == rows[1]["article_id"] == rows[2]["article_id"]


def test_the_same_page_is_extracted_once(make: Any, make_article: Any) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(make_article(1), encoding="utf-8")

    summary = make("a.txt", "b.txt")

    assert (summary.new["article"], summary.repeated) == (1, 1)
    assert open_dataset("facts").arrow("inputs")["articles"].to_pylist() == [1, 1]


@pytest.mark.parametrize("apart", [False, True])
def test_near_copies_name_the_first(make: Any, make_article: Any, apart: bool) -> None:
    texts = [
        make_article(1),
        make_article(2),
        make_article(1) + "\n(Theo tin tổng hợp)",
        make_article(1) + "\nẢnh: T.H",
    ]
    for number, text in enumerate(texts):
        page = {"url": f"https://bao{number}.example/tin", "text": text}
        Path(f"{number}.jsonl").write_text(json.dumps(page))
    names = [f"{number}.jsonl" for number in range(4)]

    for inputs in [names[:2], names[2:]] if apart else [names]:
        summary = make(*inputs)

    assert summary.near_copies == 2
    articles = {row["url"][11:12]: row for row in open_dataset("facts").arrow("articles").to_pylist()}
    original = articles["0"]["article_id"]
    assert [articles[name]["duplicate_of"] for name in "0123"] == [None, None, original, original]
    facts = open_dataset("facts").arrow("facts").to_pylist()
    assert {fact["duplicate_of"] for fact in facts if fact["article_id"] == articles["3"]["article_id"]} == {original}


def test_what_cannot_be_read_is_told_with_its_place(make: Any, make_article: Any) -> None:
    page = json.dumps({"text": make_article(1)})
    Path("a.jsonl").write_text(f"{page}\n{{no json\n" + json.dumps({"text": "Only English text stands here."}))
    Path("b.txt").write_bytes(b"")
    events: list[Any] = []

    summary = make("a.jsonl", "b.txt", "gone.txt", report=events.append)

    rows = {row["origin"]: row for row in open_dataset("facts").arrow("skipped").to_pylist()}
    assert set(rows) == {"a.jsonl#2", "a.jsonl#3", "b.txt", "gone.txt"}
    assert (rows["a.jsonl#2"]["file"], rows["a.jsonl#2"]["offset"]) == ("a.jsonl", len(page) + 1)
    assert rows["gone.txt"]["error"].startswith("cannot be read (No such file or directory)")
    assert (summary.new["article"], summary.skipped, summary.unread) == (1, 4, 1)
    assert {event.origin for event in events if isinstance(event, PageSkipped)} == set(rows)


def test_an_input_that_can_be_read_later_is(make: Any, make_article: Any) -> None:
    Path("a.txt").write_text(make_article(1), encoding="utf-8")
    make("a.txt", "b.txt", "c.txt")
    Path("b.txt").write_text(make_article(2), encoding="utf-8")

    summary = make("b.txt")

    assert (summary.new["article"], summary.unread) == (1, 0)
    assert open_dataset("facts").arrow("skipped")["origin"].to_pylist() == ["c.txt"]


def test_a_build_tells_how_it_goes(make: Any, make_dump: Any) -> None:
    events: list[Any] = []

    make(str(make_dump(Path("a.jsonl"), range(8))), report=events.append)

    size = Path("a.jsonl").stat().st_size
    assert events[0] == Started(size, 0)
    assert [event.pages for event in events if isinstance(event, Progress)] == [3, 6, 8]
    assert events[-2].bytes == size
    assert [event.rows["pages"] for event in events if isinstance(event, PartWritten)] == [6, 2]


def test_a_limit_takes_the_first_and_the_next_build_goes_on(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(8))

    counts = [make("a.jsonl", limit=5).new["article"], make("a.jsonl", limit=2).new["article"]]
    counts.append(make("a.jsonl").new["article"])

    assert (counts, len(urls())) == ([5, 2, 1], 8)


def test_preview_writes_nothing(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(4))
    assert preview(["a.jsonl", "gone.txt"], Path("facts")).new == 4
    assert not Path("facts").exists()
    make("a.jsonl")
    make_dump(Path("b.jsonl"), range(3, 6))

    plan = preview(["a.jsonl", "b.jsonl"], Path("facts"))

    assert (plan.new, plan.before["article"]) == (2, 5)


def test_settings_go_to_the_extraction_and_are_kept(make: Any) -> None:
    Path("a.txt").write_text("LĐLĐ tỉnh mở 3 lớp nghề thêu.", encoding="utf-8")
    make("a.txt", settings=Settings(clean=False))

    assert open_dataset("facts").arrow("articles").num_rows == 1
    with pytest.raises(DatasetError, match=r"facts was built with other settings \(clean\)"):
        make("a.txt")


# ---- what is refused ------------------------------------------------------------------------------------------------


def test_another_version_is_refused_with_the_way_to_rebuild(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(2))
    make("a.jsonl")
    manifest = json.loads(Path("facts/manifest.json").read_text())
    Path("facts/manifest.json").write_text(json.dumps(manifest | {"version": 99, "made_by": "9.0"}))

    for attempt in (lambda: make("a.jsonl"), lambda: open_dataset("facts")):
        with pytest.raises(
            DatasetError, match=r"version 99 \(made by baocongdoan 9.0\).*build a.jsonl --out facts-new"
        ):
            attempt()


@pytest.mark.parametrize("what", ["folder", "file"])
def test_something_else_is_left_alone(what: str, make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(2))
    if what == "folder":
        Path("facts").mkdir()
        Path("facts/thesis.txt").write_text("mine")
    else:
        Path("facts").write_text("mine")

    with pytest.raises(DatasetError, match="facts is there and is no dataset"):
        make("a.jsonl")


def test_a_folder_that_cannot_be_made_is_told(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(2))
    Path("file").write_text("")

    with pytest.raises(DatasetError, match=r"cannot write file/facts: Not a directory"):
        make("a.jsonl", out="file/facts")


def test_a_second_build_is_refused_and_told_of_the_first(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(4))
    told: list[str] = []

    def second(event: object) -> None:
        if isinstance(event, Progress) and not told:
            code = "import sys; from baocongdoan.cli import main; sys.exit(main())"
            run = [sys.executable, "-c", code, "build", "a.jsonl", "--out", "facts"]
            done = subprocess.run(run, capture_output=True, text=True, check=False)
            told.append(f"{done.returncode} {done.stderr}")

    make("a.jsonl", report=second)

    assert told[0].startswith(f"2 baocongdoan: facts: process {os.getpid()} on ")
    assert make("a.jsonl").before["article"] == 4


def test_a_lock_of_a_dead_build_is_no_hindrance(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(2))
    make("a.jsonl")
    Path("facts/.work/owner.json").write_text('{"process": 1, "host": "elsewhere"}')

    assert make("a.jsonl").before["article"] == 2


# ---- what was damaged -----------------------------------------------------------------------------------------------


def damage(path: Path, how: str) -> None:
    if how == "gone":
        path.unlink()
    elif how == "cut":
        path.write_bytes(path.read_bytes()[:-10])
    else:
        data = bytearray(path.read_bytes())
        data[len(data) // 3] ^= 0xFF
        path.write_bytes(bytes(data))


@pytest.mark.parametrize("how", ["gone", "cut", "one bit"])
@pytest.mark.parametrize("table", ["articles", "facts", "pages", "inputs", "skipped"])
def test_a_damaged_part_is_named_and_repaired(how: str, table: str, make: Any, make_dump: Any, tables: Any) -> None:
    dump = make_dump(Path("a.jsonl"), range(10))
    with dump.open("a") as file:
        file.write("{no json\n")
    make("a.jsonl")
    whole = tables(Path("facts"))
    part = "part-00000" if table in ("articles", "facts", "pages") else "part-00001"
    damage(Path(f"facts/{table}/{part}.parquet"), how)

    if how != "one bit":  # which only --repair looks for
        for attempt in (lambda: make("a.jsonl"), lambda: open_dataset("facts")):
            with pytest.raises(DatasetError, match=rf"facts/{table}/{part}.parquet is damaged or missing.*--repair"):
                attempt()
    summary = make("a.jsonl", repair=True)

    assert tables(Path("facts")) == whole
    assert summary.lost == 0
    assert summary.new.total() > 0


def test_what_cannot_be_repaired_is_told(make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(4))
    make_dump(Path("b.jsonl"), range(4, 6))
    make("a.jsonl", "b.jsonl")
    damage(Path("facts/articles/part-00000.parquet"), "gone")

    assert make("b.jsonl", repair=True).lost == 4


@pytest.mark.parametrize("how", ["gone", "cut", "one bit", "no database"])
def test_the_index_is_made_again(how: str, make: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(4))
    make("a.jsonl")
    index = Path("facts/.work/index.sqlite")
    if how == "no database":
        index.write_bytes(b"\x00not a database" * 1000)
    elif how == "one bit":
        with index.open("r+b") as file:
            file.write(b"X")
    else:
        damage(index, how)

    assert make("a.jsonl").before["article"] == 4


# ---- inputs of every kind -------------------------------------------------------------------------------------------


def test_a_thousand_bad_files_among_a_thousand_good_ones(make: Any) -> None:
    Path("crawl").mkdir()
    for number in range(1_000):
        Path(f"crawl/{number:04}.txt").write_text(f"LĐLĐ tỉnh mở {number} lớp.\n" * 2, encoding="utf-8")
        Path(f"crawl/{number:04}.parquet").write_bytes(b"PAR1 and no more")

    summary = make("crawl", settings=Settings(clean=False), sizes=Sizes())

    assert (summary.new["article"], summary.unread) == (1_000, 1_000)
    assert open_dataset("facts").arrow("skipped").num_rows == 1_000


def test_names_that_are_not_utf8(make: Any, make_article: Any) -> None:
    name = os.fsdecode(b"tin-\xff\xfe.txt")
    try:
        Path(name).write_text(make_article(1), encoding="utf-8")
    except OSError:
        pytest.skip("this file system wants UTF-8")
    Path(os.fsdecode(b"gone-\xff.txt")).symlink_to("gone")

    summary = make(name, os.fsdecode(b"gone-\xff.txt"))

    assert (summary.new["article"], summary.unread) == (1, 1)
    opened = open_dataset("facts")
    assert opened.arrow("articles")["origin"].to_pylist() == ["tin-\ufffd\ufffd.txt"]
    assert opened.arrow("skipped")["file"].to_pylist() == ["gone-\ufffd.txt"]
    assert make(name).before["article"] == 1


def test_links_in_circles(make: Any, make_article: Any) -> None:
    Path("crawl/sub").mkdir(parents=True)
    Path("crawl/a.txt").write_text(make_article(1), encoding="utf-8")
    Path("crawl/sub/up").symlink_to("..")
    Path("crawl/one.txt").symlink_to("two.txt")
    Path("crawl/two.txt").symlink_to("one.txt")

    summary = make("crawl")

    assert (summary.new["article"], summary.unread) == (1, 3)
    errors = {row["origin"]: row["error"] for row in open_dataset("facts").arrow("skipped").to_pylist()}
    assert "Too many levels of symbolic links" in errors["crawl/one.txt"]
    assert errors["crawl/sub/up"].startswith("a link to a folder, which is not followed")
