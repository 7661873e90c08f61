"""Citations of acts: which words say what. Every line is invented."""

from __future__ import annotations

import pytest

from baocongdoan.language.text import Span, Text
from baocongdoan.mentions.document_subjects import subject_end
from baocongdoan.mentions.documents import DocumentMention, find_documents, type_of_letters
from baocongdoan.records import DocumentType


def only(line: str) -> tuple[Text, DocumentMention]:
    text = Text.plain(line)
    mentions = find_documents(text)
    assert len(mentions) == 1, [text.quote(mention.span) for mention in mentions]
    return text, mentions[0]


def words(text: Text, span: Span | None) -> str | None:
    return None if span is None else text.quote(span)


@pytest.mark.parametrize(
    ("line", "type_", "number"),
    [
        ("Quán triệt Nghị quyết số 7b/NQ-TLĐ tới cơ sở.", "resolution", "7b/NQ-TLĐ"),
        ("Quán triệt Nghị quyết 09/NQ-LĐLĐ tới cơ sở.", "resolution", "09/NQ-LĐLĐ"),
        ("Học tập Nghị quyết số 03-NQ/TW.", "resolution", "03-NQ/TW"),
        ("Học tập Nghị quyết 44 của tỉnh.", "resolution", "44"),
        ("Theo NQ 23 của Trung ương.", "resolution", "23"),
        ("Kế hoạch số 41-KH/TU giao chỉ tiêu.", "plan", "41-KH/TU"),
        ("Theo Kế hoạch 41/KH-TU, các đơn vị báo cáo.", "plan", "41/KH-TU"),
        ("Theo Nghị định 51/2014/NĐ-CP, mức đóng là 2%.", "decree", "51/2014/NĐ-CP"),
        ("Theo Hướng dẫn 1623/HD-TLĐ.", "guidance", "1623/HD-TLĐ"),
        ("Căn cứ Quyết định 412/QĐ - CHK.", "decision", "412/QĐ - CHK"),
        ("Vi phạm Quy định số 61 - QĐ/TW.", "regulation", "61 - QĐ/TW"),
        ("Luật số 88/2016/QH13 có hiệu lực.", "law", "88/2016/QH13"),
        ("Công văn 1417/TCĐBVN - TC đã gửi đi.", "dispatch", "1417/TCĐBVN - TC"),
        ("Công văn 9031/BNV-CTL&BHXH đã gửi đi.", "dispatch", "9031/BNV-CTL&BHXH"),
        ("Thông tư 27/2012 của ngân hàng.", "circular", "27/2012"),
        ("Thực hiện theo Thông tư 19.", "circular", "19"),
        ("Thông tư liên tịch số 21/2010/TTLT-BTC-BNV còn hiệu lực.", "circular", "21/2010/TTLT-BTC-BNV"),
        ("Chương trình hành động số 15-CTr/TU ra đời.", "programme", "15-CTr/TU"),
        ("Chỉ thị 09 của Bộ Chính trị.", "directive", "09"),
        ("Kết luận số 72-KL/TW nêu rõ.", "conclusion", "72-KL/TW"),
        ("Thông báo số 210/TB-VPCP.", "notice", "210/TB-VPCP"),
        ("Pháp lệnh số 12/2009/PL-UBTVQH12.", "other", "12/2009/PL-UBTVQH12"),
        ("Nghị quyết của Ban Bí thư số 31-NQ/TW.", "resolution", "31-NQ/TW"),
        ("Nghị quyết 30 a/2009/NQ - CP.", "resolution", "30 a/2009/NQ - CP"),
    ],
)
def test_numbers(line: str, type_: str, number: str) -> None:
    text, mention = only(line)
    assert (mention.type, words(text, mention.number)) == (DocumentType(type_), number)


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 12/3/2021, đạt 4/5 chỉ tiêu, gọi 0912/345678 hoặc đến số 12/3 phố Hàng Lọng.",
        "Kế hoạch 3 năm, kế hoạch 50 tỷ đồng, kế hoạch 5 năm 2016 - 2020.",
        "Công đoàn hướng dẫn 12 đơn vị và quyết định 2 vấn đề.",
        "Theo khoản 2 Điều 14, chương trình kéo dài 3 ngày.",
        "Hội nghị ra nghị quyết, xây dựng kế hoạch tổ chức hội thảo.",
        "Ông bị kỷ luật, luật sư hiểu pháp luật lao động.",
        "Doanh nghiệp có vốn điều lệ 30 tỷ đồng theo điều lệ công ty.",
        "Chủ đề năm 2023 là “Đổi mới tổ chức, tập trung cho cơ sở”.",
        "Hơn 300 đoàn viên tham dự chương trình “Xuân gắn kết”.",
        "Ông không có kế hoạch ủng hộ đội bóng trong năm 2024.",
        "Xây dựng kế hoạch công tác năm 2022.",
        "Công ty quyết định “đóng cửa vì hết đơn hàng”.",
        "Theo Công ước của Liên Hợp Quốc về Luật Biển năm 1982.",
    ],
)
def test_no_acts(line: str) -> None:
    text = Text.plain(line)
    assert [text.quote(mention.span) for mention in find_documents(text)] == []


