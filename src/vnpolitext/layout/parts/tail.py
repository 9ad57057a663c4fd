"""The tail of a page: notes, signature, chrome."""

import re
from bisect import bisect_left
from typing import Final

from vnpolitext.layout.bylines import read_byline
from vnpolitext.layout.lines import Unit
from vnpolitext.layout.marks import are_names, is_initials, is_name
from vnpolitext.layout.parts.series import Series
from vnpolitext.layout.phrases import phrases
from vnpolitext.models import per_choice
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import genres, office_at_start, title_at_start

_NOTE: Final = lazy_pattern(
    r"\[\s?\d{1,3}\s?\]|\(\d{1,2}\)|\d{1,2}\s?[-.)/]|\*{1,3}\s|\^|[¹²³⁴⁵⁶⁷⁸⁹]"
)
_NUMBERED: Final = lazy_pattern(r"(?:\d{1,2}|[ivx]{1,5})\\?[.)/-] ?[^\W\d]")
_DOTTED: Final = lazy_pattern(r"\d{1,2}\s?\\?\.")
_BARS: Final = " |-:"
_SHORT: Final = 200
_LOUD: Final = 7
_LABEL: Final = 60
_ORNAMENT: Final = " :.*_"
_BULLETS: Final = "-–+•* "
_NEAR: Final = 120
_PASSED: Final = frozenset({"chrome", "signature", "recipients", "rule", "footnote", "image"})
_TOLD: Final = frozenset({"published", "updated", "views", "url"})
_URL: Final = lazy_pattern(r"https?://\S{4,2000}$")
_GAP: Final = lazy_pattern(r"\s{4,}")
_PLACE_DATE: Final = lazy_pattern(r".{2,40}, (?:ngày|tháng) [\d/. -]{1,12}(?:tháng|năm|\d)")


def mark_tail(
    units: list[Unit],
    kinds: list[str | None],
    recipients: list[tuple[int, int]],
    annexes: list[int],
) -> None:
    """Fill in the kinds of the tail units: ``boilerplate``, ``signature``, ``footnote``.

    A document ends before its annexes, and is signed there.
    """
    _mark_chrome(units, kinds)
    _mark_note_sections(units, kinds)
    _mark_recipients(units, kinds, recipients)
    _mark_bylines(units, kinds)
    series = Series(units)
    _mark_signature(units, kinds, series)
    if annexes:
        end = bisect_left([unit.tail.last for unit in units], annexes[0])
        signed = kinds[:end]
        _mark_signature(units[:end], signed, series)
        kinds[:end] = signed
    _mark_notes(units, kinds, series)


