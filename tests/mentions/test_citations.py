"""Which words behind a noun make it a citation of one act, and where the citation ends."""

from __future__ import annotations

import pytest

from baocongdoan.language.text import Text
from baocongdoan.mentions.documents import find_documents


def citations(line: str) -> list[tuple[str, str | None, str | None]]:
    """The quote, the number and the subject of each citation."""
    text = Text.plain(line)
    return [
        (
            text.quote(found.span),
            text.quote(found.number) if found.number else None,
            text.quote(found.subject) if found.subject else None,
        )
        for found in find_documents(text)
    ]


@pytest.mark.parametrize(
    ("line", "quote", "number", "subject"),
    [
        # the number behind date or issuer
        (
            "Nghị quyết của Bộ Chính trị số 20-NQ/TW về nông nghiệp.",
            "Nghị quyết của Bộ Chính trị số 20-NQ/TW về nông nghiệp",
            "20-NQ/TW",
            "nông nghiệp",
        ),
        ("Kế hoạch ngày 5/3/2024 số 8/KH-LĐLĐ.", "Kế hoạch ngày 5/3/2024 số 8/KH-LĐLĐ", "8/KH-LĐLĐ", None),
        # a title in quotation marks
        ('Quyết định số 15 về "Nhà ở".', 'Quyết định số 15 về "Nhà ở"', "15", "Nhà ở"),
        ('Đề án "Nhà ở công nhân" ("nhà ở") được duyệt', 'Đề án "Nhà ở công nhân"', None, "Nhà ở công nhân"),
        (
            "Kế hoạch của LĐLĐ tỉnh Yên Bái “Vì đoàn viên” đã triển khai.",
            "Kế hoạch của LĐLĐ tỉnh Yên Bái “Vì đoàn viên”",
            None,
            "Vì đoàn viên",
        ),
        ("thực hiện chương trình “Tết sum vầy” ở xã", "chương trình “Tết sum vầy”", None, "Tết sum vầy"),
        # an act that only its subject names, inside the subject of another
        (
            "theo Kế hoạch số 5/KH-LĐLĐ về việc thực hiện Chương trình phát triển đoàn viên giai đoạn 2021 - 2025",
            "Kế hoạch số 5/KH-LĐLĐ về việc thực hiện Chương trình phát triển đoàn viên giai đoạn 2021 - 2025",
            "5/KH-LĐLĐ",
            "thực hiện Chương trình phát triển đoàn viên giai đoạn 2021 - 2025",
        ),
        # congresses and charters
        (
            "Nghị quyết Đại hội Công đoàn tỉnh lần thứ XV về phát triển đoàn viên",
            "Nghị quyết Đại hội Công đoàn tỉnh lần thứ XV về phát triển đoàn viên",
            None,
            "phát triển đoàn viên",
        ),
        ("theo Điều lệ Đảng khóa XII", "Điều lệ Đảng khóa XII", None, "Điều lệ Đảng"),
        # laws
        ("theo luật thương mại năm 2005", "luật thương mại năm 2005", None, "luật thương mại năm 2005"),
        ("theo Luật số 12/2012/QH13", "Luật số 12/2012/QH13", "12/2012/QH13", None),
        ("theo Hiến pháp năm 2013", "Hiến pháp năm 2013", None, "Hiến pháp năm 2013"),
        # a letter that asks for something
        ("Công văn số 12 đề nghị các đơn vị hỗ trợ đoàn viên.", "Công văn số 12", "12", None),
    ],
)  # fmt: skip
def test_one_act(line: str, quote: str, number: str | None, subject: str | None) -> None:
    assert citations(line) == [(quote, number, subject)]


@pytest.mark.parametrize(
    "line",
    [
        "Thông báo “Nghỉ Tết” được dán",
        "dự chương trình “Tết sum vầy” ở xã",
        "thực hiện chương trình Cây mùa xuân năm 2024",
        "theo hiệp định và Luật Điều ước quốc tế năm 2016",
        "theo luật bóng đá năm 2005",
        "theo Hiến pháp",
        "theo Điều lệ Công đoàn Việt Nam",
        "Hướng dẫn thi hành Điều lệ Công đoàn Việt Nam",
        "Quyết định ngày 8/3/2024 về thưởng",
        "Nghị quyết về xây dựng giai cấp công nhân số 20 đã đi vào cuộc sống",
    ],
)
def test_no_act(line: str) -> None:
    assert citations(line) == []
