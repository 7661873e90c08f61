"""Which days an expression means, given when the article appeared and what else it says."""

from datetime import date, timedelta

import pytest

from baocongdoan.facts.temporal.calendar import Tense, day_from_phrase, nearest_year, weekday_of_week
from baocongdoan.facts.temporal.dates import resolve_dates
from baocongdoan.language.text import Text
from baocongdoan.lexicon.loader import load
from baocongdoan.mentions.date_expressions import Point
from baocongdoan.mentions.dates import find_dates
from baocongdoan.records import Date, Granularity


def resolved(text: str, published: str | None) -> tuple[Date, ...]:
    document = Text.plain(text)
    return resolve_dates(find_dates(document), document, published)


def spans(text: str, published: str | None) -> list[tuple[str | None, str | None]]:
    return [(fact.first_day, fact.last_day) for fact in resolved(text, published)]


BY_PUBLICATION = [
    ("Năm học tới, trường nhận thêm", "2024-08-12", "2024-09-01", "2025-05-31"),
    ("Năm học này, trường nhận thêm", "2024-08-12", "2024-09-01", "2025-05-31"),
    ("Năm học qua, trường nhận thêm", "2024-07-12", "2023-09-01", "2024-05-31"),
    ("Năm học qua, trường nhận thêm", "2024-02-12", "2022-09-01", "2023-05-31"),
    ("Đầu năm tới giờ, xã có", "2024-07-12", "2024-01-01", None),
    ("đặt mục tiêu hết năm có", "2024-07-12", None, "2024-12-31"),
    ("thời điểm cuối tháng 10/2023", "2024-07-12", None, "2023-10-31"),
    ("từ ngày 3/4 và kết thúc ngày 20/6/2024", "2024-07-12", "2024-04-03", "2024-06-20"),
    ("Sáng 16.4, khai mạc", "2024-04-17", "2024-04-16", "2024-04-16"),
    ("Chiều 20/12, trao quà", "2024-01-05", "2023-12-20", "2023-12-20"),
    ("Tối 5/1 tới, bế mạc", "2023-12-28", "2024-01-05", "2024-01-05"),
    ("gặp nhau hồi tháng 3", "2024-11-13", "2024-03-01", "2024-03-31"),
    ("dự kiến đến hết quý II", "2024-04-18", None, "2024-06-30"),
    ("6 tháng đầu năm, kết nạp 90 người", "2024-07-05", "2024-01-01", "2024-06-30"),
    ("Quý I năm nay ghi nhận 4 vụ", "2024-04-20", "2024-01-01", "2024-03-31"),
    ("từ đầu năm đến nay", "2024-09-01", "2024-01-01", None),
    ("đến cuối năm", "2024-09-01", None, "2024-12-31"),
    ("năm học này mở 4 lớp", "2024-08-20", "2024-09-01", "2025-05-31"),
    ("năm học này mở 4 lớp", "2024-05-20", "2023-09-01", "2024-05-31"),
    ("hôm qua", "2024-03-01T08:00:00+07:00", "2024-02-29", "2024-02-29"),
    ("từ đầu năm 2024 đến ngày 31/8", "2024-09-12", "2024-01-01", "2024-08-31"),
    ("từ đầu năm 2024 đến hết tháng 8", "2024-09-12", "2024-01-01", "2024-08-31"),
    ("ngày 21 tháng Chạp", "2024-12-12", None, None),  # of the lunar calendar
    ("ngày 21 tháng Mười", "2024-12-12", "2024-10-21", "2024-10-21"),
    ("sáng nay", "2024-03-01", "2024-03-01", "2024-03-01"),
    ("thứ Năm tuần trước", "2024-05-15", "2024-05-09", "2024-05-09"),
    ("tháng trước", "2024-01-15", "2023-12-01", "2023-12-31"),
    ("năm ngoái", "2024-01-15", "2023-01-01", "2023-12-31"),
    ("năm qua", "2024-01-15", "2023-01-01", "2023-12-31"),
    ("năm qua", "2024-12-15", "2024-01-01", "2024-12-31"),
    ("năm ngoái", "2024-12-15", "2023-01-01", "2023-12-31"),
    ("Đến ngày 18/1, đã chi xong", "2024-01-19", None, "2024-01-18"),
    ("Tính đến 30/9, có 5 CĐCS", "2024-10-05", None, "2024-09-30"),
    ("Hồi tháng 11 vừa qua, họp", "2024-01-20", "2023-11-01", "2023-11-30"),
    ("Ngày 20/11 tới, họp", "2024-01-20", "2024-11-20", "2024-11-20"),
    ("Dự kiến ngày 20/11 khai giảng", "2024-01-20", "2024-11-20", "2024-11-20"),
    ("Ngày 20/11 khai giảng", "2024-01-20", "2023-11-20", "2023-11-20"),
    ("tháng sau", "2024-12-15", "2025-01-01", "2025-01-31"),
    ("hôm kia", "2024-03-06", "2024-03-04", "2024-03-04"),
    ("cùng ngày", "2024-03-06", "2024-03-06", "2024-03-06"),
    ("quý I năm nay", "2024-03-06", "2024-01-01", "2024-03-31"),
    ("6 tháng cuối năm", "2024-01-05", "2023-07-01", "2023-12-31"),  # which lie behind, for the year has just begun
    ("11 tháng đầu năm", "2024-01-05", "2023-01-01", "2023-11-30"),
    ("quý IV", "2024-01-05", "2023-10-01", "2023-12-31"),
    ("quý I", "2024-01-05", "2024-01-01", "2024-03-31"),
    ("Dư nợ đến 30/9 đạt 45 tỷ đồng", "2024-11-05", None, "2024-09-30"),
    ("Từ khi ra mắt hồi tháng 7 đến nay, quỹ đã giúp 90 người", "2024-11-05", "2024-07-01", None),
    ("Từ khi ra mắt hồi tháng 7, quỹ đã giúp 90 người", "2024-11-05", "2024-07-01", "2024-07-31"),
    ("kiểm tra trong quý I tới", "2024-12-20", "2025-01-01", "2025-03-31"),
    ("kiểm tra trong quý IV tới", "2024-09-20", "2024-10-01", "2024-12-31"),
    ("kiểm tra từ quý I tới nay", "2024-12-20", "2024-01-01", None),
    ("6 tháng cuối năm", "2024-06-05", "2024-07-01", "2024-12-31"),
    ("từ 15/6 đến 20/7", "2024-07-25", "2024-06-15", "2024-07-20"),
    ("từ năm 2019 đến nay", "2024-03-06", "2019-01-01", None),
]


