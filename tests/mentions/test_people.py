"""Which names of a text are people's, and the offices printed beside them."""

import pytest

from baocongdoan.language.text import Text
from baocongdoan.mentions.offices import offices_before, offices_behind
from baocongdoan.mentions.organisations import find_organisations
from baocongdoan.mentions.people import PersonMention, find_people
from baocongdoan.mentions.person_names import Signal, name_candidates


def people(text: str) -> tuple[Text, tuple[PersonMention, ...]]:
    document = Text.plain(text)
    return document, find_people(document, find_organisations(document))


FOUND = [
    ("Ông Tạ Văn Kiểm, Phó Chủ tịch LĐLĐ tỉnh, dự.", "Tạ Văn Kiểm", "Phó Chủ tịch", "LĐLĐ tỉnh"),
    ("Bà Lò Thị Pành - Chủ tịch LĐLĐ tỉnh Sơn La nói", "Lò Thị Pành", "Chủ tịch", "LĐLĐ tỉnh Sơn La"),
    ("đồng chí Bế Thu Hà,Phó Giám đốc Sở Y tế", "Bế Thu Hà", "Phó Giám đốc", "Sở Y tế"),
    ("Phó Chủ tịch LĐLĐ tỉnh Bắc Kạn Ma Đình Sự cho biết", "Ma Đình Sự", "Phó Chủ tịch", "LĐLĐ tỉnh Bắc Kạn"),
    ("Theo kế toán trưởng Đỗ Thị Minh Hạnh, áp mức mới", "Đỗ Thị Minh Hạnh", "kế toán trưởng", None),
    ("Thủ tướng Trịnh Văn Bách thăm", "Trịnh Văn Bách", "Thủ tướng", None),
    ("Tổng thống Pháp Jean Dupont tới thăm", "Jean Dupont", "Tổng thống", None),
    ("Ông Phạm Gia Khôi được bầu làm Chủ tịch.", "Phạm Gia Khôi", "Chủ tịch", None),
    ("Anh Hà Công Tứ (34 tuổi), công nhân Công ty TNHH Hoa Mai", "Hà Công Tứ", "công nhân", "Công ty TNHH Hoa Mai"),
    ("chị Cao Thị Lụa (công nhân Công ty TNHH Hoa Mai)", "Cao Thị Lụa", "công nhân", "Công ty TNHH Hoa Mai"),
    ("bà Vi Thị Na, Ủy viên Ban Thường vụ LĐLĐ tỉnh", "Vi Thị Na", "Ủy viên Ban Thường vụ", "LĐLĐ tỉnh"),
    ("ông Lý A Páo, Trưởng ban Quan hệ lao động, nói", "Lý A Páo", "Trưởng ban Quan hệ lao động", None),
    ("Bà Ann Lee, cố vấn trưởng dự án của Sở Y tế, nói", "Ann Lee", "cố vấn trưởng dự án", "Sở Y tế"),
    ("Ông Tạ Văn Kiểm - luật sư thuộc Công ty Luật Hoa Mai", "Tạ Văn Kiểm", "luật sư", "Công ty Luật Hoa Mai"),
    ("Luật sư Tạ Văn Kiểm bào chữa", "Tạ Văn Kiểm", None, None),
    ("NSND Thanh Bình cùng dự", "Thanh Bình", None, None),
    ("Chủ tịch Công đoàn xã Ia Grai Rơ Châm H’Lan nói", "Rơ Châm H’Lan", "Chủ tịch", "Công đoàn xã Ia Grai"),
    ("chị Trần Thị Mây đến sớm", "Trần Thị Mây", None, None),
    ("Shuji Tanaka, Phó Giám đốc Sở Y tế, nói", "Shuji Tanaka", "Phó Giám đốc", "Sở Y tế"),
    ("Ông Lê A, phó cục trưởng Cục Việc làm Bộ Y tế", "Lê A", "phó cục trưởng", "Cục Việc làm"),
    ("Ông Trần Văn Hội động viên công nhân", "Trần Văn Hội", None, None),
    ("ông Lê A, Trưởng phòng Tham mưu Công an tỉnh Long An", "Lê A", "Trưởng phòng Tham mưu", "Công an tỉnh Long An"),
    ("Chị Hà Thị Na (SN 1990, công nhân Công ty TNHH Sao Mai)", "Hà Thị Na", "công nhân", "Công ty TNHH Sao Mai"),
    ("Giám đốc Công ty TNHH Sao Mai, ông Lê Văn Sáu nói", "Lê Văn Sáu", "Giám đốc", "Công ty TNHH Sao Mai"),
    ("Đồng chí: Lê Văn Sáu - Phó Chủ tịch LĐLĐ tỉnh", "Lê Văn Sáu", "Phó Chủ tịch", "LĐLĐ tỉnh"),
    ("Kim Ji Hoon, Tổng Giám đốc Công ty TNHH Sunwa Vina", "Kim Ji Hoon", "Tổng Giám đốc", "Công ty TNHH Sunwa Vina"),
    ("Tổng Thư ký Quốc hội Lê Văn Sáu phát biểu", "Lê Văn Sáu", "Tổng Thư ký", "Quốc hội"),
    ("Ông Lê Văn Sáu, Ủy viên BCH LĐLĐ tỉnh, nói", "Lê Văn Sáu", "Ủy viên BCH", "LĐLĐ tỉnh"),
    ("PGS.TS Lê Văn Sáu dự", "Lê Văn Sáu", None, None),
    ("Ông Y Thanh Hà Niê Kđăm dự", "Y Thanh Hà Niê Kđăm", None, None),
    ("Ông Lê Văn Sáu\nChủ tịch LĐLĐ tỉnh Hà Nam dự", "Lê Văn Sáu", None, None),  # a line of its own is another matter
    ("Ông Lê A, Phó Giám đốc kiêm Giám đốc Kỹ thuật, nói", "Lê A", "Phó Giám đốc kiêm Giám đốc Kỹ thuật", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "body"), FOUND)
