"""The words around names of units, read from the shelf."""

from dataclasses import dataclass
from functools import lru_cache

from vnpolitext.models import model_file
from vnpolitext.models.shelf import read_toml
from vnpolitext.places.gazetteer import COMMUNE, DISTRICT, PROVINCE

_LEVELS = {
    "province": PROVINCE,
    "city": PROVINCE | DISTRICT,
    "district": DISTRICT,
    "commune": COMMUNE,
}


@dataclass(frozen=True)
class Words:
    """Cue words in lower case, from ``words.toml``.

    Attributes:
        units: Unit word to the bits of the levels it can mean.
        stops: Unit word to the syllables that cannot open a name after it.
        plurals: Words that announce several units.
        bodies: Body before a bare name to the level bits it gives.
        slots: Words before a bare name that make it a place.
        weak: Words before a bare name that allow a place.
        decoys: Words before a bare name that make it something else.
        inside: Heads of names of companies, roads, battles, newspapers.
        opens: Words that end such a name.
        things: Names that are no unit without a unit word.
        surnames: Family names.
        cities: Name keys of the cities of province level.
        foreign: Name keys of foreign units and countries.
    """

    units: dict[str, int]
    stops: dict[str, frozenset[str]]
    plurals: frozenset[str]
    bodies: dict[str, int]
    slots: frozenset[str]
    weak: frozenset[str]
    decoys: frozenset[str]
    inside: tuple[str, ...]
    opens: frozenset[str]
    things: frozenset[str]
    surnames: frozenset[str]
    cities: frozenset[str]
    foreign: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the shipped cue words."""
    table = read_toml(model_file("places", "vietnam-units", "words.toml"))
    every = PROVINCE | DISTRICT | COMMUNE
    return Words(
        units={word: _LEVELS[level] for word, level in table["units"].items()},
        stops={word: frozenset(stops) for word, stops in table["stops"].items()},
        plurals=frozenset(table["plurals"]["words"]),
        bodies={
            body: _LEVELS.get(level, every)
            for level, bodies in table["bodies"].items()
            for body in bodies
        },
        slots=frozenset(table["slots"]["words"]),
        weak=frozenset(table["slots"]["weak"]),
        decoys=frozenset(table["decoys"]["words"]),
        inside=tuple(table["decoys"]["inside"]),
        opens=frozenset(table["decoys"]["except"]),
        things=frozenset(table["things"]["names"]),
        surnames=frozenset(table["surnames"]["names"]),
        cities=frozenset(table["cities"]["names"]),
        foreign=frozenset(table.get("foreign", {}).get("names", ())),
    )
