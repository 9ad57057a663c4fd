"""Numbers with their units: what an item sets as a target."""

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.directives.lexicon import task_rules
from vnpolitext.directives.records import Target
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

# The first digit comes before the look behind: a pattern that begins with a set is found faster.
_REST: Final = (
    r"(?:[0-9]{0,2}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+)(?:,[0-9]+)?"
    r"|[0-9]{0,8}(?:,[0-9]{1,4}|\.[0-9]{1,2}(?= ?%))?)"
    r"(?!(?!(?:km2?|ha|m[23²³]|kg|tấn|tỷ|tỉ|triệu|nghìn|MW|kWh|kV)(?!\w))[\w./])"
)
_NUMBER: Final = lazy_pattern(
    rf"(?P<low>[0-9](?<![\w/.,-][0-9]){_REST})(?= ?(?:[%‰(-]|[^\W\d_]))(?: ?%)?"
    rf"(?: ?\([^\W\d_][^()\n0-9]{{1,30}}\))?"
    rf"(?: ?(?:-|đến|tới) ?(?P<high>[0-9]{_REST}))?(?: ?)"
)
_REFERENCE: Final = lazy_pattern(
    r"(?:số|điều|khoản|điểm|năm|tháng|ngày|quý|khóa|thứ|lần|mục|chương|quận|phường|tổ|lớp"
    r"|hạng|tập|trang)[ \n]?(?:thứ )?\Z"
)
# A grade (*nhà cấp 4*, *gió cấp 8*), not what is given (*cấp 40 tấn gạo*).
_GRADE: Final = lazy_pattern(r"(?<!\w)(?<!xuất )(?<!cung )(?<!trợ )cấp[ \n]\Z")
_HIGHEST_GRADE: Final = 17
_CHANGE: Final = lazy_pattern(
    r"(?:(?P<least>(?:(?:tăng|nâng)[ \n])?lên(?:[ \n](?:đến|tới|mức))?|ít nhất|tối thiểu|không dưới"
    r"|trên|hơn|từ|đạt(?: từ)?|≥|>=?)"
    r"|(?P<most>(?:(?:giảm|hạ)[ \n])?(?:xuống(?:[ \n](?:còn|mức))?|còn)|tối đa|không quá"
    r"|không vượt quá|dưới|≤|<=?)"
    r"|(?P<increase>tăng(?: thêm)?)|(?P<decrease>giảm(?: thêm)?))"
    r"(?:[ \n](?:bình quân|khoảng|trên|dưới|ít nhất|từ|đạt|hơn|đủ|h[ằà]ng năm|mỗi năm"
    r"|không (?:vượt )?quá)){0,3}[ \n]?\Z"
)
# From which level to which: what is set is the second.
_FROM: Final = lazy_pattern(
    r"(?:(?:tăng|nâng|giảm|hạ|đưa)[ \n])?từ[ \n][0-9.,]{1,12} ?(?:%|[^\W\d_]+(?:[ \n][^\W\d_]+)?)?"
    r"[ \n](?=(?:lên|xuống|còn)(?!\w))"
)
_LEVEL_BEFORE: Final = lazy_pattern(r"từ[ \n]\Z")
_TURNS: Final = lazy_pattern(r"[ \n](?:lên|xuống|còn)(?:[ \n][^\W\d_]+){0,3}[ \n][0-9]")
_OR: Final = lazy_pattern(r"[ \n]trở[ \n](?:(?P<least>lên)|(?P<most>xuống))(?!\w)")
# Another number with words behind it, of which the first must be those of the unit before it.
_TO: Final = lazy_pattern(
    rf" (?:đến|tới|-) (?:dưới |trên |hết |đủ )?(?P<high>[0-9]{_REST}) ?"
    r"(?P<unit>%|[^\W\d_]+(?: đồng| usd| m2)?)"
)
# Before and behind a length of time that says by when, how often or since when.
_BY_WHEN: Final = lazy_pattern(
    r"(?:trong|trước|sau|hạn|vòng|từ ngày|kể từ|quá|mỗi|hằng|hàng|nhất là|định kỳ|kế hoạch"
    r"|giai đoạn|chiến lược|kỷ niệm|nhiệm kỳ|định hướng|lần thứ|tròn|qua|tầm nhìn|sinh|thời gian"
    r"|phạm vi|gần|và)(?: khoảng| là)?(?: (?:tối đa|không quá|nhiều nhất))? \Z"
)
_SINCE: Final = lazy_pattern(
    r" (?:đầu|cuối|một lần|1 lần|01 lần|kể từ|làm việc|qua|tới|tiếp|nay|sau|trước|ngày|đổi mới"
    r"|thành lập|thực hiện|triển khai|gần|xây dựng|liên tiếp|\d)|/lần"
)
_PER: Final = lazy_pattern(
    r" ?/ ?(?:0?1 )?(?P<slash>(?:[0-9.]{3,7} ?)?(?:(?:vạn|nghìn|triệu) )?"
    r"(?:đối tượng|(?:hộ )?gia đình|đơn vị|[^\W\d_]+)(?:/[^\W\d_]+)?)"
    r"| (?:mỗi|một|hằng|hàng) (?P<each>năm|tháng|quý)"
)
_MARKS: Final = '.;:,()[]"“”/+-%'
_REACH: Final = 80
_THOUSANDS: Final = 3
_MOST_WORDS: Final = 10
_PREDICATE: Final = lazy_pattern(
    r"[ \n](?:chiếm|đạt|lên|xuống|còn|là|ở mức|bình quân|khoảng|mới|có)[ \n]?\Z"
)
_NO_OBJECT: Final = ("đến nay", "tuy vậy", "trong đó", "có nơi", "theo đó", "riêng", "nay", "đến")
_NOT_OBJECT: Final = (
    "và|thuộc|tại|ở|trong|trên|của|cho|đến|theo|với|được|có|là|trước|trở|phải|cần|để|vào|từ"
)
_AFTER: Final = lazy_pattern(rf"(?: (?!(?:{_NOT_OBJECT})(?!\w))[^\W\d_]+){{1,5}}")
_CHANGES: Final = {
    "increase": "increase",
    "decrease": "decrease",
    "least": "at least",
    "most": "at most",
}


