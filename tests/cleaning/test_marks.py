"""Lines that say by themselves what they are."""

from __future__ import annotations

import pytest

from baocongdoan.cleaning import marks
from baocongdoan.cleaning.features import look
from baocongdoan.cleaning.marks import mark
from baocongdoan.lexicon.loader import load
from baocongdoan.records import PageLine

MARKS = [
    ("z7510_3b9f0c1a.jpg", "file_name"),
    ("cong doan huyen tong ket nam hoc LĐLĐ huyện tổng kết năm học", "alternative_text"),
    ("Bữa ăn ca của công nhân may - Ảnh 1", "alternative_text"),
    ("![](anh.jpg) |", "markup"),
    ("M", "stray"),
    ("[Trang chủ](/) [Tin](/tin)", "bare_link"),
    ("1.204", "number"),
    ("TRANG CHỦ", "section"),
    ("Tin tức › Công đoàn › Cơ sở", "breadcrumb"),
    ("Cổng thông tin điện tử xã Đồng Tâm", "masthead"),
    ("» Bài viết liên quan:", "related_heading"),
    ("Các tin đã đưa", "elsewhere_heading"),
    ("Bình luận (3)", "comments"),
    ("Từ khóa: tết sum vầy, công đoàn", "tags"),
    ("© 2023 Trang tin Công đoàn", "imprint"),
    ("Facebook Zalo In bài viết", "social"),
    ("Lượt xem: 2.310", "counter"),
    (">> Xem lịch nghỉ Tết", "see_also"),
    ("3 giờ trước", "ago"),
    ("- Ra mắt nghiệp đoàn xe ôm (02/10/2025)", "dated_link"),
    ("Mở lớp mới Mở lớp mới", "doubled"),
    ("08:15 12/03/2024", "date"),
    ("Tin, ảnh: Hà Vân", "byline"),
    ("Theo Báo Thợ Mỏ", "source_after"),
    ("Nguồn: Ban Nữ công", "source"),
    ("Video: Tố Uyên", "video_credit"),
    ("Ảnh: AFP", "lone_credit"),
    ("Thợ hàn trong ca đêm - Ảnh: TỐ UYÊN", "credit"),
    ("Video phỏng vấn đồng chí Vi Văn Sáu", "video_caption"),
    ("Liên quan đến vụ việc, công đoàn cho biết sẽ đối thoại.", None),
    ("Ý kiến của công nhân được ghi vào biên bản.", None),
    ("Dịch bệnh làm ảnh hưởng đến 300 lao động.", None),
    ("Công đoàn vào cuộc sớm", None),
    ("Theo Ban Thường vụ, mười lớp đã mở", None),
]


@pytest.mark.parametrize(("text", "name"), MARKS, ids=[row[0] for row in MARKS])
def test_marks(text: str, name: str | None) -> None:
    found = mark(look([PageLine(1, text)])[0])
    assert (found.name if found else None) == name


def test_how_a_line_begins_rules_out_no_rule_for_it() -> None:
    entries = load("cleaning").entries
    lines = [text for text, _ in MARKS] + [text for entry in entries for text in (*entry.examples, *entry.not_examples)]
    for line in look([PageLine(number, text) for number, text in enumerate(lines, 1)]):
        fitting = [rule for rule in marks._rules(False) if rule.pattern.match(line.lower)]
        head = marks._HEAD.match(line.lower)[0]
        assert [rule for rule in marks._rules_for(head) if rule.pattern.match(line.lower)] == fitting, line.text
