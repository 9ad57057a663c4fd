"""What a text says is done with a document (*căn cứ*, *thực hiện*, *sửa đổi*), and who does it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from vnpolitext.citations.around.attributes import Attributes, Said
from vnpolitext.citations.grammar.issuers import subjects_in
from vnpolitext.citations.grammar.rules import (
    Cue,
    any_of,
    cue_pattern,
    cues,
)
from vnpolitext.citations.records import MENTIONS
from vnpolitext.citations.spans.core import Core
from vnpolitext.models import per_choice
from vnpolitext.text import View
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import clause_start
from vnpolitext.vocabulary import kinds

OWN: Final = -1
"""The place of the text's own document among its citations."""

_REACH: Final = 200
_BEHIND: Final = 40
_BODY_REACH: Final = 120
_BOUNDARY: Final = lazy_pattern(r"[.;!?|\n](?:(?<=[|])|(?<=[.;!?])(?=\s)|(?<=\n)\s*\n)")
_JOINED: Final = lazy_pattern(
    r"(?:\[\w{1,4}\])?[\s,;]{0,4}(?:(?:và|hoặc|cùng|với|đến|&|-|các|số|đồng thời|theo)\s){0,4}"
    r"(?:(?:tại |các )?(?:điểm|khoản|điều|mục)\s[\da-zđ]{1,3},?\s(?:và\s)?){0,6}(?:của\s)?",
    re.IGNORECASE,
)
_NO_OBJECT: Final = lazy_pattern(
    r"(?<!\w)(?:đã|sẽ|được|bị|thì|nêu|là|hay|nhưng|khi|nếu|sau|từ ngày|bởi|nhằm|quy định tại)(?!\w)"
)
_BY_MEANS: Final = lazy_pattern(r"(?<!\w)(?:theo|tại|trong)(?!\w)")
# What may be done by means of a document, and what is done with several of them: "thay thế: ...".
_WITH_MEANS: Final = frozenset({"implements", "basis", "reports to"})
_NOBODYS: Final = frozenset({"basis", "attaches"})
_WITH_LISTS: Final = frozenset({"issues", "amends", "replaces", "repeals", "implements"})
_ATTRIBUTE: Final = lazy_pattern(
    r"[\s,(]{0,3}(?:(?:về(?: việc)?|quy định(?: về)?|để|nhằm|đã|và|ban hành) ?){0,3}"
)
_ADVERBS: Final = lazy_pattern(
    r"(?:[\s,]{1,2}(?:khóa [IVX\d]{1,5}|đã|đang|sẽ|cần|phải|tiếp tục|tổ chức|hội nghị|chủ động"
    r"|tập trung|vừa|mới|kịp thời|nghiêm túc|tích cực|chỉ đạo|lãnh đạo|họp|chính thức|có|và"
    rf"|[{UPPER}]\w{{0,6}}|ký|xây dựng)){{0,5}}\s{{0,2}}"
)
_LINE: Final = lazy_pattern(r"(?:^|\n)[\s*#_>|.+-]{0,6}$")


def relate(view: View, cores: Sequence[Core], found: Sequence[Attributes]) -> None:
    """Tell for each citation what is done with it, and who does it: fill ``said``."""
    scene = _Scene(view, cores, found, any(core.rule == "letterhead" for core in cores))
    for i, (core, more) in enumerate(zip(cores, found, strict=True)):
        if core.rule == "letterhead":
            continue
        before = _said_before(scene, i)
        behind = _said_behind(scene, i)
        if before and before.relation == "basis" and _does(scene, i):
            before = False  # "Luật A được sửa đổi theo Luật B" says nothing of B
        if before is None and behind is None:
            before = _shared(scene, i)
        more.said = [said for said in (before or None, behind) if said is not None]


@dataclass(frozen=True, slots=True)
class _Scene:
    """The citations of a text.

    Attributes:
        view: The text.
        cores: The core spans.
        found: What is known of each.
        own: Whether one of them is the number line of the text's own document.
    """

    view: View
    cores: Sequence[Core]
    found: Sequence[Attributes]
    own: bool


