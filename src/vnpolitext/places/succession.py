"""Which units are meant where a text tells what became of units: mergers, splits, their tables."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, PROVINCE, REFORM, Gazetteer
from vnpolitext.text.patterns import lazy_pattern

_PARTS: Final = ("phần", "một phần")
_NOW: Final = (
    *("tên gọi là", "tên là", "nay là", "nay thuộc", "bây giờ là"),
    *("lấy tên", "đổi tên thành", "thành lập", "trở thành"),
    *(f"nay {be} {part}{of}" for be in ("là", "thuộc") for part in _PARTS for of in ("", " của")),
)
_LAST_OF_NOW: Final = frozenset(words[-1] for words in _NOW)
_AROUND: Final = ' \n:"“'
_INTO: Final = lazy_pattern(
    r"(?<!\w)thành(?: (?:lập|các|hai|ba|\d|0\d|mới|một|tỉnh|thành phố)){0,4}(?: là)?\s?:?\s?$"
)
_SPLITS: Final = ("chia", "tách")
_JOINS: Final = frozenset(("và", ",", "với", "cùng", "các tỉnh", ""))
_LONGEST_ITEM: Final = 1500
_LONGEST_SENTENCE: Final = 300


def follow_successions(source: PlaceText, mentions: list[Mention], level: int) -> None:
    """Let what the text tells of mergers and splits decide which units of ``level`` it names."""
    if level == COMMUNE:
        _follow_items(source, mentions)
        _follow_rows(source, mentions)
    elif level == PROVINCE:
        _follow_provinces(source, mentions)


def is_now(before: str) -> bool:
    """Whether the words before a unit say that it is what another one became.

    >>> is_now("xã Mây (nay là "), is_now("nay có ")
    (True, False)
    """
    words = before.rstrip(_AROUND)
    return words[-1:] in _LAST_OF_NOW and words.endswith(_NOW)


def _follow_items(source: PlaceText, mentions: list[Mention]) -> None:
    """Let ``A, B và C thành xã D`` decide which A, B, C and D are meant."""
    known, lower = source.known, source.lower
    for index, new in enumerate(mentions):
        if new.level != COMMUNE or not new.rows or known.rows[new.rows[0]][6]:
            continue
        before = lower[max(0, new.start - 30) : new.start]
        if not (is_now(before) or before.endswith("thành ")):
            continue
        olds: list[Mention] = []
        after = new.start
        for old in map(mentions.__getitem__, range(index - 1, -1, -1)):
            if new.start - old.end > _LONGEST_ITEM or "\n\n" in lower[old.end : after]:
                break
            after = old.end
            if old.level == COMMUNE and any(known.rows[i][6] == REFORM for i in old.rows):
                olds.append(old)
        votes = Counter(
            row
            for old in olds
            for row in {heir for i in old.rows for heir in known.heirs(i)} & set(new.rows)
        )
        if not votes:
            continue
        best = max(votes.values())
        new.rows = tuple(row for row in new.rows if votes[row] == best)
        for old in olds:
            kin = tuple(i for i in old.rows if set(known.heirs(i)) & set(new.rows))
            old.rows = kin or old.rows


def _follow_rows(source: PlaceText, mentions: list[Mention]) -> None:
    """Let a row of a table decide, of which one cell has the old units and the next the new one."""
    for line in _rows_of_tables(source, mentions):
        cells = list(line.values())
        for one, several in ((a, b) for a in cells for b in cells):
            if len(one) == 1 and len(several) > 1:
                _settle(source.known, one[0], several, is_heir=True)


def _rows_of_tables(
    source: PlaceText, mentions: list[Mention]
) -> Iterator[dict[int, list[Mention]]]:
    """The communes of each line of a table, by the cells they stand in."""
    if "|" not in source.text or not source.mergers:
        return
    line: dict[int, list[Mention]] = {}
    end = cell = last = -1
    for mention in mentions:
        if mention.level != COMMUNE:
            continue
        if mention.start >= end:
            if len(line) > 1:
                yield line
            line, cell = {}, mention.start
            end = source.text.find("\n", mention.start)
            end = len(source.text) if end < 0 else end
        elif "|" in source.text[last : mention.start]:
            cell = mention.start
        line.setdefault(cell, []).append(mention)
        last = mention.end
    if len(line) > 1:
        yield line


def _settle(known: Gazetteer, one: Mention, several: list[Mention], *, is_heir: bool) -> None:
    """Settle the rows of units that became one, or that one became, if the gazetteer has it so.

    Args:
        known: The gazetteer.
        one: The unit that is the heir of the others, or of which they are the heirs.
        several: The others.
        is_heir: Which of both.
    """
    level = one.level
    singles = known.find(one.key, level)
    of_type = tuple(row for row in singles if known.rows[row][2] == one.unit)
    for single in of_type or singles:
        if level == COMMUNE and known.rows[single][5] != REFORM:
            continue
        kin = [
            tuple(
                row
                for row in known.find(each.key, level)
                if (single in known.heirs(row) if is_heir else row in known.heirs(single))
            )
            for each in several
        ]
        if all(kin):
            one.rows = (single,)
            for each, rows in zip(several, kin, strict=True):
                each.rows = rows
            return


def _follow_provinces(source: PlaceText, mentions: list[Mention]) -> None:
    """Settle ``tỉnh A và tỉnh B thành tỉnh mới có tên gọi là tỉnh B``, ``chia tỉnh A thành B, C``.

    Units of the text count only if the gazetteer has the one as what the others became.
    """
    provinces = [mention for mention in mentions if mention.level == PROVINCE]
    for index, mention in enumerate(provinces):
        before = source.lower[max(0, mention.start - 40) : mention.start]
        if not (_INTO.search(before) or is_now(before)):
            continue
        olds = list(_row(source, provinces[:index][::-1], mention.start))
        news = [mention, *_following(source, provinces[index + 1 :], mention.end)]
        if not olds:
            continue
        first = source.lower[max(0, olds[-1].start - 30) : olds[-1].start]
        if len(olds) > 1:
            _settle(source.known, mention, olds, is_heir=True)
        elif any(verb in first for verb in _SPLITS):
            _settle(source.known, olds[0], news, is_heir=False)


def _row(source: PlaceText, backwards: list[Mention], end: int) -> Iterator[Mention]:
    """The provinces before ``end`` in its sentence, back to where their row begins."""
    after = None
    for mention in backwards:
        gap = source.lower[mention.end : end]
        if len(gap) > (_LONGEST_SENTENCE if after is None else 60) or ". " in gap or "\n" in gap:
            return
        if after is not None and gap.strip(" ,").removesuffix("của").strip(" ,") not in _JOINS:
            return
        yield mention
        after, end = mention, mention.start


def _following(source: PlaceText, forwards: list[Mention], start: int) -> Iterator[Mention]:
    for mention in forwards:
        if source.lower[start : mention.start].strip(" ,") not in _JOINS:
            return
        yield mention
        start = mention.end