@pytest.mark.parametrize(
    ("line", "issued", "issuer", "term", "subject"),
    [
        (
            "Nghị quyết 5c/NQ-TLĐ ngày 3/4/2015 của Ban Chấp hành Tổng LĐLĐ Việt Nam (khóa XI) về “Đổi mới nữ công”.",
            "3/4/2015",
            "Ban Chấp hành Tổng LĐLĐ Việt Nam",
            "XI",
            "Đổi mới nữ công",
        ),
        (
            "Thông tư số 14/2018/TT-BYT (ban hành ngày 9 tháng 5 năm 2018) sửa đổi, bổ sung một số điều về khám bệnh.",
            "9 tháng 5 năm 2018",
            None,
            None,
            "sửa đổi, bổ sung một số điều về khám bệnh",
        ),
        ("Luật Thống kê số 89/2015/QH13 được Quốc hội khóa XIII thông qua.", None, "Quốc hội", "XIII", "Luật Thống kê"),
        ("Văn bản số 45/LĐLĐ-TC do LĐLĐ tỉnh ban hành ngày 7/8/2022 nêu rõ.", "7/8/2022", "LĐLĐ tỉnh", None, None),
        ("Nghị quyết Trung ương 8 (khóa X) về chính sách xã hội.", None, "Trung ương 8", "X", "chính sách xã hội"),
        ("Nghị quyết Đại hội XI Công đoàn Việt Nam đã rõ.", None, "Công đoàn Việt Nam", "XI", None),
        ("Hướng dẫn số 8, ngày 6/3/2024 của LĐLĐ tỉnh nêu.", "6/3/2024", "LĐLĐ tỉnh", None, None),
        ("Luật Thống kê được Quốc hội khóa XIII sửa đổi.", None, "Quốc hội", "XIII", "Luật Thống kê"),
        # praise is no making
        ("Kế hoạch số 5 được LĐLĐ tỉnh đánh giá cao.", None, None, None, None),
        ("Quy chế “Trực đêm” của Bộ Y tế.", None, "Bộ Y tế", None, "Trực đêm"),
        ("Điều lệ Công đoàn Việt Nam (khóa XI) quy định.", None, None, "XI", "Điều lệ Công đoàn Việt Nam"),
        ("Quyết định 77/QĐ-SNV của Sở Lao động, Thương binh và Xã hội về lễ tang.", None,
         "Sở Lao động, Thương binh và Xã hội", None, "lễ tang"),
    ],
)  # fmt: skip
def test_parts(line: str, issued: str | None, issuer: str | None, term: str | None, subject: str | None) -> None:
    text, mention = only(line)
    said = (mention.issued, mention.issuer, mention.term, mention.subject)
    assert tuple(value.strip() if value else None for value in (words(text, span) for span in said)) == (
        issued,
        issuer,
        term,
        subject,
    )


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("Quy định 61-QĐ/TW về những việc không được làm, xét tính chất vụ việc.", "những việc không được làm"),
        ("Nghị định 51/2014/NĐ-CP về bán hàng lưu động, nhằm bảo vệ người mua.", "bán hàng lưu động"),
        ("Nghị định 51/2014/NĐ-CP về phạt hành chính, trong sản xuất, buôn bán và vận chuyển; các văn bản khác.",
         "phạt hành chính, trong sản xuất, buôn bán và vận chuyển"),
        ("Theo Nghị định 51/2014/NĐ-CP về ví điện tử (đã sửa đổi), ví là phương tiện.", "ví điện tử"),
        ("Theo Nghị định 51/2014/NĐ-CP về quản lý tiền tệ, hành vi này bị phạt.", "quản lý tiền tệ"),
        ("Kế hoạch 8/KH-LĐLĐ về chăm lo đoàn viên, lao động dịp Tết.", "chăm lo đoàn viên, lao động dịp Tết"),
        ("Công văn 3/NHNN-TD trình Thủ tướng về việc gia hạn gói vay.", "gia hạn gói vay"),
        ("Chỉ thị số 6-CT/TU về tổ chức Tết yêu cầu các đoàn thể rà soát.", "tổ chức Tết"),
        ("Quyết định 9/QĐ-UBND phê duyệt Đề án “Nhà ở giai đoạn 2021 - 2025” và giao vốn.",
         "phê duyệt Đề án “Nhà ở giai đoạn 2021 - 2025”"),
        ("Theo Điều 5 Nghị định 51/2014/NĐ-CP quy định mức đóng như sau:", None),
        ("Quyết định số 5/QĐ-LĐLĐ về khen thưởng đã được trao.", "khen thưởng"),
        # behind a comma a list goes on; a clause of its own, or the sentence's main one, does not belong to it
        ("Thực hiện Kế hoạch số 5/KH-LĐLĐ về đại hội, hội thi và tập huấn, LĐLĐ huyện họp.",
         "đại hội, hội thi và tập huấn"),
        ("Thực hiện Kế hoạch số 5/KH-LĐLĐ về đại hội công đoàn, LĐLĐ huyện họp.", "đại hội công đoàn"),
        ("Kế hoạch số 5/KH-LĐLĐ về đại hội, hội thi công đoàn yêu cầu các huyện họp.", "đại hội, hội thi công đoàn"),
        ("LĐLĐ tỉnh có Kế hoạch số 5/KH-LĐLĐ về đại hội, hội thi, tập huấn.", "đại hội, hội thi, tập huấn"),
        ("LĐLĐ tỉnh có Kế hoạch số 5/KH-LĐLĐ về đại hội, đồng thời tặng quà.", "đại hội"),
        ("Chỉ thị số 6 về Tết, trong đó yêu cầu các huyện chăm lo.", "Tết"),
        # marks around the whole title are no part of it, those around a part of it are
        ("Theo Kế hoạch số 5/KH-LĐLĐ về “Tết cho công nhân”, các huyện vào cuộc.", "Tết cho công nhân"),
        ("Theo Kế hoạch 5/KH-LĐLĐ về phong trào “Giỏi việc nước, đảm việc nhà”, các huyện họp.",
         "phong trào “Giỏi việc nước, đảm việc nhà”"),
        # what a bare number rules may be what it says
        ("Quyết định số 5 quy định mức thu.", None),
        ("Quyết định số 6/QĐ-UBND quy định mức thu học phí.", "quy định mức thu học phí"),
        ("Công văn số 12/TLĐ gửi các tỉnh về nghỉ lễ.", "nghỉ lễ"),
        ("Bộ Y tế vừa có Công văn số 12/BYT-DP hướng dẫn tiêm phòng.", "hướng dẫn tiêm phòng"),
        ("Thực hiện Kế hoạch số 7, được LĐLĐ tỉnh ban hành ngày 5/3/2024, về trồng cây, huyện vào cuộc.", "trồng cây"),
        ("Hướng dẫn 4/HD-TLĐ về đại hội và Công văn số 5/TLĐ về nhân sự.", "đại hội"),
    ],
)  # fmt: skip
def test_subjects(line: str, subject: str | None) -> None:
    text = Text.plain(line)
    assert words(text, find_documents(text)[0].subject) == subject


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Nghị định số 12 và 13/2024/NĐ-CP.", ["12", "13/2024/NĐ-CP"]),
        ("các Nghị quyết số 02, 03 của Bộ Chính trị", ["02", "03"]),
        ("Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"]),
        ("Ban hành quy chế mới (số 12/QC-LĐLĐ).", ["12/QC-LĐLĐ"]),
    ],
)
def test_lists_and_lone_numbers(line: str, found: list[str]) -> None:
    text = Text.plain(line)
    assert [words(text, mention.number) for mention in find_documents(text)] == found


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("Tập huấn Luật Công đoàn 2012.", "Luật Công đoàn 2012"),
        ("Theo Bộ luật Lao động năm 2019, giờ làm giảm.", "Bộ luật Lao động năm 2019"),
        ("Góp ý dự thảo Luật Bảo hiểm xã hội (sửa đổi).", "Luật Bảo hiểm xã hội (sửa đổi)"),
        ("Điều 7 Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học nói rõ.",
         "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học"),
        ("Theo Luật Cán bộ, công chức thì không được.", "Luật Cán bộ, công chức"),
        ("Hiến pháp năm 2013 ghi nhận vai trò của công đoàn.", "Hiến pháp năm 2013"),
    ],
)  # fmt: skip
def test_laws_are_their_names(line: str, subject: str) -> None:
    text, mention = only(line)
    assert (mention.type, words(text, mention.subject)) == (DocumentType.LAW, subject)


