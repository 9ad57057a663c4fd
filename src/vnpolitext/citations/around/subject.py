"""What the text's own document is about (*trích yếu*): lines under its kind, or behind *V/v*."""

import re
from typing import Final

from vnpolitext.citations.grammar.issuers import read_issuer
from vnpolitext.citations.grammar.matters import OPENING
from vnpolitext.citations.grammar.rules import SPACE
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import single_spaced

_REACH: Final = 1400
_LONGEST: Final = 700
_FEWEST: Final = 3


def read_subject(text: str, at: int, *, under: bool) -> str | None:
    r"""Return the title of the document whose kind stands in the line at ``at``, or ``None``.

    Args:
        text: The folded text.
        at: Where the line of the kind begins, or where the number ends.
        under: Whether the title stands under that line, not behind *V/v*.

    >>> read_subject("QUYẾT ĐỊNH\nVề việc giao đất trồng rừng\n\nCăn cứ Luật X", 0, under=True)
    'Về việc giao đất trồng rừng'
    >>> read_subject("Số: 5/SNV-CC\nV/v cử cán bộ đi học\n\nKính gửi: Sở X", 12, under=False)
    'V/v cử cán bộ đi học'
    """
    if under:
        begin = text.find("\n", text.find("\n", at) if text.startswith("\n", at) else at) + 1
        lines = _lines(text, begin) if begin else []
    else:
        lead = _BEHIND.match(text, at)
        lines = _lines(text, lead.end()) if lead else []
    title = single_spaced(" ".join(lines))
    return title if len(title.split()) >= _FEWEST and len(title) <= _LONGEST else None


def _lines(text: str, begin: int) -> list[str]:
    """The lines of a title that begins at ``begin``, none if what stands there is no title."""
    lines: list[str] = []
    for line in text[begin : begin + _REACH].split("\n"):
        words = line.strip(_MARKS)
        if not words:
            if lines:
                break
            continue
        if not lines and not (_OPENS.match(words) or words.isupper()):
            return []
        if _OTHER.match(words) or (lines and not _goes_on(lines[0], words)):
            break
        if _is_body(words) and not (lines and _OPEN_END.search(lines[-1])):
            break
        cell = words.find("|")
        lines.append(words if cell < 0 else words[:cell].rstrip())
        if cell >= 0:
            break
    return lines


def _is_body(words: str) -> bool:
    """Whether a line names the body that issues the document, under its title."""
    return words.isupper() and read_issuer(words, words.lower(), 0) == len(words)


def _goes_on(first: str, words: str) -> bool:
    """Whether a line is written as the first of the title is."""
    return words.isupper() if first.isupper() else words[0].islower() or words[0].isdigit()


_MARKS: Final = " \t*_#|-–=."
_BEHIND: Final = lazy_pattern(r"\s{0,4}(?=(?:V/v|v/v|V/V)[ :.])")
_OPENS: Final = lazy_pattern(rf"(?:{OPENING}|V/V)(?!\w)", re.IGNORECASE)
# What a body in the next line goes on with: "DOANH NGHIỆP THUỘC ỦY⏎BAN NHÂN DÂN TỈNH".
_OPEN_END: Final = lazy_pattern(
    r"(?<!\w)(?:của|thuộc|và|với|cho|tại|do|giữa|về|các|ủy|hội|bộ|thường trực|ban|chính|thủ|tỉnh"
    r"|thành phố|huyện|xã|phường)$|[,-]$",
    re.IGNORECASE,
)
_OTHER: Final = lazy_pattern(
    rf"(?:của{SPACE}|số{SPACE}|căn{SPACE}cứ|kính{SPACE}gửi|theo{SPACE}đề|xét{SPACE}|điều{SPACE}\d|chương{SPACE}"
    rf"|phần{SPACE}|độc{SPACE}lập|cộng{SPACE}hòa|nơi{SPACE}nhận|\(|[^\n]{{0,30}},{SPACE}ngày{SPACE}"
    r"|(?:\d{1,2}|[ivx]{1,4})[.)]\s)",
    re.IGNORECASE,
)
