"""The letters of an HTML page: what it declares, and what its bytes show."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from vnpolitext.articles.decoding import decode
from vnpolitext.articles.legacy import MODERN, decode_legacy, is_old_name, likeness
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set

_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})"
    rb"|<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w-]{2,20})",
    re.IGNORECASE,
)
_REFERENCE: Final = lazy_pattern(r"&#(?:x([0-9a-f]{3,6})|(\d{3,7}));", re.IGNORECASE)
_HEAD: Final = 4096
_SAMPLE: Final = 200_000
_TAGS: Final = lazy_pattern(r"<[^<>]{0,2000}>")
_WESTERN: Final = word_set(
    "iso-8859-1, latin1, latin-1, us-ascii, ascii, windows-1252, cp1252, x-user-defined"
)
_FITS: Final = 0.85
_LETTERS: Final = 0x2000
_FEWEST: Final = 10
_SHOWN: Final = 15_000
_SURELY: Final = 0.98
_BODY: Final = lazy_pattern(r"<body", re.IGNORECASE)
_CUT: Final = 0.02


def decode_page(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Decode an HTML page; return its source and the encoding.

    A declared encoding is believed when the page also writes letters as references such as
    ``&#7847;``: a program that knew them knew its encoding. So is a declared encoding of
    Vietnamese that gives Vietnamese words. A page that declares none, or one that its bytes are not
    in, and has such references is windows-1252. Of UTF-8 a few letters may be cut (``utf-8?``).
    Otherwise the bytes decide, as for plain text.

    Raises:
        ValueError: No encoding fits.
    """
    if encoding is not None:
        return decode(data, encoding)
    declared = _CHARSET.search(data[:_HEAD])
    name = (declared[1] or declared[2]).decode("ascii").lower() if declared else None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if (cut := _cut_utf8(data)) is not None:
            return cut, "utf-8?"
    else:
        return decode(data, escaped=False)  # the parser reads references
    if found := _believed(data, name) if name is not None else _undeclared(data):
        return found
    try:
        return decode(data)
    except ValueError:
        if name is None or name in ("utf-8", "utf8"):
            raise
    return decode(data, "windows-1252" if name in _WESTERN else name)


def _cut_utf8(data: bytes) -> str | None:
    """Return a page in UTF-8 of which a few letters are cut, or ``None``.

    Systems shorten descriptions by bytes, in the middle of a letter; U+FFFD stands for it.
    """
    text = data.decode("utf-8", "replace")
    lost, marked = text.count("\ufffd"), len(MODERN.findall(text))
    if marked < _FEWEST or lost > max(1, _CUT * marked):
        return None
    words = _TAGS.sub(" ", text.replace("\ufffd", ""))
    return text if likeness(words[:_SAMPLE]) > _FITS else None


def _believed(data: bytes, name: str) -> tuple[str, str] | None:
    """Return the page in its declared encoding, if there is reason to believe it."""
    known = "windows-1252" if name in _WESTERN else name
    try:
        if known == "windows-1252":
            text = data.decode("cp1252", "replace")
        else:
            text, known = decode(data, known)
    except ValueError:
        return _undeclared(data)
    sample = text[:_SAMPLE]
    if _has_letters(sample):
        return _likeliest(data, text, known)
    if known == "windows-1252":
        return None
    words = _TAGS.sub(" ", sample)
    fits = likeness(words)
    other = decode_legacy(data)
    if fits > _FITS and (other is None or likeness(_TAGS.sub(" ", other[0][:_SAMPLE])) <= fits):
        return text, known
    return (text, known) if is_old_name(known) and fits > 0.5 else None


def _undeclared(data: bytes) -> tuple[str, str] | None:
    """Return a page without declaration whose letters above Latin-1 are references.

    What writes these as references writes the others in an encoding of Windows.
    """
    western = data.decode("cp1252", "replace")
    sample = _TAGS.sub(" ", western[:_SAMPLE])
    return _likeliest(data, western, "windows-1252") if _has_letters(sample) else None


def _likeliest(data: bytes, text: str, known: str) -> tuple[str, str]:
    """Return a page in the encoding of Windows that gives most Vietnamese words.

    Args:
        data: Its bytes.
        text: Its text in the encoding that is known.
        known: That encoding, which is taken unless another is better.
    """
    best = (_shown_likeness(text), text, known)
    for name, codec in (("windows-1252", "cp1252"), ("windows-1258", "cp1258")):
        if name != known and best[0] < _SURELY:
            other = data.decode(codec, "replace")
            if (fits := _shown_likeness(other)) > best[0]:
                best = (fits, other, name)
    return best[1], best[2]


def _has_letters(sample: str) -> bool:
    """Whether letters above Latin-1 stand as references; dashes and quotes stand so in any page."""
    found = _REFERENCE.finditer(sample)
    codes = (int(match[1], 16) if match[1] else int(match[2]) for match in found)
    return any(255 < code < _LETTERS and chr(code).isalpha() for code in codes)


def _shown_likeness(source: str) -> float:
    body = _BODY.search(source)
    start = body.start() if body else 0
    return likeness(unescape(_TAGS.sub(" ", source[start : start + _SHOWN])))
