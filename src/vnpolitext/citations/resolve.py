"""Resolving citations: the ones that mean one document get one key.

A step takes the citations of a document, in text order, and returns as many, with keys, candidates
and filled facts. [`resolve_citations`][vnpolitext.citations.resolve.resolve_citations] runs the
steps one after another; any of them can be left out or replaced by a callable of the caller's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Protocol, runtime_checkable

from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.identity.joining import (
    MOST_CANDIDATES,
    Options,
    agree,
    copied,
    join,
)
from vnpolitext.citations.identity.keys import identity, serial_of
from vnpolitext.citations.identity.register import by_kind, by_number
from vnpolitext.citations.identity.registered import (
    body_agrees,
    fill,
    fits,
    is_bare,
    is_decided,
    is_of_any_year,
    is_too_late,
    registered,
    stem_of,
    titled,
)
from vnpolitext.citations.records import Citation
from vnpolitext.errors import documents_with, expect
from vnpolitext.progress import under_way
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.span import changed

Step = Callable[[Sequence[Citation]], list[Citation]]
# A law that the text calls by its name alone is one of so many before.
_NEAR: Final = 2
_WANTED: Final = "the citations of one text are wanted (resolve_corpus takes many texts)"


@runtime_checkable
class Citing(Protocol):
    """A document whose citations are known, such as an analysis."""

    @property
    def citations(self) -> Sequence[Citation]:
        """The citations, in text order."""


def resolve_citations(
    citations: Iterable[Citation] | Citing, *, steps: Sequence[Step] | None = None
) -> list[Citation]:
    """Give the citations of one text keys that are equal where they mean one document.

    Args:
        citations: The citations of one text, in text order, or an analysis that has them. Those of
            many texts go to [`resolve_corpus`][vnpolitext.citations.resolve.resolve_corpus].
        steps: What to do, in order; [`STEPS`][vnpolitext.citations.resolve.STEPS] if left out.

    Example:
        >>> from vnpolitext.citations import find_citations
        >>> text = "Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị; theo Nghị quyết 35"
        >>> [c.key for c in find_citations(text)]
        ['35-nq/tw@2018-10-22', '35-nq/tw@2018-10-22']
    """
    found = citations_of(citations)
    for step in STEPS if steps is None else steps:
        found = list(step(found))
    return found


@under_way("resolve corpus")
def resolve_corpus(
    documents: Iterable[Iterable[Citation]] | Iterable[Citing],
    *,
    steps: Sequence[Step] | None = None,
) -> list[list[Citation]]:
    """Give the citations of many texts common keys, by number, issuer and date.

    A citation that fits several documents keeps its own key and lists the others as candidates.

    Args:
        documents: The resolved citations of each text; analyses or a corpus have them.
        steps: What to do with all of them together;
            [`CORPUS_STEPS`][vnpolitext.citations.resolve.CORPUS_STEPS] if left out.
    """
    many: Any = documents
    lists = [citations_of(each) for each in documents_with(many, wanted=_WANTED)]
    flat = resolve_citations(
        (c for citations in lists for c in citations),
        steps=CORPUS_STEPS if steps is None else steps,
    )
    pieces = iter(flat)
    return [_sourced([next(pieces) for _ in citations], citations) for citations in lists]


def citations_of(given: Iterable[Citation] | Citing) -> list[Citation]:
    """Return the citations of one text, also where an analysis stands for them.

    Raises:
        TypeError: It is neither.
    """
    held: Any = getattr(given, "citations", given)
    found = list(held) if isinstance(held, Iterable) else [held]
    if not all(isinstance(each, Citation) for each in found):
        expect(given, (), _WANTED)
    return found


def _sourced(joined: list[Citation], before: Sequence[Citation]) -> list[Citation]:
    """Name the sources of relations by the keys that their citations have now."""
    now = {old.key: new.key for old, new in zip(before, joined, strict=True)}
    return [
        changed(
            citation,
            source=now.get(citation.source or "", citation.source),
            further=tuple(
                changed(each, source=now.get(each.source or "", each.source))
                for each in citation.further
            ),
        )
        if any(each.source in now for each in citation.relations)
        else citation
        for citation in joined
    ]


def without_doubtful_dates(citations: Sequence[Citation]) -> list[Citation]:
    """Take a shared date from a number that the register knows under other dates only.

    In *Chỉ thị 05-CT/TW và Kết luận số 01-KL/TW ngày 18/5/2021* the date is that of the second.
    """
    found = list(citations)
    for i, citation in enumerate(found):
        if "issued:shared" not in citation.filled or citation.number is None:
            continue
        dates = {d.issued for d in by_number(citation.number) if d.kind == citation.kind}
        if dates and not dates & {None, citation.issued}:
            filled = tuple(mark for mark in citation.filled if mark != "issued:shared")
            found[i] = changed(citation, issued=None, filled=filled)
    return found


def by_identity(citations: Sequence[Citation]) -> list[Citation]:
    """Give each citation the key of its own number or name."""
    return [changed(citation, key=identity(citation)) for citation in citations]


def by_number_in_text(citations: Sequence[Citation]) -> list[Citation]:
    """Join citations with the same number whose dates, places and terms do not contradict."""
    return join(citations, nearest=True)


def by_short_number(citations: Sequence[Citation]) -> list[Citation]:
    """Join a bare number (*Nghị quyết 18*) with the full number of the text that begins so."""
    found = list(citations)
    full: dict[tuple[str | None, str], Options] = defaultdict(Options)
    for i, citation in enumerate(found):
        if citation.number and not is_bare(citation.number):
            full[citation.kind, serial_of(citation.number)].add(i, citation)
    for i, citation in enumerate(found):
        if citation.number and is_bare(citation.number):
            options = full.get((citation.kind, serial_of(citation.number)))
            if options is not None:
                found[i] = options.choose(i, citation, nearest=True)
    return found


def with_fitting_short_forms(citations: Sequence[Citation]) -> list[Citation]:
    """Give a short form that names the number or name of a document before to that document.

    *Nghị định 19/2021/NĐ-CP, được sửa đổi bởi Nghị định 20/2022/NĐ-CP (gọi là Nghị định 19)* calls
    the first of the two so. A form with a number that no document before has is nobody's.
    """
    found = list(citations)
    for i, citation in enumerate(found):
        short = citation.short
        if not short or _is_called(citation, short):
            continue
        least = 0 if _called_number(short) else max(0, i - _NEAR)
        owners = (at for at in range(i - 1, least - 1, -1) if _is_called(found[at], short))
        owner = next(owners, None)
        if owner is not None:
            found[owner] = changed(found[owner], short=short)
        if owner is not None or (citation.number and _called_number(short)):
            found[i] = changed(citation, short=None)
    return found


def _is_called(citation: Citation, short: str) -> bool:
    """Whether a short form states the number or the name that a document itself has."""
    number = _called_number(short)
    if number:
        return citation.number is not None and serial_of(citation.number) == serial_of(number)
    return canonical_name(citation.text).startswith(stem_of(canonical_name(short)))


def _called_number(short: str) -> str:
    """Return the number that follows the kind word of a short form, empty for a name or year."""
    match = _CALLED.match(short)
    return match[1] if match else ""


_CALLED: Final = lazy_pattern(r"[^\d,;]{1,20}?\s(?:số\s)?(?!\d{4}(?![\d/-]))(\d[^\s,;)]{0,30})")


def by_short_form(citations: Sequence[Citation]) -> list[Citation]:
    """Join a short form that the text defines (*sau đây gọi tắt là ...*) with its document."""
    found = list(citations)
    forms: dict[str, str] = {}
    for i, citation in enumerate(found):
        form = canonical_name(citation.text)
        if form in forms and citation.short is None:
            found[i] = changed(citation, key=forms[form])
        if citation.short:
            forms[canonical_name(citation.short)] = found[i].key
            if citation.short.isupper():  # "Hiệp định EVFTA"
                forms[canonical_name(f"{citation.kind} {citation.short}")] = found[i].key
    return found


def by_short_name(citations: Sequence[Citation]) -> list[Citation]:
    """Join a law without its year with the only one of that name that the text gives in full."""
    found = list(citations)
    versions: dict[str, dict[str, Citation]] = defaultdict(dict)
    for citation in found:
        if citation.name and (citation.number or stem_of(citation.name) != citation.name):
            versions[stem_of(citation.name)].setdefault(citation.key, citation)
    for i, citation in enumerate(found):
        full = versions.get(citation.name or "")
        if citation.number is None and full:
            fitting = [source for source in full.values() if agree(citation, source)]
            fitting = [source for source in fitting if not _is_superseded(citation, source)]
            if len(full) == 1 and not fitting:
                continue
            if len(fitting) == 1 and (len(full) == 1 or citation.year):
                [source] = fitting
                found[i] = changed(copied(citation, source), candidates=())
            elif citation.key not in full:
                found[i] = changed(citation, candidates=tuple(full)[:MOST_CANDIDATES])
    return found


def _is_superseded(citation: Citation, source: Citation) -> bool:
    """Whether a bare *Hiến pháp* may be one that followed the only one that a text names.

    A text on the State of today tells of that of 1946, too; of laws the one it names is in force.
    """
    if source.kind != "hiến pháp" or not source.year:
        return False
    later = (d.issued for d in by_kind("hiến pháp") if (d.issued or "")[:4] > str(source.year))
    return any(not is_too_late(issued, citation.latest) for issued in later)


def from_register(citations: Sequence[Citation]) -> list[Citation]:
    """Fill what the text leaves out from the register of well-known documents."""
    found: list[Citation] = []
    known: dict[str, Citation] = {}
    for citation in citations:
        if citation.key in known and _says_as(citation, known[citation.key]):
            found.append(copied(citation, known[citation.key]))
            continue
        options = titled([d for d in registered(citation) if fits(d, citation)], citation)
        certain = len(options) == 1 and is_decided(citation)
        if certain and not is_of_any_year(citation, options[0]):
            filled = fill(citation, options[0])
            known[citation.key] = filled
            found.append(filled)
        else:
            keys = tuple(d.key for d in options[:MOST_CANDIDATES])
            open_still = keys and not citation.candidates
            found.append(changed(citation, candidates=keys) if open_still else citation)
    return found


def _says_as(citation: Citation, settled: Citation) -> bool:
    """Whether a citation can mean the settled document of its key, also by its issuer."""
    stated = citation.stated_issuer
    fits = not (stated and settled.issuer) or body_agrees(settled.issuer, stated)
    return fits and agree(citation, settled)


def by_neighbours(citations: Sequence[Citation]) -> list[Citation]:
    """Settle what several documents fit by the term that the others of its list have.

    *Nghị quyết số 57, 59, 66 và 68-NQ/TW*: three are of one term, and so is the fourth.
    """
    found = list(citations)
    begin = 0
    for end in range(1, len(found) + 1):
        if end < len(found) and found[end].rule == "coordinated":
            continue
        terms = [_term_of(c) for c in found[begin:end] if not c.candidates]
        if len(terms) > 1 and None not in terms and len(set(terms)) == 1:
            for i in range(begin, end):
                if found[i].candidates and not found[i].term:
                    options = [d for d in registered(found[i]) if fits(d, found[i])]
                    same = [d for d in options if d.term == terms[0]]
                    found[i] = fill(found[i], same[0]) if len(same) == 1 else found[i]
        begin = end
    return found


def _term_of(citation: Citation) -> str | None:
    told = (mark.rpartition(":")[2] for mark in citation.filled if mark.startswith("term:register"))
    return citation.term or next(told, None)


def by_told_title(citations: Sequence[Citation]) -> list[Citation]:
    """Take the title told with body or day for what a document is later said to do.

    In *Nghị định 5/2031/NĐ-CP ngày 3/4/2031 quy định về phí ... Nghị định 5/2031/NĐ-CP sửa đổi Điều
    14 theo hướng ...* the second tells what it does, not what it is called.
    """
    found = list(citations)
    told: dict[str, Citation] = {}
    for citation in found:
        if citation.title and _is_told(citation):
            told.setdefault(citation.key, citation)
    for i, citation in enumerate(found):
        full = told.get(citation.key)
        if full is None or not citation.title or _is_told(citation):
            continue
        if not citation.provision and _goes_on_as(citation.title, full.title or ""):
            continue
        filled = tuple(mark for mark in citation.filled if not mark.startswith("title:"))
        found[i] = changed(citation, title=full.title, filled=(*filled, "title:text"))
    return found


def _goes_on_as(title: str, full: str) -> bool:
    """Whether a title tells no change or rule, or is the other one, shorter or longer."""
    one, other = title.lower(), full.lower()
    return not one.startswith(_RULING) or one.startswith(other) or other.startswith(one)


_RULING: Final = ("sửa đổi", "bổ sung", "bãi bỏ", "quy định", "cho phép")


def _is_told(citation: Citation) -> bool:
    """Whether the text gives body or day beside this very citation."""
    day = citation.issued and not any(mark.startswith("issued:") for mark in citation.filled)
    return bool(citation.stated_issuer or day)


def across_texts(citations: Sequence[Citation]) -> list[Citation]:
    """Join citations of several texts by number, date and place; ambiguity is kept."""
    return join(citations, nearest=False)


STEPS: Final[tuple[Step, ...]] = (
    without_doubtful_dates,
    by_identity,
    by_number_in_text,
    by_short_number,
    with_fitting_short_forms,
    by_short_form,
    by_short_name,
    from_register,
    by_neighbours,
    by_short_name,
    by_told_title,
)
CORPUS_STEPS: Final[tuple[Step, ...]] = (across_texts, from_register)
