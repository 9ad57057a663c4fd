"""The words around names of units, read from the shelf."""

import re
from dataclasses import dataclass
from typing import Any, Final

from vnpolitext.models import ModelError, model_file, per_choice
from vnpolitext.models.shelf import read_toml
from vnpolitext.places.units import COMMUNE, DISTRICT, FOLDER, PROVINCE
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation
from vnpolitext.vocabulary.offices import body_entries
from vnpolitext.vocabulary.surnames import surnames

_LEVELS: Final = {
    "province": PROVINCE,
    "city": PROVINCE | DISTRICT,
    "district": DISTRICT,
    "commune": COMMUNE,
    "any": PROVINCE | DISTRICT | COMMUNE,
}


@dataclass(frozen=True, slots=True)
class Words:
    """Cue words in lower case, from ``words.toml``.

    Attributes:
        units: Unit word to the bits of the levels it can mean.
        old_units: Unit word of the monarchy to the words before it that make others of it.
        stops: Syllables that cannot open a name.
        capital_stops: Syllables that cannot open a name where all is in capitals.
        no_names: Words that open no name of a unit.
        descriptions: Words between a unit word and a name.
        plurals: Words that announce several units.
        ordinals: Words after which a number counts no units.
        cities: Name keys of the cities of province level.
        bodies: Body before a bare name to the level bits it gives.
        slots: Words before a bare name that make it a place.
        lands: Those of them that speak of land, not of units.
        sites: Squares, cemeteries and dioceses: a place if the name is that of nothing else.
        weak: Words before a bare name that allow a place.
        decoys: Words before a bare name that make it something else.
        lesser: The same and more, before names that are no province's.
        compounds: Compounds that end like a decoy and are none.
        begun: Compounds that begin like a head of a name and are none.
        far: Heads of long names of companies.
        near: Heads of short names of roads, battles, newspapers.
        heads: Pattern of both.
        owners: Heads of names of firms and media that hold a unit word, too.
        papers: Papers called by their field, as they are written, and a blank.
        owners_end: Words behind them that end such a name.
        schools: Schools, which are named for persons as often as for places.
        firms: Acronyms of firms.
        opens: Words that end such a name.
        ambiguous: Names that are more often something else.
        things: Names that are no unit without a unit word.
        surnames: Family names.
        frequent: The most frequent family names.
        titles: Words of offices and address.
        countries: Foreign countries.
        foreign: Foreign units and cities.
        abroad: Cities abroad whose parts are called as those of Vietnamese ones.
        namesakes: Foreign places that have the name of a Vietnamese unit.
    """

    units: dict[str, int]
    old_units: dict[str, tuple[str, ...]]
    stops: frozenset[str]
    capital_stops: frozenset[str]
    no_names: frozenset[str]
    descriptions: tuple[str, ...]
    plurals: frozenset[str]
    ordinals: frozenset[str]
    cities: frozenset[str]
    bodies: dict[str, int]
    slots: frozenset[str]
    lands: frozenset[str]
    sites: frozenset[str]
    weak: frozenset[str]
    decoys: frozenset[str]
    lesser: frozenset[str]
    compounds: frozenset[str]
    begun: tuple[str, ...]
    far: tuple[str, ...]
    near: tuple[str, ...]
    heads: re.Pattern[str]
    owners: re.Pattern[str]
    papers: tuple[str, ...]
    owners_end: frozenset[str]
    schools: frozenset[str]
    firms: frozenset[str]
    opens: frozenset[str]
    ambiguous: frozenset[str]
    things: frozenset[str]
    surnames: frozenset[str]
    frequent: frozenset[str]
    titles: tuple[str, ...]
    countries: tuple[str, ...]
    foreign: frozenset[str]
    abroad: tuple[str, ...]
    namesakes: frozenset[str]


@per_choice
def words() -> Words:
    """Return the shipped cue words.

    Raises:
        ModelError: A table of ``words.toml`` is missing or has an unknown level.
    """
    path = model_file("places", FOLDER, "words.toml")
    try:
        return _words(read_toml(path))
    except KeyError as problem:
        raise ModelError(f"{path}: no entry {problem}") from problem


def _words(table: dict[str, Any]) -> Words:
    decoys, slots, foreign = (table[name] for name in ("decoys", "slots", "foreign"))
    return Words(
        units={word: _LEVELS[level] for word, level in table["units"].items()},
        old_units={word: tuple(before) for word, before in table["units_old"].items()},
        stops=frozenset(table["stops"]["always"]),
        capital_stops=frozenset(table["stops"]["capitals"]),
        no_names=frozenset(table["stops"]["unknown"]),
        descriptions=tuple(table["units_described"]["words"]),
        plurals=frozenset(table["plurals"]["words"]),
        ordinals=frozenset(table["plurals"]["ordinals"]),
        cities=frozenset(table["cities"]["names"]),
        bodies=_bodies(table["bodies"]),
        slots=frozenset(slots["words"] + slots["sites"]),
        lands=frozenset(slots["lands"]),
        sites=frozenset(slots["sites"]),
        weak=frozenset(slots["weak"]),
        decoys=frozenset(decoys["words"]),
        lesser=frozenset(decoys["words"] + decoys["lesser"]),
        compounds=frozenset(decoys["compounds"]),
        begun=tuple(decoys["begun"]),
        far=tuple(decoys["far"]),
        near=tuple(decoys["near"]),
        heads=lazy_pattern(alternation((*decoys["far"], *decoys["near"]))),
        owners=lazy_pattern(rf"(?<!\w)(?:{alternation(decoys['owners'])})(?!\w)"),
        papers=tuple(f"{paper} " for paper in decoys["papers"]),
        owners_end=frozenset(decoys["owners_end"]),
        schools=frozenset(decoys["schools"]),
        firms=frozenset(decoys["firms"]),
        opens=frozenset(decoys["opens"]),
        ambiguous=frozenset(table["ambiguous"]["names"]),
        things=frozenset(table["things"]["names"]),
        surnames=surnames().strong | (surnames().weak - surnames().common),
        frequent=surnames().core,
        titles=tuple(table["surnames"]["titles"]),
        countries=tuple(foreign["countries"]),
        foreign=frozenset(foreign["names"]),
        abroad=tuple(foreign["abroad"]),
        namesakes=frozenset(foreign["namesakes"]),
    )


def _bodies(own: dict[str, list[str]]) -> dict[str, int]:
    """The bodies of every finder behind which a unit stands, and the own ones of places."""
    shared = {entry.text: _LEVELS[entry.placed] for entry in body_entries() if entry.placed}
    return shared | {body: _LEVELS[level] for level, bodies in own.items() for body in bodies}
