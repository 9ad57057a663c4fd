"""Texts about another country, whose offices are those of its state."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.words.lexicon import foreign_lands
from vnpolitext.text.patterns import lazy_pattern, whole_words
from vnpolitext.text.phrases import listed

# Words of texts about this country.
_HOME: Final = listed("việt nam, hà nội, tỉnh ủy, ubnd, ủy ban nhân dân, đồng chí, hồ chí minh")
_LETTER: Final = lazy_pattern(r"(?<=[ -])[^\W\d_]")
_OFTEN: Final = 4
_FEW: Final = 3
_MANY: Final = 8


def land_of(text: str, lower: str) -> str:
    """Return the country that a text is about if it is not this one, else nothing.

    Args:
        text: The folded text.
        lower: The same in lower case.

    Returns:
        The name as the text has it.

    Example:
        >>> text = "Hungary họp. Thủ đô Hungary, quân đội Hungary và Quốc hội Hungary."
        >>> land_of(text, text.lower())
        'Hungary'
    """
    home = sum(map(lower.count, _HOME))
    if home >= _MANY:
        return ""
    counts = Counter(
        match[0] for match in _lands().finditer(text) if not _is_in_name(text, *match.span())
    )
    if not counts:
        return ""
    [(land, count)] = counts.most_common(1)
    return land if count >= _OFTEN and count > _FEW * home else ""


def _is_in_name(text: str, start: int, end: int) -> bool:
    """Return whether a country of one syllable stands beside a capital, as in a name (*Mỹ Đức*)."""
    if " " in text[start:end] or end - start > len("Nhật"):
        return False
    before = text[max(0, start - 12) : start].rstrip().rpartition(" ")[2]
    return before[:1].isupper() or text[end + 1 : end + 2].isupper()


@per_choice
def _lands() -> re.Pattern[str]:
    """Return a pattern for the names of other countries, with a capital first."""
    # In one order in every process, so that what the pattern is compiled to can be kept.
    names = sorted(foreign_lands(), key=lambda name: (-len(name), name))
    written = (name[0].upper() + _LETTER.sub(_either, name[1:]) for name in names)
    return lazy_pattern(rf"{whole_words(written)}(?!\w)")


def _either(match: re.Match[str]) -> str:
    """Return a pattern for the first letter of a word in both cases."""
    return f"[{match[0]}{match[0].upper()}]"
