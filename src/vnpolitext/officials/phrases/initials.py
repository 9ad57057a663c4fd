"""Names that begin with initials (*V.I. Lênin*)."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.lexicon import notable_names
from vnpolitext.officials.phrases.elements import Name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.text.syllables import is_vietnamese

_MOST: Final = 3


def with_initials(run: Run) -> Name | None:
    """Return the name that begins with the initials at a run, if one does."""
    last = _end(run) if len(run.tokens.words[run.first]) <= 2 else 0
    return Name(run.first, last, run.lead, run.addresses, certain=True) if last else None


def _end(run: Run) -> int:
    words, kinds = run.tokens.words, run.tokens.kinds
    index, count = run.first, 0
    while (
        index + 2 < len(words)
        and kinds[index] == "U"
        and len(words[index]) <= 2
        and words[index + 1] in {".", "-"}
        and kinds[index + 2] == "U"
        and count < _MOST
    ):
        index += 2
        count += 1
    if not count:
        return 0
    listed = (
        words[run.first] in grammar().unit_letters or run.lead == 0 or words[run.lead - 1] == "\n"
    )
    if count == 1 and listed:
        return 0
    stop = run.tokens.run_end(index)
    foreign = (words[index],) in notable_names() or not is_vietnamese(words[index])
    fits = 0 < stop - index <= 2 and len(words[index]) > 2
    sure = run.is_announced or count > 1 or words[index - 1] == "."
    return stop if fits and foreign and sure else 0
