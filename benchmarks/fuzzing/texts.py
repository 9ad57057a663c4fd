"""Texts nobody would write: of random characters, of a grammar, and real ones spoiled."""

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

_CLASSES: Final[tuple[Callable[[Random], str], ...]] = (
    lambda random: chr(random.randrange(0xD800, 0xE000)),
    lambda random: chr(random.choice((0x300, 0x301, 0x303, 0x309, 0x323, 0x302, 0x306, 0x31B))),
    lambda random: chr(random.randrange(0x300, 0x370)) * random.randrange(1, 30),
    lambda random: random.choice("אבגدقم\u202e\u202b\u200f\u2067\u2069"),
    lambda random: random.choice("\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f"),
    lambda random: chr(random.choice((0, 1, 7, 8, 11, 12, 27, 28, 30, 127, 0x85, 0x9B))),
    lambda random: chr(random.randrange(0xE000, 0xF900)),
    lambda random: chr(random.choice((0xFFFE, 0xFFFF, 0xFFFD, 0x10FFFF, 0xFDD0, 0x1FFFE))),
    lambda random: chr(random.randrange(0x4E00, 0xA000)),
    lambda random: chr(random.randrange(0x1F300, 0x1FAF0)),
    lambda random: random.choice("ǅßİıſﬁﬀŉǰΐⅣ②½٣๓೯１Ａａ＊％"),
    lambda random: random.choice("\u1e9e\u212a\u2126\u0130\u1ffc\u0345\u1fb3"),
    lambda random: random.choice("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"),
    lambda random: random.choice("áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"),
    lambda random: random.choice("0123456789"),
    lambda random: random.choice(".,;:!?/\\-–—_()[]{}<>\"'“”‘’«»…|#%&*+=@•~^`$§°"),
    lambda random: random.choice(" \t\n\r\v\f\u00a0\u2003\u2028\u2029\u3000"),
)

