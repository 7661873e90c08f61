"""The province of each organisation, and the one that an article speaks of."""

import pytest

from baocongdoan.facts.entities.organisations import resolve_organisations
from baocongdoan.language.text import Text
from baocongdoan.mentions.organisations import find_organisations
from baocongdoan.records import Article, Date, Granularity

from .conftest import directory, under_a_headline

PROVINCES = [
    # of bodies whose names tell no place: told behind the name, at the front of the sentence, or by the article
    ("Công ty TNHH Hoa Mai (Hà Nam) và Công ty TNHH Sao Mai (Tây Ninh) ký kết.", ["Hà Nam", "Tây Ninh"]),
    ("Tại Hà Nam, Công ty TNHH Hoa Mai thưởng Tết. Tại Tây Ninh, Công ty TNHH Sao Mai họp.", ["Hà Nam", "Tây Ninh"]),
    ("LĐLĐ tỉnh Hà Nam họp. Trường Tiểu học Hoa Ban khai giảng.", ["Hà Nam", "Hà Nam"]),
    ("LĐLĐ tỉnh Hà Nam họp. Công ty TNHH Hoa Mai ở Tây Ninh dự.", ["Hà Nam", "Tây Ninh"]),
    # a corporation is at home where brackets say, and nowhere else
    ("LĐLĐ tỉnh Hà Nam họp. Tổng công ty Sao Mai (huyện Gò Dầu, Tây Ninh) dự.", ["Hà Nam", "Tây Ninh"]),
    ("LĐLĐ tỉnh Hà Nam họp. Tại Tây Ninh, Tổng công ty Sao Mai (SMC) khai trương.", ["Hà Nam", None]),
    # a school called by a town that has no namesake; quarters are called like many another
    ("LĐLĐ tỉnh Hà Nam họp. Trường THPT Sầm Sơn dự.", ["Hà Nam", "Thanh Hóa"]),
    ("LĐLĐ tỉnh Hà Nam họp. Trường THPT Long Biên dự.", ["Hà Nam", "Hà Nam"]),
    ("LĐLĐ tỉnh Hà Nam họp. Trường THPT Bình Minh dự.", ["Hà Nam", "Hà Nam"]),
    # the union of a firm is where the firm is
    (
        "LĐLĐ tỉnh Hà Nam họp. Công ty CP May Sao Khuê ở Tây Ninh ủng hộ. Công đoàn Công ty Sao Khuê dự.",
        ["Hà Nam", "Tây Ninh", "Tây Ninh"],
    ),
    (
        "LĐLĐ tỉnh Hà Nam họp. Công ty CP May Sao Khuê ở Tây Ninh ủng hộ. Công đoàn Công ty Sao Mai dự.",
        ["Hà Nam", "Tây Ninh", "Hà Nam"],
    ),
    # what belongs to the nation is of no province
    ("Trường Đại học Công đoàn khai giảng. LĐLĐ tỉnh Hà Nam họp.", [None, "Hà Nam"]),
    ("LĐLĐ tỉnh Hà Nam họp. Học viện Tài chính dự.", ["Hà Nam", None]),
    ("Hội Chữ thập đỏ Việt Nam và LĐLĐ tỉnh Hà Nam họp.", [None, "Hà Nam"]),
]


@pytest.mark.parametrize(("text", "provinces"), PROVINCES)
def test_provinces(text: str, provinces: list[str | None]) -> None:
    assert [organisation.province for organisation in directory(text, "2024-05-01").organisations] == provinces


def test_without_publication_the_last_day_told_says_which_map_counts() -> None:
    line = "LĐLĐ thành phố Rạch Giá bàn giao"
    day = Date(quote="", start=0, end=0, granularity=Granularity.DAY, first_day="2025-12-01", last_day="2025-12-01")
    told = [
        resolve_organisations(find_organisations(text), text, Article(id="a", origin="-"), dates)
        for text, dates in [(Text.plain(line), []), (Text.plain(line), [day])]
    ]
    assert [found.organisations[0].province for found in told] == ["Kiên Giang", "An Giang"]


def test_province_as_of_the_day() -> None:
    line = "Liên đoàn Lao động thành phố Rạch Giá bàn giao"
    assert directory(line, "2024-03-01").organisations[0].province == "Kiên Giang"
    assert directory(line, "2025-10-01").organisations[0].province == "An Giang"
    hue = "LĐLĐ thành phố Huế"
    assert directory(hue, "2024-03-01").organisations[0].level == "district"
    assert directory(hue, "2025-03-01").organisations[0].level == "provincial"


