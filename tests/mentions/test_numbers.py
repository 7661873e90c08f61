"""Which numbers of a text may count something, what they are worth and how exactly they are meant."""

from __future__ import annotations

import pytest

from baocongdoan.language.text import Span, Text
from baocongdoan.mentions.numbers import NumberMention, find_numbers
from baocongdoan.records import Qualifier


def numbers(sentence: str) -> tuple[NumberMention, ...]:
    return find_numbers(Text.plain(sentence))


VALUES = [
    ("triệu tập 190 đại biểu, thí điểm 4 nghiệp đoàn, tập 3, điểm 4", [190, 4]),
    ("nhiều hơn cùng kỳ 21 vụ, kỳ 21", [21]),
    ("sơ kết 6 tháng: 45 đơn vị đại hội, tháng 6", [45]),
    ("trạm bơm công suất 900 m3/giờ, công suất 900", [900]),
    ("tư vấn qua điện thoại 310 lượt, số điện thoại 310", [310]),
    ("bếp nấu mỗi ngày 900 suất, mỗi năm 30 đợt, ngày 9", [900, 30]),
    ("mở 3 ngày hội trong 4 ngày, góp 60 ngày công", [3, 60]),
    ("mỗi năm 600 tỷ đồng doanh thu", [600_000_000_000]),
    ("hai trong 76 doanh nghiệp", [2, 76]),
    ("ban hành bốn thông tư", [4]),
    # how digits are grouped
    ("kết nạp 2.596 đoàn viên", [2596]),
    ("có 1.234.567 lượt người", [1234567]),
    ("chi 91,25 triệu đồng", [91_250_000]),
    ("chi 1,213 tỉ đồng", [1_213_000_000]),
    ("đạt 99,5% kế hoạch", [99.5]),
    ("đạt 104.5% kế hoạch", [104.5]),
    ("rộng 2,5ha", [2.5]),
    ("số tiền 500.000đ/suất", [500_000]),
    ("số tiền 200 000 đồng", [200_000]),
    ("1,200 công nhân dự mít tinh", [1200]),
    ("có 08 lớp và 05 đội", [8, 5]),
    ("ở KCN Hố Bò 3 công nhân bị bỏng, hai công nhân ngã", [3, 2]),
    # scales
    ("hơn 4,5 nghìn lao động", [4500]),
    ("10 ngàn khẩu trang", [10_000]),
    ("2 vạn công nhân", [20_000]),
    ("1 tỷ 200 triệu đồng", [1_200_000_000]),
    ("2 triệu rưỡi đồng", [2_500_000]),
    ("3,6 nghìn tỷ đồng", [3_600_000_000_000]),
    ("5 trăm triệu đồng", [500_000_000]),
    ("kinh phí 12 tỉ đồng", [12_000_000_000]),
    # words
    ("tòa nhà năm tầng", [5]),
    ("một nghìn hai trăm đoàn viên", [1200]),
    ("ba mươi lăm lớp", [35]),
    ("hai mươi mốt cán bộ", [21]),
    ("mười lăm tập thể", [15]),
    ("nửa triệu lao động", [500_000]),
    ("một trăm linh năm công nhân", [105]),
    ("hai đội bóng và ba giải thưởng", [2, 3]),
    # fractions of a whole
    ("3/5 cụm đã họp", [3]),
    ("tại 4/37 doanh nghiệp", [4]),
]


@pytest.mark.parametrize(("sentence", "values"), VALUES)
def test_values(sentence: str, values: list[float]) -> None:
    assert [number.value for number in numbers(sentence)] == values


RANGES = [
    ("từ 700.000 đến 1,2 triệu đồng", 700_000, 1_200_000),
    ("70-100 gian hàng", 70, 100),
    ("mỗi lớp 30 - 40 học viên", 30, 40),
    ("lương từ 8 đến 10 triệu đồng/tháng", 8_000_000, 10_000_000),
    ("hỗ trợ 150-350 triệu đồng", 150_000_000, 350_000_000),
    ("từ 300.000đ đến 500.000đ", 300_000, 500_000),
    ("vay từ 5 tới 20 triệu đồng", 5_000_000, 20_000_000),
    ("từ 2 đến 3% tổng quỹ lương", 2, 3),
    ("từ 60% đến 70% đoàn viên", 60, 70),
]


@pytest.mark.parametrize(("sentence", "value", "value_to"), RANGES)
def test_ranges(sentence: str, value: float, value_to: float) -> None:
    assert [(number.value, number.value_to) for number in numbers(sentence)] == [(value, value_to)]


