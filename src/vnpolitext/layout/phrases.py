"""The words of layout: which phrases mark chrome, metadata, captions, notes and signatures."""

from dataclasses import dataclass
from typing import Final

from vnpolitext.models import ModelError, model_file, per_choice, read_toml
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.word_lists import word_lists

_GAP: Final = lazy_pattern(r"[|\n\t]|\s{3,}")
_BELONGS: Final = frozenset({"nước", "của", "nhà"})
_MODEL: Final = ("layout", "vietnamese-layout", "phrases.toml")


@dataclass(frozen=True, slots=True)
class Wording:
    """Folded phrases, by what they mark; the notes stand in ``phrases.toml``."""

    chrome: frozenset[str]
    chrome_headings: frozenset[str]
    chrome_prefixes: tuple[str, ...]
    chrome_openers: frozenset[str]
    sites: tuple[str, ...]
    mottos: tuple[str, ...]
    continuations: tuple[str, ...]
    open_words: frozenset[str]
    number_words: frozenset[str]
    edit_marks: tuple[str, ...]
    caption_prefixes: tuple[str, ...]
    credits: tuple[str, ...]
    lead_prefixes: tuple[str, ...]
    submissions: tuple[str, ...]
    salutations: tuple[str, ...]
    note_headings: frozenset[str]
    note_words: tuple[str, ...]
    signature_prefixes: tuple[str, ...]
    signature_suffixes: tuple[str, ...]
    delegations: frozenset[str]
    delegations_for: frozenset[str]
    delegation_words: frozenset[str]
    signed: frozenset[str]
    counters: frozenset[str]
    comprising: frozenset[str]
    takeovers: tuple[str, ...]
    recipients: tuple[str, ...]
    filed: tuple[str, ...]
    annexes: tuple[str, ...]
    preambles: tuple[str, ...]
    page_words: tuple[str, ...]
    measures: frozenset[str]
    link_labels: tuple[str, ...]
    labels: dict[str, str]
    columns: dict[str, str]


@per_choice
def phrases() -> Wording:
    """Return the shipped words of layout, read once; labels and heads of columns by what they mean.

    Raises:
        ModelError: The file lacks a list or has something else in its place.
    """
    data = read_toml(model_file(*_MODEL))
    try:
        labels, columns = _by_phrase(data["labels"]), _by_phrase(data["columns"])
    except (KeyError, AttributeError) as error:
        raise ModelError(f"{'/'.join(_MODEL)}: {error!r}") from error
    return word_lists(Wording, *_MODEL, labels=labels, columns=columns)


def is_motto(line: str) -> bool:
    """Whether a line is the motto of the state or the Party, or has it in a column of its own.

    A tab between the columns may have become a blank; a body in capitals before the name of the
    state is another column, unless the name belongs to it.

    >>> is_motto("ỦY BAN NHÂN DÂN XÃ MÂY CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    True
    >>> is_motto("HIẾN PHÁP NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    False
    """
    first, *others = (" ".join(cell.split()) for cell in _GAP.split(line.strip(" |")))
    loud = (cell for cell in others if cell.isupper())
    state = phrases().mottos[0]
    if first.isupper() and first.lower().endswith(state) and len(first) > len(state):
        before = first[: -len(state)].split()
        return len(before) > 1 and before[-1].lower() not in _BELONGS
    return any(cell.lower().startswith(phrases().mottos) for cell in (first, *loud))


def _by_phrase(table: dict[str, list[str]]) -> dict[str, str]:
    """Return what each phrase of a table means, the longest phrase first."""
    pairs = [(phrase, meaning) for meaning, found in table.items() for phrase in found]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))
