"""Words before an office that say that somebody gets, has or loses it: *giữ chức*, *bầu làm*."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import marker_endings, markers
from vnpolitext.text.word_lists import word_lists
from vnpolitext.vocabulary import addresses

_LONGEST: Final = 5
_EXAMPLES: Final = 20
_REACH: Final = 16
STOPS: Final = frozenset({".", "\n", "!", "?", "|"})
"""What ends a sentence or the cell it stands in."""
SENTENCE_ENDS: Final = frozenset({".", "!", "?", "\n", "…"})
"""What ends a sentence in running text."""
_TURNS: Final = STOPS | {":", "như"}
_JOINERS: Final = frozenset({",", ";", "rồi", "và", "kiêm", "-", "+", "•"})
_LONG_LIST: Final = 150
_NOTE: Final = 3
_RANKED: Final = 3  # words: the shortest rank, its comma and the office
_LONGEST_RANK: Final = 3
_BULLETS: Final = frozenset({"-", "+", "•", "*", "\n"})
_ITEM_ENDS: Final = frozenset({",", ";", ":", "\n"})
_DIFFERENT: Final = frozenset({"khác nhau", "quan trọng", "chủ chốt", "sau đây", "như sau"})

_BEING: Final = frozenset(
    {
        *(("là",), ("của",), ("cho",), ("làm",), ("đã", "là"), ("từng", "là"), ("đã", "làm")),
        *(("từng", "làm"), ("giữ", "chức"), ("từng", "giữ", "chức"), ("hiện", "là")),
        *(("trở", "thành"), ("để", "trở", "thành")),
    }
)
_OF: Final = frozenset({("của",), ("cho",)})
_PLAIN_BEING: Final = _BEING - _OF
_CEASED: Final = frozenset(
    {("nguyên",), ("cựu",), ("cố",), ("đang",), ("vốn",), ("hiện",), ("đều",), ("cũng",), ("từng",)}
)

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Giving:
    """The words of ``verbs.toml``, as phrases."""

    held: frozenset[Phrase]
    nouns: frozenset[Phrase]
    counts: frozenset[Phrase]
    opens: frozenset[Phrase]
    verbs: frozenset[Phrase]
    bare: frozenset[Phrase]
    vacant: frozenset[Phrase]
    unfilled: frozenset[Phrase]
    empty: frozenset[Phrase]
    posts: frozenset[Phrase]
    filling: frozenset[Phrase]
    someone: frozenset[Phrase]
    proposing: frozenset[Phrase]
    ranks: frozenset[Phrase]
    roles: frozenset[Phrase]
    receiving: frozenset[Phrase]
    given: frozenset[Phrase]
    several: frozenset[Phrase]
    adverbials: frozenset[Phrase]
    presenting: frozenset[Phrase]
    standing_in: frozenset[Phrase]
    replacing: frozenset[Phrase]
    deciding: frozenset[Phrase]
    taking: frozenset[Phrase]
    denied: frozenset[Phrase]
    including: frozenset[Phrase]
    electing: frozenset[Phrase]
    choosing: frozenset[Phrase]
    handed: frozenset[Phrase]
    charged: frozenset[Phrase]
    deeds: frozenset[Phrase]
    running: frozenset[Phrase]
    relations: frozenset[Phrase]


@per_choice
def giving() -> Giving:
    """Return the words that give, keep or take an office.

    Raises:
        ModelError: A list is missing or unknown.
    """
    return word_lists(Giving, "offices", "bonds", "verbs.toml")


def is_linked(words: list[str], first: int) -> bool:
    """Return whether a phrase before token ``first`` gives someone the office that follows.

    That is a marker (*giữ chức*), a verb and a noun for an office (*nhận nhiệm vụ*), each with
    words that tell how the office is held (*làm quyền*), or a list (*nhiều chức vụ quan trọng
    như*).
    """
    first = at = before_rank(words, first)
    while at and words[at - 1] in {":", '"'}:
        at -= 1
    if at < first and words[at] == ":" and _heads_list(words, at):
        return True
    if at and (words[at - 1],) in giving().opens and _opens_list(words, at - 1):
        return True
    if at and words[at - 1] == "từ" and _opens_range(words, at - 1):
        return True
    if _is_marked(words, at) or _is_given(words, at):
        return True
    held = ends(words, at, giving().held)
    return bool(held) and (_is_marked(words, at - held) or _is_given(words, at - held))


def before_rank(words: list[str], first: int) -> int:
    """Return where a rank and a comma before the office at ``first`` begin, else ``first``.

    >>> before_rank(["là", "đại", "tá", ",", "trưởng", "phòng"], 4)
    1
    """
    if first < _RANKED or words[first - 1] != ",":
        return first
    for size in range(min(_LONGEST_RANK, first - 1), 0, -1):
        form = addresses().match(words, first - 1 - size)
        if form is not None and form[0] == size and form[1].kind == "military":
            return first - 1 - size
    return first


def is_told(words: list[str], first: int) -> bool:
    """Return whether a verb before token ``first`` gives someone the office, not only *nguyên*."""
    held = ends(words, first, giving().held)
    is_noun = ends(words, first, giving().nouns) > held  # *cương vị*, not *vị*
    return is_linked(words, first if is_noun else first - held)


def list_opening(words: list[str], first: int) -> int:
    """Return where a list of offices opens that goes on with the one at ``first``, or -1.

    *Ông A đảm nhận nhiều cương vị: cán bộ Sở Y tế, rồi Trưởng phòng, Giám đốc Sở*; *giữ các chức
    vụ như Bí thư Huyện ủy, Phó Bí thư Tỉnh ủy*.
    """
    while first > _NOTE and words[first - 1] == "]" and "[" in words[first - _NOTE : first]:
        first -= words[first - _NOTE : first][::-1].index("[") + 1
    if not first or not (words[first - 1] in _JOINERS or _wraps(words, first - 1)):
        return -1
    floor = max(0, first - _LONG_LIST)
    if _TURNS.isdisjoint(words[floor + 1 : first]):
        return -1
    for at in range(first - 1, floor, -1):
        word = words[at]
        if word not in _TURNS:
            continue
        if word in STOPS and not _wraps(words, at):
            return -1
        if word == ":" and (_heads_list(words, at) or _is_varied(words, at)):
            return at
        if word == "như" and _opens_list(words, at):
            return at
    return -1


def _wraps(words: list[str], at: int) -> bool:
    """Return whether a line break at ``at`` stands between items: after a mark or before one."""
    if words[at] != "\n":
        return False
    return words[at + 1] in _BULLETS or words[at - 1] in _ITEM_ENDS


def is_vacant(words: list[str], first: int) -> bool:
    """Return whether the phrase before token ``first`` says that nobody holds the office."""
    noun = ends(words, first, giving().nouns)
    return bool(ends(words, first - noun, giving().vacant))


def is_unfilled(words: list[str], first: int, last: int) -> bool:
    """Return whether a post is named and said to be empty (*chức danh Bí thư tạm khuyết*).

    Args:
        words: The folded words.
        first: Index of the first token of the office.
        last: Index after its last one; what says so may have been taken for a part of its body.
    """
    if not ends(words, first, giving().nouns):
        return False
    return bool(begins(words, last, giving().empty) or ends(words, last, giving().empty))


def sentence_start(words: list[str], at: int, reach: int) -> int:
    """Return where the sentence of the word at ``at`` begins, or up to ``reach`` words before.

    >>> sentence_start(["ông", "về", ".", "bà", "làm"], 4, 80)
    3
    """
    start = at
    while start and words[start - 1] not in STOPS and at - start < reach:
        start -= 1
    return start


def is_post(words: list[str], first: int) -> bool:
    """Return whether the office at ``first`` is one of posts (*bầu các chức danh Chủ tịch*)."""
    known = giving()
    noun = ends(words, first, known.nouns)
    counts = ends(words, first - noun, known.posts) if noun else 0
    at = first - noun - counts
    if not counts:
        return False
    if not at or words[at - 1] in STOPS:
        return True
    filling = ends(words, at, known.filling)
    return bool(filling) and words[at - filling - 1 : at - filling] != ["được"]


def is_proposed(words: list[str], first: int) -> bool:
    """Return whether somebody unnamed is proposed for the office at ``first``.

    *giới thiệu nhân sự để Quốc hội bầu giữ chức Chủ tịch nước*.
    """
    known = giving()
    at = first
    for parts in (known.nouns, known.counts, known.verbs):
        at -= ends(words, at, parts)
    if at == first:
        return False
    for place in range(at, max(0, at - _REACH), -1):
        if words[place - 1] in STOPS:
            return False
        someone = ends(words, place, known.someone)
        if someone:
            return bool(ends(words, place - someone, known.proposing))
    return False


def is_denied(words: list[str], first: int) -> bool:
    """Return whether somebody is said not to hold the office at ``first``, or to pretend it."""
    return _is_told_by(words, first, giving().denied)


def is_included(words: list[str], first: int) -> bool:
    """Return whether the office at ``first`` is one of those who are meant (*nhất là Bí thư*)."""
    return bool(ends(words, first, giving().including))


def is_run_for(words: list[str], first: int) -> bool:
    """Return whether somebody runs for the office at ``first`` (*ứng cử chức Chủ tịch*)."""
    return _is_told_by(words, first, giving().running)


def _is_told_by(words: list[str], first: int, phrases: frozenset[Phrase]) -> bool:
    """Return whether one of the phrases leads to an office, or to words that do."""
    known = giving()
    at = first - ends(words, first, known.held)
    if ends(words, at, phrases):
        return True
    for parts in (known.nouns, known.counts, known.verbs, _PLAIN_BEING):
        size = ends(words, at, parts)
        at -= size
        if size and ends(words, at, phrases):
            return True
    return False


def is_of_relation(words: list[str], first: int) -> bool:
    """Return whether the office at ``first`` is told of a relation (*vợ nguyên Bí thư X*).

    So is it with a pronoun behind the relation (*Chồng bà vốn là Bí thư X*).
    """
    at = first - ends(words, first, giving().held)
    for parts in (_BEING, _CEASED):
        at -= ends(words, at, parts)
    if ends(words, at, giving().relations):
        return True
    called = 1 < at < first and words[at - 1] in grammar().pronouns
    return called and bool(ends(words, at - 1, giving().relations))


def ends(words: list[str], at: int, phrases: frozenset[Phrase]) -> int:
    """Return the size of the longest of ``phrases`` that ends before ``at``, else 0."""
    if not at:
        return 0
    for size in _sizes(phrases).get(words[at - 1], ()):
        if size <= at and tuple(words[at - size : at]) in phrases:
            return size
    return 0


def begins(words: list[str], at: int, phrases: frozenset[Phrase]) -> int:
    """Return the size of the longest of ``phrases`` that begins at ``at``, else 0."""
    sizes = range(min(_LONGEST, len(words) - at), 0, -1)
    return next((size for size in sizes if tuple(words[at : at + size]) in phrases), 0)


@cache
def _sizes(phrases: frozenset[Phrase]) -> dict[str, tuple[int, ...]]:
    """Return how long the phrases are that end with a word, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        if len(phrase) <= _LONGEST:
            found.setdefault(phrase[-1], set()).add(len(phrase))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