def find_targets(view: View, start: int, end: int) -> Iterator[Target]:
    """Yield the quantities in the folded ``start`` to ``end``."""
    text, lower, units = view.text, view.lower, task_rules().units
    done = start
    for match in _NUMBER.finditer(text, start, end):
        at = match.end()
        unit_start = at - 1 if text[at - 1] == "%" else at
        if "%" in match[0]:
            unit_start = match.start() + match[0].rindex("%")
        unit = units.longest(lower, unit_start, end)
        before = lower[max(start, match.start() - 16) : match.start()]
        if unit is None or (unit[1] != "ratio" and _REFERENCE.search(before)):
            continue
        if _LEVEL_BEFORE.search(before) and _TURNS.match(lower, unit[0], end):
            continue
        if _GRADE.search(before) and _value(match["low"]) <= _HIGHEST_GRADE:
            continue
        if unit[1] == "time" and not _lasts(lower, match.start(), unit[0], start, end):
            continue
        if match.start() < done:
            continue
        upper = None if match["high"] else _upper(view, (unit_start, unit[0]), end)
        done = upper.end() if upper is not None else unit[0]
        yield _target(view, (match, upper), (unit_start, unit[0]), end, is_count=unit[1] == "count")


def _lasts(lower: str, at: int, unit_end: int, start: int, end: int) -> bool:
    """Whether a length of time says how long something is, not by when to act or how often."""
    if _BY_WHEN.search(lower[max(start, at - 24) : at]) or lower[at:unit_end].startswith("0 "):
        return False
    return _SINCE.match(lower, unit_end, end) is None


def _upper(view: View, unit: tuple[int, int], end: int) -> re.Match[str] | None:
    """The upper end of a range that repeats the unit: *từ 3 triệu đồng đến 5 triệu đồng*."""
    found = _TO.match(view.text, unit[1], end)
    if found is None:
        return None
    words = view.lower[unit[0] : unit[1]]
    return found if view.lower[found.start("unit") : found.end("unit")] == words else None


def _target(
    view: View,
    found: tuple[re.Match[str], re.Match[str] | None],
    unit: tuple[int, int],
    end: int,
    *,
    is_count: bool,
) -> Target:
    text = view.text
    match, upper = found
    high = upper["high"] if upper is not None else match["high"]
    before = view.lower[max(0, match.start() - 40) : match.start()]
    change = _CHANGE.search(before)
    from_level = _FROM.search(before)
    if change is not None and from_level is not None and from_level.end() == change.start():
        first = match.start() - (len(before) - from_level.start())
    else:
        first = match.start() - (len(before) - change.start() if change else 0)
    last = max(unit[1], match.end("high"), upper.end() if upper is not None else 0)
    last += text.startswith("%", last)
    per = _PER.match(text, last, end)
    if per:
        last = per.end()
    named = None
    if is_count:
        after = _AFTER.match(text, last, end)
        named = text[unit[0] : after.end()] if after else text[unit[0] : unit[1]]
    else:
        named = _without_action(_phrase_before(text, first))
    source_start, source_end = view.span(first, last)
    return Target(
        source_start,
        source_end,
        view.source[source_start:source_end],
        value=_value(match["low"]),
        upper=_value(high) if high else None,
        unit=" ".join(view.lower[unit[0] : unit[1]].split()),
        object=" ".join(named.split()) if named else None,
        change=_direction(change or _OR.match(text, last, end)),
        per=(per["slash"] or per["each"]).lower() if per else None,
    )


def _direction(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    return next((_CHANGES[name] for name, got in found.groupdict().items() if got), None)


def _phrase_before(text: str, end: int) -> str:
    """The last words before ``end``, at most ten, without a figure or a mark between them."""
    begin = max(0, end - _REACH)
    segment = text[begin:end].rstrip(" \n")
    cut = max(segment.rfind(mark) for mark in _MARKS) + 1
    words = segment[cut:].split()
    if begin and not cut and words:
        del words[0]
    for at in range(len(words) - 1, -1, -1):
        if not words[at].isalpha():
            del words[: at + 1]
            break
    words = words[-_MOST_WORDS:]
    return " ".join(words) if len(words) > 1 else ""


def _value(number: str) -> float:
    whole, point, rest = number.rpartition(".")
    if point and len(rest) < _THOUSANDS and "," not in number:
        return float(f"{whole}.{rest}")
    return float(number.replace(".", "").replace(" ", "").replace(",", "."))


def _without_action(phrase: str) -> str | None:
    """``phrase`` without the words it opens with: of *phấn đấu tỷ lệ hộ nghèo* the last four."""
    lower, rules = phrase.lower(), task_rules()
    at = 0
    while (word := rules.actions.longest(lower, at, len(lower))) is not None and word[1] != "noun":
        if word[1] not in ("adverb", "link") and lower[at : word[0]] not in rules.raising:
            break
        at = min(word[0] + 1, len(lower))
    named = phrase[at:].strip()
    while (predicate := _PREDICATE.search(named)) is not None:
        named = named[: predicate.start()]
    verb = rules.actions.longest(named.lower(), 0, len(named))
    is_noun = verb is None or verb[0] < len(named) or verb[1] == "noun"
    return named if named and is_noun and not named.lower().startswith(_NO_OBJECT) else None
