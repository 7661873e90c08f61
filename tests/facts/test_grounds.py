"""What told each field of a count, and the place of an organisation."""

from __future__ import annotations

import pytest

from baocongdoan.facts.grounds import (
    BodyBy,
    CountGrounds,
    DateGrounds,
    DocumentGrounds,
    Explained,
    MeasureBy,
    OrganisationGrounds,
    OwnerBy,
    PeriodBy,
    PersonGrounds,
    StatusBy,
    YearBy,
)
from baocongdoan.pipeline import explain

YEAR = "Năm 2024, LĐLĐ tỉnh Tây Ninh tổng kết. "


def count_grounds(text: str, published: str | None = None) -> CountGrounds:
    """The grounds of a text's last count."""
    explained = explain(text, clean=False, published=published)
    grounds = explained.grounds[explained.extraction.counts[-1].id]
    assert isinstance(grounds, CountGrounds)
    return grounds


MEASURES: list[tuple[str, MeasureBy, str]] = [
    ("LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên", MeasureBy.CUE, "measures.toml: members_admitted"),
    ("LĐLĐ tỉnh Tây Ninh trồng 300 cây", MeasureBy.NOTHING, ""),
    ("LĐLĐ tỉnh Tây Ninh có 12% cán bộ nữ", MeasureBy.PERCENT, ""),
    ("Đến nay, lao động tăng thêm 300 người", MeasureBy.RISE, ""),
    ("Doanh nghiệp có từ 500 lao động trở lên", MeasureBy.THRESHOLD, ""),
    ("LĐLĐ tỉnh Tây Ninh chi 30 triệu đồng", MeasureBy.UNIT, ""),
    ("LĐLĐ tỉnh Tây Ninh thành lập 3 CĐCS với 410 đoàn viên", MeasureBy.NEIGHBOUR, ""),
]
OWNERS: list[tuple[str, OwnerBy, str]] = [
    ("LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên", OwnerBy.CLAUSE, ""),
    ("LĐLĐ tỉnh Tây Ninh mở 3 lớp; kết nạp 300 đoàn viên", OwnerBy.SENTENCE, ""),
    (
        "Ông Trần Văn Lộc, Phó Chủ tịch LĐLĐ tỉnh Tây Ninh trao 20 suất quà",
        OwnerBy.CLAUSE,
        "owners.toml: officer_before",
    ),
    ("Trao 50 suất quà do LĐLĐ tỉnh Tây Ninh hỗ trợ", OwnerBy.AGENT, ""),
    ("LĐLĐ tỉnh Tây Ninh họp tổng kết. Đã kết nạp 300 đoàn viên.", OwnerBy.CARRIED, ""),
    ("LĐLĐ tỉnh Tây Ninh họp tổng kết. Toàn tỉnh thành lập 12 CĐCS.", OwnerBy.WHOLE_AREA, ""),
    ("LĐLĐ tỉnh Tây Ninh họp. Đại hội bầu 25 ủy viên Ban Chấp hành.", OwnerBy.ASSEMBLY, ""),
    ("LĐLĐ tỉnh Tây Ninh họp.\nNgười lao động được trao 50 suất quà.", OwnerBy.ARTICLE, ""),
    ("LĐLĐ tỉnh Tây Ninh hỗ trợ doanh nghiệp có từ 500 lao động trở lên", OwnerBy.CRITERION, ""),
    (
        "LĐLĐ tỉnh Tây Ninh mở 8 lớp; công đoàn cấp trên trực tiếp cơ sở tổ chức 13 lớp tập huấn",
        OwnerBy.LOWER_LEVEL,
        "",
    ),
    (
        "LĐLĐ huyện Gò Dầu và Bệnh viện Đa khoa Hoa Mai mở đợt khám. Trong đó bệnh viện chi 30 triệu đồng.",
        OwnerBy.CLAUSE,
        "references.toml: hospital",
    ),
]
PERIODS: list[tuple[str, PeriodBy]] = [
    ("Năm 2024, LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên", PeriodBy.SENTENCE),
    (YEAR + "Đã kết nạp 300 đoàn viên.", PeriodBy.CARRIED),
    ("LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên", PeriodBy.NOTHING),
    (YEAR + "Lương bình quân 7 triệu đồng/tháng.", PeriodBy.PRICE),
    (YEAR + "Hằng năm kết nạp 300 đoàn viên.", PeriodBy.YEARLY),
    (YEAR + "Doanh nghiệp có từ 500 lao động trở lên.", PeriodBy.CRITERION),
    ("Sáng 5/3/2024, LĐLĐ tỉnh Tây Ninh họp. Tại hội nghị, đã trao 20 suất quà.", PeriodBy.EVENT),
]
STATUSES: list[tuple[str, StatusBy, str]] = [
    ("LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên", StatusBy.NOTHING, ""),
    ("LĐLĐ tỉnh Tây Ninh phấn đấu kết nạp 300 đoàn viên", StatusBy.WORD, "status.toml: aim"),
    ("LĐLĐ tỉnh Tây Ninh có 200 công nhân sẽ được khám bệnh", StatusBy.WORD_BEHIND, "status.toml: will_behind"),
    ("Kết nạp 920 đoàn viên, đạt 92% kế hoạch năm (1.000 đoàn viên)", StatusBy.WORD, "status.toml: set_in_brackets"),
    ("LĐLĐ tỉnh Tây Ninh phấn đấu mở 3 lớp. 100% CĐCS có quy chế.", StatusBy.CARRIED, ""),
    ("LĐLĐ tỉnh Tây Ninh hỗ trợ doanh nghiệp có từ 500 lao động trở lên", StatusBy.THRESHOLD, ""),
    ("Trong năm 2025, LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên", StatusBy.AHEAD, ""),
    ("LĐLĐ tỉnh Tây Ninh kết nạp 300/500 đoàn viên", StatusBy.PAIR, ""),
    ("LĐLĐ tỉnh Tây Ninh đề ra 5 nhiệm vụ", StatusBy.AIMS, ""),
    (
        "LĐLĐ tỉnh Tây Ninh trình tặng Bằng khen cho 15 tập thể, 28 cá nhân",
        StatusBy.LISTED,
        "",
    ),
]


