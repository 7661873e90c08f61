"""Which words behind a noun make it a citation of one act, and where the citation ends."""

from __future__ import annotations

from typing import Any

import pytest

from baocongdoan.language.text import Span, Text
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
        ("theo Điều lệ trường cao đẳng năm 2016", "Điều lệ trường cao đẳng năm 2016", None, "Điều lệ trường cao đẳng"),
        # laws
        ("theo luật thương mại năm 2005", "luật thương mại năm 2005", None, "luật thương mại năm 2005"),
        ("theo Luật số 12/2012/QH13", "Luật số 12/2012/QH13", "12/2012/QH13", None),
        ("theo Hiến pháp năm 2013", "Hiến pháp năm 2013", None, "Hiến pháp năm 2013"),
        ("theo Điều 47 BLLĐ năm 2012", "BLLĐ năm 2012", None, "BLLĐ năm 2012"),
        ("theo Luật Việc làm (Luật số 38) thì", "Luật Việc làm (Luật số 38)", "38", "Luật Việc làm"),
        ("Luật Nhà ở (số 65/2014/QH13) quy định", "Luật Nhà ở (số 65/2014/QH13)", "65/2014/QH13", "Luật Nhà ở"),
        ("theo Luật Nhà ở (Luật sửa đổi)", "Luật Nhà ở", None, "Luật Nhà ở"),
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
        "theo Điều 47 BLLĐ",
        "thông qua điều lệ công ty năm 2016",
        "theo Điều lệ Công đoàn Việt Nam",
        "Hướng dẫn thi hành Điều lệ Công đoàn Việt Nam",
        "Quyết định ngày 8/3/2024 về thưởng",
        "Nghị quyết về xây dựng giai cấp công nhân số 20 đã đi vào cuộc sống",
    ],
)
def test_no_act(line: str) -> None:
    assert citations(line) == []


PARTS = (
    "number",
    "letters",
    "issued",
    "issuer",
    "actor",
    "approved",
    "term",
    "subject",
    "draft",
    "optional",
    "by_letters",
)


def all_told(line: str) -> list[dict[str, Any]]:
    """All that the citations of a line say, and nothing that they don't."""
    text = Text.plain(line)

    def words(part: Any) -> Any:
        return text.quote(part).strip() if isinstance(part, Span) else part

    return [
        {"type": act.type.value, **{name: said for name in PARTS if (said := words(getattr(act, name)))}}
        for act in find_documents(text)
    ]


