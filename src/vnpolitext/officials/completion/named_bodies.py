"""Bodies named in running text that tell of which body a bare office beside them is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from vnpolitext.models import model_file, per_choice, read_table
from vnpolitext.officials.completion.companions import chief_of
from vnpolitext.officials.meaning.understand import Meaning, understand
from vnpolitext.officials.phrases.offices import find_office
from vnpolitext.officials.words.lexicon import expand
from vnpolitext.officials.words.tokens import tokenize
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern, whole_words

_REACH: Final = 400
_NAME: Final = 120
_MOST: Final = 40
_HEAD: Final = 3_000
_STOP: Final = lazy_pattern(r"[.!?;](?=\s)|\n")
_LED: Final = lazy_pattern(r"(?<!\w)(?:do|bầu|với|bởi)(?!\w)")
_TITLE: Final = lazy_pattern(r"(?m)^#{1,2} ([^\n|]{5,100})$|\*\*([^*\n]{5,100})\*\*")
_SHORTENED: Final = lazy_pattern(r" \(([^\W\d_]{2,8})\)")
_EDGES: Final = "()\n.;:"
_SHORTEST_NAME: Final = 6
_LONGEST_NAME: Final = 110
_VERB: Final = 40
_FOUNDED: Final = lazy_pattern(
    r"(?:thành lập|đổi (?:tên )?(?:lại )?thành|mang tên|lấy tên|hợp nhất thành|sáp nhập thành"
    r"|tách (?:ra )?thành|chuyển thành)(?: lại| nên| ra)?[ *\"“]{1,4}\Z"
)
# After these words a body is one named before (*Sở này*).
_POINTING: Final = r"(?:này|đó|ấy|nọ|kia|trên|nói trên|nêu trên|mình|chúng ta|ta)(?!\w)"
# A body named at least so often is what a text is about.
_OFTEN: Final = 3
# Words that begin like those of bodies.
_NO_BODY: Final = lazy_pattern(
    r"(?:tổ (?:chức|hợp|quốc|tiên)|hội (?:nghị|nhập|thảo|họa|chợ|viên|trường|ngộ|đàm)"
    r"|báo (?:chí|cáo|động|giá|hiệu)|bộ (?:máy|phận|sưu|môn)|viện (?:trợ|dẫn)"
    r"|trường (?:hợp|phái|kỳ)|ban (?:hành|bố|đầu|ngày)|quỹ đạo|vùng (?:đất|miền|biển)"
    r"|đoàn (?:kết|viên|thể)|đảng (?:viên|phái)"
    r"|đài tưởng|phòng (?:chống|ngừa|thủ)|đại học$|vụ (?:án|việc)|sở (?:thích|hữu)|nhóm)(?!\w)"
)
# Words of another office that go on with its body.
_MEMBER: Final = "đại biểu "
# An office that any body may have.
_ANY: Final = "chủ tịch"


class NamedBodies:
    """The bodies that one text names, by the offices that they have."""

    def __init__(self, view: View) -> None:
        """Prepare for a text; it is read when first asked for."""
        self._text, self._lower = view.text, view.lower
        self._places: dict[str, list[int]] = {}
        self._known: dict[str, Meaning | None] = {}
        self._topics: dict[str, Meaning | None] = {}

    def beside(self, title: str, at: int) -> Meaning | None:
        """Return what the one fitting body named before an office in its sentence says.

        In *Ủy ban X do ông A làm Chủ nhiệm* that is the last one, else the only one of the
        sentence or of the paragraph.

        Args:
            title: The office, without a body.
            at: Index of its first character in the folded text.
        """
        floor = max(0, at - _REACH)
        floor = (self._lower.rfind("\n", floor, at) + 1) or floor
        named = list(self._between(title, floor, at))
        stops = [match.end() for match in _STOP.finditer(self._lower, floor, at)]
        inside = [pair for pair in named if pair[0] >= (stops[-1] if stops else floor)]
        if inside and _LED.search(self._lower, inside[-1][0], at):
            return inside[-1][1]
        for each in (inside, named):
            if len({_name(meaning) for _, meaning in each}) == 1:
                return each[-1][1]
        return None

    def founded(self, title: str, at: int) -> Meaning | None:
        """Return what the last body says that the paragraph of an office founds or renames.

        Args:
            title: The office, without a body.
            at: Index of its first character in the folded text.
        """
        floor = max(0, at - _REACH)
        floor = (self._lower.rfind("\n", floor, at) + 1) or floor
        named = list(self._between(title, floor, at))
        for start, meaning in reversed(named):
            if _FOUNDED.search(self._lower, max(floor, start - _VERB), start):
                return meaning
        return None

    def topic(self, title: str) -> Meaning | None:
        """Return what the fitting body that the text is about says.

        Args:
            title: The office, without a body.
        """
        chief = chief_of(title)
        if chief not in self._topics:
            self._topics[chief] = self._read_topic(chief)
        return self._topics[chief]

    def _read_topic(self, title: str) -> Meaning | None:
        places = self._starts(title)
        head = set(places[: bisect_left(places, _HEAD)])
        for match in _TITLE.finditer(self._text, 0, _HEAD) if head else ():
            at = match.start(match.lastindex or 0)
            if at in head:
                return self._meaning(title, at)
        if not _OFTEN <= len(places) <= _MOST:
            return None
        named = [meaning for at in places if (meaning := self._meaning(title, at)) is not None]
        counts = Counter(map(_name, named)).most_common(2)
        if not counts or counts[0][1] < _OFTEN or 2 * counts[0][1] <= len(named):
            return None
        return next(each for each in named if _name(each) == counts[0][0])

    def longer(self, title: str, short: str, at: int) -> Meaning | None:
        """Return what the last body before an office says that begins with the words of its own.

        Where none stands before it, that is the only one in the text.

        Args:
            title: The office, without a body.
            short: Its body, by a word that the text uses for the whole name (*Liên đoàn*).
            at: Index of its first character in the folded text.
        """
        word = short.lower()
        starts = self._starts(title)
        last = bisect_left(starts, at)
        for start in reversed(starts[max(0, last - _MOST) : last]):
            meaning = self._longer(title, word, start)
            if meaning is not None:
                return meaning
        later = [self._longer(title, word, start) for start in starts[last : last + _MOST]]
        named = {_name(each): each for each in later if each is not None}
        return next(iter(named.values())) if len(named) == 1 else None

    def _longer(self, title: str, word: str, start: int) -> Meaning | None:
        if not self._lower.startswith(f"{word} ", start):
            return None
        meaning = self._meaning(title, start)
        return meaning if meaning is not None and _name(meaning) != word else None

    def in_full(self, short: str) -> str:
        """Return the name that the text gives in full before a short form in brackets.

        Args:
            short: The short form, in capitals (*VIAC*).
        """
        return self._shortened.get(short, "")

    @cached_property
    def _shortened(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for match in _SHORTENED.finditer(self._text):
            if not match[1].isupper() or match[1] in found:
                continue
            name = self._before(match.start())
            words = list(_classes().finditer(name.lower()))
            starts = [each.start() for each in words if name[each.start()].isupper()]
            if starts:
                found[match[1]] = " ".join(expand(name[starts[-1] :]).split())
        return found

    def _before(self, end: int) -> str:
        """Return the words before a place in which a name may stand; nothing where they are few."""
        first = max(0, end - _LONGEST_NAME)
        first = max(first, *(self._text.rfind(edge, first, end) + 1 for edge in _EDGES))
        return self._text[first:end] if end - first >= _SHORTEST_NAME else ""

    def knows(self, title: str) -> bool:
        """Return whether it is known what bodies have an office."""
        return chief_of(title) in _fitting()

    def fit(self, title: str, start: int) -> bool:
        """Return whether an office fits the body that begins at ``start`` of the text."""
        pattern = _fitting().get(chief_of(title))
        return pattern is not None and pattern.match(self._lower, start) is not None

    def read(self, title: str, start: int) -> Meaning | None:
        """Return what an office says with the body that begins at ``start`` of the text."""
        return self._meaning(title, start)

    def office(self, start: int, end: int) -> Meaning | None:
        """Return what the office says that a part of the text is."""
        phrase = self._text[start:end]
        tokens = tokenize(phrase, [(0, len(phrase))])
        found = find_office(tokens, 0)
        return None if found is None else understand(tokens, found, phrase)

    def end_of(self, start: int) -> int | None:
        """Return where the body ends that begins at ``start``, ``None`` where none does."""
        opens = _classes().match(self._lower, start)
        if opens is None or not self._text[start].isupper() or _NO_BODY.match(self._lower, start):
            return None
        phrase = self._phrase(_ANY, start)
        tokens = tokenize(phrase, [(0, len(phrase))])
        office = find_office(tokens, 0)
        if office is None or not office.parts:
            return None
        return start + tokens.ends[office.last - 1] - len(_ANY) - 1

    def _between(self, title: str, start: int, end: int) -> Iterator[tuple[int, Meaning]]:
        starts = self._starts(title)
        for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
            meaning = self._meaning(title, at)
            if meaning is not None:
                yield at, meaning

    def _starts(self, title: str) -> list[int]:
        """Return where bodies begin, in capitals, that an office fits."""
        chief = chief_of(title)
        if chief not in self._places:
            pattern = _fitting().get(chief)
            found = [] if pattern is None else pattern.finditer(self._lower)
            self._places[chief] = [
                match.start()
                for match in found
                if self._text[match.start()].isupper()
                and not self._lower.endswith(_MEMBER, 0, match.start())
            ]
        return self._places[chief]

    def _meaning(self, title: str, start: int) -> Meaning | None:
        """Return what an office says with the body that begins at ``start`` of the text."""
        chief = chief_of(title)
        phrase = self._phrase(chief, start)
        if phrase not in self._known:
            self._known[phrase] = _read(phrase, self._lower[start : start + 3])
        return self._known[phrase]

    def _phrase(self, chief: str, start: int) -> str:
        """Return an office with what follows ``start`` on its line."""
        end = self._lower.find("\n", start, start + _NAME)
        return f"{chief} {self._text[start : start + _NAME if end < 0 else end]}"


def _read(phrase: str, opening: str) -> Meaning | None:
    """Return what an office with a body behind it says, if the body begins like that."""
    tokens = tokenize(phrase, [(0, len(phrase))])
    office = find_office(tokens, 0)
    if office is None:
        return None
    meaning = understand(tokens, office, phrase)
    named = (meaning.organization or "").lower().startswith(opening)
    return meaning if named and " " in (meaning.organization or "") else None


def fits(title: str, organization: str) -> bool:
    """Return whether an office may be one of a body, by how the name of the body begins.

    >>> fits("Phó Giám đốc", "Nhà máy Sữa Sông Mã"), fits("Phó Giám đốc", "Tỉnh ủy Sơn La")
    (True, False)
    """
    pattern = _fitting().get(chief_of(title))
    return pattern is not None and pattern.match(organization.lower()) is not None


def _name(meaning: Meaning) -> str:
    return (meaning.organization or "").lower()


@per_choice
def _fitting() -> Mapping[str, re.Pattern[str]]:
    """Return the words that the bodies of an office begin with, by the office."""
    rows = read_table(model_file("offices", "vietnam", "fits.tsv"), ("head", "bodies"))
    return {head: _pattern(bodies.split(",")) for head, bodies in rows}


@per_choice
def _classes() -> re.Pattern[str]:
    """Return a pattern for the words that bodies begin with."""
    rows = read_table(model_file("offices", "vietnam", "fits.tsv"), ("head", "bodies"))
    return _pattern(sorted({word for _, bodies in rows for word in bodies.split(",")}))


def _pattern(words: list[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return lazy_pattern(rf"{whole_words(map(re.escape, ordered))}(?= (?!{_POINTING})[^\W_])")
