"""Parts and wholes, restatements, rates of targets."""

from __future__ import annotations

import pytest

from baocongdoan.pipeline import extract

Links = dict[float, float]
# What stands in front of a sentence and says nothing of it changes nothing.
FRONTS = ["", "Trời rất đẹp. "]


def links(lines: str, name: str) -> Links:
    """The value of each linked count and of the one it is linked to."""
    counts = extract(lines, clean=False).counts
    by_id = {count.id: count for count in counts}
    return {count.value: by_id[target].value for count in counts if (target := getattr(count, name))}


PARTS = [
    ("Kết nạp 300 đoàn viên, trong đó có 120 đoàn viên nữ", {120: 300}),
    ("Kết nạp 300 đoàn viên. Trong số này, 45 người là nữ.", {45: 300}),
    ("Trao 90 suất quà, gồm 60 suất cho công nhân và 30 suất cho con công nhân", {60: 90, 30: 90}),
    ("LĐLĐ tỉnh Tây Ninh mở 21 lớp. Khối doanh nghiệp mở 8 lớp, khối trường học mở 13 lớp.", {8: 21, 13: 21}),
    ("Hơn 1.000 trong số 3.100 công nhân đình công", {1000: 3100}),
    ("Xảy ra 14 vụ ngừng việc; 11/14 vụ đã được giải quyết", {11: 14}),
    ("Có 930 sáng kiến được công nhận (540 của ngành Giáo dục, 210 của ngành Y tế)", {540: 930, 210: 930}),
    ("Toàn huyện có 170 CĐCS, gồm 80 thuộc khối trường học, 41 khối xã", {80: 170, 41: 170}),
    ("Hỗ trợ 61 căn nhà, trong đó xây mới (44) và sửa chữa (17)", {44: 61, 17: 61}),
    ("Hỗ trợ 50 hộ, trong đó 20 hộ nghèo; 10 hộ khác được vay vốn", {20: 50}),
    ("Kết nạp 300 đoàn viên. Trời đẹp. Trong số đó, 45 đoàn viên là nữ.", {}),  # of whom is too far to tell
    ("Trao 20 giải (12 giải nhất)", {12: 20}),
    ("96 sáng kiến được xếp loại (năm trước: 83), 3 CĐCS được lập (kế hoạch năm: 2)", {}),
    ("Chi 90 triệu đồng, gồm 60 triệu đồng của tỉnh, 30 triệu đồng của huyện", {60_000_000: 90e6, 30_000_000: 90e6}),
    ("Mở 21 lớp. Khối doanh nghiệp mở 8 lớp. Khối trường học mở 10 lớp. Khối xã mở 3 lớp.", {8: 21, 10: 21, 3: 21}),
    ("Có 86 kiến nghị, chia ra: nhà ở 41; tiền lương 30; các việc khác 15", {41: 86, 30: 86, 15: 86}),
    # the first of two numbers is a part of the second, unless that is a target; other parts hang on the first
    ("Toàn tỉnh có 810/940 CĐCS hoạt động tốt.", {810: 940}),
    ("LĐLĐ huyện kết nạp 50/100 đoàn viên theo chỉ tiêu.", {}),
    ("LĐLĐ tỉnh có 39/45 công đoàn được khen; trong đó 3 công đoàn được tặng cờ.", {39: 45, 3: 39}),
    ("Bố trí 65 xe (đã đi: 25 xe; sẽ đi: 40 xe)", {25: 65, 40: 65}),
    (
        "Tổng LĐLĐ họp. Tổng LĐLĐ Việt Nam nhận 9.000 sáng kiến. Dẫn đầu là LĐLĐ tỉnh Tây Ninh với 700 sáng kiến.",
        {700: 9000},
    ),
    (
        "Tổng LĐLĐ họp. Tổng LĐLĐ Việt Nam nhận 9.000 sáng kiến. Sau đó, LĐLĐ tỉnh Tây Ninh gửi 700 sáng kiến.",
        {},
    ),
    ("Mở 21 lớp. Phấn đấu mở 8 lớp, 13 lớp.", {}),  # what is to be done is no part of what was
    ("Toàn tỉnh có 2.041 CĐCS; khu vực ngoài nhà nước có 398 CĐCS", {398: 2041}),
    ("Toàn tỉnh có 2.041 CĐCS. Trời đẹp. Khu vực ngoài nhà nước có 398 CĐCS.", {}),
    # a lower union's number lies in that of the union above it, for the same time and if both are done
    ("LĐLĐ tỉnh Tây Ninh kết nạp 900 đoàn viên. Dẫn đầu là LĐLĐ huyện Gò Dầu với 300 đoàn viên.", {300: 900}),
    (
        "LĐLĐ tỉnh Tây Ninh mở 900 lớp. Trong đó, LĐLĐ huyện Gò Dầu mở 300 lớp, LĐLĐ huyện Bến Cầu mở 200 lớp.",
        {300: 900, 200: 900},
    ),
    (
        "Năm 2023, LĐLĐ tỉnh Tây Ninh kết nạp 900 đoàn viên. Năm 2024, LĐLĐ huyện Gò Dầu kết nạp 300 đoàn viên.",
        {},
    ),
    ("LĐLĐ tỉnh Tây Ninh có 900 CĐCS. LĐLĐ huyện Gò Dầu phấn đấu có 300 CĐCS.", {}),
    ("Trao 300 suất quà (trị giá 90 triệu đồng)", {}),
    ("Hội thi có 120 thí sinh, trong đó 45% là nữ", {}),
    ("Trao 300 suất quà và kết nạp 120 đoàn viên", {}),
    ("Tặng 20 suất quà, mỗi suất 500.000 đồng, trong đó 300.000 đồng tiền mặt", {}),
    # of those proposed to the Party some are admitted; who is admitted by a verb of its own may be others
    ("Giới thiệu cho Đảng 90 đoàn viên ưu tú, 41 người được kết nạp", {41: 90}),
    ("Giới thiệu cho Đảng 90 đoàn viên ưu tú, kết nạp 41 đảng viên", {}),
    ("Giới thiệu cho Đảng 90 đoàn viên ưu tú. Trời đẹp. 41 người được kết nạp vào Đảng", {}),
    # people are no part of things, bodies are one of bodies whatever they are called, a threshold is no part
    ("Toàn ngành xảy ra 9 vụ cháy, trong đó 4 người bị thương", {}),
    ("Hưởng ứng có 26 công đoàn cơ sở, trong đó 19 đơn vị trực thuộc", {19: 26}),
    ("Vận động 45 lao động, trong đó 3 thợ hàn", {3: 45}),
    ("Lập 12 CĐCS, trong đó có 5 CĐCS ở doanh nghiệp từ 3 lao động trở lên", {5: 12}),
    # one whole divided twice; what is small adds up by chance
    (
        "Có 14 đại biểu, gồm 3 đại biểu nữ, 11 đại biểu nam. Khối xã 6 đại biểu, khối trường 8 đại biểu.",
        {3: 14, 11: 14, 6: 14, 8: 14},
    ),
    # a sentence that begins with "Trong đó" tells parts to its end, one in the middle to the semicolon
    ("Toàn ngành kiểm tra 900 cuộc. Trong đó, tỉnh kiểm tra 5 cuộc; huyện kiểm tra 44 cuộc.", {5: 900, 44: 900}),
    # what is listed and adds up is of the whole, whatever it is called; what is not listed need not be
    (
        "Có 26 người tham gia, gồm 3 phụ huynh, 12 cán bộ; 11 giáo viên Trường THPT Hoa Mai",
        {3: 26, 12: 26, 11: 26},
    ),
    ("Có 26 người tham gia. Trường có 15 phòng học; 11 giáo viên đi vắng.", {}),
    ("Hai trong 76 doanh nghiệp phải dời đi", {2: 76}),
    ("Hỗ trợ 400 công nhân. Có 90 công nhân bị nợ lương được hỗ trợ.", {90: 400}),
    ("Hỗ trợ 400 công nhân. Ngoài ra, hỗ trợ 90 công nhân bị nợ lương.", {}),
    ("Có 13 CĐCS; 13/13 CĐCS hoàn thành tốt nhiệm vụ", {}),
    ("Có 540 (nữ 412) nhà giáo, trong đó đoàn viên công đoàn 530 (nữ 400)", {412: 540, 530: 540, 400: 530}),
    # sister unions hold nothing of each other, whichever the article is mostly about
    ("LĐLĐ huyện Gò Dầu mở 9 lớp, LĐLĐ huyện Bến Cầu mở 4 lớp.", {}),
    ("LĐLĐ tỉnh Tây Ninh tặng 900 vé xe. LĐLĐ huyện Gò Dầu tặng 200 phần quà.", {}),
    # of so many, whom the sentence names first or last, some are told
    ("Trong 37 ý kiến gửi về, 26 ý kiến đã được trả lời", {26: 37}),
    ("Theo ban quản lý, trong tổng số gần 800 căn hộ có 130 căn hộ dành cho công nhân", {130: 800}),
    ("Qua khảo sát tại 310 doanh nghiệp, 240 doanh nghiệp có kế hoạch thưởng Tết", {240: 310}),
    ("Trong 90 doanh nghiệp được thăm, 40 công nhân đã nhận quà", {}),
    ("Gần 150 tài xế trong tổng số 1.900 tài xế đình công", {150: 1900}),
    ("Huyện có 1.500 đoàn viên trên tổng số 1.900 lao động", {}),
    ("Tặng quà 150 công nhân. Trong số 1.900 công nhân, nhiều người ở trọ.", {}),
    # the rest is of the whole, and not of the part told before it
    (
        "Chi 61 triệu đồng. Trong đó, huyện chi 40 triệu đồng, 21 triệu đồng còn lại do công ty ủng hộ.",
        {40e6: 61e6, 21e6: 61e6},
    ),
    # a list may leave the number of its last part out
    ("Trao 900 phần quà ở các bến: 410 phần ở bến Đông, 300 phần ở bến Tây, số còn lại ở cảng", {410: 900, 300: 900}),
    ("Trao 900 phần quà ở các bến: 410 phần ở bến Đông, 300 phần ở bến Tây", {}),
    # brackets tell parts of the part in front of them, and of nothing else
    (
        "Chi 61 triệu đồng. Trong đó, huyện chi 40 triệu đồng (phường 9 triệu đồng; xã 31 triệu đồng), "
        "công ty ủng hộ 21 triệu đồng.",
        {40e6: 61e6, 9e6: 40e6, 31e6: 40e6, 21e6: 61e6},
    ),
    # a price that is made up of others; what a list is within is no part of it
    (
        "Trao 60 suất quà, mỗi suất 600.000 đồng (gồm 400.000 đồng tiền mặt và quà trị giá 200.000 đồng)",
        {4e5: 6e5, 2e5: 6e5},
    ),
    ("Bầu gồm 13 đại biểu chính thức và 3 đại biểu dự khuyết", {}),
    # a headline sums up what one sentence tells wherever it stands; a list has no part that begins within it
    (
        "Khen 36 điển hình tiên tiến\nHội nghị diễn ra sôi nổi.\nTrời đẹp.\nAi cũng vui.\nMọi người phấn khởi.\n"
        "Dịp này, khen thưởng 7 tập thể, 29 cá nhân.",
        {7: 36, 29: 36},
    ),
    ("Trao 26 Bằng khen. Tỉnh khen 4 tập thể và 20 cá nhân; huyện khen 6 tập thể, 9 cá nhân.", {}),
    ("Công nhận 7 CĐCS xuất sắc. Tặng Giấy khen cho 4 tập thể và 3 cá nhân.", {}),
]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(("lines", "expected"), PARTS)
def test_parts(front: str, lines: str, expected: Links) -> None:
    assert links(front + lines, "part_of") == expected


