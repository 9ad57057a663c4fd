"""Mentions of one person gathered: full names, short forms after an address, aliases."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnpolitext.officials.lexicon import Address, aliases
from vnpolitext.text import fold


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


@dataclass(slots=True)
class Group:
    """The mentions of one person."""

    mentions: list[Mention]

    @property
    def fullest(self) -> Mention:
        """The mention with the longest name, the first of its length, not in capitals if any."""
        return max(self.mentions, key=lambda m: (len(m.words), not m.text.isupper(), -m.start))

    @property
    def sex(self) -> str | None:
        """The sex that a form of address tells."""
        return next((a.sex for m in self.mentions for a in m.addresses if a.sex), None)


def gather(mentions: list[Mention], subject: int | None = None) -> list[Group]:
    """Return one group of mentions a person, in the order of their first mention.

    Args:
        mentions: All mentions, in text order.
        subject: Index of the first character of a mention of the person the text is about.
    """
    groups: list[Group] = []
    known: dict[tuple[str, ...], Group] = {}
    short: list[Mention] = []
    latest: Group | None = None
    about: Group | None = None
    for mention in mentions:
        words = _usual(mention.words)
        group = known.get(words)
        if group is None and (mention.tentative or _is_short(mention)):
            short.append(mention)
            continue
        if group is None and mention.other:
            group = latest if mention.other == "near" else about
            if group is not None:
                known[words] = group
        if group is None:
            group = known[words] = Group([])
            groups.append(group)
        group.mentions.append(mention)
        latest = group
        if mention.start == subject:
            about = group
    endings: dict[tuple[str, ...], list[Group]] = {}
    for words, group in known.items():
        for size in range(1, len(words)):
            endings.setdefault(words[-size:], []).append(group)
        if "-" in words[0] or len(words) == 2:
            endings.setdefault(words[:1], []).append(group)
    for mention in short:
        group = known.get(mention.words) if mention.tentative else None
        if group is None:
            group = _nearest(mention, endings.get(mention.words, []))
        if group is None and mention.tentative:
            continue
        if group is None:
            group = known.get(mention.words)
            if group is None or not _compatible(mention, group):
                group = known[mention.words] = Group([])
                groups.append(group)
        group.mentions.append(mention)
    for group in groups:
        group.mentions.sort(key=lambda m: m.start)
    return sorted(groups, key=lambda g: g.mentions[0].start)


def _usual(words: tuple[str, ...]) -> tuple[str, ...]:
    name = aliases().get(" ".join(words))
    return tuple(fold(name).split()) if name else words


def _is_short(mention: Mention) -> bool:
    return len(mention.words) == 1 and "'" not in mention.words[0]


def _compatible(mention: Mention, group: Group) -> bool:
    sex = next((a.sex for a in mention.addresses if a.sex), None)
    return sex is None or group.sex is None or sex == group.sex


def _nearest(mention: Mention, groups: list[Group]) -> Group | None:
    """Return the group mentioned last before ``mention``, else the first after it."""
    fitting = [group for group in groups if _compatible(mention, group)]
    before = [
        (max((m.start for m in group.mentions if m.start < mention.start), default=-1), group)
        for group in fitting
    ]
    best = max(before, key=lambda pair: pair[0], default=None)
    if best is not None and best[0] >= 0:
        return best[1]
    return fitting[0] if fitting else None