def test_finds_people_with_their_offices(text: str, name: str, role: str | None, body: str | None) -> None:
    document, found = people(text)
    assert [document.quote(person.name) for person in found] == [name]
    offices = found[0].offices
    assert (document.quote(offices[0].role) if offices else None) == role
    printed = offices[0].body if offices else None
    assert (document.quote(printed.name_span) if printed else None) == body


NOBODY = [
    "đường Nguyễn Văn Linh, số 47C Phạm Ngọc Thạch",
    "Trường THPT Nguyễn Huệ và Bệnh viện Chợ Rẫy",
    "Ảnh: Trần Văn Bảy",
    "Phó Chủ tịch LĐLĐ tỉnh chủ trì, Giám đốc Công ty TNHH Hoa Mai dự",
    "các ủy viên Ban Chấp hành, Ban Thường vụ",
    "Phó chủ tịch UBND huyện Krông Păk",
    "người lao động nhân dịp Tết Nguyên đán Quý Mão",
    "công nhân Hà Lầm và công nhân Việt Nam",
    "tặng quà Mẹ Việt Nam Anh hùng",
    "Lê Văn Tám",  # a line of its own is a signature
]


@pytest.mark.parametrize("text", NOBODY)
def test_leaves_other_names_alone(text: str) -> None:
    document, found = people(text)
    assert [document.quote(person.name) for person in found] == []


def test_reads_a_list_of_guests() -> None:
    document, found = people(
        "Có các đồng chí: Đinh Văn Sáu, Bí thư Đảng ủy, Chủ tịch HĐND xã; Mạc Thị Na, Chủ tịch Công đoàn xã; "
        "Phó Thủ tướng Vũ Văn Khoa, Bộ trưởng Bộ Xây dựng Lưu Thế Hân."
    )
    assert [
        (document.quote(person.name), [document.quote(office.role) for office in person.offices]) for person in found
    ] == [
        ("Đinh Văn Sáu", ["Bí thư", "Chủ tịch"]),
        ("Mạc Thị Na", ["Chủ tịch"]),
        ("Vũ Văn Khoa", ["Phó Thủ tướng"]),
        ("Lưu Thế Hân", ["Bộ trưởng"]),
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # the office in front of a list is everybody's
        ("Hai Phó Chủ tịch gồm các ông, bà Tạ Văn Sáu, Lò Thị Na.", ["Phó Chủ tịch"] * 2),
        ("3 Phó Chủ tịch gồm: ông Tạ Văn Sáu (tái cử), bà Lò Thị Na và ông Hà Văn Bảy.", ["Phó Chủ tịch"] * 3),
        ("Bà Lò Thị Na giữ chức Chủ tịch CĐCS, Phó Chủ tịch là ông Tạ Văn Sáu.", ["Chủ tịch", "Phó Chủ tịch"]),
        ("Bà Lò Thị Na là Chủ tịch CĐCS, Phó Giám đốc. Ông Tạ Văn Sáu là thợ.", ["Chủ tịch", "thợ"]),
        ("cùng các Phó Chủ tịch là ông Tạ Văn Sáu, bà Lò Thị Na dự", ["Phó Chủ tịch"] * 2),
        ("cùng các Phó Chủ tịch: Tạ Văn Sáu, Lò Thị Na; ông Hà Văn Bảy, Bí thư, dự", ["Phó Chủ tịch"] * 2 + ["Bí thư"]),
        # who has an office of their own behind the name keeps that first
        ("Các đồng chí Ủy viên: Tạ Văn Sáu - Bí thư; Lò Thị Na - Chủ tịch", ["Bí thư", "Chủ tịch"]),
        # one holds it alone
        ("Chủ tịch Tạ Văn Sáu, bà Lò Thị Na và ông Hà Văn Bảy dự", ["Chủ tịch", None, None]),
        ("Năm 20 Chủ tịch: ông Tạ Văn Sáu, bà Lò Thị Na", ["Chủ tịch", None]),
        ("các Phó Chủ tịch: ông Tạ Văn Sáu gặp bà Lò Thị Na", ["Phó Chủ tịch", None]),
    ],
)
def test_the_office_in_front_of_a_list(text: str, roles: list[str | None]) -> None:
    document, found = people(text)
    assert [document.quote(person.offices[0].role) if person.offices else None for person in found] == roles