@pytest.mark.parametrize(("text", "by", "entry"), MEASURES)
def test_what_told_the_measure(text: str, by: MeasureBy, entry: str) -> None:
    measure = count_grounds(text).measure

    assert (measure.by, measure.entry) == (by, entry)


@pytest.mark.parametrize(("text", "by", "entry"), OWNERS)
def test_what_told_the_owner(text: str, by: OwnerBy, entry: str) -> None:
    owner = count_grounds(text).owner

    assert (owner.by, owner.entry) == (by, entry)


@pytest.mark.parametrize(("text", "by"), PERIODS)
def test_what_told_the_period(text: str, by: PeriodBy) -> None:
    assert count_grounds(text).period.by is by


@pytest.mark.parametrize(("text", "by", "entry"), STATUSES)
def test_what_told_the_status(text: str, by: StatusBy, entry: str) -> None:
    status = count_grounds(text, published="2024-03-05").status

    assert (status.by, status.entry) == (by, entry)


def test_spans_are_the_words_that_told() -> None:
    text = "Năm 2024, LĐLĐ tỉnh Tây Ninh phấn đấu kết nạp 300 đoàn viên"
    grounds = count_grounds(text)
    spans = [grounds.number, grounds.measure.at, grounds.owner.at, grounds.period.at, grounds.status.at]

    told = [text[span.start : span.end] for span in spans if span is not None]

    assert told == ["300", "kết nạp", "LĐLĐ tỉnh Tây Ninh", "Năm 2024", "phấn đấu"]


def test_a_statement_of_the_same_thing_tells_what_one_leaves_open() -> None:
    text = "LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên.\nNăm 2024, LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên."
    explained = explain(text, clean=False)
    periods = [
        grounds.period.by
        for count in explained.extraction.counts
        if isinstance(grounds := explained.grounds[count.id], CountGrounds)
    ]

    assert periods == [PeriodBy.RESTATED, PeriodBy.SENTENCE]


def other(explained: Explained, kind: str) -> list[object]:
    return [explained.grounds[fact.id] for fact in explained.extraction.facts if fact.kind == kind]


OTHERS: list[tuple[str, str, object]] = [
    ("Họp ngày 5/3/2024", "date", DateGrounds("day_in_digits", YearBy.PRINTED)),
    ("LĐLĐ tỉnh Tây Ninh họp", "organisation", OrganisationGrounds("labour_federation")),
    (
        "LĐLĐ tỉnh Tây Ninh ban hành Kế hoạch số 12/KH-LĐLĐ về tập huấn",
        "document",
        DocumentGrounds(names_issuer=False, by_letters=False),
    ),
    (
        "Theo Chỉ thị số 3 của LĐLĐ tỉnh Tây Ninh",
        "document",
        DocumentGrounds(names_issuer=True, by_letters=False),
    ),
    ("Theo Văn bản 40/2018/NĐ-CP", "document", DocumentGrounds(names_issuer=False, by_letters=True)),
    ("Ông Lê Văn Sáu, Chủ tịch LĐLĐ tỉnh Tây Ninh, dự.", "person", PersonGrounds("office behind", BodyBy.PRINTED)),
    ("Ông Lê Văn Sáu, Giám đốc công ty, dự.", "person", PersonGrounds("office behind", BodyBy.NOTHING)),
    (
        "Bệnh viện Đa khoa Sao Mai họp. Ông Lê Văn Sáu, Giám đốc bệnh viện, dự.",
        "person",
        PersonGrounds("office behind", BodyBy.NOUN),
    ),
    (
        "Công ty TNHH Hoa Mai họp. Ông Lê Văn Sáu, Giám đốc, dự.",
        "person",
        PersonGrounds("office behind", BodyBy.CONTEXT),
    ),
    ("Ông Lê Văn Sáu (Công ty TNHH Hoa Mai) dự.", "person", PersonGrounds("honorific", BodyBy.CONTEXT)),
    ("Ông Lê Văn Sáu dự.", "person", PersonGrounds("honorific", BodyBy.NOTHING)),
]


@pytest.mark.parametrize(("text", "kind", "grounds"), OTHERS)
def test_the_grounds_of_other_kinds(text: str, kind: str, grounds: object) -> None:
    assert other(explain(text, clean=False), kind) == [grounds]


@pytest.mark.parametrize(
    ("text", "published", "year"),
    [
        ("Họp ngày 5/3/2024", None, YearBy.PRINTED),
        ("Họp ngày 5/3", "2024-03-06", YearBy.CONTEXT),
        ("Năm 2024 có nhiều việc. Họp ngày 5/3", None, YearBy.GUESSED),
        ("Họp ngày 5/3", None, YearBy.NOTHING),
    ],
)
def test_what_told_the_year_of_a_date(text: str, published: str | None, year: YearBy) -> None:
    grounds = other(explain(text, clean=False, published=published), "date")[-1]

    assert isinstance(grounds, DateGrounds)
    assert grounds.year is year
