"""Every input brought to one shape: documents with an id, a text and metadata.

The methods of this package take texts (a list of strings, a dictionary from id to text, a pandas
Series or a DataFrame with a column ``text``) or any objects with ``id``, ``text`` and
``metadata``: articles, analyses, or a corpus of them.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Protocol, TypeAlias, runtime_checkable

import pandas as pd

from vnpolitext.analysis import Analysis
from vnpolitext.analysis.words import boundaries
from vnpolitext.errors import documents_with, expect
from vnpolitext.notebook import counted
from vnpolitext.progress import track, under_way
from vnpolitext.text.dates import read_any
from vnpolitext.text.surface import encodable

NO_GROUP: Final = "(none)"
_TOLD: Final = 8
_WANTED: Final = "documents are wanted, such as a corpus or a list of texts"
_PERIOD: Final = re.compile(r"\d{4}(Q\d|-\d\d)?")
CHROME: Final = frozenset({"boilerplate", "image", "byline"})


@runtime_checkable
class TextRecord(Protocol):
    """Anything that has an identifier, a text and metadata."""

    @property
    def id(self) -> str:
        """Identifier, unique among the documents compared."""

    @property
    def text(self) -> str:
        """The text as it was read."""

    @property
    def metadata(self) -> Mapping[str, Any]:
        """Title, date of publication, source and whatever else is known."""


DocumentsLike: TypeAlias = (
    Iterable[str] | Iterable[TextRecord] | Mapping[str, str] | pd.Series | pd.DataFrame
)
Grouping: TypeAlias = str | Callable[["Document"], Any] | Sequence[Any] | None


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a comparison.

    Attributes:
        id: Identifier, unique among the documents compared.
        text: The text as it was read; all offsets of this package point into it.
        metadata: What is known of the document.
        source: The object the document was made from, for methods that read its records.
        offset: Where ``text`` begins in the text of the source, for a part of it.
    """

    id: str
    text: str
    metadata: Mapping[str, Any] = field(default_factory=dict)
    source: Any = None
    offset: int = 0

    def __repr__(self) -> str:
        """Tell which document it is, and how long."""
        return f"Document({self.id!r}, {counted(len(self.text), 'character')})"

    @property
    def chrome(self) -> list[tuple[int, int]]:
        """Start and end of what belongs to the page and not to the text, as its layout says."""
        blocks = getattr(self.source, "blocks", ())
        return self._here((block.start, block.end) for block in blocks if block.kind in CHROME)

    @property
    def names(self) -> list[tuple[int, int]]:
        """Start and end of the names of places and persons."""
        places = getattr(self.source, "places", ())
        persons = getattr(self.source, "persons", ())
        spans = [(place.start, place.end) for place in places]
        return self._here(spans + [m for person in persons for m in person.mentions])

    @property
    def records(self) -> list[tuple[int, int]]:
        """Start and end of what an analysis recognised; no word runs across these ends."""
        return self._here(boundaries(self.source)) if isinstance(self.source, Analysis) else []

    @property
    def date(self) -> pd.Timestamp | None:
        """Day of publication (metadata ``published``, else ``date``), if known and readable."""
        value = self.metadata.get("published") or self.metadata.get("date")
        if value is None:
            return None
        stamp = pd.to_datetime(read_any(value) or str(value), errors="coerce")
        if isinstance(stamp, pd.Timestamp):
            return stamp.tz_localize(None).normalize()
        return None

    def _here(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Stretches of the source's text as stretches of this one."""
        moved = ((start - self.offset, end - self.offset) for start, end in spans)
        size = len(self.text)
        return [(max(start, 0), min(end, size)) for start, end in moved if start < size and end > 0]


@under_way("documents")
def as_documents(documents: DocumentsLike) -> list[Document]:
    """Return ``documents`` as a list of `Document`, in their order.

    Texts without an id are numbered from 1. The columns of a DataFrame other than ``id`` and
    ``text`` become metadata. Lone surrogates, which no table can hold, are replaced one by one, so
    that offsets stay.

    Raises:
        TypeError: A single string, an object that is no text record, or a text that is missing.
        ValueError: Two documents have one id.

    Example:
        >>> [document.id for document in as_documents(["Một", "Hai"])]
        ['1', '2']
    """
    if isinstance(documents, str | bytes):
        raise TypeError("documents is one string; pass a list of texts or a dict of id to text")
    if isinstance(documents, TextRecord):
        documents = [documents]
    result = _from_frame(documents)
    if result is None:
        expect(documents, Iterable, _WANTED)
        items = enumerate(track(documents, "documents"), start=1)
        result = [_from_record(item, str(number)) for number, item in items]
    result = [_holdable(document) for document in result]
    seen: set[str] = set()
    for document in result:
        if document.id in seen:
            raise ValueError(f"two documents have the id {document.id!r}")
        seen.add(document.id)
    return result


def group_labels(documents: Sequence[Document], by: Grouping = None) -> list[str]:
    """Return the group of each document.

    Args:
        documents: The documents.
        by: ``None``, ``"id"`` or ``"document"`` for a group of its own each; ``"year"``,
            ``"quarter"`` or ``"month"`` of publication; the name of a metadata field; a function
            of the document; or a sequence with one label a document.

    Returns:
        One label a document; ``"(none)"`` where nothing is known.

    Raises:
        ValueError: The sequence has another length, or no document has the metadata field.

    Example:
        >>> documents = [Document("a", "", {"published": "2021-03-04"}), Document("b", "")]
        >>> group_labels(documents, "year"), group_labels(documents, lambda d: d.id.upper())
        (['2021', '(none)'], ['A', 'B'])
    """
    documents = list(documents_with(documents, "id", "metadata", wanted=_WANTED))
    if by is None or by in ("id", "document"):
        return [document.id for document in documents]
    if isinstance(by, str):
        values = [_value(document, by) for document in documents]
        if documents and all(value is None for value in values):
            known = sorted({str(key) for document in documents for key in document.metadata})
            raise ValueError(f"no document has metadata {by!r}; known fields: {known}")
    elif callable(by):
        values = [by(document) for document in documents]
    else:
        values = list(by)
        if len(values) != len(documents):
            raise ValueError(f"{len(values)} labels for {len(documents)} documents")
    return [NO_GROUP if _missing(value) else encodable(str(value)) for value in values]


def unknown_document(name: str, ids: Sequence[str]) -> ValueError:
    """Return the error of an identifier that no document has; it names some that there are.

    Example:
        >>> print(unknown_document("z", ["a", "b"]))
        no document has the id 'z'; the ids are 'a', 'b'
    """
    told = ", ".join(map(repr, ids[:_TOLD]))
    more = f" and {len(ids) - _TOLD:,} more" if len(ids) > _TOLD else ""
    return ValueError(f"no document has the id {name!r}; the ids are {told}{more}")


def group_order(labels: Sequence[str]) -> list[str]:
    """Return each group once: years and other periods in time, any others as they first appear.

    Example:
        >>> group_order(["2021", "(none)", "2019"]), group_order(["b", "a", "b"])
        (['2019', '2021', '(none)'], ['b', 'a'])
    """
    groups = list(dict.fromkeys(labels))
    if all(_PERIOD.fullmatch(group) for group in groups if group != NO_GROUP):
        groups.sort(key=lambda group: (group == NO_GROUP, group))
    return groups


def _value(document: Document, name: str) -> Any:
    if name in document.metadata:
        return document.metadata[name]
    freq = {"year": "Y", "quarter": "Q", "month": "M"}.get(name)
    if freq is None or document.date is None:
        return None
    return document.date.to_period(freq)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and value != value)  # noqa: PLR0124


