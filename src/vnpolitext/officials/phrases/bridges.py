"""What may stand between the parts of a body: of, and, commas, dashes, numbers, short forms."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.firms import is_foreign_firm, trades
from vnpolitext.officials.phrases.full_names import (
    is_name,
    is_strong_name,
)
from vnpolitext.officials.phrases.inner import Inner
from vnpolitext.officials.phrases.nesting import holds, part_size, whole_size
from vnpolitext.officials.words.gaps import past_term
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.giving import giving
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    country_size,
)
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import has_vowel, is_vietnamese
from vnpolitext.vocabulary import Entry, heads

_RANKS: Final = {"hamlet": 1, "commune": 2, "district": 3, "province": 4}
_CITIES: Final = frozenset({"tp", "tx", "tt"})
_WIDEST: Final = frozenset({"tỉnh", "tỉnh ủy", "bang"})
_RANKED: Final = 10
_RANK_WORDS: Final = 4
_POINTING: Final = frozenset({"này", "đó", "ấy", "nọ", "kia", "trên", "mình"})
_DIRECTLY_UNDER: Final = ["trực", "thuộc"]
_LISTING: Final = frozenset({",", "và", "cùng"})
_NESTED: Final = 9
_ARMY: Final = "quân đội"
_AIDES: Final = ("trợ lý ",)
_SUPERIOR: Final = frozenset({"bộ"})
_NUMBERING: Final = frozenset({"đầu", "thứ", "khóa", "nhiệm"})


class Bridges(Inner):
    """A body that is being read, and how its name may go on after what is no part of it."""

    def bridge(self, at: int) -> int:
        """Return how many tokens may be passed to go on with the body, or 0."""
        if at + 1 >= self.limit:
            return 0
        return self.inside(at) or self._pass(at)

    def _pass(self, at: int) -> int:
        """Return how many tokens that are no part of the name may be passed, or 0."""
        words, kinds = self.tokens.words, self.tokens.kinds
        word = words[at]
        if word in {"\n", "về"}:
            return int(self._goes_on(at + 1) if word == "\n" else self._has_purpose(at + 1))
        if word == "-" and words[at + 1] in _SUPERIOR:
            return int(self._is_part_of(at + 1) and heads().match(words, at + 1) is None)
        if word in grammar().connectors:
            return int(self._connects(word, at + 1)) or self._past_trades(at)
        if word == ",":
            return int(self._is_part_of(at + 1))
        if word == ".":
            return int(words[at - 1] in _CITIES and kinds[at + 1] == "U")
        return self._past_number(at) if word in _NUMBERING else self._past_aside(at)

    def _past_aside(self, at: int) -> int:
        """Return how many tokens a short form, *lâm thời* or *trực thuộc* in a body has, or 0."""
        words = self.tokens.words
        if words[at] == "(":
            return self._past_short_form(at) or self._past_rank(at)
        if words[at : at + 2] == _DIRECTLY_UNDER and at + 2 < self.limit:
            return 2 * self._connects("thuộc", at + 2)
        if words[at : at + 2] != ["lâm", "thời"] or at + 2 >= self.limit:
            return 0
        following = self.body_at(at + 2)
        state = words[at + 2] == "nước" and self.role == "head"
        return 2 * (state or (following is not None and following[1].role == "unit"))

    def _past_trades(self, at: int) -> int:
        """Return how many tokens *và* and another trade have before the name of a firm, or 0."""
        return trades(self.tokens, at) if self.is_firm() and self.role != "noun" else 0

    def _past_short_form(self, at: int) -> int:
        """Return how many tokens a short form in brackets has, if the body goes on after it, or 0.

        *Trưởng phòng Cảnh sát Giao thông (PC08) Công an tỉnh*, *Ủy ban nhân dân (UBND) huyện*.
        """
        tokens, last = self.tokens, at + 1
        while last < self.limit and self._is_short(last):
            last += 1
        if self.role == "head" or last in {at + 1, self.limit} or tokens.words[last] != ")":
            return 0
        last += 1
        if last >= self.limit or tokens.ends[last - 2] - tokens.starts[at + 1] < 2:
            return 0
        following = self.body_at(last)
        if tokens.kinds[last] != "U":
            named = "U" in tokens.kinds[at + 1 : last]
            return (last - at) * (named and following is not None and following[1].role == "unit")
        place = tuple(tokens.words[last : tokens.run_end(last)]) in place_levels()
        return (last - at) * (place or following is not None)

    def _is_short(self, at: int) -> bool:
        """Return whether a short form in brackets can have the token at ``at``."""
        tokens = self.tokens
        loud = tokens.capitals[at] or tokens.kinds[at] == "d"
        return loud or tokens.words[at] in {"-", "&"}

    def _past_rank(self, at: int) -> int:
        """Return how many tokens the rank of an office in brackets before its body has, or 0.

        *Phó Chủ nhiệm (tương đương Thứ trưởng) Ủy ban Vật giá Nhà nước*.
        """
        words = self.tokens.words
        if self.role != "head" or ")" not in words[at : at + _RANKED]:
            return 0
        last = words.index(")", at) + 1
        ranked = any(
            (*words[at + 1 : at + size],) in giving().ranks for size in range(2, _RANK_WORDS)
        )
        following = self.body_at(last) if ranked and last < self.limit else None
        return (last - at) * (following is not None and self.tokens.kinds[last] == "U")

    def _is_part_of(self, at: int) -> bool:
        """Return whether the body at ``at`` is the one to which the office's own belongs."""
        following = self.body_at(at)
        if following is None:
            return False
        if self._is_larger_unit(at, *following):
            return True
        if self.role == following[1].role == "domain":
            return True
        army = following[1].branch == "army" or self._is_front(at, *following)
        is_lone = self.role == "head" and not self.office.head.text.startswith(_AIDES)
        if self.tokens.kinds[at] != "U" or (is_lone and not army):
            return False
        if army and (self.is_army() or part_size(self.office)):
            return not self._stands_alone(following[1])
        larger = holds(self.office, following[1])
        return larger and not self._is_in_list(at + following[0], following[1])

    def _stands_alone(self, entry: Entry) -> bool:
        """Return whether a body is large enough to be known without the army it is of.

        *Tư lệnh Quân khu 5*, of *Tư lệnh Quân khu 5, Quân đội nhân dân Việt Nam*.
        """
        large = tuple(grammar().grand_units)
        whole = entry.role == "whole" and entry.text.startswith(_ARMY)
        return whole and any(body.text.startswith(large) for body in self.known_bodies())

    def _is_in_list(self, at: int, entry: Entry) -> bool:
        """Return whether a body that is no larger one follows another, as in a list of bodies.

        *Giám đốc Trung tâm Y tế, Công an huyện, Ban Chỉ huy quân sự huyện*.
        """
        words = self.tokens.words
        last = min(self.limit - 1, at + _NESTED)
        mark = next((n for n in range(at, last) if words[n] in _LISTING), last)
        if mark == last or self.tokens.kinds[mark + 1] != "U":
            return False
        following = self.body_at(mark + 1)
        if following is None or following[1].role not in {"noun", "whole"}:
            return False
        if self._is_formation(mark + 1, *following):
            return False
        return whole_size(following[1]) <= whole_size(entry)

    def _is_formation(self, at: int, size: int, entry: Entry) -> bool:
        """Return whether a numbered formation of the army is at ``at`` (*Quân khu 3*)."""
        return entry.branch == "army" and self.tokens.kinds[at + size : at + size + 1] == ["d"]

    def _is_front(self, at: int, size: int, entry: Entry) -> bool:
        """Return whether a numbered formation follows one of the army (*Sư đoàn 9, Mặt trận 7*)."""
        numbered = self.tokens.kinds[at + size : at + size + 1] == ["d"]
        return numbered and entry.text in grammar().formations and self.is_army()

    def _is_larger_unit(self, at: int, size: int, entry: Entry) -> bool:
        """Return whether the unit at ``at`` is that in which the office's own unit lies.

        *Bí thư Huyện ủy Bắc Hà, tỉnh Lào Cai*.
        """
        if entry.role != "unit" or self.tokens.kinds[at + size : at + size + 1] != ["U"]:
            return False
        if self.is_unit_abroad(at, size, entry):
            return True
        own = _RANKS["hamlet"] * self.is_hamlet()
        for first, last, part in self.office.parts:
            if part is not None:
                own = _RANKS.get(part.level or "", own)
            elif "district" in place_levels().get(tuple(self.tokens.words[first:last]), ()):
                own = min(own, _RANKS["district"])
        return 0 < own < _RANKS.get(entry.level or "", 0)

    def is_unit_abroad(self, at: int, size: int, entry: Entry) -> bool:
        """Return whether the unit at ``at`` is one abroad in which the office's own unit lies."""
        words, name = self.tokens.words, at + size
        if entry.role != "unit" or name >= self.limit:
            return False
        last = name + country_size(words, name)
        if last == name or tuple(words[name : self.tokens.run_end(name)]) in place_levels():
            return False
        own = list(self.known_bodies())
        local = any(body.role in {"unit", "country"} or body.level in _RANKS for body in own)
        return local and all(body.text not in _WIDEST for body in own)

    def _past_number(self, at: int) -> int:
        """Return how many tokens number an office or its term before the rest of its body, or 0.

        *Bộ trưởng đầu tiên của Bộ Lao động*; *Trưởng Đoàn ĐBQH khóa XV tỉnh Sơn La*.
        """
        words = self.tokens.words
        ordinal = " ".join(words[at : at + 2]) in grammar().ordinals
        if self.role == "head" and ordinal and words[at + 2 : at + 3] == ["của"]:
            last = at + 3
            following = self.body_at(last) if last < self.limit else None
            wanted = following is not None and following[1].role in {"whole", "noun", "country"}
        else:
            last = past_term(words, at)
            following = self.body_at(last) if at < last < self.limit - 1 else None
            unit = following is not None and following[1].role == "unit"
            unit = unit and not self.office.head.text.startswith("đại biểu")
            wanted = unit and self.tokens.kinds[last + 1] == "U"
        return last - at if wanted else 0

    def _has_purpose(self, at: int) -> bool:
        """Return whether a steering body, or a deputy of the army, goes on with what it is for.

        *Phó Tư lệnh về Chính trị*.
        """
        named = [self.office.head.text, *(e.text for _, _, e in self.office.parts if e)]
        steers = any(word in text for text in named for word in grammar().steering)
        steers = steers or (self.role == "head" and self.office.head.branch == "army")
        following = self.body_at(at) if steers else None
        return following is not None and following[1].role in {"domain", "word"}

    def _goes_on(self, at: int) -> bool:
        """Return whether a body in capitals that lacks its tail goes on in the next line."""
        tokens = self.tokens
        if self.role != "noun" or not (tokens.capitals[at - 2] and tokens.capitals[at]):
            return False
        stop = tokens.run_end(at)
        begins = heads().match(tokens.words, at) or is_name(tokens, at, stop)
        return tokens.kinds[at] == "U" and not begins

    def is_hamlet(self) -> bool:
        """Return whether only the office word is read, and names a hamlet (*Trưởng thôn*)."""
        kinds = {self.office.head.text.rpartition(mark)[2] for mark in ("trưởng ", "phó ", " ")}
        return not grammar().hamlets.isdisjoint(kinds) and not any(self.known_bodies())

    def _connects(self, word: str, at: int) -> bool:
        """Return whether the body goes on after the connecting ``word``."""
        tokens = self.tokens
        following = self.body_at(at)
        if word in {"và", "&", "-"}:
            return self._joins(word, at)
        if following is not None:
            if word == "tại":
                return not self._is_event(at, following[0]) and self._is_seated()
            return not self._is_pointed(at + following[0])
        owned = word == "của" and self._is_lone_short(at)
        if tokens.kinds[at] != "U" or self.role == "head":
            firm = word == "của" and is_foreign_firm(tokens, at, self.office.head)
            return firm or (owned and self.office.head.branch == "enterprise")
        stop = tokens.run_end(at)
        if word == "tại":
            return self._is_seated() and (
                is_foreign_place(tokens, at, stop) or self._is_place_run(at, stop)
            )
        return owned or self._is_place_run(at, stop)

    def _is_event(self, at: int, size: int) -> bool:
        """Return whether a meeting begins at ``at``, whatever body its first words are."""
        known = (" ".join(self.tokens.words[at : at + n]) in grammar().events for n in (size, 2, 3))
        return any(known)

    def _is_place_run(self, at: int, stop: int) -> bool:
        """Return whether capitals begin with the name of a place."""
        words = self.tokens.words
        return any(tuple(words[at:last]) in place_levels() for last in range(at + 1, stop + 1))

    def _is_seated(self) -> bool:
        """Return whether the body may have its seat in its name: none of the centre or the army.

        An envoy's has (*Đại sứ quán Việt Nam tại Lào*).
        """
        if self.office.head.text.startswith(tuple(grammar().envoys)):
            return True
        entries = [e for _, _, e in self.office.parts if e]
        return not self.is_army() and not any(
            e.level == "central" or _begins_with(e.text, "bộ") for e in entries
        )

    def _is_pointed(self, at: int) -> bool:
        """Return whether a body is only pointed at (*của trường đại học này*)."""
        words = self.tokens.words
        while at < self.limit and self.tokens.kinds[at] == "l" and words[at] not in _POINTING:
            if self.body_at(at) is None and words[at] not in {"học", "ban", "quan"}:
                return False
            at += 1
        return at < self.limit and words[at] in _POINTING and self.tokens.kinds[at] == "l"

    def _joins(self, word: str, at: int) -> bool:
        """Return whether *và* or a dash joins what stands at ``at`` to the name of the body.

        Behind a name a word in lower case is a verb (*làm Giám đốc Sở Y tế Lai Châu và xây dựng*).
        """
        following = self.body_at(at)
        if word == "-" and self._is_dashed(at, following):
            return True
        if word == "và" and self.role == "tail" and self.tokens.kinds[at] == "l":
            return False
        if self.role in {"head", "unit"} or following is None:
            return self.role == "domain" and self._is_field(at)
        if word != "-" or self.role == following[1].role == "country":
            return following[1].role in {"domain", "word", "country"}
        joined = self.role in {"domain", "word", "whole"}
        return joined and following[1].role in {"domain", "word"}

    def _is_dashed(self, at: int, following: tuple[int, Entry] | None) -> bool:
        """Return whether a dash joins what stands at ``at``, by the kind of the body before it."""
        if following is None or following[1].text in grammar().firm_kinds:
            firm = self.is_firm() and (following is not None or self._is_lone_short(at))
            return firm or self._is_of_area(at)
        entry = following[1]
        if self.role in {"head", "unit"}:
            return False
        if entry.branch == "army" and self.is_army():
            return all(body.text != entry.text for body in self.known_bodies())
        if self._is_friendship():
            return entry.role == "country"
        above = entry.role in {"noun", "whole"} and self.tokens.kinds[at] == "U"
        return above and self._is_department() and whole_size(entry) > 0

    def _is_lone_short(self, at: int) -> bool:
        """Return whether an abbreviation stands alone at ``at``."""
        tokens = self.tokens
        lone = tokens.kinds[at] == "U" and tokens.run_end(at) == at + 1
        return lone and tokens.capitals[at] and len(tokens.words[at]) > 1

    def _is_department(self) -> bool:
        """Return whether the office is of a part of a body (*Trưởng phòng Kế hoạch - Sở Y tế*)."""
        own = self.office.head.text
        parts = [entry.text for _, _, entry in self.office.parts if entry]
        kinds = grammar().departments
        return own.endswith(tuple(kinds)) or any(text in kinds for text in parts[:1])

    def _is_friendship(self) -> bool:
        """Return whether the body is one of friendship (*Hội Hữu nghị Việt - Nga*)."""
        return any(entry and "hữu nghị" in entry.text for _, _, entry in self.office.parts)

    def _is_of_area(self, at: int) -> bool:
        """Return whether a place begins at ``at`` behind a numbered area (*Tòa án khu vực 3*)."""
        entries = [entry.text if entry else "" for _, _, entry in self.office.parts[-2:]]
        place = tuple(self.tokens.words[at : self.tokens.run_end(at)]) in place_levels()
        return entries == ["khu vực", ""] and place

    def _is_field(self, at: int) -> bool:
        """Return whether a capitalised field of a department begins at ``at``."""
        tokens = self.tokens
        stop = tokens.run_end(at)
        if stop == at or is_name(tokens, at, stop) or heads().match(tokens.words, at):
            return False
        return stop - at == 1 and stop < len(tokens) and tokens.kinds[stop] == "l"


def is_foreign_place(tokens: Tokens, at: int, stop: int) -> bool:
    """Return whether a foreign word that is all of a run, or stands before a name, is at ``at``."""
    word = tokens.words[at]
    if is_vietnamese(word) or not has_vowel(word) or tokens.capitals[at]:
        return False
    return at + 1 == stop or is_strong_name(tokens, at + 1, stop)


def _begins_with(text: str, word: str) -> bool:
    return text == word or text.startswith(f"{word} ")