@pytest.mark.parametrize(
    ("line", "type_", "subject"),
    [
        ("LĐLĐ tỉnh ban hành kế hoạch phát triển đoàn viên năm 2022.", "plan", "phát triển đoàn viên năm 2022"),
        ("HĐND thông qua nghị quyết về tổng biên chế hành chính năm 2016 của tỉnh.", "resolution",
         "tổng biên chế hành chính năm 2016"),
        ("Triển khai Đề án “Bữa ăn ca đủ chất”.", "scheme", "Bữa ăn ca đủ chất"),
        ("Triển khai đề án thí điểm của LĐLĐ tỉnh về “Đào tạo chủ tịch cơ sở”.", "scheme", "Đào tạo chủ tịch cơ sở"),
        ("Hưởng ứng chương trình “Một triệu sáng kiến mới”.", "programme", "Một triệu sáng kiến mới"),
        ("Theo chương trình phát triển nhà ở giai đoạn 2012-2020, định hướng đến năm 2030.", "programme",
         "phát triển nhà ở giai đoạn 2012-2020, định hướng đến năm 2030"),
    ],
)  # fmt: skip
def test_acts_known_by_title_or_period(line: str, type_: str, subject: str) -> None:
    text, mention = only(line)
    assert (mention.type, words(text, mention.subject)) == (DocumentType(type_), subject)


