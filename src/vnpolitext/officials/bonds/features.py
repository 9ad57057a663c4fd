"""What can be seen of a proposal: where name and office stand, and what stands between them."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.bonds.aside import is_assisted
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.words.gaps import joins

_MARKS: Final = {
    ",": "comma",
    ";": "semicolon",
    "-": "dash",
    "–": "dash",
    "(": "bracket",
    ":": "colon",
    "\n": "line",
    "|": "cell",
}
_FORMER: Final = frozenset({"nguyên", "cố", "cựu"})
_SIDES: Final = {"before": "before", "after": "after", "link": "link"}
_TOLD: Final = frozenset({"pronoun", "record", "implied", "clause", "subject", "apposition"})
_PAGE: Final = 100
_AND: Final = (["và"], ["cùng"], ["cùng", "với"])
_CHAINED: Final = 3
_FAR: Final = 12
_NEAR: Final = 12

Features = dict[str, float]


def read_features(scene: Scene, proposal: Proposal) -> Features:
    """Return the features of a proposal by name; those that are not there are 0.

    Args:
        scene: The scene of the proposal.
        proposal: A proposal for somebody.

    Returns:
        ``rule:...`` for the layout, and for a name in the scene what stands between it and the
        office, on which side the office stands and whether another name may claim it.
    """
    features: Features = {f"rule:{proposal.rule}": 1.0}
    office = scene.elements[proposal.office]
    if office.first and scene.tokens.words[office.first - 1] in _FORMER:
        features["former"] = 1.0
    if scene.tokens.capitals[office.first]:
        features["capitals"] = 1.0
    if scene.is_plural(office.first):
        features["plural"] = 1.0
    if proposal.share is not None:
        features["share"] = proposal.share
    number = scene.numbers.get(-1 if proposal.holder is None else proposal.holder)
    if number is not None:
        _read_between(scene, proposal.office, number, features)
        if proposal.rule in _TOLD:
            features["told:subject"] = float(proposal.holder == scene.subject)
            tokens = abs(office.first - scene.elements[number].first)
            features["told:distance"] = min(tokens / _PAGE, _CHAINED)
        side = _SIDES.get(proposal.rule)
        if side is not None:
            for key, value in _read_rivals(scene, proposal.office, number).items():
                features[f"{side}:{key}"] = value
    return features


def _read_between(scene: Scene, office: int, name: int, features: Features) -> None:
    """Read what stands between an office and a name of the same scene."""
    elements, tallies = scene.elements, scene.tallies
    low, high = sorted((office, name))
    features["offices between"] = float(min(tallies.offices(low + 1, high), _CHAINED))
    features["names between"] = float(min(tallies.names(low + 1, high), _CHAINED))
    start, end = elements[low].last, elements[high].first
    if tallies.ends_sentence(start, end):
        features["other sentence"] = 1.0
    if end - start > _FAR:
        features["far"] = 1.0
    neighbour = office - 1 if name < office else office + 1
    first, second = sorted((elements[office], elements[neighbour]), key=lambda e: e.first)
    gap = scene.gap(first, second)
    mark = next((_MARKS[word] for word in gap if word in _MARKS), "words" if gap else "nothing")
    features[f"mark:{mark}"] = 1.0
    if name == neighbour < office and gap == ["và"]:
        features["named and"] = 1.0


def _read_rivals(scene: Scene, office: int, name: int) -> Features:
    """Read what speaks for the name on the other side of a chain of offices."""
    elements, tallies = scene.elements, scene.tallies
    step = 1 if name < office else -1
    rival = tallies.chain_end(office, step) + step
    if not 0 <= rival < len(elements) or (step > 0 and is_assisted(scene, rival)):
        return {}
    left, right = (name, rival) if step > 0 else (rival, name)
    if step > 0 and not tallies.is_introduced(right):
        return {}
    gap = _gap(scene, left, left + 1)
    if step < 0 and not joins(gap):
        return {}
    while gap and gap[-1] in _FORMER:
        gap.pop()
    return {
        "rival": 1.0,
        "rival nearer": float(abs(rival - office) < abs(name - office)),
        "introduced": float(tallies.is_introduced(left)),
        "same": float(_is_held(scene, left, elements[office])),
        "custom": _custom(scene, left, right),
        "apart": float(";" in gap),
        "and": float(gap in _AND),
        "restart": float(_restarts(scene, office, right)),
        "enclosed": float(_is_enclosed(scene, left, office)),
        "length": float(max(right - left - 1, 0)),
    }


def _is_enclosed(scene: Scene, name: int, office: int) -> bool:
    """Return whether an office stands in the brackets that open right after a name."""
    at = scene.elements[name].last
    is_opened = scene.tokens.words[at] == "("
    return is_opened and not scene.tallies.closes(at, scene.elements[office].first)


def _restarts(scene: Scene, office: int, right: int) -> bool:
    """Return whether *nguyên* stands only before the last office of a chain, as for another."""
    words, elements = scene.tokens.words, scene.elements
    if right - 1 == office:
        return False
    before = (words[elements[at].first - 1] in _FORMER for at in (right - 1, office))
    return next(before) and not next(before)


def _is_held(scene: Scene, name: int, office: Element) -> bool:
    """Return whether a name is introduced by the same office: nobody holds one twice."""
    if not scene.tallies.is_introduced(name):
        return False
    held = scene.elements[name - 1]
    return isinstance(held, Office) and isinstance(office, Office) and held.head == office.head


def _custom(scene: Scene, name: int, rival: int) -> float:
    """Return the share of the other names near two that an office introduces (*Bộ trưởng X*)."""
    elements, tallies = scene.elements, scene.tallies
    first = max(0, min(name, rival) - _NEAR)
    last = min(len(elements), max(name, rival) + _NEAR)
    own = [at for at in (name, rival) if isinstance(elements[at], Name)]
    introduced = tallies.introduced(first, last) - sum(map(tallies.is_introduced, own))
    return (introduced + 1) / (tallies.names(first, last) - len(own) + 2)


def _gap(scene: Scene, one: int, other: int) -> list[str]:
    left, right = sorted((one, other))
    return scene.gap(scene.elements[left], scene.elements[right])
