"""What a number counts: the unit with its class, what a price is per, and what the quote covers."""

from __future__ import annotations

import pytest
import regex

from baocongdoan.language.text import Text
from baocongdoan.mentions.numbers import find_numbers
from baocongdoan.mentions.quantities import Quantity, find_quantities, unit_class_at


def quantities(sentence: str) -> tuple[Text, tuple[Quantity, ...]]:
    text = Text.plain(sentence)
    return text, find_quantities(text, find_numbers(text))


ELIDED = [
    ("bàn giao 7 và 4 căn nhà, ngày 7 và 4 căn nhà", ["căn nhà"] * 3),
    ("Phân xưởng Đào lò 5 giành cúp, Phân xưởng Sợi có 5 dây chuyền", ["dây chuyền"]),
    ("tăng từ 18 lên 26 căn nhà, lên 18 lên 26 hộ", ["căn nhà", "căn nhà", "hộ"]),
    ("có 170 CĐCS, gồm 80 thuộc khối trường học, 41 khối xã", ["CĐCS"] * 3),
    ("xây mới 24 căn nhà (15), sửa 9 tại huyện", ["căn nhà"] * 3),
    ("có 12 lớp của 3 huyện và 15 của tỉnh", ["lớp", "huyện"]),  # 15 is no part of 12
    ("hỗ trợ 20 triệu đồng, 5 của huyện", ["đồng"]),
    ("24 CĐCS làm theo cách “3 tại chỗ”", ["CĐCS"]),
    ("thành lập 29 CĐCS, giải thể 4, kết nạp 850 đoàn viên", ["CĐCS", "CĐCS", "đoàn viên"]),
    ("đã giải thể 5, thành lập 8 công đoàn cơ sở", ["công đoàn cơ sở"] * 2),
    ("ký mới 13 và sửa đổi, bổ sung 22 bản thỏa ước", ["bản thỏa ước"] * 2),
    ("có thêm 58 CĐCS (kế hoạch năm: 65)", ["CĐCS"] * 2),
    ("kết nạp 536 đoàn viên, bằng 134% chỉ tiêu 400 được giao", ["đoàn viên", "%", "đoàn viên"]),
    ("74 sáng kiến được gửi về; hội đồng chọn 12, thưởng 24 triệu đồng", ["sáng kiến", "sáng kiến", "đồng"]),
    ("kết nạp 9.120 đoàn viên: khu công nghiệp được 5.912, còn lại ở các huyện", ["đoàn viên"] * 2),
    ("thưởng 20 triệu đồng, làm được 15, nghỉ 3", ["đồng"]),  # money is not what was made
    ("hỗ trợ 12 hộ theo nghị quyết số 18, thuộc nhóm 3", ["hộ"]),
    ("kết nạp 12 đoàn viên. Cả đội được 8.", ["đoàn viên"]),  # of another sentence
    ("có 21 CĐCS khu vực ngoài nhà nước", ["CĐCS khu vực ngoài nhà nước"]),
    ("trao 12 bằng khen, thưởng 300 người bằng tiền mặt", ["bằng khen", "người"]),
    ("có 27 công đoàn trực thuộc; 12 công đoàn trực thuộc LĐLĐ tỉnh", ["công đoàn trực thuộc", "công đoàn"]),
    ("40 vé xe tặng công nhân, 40 phần quà tặng", ["vé xe", "phần quà tặng"]),
    # what a list without nouns comes to is what it counts
    (
        "Toàn xã có 45 CĐCS với 900 đoàn viên; trường học 21, doanh nghiệp 18, cơ quan 6.",
        ["CĐCS", "đoàn viên"] + ["CĐCS"] * 3,
    ),
    ("Có 86 kiến nghị, chia ra: nhà ở 41; tiền lương 30; các việc khác 15", ["kiến nghị"] * 4),
    ("Thu hút 36.000 lượt. Tuần 1 có 9.800 lượt, tuần 2: 13.150, tuần 3: 13.050.", ["lượt"] * 4),
    ("Có 86 kiến nghị, chia ra: nhà ở 41; tiền lương 30; các việc khác 16", ["kiến nghị"]),
    ("Kim cương 9 nút với 2 ly 7, 3 ly 6", ["nút", "ly", "ly"]),  # so few are soon the sum of something
    ("tiêu biểu là Nam Định với 98.300 sáng kiến, Hải Phòng (76.450)", ["sáng kiến"] * 2),
    ("Mỏ Đông có 61 thợ lò vào Đảng, kế đến là mỏ Tây 38.", ["thợ lò"] * 2),
    ("Mỏ Đông có 61 thợ lò vào Đảng, kế đến là quận 7.", ["thợ lò"]),
    ("lần lượt kết nạp 1.210, 875 và 320 đoàn viên", ["đoàn viên"] * 3),
    ("các điều 5, 7 và 320 đoàn viên", ["đoàn viên"]),
]


