"""Sealing: write the SHA-256 of every data file into the card.

``python -m vnpolitext.models.seal FOLDER...`` seals the model in each folder, or all models below.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from vnpolitext.errors import expect
from vnpolitext.models.card import CARD_FILE
from vnpolitext.models.errors import ModelError
from vnpolitext.models.model import data_files, file_digest

_FILES_TABLE: Final = re.compile(r"^\[files\][^\n]*\n(?:(?!\[)[^\n]*\n)*+", re.MULTILINE)

_WANTED: Final = "the path of a folder is wanted"


def seal(folder: Path) -> bool:
    """Write the digests of the data files in ``folder`` into its card.

    Returns:
        Whether the card changed.

    Raises:
        ModelError: There is no card.
    """
    expect(folder, Path, _WANTED)
    card = folder / CARD_FILE
    if not card.is_file():
        raise ModelError(f"{folder}: no {CARD_FILE}")
    before = card.read_text(encoding="utf-8")
    kept = _FILES_TABLE.sub("", before + "\n").rstrip()
    digests = (f'"{file}" = "{file_digest(folder / file)}"' for file in data_files(folder))
    after = "\n".join([kept, "", "[files]", *digests]) + "\n"
    if after == before:
        return False
    card.write_text(after, encoding="utf-8")
    return True


def seal_all(folder: Path) -> list[Path]:
    """Seal the model in ``folder``, or every model below it; return those that changed.

    Raises:
        ModelError: There is no model.
    """
    expect(folder, Path, _WANTED)
    cards = sorted(folder.rglob(CARD_FILE))
    if not cards:
        raise ModelError(f"{folder}: no {CARD_FILE} here or below")
    return [card.parent for card in cards if seal(card.parent)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Seal the folders named on the command line; 0 done, 2 nothing to seal."""
    names = sys.argv[1:] if arguments is None else arguments
    try:
        changed = [folder for name in names or ["models"] for folder in seal_all(Path(name))]
    except ModelError as error:
        sys.stderr.write(f"seal: {error}\n")
        return 2
    sys.stdout.writelines(f"sealed {folder}\n" for folder in changed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
