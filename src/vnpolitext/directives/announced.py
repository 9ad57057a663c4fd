"""Who is to act by the sentence or heading that announces a list (*Trách nhiệm của Sở Y tế:*)."""

from __future__ import annotations

from typing import Final

from vnpolitext.directives.actors import Stretch, each_name, name_end
from vnpolitext.directives.articles import article_heading
from vnpolitext.directives.clauses import read_clauses
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern, spaced

_OF_WHOM: Final = lazy_pattern(
    spaced(
        r"(?<!\w)(?:trách nhiệm|nhiệm vụ(?:,? quyền hạn)?|nghĩa vụ)"
        r"(?: và (?:quyền hạn|quyền|nghĩa vụ|trách nhiệm))? của "
    )
)
# A name that is not known, up to what is said of its duties; documents and plans have none.
_OWNER: Final = lazy_pattern(
    spaced(
        r"(?!(?:Nghị|Luật|Kế|Chương|Đề|Dự|Quyết|Điều|Thông|Chỉ|Công|Năm|Đại hội|Hội nghị)(?!\w))"
        r"[^\W\d_]+(?: [\w/-]+){1,11}?"
        r"(?=[*\s]*(?:[:(,;.?]|\Z)| (?:được|định|theo|là|như|gồm|bao|quy|đối|từ|hiện|trong)(?!\w))"
    )
)
_WHO: Final = ("người ", "cơ quan ", "tổ chức ", "đơn vị ", "bộ phận ", "chủ ")
_ARTICLE: Final = lazy_pattern(r"[ \n*#]*điều \d{1,3}[a-z]?[.:* ]*")
_DUTY: Final = lazy_pattern(spaced(r"(?:trách nhiệm|nhiệm vụ)(?:,? (?:và )?quyền hạn)? "))
_HAS_DUTY: Final = lazy_pattern(
    spaced(r" có (?:các |những )?(?:nhiệm vụ|trách nhiệm|nghĩa vụ)(?:,? (?:và )?quyền hạn)?")
    + r"(?: sau(?: đây)?)?[ \n*:]*\Z"
)
# Where the clause that says whose duties they are begins, and its subject.
_TURN: Final = lazy_pattern(
    spaced(r"[,;:.] |\n|(?<!\w)(?:thì|quy định(?: về)?(?: rõ)?|nêu rõ|rằng) ")
)
_SUBJECT: Final = lazy_pattern(
    spaced(
        r"(?!(?:theo|căn cứ|khi|trong|việc|nếu|tại|để|sau|trước|từ|do|về|đối với|ngoài|họ|nó|hiện"
        r"|năm|quý|tháng|giai đoạn|kế hoạch|chương trình|đề án|dự án|phong trào|cuộc|hội nghị|đợt"
        r"|đại hội|phần|mục|chương|điều|luật|nghị|thông|quyết|văn bản|chỉ thị|công)(?!\w))"
        r"(?P<name>[^\W\d_]+(?: [\w/-]+){0,13}?)(?: hiện (?:nay|hành))?(?: sẽ| cũng| còn| phải)?\Z"
    )
)
_OPENING: Final = lazy_pattern(r"[ \n.,:;)/\"“”'(*_-]*")
_WORD: Final = lazy_pattern(r"[^\W_]+")
_GAP: Final = lazy_pattern(r"[\s*_]+")
_BACK: Final = 1500
_LONGEST_HEADING: Final = 160
_ENDS: Final = ".;,!?…"


def announced_actors(view: View, lead: str | None, before: int) -> tuple[Stretch, ...]:
    r"""Return the names of those whom the words above a list order to act, folded.

    Args:
        view: The document.
        lead: The sentence or heading that announces the list, as in the record.
        before: Where the list begins, folded.

    Returns:
        The names; where no sentence announces the list those of the line above it (*Nhiệm vụ của
        Sở Y tế*), or of the heading of its article (*Điều 5. Trách nhiệm của Sở Y tế*).

    Example:
        >>> view = View.of("Nhiệm vụ của Sở Y tế:\n1. Tiêm.")
        >>> found = announced_actors(view, "Nhiệm vụ của Sở Y tế:", 22)
        >>> [view.text[slice(*name)] for name in found]
        ['Sở Y tế']
    """
    if lead is not None:
        place = place_above(view, lead, before)
        return _named(view, *place) if place is not None else ()
    line = heading_above(view, before)
    named: tuple[Stretch, ...] = ()
    if line is not None:
        named = _of_whom(view, *line, is_heading=True) or _with_duties(view, *line)
    if named:
        return named
    heading = article_heading(view, before)
    if heading is None:
        return ()
    place = heading.start, heading.end
    return _of_whom(view, *place) or _with_duties(view, *place) or _of_known(view, *place)


def labelled_actors(view: View, start: int, end: int) -> tuple[Stretch, ...]:
    r"""Return the names that the label at the beginning of an item says it is a matter of, folded.

    Example:
        >>> view = View.of("Trách nhiệm của Sở Y tế: tiêm phòng.")
        >>> [view.text[slice(*name)] for name in labelled_actors(view, 0, len(view.text))]
        ['Sở Y tế']
    """
    label = view.text.find(":", start, min(end, start + _LONGEST_HEADING))
    opening = _OPENING.match(view.text, start, end)
    start = opening.end() if opening else start
    if label < 0 or _OF_WHOM.match(view.lower, start, label) is None:
        return ()
    return _of_whom(view, start, label, is_heading=True)


