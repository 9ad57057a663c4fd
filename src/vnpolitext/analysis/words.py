"""The words of a document, none of them cut through by a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnpolitext.analysis.found import Found

if TYPE_CHECKING:
    from vnpolitext.text import Tokens


def words_of(analysis: Found, *, words: str = "default") -> Tokens:
    """Return the words of the text with offsets; every record begins and ends with a word.

    Example:
        >>> import vnpolitext as vp
        >>> [word.text for word in vp.analyze("Nghị quyết số 35-NQ/TW").words()]
        ['Nghị quyết', 'số', '35-NQ/TW']
    """
    from vnpolitext.text import tokenize

    return tokenize(analysis.text, words=words, spans=boundaries(analysis))


def boundaries(analysis: Found) -> list[tuple[int, int]]:
    """Return the stretches of the text at whose ends a word must end, in text order."""
    spans = {mention for person in analysis.persons for mention in person.mentions}
    spans |= {(p.start, p.end) for person in analysis.persons for p in person.positions}
    for records in (analysis.citations, analysis.places, analysis.directives):
        spans |= {(record.start, record.end) for record in records}
    return sorted(spans)
