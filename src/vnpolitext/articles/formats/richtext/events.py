"""What a Rich Text file tells, in order: letters with their fonts, ends of paragraphs and cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from vnpolitext.articles.formats.richtext.tokens import Token, tokens
from vnpolitext.articles.symbols import SYMBOLS

_UNREAD: Final = frozenset(
    b"colortbl info pict header headerl headerr headerf footer footerl footerr footerf fldinst xe "
    b"tc rxe bkmkstart bkmkend listtable listoverridetable objdata nonshppict annotation atnid "
    b"atnauthor nonesttables sn sv pntxtb pntxta filetbl revtbl template datafield ftnsep ftnsepc "
    b"ftncn aftnsep aftnsepc aftncn shprslt".split()
)
_READ: Final = frozenset(b"shptxt shpinst nesttableprops footnote".split())
_NUMBERS: Final = frozenset((b"listtext", b"pntext"))
_APART: Final = {b"footnote": "note", b"shptxt": "box"}
_SIGNS: Final = {
    b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘",
    b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"emspace": " ", b"enspace": " ",
    b"~": "\xa0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\",
}  # fmt: skip
_ENDS: Final = frozenset(b"par sect page cell nestcell row nestrow \r \n".split(b" "))
_CODEPAGES: Final = {
    163: "cp1258", 238: "cp1250", 204: "cp1251", 161: "cp1253", 162: "cp1254", 186: "cp1257",
    128: "cp932", 134: "gbk", 136: "big5", 129: "cp949",
}  # fmt: skip
_KNOWN: Final = frozenset({437, 850, 932, 936, 949, 950, 65001, *range(1250, 1259)})
_SYMBOLS: Final = 2
_HEADINGS: Final = 9


class Event(NamedTuple):
    """One thing a file tells.

    Attributes:
        kind: ``"text"``; ``"hyphen"`` where a word may be broken; ``"number"`` of a list;
            ``"par"``, ``"cell"``, ``"nestcell"``, ``"row"`` or ``"nestrow"`` at an end; ``"note"``
            or ``"box"`` where one begins that stands apart from its paragraph, and ``"close"``
            where it ends.
        text: Letters.
        font: Their font, in lower case.
        capitals: Whether they are shown as capitals.
        level: How many tables they stand in.
        heading: Whether the paragraph is a heading.
        drawn: Whether the cells of a row have lines.
        edges: Where a row begins, and where each of its cells ends.
    """

    kind: str
    text: str = ""
    font: str = ""
    capitals: bool = False
    level: int = 0
    heading: bool = False
    drawn: bool = False
    edges: tuple[int, ...] = ()


@dataclass(slots=True)
class _State:
    """How letters are read at one place; the end of a group gives back that before it.

    ``target`` is where letters go: ``"text"``, ``"number"``, ``"fonts"``, ``"styles"`` or nowhere.
    """

    target: str = "text"
    apart: str = ""
    nested: bool = False
    font: int = -1
    skip: int = 1
    hidden: bool = False
    capitals: bool = False
    level: int = 0
    heading: bool = False
    style: int = -1


def events(data: bytes) -> Iterator[Event]:
    """Yield what a file tells; hidden and deleted letters, headers and pictures are left out."""
    reader = _Reader()
    for token in tokens(data):
        yield from reader.take(token)
    yield from reader.written()


class _Reader:
    def __init__(self) -> None:
        self._state = _State()
        self._stack: list[_State] = []
        self._codepage = "cp1252"
        self._default = -1
        self._names: dict[int, bytes] = {}
        self._charsets: dict[int, int] = {}
        self._outlined: set[int] = set()
        self._bytes = b""
        self._halves = ""
        self._skipped = 0
        self._may_pass = False
        self._in_row = False
        self._drawn = False
        self._edges: list[int] = [0]
        self._around = self._drawn, self._edges

    def take(self, token: Token) -> Iterator[Event]:
        if token.kind in ("byte", "text"):
            self._letters(token.value)
            return
        if token.kind == "word" and token.value == b"u":
            yield from self._character(token.number or 0)
            return
        if token.kind == "brace":
            yield from self.written()
            yield from self._open() if token.value == b"{" else self._close()
        elif token.kind == "sign" and token.value == b"*":
            self._may_pass = True
        elif self._skipped and (token.kind == "sign" or token.value in _SIGNS):
            self._skipped -= 1
        else:
            yield from self.written()
            yield from self._control(token)

    def written(self) -> Iterator[Event]:
        """Yield the letters that have come since the last change of anything."""
        text = self._halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text += self._decoded()
        self._bytes, self._halves = b"", ""
        if text:
            yield self._event(self._state.target, text)

    def _letters(self, data: bytes) -> None:
        gone = min(self._skipped, len(data))
        self._skipped -= gone
        if self._state.target == "fonts":
            self._names[self._state.font] = self._names.get(self._state.font, b"") + data
        elif self._is_shown():
            self._bytes += data[gone:]

    def _character(self, number: int) -> Iterator[Event]:
        if self._bytes:
            yield from self.written()
        if self._is_shown():
            self._halves += chr(number % 0x10000)
        self._skipped = self._state.skip

    def _is_shown(self) -> bool:
        return self._state.target in ("text", "number") and not self._state.hidden

    def _decoded(self) -> str:
        charset = self._charsets.get(self._font(), 0)
        if charset == _SYMBOLS:
            listed = self._state.target == "number"
            return "".join(
                chr(code) if code < 0x80 and not listed else SYMBOLS.get(0xF000 + code, "•")
                for code in self._bytes
            )
        codepage = _CODEPAGES.get(charset, self._codepage)
        try:
            return self._bytes.decode(codepage)
        except UnicodeDecodeError:
            codes = (bytes((code,)) for code in self._bytes)
            return "".join(
                code.decode(codepage, "ignore") or code.decode("latin-1") for code in codes
            )

    def _font(self) -> int:
        return self._state.font if self._state.font >= 0 else self._default

    def _event(self, kind: str, text: str = "") -> Event:
        state = self._state
        name = self._names.get(self._font(), b"").partition(b";")[0].strip().decode("latin-1")
        level = state.level or (int(self._in_row) if not state.apart else 0)
        heading = state.heading or state.style in self._outlined
        edges = tuple(self._edges) if kind.endswith("row") else ()
        return Event(kind, text, name.lower(), state.capitals, level, heading, self._drawn, edges)

    def _open(self) -> Iterator[Event]:
        self._skipped = 0
        self._stack.append(self._state)
        self._state = replace(self._state)
        yield from ()

    def _close(self) -> Iterator[Event]:
        self._skipped, self._may_pass = 0, False
        if not self._stack:
            return
        before, self._state = self._state, self._stack.pop()
        if before.nested and not self._state.nested:
            self._drawn, self._edges = self._around
        if before.apart != self._state.apart:
            yield self._event("close")

    def _control(self, token: Token) -> Iterator[Event]:
        word, number = token.value, token.number
        passed, self._may_pass = self._may_pass, False
        if word in _SIGNS:
            if self._is_shown():
                yield self._event(self._state.target, _SIGNS[word])
        elif word == b"-":
            if self._state.target == "text" and not self._state.hidden:
                yield self._event("hyphen")
        elif word in _ENDS:
            yield from self._ended(word)
        elif passed or word in _UNREAD or word in _READ or word in _TARGETS:
            yield from self._begin_group(word, passed)
        else:
            self._set(word, number)

    def _ended(self, word: bytes) -> Iterator[Event]:
        if self._state.target != "text" or (word == b"par" and self._state.hidden):
            return
        kind = word.decode("ascii")
        yield self._event(kind if kind.endswith(("cell", "row")) else "par")
        if kind == "row":
            self._in_row = False

    def _begin_group(self, word: bytes, passed: bool) -> Iterator[Event]:
        if word in _TARGETS:
            self._state.target = _TARGETS[word] if self._state.target == "text" else ""
        elif word in _UNREAD or (passed and word not in _READ):
            self._state.target = ""
        elif word == b"nesttableprops":
            self._state.nested = True
            self._around = self._drawn, self._edges
        elif word in _APART and self._state.target == "text":
            self._state.apart = _APART[word]
            self._state.level = 0
            yield self._event(self._state.apart)

    def _set(self, word: bytes, number: int | None) -> None:
        state = self._state
        is_on = number != 0
        if word == b"f" and number is not None:
            state.font = number
        elif word == b"fcharset" and state.target == "fonts":
            self._charsets[state.font] = number or 0
        elif word == b"ansicpg" and number in _KNOWN:
            self._codepage = f"cp{number}"
        elif word == b"deff":
            self._default = number if number is not None else -1
        elif word == b"uc":
            state.skip = max(0, number or 0)
        elif word in (b"v", b"deleted"):
            state.hidden = is_on
        elif word == b"caps":
            state.capitals = is_on
        elif word == b"plain":
            state.hidden = state.capitals = False
            state.font = -1
        else:
            self._set_paragraph(word, number)

    def _set_paragraph(self, word: bytes, number: int | None) -> None:
        state = self._state
        if word == b"pard":
            state.level, state.heading, state.style = 0, False, -1
        elif word == b"intbl":
            state.level = max(state.level, 1)
        elif word == b"itap":
            state.level = number or 0
        elif word == b"s":
            state.style = number or 0
        elif word == b"outlinelevel":
            if state.target == "styles":
                self._outlined.add(state.style)
            else:
                state.heading = (number or 0) < _HEADINGS
        else:
            self._set_row(word, number)

    def _set_row(self, word: bytes, number: int | None) -> None:
        if word == b"trowd":
            self._in_row, self._drawn, self._edges = True, False, [0]
        elif word == b"trleft":
            self._edges[0] = number or 0
        elif word == b"cellx":
            self._edges.append(number or 0)
        elif word in (b"brdrs", b"brdrdb", b"brdrth", b"brdrhair"):
            self._drawn = True


_TARGETS: Final = {
    b"fonttbl": "fonts", b"stylesheet": "styles", b"listtext": "number", b"pntext": "number",
}  # fmt: skip
