"""Parts and wholes, restatements, rates of targets."""

from __future__ import annotations

import pytest

from baocongdoan.pipeline import extract

Links = dict[float, float]


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
    ("Trao 300 suất quà (trị giá 90 triệu đồng)", {}),
    ("Hội thi có 120 thí sinh, trong đó 45% là nữ", {}),
    ("Trao 300 suất quà và kết nạp 120 đoàn viên", {}),
    ("Tặng 20 suất quà, mỗi suất 500.000 đồng, trong đó 300.000 đồng tiền mặt", {}),
]


@pytest.mark.parametrize(("lines", "expected"), PARTS)
def test_parts(lines: str, expected: Links) -> None:
    assert links(lines, "part_of") == expected


REPEATS = [
    ("LĐLĐ tỉnh Tây Ninh kết nạp 1.250 đoàn viên. Như vậy, đã kết nạp 1.250 đoàn viên.", {1250: 1250}),
    ("Trao gần 500 suất quà cho công nhân.\nCụ thể, đã trao 496 suất quà.", {496: 500}),
    ("Trao hơn 500 suất quà cho công nhân.\nCụ thể, đã trao 512 suất quà.", {512: 500}),
    ("Năm 2023 kết nạp 300 đoàn viên. Năm 2024 kết nạp 300 đoàn viên.", {}),
    ("LĐLĐ huyện Gò Dầu trao 50 suất quà. LĐLĐ huyện Bến Cầu trao 50 suất quà.", {}),
    ("Trao 500.000 đồng/suất cho công nhân, 500.000 đồng/người cho giáo viên", {}),
    ("Tặng 3 suất quà. Kết nạp 3 đoàn viên.", {}),
    ("Trao 50 xe đạp và 50 phần quà cho con công nhân", {}),
    ("Kết nạp 300 đoàn viên. Kết nạp 312 đoàn viên.", {}),
]


@pytest.mark.parametrize(("lines", "expected"), REPEATS)
def test_repeats(lines: str, expected: Links) -> None:
    assert links(lines, "repeats") == expected


RATES = [
    ("Kết nạp 120 đoàn viên, đạt 105% chỉ tiêu", {105: 120}),
    ("Kết nạp 650 đoàn viên, đạt 130% kế hoạch; thành lập 8 CĐCS, đạt 133% kế hoạch", {130: 650, 133: 8}),
    ("Kết nạp 120 đoàn viên. Thu kinh phí đạt 105% kế hoạch.", {}),
    ("Có 120 CĐCS, 95% CĐCS vững mạnh", {}),
]


@pytest.mark.parametrize(("lines", "expected"), RATES)
def test_rates(lines: str, expected: Links) -> None:
    assert links(lines, "rate_of") == expected


def test_links_point_to_ids_of_counts() -> None:
    counts = extract("Kết nạp 300 đoàn viên, trong đó 120 nữ, đạt 105% chỉ tiêu", clean=False).counts
    ids = {count.id for count in counts}

    assert {count.part_of for count in counts} | {count.rate_of for count in counts} <= ids | {None}
