"""Whether a word is built like a Vietnamese syllable (*âm tiết*): foreign words mostly are not."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from vnpolitext.text.patterns import lazy_pattern

_SYLLABLE: Final = lazy_pattern(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    r"(?:"
    # what no consonant may follow
    r"ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|oai|oao|oay|oeo|uây|uyu|uôi|ươi|ươu|iêu|yêu|uêu"
    r"|ia|ya|ua|ưa|uya|uơ|oe|oa|uê|uy|[aeêioôơuưy]"
    # what one must
    r"|(?:iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uy|uyê|[aăâeêioôơuưy])(?:ng|nh|ch|[cmnpt])"
    r"|oo(?:ng|c)"  # xoong, moóc
    r")"
)
_VOWELS: Final = frozenset("aeiouyæø")
_TONES: Final = lazy_pattern("[\u0300\u0301\u0303\u0309\u0323]")


@lru_cache(maxsize=8192)
def is_vietnamese(word: str) -> bool:
    """Return whether ``word``, in lower case, has the form of a Vietnamese syllable.

    >>> [is_vietnamese(word) for word in ("nguyễn", "trump", "xi-vi-lay", "đak")]
    [True, False, False, False]
    """
    plain = unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", word)))
    return _SYLLABLE.fullmatch(plain) is not None


@lru_cache(maxsize=8192)
def has_vowel(word: str) -> bool:
    """Return whether ``word``, in lower case, has a vowel: most abbreviations have none.

    >>> has_vowel("putin"), has_vowel("ttg")
    (True, False)
    """
    return any(letter in _VOWELS for letter in unicodedata.normalize("NFD", word))
