"""Files of every format, whole and damaged, and what must be true of reading one."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from fuzzing.invariants import demand
from fuzzing.samples import packed
from vnpolitext import Corpus
from vnpolitext.articles import Article, ArticleError, read_article
from vnpolitext.articles.formats.kinds import CONTAINERS, inner_suffix

_GZIP: Final = b"\x1f\x8b"
_NASTY: Final = (
    b"\x00", b"\xff", b"\r", b"<", b">", b"&", b"]]>", b"<!--", b"&#0;", b"&#x110000;",
    b"\xed\xa0\x80",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"/Length 99999999999", b"<< /Type /Pages /Kids [1 0 R] >>",
    b"endobj", b"stream\n", b"-1", b"99999999999999999999", b"(", b"[", b"{", b'"', b"%PDF-1.7",
    b"PK",
    b"<meta charset=utf-7>", b"<meta charset=rot13>", b"<meta charset=idna>", b"../", b"/0 0 R",
    b"<w:tbl>", b"</w:p>", b"w:val=''", b"0 0 R", b"<?xml version='1.0' encoding='x'?>", b"null",
    b"1e999", b"{\\rtf1", b"\\bin99999 ", b"\\u-1 ?", b"\\'", b"}", b"<text:p>", b"--b\r\n",
    b"Content-Transfer-Encoding: base64\r\n\r\n", b"00:00:01,000 --> 00:00:02,000", b"WARC/1.0\r\n",
    b"Content-Length: 9999999\r\n", b'<c t="s"><v>99</v></c>', b'office:value="', _GZIP,
)  # fmt: skip


def damaged(random: Random, data: bytes) -> bytes:
    """Return a file after an accident, inside where it is packed."""
    if data.startswith(b"PK") and random.random() < 0.7:
        return _damaged_member(random, data)
    if data.startswith(_GZIP) and random.random() < 0.7:
        return gzip.compress(damaged(random, gzip.decompress(data)), mtime=0)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        data = random.choice(_ACCIDENTS)(random, data)
    return data


def check_file(path: Path) -> None:
    """A file gives articles, or an error of ours that is one line."""
    if inner_suffix(path.name) in CONTAINERS:
        corpus = Corpus.from_files([path])
        made = list(corpus)
        demand(all(failure.reason.strip() for failure in corpus.failures), "failure without reason")
        for failure in corpus.failures:
            _one_line(failure.reason)
        demand(len(made) + len(corpus.failures) == len(corpus), "documents are lost")
        return
    try:
        article = read_article(path)
    except ArticleError as error:
        _one_line(str(error))
    else:
        demand(isinstance(article, Article), "no article")


def _one_line(message: str) -> None:
    demand(message.isprintable(), f"a message that is not one plain line: {message!r}")
    demand(len(message) < 1000, "a message that is very long")


def _somewhere(random: Random, data: bytes) -> int:
    return random.randrange(len(data) + 1)


def _cut(random: Random, data: bytes) -> bytes:
    return data[: _somewhere(random, data)]


def _flip(random: Random, data: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(random.choice((1, 2, 10))):
        if found:
            found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def _remove(random: Random, data: bytes) -> bytes:
    at = _somewhere(random, data)
    return data[:at] + data[at + random.choice((1, 4, 20, 200)) :]


def _insert(random: Random, data: bytes) -> bytes:
    at = _somewhere(random, data)
    return data[:at] + random.choice(_NASTY) + data[at:]


def _repeat(random: Random, data: bytes) -> bytes:
    at = _somewhere(random, data)
    end = at + random.choice((1, 10, 100))
    return data[:end] + data[at:end] * random.choice((1, 2, 50)) + data[end:]


def _overwrite(random: Random, data: bytes) -> bytes:
    at, nasty = _somewhere(random, data), random.choice(_NASTY)
    return data[:at] + nasty + data[at + len(nasty) :]


_ACCIDENTS: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    _cut, _flip, _flip, _remove, _insert, _insert, _repeat, _overwrite,
)  # fmt: skip


def _damaged_member(random: Random, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    name = random.choice(sorted(members))
    action = random.random()
    if action < 0.1:
        del members[name]
    elif action < 0.2:
        members[name + random.choice((".txt", "/../../x.txt", "\n.txt", "\x1b[31m.txt"))] = b"a"
    else:
        for _ in range(random.choice((1, 1, 3))):
            members[name] = random.choice(_ACCIDENTS)(random, members[name])
    return packed(members)