_GRAMMAR: Final[dict[str, tuple[str, ...]]] = {
    "text": (
        "{sentence}", "{sentence}", "{sentence} {text}", "{sentence}\n{text}", "{list}",
        "{table}", "{letterhead}\n{text}", "{signature}", "{sentence}\n\n{list}\n{text}",
        "{aside}", "{aside}\n{text}", "{row_of_items}",
    ),
    "sentence": (
        "{person} {verb} {citation}{stop}", "Theo {citation}, {place} {verb} {citation}{stop}",
        "{position} {name} {verb} tại {place}{stop}", "{person}, {person} và {person}{stop}",
        "Căn cứ {citation} {issuer} {date} về {matter};", "{place}, {place} và {place}{stop}",
        "Tại {provision} {citation}{stop}", "{citation}{stop}", "{person}{stop}", "{place}{stop}",
        "{date}, {position} {place} {name} ({years}) {verb} {matter}{stop}",
        "Đến {date}, phấn đấu {number} {unit} {matter}{stop}", "“{sentence}”", "({sentence})",
        "Bầu {name} giữ chức {position} khóa {roman}, nhiệm kỳ {years}{stop}",
        "Sáp nhập {place} vào {place} từ {date}{stop}", "{matter}", "**{sentence}**",
    ),
    "stop": (".", ".", "", ";", "...", "!", " .", ":", "?"),
    "person": (
        "{title} {name}", "{title} {name}, {position} {place}", "{name}", "{name} - {position}",
        "{title} {name} ({position})", "{title} {title} {name}", "{position}, {title} {name}",
    ),
    "title": ("Ông", "Bà", "đồng chí", "Đ/c", "TS.", "PGS.TS.", "GS", "Thượng tướng", "LS.", ""),
    "name": (
        "Nguyễn Văn An", "NGUYỄN VĂN AN", "Trần Thị B", "H'Yim Kđoh", "Y Thông", "Lê", "A",
        "Vừ A Pó", "Đặng Hoà", "Phạm  Minh\nĐức", "K’Bril", "Ng. V. A", "V.I. Lê-nin",
        "Hồ Chí Minh",
    ),
    "position": (
        "Bí thư", "Chủ tịch UBND", "Phó Bí thư Thường trực Tỉnh ủy", "nguyên Trưởng ban",
        "Ủy viên Bộ Chính trị", "CHỦ TỊCH", "Giám đốc Sở Y tế", "Phó", "Bộ trưởng Bộ Công an",
        "Bí thư Đảng ủy, Chủ tịch HĐND xã", "Thủ tướng", "quyền Cục trưởng Cục Thuế",
    ),
    "place": (
        "xã Tân Lập", "tỉnh Điện Biên", "P.1", "Q. Ba Đình", "TP. Vinh", "TP.HCM", "các xã: A, B",
        "huyện Mường Chà, tỉnh Điện Biên", "Hà Nội", "thôn 1", "phường 12, quận 3", "Tây Nguyên",
        "xã Tân Lập, huyện Đan Phượng, Hà Nội", "tỉnh", "QL1A", "cao tốc A - B", "thị xã",
    ),
    "verb": ("ban hành", "ký", "nói về", "dự", "giao", "sửa đổi, bổ sung", "thay thế", "là", ""),
    "citation": (
        "{kind} {number}", "{kind} số {number}", "{kind}", "{kind} {number} {issuer}",
        "{kind} {number} ngày {date} {issuer} về {matter}", "{kind} số: {number} và {number}",
        "các {kind} {number}, {number}", "{kind} năm {year}", "{kind} (sửa đổi)", "số {number}",
        "{kind} Đại hội {roman}", "{kind} Trung ương {digit} khóa {roman}", "{kind} này",
        "{number}",
        "{provision} {kind} {number}",
    ),
    "kind": (
        "Nghị quyết", "NGHỊ QUYẾT", "quyết định", "Chỉ thị", "Luật Đất đai", "Bộ luật Hình sự",
        "Hiến pháp", "Thông tư liên tịch", "Kết luận", "Công điện", "dự thảo Nghị định", "Luật",
        "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư", "Điều lệ Đảng", "Kế hoạch", "Quy định",
    ),
    "number": (
        "18-NQ/TW", "15/2020/NĐ-CP", "5", "59/2020/QH14", "35 - NQ/TW", "12/QĐ-UBND", "01-CT/TU",
        "{digits}", "{digits}/{digits}", "{digits}-{roman}/{roman}", "0", "1.000", "98,5%",
        "1 , 2 , 3", "{digits}.{digits}.{digits}", "02/2019/TTLT-BCA-BTP", "№ 5", "1a/NQ",
    ),
    "digits": ("1", "07", "{digit}{digits}", "{digit}{digit}{digits}", "99999999999999999999"),
    "digit": tuple("0123456789"),
    "roman": ("I", "IV", "XIII", "IIII", "MMMMMM", "i", "VX", "XXXXXXXXXXXXX"),
    "year": ("2020", "1945", "0000", "20 20", "{digits}", "20255"),
    "years": ("2020-2025", "2020 – 2025", "1890-1969", "{year}-{year}", "2025-2020", "?-1999"),
    "date": (
        "ngày 5/6/2020", "ngày 5 tháng 6 năm 2020", "31/02/2021", "00/00/0000", "tháng 13/2020",
        "ngày {digits} tháng {digits} năm {digits}", "năm {year}", "5-6-2020", "ngày 29/2/1900",
        "quý IV", "cuối năm", "ngày 1.1.1", "ngày 5/6", "hôm nay", "{digits}/{digits}/{digits}",
    ),
    "issuer": (
        "của Bộ Chính trị", "của Chính phủ", "của UBND tỉnh Điện Biên",
        "của Ban Chấp hành Trung ương",
        "của Bộ Y tế và Bộ Công an", "do Quốc hội ban hành", "của", "của HĐND xã A, huyện B",
    ),
    "matter": (
        "về việc giữ rừng", "phát triển kinh tế", "“Về việc mở chợ”", "việc sửa đổi", "hộ nghèo",
        "về   việc   sửa   đổi", "giai đoạn {years}", "cải cách (sau đây gọi tắt là Đề án)",
    ),
    "provision": (
        "khoản 1 Điều 2", "điểm a khoản {digits} Điều {digits}", "Điều {digits}", "Chương {roman}",
        "các khoản 1, 2 và 3", "điểm đ, e", "Phụ lục {roman}", "mục {roman}.{digit}.{digit}",
    ),
    "unit": ("%", "ha", "tỷ đồng", "xã", "triệu đồng/người/năm", "", "lượt người", "km"),
    "list": ("{item}", "{item}\n{list}", "{item}\n{sentence}\n{list}", "{item} {list}"),
    "item": (
        "{digits}. {order}", "{digit}) {order}", "a) {order}", "đ) {order}", "- {order}",
        "+ {order}",
        "{roman}. {order}", "{digit}.{digit}. {order}", "Điều {digits}. {order}", "Một là, {order}",
        "Thứ {digit}, {order}", "Chương {roman}\n{matter}", "* {order}", "• {order}",
        "({digit}) {order}",
        "{digits}.", "**{digit}.** {order}", "{digit}.{digit}.{digit}.{digit} {order}",
        "z) {order}",
    ),
    "row_of_items": (
        "{matter} gồm: ({digit}) {matter}; ({digit}) {matter}.", "một là {order} hai là {order}",
        "{matter}: a) {matter}; b) {matter}; c) {matter}", "{row_of_items} {row_of_items}",
        "thứ nhất, {matter}; thứ hai, {matter}", "i) {matter} ii) {matter} iii) {matter}",
    ),
    "aside": (
        "Ảnh: {name}", "{name}\nTheo TTXVN", "Tin, ảnh: {name} - {name}", "[{digit}] {citation}",
        "{digits} {citation}", "# {matter}", "## {roman}. {matter}", "PHẦN {roman}", "Mục {digit}",
        "PHỤ LỤC {roman}\n(Kèm theo {citation})", "MỤC LỤC\n{matter} .... {digits}",
        "> {sentence}",
        "- {digits} -", "Kính gửi: {position} {place}", "Nơi nhận:\n- {position} {place};",
        "* {name} sinh {date}, quê {place}", "{year}: {position} {place}", "{name} ({years})",
        "{years}: {position} {place}", "Ông từng là {position}, {position}, {position} {place}",
    ),
    "order": (
        "Giao Bộ Y tế {matter} trước {date};", "{person} phụ trách.", "{sentence}",
        "Tăng {number}{unit}",
        "Sở Nội vụ chủ trì, phối hợp với {place} {matter}", "{position}: {name}", "",
    ),
    "table": ("{row}\n{row}\n{row}", "|---|---|---|\n{row}", "{row}", "{row}\n{table}"),
    "row": (
        "| {digit} | {name} | {position} |", "{digit}\t{name}\t{position} {place}",
        "{digit}  {name}    {position}    {years}", "| {citation} | {place} | {date} |", "||||",
        "{name} | {position}", "<td>{name}</td><td>{position}</td>",
    ),
    "letterhead": (
        "ĐẢNG CỘNG SẢN VIỆT NAM\n{place}, {date}", "Số: {number}", "CHÍNH PHỦ\n-----\nSố: {number}",
        "UBND TỈNH X    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố {number}    Độc lập - Tự do",
    ),
    "signature": (
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n(Đã ký)\n{name}",
        "T/M BAN THƯỜNG VỤ\n{position}\n{name}", "KT. {position}\nPHÓ {position}\n\n{name}",
    ),
}  # fmt: skip
_SLOT: Final = re.compile(r"\{([a-z]+)\}")
_DEPTH: Final = 8
SHORT: Final = 0.85  # short texts, so that many can be tried


