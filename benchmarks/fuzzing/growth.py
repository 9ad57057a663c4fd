"""Texts that repeat something, and whether the work grows faster than they do.

Time says little on a machine that others use too. What is counted here are the calls of every
function, those of Python's own among them: they are the same in every run, and one function that
looks at everything again for each record stands out long before time does.
"""

import cProfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any, Final

from fuzzing.texts import character, grammar_phrase

_FAMILIES: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Mùa", "Giàng", "Lò", "Điểu")
_MIDDLES: Final = ("Văn", "Thị", "Minh", "Hữu", "Quốc", "Xuân", "Ngọc", "A", "Bá", "Đình")
_GIVEN: Final = ("An", "Bình", "Chi", "Dũng", "Hà", "Lan", "Mai", "Oanh", "Quân", "Sơn")
_UNITS: Final = ("Mây", "Tân", "Lập", "Mường", "Chà", "Ảng", "Nậm", "Pồ", "Canh", "Long")
_ROMANS: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS: Final = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_CODES: Final = ("-NQ/TW", "/2020/NĐ-CP", "/QĐ-UBND", "-CT/TU", "/2019/QH14", "-KH/TU")
_FRESH: Final[dict[str, Callable[[Random, int], str]]] = {
    "n": lambda _, number: str(number + 1),
    "r": lambda _, number: _TENS[number // 10 % 10] + _ROMANS[number % 10],
    "l": lambda _, number: "abcdđeghiklmnopqrstuvxy"[number % 23],
    "name": lambda random, _: " ".join(map(random.choice, (_FAMILIES, _MIDDLES, _GIVEN))),
    "NAME": lambda random, _: " ".join(map(random.choice, (_FAMILIES, _MIDDLES, _GIVEN))).upper(),
    "given": lambda random, _: random.choice(_GIVEN),
    "unit": lambda random, _: f"{random.choice(_UNITS)} {random.choice(_UNITS)}",
    "year": lambda random, _: str(1945 + random.randrange(80)),
    "date": lambda random, _: f"{random.randrange(1, 29)}/{random.randrange(1, 13)}/2020",
    "doc": lambda random, _: f"{random.randrange(1, 999)}{random.choice(_CODES)}",
    "word": lambda random, _: _word(random),
    "Word": lambda random, _: _word(random).title(),
    "WORD": lambda random, _: _word(random).upper(),
}
# What texts are made of; between angles what is another one each time.
FRAGMENTS: Final = (
    "<n>. ", "<n>) ", "(<n>) ", "<l>) ", "<l>. ", "(<l>) ", "<r>. ", "<n>.<n>. ", "Điều <n>. ",
    "Khoản <n> ", "Chương <r> ", "PHẦN <r>", "Phụ lục <n>", "một là ", "hai là ", "thứ nhất, ",
    "thứ hai ", "- ", "+ ", "• ", "* ", "> ", "# ", "### ", "**", "`", "Câu <n>. ", "ii) ",
    "điểm <l> khoản <n> Điều <n> ", "các điểm <l>, <l>, <l> ", "ông <name>", "đồng chí <name>",
    "đ/c <given>", "ông <given>", "<name>", "<NAME>", "TS. <name>", "<name> và <name>", "<name>, ",
    "<name>; ", "<name> - ", "(<name>)", "Ảnh: <name>", "H'<Word> <Word>", "K’<Word>", "<Word>",
    "<WORD>", "<word> ", "<Word> <Word> ", "<WORD> <WORD> <WORD> ", "Bí thư ", "Phó Bí thư ",
    "Chủ tịch UBND xã <unit> ", "Bí thư Tỉnh ủy <unit>", "nguyên Chủ tịch ", "các Phó Bí thư ",
    "Giám đốc Sở Y tế ", "Ủy viên Bộ Chính trị, ", "kiêm ", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n",
    "TM. ỦY BAN\n", "CHỦ TỊCH\n", "(Đã ký)\n", "Nơi nhận:\n- ", "Kính gửi: ", "giữ chức ",
    "được bầu làm ", "thôi giữ chức ", "từng là ", "nhiệm kỳ <year>-<year> ", "sinh năm <year> ",
    "từ năm <year> đến năm <year> ", "quê xã <unit> ", "(<year>-<year>)", "<year>: ",
    "Từ <n>/<year>: ", "ngày <date> ", "ngày <n> tháng <n> năm <year> ", "khóa <r> ",
    "Nghị quyết số <doc> ", "<doc>, ", "Quyết định số <doc> ngày <date> của Chính phủ ",
    "Luật <Word> <word> ", "Hiến pháp ", "Chỉ thị <n> ", "các Nghị định <doc>, <doc> và <doc> ",
    "về việc <word> <word> ", "(sau đây gọi là <Word>) ", "sửa đổi, bổ sung ", "Căn cứ ", "Theo ",
    "Số: <doc>\n", "Số:      /KH-UBND", "dự thảo ", "Nghị quyết này ", "“<word> <word>” ",
    "xã <unit>, ", "phường <n>, ", "P.<n> ", "Q.<n>, ", "tỉnh <unit> ", "huyện <unit>, ",
    "TP. <unit>", "các xã: <unit>, <unit> ", "Điện Biên, ", "Hồ Chí Minh ", "QL<n> ",
    "sáp nhập xã <unit> và xã <unit> thành xã <unit> ", "| <word> ", "|",
    "| <n> | <name> | Bí thư |",
    "<n>\t<name>\tBí thư", "<word>    ", "<n>   <name>    Chủ tịch    <year>", "|---|", "-----",
    "....", "..... <n>", "<td><word></td>", "<tr>", "<p>", "&nbsp;", "<!-- ", "<table>", "[<n>] ",
    "[<word>](http://a.b/<word>) ", "http://a.b/<word> ", "<n> ", "<n>\n", "<n>,<n> ", "<n>% ",
    "<n>/<n> ", "<n>-<n> ", "<n> tỷ đồng ", "gồm: ", "như sau: ", "sau đây:\n", "gồm:\n",
    "Giao Bộ Y tế ", "giao ", "chủ trì, phối hợp với Sở Nội vụ ", "phải ", "phấn đấu đạt <n>% ",
    ". ", "; ", ", ", ": ", "! ", "…", "(", ")", "[", "]", "“", "”", "\"", "'", "/", "-", " – ",
    "_", "*", "ĐẢNG CỘNG SẢN VIỆT NAM\n", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "CHÍNH PHỦ\n",
    "UBND TỈNH <WORD>", "NGHỊ QUYẾT\n", "Về việc <word>\n", "QUYẾT ĐỊNH:\n", "MỤC LỤC\n",
    "Chú thích:\n", "Tin liên quan\n", "(Theo TTXVN)", "- <n> -\n", "\u0301", "a\u0323\u0302",
    "\u200b", "\u00a0", "\t", "\r\n", "\f", "  ", "\n", "\n\n", "   \n", "UBND", "A.B.", "v.v.",
)  # fmt: skip
_JOINTS: Final = ("", "", "", " ", " ", "\n", "\n", "\n\n", " " * 40, ", ", "; ", ". ", " và ")
_SHAPES: Final = ("same", "fresh", "lines", "headed", "headed", "headed", "halves", "sandwich")
_SHORT: Final = 600
_FACTOR: Final = 10
_MANY: Final = 4000
_FEW: Final = 30


def repeated(seed: int, size: int) -> str:
    """Return a text of about ``size`` characters that repeats what the seed tells.

    One thing over and over, word for word or with other names and numbers each time, on lines of
    its own or not, below another thing, before or between others.
    """
    random = Random(seed)  # noqa: S311
    shape = random.choice(_SHAPES)
    one, other = _unit(random), _unit(random)
    again = partial(_again, Random(f"{seed} fresh"))  # noqa: S311
    if shape == "same":
        return _again(random, _filled(random, one, 0), size)
    if shape == "fresh":
        return again(one, size)
    if shape == "lines":
        return again(one.replace("\n", " ").strip() + "\n", size)
    if shape == "headed":
        return _filled(random, one, 0) + again(other, size)
    parts = (one, other) if shape == "halves" else (one, other, one)
    return random.choice(("\n", " ", "\n\n")).join(
        again(part, size // len(parts)) for part in parts
    )


def steps(work: Callable[[], Any]) -> Counter[str]:
    """Return how often each function was called while ``work`` was done."""
    profile = cProfile.Profile()
    profile.enable()
    try:
        work()
    finally:
        profile.disable()
    counts: Counter[str] = Counter()
    for entry in profile.getstats():
        code = entry.code
        name = code if isinstance(code, str) else f"{code.co_filename}:{code.co_name}"
        counts[name] += entry.callcount
    return counts


def growing(work: Callable[[int], Any], short: int = _SHORT) -> list[str]:
    """Return the functions whose calls grow faster than the size of what is worked on.

    What seems to grow faster between two sizes, as all does that comes once a text is long enough,
    is tried with a third one.

    Args:
        work: Does the work on something of the size it is given.
        short: The first size; the next ones are ten and forty times as large.
    """
    work(short)
    few, many = steps(partial(work, short)), steps(partial(work, _FACTOR * short))
    doubtful = [
        name
        for name, count in many.items()
        if count > max(_MANY, 2.5 * _FACTOR * max(_FEW, few[name]))
    ]
    if not doubtful:
        return []
    most = steps(partial(work, 4 * _FACTOR * short))
    return [name for name in doubtful if most[name] > 9 * many[name]]


def _unit(random: Random) -> str:
    parts: list[str] = []
    for _ in range(random.choice((1, 2, 2, 3, 3, 4))):
        kind = random.random()
        if kind < 0.12:
            parts.append(grammar_phrase(random))
        else:
            parts.append(character(random) if kind < 0.15 else random.choice(FRAGMENTS))
        parts.append(random.choice(_JOINTS))
    return "".join(parts)


def _again(random: Random, unit: str, size: int) -> str:
    found: list[str] = []
    length = number = 0
    while length < size:
        found.append(_filled(random, unit, number) or "a")
        length += len(found[-1])
        number += 1
    return "".join(found)


def _filled(random: Random, unit: str, number: int) -> str:
    found, rest = "", unit
    while "<" in rest:
        before, _, rest = rest.partition("<")
        name, closed, after = rest.partition(">")
        fresh = _FRESH.get(name) if closed else None
        found += before + (fresh(random, number) if fresh else "<")
        rest = after if fresh else rest
    return found + rest


def _word(random: Random) -> str:
    sizes = random.choice((1, 1, 2))
    return "".join(
        random.choice("bcdghklmnpqrstvx") + random.choice("aăâeêiouơôư") for _ in range(sizes)
    )
