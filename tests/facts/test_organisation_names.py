"""Canonical names of organisations that stand alone, with level and province."""

import pytest

from .conftest import directory

NAMES = [
    # line, (name, level, province) of the first organisation
    ("CĐ ngành Xây dựng - Giao thông Hà Nam", "Công đoàn ngành Xây dựng - Giao thông Hà Nam", "sector", "Hà Nam"),
    ("Công đoàn Thuốc lá Việt Nam họp", "Công đoàn Thuốc lá Việt Nam", None, None),
    ("Đảng ủy các KCN tỉnh Hà Nam họp", "Đảng ủy các Khu công nghiệp tỉnh Hà Nam", None, "Hà Nam"),
    ("Đảng ủy Khu Kinh tế Hải Phòng họp", "Đảng ủy Khu kinh tế Hải Phòng", None, "Hải Phòng"),
    ("Liên hiệp Công đoàn tỉnh Champasak thăm", "Liên hiệp Công đoàn tỉnh Champasak", None, None),
    ("Công ty CP Hoa tiêu Cửa Sông", "Công ty CP Hoa tiêu Cửa Sông", None, None),
    ("Công ty Bảo Nam Nhân thọ Sơn La", "Công ty Bảo Nam Nhân thọ Sơn La", None, "Sơn La"),
    ("Công đoàn (CĐ) Dệt may Việt Nam", "Công đoàn Dệt May Việt Nam", "sector", None),
    ("công đoàn cơ sở của Công ty TNHH Hoa Mai họp", "Công đoàn cơ sở Công ty TNHH Hoa Mai", "grassroots", None),
    ("CĐCS của CĐ ngành Giáo dục Hà Nam họp", "Công đoàn ngành Giáo dục Hà Nam", "sector", "Hà Nam"),
    ("Công đoàn Công ty Địa chất mỏ chăm lo thợ khoan", "Công đoàn Công ty Địa chất mỏ", "grassroots", None),
    ("Công ty Xây lắp hầm lò Vàng Danh thưởng Tết", "Công ty Xây lắp hầm lò Vàng Danh", None, None),
    ("LĐLĐ tỉnh Yên Bái họp", "Liên đoàn Lao động tỉnh Yên Bái", "provincial", "Yên Bái"),
    ("LĐLĐ Đồng Nai chi quà", "Liên đoàn Lao động tỉnh Đồng Nai", "provincial", "Đồng Nai"),
    ("Công đoàn tỉnh Bạc Liêu", "Liên đoàn Lao động tỉnh Bạc Liêu", "provincial", "Bạc Liêu"),
    ("Công đoàn TP. HCM", "Liên đoàn Lao động Thành phố Hồ Chí Minh", "provincial", "Hồ Chí Minh"),
    ("Liên đoàn Lao động Thủ đô", "Liên đoàn Lao động thành phố Hà Nội", "provincial", "Hà Nội"),
    ("LĐLĐ Dương Kinh", "Liên đoàn Lao động quận Dương Kinh", "district", "Hải Phòng"),
    ("LĐLĐ TP Hải Dương", "Liên đoàn Lao động thành phố Hải Dương", "district", "Hải Dương"),
    ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh", "provincial", None),
    ("Tổng LĐLĐVN", "Tổng Liên đoàn Lao động Việt Nam", "national", None),
    ("Liên đoàn Lao động Việt Nam", "Tổng Liên đoàn Lao động Việt Nam", "national", None),
    ("CĐ các KCN tỉnh Ninh Bình", "Công đoàn các Khu công nghiệp tỉnh Ninh Bình", "zone", "Ninh Bình"),
    ("CĐ Ngành Y tế Việt Nam", "Công đoàn ngành Y tế Việt Nam", "sector", None),
    ("Công đoàn Dầu khí Việt Nam", "Công đoàn Dầu khí Việt Nam", None, None),
    ("CĐCS Trường THCS Kim Đồng", "Công đoàn cơ sở Trường Trung học cơ sở Kim Đồng", "grassroots", None),
    ("Sở GTVT TP. Hà Nội", "Sở Giao thông Vận tải thành phố Hà Nội", None, "Hà Nội"),
    ("Sở Y tế Nghệ An", "Sở Y tế tỉnh Nghệ An", None, "Nghệ An"),
    (
        "Công ty TNHH MTV Dịch vụ khảo sát và công trình ngầm Lam Hà nộp 2 tỷ đồng",
        "Công ty TNHH MTV Dịch vụ khảo sát và công trình ngầm Lam Hà",
        None,
        None,
    ),
    # a guild by a trade of several words, and a commune by a letter
    (
        "Nghiệp đoàn tài xế công nghệ phường Tân Hòa B họp",
        "Nghiệp đoàn tài xế công nghệ phường Tân Hòa B",
        "grassroots",
        None,
    ),
    ("Nghiệp đoàn bốc xếp chợ đầu mối Hoa Mai họp", "Nghiệp đoàn bốc xếp chợ đầu mối Hoa Mai", "grassroots", None),
    # an office for several provinces has a number
    ("Kho bạc Nhà nước khu vực IV họp", "Kho bạc Nhà nước khu vực IV", None, None),
    ("TAND khu vực 6 xét xử", "Tòa án nhân dân khu vực 6", None, None),
    ("Công đoàn BHXH khu vực II họp", "Công đoàn Bảo hiểm xã hội khu vực II", "grassroots", None),
    # a firm by its trade and its own name; "Than Uyên" is a district
    ("Công đoàn Xi măng Hoa Mai họp", "Công đoàn Xi măng Hoa Mai", "grassroots", None),
    ("Công đoàn Than Uyên họp", "Liên đoàn Lao động huyện Than Uyên", "district", "Lai Châu"),
    ("CĐCS Văn phòng Sở Nội vụ tỉnh Hà Nam", "Công đoàn cơ sở Văn phòng Sở Nội vụ tỉnh Hà Nam", "grassroots", "Hà Nam"),
    ("Công đoàn Công an tỉnh Hà Nam họp", "Công đoàn Công an tỉnh Hà Nam", "grassroots", "Hà Nam"),
    ("Thành ủy Hà Nội", "Thành ủy Hà Nội", None, "Hà Nội"),
    ("Thành ủy TP.HCM", "Thành ủy Thành phố Hồ Chí Minh", None, "Hồ Chí Minh"),
    ("Quận ủy quận 1", "Quận ủy quận 1", None, "Hồ Chí Minh"),
    ("LĐLĐ quận 1", "Liên đoàn Lao động quận 1", "district", "Hồ Chí Minh"),
    ("Nghiệp đoàn xe ôm chợ Hoa Mai hiện có", "Nghiệp đoàn xe ôm chợ Hoa Mai", "grassroots", None),
    ("UBND phường Hòa Khánh Bắc cấp phát", "Ủy ban nhân dân phường Hòa Khánh Bắc", None, None),
    ("Phòng Tài chính - Kế hoạch huyện Lục Ngạn", "Phòng Tài chính - Kế hoạch huyện Lục Ngạn", None, "Bắc Giang"),
    ("Trạm Chăn nuôi và Thú y huyện Thọ Xuân", "Trạm Chăn nuôi và Thú y huyện Thọ Xuân", None, "Thanh Hóa"),
    ("Agribank Chi nhánh tỉnh Lào Cai tài trợ", "Agribank Chi nhánh tỉnh Lào Cai", None, "Lào Cai"),
    (
        "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Bình Lục khai giảng",
        "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Bình Lục",
        None,
        "Hà Nam",
    ),
    ("Trung tâm Bảo trợ xã hội tỉnh Hà Nam là nơi", "Trung tâm Bảo trợ xã hội tỉnh Hà Nam", None, "Hà Nam"),
    (
        "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn tỉnh Hà Nam có",
        "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn tỉnh Hà Nam",
        None,
        "Hà Nam",
    ),
    (
        "Trung tâm Quan trắc tài nguyên và môi trường tỉnh Hà Nam có",
        "Trung tâm Quan trắc tài nguyên và môi trường tỉnh Hà Nam",
        None,
        "Hà Nam",
    ),
    (
        "Chi cục Trồng trọt và Bảo vệ thực vật tỉnh Sơn La họp",
        "Chi cục Trồng trọt và Bảo vệ thực vật tỉnh Sơn La",
        None,
        "Sơn La",
    ),
    ("Hạt Kiểm lâm huyện Con Cuông họp", "Hạt Kiểm lâm huyện Con Cuông", None, "Nghệ An"),
    ("Ban Quản lý rừng phòng hộ Sông Hinh có", "Ban Quản lý rừng phòng hộ Sông Hinh", None, "Phú Yên"),
    ("Phòng Kinh tế và Hạ tầng huyện Bình Lục họp", "Phòng Kinh tế và Hạ tầng huyện Bình Lục", None, "Hà Nam"),
    ("Quỹ Hỗ trợ nông dân tỉnh Hà Nam cho vay", "Quỹ Hỗ trợ nông dân tỉnh Hà Nam", None, "Hà Nam"),
    ("Bưu điện tỉnh Hà Nam phối hợp", "Bưu điện tỉnh Hà Nam", None, "Hà Nam"),
    ("Công ty TNHH MTV Xổ số kiến thiết Sơn La tài trợ", "Công ty TNHH MTV Xổ số kiến thiết Sơn La", None, "Sơn La"),
    ("Công ty CP Đầu tư xây dựng số 9 nợ lương", "Công ty CP Đầu tư xây dựng số 9", None, None),
    ("Công ty CP Dệt may 29/3 cam kết", "Công ty CP Dệt may 29/3", None, None),
    ("LĐLĐ quận 200 phần quà", "Liên đoàn Lao động quận", "district", None),  # a count, no name
    ("LĐLĐ huyện 5 suất", "Liên đoàn Lao động huyện", "district", None),
    ("LĐLĐ huyện Châu Thành", "Liên đoàn Lao động huyện Châu Thành", "district", None),  # of many provinces
    ("Công đoàn Khu kinh tế tỉnh Nghệ An", "Công đoàn Khu kinh tế tỉnh Nghệ An", "zone", "Nghệ An"),
    ("kết nạp vào Đảng", "Đảng Cộng sản Việt Nam", None, None),
    ("NHNN", "Ngân hàng Nhà nước Việt Nam", None, None),
    ("Công ty TNHH Hoa Mai (Tây Ninh)", "Công ty TNHH Hoa Mai", None, "Tây Ninh"),
    ("Báo Quảng Nam", "Báo Quảng Nam", None, "Quảng Nam"),
]


@pytest.mark.parametrize(("line", "name", "level", "province"), NAMES)
def test_alone(line: str, name: str, level: str | None, province: str | None) -> None:
    first = directory(line).organisations[0]
    assert (first.name, first.level, first.province) == (name, level, province)
