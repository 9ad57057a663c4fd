"""Who is charged with an item behind its words: *Cơ quan chủ trì: X*, *(X chủ trì)*."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vnpolitext.directives.actors import Stretch, each_name, name_end
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text.patterns import lazy_pattern, spaced

_BODY: Final = r"(?:cơ quan|đơn vị|bộ phận|cá nhân|sở, ngành|ban, ngành|địa phương)"
_LABEL: Final = lazy_pattern(
    spaced(
        rf"(?<!\w)(?:(?P<lead>(?:{_BODY} )?chủ trì(?: thực hiện| tham mưu| soạn thảo)?"
        rf"|{_BODY} (?:thực hiện|đầu mối|phụ trách|chịu trách nhiệm(?: chính)?|tham mưu))"
        rf"|(?P<with>(?:{_BODY} )?phối hợp(?: thực hiện)?))[*_]* ?:[*_ ]*"
    )
)
# The verb that closes a name behind the order: *(Sở Nội vụ chủ trì)*, *do Sở Nội vụ thực hiện.*
_CLOSING: Final = lazy_pattern(
    spaced(
        r" (?:(?P<lead>chủ trì(?: thực hiện| tham mưu)?|thực hiện|phụ trách|đảm nhiệm|tham mưu)"
        r"|(?P<with>phối hợp(?: thực hiện)?))(?= ?(?:[.,;)]|\n|\Z))(?!, phối hợp)"
    )
)
_OPENS: Final = lazy_pattern(spaced(r"(?:\((?:do )?|[,;] do |[^\S\n][-–] (?:do )?)"))
_FURTHER: Final = lazy_pattern(spaced(r"[,;] (?:và )?"))
_BEFORE_LABEL: Final = lazy_pattern(r"[.;\n(–-][ *_+•(–-]*\Z")
_NAMES_END: Final = lazy_pattern(r"[.;:\n)]|\Z")
# What may follow: the time, what comes of it.
_REST: Final = lazy_pattern(
    r"(?!\n[ *_]*[-+•])[^\n]{0,120}(?:\n[ *_]*[-+•]?[^\n:]{3,40}:[^\n]{0,120})*\s*\Z"
)
_LABELS: Final = ("chủ trì", "phối hợp", "cơ quan", "đơn vị", "bộ phận")
# One of these stands in every item whose charge a verb closes.
_SEEN: Final = ("chủ trì", "phụ trách", "đảm nhiệm", ", do ", "; do ", "(do ")
_REACH: Final = 160
_NEAR: Final = 6


class Charge(NamedTuple):
    """Who is charged with an item, and where the words that say so begin; all folded."""

    start: int
    leads: tuple[Stretch, ...]
    partners: tuple[Stretch, ...]


def charge_of(text: str, lower: str, start: int, end: int) -> Charge | None:
    """Return who is charged behind the words of the folded ``start`` to ``end``, if anybody is.

    Example:
        >>> words = "Rà soát quy hoạch. Cơ quan chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính."
        >>> charge = charge_of(words, words.lower(), 0, len(words))
        >>> [words[slice(*name)] for name in charge.leads], words[: charge.start]
        (['Sở Nội vụ'], 'Rà soát quy hoạch. ')
    """
    leads: list[Stretch] = []
    partners: list[Stretch] = []
    first = last = -1
    words = lower[start:end]
    has_label = ":" in words and any(word in words for word in _LABELS)
    for label in _LABEL.finditer(lower, start, end) if has_label else ():
        before = max(start, label.start() - _NEAR)
        if label.start() <= start or _BEFORE_LABEL.search(lower, before, label.start()) is None:
            continue
        names = _labelled(text, lower, label.end(), end)
        if names:
            (leads if label["lead"] else partners).extend(names)
            first, last = (label.start() if first < 0 else first), names[-1][1]
    if first < 0 and (closed := _closed(text, lower, start, end)) is not None:
        first, last, leads, partners = closed
    if first <= start or _REST.match(text, last, end) is None:
        return None
    return Charge(first, tuple(leads), tuple(partners))


def _labelled(text: str, lower: str, at: int, end: int) -> list[Stretch]:
    """The names behind a label."""
    if task_rules().actors.longest(lower, at, end) is None:
        return []
    stop = _NAMES_END.search(lower, at, end)
    last = stop.start() if stop is not None else end
    row = name_end(text, lower, at, last, is_open=True)
    return list(each_name(text, lower, at, last if row is None else row))


def _closed(
    text: str, lower: str, start: int, end: int
) -> tuple[int, int, list[Stretch], list[Stretch]] | None:
    """Names in brackets, behind *do* or a dash, that a verb closes: *(Sở Nội vụ chủ trì)*."""
    first, at = -1, start
    leads: list[Stretch] = []
    partners: list[Stretch] = []
    words = lower[start:end]
    if not any(word in words for word in _SEEN):
        return None
    for cue in _CLOSING.finditer(lower, start, end):
        opening = _opening(lower, max(at, cue.start() - _REACH), cue.start(), is_first=first < 0)
        if opening is None or opening.start() <= start:
            continue
        row = name_end(text, lower, opening.end(), cue.start(), is_open=True)
        if row != cue.start():
            continue
        names = list(each_name(text, lower, opening.end(), row))
        (leads if cue["lead"] else partners).extend(names)
        first, at = (opening.start() if first < 0 else first), cue.end()
    return (first, at, leads, partners) if leads else None


def _opening(lower: str, at: int, stop: int, *, is_first: bool) -> re.Match[str] | None:
    """The last mark or word before a name that may open it."""
    if not is_first:
        return _FURTHER.match(lower, at, stop)
    return max(_OPENS.finditer(lower, at, stop), key=re.Match.end, default=None)
