"""Invented official documents: how their heads and their signatures may be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
RECIPIENTS = ("Nơi nhận:", "- Như Điều 3;", "- Thường trực HĐND;", "- Lưu: VT.")
BODY = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
    "Xét đề nghị của Giám đốc Sở Tài chính,\n\n"
    "Điều 1. Giao Sở Tài chính chủ trì, phối hợp với các đơn vị liên quan tổ chức thực hiện.\n"
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
)


@dataclass(frozen=True)
class Document:
    """An official document, and who signs it in which office of which body."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    title: str
    signature: tuple[str, ...]
    signer: str
    body: str
    number: str
    issued: str


DOCUMENTS = (
    Document(
        ("ỦY BAN NHÂN DÂN", "TỈNH LAI CHÂU", "Số: 125/QĐ-UBND"),
        (*MOTTO, "Lai Châu, ngày 14 tháng 3 năm 2022"),
        "QUYẾT ĐỊNH\nVề việc phê duyệt kế hoạch trồng rừng năm 2022",
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "Tống Thanh Bình",
        "Ủy ban nhân dân tỉnh Lai Châu",
        "125/QĐ-UBND",
        "2022-03-14",
    ),
    Document(
        ("TỈNH ỦY NGHỆ AN", "*", "Số 12-CT/TU"),
        (*PARTY, "Nghệ An, ngày 5 tháng 8 năm 2021"),
        "CHỈ THỊ\nvề tăng cường lãnh đạo công tác bảo vệ rừng",
        ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
        "Thái Văn Cường",
        "Tỉnh ủy Nghệ An",
        "12-CT/TU",
        "2021-08-05",
    ),
    Document(
        ("BỘ NÔNG NGHIỆP", "VÀ PHÁT TRIỂN NÔNG THÔN", "Số: 4021/BNN-TCLN"),
        (*MOTTO, "Hà Nội, ngày 02 tháng 6 năm 2020"),
        "V/v tăng cường phòng cháy rừng",
        ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        "Hà Quang Tuấn",
        "Bộ Nông nghiệp và Phát triển nông thôn",
        "4021/BNN-TCLN",
        "2020-06-02",
    ),
    Document(
        ("HỘI ĐỒNG NHÂN DÂN", "TỈNH ĐẮK NÔNG", "Số: 33/NQ-HĐND"),
        (*MOTTO, "Đắk Nông, ngày 10 tháng 12 năm 2021"),
        "NGHỊ QUYẾT\nVề dự toán ngân sách địa phương năm 2022",
        ("CHỦ TỊCH",),
        "Y Mai",
        "Hội đồng nhân dân tỉnh Đắk Nông",
        "33/NQ-HĐND",
        "2021-12-10",
    ),
)
Halves = Callable[[Sequence[str], Sequence[str]], str]


def _below(left: Sequence[str], right: Sequence[str]) -> str:
    return "\n".join([*left, *right])


def _apart(left: Sequence[str], right: Sequence[str]) -> str:
    return "\n\n".join([*left, *right])


def _tabs(left: Sequence[str], right: Sequence[str]) -> str:
    return "\n".join(f"{a}\t{b}" for a, b in zip_longest(left, right, fillvalue=""))


def _blanks(left: Sequence[str], right: Sequence[str]) -> str:
    pairs = zip_longest(left, right, fillvalue="")
    return "\n".join(f"{a:<40}{b}".rstrip() for a, b in pairs)


def _rows(left: Sequence[str], right: Sequence[str]) -> str:
    return "\n".join(f"| {a} | {b} |" for a, b in zip_longest(left, right, fillvalue=""))


def _one_row(joint: str) -> Halves:
    return lambda left, right: f"| {joint.join(left)} | {joint.join(right)} |\n| --- | --- |"


def _html(left: Sequence[str], right: Sequence[str]) -> str:
    cells = ("".join(f"<p>{line}</p>" for line in half) for half in (left, right))
    return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"


def _bars_behind(left: Sequence[str], right: Sequence[str]) -> str:
    return "\n".join([*left, "|", *right, "|"])


HEADS: dict[str, Halves] = {
    "lines": _below,
    "lines apart": _apart,
    "tabs": _tabs,
    "blanks": _blanks,
    "rows": _rows,
    "one row": _one_row(" "),
    "one row, broken": _one_row("<br>"),
    "html": _html,
    "bars behind": _bars_behind,
}
SIGNATURES: dict[str, Halves] = {
    "lines": _below,
    "signature first": lambda left, right: _below([*right, ""], left),
    "tabs": _tabs,
    "blanks": _blanks,
    "rows": _rows,
    "one row": _one_row(" "),
    "one row, broken": _one_row("<br>"),
    "html": _html,
    "offices in one line": lambda left, right: _below([" ".join(right[:-1]), right[-1]], left),
    "emphasis": lambda left, right: _apart([f"**{line}**" for line in right], left),
}


def documents() -> Iterator[tuple[str, str, Document, str]]:
    """Yield the writing of head and signature, the document, and its text."""
    for document in DOCUMENTS:
        for head, write in HEADS.items():
            for signature, sign in SIGNATURES.items():
                top = write(document.left, document.right)
                foot = sign(RECIPIENTS, [*document.signature, document.signer])
                text = f"{top}\n{document.title}\n\n{BODY}\n{foot}\n"
                yield head, signature, document, text
