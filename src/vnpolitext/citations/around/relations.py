"""What a text says is done with a document (*căn cứ*, *thực hiện*, *sửa đổi*), and who does it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from vnpolitext.citations.around.attributes import Attributes
from vnpolitext.citations.grammar.issuers import issuers_in
from vnpolitext.citations.grammar.rules import Cue, cue_pattern, cues, kinds
from vnpolitext.citations.spans.core import Core
from vnpolitext.text import View
from vnpolitext.text.alphabet import UPPER

MENTIONS: Final = "mentions"
OWN: Final = -1
"""The place of the text's own document among its citations."""

_REACH: Final = 200
_BEHIND: Final = 40
_BODY_REACH: Final = 120
_BOUNDARY: Final = re.compile(r"[.;!?](?=\s)|\n\s*\n|[|]")
_JOINED: Final = re.compile(
    r"(?:\[\w{1,4}\])?[\s,;]{0,4}(?:(?:và|hoặc|cùng|với|đến|&|-|các|số|đồng thời|theo)\s){0,4}"
    r"(?:(?:tại |các )?(?:điểm|khoản|điều|mục)\s[\da-zđ]{1,3},?\s(?:và\s)?){0,6}(?:của\s)?",
    re.IGNORECASE,
)
_NO_OBJECT: Final = re.compile(
    r"(?<!\w)(?:đã|sẽ|được|bị|thì|nêu|là|hay|nhưng|khi|nếu|sau|từ ngày|bởi|quy định tại)(?!\w)"
)
_BY_MEANS: Final = re.compile(r"(?<!\w)(?:theo|tại|trong)(?!\w)")
# What may be done by means of a document, and what is done with several of them: "thay thế: ...".
_WITH_MEANS: Final = frozenset({"implements", "basis", "reports to"})
_NOBODYS: Final = frozenset({"basis", "attaches"})
_WITH_LISTS: Final = frozenset({"issues", "amends", "replaces", "repeals", "implements"})
_ATTRIBUTE: Final = re.compile(
    r"[\s,(]{0,3}(?:(?:về(?: việc)?|quy định(?: về)?|để|nhằm|đã|và|ban hành) ?){0,3}"
)
_ADVERBS: Final = re.compile(
    r"(?:[\s,]{1,2}(?:khóa [IVX\d]{1,5}|đã|đang|sẽ|cần|phải|tiếp tục|tổ chức|hội nghị|chủ động"
    r"|tập trung|vừa|mới|kịp thời|nghiêm túc|tích cực|chỉ đạo|lãnh đạo|họp|chính thức|có|và"
    rf"|[{UPPER}]\w{{0,6}}|ký|xây dựng)){{0,5}}\s{{0,2}}"
)
_LINE: Final = re.compile(r"(?:^|\n)[\s*#_>|.+-]{0,6}$")


def relate(view: View, cores: Sequence[Core], found: Sequence[Attributes]) -> None:
    """Tell for each citation what is done with it: fill relation, cue, actor and source."""
    for i, (core, more) in enumerate(zip(cores, found, strict=True)):
        if core.rule == "letterhead":
            continue
        undone = _one(view, cores, found, i)
        joined = i and undone and more.relation == MENTIONS
        if joined and cores[i - 1].rule != "letterhead" and found[i - 1].relation != MENTIONS:
            before = found[i - 1]
            gap = view.text[min(max(before.end, before.reach), core.start) : core.start]
            if before.cue and before.cue[1] <= cores[i - 1].start and _JOINED.fullmatch(gap):
                more.relation, more.cue = before.relation, before.cue
                more.actor, more.source = before.actor, before.source


def _one(view: View, cores: Sequence[Core], found: Sequence[Attributes], i: int) -> bool:
    """Read what is said of one citation; return whether it may share its neighbour's relation."""
    text, lower, core, more = view.text, view.lower, cores[i], found[i]
    sentence = max(0, core.start - _REACH)
    for boundary in _BOUNDARY.finditer(text, sentence, core.start):
        sentence = boundary.end()
    floor = max(cores[i - 1].end if i else 0, sentence)
    chosen = _before(lower, floor, core.start)
    if chosen is False:
        return False
    if chosen is not None:
        cue, start, end = chosen
        more.relation, more.cue = cue.relation, (start, end)
        more.source = _source(view, cores, found, i, cue=start, sentence=sentence)
        if more.source is None and cue.relation not in _NOBODYS:
            more.actor = _actor(view, floor, start)
        return True
    behind = _after(lower, more.end)
    if behind is not None:
        cue, start, end = behind
        more.relation, more.cue = cue.relation, (start, end)
        if i + 1 < len(cores) and _BY.fullmatch(lower[end : cores[i + 1].start]):
            more.source = i + 1
    return True


