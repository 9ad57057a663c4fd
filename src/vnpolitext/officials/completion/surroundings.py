"""What stands around offices: the letterhead, the headings, the unit a text is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from vnpolitext.layout import Page
from vnpolitext.officials.completion.issuers import issuing_bodies
from vnpolitext.officials.completion.named_units import Unit, known_name, units_in
from vnpolitext.officials.meaning.branches import branch_of_body
from vnpolitext.officials.meaning.spelling import as_name
from vnpolitext.officials.phrases.offices import find_office
from vnpolitext.officials.words.lexicon import expand
from vnpolitext.officials.words.tokens import tokenize
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import Entry, bodies

_SIGNED: Final = lazy_pattern(
    r"(?<!\w)t[./]?m[./]?\s{0,3}"
    r"((?:(?:ủy|hội|ban)[ \n](?:ban|đồng|thường|chấp)[ \n](?:nhân[ \n]dân|vụ|hành))?"
    r"[^\n|*(.<]{0,80}?)"
    r"(?= {0,3}(?:[\n|*(.<]|kt[./]|k/t|tl[./]|tuq[./]"
    r"|(?:phó |quyền )?(?:chủ tịch|bí thư|trưởng ban|chủ nhiệm|giám đốc)(?!\w)|$))"
)
_TAIL: Final = lazy_pattern(
    r"[, ]*(?:nhiệm k[ỳì]|khóa|gồm|bao gồm|có|các đồng chí|hiện nay|qua|như sau|sau đây|\().*$"
)
_UNIT: Final = lazy_pattern(
    r"(?<!\w)(?P<unit>(?P<province>tỉnh|thành phố|tp\.?)|(?P<district>huyện|quận|thị xã)"
    r"|(?P<commune>xã|phường|thị trấn|đặc khu))(?= |$)(?! (?:ủy|đoàn|đội)\b)"
    # Society (*xã hội*) is no commune, unless a name goes on (*xã Hội Sơn*).
    r"(?! hội(?:\W*$| (?:việt nam|chủ nghĩa|của|tỉnh|thành phố|tp|huyện|quận|và|khu vực|học)\b))"
    r"(?: (?=\w))?"
)
_BODY_UNIT: Final = lazy_pattern(
    r"(?:ủy ban nhân dân|ubnd|hđnd|hội đồng nhân dân|đảng ủy|đảng bộ|mttq|mặt trận tổ quốc"
    r"|mttq việt nam|mặt trận tổ quốc việt nam|quân sự|công an|hội nông dân|ubmttq|ubmttqvn) "
    r"(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố)(?!\w)"
)
_DEFINED: Final = lazy_pattern(
    r"(?P<name>(?:Hội đồng|Ban Chỉ đạo|Ban Tổ chức|Ban chỉ đạo"
    r"|Ban tổ chức|Tiểu ban|Tổ công tác|Tổ|Ban) [^.;:\n()]{4,160}?)"
    r" ?\((?:sau đây |dưới đây )?(?:được )?(?:gọi )?(?:tắt )?(?:là )?"
    r"[\"“]?(?P<short>[\w ]{2,20})[\"”]?\)"
)
_FOUNDED: Final = lazy_pattern(
    r"[Tt]hành lập (?P<name>(?:Hội đồng|Ban [Cc]hỉ đạo|Ban [Tt]ổ chức|Tiểu ban|Tổ công tác|Tổ) "
    r"(?:[^.;:\n(,]|, (?!gồm|bao gồm|trong|nhiệm kỳ|do |với )){4,200}?)"
    r"(?=[.;:\n(]|,? (?:gồm|bao gồm|trong đó|do |với |nhiệm kỳ|phục vụ))"
)
_CHAIRED: Final = lazy_pattern(r"(?<!phó )chủ nhiệm (ủy ban(?: [\w-]+){1,8})")
_REACH: Final = 800
_HEAD: Final = 4_000
_TITLE: Final = lazy_pattern(
    r"\s*+#{0,2}+ *+(?:(?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường) )?"
    r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3})(?: \([^()\n]{1,40}\))? *\n"
)
_KIND: Final = lazy_pattern(
    r"(?:một (?:trong )?(?:những )?)?(?P<unit>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn"
    r"|đặc khu)(?!\w)"
)
_LEVELS: Final = {
    "tỉnh": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}
# Party committees of units, with the level and the word of their units.
_COMMITTEES: Final = {
    "tỉnh ủy": ("province", "tỉnh"),
    "thành ủy": ("province", "thành phố"),
    "huyện ủy": ("district", "huyện"),
    "quận ủy": ("district", "quận"),
    "thị ủy": ("district", "thị xã"),
}
_BOARDS: Final = frozenset({"ban thường vụ", "thường vụ", "ban chấp hành"})
# Bodies that lead another one, in whose name they sign.
_LEADS: Final = ("ban thường", "thường", "ban chấp hành", "cơ quan")


@dataclass(frozen=True, slots=True)
class Head:
    """A body named in a letterhead or in a heading.

    Attributes:
        name: Its name, abbreviations expanded, without the unit.
        entry: The word of the tables that it begins with.
        unit: The unit it belongs to, if named.
        level: The level that a bare unit word tells (*Hội đồng nhân dân phường*).
    """

    name: str
    entry: Entry | None
    unit: Unit | None
    level: str | None

    @property
    def branch(self) -> str | None:
        """Branch of power, where the words of its name tell it."""
        return branch_of_body(self.name.replace("|", " "))

    @property
    def body(self) -> str:
        """The body that signs: the last one named, in the unit of the one over it."""
        unit = f" {self.unit.full}" if self.unit is not None and not _is_committee(self) else ""
        if self.unit is not None and not unit:
            unit = f" {self.unit.name}"
        upper, _, lower = self.name.partition("|")
        if lower.lower().startswith("văn phòng"):
            return f"Văn phòng {upper}{unit}"
        if lower.lower().startswith("ban ") and upper.lower() == "hội đồng nhân dân":
            return f"{lower} {upper}{unit}"
        if lower and not lower.lower().startswith(_LEADS):
            if self.unit is not None and lower.lower() in _COMMITTEES:
                return f"{lower} {self.unit.name}"
            return f"{lower}{unit}"
        if upper.endswith(" Văn phòng"):
            return f"Văn phòng {upper[: -len(' Văn phòng')]}"
        return f"{upper}{unit}"


def _is_committee(head: Head) -> bool:
    return head.name.lower() in _COMMITTEES


class Surroundings:
    """The letterhead, the headings and the unit of one text, read when first asked for."""

    def __init__(self, page: Page) -> None:
        """Prepare for a text."""
        self._page = page
        self._view = page.view
        self._first: dict[str, list[tuple[int, str] | None]] = {}

    @cached_property
    def letterhead(self) -> Head | None:
        """The body whose name stands over the number of an official document.

        Where no letterhead is there, the only body that the document says to be issued by.
        """
        lines = self._page.letterhead
        head = _lowest(lines) or _head(" ".join(lines))
        if head is not None:
            return head
        issuers = {each.body: each for each in map(_head, issuing_bodies(self._view)) if each}
        return next(iter(issuers.values())) if len(issuers) == 1 else None

    def signer(self, at: int, reach: int) -> Head | None:
        """Return the body for which a document is signed at ``at``.

        That is the one in whose name it is signed (*TM. ỦY BAN NHÂN DÂN*), with the unit of the
        letterhead, else that of the letterhead.
        """
        head = self.letterhead
        found = list(_SIGNED.finditer(self._view.lower, max(0, at - reach), at))
        if not found:
            return head
        start, end = found[-1].span(1)
        text = " ".join(self._view.text[start:end].strip(" -,").split())
        own = _head(text)
        if head is not None and (own is None or own.unit is None):
            part = head.name.partition("|")[2].lower()
            if text.lower().startswith(_LEADS) or (own is not None and own.name.lower() == part):
                return head
        if head is None and text.lower() in _BOARDS:
            # The board of a committee of the Party that nothing names.
            return None
        if own is None or head is None or own.unit is not None or own.level is not None:
            return own
        shared = own.branch is not None and head.branch == own.branch
        return replace(own, unit=head.unit, level=head.level) if shared else own

    @cached_property
    def unit(self) -> Unit | None:
        """The one unit that all bodies of a text with a bare unit word belong to."""
        head = self.letterhead
        if head is not None and head.unit is not None:
            return head.unit
        lower = self._view.lower
        words = {match[1] for match in _BODY_UNIT.finditer(lower)} - {"thành phố"}
        if len(words) != 1:
            return None
        word = words.pop()
        named = {unit.name.lower(): unit for _, unit in units_in(self._view) if unit.word == word}
        return next(iter(named.values())) if len(named) == 1 else None

    @cached_property
    def titled(self) -> Unit | None:
        """The unit that the title of the text is and its first sentence tells the kind of."""
        title = _TITLE.match(self._view.text)
        if title is None:
            return None
        name = title["name"]
        told = re.compile(rf"(?<!\w){re.escape(name.lower())}(?!\w)[^.\n|]{{0,120}}?(?<!\w)là ")
        for match in told.finditer(self._view.lower, title.end(), _HEAD):
            kind = _KIND.match(self._view.lower, match.end())
            word = "" if kind is None else kind["unit"]
            level = _LEVELS.get(word)
            if level is not None:
                return Unit(word, name, level) if known_name(name.split(), level) == name else None
        return None

    def heading(self, at: int) -> Head | None:
        """Return the body that the heading over an item of a list names."""
        found = self._page.headings.of_item(at)
        if found is None:
            return None
        name = _TAIL.sub("", self._view.text[slice(*found)])
        tells = "," in name or find_office(tokenize(name, [(0, len(name))]), 0) is not None
        return None if tells else _head(name)

    @cached_property
    def committee(self) -> str:
        """The one committee of the Government whose chairman the text names (*Chủ nhiệm ...*)."""
        named: set[str] = set()
        for match in _CHAIRED.finditer(self._view.lower):
            found = bodies().match(match[1].split(), 0)
            if found is not None and found[1].level == "central":
                words = self._view.text[match.start(1) : match.end(1)].split()
                named.add(" ".join(words[: found[0]]))
        shortest = min(named, key=len, default="")
        return shortest if all(name.startswith(shortest) for name in named) else ""

    def numbered(self, body: str, at: int) -> str:
        """Return the number that the text gives a body of the army last before ``at``."""
        pattern = re.compile(rf"(?<!\w){re.escape(body.lower())} (\d{{1,3}})(?![\d/])")
        found = pattern.findall(self._view.lower, max(0, at - _REACH), at)
        return found[-1] if found else ""

    @cached_property
    def _definitions(self) -> tuple[list[tuple[int, str, str]], list[tuple[int, str, str]]]:
        """Where the text shortens the names of boards and where it founds some, in text order.

        Each with what the text calls the board, and its full name.
        """
        text = self._view.text
        shortened = [(m.end(), m["short"].lower(), m["name"]) for m in _DEFINED.finditer(text)]
        founded = [(m.end(), m["name"].lower(), m["name"]) for m in _FOUNDED.finditer(text)]
        return shortened, founded

    def defined(self, short: str, at: int) -> str:
        """Return the full name of a body that the text calls ``short`` (*Hội đồng*)."""
        if short not in self._first:
            self._first[short] = [
                next(((end, name) for end, known, name in each if known.startswith(short)), None)
                for each in self._definitions
            ]
        names = (name for end, name in filter(None, self._first[short]) if end <= at)
        return " ".join(next(names, "").split())


def level_of(text: str) -> str | None:
    """Return the level of the unit that the full name of a body names."""
    head = _head(text)
    return head.level if head is not None else None


def _lowest(lines: Sequence[str]) -> Head | None:
    """Return the body of a unit that stands under the one it belongs to.

    *Đảng bộ tỉnh Gia Lai*, *Huyện ủy Đức Cơ*.
    """
    for first in range(len(lines) - 1, 0, -1):
        below, above = _head(" ".join(lines[first:])), _head(" ".join(lines[:first]))
        if below is None or below.entry is None or below.unit is None:
            continue
        if below.entry.role != "unit" and above is not None and above.unit is not None:
            return below
    return None


def _head(text: str) -> Head | None:
    """Return the body at the beginning of a text."""
    words = expand(" ".join(text.split()))
    if text.isupper():
        words = as_name(words)
    lower = words.lower()
    if not lower:
        return None
    found = bodies().match(lower.split(), 0)
    entry = found[1] if found else None
    if entry is None or entry.role not in {"whole", "noun", "unit"}:
        return None
    if entry.text in _COMMITTEES:
        return _committee(words.split(), entry)
    return _of_unit(words, entry)


def _committee(words: list[str], entry: Entry) -> Head:
    """Return a Party committee of a unit, whose name follows it without a word."""
    size = len(entry.text.split())
    level, word = _COMMITTEES[entry.text]
    named = known_name(words[size:], level)
    unit = Unit(word, named, level) if named else None
    return Head(" ".join(words[:size]), entry, unit, level)


def _of_unit(words: str, entry: Entry) -> Head:
    """Return a body with the unit whose word stands last in its name, and what follows both."""
    match = next(reversed(list(_UNIT.finditer(words.lower()))), None)
    if match is None:
        return Head(words.strip(" -:,"), entry, None, None)
    level = next(each for each in ("province", "district", "commune") if match[each])
    name, after = words[: match.start()].strip(), words[match.end() :].strip()
    named = known_name(after.split(), level)
    rest = after[len(named) :].strip(" -,") if named else ""
    unit = Unit(match["unit"], named, level) if named else None
    return Head((f"{name}|{rest}" if rest else name).strip(" -:,"), entry, unit, level)
