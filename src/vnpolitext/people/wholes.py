"""Whether the words of an office are whole, or go on behind what was found of it."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.records import Position
from vnpolitext.people.offices import office_in_full
from vnpolitext.people.tails import tail
from vnpolitext.text import View, fold
from vnpolitext.text.alphabet import LOWER, UPPER
from vnpolitext.text.patterns import lazy_pattern

_ELLIPSIS: Final = lazy_pattern(r" ?(?:\.\.\.|…)|(?<= [Xx]ã hội) chủ nghĩa")
# A head that says of what kind a body is, and nothing of which (*Chủ tịch Ủy ban*).
_BARE_HEAD: Final = lazy_pattern(
    r"(?:(?:ủy ban|hội đồng|liên minh|tiểu ban|phái đoàn|phong trào)"
    r"|(?:trưởng|phó trưởng|phó) ban)\Z"
)
# Whom somebody serves (*trợ lý cho ông X*).
_AIDE: Final = lazy_pattern(r"(?:trợ lý|thư ký|cố vấn|phụ tá)\Z")
_SERVES: Final = lazy_pattern(r" (?:cho|của|đồng chí|ông|bà) ")
_MEMBERS: Final = frozenset({"thành viên", "ủy viên", "hội viên"})
_FUNCTION_WORDS: Final = (
    "và|của|với|tại|từ|năm|ngày|tháng|do|trong|lần|để|như|thay|khi|sau|cùng|giữ|làm|được|đến|là|trở"
    "|đồng thời|gồm|rồi|ở|nhiệm|khóa|khoá|đã|bị|cho|theo|vào|kể|trước|nhưng|thì|mà|này|đó|trên|mới"
    "|đầu|cũ|thứ|kiêm|hiện|nguyên|vì|có|không|sẽ|cũng|còn|nên|về|ra|lên|qua|hay|hoặc|bằng|một|đối"
    "|ấy|nói|nữa|vừa|ngay|lâm thời|dưới|bao"
)
_GOES_ON: Final = lazy_pattern(rf" (?!(?:{_FUNCTION_WORDS})(?!\w))[{LOWER}]")
_NAME_GOES_ON: Final = lazy_pattern(rf" [{UPPER}]")
# The body is told otherwise (*Bí thư tỉnh này*, *Phó Giám đốc rồi Giám đốc Sở*).
_ELSEWHERE: Final = lazy_pattern(r" (?:này|đó|ấy|rồi|nói trên)(?!\w)|, rồi ")
# The text says whose it is (*giữ chức Chủ nhiệm của Tổng bộ*).
_OF_ANOTHER: Final = lazy_pattern(r" (?:của|phụ trách)(?!\w)")
# A body that is founded in the sentence is the one that somebody is given to lead.
_FOUNDED: Final = lazy_pattern(r"(?<!\w)(?:thành lập|sáng lập|lập ra)(?!\w)")
_UNIT_WORDS: Final = 2
_COUNTED: Final = lazy_pattern(r" (?:đầu tiên|thứ nhì|cuối cùng|duy nhất)(?: của)?(?!\w)")
_POINTING: Final = frozenset({"này", "đó", "ấy", "nói trên"})
# The unit that was named last before it is the one a pointing word means.
_UNIT: Final = lazy_pattern(
    rf"(?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện)(?: ủy)? ([{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,2}})"
)
_BACK: Final = 400
_END: Final = lazy_pattern(
    r"[,.;:()\[\]\"“”\n]| (?:khóa|khoá|nhiệm k[ỳì]|với|tại|từ|năm|ngày|tháng|do|trong|lần|để"
    r"|như|thay|khi|sau|cùng|nên|được|đến|là|trở thành|đồng thời|gồm|rồi|ở|vào|kể|kiêm|phụ trách"
    r"|và (?:giữ|làm|được|các|nhiều|một|\d+))(?!\w)"
)
# Names of a body that are listed with commas are not seen to their end.
_LISTED: Final = lazy_pattern(rf", [{UPPER}]")
# Who only acts in an office is not given it (*giao giữ chức quyền Bộ trưởng*).
_ACTING: Final = "quyền "
_LONGEST: Final = 90


def whole_office(
    view: View, position: Position, sentence: str, *, named: bool
) -> tuple[str, int] | None:
    """Return an office in full and where its words end, or ``None`` where they are cut.

    A body that is found by its head only goes on behind it (*Chủ tịch Ủy ban lễ tang*), and is not
    the body that the rest of the text has.

    Args:
        view: The text.
        position: The office.
        sentence: The sentence it stands in, folded.
        named: Whether somebody's name stands right behind it.

    Example:
        >>> text = "làm chủ tịch ủy ban tang lễ của thành phố, rồi về"
        >>> chief = Position(4, 19, "chủ tịch ủy ban", title="chủ tịch ủy ban")
        >>> whole_office(View.of(text), chief, text, named=False)
        ('chủ tịch ủy ban tang lễ của thành phố', 41)
    """
    start, end = view.locate(position.start), view.locate(position.end - 1) + 1
    words = _words(view, position, (start, end), named=named)
    if words is None:
        return None
    if words:
        return _plainly(words), view.origin(start + len(words) - 1) + 1
    if _is_guessed(view, position, end, sentence):
        return _plainly(view.text[start:end]), position.end
    acting = _ACTING if view.lower.endswith(_ACTING, 0, start) else ""
    return _plainly(acting + office_in_full(position)), position.end


def _words(view: View, position: Position, span: tuple[int, int], *, named: bool) -> str | None:
    """Return the words of an office that goes on behind what was found, ``""`` where it does not.

    It is ``None`` where their end is not seen, or a member is one of nothing.
    """
    start, end = span
    if _ELLIPSIS.match(view.text, end):
        return None
    if named:
        return None if _is_of_nothing(position) else ""
    words = _bare(view, position, span)
    if words == "":
        stop = tail(view, end)
        words = None if stop is None else view.text[start:stop] if stop > end else ""
    if words == "" and (_is_of_nothing(position) or _has_another(view, position, end)):
        return None
    return words


def _has_another(view: View, position: Position, end: int) -> bool:
    """Return whether a name goes on behind an office whose body is taken from elsewhere."""
    return position.is_completed and _NAME_GOES_ON.match(view.text, end) is not None


def _plainly(office: str) -> str:
    """Return an office without words that count its holders (*Chủ nhiệm đầu tiên của Ủy ban*)."""
    return _COUNTED.sub("", office)


def _is_guessed(view: View, position: Position, end: int, sentence: str) -> bool:
    """Return whether the body of an office is one that the sentence does not have.

    A section may name other bodies; of another office of the person one takes what is missing only
    where the words behind it say nothing else.
    """
    if not position.is_completed or position.organization is None:
        return False
    if position.completed_from == "section" and position.organization.lower() not in sentence:
        return True
    if position.completed_from == "document" and (
        _is_unsaid(view, position, end) or _is_of_new(position, sentence)
    ):
        return True
    elsewhere = _ELSEWHERE.match(view.text, end)
    if elsewhere is None:
        return False
    start = view.locate(position.start)
    units = _UNIT.findall(view.text, max(0, start - _BACK), start)
    meant = elsewhere[0].strip() in _POINTING and units
    return not meant or not position.organization.endswith(units[-1])


def _is_unsaid(view: View, position: Position, end: int) -> bool:
    """Return whether the text has the body of an office only later, or says another one behind."""
    last = " ".join((position.organization or "").lower().split()[-_UNIT_WORDS:])
    known = view.lower.find(last, 0, view.locate(position.start)) >= 0
    return not known or _OF_ANOTHER.match(view.text, end) is not None


def _is_of_new(position: Position, sentence: str) -> bool:
    """Return whether a title alone is one of a body that the sentence tells to be founded."""
    bare = fold(position.text) == fold(position.title or "")
    return bare and _FOUNDED.search(sentence) is not None


def _is_of_nothing(position: Position) -> bool:
    """Return whether somebody is a member, and the text does not say of what."""
    return (position.title or "").lower() in _MEMBERS and position.organization is None


def _bare(view: View, position: Position, span: tuple[int, int]) -> str | None:
    """Return the words of an office whose own end with a bare head, ``""`` where they do not.

    It is ``None`` where their end is not seen.
    """
    text, (start, end) = view.text, span
    aided = _SERVES.match(text, end) if position.organization is None else None
    if aided is not None and _AIDE.search(view.lower, start, end):
        stop = _END.search(text, aided.end(), end + _LONGEST)
        return None if stop is None else text[start : stop.start()].rstrip()
    if not _BARE_HEAD.search(view.lower, start, end) or not _GOES_ON.match(text, end):
        return ""
    stop = _END.search(text, end, end + _LONGEST)
    if stop is None or _LISTED.match(text, stop.start()):
        return None
    return text[start : stop.start()].rstrip()
