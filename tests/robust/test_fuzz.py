"""The short part of the breaking campaign, and that it would see a fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("docx")
pytest.importorskip("pypdf")
pytest.importorskip("trafilatura")

ROOT = Path(__file__).parents[2]
CAMPAIGN = ROOT / "benchmarks" / "fuzz.py"
ODD = {
    "PYTHONHASHSEED": "7",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "TZ": "Asia/Ho_Chi_Minh",
}


def campaign(*arguments: str, options: tuple[str, ...] = (), **environment: str) -> list[str]:
    done = subprocess.run(  # noqa: S603 - our own interpreter on our own program
        [sys.executable, *options, str(CAMPAIGN), *arguments],
        capture_output=True, check=False, encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout.splitlines()


@pytest.mark.no_cover
def test_nothing_breaks_and_every_process_gives_the_same() -> None:
    usual = campaign("--seed", "20", "--inputs", "250", "--digest")
    odd = campaign(
        "--seed", "20", "--inputs", "250", "--digest", options=("-O",), **ODD
    )  # fmt: skip
    assert usual[-2].endswith("0 faults")
    assert usual[-1] == odd[-1]


def test_a_fault_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(CAMPAIGN.parent)
    import vnpolitext as vp
    from fuzzing import invariants

    text = "Ông Nguyễn Văn An, Bí thư Đảng ủy xã Mây, nói về Nghị quyết số 18-NQ/TW."
    invariants.check_text(text)
    good = vp.analyze(text)
    shifted = vp.Analysis.from_dict({**good.to_dict(), "text": f" {text}"})
    with pytest.raises(invariants.FaultError, match="wrong offsets"):
        invariants.check_records(shifted)
    with pytest.raises(invariants.FaultError, match="in no token"):
        invariants.check_words(good, good.words()[1:])
    assert invariants.shorten("xxaxxbxx", lambda t: "a" in t and "b" in t) == "ab"
