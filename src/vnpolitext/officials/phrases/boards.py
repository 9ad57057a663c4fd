"""Fields of boards and ministries that no table knows, told by what stands behind them."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.full_names import is_name, is_strong_name
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import markers
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import Entry, addresses, bodies, heads
from vnpolitext.vocabulary.surnames import surnames

_BOARD: Final = "ban"
_CENTRE: Final = ["trung", "ương"]
_LONGEST: Final = 4
_FIELD: Final = 2
_NAME_ENDS: Final = frozenset({"\n", ",", ";", "("})


def board_field(tokens: Tokens, first: int, head: Entry) -> int:
    """Return how many words the field of a board of the Party has, or 0.

    It stands between the office word and the committee (*Trưởng ban Thống nhất Trung ương*).

    Args:
        tokens: The tokens.
        first: Index of the first token after the office word.
        head: The office.
    """
    words, kinds = tokens.words, tokens.kinds
    if kinds[first] != "U" or not head.text.endswith(_BOARD):
        return 0
    for at in range(first + 1, min(first + _LONGEST + 1, len(words))):
        if kinds[at] not in "Ul":
            return 0
        if kinds[at] == "U" and _is_committee(words, at):
            stop = tokens.run_end(first)
            named = is_name(tokens, first, min(stop, at)) or is_name(tokens, first, stop)
            return 0 if named else at - first
        if any(table.match(words, at) for table in (heads(), addresses(), markers())):
            return 0
    return 0


def _is_committee(words: list[str], at: int) -> bool:
    """Return whether a committee of the Party, or its centre, begins at ``at``."""
    if words[at : at + 2] == _CENTRE:
        return True
    found = bodies().match(words, at)
    return found is not None and found[1].text in grammar().committees


def labelled_end(tokens: Tokens, first: int, stop: int, head: Entry) -> int:
    """Return the end of the field of a minister before a colon and a name, or 0.

    *Bộ trưởng Công Nông: Lò Văn An*.

    Args:
        tokens: The tokens.
        first: Index of the first of the capitals after the office word.
        stop: Index after the last of them.
        head: The office.
    """
    words = tokens.words
    if head.text not in grammar().ministers or words[stop : stop + 1] != [":"]:
        return 0
    at = stop + 1
    while at < len(tokens) and (form := addresses().match(words, at)) is not None:
        at += form[0]
    last = tokens.run_end(at) if at < len(tokens) else at
    mark = words[last] if last < len(words) else "\n"
    if mark not in _NAME_ENDS or not is_name(tokens, at, last):
        return 0
    rare = stop - first == _FIELD and mark == "\n" and words[first] not in surnames().core
    return stop if rare or not is_strong_name(tokens, first, stop) else 0
