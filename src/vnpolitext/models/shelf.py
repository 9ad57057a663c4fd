"""Where model folders stand, and how their plain files are read.

A model is a folder ``<kind>/<name>/`` with a ``model.toml`` card beside plain data files. The
library's own shelf is the top-level folder ``models/`` of a checkout; a wheel carries it inside
the package.
"""

import csv
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from itertools import filterfalse
from operator import methodcaller
from pathlib import Path
from typing import Any

from vnpolitext.errors import expect
from vnpolitext.kept import Kept, packed, plain
from vnpolitext.models.errors import ModelError

_WANTED = "the path of a file is wanted"
_PACKAGE = Path(__file__).resolve().parents[1]


@lru_cache(maxsize=1)
def shelf() -> Path:
    """Return the folder of the library's own models."""
    for folder in (_PACKAGE / "shelf", _PACKAGE.parents[1] / "models"):
        if folder.is_dir():
            return folder
    raise ModelError(f"the shipped models are missing: no folder {_PACKAGE / 'shelf'}")


def model_file(kind: str, name: str, file: str) -> Path:
    """Return the path of ``file`` of the shipped model ``kind/name``.

    Raises:
        ModelError: There is no such file.
    """
    path = shelf() / kind / name / file
    if not path.is_file():
        raise ModelError(f"model {kind}/{name} has no file {file}")
    return path


def files_of(kind: str, name: str) -> list[Path]:
    """Return the paths of all files of the shipped model ``kind/name``, in order."""
    return sorted(path for path in (shelf() / kind / name).iterdir() if path.is_file())


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a tab-separated table, each as long as ``columns``.

    The first line names the columns and must equal ``columns``. Lines that begin with ``#`` are
    notes. Fields are never quoted.

    Raises:
        ModelError: The header or the length of a row is not as expected.
    """
    expect(path, Path, _WANTED)
    with path.open(encoding="utf-8", newline="") as stream:
        lines = filterfalse(methodcaller("startswith", "#"), stream)
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = tuple(next(rows, ()))
        if header != columns:
            raise ModelError(f"{path}: columns are {header}, expected {columns}")
        found = list(rows)
    if set(map(len, found)) - {len(columns)}:
        row = next(row for row in found if len(row) != len(columns))
        raise ModelError(f"{path}: a row has {len(row)} fields, not {len(columns)}: {row}")
    yield from map(tuple, found)


def read_lists(path: Path, names: Iterable[str]) -> dict[str, list[str]]:
    """Return the lists of a TOML file that must have these and no others.

    Raises:
        ModelError: A list is missing or unknown.
    """
    table = read_toml(path)
    if differing := set(names) ^ set(table):
        raise ModelError(f"{path.name}: lists differ by {sorted(differing)}")
    return table


def read_toml(path: Path) -> dict[str, Any]:
    """Return the contents of a TOML file.

    The standard library reads TOML in Python; what it makes of the library's own files is kept.
    """
    expect(path, Path, _WANTED)
    data = path.read_bytes()
    if not path.is_relative_to(shelf()):
        return _parsed(data)
    key = blake2b(data, digest_size=16).digest()
    known: bytes | None = _tomls().get(key)
    if known is not None:
        return dict(plain(known))
    found = _parsed(data)
    with suppress(ValueError):  # a date is no plain data
        _tomls().put(key, packed(found))
    return found


@lru_cache(maxsize=1)
def _tomls() -> Kept:
    return Kept("tomls")


def _parsed(data: bytes) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(data.decode())