def place_above(view: View, lead: str, before: int) -> Stretch | None:
    """Return where the words of a lead, whose blanks were made one, stand above ``before``."""
    first = max(0, before - _BACK)
    above = view.text[first:before]
    words = _GAP.sub(" ", lead).strip()
    at = _GAP.sub(" ", above).rfind(words)
    if at < 0:
        return None
    start, last = (_spread(above, each) for each in (at, at + len(words) - 1))
    return first + start, first + last + 1


def heading_above(view: View, before: int) -> Stretch | None:
    """Return where the heading right above a list is: a line of few words, no mark at its end."""
    end = len(view.text[max(0, before - _LONGEST_HEADING) : before].rstrip(" \n*_#>"))
    end += max(0, before - _LONGEST_HEADING)
    start = view.text.rfind("\n", max(0, end - _LONGEST_HEADING), end) + 1
    if (not start and end >= _LONGEST_HEADING) or not end or view.text[end - 1] in _ENDS:
        return None
    return start, end


def _of_known(view: View, start: int, end: int) -> tuple[Stretch, ...]:
    """Whose duties a heading names without *của*: *Điều 6. Trách nhiệm Văn phòng UBND tỉnh*."""
    duty = _DUTY.match(view.lower, start, end)
    if duty is None or name_end(view.text, view.lower, duty.end(), end, is_open=True) is None:
        return ()
    return tuple(each_name(view.text, view.lower, duty.end(), end))


def _with_duties(view: View, start: int, end: int) -> tuple[Stretch, ...]:
    """Who a heading says has duties: *Điều 6. Phòng Y tế có nhiệm vụ*."""
    article = _ARTICLE.match(view.lower, start, end)
    start = article.end() if article else start
    opening = _OPENING.match(view.text, start, end)
    start = opening.end() if opening else start
    duty = _HAS_DUTY.search(view.lower, start, end)
    if duty is None or task_rules().actors.longest(view.lower, start, duty.start()) is None:
        return ()
    return tuple(each_name(view.text, view.lower, start, duty.start()))


def _duties_of(view: View, start: int, end: int) -> tuple[Stretch, ...]:
    """Whose duties a sentence says that a list names: *Theo Điều 9, bến xe có nhiệm vụ sau:*."""
    duty = _HAS_DUTY.search(view.lower, start, end)
    if duty is None:
        return ()
    begin, near = start, max(start, duty.start() - _LONGEST_HEADING)
    for turn in _TURN.finditer(view.lower, near, duty.start()):
        begin = turn.end()
    name = _SUBJECT.match(view.lower, begin, duty.start())
    if name is None or (begin == start and not view.text[begin].isupper()):
        return ()
    return tuple(each_name(view.text, view.lower, *name.span("name")))


def _spread(text: str, at: int) -> int:
    """Return where in a text the character is that stands at a place with all gaps made one."""
    for gap in _GAP.finditer(text):
        if gap.start() >= at:
            break
        at += len(gap[0]) - 1
    return at


def _named(view: View, start: int, end: int) -> tuple[Stretch, ...]:
    of_whom = _of_whom(view, start, end)
    if of_whom:
        return of_whom
    clauses = read_clauses(view.text, view.lower, start, end, is_heading=True)
    actors = clauses.actors
    orders = [
        index
        for index, (first, last) in enumerate(actors)
        if _hands_on(view.lower, last, end) or _concludes(view.text, first, last)
    ]
    named = tuple(actors[orders[-1] + 1 :] if orders else actors)
    return named or _duties_of(view, start, end)


def _hands_on(lower: str, at: int, end: int) -> bool:
    """Whether a verb behind a name says that who is named gives the orders: *Tỉnh ủy yêu cầu*."""
    return at < end and task_rules().ordering.longest(lower, at + 1, end) is not None


def _concludes(text: str, start: int, last: int) -> bool:
    """Whether what was taken for a name goes on with what its bearer says: *Bộ Chính trị kết luận*.

    In capitals such a word is part of the name: *Ban Chỉ đạo*.
    """
    ordering = task_rules().ordering
    return any(
        word[0] in ordering.openings and ordering.longest(text, word.start(), last) is not None
        for word in _WORD.finditer(text, start, last)
    )


def _of_whom(view: View, start: int, end: int, *, is_heading: bool = False) -> tuple[Stretch, ...]:
    """Whose tasks the words speak of; the rest of a heading is the name."""
    for found in _OF_WHOM.finditer(view.lower, start, end):
        last = name_end(view.text, view.lower, found.end(), end, is_open=True)
        last = end if is_heading and last is not None else last
        if last is None:
            name = _OWNER.match(view.text, found.end(), end)
            is_body = view.text[found.end()].isupper() or view.text.startswith(_WHO, found.end())
            last = name.end() if name is not None and is_body else None
        if last is not None:
            return tuple(each_name(view.text, view.lower, found.end(), last))
    return ()