REPEATS = [
    ("LĐLĐ tỉnh Tây Ninh kết nạp 1.250 đoàn viên. Như vậy, đã kết nạp 1.250 đoàn viên.", {1250: 1250}),
    ("Trao gần 500 suất quà cho công nhân.\nCụ thể, đã trao 496 suất quà.", {496: 500}),
    ("Trao hơn 500 suất quà cho công nhân.\nCụ thể, đã trao 512 suất quà.", {512: 500}),
    ("Trao khoảng 500 suất quà.\nCụ thể, đã trao 512 suất quà.", {512: 500}),
    ("Trao 500 suất quà.\nHơn 500 suất quà đã đến tay công nhân.", {500: 500}),
    ("Hỗ trợ 80 người.\nCông đoàn đã hỗ trợ 80 công nhân.", {80: 80}),
    ("Trồng 80 cây.\nNhư vậy, đã trồng 80 cây.", {80: 80}),
    ("Có 95% CĐCS đạt vững mạnh.\nĐó là 95% CĐCS đạt vững mạnh.", {95: 95}),
    ("Có 95% CĐCS đạt vững mạnh.\nCó 95% cán bộ được tập huấn.", {}),
    ("Có 95% CĐCS đạt vững mạnh.\nCó 96% CĐCS đạt vững mạnh.", {}),
    # what was rounded down is not less, what was rounded up not more, and neither far off
    ("Trao gần 500 suất quà.\nCụ thể, đã trao 512 suất quà.", {}),
    ("Trao hơn 500 suất quà.\nCụ thể, đã trao 496 suất quà.", {}),
    ("Trao khoảng 500 suất quà.\nCụ thể, đã trao 612 suất quà.", {}),
    ("Có 90 vụ cháy. Trồng 90 cây.", {}),
    ("Trao từ 300 đến 400 suất quà.\nTrao từ 300 đến 500 suất quà.", {}),
    ("Trao từ 300 đến 400 suất quà.\nNhư vậy, trao từ 300 đến 400 suất quà.", {300: 300}),
    ("Năm 2023 kết nạp 300 đoàn viên. Năm 2024 kết nạp 300 đoàn viên.", {}),
    ("LĐLĐ huyện Gò Dầu trao 50 suất quà. LĐLĐ huyện Bến Cầu trao 50 suất quà.", {}),
    ("Trao 500.000 đồng/suất cho công nhân, 500.000 đồng/người cho giáo viên", {}),
    ("Tặng 3 suất quà. Kết nạp 3 đoàn viên.", {}),
    ("Trao 50 xe đạp và 50 phần quà cho con công nhân", {}),
    ("Kết nạp 300 đoàn viên. Kết nạp 312 đoàn viên.", {}),
    # the same people by another name; another event on the same day
    ("Hơn 4.100 lao động chưa có bảo hiểm\nTỉnh có hơn 4.100 người chưa có bảo hiểm.", {4100: 4100}),
    ("Trao hơn 2.000 phần quà.\nSố quà trao đợt này là 2.045 phần.", {2045: 2000}),
    ("Đào tạo nghề cho hơn 500 công nhân.\nCụ thể, đã đào tạo nghề cho 512 người.", {512: 500}),
    ("Công đoàn tặng 40 triệu đồng. Cùng ngày, công đoàn tặng 40 triệu đồng cho trường học.", {}),
]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(("lines", "expected"), REPEATS)
def test_repeats(front: str, lines: str, expected: Links) -> None:
    assert links(front + lines, "repeats") == expected


