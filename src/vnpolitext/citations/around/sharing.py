"""Dates, issuers and terms that coordinated citations share."""

import re
from collections.abc import Sequence
from typing import Final

from vnpolitext.citations.around.attributes import Attributes
from vnpolitext.citations.around.before import read_issue
from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.grammar.issuers import agrees, read_issuer, written
from vnpolitext.citations.grammar.numbers import Number
from vnpolitext.citations.grammar.rules import MAYBE_SPACE, STATUTES, bodies
from vnpolitext.citations.spans.core import Core
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_JOINED: Final = lazy_pattern(
    rf"(?:\[\w{{1,4}}\])?{MAYBE_SPACE}[,;]?{MAYBE_SPACE}(?:và|hoặc|cùng(?:{MAYBE_SPACE}với)?|với|&|-|đến)?{MAYBE_SPACE}(?:các{MAYBE_SPACE})?(?:số{MAYBE_SPACE})?",
    re.IGNORECASE,
)


def share(view: View, cores: Sequence[Core], found: Sequence[Attributes]) -> None:
    """Give each citation the issuer, term and date that it shares with its neighbour."""
    text = view.text
    joined = [
        _JOINED.fullmatch(text, min(more.end, nxt.start), nxt.start) is not None
        for more, nxt in zip(found, cores[1:], strict=False)
    ]
    for i in range(len(cores) - 2, -1, -1):
        if joined[i] and _alike(text, cores[i], cores[i + 1]):
            _give(cores[i + 1], found[i + 1], cores[i], found[i], backwards=True)
    for i in range(len(cores) - 1):
        led = found[i].leads and _NEXT.search(text, cores[i].end, cores[i + 1].start)
        own = _OF.match(text, found[i + 1].end) is not None
        if (joined[i] or led) and not own:
            _give(cores[i], found[i], cores[i + 1], found[i + 1], backwards=False)
            found[i + 1].leads = found[i + 1].leads or bool(led)
    for i in range(len(cores) - 1):
        if found[i].ahead and _is_further(text, cores[i], found[i], cores[i + 1]):
            _carry(found[i], found[i + 1], cores[i + 1])
        if text[cores[i].end : cores[i + 1].start] in _APPOSED:
            _appose(cores[i], found[i], cores[i + 1], found[i + 1], text)
    _announced(view, cores, found)


def _alike(text: str, one: Core, other: Core) -> bool:
    """Whether two documents are written in one way, or tell their body, or a row has only numbers.

    *Chỉ thị 3, Chỉ thị 4 của Thủ tướng* has one issuer, *CT số 03, CT 4 của Thủ tướng* may not.
    """
    if one.number is None or other.number is None or other.start == other.number.start:
        return True
    if one.number.codes:
        return True
    said = [
        "số" in text[core.start : core.number.start].lower() for core in (one, other) if core.number
    ]
    return said[0] == said[1]


def _is_further(text: str, one: Core, more: Attributes, other: Core) -> bool:
    """Whether a document is issued with the one before: *ra Quyết định A về X, Quyết định B*."""
    begin = max(more.reach, more.end)
    if _ADOPTED_TOO.fullmatch(text, begin, other.start) and agrees(other.number, more.issuer or ""):
        return True
    if one.number is None and other.number is None:
        laws = one.kind in STATUTES and other.kind in STATUTES
        return laws and _FURTHER.fullmatch(text, begin, other.start) is not None
    if one.number is None or other.number is None or not one.number.codes:
        return False
    if other.start == other.number.start and agrees(other.number, more.issuer or ""):
        return _SO.fullmatch(text, begin, other.start) is not None
    alike = one.kind == other.kind and one.number.codes == other.number.codes
    return alike and _FURTHER.fullmatch(text, begin, other.start) is not None


def _carry(have: Attributes, lack: Attributes, core: Core) -> None:
    """Give body and day that the sentence begins with to a further document of it."""
    if lack.issuer:
        return
    lack.issuer = have.issuer
    lack.ahead = True
    lack.filled.append("issuer:shared")
    if have.term and not lack.term:
        lack.term = have.term
        lack.filled.append("term:shared")
    own = core.number.year if core.number else None
    if have.issued and not (lack.issued or lack.year) and own in {None, have.issued[:4]}:
        lack.issued = have.issued
        lack.filled.append("issued:shared")


# "tại các văn bản số 65/VP-ĐC về đê; số 26/TB-UBND về bến"
_SO: Final = lazy_pattern(rf"[,;]{MAYBE_SPACE}(?:và{MAYBE_SPACE})?số{MAYBE_SPACE}:?{MAYBE_SPACE}")
_FURTHER: Final = lazy_pattern(r",?\s(?:và\s)?(?:các\s)?|;\s(?:và\s)?")
# What follows has an issuer of its own, though none that is known: "Chỉ thị 5 của Đảng ủy X".
_OF: Final = lazy_pattern(rf"{MAYBE_SPACE},?{MAYBE_SPACE}của\s")
# "Quốc hội thông qua Nghị quyết về X; biểu quyết thông qua Luật Y"
_ADOPTED_TOO: Final = lazy_pattern(
    r"[;,:.]?\s(?:(?:và|đồng thời|sau đó|tiếp tục|cũng|đã)\s){0,2}(?:biểu quyết\s)?thông qua\s"
    r"(?:các\s)?",
    re.IGNORECASE,
)
_APPOSED: Final = (" (", "(")


