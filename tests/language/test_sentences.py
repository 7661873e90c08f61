"""Where sentences end, and where full stops end none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocongdoan.language.sentences import split_sentences

SENTENCES = [
    ("Hội nghị bế mạc. Các đại biểu ra về.", ["Hội nghị bế mạc.", "Các đại biểu ra về."]),
    ("Kết nạp 1.250 đoàn viên. Tặng 30 suất quà.", ["Kết nạp 1.250 đoàn viên.", "Tặng 30 suất quà."]),
    ("Lễ diễn ra tại TP. Vinh. Rất vui!", ["Lễ diễn ra tại TP. Vinh.", "Rất vui!"]),
    ("Bà Đ. Hồng và TS. Nam dự.", ["Bà Đ. Hồng và TS. Nam dự."]),
    ("Đến dự có ông K.T. Sau đó là phần quà.", ["Đến dự có ông K.T.", "Sau đó là phần quà."]),
    ("1. Kết nạp 50 đoàn viên. 2. Mở 3 lớp.", ["1. Kết nạp 50 đoàn viên.", "2. Mở 3 lớp."]),
    ("“Chúng tôi rất vui.” Chị Lan nói.", ["“Chúng tôi rất vui.”", "Chị Lan nói."]),
    ("Khai mạc ngày 16.4. Có 300 người dự", ["Khai mạc ngày 16.4.", "Có 300 người dự"]),
    ("Có quà không? Có! Rất nhiều…", ["Có quà không?", "Có!", "Rất nhiều…"]),
    ("Buổi lễ kết thúc.Các đại biểu chụp ảnh", ["Buổi lễ kết thúc.", "Các đại biểu chụp ảnh"]),
    ("Truy cập congdoan.vn để xem.", ["Truy cập congdoan.vn để xem."]),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_sentences(text: str, sentences: list[str]) -> None:
    from baocongdoan.language.fold import fold

    assert [text[start:end] for start, end in split_sentences(fold(text))] == sentences


def test_a_part_of_a_text() -> None:
    text = "Một. Hai. Ba."

    assert [text[start:end] for start, end in split_sentences(text, 5, 9)] == ["Hai."]


@given(st.text(alphabet="aĐ1.!? \"'()"))
def test_sentences_are_in_order_and_lose_nothing_but_space(text: str) -> None:
    bounds = [*split_sentences(text)]

    assert [*bounds] == sorted(bounds)
    assert "".join(text[start:end] for start, end in bounds).split() or not text.strip()
    assert "".join("".join(text[start:end].split()) for start, end in bounds) == "".join(text.split())
