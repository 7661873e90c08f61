"""The whole way of a page: the verbs, bad input, measures of one's own, grounding, determinism, time."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import baocongdoan
from baocongdoan.errors import BaocongdoanError, InputError, LexiconError
from baocongdoan.records import Extraction, Page, PageLine, Role

SENTENCE = "Năm 2024, LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên."
PAGES = sorted((Path(__file__).parents[1] / "corpora" / "articles").glob("*.txt"))


def grounded(doc: Extraction) -> bool:
    text = doc.article.text
    return all(text[fact.start : fact.end] == fact.quote and fact.quote.strip() for fact in doc.facts)


# --- the verbs ---------------------------------------------------------------------------------------------------


def test_sources_of_all_kinds(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    sources = [SENTENCE, SENTENCE.encode(), path, Page(lines=(PageLine(1, SENTENCE),))]

    found = [baocongdoan.extract(source, clean=False).counts[0].value for source in sources]

    assert found == [1250] * 4


def test_what_the_caller_knows_wins() -> None:
    doc = baocongdoan.extract(SENTENCE, clean=False, url="https://congdoan.example/a", published="2024-12-30")

    assert (doc.article.url, doc.article.published) == ("https://congdoan.example/a", "2024-12-30")


def test_clean_gives_every_line_a_role() -> None:
    article = baocongdoan.clean(f"{SENTENCE}\n\n{SENTENCE}", strip=False)

    assert [(line.line, line.role) for line in article.lines] == [(1, Role.BODY), (3, Role.BODY)]


def test_facts_are_numbered_in_the_order_of_the_text() -> None:
    doc = baocongdoan.extract(f"{SENTENCE} Trong đó 300 nữ.", clean=False)

    assert [fact.id for fact in doc.facts] == [f"f{number}" for number in range(1, len(doc.facts) + 1)]
    assert [fact.start for fact in doc.facts] == sorted(fact.start for fact in doc.facts)


# --- bad input ---------------------------------------------------------------------------------------------------

BAD = [
    "",
    " \n\u00a0\n",
    b"",
    b"\x00\x01\x02\xff\xfe" * 200,
    b"%PDF-1.7\n\x9c\xed\xbd" * 50,
    "The union has admitted 1,250 members this year.",
    "Cong doan tinh da ket nap 1.250 doan vien trong nam nay tai cac doanh nghiep",
    "12 34 56",
    "Le syndicat a reçu 300 élèves à l'école française. " * 20,
    "C«ng ®oµn tØnh ®· kÕt n¹p 1.250 ®oµn viªn".encode("latin-1"),
    "été à la plage".encode("latin-1"),
]


@pytest.mark.parametrize("source", BAD)
def test_bad_input_is_told_or_read(source: str | bytes) -> None:
    try:
        doc = baocongdoan.extract(source, clean=False)
    except BaocongdoanError as error:
        assert str(error).startswith("-: ")
    else:
        assert grounded(doc)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.txt"):
        baocongdoan.extract(tmp_path / "nothing.txt")


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="extract_many"):
        baocongdoan.extract(tmp_path)


@pytest.mark.parametrize(
    ("source", "problem"), [("crawl/report.txt", "pathlib.Path"), ("trang.HTML", "pathlib.Path"), (123, "not int")]
)
def test_what_is_no_source_is_told(source: object, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        baocongdoan.extract(source)  # type: ignore[arg-type]


def test_a_sentence_that_ends_in_a_file_is_text() -> None:
    assert baocongdoan.extract("Xem LĐLĐ tỉnh Hà Nam tại congdoan.example/tin.html", clean=False).organisations


# --- measures of one's own -----------------------------------------------------------------------------------------

TREES = """
[lists]
trees = ["cây xanh", "cây"]
planting = ["trồng"]

[[entry]]
name = "trees_planted"
meaning = "trees planted"
units = ["trees"]
cues = ["planting"]
examples = ["trồng 1.500 cây xanh"]

