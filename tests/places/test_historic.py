"""Provinces and cities since 1945: each is linked in its time, and has its source."""

import pytest

from vnpolitext.models import model_file, read_table
from vnpolitext.places import find_places, gazetteer, history, regions, unit
from vnpolitext.places.units import PROVINCE

COLUMNS = (
    "level", "code", "name", "unit", "parent", "valid_from", "valid_to", "successors", "source"
)  # fmt: skip
LINKS = [
    # day, what the text says, the unit
    ("1947-05-01", "tỉnh Hà Đông", "ha-dong@former"),
    ("1970-05-01", "tỉnh Hà Tây", "ha-tay-1975@former"),
    ("1980-05-01", "tỉnh Hà Sơn Bình", "ha-son-binh@former"),
    ("1995-05-01", "tỉnh Hà Tây", "28@former"),
    ("1955-05-01", "tỉnh Bắc Ninh", "bac-ninh-1963@former"),
    ("1948-05-01", "tỉnh Lai Châu", "lai-chau-1955@former"),
    ("1964-05-01", "tỉnh Lai Châu", "lai-chau-2003@former"),
    ("1970-05-01", "tỉnh Hà Bắc", "ha-bac@former"),
    ("2000-05-01", "tỉnh Bắc Ninh", "27@2024"),
    ("2025-08-01", "tỉnh Bắc Ninh", "24@2025"),
    ("1960-05-01", "tỉnh Nam Định", "nam-dinh-1965@former"),
    ("1970-05-01", "tỉnh Nam Hà", "nam-ha-1975@former"),
    ("1980-05-01", "tỉnh Hà Nam Ninh", "ha-nam-ninh@former"),
    ("1995-05-01", "tỉnh Nam Hà", "nam-ha@former"),
    ("1960-05-01", "tỉnh Vĩnh Phúc", "vinh-phuc-1968@former"),
    ("1975-01-01", "tỉnh Nghệ An", "nghe-an-1975@former"),
    ("1965-05-01", "tỉnh Phước Tuy", "phuoc-tuy@former"),
    ("1965-05-01", "tỉnh Định Tường", "dinh-tuong@former"),
    ("1972-05-01", "tỉnh Quảng Trị", "quang-tri-1976@former"),
    ("1980-05-01", "tỉnh Bình Trị Thiên", "binh-tri-thien@former"),
    ("1985-05-01", "đặc khu Vũng Tàu - Côn Đảo", "vung-tau-con-dao@former"),
    ("1960-05-01", "khu Hồng Quảng và tỉnh Hải Ninh", "hai-ninh@former"),
    ("1980-05-01", "tỉnh Hậu Giang", "hau-giang-1976@former"),
    ("2010-05-01", "tỉnh Hậu Giang", "93@2024"),
    ("1950-05-01", "thành phố Sài Gòn - Chợ Lớn", "sai-gon-cho-lon@former"),
    ("1952-05-01", "tỉnh Thủ Biên", "thu-bien@former"),
    ("1961-05-01", "tỉnh Thủ Biên", "thu-bien-1961@former"),
    ("1952-05-01", "tỉnh Gia Định Ninh", "gia-dinh-ninh@former"),
    ("1952-05-01", "tỉnh Bà Chợ", "ba-ria-cho-lon@former"),
    ("1952-05-01", "tỉnh Bà Rịa - Chợ Lớn", "ba-ria-cho-lon@former"),
    ("1952-05-01", "tỉnh Vĩnh Trà", "vinh-tra@former"),
    ("1952-05-01", "tỉnh Long Châu Sa", "long-chau-sa@former"),
    ("1949-05-01", "tỉnh Long Châu Hậu", "long-chau-hau@former"),
    ("1962-05-01", "tỉnh Phước Thành", "phuoc-thanh@former"),
    ("1950-05-01", "tỉnh Vĩnh Long", "vinh-long-1976@former"),
    ("1975-05-10", "thành phố Sài Gòn - Gia Định", "sai-gon-gia-dinh@former"),
    ("1899-05-10", "tỉnh Cần Thơ", "can-tho-1976@former"),
    ("1962-05-10", "huyện Văn Uyên", "van-uyen-lang-son@former"),
    ("1967-05-10", "tỉnh Hà Tây, huyện Tùng Thiện", "tung-thien-ha-tay@former"),
    ("1950-05-10", "huyện Thư Trì", "thu-tri-thai-binh@former"),
    ("1985-05-10", "huyện Tam Đảo", "tam-dao-vinh-phuc@former"),
    ("2010-05-10", "huyện Tam Đảo", "248@2024"),
    ("1985-05-10", "huyện Đồ Sơn", "do-son-hai-phong@former"),
    ("2010-05-10", "quận Đồ Sơn", "308@2024"),
    ("1990-05-10", "huyện Cẩm Phả", "cam-pha-quang-ninh@former"),
    ("1990-05-10", "thị xã Cẩm Phả", "195@2024"),
    ("1995-05-10", "huyện Quảng Hòa", "quang-hoa-cao-bang@former"),
    ("2022-05-10", "huyện Quảng Hòa", "049@2024"),
    ("2000-05-10", "huyện Long Đất", "long-dat-ba-ria-vung-tau@former"),
    ("2025-02-10", "huyện Long Đất", "753@2024"),
    ("1990-05-10", "TP. Hồ Chí Minh, huyện Duyên Hải", "duyen-hai-ho-chi-minh@former"),
]