WHOLE: list[tuple[str, list[dict[str, Any]]]] = [
    # what is in mind is no act yet; what is spelt like a name, or was made or joined to an act, is one
    ("Huyện có kế hoạch tăng vốn đầu tư sản xuất năm 2022", []),
    (
        "Huyện có Kế hoạch tăng vốn đầu tư sản xuất năm 2022",
        [{"type": "plan", "actor": "Huyện", "subject": "tăng vốn đầu tư sản xuất năm 2022", "optional": True}],
    ),
    ("Theo kế hoạch tăng vốn đầu tư sản xuất năm 2022, huyện họp", []),
    (
        "Theo Kế hoạch tăng vốn đầu tư sản xuất năm 2022 của huyện",
        [{"type": "plan", "subject": "tăng vốn đầu tư sản xuất năm 2022", "optional": True}],
    ),
    ("Kế hoạch tăng vốn đầu tư sản xuất năm 2022", []),
    (
        "Nghị quyết số 5 và kế hoạch tăng vốn đầu tư sản xuất năm 2022",
        [
            {"type": "resolution", "number": "5"},
            {"type": "plan", "subject": "tăng vốn đầu tư sản xuất năm 2022", "optional": True},
        ],
    ),
    ("LĐLĐ tỉnh ban hành kế hoạch công tác năm 2022", []),  # every body has one each year
    ("Góp ý dự thảo kế hoạch tăng vốn đầu tư sản xuất năm 2022", []),
    ("Góp ý dự thảo Nghị quyết số 5", [{"type": "resolution", "number": "5", "draft": True}]),
    # a programme is carried out, an event of that name is watched
    (
        "Thực hiện chương trình phát triển nhà ở công nhân giai đoạn 2021 - 2025",
        [{"type": "programme", "subject": "phát triển nhà ở công nhân giai đoạn 2021 - 2025", "optional": True}],
    ),
    ("Xem chương trình phát triển nhà ở công nhân giai đoạn 2021 - 2025", []),
    # a title, and words that are only quoted
    (
        "Quyết định “Đóng cửa nhà máy cũ” của UBND tỉnh",
        [{"type": "decision", "issuer": "UBND tỉnh", "subject": "Đóng cửa nhà máy cũ"}],
    ),
    ("Quyết định “đóng cửa nhà máy cũ” của ông", []),
    ("Đề án “Nhà”", []),
    (
        "UBND tỉnh phê duyệt Đề án “Nhà ở xã hội”",
        [{"type": "scheme", "actor": "UBND tỉnh", "approved": True, "subject": "Nhà ở xã hội"}],
    ),
    # who makes an act, and in which term
    (
        "Ban Chấp hành LĐLĐ tỉnh khóa XV ban hành Nghị quyết số 3",
        [{"type": "resolution", "number": "3", "actor": "Ban Chấp hành LĐLĐ tỉnh khóa XV", "term": "XV"}],
    ),
    (
        "Nghị quyết Đại hội XIII của Đảng về công nghiệp",
        [{"type": "resolution", "issuer": "Đảng", "term": "XIII", "subject": "công nghiệp"}],
    ),
    (
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV",
        [{"type": "resolution", "issuer": "Đại hội Đảng bộ tỉnh", "term": "XV"}],
    ),
    ("Nghị quyết Đại hội đề ra", []),
    ("Nghị quyết 02-NQ/TW (khóa XII)", [{"type": "resolution", "number": "02-NQ/TW", "term": "XII"}]),
    # laws are known by their names, in whatever letters; a field of law is none
    ("Luật công đoàn", [{"type": "law", "subject": "Luật công đoàn", "optional": True}]),
    ("luật lao động", []),
    ("Bộ luật Dân sự năm 2015", [{"type": "law", "subject": "Bộ luật Dân sự năm 2015"}]),
    # parts in whatever order
    (
        "Nghị quyết ngày 5/3/2024 của LĐLĐ tỉnh số 7/NQ-LĐLĐ về nữ công",
        [
            {
                "type": "resolution",
                "number": "7/NQ-LĐLĐ",
                "issued": "5/3/2024",
                "issuer": "LĐLĐ tỉnh",
                "subject": "nữ công",
            }
        ],
    ),
    ("Chỉ thị 05 năm 2016 của Bộ Chính trị", [{"type": "directive", "number": "05", "issuer": "Bộ Chính trị"}]),
    ("Kế hoạch số 5, năm 2024, của huyện", [{"type": "plan", "number": "5"}]),
    ("Văn bản số 14/QĐ-TLĐ", [{"type": "dispatch", "number": "14/QĐ-TLĐ", "by_letters": True}]),
    # a number of units is none
    (
        "Huyện hướng dẫn 12 đơn vị; Hướng dẫn 12 của LĐLĐ tỉnh",
        [{"type": "guidance", "number": "12", "issuer": "LĐLĐ tỉnh"}],
    ),
    # of a list the numbers in front take the letters of the last, but not what stands behind it
    (
        "Nghị định 12 và 13/2024/NĐ-CP ngày 5/3/2024 về nhà ở",
        [
            {"type": "decree", "number": "12", "letters": "13/2024/NĐ-CP"},
            {"type": "decree", "number": "13/2024/NĐ-CP", "issued": "5/3/2024", "subject": "nhà ở"},
        ],
    ),
    (
        "Quyết định 5/QĐ-UBND và Quyết định 7/QĐ-UBND của UBND tỉnh về nhà ở",
        [
            {"type": "decision", "number": "5/QĐ-UBND"},
            {"type": "decision", "number": "7/QĐ-UBND", "issuer": "UBND tỉnh", "subject": "nhà ở"},
        ],
    ),
]


@pytest.mark.parametrize(("line", "expected"), WHOLE)
def test_all_that_a_citation_says(line: str, expected: list[dict[str, Any]]) -> None:
    assert all_told(line) == expected
