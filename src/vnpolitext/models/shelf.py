"""Where model folders stand, and how their plain files are read.

A model is a folder ``<kind>/<name>/`` with a ``model.toml`` card beside plain data files. The
library's own shelf is the top-level folder ``models/`` of a checkout; a wheel carries it inside
the package.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
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


def read_table(
    path: Path, columns: tuple[str, ...], *, spare: int = 0
) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a tab-separated table, each as long as ``columns``.

    The first line names the columns and must equal ``columns``. Lines that begin with ``#`` are
    notes. Fields are never quoted.

    Args:
        path: The file.
        columns: The names of the columns.
        spare: How many of the last columns the table, or a row of it, may lack: they are empty.

    Raises:
        ModelError: The header or the length of a row is not as expected.
    """
    yield from zip(*read_columns(path, columns, spare=spare), strict=True)


def read_columns(path: Path, columns: tuple[str, ...], *, spare: int = 0) -> list[list[str]]:
    """Return the columns of a tab-separated table, as `read_table` has its rows.

    A large table is read so in a third of the time: no row is made.

    Args:
        path: The file.
        columns: The names of the columns.
        spare: How many of the last columns the table, or a row of it, may lack.

    Raises:
        ModelError: The header or the length of a row is not as expected.
    """
    expect(path, Path, _WANTED)
    text = path.read_text(encoding="utf-8").removesuffix("\n")
    if text.startswith("#") or "\n#" in text:
        text = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    header, _, rows = text.partition("\n")
    named = tuple(header.split("\t")) if header else ()
    width, least = len(columns), len(columns) - spare
    if named != columns[: max(least, len(named))]:
        raise ModelError(f"{path}: columns are {named}, expected {columns}")
    if spare:
        rows = "\n".join(_filled(row, least, width) for row in rows.split("\n")) if rows else ""
    # The end of a line is made a field: where each stands at its place, all rows are as long.
    fields = rows.replace("\n", "\t\n\t").split("\t") if rows else []
    is_even = set(fields[width :: width + 1]) <= {"\n"} and len(fields) % (width + 1) in {0, width}
    if not is_even or (width == 1 and "" in fields):
        raise ModelError(f"{path}: {_misshapen(rows, least, width)}")
    return [fields[at :: width + 1] for at in range(width)]


def _filled(row: str, least: int, width: int) -> str:
    """Return a row with the columns that it may lack."""
    lacking = width - 1 - row.count("\t")
    return row + "\t" * lacking if row and lacking <= width - least else row


def _misshapen(rows: str, least: int, width: int) -> str:
    split = (row.split("\t") if row else [] for row in rows.split("\n"))
    row = next(row for row in split if len(row) != width)
    wanted = width if least == width else f"{least} to {width}"
    return f"a row has {len(row)} fields, not {wanted}: {row}"


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
