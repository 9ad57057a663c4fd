"""The head of a page: site name, letterhead, title, metadata lines, lead."""

import re
from typing import Final

from vnpolitext.layout.bylines import read_byline
from vnpolitext.layout.lines import Unit
from vnpolitext.layout.marks import is_name
from vnpolitext.layout.phrases import is_motto, phrases
from vnpolitext.layout.wrapping import begins_item
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import genres, office_at_start, title_at_start

_REACH: Final = 30
_MENU: Final = 15
_OVER: Final = 4
_LONGEST_SIGN: Final = 160
_TITLE: Final = 260
_WRAPPED: Final = 3
_LEAD: Final = 900
_SIGN: Final = lazy_pattern(
    r"(?:^|\s)số\s?:?\s?\d{0,6}\s?[-/]\s?[^\W\d]|ngày\s++[\d.…]{0,8}\s*+tháng\s*+(?:[\d.…]|năm)"
    r"|^tháng\s+\d{1,2}\s+năm\s+\d{4}"
    r"|,\s*ngày(?:\s+\d{1,2})?$|^số\s?:?$|^\d{1,6}/(?:\d{4}/)?[^\W\d][\w-]{1,20}$"
    r"|^\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}$"
    # Without marks: "So: 12/QD-UBND", "Song May, ngay 5 thang 3 nam 2026".
    r"|^so\s?:\s{0,20}\d{0,6}\s?/|,\s?ngay\s[\d .…]{0,9}\s?thang\s[\d .…]{0,9}\s?nam\s"
    r"|^\(?dự thảo(?: lần [\w ]{1,12})?\)?$|^(?:tuyệt mật|tối mật|mật|hỏa tốc|thượng khẩn|khẩn)$"
)
# What a page puts over its text that is no title: numbers of pages, comments, names of files.
_NO_TITLE: Final = lazy_pattern(
    r"<!--|\[?(?:page|trang)\s\d{1,5}\b[^\W\d_]{0}|[^\s/]{1,80}\.(?:md|txt|docx?|pdf|html?)$"
    r"|[^\s_]{1,40}(?:_[^\s_]{1,40}){1,12}$|[-=*~_]{3,40}\s?[^\W_]{2,20}(?:\s[^\W_]{2,20}){0,3}\s?[-=*~_]{3,40}$",
    re.IGNORECASE,
)
# What a charter or an annex has under its title.
_ANNEXED: Final = ("(kèm theo", "(ban hành", "(được ban hành")
_SUBJECT: Final = lazy_pattern(r"\(?(?:v/v|về việc)\s?:?\s")
_LINK: Final = lazy_pattern(r"(?:https?://|www\.)\S{4,2000}$")
_CLOSE: Final = 5
_ADDRESSES: Final = ("kính gửi", "kinh gui")
_DATELINE: Final = lazy_pattern(r"\([^()\n]{2,40}\)\s?[-–:]\s|[^\W\d_]{2,12}\s?-\s(?=[^\W\d_])")
_SENTENCE_END: Final = lazy_pattern(r"[.!?…]\s+(?=[^\W\d_])")


def mark_head(units: list[Unit], kinds: list[str | None]) -> None:
    """Fill in the kinds of the head units: ``boilerplate``, ``byline``, ``title``, ``lead``."""
    _mark_site(units, kinds)
    official = _mark_letterhead(units, kinds)
    if not official:
        _mark_menu(units, kinds)
    at = _mark_title(units, kinds)
    if at < 0:
        _mark_subject(units, kinds)
        return
    at, official = _mark_rest_of_title(units, kinds, at, official)
    at = _mark_bylines(units, kinds, at)
    if not official and not _is_submitted(units):
        _mark_lead(units, kinds, at)


def _is_submitted(units: list[Unit]) -> bool:
    """Whether a text ends as a paper that is laid before those above."""
    return any(unit.head.lower.startswith(phrases().submissions) for unit in units[-_CLOSE:])


def _mark_site(units: list[Unit], kinds: list[str | None]) -> None:
    for index, unit in enumerate(units[:6]):
        words = unit.head.words
        if kinds[index] is None and len(words) < 140 and words.startswith(phrases().sites):
            kinds[index] = "site"


def _mark_menu(units: list[Unit], kinds: list[str | None]) -> None:
    """Mark menu, section and publisher over the title, where a line of dates tells its end."""
    end = _dateline(units, kinds)
    over = [index for index in range(end) if kinds[index] is None]
    strong = [index for index in over if not _is_menu(units[index])]
    if not strong:
        return
    for index in over:
        if index < strong[0]:
            kinds[index] = "site"