@pytest.mark.parametrize(("sentence", "units"), ELIDED)
def test_a_number_without_a_noun_takes_that_of_its_list(sentence: str, units: list[str]) -> None:
    _, found = quantities(sentence)
    assert [quantity.unit_text for quantity in found] == units


UNITS = [
    ("Tổng số sáng kiến, giải pháp kỹ thuật là 1.386.", "sáng kiến, giải pháp kỹ thuật", "initiative"),
    ("góp 60 ngày công", "ngày công", "thing_counted"),
    ("vận động 12 nơi thành lập công đoàn", "nơi thành lập công đoàn", "group"),
    ("ôm gần 9 tỉ bỏ trốn", "đồng", "money"),
    ("mỗi năm lãi từ 12-13 tỉ.", "đồng", "money"),
    ("hơn 1,4 tỷ người", "người", "person"),
    ("90 phi công đình công", "phi công", "worker"),
    ("ở khu công nghiệp Hòa Lạc 2 công nhân bị thương", "công nhân", "worker"),
    ("có 540 (nữ 412) nhà giáo", "nhà giáo", "worker"),
    ("bốn thông tư nêu trên", "thông tư", "thing_counted"),
    ("là một trong 76 doanh nghiệp", "doanh nghiệp", "enterprise"),
    ("là doanh nghiệp 100% vốn nước ngoài", "%", "percent"),
    ("mở 21 lớp", "lớp", "training_class"),
    ("cho 2.596 lượt cán bộ, đoàn viên tại tỉnh", "lượt cán bộ, đoàn viên", "officer"),
    ("tuyên dương 17 chủ tịch CĐCS tiêu biểu", "chủ tịch CĐCS", "officer"),
    ("đạt 98,5% kế hoạch", "%", "percent"),
    ("trị giá 5 triệu đồng", "đồng", "money"),
    ("trị giá 500.000đ/phần", "đ", "money"),
    ("trị giá gần 3 tỷ.", "đồng", "money"),
    ("rộng 4,2 ha", "ha", "area"),
    ("kết nạp 131 đoàn viên mới", "đoàn viên", "member"),
    ("kết nạp 310 đoàn viên, thành lập 9 CĐCS", "đoàn viên", "member"),
    ("mở 12 lớp, thành lập 4 tổ tự quản", "lớp", "training_class"),
    ("khen 20 cá nhân, thành tích năm ấy là cao nhất", "cá nhân", "person"),
    ("ở 34 tỉnh, thành trong cả nước", "tỉnh, thành", "thing_counted"),
    ("kết nạp 25 đoàn viên, người lao động trong năm", "đoàn viên, người lao động", "worker"),
    ("có 12 tập thể và 30 cá nhân", "tập thể", "group"),
    # another body's name is no further kind of what is counted
    ("có 300 công nhân, Công ty TNHH Sao Mai có 200 công nhân", "công nhân", "worker"),
    ("gồm 40 công ty, doanh nghiệp tư nhân", "công ty, doanh nghiệp tư nhân", "enterprise"),
    ("cho 120 cán bộ và đoàn viên", "cán bộ và đoàn viên", "officer"),
    ("xây 15 căn nhà tình nghĩa và thăm hỏi các hộ", "căn nhà tình nghĩa", "home"),
    ('trao 3 "Mái ấm Công đoàn" cho đoàn viên', '"Mái ấm Công đoàn"', "home"),
    ("hỗ trợ 15 gia đình công nhân", "gia đình công nhân", "person"),
    ("xảy ra 2 cuộc đình công trong năm", "cuộc đình công", "stoppage"),
    ("ký 8 bản thỏa ước lao động tập thể", "bản thỏa ước lao động tập thể", "agreement"),
    ("thu được 320 đơn vị máu", "đơn vị máu", "thing"),
    ("trồng 2.300 cây xanh tại khu lưu trú", "cây xanh", "thing"),
    ("nêu 23 kiến nghị", "kiến nghị", "times"),
    ("tổng số đoàn viên là 48.210 người", "người", "member"),
    ("tổng số lao động trong khu gần 60.000.", "lao động trong khu", "worker"),
    ("số vụ ngừng việc tập thể là 3 vụ", "vụ", "stoppage"),
    ("hơn 1.000 trong số 3.100 công nhân nghỉ", "công nhân", "worker"),
]


