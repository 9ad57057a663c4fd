"""Words that carry no theme: function words and the formulas of the genre."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from vnpolitext.errors import expect
from vnpolitext.models import ModelError, model_file, read_table
from vnpolitext.text import fold

KINDS: Final = ("function", "quantity", "time", "reporting", "formula")


def stop_words(name: str = "political", *, kinds: Iterable[str] = KINDS) -> frozenset[str]:
    """Return a shipped list of stop words (*từ dừng*), folded.

    Args:
        name: Name of the list under ``models/stopwords/``.
        kinds: Which words: ``"function"`` (và, của, đã), ``"quantity"`` (các, mỗi, rất, XIII),
            ``"time"`` (năm, hiện nay), ``"reporting"`` (phát biểu, cho biết) and ``"formula"``
            (đồng chí, triển khai thực hiện).

    Raises:
        ModelError: There is no such list, or it has no such kind.

    Example:
        >>> "của" in stop_words(), "đồng chí" in stop_words(kinds=["function"])
        (True, False)
    """
    expect(name, str, "the name of a list of stop words is wanted")
    table = _load(name)
    wanted = set(kinds)
    if unknown := wanted - set(KINDS):
        raise ModelError(f"stop words have no kind {sorted(unknown)}; there are {KINDS}")
    return frozenset(word for word, kind in table.items() if kind in wanted)


def as_stop_words(words: str | Collection[str] | None) -> frozenset[str]:
    """Return stop words given by the name of a list, word by word, or not at all."""
    if words is None:
        return frozenset()
    if isinstance(words, str):
        return stop_words(words)
    return frozenset(fold(word) for word in words)


@lru_cache(maxsize=8)
def _load(name: str) -> dict[str, str]:
    path = model_file("stopwords", name, "stopwords.tsv")
    table: dict[str, str] = {}
    for word, kind in read_table(path, ("word", "kind")):
        if kind not in KINDS:
            raise ModelError(f"{path}: {word!r} has the unknown kind {kind!r}")
        if fold(word) in table:
            raise ModelError(f"{path}: {word!r} stands twice")
        table[fold(word)] = kind
    return table