def test_a_charter_and_the_guidance_on_it_are_two() -> None:
    text = Text.plain("Tập huấn hướng dẫn thi hành Điều lệ Công đoàn Việt Nam khóa XI cho cán bộ.")
    assert [(m.type.value, words(text, m.subject), words(text, m.term)) for m in find_documents(text)] == [
        ("guidance", "thi hành Điều lệ Công đoàn Việt Nam", "XI"),
        ("charter", "Điều lệ Công đoàn Việt Nam", "XI"),
    ]


def test_a_draft_is_marked() -> None:
    _, mention = only("Góp ý dự thảo Luật Công đoàn (sửa đổi).")
    assert mention.draft


def test_the_maker_is_in_front_of_the_verb() -> None:
    text, mention = only("Mới đây, Bộ Y tế (khóa XII) đã ban hành Kế hoạch số 4/KH-BYT.")
    assert mention.actor is not None and text.quote(mention.actor).startswith("Mới đây, Bộ Y tế")
    assert words(text, mention.term) == "XII"


@pytest.mark.parametrize(
    ("letters", "type_"), [("QĐ", "decision"), ("QH13", "law"), ("CTr", "programme"), ("BTC", None)]
)
def test_letters(letters: str, type_: str | None) -> None:
    found = type_of_letters(letters)
    assert (found.value if found else None) == type_


def test_a_subject_never_leaves_its_limit() -> None:
    text = Text.plain("về đổi mới " * 80)
    assert subject_end(text, 3, len(text.raw), sentence=0, citation=0) <= 3 + 420


def test_long_lines_are_read_in_a_moment() -> None:
    text = Text.plain("Nghị quyết số 1, 2, 3 của " * 400 + '"về' * 300)
    assert len(find_documents(text)) >= 400
