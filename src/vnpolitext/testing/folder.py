"""``models check``: a model's folder from the card to the loaded object."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from vnpolitext.analysis import analyze
from vnpolitext.models import DATA_KINDS, KINDS, Card, Model
from vnpolitext.models.model import data_files
from vnpolitext.progress import under_way
from vnpolitext.testing.kit import check_object
from vnpolitext.testing.report import CheckError, Report
from vnpolitext.testing.samples import PLAIN, SPELLINGS

_PICKLES: Final = (".pkl", ".pickle", ".joblib", ".pt", ".pth", "pytorch_model.bin")
_PLACEHOLDERS: Final = ("Say for which", "Say on what", "Say which command", "Your name", "Its lic")


@under_way("check model")
def check_model(folder: str | Path, *, workers: int = 1) -> Report:
    """Check a model's folder, then what it loads, with the kit of its kind.

    Args:
        folder: The folder of ``model.toml``.
        workers: Fresh processes to send the loaded object to; 0 for none.

    Returns:
        The checks it passed, with speed and memory where the kind has them.

    Raises:
        ModelError: The card is missing or faulty, a file is missing or changed, the loader fails,
            or the finders cannot read a table.
        CheckError: The card leaves out a file, a file is a pickle, or the loaded object does not do
            what its kind asks for.
    """
    model = Model.at(folder)
    card = model.card
    model.verify()
    faults = [
        f"{file} is not in the card; run python -m vnpolitext.models.seal {folder}"
        for file in data_files(model.folder)
        if file not in card.files
    ]
    faults += [
        f"{file} is a pickle, which runs code when it is read; use .npz, .tsv, .toml, .safetensors"
        for file in card.files
        if file.endswith(_PICKLES)
    ]
    if faults:
        raise CheckError("\n".join([f"{card.full_name} fails", *faults]))
    made = model.load()
    passed: tuple[str, ...] = ("card", f"{len(card.files)} files as the card says")
    if card.kind in DATA_KINDS:
        _find_with(card.kind, folder)
        passed += ("the finders read it",)
    if KINDS[card.kind].protocol is None or card.loader is None:
        return Report(card.full_name, passed)
    try:
        report = check_object(card.kind, made, workers=workers)
    except CheckError as error:
        raise CheckError(f"{card.full_name}: {error}") from None
    passed += report.checks
    return Report(card.full_name, passed, report.characters_per_second, report.peak_bytes)


def _find_with(kind: str, folder: str | Path) -> None:
    """Analyse the samples with the data of a folder, whose tables are read then.

    Raises:
        ModelError: A table is not as the finders want it.
    """
    for text in (*PLAIN, *SPELLINGS):
        analyze(text, models={kind: str(folder)})


def advice(folder: str | Path) -> list[str]:
    """Return what a reader of the card will miss; nothing of it keeps a model from working.

    Raises:
        ModelError: The card is missing or faulty.
    """
    card = Model.at(folder).card
    hints = []
    if any(word in text for word in _PLACEHOLDERS for text in _texts(card)):
        hints.append("the card still has sentences of the template")
    if not card.figures:
        hints.append("the card has no measured figure")
    if not card.sources:
        hints.append("the card names no source")
    if not card.requires:
        hints.append("the card does not say which versions of vnpolitext it works with")
    return hints


def _texts(card: Card) -> list[str]:
    licences = (source.licence for source in card.sources)
    return [card.intended_use, card.limits, card.rebuild, *card.authors, *licences]
