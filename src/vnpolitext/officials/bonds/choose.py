"""Of all that the layouts propose, the bonds of offices and persons that hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from vnpolitext.officials.bonds.after import propose_after
from vnpolitext.officials.bonds.before import propose_before
from vnpolitext.officials.bonds.bond import Bond
from vnpolitext.officials.bonds.entries import propose_entries
from vnpolitext.officials.bonds.features import Features, read_features
from vnpolitext.officials.bonds.headed import propose_headed
from vnpolitext.officials.bonds.headings import propose_headed_tables, propose_headings
from vnpolitext.officials.bonds.life import propose_life
from vnpolitext.officials.bonds.listings import propose_listings
from vnpolitext.officials.bonds.lists import propose_lists
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.bonds.score import chance, score
from vnpolitext.officials.bonds.serving import with_served
from vnpolitext.officials.bonds.short_names import offices_of_short_names
from vnpolitext.officials.bonds.signatures import propose_signatures
from vnpolitext.officials.bonds.strangers import offices_of_strangers
from vnpolitext.officials.bonds.tables import propose_tables
from vnpolitext.officials.bonds.verbs import propose_verbs
from vnpolitext.officials.phrases import Name, Office

Layout = Callable[[Scene], Iterator[Proposal]]
ROUNDS: Final[tuple[tuple[Layout, ...], ...]] = (
    (propose_entries,),
    (propose_tables,),
    (propose_headed_tables,),
    (propose_headed,),
    (propose_listings,),
    (propose_lists,),
    (propose_before, propose_after, propose_verbs),
    (propose_headings,),
    (propose_signatures,),
    (propose_life,),
)
"""The layouts, the surest first. Those of one round contend for the same offices; those of later
rounds take what is left."""

_FOLLOWED: Final = frozenset({"before", "shared", "object"})
_COORDINATION: Final[tuple[list[str], ...]] = ([], [","], ["và"], [";"], ["-"], [",", "và"])


@dataclass(slots=True)
class Ballot:
    """What one layout says of one office: one holder, or several who share it.

    Attributes:
        proposals: One proposal a holder.
        features: The features of each.
        weight: The mean weight of the proposals, so that all who share are served alike.
        is_chosen: Whether the office goes to these holders.
    """

    proposals: list[Proposal]
    features: list[Features]
    weight: float
    is_chosen: bool = False

    @classmethod
    def of(cls, scene: Scene, proposals: list[Proposal]) -> Ballot:
        """Return the ballot of ``proposals`` for one office."""
        features = [read_features(scene, each) for each in proposals]
        return cls(proposals, features, sum(map(score, features)) / len(features))

    def contend(self, other: Ballot) -> None:
        """Weigh two ballots for one office against each other if neither is likely by itself.

        An office between two names is that of one of them.
        """
        own, theirs = self.weight, other.weight
        if max(own, theirs) <= 0:
            self.weight, other.weight = own - theirs, theirs - own

    @property
    def office(self) -> int:
        """The number of the office."""
        return self.proposals[0].office


def find_bonds(scene: Scene) -> list[Bond]:
    """Return the bonds of the offices of a scene.

    Args:
        scene: The scene; names in it that hold an office are doubtful no longer.
    """
    bonds = []
    for ballot in hold_ballots(scene):
        office = scene.elements[ballot.office]
        if not ballot.is_chosen or not isinstance(office, Office):
            continue
        sure = chance(ballot.weight)
        bonds += [
            Bond(each.holder, office, ballot.office, each.rule, sure, each.body)
            for each in ballot.proposals
            if each.holder is not None
        ]
    _confirm(scene, {bond.start for bond in bonds})
    return list(with_served(scene, bonds))


def hold_ballots(scene: Scene) -> list[Ballot]:
    """Return all ballots on the offices of a scene, round by round, with what is chosen.

    Args:
        scene: The scene.
    """
    found: list[Ballot] = []
    if scene.has_offices:
        scene.strangers = {*offices_of_strangers(scene), *offices_of_short_names(scene)}
    for layouts in ROUNDS if scene.has_offices else ():
        before = set(scene.claimed)
        settled = scene.strangers | before
        ballots = [
            ballot
            for layout in layouts
            for ballot in _collect(
                scene,
                (each for each in layout(scene) if each.office not in settled),
                claims=len(layouts) == 1,
            )
        ]
        _choose(ballots)
        scene.claimed = before | {ballot.office for ballot in ballots if ballot.is_chosen}
        found += ballots
    return found


def _collect(scene: Scene, proposals: Iterable[Proposal], *, claims: bool) -> list[Ballot]:
    """Return the ballots of a layout, which ``claims`` offices while it reads if it is alone."""
    own: dict[int, dict[int | None, Proposal]] = {}
    for each in proposals:
        if claims:
            scene.claimed.add(each.office)
        own.setdefault(each.office, {}).setdefault(each.holder, each)
    return [Ballot.of(scene, list(each.values())) for each in own.values()]


def _choose(ballots: Sequence[Ballot]) -> None:
    """Choose for every office the ballot that belongs to the best total.

    Of a chain of offices between two names the first ones may be those of the name before, the
    others those of the name after.
    """
    after: dict[int, Ballot] = {}
    before: dict[int, Ballot] = {}
    for ballot in ballots:
        side = before if ballot.proposals[0].rule in _FOLLOWED else after
        rival = side.get(ballot.office)
        if rival is None or ballot.weight > rival.weight:
            side[ballot.office] = ballot
    for at in after.keys() & before.keys():
        after[at].contend(before[at])
    for chain in _chains(sorted({*after, *before})):
        left = [max(after[at].weight, 0.0) if at in after else 0.0 for at in chain]
        right = [max(before[at].weight, 0.0) if at in before else 0.0 for at in chain]
        totals = [
            former + latter
            for former, latter in zip(
                accumulate(left, initial=0.0),
                reversed([*accumulate(reversed(right), initial=0.0)]),
                strict=True,
            )
        ]
        cut = totals.index(max(totals))
        for place, at in enumerate(chain):
            chosen = (after if place < cut else before).get(at)
            if chosen is not None:
                chosen.is_chosen = chosen.weight > 0


def _chains(offices: Sequence[int]) -> Iterator[list[int]]:
    """Yield the stretches of offices that follow one another without a name in between."""
    chain: list[int] = []
    for at in offices:
        if chain and at != chain[-1] + 1:
            yield chain
            chain = []
        chain.append(at)
    if chain:
        yield chain


def _confirm(scene: Scene, holders: set[int]) -> None:
    """Keep doubtful names that hold an office or stand in a list with sure ones."""
    elements = scene.elements
    for element in elements:
        if isinstance(element, Name) and scene.tokens.starts[element.first] in holders:
            element.tentative = False
    pairs = list(pairwise(elements))
    for left, right in (*pairs, *reversed(pairs)):
        if not isinstance(left, Name) or not isinstance(right, Name):
            continue
        if left.tentative != right.tentative and scene.gap(left, right) in _COORDINATION:
            left.tentative = right.tentative = False
