"""Patterns that are tried only where a word may begin a match find what they find when they are tried everywhere."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from baocongdoan.language import anchors
from baocongdoan.language.anchors import Anchored, OneOf, Words

PATTERNS = [
    OneOf([r"(?<![\p{L}\d])(?:xin )?chào(?! hỏi)"]),
    OneOf([r"(?<!kỷ )luật(?! (?:gia|sư)\b)"]),
    OneOf([r"\d+(?:[.,]\d+)* người\b"]),
    OneOf([r"(?<=(?:tết|năm mới)(?: -)? )20\d\d(?=[,.]|$)"]),
    OneOf([r"(?<=[(\[,] ?)(?P<short>cđ|ld)(?:cs)?(?!\p{L})"]),
    OneOf([r"tổ \d+\Z"]),
    OneOf(["kết nạp", "có(?! thể)"], before=r"(?<!\p{L})", behind=r"(?!\p{L})"),
    OneOf(["xin", "xin (?:chào|lỗi)", r"(?:lỗi|(?<!\d)\d+)(?: \w+)?", r"(?<=xin )lỗi"], behind=r"(?=[,;]| \d)"),
]
TEXTS = [
    "xin chào, xin lỗi; chào hỏi, chào_bạn (chào)",
    "luật giao thông, kỷ luật, luật gia, luật sư. luật",
    "có 1.250 người, 3 người_ và 12 ngườii",
    "tết 2024, năm mới - 2025. tết 2026 đến; tết 2027",
    "các tổ chức (cđcs, ld) và cđ; (cđx",
    "tổ 1, tổ 12\ntổ 3",
    "12kết nạp, a3có, m²có, ①kết nạp, 3có thể, có3, có_kết nạp_3có; 16h30có",
    "",
]
WORDS = st.sampled_from([*dict.fromkeys(" ".join(TEXTS).split(" ")), "cs", "_", "\n"])


def anchored_to(pattern: OneOf) -> Anchored:
    return Anchored(lambda: pattern)


ANCHORED = [anchored_to(pattern) for pattern in PATTERNS]
NAMES = [pattern.source for pattern in PATTERNS]


def everywhere(anchored: Anchored) -> regex.Pattern[str]:
    """The same pattern, to be tried at every character."""
    return regex.compile(anchored.pattern.source)


@pytest.mark.parametrize("anchored", ANCHORED, ids=NAMES)
@pytest.mark.parametrize("text", TEXTS)
def test_matches_are_those_of_the_pattern(anchored: Anchored, text: str) -> None:
    found = [match.span() for match in anchored.finditer(Words(text))]

    assert found == [match.span() for match in everywhere(anchored).finditer(text)]


@pytest.mark.parametrize("anchored", ANCHORED, ids=NAMES)
def test_matches_between_two_places_are_those_of_the_pattern(anchored: Anchored) -> None:
    for text in TEXTS:
        start, end = text.find(" ") + 1, text.rfind(" ")

        found = [match.span() for match in anchored.finditer(Words(text), start, end)]

        assert found == [match.span() for match in everywhere(anchored).finditer(text, start, end)]


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", "", ", ", "-"])), max_size=30))
def test_matches_are_those_of_the_pattern_in_any_row_of_words(row: list[tuple[str, str]]) -> None:
    text = "".join(word + joint for word, joint in row)
    for anchored in ANCHORED:
        found = [match.span() for match in anchored.finditer(Words(text))]
        wanted = [match.span() for match in everywhere(anchored).finditer(text)]
        if all(_begins_word(text, start) for start, _ in wanted):
            assert found == wanted


def _begins_word(text: str, start: int) -> bool:
    before = text[max(0, start - 1) : start]
    return not before.isalnum() or before.isalpha() != text[start].isalpha()


def test_what_was_forgotten_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchors, "_MOST_REMEMBERED", 2)
    greeting = anchored_to(OneOf(["chào", "hẹn gặp"]))
    words = [Words(text) for text in ("chào bạn, hẹn gặp lại", "một hai ba bốn", "chào bạn, hẹn mai", "bạn chào")]

    found = [[match[0] for match in greeting.finditer(each)] for each in words * 2]

    assert found == [["chào", "hẹn gặp"], [], ["chào"], ["chào"]] * 2


def test_only_few_places_are_tried() -> None:
    law = anchored_to(OneOf(["luật lao động"]))

    assert Words("bộ luật lao động, kỷ luật, lao động").starts(law) == [3, 21]


def test_what_words_begin_is_asked_once_and_kept_as_long_as_the_patterns_are_the_same() -> None:
    anchors._begun.forget()
    greeting = anchored_to(OneOf(["xin chào", "(?:xin )?lỗi|chào"]))
    assert Words("xin chào, xin mừng").starts(greeting) == [0, 4, 10]
    table = anchors._begun._answers

    assert table is not None
    place = anchors._all.index(greeting)
    assert table["xin"][place] == [0, 1]
    assert table["chào"][place] == [1]
    assert place not in table["mừng"]
    other = anchored_to(OneOf(["lỗi"]))
    assert Words("xin chào, xin lỗi").starts(other) == [14]
    assert anchors._begun._answers is not table


def test_most_words_are_asked_of_the_table_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    Words("xin chào, xin lỗi").starts(ANCHORED[0])
    anchors._begun.clear()  # as in a later run, which finds the table
    monkeypatch.setattr(Anchored, "begun_by", lambda *_: pytest.fail("the pattern was asked"))

    assert Words("xin lỗi, xin chào").starts(ANCHORED[0])[:2] == [0, 9]