[[entry]]
name = "planters"
measure = "event_participants"
meaning = "people who plant, under a measure of the library"
units = ["member"]
cues = ["planting"]
examples = ["30 đoàn viên trồng cây"]
"""


def test_a_users_measures_file(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(TREES, encoding="utf-8")
    line = "Có 30 đoàn viên trồng 2.300 cây xanh và trao 50 suất quà"

    assert [count.measure for count in baocongdoan.extract(line, clean=False).counts][1:] == ["other", "gifts"]
    assert [count.measure for count in baocongdoan.extract(line, clean=False, measures=mine).counts] == [
        "event_participants",
        "trees_planted",
        "gifts",
    ]


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("[", "not valid TOML"),
        ('[[entry]]\nname = "a"\nunits = ["nothing"]\nexamples = ["x"]', "'nothing'"),
        ('[[entry]]\nname = "a"\nunits = "member"\nexamples = ["x"]', "'a'"),
    ],
)
def test_a_faulty_measures_file(toml: str, problem: str, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(toml, encoding="utf-8")

    with pytest.raises(LexiconError, match=problem):
        baocongdoan.extract(SENTENCE, clean=False, measures=mine)


# --- grounding and determinism -------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_fact_is_grounded_and_told_again(page: Path) -> None:
    doc = baocongdoan.extract(page)

    assert grounded(doc)
    assert baocongdoan.extract(page).to_json() == doc.to_json()


CHANGES = {
    "NFD": lambda text, _: unicodedata.normalize("NFD", text),
    "no-break spaces": lambda text, every: "".join(
        "\u00a0" if char == " " and index % every == 0 else char for index, char in enumerate(text)
    ),
    "blank lines": lambda text, _: text.replace("\n", "\n\n\u00a0\n"),
    "zero-width spaces": lambda text, every: "".join(
        char + "\u200b" if index % (7 * every) == 0 else char for index, char in enumerate(text)
    ),
    "carriage returns": lambda text, _: text.replace("\n", "\r\n"),
    "capitals": lambda text, _: text.upper(),
    "cut short": lambda text, every: text[: len(text) * every // 10],
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    page=st.sampled_from(PAGES),
    names=st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=3, unique=True),
    every=st.integers(2, 9),
)
def test_changed_pages_stay_grounded(page: Path, names: list[str], every: int) -> None:
    text = page.read_text(encoding="utf-8")
    for name in names:
        text = CHANGES[name](text, every)
    try:
        doc = baocongdoan.extract(text)
    except BaocongdoanError:
        return

    assert grounded(doc)


@pytest.mark.parametrize("change", ["NFD", "blank lines", "carriage returns"])
@pytest.mark.parametrize("page", PAGES[::6], ids=lambda page: page.stem)
def test_what_only_typists_vary_changes_no_value(page: Path, change: str) -> None:
    text = page.read_text(encoding="utf-8")
    told = [
        [(count.measure, count.value, count.status) for count in baocongdoan.extract(source).counts]
        for source in (text, CHANGES[change](text, 2))
    ]

    assert told[0] == told[1]


# --- time ------------------------------------------------------------------------------------------------------------

LONG = {
    "sentences": (SENTENCE + " Trao 50 suất quà cho công nhân.\n") * 60,
    "one sentence of numbers": "Kết nạp " + "3 đoàn viên, " * 500,
    "one line of digits": "Số " + "1234567890" * 600,
    "spaced digits": "Đã tặng " + "123 456 " * 800,
    "nested brackets": "Công đoàn " + "(" * 3000 + "3 lớp" + ")" * 3000,
    "commas": "Công đoàn có 30 " + "cán bộ, " * 800,
    "capitals": "Công đoàn Công ty " + "Việt Nam " * 700,
    "percents": "Đạt " + "95% " * 1500,
}


def seconds(text: str) -> float:
    started = time.process_time()
    baocongdoan.extract(text, clean=False)
    return time.process_time() - started


@pytest.mark.parametrize("name", LONG)
def test_time_grows_with_the_length_alone(name: str) -> None:
    baocongdoan.extract(SENTENCE, clean=False)  # lexicons are compiled once
    once = min(seconds(LONG[name]) for _ in range(2))
    tenfold = seconds(LONG[name] * 10)

    assert tenfold <= 20 * once + 0.2
