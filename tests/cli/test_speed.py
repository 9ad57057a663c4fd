"""A command imports what it needs, and no more."""

import subprocess
import sys

import pytest

SHOWN = """
import sys
from vnpolitext.cli.app import app
try:
    app({arguments!r})
except SystemExit:
    pass
print([name for name in ("pandas", "pyarrow", "sklearn", "spacy") if name in sys.modules])
"""


@pytest.mark.parametrize("command", ["show", "tokenize", "outline"])
def test_reading_one_text_needs_no_tables(command, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Đồng chí Mùa A Sơn, Bí thư Tỉnh ủy Điện Biên, dự họp.", encoding="utf-8")
    code = SHOWN.format(arguments=[command, str(path)])
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_command_that_is_none_is_guessed():
    done = subprocess.run(
        [sys.executable, "-m", "vnpolitext", "sho"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "show" in done.stderr
