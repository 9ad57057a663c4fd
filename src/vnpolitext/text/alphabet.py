"""Capitals and small letters, as the insides of character classes of patterns.

Vietnamese is written in Latin letters, and so are the foreign names in Vietnamese texts; letters
of other scripts are neither the one nor the other here.
"""

import unicodedata
from typing import Final

_LATIN: Final = [*map(chr, range(0x41, 0x250)), *map(chr, range(0x1E00, 0x1F00))]
UPPER: Final = "".join(char for char in _LATIN if unicodedata.category(char) == "Lu")
"""Capital letters (*chữ hoa*)."""
LOWER: Final = "".join(char for char in _LATIN if unicodedata.category(char) == "Ll")
"""Small letters (*chữ thường*)."""
CODE_LETTERS: Final = "A-ZĂÂĐÊÔƠƯ"
"""Capitals without a tone, in which abbreviations and numbers of documents are written."""
