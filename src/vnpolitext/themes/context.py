"""Words in context: concordances, collocates, and the themes around a term."""

import warnings
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

import numpy as np
import pandas as pd

from vnpolitext.errors import expect
from vnpolitext.progress import under_way
from vnpolitext.renamed import renamed
from vnpolitext.text import sentences
from vnpolitext.themes.documents import Document, DocumentsLike, as_documents
from vnpolitext.themes.lexicon import as_lexicon
from vnpolitext.themes.matching import inside
from vnpolitext.themes.prevalence import LexiconLike, read_themes
from vnpolitext.themes.statistics import log_likelihood, npmi, sign
from vnpolitext.themes.stopwords import as_stop_words
from vnpolitext.themes.voices import speaker_at
from vnpolitext.themes.words import BREAK, EncodedTexts, Reading, encode_documents

Unit: TypeAlias = Literal["words", "sentence"]
KWIC_COLUMNS: Final = ("document", "start", "end", "left", "keyword", "right")
COLLOCATE_COLUMNS: Final = (
    "collocate", "count", "expected", "total", "npmi", "g2", "sign", "left", "right",
)  # fmt: skip


@renamed("model", "words")
@under_way("kwic")
def kwic(
    documents: DocumentsLike,
    term: str | Sequence[str],
    *,
    window: int = 8,
    unit: Unit = "words",
    metadata: Sequence[str] = (),
    speaker: bool = False,
    phrases: bool = True,
    words: str = "default",
) -> pd.DataFrame:
    """Return a term's occurrences with what stands around them (*từ khóa trong ngữ cảnh*).

    Terms are matched as those of a lexicon are, see
    [`TermMatcher`][vnpolitext.themes.matching.TermMatcher]: case, tone placement and blanks make
    no difference, ``*`` stands for any syllable.

    Args:
        documents: Texts or records.
        term: A word or phrase, or several.
        window: Number of words on each side.
        unit: ``"words"``, or ``"sentence"`` for the whole sentence, whatever its length.
        metadata: Fields of the documents to add as columns.
        speaker: Whether to add a column ``speaker``: who says it, where somebody is told to; the
            documents are analyses then.
        phrases: Whether a term of two syllables is found inside set phrases, as *kinh tế* in
            *kinh tế xanh*.
        words: Name of the word segmenter.

    Returns:
        One row an occurrence: ``document``, ``start``, ``end``, ``left``, ``keyword``, ``right``,
        then the metadata. Line breaks inside are shown as blanks.

    Example:
        >>> table = kwic({"a": "Tỉnh đẩy mạnh chuyển đổi số toàn diện."}, "chuyển đổi số")
        >>> table[["left", "keyword", "right"]].values.tolist()
        [['Tỉnh đẩy mạnh', 'chuyển đổi số', 'toàn diện.']]
    """
    if unit not in ("words", "sentence"):
        raise ValueError(f"unknown unit {unit!r}: 'words' or 'sentence'")
    if window < 0:
        raise ValueError(f"window is {window}; it is a number of words")
    read = as_documents(documents)
    for name in metadata:
        if read and not any(name in document.metadata for document in read):
            known = sorted({str(key) for document in read for key in document.metadata})
            told = f"no document has metadata {name!r}; known fields: {known}"
            warnings.warn(told, UserWarning, stacklevel=4)
    encoded = encode_documents(read, Reading(words))
    rows = []
    for number, (document, spans) in enumerate(_occurrences(read, term, encoded, phrases=phrases)):
        begins = [sentence.start for sentence in sentences(document.text)] or [0]
        starts, ends = _words(encoded, number)
        for start, end in spans:
            if unit == "sentence":
                first, last = _sentence(begins, start, end, len(document.text))
            else:
                first, last = _window(starts, ends, start, end, window)
            pieces = (document.text[first:start], document.text[start:end], document.text[end:last])
            shown = [" ".join(piece.split()) for piece in pieces]
            extra = [document.metadata.get(field) for field in metadata]
            extra += [speaker_at(document, start, end)] if speaker else []
            rows.append((document.id, start, end, *shown, *extra))
    return pd.DataFrame(rows, columns=[*KWIC_COLUMNS, *metadata, *(["speaker"] * speaker)])


