"""Finding the citations of a text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from vnpolitext.citations.around.after import read_after
from vnpolitext.citations.around.attributes import Attributes
from vnpolitext.citations.around.latest import latest, published
from vnpolitext.citations.around.letterhead import read_header, so_before
from vnpolitext.citations.around.read import read_around
from vnpolitext.citations.around.relations import OWN, relate
from vnpolitext.citations.around.sharing import share
from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.grammar.numbers import (
    Number,
    kind_codes,
    kind_of,
    read_number,
    stem,
)
from vnpolitext.citations.grammar.rules import STATUTES, code_initials
from vnpolitext.citations.grammar.suffixes import WordsIn, derive_issuer
from vnpolitext.citations.records import SELF, Citation, Relation
from vnpolitext.citations.resolve import resolve_citations
from vnpolitext.citations.spans.coordination import complete, following, more_names
from vnpolitext.citations.spans.core import FARTHEST, Core, read_core
from vnpolitext.citations.spans.scan import Anchor, cell_kind, scan_kinds, scan_numbers, scan_said
from vnpolitext.citations.spans.titled import read_titled
from vnpolitext.layout import Page, opens, read_page
from vnpolitext.progress import under_way
from vnpolitext.text import View
from vnpolitext.text.numerals import roman
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.span import changed


@under_way("find citations")
def find_citations(
    text: str | View | Page, *, resolve: bool = True, as_of: str | None = None
) -> list[Citation]:
    """Find every citation of an official document in ``text``, in order, without overlaps.

    Args:
        text: A text as it was read, or a view or page of it.
        resolve: Whether citations of one document get one key, and what one of them leaves out is
            filled from the others and from the register of well-known documents.
        as_of: Day on which the text was published, ISO 8601: what was issued later is not cited.
            Left out, the day in a line of its own at the head of the text counts.

    Example:
        >>> [found] = find_citations("Nghị quyết số 35 - NQ/TƯ, ngày 22-10-2018 của Bộ Chính trị")
        >>> found.text, found.number, found.issued, found.issuer
        ('Nghị quyết số 35 - NQ/TƯ', '35-NQ/TW', '2018-10-22', 'Bộ Chính trị')
    """
    view = read_page(text).joined
    said = scan_said(view.text)
    cores = _with_numbers(view, _cores(view, said), said)
    found = [read_around(view, core, previous) for previous, core in _pairs(cores)]
    share(view, cores, found)
    day = as_of if as_of and _ISO.match(as_of) else published(view.text)
    for core, more in zip(cores, found, strict=True):
        more.latest = latest(view.text, core, day)
    relate(view, cores, found)
    words = WordsIn(view.lower)
    records = [_record(view, words, core, more) for core, more in zip(cores, found, strict=True)]
    return _sourced(resolve_citations(records), found) if resolve else records


def _roman(term: str | None) -> str | None:
    """The number of a term as documents write it: *Quốc hội khóa 12* is that of *khóa XII*."""
    return roman(int(term)).upper() if term and term.isdecimal() else term


def _sourced(records: list[Citation], found: list[Attributes]) -> list[Citation]:
    """Name the document that does something with another by its key."""
    own = next((record.key for record in records if record.is_own), SELF)
    keys = {place: record.key for place, record in enumerate(records)} | {OWN: own}
    for i, more in enumerate(found):
        if any(said.source is not None for said in more.said):
            own_key = records[i].key
            sources = [None if s.source is None else keys[s.source] for s in more.said]
            sources = [None if source == own_key else source for source in sources]
            further = zip(records[i].further, sources[1:], strict=True)
            records[i] = changed(
                records[i],
                source=sources[0],
                further=tuple(changed(each, source=source) for each, source in further),
            )
    return records


_ISO: Final = lazy_pattern(r"\d{4}(?:-\d\d){0,2}")


def _cores(view: View, said: list[int]) -> list[Core]:
    """The core spans that begin at a kind word, in order; ``said`` is where a number is said."""
    text, lower = view.text, view.lower
    anchors = scan_kinds(text, lower)
    cores: list[Core] = []
    done = 0
    for place, anchor in enumerate(anchors):
        if anchor.start < done or _is_definition(lower, anchor):
            continue
        nearest = bisect_right(said, anchor.end)
        # Words stand before a number only where there is one: most kinds have none.
        limit = (
            _next_start(anchors, place, len(text))
            if nearest < len(said) and said[nearest] < anchor.end + FARTHEST
            else anchor.end
        )
        core = read_core(text, lower, anchor, limit) or read_titled(view, anchor)
        if core is None or (cores and _is_title(lower, cores[-1], core)):
            done = max(done, anchor.end)
            continue
        cores.append(core)
        chain = _chain(text, lower, core)
        cores += chain
        done = cores[-1].end if chain else _after_name(text, lower, core, anchors, place)
    return cores


def _is_definition(lower: str, anchor: Anchor) -> bool:
    """Whether a short form is not used but given: *Bộ luật Hình sự (BLHS)*."""
    if anchor.short not in code_initials():
        return False
    return _GIVEN.search(lower, max(0, anchor.start - 16), anchor.start) is not None


_GIVEN: Final = lazy_pattern(r"(?:\(|(?:tắt|gọi|chung) là:?\s?[\"“]?)$")


def _is_title(lower: str, before: Core, core: Core) -> bool:
    """Whether what a document approves is its title: *Quyết định số 5 phê duyệt Chiến lược ...*."""
    if core.rule not in _APPROVED or (before.number is None and before.rule != "plenum"):
        return False
    if core.rule == "strategy" and not lower.endswith(_TITLES, 0, core.start):
        return False
    near = core.start - before.end < _MORE_REACH
    return near and _APPROVING.fullmatch(lower, before.end, core.start) is not None


# Standing orders come with their decision; a strategy is a document of its own unless it is quoted,
# or what a resolution is about is all that is said of it.
_APPROVED: Final = frozenset({"strategy", "standing orders"})
_TITLES: Final = ('"', "“", " về ")
_APPROVING: Final = lazy_pattern(
    r"[^.;:\n]*(?:\n[^.;:\n]+){0,3}?\s(?:về|phê duyệt|ban hành|thông qua|thực hiện)\s[\"“]?"
    r"(?:dự thảo )?"
)


def _after_name(text: str, lower: str, core: Core, anchors: list[Anchor], place: int) -> int:
    """Where a core ends, with its name behind: *Luật số 45/2013/QH13 (Luật Đất đai)*."""
    if core.number is None or core.kind not in STATUTES:
        return core.end
    opening = _OPENING.match(text, core.end)
    if opening is None and place + 1 < len(anchors) and anchors[place + 1].start < core.end + 80:
        opening = _OPENING.match(text, read_after(text, lower, core.end, core.number).end)
    if opening is None:
        return core.end
    for anchor in anchors[place + 1 : place + 4]:
        if anchor.start == opening.end():
            named = read_core(text, lower, anchor, anchor.end)
            closed = opening[1] != "(" or text[named.end : named.end + 1] == ")" if named else False
            if named and named.number is None and anchor.kind in STATUTES and closed:
                core.name = canonical_name(text[named.start : named.end])
                return named.end
    return core.end


_OPENING: Final = lazy_pattern(r"\s{0,3}(\(|-\s)(?:gọi (?:tắt|chung) là |sau đây gọi là )?")


def _next_start(anchors: list[Anchor], place: int, end: int) -> int:
    """Where the first kind word after the one at ``place`` begins; words inside it do not count."""
    for at in range(place + 1, len(anchors)):
        if anchors[at].start >= anchors[place].end:
            return anchors[at].start
    return end


def _chain(text: str, lower: str, core: Core) -> list[Core]:
    """The citations coordinated with a core."""
    if core.number is None:
        return more_names(text, lower, core)
    chain: list[Core] = []
    last = core
    while True:
        more = following(text, lower, last, last.end)
        if not more and _MORE.search(text, last.end, last.end + _MORE_REACH):
            after = read_after(text, lower, last.end)
            more = following(text, lower, last, after.end) if after.end > last.end else []
            more = [m for m in more if m.number is not None and m.number.codes]
        if not more:
            break
        chain += more
        last = more[-1]
    complete([core, *chain])
    return chain


_MORE_REACH: Final = 220
_MORE: Final = lazy_pattern(r"(?:[,;&]|và|đến|hoặc)\s+(?:số:?\s+)?\d", re.IGNORECASE)


def _with_numbers(view: View, cores: list[Core], said: list[int]) -> list[Core]:
    """Add numbers that stand without a kind: letterheads, tables."""
    text = view.text
    extra: list[Core] = []
    place = 0
    done = 0
    for start in scan_numbers(text, said):
        while place < len(cores) and cores[place].end <= start:
            place += 1
        if start < done or (place < len(cores) and cores[place].start <= start):
            continue
        number = read_number(text, start)
        if number is None or not (_MARK.search(text, start, number.end) or _strong(number)):
            continue
        head = text[max(0, start - 12) : start].lower().rstrip(" :.\n").endswith("số")
        so = so_before(text, start) if head else start
        if not (_strong(number) or (head and opens(text, so) and _headed(text, number))):
            continue
        cell = cell_kind(view.lower, so if head else start)
        opening = head and not cell and text[so - 1 : so] != "(" and opens(text, so)
        if not (opening or cell or _sure(number) or (head and _dated(text, number))):
            continue
        rule = "letterhead" if opening else "number"
        extra.append(Core(number.start, number.end, cell or kind_of(number), rule, number))
        done = number.end
    return sorted([*cores, *extra], key=lambda core: core.start)


_MARK: Final = lazy_pattern(r"[/-]")


def _strong(number: Number) -> bool:
    return len(number.codes) >= 2 or (bool(number.codes) and number.year is not None)


def _headed(text: str, number: Number) -> bool:
    """Whether a number with few letters is that of a letterhead: its date line is near."""
    letters = len(number.codes) == 1 and len(number.codes[0]) > 1
    ends = letters and _LINE_ENDS.match(text, number.end)
    return bool(ends) and read_header(text, number.start, number).issued is not None


_LINE_ENDS: Final = lazy_pattern(r" {0,4}(?:\n|\||\Z|,? ?ngày|\*)")


def _sure(number: Number) -> bool:
    known = stem(number.codes[0]) in kind_codes()
    return known and (number.year is not None or bool(number.body))


def _dated(text: str, number: Number) -> bool:
    """Whether a number after *số* has the day of a document: *..., số 12/QĐ-X ngày 3/4/2019*."""
    known = stem(number.codes[0]) in kind_codes()
    return known and _ON_DAY.match(text, number.end) is not None


_ON_DAY: Final = lazy_pattern(r",?\s{1,3}ngày\s{1,3}\d")


def _pairs(cores: list[Core]) -> Iterator[tuple[Core | None, Core]]:
    previous: Core | None = None
    for core in cores:
        yield previous, core
        previous = core


def _name(surface: str, core: Core) -> str | None:
    """The folded name of a named document; for a numbered law the name before the number."""
    if core.number is None:
        return canonical_name(surface)
    if core.kind not in STATUTES:
        return None
    name = canonical_name(_BEFORE_NUMBER.sub("", surface[: core.number.start - core.start]))
    return name if name != core.kind and name else None


_BEFORE_NUMBER: Final = lazy_pattern(
    r"\s{0,6}[(\[,-]?\s{0,6}(?:số)?\s{0,6}:?\s{0,6}$", re.IGNORECASE
)


def _record(view: View, words: WordsIn, core: Core, found: Attributes) -> Citation:
    start, end = view.span(core.start, core.end)
    said = [Relation(s.relation, *view.span(*s.cue), s.actor) for s in found.said] or [Relation()]
    issuer, filled = found.issuer, tuple(found.filled)
    if issuer is None and core.number is not None:
        issuer = derive_issuer(core.number, words)
        filled = (*filled, "issuer:suffix") if issuer else filled
    number = core.number.canonical if core.number else None
    title = found.title or core.title
    name = core.name or _name(view.text[core.start : core.end], core)
    year = found.year or (int(core.number.year) if core.number and core.number.year else None)
    return Citation(
        start,
        end,
        view.source[start:end],
        kind=core.kind,
        number=number,
        name=name,
        issuer=issuer,
        issued=found.issued,
        term=_roman(found.term),
        title=title,
        provision=found.provision,
        rule=core.rule,
        year=year,
        short=found.short,
        filled=filled,
        latest=found.latest,
        is_own=core.rule == "letterhead",
        relation=said[0].relation,
        cue_start=said[0].cue_start,
        cue_end=said[0].cue_end,
        actor=said[0].actor,
        further=tuple(said[1:]),
    )