def _said_before(scene: _Scene, i: int) -> Said | Literal[False] | None:
    """What the words before a citation say is done with it.

    ``False`` where they say what the document does, so that it shares no relation either.
    """
    view, cores = scene.view, scene.cores
    core = cores[i]
    sentence = clause_start(_BOUNDARY, view.text, max(0, core.start - _REACH), core.start)
    floor = max(cores[i - 1].end if i else 0, sentence)
    if i and scene.found[i - 1].reach <= core.start:
        floor = max(floor, scene.found[i - 1].reach)
    chosen = _before(view.lower, floor, core, scene.found[i].begin)
    if not chosen:
        return chosen
    cue, start, end = chosen
    source = _source(scene, i, cue=start, sentence=sentence)
    if source is not None and not _can(scene, source, cue.relation, i):
        return None
    nobody = source is not None or cue.relation in _NOBODYS
    return Said(cue.relation, (start, end), None if nobody else _actor(view, floor, start), source)


def _does(scene: _Scene, i: int) -> bool:
    """Whether a citation is what does something to the one before it: *sửa đổi theo ...*."""
    return i > 0 and any(said.source == i for said in scene.found[i - 1].said)


def _said_behind(scene: _Scene, i: int) -> Said | None:
    """What the words behind a citation say is done with it: *Luật A được sửa đổi bởi Luật B*."""
    lower, cores, more = scene.view.lower, scene.cores, scene.found[i]
    found = _after(lower, more.end) or (_after(lower, more.reach) if more.reach else None)
    if found is None:
        return None
    cue, start, end = found
    by = i + 1 < len(cores) and _BY.fullmatch(lower[end : cores[i + 1].start]) is not None
    return Said(cue.relation, (start, end), source=i + 1 if by else None)


def _shared(scene: _Scene, i: int) -> Said | None:
    """What is done with a citation because it is done with the one that it is coordinated with."""
    if not i or scene.cores[i - 1].rule == "letterhead" or not scene.found[i - 1].said:
        return None
    before, said = scene.found[i - 1], scene.found[i - 1].said[0]
    core = scene.cores[i]
    gap = scene.view.text[min(max(before.end, before.reach), core.start) : core.start]
    joined = said.cue[1] <= scene.cores[i - 1].start and _JOINED.fullmatch(gap) is not None
    if not joined:
        return None
    approved = scene.cores[i - 1].rule == "strategy" and core.number is not None
    if said.source is not None and (approved or not _can(scene, said.source, said.relation, i)):
        # It goes with the document that does it: "Căn cứ Luật A sửa đổi Luật B và Luật C".
        going = next(iter(scene.found[said.source].said), None)
        carried = going is not None and (approved or going.relation in _WITH_MEANS)
        return going if carried else None
    return said


def _can(scene: _Scene, source: int, relation: str, i: int) -> bool:
    """Whether one document can do it to another.

    None is detailed by another of its own kind, nor amended by one of an earlier year.
    """
    if source == OWN:
        return True
    one, other = scene.cores[source], scene.cores[i]
    if relation == "guides":
        return one.kind != other.kind
    years = [c.number.year for c in (one, other) if c.number is not None and c.number.year]
    return relation not in _ENDINGS or len(years) < 2 or years[0] >= years[1]


_BY: Final = lazy_pattern(
    r"(?:(?:[\s,][\w,]{1,12}){0,6}?\s(?:bởi|theo|tại|bằng|bởi các))?"
    r"(?:\s(?:các|khoản|điều|điểm|mục|của|và|[\da-zđ]{1,3},?)){0,12}\s"
)


def _before(
    lower: str, floor: int, core: Core, begin: int
) -> tuple[Cue, int, int] | Literal[False] | None:
    """The nearest words before a citation that say what is done, or others that rule them.

    ``False`` where the words say what the document does, not what is done with it.
    """
    words = list(cue_pattern("before").finditer(lower, floor, core.start))
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        cue = cues("before")[" ".join(word[0].split())]
        passive = lower.endswith(_PASSIVE, 0, word.start())
        if passive and cue.relation in _ENDINGS:
            return False
        if passive and cue.relation == "issues" and not _SUCH_AS.match(lower, word.end()):
            continue
        gap = lower[word.end() : begin if word.end() <= begin else core.start]
        if not _reaches(cue, gap, core):
            continue
        if cue.relation == MENTIONS:
            return False
        for earlier in reversed(words[:place]):
            ruling = cues("before")[" ".join(earlier[0].split())]
            between = lower[earlier.end() : word.start()]
            if cue.relation in ruling.over and len(between) <= ruling.gap and "," not in between:
                return ruling, *earlier.span()
        return cue, *word.span()
    return None


