"""By when: dates and periods before which something is to be done."""

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.directives.lexicon import task_rules
from vnpolitext.directives.records import Deadline
from vnpolitext.directives.recurring import period, recurrence
from vnpolitext.directives.times import ALONE, RELATION, SCALE, SPELLED_AMOUNTS, WHEN, due_of
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern, spaced
from vnpolitext.text.phrases import word_set

_FIGURE: Final = lazy_pattern(r"[0-9]+(?:[.,/-][0-9]+)*")
_MARK: Final = lazy_pattern(
    r"[0-9]+(?:[.,/-][0-9]+)*|quý[ \n][ivx]{1,3}(?!\w)|định kỳ(?!\w)"
    r"|(?:h[ằà]ng|mỗi)[ \n](?:năm|quý|tháng|tuần|ngày)(?!\w)"
    r"|(?:đầu|giữa|cuối|hết)[ \n](?:năm|quý|tháng|tuần|nhiệm kỳ)(?: nay| này)?(?! ?[0-9ivx])(?!\w)"
    r"|(?<=trước )(?:(?:dịp|khi|ngày|thời điểm) )?(?:tết|mùa|khai giảng|năm học mới|kỳ họp|bầu cử)"
    r"(?!\w)"
    r"|(?:năm|quý|tháng|tuần)[ \n](?:nay|này|tới|sau|tiếp theo)(?!\w)"
    r"|(?:thứ[ \n](?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)[ \n](?:h[ằà]ng|mỗi|tuần)(?!\w)"
    rf"|(?:(?<=vòng )|(?<=hạn )|(?<=trong )(?!một ))(?:{SPELLED_AMOUNTS})"
    r"(?= (?:giờ|ngày|tuần|tháng|năm)(?!\w))"
    r"|(?:hai|ba|sáu|chín)[ \n](?:ngày|tuần|tháng|quý|năm)[ \n](?:một|1|01)[ \n]lần"
    r"|(?:nửa|(?:hai|ba|bốn|sáu|chín) tháng|(?:hai|ba) quý|(?:hai|ba) tuần)[ \n](?=đầu|cuối)"
)
_SPELLED: Final = (
    "quý", "hằng", "hàng", "cuối", "hết", "mỗi", "định kỳ", "nửa", "đầu", "tuần",
    "giữa", " này", " nay", " tới", " sau", " tiếp theo", "vòng ", "hạn ", "một lần", "trong hai",
    "trong ba", "trước ",
)  # fmt: skip
_DEADLINE: Final = lazy_pattern(
    spaced(
        rf"(?<!\w)(?<!tính ){RELATION}{SCALE}(?: |(?<=\()(?=quý|năm|tháng))"
        rf"(?:{WHEN})(?![\w%])"
    )
)
# A further time behind one, of the same relation: *quý IV/2023, quý I/2024*.
_FURTHER: Final = lazy_pattern(
    spaced(rf"(?:,|;| và) (?:{RELATION} )?(?P<when>{WHEN})(?![\w%/.-])(?!,\d)")
)
# A time of its own, which needs no word of relation where it opens or ends what is to be done.
_ALONE: Final = lazy_pattern(spaced(rf"(?<!\w)(?:{ALONE})(?![\w%/-])(?!\.\d)"))
_OPENS: Final = lazy_pattern(r"(?:\A|[.;:\n]|(?<!\w)(?:và|đồng thời)|,)[ \n*_+•(-]*\Z")
_ENDS_ACT: Final = lazy_pattern(
    r"(?:hoàn thành|xong|kết thúc|bắt đầu|khởi công|khánh thành)(?: vào)?[ \n]\Z"
)
_GOES_ON: Final = lazy_pattern(r"[*_]*(?:[,:]|[ \n]-[ \n])")
_CLOSES: Final = lazy_pattern(r"[*_ ]*(?:[.;)]|\n|\Z)")
_UNITS: Final = word_set("năm, quý, tháng, tuần, nhiệm, giai, thứ, chủ, đầu, giữa, cuối")
_ROW_END: Final = lazy_pattern(r" ?[).,;:\n]| ?\Z| (?:và|h[ằà]ng|mỗi|của mỗi|phải)(?!\w)")
_BARE: Final = lazy_pattern(
    spaced(
        rf"(?:{RELATION}{SCALE} )?(?:(?:[0-9]{{4}} ?- ?)?(?P<year9>(?:19|20)[0-9]{{2}})"
        rf"(?![/.-]?[0-9])|{WHEN})"
        r"(?![\w%])"
    )
)
_ALWAYS: Final = lazy_pattern(r"thường xuyên|liên tục")
# One of these words stands before the figure of every deadline.
_RELATIONS: Final = word_set(
    "trước, đến, tới, hết, vào, trong, từ, sau, quá, hơn, nhất, là, hạn, vòng"
)
_NUMBERS: Final = ("khoản ", "điều ", "điểm ", "số ", "mục ", "khóa ", "/", "chương ", "thứ ")
_BEFORE: Final = 40
_SHORT: Final = 24
_AFTER: Final = 60
# From when something holds that is no date, and what is past.
_SINCE: Final = lazy_pattern(
    spaced(
        r"(?<!\w)(?:kể )?từ (?:ngày|khi|thời điểm) (?:[^\W\d_]+ ){0,6}?"
        r"(?:có hiệu lực(?: thi hành)?|ký(?: ban hành)?|được thông qua|ban hành)(?!\w)"
    )
)
_IN_FORCE: Final = lazy_pattern(r"(?:hiệu lực|áp dụng|thực hiện|thi hành|kể từ)(?!\w)")
_FROM_THEN: Final = lazy_pattern(spaced(r" (?:kể|tính) từ(?!\w)"))
_IN_PAST: Final = lazy_pattern(
    r"(?<!\w)(?:đã|sinh|mất|hy sinh)(?!\w)(?:(?!hoàn thành|phải)[^.;:\n])*\Z"
)
_REACH_BACK: Final = 80
_EARLY: Final = 30
_NEAR: Final = 4