@pytest.mark.parametrize(("sentence", "unit", "unit_class"), UNITS)
def test_units(sentence: str, unit: str, unit_class: str) -> None:
    _, [first, *_] = quantities(sentence)

    assert (first.unit_text, first.unit_class) == (unit, unit_class)


@pytest.mark.parametrize("sentence", ["con số 45 tại huyện", "hơn 20 của tỉnh", "được 7,5 và 8"])
def test_a_number_without_a_noun_is_no_quantity(sentence: str) -> None:
    assert quantities(sentence)[1] == ()


PER = [
    ("500.000đ/phần", "phần"),
    ("hỗ trợ 1 triệu đồng/người", "người"),
    ("lương 7,5 triệu đồng/tháng", "tháng"),
    ("thu nhập 8 triệu đồng/người/tháng", "người/tháng"),
    ("2 triệu đồng một suất.", "suất"),
    ("tặng 300.000 đồng mỗi phần", "phần"),
    ("mỗi suất trị giá 1 triệu đồng", "suất"),
    ("mỗi căn nhà được hỗ trợ 60 triệu đồng", "căn nhà"),
    ("mỗi người 2 triệu đồng", "người"),
    ("mỗi phần gồm 500.000 đồng tiền mặt", "phần"),
    ("mỗi năm trích 2 tỷ đồng", None),
    ("tổng số tiền 150 triệu đồng cho đoàn viên", None),
]


@pytest.mark.parametrize(("sentence", "per"), PER)
def test_per(sentence: str, per: str | None) -> None:
    _, [quantity] = quantities(sentence)

    assert quantity.per == per


QUOTES = [
    ("đã trao hơn 300 suất quà cho công nhân", "hơn 300 suất quà"),
    ("đạt gần 98% kế hoạch", "gần 98%"),
    ("mỗi suất trị giá 500.000 đồng.", "500.000 đồng"),
    ("tổng số đoàn viên lên 48.210.", "tổng số đoàn viên lên 48.210"),
    ("tại 3/5 cụm thi đua", "3/5 cụm thi đua"),
]


@pytest.mark.parametrize(("sentence", "quote"), QUOTES)
def test_quotes(sentence: str, quote: str) -> None:
    text, [quantity] = quantities(sentence)

    assert text.quote(quantity.span) == quote


def test_a_users_class_comes_first() -> None:
    mine = (("trees", regex.compile(r"\G(?:cây xanh|cây)(?!\p{L})")),)
    text = Text.plain("trồng 2.300 cây xanh, tặng 3 cây cảnh, 20 suất quà")
    found = find_quantities(text, find_numbers(text), mine)

    assert [quantity.unit_class for quantity in found] == ["trees", "trees", "gift"]
    assert unit_class_at("cây xanh", 0, mine) == "trees"