@renamed("model", "words")
@under_way("collocates")
def collocates(
    documents: DocumentsLike,
    term: str,
    *,
    window: int = 5,
    min_count: int = 2,
    stop_words: str | Sequence[str] | None = "political",
    words: str = "default",
) -> pd.DataFrame:
    """Return the words that stand near a term more often than elsewhere (*từ đồng hiện*).

    Words within ``window`` words on either side, whatever marks stand between, are counted once
    each place. Expected is ``words near the term · count of the word / all words``;
    G² compares the places near the term with all others (Dunning 1993), NPMI is that of Bouma
    (2009).

    Args:
        documents: Texts or records.
        term: A word or phrase.
        window: Number of words on each side.
        min_count: Leave out words that stand near the term less often.
        stop_words: As in `WordVectorizer`.
        words: Name of the word segmenter.

    Returns:
        One row a word, by G²: ``collocate``, ``count`` (near the term), ``expected``, ``total``,
        ``npmi``, ``g2``, ``sign``, ``left``, ``right`` (of ``count``).

    Example:
        >>> texts = ["Xã làm thủy lợi nội đồng.", "Huyện lo thủy lợi nội đồng; dân vui."]
        >>> collocates(texts, "thủy lợi", window=1)["collocate"].tolist()
        ['nội đồng']
    """
    read = as_documents(documents)
    encoded = encode_documents(read, Reading(words)).without_numbers
    left: Counter[int] = Counter()
    right: Counter[int] = Counter()
    seen: set[int] = set()
    for number, (_, spans) in enumerate(_occurrences(read, term, encoded)):
        offset = int(encoded.bounds[number])
        written = encoded.codes[offset : encoded.bounds[number + 1]]
        keep = np.flatnonzero(written != BREAK)
        starts, ends = _words(encoded, number)
        for start, end in spans:
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            for side, places in (
                (left, range(max(first - window, 0), first)),
                (right, range(last, min(last + window, len(keep)))),
            ):
                for place in places:
                    if offset + int(keep[place]) not in seen:
                        seen.add(offset + int(keep[place]))
                        side[int(written[keep[place]])] += 1
    near = left + right
    totals = np.bincount(encoded.codes[encoded.codes != BREAK], minlength=len(encoded.terms))
    stopped = as_stop_words(stop_words)
    codes = [c for c in near if near[c] >= min_count and encoded.terms[c] not in stopped]
    count = np.asarray([near[code] for code in codes], dtype=float)
    total = totals[codes].astype(float) if codes else np.zeros(0)
    nearby, everything = float(sum(near.values())), float(totals.sum())
    sides = (count, total - count, nearby, max(everything - nearby, 1.0))
    columns = (
        [encoded.terms[code] for code in codes],
        count.astype(int),
        total * nearby / max(everything, 1.0),
        total.astype(int),
        npmi(count, total, nearby, max(everything, 1.0)),
        log_likelihood(*sides),
        sign(*sides),
        [left[code] for code in codes],
        [right[code] for code in codes],
    )
    table = pd.DataFrame(dict(zip(COLLOCATE_COLUMNS, columns, strict=True)))
    return table.sort_values(
        ["sign", "g2", "collocate"], ascending=[False, False, True], ignore_index=True
    )