def find_deadlines(
    view: View,
    start: int,
    end: int,
    *,
    is_order: bool = True,
    is_open: bool = False,
    is_cell: bool = False,
) -> Iterator[Deadline]:
    """Yield the dates and periods of the folded ``start`` to ``end`` by which to act.

    Args:
        view: The document.
        start: Where the words of the item begin.
        end: Where they end.
        is_order: Whether the item orders something; of one that does not, only what a label names
            as a time (*Thời gian thực hiện: năm 2025*), or from when something holds, is yielded.
        is_open: Whether it may still be a matter for the future: a date that it opens with
            (*Đến năm 2030, ...*) is yielded, too.
        is_cell: Whether it is the cell of a table, where times without a word of relation are left
            to whoever knows the head of the column.
    """
    found = [
        *_stated(view, start, end, is_order=is_order, is_open=is_open, is_cell=is_cell),
        *_since(view, start, end),
    ]
    lengths_end = -_NEAR - 1
    for deadline in sorted(found, key=lambda each: each.start):
        if deadline.due is not None or not lengths_end <= deadline.start <= lengths_end + _NEAR:
            yield deadline
        lengths_end = deadline.end if (deadline.due or "").startswith("P") else -_NEAR - 1


def _stated(
    view: View, start: int, end: int, *, is_order: bool, is_open: bool, is_cell: bool
) -> Iterator[Deadline]:
    """Yield what has a figure, or recurs."""
    lower, done, dated = view.lower, start, -2
    is_spelled = any(lower.find(word, start, end) >= 0 for word in _SPELLED)
    marks = _MARK if is_spelled else _FIGURE
    for mark in marks.finditer(lower, start, end):
        at = mark.start()
        if at < done or lower.endswith(_NUMBERS, 0, at):
            continue
        found = _around(lower, mark, max(done, start, at - _BEFORE), end)
        if found is not None:
            done = dated = found.end()
            if is_order or (is_open and found.start() - start < _EARLY):
                tells = not _is_past(lower, found, start)
            else:
                tells = _is_in_force(lower, found, start)
            if tells:
                yield _deadline(view, found, due_of(found), _relation(found))
                for further in _further(lower, found, end):
                    done = dated = further.end()
                    begin, relation = further.start("when"), _relation(found)
                    yield _placed(view, begin, further.end(), due_of(further), relation)
            continue
        if not is_order:
            continue
        first = max(done, start, at - _SHORT)
        found = None if is_cell else _alone(lower, mark, first, (start, end))
        if found is not None:
            done = dated = found.end()
            yield _deadline(view, found, due_of(found), "every" if _recurs(found) else "in")
        else:
            every = recurrence(lower, at, max(done, start), end)
            if every is not None and (every["every"] or every.start() > dated + 1):
                yield _deadline(view, every, period(every), "every")
            done = every.end() if every is not None else done


def _alone(
    lower: str, mark: re.Match[str], first: int, body: tuple[int, int]
) -> re.Match[str] | None:
    """The time without a word of relation that a mark stands in, where it says when to act.

    It opens a clause that goes on behind it (*Quý III/2026, ...*), stands right behind a word of
    beginning or ending, or alone between a comma and the end of the sentence.
    """
    start, end = body
    if _UNITS.isdisjoint(lower[first : mark.end()].split()):
        return None
    match = _holding(_ALONE, lower, mark.start(), first, end)
    return match if match is not None and _stands_alone(lower, match, start, end) else None


