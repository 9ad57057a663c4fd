"""Lists of words of a model, each made into what the field of a record wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, Final, TypeVar, get_type_hints

from vnpolitext.models import ModelError, model_file, read_lists, read_toml
from vnpolitext.text.phrases import Phrases

R = TypeVar("R")


def _phrases(words: Iterable[str]) -> Phrases[bool]:
    return Phrases((word, True) for word in words)


def _parted(words: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(word.split()) for word in words)


_MAKERS: Final[Mapping[Any, Callable[[Iterable[str]], Any]]] = {
    frozenset[str]: frozenset,
    tuple[str, ...]: tuple,
    frozenset[tuple[str, ...]]: _parted,
    Phrases[bool]: _phrases,
}


def word_lists(record: type[R], kind: str, model: str, file: str, **made: Any) -> R:
    """Return a record whose fields are the lists of a TOML file, or what is made already.

    Args:
        record: A dataclass; a list becomes a set, a tuple, phrases, or a set of phrases parted in
            words, as its field is typed.
        kind: Kind of the model.
        model: Its name.
        file: Its file with the lists.
        made: Fields that are no lists; what the file has of their names is left alone.

    Raises:
        ModelError: A list is missing, unknown or no list.
    """
    path = model_file(kind, model, file)
    names = {field.name for field in fields(record)} - set(made)  # type: ignore[arg-type]
    types = get_type_hints(record)
    table = read_lists(path, names | (read_toml(path).keys() & made.keys()))
    try:
        lists = {name: _MAKERS[types[name]](table[name]) for name in names}
    except (TypeError, AttributeError) as error:
        raise ModelError(f"{kind}/{model}/{file}: {error!r}") from error
    return record(**lists, **made)
