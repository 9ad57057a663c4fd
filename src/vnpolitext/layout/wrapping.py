"""Lines that a page has broken, and what a page puts between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from vnpolitext.layout.marks import is_name
from vnpolitext.layout.phrases import phrases
from vnpolitext.models import per_choice
from vnpolitext.text.patterns import lazy_pattern

_ITEM: Final = lazy_pattern(
    r"[-+–]\s|(?!\d{1,4}[/-][^\W\d_]{1,8}\d{0,2}[/-])\(?"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|[ivx]{1,6})\s?[.)/:-](?:\s|(?=[^\W\d]))"
    r"|(?:điều|chương|mục|phần|khoản) (?:\d|[ivxlc]{1,6}\b)"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\b"
    r"|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b"
)
# A provision that is named inside a sentence: no mark stands behind its number.
_PROVISION: Final = lazy_pattern(
    r"(?:điều|chương|mục|phần|khoản) (?!(?:\d{1,4}|[ivxlc]{1,6})[.:])"
    r"|(?:Điều|Mục|Khoản) \d{1,4}[a-zđ]?(?:,|;| (?![^\W\d_]{1,40}+\Z)[^\W\d_][^\W\d_A-ZĐ])"
)
# A line that is nothing but the mark of an item, or the word of a heading before its number.
_LONE: Final = lazy_pattern(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|[ivx]{1,6})[.)/]"
    r"|(?P<word>phần|chương|mục|điều|khoản|điểm|phụ lục)"
)
_NUMBER: Final = lazy_pattern(r"\d|[IVXLC]{1,6}(?!\w)|[a-zđ]\)")
_SOFT: Final = "soft"
_CAPITAL: Final = "capital"
_ENDED: Final = "ended"
_LONELY: Final = "lone"
_MARKED: Final = "marked"
# The number of another document, with which no item begins; the moment of a page, and the field
# of a letterhead.
_CODE: Final = lazy_pattern(r"\d{1,4}[/-][A-ZĐ]{1,8}\d{0,2}(?![^\W\d_])")
_STAMP: Final = lazy_pattern(
    r"(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ ,|-]{1,3}\d{1,2}[:hg]\d\d(?!\d)"
    r"|[Cc]ập nhật(?: lúc| ngày)?[ :]{1,2}\d"
)
_NUMBERED: Final = lazy_pattern(r"[Ss]ố ?:")
# A line that is nothing but a day: below a short one it may be that of the page.
_DAY: Final = lazy_pattern(r"ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_FIELD: Final = lazy_pattern(r"[a-z_]{2,20}:(?:\s|\Z)")
_RULE: Final = lazy_pattern(r"[\W_]++\Z")
# What parts the cells of a line in columns.
_GAP: Final = lazy_pattern(r"(?<=\S)(?:\t| {3,}+)(?=\S)")
_MARKS: Final = "-+–•●▪■◦·➢❖✓»►|#>*~=_<!"
_MAY_GO_ON: Final = "-+–*_"
_ITEM_ENDS: Final = ".;"
_ENDS: Final = '.!?…:;|”"'
_QUOTES: Final = "\"“”'’)]*_ "
_HEAD: Final = 48
_NEAR: Final = 200
_LOUD: Final = 12
_SHORT: Final = 40
_LONGEST_LONE: Final = 17
_WIDEST: Final = 140
_FEWEST: Final = 3
_FILLED: Final = 5
_NEARLY: Final = 0.9
_OVER: Final = 1.03
_NEVER: Final = 1 << 30


class _Break(NamedTuple):
    """A line break that may be that of a wrap.

    Attributes:
        at: Where it is.
        length: How long the line before it is.
        word: How long the first word behind it is.
        kind: ``"soft"``: the sentence plainly goes on; ``"capital"``: it is left open, and a
            capital or a figure follows; ``"marked"``: it is left open, and what follows may be
            the mark of an item; ``"ended"``; ``"lone"``: the line is a mark of an item, or the
            next one nothing but a day below a short line.
    """

    at: int
    length: int
    word: int
    kind: str


def find_wraps(text: str) -> list[int]:
    r"""Return the places of the line breaks that a page has put into its paragraphs.

    Whether lines are wrapped, and how wide, is decided for the whole text: most lines that leave
    their sentence open must go on in lower case; what those lines are as long as goes on before a
    capital, too. Where the lines are as full as one width lets them be, that width tells which
    go on, also before a capital or a dash. Else no line goes on before an item of a list; before
    a row of a table or a heading none ever does.

    >>> line = "Đoàn công tác đã làm việc với lãnh đạo các sở, ngành và"
    >>> find_wraps(f"{line}\ncác xã.\nHết"), find_wraps(f"{line}\n1. Sở Y tế")
    ([55], [])
    """
    opened = _opened(text.split("\n"))
    if not opened:
        return []
    lines = list(_lines(text))
    kept: list[_Break | None] = [None] * len(lines)
    for number in opened:
        kept[number] = _read_break(text, *lines[number])
    if not any(each is not None and each.kind == _SOFT for each in kept):
        return []  # Whether others go on is told by those that plainly do.
    for number in set(range(len(lines))).difference(opened):
        kept[number] = _read_break(text, *lines[number])
    breaks = [each for each in kept if each is not None]
    width, extent = _width(breaks), _extent(breaks)
    widest = width * _OVER if width else _NEVER
    return [
        each.at for each in breaks if _fills(each, width) or _goes_on(each, *extent, widest=widest)
    ]


def begins_item(lower: str) -> bool:
    """Whether a folded line begins with the mark of an item, of a heading or of an article.

    >>> begins_item("1. học"), begins_item("30/nq-cp ngày"), begins_item("điều 5 của luật")
    (True, False, True)
    """
    return _ITEM.match(lower) is not None


def is_left_open(before: str, after: str) -> bool:
    """Whether a line ends with a word that needs another, such as the one that follows.

    With a capital of its own behind another one it is a name (*đồng chí Vũ Trọng Bằng*).

    >>> is_left_open("theo Nghị quyết số", "18"), is_left_open("giảm dân số", "Tỉnh ủy")
    (True, False)
    >>> is_left_open("đồng chí Thiếu tướng", "Lò Văn An"), is_left_open("Thủ tướng", "Lò Văn An")
    (True, False)
    """
    words = phrases().number_words if after[:1].isdigit() else phrases().open_words
    *_, previous, last = ("", *before.split())
    is_name_word = last.istitle() and previous.istitle() and previous.isalpha()
    needs = last.lower() in words or f"{previous} {last}".lower() in words
    return needs and not is_name_word


def put(text: str, places: Iterable[tuple[int, str]]) -> str:
    r"""Return ``text`` with single characters in place of those at ascending ``places``.

    >>> put("một\nhai", [(3, " ")])
    'một hai'
    """
    pieces: list[str] = []
    done = 0
    for at, mark in places:
        pieces += (text[done:at], mark)
        done = at + 1
    return "".join((*pieces, text[done:])) if pieces else text


def _lines(text: str) -> Iterable[tuple[int, int, int]]:
    """Yield where a line begins, where it ends, and where the one behind it ends."""
    start = 0
    stop = text.find("\n")
    while stop >= 0:
        after = text.find("\n", stop + 1)
        after = len(text) if after < 0 else after
        yield start, stop, after
        start, stop = stop + 1, after if after < len(text) else -1


def _opened(lines: Sequence[str]) -> list[int]:
    """Return which breaks stand before a small letter, or behind a word that needs another.

    Short lines come again and again: each different one is looked at once.
    """
    different, words = set(lines), _needy_words()
    small = {line for line in different if line[:_HEAD].lstrip()[:1].islower()}
    needy = {line for line in different if not words.isdisjoint(_last_word(line))}
    if not small and not needy:
        return []
    behind = enumerate(pairwise(lines))
    return [number for number, (line, next_) in behind if next_ in small or line in needy]


def _last_word(line: str) -> list[str]:
    return line[-_HEAD:].lower().rsplit(None, 1)[-1:]


def _read_break(text: str, start: int, at: int, stop: int) -> _Break | None:
    """Return the break between the lines ``start`` to ``at`` and ``at`` to ``stop``."""
    head = text[at + 1 : min(stop, at + 1 + _HEAD)].strip()
    tail = text[max(start, at - _HEAD) : at].rstrip()
    if not head or not tail or (not tail[-1].isalnum() and _RULE.match(tail)):
        return None
    word = len(head.split(None, 1)[0])
    if head[0] in _MARKS:
        goes_on = head[0] in _MAY_GO_ON and "|" not in tail and not _is_ended(tail)
        return _Break(at, at - start, word, _MARKED) if goes_on else None
    bare = tail.strip()
    lone = _LONE.fullmatch(bare.lower()) if len(bare) <= _LONGEST_LONE else None
    if at - start < _SHORT and _DAY.fullmatch(head):
        kind: str | None = _LONELY
    elif lone is not None:
        kind = _LONELY if lone["word"] is None or _NUMBER.match(head) else None
    elif (
        _begins(tail, head)
        or _is_under_cell(text, start, at)
        or (":" in head and _FIELD.match(head) and _FIELD.match(text, start, at))
        or all(
            _GAP.search(text, *row)
            for row in ((max(start, at - _NEAR), at), (at + 1, min(stop, at + _NEAR)))
        )
    ):
        kind = None
    else:
        kind = _kind(tail, head, is_short=at - start < _SHORT)
        if kind == _CAPITAL and _ends_item(text, start, at, stop):
            kind = _SOFT
    return _Break(at, at - start, word, kind) if kind else None


def _begins(tail: str, head: str) -> bool:
    """Whether a line begins an item, a row or a heading in capitals after another one."""
    if "|" in head or "|" in tail:
        return True
    if _NUMBERED.match(head) or _STAMP.match(head):
        return True
    if _ITEM.match(head.lower()):
        return not (_PROVISION.match(head) or _CODE.match(head))
    return len(head) > _LOUD and head[0].isalpha() and head.isupper() and not tail.isupper()


def _is_under_cell(text: str, start: int, at: int) -> bool:
    """Whether the line behind a break begins under a cell of the row before it, not the first."""
    if text[at + 1 : at + 4] != "   ":
        return False
    reach = min(at - start, _WIDEST)
    indent = len(text[at + 1 : at + 2 + reach]) - len(text[at + 1 : at + 2 + reach].lstrip(" "))
    cell = start + indent
    return indent < reach and any(gap.end() == cell for gap in _GAP.finditer(text, start, at))


def _ends_item(text: str, start: int, at: int, stop: int) -> bool:
    """Whether a line of an item is left without a mark and the next one ends it before another."""
    if at - start < _SHORT or text[stop - 1] not in _ITEM_ENDS:
        return False
    if _ITEM.match(text[start : start + _HEAD].lstrip().lower()) is None:
        return False
    after = text[stop + 1 : stop + 1 + _HEAD].lstrip()
    return not after or _ITEM.match(after.lower()) is not None


def _kind(tail: str, head: str, *, is_short: bool) -> str | None:
    if _is_ended(tail):
        return _ENDED
    if head[0].islower() or is_left_open(tail, head):
        return None if is_short and is_name(tail) else _SOFT
    apart = is_short and (tail.isupper() or is_name(tail) or is_name(head))
    return None if apart else _CAPITAL


def _is_ended(tail: str) -> bool:
    return tail[-1] in _ENDS or tail.rstrip(_QUOTES)[-1:] in _ENDS


@per_choice
def _needy_words() -> frozenset[str]:
    """Return the last words of what needs another behind it."""
    needy = phrases().open_words | phrases().number_words
    return frozenset(each.rpartition(" ")[2] for each in needy)


def _width(breaks: Sequence[_Break]) -> int:
    """Return the width that the lines fill: no word more would have had room; or 0.

    Each line that goes on tells from what to what the width may be; it is where most of them
    overlap, if nearly all do.
    """
    inner = [each for each in breaks if _SHORT < each.length <= _WIDEST]
    soft = [each for each in inner if each.kind == _SOFT]
    open_ = [each for each in inner if each.kind in {_SOFT, _CAPITAL}]
    if len(soft) < _FEWEST or len(open_) < _FILLED:
        return 0
    steps = Counter(each.length for each in open_)
    steps.subtract(each.length + each.word + 1 for each in open_)
    widths = sorted(steps)
    _, width = max(zip(accumulate(steps[each] for each in widths), widths, strict=True))
    return width if sum(_fills(each, width) for each in soft) >= len(soft) * _NEARLY else 0


def _fills(each: _Break, width: int) -> bool:
    return each.length <= width <= each.length + each.word


def _extent(breaks: Sequence[_Break]) -> tuple[int, int, int]:
    """Return the lengths of lines from which on they go on, and that of full ones.

    The first is for what goes on in lower case, the second for what begins with a capital.
    """
    soft = [each for each in breaks if each.kind == _SOFT]
    if len(soft) < sum(each.kind == _CAPITAL for each in breaks):
        return _SHORT, _NEVER, _NEVER
    inner = [each for each in breaks if each.length > _SHORT]
    full = _share(inner, 0.95) if len(soft) >= _FEWEST else 0
    return (0, _share(soft, 0.05), full) if 0 < full <= _WIDEST else (0, _NEVER, _NEVER)


def _share(breaks: Sequence[_Break], share: float) -> int:
    """Return the length that a share of the lines do not reach."""
    lengths = sorted(each.length for each in breaks)
    return lengths[int(len(lengths) * share)] if lengths else 0


def _goes_on(each: _Break, least: int, capital: int, full: int, *, widest: float) -> bool:
    if each.kind == _MARKED or (each.kind == _CAPITAL and each.length > widest):
        return False
    if each.kind == _LONELY:
        return full < _NEVER
    if each.kind == _ENDED:
        return each.length > full * 0.8 and each.length + 1 + each.word > full - 2
    return each.length >= (least if each.kind == _SOFT else capital)