def _stands_alone(lower: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a time without a word of relation says when to act, by what stands around it."""
    if not match["stage"] and (match["open"] or (match["month3"] and not match["year3"])):
        return False
    if _ENDS_ACT.search(lower, max(start, match.start() - _BEFORE), match.start()):
        return True
    opening = _OPENS.search(lower, max(start, match.start() - _NEAR), match.start())
    if match.start() > start and (
        opening is None or (opening[0].startswith((",", "và")) and not match["stage"])
    ):
        return False
    if _GOES_ON.match(lower, match.end(), end) or _CLOSES.match(lower, match.end(), end):
        return True
    word = task_rules().actions.longest(lower, min(match.end() + 1, end), end)
    return word is not None and word[1] != "noun"


def _recurs(found: re.Match[str]) -> bool:
    return found["weekday"] is not None and not found["weekday"].endswith(("này", "tới", "sau"))


def _since(view: View, start: int, end: int) -> Iterator[Deadline]:
    """Yield from when something holds where that is no date: *kể từ ngày ký*."""
    if view.lower.find("từ ", start, end) < 0:
        return
    for found in _SINCE.finditer(view.lower, start, end):
        if _IN_FORCE.search(view.lower, max(start, found.start() - _REACH_BACK), found.start()):
            yield _deadline(view, found, None, "from")


def _further(lower: str, found: re.Match[str], end: int) -> Iterator[re.Match[str]]:
    """Yield the times that stand in a row with one, without a relation of their own."""
    has_day, at = bool(found["day1"] or found["day2"]), found.end()
    while (further := _FURTHER.match(lower, at, end)) is not None:
        is_day = bool(further["day1"] or further["day2"])
        if further["amount"] or further["open"] or is_day != has_day:
            return
        if any(further[name] for name in ("before", "by", "in", "from", "label")):
            return
        if lower[at] in ",;" and _ROW_END.match(lower, further.end(), end) is None:
            return
        yield further
        at = further.end()


def _deadline(view: View, found: re.Match[str], due: str | None, relation: str) -> Deadline:
    return _placed(view, _begin(found), found.end(), due, relation)


def _placed(view: View, begin: int, end: int, due: str | None, relation: str) -> Deadline:
    first, last = view.span(begin, end)
    return Deadline(first, last, view.source[first:last], due=due, relation=relation)


def _is_past(lower: str, found: re.Match[str], start: int) -> bool:
    """Whether a date tells when something was: *người đã mất trước ngày 5/7/1994*."""
    back = max(start, found.start() - _REACH_BACK)
    if found["label"] or lower.startswith(("hoàn thành", "xong"), found.start()):
        return False
    return _IN_PAST.search(lower, back, found.start()) is not None


def _is_in_force(lower: str, found: re.Match[str], start: int) -> bool:
    """Whether a date in what orders nothing says from when it holds, or a label names it a time."""
    if found["label"] or lower.startswith("kể từ", found.start()):
        return True
    if found["amount"] and not _FROM_THEN.match(lower, found.end()):
        return found[0].endswith("làm việc")
    return (
        _IN_FORCE.search(lower, max(start, found.start() - _REACH_BACK), found.start()) is not None
    )


def cell_deadlines(view: View, start: int, end: int, relation: str) -> list[Deadline]:
    """Return the deadlines of the cell of a table, which need no word of relation.

    Args:
        view: The document.
        start: Where the cell begins, folded.
        end: Where it ends.
        relation: What the head of its column says: ``"by"`` or ``"in"``.
    """
    found = list(find_deadlines(view, start, end, is_cell=True))
    if found:
        return found
    lower = view.lower
    matches = [(match, False) for match in _BARE.finditer(lower, start, end)]
    matches += [(match, True) for match in _ALWAYS.finditer(lower, start, end) if not matches]
    for match, always in matches:
        first, last = view.span(match.start(), match.end())
        due = None if always else due_of(match)
        told = (
            "every"
            if always
            else next((name for name in ("before", "by", "in", "from") if match[name]), relation)
        )
        found.append(Deadline(first, last, view.source[first:last], due=due, relation=told))
    return found


def _around(lower: str, mark: re.Match[str], first: int, end: int) -> re.Match[str] | None:
    """The deadline that a mark stands in."""
    before = lower[first : mark.end()]
    if _RELATIONS.isdisjoint(before.split()) and not (":" in before or "(" in before):
        return None
    return _holding(_DEADLINE, lower, mark.start(), first, end)


def _holding(
    pattern: re.Pattern[str], lower: str, at: int, first: int, end: int
) -> re.Match[str] | None:
    """The match that a place stands in, of those that begin at ``first`` or behind."""
    found = pattern.finditer(lower, first, min(end, at + _AFTER))
    return next((match for match in found if match.start() <= at < match.end()), None)


def _begin(match: re.Match[str]) -> int:
    """Where a deadline begins: behind a bracket."""
    groups = match.re.groupindex
    bracket = "label" in groups and match["label"] == "("
    return match.end("label") if bracket else match.start()


def _relation(found: re.Match[str]) -> str:
    if found["label"]:
        return "by" if "hạn" in found["label"] or "hoàn thành" in found["label"] else "in"
    if found["amount"] and (found["by"] or "").endswith("quá"):
        return "in"
    return next(name for name in ("before", "by", "in", "from") if found[name])
