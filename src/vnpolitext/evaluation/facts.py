"""What two analyses of one text are compared by: sets of facts, figure by figure."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, Final

from vnpolitext.errors import expect
from vnpolitext.text import fold

PlainDocument = Mapping[str, Any]

_JOINTS: Final = re.compile(r" ?([-/]) ?")
_TERM_OF_OFFICE: Final = re.compile(
    r"[ ,(]{0,9}(?:các )?khóa [ivxlc0-9][ivxlc0-9, ]{0,20}(?:và [ivxlc0-9]{1,8})?\)?$"
)
_ABOUT: Final = re.compile(r"^(?:về việc|về|v/v) ")
_TRAILING: Final = ' \t\r\n\u00a0*_(["“‘'


def annotated(documents: Iterable[PlainDocument]) -> Iterator[PlainDocument]:
    """Yield annotated documents.

    Raises:
        TypeError: One of them is none.
    """
    wanted = "annotated texts are wanted, as of read_gold()"
    expect(documents, Iterable, wanted)
    for document in documents:
        expect(document, Mapping, wanted)
        yield document


def same(text: str) -> str:
    """Return one spelling for strings that differ only in form.

    >>> same("Quyết định số 66 / 2018/QĐ – UBND")
    'quyết định số 66/2018/qđ-ubnd'
    """
    return _JOINTS.sub(r"\1", fold(text))


def office(text: str) -> str:
    """Return a folded position without a term of office after it.

    >>> office("Ủy viên Bộ Chính trị khóa XI")
    'ủy viên bộ chính trị'
    """
    return _TERM_OF_OFFICE.sub("", same(text))


def offices(document: PlainDocument) -> list[tuple[frozenset[str], str]]:
    """Return ``(folded names of the person, folded position)`` for every office given."""
    text = document["text"]
    return [
        (frozenset(_names(text, person)), title)
        for person in _records(document, "persons")
        for title in sorted({office(position["text"]) for position in person["positions"]})
    ]


def _records(document: PlainDocument, field: str) -> list[Any]:
    return document.get(field) or []


def _mentions(document: PlainDocument) -> Iterator[Hashable]:
    for person in _records(document, "persons"):
        yield from ((start, end) for start, end in person["mentions"])


def _spans(field: str) -> Callable[[PlainDocument], Iterator[Hashable]]:
    def facts(document: PlainDocument) -> Iterator[Hashable]:
        return ((record["start"], record["end"]) for record in _records(document, field))

    return facts


def _keys(document: PlainDocument) -> Iterator[Hashable]:
    text = document["text"]
    yield from {
        same(citation.get("number") or text[citation["start"] : citation["end"]])
        for citation in _records(document, "citations")
    }


def _levels(document: PlainDocument) -> Iterator[Hashable]:
    for place in _records(document, "places"):
        yield place["start"], place["end"], place["level"]


def _is_row(item: Mapping[str, Any]) -> bool:
    """Whether an item is a row of a table: the annotation has none of those."""
    return item.get("style") == "row"


def _items(document: PlainDocument) -> Iterator[Hashable]:
    for item in _records(document, "directives"):
        if not _is_row(item):
            yield item["start"], item["number"], item["style"]


def _extents(document: PlainDocument) -> Iterator[Hashable]:
    text = document["text"]
    for item in _records(document, "directives"):
        if _is_row(item):
            continue
        surface = text[item["start"] : item["end"]].rstrip(_TRAILING)
        yield item["start"], item["start"] + len(surface)


def _parents(document: PlainDocument) -> Iterator[Hashable]:
    items = _records(document, "directives")
    for item in items:
        if _is_row(item):
            continue
        parent = item.get("parent")
        yield item["start"], items[parent]["start"] if parent is not None else None


FACTS: Final[dict[str, Callable[[PlainDocument], Iterator[Hashable]]]] = {
    "persons.mentions": _mentions,
    "citations.spans": _spans("citations"),
    "citations.keys": _keys,
    "places.spans": _spans("places"),
    "places.levels": _levels,
    "directives.items": _items,
    "directives.extents": _extents,
    "directives.parents": _parents,
}
"""Figures that compare one bag of facts with another; positions are matched by person."""

ATTRIBUTES: Final = ("issued", "issuer", "term", "title")
"""Attributes of citations that are compared where the core span matched."""

FIELDS: Final = ("organization", "level", "branch", "place", "status", "since", "until")
"""Fields of positions that are compared where span and person matched."""

TIMES: Final = frozenset({"since", "until"})
"""Fields that most positions rightly lack: precision and recall of the values given."""


def attribute_value(citation: Mapping[str, Any], name: str) -> str | None:
    """Return an attribute of a citation in comparable form; a title without its *về việc*.

    >>> attribute_value({"title": "Về việc  giữ rừng"}, "title")
    'giữ rừng'
    """
    value = citation.get(name)
    if not value:
        return None
    return _ABOUT.sub("", same(str(value))) if name == "title" else same(str(value))


def told_year(citation: Mapping[str, Any]) -> str | None:
    """Return the year that the text tells, where the day comes from the register or elsewhere.

    >>> told_year({"issued": "2013-11-28", "year": 2013, "filled": ["issued:register"]})
    '2013'
    """
    marks = citation.get("filled") or ()
    filled = any(mark.startswith("issued:") and mark != "issued:shared" for mark in marks)
    issued, year = str(citation.get("issued") or ""), str(citation.get("year") or "")
    return year if filled and year and issued.startswith(year) else None


def field_value(position: Mapping[str, Any], field: str) -> str | None:
    """Return a field of a position in comparable form; a place is its folded name.

    >>> field_value({"place": {"name": "Lào  Cai", "level": "province"}}, "place")
    'lào cai'
    """
    value = position.get(field)
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("text")
    return None if value is None or value == "" else same(str(value))


def matched_positions(
    gold: PlainDocument, prediction: PlainDocument
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Yield annotated positions with fields, each with the predicted one of its span and person."""
    text = gold["text"]
    seen: dict[tuple[Any, Any], list[tuple[set[str], Mapping[str, Any]]]] = {}
    for person in _records(prediction, "persons"):
        names = _names(text, person)
        for position in person["positions"]:
            span = position.get("start"), position.get("end")
            seen.setdefault(span, []).append((names, position))
    for person in _records(gold, "persons"):
        names = _names(text, person)
        for position in person["positions"]:
            if "branch" not in position:
                continue
            twins = seen.get((position["start"], position["end"]), ())
            twin = next((found for known, found in twins if names & known), None)
            if twin is not None:
                yield position, twin


def _names(text: str, person: Mapping[str, Any]) -> set[str]:
    return {same(text[start:end]) for start, end in person["mentions"]}