@pytest.mark.parametrize(("day", "text", "expected"), LINKS)
def test_a_unit_is_linked_in_its_time(day: str, text: str, expected: str) -> None:
    assert find_places(text, as_of=day)[-1].unit_id == expected


def test_every_former_unit_names_its_source_and_lasts() -> None:
    for row in read_table(model_file("places", "vietnam-units", "former.tsv"), COLUMNS):
        assert len(row[8]) > 10, row
        assert not row[5] or row[5] < row[6], row


def test_chains_of_provinces_have_no_gaps() -> None:
    """What took the place of a province began on the day it ended, where both days are known."""
    known = gazetteer()
    for index, row in enumerate(known.rows):
        if row[3] != PROVINCE or not row[6]:
            continue
        heirs = known.heirs(index)
        assert heirs, row
        for heir in heirs:
            first = known.rows[heir][5]
            if row[0] == "lai-chau-1955":
                assert (row[6], first) == ("1955-04-29", "1962-12-27")
                continue  # Between them the region of the North-West had no provinces.
            # Sóc Trăng of 1975 and the like joined a province that was made a little later.
            assert not first or first <= row[6] or first[:4] == row[6][:4], (row, known.rows[heir])


def test_names_of_one_level_and_day_are_one_unit() -> None:
    known = gazetteer()
    for name in {row[1] for row in known.rows if row[3] == PROVINCE}:
        rows = known.find(name.lower().replace(" - ", "-"), PROVINCE)
        for year in (1950, 1960, 1967, 1974, 1978, 1990, 1994, 2000, 2020, 2026):
            day = f"{year}-01-01"
            assert sum(known.is_valid(row, day) for row in rows) < 2, (name, day)


def test_history_reaches_back() -> None:
    found = set(history(unit("28@former"))["unit_id"])
    assert {"ha-dong@former", "son-tay@former", "ha-tay-1975@former"} < found
    assert "hoa-binh-1975@former" in found  # through Hà Sơn Bình


def test_regions() -> None:
    table = regions().set_index("name")
    assert table.loc["Liên khu I", "valid_to"] == "1949-11-04"
    assert table.loc["Liên khu IV", "valid_to"] == ""
    assert (table["source"].str.len() > 10).all()


