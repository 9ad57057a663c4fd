"""What the columns of a table of documents are called, and one table to read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, BinaryIO, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.reading import LARGEST

Row = dict[str, Any]
HEAD: Final = 10
"""Above the names of the columns stand fewer rows."""
_LARGEST_TABLE: Final = 4 * LARGEST


@dataclass(frozen=True, slots=True)
class Unreadable:
    """In place of a row that cannot be read: why not, with its number."""

    reason: str


@dataclass(frozen=True)
class Columns:
    """What the columns of a table are called that hold our fields.

    Attributes:
        text: Column of the text.
        id: Column of the identifier.
        others: Our name of a field of metadata, to theirs.
        names: In place of texts, columns one of which names the document that a row is about.
    """

    text: str = "text"
    id: str = "id"
    others: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns of which one must be there."""
        return self.names or (self.text,)

    def head(self, cells: Collection[str]) -> bool:
        """Whether these are the names of the columns of such a table."""
        return any(name in cells for name in self.needed)

    def fit(self, row: Row) -> bool:
        """Whether a row has what it needs: a text, or the name of a document."""
        if self.names:
            return self.head(row)
        return isinstance(row.get(self.text), str)

    def renamed(self, row: Mapping[str, Any]) -> Row:
        """Return a row under our names; other columns keep theirs.

        >>> Columns("bài", others={"published": "ngày"}).renamed({"bài": "x", "ngày": "y"})
        {'text': 'x', 'published': 'y'}
        """
        return {self._ours.get(key, key): value for key, value in row.items()}

    @property
    def wanted(self) -> frozenset[str]:
        """The columns that were named by the caller, but for that of the text."""
        named = {self.id} if self.id != "id" else set()
        return frozenset(named.union(self.others.values()))

    @cached_property
    def _ours(self) -> Mapping[str, str]:
        names = {theirs: ours for ours, theirs in self.others.items()}
        return names if self.names else names | {self.text: "text", self.id: "id"}


@dataclass(frozen=True, slots=True)
class Table:
    """One table to read: what an error calls it, its kind, its contents, its columns."""

    name: str
    suffix: str
    stream: BinaryIO
    columns: Columns

    def whole(self, stream: Any = None) -> bytes:
        """Return the contents, or what is left of them."""
        data: bytes = (stream or self.stream).read(_LARGEST_TABLE + 1)
        if len(data) > _LARGEST_TABLE:
            size = _LARGEST_TABLE / 2**20
            raise ArticleError(self.name, f"more than {size:.0f} MB, too much to read at once")
        return data

    def need_head(self, found: list[str]) -> None:
        """Raise an error where columns that are needed are not among those found."""
        if not self.columns.head(found):
            told = ", ".join(found) or "none"
            *others, last = map(repr, self.columns.needed)
            wanted = f"{', '.join(others)} or {last}" if others else last
            raise ArticleError(self.name, f"no column {wanted}; there are {told}")
        if missing := self.columns.wanted.difference(found):
            told = ", ".join(found)
            raise ArticleError(self.name, f"lacks the column {min(missing)!r}; there are {told}")
