"""Who is to be cooperated with: the names behind *phối hợp với*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.directives.actors import Stretch, each_name, name_end
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text.patterns import lazy_pattern, spaced

_COOPERATES: Final = (
    "phối hợp", "phối hợp chặt chẽ", "phối hợp chặt", "hợp tác", "kết hợp", "liên kết",
)  # fmt: skip
_PLAIN: Final = ("phối hợp", "hợp tác")
_WITH: Final = lazy_pattern(
    spaced(r"(?: (?:chặt chẽ|chẽ|đồng bộ|thường xuyên|hiệu quả|tốt),?(?: và)?){0,2} (?:với|cùng) ")
)


def partners(text: str, lower: str, action: Stretch, end: int) -> Iterator[Stretch]:
    """Yield the names of those with whom a verb phrase says to cooperate.

    Args:
        text: The folded text.
        lower: The same in lower case.
        action: The verb phrase.
        end: Where the words of the item end.

    Example:
        >>> words = "Phối hợp với Sở Y tế tiêm vắc xin."
        >>> [words[slice(*name)] for name in partners(words, words.lower(), (0, 8), len(words))]
        ['Sở Y tế']
    """
    if not lower.endswith(_COOPERATES, *action):
        return
    with_whom = _WITH.match(lower, action[1], end)
    if with_whom is None and not lower.endswith(_PLAIN, *action):
        return
    start = with_whom.end() if with_whom else min(action[1] + 1, end)
    if with_whom is None and task_rules().actors.longest(lower, start, end) is None:
        return
    last = name_end(text, lower, start, end, is_open=True)
    if last is not None:
        yield from each_name(text, lower, start, last)