TIMES = [
    # day of the text, what it says, and the units it speaks of
    ("2015-01-01", "Năm 1947 ông ở Nam Định; năm 1998 về tỉnh Nam Định.",
     ["nam-dinh-1965@former", "36@2024"]),
    ("2004-01-09", "quê tại huyện Vụ Bản, tỉnh Nam Định (nay là xã Liên Minh, tỉnh Ninh Bình)",
     ["359@2024", "36@2024", "13786@2025", "37@2025"]),
    ("2015-01-01", "chiếm thị trấn Lộc Ninh (tỉnh Bình Long)", ["25270@2024", "binh-long@former"]),
    ("2015-01-01", "ở huyện Phúc Thọ, tỉnh Sơn Tây", ["272@2024", "son-tay@former"]),
    ("2015-01-01", "trên đất của thị trấn Cao Lãnh cũ", [None]),
    ("2015-05-29", "Bí thư Quận ủy Thủ Đức", ["thu-duc-ho-chi-minh@former"]),
    ("2015-01-01", "Năm 1899, tỉnh Cần Thơ có bốn quận.", ["can-tho-1976@former"]),
    ("2015-01-01", "Tỉnh Cần Thơ được thành lập ngày 20/12/1899.", ["can-tho-1976@former"]),
    ("2015-01-01", "tỉnh Hưng Yên năm 1950 và tỉnh Hưng Yên năm 2000",
     ["hung-yen-1968@former", "33@2024"]),
    ("2015-01-01", "dự toán của tỉnh Hưng Yên năm 2030", ["33@2024"]),
    ("2015-01-01", "Từ năm 1980, ông là Bí thư Huyện ủy Tam Đảo.", ["tam-dao-vinh-phuc@former"]),
    ("1968-01-01", "tỉnh Hà Tây có 14 huyện: Bất Bạt, Chương Mỹ",
     ["ha-tay-1975@former", "bat-bat-ha-tay@former", "277@2024"]),
    ("2025-03-01", "huyện A Lưới thuộc thành phố Huế", ["481@2024", "46@2024"]),
    (None, "các huyện A Lưới thuộc thành phố Huế và Hướng Hóa thuộc tỉnh Quảng Trị",
     ["481@2024", "46@2024", "465@2024", "45@2024"]),
    ("2015-01-01", "Năm 1922 ông đến Sài Gòn, năm 1936 về Sài Gòn, năm 1960 rời Sài Gòn.",
     ["sai-gon-1931@former", "sai-gon-cho-lon@former", "sai-gon@former"]),
    ("2025-09-01", "Cuối năm 1931 ông bị cấm ở Huế. Nay ông về Huế.", ["474@former", "46@2024"]),
    ("2025-12-01", "thị trấn Tam Điệp, huyện Yên Mô", [None, "377@2024"]),
    ("2025-12-01", "Phường Âu Cơ được thành lập vào năm 1961.", ["07948@2024"]),
    ("2025-10-01", "Bảo hiểm xã hội cơ sở Na Rì (Thái Nguyên)", ["02155@2025", "19@2025"]),
    ("2024-01-01", "số 1A Hùng Vương, Phường Ba Đình, Hà Nội", ["00004@2025", "01@2024"]),
    (None, "Mục tiêu đến năm 2030 của TP.HCM. " + "Cả nước cùng làm. " * 40, ["79@2024"]),
    (None, "Năm 2026, TP.HCM họp. " + "Cả nước cùng làm. " * 40, ["79@2025"]),
    (None, "TP.HCM họp.", ["79@2025"]),
    (None, "Ở phường Tích Lương, tỉnh Thái Nguyên. " + "Cả nước cùng làm. " * 40,
     ["05500@2025", "19@2025"]),
    ("2015-01-01", "Năm 1961, giải thoát ở núi Chóp Chài, Tuy Hòa.", ["555@2024"]),
    # Names that had long become those of something else.
    ("2025-09-01", "phường Sơn Tây và Tùng Thiện của Hà Nội",
     ["09574@2025", "09604@2025", "01@2024"]),
    ("2020-01-01", "ca sĩ Kim Anh ở Hà Nội, núi non vùng Bảy Núi của An Giang",
     ["01@2024", "89@2024"]),
    ("2022-05-29", "Thành ủy Thủ Đức", ["769@2024"]),
    ("1990-05-29", "huyện Thủ Đức", ["huyen-thu-duc-ho-chi-minh@former"]),
    ("2020-01-01", "Từ năm 1959 đến nay, tỉnh Bắc Ninh", ["27@2024"]),
    (None, "Sinh ngày 7 tháng 9 năm 1959. Từ năm 2016, bà là Bí thư Tỉnh ủy Hà Tĩnh.", ["42@2024"]),
    (None, "Ngày 16/6/2025: xã Kẻ Sặt, xã Đường An, xã Tuệ Tĩnh, xã Mao Điền, thành phố Hải Phòng",
     ["10945@2025", "10972@2025", "10909@2025", "10930@2025", "31@2025"]),
    (None, "Năm 2025, trụ sở ở phường Vân Phú - tỉnh Phú Thọ.", ["07918@2025", "25@2025"]),
    ("2015-01-01", "phường Phạm Đình Hổ, nay là một phần phường Cửa Nam, thành phố Hà Nội",
     ["00247@2024", "00082@2025", "01@2024"]),
    ("2015-01-01", "xã Kim Liên, huyện Nam Đàn. Mộ ở Làng Sen, tại Kim Liên.",
     ["17971@2024", "430@2024", "17971@2024"]),
    # The sentence before dates what is told.
    ("2015-01-01", "Năm 1941 ông về nước. Ông ở một hang đá thuộc tỉnh Cao Bằng.",
     ["cao-bang-1975@former"]),
    ("2015-01-01", "Năm 1941 ông về nước. Ngày nay tỉnh Cao Bằng xây đền.", ["04@2024"]),
    ("2015-01-01", "Năm 1941 ông về nước.\nTỉnh Cao Bằng xây đền.", ["04@2024"]),
    ("2015-01-01", "Bà sinh năm 1934, nhà nghèo. Bà dạy học ở tỉnh Bắc Ninh.", ["27@2024"]),
    # Years of before 1800, and what stands there today.
    ("2015-01-01", "Năm 1764, ông làm quan ở đạo Sơn Tây.", ["son-tay@former"]),
    ("2015-01-01", "Hơn 1764 hộ ở tỉnh Nghệ An.", ["40@2024"]),
    ("2015-01-01", "Năm 1471, biên giới đến giữa Phú Yên và Khánh Hòa ngày nay.",
     ["54@2024", "56@2024"]),
    # Where all units of a name came later, the first of them is the nearest.
    ("1993-05-22", "văn phòng tại thành phố Đà Nẵng", ["48@2024"]),
    ("1972-05-22", "tại tỉnh Hậu Giang", ["hau-giang-1976@former"]),
    # A hometown is of the time of the birth.
    ("2025-08-01", "Sinh ngày 23 tháng 8 năm 1975, nguyên quán tại Hoằng Hóa, Thanh Hóa.",
     ["399@2024", "38@2024"]),
    ("2024-10-01", "Sinh ngày 15-8-1957; quê quán: xã Dữu Lâu, thành phố Việt Trì",
     ["07888@2024", "227@2024"]),
    ("2024-01-01", "Tràng An, Ninh Bình là di sản.", ["37@2024"]),
    # Districts of the Republic of Vietnam.
    ("2015-01-01", "Năm 1962, ấp lập ở quận Bến Cát, tỉnh Bình Dương.",
     ["ben-cat-binh-duong@former", "binh-duong-1976@former"]),
    ("2015-01-01", "Năm 1962 lập quận Đức Thành và quận Đức Tôn của tỉnh Sa Đéc.",
     ["duc-thanh-sa-dec@former", "duc-ton-sa-dec@former", "sa-dec@former"]),
    ("2015-01-01", "Trước 1975, tỉnh Gò Công có các quận Hòa Lạc, Hòa Tân.",
     ["go-cong@former", "hoa-lac-go-cong@former", "hoa-tan-go-cong@former"]),
    ("2015-01-01", "Quận Kiến Văn, rồi huyện Kiến Văn của tỉnh Kiến Phong",
     ["kien-van-kien-phong@former", "kien-van-kien-phong@former", "kien-phong@former"]),
    ("2015-01-01", "Năm 1836, huyện Phong Phú thuộc tỉnh An Giang.", [None, "89@2024"]),
    ("2015-01-01", "quận Phong Phú ở tỉnh Thanh Hóa", [None, "38@2024"]),
    ("2015-01-01", "Nhà thờ ở Hàm Long, chợ ở An Lộc, đình ở Bến Tranh.", []),
    # The province named most is that of before and after the reform.
    ("2025-04-24", "tỉnh Bình Dương, " * 5 + "thành lập xã An Long từ các xã: An Linh, Tân Long.",
     ["74@2024"] * 5 + ["25867@2025", "25861@2024", "25879@2024"]),
    ("2024-06-01", "tổ đình ở thị xã Phú Mỹ, tỉnh Bà Rịa Vũng Tàu", ["754@2024", "77@2024"]),
    # Provinces in one row are of one time.
    ("2026-01-01", "gồm tỉnh An Giang, thành phố Cần Thơ, Hậu Giang, Sóc Trăng",
     ["89@2024", "92@2024", "93@2024", "94@2024"]),
    ("2026-01-01", "Cử tri Quảng Trị, Lâm Đồng và Vĩnh Long", ["44@2025", "68@2025", "86@2025"]),
    ("2026-01-01", "Vĩnh Long (Bến Tre + Vĩnh Long + Trà Vinh)",
     ["86@2025", "83@2024", "86@2024", "84@2024"]),
    ("2015-01-01", "các tỉnh: Vĩnh Long, Tân An, Gò Công, Mỹ Tho, Cần Thơ, Trà Vinh",
     ["vinh-long-1976@former", "tan-an@former", "go-cong@former", "my-tho@former",
      "can-tho-1976@former", "tra-vinh-1976@former"]),
    ("2015-01-01", "gồm Hà Nội và các tỉnh: Hà Nam Ninh, Hải Hưng, Lai Châu, Vĩnh Phú",
     ["01@2024", "ha-nam-ninh@former", "hai-hung@former", "lai-chau-2003@former",
      "vinh-phu@former"]),
    ("2015-01-01", "từ Sài Gòn, Cần Thơ và Đà Nẵng ra", ["79@2024", "92@2024", "48@2024"]),
    # Sài Gòn is the city of now in what tells of no time of before, but for its regime.
    ("2017-05-01", "Bán vé tàu tết ở Sài Gòn.", ["79@2024"]),
    ("2026-05-01", "Bán vé tàu tết ở Sài Gòn.", ["79@2025"]),
    ("2017-05-01", "Ông từng chống chính quyền Sài Gòn.", ["sai-gon@former"]),
    ("2017-05-01", "Hội lập năm 1937.\n\nTrụ sở đặt ở Sài Gòn.", ["sai-gon-cho-lon@former"]),
    ("2017-05-01", "Năm 1924 thợ bãi công.\n\nTrụ sở đặt ở Sài Gòn.", ["sai-gon-1931@former"]),
    ("2017-05-01", "Tháng 3/1931 họp tại Sài Gòn.", ["sai-gon-1931@former"]),
    ("2017-05-01", "Tháng 6/1931 họp tại Sài Gòn.", ["sai-gon-cho-lon@former"]),
    # A term of the National Assembly dates what stands behind it.
    ("2019-04-03", "Đại biểu Quốc hội Việt Nam khóa I Quảng Bình", ["quang-binh-1976@former"]),
    ("2019-04-03", "ĐBQH khóa III tỉnh Hà Bắc, khóa IV tỉnh Nam Hà",
     ["ha-bac@former", "nam-ha-1975@former"]),
    ("2019-04-03", "Đại biểu Quốc hội khóa IX tỉnh Nam Hà", ["nam-ha@former"]),
    ("2019-04-03", "ĐBQH khóa II Hưng Yên; Đảng bộ khóa II tỉnh Hưng Yên",
     ["hung-yen-1968@former", "33@2024"]),
    ("2019-04-03", "Đại biểu Quốc hội khóa XIV tỉnh Hà Nam", ["35@2024"]),
    # What a commune was in before is not what it is now.
    ("2025-10-12", "Địa bàn xã Hải Hưng trước đây thuộc huyện Thanh Miện, tỉnh Hải Dương",
     ["11257@2025", "300@2024", "30@2024"]),
    ("2025-06-20", "sắp xếp các đơn vị hành chính cấp xã của tỉnh Hưng Yên năm 2025", ["33@2025"]),
    ("2026-01-01", "giáp tỉnh Trà Vinh và tỉnh Vĩnh Long", ["84@2024", "86@2024"]),
    ("2026-01-01", "giáp tỉnh Trà Vinh. Còn tỉnh Vĩnh Long", ["84@2024", "86@2025"]),
    ("2015-01-01", "Năm 1996 tái lập 2 tỉnh Vĩnh Phúc và Phú Thọ.", ["26@2024", "25@2024"]),
    # What is to be done by a day does not date the text.
    (None, "Thi ngày 6/6/2025, tuyển sinh trước ngày 31/7/2025 ở tỉnh Bắc Ninh.", ["27@2024"]),
    (None, "Ngày 6/6/2025: chậm nhất ngày 31 tháng 7 năm 2025, tỉnh Bắc Ninh nộp.", ["27@2024"]),
    (None, "Tỉnh Bắc Ninh nộp trước ngày 31/7/2025.", ["24@2025"]),
    (None, "Tính đến ngày 31/7/2025, tỉnh Bắc Ninh có 99 xã.", ["24@2025"]),
    # A heading is of the time that the line below it opens with.
    ("2026-01-01", "### Bí thư Tỉnh ủy Quảng Ngãi\n\n[sửa]Từ tháng 4 năm 2008, ông về tỉnh.",
     ["51@2024"]),
    ("2026-01-01", "== Thành ủy Cần Thơ ==\nTháng 3 năm 2014, ông được bầu.", ["92@2024"]),
    ("2026-01-01", "Bí thư Tỉnh ủy Quảng Ngãi\nTừ tháng 4 năm 2008, ông về tỉnh.", ["51@2025"]),
    ("2026-01-01", "### Tỉnh ủy Quảng Ngãi\n\nÔng về tỉnh từ năm 2008.", ["51@2025"]),
    # What the provinces of 1976 are called was a region before.
    ("2015-01-01", "Năm 1908 ông chống thuế ở Nghệ Tĩnh.", []),
    ("2015-01-01", "Năm 1930, Người họp tại Cửu Long (Hương Cảng).", []),
    ("2015-01-01", "Năm 1978 ông làm việc ở Nghệ Tĩnh, năm 1979 ở Cửu Long.",
     ["nghe-tinh@former", "cuu-long@former"]),
    # What is there since the reform; communes of the monarchy.
    ("2025-06-20", "Tỉnh Lào Cai mới: Xã Trạm Tấu sau sắp xếp; tỉnh Đồng Nai sau khi sáp nhập",
     ["15@2025", "04606@2025", "75@2025"]),
    ("2025-06-20", "tỉnh Yên Bái: phần còn lại của xã Trạm Tấu sau khi sắp xếp theo khoản 2",
     ["15@2024", "04600@2024"]),
    (None, "Hai Bà Trưng là một phường nội thành nằm ở trung tâm thành phố Hà Nội, lập theo nghị"
     " quyết ngày 16/6/2025, giáp phường Vĩnh Tuy.", ["00256@2025", "01@2024", "00283@2025"]),
    (None, "Vĩnh Tuy là một phường thuộc quận Hai Bà Trưng, thành phố Hà Nội. Ngày 16/6/2024.",
     ["00283@2024", "007@2024", "01@2024"]),
    ("2025-06-20", "Tòa án nhân dân khu vực 7 - Đồng Nai thay Tòa án nhân dân tỉnh Đồng Nai",
     ["75@2025", "75@2024"]),
    ("2020-01-01", "Ông sinh tại xã Yên Trường, tổng Yên Trường, huyện Chân Phúc", [None, None]),
    ("2020-01-01", "Bà sinh tại xã Quảng Trung, phủ Quảng Trạch, tỉnh Quảng Bình",
     [None, "454@2024", "44@2024"]),
    ("2022-01-01", "tỉnh Ninh Thuận có phường Phước Mỹ, Phủ Hà, Tổng thể là 9 phường",
     ["58@2024", "22741@2024", "22747@2023"]),
    # Foreign texts without a Vietnamese province have no Vietnamese units.
    ("2015-01-01", "Đến 1997 là huyện Kim Sơn. " + "Trung Quốc. " * 4, []),
    ("2015-01-01", "quận Hà Đông, Hà Nội. " + "Trung Quốc. " * 4, ["268@2024", "01@2024"]),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "expected"), TIMES)