@pytest.mark.parametrize(
    ("text", "source", "province", "told_by"),
    [
        ("LĐLĐ tỉnh Hà Nam và LĐLĐ tỉnh", None, "Hà Nam", "text"),
        ("Thái Nguyên - LĐLĐ tỉnh họp", None, "Thái Nguyên", "dateline"),
        ("Hà Nam - LĐLĐ tỉnh Hà Nam họp", None, "Hà Nam", "dateline"),
        ("Sở Y tế tỉnh Lạng Sơn họp với LĐLĐ tỉnh", None, "Lạng Sơn", "text"),
        ("LĐLĐ tỉnh họp bàn", "Báo Yên Bái", "Yên Bái", "newspaper"),
        ("Tại Lào Cai, LĐLĐ tỉnh họp bàn", "Báo Yên Bái", "Lào Cai", "text"),
        ("Đoàn bay qua Thái Bình Dương", None, None, None),
        ("Hôm nay, ông Nguyễn Hòa Bình đến thăm", None, None, None),
    ],
)
def test_place_of_the_article(text: str, source: str | None, province: str | None, told_by: str | None) -> None:
    home = directory(text, source=source).place.home
    assert (home.province.name if home else None, home.told_by if home else None) == (province, told_by)


IN_BOTH_MAPS = [
    # text, day of publication; of the last organisation: province, code before, code after, what told it
    ("LĐLĐ tỉnh Phú Thọ họp", "2024-05-01", ("Phú Thọ", "25", "25", "name")),
    ("LĐLĐ tỉnh Phú Thọ họp", "2026-05-01", ("Phú Thọ", None, "25", "name")),
    ("LĐLĐ tỉnh Yên Bái trước đây", "2026-05-01", ("Lào Cai", "15", "15", "name")),
    ("LĐLĐ tỉnh Lào Cai trước đây", None, ("Lào Cai", "10", "15", "name")),
    ("LĐLĐ thành phố Việt Trì", "2026-05-01", ("Phú Thọ", "25", "25", "name")),
    ("Công đoàn phường Nam Cường ra mắt", "2026-05-01", ("Lào Cai", "15", "15", "name")),
    ("UBND phường Nam Cường họp", "2024-05-01", (None, None, None, None)),  # many provinces had one then
    ("Công đoàn phường Nam Cường và Đảng ủy phường", "2026-05-01", ("Lào Cai", "15", "15", "text")),
    # what leads the whole province leads no one of its parts
    ("Công đoàn phường Nam Cường và UBND tỉnh", "2026-05-01", ("Lào Cai", None, "15", "text")),
    ("Công đoàn phường Nam Cường và LĐLĐ tỉnh", "2026-05-01", ("Lào Cai", None, "15", "text")),
    ("Công đoàn phường Nam Cường thăm Công ty TNHH Hoa Mai", "2026-05-01", ("Lào Cai", "15", "15", "text")),
    ("LĐLĐ tỉnh Lào Cai thăm Công ty TNHH Hoa Mai", "2026-05-01", ("Lào Cai", None, "15", "text")),
    # of several districts of one name the article's own, and it is the article that tells
    ("LĐLĐ tỉnh Tiền Giang khen LĐLĐ huyện Châu Thành", "2024-05-01", ("Tiền Giang", "82", "82", "text")),
    ("LĐLĐ tỉnh Đồng Tháp khen LĐLĐ huyện Châu Thành", "2026-05-01", ("Đồng Tháp", None, "82", "text")),
    # a commune that the province of the article does not have
    ("LĐLĐ tỉnh Nghệ An thăm Công đoàn phường Nam Cường", "2026-05-01", ("Lào Cai", "15", "15", "name")),
    ("LĐLĐ tỉnh Nghệ An thăm Công đoàn phường Nam Cường", "2024-05-01", ("Nghệ An", "40", "40", "text")),
    ("Tại Bình Dương, Công ty TNHH Hoa Mai thưởng Tết", "2026-05-01", ("Hồ Chí Minh", "74", "79", "text")),
    ("Tổng LĐLĐ Việt Nam họp tại Hà Nội", "2026-05-01", (None, None, None, None)),
    ("LĐLĐ tỉnh họp", "2026-05-01", (None, None, None, None)),
]


@pytest.mark.parametrize(("text", "day", "told"), IN_BOTH_MAPS)
def test_province_in_both_maps(text: str, day: str | None, told: tuple[str | None, ...]) -> None:
    last = directory(text, day).organisations[-1]
    assert (last.province, last.province_code_before, last.province_code_after, last.why) == told


