"""Texts the kit tries a model on: of the field, in every spelling, and hostile ones."""

import unicodedata
from typing import Final

PLAIN: Final = (
    "Đồng chí Lường Văn Hặc, Phó Bí thư Thường trực Tỉnh ủy Sơn La, chủ trì hội nghị quán triệt "
    "Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị (khóa XII) tại huyện Mường La.",
    "Thực hiện Chỉ thị 05-CT/TW, các xã Ngọc Chiến, Nặm Păm và thị trấn Ít Ong đã đăng ký 42 việc "
    "làm theo; tỷ lệ hộ nghèo giảm còn 18,5%.",
    "Một là, nâng cao chất lượng sinh hoạt chi bộ.\nHai là, tăng cường kiểm tra, giám sát.\n\n"
    "Bà H'Yim Niê nói: “Dân tin thì việc gì cũng xong”.",
    "PHÁT BIỂU CỦA ĐỒNG CHÍ BÍ THƯ HUYỆN ỦY Y BLIN KSƠR",
)
"""Sentences of the field, invented."""

SPELLINGS: Final = (
    unicodedata.normalize("NFD", PLAIN[0]),
    PLAIN[0].replace("ủy", "uỷ").replace("hóa", "hoá"),
    PLAIN[1].replace(" ", "\u00a0"),
    PLAIN[2].replace("\n", "\r\n"),
    "**" + PLAIN[3] + "** \u200b" + PLAIN[1].replace("-", "–"),
    "Ð\u1ea1i h\u1ed9i Ðảng bộ t\u1ec9nh",
)
"""The same in other spellings, with marks and other blanks."""

BLANK: Final = ("", " ", "\n\n\t\u00a0 \r\n")
"""Nothing to find."""

HOSTILE: Final = (
    "\x00\x01\x02\x1b[31m công tác \x7f",
    "🇻🇳👩🏽‍🏫 hòa bình 🎉",
    "党和国家 ประเทศ государство الدولة",
    "\ud800 thôn \udfff",
    "e\u0301" * 50 + "\u0301" * 50,
    "(((((" * 200 + '"""' * 200,
    "Nghị quyết số " * 150,
    "a" * 2_000,
    "-" * 2_000,
    "1.1.1.1." * 250,
    "\ufeff\u200b\u200d",
)
"""What crawlers bring, and worse."""

ALL: Final = (*PLAIN, *SPELLINGS, *BLANK, *HOSTILE)


def long_text(characters: int) -> str:
    """Return a text of the field of about so many characters, on many lines."""
    page = "\n".join(PLAIN) + "\n"
    return page * (characters // len(page) + 1)
