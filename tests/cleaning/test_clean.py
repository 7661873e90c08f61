"""Pages to articles. In a page below, each line's expected role stands in front of it."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from baocongdoan.cleaning import clean
from baocongdoan.errors import InputError
from baocongdoan.pages.html import read_html
from baocongdoan.pages.text import read_text
from baocongdoan.records import Article, Role

ROLES = {"T": Role.TITLE, "M": Role.META, "B": Role.BODY, "C": Role.CAPTION, "-": Role.BOILERPLATE}

PORTAL = """
- CÔNG ĐOÀN NGÀNH GỖ TỈNH AN BÌNH
- Trang chủ | Giới thiệu | Tin tức | Liên hệ
- Trang chủ » Tin tức » Cơ sở

T Công đoàn ngành Gỗ: 12 tổ thợ mộc vào đội thi tay nghề
M (Ngày đăng : 7.5.2021)
- Cỡ chữ: A- A A+

B Sáng 6.5, Công đoàn ngành Gỗ tỉnh An Bình khai mạc hội thi tay nghề cho thợ mộc của 9 doanh nghiệp trong tỉnh.
B Ban tổ chức chấm theo ba vòng; vòng cuối, mỗi tổ phải đóng xong một bộ bàn ghế học sinh trong tám giờ.

C Các tổ thi đo, cắt phôi trong vòng một

B Kết quả sẽ được công bố vào dịp Ngày truyền thống của ngành, cùng với lễ trao học bổng cho con em thợ giỏi.

M L.T.V

- Các tin khác
- - Trao 2 nhà cho thợ xẻ nghèo (04.05.2021)
- - Tập huấn kế toán công đoàn cho 41 người (28.04.2021)
- Số lượt truy cập: 45.880
- Địa chỉ: Số 3 phố Hàng Mộc. Điện thoại: 0200.1234
"""

NEWSPAPER = """
- e magazine
M 02/11/2023 10:53
T Thợ lò Vàng Sơn giữ nhịp ca ba

M 02/11/2023 10:53

B Ở mỏ Vàng Sơn, ca ba bắt đầu khi phố núi đã tắt đèn, và tổ công đoàn là nơi giữ cho bữa cơm khuya lúc nào cũng nóng.
- Thợ lò Vàng Sơn giữ nhịp ca ba
C Bữa cơm giữa ca của tổ đào lò số 2.

B Anh Mạc Văn Tứ, tổ trưởng, kể rằng mười năm trước thợ phải mang cơm nguội vào lò; nay bếp của công đoàn nấu tại chỗ.

- Vàng Sơn có thêm hai nghiệp đoàn bốc xếp
- Hơn 300 thợ được khám phổi miễn phí ở Bãi Dài
- Trao xe lăn cho thợ gặp nạn tại Khe Tre

B Từ đầu năm, công đoàn mỏ đã thay toàn bộ tủ sấy quần áo và lắp thêm bốn phòng tắm nước nóng ở cửa lò.

C Thợ lò Vàng Sơn giữ nhịp ca baMột góc nhà ăn ca của mỏ.

B Bữa ăn ca được nâng lên ba mươi lăm nghìn đồng, tiền trích từ quỹ phúc lợi và phần hỗ trợ của công đoàn cấp trên.

M Thực hiện: TỐ UYÊN

- Phố núi mở chợ phiên Phố núi mở chợ phiên

- Sáng 30/10, chợ phiên đầu tiên của mùa đông đã họp ở chân đèo, với hơn 200 gian hàng của bà con các bản ...

- Xem phiên bản di động
"""

AGENCY = """
T Tổ chức lại bữa ăn ca ở cảng Cồn Vành

B Công đoàn cảng đề nghị bếp ăn công khai thực đơn từng tuần.

B Chiều 3/4, công đoàn cảng Cồn Vành làm việc với nhà thầu bếp ăn sau khi thợ bốc xếp phản ánh suất ăn nguội.
C Bếp ăn ca của cảng Cồn Vành.
B Theo thỏa thuận mới, thực đơn được dán ở cửa nhà ăn từ chiều thứ Sáu.
B Nhà thầu cũng phải cân lại định lượng.
- Xem thêm: Bến xe mở bếp ăn miễn phí
B Tổ công đoàn cử người kiểm tra mỗi ngày.
M Hữu Lộc


