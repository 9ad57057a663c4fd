"""The rules of lists: how items are numbered and where a list ends, read from the model."""

from dataclasses import dataclass
from typing import Any, Final

from vnpolitext.models import ModelError, model_file, per_choice, read_toml

MODEL: Final = "vietnamese-lists"


@dataclass(frozen=True, slots=True)
class MarkerRules:
    """How items are numbered, and what surrounds their numbers."""

    vietnamese: str
    latin: str
    ranks: dict[str, int]
    structure: dict[str, str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class BoundRules:
    """Folded openings of paragraphs and sentences that leave a list, or go on with it."""

    closing: tuple[str, ...]
    continuing: tuple[str, ...]
    returns: tuple[str, ...]


@per_choice
def marker_rules() -> MarkerRules:
    """Return the rules of markers.

    Raises:
        ModelError: The model file is not what the library expects.
    """
    data = _read("markers.toml")
    try:
        return MarkerRules(
            vietnamese=data["vietnamese_letters"],
            latin=data["latin_letters"],
            ranks=data["ranks"],
            structure={word: kind for kind, words in data["structure"].items() for word in words},
            before=frozenset(data["decoys"]["before"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"directives/{MODEL}/markers.toml: {error!r}") from error


@per_choice
def bound_rules() -> BoundRules:
    """Return the rules of where lists end.

    Raises:
        ModelError: The model file is not what the library expects.
    """
    data = _read("bounds.toml")
    try:
        return BoundRules(**{name: tuple(data[name]) for name in BoundRules.__slots__})
    except (KeyError, TypeError) as error:
        raise ModelError(f"directives/{MODEL}/bounds.toml: {error!r}") from error


def _read(file: str) -> dict[str, Any]:
    return read_toml(model_file("directives", MODEL, file))