def test_the_text_tells_which_time_is_meant(
    day: str | None, text: str, expected: list[str | None]
) -> None:
    assert [place.unit_id for place in find_places(text, as_of=day)] == expected


OLD = (
    "Năm 1527 họ Mạc lên ngôi. Năm 1533 vua Lê được lập, năm 1545 quân Lê giữ Thanh Hóa. "
    "Có tướng {} mất sau đó. Năm 1592 vua về. Năm 1600 chúa vào Nam."
)
SPOKEN_OF = [
    # text, which of its places, the unit and its province
    # The dynasties knew no province, and other units of the names of today.
    (OLD.format("giữ đất Phong Châu"), 1, None, None),
    (OLD.format("đóng ở Nam Hà"), 1, None, None),
    (OLD.format("đóng ở Nghệ An"), 1, None, None),
    (OLD.format("đóng ở Quy Nhơn"), 1, None, None),
    (OLD.replace("1600", "1803").format("đóng ở Gia Định"), 1, None, None),
    (OLD.format("ở huyện Gia Lâm, Hà Nội"), 2, "01@2024", "Hà Nội"),
    (OLD.format("quê ở (Nam Đàn, Nghệ An)"), 2, "40@2024", "Nghệ An"),
    (OLD.format("đánh Nghệ An ngày nay"), 1, "40@2024", "Nghệ An"),
    (OLD.format("quê ở nay là Nghệ An"), 1, "40@2024", "Nghệ An"),
    (OLD.format("sinh ở huyện Nam Đàn, tỉnh Nghệ An"), 2, "40@2024", "Nghệ An"),
    (OLD.format("") + " Năm 1992 phố này thuộc Nam Hà.", 1, "nam-ha@former", "Nam Hà"),
    # The years of an office stand in the row below it.
    (
        "Bí thư Tỉnh ủy Đắk Lắk | |\n| Nhiệm kỳ | tháng 5, 1994 – 1996 |\nBài viết ngày 2/3/2019.",
        0,
        "dak-lak-2003@former",
        "Đắk Lắk",
    ),
    (
        "Trong chiến dịch Hồ Chí Minh, quân ta tiến về Bình Dương. 2/3/2019",
        0,
        "binh-duong-1976@former",
        "Bình Dương",
    ),
    ("Bảo tàng chiến dịch Hồ Chí Minh ở Bình Dương mở ngày 2/3/2019", 0, "74@2024", "Bình Dương"),
    ("Năm 2009, cải lương về lại Sài Gòn. Bài viết ngày 2/3/2019", 0, "79@2024", "Hồ Chí Minh"),
    ("Năm 1919 ông sinh tại huyện Cà Mau, tỉnh Bạc Liêu.", 0, None, "Bạc Liêu"),
    ("Năm 1919 ông sinh tại huyện Nam Đàn, tỉnh Nghệ An; mất 21/8/1986.", 0, "430@2024", "Nghệ An"),
    ("Năm 1916 nổi dậy ở Huế. Bài này viết ngày 1/1/1980.", 0, "474@former", None),
    (
        "Sau 30 – 4 – 1975: Chủ tịch quân quản; Phó Chủ tịch tỉnh Cần Thơ.",
        0,
        "can-tho-1976@former",
        "Cần Thơ",
    ),
    (
        "| 1976 - 1983 | Bí thư Tỉnh ủy Tây Ninh |\n| 7/2025 - nay | Tỉnh ủy Tây Ninh | 2/12/2025",
        0,
        "72@2024",
        "Tây Ninh",
    ),
    (
        "| 1976 - 1983 | Bí thư Tỉnh ủy Tây Ninh |\n| 7/2025 - nay | Tỉnh ủy Tây Ninh | 2/12/2025",
        1,
        "80@2025",
        "Tây Ninh",
    ),
    ("date: Wed, 31 Jul 2024 15:00:00 +0700\nỞ tỉnh Phú Thọ", 0, "25@2024", "Phú Thọ"),
    ("date: 2025-08-31\nỞ tỉnh Phú Thọ", 0, "25@2025", "Phú Thọ"),
    ("Kẹt xe ở quận 2, TP HCM", 1, "79@2024", "Hồ Chí Minh"),
    # A year of birth is that of the place of birth alone.
    ("Bà Hà sinh năm 1969, ngụ tỉnh Hòa Bình. 2/3/2019", 0, "17@2024", "Hòa Bình"),
    ("Bà Hà (sinh 1969), là Phó Bí thư Tỉnh ủy Hòa Bình. 2/3/2019", 0, "17@2024", "Hòa Bình"),
    ("Bà Hà sinh năm 1969 tại tỉnh Hòa Bình. 2/3/2019", 0, "hoa-binh-1975@former", "Hòa Bình"),
    ("Ông hy sinh năm 1969, là con tỉnh Hòa Bình. 2/3/2019", 0, "hoa-binh-1975@former", "Hòa Bình"),
    # What is told goes on in the sentences behind, to a word for today or the next note.
    (
        "Tháng 10 năm 2015, ông được bầu. Sau đó ông là Bí thư Tỉnh ủy Tây Ninh.\nNgày 2/12/2025",
        0,
        "72@2024",
        "Tây Ninh",
    ),
    (
        "Tháng 10 năm 2015, ông được bầu. Hiện ông là Bí thư Tỉnh ủy Tây Ninh.\nNgày 2/12/2025",
        0,
        "80@2025",
        "Tây Ninh",
    ),
    (
        "**^**Thư ngày 3 tháng 5 năm 1946. **^**Họp ở tỉnh Tây Ninh.\nNgày 2/12/2025",
        0,
        "80@2025",
        "Tây Ninh",
    ),
    (
        "Năm 1946 giặc về. Chúng giữ Nghệ An, nay vẫn gọi thế. Ngày 2/12/2015",
        0,
        "nghe-an-1975@former",
        "Nghệ An",
    ),
    ("Năm 1946 giặc về. Chúng giữ Nghệ An và Huế ngày nay. 2/12/2015", 0, "40@2024", "Nghệ An"),
    # A term says less than another year of the sentence.
    (
        "Ngày 23 tháng 5 năm 2021, ông trúng cử nhiệm kỳ 2021 – 2026 ở tỉnh Tây Ninh. 2/12/2025",
        0,
        "72@2024",
        "Tây Ninh",
    ),
    # Communes that are there only since the reform tell the day of a text that names an older one.
    (
        "Số liệu 31/12/2021.\n- Giáo xứ A - xã Bảo Lâm 1\n- Giáo xứ B - xã Bảo Lâm 2\n- xã Ka Đô",
        2,
        "24943@2025",
        "Lâm Đồng",
    ),
    (
        "Số liệu 31/12/2021.\n- Giáo xứ A - xã Bảo Lâm 1\n- huyện Đơn Dương\n- xã Ka Đô",
        2,
        "24943@2024",
        "Lâm Đồng",
    ),
]


@pytest.mark.parametrize(("text", "index", "unit_id", "province"), SPOKEN_OF)
def test_the_time_that_a_text_speaks_of(
    text: str, index: int, unit_id: str | None, province: str | None
) -> None:
    place = find_places(text)[index]
    assert (place.unit_id, place.province) == (unit_id, province)
