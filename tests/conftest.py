"""Fixtures shared by all tests: gold texts of our own, and the shared real texts where present."""

import gzip
import json
import os
import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from vnpolitext.evaluation.lines import json_lines

# The first example of a process loads the data files: speed is measured elsewhere.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

HERE = Path(__file__).parent


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return list(json_lines(path))


@pytest.fixture(scope="session")
def written() -> list[dict[str, Any]]:
    """The project's own gold sample: invented texts with annotation."""
    return read_jsonl(HERE / "gold" / "written.jsonl")


@pytest.fixture
def folder_of(tmp_path: Path) -> Callable[[str, Mapping[str, str]], Path]:
    """Write texts as files into a new folder; give it."""

    def write(name: str, texts: Mapping[str, str]) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for stem, text in texts.items():
            (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture(scope="session")
def held() -> Callable[..., Any]:
    """Read what a page to explore holds: its ``data``, or its ``texts``."""

    def read(page: str, name: str = "data") -> Any:
        block = re.search(rf'<script type="application/octet-stream" id="{name}">([^<]*)<', page)
        assert block is not None
        return json.loads(gzip.decompress(b64decode(block[1])))

    return read


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts that are not part of the project."""
    folder = Path(os.environ.get("VNPOLITEXT_SHARED", HERE.parents[1] / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no shared texts: {folder} is not there; set VNPOLITEXT_SHARED")
    return folder


@pytest.fixture(scope="session")
def raw_texts(shared: Path) -> list[str]:
    """Real texts without annotation."""
    return [document["text"] for document in read_jsonl(shared / "data" / "raw.jsonl.gz")]