def _reaches(cue: Cue, gap: str, core: Core) -> bool:
    """Whether words that say what is done mean the document behind the ``gap``."""
    if len(gap) > cue.gap + 1 or _NO_OBJECT.search(gap):
        return False
    if cue.gap <= _NEAR and "," in gap:
        return False
    if cue.relation not in _WITH_MEANS and _BY_MEANS.search(gap):
        return False
    if cue.relation in _ENDINGS and _OF_ITS_OWN.fullmatch(gap):
        return False
    if cue.relation == "basis" and cue.gap <= _NEAR and core.kind in _TELLING:
        return False
    return ":" not in gap or cue.relation in _WITH_LISTS


# Words so near that nothing but the document can be their object.
_NEAR: Final = 12
# "nội dung sửa đổi, bổ sung của Luật Đất đai năm 2024" is what the law itself does.
_OF_ITS_OWN: Final = lazy_pattern(r"\s(?:của|trong|tại)\s(?:các\s)?")
# Who says something "theo Báo cáo số 5" has heard it there.
_TELLING: Final = frozenset({"báo cáo", "thông cáo", "lời kêu gọi", "tuyên bố", "công hàm"})
# "các luật mới được ban hành như Luật Nhà ở"
_SUCH_AS: Final = lazy_pattern(r"[\s,]{1,3}(?:như|gồm|bao gồm|là)(?!\w)|\s?:")
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


def _source(scene: _Scene, i: int, *, cue: int, sentence: int) -> int | None:
    """Which document does it: a citation before the words, the text's own, or none that is said."""
    text, lower = scene.view.text, scene.view.lower
    if i and scene.cores[i - 1].end <= cue and scene.cores[i - 1].rule != "letterhead":
        gap = text[min(scene.found[i - 1].end, cue) : cue]
        if len(gap) <= _BEHIND and _ATTRIBUTE.fullmatch(gap):
            return i - 1
    ground = lower.startswith(_GROUNDS, cue)
    if not ground and " này" in lower[sentence:cue] and _this().search(lower, sentence, cue):
        return OWN
    line = _LINE.search(text, max(0, cue - 8), cue)
    if line is None:
        return None
    if ground:
        return OWN if scene.own or _ground(text, scene.cores[i].end) else None
    return OWN if _heading().search(text, max(0, line.start() - 60), line.start() + 1) else None


_GROUNDS: Final = ("căn cứ", "xét", "theo", "chiếu", "trên cơ sở")


def _ground(text: str, end: int) -> bool:
    """Whether a line that begins *Căn cứ* is one of the grounds of a document: it ends so."""
    for stop in ("\n", "\n\n"):
        at = text.find(stop, end, end + 900)
        if text[end : at if at >= 0 else end + 900].rstrip(" *_\n").endswith((";", ",")):
            return True
    return False


@per_choice
def _this() -> re.Pattern[str]:
    return lazy_pattern(rf"{any_of(kinds(), begin=True)} này(?!\w)")


@per_choice
def _heading() -> re.Pattern[str]:
    return lazy_pattern(rf"(?:^|\n)[ *#_|]*{any_of(kind.upper() for kind in kinds())}[ *_|:]*\n?$")


def _actor(view: View, floor: int, cue: int) -> str | None:
    """The body that is the subject of the words at ``cue``, as written."""
    begin = max(floor, cue - _BODY_REACH)
    bodies = subjects_in(view.text, view.lower, begin, cue)
    if not bodies:
        return None
    first, last = bodies[-1]
    if _ADVERBS.fullmatch(view.text, last, cue) is None:
        return None
    return " ".join(view.text[first:last].split())