def _is_marked(words: list[str], at: int) -> bool:
    """Return whether a marker of an office held or given ends before ``at``."""
    if not at or words[at - 1] not in marker_endings():
        return False
    for size in range(min(_LONGEST, at), 0, -1):
        found = markers().match(words, at - size)
        if found and found[0] == size:
            return found[1] in {"link", "former"}
    return False


def _is_given(words: list[str], at: int) -> bool:
    """Return whether a verb, or a verb and a noun for an office, ends before ``at``."""
    known = giving()
    if ends(words, at, known.bare):
        return True
    noun = ends(words, at, known.nouns)
    if not noun:
        return False
    at -= noun
    at -= ends(words, at, known.counts)
    return bool(ends(words, at, known.verbs))


def _is_varied(words: list[str], at: int) -> bool:
    """Return whether words that say how offices differ stand before a colon (*khác nhau:*)."""
    before = " ".join(words[max(0, at - 2) : at])
    return before in _DIFFERENT and _heads_list(words, at - 2)


def _heads_list(words: list[str], at: int) -> bool:
    """Return whether a colon at ``at`` ends a verb, a noun for an office and where it was held.

    *từng giữ các chức vụ ở Bộ Y tế: ...*
    """
    known = giving()
    for place in range(at, max(0, at - _REACH), -1):
        if words[place - 1] in STOPS or words[place - 1] == ";":
            return False
        noun = ends(words, place, known.nouns)
        if noun:
            lead = place - noun
            return bool(ends(words, lead - ends(words, lead, known.counts), known.verbs))
    return False


def _opens_range(words: list[str], at: int) -> bool:
    """Return whether *từ* at ``at`` opens posts in a row (*qua nhiều vị trí, từ X đến Y*)."""
    known = giving()
    for place in range(at, max(0, at - _REACH), -1):
        if words[place - 1] in STOPS:
            return False
        noun = ends(words, place, known.nouns)
        counts = ends(words, place - noun, known.counts) if noun else 0
        if counts and ends(words, place - noun - counts, known.verbs):
            return True
    return False


def _opens_list(words: list[str], at: int) -> bool:
    """Return whether a noun for an office stands before the word ``at`` in its sentence."""
    for place in range(at, max(0, at - _REACH), -1):
        if words[place - 1] in STOPS:
            return False
        if ends(words, place, giving().nouns) and words[place - 1] != "chức":
            return True
    return words[at] == "như" and "chức" in words[max(0, at - _EXAMPLES) : at]