@renamed("model", "words")
@under_way("term themes")
def term_themes(
    documents: DocumentsLike,
    term: str,
    lexicon: LexiconLike = "political",
    *,
    words: str = "default",
) -> pd.DataFrame:
    """Return the themes of the sentences a term stands in (*chủ đề của một từ*).

    G² compares the sentences that have the term with all others (Dunning 1993).

    Args:
        documents: Texts or records.
        term: A word or phrase.
        lexicon: A `ThemeLexicon`, a file, a mapping, or the name of a shipped lexicon.
        words: Name of the word segmenter.

    Returns:
        One row a theme, the most frequent first: ``theme``, ``sentences`` (with the term and the
        theme), ``share`` (of the sentences with the term), ``elsewhere`` (the share of all other
        sentences), ``g2``, ``sign``. A hit of the lexicon on the term itself does not count.

    Example:
        >>> text = "Chi bộ lo xóa nghèo. Chi bộ họp. Trời mưa."
        >>> term_themes([text], "chi bộ", {"welfare": ["xóa nghèo"]})[["theme", "share"]].values
        array([['welfare', 0.5]], dtype=object)
    """
    read = as_documents(documents)
    chosen = as_lexicon(lexicon)
    encoded = encode_documents(read, Reading(words))
    near: Counter[str] = Counter()
    far: Counter[str] = Counter()
    with_term = without = 0
    found = _occurrences(read, term, encoded)
    for reading, (_, spans) in zip(read_themes(read, chosen, encoded), found, strict=True):
        marked = {inside(start, reading.sentences) for start, _ in spans}
        with_term += len(marked)
        without += len(reading.sentences) - len(marked)
        pairs: set[tuple[int, str]] = set()
        ends = [end for _, end in spans]
        for hit in reading.hits:
            at = bisect_right(ends, hit.start)
            if at == len(spans) or spans[at][0] >= hit.end:
                pairs |= {(inside(hit.start, reading.sentences), theme) for theme in hit.themes}
        for at, theme in pairs:
            (near if at in marked else far)[theme] += 1
    names = [name for name in chosen.names if near[name]]
    ours = np.asarray([near[name] for name in names], dtype=float)
    theirs = np.asarray([far[name] for name in names], dtype=float)
    sides = (ours, theirs, float(max(with_term, 1)), float(max(without, 1)))
    table = pd.DataFrame(
        {
            "theme": names,
            "sentences": ours.astype(int),
            "share": ours / sides[2],
            "elsewhere": theirs / sides[3],
            "g2": log_likelihood(*sides),
            "sign": sign(*sides),
        }
    )
    return table.sort_values(["sentences", "theme"], ascending=[False, True], ignore_index=True)


def _occurrences(
    documents: Sequence[Document],
    term: str | Sequence[str],
    encoded: EncodedTexts,
    *,
    phrases: bool = True,
) -> list[tuple[Document, list[tuple[int, int]]]]:
    terms = [term] if isinstance(term, str) else list(term)
    for each in terms or [""]:
        expect(each, str, "a term is wanted")
        if not any(letter.isalnum() for letter in each):
            raise ValueError(f"a term of letters or figures is wanted, not {each!r}")
    readings = read_themes(documents, as_lexicon({"term": terms}), encoded, phrases=phrases)
    return [(r.document, [(hit.start, hit.end) for hit in r.hits]) for r in readings]


def _words(encoded: EncodedTexts, number: int) -> tuple[list[int], list[int]]:
    """Where the words of a document begin and end."""
    here = slice(encoded.bounds[number], encoded.bounds[number + 1])
    keep = encoded.codes[here] != BREAK
    return encoded.starts[here][keep].tolist(), encoded.ends[here][keep].tolist()


def _window(
    starts: Sequence[int], ends: Sequence[int], start: int, end: int, window: int
) -> tuple[int, int]:
    """Offsets of the window of words around ``start`` to ``end``, marks at its end included."""
    first, last = bisect_right(ends, start), bisect_left(starts, end)
    begin = starts[max(first - window, 0)] if starts and first > 0 and window else start
    stop = last + window
    if not window:
        return start, end
    return begin, starts[stop] if stop < len(starts) else (ends[-1] + 1 if ends else end)


def _sentence(begins: Sequence[int], start: int, end: int, length: int) -> tuple[int, int]:
    at = inside(start, begins)
    following = begins[at + 1] if at + 1 < len(begins) else length
    return begins[at], max(following, end)
