"""Bodies of every type under the names and abbreviations of the news, written out and typed."""

import pytest

from baocongdoan.facts.entities.organisations import resolve_organisations
from baocongdoan.language.text import Text
from baocongdoan.mentions.organisations import find_organisations
from baocongdoan.records import Article

# By type: what is printed, followed by "|" and words that are no part of it, and the canonical name.
NAMES = {
    "enterprise": [
        ("Cty TNHH May Sao Khuê| trao quà", "Công ty TNHH May Sao Khuê"),
        ("Công ty TNHH MTV Cấp nước Suối Đá| họp", "Công ty TNHH MTV Cấp nước Suối Đá"),
        ("CTCP Gạch Đồi Son| nộp kinh phí", "Công ty Cổ phần Gạch Đồi Son"),
        ("Công ty cổ phần Dược phẩm Hoa Sen| ký thỏa ước", "Công ty cổ phần Dược phẩm Hoa Sen"),
        ("Cty CP Giày Hồng Hạc| ký kết", "Công ty CP Giày Hồng Hạc"),
        ("DNTN Minh Hạnh| đóng góp", "DNTN Minh Hạnh"),
        ("Doanh nghiệp tư nhân Hòa Thuận| ủng hộ", "Doanh nghiệp tư nhân Hòa Thuận"),
        ("HTX Nông nghiệp Đồng Xanh| chia lãi", "Hợp tác xã Nông nghiệp Đồng Xanh"),
        ("Xí nghiệp May Tân Sơn| đối thoại", "Xí nghiệp May Tân Sơn"),
        ("Nhà máy Z751| khen thưởng", "Nhà máy Z751"),
        ("Khách sạn Hoa Hồng| đón đoàn", "Khách sạn Hoa Hồng"),
        ("Tổng Công ty CP Dệt may Phương Bắc| tổng kết", "Tổng công ty CP Dệt may Phương Bắc"),
        ("TCT Điện lực miền Bắc| báo cáo", "Tổng công ty Điện lực miền Bắc"),
        ("Tập đoàn Cao su Đất Đỏ| tuyên dương", "Tập đoàn Cao su Đất Đỏ"),
        ("Ngân hàng TMCP Á Đông| hỗ trợ", "Ngân hàng TMCP Á Đông"),
        ("NHCSXH tỉnh Hà Nam| cho vay", "Ngân hàng Chính sách xã hội tỉnh Hà Nam"),
        ("ngân hàng Lotusbank| cho vay", "Ngân hàng Lotusbank"),
        ("Ngân hàng Vietcombank| cho vay", "Ngân hàng Vietcombank"),
        ("HMX Group| ký kết", "HMX Group"),
        ("Sao Khuê Group| ký kết", "Sao Khuê Group"),
    ],
    "school": [
        ("Trường THPT Lê Văn Tám| đoạt giải", "Trường Trung học phổ thông Lê Văn Tám"),
        ("THCS Nguyễn Du| tổ chức", "Trường Trung học cơ sở Nguyễn Du"),
        ("THCS - THPT Sao Khuê| tổ chức", "Trường Trung học cơ sở - Trung học phổ thông Sao Khuê"),
        ("Trường THCS và THPT Sao Khuê| ra quân", "Trường Trung học cơ sở và Trung học phổ thông Sao Khuê"),
        ("Trường TH&THCS Tân Lập| ra quân", "Trường Tiểu học và Trung học cơ sở Tân Lập"),
        ("Trường TH Kim Đồng| khai giảng", "Trường Tiểu học Kim Đồng"),
        ("trường mầm non Hoa Ban| nhận quà", "Trường mầm non Hoa Ban"),
        ("Trường PTDTNT tỉnh Lai Châu| họp", "Trường Phổ thông Dân tộc nội trú tỉnh Lai Châu"),
        ("Trường CĐ nghề Hà Nam| tuyển sinh", "Trường Cao đẳng nghề Hà Nam"),
        ("ĐH Bách khoa Hà Nội| ký kết", "Đại học Bách khoa Hà Nội"),
        ("Học viện Tài chính| tổ chức", "Học viện Tài chính"),
    ],
    "state": [
        ("BV Đa khoa tỉnh Hà Nam| khám bệnh", "Bệnh viện Đa khoa tỉnh Hà Nam"),
        ("Bệnh viện Đa khoa huyện Thanh Liêm| tiếp nhận", "Bệnh viện Đa khoa huyện Thanh Liêm"),
        ("TTYT huyện Bình Lục| tiêm phòng", "Trung tâm Y tế huyện Bình Lục"),
        ("Trạm Y tế xã Tân Sơn| tiêm phòng", "Trạm Y tế xã Tân Sơn"),
        ("CDC Hà Nam| khuyến cáo", "Trung tâm Kiểm soát bệnh tật tỉnh Hà Nam"),
        ("Trung tâm DVVL tỉnh Hà Nam| giới thiệu", "Trung tâm Dịch vụ việc làm tỉnh Hà Nam"),
        ("UBND tỉnh Hà Nam| ban hành", "Ủy ban nhân dân tỉnh Hà Nam"),
        ("HĐND thành phố Phủ Lý| thông qua", "Hội đồng nhân dân thành phố Phủ Lý"),
        ("Đoàn ĐBQH tỉnh Hà Nam| tiếp xúc", "Đoàn đại biểu Quốc hội tỉnh Hà Nam"),
        ("Sở LĐ-TB&XH Hà Nam| kiểm tra", "Sở Lao động - Thương binh và Xã hội tỉnh Hà Nam"),
        ("Phòng GD&ĐT huyện Bình Lục| khen", "Phòng Giáo dục và Đào tạo huyện Bình Lục"),
        ("Bộ LĐ-TB&XH| trả lời", "Bộ Lao động - Thương binh và Xã hội"),
        ("BHXH tỉnh Hà Nam| thu nợ", "Bảo hiểm xã hội tỉnh Hà Nam"),
        ("TAND tỉnh Hà Nam| xét xử", "Tòa án nhân dân tỉnh Hà Nam"),
        ("Viện KSND tỉnh Hà Nam| truy tố", "Viện kiểm sát nhân dân tỉnh Hà Nam"),
        ("Cục Quản lý khám, chữa bệnh| hướng dẫn", "Cục Quản lý khám, chữa bệnh"),
        ("Phòng Cảnh sát kinh tế Công an tỉnh Hà Nam| điều tra", "Công an tỉnh Hà Nam"),
        ("Bộ CHQS tỉnh Hà Nam| tuyển quân", "Bộ Chỉ huy Quân sự tỉnh Hà Nam"),
        ("Bộ Chỉ huy Quân sự tỉnh Hà Nam| tuyển quân", "Bộ Chỉ huy Quân sự tỉnh Hà Nam"),
        ("BQL các KCN tỉnh Hà Nam| kiểm tra", "Ban Quản lý các Khu công nghiệp tỉnh Hà Nam"),
        ("Hội đồng Trọng tài lao động tỉnh Hà Nam| họp", "Hội đồng Trọng tài lao động tỉnh Hà Nam"),
        ("Ban ATGT tỉnh Hà Nam| ra quân", "Ban An toàn giao thông tỉnh Hà Nam"),
        ("Chi cục Thuế khu vực Phủ Lý| thu", "Chi cục Thuế khu vực Phủ Lý"),
        ("UBND thủ đô Hà Nội| họp", "Ủy ban nhân dân thành phố Hà Nội"),
    ],
    "party": [
        ("Tỉnh ủy Hà Nam| chỉ đạo", "Tỉnh ủy Hà Nam"),
        ("Ban Tổ chức Huyện ủy Bình Lục| họp", "Huyện ủy Bình Lục"),
        ("Đảng ủy Khối các cơ quan tỉnh Hà Nam| họp", "Đảng ủy Khối các cơ quan tỉnh Hà Nam"),
        ("Đảng ủy Khối Doanh nghiệp Trung ương| họp", "Đảng ủy Khối Doanh nghiệp Trung ương"),
        ("Chi bộ Công ty TNHH Sao Mai| kết nạp", "Chi bộ Công ty TNHH Sao Mai"),
        ("Trung ương Đảng| ban hành", "Đảng Cộng sản Việt Nam"),
    ],
    "press": [
        ("Báo Hà Nam| đưa tin", "Báo Hà Nam"),
        ("Tạp chí Lao động và Công đoàn| đăng", "Tạp chí Lao động và Công đoàn"),
        ("Báo Công Thương| đăng", "Báo Công Thương"),
        ("báo Giáo dục và Đời sống| đăng", "Báo Giáo dục và Đời sống"),
        ("Tiền Phong Online| đăng", "Tiền Phong Online"),
        ("Đài PT-TH Hà Nam| phát sóng", "Đài Phát thanh - Truyền hình tỉnh Hà Nam"),
        ("Đài Tiếng nói Việt Nam| phát sóng", "Đài Tiếng nói Việt Nam"),
    ],
    "association": [
        ("UBMTTQ Việt Nam tỉnh Hà Nam| kêu gọi", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Nam"),
        ("UBMTTQVN tỉnh Hà Nam| kêu gọi", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Nam"),
        ("Ủy ban MTTQ huyện Bình Lục| kêu gọi", "Ủy ban Mặt trận Tổ quốc huyện Bình Lục"),
        ("đoàn Luật sư tỉnh Hà Nam| bào chữa", "Đoàn Luật sư tỉnh Hà Nam"),
        ("Hội LHPN tỉnh Hà Nam| phát động", "Hội Liên hiệp Phụ nữ tỉnh Hà Nam"),
        ("Hội LHTN Việt Nam tỉnh Hà Nam| họp", "Hội Liên hiệp Thanh niên Việt Nam tỉnh Hà Nam"),
        ("Hội CCB huyện Bình Lục| họp", "Hội Cựu chiến binh huyện Bình Lục"),
        ("Đoàn TNCS Hồ Chí Minh tỉnh Hà Nam| họp", "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Hà Nam"),
        ("Liên minh HTX tỉnh Hà Nam| họp", "Liên minh Hợp tác xã tỉnh Hà Nam"),
        ("Liên hiệp các Hội KHKT tỉnh Hà Nam| họp", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hà Nam"),
        ("Hiệp hội Sợi Việt Nam| kiến nghị", "Hiệp hội Sợi Việt Nam"),
        ("VCCI| kiến nghị", "Phòng Thương mại và Công nghiệp Việt Nam"),
    ],
    "union": [
        ("CĐCS Công ty TNHH Sao Mai| ra mắt", "Công đoàn cơ sở Công ty TNHH Sao Mai"),
        ("CĐ ngành GD tỉnh Hà Nam| họp", "Công đoàn ngành Giáo dục tỉnh Hà Nam"),
        ("LĐLĐ TX Duy Tiên| họp", "Liên đoàn Lao động thị xã Duy Tiên"),
        ("CĐCS DNTN Mai Hạnh| ra mắt", "Công đoàn cơ sở DNTN Mai Hạnh"),
        ("Công đoàn Vinamilk| ra mắt", "Công đoàn Vinamilk"),
        ("CĐ Sunwa Vina| ra mắt", "Công đoàn Sunwa Vina"),
        ("CĐ cơ quan Bộ Xây dựng| ra mắt", "Công đoàn cơ quan Bộ Xây dựng"),
        ("công đoàn Dệt may Việt Nam| họp", "Công đoàn Dệt May Việt Nam"),
        ("CĐ Công nghiệp hóa chất VN| họp", "Công đoàn Công nghiệp Hóa chất Việt Nam"),
        ("Công đoàn Ngân hàng Lotusbank| ra mắt", "Công đoàn Ngân hàng Lotusbank"),
        ("Công đoàn THPT Lê Văn Tám| ra mắt", "Công đoàn Trường Trung học phổ thông Lê Văn Tám"),
        ("Nghiệp đoàn nghề cá xã Hải Triều| ra mắt", "Nghiệp đoàn nghề cá xã Hải Triều"),
    ],
    "other": [
        ("Nhà Văn hóa Lao động tỉnh Hà Nam| mở cửa", "Nhà Văn hóa Lao động tỉnh Hà Nam"),
        ("Quỹ Bảo trợ trẻ em tỉnh Hà Nam| trao", "Quỹ Bảo trợ trẻ em tỉnh Hà Nam"),
        ("ILO| khuyến nghị", "Tổ chức Lao động quốc tế"),
    ],
}


@pytest.mark.parametrize(
    ("type_", "printed", "name"), [(type_, printed, name) for type_, rows in NAMES.items() for printed, name in rows]
)
def test_type_and_name(type_: str, printed: str, name: str) -> None:
    quote, rest = printed.split("|")
    text = Text.plain(quote + rest)
    found = resolve_organisations(find_organisations(text), text, Article(id="a", origin="-", published="2024-05-01"))
    assert [(body.quote, body.type, body.name) for body in found.organisations] == [(quote, type_, name)]


@pytest.mark.parametrize(
    "line",
    [
        "CDC Mỹ khuyến cáo",
        "trường học, bệnh viện, công ty",
        "một nghiệp đoàn mới",
        "các ngân hàng cho vay",
        "Theo Group này, công đoàn cơ quan họp",
        "công đoàn dệt may ở các nước",
        "Báo giá mới, ảnh: Tuổi Trẻ Online",
        "tuổi trẻ online mua sắm",
    ],
)
def test_none(line: str) -> None:
    text = Text.plain(line)
    assert resolve_organisations(find_organisations(text), text, Article(id="a", origin="-")).organisations == ()
