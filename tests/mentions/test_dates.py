"""Which words of a text are a time expression, and what they say by themselves."""

import pytest

from baocongdoan.language.text import Text
from baocongdoan.mentions.date_expressions import Expression, Point, Relation
from baocongdoan.mentions.dates import find_dates
from baocongdoan.records import Granularity


def quotes(text: str) -> list[str]:
    document = Text.plain(text)
    return [document.quote(mention.span) for mention in find_dates(document)]


FOUND = [
    # days
    ("Ban hành ngày 24/6/2024 tại Lạng Giang", ["ngày 24/6/2024"]),
    ("Sáng 16.4, hội thao khai mạc", ["16.4"]),
    ("Chiều 29-6 tại hội trường", ["29-6"]),
    ("Sáng nay (1.2), xe lăn bánh", ["1.2"]),
    ("Tối thứ Bảy (15/4) diễn ra đêm nhạc", ["15/4"]),
    ("diễn ra trong 2 ngày 21 và 22/6/2024", ["ngày 21 và 22/6/2024"]),
    ("Trong 2 ngày (7 và 8.5.2024), tổ chức", ["7 và 8.5.2024"]),
    ("ngày 11 và 12 tháng 01 năm 2024", ["ngày 11 và 12 tháng 01 năm 2024"]),
    ("từ ngày 02 đến 03/10 tại Huế", ["ngày 02 đến 03/10"]),
    ("từ 5-7/3/2024 tại Huế", ["5-7/3/2024"]),
    ("Trong 3 ngày 12, 13 và 14.8.2024", ["ngày 12, 13 và 14.8.2024"]),
    ("từ ngày 28/4 đến 3/5/2024", ["ngày 28/4 đến 3/5/2024"]),
    ("thu từ 1/7/2019 đến hết 2021, nộp đủ", ["1/7/2019 đến hết 2021"]),
    ("thu từ tháng 7/2019 đến năm 2021", ["tháng 7/2019 đến năm 2021"]),
    ("họp ngày 1/7/2019 đến hết năm 2021 mới xong", ["ngày 1/7/2019", "đến hết năm 2021"]),
    ("nghỉ từ 1/7 đến năm 2021", ["từ 1/7", "đến năm 2021"]),
    ("trong năm học này và năm học mới", ["năm học này"]),
    ("khai mạc tháng 6 thay vì tháng 9 như mọi năm", ["tháng 6"]),
    ("(03/02/1930 -03/02/2024)", ["03/02/1930 -03/02/2024"]),
    ("(28/7/1929-28/72024)", ["28/7/1929-28/72024"]),
    ("ngày thành lập 28.7 (1929-2024)", ["28.7 (1929-2024)"]),
    ("Hội thi diễn ra sáng 3/5 và chiều 4/5.", ["3/5", "4/5"]),
    # months, quarters, halves
    ("trong tháng 5/2024 và tháng 9 năm 2024", ["tháng 5/2024", "tháng 9 năm 2024"]),
    ("Từ tháng 7 đến tháng 11-2024", ["tháng 7 đến tháng 11-2024"]),
    ("lương tháng 7 và tháng 8", ["tháng 7 và tháng 8"]),
    ("cuối tháng Năm, đầu tháng Chạp", ["tháng Năm", "tháng Chạp"]),
    ("vào quý I/2024, quý 3 năm 2022", ["quý I/2024", "quý 3 năm 2022"]),
    ("6 tháng đầu năm và 6 tháng cuối năm 2022", ["6 tháng đầu năm", "6 tháng cuối năm 2022"]),
    ("11 tháng năm 2024 kết nạp 400 người", ["11 tháng năm 2024"]),
    ("11 tháng kết nạp 400 đoàn viên", ["11 tháng"]),
    ("trong nửa năm 2020", ["nửa năm 2020"]),
    # years, terms, stretches
    ("nhiệm kỳ 2023 – 2028", ["nhiệm kỳ 2023 – 2028"]),
    ("giai đoạn 2018-2023", ["giai đoạn 2018-2023"]),
    ("năm học 2021-2022", ["năm học 2021-2022"]),
    ("từ năm 2012 đến hết năm 2016", ["năm 2012 đến hết năm 2016"]),
    ("đón Tết Tân Sửu 2021, Xuân Giáp Thìn - 2024", ["2021", "2024"]),
    ("Tháng Công nhân 2024 và Bộ luật Lao động 2019", ["2024", "2019"]),
    # open sides
    ("ngay từ đầu năm 2020, đơn vị", ["từ đầu năm 2020"]),
    ("Từ đầu năm 2020 đến ngày 15/11, đơn vị", ["đầu năm 2020 đến ngày 15/11"]),
    ("Từ năm 2019 đến ngày 15/11, đơn vị", ["Từ năm 2019", "đến ngày 15/11"]),
    ("tính từ đầu năm đến ngày 15/11/2020", ["đầu năm đến ngày 15/11/2020"]),
    ("Tính đến ngày 27.8, đã tiếp nhận", ["Tính đến ngày 27.8"]),
    ("Từ nay đến cuối năm 2024", ["đến cuối năm 2024"]),
    ("tính đến hết tháng 6/2025", ["tính đến hết tháng 6/2025"]),
    ("đến cuối nhiệm kỳ có 50.000 đoàn viên", ["đến cuối nhiệm kỳ"]),
    ("từ năm 2019 đến nay", ["từ năm 2019 đến nay"]),
    ("Năm 2013 là 3 triệu đồng, đến năm 2017 đã là 5 triệu đồng", ["Năm 2013", "năm 2017"]),
    # relative
    ("Năm nay, so với cùng kỳ năm ngoái", ["Năm nay", "năm ngoái"]),
    ("chiều cùng ngày, hôm qua và ngày mai", ["cùng ngày", "hôm qua", "ngày mai"]),
    ("hôm thứ Năm tuần trước", ["thứ Năm tuần trước"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds_time_expressions(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


NOT_DATES = [
    "thắng với tỉ số 3-1",
    "có 3/5 cụm và 12/12 công đoàn cấp trên",
    "trong 3-4 năm trở lại đây",
    "mức lương từ 7-10 triệu đồng",
    "chương trình kéo dài 16 ngày, 11 năm qua",
    "Nghị định 15/2020/NĐ-CP",
    "hơn 2.5 triệu lượt, 1.213 người, 6,5%",
    "Gọi 0912.345.678 lúc 7h30",
    "vào ngày 5/3 hằng năm",
    "Thu nhập năm sau luôn cao hơn năm trước",
    "5 năm trước, những năm qua, nhiều năm nay",
    "thời gian qua, dịp Tết, lần thứ XIII, khóa XII",
    "trao 2024 suất quà cho hơn 2000 người",
    "lương tháng 13, tháng lương tối thiểu",
    "một tháng hai lần",
    "Giải thưởng 28.7",
    "100 ngày thi đua",
    "ngày 32/6 và 31/6",
    "mấy hôm nay trời rét",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_leaves_other_figures_alone(text: str) -> None:
    assert quotes(text) == []


SAID = [
    ("ngày 24/6/2024", Granularity.DAY, Point(2024, 6, 24), Point(2024, 6, 24)),
    ("ngày 3/2/21", Granularity.DAY, Point(2021, 2, 3), Point(2021, 2, 3)),
    ("ngày 23/7", Granularity.DAY, Point(None, 7, 23), Point(None, 7, 23)),
    (
        "ngày 31/12 năm ngoái",
        Granularity.DAY,
        Point(None, 12, 31, Relation.YEAR, -1),
        Point(None, 12, 31, Relation.YEAR, -1),
    ),
    ("ngày 21 và 22/6", Granularity.RANGE, Point(None, 6, 21), Point(None, 6, 22)),
    ("tháng Năm", Granularity.MONTH, Point(None, 5), Point(None, 5)),
    ("tháng Mười Hai", Granularity.MONTH, Point(None, 12), Point(None, 12)),
    ("tháng giêng", Granularity.MONTH, Point(None, 1), Point(None, 1)),
    ("nửa đầu tháng 5/2024", Granularity.RANGE, Point(2024, 5, 1), Point(2024, 5, 15)),
    ("quý IV/2024", Granularity.QUARTER, Point(2024, 10), Point(2024, 12)),
    ("quý II và III/2024", Granularity.RANGE, Point(2024, 4), Point(2024, 9)),
    ("3 tháng đầu năm 2024", Granularity.QUARTER, Point(2024, 1), Point(2024, 3)),
    ("6 tháng cuối năm 2024", Granularity.HALF, Point(2024, 7), Point(2024, 12)),
    ("chín tháng đầu năm 2024", Granularity.RANGE, Point(2024, 1), Point(2024, 9)),
    ("năm học 2021-2022", Granularity.SCHOOL_YEAR, Point(2021, 9), Point(2022, 5)),
    ("nửa đầu nhiệm kỳ 2018-2023", Granularity.HALF, Point(2018), Point(2020)),
    ("từ ngày 28/12 đến 3/1/2024", Granularity.RANGE, Point(2023, 12, 28), Point(2024, 1, 3)),
    ("từ đầu năm 2024", Granularity.RANGE, Point(2024), None),
    ("đến hết quý I/2024", Granularity.RANGE, None, Point(2024, 3)),
    ("năm ngoái", Granularity.YEAR, Point(relation=Relation.YEAR, shift=-1), Point(relation=Relation.YEAR, shift=-1)),
]


@pytest.mark.parametrize(("text", "granularity", "first", "last"), SAID)
def test_reads_what_an_expression_says(
    text: str, granularity: Granularity, first: Point | None, last: Point | None
) -> None:
    (mention,) = find_dates(Text.plain(text))
    assert mention.expression == Expression(granularity, first, last)