C Bếp ăn ca của cảng Cồn Vành.
C Thợ bốc xếp ăn trưa tại bến - Ảnh: HỮU LỘC
"""

LISTS = """
- Thời sự
- Công đoàn
T Làng dệt Phương La có nghiệp đoàn đầu tiên
M Công đoàn 20/04/2022 16:48
B (CĐTB) Hơn sáu mươi thợ dệt ở làng Phương La vừa lập nghiệp đoàn, bầu bà Nhâm Thị Sợi làm chủ tịch lâm thời.
- ![]() |
C | Thợ dệt bỏ phiếu bầu ban chấp hành lâm thời |
B Nghiệp đoàn đặt mục tiêu thương lượng giá gia công với ba chủ xưởng lớn nhất làng ngay trong quý này.
M Bùi Thoa
- Có thể bạn quan tâm
- Nên xem
- Ba xưởng nhuộm phải dừng vì nước thải
- Làng nghề vào vụ khăn Tết
- Tin khác
- Hội chợ hàng thủ công mở cửa đến hết tuần
- Kinh tế 19/04/2022 09:31
- Quỳnh Côi sửa 12 km đường làng
- Giao thông 18/04/2022 20:05
"""

RESUMED = """
T Nữ công nhân Dệt Sông Trà có phòng vắt sữa

M Thứ Hai, 4/3/2024, 09:00
- Chia sẻ Facebook Zalo

B Sau nhiều lần đối thoại, công ty Dệt Sông Trà đã dành hai phòng có điều hòa cho nữ công nhân nuôi con nhỏ.

- Tin liên quan
- Sông Trà đối thoại quý một
- Dệt Sông Trà tuyển thêm 200 thợ

B Mỗi phòng có tủ lạnh, ghế tựa và sổ theo dõi do tổ nữ công giữ. Chị em được nghỉ thêm sáu mươi phút mỗi ngày.

B Ban nữ công cho biết sẽ khảo sát để mở thêm phòng thứ ba ở xưởng sợi trước tháng Sáu.

M Theo Báo Thợ Dệt

- Ý kiến bạn đọc (0)
- Họ và tên
- Gửi bình luận
"""

PAGES = {"portal": PORTAL, "newspaper": NEWSPAPER, "agency": AGENCY, "lists": LISTS, "resumed": RESUMED}


def split(marked: str) -> tuple[str, list[Role]]:
    lines = marked.strip("\n").split("\n")
    return "\n".join(line[2:] for line in lines), [ROLES[line[0]] for line in lines if line]


def article(name: str) -> Article:
    return clean(read_text(split(PAGES[name])[0]))


@pytest.mark.parametrize("name", PAGES)
def test_roles(name: str) -> None:
    text, roles = split(PAGES[name])
    found = clean(read_text(text))
    told = [f"{line.role.value} ({line.why}): {text.splitlines()[line.line - 1]}" for line in found.lines]
    assert [line.role for line in found.lines] == roles, "\n".join(told)


@pytest.mark.parametrize("name", PAGES)
def test_roles_do_not_hang_on_blank_lines(name: str) -> None:
    """What is kept stays the same when every line is followed by a blank one."""
    text, roles = split(PAGES[name])
    loose = "\n\n".join(line for line in text.split("\n") if line.strip())
    assert [line.role.kept for line in clean(read_text(loose)).lines] == [role.kept for role in roles]


METADATA = [
    ("portal", "2021-05-07", ("L.T.V",), None),
    ("newspaper", "2023-11-02T10:53:00+07:00", ("TỐ UYÊN",), None),
    ("agency", None, ("Hữu Lộc",), None),
    ("lists", "2022-04-20T16:48:00+07:00", ("Bùi Thoa",), None),
    ("resumed", "2024-03-04T09:00:00+07:00", (), "Báo Thợ Dệt"),
]


@pytest.mark.parametrize(("name", "published", "authors", "source"), METADATA)
def test_metadata(name: str, published: str | None, authors: tuple[str, ...], source: str | None) -> None:
    found = article(name)
    assert (found.published, found.authors, found.source) == (published, authors, source)


def test_the_day_below_the_headline_is_the_publications() -> None:
    page = """Báo Hoa Mai Online
Công đoàn ngành Dệt: Đại hội lần thứ V, nhiệm kỳ 2018- 2023
Công đoàn ngành Dệt: Đại hội lần thứ V, nhiệm kỳ 2018- 2023

05/11/2019 - 09:10

 - Đại hội lần thứ V, nhiệm kỳ 2018-2023 của Công đoàn ngành Dệt tỉnh Hà Nam vừa khai mạc ngày 5-11 với 90 đại biểu.

A A

