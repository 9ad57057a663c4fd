"""Office phrases: an office word and the body it belongs to, as far as the text carries it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from vnpolitext.officials.phrases.body import Body
from vnpolitext.officials.phrases.elements import Office
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import Entry, bodies, heads

# Words that end another one and no office begins with them (*trở thành*, *chức vụ*).
_PAST: Final = frozenset({"nguyên", "cựu"})
_ENDINGS: Final = {
    "thành": frozenset({"trở", "hoàn", "trưởng", "hình"}),
    "vụ": frozenset({"chức", "nhiệm", "thường", "phục", "sự", "nghĩa", "dịch", "công", "nghiệp"}),
}


def find_office(tokens: Tokens, at: int) -> Office | None:
    """Return the office phrase that begins at token ``at``, if one does."""
    found = heads().match(tokens.words, at)
    if found is None:
        return None
    size, head = _before_state(tokens.words, at, found[0]) or found
    if at and _is_ending(tokens, at):
        return None
    office = Body(tokens, Office(at, at + size, size, head, [])).extend()
    if head.text in grammar().assistants or _is_of_staff(office):
        office = _of_office(tokens, office)
    return None if _is_generic(tokens, office) or _lacks_body(tokens, office) else office


def _lacks_body(tokens: Tokens, office: Office) -> bool:
    """Return whether an office word that is one only with its body or its past has neither."""
    if office.head.text not in grammar().bodied:
        return False
    if office.first and tokens.words[office.first - 1] in _PAST:
        return False
    roles = {entry.role for _, _, entry in office.parts if entry is not None}
    return roles.isdisjoint(("noun", "whole"))


def _before_state(words: list[str], at: int, size: int) -> tuple[int, Entry] | None:
    """Return the office at ``at`` before a state without a name (*Chủ tịch nước bạn*), if any."""
    last = at + size - 1
    state = bodies().match(words, last) if words[last] == "nước" else None
    if state is None or state[1].role != "country":
        return None
    return heads().match(words[at:last], 0)


def _is_ending(tokens: Tokens, at: int) -> bool:
    """Return whether a word ends the one before it, and no capital says that it begins an office.

    *chức vụ trưởng phòng* has no *Vụ trưởng*, *giữ chức Vụ trưởng* does.
    """
    words, kinds = tokens.words, tokens.kinds
    ends = words[at] in _ENDINGS and words[at - 1] in _ENDINGS[words[at]]
    return ends and not (kinds[at] == "U" and kinds[at - 1] == "l")


def _is_of_staff(office: Office) -> bool:
    """Return whether the body of an office is so far one of those that work for one official."""
    if not office.parts:
        return office.head.text.endswith(tuple(grammar().staffs))
    entry = office.parts[-1][2]
    return entry is not None and entry.text in grammar().staffs


def _of_office(tokens: Tokens, office: Office) -> Office:
    """Return the office of an assistant with that of the one who is assisted.

    *Trợ lý Chủ tịch Quốc hội*, *cố vấn kinh tế của Thủ tướng*, *Chủ nhiệm Văn phòng Thủ tướng* are
    one office each; in *trợ lý của Thủ tướng A* the name is that of the one who is assisted.
    """
    at = office.last
    if tokens.words[at : at + 1] in (["của"], ["cho"]):
        at += 1
    found = heads().match(tokens.words, at) if at < len(tokens) else None
    if found is None:
        return office
    size, head = found
    inner = Body(tokens, Office(at, at + size, size, head, [])).extend()
    if at > office.last and tokens.kinds[inner.last : inner.last + 1] == ["U"]:
        return office
    return with_inner(office, inner)


def with_inner(office: Office, inner: Office) -> Office:
    """Return an office of which another one, behind it, is a part."""
    head = inner.head
    own = inner.first, inner.first + inner.size, Entry(head.text, "word", head.branch, head.level)
    return replace(office, last=inner.last, parts=[*office.parts, own, *inner.parts])


def _is_generic(tokens: Tokens, office: Office) -> bool:
    """Return whether an office is that of many bodies (*chủ tịch UBND 12 xã, bí thư các huyện*).

    Or an honour that is called like one (*đại sứ thương hiệu*).
    """
    words, kinds, last = tokens.words, tokens.kinds, office.last
    opening, honours = words[office.first : office.first + 5], grammar().honours
    if any(" ".join(opening[:size]) in honours for size in (3, 4, 5)):
        return True
    if last + 1 < len(tokens) and kinds[last] == "d" and kinds[last + 1] == "l":
        return words[last + 1] in grammar().many
    named = {at for first, end, entry in office.parts if entry for at in range(first + 1, end)}
    for index in range(office.first + office.size, last - 1):
        if index in named:
            continue
        if words[index] == "các" and kinds[index + 1] == "l" and words[index + 1] in grammar().many:
            return "U" not in kinds[index + 2 : last]
    alone = not office.parts or office.parts[-1][0] == last - 1
    return alone and words[last - 1 : last] == ["các"] and kinds[last - 1] == "l"
