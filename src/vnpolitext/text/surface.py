"""What packages that want clean text get to see, character for character in the same place."""

import re
from typing import Final

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    r"""Return ``text`` with lone surrogates replaced, of the same length.

    >>> len(encodable("a\ud800b"))
    3
    """
    return _SURROGATES.sub("\ufffd", text)
