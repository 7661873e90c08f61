"""What can be seen of a line at a glance."""

from __future__ import annotations

import pytest

from baocongdoan.cleaning.features import LineFeatures, bare, look
from baocongdoan.cleaning.kinship import Kinship
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


def test_copies_are_counted() -> None:
    first, _, last = features("Mở lớp", "Bế giảng", "Mở lớp")
    assert (first.copies, first.copy_index, last.copy_index) == (2, 0, 1)


def test_a_headline_glued_to_a_caption() -> None:
    (line,) = features("Mở lớp cho tổ trưởngHọc viên trong giờ thực hành")
    assert line.continues("Mở lớp cho tổ trưởng")
    assert not line.continues("Mở lớp cho tổ")


def test_kinship_tells_the_articles_own_lines_from_links() -> None:
    article = features("Công đoàn nhà máy gạch Cẩm Thủy mở lớp cho tổ trưởng sản xuất.")
    own, other = features("Tổ trưởng sản xuất nhà máy gạch Cẩm Thủy", "Ngư dân Cửa Đại được mùa cá")
    kinship = Kinship(article)
    assert kinship.shared(own) > 0.6 > kinship.shared(other)
    assert (kinship.foreign_names(own), kinship.foreign_names(other)) == (0, 2)