Nhiệm kỳ qua, các cấp công đoàn trong ngành kết nạp 700 đoàn viên, mở 12 lớp tập huấn cho cán bộ.
"""
    assert clean(read_text(page)).published == "2019-11-05T09:10:00+07:00"


def test_a_newspapers_name_is_no_headline() -> None:
    page = "Báo Hoa Mai điện tử\nTrang chủ > Xã hội\nMở lớp cho thợ mới\n09:15, 12/03/2024\n\nCông đoàn mở lớp.\n"
    assert clean(read_text(page)).title == "Mở lớp cho thợ mới"


BYLINES = [
    ("Bài, ảnh: Hà Vân", ("Hà Vân",)),
    ("Bài: Hà Vân - Ảnh: Tố Uyên", ("Hà Vân",)),
    ("Thực hiện: Lê Phan – Hoàng Diễm", ("Lê Phan", "Hoàng Diễm")),
    ("Hà Vân (tổng hợp)", ("Hà Vân",)),
    ("Hà Vân thực hiện", ("Hà Vân",)),
    ("Tố Uyên, Hà Vân", ("Tố Uyên", "Hà Vân")),
    ("VThao", ("VThao",)),
    ("Người viết tin: T.K", ("T.K",)),
    ("Tác giả: Hà Vân - 12/03/2024", ("Hà Vân",)),
    ("(Tổng hợp)", ()),
    ("Video: Hà Vân", ()),
]


DATELINES = [
    ("H.V | 12/03/2024 09:15", ("H.V",)),
    ("M.Khôi - 12.03.2024, 09:15", ("M.Khôi",)),
    ("TP.HCM | 12/03/2024 09:15", ()),
    ("V.League | 12/03/2024 09:15", ()),
    ("LÊ VÂN | 12/03/2024 09:15", ("LÊ VÂN",)),
]


@pytest.mark.parametrize(("line", "authors"), DATELINES)
def test_initials_beside_the_date(line: str, authors: tuple[str, ...]) -> None:
    page = f"Mở lớp cho thợ mới\n\n{line}\n\nCông đoàn cảng vừa mở lớp cho 40 thợ mới vào nghề.\n"
    assert clean(read_text(page)).authors == authors


@pytest.mark.parametrize(("line", "authors"), BYLINES)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    page = f"Mở lớp cho thợ mới\n\nCông đoàn cảng vừa mở lớp cho 40 thợ mới vào nghề.\n\n{line}\n"
    found = clean(read_text(page))
    assert found.authors == authors
    assert found.lines[-1].role is Role.META


@pytest.mark.parametrize("name", PAGES)
def test_offsets_point_at_the_kept_lines(name: str) -> None:
    found = article(name)
    kept = [line for line in found.lines if line.start is not None]
    assert [line.role.kept for line in kept] == [True] * len(kept)
    assert len(found.text.split("\n")) == len(kept)
    assert all(line.start == 0 or found.text[line.start - 1] == "\n" for line in kept if line.start is not None)


@pytest.mark.parametrize("text", ["LĐLĐ huyện Kỳ Sơn trao 30 suất quà", "Mở lớp\nLĐLĐ huyện Kỳ Sơn mở lớp."])
def test_the_shortest_pages_are_articles(text: str) -> None:
    assert clean(read_text(text)).text == text


def test_unstripped_every_line_is_body() -> None:
    found = clean(read_text("Trang chủ\n\nMở lớp cho thợ mới\n5/3/2020"), strip=False)
    assert found.text == "Trang chủ\nMở lớp cho thợ mới\n5/3/2020"
    assert {line.role for line in found.lines} == {Role.BODY}
    assert (found.title, found.published) == (None, None)


def test_the_callers_date_goes_before_the_pages() -> None:
    page = read_text("Mở lớp cho thợ\n5/3/2020\nLĐLĐ huyện mở lớp cho 40 thợ.", published="2020-03-06")
    assert clean(page).published == "2020-03-06"


def test_the_id_comes_from_the_address_else_from_the_text() -> None:
    text = "Mở lớp cho thợ\nLĐLĐ huyện mở lớp cho 40 thợ."
    ids = [clean(read_text(text, origin=origin, url=url)).id for origin, url in [("a", None), ("b", None)]]
    addressed = clean(read_text(text, url="https://www.cd.example/1"))
    assert ids[0] == ids[1] != addressed.id
    assert addressed.site == "cd.example"


SITES = [
    ("HUYỆN LỤC YÊN - TỈNH YÊN BÁI", True),
    ("HUYỆN LỤC YÊN", False),
    ("Báo Đồng Tháp Online | Cơ quan của Đảng bộ tỉnh Đồng Tháp", True),
    ("CỔNG THÔNG TIN ĐIỆN TỬ TỈNH NINH THUẬN", True),
    ("Kiên Giang Online", True),
    ("Báo Ninh Thuận điện tử » Xã hội", True),
    ("Báo cáo kết quả » Xã hội", False),
    ("Trang chủ | Thời sự | Xã hội", False),
]


@pytest.mark.parametrize(("line", "is_name"), SITES)
def test_the_line_at_the_top_that_names_the_site_is_it(line: str, is_name: bool) -> None:
    page = read_text(f"{line}\n\nMở lớp cho thợ mới\n5/3/2020\nLĐLĐ huyện mở lớp cho 40 thợ.")
    assert clean(page).site == (line if is_name else None)
    addressed = read_text(
        "\n".join([line, "Mở lớp cho thợ", "LĐLĐ huyện mở lớp cho 40 thợ."]), url="https://cd.example/1"
    )
    assert clean(addressed).site == "cd.example"


def test_a_line_printed_twice_in_a_row_is_a_caption() -> None:
    shown = "Liên đoàn Lao động tỉnh trao biểu trưng mái ấm cho thợ."
    prose = "LĐLĐ huyện đã mở lớp cho 40 thợ mới về nghề hàn, nghề tiện và an toàn lao động trong ba ngày."
    found = clean(
        read_text(f"Mở lớp cho thợ mới\n\n{prose}\n\n{shown}\n\n{shown}\n\n{prose[:-1]} qua.\n"), rules_only=True
    )
    assert [line.role for line in found.lines if line.line in (5, 7)] == [Role.CAPTION] * 2
    lead = clean(read_text(f"Mở lớp cho thợ mới\n\n{shown}\n\n{shown}\n\n{prose}\n"), rules_only=True)
    assert Role.CAPTION not in {line.role for line in lead.lines}


REFUSED = {
    "menus": ("Trang chủ\nTin tức\nĐăng nhập\n© 2022 Báo Thợ", "no paragraph"),
    "links": ("\n".join(f"Công đoàn xưởng {n} trao quà Tết" for n in range(12)), "no paragraph"),
    "English": ("The union opened eight classes on Monday.\nMore will follow, it said.", "not Vietnamese"),
    "no marks": ("Cong doan huyen mo tam lop cho can bo moi.", "not Vietnamese"),
    "markup": ("Facebook Zalo\n![](a.png)", "article|paragraph"),
}


@pytest.mark.parametrize(("text", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_pages_without_an_article_are_refused(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        clean(read_text(text))


# ---- time -----------------------------------------------------------------------------------------------------------

SENTENCE = "Sáng nay, LĐLĐ tỉnh mở lớp tập huấn cho 120 cán bộ công đoàn cơ sở, kéo dài ba ngày."
MANY = {  # what may stand on a page again and again: before the article, a line, behind the article
    "table cells below the prose": ("<h1>Mở lớp tập huấn</h1>" + 3 * f"<p>{SENTENCE}</p>", "<td>tổ số {0}</td>", ""),
    "lines cut off below the prose": (f"Mở lớp tập huấn\n\n{SENTENCE}\n{SENTENCE}\n", "tổ sản xuất số {0}...\n", ""),
    "links above the prose": ("<h1>Tin tức</h1>", "<p>Xã số {0} có lớp tập huấn</p>", f"<p>{SENTENCE}</p>"),
    "teasers": ("", "<h3><a href=x>Xã số {0} mở lớp</a></h3><p>Sáng nay, xã số {0} đã mở lớp.</p>", ""),
    "days of other articles": (f"<h1>Mở lớp</h1><p>{SENTENCE}</p>", "<p>5/3/2024</p><p>Bài số {0}</p>", ""),
    "credits": (f"Mở lớp\n\n{SENTENCE}\n", "Sáng nay tổ {0} đi làm.\nẢnh: Hà Vân\n", f"{SENTENCE}\n"),
}


def seconds(name: str, numbers: range) -> float:
    before, line, behind = MANY[name]
    source = before + "".join(map(line.format, numbers)) + behind
    page = read_html(source) if "<" in source else read_text(source)
    started = time.process_time()
    with suppress(InputError):  # a list of teasers is no article
        clean(page)
    return time.process_time() - started


@pytest.mark.parametrize("name", MANY)
def test_time_grows_with_the_lines_alone(name: str) -> None:
    # each time other lines, because those seen before are remembered
    once = min(seconds(name, range(first, first + 300)) for first in (10_000, 20_000, 30_000))
    tenfold = seconds(name, range(40_000, 43_000))

    assert tenfold <= 40 * once + 0.3  # where it grew with their square: a hundred times as long
