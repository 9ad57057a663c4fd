"""Every notebook runs from top to bottom, as a reader runs it."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def names(path):
    return path.stem


def is_complaint(output):
    """Tell warnings and logs from the hint of other packages that ipywidgets is not there."""
    return output.get("name") == "stderr" and "IProgress" not in output.text


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names)
def test_it_runs(path, tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("MPLBACKEND", "Agg")
    monkeypatch.setenv("VNPOLITEXT_PROGRESS", "0")
    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(FOLDER)}}
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources=place).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert outputs
    assert not [output.text for output in outputs if is_complaint(output)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names)
def test_it_is_kept_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert not any(cell.outputs or cell.execution_count for cell in code)
    assert notebook.cells[0].cell_type == "markdown"
    assert notebook.cells[0].source.startswith("# ")


def test_every_notebook_has_a_number_of_its_own():
    numbers = [path.name.split("_")[0] for path in NOTEBOOKS]
    assert len(set(numbers)) == len(numbers)
    assert all(number.isdigit() and len(number) == 2 for number in numbers)
