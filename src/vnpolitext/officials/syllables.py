"""Whether a word is built like a Vietnamese syllable: tells foreign names from native ones."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvxq])?"
    r"(?:[iy]ê|uyê|uya|uôi|ươi|ươu|iêu|yêu|oai|oay|oeo|uây|uyu|uê|uô|uơ|ươ|uy|ua|ưa|ia|oa|oe|oă|uâ|ai|ao|au|"
    r"ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|yê|[aăâeêioôơuưy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_VOWELS: Final = frozenset("aeiouyæø")
_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@lru_cache(maxsize=8192)
def is_vietnamese(word: str) -> bool:
    """Return whether ``word``, in lower case, has the form of a Vietnamese syllable.

    >>> [is_vietnamese(word) for word in ("nguyễn", "trump", "xi-vi-lay", "đak")]
    [True, False, False, False]
    """
    plain = unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", word)))
    return _SYLLABLE.fullmatch(plain) is not None


def has_vowel(word: str) -> bool:
    """Return whether ``word``, in lower case, has a vowel: most abbreviations have none.

    >>> has_vowel("putin"), has_vowel("ttg")
    (True, False)
    """
    return any(letter in _VOWELS for letter in unicodedata.normalize("NFD", word))
