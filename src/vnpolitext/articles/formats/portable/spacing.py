"""Letters of PDF pages that blanks, or letters of other fonts, part: ``Đ ồ ng chí``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from vnpolitext.articles.formats.portable.items import is_number
from vnpolitext.articles.formats.portable.placed import Word
from vnpolitext.articles.legacy import is_syllable

_TOUCH: Final = 0.13
_OVERLAP: Final = 0.3
_LONGEST: Final = 7
_PIECE: Final = 4
_SHORT: Final = 2
_APART: Final = 0.6
_EVEN: Final = 1.5
_SLIT: Final = 0.03
_FULL: Final = 0.8


def join_touching(words: Sequence[Word]) -> list[Word]:
    """Return the words of a row with those joined that touch, where the file has no blank.

    A program that finds no ``ề`` in a font takes it from another, whose letters are of another
    height, and may write these after the rest of the line.
    """
    found: list[Word] = []
    start = 0
    top = bottom = right = 0.0
    for at, word in enumerate(words):
        touches = at > start and _touch(words[at - 1], word, bottom - top, word.left - right)
        if touches and (found or not _is_numbered(_whole(words, start, at), word)):
            top, bottom = min(top, word.top), max(bottom, word.bottom)
            right = max(right, word.right)
            continue
        if at:
            found.append(_whole(words, start, at))
        start, top, bottom, right = at, word.top, word.bottom, word.right
    if words:
        found.append(_whole(words, start, len(words)))
    return found


def _touch(word: Word, after: Word, height: float, gap: float) -> bool:
    """Whether no blank parts two words; the height is that of all of the first so far."""
    if word.ends or after.begins or word.raised or after.raised:
        return False
    least = min(height, after.bottom - after.top)
    return -_OVERLAP * least < gap < _TOUCH * least


def _whole(words: Sequence[Word], start: int, stop: int) -> Word:
    return words[start] if stop == start + 1 else _joined(words[start:stop])


def _is_numbered(word: Word, after: Word) -> bool:
    """Whether a word numbers the line that begins behind it."""
    apart = after.left - word.right > _SLIT * word.height
    return apart and is_number(word.text) and after.text[0].isalpha()


def join_letters(words: Sequence[Word]) -> list[Word]:
    """Return the words of a row with the pieces of a syllable joined.

    Pieces are joined that stand close, of which one is no syllable by itself, and that are one
    together.
    """
    broken = sum(_is_broken(word.text) for word in words)
    if len(words) < 2 or not broken:
        return list(words)
    found: list[Word] = []
    usual = median(after.left - before.right for before, after in pairwise(words))
    at = 0
    while at < len(words):
        listed = found and len(found[-1].text.rstrip(",;")) == 1
        stop = _end(words, at, usual if listed or broken == 1 else None)
        found.append(words[at] if stop == at + 1 else _joined(words[at:stop]))
        at = stop
    return found


def _end(words: Sequence[Word], start: int, usual: float | None) -> int:
    """Return the index after the last piece of the syllable that begins at ``start``.

    Behind the letter of an item, and where no other word is broken, a letter as far from a word as
    words are from one another stands alone: ``b và c``, ``nhiệm vụ C``. For that, ``usual`` is the
    gap between words.
    """
    reach = start + 1
    while reach < min(len(words), start + _LONGEST) and _is_close(words[reach - 1], words[reach]):
        reach += 1
    for stop in range(reach, start + 1, -1):
        pieces = words[start:stop]
        gaps = [after.left - before.right for before, after in pairwise(pieces)]
        if gaps and max(gaps) > _EVEN * max(min(gaps), 0.05 * words[start].height):
            continue
        core = pieces[-1].text.rstrip(".,;:)")
        whole_words = usual is not None and len(core) == 1 and gaps[-1] > _FULL * usual
        if whole_words and all(is_syllable(piece.text) for piece in pieces[:-1]):
            continue
        whole = "".join(piece.text for piece in pieces[:-1]) + core
        broken = any(_is_broken(piece.text) for piece in pieces[:-1]) or _is_broken(core)
        if broken and whole.isalpha() and is_syllable(whole):
            return stop
    return start + 1


def _is_broken(text: str) -> bool:
    """Whether a word is too short to be one."""
    return len(text) <= _SHORT and text.isalpha() and not is_syllable(text)


def _is_close(word: Word, after: Word) -> bool:
    short = len(word.text) <= _PIECE and len(after.text) <= _PIECE + 1
    return short and word.text.isalpha() and after.left - word.right < _APART * word.height


def _joined(pieces: Sequence[Word]) -> Word:
    first = pieces[0]
    right, top, bottom = first.right, first.top, first.bottom
    for piece in pieces:
        right = max(right, piece.right)
        top = min(top, piece.top)
        bottom = max(bottom, piece.bottom)
    text = "".join([piece.text for piece in pieces])
    return Word(text, first.left, right, top, bottom, begins=first.begins, ends=pieces[-1].ends)