def random_characters(random: Random) -> str:
    """Return a run of characters of every class, some words of the grammar among them."""
    parts: list[str] = []
    for _ in range(random.randrange(1, 40)):
        if random.random() < 0.2:
            parts.append(grammar(random, random.choice(tuple(_GRAMMAR))))
        else:
            make = random.choice(_CLASSES)
            parts.extend(make(random) for _ in range(random.randrange(1, 5)))
    return "".join(parts)


def grammar(random: Random, slot: str = "text", depth: int = 0) -> str:
    """Return a string of the grammar, with something odd in place of what is too deep."""
    if depth > _DEPTH:
        return random.choice(("", "1", "…"))
    chosen = random.choice(_GRAMMAR[slot])
    return _SLOT.sub(lambda match: grammar(random, match[1], depth + 1), chosen)


def grammar_phrase(random: Random) -> str:
    """Return a short string of any part of the grammar."""
    return grammar(random, random.choice(tuple(_GRAMMAR)), _DEPTH // 2)


def character(random: Random) -> str:
    """Return a character of any class."""
    return random.choice(_CLASSES)(random)


def _somewhere(random: Random, text: str) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(len(text), start + random.randrange(1, 40))


def _each(pattern: str, replacement: str, share: float) -> Callable[[Random, str], str]:
    compiled = re.compile(pattern)

    def spoil(random: Random, text: str) -> str:
        return compiled.sub(lambda m: replacement if random.random() < share else m[0], text)

    return spoil


def _drop(random: Random, text: str) -> str:
    start, end = _somewhere(random, text)
    return text[:start] + text[end:]


def _double(random: Random, text: str) -> str:
    start, end = _somewhere(random, text)
    return text[:end] + text[start:end] * random.randrange(1, 4) + text[end:]


def _insert(random: Random, text: str) -> str:
    start, _ = _somewhere(random, text)
    return text[:start] + random.choice(_CLASSES)(random) + text[start:]


def _long_run(random: Random, text: str) -> str:
    start, _ = _somewhere(random, text)
    run = random.choice("1900I٣Đ x.-|\n\u0301") * random.choice((20, 60, 300))
    return text[:start] + run + text[start:]


def _insert_phrase(random: Random, text: str) -> str:
    start, _ = _somewhere(random, text)
    return text[:start] + grammar_phrase(random) + text[start:]


def _hide(random: Random, text: str) -> str:
    hidden = random.choice("\u200b\u00ad\ufeff\u2060\u200d")
    return "".join(c + hidden if random.random() < 0.15 else c for c in text)


def _strip(_: Random, text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _entities(random: Random, text: str) -> str:
    if random.random() < 0.5:
        return html.escape(text)
    return "".join(f"&#{ord(c)};" if ord(c) > 127 and random.random() < 0.5 else c for c in text)


def _cells(random: Random, text: str) -> str:
    mark = random.choice(("|", "\t", " | ", "    "))
    return mark.join(text.split(" "))


SPOILERS: Final[tuple[Callable[[Random, str], str], ...]] = (
    _each(" ", "", 0.3), _each(" ", "  ", 0.5), _each(" ", "\n", 0.2), _each(" ", "\u00a0", 0.5),
    _each("\n", " ", 1), _each("\n", "\r\n", 1), _each("\n", "\r", 1), _each("\n", "\n\n", 0.5),
    _each("[.,;:]", "", 0.5), _each("-", "–", 0.7), _each("\n", "\f", 0.3), _each(" ", "_", 0.3),
    _each(r"\d", "٣", 0.2), _each("o", "0", 0.3), _each("[“”\"]", "'", 0.7),
    _drop, _drop, _double, _insert, _insert, _insert_phrase, _long_run, _hide, _strip, _entities,
    _cells,
    lambda _, text: text.swapcase(), lambda _, text: text.upper(), lambda _, text: text.lower(),
    lambda _, text: text.title(), lambda _, text: text[::-1],
    lambda _, text: unicodedata.normalize("NFD", text),
    lambda _, text: unicodedata.normalize("NFKD", text),
    lambda _, text: "\n".join(text[at : at + 30] for at in range(0, len(text), 30)),
    lambda random, text: "\n".join(sorted(text.split("\n"), key=lambda _: random.random())),
    lambda _, text: "\n".join(f"> {line}" for line in text.split("\n")),
)  # fmt: skip


def spoiled(random: Random, bases: Sequence[str]) -> str:
    """Return a piece of one of ``bases`` after a few accidents."""
    base = random.choice(bases)
    size = random.choice((60, 120, 200, 400))
    start = random.randrange(max(1, len(base) - size))
    text = base[start : start + size]
    for _ in range(random.randrange(0, 5)):
        text = random.choice(SPOILERS)(random, text)
    return text


def generate(random: Random, bases: Sequence[str], short: float = SHORT) -> tuple[str, str]:
    """Return the kind of the next text to try, and the text; a share is cut ``short``."""
    kind, text = _generated(random, bases)
    if random.random() < short:
        start = random.randrange(max(1, len(text) - 20))
        text = text[start : start + random.randrange(1, 80)]
    return kind, text


def _generated(random: Random, bases: Sequence[str]) -> tuple[str, str]:
    kind = random.random()
    if kind < 0.25:
        return "of characters", random_characters(random)
    if kind < 0.6:
        return "spoiled", spoiled(random, bases)
    text = grammar(random)[:1500]
    for _ in range(random.choice((0, 0, 1, 1, 2, 3))):
        text = random.choice(SPOILERS)(random, text)
    return "of the grammar", text