@pytest.mark.parametrize(("text", "published", "first", "last"), BY_PUBLICATION)
def test_publication_tells_the_year(text: str, published: str, first: str | None, last: str | None) -> None:
    assert spans(text, published) == [(first, last)]


# An article of the first months that looks back on the year before means that year's quarter.
LOOKING_BACK = [
    ("Năm 2023, tỉnh kết nạp 90 người. Riêng quý I, ngành lập 4 CĐCS", "2024-01-12", "2023-01-01", "2023-03-31"),
    ("Năm 2023, tỉnh kết nạp 90 người. Riêng quý I, ngành lập 4 CĐCS", "2024-03-28", "2024-01-01", "2024-03-31"),
    ("Năm 2023, tỉnh kết nạp 90 người. Trong quý I, ngành sẽ lập 4 CĐCS", "2024-01-12", "2024-01-01", "2024-03-31"),
    ("Năm 2023, tỉnh kết nạp 90 người. Tháng 3, xã mở 4 lớp", "2024-01-12", "2023-03-01", "2023-03-31"),
    ("Năm 2023, tỉnh kết nạp 90 người. Tháng 1, xã mở 4 lớp", "2024-01-22", "2024-01-01", "2024-01-31"),
]


@pytest.mark.parametrize(("text", "published", "first", "last"), LOOKING_BACK)
def test_the_year_looked_back_on(text: str, published: str, first: str, last: str) -> None:
    assert spans(text, published)[-1] == (first, last)