def _holdable(document: Document) -> Document:
    """The document with characters that UTF-8 can hold."""
    if not isinstance(document.text, str):
        kind = type(document.text).__name__
        raise TypeError(f"the text of document {document.id!r} is no string but {kind}")
    name, text = encodable(document.id), encodable(document.text)
    if (name, text) == (document.id, document.text):
        return document
    return replace(document, id=name, text=text)


def _from_frame(documents: Any) -> list[Document] | None:
    """Documents of a mapping or of a pandas object, ``None`` for any other iterable."""
    if isinstance(documents, pd.DataFrame):
        if "text" not in documents:
            raise TypeError("a DataFrame of documents needs a column 'text'")
        ids = documents.get("id", documents.index)
        rest = documents.drop(columns=["id", "text"], errors="ignore").to_dict("records")
        rest = rest or [{}] * len(documents)  # pandas 2 gives no rows without columns
        return [
            Document(str(name), text, {str(key): value for key, value in row.items()})
            for name, text, row in zip(ids, documents["text"], rest, strict=True)
        ]
    if isinstance(documents, pd.Series | Mapping):
        return [Document(str(name), text) for name, text in documents.items()]
    return None


def _from_record(item: Any, number: str) -> Document:
    if isinstance(item, Document):
        return item
    if isinstance(item, str):
        return Document(number, item)
    if isinstance(item, TextRecord):
        return Document(str(item.id), item.text, item.metadata or {}, item)
    raise TypeError(f"not a text nor a record with id, text and metadata: {type(item).__name__}")
