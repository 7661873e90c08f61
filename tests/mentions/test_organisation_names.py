"""How far a name goes on behind its head, and heads behind which no name stands."""

from __future__ import annotations

import pytest

from baocongdoan.language.text import Text
from baocongdoan.mentions.organisations import find_organisations


def quotes(line: str) -> list[str]:
    text = Text.plain(line)
    return [text.quote(found.span) for found in find_organisations(text)]


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        # common words up to a place or level
        ("Ban Chỉ đạo phát triển đoàn viên huyện Lục Yên họp", "Ban Chỉ đạo phát triển đoàn viên huyện Lục Yên"),
        ("Ban Chỉ đạo phòng chống dịch quốc gia họp", "Ban Chỉ đạo phòng chống dịch quốc gia"),
        # common words up to the country
        ("Hiệp hội da, giày, túi xách Việt Nam họp", "Hiệp hội da, giày, túi xách Việt Nam"),
        ("Hiệp hội năng lượng sạch Việt Nam họp", "Hiệp hội năng lượng sạch Việt Nam"),
        # zones
        ("Công đoàn các Khu công nghiệp tỉnh Bắc Giang họp", "Công đoàn các Khu công nghiệp tỉnh Bắc Giang"),
        ("Công đoàn Khu công nghiệp Quế Võ họp", "Công đoàn Khu công nghiệp Quế Võ"),
        (
            "Công đoàn Khu kinh tế Hòn La và các Khu công nghiệp tỉnh Quảng Bình họp",
            "Công đoàn Khu kinh tế Hòn La và các Khu công nghiệp tỉnh Quảng Bình",
        ),
        ("Công đoàn Khu công nghiệp Quế Võ và khu nhà trọ Hà Nam họp", "Công đoàn Khu công nghiệp Quế Võ"),
        ("Ban quản lý các khu công nghiệp họp", "Ban quản lý các khu công nghiệp"),
        ("Tháng 7 LĐLĐ huyện họp", "LĐLĐ huyện"),
        # the letters of a congress, and those of a university
        ("ĐH CĐ TCty Sông Lam lần thứ V", "CĐ TCty Sông Lam"),
        ("ĐH Công đoàn tuyển sinh", "ĐH Công đoàn"),
        # an organ in front of a union's name, and a sector's union at all its levels
        ("Chiều qua, Ban Nữ công Công đoàn Y tế Việt Nam họp", "Ban Nữ công Công đoàn Y tế Việt Nam"),
        ("Các cấp Công đoàn Dệt May Việt Nam họp", "Công đoàn Dệt May Việt Nam"),
        # a department has a capital in its head or in its field
        ("Sở y tế tỉnh Yên Bái họp", "Sở y tế tỉnh Yên Bái"),
        ("sở Y tế tỉnh Yên Bái họp", "sở Y tế tỉnh Yên Bái"),
        # short forms in brackets, quotation marks and dashes
        ("Bảo hiểm xã hội (BHXH) tỉnh Yên Bái họp", "Bảo hiểm xã hội (BHXH) tỉnh Yên Bái"),
        ("Công ty cổ phần “Sao Mai” tăng lương", "Công ty cổ phần “Sao Mai”"),
        ("Công ty TNHH Hoa Mai - Chi nhánh Yên Bái tăng lương", "Công ty TNHH Hoa Mai - Chi nhánh Yên Bái"),
        ("Công ty TNHH May - Thêu Minh Anh tăng lương", "Công ty TNHH May - Thêu Minh Anh"),
        # behind a dash a person's name begins
        ("Công ty TNHH Hoa Mai - Nguyễn Văn An chúc Tết", "Công ty TNHH Hoa Mai"),
        ("Trường Tiểu học Kim Đồng - Lê Thị Hồng Gấm dạy", "Trường Tiểu học Kim Đồng"),
    ],
)
def test_the_whole_name(line: str, quote: str) -> None:
    assert quotes(line) == [quote]


@pytest.mark.parametrize(
    "line",
    [
        "Ban Chỉ đạo họp",
        "sở y tế họp",
        "các cấp công đoàn Lào Cai họp",
        "còn 3 LĐLĐ huyện chưa đạt",
        "gộp 4 CĐCS điện lực Hà Nam, Hà Tĩnh, Nghệ An",
        "Công ty TNHH tăng lương",
        "Công ty Nhật Bản tăng lương",
        "CÔNG TY TNHH MAY MẶC XUẤT KHẨU HOA MAI VIỆT NAM KHEN THƯỞNG CÔNG NHÂN",
        "Tổ chức Bảo hiểm xã hội chi trả",
        "một bảo hiểm xã hội huyện",
    ],
)
def test_no_name(line: str) -> None:
    assert quotes(line) == []
