"""What a single line is, as far as the line alone can tell."""

import re
from collections.abc import Iterable
from typing import Final

from vnpolitext.layout.lines import Line
from vnpolitext.layout.phrases import phrases
from vnpolitext.text.patterns import lazy_pattern

_LONGEST: Final = 400
_LONGEST_CHROME: Final = 160
_LONGEST_NAME: Final = 50
_MOST_WORDS: Final = 7
_IMAGE_OPENERS: Final = "![<"
_IMAGE_ENDS: Final = (
    *(".jpg", ".png", ".gif", ".svg", ".bmp", ".tif", "jpeg", "webp", "tiff", "heic"),
)
_IMAGE: Final = lazy_pattern(
    rf"(?:[\w%().~+&@-]++[ ]?+){{1,12}}(?<={'|'.join(map(re.escape, _IMAGE_ENDS))})$"
    r"|!\[[^\]]{0,300}\](?:\([^)]{0,500}\))?$"
    r"|\[(?:img|image|ảnh|hình ảnh|photo)(?:[: ][^\]]{0,300})?\]$"
    r"|<img\b[^>]{0,1000}>$"
)
_RULE: Final = lazy_pattern(
    r"[\s\-_=~#.*+|•○●◊…]+$|(?:</?[a-zA-Z][a-zA-Z0-9]{0,9}\b[^<>]{0,200}>\s*){1,40}+$"
)
_TABLE: Final = lazy_pattern(
    r"\||[^|\n]{1,200}\|(?:[^|\n]{0,200}\|)+\s*$|[^\t]{1,60}\t[^\t]{1,60}\t"
)
_BARS: Final = lazy_pattern(r"\|[\s:-]*[|-]")
_INITIALS: Final = lazy_pattern(
    r"(?:[^\W\d_]{1,2}\. ?){1,4}[^\W\d_]{0,10}$|[^\W\d_]{1,3}$|[^\W\d_]\.[^\W\d_]{1,8}$"
)
_BETWEEN: Final = lazy_pattern(r"\s[-–&]\s|,\s|\svà\s")
_NAME_WORD: Final = lazy_pattern(r"[^\W\d_][\w'’-]*$")


def mark_lines(lines: Iterable[Line]) -> list[str | None]:
    """Return ``"image"``, ``"rule"``, ``"table"``, ``"chrome"`` or ``None`` for each line.

    Of those without a bullet or ``#`` before them each different one is read once.
    """
    known: dict[str, str | None] = {}
    marks: list[str | None] = []
    for line in lines:
        if line.mark:
            marks.append(_mark(line))
            continue
        if line.text not in known:
            known[line.text] = _mark(line)
        marks.append(known[line.text])
    return marks


def _mark(line: Line) -> str | None:
    if len(line.text) > _LONGEST:
        return "table" if line.text.startswith("|") else None
    text, lower = line.text, line.lower
    if not text[0].isalnum() and _RULE.match(text):
        return "table" if _BARS.search(text) else "rule"
    if (lower[0] in _IMAGE_OPENERS or lower.endswith(_IMAGE_ENDS)) and _IMAGE.match(lower):
        return "image"
    if ("|" in text or "\t" in text) and _TABLE.match(text):
        return "table"
    if "#" in line.mark:
        return "chrome" if line.words.strip(" :.") in phrases().chrome_headings else None
    return "chrome" if is_chrome(line.words) else None


def is_chrome(words: str) -> bool:
    """Whether a folded line belongs to the site rather than to the article."""
    known = phrases()
    chrome = known.chrome
    bare = words.strip(" :.>»›|[]")
    if "|" in bare:
        return all(cell.strip() in chrome for cell in bare.split("|"))
    if words in chrome or bare in chrome:
        return True
    return len(words) < _LONGEST_CHROME and words.startswith(known.chrome_prefixes)


def is_name(text: str) -> bool:
    """Whether a short text looks like a personal name, a pen name or two of them.

    >>> is_name("Lò Thị Minh Phượng"), is_name("THÁI HOÀ"), is_name("Quang cảnh buổi lễ")
    (True, True, False)
    """
    if len(text) > _LONGEST_NAME:
        return False
    words = text.strip(" .").split()
    if not 1 < len(words) <= _MOST_WORDS:
        return False
    for word in words:
        if word != "-" and not (word[0].isupper() and _NAME_WORD.match(word)):
            return False
    return True


def are_names(text: str) -> bool:
    """Whether a short text is a name, or up to three of which some may be initials.

    >>> are_names("MAI HẠNH - N.T"), are_names("Lê Mây, Vàng Suối và Lò Gió"), are_names("N.T")
    (True, True, False)
    """
    parts = _BETWEEN.split(text)
    named = [is_name(part) for part in parts]
    others = [part for part, name in zip(parts, named, strict=True) if not name]
    return len(parts) <= 3 and any(named) and all(map(is_initials, others))


def is_initials(text: str) -> bool:
    """Whether a short text is a signature in initials, such as ``H.M`` or ``T.SỸ``."""
    return bool(_INITIALS.match(text)) and text.replace(".", "").replace(" ", "").isupper()
