"""The record of one document's analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vnpolitext.analysis.found import Found
from vnpolitext.analysis.serialize import from_plain, to_plain
from vnpolitext.analysis.surrogates import hide_pairs, restore_pairs
from vnpolitext.analysis.words import words_of
from vnpolitext.models import using
from vnpolitext.models.instead import DEFAULT
from vnpolitext.notebook import counted
from vnpolitext.renamed import renamed

if TYPE_CHECKING:
    import pandas as pd

    from vnpolitext.directives import Outline
    from vnpolitext.text import Tokens


@dataclass(frozen=True, slots=True)
class Analysis(Found):
    """Everything found in one document; every span points at the characters of ``text``.

    Attributes:
        id: File stem, or the caller's identifier.
        text: The text as it was read.
        metadata: ``title``, ``published``, ``author``, ``source``, ``url``, ``views``, ...
        blocks: Layout of the document.
        persons: Every human named in the text.
        citations: Every cited document.
        places: Every mention of an administrative unit.
        directives: Every item of a numbered list, flat, in text order.
        statements: Who says what, in text order.
        versions: ``{"vnpolitext": ..., "models": {...}}``: what made this analysis.

    Example:
        >>> import vnpolitext as vp
        >>> analysis = vp.analyze("Thực hiện Nghị quyết số 35-NQ/TW của Bộ Chính trị.")
        >>> analysis.citations[0].text
        'Nghị quyết số 35-NQ/TW'
    """

    @renamed("model", "words")
    def words(self, *, words: str | None = None) -> Tokens:
        """Return the words of the text with offsets; no record cuts through a word.

        Args:
            words: Name of the word segmenter; by default the one that was chosen for the analysis.
        """
        chosen = self.versions.get("chosen", {})
        with using(lexicon=chosen.get("lexicon", DEFAULT)):
            return words_of(self, words=words or chosen.get("words", DEFAULT))

    def outline(self) -> Outline:
        """Return the tree of the numbered sections: as text, as Markdown, as plain data."""
        from vnpolitext.directives import outline

        return outline(self.directives)

    def tables(self) -> list[pd.DataFrame]:
        r"""Return every table of the document, one row a row, in text order.

        Columns have the names that stand in the head; without a head what stands in them
        (``"name"``, ``"year"``), else their number. Cells are strings, empty ones ``None``; what
        spans several rows or columns stands in each.

        Returns:
            DataFrames. ``attrs`` has ``block``, the index of the table in ``blocks``, ``start`` and
            ``end``, and ``contents``: for each column ``"number"``, ``"name"``, ``"office"``,
            ``"unit"``, ``"year"``, ``"place"`` or ``None``.

        Example:
            >>> import vnpolitext as vp
            >>> text = "Họ và tên | Chức vụ\n---|---\nLò Văn An | Bí thư\nMùa A Sơn | Chủ tịch\n"
            >>> [table] = vp.analyze(text).tables()
            >>> table["Họ và tên"].tolist(), table.attrs["contents"]
            (['Lò Văn An', 'Mùa A Sơn'], ['name', 'office'])
        """
        from vnpolitext.analysis.grids import document_tables

        return document_tables(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the analysis as plain ``dict``, ``list``, ``str``, ``int`` and ``None``.

        The result can be written as JSON; ``Analysis.from_dict`` gives an equal analysis back. A
        text with two halves of a surrogate pair side by side, which JSON would join, has
        replacement characters in their place, and a field ``surrogates`` that tells what they were.
        """
        return hide_pairs(to_plain(self))

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Analysis:
        """Return the analysis that ``to_dict`` wrote. Unknown fields are passed over.

        Raises:
            ValueError: A field is missing or has the wrong shape.
        """
        return from_plain(cls, restore_pairs(record))

    def to_frame(self, table: str) -> pd.DataFrame:
        """Return one kind of record as a table, one row a record.

        Args:
            table: ``"documents"``, ``"blocks"``, ``"persons"``, ``"mentions"``, ``"positions"``,
                ``"citations"``, ``"places"``, ``"directives"`` or ``"statements"``.

        Returns:
            A DataFrame with the same columns for every document, also where nothing was found.

        Raises:
            ValueError: There is no such table.
        """
        from vnpolitext.analysis.frames import to_frame

        return to_frame([self], table)

    def __repr__(self) -> str:
        """Name the document and count what was found in it."""
        return (
            f"Analysis(id={self.id!r}, {len(self.text):,} characters, "
            f"{counted(len(self.persons), 'person')} "
            f"({counted(len(self.officials), 'official')}), "
            f"{counted(len(self.citations), 'citation')}, {counted(len(self.places), 'place')}, "
            f"{counted(len(self.directives), 'directive')}, "
            f"{counted(len(self.statements), 'statement')})"
        )

    def _repr_html_(self) -> str:
        from vnpolitext.analysis.highlight import to_html

        return to_html(self)
