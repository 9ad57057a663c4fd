"""Finding the citations of a text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from vnpolitext.citations.around.after import read_after, written
from vnpolitext.citations.around.attributes import Attributes
from vnpolitext.citations.around.before import read_before, read_issue
from vnpolitext.citations.around.latest import latest, published
from vnpolitext.citations.around.letterhead import read_body, read_header
from vnpolitext.citations.around.relations import OWN, relate
from vnpolitext.citations.around.sharing import share
from vnpolitext.citations.grammar.issuers import agrees, derive_issuer, read_issuer
from vnpolitext.citations.grammar.names import STATUTES, canonical_name
from vnpolitext.citations.grammar.numbers import Number, kind_codes, kind_of, read_number
from vnpolitext.citations.grammar.provisions import read_provision
from vnpolitext.citations.records import Citation
from vnpolitext.citations.resolve import resolve_citations
from vnpolitext.citations.spans.coordination import complete, following, more_names
from vnpolitext.citations.spans.core import Core, read_core, read_titled
from vnpolitext.citations.spans.scan import Anchor, scan_kinds, scan_numbers
from vnpolitext.layout import Page, opens, read_page
from vnpolitext.text import View


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
    view = read_page(text).view
    cores = _cores(view)
    found = [_attributes(view, core, previous) for previous, core in _pairs(cores)]
    share(view, cores, found)
    day = as_of if as_of and _ISO.match(as_of) else published(view.text)
    for core, more in zip(cores, found, strict=True):
        more.latest = latest(view.text, core, day)
    relate(view, cores, found)
    records = [_record(view, core, more) for core, more in zip(cores, found, strict=True)]
    return _sourced(resolve_citations(records), found) if resolve else records


def _sourced(records: list[Citation], found: list[Attributes]) -> list[Citation]:
    """Name the document that does something with another by its key."""
    own = next((record.key for record in records if record.is_own), "self")
    for i, more in enumerate(found):
        if more.source is not None:
            source = own if more.source == OWN else records[more.source].key
            records[i] = replace(records[i], source=source)
    return records


_ISO: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")


def _cores(view: View) -> list[Core]:
    """The core spans of a text, in order."""
    text, lower = view.text, view.lower
    anchors = scan_kinds(text, lower)
    cores: list[Core] = []
    done = 0
    for place, anchor in enumerate(anchors):
        if anchor.start < done:
            continue
        limit = _next_start(anchors, place, len(text))
        core = read_core(text, lower, anchor, limit) or read_titled(view, anchor)
        if core is None or (cores and _is_title(lower, cores[-1], core)):
            done = max(done, anchor.end)
            continue
        cores.append(core)
        chain = _chain(text, lower, core)
        cores += chain
        done = cores[-1].end if chain else _after_name(text, lower, core, anchors, place)
    return _with_numbers(view, cores)


def _is_title(lower: str, before: Core, core: Core) -> bool:
    """Whether a strategy is the title of the number before: *Quyết định số 5 phê duyệt ...*."""
    if core.rule != "strategy" or before.number is None:
        return False
    between = lower[before.end : core.start]
    return len(between) < _MORE_REACH and _APPROVING.fullmatch(between) is not None


_APPROVING: Final = re.compile(
    r"[^.;:\n]*(?:\n[^.;:\n]+){0,3}?\s(?:về|phê duyệt|ban hành|thông qua|thực hiện)\s(?:dự thảo )?"
)


def _after_name(text: str, lower: str, core: Core, anchors: list[Anchor], place: int) -> int:
    """Where a core ends, with its name in brackets: *Luật số 45/2013/QH13 (Luật Đất đai)*."""
    opening = _OPENING.match(text, core.end) if core.number and core.kind in STATUTES else None
    if opening is None:
        return core.end
    for anchor in anchors[place + 1 : place + 4]:
        if anchor.start == opening.end():
            named = read_core(text, lower, anchor, anchor.end)
            if named and named.number is None and text[named.end : named.end + 1] == ")":
                core.name = canonical_name(text[named.start : named.end])
                return named.end
    return core.end


_OPENING: Final = re.compile(r"\s{0,3}\((?:gọi (?:tắt|chung) là |sau đây gọi là )?")


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
_MORE: Final = re.compile(r"(?:[,;&]|và|đến|hoặc)\s+(?:số:?\s+)?\d", re.IGNORECASE)


def _with_numbers(view: View, cores: list[Core]) -> list[Core]:
    """Add numbers that stand without a kind: letterheads, tables."""
    text = view.text
    extra: list[Core] = []
    place = 0
    done = 0
    for start in scan_numbers(text):
        while place < len(cores) and cores[place].end <= start:
            place += 1
        if start < done or (place < len(cores) and cores[place].start <= start):
            continue
        number = read_number(text, start)
        if number is None or not _strong(number):
            continue
        head = text[max(0, start - 12) : start].lower().rstrip(" :.\n").endswith("số")
        opening = head and opens(text, _so(text, start))
        if not opening and not _sure(number):
            continue
        rule = "letterhead" if opening else "number"
        extra.append(Core(number.start, number.end, kind_of(number), rule, number))
        done = number.end
    return sorted([*cores, *extra], key=lambda core: core.start)


def _so(text: str, start: int) -> int:
    """Where the *Số* before ``start`` begins."""
    return max(text.rfind(w, max(0, start - 16), start) for w in ("số", "Số", "SỐ"))


def _strong(number: Number) -> bool:
    return len(number.codes) >= 2 or (bool(number.codes) and number.year is not None)


def _sure(number: Number) -> bool:
    known = number.codes[0].rstrip("0123456789") in kind_codes()
    return known and (number.year is not None or bool(number.body))


def _pairs(cores: list[Core]) -> Iterator[tuple[Core | None, Core]]:
    previous: Core | None = None
    for core in cores:
        yield previous, core
        previous = core


def _attributes(view: View, core: Core, previous: Core | None) -> Attributes:
    text, lower = view.text, view.lower
    law = core.rule in _LAWS
    found = read_after(text, lower, core.end, core.number, titled=not law)
    if core.number is None:
        found.year = _own_year(text, core) or found.year
    elif found.year and not found.issued and not core.number.year:
        found.issued = str(found.year)
    if law and found.issuer and "quốc hội" not in found.issuer.lower():
        found.issuer = None
    if core.rule == "letterhead" and core.number is not None:
        header = read_header(text, core.start, core.number)
        core.kind = header.kind or core.kind
        found.issued = header.issued or found.issued
        found.issuer = read_body(view, max(0, _so(text, core.start)), core.number)
        return found
    if core.rule in {"plenum", "congress"}:
        term = _TERM.search(core.name or text, *(() if core.name else (core.start, core.end)))
        found.term = term[1].upper() if term else found.term
    floor = previous.end if previous else 0
    if core.rule == "titled":
        _of_body(view, core.start, core.end, found)
    if not found.issuer and lower.endswith("tại ", 0, core.start):
        _subject(view, core, found)
    if core.number is not None:
        _inside(view, core, found)
        read_before(view, core.start, floor, core.number, found)
    else:
        found.provision = found.provision or read_provision(text, core.start, floor)
        if core.rule in _ISSUED:
            read_issue(view, core.start, floor, found)
    return found


_ISSUED: Final = frozenset({"appeal", "declaration", "titled", "strategy", "platform", "directed"})


def _inside(view: View, core: Core, found: Attributes) -> None:
    """Read the issuer and the term between the kind word and the number."""
    if core.number is None or core.number.start - core.start < _SHORTEST_INSIDE:
        return
    text, start, end = view.text, core.start, core.number.start
    term = _TERM.search(text, start, end)
    found.term = found.term or (term[1].upper() if term else None)
    found.leads = _of_body(view, start, end, found, core.number)


def _of_body(
    view: View, start: int, end: int, found: Attributes, number: Number | None = None
) -> bool:
    """Read the body after *của* between two places; return whether there is one."""
    text = view.text
    of = _OF.search(text, start, end)
    last = read_issuer(text, view.lower, of.end()) if of and not found.issuer else None
    if of is None or last is None or last > end or not agrees(number, text[of.end() : last]):
        return False
    found.issuer = written(text[of.end() : last])
    return True


def _subject(view: View, core: Core, found: Attributes) -> None:
    """Read the body that rules in a document: *Tại Nghị quyết số 946, Quốc hội đã quyết định*."""
    lead = _COMMA.match(view.text, found.end)
    last = read_issuer(view.text, view.lower, lead.end()) if lead else None
    if lead is None or last is None or not _RULES.match(view.lower, last):
        return
    body = view.text[lead.end() : last]
    if agrees(core.number, body):
        found.issuer = written(body)


_COMMA: Final = re.compile(r"\s?,\s")
_RULES: Final = re.compile(
    r"\s(?:đã |cũng |vừa )?(?:phê chuẩn|phê duyệt|quyết định|quyết nghị|quy định|yêu cầu|giao"
    r"|chỉ đạo|đồng ý|chấp thuận|thống nhất|bổ nhiệm|nêu)(?!\w)"
)


_SHORTEST_INSIDE: Final = 20
_OF: Final = re.compile(r"\scủa\s")


def _own_year(text: str, core: Core) -> int | None:
    """The year in the name of a law, or of its adoption; that of its amendment is not."""
    if core.rule not in STATUTES and core.rule != "constitution":
        return None
    name = core.name or canonical_name(text[core.start : core.end])
    last = name.rsplit(" ", 1)[-1]
    if _YEAR.fullmatch(last):
        return None if "sửa đổi" in name else int(last)
    told = _ADOPTED.match(text, core.end)
    return int(told[1]) if told else None


_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# "Hiến pháp đầu tiên của nước ... được thông qua ngày 9 tháng 11 năm 1946"
_ADOPTED: Final = re.compile(
    r"(?!,? được sửa)[^.;:\n()\"“”]{0,70}? (?:được |đã )?(?:ban hành|thông qua|ra đời|công bố)"
    r"(?: lần đầu)?(?:[ ,/-](?:vào|ngày|tháng|năm|từ|\d{1,2})){0,7}[ /-]((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_LAWS: Final = frozenset({*STATUTES, "constitution", "amending", "charter"})
_TERM: Final = re.compile(r"khóa\s{0,3}([IVXL]+|\d{1,2})(?!\w)", re.IGNORECASE)


def _name(surface: str, core: Core) -> str | None:
    """The folded name of a named document; for a numbered law the name before the number."""
    if core.number is None:
        return canonical_name(surface)
    if core.kind not in STATUTES:
        return None
    name = canonical_name(_BEFORE_NUMBER.sub("", surface[: core.number.start - core.start]))
    return name if name != core.kind and name else None


_BEFORE_NUMBER: Final = re.compile(r"(?:số|Số|SỐ)?\s*+:?\s*+$")


def _record(view: View, core: Core, found: Attributes) -> Citation:
    start, end = view.span(core.start, core.end)
    cue = view.span(*found.cue) if found.cue else (None, None)
    issuer, filled = found.issuer, tuple(found.filled)
    if issuer is None and core.number is not None:
        issuer = derive_issuer(core.number)
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
        term=found.term,
        title=title,
        provision=found.provision,
        rule=core.rule,
        year=year,
        short=found.short,
        filled=filled,
        latest=found.latest,
        is_own=core.rule == "letterhead",
        relation=found.relation,
        cue_start=cue[0],
        cue_end=cue[1],
        actor=found.actor,
    )