def _appose(one: Core, first: Attributes, other: Core, second: Attributes, text: str) -> None:
    """Share the term or the name of a document said twice: *Luật Nhà ở (Luật số 27/2023/QH15)*."""
    if (one.number is None) == (other.number is None):
        return
    if {one.kind, other.kind} == {"luật", "bộ luật"}:
        one.kind = other.kind = "bộ luật"
    if one.kind != other.kind:
        return
    named, numbered = (first, second) if one.number is None else (second, first)
    if named.term and not numbered.term:
        numbered.term = named.term
        numbered.filled.append("term:shared")
    if one.kind in STATUTES and one.number is None:
        other.name = other.name or canonical_name(text[one.start : one.end])


# A further number of a list: "các Kế hoạch của UBND tỉnh: số 30/KH-UBND về ...; số 32/KH-UBND".
_NEXT: Final = lazy_pattern(
    rf"[,;]{MAYBE_SPACE}(?:và{MAYBE_SPACE})?(?:số{MAYBE_SPACE}:?{MAYBE_SPACE})?$"
)
_LIST: Final = lazy_pattern(
    r"(?<!\w)(?:ký|ban hành|ra|thông qua|công bố)(?: ban hành)? "
    r"(?:các|những|một số|nhiều|\w{1,4}|\d{1,2}) "
    r"(?P<kind>[\w]{2,8}(?: [\w]{2,8})?)(?: [\w'-]{1,12},?){0,12}?"
    r"(?:,? (?:cụ thể|gồm|như|bao gồm|đó là|sau đây))*:\s?",
    re.IGNORECASE,
)
_LIST_REACH: Final = 1600


def _announced(view: View, cores: Sequence[Core], found: Sequence[Attributes]) -> None:
    """Give body and day of *đã ký các sắc lệnh: ...; ...* to each document that the list has."""
    text = view.text
    done = 0
    for i, core in enumerate(cores):
        if i < done or found[i].issuer or core.number is None:
            continue
        at = max(cores[i - 1].end if i else 0, core.start - 90)
        given = _given(view, at, core)
        if given is None:
            continue
        stop = text.find("\n", core.end, core.end + _LIST_REACH)
        stop = core.end + _LIST_REACH if stop < 0 else stop
        for done in range(i, len(cores)):
            nxt, more = cores[done], found[done]
            first = done == i
            item = first or _ITEM.search(text, cores[done - 1].end, nxt.start) is not None
            if nxt.start > stop or nxt.number is None or nxt.kind != core.kind or not item:
                break
            for name in ("issuer", "issued"):
                value = getattr(given, name)
                fits = value and not getattr(more, name)
                if fits and (name == "issued" or agrees(nxt.number, value)):
                    if name == "issued" and (more.year or nxt.number.year not in {None, value[:4]}):
                        continue
                    setattr(more, name, value)
                    more.filled.append(f"{name}:shared")


def _given(view: View, floor: int, core: Core) -> Attributes | None:
    """Body and day in the words before a list whose first document is ``core``."""
    text, given = view.text, Attributes(core.end)
    heads = (m for m in _LIST.finditer(text, floor, core.start) if m.end() == core.start)
    if (head := next(heads, None)) is not None:
        read_issue(view, head.end(), max(0, head.start() - 200), given, head.start())
        return given
    of = _OF_LIST.search(text, floor, core.start)
    last = read_issuer(text, view.lower, of.end("of")) if of else None
    if of is None or last != of.start("colon"):
        return None
    given.issuer = written(text[of.end("of") : last])
    return given


# "các Quyết định của Bộ trưởng Bộ X: Quyết định số ..."
_OF_LIST: Final = lazy_pattern(
    r"(?<!\w)(?:các|những|\d{1,2}) [^\W\d]{2,8}(?: [^\W\d]{2,8}){0,2}(?P<of> của )"
    r"[^,;:\n]{4,70}(?P<colon>:)\s{1,3}$",
    re.IGNORECASE,
)
_ITEM: Final = lazy_pattern(r"[;,.]\s+(?:và\s+)?$")


def _give(giver: Core, have: Attributes, taker: Core, lack: Attributes, *, backwards: bool) -> None:
    a, b = giver.number, taker.number
    if a is None or b is None or not _of_one_body(a, b):
        return
    if backwards and lack.title and not b.codes and giver.kind != taker.kind:
        return
    if not lack.issuer and have.issuer and agrees(b, have.issuer) and _may(taker, have.issuer):
        lack.issuer = have.issuer
        lack.filled.append("issuer:shared")
        if not lack.term and have.term:
            lack.term = have.term
            lack.filled.append("term:shared")
    elif not lack.term and have.term and not lack.issuer and not have.issuer:
        lack.term = have.term
        lack.filled.append("term:shared")
    if (
        backwards
        and not lack.issued
        and have.issued
        and b.year in {None, have.issued[:4]}
        and a.codes
    ):
        lack.issued = have.issued
        lack.filled.append("issued:shared")


def _of_one_body(a: Number, b: Number) -> bool:
    """Whether two numbers have a body in common: *4/TTr-BXD-BTC*, *83/BXD-BTC-VP*, *UB*, *UBND*."""
    if a.body == b.body or a.body in b.codes or b.body in a.codes:
        return True
    one, other = (bodies().get(number.body) for number in (a, b))
    return one is not None and other is not None and one.issuer == other.issuer


def _may(core: Core, issuer: str) -> bool:
    """A directive of the Party comes from the Politburo or the Secretariat, never the Committee."""
    return core.kind != "chỉ thị" or "ban chấp hành" not in issuer.lower()