def _dateline(units: list[Unit], kinds: list[str | None]) -> int:
    """Return the index of the first metadata line, or 0 if the text begins before one."""
    told = 0
    for index, unit in enumerate(units[:_MENU]):
        text = unit.text
        if kinds[index] is None and read_byline(text):
            return index
        told += len(text) > 80 and text.endswith(".")
        if len(text) > _TITLE or told > 1:
            break
    return 0


def _is_menu(unit: Unit) -> bool:
    text = unit.text
    count = len(text.split())
    if "#" in unit.head.mark or unit.head.bold or text.lower() in genres():
        return False
    if unit.head.mark and count < 15:
        return True
    body = text.isupper() and office_at_start(text.lower()) is not None
    return count <= (10 if body else 5) and not text.endswith((".", "?", "!", ":"))


def _mark_letterhead(units: list[Unit], kinds: list[str | None]) -> bool:
    """Mark everything down to the last line of a letterhead; tell whether there is one."""
    last, sure = -1, False
    above = _lines_over(units, kinds)
    for index, unit in enumerate(units[above:_REACH], start=above):
        words = unit.lower
        if kinds[index] == "image" or _ends_letterhead(unit) or (sure and _opens_text(unit)):
            break
        if words in genres():
            if index > above and all(_is_issuer(units[i], kinds[i]) for i in range(above, index)):
                sure, last = True, index - 1
            break
        told = kinds[index] != "table" or unit.text.isupper() or "-" in unit.text
        motto = told and is_motto(unit.head.text)
        if motto or _SIGN.search(words):
            sure = sure or motto or words.startswith(("số", "luật số"))
            last = index
    if not sure or last > 20:
        return False
    while last + 1 < len(units) and kinds[last + 1] in ("rule", "table"):
        last += 1
    for index in range(last + 1):
        if kinds[index] not in ("site", "image"):
            kinds[index] = "letterhead" if index >= above else "site"
    return True


def _lines_over(units: list[Unit], kinds: list[str | None]) -> int:
    """Return how many headings stand over a letterhead: names of files and numbers of pages."""
    above = 0
    while above < min(_OVER, len(units)) and kinds[above] is None and _is_over(units[above]):
        above += 1
    return above


def _ends_letterhead(unit: Unit) -> bool:
    long = len(unit.text) > _LONGEST_SIGN and not _SUBJECT.match(unit.lower)
    return long or unit.lower.startswith(_ANNEXED) or _is_over(unit)


def _opens_text(unit: Unit) -> bool:
    """Whether a line under letterhead or title names those addressed, or is an item of a list."""
    words = unit.head.words
    item = begins_item(unit.head.lower) and not _SUBJECT.match(words)
    return item or words.startswith(_ADDRESSES)


def _is_over(unit: Unit) -> bool:
    return "#" in unit.head.mark and not is_motto(unit.head.text) and unit.lower not in genres()


def _mark_subject(units: list[Unit], kinds: list[str | None]) -> None:
    """Mark the subject (*trích yếu*) in the letterhead of a letter, which has no other title."""
    for index, unit in enumerate(units[:_REACH]):
        if kinds[index] != "letterhead" or not _SUBJECT.match(unit.lower):
            continue
        kinds[index] = "title"
        for at in range(index + 1, min(index + 4, len(units))):
            text = units[at].text
            if kinds[at] != "letterhead" or not text[0].islower() or _SIGN.search(text.lower()):
                return
            kinds[at] = "title"
        return


def _is_issuer(unit: Unit, kind: str | None) -> bool:
    """Whether a line over the name of a document can belong to its letterhead."""
    return (
        kind in ("rule", "table", "site") or unit.text.isupper() or bool(_SIGN.search(unit.lower))
    )


def _mark_title(units: list[Unit], kinds: list[str | None]) -> int:
    """Mark the first unit that can be a title; return its index, or -1."""
    for index, unit in enumerate(units[:_REACH]):
        if kinds[index] is not None:
            continue
        if index and kinds[index - 1] == "image" and not unit.head.mark:
            kinds[index] = "caption" if len(unit.text) < 200 else None
            if kinds[index]:
                continue
        if read_byline(unit.text) or _LINK.match(unit.text):
            kinds[index] = "byline"
            continue
        if _NO_TITLE.match(unit.text):
            kinds[index] = "site"
            continue
        if _is_title(unit, _next(units, kinds, index)):
            kinds[index] = "title"
            return index
        return -1
    return -1


