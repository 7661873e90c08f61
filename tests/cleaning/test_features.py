"""What can be seen of a line at a glance."""

from __future__ import annotations

import pytest

from baocongdoan.cleaning.features import LineFeatures, bare, look
from baocongdoan.records import PageLine


def features(*texts: str) -> tuple[LineFeatures, ...]:
    return look([PageLine(number, text) for number, text in enumerate(texts, 1) if text])


BARE = [
    ("  Lớp mới \u00a0", "Lớp mới"),
    ("| Hội thi  nấu ăn. |", "Hội thi nấu ăn."),
    ("### **Mục tiêu**", "Mục tiêu"),
    ("![](a.png) Giờ tan ca", "Giờ tan ca"),
    ("Ho\u0300a\u200b giải", "Hòa giải"),
    ("**Ba** lớp", "**Ba** lớp"),
    ("![]() |", ""),
]


@pytest.mark.parametrize(("text", "kept"), BARE)
def test_bare(text: str, kept: str) -> None:
    assert bare(text) == kept


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Lễ trao nhà diễn ra ấm cúng, có đông đủ bà con lối xóm đến chung vui.", True),
        ("Sáng qua, công đoàn cơ sở nhà máy gạch đã trao ba mươi phần quà cho thợ lò nghỉ mất sức", True),
        ("Công đoàn nhà máy gạch trao ba mươi phần quà cho thợ lò", False),
        ("Ba lớp. Hai khóa. Một kỳ thi cuối năm đầy tiếng cười", True),
        ("Công đoàn mở lớp ở đâu?", False),
    ],
)
def test_prose(text: str, prose: bool) -> None:
    assert features(text)[0].prose == prose


def test_a_sentence_broken_over_lines_is_prose_on_each() -> None:
    first, second = features(
        "Ban chấp hành thống nhất mở thêm lớp cho các tổ trưởng mới được", "bầu ở phân xưởng hai và ba."
    )
    assert first.wrapped
    assert second.wrapped


@pytest.mark.parametrize(
    ("numbers", "gaps"),
    [
        ([1, 2, 5], [0, 0, 2]),
        ([1, 3, 5], [0, 0, 0]),  # a blank line between any two says nothing
        ([4, 6, 9], [2, 0, 1]),
        ([3], [2]),
    ],
)
def test_gaps_are_counted_beyond_the_usual_one(numbers: list[int], gaps: list[int]) -> None:
    lines = look([PageLine(number, f"Dòng {number}") for number in numbers])

    assert [line.gap for line in lines] == gaps


def test_copies_are_counted() -> None:
    first, _, last = features("Mở lớp", "Bế giảng", "Mở lớp")
    assert (first.copies, first.copy_index, last.copy_index) == (2, 0, 1)


def test_a_headline_glued_to_a_caption() -> None:
    (line,) = features("Mở lớp cho tổ trưởngHọc viên trong giờ thực hành")
    assert line.continues("Mở lớp cho tổ trưởng")
    assert not line.continues("Mở lớp cho tổ")


@pytest.mark.parametrize(
    ("text", "endings"),
    [
        ("Ba lớp đã mở.", ["stopped"]),
        ("“Ba lớp đã mở.”", ["stopped"]),
        ("Gồm ba việc:", ["stopped", "announces"]),
        ("Ai được nhận quà?", ["asks"]),
        ('Thợ lò nói gì?")', ["asks"]),
        ("Thợ lò kể...", ["cut_off"]),
        ("Thợ lò kể…”", ["cut_off"]),
        ("Mở lớp cho tổ trưởng", []),
        ("Mở lớp (khóa 2)", []),
    ],
)
def test_how_a_line_ends(text: str, endings: list[str]) -> None:
    (line,) = features(text)
    assert [name for name in ("stopped", "asks", "announces", "cut_off") if getattr(line, name)] == endings


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Mở lớp, mở hội; cả hai (đợt 2) - xong.", "mở lớp mở hội cả hai đợt 2 xong"),
        ("“Sao Mai”: 70% thợ, 3/4 tổ", "sao mai 70 thợ 3 4 tổ"),
        ("a_b… c!d", "a b c d"),
        ("—", ""),
    ],
)
def test_tokens_are_what_stands_between_marks(text: str, tokens: str) -> None:
    assert features(text)[0].tokens == tokens.split()


@pytest.mark.parametrize(
    ("text", "linked", "telling"),
    [
        ("Kết thúc phiên họp, công đoàn tặng bằng khen", True, False),
        ("“Mặc dù mưa, lễ vẫn đông", True, True),
        ("Mặc áo mưa đi làm", False, False),
        ("Công nhân công ty trao đổi bên bàn may", False, False),
        ("Chị Hoa cho biết lương tăng", False, True),
        ("Chị Hoa cho, biết ơn", False, True),
        ("Lương tăng 7%", False, True),
        ("Chị Hoa cho quà", False, False),
    ],
)
def test_words_that_tie_and_words_that_tell(text: str, linked: bool, telling: bool) -> None:
    (line,) = features(text)
    assert (line.linked, line.telling) == (linked, telling)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Lễ mở lúc 8 giờ. Bà Hiền phát biểu! “Rất vui.” Ông Sáu nói.", 4),
        ("Theo TS. Vi Văn Sáu, P.T.H. Nam và K. Lan", 1),
        ("Lãi 3.5 phần trăm. có tăng", 1),
        ("Năm 2024. Đoàn về", 2),
    ],
)
def test_sentences_end_behind_words_not_initials(text: str, sentences: int) -> None:
    assert features(text)[0].sentences == sentences


def test_names_are_the_capitals_inside() -> None:
    (line,) = features("Chị Ánh và Đỗ Ỷ (Sao Mai) gặp Žarko; iPhone")
    assert line.names == ("Ánh", "Đỗ", "Ỷ", "Mai", "Žarko")
    assert line.capitalised == ["Chị", "Ánh", "Đỗ", "Ỷ", "Sao", "Mai", "Žarko"]


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("Lớp tập huấn cho tổ trưởng mở tại nhà máy gạch", True),
        ("Mở lớp tập huấn cho tổ trưởng", True),
        ("Lớp cho tổ trưởng", False),
        ("Mở mở mở mở mở mở mở lớp lớp", False),
        ("Nhà máy gạch mở hội thao cho thợ lò toàn mỏ", False),
    ],
)
def test_lines_that_resemble_each_other(text: str, alike: bool) -> None:
    line, headline = features(text, "Nhà máy gạch mở lớp tập huấn cho tổ trưởng")
    assert (line.resembles(headline), headline.resembles(line)) == (alike, alike)


def test_no_line_loses_its_own_shadow() -> None:
    lines = features("UỶ BAN", "| |", "hoà\x00 giải", "x" * 3_000, "Quý III")
    assert [line.lower[:8] for line in lines] == ["ủy ban", "", "hòa giải", "xxxxxxxx", "quý iii"]
    assert len(lines[3].folded) < len(lines[3].text) == 3_000
