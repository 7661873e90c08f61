"""The bodies of offices that name none, or no more than its sort."""

from __future__ import annotations

import pytest

from baocongdoan.pipeline import extract

PROVINCE = "Liên đoàn Lao động tỉnh Yên Bái"


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        # a minister's field is the ministry's
        ("Bộ trưởng Y tế Đào Thị Lan phát biểu.", "Bộ trưởng", "Bộ Y tế"),
        # the firm stands in its union's name alone
        ("CĐCS Công ty TNHH Hoa Mai họp. Ông Lê Văn Sáu, giám đốc, dự.", "giám đốc", "Công ty TNHH Hoa Mai"),
        (
            "CĐCS Trung tâm Văn hóa tỉnh họp. Ông Lê Văn Sáu, giám đốc trung tâm, dự.",
            "giám đốc",
            "Trung tâm Văn hóa tỉnh",
        ),
        # a bare name that no body before bears
        ("Ông Lê Văn Sáu, giám đốc Hoa Mai, dự.", "giám đốc", "Hoa Mai"),
        # the firm spoken of, unless it was long ago
        ("Công ty TNHH Hoa Mai họp. Ông Lê Văn Sáu, giám đốc, dự.", "giám đốc", "Công ty TNHH Hoa Mai"),
        ("Công ty TNHH Hoa Mai họp. Mưa. Ông Lê Văn Sáu, giám đốc, dự.", "giám đốc", "Công ty TNHH Hoa Mai"),
        ("Công ty TNHH Hoa Mai họp. Mưa. Gió. Nắng. Ông Lê Văn Sáu, giám đốc, dự.", "giám đốc", None),
        # unions: the last one spoken of
        ("LĐLĐ tỉnh Yên Bái họp. Ông Lê Văn Sáu, Chủ tịch LĐLĐ tỉnh, dự.", "Chủ tịch", PROVINCE),
        ("Ông Lê Văn Sáu, nguyên Chủ tịch, phát biểu ý kiến.", "nguyên Chủ tịch", None),
    ],
)
def test_bodies_of_offices(text: str, role: str, organisation: str | None) -> None:
    [person] = extract(f"{text} Người lao động ở đó được hỗ trợ.", clean=False).people

    assert (person.role, person.organisation) == (role, organisation)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Công ty TNHH Hoa Mai họp. CĐCS công ty trao quà.", "Công đoàn cơ sở Công ty TNHH Hoa Mai"),
        ("Đảng ủy phường Minh Tân họp. Đảng ủy đề nghị.", "Đảng ủy phường Minh Tân"),
    ],
)
def test_the_union_or_committee_of_the_unit_spoken_of(text: str, name: str) -> None:
    named = [one.name for one in extract(f"{text} Người lao động được hỗ trợ.", clean=False).organisations]

    assert named.count(name) == 1
    assert len(named) == len(set(named))
