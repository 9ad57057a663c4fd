"""Mentions of one person gathered: full names, short forms after an address, aliases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from vnpolitext.officials.words.lexicon import aliases
from vnpolitext.text import fold
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import Address

_CANDIDATES: Final = 16
_ENDINGS: Final = 32


@dataclass(slots=True)
class Mention:
    """A mention with what stands around it.

    Attributes:
        start: Index of its first character in the folded text.
        end: Index after its last character.
        words: The folded words of the name.
        text: The folded surface, single blanks.
        addresses: Forms of address and ranks before it.
        tentative: Whether the mention only counts when a full name fits it.
        certain: Whether the context, not only the form, says that this is a person.
        other: ``"near"`` for another name of the person mentioned just before, ``"subject"`` for
            one of the person the text is about.
    """

    start: int
    end: int
    words: tuple[str, ...]
    text: str
    addresses: list[Address] = field(default_factory=list)
    tentative: bool = False
    certain: bool = False
    other: str = ""

    @property
    def sex(self) -> str | None:
        """The sex that a form of address before the name tells."""
        return next((address.sex for address in self.addresses if address.sex), None)


@dataclass(slots=True, eq=False)
class Group:
    """The mentions of one person.

    Attributes:
        mentions: The mentions; in text order once all are gathered.
        sex: The sex that a form of address tells.
    """

    mentions: list[Mention] = field(default_factory=list)
    sex: str | None = None

    @property
    def fullest(self) -> Mention:
        """The mention with the longest name, the first of its length, not in capitals if any."""
        return max(self.mentions, key=lambda m: (len(m.words), not m.text.isupper(), -m.start))

    def add(self, mention: Mention) -> None:
        """Take a mention."""
        self.mentions.append(mention)
        self.sex = self.sex or mention.sex

    def fits(self, mention: Mention) -> bool:
        """Return whether a mention may be of this person, by sex."""
        return mention.sex is None or self.sex is None or mention.sex == self.sex


def gather(mentions: list[Mention], subject: int | None = None) -> list[Group]:
    """Return one group of mentions a person, in the order of their first mention.

    Args:
        mentions: All mentions, in text order.
        subject: Index of the first character of a mention of the person the text is about.
    """
    known, groups, about = _by_full_name(mentions, subject)
    recent = _Recent(known, about)
    gathered: dict[Group, None] = {}
    for mention, found in zip(mentions, groups, strict=True):
        group = found or _of_short(mention, known, recent)
        if group is None:
            continue
        if found is None:
            group.add(mention)
        gathered[group] = None
        recent.note(group)
    for group in gathered:
        group.mentions.sort(key=lambda m: m.start)
    return sorted(gathered, key=lambda group: group.mentions[0].start)


def _by_full_name(
    mentions: list[Mention], subject: int | None
) -> tuple[dict[tuple[str, ...], Group], list[Group | None], Group | None]:
    """Group the mentions that name a person in full.

    Returns:
        The groups by name and by mention, and that of the person the text is about.
    """
    known: dict[tuple[str, ...], Group] = {}
    groups: list[Group | None] = []
    latest: Group | None = None
    about: Group | None = None
    for mention in mentions:
        words = _usual(mention.words)
        group = known.get(words)
        if group is None and not mention.other and (mention.tentative or _is_short(mention)):
            groups.append(None)
            continue
        if group is None and mention.other:
            group = latest if mention.other == "near" else about
            if group is None and mention.tentative:
                groups.append(None)
                continue
        latest = known.setdefault(words, group or Group())
        latest.add(mention)
        groups.append(latest)
        if mention.start == subject:
            about = latest
    return known, groups, about


class _Recent:
    """Groups by the last words of their names, the one that was mentioned last first.

    A foreign last name is that of the person the text is about, whose family bears it as well.
    """

    def __init__(self, known: dict[tuple[str, ...], Group], about: Group | None) -> None:
        self._about = about
        self._endings: dict[Group, list[tuple[str, ...]]] = {}
        self._groups: dict[tuple[str, ...], list[Group]] = {}
        self._noted: dict[tuple[str, ...], dict[Group, None]] = {}
        for words, group in known.items():
            own = self._endings.setdefault(group, [])
            for ending in _endings(words):
                self._groups.setdefault(ending, []).append(group)
                if len(own) < _ENDINGS:
                    own.append(ending)

    def note(self, group: Group) -> None:
        """Take note that ``group`` is mentioned now."""
        for ending in self._endings.get(group, ()):
            noted = self._noted.setdefault(ending, {})
            noted.pop(group, None)
            noted[group] = None

    def nearest(self, mention: Mention) -> Group | None:
        """Return the group mentioned last before ``mention``, else the first after it."""
        noted = reversed(self._noted.get(mention.words, {}))
        groups = self._groups.get(mention.words, ())
        bears = self._about is not None and self._about in groups
        first = () if self._about is None or not bears or _is_native(mention) else (self._about,)
        candidates = (*first, *islice(noted, _CANDIDATES), *islice(groups, _CANDIDATES))
        return next((group for group in candidates if group.fits(mention)), None)


def _endings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the short forms of a full name: given name (*H'Bla, Bla*), first of a foreign one."""
    for size in range(1, len(words)):
        yield words[-size:]
    if "'" in words[-1]:
        yield (words[-1].rpartition("'")[2],)
    if "-" in words[0] or (len(words) == 2 and not is_vietnamese(words[0])):
        yield words[:1]


def _of_short(
    mention: Mention, known: dict[tuple[str, ...], Group], recent: _Recent
) -> Group | None:
    """Return the group of a short mention; ``None`` if a doubtful one fits nobody."""
    group = known.get(mention.words) if mention.tentative else None
    group = group or recent.nearest(mention)
    if group is not None or mention.tentative:
        return group
    group = known.get(mention.words)
    if group is None or not group.fits(mention):
        group = known[mention.words] = Group()
    return group


def _usual(words: tuple[str, ...]) -> tuple[str, ...]:
    name = aliases().get(" ".join(words))
    return tuple(fold(name).split()) if name else words


def _is_native(mention: Mention) -> bool:
    return all(map(is_vietnamese, mention.words))


def _is_short(mention: Mention) -> bool:
    return len(mention.words) == 1 and "'" not in mention.words[0]
