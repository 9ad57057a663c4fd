"""From bytes to text: Unicode encodings, and those of old Vietnamese archives."""

import codecs
import re
from typing import Final

from vnpolitext.articles.legacy import MARKED, decode_legacy, is_broken_utf8
from vnpolitext.articles.mending import is_garbled, mend
from vnpolitext.text.patterns import lazy_pattern

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 4096
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_WESTERN: Final = lazy_pattern(
    r"[A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜÁÍÓÚÑŒÆ]?[a-zàâäçéèêëîïôöùûüÿœæßáíóúñ]*", re.ASCII
)


def decode(data: bytes, encoding: str | None = None, *, escaped: bool = True) -> tuple[str, str]:
    """Decode ``data``; return the text and the encoding that was chosen.

    Without ``encoding``: a byte order mark decides and is not part of the text; else UTF-8 if the
    bytes are valid UTF-8; else UTF-16 if every other byte is mostly zero; else the encoding of old
    Vietnamese archives (TCVN3, VNI, VPS, VISCII, windows-1258) under which the words are
    Vietnamese; else windows-1252 if the words are those of a Western European language. UTF-8 that
    holds the letters of such an encoding, or UTF-8 once more, is recognised line by line, and the
    name says so (``tcvn3+utf-8``); a name that ends in ``?`` says that letters are lost. Line
    breaks, composed or decomposed letters and invisible characters stay as they are.

    Args:
        data: The bytes.
        encoding: Name of their encoding.
        escaped: Whether letters that are still escaped are converted, too.

    Raises:
        ValueError: No encoding fits, or ``encoding`` is unknown or does not fit.

    Example:
        >>> decode("Tỉnh ủy".encode("utf-16"))
        ('Tỉnh ủy', 'utf-16-le')
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name), name
    problem: UnicodeDecodeError | None = None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = error
    else:
        if _bare_utf16(data) is None:
            return mend(text, escaped=escaped) or (text, "utf-8?" if is_garbled(text) else "utf-8")
    if order := _bare_utf16(data):
        return _strictly(data, order), order
    if found := decode_legacy(data):
        return found
    if western := _western(data):
        return western, "windows-1252"
    at = problem.start if problem else 0
    raise ValueError(f"byte {at} is not UTF-8, and no old Vietnamese encoding fits either")


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    if found := decode_legacy(data, encoding):
        return found
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise ValueError(f"unknown encoding {encoding!r}") from None
    return _strictly(data, "utf-8-sig" if name == "utf-8" else name), name


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start} is not {encoding} ({error.reason})") from None
    except (UnicodeError, LookupError) as error:  # a codec of Python's that is for no text
        raise ValueError(f"not {encoding} ({error})") from None


def _western(data: bytes) -> str | None:
    """Return text in a Western European language, or ``None`` for anything else."""
    if is_broken_utf8(data) or _CONTROLS.search(data[:_SAMPLE]):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    words = MARKED.findall(text[:_SAMPLE])
    if not words or not all(_WESTERN.fullmatch(word) for word in words):
        return None
    plain = sum(letter.isascii() for word in words for letter in word)
    return text if plain > sum(map(len, words)) / 2 else None


def _bare_utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark, or ``None`` for anything else."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * pairs > 10 * even:
        return "utf-16-le"
    if even > 0.3 * pairs > 10 * odd:
        return "utf-16-be"
    return None
