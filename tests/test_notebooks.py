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


LONG = """
import time
from vnpolitext import progress
progress._DELAY, progress._BEAT = 0.2, 0.1
with progress.under_way("likening"):
    time.sleep(0.5)
    for _ in progress.track(range(4), "words"):
        time.sleep(0.2)
"""


def test_bars_show_in_the_cell_that_runs(tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.delenv("VNPOLITEXT_PROGRESS", raising=False)
    cells = [nbformat.v4.new_code_cell(source) for source in (LONG, "1 + 1")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    shown, after = [cell.outputs for cell in notebook.cells]
    said = [each.get("text") or each["data"]["text/plain"] for each in shown]
    assert any(text.lstrip("\r").startswith("likening: 00:0") for text in said)
    assert any("words: " in text and "/4 [" in text for text in said)
    assert [each["output_type"] for each in after] == ["execute_result"]
