"""Names that an office or a form of address announces."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from vnpolitext.officials.phrases.aliases import NEAR, marker_before
from vnpolitext.officials.phrases.decoys import in_school, is_defined, is_placeholder
from vnpolitext.officials.phrases.edges import past_particle
from vnpolitext.officials.phrases.elements import Name
from vnpolitext.officials.phrases.firms import is_inside
from vnpolitext.officials.phrases.foreign import (
    are_foreign,
    is_foreign,
    is_institution,
    is_strange,
)
from vnpolitext.officials.phrases.full_names import is_name, is_one_word_name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.giving import is_told
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    body_pairs,
    foreign_names,
    leading_words,
    media_size,
    name_like_words,
    notable_names,
)
from vnpolitext.text.syllables import has_vowel, is_vietnamese
from vnpolitext.vocabulary import addresses, bodies
from vnpolitext.vocabulary.surnames import surnames

_PERSONAL: Final = frozenset(
    {"address", "plural", "deputy", "military", "academic", "honour", "religious"}
)
_LONGEST: Final = 5
_FRIENDS: Final = frozenset({"bạn"})  # of a country: *các bạn Hoa Kỳ*
_OF_OLD: Final = frozenset({"tướng", "đô đốc", "đề đốc"})  # also before whose army it was


def announced(run: Run) -> Name | None:
    """Return the name that an office or forms of address before a run announce, if one does."""
    last = _end(run) if run.is_announced else 0
    if not last:
        return None
    short = last - run.first == 1 and not is_one_word_name(run.tokens, run.first)
    tentative = short and not run.is_called and not _is_foreign_word(run)
    last = past_particle(run.tokens, last)
    name = Name(run.first, last, run.lead, run.addresses, certain=True, tentative=tentative)
    if isinstance(run.before, Name) and run.lead - run.before.last <= NEAR:
        renames = marker_before(run.tokens, run.lead, "alias") is not None
        name.other = "near" if renames else ""
    return name


def _is_foreign_word(run: Run) -> bool:
    """Return whether a run is a foreign word after a rank or an art (*Nguyên soái Vôrôsilốp*)."""
    word = run.tokens.words[run.first]
    last = run.addresses[-1] if run.addresses else None
    ranked = last is not None and (
        last.is_secular_rank or last.text in grammar().performers or last.text == "tướng"
    )
    dashed = run.tokens.words[run.last : run.last + 1] == ["-"]
    foreign = not is_vietnamese(word) and has_vowel(word) and not run.is_loud
    return ranked and foreign and not dashed


def _end(run: Run) -> int:
    """Return the end of the name that an office or a form of address announces, or 0."""
    if _is_refused(run):
        return 0
    if is_name(run.tokens, run.first, run.last) or (len(run) > 1 and run.words in notable_names()):
        return 0 if in_school(run.tokens, run.addresses, run.lead) else run.last
    if not run.touches and not any(address.kind in _PERSONAL for address in run.addresses):
        return run.last if _follows_role(run) else 0
    fits = _is_short(run) if len(run) == 1 else _is_unusual(run)
    return run.last if fits and not _is_body(run) else 0


def _is_refused(run: Run) -> bool:
    """Return whether a run is no name whatever announces it."""
    tokens, first, size = run.tokens, run.first, len(run)
    if run.mixes_capitals or (size > 1 and is_inside(tokens, first + 1)):
        return True
    if run.is_high_place and size == 2 and not (run.is_called or _is_ranked(run)):
        return True
    if tokens.words[first] in grammar().term or _is_thing(run) or _is_subject(run):
        return True
    if (
        is_placeholder(tokens, first, run.last)
        or _is_of_held(run)
        or (not run.is_called and _is_medium(run))
        or (not (run.is_called and run.addresses[-1].text not in _FRIENDS) and _is_country(run))
    ):
        return True
    if run.touches and not run.addresses and (_is_explained(run) or _ends_body(run)):
        return True
    return is_defined(tokens, run.last) or _in_monument(run)


def _is_explained(run: Run) -> bool:
    """Return whether what follows an office is its body, and the holder stands beside both.

    *Lò Văn Sơn (Chủ tịch Kem Hồ Xanh)*, *Chủ tịch Skalmo, ông Lò Văn Sơn*.
    """
    tokens, office = run.tokens, run.before
    if office is None or is_name(tokens, run.first, run.last) or is_foreign(run):
        return False
    words, after = tokens.words, run.last
    if words[after : after + 1] == [")"] and office.first > 1 and words[office.first - 1] == "(":
        return tokens.kinds[office.first - 2] == "U"
    if words[after : after + 1] != [","] or after + 1 >= len(tokens):
        return False
    form = addresses().match(words, after + 1)
    named = after + 1 + form[0] if form is not None and form[1].kind == "address" else len(tokens)
    return tokens.kinds[named : named + 2] == ["U", "U"]


def _ends_body(run: Run) -> bool:
    """Return whether an office ends with a word whose name the run is (*thành viên đảng X*)."""
    words, before = run.words, run.tokens.words[max(0, run.first - 2) : run.first]
    usual = words[0] in surnames().core or not grammar().middle_names.isdisjoint(words[1:2])
    if (usual and is_name(run.tokens, run.first, run.last)) or is_foreign(run):
        return False
    kind = before[-1] if run.tokens.kinds[run.first - 1] == "l" else ""
    return not grammar().nameless.isdisjoint((kind, " ".join(before)))


def _is_country(run: Run) -> bool:
    """Return whether a run is a country, or a region or city of one."""
    body = bodies().match(run.tokens.words, run.first)
    return body is not None and body[0] == len(run) > 1 and body[1].role == "country"


def _is_medium(run: Run) -> bool:
    """Return whether a run is a newspaper or an agency (*phóng viên Tiền Phong*)."""
    return media_size(run.tokens.words, run.first) == len(run)


def _is_of_held(run: Run) -> bool:
    """Return whether an office that a verb gives is of what the run names (*làm CEO Golden Sax*).

    Whoever holds it was named before the verb.
    """
    office = run.before
    if not run.touches or run.addresses or office is None or run.words in notable_names():
        return False
    if not is_told(run.tokens.words, office.first):
        return False
    return not is_foreign(run) and not is_name(run.tokens, run.first, run.last)


def _is_subject(run: Run) -> bool:
    """Return whether one word is what a degree is in (*cử nhân Luật*)."""
    last = run.addresses[-1] if run.addresses else None
    if len(run) > 1 or last is None or last.kind != "academic":
        return False
    return last.text == "cử nhân" or run.words[0] in grammar().sciences


def _is_unusual(run: Run) -> bool:
    """Return whether several words without a known family name can be a name."""
    native = run.is_loud or not are_foreign(run.words)
    crosses = run.touches and not run.addresses and run.crosses and native
    return len(run) <= _LONGEST and not crosses


def _in_monument(run: Run) -> bool:
    """Return whether a run and the form of address before it name a monument or a memorial."""
    words, lead, monuments = run.tokens.words, run.lead, grammar().monuments
    lead -= lead > 0 and words[lead - 1] in {"nữ", "các"}
    return bool(run.addresses) and any(
        lead >= size and " ".join(words[lead - size : lead]) in monuments for size in (1, 2, 3)
    )


def _is_body(run: Run) -> bool:
    """Return whether a run is a place or begins like the name of a body."""
    size = len(run)
    body = bodies().match(run.tokens.words, run.first)
    if body is not None and (body[0] >= 2 or run.touches or size > 1):
        return True
    country = body is not None and body[1].role == "country"
    if country and not (run.is_called and run.words[0] in grammar().given_names):
        return True
    noun = body is not None and body[1].role == "noun"
    if (
        size == 1
        and noun
        and run.crosses
        and tuple(run.tokens.words[run.first + 1 : run.last + 2]) in body_pairs()
    ):
        return True
    if run.words[0] not in foreign_names() and is_institution(run.words):
        return True
    return run.is_place and size > 1 and not _is_ranked(run)


def _is_ranked(run: Run) -> bool:
    """Return whether a rank stands right before a run (*Thượng tá Hoàng Long*)."""
    last = run.addresses[-1] if run.addresses else None
    return last is not None and last.kind == "military" and last.text not in _OF_OLD


def _is_thing(run: Run) -> bool:
    """Return whether the words of a run are no name: a common word, letters without vowels.

    In capitals, any word of the run may tell (*TIÊU CHÍ ĐÁNH GIÁ*); else the first may, if it is no
    family name, with the form of address before it (*Bà Chúa Xứ*).
    """
    words, likes = run.words, name_like_words()
    if run.is_loud:
        return not any(map(has_vowel, words)) or not likes.isdisjoint(pairwise(words))
    before = run.tokens.words[run.first - 1] if run.first else ""
    return words[0] not in surnames().strong and (before, words[0]) in likes


def _follows_role(run: Run) -> bool:
    """Return whether a run can be a name after a role that is no address (*nhà thơ Tagore*)."""
    tokens, at = run.tokens, run.first
    word, role = tokens.words[at], run.addresses[-1].text
    if len(run) == 1 and len(word) > 1 and not bodies().match(tokens.words, at):
        if tuple(tokens.words[at : at + 2]) in name_like_words():
            return False
        if is_institution((word,)):
            return False
        return role not in grammar().royal or word not in grammar().dynasties
    if role in grammar().performers:
        # *diễn viên Running Man* plays in a show.
        plain = not any(map(is_vietnamese, run.words))
        return _is_stage_name(run) or is_foreign(run) or (plain and is_strange(run))
    return is_foreign(run) or (role not in grammar().royal and is_strange(run))


def _is_stage_name(run: Run) -> bool:
    """Return whether a run can be a name of two native words without a family name."""
    words = run.words
    if len(words) != 2 or run.is_loud or not all(map(is_vietnamese, words)):
        return False
    if run.is_high_place:
        return False
    body = bodies().match(run.tokens.words, run.first)
    return words[0] not in leading_words() and (body is None or body[0] == 1)


def _is_short(run: Run) -> bool:
    """Return whether one capitalised word is a whole name or a given name after an address."""
    tokens, at = run.tokens, run.first
    word = tokens.words[at]
    if is_one_word_name(tokens, at):
        return True
    if tokens.capitals[at] and tokens.ends[at] - tokens.starts[at] > 1:
        return False
    if run.touches:
        return not is_vietnamese(word) and has_vowel(word) and not _names_body(run)
    likes = name_like_words()
    if (at and (tokens.words[at - 1], word) in likes) or tuple(tokens.words[at : at + 2]) in likes:
        return False
    given = run.is_called and word in grammar().given_names
    return len(word) > 1 and (given or word not in leading_words())


def _names_body(run: Run) -> bool:
    """Return whether another body follows the word right behind an office (*Caritas Giáo phận*)."""
    body = bodies().match(run.tokens.words, run.last) if run.last < len(run.tokens) else None
    return body is not None and body[1].role == "noun" and run.tokens.kinds[run.last] == "U"


def is_personal(run: Run) -> bool:
    """Return whether forms of address say that a run is a person or the name of a school."""
    personal = any(address.kind != "role" for address in run.addresses)
    return personal or _in_monument(run) or in_school(run.tokens, run.addresses, run.lead)