_BY: Final = re.compile(
    r"(?:(?:[\s,][\w,]{1,12}){0,6}?\s(?:bởi|theo|tại|bằng))?"
    r"(?:\s(?:các|khoản|điều|điểm|mục|của|[\da-zđ]{1,3})){0,8}\s"
)


def _before(lower: str, floor: int, start: int) -> tuple[Cue, int, int] | Literal[False] | None:
    """The nearest words before a citation that say what is done, or others that rule them.

    ``False`` where the words say what the document does, not what is done with it.
    """
    words = list(cue_pattern("before").finditer(lower, floor, start))
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        cue = cues("before")[" ".join(word[0].split())]
        if cue.relation in _ENDINGS and lower.endswith(_PASSIVE, 0, word.start()):
            return False
        gap = lower[word.end() : start]
        if len(gap) > cue.gap + 1 or _NO_OBJECT.search(gap):
            continue
        if cue.relation not in _WITH_MEANS and _BY_MEANS.search(gap):
            continue
        if ":" in gap and cue.relation not in _WITH_LISTS:
            continue
        for earlier in reversed(words[:place]):
            ruling = cues("before")[" ".join(earlier[0].split())]
            between = lower[earlier.end() : word.start()]
            if cue.relation in ruling.over and len(between) <= ruling.gap and "," not in between:
                return ruling, *earlier.span()
        return cue, *word.span()
    return None


# "... được sửa đổi bởi Nghị định số 6": what stands behind does it, and nothing is done to it.
_PASSIVE: Final = ("được ", "bị ")
_ENDINGS: Final = frozenset({"amends", "replaces", "repeals"})


def _after(lower: str, end: int) -> tuple[Cue, int, int] | None:
    word = cue_pattern("after").search(lower, end, end + _BEHIND)
    if word is None:
        return None
    cue = cues("after")[" ".join(word[0].split())]
    gap = lower[end : word.start()]
    return (cue, *word.span()) if len(gap) <= cue.gap and not _BOUNDARY.search(gap) else None


def _source(
    view: View,
    cores: Sequence[Core],
    found: Sequence[Attributes],
    i: int,
    *,
    cue: int,
    sentence: int,
) -> int | None:
    """Which document does it: a citation before the words, the text's own, or none that is said."""
    text, lower = view.text, view.lower
    if i and cores[i - 1].end <= cue and cores[i - 1].rule != "letterhead":
        gap = text[min(found[i - 1].end, cue) : cue]
        if len(gap) <= _BEHIND and _ATTRIBUTE.fullmatch(gap):
            return i - 1
    ground = lower.startswith(_GROUNDS, cue)
    if not ground and " này" in lower[sentence:cue] and _this().search(lower, sentence, cue):
        return OWN
    line = _LINE.search(text, max(0, cue - 8), cue)
    if line is None:
        return None
    if ground:
        own = any(core.rule == "letterhead" for core in cores)
        return OWN if own or _ground(text, cores[i].end) else None
    return OWN if _heading().search(text, max(0, line.start() - 60), line.start() + 1) else None


_GROUNDS: Final = ("căn cứ", "xét", "theo", "chiếu", "trên cơ sở")


def _ground(text: str, end: int) -> bool:
    """Whether a line that begins *Căn cứ* is one of the grounds of a document: it ends so."""
    for stop in ("\n", "\n\n"):
        at = text.find(stop, end, end + 900)
        if text[end : at if at >= 0 else end + 900].rstrip(" *_\n").endswith((";", ",")):
            return True
    return False


def _this() -> re.Pattern[str]:
    return _compiled(r"(?<!\w)(?:{kinds}) này(?!\w)", False)


def _heading() -> re.Pattern[str]:
    return _compiled(r"(?:^|\n)[ *#_|]*(?:{kinds})[ *_|:]*\n?$", True)


@lru_cache(maxsize=2)
def _compiled(pattern: str, upper: bool) -> re.Pattern[str]:
    names = "|".join(sorted(kinds(), key=len, reverse=True))
    names = names.upper() if upper else names
    return re.compile(pattern.replace("{kinds}", names.replace(" ", r"\s")))


def _actor(view: View, floor: int, cue: int) -> str | None:
    """The body that is the subject of the words at ``cue``, as written."""
    begin = max(floor, cue - _BODY_REACH)
    for first, last in reversed(list(issuers_in(view.text, view.lower, begin, cue))):
        if _ADVERBS.fullmatch(view.text, last, cue):
            return " ".join(view.text[first:last].split())
        return None
    return None