def test_an_office_ends_where_the_next_person_begins() -> None:
    document, found = people("ông Trần Văn Sáu, Phó Chủ tịch và ông Lê Văn Bảy, Giám đốc, dự")
    assert [document.quote(person.offices[0].role) for person in found] == ["Phó Chủ tịch", "Giám đốc"]


def test_people_elected_together_share_the_office() -> None:
    document, found = people("Bà Lâm Kim Yến và ông Dương Văn Bảo được bầu làm Phó Chủ tịch.")
    assert [(document.quote(person.span), person.elected) for person in found] == [
        ("Lâm Kim Yến", True),
        ("Dương Văn Bảo được bầu làm Phó Chủ tịch", True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bí thư chi bộ, Giám đốc.", ["Bí thư chi bộ", "Giám đốc"]),
        ("tổ trưởng tổ bảo trì, nói", ["tổ trưởng tổ bảo trì"]),
        ("trưởng khoa khám bệnh của bệnh viện, nói", ["trưởng khoa khám bệnh"]),
        ("Chủ tịch phát biểu tại hội nghị", ["Chủ tịch"]),
        ("hội nghị", []),
    ],
)
def test_reads_offices(text: str, expected: list[str]) -> None:
    document = Text.plain(text)
    assert [document.quote(office.role) for office in offices_behind(document, 0, [])] == expected


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Ông Lê A, Phó Chủ tịch, Trưởng Ban Tổ chức LĐLĐ tỉnh, nói", ["LĐLĐ tỉnh", "LĐLĐ tỉnh"]),
        ("Ông Lê A, Quản đốc, Giám đốc Công ty TNHH Sao Mai, nói", ["Công ty TNHH Sao Mai"] * 2),
        ("Ông Lê A, Ủy viên Ban Thường vụ, Chủ tịch LĐLĐ tỉnh, nói", [None, "LĐLĐ tỉnh"]),  # of the Party's, perhaps
        ("Ông Lê A, Chủ tịch, Trưởng ban Nữ công, Phó Bí thư Tỉnh ủy, nói", [None, None, "Tỉnh ủy"]),
        ("Ông Lê A, Chủ tịch LĐLĐ tỉnh, Phó Bí thư Tỉnh ủy, nói", ["LĐLĐ tỉnh", "Tỉnh ủy"]),
    ],
)
def test_offices_of_one_sort_share_the_body_behind(text: str, bodies: list[str | None]) -> None:
    document, (person,) = people(text)
    assert [document.quote(o.body.name_span) if o.body else None for o in person.offices] == bodies


def test_an_office_before_must_reach_the_name() -> None:
    document = Text.plain("Chủ tịch đến thăm Trần Văn Sáu")
    assert offices_before(document, document.raw.index("Trần"), []) == ()


def test_signals_of_a_name() -> None:
    document = Text.plain("ông Lê Sáu gặp Trần Văn Bảy, Đỗ Quyên, Barack Obama và Thanh Hương")
    assert [(document.quote(name.span), name.signal) for name in name_candidates(document, [])] == [
        ("Lê Sáu", Signal.HONORIFIC),
        ("Trần Văn Bảy", Signal.MIDDLE),
        ("Đỗ Quyên", Signal.SURNAME),
        ("Barack Obama", Signal.SURNAME),
        ("Thanh Hương", Signal.BARE),
    ]
