"""Family names (*họ*) of the peoples of Vietnam, by how surely they announce a person."""

from dataclasses import dataclass
from typing import Final

from vnpolitext.models import ModelError, model_file, per_choice, read_table

_STRENGTHS: Final = ("core", "strong", "weak", "common")
_COLUMNS: Final = ("surname", "people", "strength")


@dataclass(frozen=True, slots=True)
class Surnames:
    """Family names, folded.

    Attributes:
        core: The commonest, which hardly ever open the name of a unit without being a person's.
        strong: First words that make a run of capitals a likely name; those of ``core`` too.
        weak: First words that are everyday or place words too.
        common: Those of the weak that many names of units and people have in them.
        double: Names of two words, as their two words.
    """

    core: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    common: frozenset[str]
    double: frozenset[tuple[str, str]]


@per_choice
def surnames() -> Surnames:
    """Return the family names of the peoples of Vietnam.

    Raises:
        ModelError: A name has a strength that there is not.
    """
    single: dict[str, set[str]] = {strength: set() for strength in _STRENGTHS}
    double = set()
    path = model_file("names", "vietnam", "surnames.tsv")
    for name, _, strength in read_table(path, _COLUMNS):
        first, *second = name.split()
        if strength not in single:
            raise ModelError(f"{path}: {strength!r} is not one of {_STRENGTHS}")
        if second:
            double.add((first, second[0]))
        else:
            single[strength].add(first)
    strong = single["core"] | single["strong"]
    return Surnames(
        core=frozenset(single["core"]),
        strong=frozenset(strong),
        weak=frozenset((single["weak"] | single["common"]) - strong),
        common=frozenset(single["common"] - strong),
        double=frozenset(double),
    )
