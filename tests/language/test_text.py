"""Spans, lines and sentences of the text that all finders work on."""

from __future__ import annotations

import pytest

from baocongdoan.language.text import Span, Text
from baocongdoan.records import Article, Line, Role

ARTICLE = Article(
    id="a",
    origin="-",
    text="Tiêu đề bài\nUỷ ban họp. LĐLĐ tỉnh dự.\nẢnh: buổi lễ",
    lines=(
        Line(1, Role.BOILERPLATE),
        Line(2, Role.TITLE, 0),
        Line(4, Role.BODY, 12),
        Line(5, Role.META),
        Line(6, Role.CAPTION, 38),
    ),
)


def test_lines_and_sentences_of_an_article() -> None:
    text = Text.of(ARTICLE)

    assert [(text.quote(line.span), line.role, line.line) for line in text.lines] == [
        ("Tiêu đề bài", Role.TITLE, 2),
        ("Uỷ ban họp. LĐLĐ tỉnh dự.", Role.BODY, 4),
        ("Ảnh: buổi lễ", Role.CAPTION, 6),
    ]
    assert [text.quote(sentence) for sentence in text.sentences] == [
        "Tiêu đề bài",
        "Uỷ ban họp.",
        "LĐLĐ tỉnh dự.",
        "Ảnh: buổi lễ",
    ]


def test_shadows_are_as_long_as_the_text() -> None:
    text = Text.of(ARTICLE)

    assert len(text.raw) == len(text.folded) == len(text.lower)
    assert "ủy ban" in text.lower


@pytest.mark.parametrize(("position", "sentence", "line"), [(0, 0, 0), (12, 1, 1), (25, 2, 1), (50, 3, 2)])
def test_what_holds_a_position(position: int, sentence: int, line: int) -> None:
    text = Text.of(ARTICLE)

    assert (text.sentence_at(position), text.line_at(position)) == (sentence, line)


def test_an_empty_article_has_neither_lines_nor_sentences() -> None:
    text = Text.of(Article(id="a", origin="-"))

    assert (text.lines, text.sentences) == ((), ())


def test_plain_text_skips_blank_lines() -> None:
    assert [line.line for line in Text.plain("một\n\nhai").lines] == [1, 3]


@pytest.mark.parametrize(
    ("one", "other", "holds", "overlaps"),
    [
        (Span(0, 9), Span(2, 9), True, True),
        (Span(0, 9), Span(2, 10), False, True),
        (Span(0, 4), Span(4, 5), False, False),
        (Span(3, 5), Span(0, 4), False, True),
    ],
)
def test_spans(one: Span, other: Span, holds: bool, overlaps: bool) -> None:
    assert (one.holds(other), one.overlaps(other)) == (holds, overlaps)