def _next(units: list[Unit], kinds: list[str | None], index: int) -> Unit | None:
    return next((units[i] for i in range(index + 1, len(units)) if kinds[i] is None), None)


def _is_title(unit: Unit, after: Unit | None) -> bool:
    text, words = unit.text, unit.lower
    if "#" in unit.head.mark or words in genres():
        return True
    if (
        after is None
        or len(text) > (_TITLE + 140 if text.isupper() or unit.head.bold else _TITLE)
        or text[0].islower()
        or text.endswith((";", ",", ":"))
        or "http" in words
        or words.startswith((*phrases().salutations, *phrases().caption_prefixes))
        or _DATELINE.match(text)
        or begins_item(unit.head.lower)
    ):
        return False
    if unit.count >= _WRAPPED and not (text.isupper() or unit.head.bold or after.head.gap):
        return False
    if text.endswith(".") and not text.endswith("..."):
        return len(text) < 170 and len(after.text) > len(text) and not _SENTENCE_END.search(text)
    return True


def _mark_rest_of_title(
    units: list[Unit], kinds: list[str | None], at: int, official: bool
) -> tuple[int, bool]:
    """Mark the lines that go on with the title; return the next index, and if it is official."""
    # ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG): what is bracketed belongs to the kind.
    bare = units[at].lower.partition(" (")[0] in genres()
    first = at
    at += 1
    while at < len(units) and at - first < 7:
        unit, kind = units[at], kinds[at]
        text = unit.text
        if kind is not None or len(text) > 600 or _opens_text(unit) or read_byline(text):
            break
        if text.lower().startswith(_ANNEXED):
            break
        capital = text.isupper() or unit.head.bold
        ended = text.endswith((".", ";", ":", "!"))
        goes_on = at - first == 1 and text.lower().startswith(phrases().continuations)
        if bare:
            joined = not ended and (
                not unit.head.gap
                or ((capital or goes_on) and not text.lower().startswith(phrases().salutations))
            )
            joined = joined and not (
                at - first > 1 and capital and office_at_start(text.lower()) is not None
            )
        else:
            joined = (
                not unit.head.gap
                and text.isupper()
                and units[first].text.isupper()
                and not is_name(text)
            )
        if not joined:
            break
        kinds[at] = "title"
        at += 1
    return at, official or bare


def _mark_bylines(units: list[Unit], kinds: list[str | None], at: int) -> int:
    """Mark metadata lines and repeated titles after the title; return the next index."""
    title = " ".join(unit.text for unit, kind in zip(units, kinds, strict=True) if kind == "title")
    stop = min(at + 10, len(units))
    while at < stop:
        if kinds[at] is None:
            text = units[at].text
            if text.strip(" .").lower() in title.lower():
                kinds[at] = "heading"
            elif (
                read_byline(text)
                or (_is_author(text) and not begins_item(units[at].head.lower))
                or _is_bracketed(text)
                or (kinds[at - 1] in {"byline", "letterhead"} and _is_office(text))
            ):
                kinds[at] = "byline"
            elif kinds[at - 1] == "image" and len(text) < 200:
                kinds[at] = "caption"
            else:
                break
        at += 1
    return at


def _is_bracketed(text: str) -> bool:
    return len(text) < 160 and text[0] == "(" and text.find(")") == len(text) - 1


def _is_author(text: str) -> bool:
    if len(text) > 160 or text.endswith((".", ":", ";")):
        return False
    title = title_at_start(text.lower())
    if title is not None:
        name = text[len(title.text) :].partition(",")[0]
        return title.is_secular_rank or is_name(name)
    return is_name(text) and not text.isupper()


def _is_office(text: str) -> bool:
    """Whether a line under the author's name tells the author's office."""
    if len(text) >= 160 or text.endswith((".", ":")) or is_motto(text):
        return False
    return office_at_start(text.lower()) is not None


def _mark_lead(units: list[Unit], kinds: list[str | None], at: int) -> None:
    if at >= len(units) or kinds[at] is not None:
        return
    unit = units[at]
    words = unit.lower
    marked = words.startswith(phrases().lead_prefixes)
    follows = sum(kind is None for kind in kinds[at + 1 :])
    if marked or (
        60 < len(unit.text) < _LEAD
        and follows >= 2
        and unit.text.endswith((".", "!", "?", "”", '"', "…", ":"))
        and not words.startswith(phrases().salutations)
        and not begins_item(unit.head.lower)
    ):
        kinds[at] = "lead"