def _mark_chrome(units: list[Unit], kinds: list[str | None]) -> None:
    """Mark everything short after a line such as "Các tin khác" far below or under the text."""
    long = max((at for at, unit in enumerate(units) if len(unit.text) > _SHORT), default=0)
    openers = phrases().chrome_openers
    for index in range(min(len(units) // 2, long + 1), len(units)):
        if units[index].head.words.strip(" :.") in openers:
            for at in range(index, len(units)):
                if len(units[at].text) > _SHORT:
                    return
                kinds[at] = "chrome"
            return


def _mark_note_sections(units: list[Unit], kinds: list[str | None]) -> None:
    inside, headings = False, phrases().note_headings
    for index, unit in enumerate(units):
        words = unit.head.words.strip(_ORNAMENT)
        if "#" in unit.head.mark or unit.head.bold:
            inside = words in headings
        elif words in headings and (
            index > len(units) // 2 or _NOTE.match(_text_after(units, index))
        ):
            inside = True
            kinds[index] = "heading"
        elif inside and kinds[index] is None:
            kinds[index] = "footnote"


def _text_after(units: list[Unit], index: int) -> str:
    return units[index + 1].text.lstrip(_BULLETS) if index + 1 < len(units) else ""


def _mark_recipients(
    units: list[Unit], kinds: list[str | None], recipients: list[tuple[int, int]]
) -> None:
    """Mark the recipients, and what stands beside and under them as signature."""
    at = 0
    for start, end in recipients:
        while at < len(units) and units[at].tail.last <= start:
            at += 1
        stop = at
        named = False
        while stop < len(units) and stop - at < 40:
            unit = units[stop]
            inside = unit.head.first < end
            words = unit.lower.strip(" *_:")
            if words.startswith(phrases().annexes) or (not inside and len(words) > _SHORT):
                break
            if named and _heads_annex(unit):
                break
            named = named or (not inside and _names(unit))
            if "#" in unit.head.mark or kinds[stop] == "chrome" or _is_title(unit, words):
                break
            if not inside and (_is_row(unit, kinds[stop]) or _NUMBERED.match(words)):
                break
            beside = "signature" if unit.text.strip(_BARS) else "rule"
            kinds[stop] = "recipients" if inside else beside
            stop += 1


def _is_title(unit: Unit, words: str) -> bool:
    """Whether another document begins: its kind alone, or in capitals with its title."""
    return words in genres() or (unit.text.isupper() and words.startswith(tuple(genres())))


def _heads_annex(unit: Unit) -> bool:
    """Whether a line under the name of who signs is the title of what is published."""
    return unit.head.gap and unit.text.isupper() and len(unit.text.split()) > _LOUD


def _is_row(unit: Unit, kind: str | None) -> bool:
    return kind == "table" and bool(unit.text.strip(_BARS))


def _mark_bylines(units: list[Unit], kinds: list[str | None]) -> None:
    """Mark the metadata lines at the end of the page: author, date, address, publisher."""
    found = False
    for at in range(len(units) - 1, len(units) // 2, -1):
        if kinds[at] in _PASSED:
            continue
        text = units[at].text
        publisher = found and text.lower().startswith(phrases().sites) and not text.endswith(".")
        told = _TOLD & (read_byline(text) or {}).keys()
        if kinds[at] is not None or not (told or publisher or _URL.match(text)):
            return
        kinds[at] = "byline"
        found = True


def _mark_signature(units: list[Unit], kinds: list[str | None], series: Series) -> None:
    """Mark the signature from the end upwards."""
    at = len(units) - 1
    found: list[int] = []
    notes: list[int] = []
    named = False
    while at >= 0 and len(found) < 12:
        unit = units[at]
        if kinds[at] in (*_PASSED, "byline", "letterhead"):
            at -= 1
            continue
        if kinds[at] not in (None, "table"):
            break
        sure, part = _signature_part(unit)
        if series.has(at) and not unit.head.words.startswith(phrases().signature_prefixes):
            break
        named = named or sure
        if sure or part:
            found.append(at)
        elif not found and _is_passed(unit) and len(notes) < 30:
            notes.append(at)
        else:
            break
        at -= 1
    while found and not named:
        found.pop()
    while found and not _signature_part(units[found[-1]])[0] and not _opens(units[found[-1]]):
        found.pop()
    for index in found:
        kinds[index] = "signature"


def _is_passed(unit: Unit) -> bool:
    """Whether a line may stand under who signs: a note, or a label with room for those above."""
    is_label = unit.text.endswith(":") and len(unit.text) < _LABEL and not unit.head.mark
    return is_label or bool(_NOTE.match(unit.text))


def _opens(unit: Unit) -> bool:
    words = unit.head.words
    return (
        words.startswith(phrases().signature_prefixes)
        or (unit.text.isupper() and _is_office(words))
        or bool(_PLACE_DATE.match(words))
    )


def _signature_part(unit: Unit) -> tuple[bool, bool]:
    """Tell whether a unit names who signs, and whether it can stand beside such a line."""
    text, words = unit.text, unit.lower
    if len(text) > 160 or "#" in unit.head.mark:
        return False, False
    ended = text.endswith((";", ":")) or (text.endswith(".") and len(text) > 60)
    takeover = words.startswith(phrases().takeovers) and len(text) < 80 and not text.endswith(".")
    if _names(unit) or credited(text) or (takeover and not ended):
        return True, True
    office = words[1:] if words.startswith("(") and words.endswith(")") else words
    beside = office.startswith(phrases().signature_prefixes) or _is_office(office)
    return False, not ended and (beside or bool(_PLACE_DATE.match(words) and len(text) < 60))


def _is_office(words: str) -> bool:
    """Whether a folded line begins with an office, a body or a rank."""
    return office_at_start(words) is not None or title_at_start(words) is not None


def _names(unit: Unit) -> bool:
    """Whether a line is a name: alone, in the last of two columns, or before a bracket."""
    bare = unit.text.strip(" .*()")
    cells = _GAP.split(unit.head.text.strip())
    person, bracket, rest = unit.text.partition("(")
    return (
        are_names(bare)
        or is_initials(bare)
        or (len(cells) == 2 and is_name(cells[1]))
        or bool(bracket and is_name(person) and rest.endswith(")"))
    )


def credited(text: str) -> str | None:
    """Return whom a line such as ``Bài và ảnh: X`` or ``X (thực hiện)`` names, or ``None``."""
    words = text.lower()
    label, colon, value = text.partition(":")
    folded = " ".join(label.lower().split())
    if colon and len(text) < 100 and phrases().labels.get(folded) == "author":
        told = not value.endswith(("!", "?")) and not any(map(str.isdigit, value))
        return (value.strip(" .*") or None) if told else None
    for suffix in phrases().signature_suffixes:
        if words.endswith(suffix) and len(text) < 100:
            return text[: -len(suffix)].strip(" .-*") or None
    return None


def _mark_notes(units: list[Unit], kinds: list[str | None], series: Series) -> None:
    """Mark the notes that stand after the text, before or after the signature."""
    at = len(units) - 1
    run: list[int] = []
    while at >= 0:
        if kinds[at] is None and _NOTE.match(units[at].text):
            run.append(at)
        elif kinds[at] not in _PASSED or (kinds[at] == "rule" and run):
            break
        at -= 1
    if not run or series.has(run[-1]):
        return
    before = units[at].text if at >= 0 else ""
    if is_announced(before.lower(), len(before)):
        return
    marked = not all(_DOTTED.match(units[i].text) for i in run)
    ruled = marked and at >= 0 and kinds[at] == "rule"
    closed = marked and before.endswith(("./.", "/."))
    learned = sum(bool(bibliography().search(units[i].lower)) for i in run)
    square = all(units[i].text.startswith(("[", "^")) for i in run)
    if (
        ruled
        or closed
        or learned * 2 >= len(run)
        or square
        or (len(run) == 1 and _first(units[run[0]]))
    ):
        for index in run:
            kinds[index] = "footnote"


@per_choice
def bibliography() -> re.Pattern[str]:
    """Return what finds the words of bibliography, of which an entry or a note has one."""
    words = sorted(phrases().note_words, key=len, reverse=True)
    # Pages and volumes have a number: "tr. 5", "t. II", not "T.Ư".
    forms = (re.escape(w) + (r" ?(?:\d|[ivx]+(?!\w))" if w.endswith(".") else "") for w in words)
    return lazy_pattern(r"(?<!\w)(?:" + "|".join(forms) + ")")


def is_announced(lower: str, at: int) -> bool:
    r"""Whether words with a colon announce what begins at ``at``; a heading of notes does not.

    >>> is_announced("Chi bộ cần: ", 12), is_announced("ghi chú:\n", 9)
    (True, False)
    """
    above = lower[max(0, at - _NEAR) : at].rstrip(' \n*_(["“')
    line = above.rpartition("\n")[2]
    return above.endswith(":") and line.strip(" :*#_") not in phrases().note_headings


def _first(unit: Unit) -> bool:
    return bool(re.match(r"\(?1\s?[-)]", unit.text))
