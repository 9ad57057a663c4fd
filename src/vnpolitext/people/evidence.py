"""What speaks for and against one human behind two groups of one name, with its weight.

Weights are logarithms of odds, fitted to annotated pairs and rounded: a reason multiplies the odds
of one human by ``exp(weight)``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product
from typing import Final

from vnpolitext.people.groups import Group
from vnpolitext.people.known import Known
from vnpolitext.people.rarity import commonness
from vnpolitext.text.syllables import is_vietnamese

Reason = tuple[str, float]

BASE: Final = -1.5
"""Logarithm of the odds that two bearers of an ordinary name are one human."""
_ORDINARY: Final = -4.7
_PER_TENTH: Final = 0.4
_COMMON, _RARE = -0.5, 1.0
_MEMBERS: Final = 8
_MOST_COMPANY: Final = 6.0
_PER_BODY: Final = 0.4
_TELLING_BODY: Final = 0.5
_MOST_BODIES: Final = 2.0
# Fields of life that one human may have: soldiers, accused and people of letters hold offices.
_AKIN: Final = (
    frozenset({"office", "arms", "crime"}),
    frozenset({"office", "letters", "scholarship"}),
)
_WIDE: Final = frozenset({"office", "arms"})
_SEVERAL: Final = 3
_NEARLY_ALL: Final = 0.6
_PER_DOUBLING: Final = 0.6
_LEAST: Final = 0.01
_PER_SUBJECT: Final = 14.0
_MOST_SUBJECT: Final = 4.0
_ERA: Final = 45
_CENTRAL: Final = 1.3
_CENTRAL_ALONE: Final = 0.3
# Few humans of one name hold offices of one province.
_LEADING: Final = 0.5
_SAME_BIRTH: Final = 1
# Years between two offices of one human, and ages at which offices are held.
_CAREER: Final = 28
_YOUNGEST, _OLDEST = 18, 80
_WHOLE_TITLE: Final = 4


def likelihood(reasons: Iterator[Reason] | tuple[Reason, ...]) -> float:
    """Return the probability of one human, from the weights of all reasons."""
    return round(1 / (1 + math.exp(-BASE - sum(weight for _, weight in reasons))), 3)


def office_reasons(left: Group, right: Group) -> Iterator[Reason]:
    """Yield what offices, bodies, branches, levels and provinces say."""
    if not left.offices.isdisjoint(right.offices):
        yield "same office", 3.0
    elif not left.bodies.isdisjoint(right.bodies):
        yield "same body", 1.5
    elif shared := left.titles & right.titles:
        whole = max(len(title.split()) for title in shared) >= _WHOLE_TITLE
        yield "same title", 1.9 if whole else 0.5
    if left.branches & right.branches - {"other"}:
        yield "same branch", 0.4
    if "central" in left.levels and "central" in right.levels:
        told = left.bodies and right.bodies and not left.years.isdisjoint(right.years)
        yield "both central", _CENTRAL if told else _CENTRAL_ALONE
    if left.provinces and right.provinces:
        same = not left.provinces.isdisjoint(right.provinces)
        yield ("same province", 1.3) if same else ("other province", -1.6)
    if not left.led.isdisjoint(right.led):
        yield "offices of one province", _LEADING


def career_reasons(left: Group, right: Group) -> Iterator[Reason]:
    """Yield what the years of offices and of birth say: how long a career lasts."""
    spans = [(min(each.served), max(each.served)) for each in (left, right) if each.served]
    if (
        len(spans) > 1
        and max(first for first, _ in spans) - min(last for _, last in spans) > _CAREER
    ):
        yield "other times of office", -2.0
    ages = [
        year - born
        for one, other in ((left, right), (right, left))
        if other.served
        for born, year in product(one.births, (min(other.served), max(other.served)))
    ]
    if ages and not _YOUNGEST <= min(ages) <= max(ages) <= _OLDEST:
        yield "no age for the office", -2.5


def human_reasons(left: Group, right: Group) -> Iterator[Reason]:
    """Yield what sex, people, birth, callings and other names say."""
    if left.sexes and right.sexes and left.sexes.isdisjoint(right.sexes):
        yield "other sex", -2.5
    if left.peoples and right.peoples:
        same = not left.peoples.isdisjoint(right.peoples)
        yield ("same people", 0.5) if same else ("other people", -2.0)
    if left.births and right.births:
        apart = min(abs(one - other) for one, other in product(left.births, right.births))
        yield ("same birth", 3.0) if apart <= _SAME_BIRTH else ("other birth", -3.5)
    if left.baptismal and right.baptismal:
        same = not left.baptismal.isdisjoint(right.baptismal)
        yield ("same baptismal name", 2.0) if same else ("other baptismal name", -3.0)
    if not left.callings.isdisjoint(right.callings):
        yield "same calling", 0.8
    elif left.fields & right.fields - _WIDE:
        yield "same field", 0.6
    if left.fields and right.fields and not _may_be_one(left.fields, right.fields):
        yield "other field", -2.5
    if left.aliases & right.names or right.aliases & left.names or left.aliases & right.aliases:
        yield "other name", 2.0
    if not left.documents.isdisjoint(right.documents):
        yield "same document", 1.5


def author_reasons(left: Group, right: Group) -> Iterator[Reason]:
    """Yield what it says that texts cite somebody as an author."""
    if left.is_cited and right.is_cited:
        yield "both cited as authors", 2.5


def _may_be_one(left: set[str], right: set[str]) -> bool:
    """Return whether a human of some fields of life may be one of others."""
    return any(
        one == other or any(akin.issuperset((one, other)) for akin in _AKIN)
        for one, other in product(left, right)
    )


def standing_reasons(left: Group, right: Group, bearers: int) -> Iterator[Reason]:
    """Yield what the sizes of the groups say, where the name has so many bearers in the corpus.

    Of two that each have gathered several appearances and are not yet one, chance says more: each
    has more to share with the other.
    """
    most = max(len(left.members), len(right.members))
    fewest = min(len(left.members), len(right.members))
    if fewest > 1:
        yield "two groups", round(-_PER_DOUBLING * math.log2(fewest), 2)
    if most >= _SEVERAL and most >= _NEARLY_ALL * (bearers - fewest):
        yield "most bearers", 1.0


def sign_reasons(left: Group, right: Group, known: Known) -> Iterator[Reason]:
    """Yield what the texts around the names say: who and what stands near, and the years."""
    shared = max(
        (
            sum(
                min(one[name], other[name]) * known.weigh_name(name)
                for name in one.keys() & other.keys()
            )
            for one, other in product(left.company[-_MEMBERS:], right.company[-_MEMBERS:])
        ),
        default=0.0,
    )
    if shared > 0:
        yield "same company", round(2.8 * math.sqrt(min(shared, _MOST_COMPANY)), 2)
    beside = max(
        (
            sum(max(0.0, known.weigh_name(name) - _TELLING_BODY) for name in one & other)
            for one, other in product(left.beside[-_MEMBERS:], right.beside[-_MEMBERS:])
        ),
        default=0.0,
    )
    if beside > 0:
        yield "same bodies near", round(_PER_BODY * math.sqrt(min(beside, _MOST_BODIES)), 2)
    alike = max(
        (
            _overlap(one, other, known)
            for one, other in product(left.words[-_MEMBERS:], right.words[-_MEMBERS:])
        ),
        default=0.0,
    )
    if alike * known.trust >= _LEAST:
        yield "same subject", round(min(_MOST_SUBJECT, _PER_SUBJECT * alike * known.trust), 2)
    if left.years and right.years:
        if not left.years.isdisjoint(right.years):
            yield "same years", 0.4
        elif min(abs(one - other) for one, other in product(left.years, right.years)) > _ERA:
            yield "other times", -1.5


def _overlap(one: frozenset[int], other: frozenset[int], known: Known) -> float:
    """Return the cosine of two sets of words, the rare ones counting more."""
    both = one & other
    if not both:
        return 0.0
    shared = known.size_of(both)
    return shared / math.sqrt(known.size_of(one) * known.size_of(other)) if shared else 0.0


def name_reasons(name: str) -> Iterator[Reason]:
    """Yield how much a folded name tells by its parts."""
    if not all(map(is_vietnamese, name.split())):
        yield "foreign name", 0.8
        return
    weight = max(_COMMON, min(_RARE, _PER_TENTH * (_ORDINARY - commonness(name))))
    if abs(weight) >= 0.1:
        yield ("rare name" if weight > 0 else "common name"), round(weight, 2)