@pytest.mark.parametrize(
    ("lines", "site", "why"),
    [
        # whose place is asked is the last organisation's
        (["Đại hội", "LĐLĐ tỉnh Hà Nam"], None, "name"),
        (["LĐLĐ tỉnh mở lớp", "LĐLĐ tỉnh Hà Nam mở lớp"], None, "name"),  # one body: named in full further down
        (["Hà Nam: Mở lớp", "Sở Y tế dự"], None, "headline"),
        (["LĐLĐ tỉnh Hà Nam mở lớp", "Sở Y tế dự"], None, "headline"),
        (["Hà Nam mở lớp", "LĐLĐ tỉnh Hà Nam và Sở Y tế dự"], None, "headline"),
        (["Hà Nam: Mở lớp", "LĐLĐ huyện Bình Lục mở lớp, UBND huyện dự"], None, "headline"),
        (["Mở lớp", "Hà Nam - LĐLĐ tỉnh dự"], None, "dateline"),
        (["Mở lớp", "Tại Hà Nam, LĐLĐ tỉnh dự"], None, "text"),
        (["Mở lớp", "LĐLĐ tỉnh Hà Nam và Sở Y tế dự"], "baonghean.vn", "text"),
        (["Mở lớp", "LĐLĐ tỉnh dự"], "congdoanhanam.org.vn", "newspaper"),
        (["Mở lớp", "LĐLĐ tỉnh dự"], "BÁO HÀ NAM ĐIỆN TỬ - Cơ quan của Đảng bộ tỉnh Hà Nam", "newspaper"),
        (["Mở lớp", "LĐLĐ huyện dự"], "Trung tâm Văn hóa huyện Bình Lục, tỉnh Hà Nam", "newspaper"),
        (["Mở lớp", "LĐLĐ tỉnh dự"], "baomoi.example", None),
    ],
)
def test_what_told_the_province(lines: list[str], site: str | None, why: str | None) -> None:
    last = under_a_headline(lines, site=site).organisations[-1]
    assert (last.why, last.province) == (why, "Hà Nam" if why else None)


WHERE = [
    # lines, the day of publication, the province that the article speaks of: of several the one named most, in the
    # headline above all and then in the lead
    (["LĐLĐ tỉnh Hà Nam họp", "Mở lớp", "LĐLĐ tỉnh Nam Định dự", "LĐLĐ tỉnh Nam Định vui", "Hết"], None, "Hà Nam"),
    (["Mở lớp", "LĐLĐ tỉnh Hà Nam họp", "LĐLĐ tỉnh Nam Định dự", "LĐLĐ tỉnh Nam Định vui"], None, "Hà Nam"),
    (["Mở lớp", "LĐLĐ tỉnh Hà Nam họp", *["LĐLĐ tỉnh Nam Định dự"] * 3], None, "Nam Định"),
    # unions go before other bodies, those before mere places
    (["Mở lớp", "LĐLĐ tỉnh Hà Nam họp với Sở Y tế Nam Định, Sở Xây dựng Nam Định"], None, "Hà Nam"),
    (["Mở lớp", "Sở Y tế Hà Nam họp với LĐLĐ tỉnh; mưa ở Nam Định, Nam Định, Nam Định"], None, "Hà Nam"),
    # of mere places one must be named far more than all others
    (["Mở lớp", "Đoàn qua Hà Nam và Nam Định, LĐLĐ tỉnh dự"], None, None),
    (["Mở lớp", "Đoàn qua Hà Nam, về Hà Nam, sang Nam Định, LĐLĐ tỉnh dự"], None, "Hà Nam"),
    # somebody's name is no place, and a province's union is of none of the cities
    (["Mở lớp", "Học tập phong cách Hồ Chí Minh, Công đoàn ngành Y tế họp"], None, None),
    (["Mở lớp", "Trung tâm Văn hóa Hà Nội đón LĐLĐ tỉnh; lãnh đạo tỉnh Hà Nam dự"], None, "Hà Nam"),
    # the map is that of the day
    (["Yên Bái: Mở lớp", "LĐLĐ tỉnh dự"], "2026-01-01", "Lào Cai"),
    (["Yên Bái: Mở lớp", "LĐLĐ tỉnh dự"], "2024-01-01", "Yên Bái"),
    (["Mở lớp", "Yên Bái - LĐLĐ tỉnh dự"], "2026-01-01", "Lào Cai"),
    (["Mở lớp", "Tại Yên Bái, LĐLĐ tỉnh dự"], "2026-01-01", "Lào Cai"),
    (["Mở lớp", "Sở Y tế Yên Bái và LĐLĐ tỉnh dự"], "2026-01-01", "Lào Cai"),
]


@pytest.mark.parametrize(("lines", "day", "province"), WHERE)
def test_where_an_article_plays(lines: list[str], day: str | None, province: str | None) -> None:
    place = under_a_headline(lines, published=day).place
    assert (place.province.name if place.province else None) == province