NOTHING_COUNTED = [
    "đường dây mạch 3 đóng điện",
    "công nhân xưởng 2 đến sớm",
    "tổ may và chuyền 7 nghỉ",
    "thợ làm ca 3 về muộn",
    "Đại hội lần thứ 12 của công đoàn",
    "Nghị quyết Đại hội khóa XI, Điều 25, khoản 2",
    "Chị Hoa, 34 tuổi, quê Nam Định",
    "sau 3 năm triển khai, trong 6 tháng tới",
    "kỷ niệm 95 năm Ngày thành lập",
    "bắt đầu lúc 7h30 hoặc 14 giờ",
    "Điện thoại: 0912345678",
    "số 82 đường Trần Hưng Đạo",
    "phòng dịch Covid-19, vi rút H5N1",
    "Quốc lộ 1A, đường số 7, quận 3",
    "tháng 5, năm 2024, quý 2",
    "hội nghị trong hai ngày",
    "một cách hiệu quả, một số đơn vị",
    "hàng chục nghìn lượt người, hàng trăm suất quà",
    "công nghệ 4.0 và mạng 5G",
    "1. Kết quả đạt được",
    "hai bên ký kết quy chế",
    "Công ty May 10",
    "thứ 7, chủ nhật hằng tuần",
    "Tháng Công nhân lần thứ 16",
    "Trường THPT số 2",
    "vài ba trường hợp",
    "trường cấp 3, hạng 1",
    "đội hình 4-4-2",
    "thắng với tỷ số 3-1",
    "sau hai năm ngôi trường vẫn bỏ không",
    "bảng xếp hạng 2017 tiếp tục được giữ",
    "Tính ra, bình quân 1 thợ may đứng cả ngày",
    "chị là thợ may ở KCX Linh Xuân 2 từ năm ngoái",
]


@pytest.mark.parametrize("sentence", NOTHING_COUNTED)
def test_nothing_counted(sentence: str) -> None:
    text = Text.plain(sentence)

    assert [text.quote(number.span) for number in find_numbers(text)] == []


QUALIFIED = [
    ("hơn 300 đoàn viên", Qualifier.OVER, "hơn 300"),
    ("trên 1.000 suất quà", Qualifier.OVER, "trên 1.000"),
    ("gần 6.700 công nhân", Qualifier.NEARLY, "gần 6.700"),
    ("ngót 200 hộ", Qualifier.NEARLY, "ngót 200"),
    ("khoảng 50 người", Qualifier.ABOUT, "khoảng 50"),
    ("xấp xỉ 90% đoàn viên", Qualifier.ABOUT, "xấp xỉ 90%"),
    ("ước khoảng 4.000 người", Qualifier.ABOUT, "ước khoảng 4.000"),
    ("chừng 120 người", Qualifier.ABOUT, "chừng 120"),
    ("ít nhất 20 CĐCS", Qualifier.AT_LEAST, "ít nhất 20"),
    ("tối thiểu 2 buổi", Qualifier.AT_LEAST, "tối thiểu 2"),
    ("không dưới 500 lao động", Qualifier.AT_LEAST, "không dưới 500"),
    ("từ 500 lao động trở lên", Qualifier.AT_LEAST, "500"),
    ("25 đoàn viên trở lên", Qualifier.AT_LEAST, "25"),
    ("từ 80% CĐCS đạt vững mạnh trở lên", Qualifier.AT_LEAST, "80%"),
    ("tối đa 50 triệu đồng", Qualifier.AT_MOST, "tối đa 50 triệu"),
    ("không quá 30 người", Qualifier.AT_MOST, "không quá 30"),
    ("dưới 10 lao động", Qualifier.AT_MOST, "dưới 10"),
    ("10 lao động trở xuống", Qualifier.AT_MOST, "10"),
    ("chưa đến 40 đoàn viên", Qualifier.AT_MOST, "chưa đến 40"),
    ("65% CĐCS hoàn thành tốt nhiệm vụ trở lên", Qualifier.EXACT, "65%"),
    ("nhiều hơn 12 vụ", Qualifier.EXACT, "12"),
    ("làm lợi vượt 250 tỷ đồng", Qualifier.OVER, "vượt 250 tỷ"),
    ("đã vượt mốc 10.000 đoàn viên", Qualifier.OVER, "vượt mốc 10.000"),
    ("vượt 4 đơn vị so với chỉ tiêu", Qualifier.EXACT, "4"),
    ("vượt 25% kế hoạch", Qualifier.EXACT, "25%"),
    ("vượt qua 3 phần thi", Qualifier.EXACT, "3"),
    ("kết nạp 131 đoàn viên", Qualifier.EXACT, "131"),
]


@pytest.mark.parametrize(("sentence", "qualifier", "quote"), QUALIFIED)
def test_qualifiers(sentence: str, qualifier: Qualifier, quote: str) -> None:
    text = Text.plain(sentence)
    [number] = find_numbers(text)

    assert (number.qualifier, text.quote(number.qualified)) == (qualifier, quote)


def test_whole_of_a_fraction() -> None:
    [number] = numbers("11/14 vụ đã được giải quyết")

    assert (number.value, number.whole) == (11, 14)


def test_threshold() -> None:
    assert [number.threshold for number in numbers("từ 25 lao động trở lên, 40 người")] == [True, False]


def test_a_number_that_others_hold_is_left_out() -> None:
    text = Text.plain("Ngày 12/5 trao 30 suất quà theo Nghị quyết 02 của tỉnh")
    held = [Span(text.raw.index("12/5"), text.raw.index("12/5") + 4)]

    assert [number.value for number in find_numbers(text, held)] == [30]