BY_CONTEXT = [
    # "the same day" is the one that was told last, but for those by which something is due
    (
        "Ngày 5/6/2024, xã khởi công nhà, hẹn xong trước ngày 9/8/2024. Cùng ngày, huyện họp.",
        [("2024-06-05", "2024-06-05"), ("2024-08-09", "2024-08-09"), ("2024-06-05", "2024-06-05")],
    ),
    (
        "Ngày 5/6/2024, xã khởi công nhà. Trước đó, ngày 3/6/2024, xã họp. Cùng ngày, huyện họp.",
        [("2024-06-05", "2024-06-05"), ("2024-06-03", "2024-06-03"), ("2024-06-03", "2024-06-03")],
    ),
    ("Sáng 16.4, khai mạc.", [(None, None)]),
    ("Thực hiện chủ đề năm 2022.\nTrong 6 tháng đầu năm, kết nạp 76 người.", [("2022-01-01", "2022-12-31"),
                                                                            ("2022-01-01", "2022-06-30")]),
    ("Sáng 29-6, đại hội nhiệm kỳ 2018 - 2023 khai mạc.", [("2018-06-29", "2018-06-29"), ("2018-01-01", "2023-12-31")]),
    # a committee meets in all years of its term, a congress in the first
    ("Sáng 29-6, ban chấp hành nhiệm kỳ 2018 - 2023 họp.", [(None, None), ("2018-01-01", "2023-12-31")]),
    ("Tôn vinh thành tích nổi bật trong năm 2017.\nSáng 21-1, lễ trao giải diễn ra.",
     [("2017-01-01", "2017-12-31"), ("2018-01-21", "2018-01-21")]),
    ("Nghị quyết số 4/NQ-TLĐ ngày 24/6/2014 còn đó.\nNăm 2024, sáng 3/5 khai mạc lớp.",
     [("2014-06-24", "2014-06-24"), ("2024-01-01", "2024-12-31"), ("2024-05-03", "2024-05-03")]),
    # A younger act was cited: 2013 cannot be the year of the article, and nothing tells which is.
    ("Bổ nhiệm tháng 1-2013, theo Luật Giáo dục đại học năm 2018.\nChiều 9-6, trường lên tiếng.",
     [("2013-01-01", "2013-01-31"), ("2018-01-01", "2018-12-31"), (None, None)]),
    ("Ngày 4-3, trả lương cho công nhân.\nTrước đó, ngày 22-9-2017, công ty đóng cửa.",
     [("2018-03-04", "2018-03-04"), ("2017-09-22", "2017-09-22")]),
    ("Ngày 4-12, trả lương cho công nhân.\nTrước đó, ngày 22-9-2017, công ty đóng cửa.",
     [("2017-12-04", "2017-12-04"), ("2017-09-22", "2017-09-22")]),
    ("Chiều 3/2, công nhân trở lại làm việc.\nHồi tháng 10/2022, họ đã đình công.",
     [("2023-02-03", "2023-02-03"), ("2022-10-01", "2022-10-31")]),
    ("Chiều 6-5, nhà trường viện dẫn Luật Việc làm năm 2025.\nÔng được bổ nhiệm tháng 3-2016.",
     [(None, None), ("2025-01-01", "2025-12-31"), ("2016-03-01", "2016-03-31")]),
    ("Chiều 10/2, họp giao ban.\nTrong năm 2016 đã có 35 sáng kiến.",
     [("2017-02-10", "2017-02-10"), ("2016-01-01", "2016-12-31")]),
    ("Đến 15/12/2024 đã lập 8 CĐCS.\nHội thao hôm 9/11 vui. Năm 2025, ngành đặt mục tiêu cao hơn.",
     [(None, "2024-12-15"), ("2024-11-09", "2024-11-09"), ("2025-01-01", "2025-12-31")]),
    ("Chiều 26/12/2019, họp bàn nhiệm vụ năm 2020.\nĐến ngày 15/12 đã thu đủ.",
     [("2019-12-26", "2019-12-26"), ("2020-01-01", "2020-12-31"), (None, "2019-12-15")]),
    ("Trong 10 tháng, số vụ giảm so với cùng kỳ năm 2020.\nĐến cuối tháng 10 mới xong. Nợ lương 10 tháng.",
     [("2021-01-01", "2021-10-31"), ("2020-01-01", "2020-12-31"), (None, "2021-10-31")]),
    ("9 tháng đầu năm 2023 vui. Mái ấm 9 tháng qua tăng; bé 9 tháng tuổi.",
     [("2023-01-01", "2023-09-30"), ("2023-01-01", "2023-09-30")]),
    ("Sáng 21-7, ông thôi chức nhiệm kỳ 2015 - 2020 để nhận chức nhiệm kỳ 2018 - 2023.",
     [(None, None), ("2015-01-01", "2020-12-31"), ("2018-01-01", "2023-12-31")]),
    ("Chiều 19/5/2024, khởi công. Tối cùng ngày, giao lưu.", [("2024-05-19", "2024-05-19")] * 2),
    ("Nhiệm kỳ 2018 - 2023 vừa khép lại. Nửa đầu nhiệm kỳ và nửa cuối nhiệm kỳ khác nhau.",
     [("2018-01-01", "2023-12-31"), ("2018-01-01", "2020-12-31"), ("2021-01-01", "2023-12-31")]),
    ("Nhiệm kỳ 2018 - 2023, đến hết nửa đầu nhiệm kỳ có 90% đạt.",
     [("2018-01-01", "2023-12-31"), (None, "2020-12-31")]),
    ("Nửa cuối nhiệm kỳ còn nhiều việc.", [(None, None)]),
    ("Nhiệm kỳ 2023 - 2028, từ đầu nhiệm kỳ đã vượt.", [("2023-01-01", "2028-12-31"), ("2023-01-01", None)]),
    ("Nhiệm kỳ 2023 - 2028, đến cuối nhiệm kỳ có 90% đạt.", [("2023-01-01", "2028-12-31"), (None, "2028-12-31")]),
    ("Năm 2021 cao hơn so với năm 2020.\nNgày 5/3 họp.",
     [("2021-01-01", "2021-12-31"), ("2020-01-01", "2020-12-31"), ("2021-03-05", "2021-03-05")]),
    # a target's year tells nothing of the present
    ("Phấn đấu đến năm 2030 có nhà.\nNgày 5/3 họp.", [(None, "2030-12-31"), (None, None)]),
    ("Giai đoạn 2016 - 2020 đã qua.\nNgày 5/3 họp.", [("2016-01-01", "2020-12-31"), ("2020-03-05", "2020-03-05")]),
    ("Vui đón Tết Giáp Thìn 2024.\nNgày 5/3 họp.", [("2024-01-01", "2024-12-31"), ("2024-03-05", "2024-03-05")]),
    # nor does an act's day
    ("Nghị định ban hành ngày 4/5/2020.\nNgày 5/3 họp.", [("2020-05-04", "2020-05-04"), (None, None)]),
    ("Năm 2024 vui. Từ 15/6 đến 20/7 mở lớp.", [("2024-01-01", "2024-12-31"), ("2024-06-15", "2024-07-20")]),
    ("Ngày 5/3/2024, họp. Hôm qua vui.", [("2024-03-05", "2024-03-05"), ("2024-03-04", "2024-03-04")]),
    ("Tháng 11 năm 2023 vui. Tháng trước buồn.", [("2023-11-01", "2023-11-30"), (None, None)]),
    ("Năm 2022 vui, ba tháng đầu năm buồn.", [("2022-01-01", "2022-12-31"), ("2022-01-01", "2022-03-31")]),
    ("Ba tháng đầu năm buồn, năm 2022 vui.", [("2022-01-01", "2022-03-31"), ("2022-01-01", "2022-12-31")]),
    ("Nhiệm kỳ 2018 - 2023 đã qua. Nhiệm kỳ 2023 - 2028, đến cuối nhiệm kỳ có 9 CĐCS.",
     [("2018-01-01", "2023-12-31"), ("2023-01-01", "2028-12-31"), (None, "2028-12-31")]),
    ("Tổng kết năm học 2021-2022; năm học này mở 4 lớp.", [("2021-09-01", "2022-05-31")] * 2),
    ("Trong năm học này mở 4 lớp.", [(None, None)]),
    # what began long ago goes on: its year is not the article's
    ("Sáng 5-9, công nhân ngừng việc.\nNhà máy hoạt động từ năm 2006.", [(None, None), ("2006-01-01", None)]),
    ("Sáng 5-9, công nhân ngừng việc.\nNhà máy được thành lập năm 2006.",
     [(None, None), ("2006-01-01", "2006-12-31")]),
    ("Sáng 5-9, họp.\nTừ đầu năm 2023 đến nay, đã mở 4 lớp.", [("2023-09-05", "2023-09-05"), ("2023-01-01", None)]),
    ("Sáng 5-2, họp.\nCông ty nợ lương từ tháng 10-2020 đến nay.",
     [("2021-02-05", "2021-02-05"), ("2020-10-01", None)]),
    ("Sáng 5-12, họp.\nCông ty nợ lương từ tháng 10-2020 đến nay.",
     [("2020-12-05", "2020-12-05"), ("2020-10-01", None)]),
    # nor is the year from which a law works
    ("Sáng 5-9, góp ý dự luật.\nTừ ngày 1/1/2026, mức đóng tăng dần. Năm 2024 thu vượt.",
     [("2024-09-05", "2024-09-05"), ("2026-01-01", None), ("2024-01-01", "2024-12-31")]),
    ("Sáng 5-9, góp ý dự luật.\nTừ ngày 1/1/2024, mức đóng tăng. Năm 2024 đóng 28%, năm 2031 đóng 31%.",
     [("2024-09-05", "2024-09-05"), ("2024-01-01", None), ("2024-01-01", "2024-12-31"),
      ("2031-01-01", "2031-12-31")]),
    ("Sáng 5-9, họp.\nTừ tháng 2/2024, cách tính đã đổi, khác với tháng 12/2023.",
     [("2024-09-05", "2024-09-05"), ("2024-02-01", None), ("2023-12-01", "2023-12-31")]),
    # a year's lowest wage is talked over in the year before
    ("Sáng 5-9, bàn mức lương tối thiểu vùng năm 2024.", [("2023-09-05", "2023-09-05"), ("2024-01-01", "2024-12-31")]),
    ("Sáng 5-9, bàn việc tăng 7% so với lương tối thiểu năm 2024.",
     [("2024-09-05", "2024-09-05"), ("2024-01-01", "2024-12-31")]),
    # a year's tasks are talked over at its beginning or at the end of the year before
    ("Chiều 20.12, tổng kết năm 2022, bàn phương hướng năm 2023.",
     [("2022-12-20", "2022-12-20"), ("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")]),
    ("Chiều 20.2, tổng kết năm 2022, bàn phương hướng năm 2023.",
     [("2023-02-20", "2023-02-20"), ("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")]),
    ("Chiều 9/8, tổng kết năm học 2018-2019, bàn nhiệm vụ năm học 2019-2020.",
     [("2019-08-09", "2019-08-09"), ("2018-09-01", "2019-05-31"), ("2019-09-01", "2020-05-31")]),
    ("Chiều 20/12, họp báo.\nGiải sẽ diễn ra ngày 15/1/2020.",
     [("2019-12-20", "2019-12-20"), ("2020-01-15", "2020-01-15")]),
    # a term in passing, far from any assembly, may be in any of its years
    ("Ngày 3-4, họp.\nÔng vắng mặt.\nBà có mặt.\nQuy chế nhiệm kỳ 2013-2018 đã cũ.",
     [(None, None), ("2013-01-01", "2018-12-31")]),
    ("Ngày 3-4, đại hội bế mạc.\nÔng vắng mặt.\nBà có mặt.\nBan Chấp hành nhiệm kỳ 2013-2018 ra mắt.",
     [("2013-04-03", "2013-04-03"), ("2013-01-01", "2018-12-31")]),
    # no page is older than the web
    ("Ngày 3-4, họp.\nNăm 1988, ông nhập ngũ.", [(None, None), ("1988-01-01", "1988-12-31")]),
    ("Năm 2024 tăng 4 lớp so với năm trước.", [("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BY_CONTEXT)
def test_the_text_tells_the_year(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert spans(text, None) == expected


def test_a_school_year_that_is_over_is_not_this_one() -> None:
    text = "Năm học 2021-2022 đã qua. Năm học này mở 4 lớp."
    assert spans(text, "2022-09-12")[1] == ("2022-09-01", "2023-05-31")
    assert spans(text, "2022-07-12")[1] == ("2021-09-01", "2022-05-31")


def test_joined_years_take_their_kind_from_the_sentence() -> None:
    kinds = [
        fact.granularity
        for text in (
            "Hội thi giáo viên giỏi 2013-2014.",
            "Hội thi giáo viên giỏi 2013-2015.",  # more than a school year
            "Giáo viên kỷ niệm (2013-2014).",
            "Đại hội lần thứ X 2018-2023.",
            "Kỷ niệm (1929-2024).",
        )
        for fact in resolved(text, None)
    ]
    assert kinds == [
        Granularity.SCHOOL_YEAR,
        Granularity.RANGE,
        Granularity.RANGE,
        Granularity.TERM,
        Granularity.RANGE,
    ]


@pytest.mark.parametrize("tense", list(Tense))
def test_a_leap_day_keeps_its_month(tense: Tense) -> None:
    assert nearest_year(Point(month=2, day=29), date(2023, 6, 1), tense) in (2022, 2023, 2024)


def test_dateparser_knows_every_phrase_of_the_lexicon() -> None:
    today = date(2024, 5, 15)
    shifts = {
        entry.name: (day_from_phrase(entry.values["phrase"], today) - today) // timedelta(days=1)
        for entry in load("dates").entries
        if "phrase" in entry.values
    }
    assert shifts == {"today": 0, "yesterday": -1, "two_days_ago": -2, "tomorrow": 1}


@pytest.mark.parametrize(
    ("weekday", "week", "expected"),
    [
        (0, "tuần này", "2024-05-13"),
        (6, "tuần sau", "2024-05-26"),
        (2, "vừa qua", "2024-05-08"),
        (2, "tới", "2024-05-22"),
        (4, "tới", "2024-05-17"),
    ],
)
def test_weekdays_of_named_weeks(weekday: int, week: str, expected: str) -> None:
    assert weekday_of_week(date(2024, 5, 15), weekday, week) == date.fromisoformat(expected)