RATES = [
    ("Kết nạp 120 đoàn viên, đạt 105% chỉ tiêu", {105: 120}),
    ("Kết nạp 650 đoàn viên, đạt 130% kế hoạch; thành lập 8 CĐCS, đạt 133% kế hoạch", {130: 650, 133: 8}),
    ("Kết nạp 41 đoàn viên, thành lập 2 CĐCS, đạt 137% và 109% kế hoạch", {137: 41, 109: 2}),
    ("Kết nạp 412 đoàn viên so với chỉ tiêu là 400 đoàn viên, đạt 103% chỉ tiêu", {103: 412}),
    ("Kết nạp 120 đoàn viên. Thu kinh phí đạt 105% kế hoạch.", {}),
    ("Có 120 CĐCS, 95% CĐCS vững mạnh", {}),
]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(("lines", "expected"), RATES)
def test_rates(front: str, lines: str, expected: Links) -> None:
    assert links(front + lines, "rate_of") == expected


RESTATED = [
    # what one statement leaves open the other tells, before it or behind it
    ("Trao 80 suất quà.\nNăm 2024, LĐLĐ huyện Gò Dầu trao 80 suất quà.", "2024-01-01", "2024-12-31"),
    ("Tháng 5/2024, LĐLĐ huyện Gò Dầu trao 80 suất quà.\nHôm nay trao 80 suất quà.", "2024-05-01", "2024-05-31"),
    ("Tính đến hết năm 2023, LĐLĐ huyện Gò Dầu có 80 CĐCS.\nHuyện có 80 CĐCS.", None, "2023-12-31"),
]


@pytest.mark.parametrize(("lines", "first_day", "last_day"), RESTATED)
def test_statements_of_one_thing_share_owner_and_period(
    lines: str, first_day: str | None, last_day: str | None
) -> None:
    counts = extract(lines, clean=False).counts

    told = {(count.organisation, count.first_day, count.last_day) for count in counts}

    assert len(counts) == 2
    assert told == {("Liên đoàn Lao động huyện Gò Dầu", first_day, last_day)}


def test_links_point_to_ids_of_counts() -> None:
    counts = extract("Kết nạp 300 đoàn viên, trong đó 120 nữ, đạt 105% chỉ tiêu", clean=False).counts
    ids = {count.id for count in counts}

    assert {count.part_of for count in counts} | {count.rate_of for count in counts} <= ids | {None}


def test_a_headline_leaves_the_whole_to_the_text() -> None:
    text = "41 người vào Đảng\n\nNgày 2/3/2024, LĐLĐ huyện Gò Dầu cho biết đã giới thiệu cho Đảng 90 đoàn viên ưu tú, "
    headline, nominees, admitted = extract(text + "41 người được kết nạp vào Đảng.").counts
    assert (admitted.part_of, admitted.repeats) == (nominees.id, headline.id)
