"""The gazetteer: every spelling, both generations, ambiguous names."""

import pytest

from baocongdoan.lexicon.places import gazetteer, key


def test_generations() -> None:
    places = gazetteer()
    assert (len(places.provinces), len(places.merged)) == (63, 34)
    assert {province.successor for province in places.provinces} == {province.name for province in places.merged}


@pytest.mark.parametrize(
    ("name", "day", "before", "after"),
    [
        ("Hà Nội", None, "01", "01"),  # never merged
        ("Hà Nội", "2026-01-01", "01", "01"),
        ("Thừa Thiên Huế", "2024-01-01", "46", "46"),
        ("Huế", "2026-01-01", "46", "46"),
        ("Lào Cai", "2024-01-01", "10", "15"),  # after the merger under the code of its other part
        ("Lào Cai", "2026-01-01", None, "15"),
        ("Yên Bái", "2024-01-01", "15", "15"),
        ("Yên Bái", "2026-01-01", "15", "15"),  # a name of the older generation goes on telling which part is meant
        ("Phú Thọ", "2025-06-30", "25", "25"),
        ("Phú Thọ", "2025-07-01", None, "25"),
        ("Bình Dương", "2026-01-01", "74", "79"),
    ],
)
def test_codes(name: str, day: str | None, before: str | None, after: str) -> None:
    province = gazetteer().province(name, day)
    assert province is not None
    assert (province.code_before, province.code_after) == (before, after)


def test_a_merged_province_keeps_the_code_of_one_of_its_parts() -> None:
    places = gazetteer()
    for merged in places.merged:
        parts = [province for province in places.provinces if province.successor == merged.name]
        assert merged.code_after in {part.code_before for part in parts}
        assert {part.code_after for part in parts} == {merged.code_after}
        assert merged.code_before == (parts[0].code_before if len(parts) == 1 else None)
    for generation, codes in ((places.provinces, "code_before"), (places.merged, "code_after")):
        assert len({getattr(province, codes) for province in generation}) == len(generation)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Yên Bái", "Yên Bái"),
        ("YÊN BÁI", "Yên Bái"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("TPHCM", "Hồ Chí Minh"),
        ("TP HCM", "Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("Sài Gòn", "Hồ Chí Minh"),
        ("Thủ đô", "Hà Nội"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("Daklak", "Đắk Lắk"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Bắc Cạn", "Bắc Kạn"),
        ("Bắc Cực", None),
    ],
)
def test_province(printed: str, name: str | None) -> None:
    province = gazetteer().province(printed)
    assert (province.name if province else None) == name


@pytest.mark.parametrize(
    ("printed", "day", "full_name", "ground_of"),
    [
        ("Hà Nội", "2024-01-01", "thành phố Hà Nội", "Hà Nội"),
        ("Huế", "2024-12-31", "tỉnh Thừa Thiên Huế", "Thừa Thiên Huế"),
        ("Huế", "2025-01-01", "thành phố Huế", "Huế"),
        ("Bình Dương", "2025-06-30", "tỉnh Bình Dương", "Bình Dương"),
        ("Bình Dương", "2025-07-01", "tỉnh Bình Dương", "Hồ Chí Minh"),
        ("Ninh Bình", "2025-09-01", "tỉnh Ninh Bình", "Ninh Bình"),
    ],
)
def test_province_on_a_day(printed: str, day: str, full_name: str, ground_of: str) -> None:
    places = gazetteer()
    province = places.province(printed, day)
    assert province is not None
    assert province.full_name == full_name
    assert places.on(province, day).name == ground_of


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("Mỹ Đức", None, {"huyện Mỹ Đức, Hà Nội"}),
        ("Mĩ Đức", "huyện", {"huyện Mỹ Đức, Hà Nội"}),
        ("1", "quận", {"quận 1, Hồ Chí Minh"}),
        ("Thủ Đức", None, {"quận Thủ Đức, Hồ Chí Minh", "thành phố Thủ Đức, Hồ Chí Minh"}),
        ("Phú Tân", None, {"huyện Phú Tân, An Giang", "huyện Phú Tân, Cà Mau"}),
        ("Huế", "thành phố", {"thành phố Huế, Thừa Thiên Huế"}),
        ("Hoành Bồ", None, {"huyện Hoành Bồ, Quảng Ninh"}),
        ("Không Có", None, set()),
    ],
)
def test_districts_named(name: str, kind: str | None, found: set[str]) -> None:
    districts = gazetteer().districts_named(name, kind)
    assert {f"{district.kind} {district.name}, {district.province}" for district in districts} == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hải Dương tổ chức", "Hải Dương"),
        ("Bà Rịa - Vũng Tàu trao quà", "Bà Rịa - Vũng Tàu"),
        ("Thừa Thiên Huế", "Thừa Thiên Huế"),
        ("Phan Rang - Tháp Chàm", "Phan Rang - Tháp Chàm"),
        ("HÀ NAM", "HÀ NAM"),
        ("Hà Nam Trần Văn Khải", "Hà Nam"),
        ("hà nam", None),
        ("Xứ Lạ", None),
    ],
)
def test_name_at(text: str, name: str | None) -> None:
    end = gazetteer().name_at(text, 0)
    assert (text[:end] if end is not None else None) == name


def test_communes() -> None:
    assert gazetteer().communes_named("Vân Đồn", "đặc khu") == ("Quảng Ninh",)
    assert gazetteer().communes_named("Vân Đồn", "phường") == ()
    assert gazetteer().communes_named("Nam Cường", "phường") == ("Yên Bái",)
    assert gazetteer().communes_named("Cao Lãnh", "phường") == ("Tiền Giang", "Đồng Tháp")  # of communes of both


def test_key_irons_spelling_out() -> None:
    assert key("Đắk R'Lấp") == key("đắk r lấp")
    assert key("Quy Nhơn") != key("Quảng Nam")
