"""What is kept beside the bytecode: found again, and made anew when something has changed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from vnpolitext import kept as module
from vnpolitext.kept import Kept, kept
from vnpolitext.late import late_names
from vnpolitext.text.patterns import compile_kept

HEAVY = ("numpy", "pandas", "pyarrow", "scipy", "sklearn", "spacy")
PATTERNS = [
    (r"(?P<number>\d{1,3})-(?P<body>[A-ZĐ]{2})", 0, "số 18-NQ"),
    (r"(?i)thứ (\w+)", re.IGNORECASE, "Khóa Thứ Ba"),
    (r"(?<!\w)(?:đảng|ủy|đoàn)(?!\w)", 0, "đảng ủy"),
    (r"[^\W\d_]++", re.ASCII, "ab1"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VNPOLITEXT_KEPT", str(tmp_path))
    return tmp_path


def test_found_again_by_another(folder: Path) -> None:
    first = Kept("numbers")
    assert first.get("a") is None
    first.put("a", (1, ["x"], {"y": frozenset("z")}))
    first.write()
    assert Kept("numbers").get("a") == (1, ["x"], {"y": frozenset("z")})
    assert [path.suffix for path in folder.iterdir()] == [".kept"]


def test_what_nobody_asks_for_goes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    old = Kept("numbers")
    for key in "abc":
        old.put(key, key)
    old.write()
    new = Kept("numbers")
    assert new.get("b") == "b"
    new.put("d", "d")
    new.write()
    assert [Kept("numbers").get(key) for key in "abcd"] == [None, "b", None, "d"]
    assert list(folder.iterdir())


def test_two_processes_keep_what_both_have_made(folder: Path) -> None:
    first, second = Kept("numbers"), Kept("numbers")
    assert first.get("a") is second.get("b") is None
    first.put("a", 1)
    second.put("b", 2)
    first.write()
    second.write()
    assert [Kept("numbers").get(key) for key in "ab"] == [1, 2]
    assert list(folder.iterdir())


def test_another_stamp_forgets(folder: Path) -> None:
    first = Kept("numbers", "old")
    first.put("a", 1)
    first.write()
    assert Kept("numbers", "new").get("a") is None
    assert list(folder.iterdir())


@pytest.mark.parametrize(
    "broken", [b"", b"(", b"\x00" * 40, b"i\x01\x00\x00\x00", bytes(20) + b"N"]
)
def test_a_broken_file_is_no_file(folder: Path, broken: bytes) -> None:
    store = Kept("numbers")
    store.path.write_bytes(broken)
    assert store.get("a") is None
    store.put("a", 1)
    store.write()
    assert Kept("numbers").get("a") == 1
    assert store.path.parent == folder


def test_no_damage_changes_what_is_found(folder: Path) -> None:
    whole = {"a": (1, "x"), "b": [2.5, b"y"], "c": {"z": frozenset("z")}}
    first = Kept("numbers", "stamp")
    for key, value in whole.items():
        first.put(key, value)
    first.write()
    data = first.path.read_bytes()
    damaged = [data[:at] for at in range(len(data))]
    damaged += [
        data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :] for at in range(len(data))
    ]
    damaged += [data + b"\x00", data[20:], data[:20] + data]
    for each in damaged:
        first.path.write_bytes(each)
        assert Kept("numbers", "stamp").get("a") is None
    first.path.write_bytes(data)
    assert all(Kept("numbers", "stamp").get(key) == value for key, value in whole.items())
    assert list(folder.iterdir())


def test_a_process_goes_on_beside_a_damaged_file(folder: Path) -> None:
    code = "import vnpolitext as vp; print(vp.analyze('Ông Lò Văn An, Bí thư xã Mây').officials)"
    whole = run(code)
    for path in folder.iterdir():
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] + b"\xff" * 9 + data[len(data) // 2 + 9 :])
    assert run(code) == whole


def test_nothing_is_kept_where_the_variable_is_empty(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VNPOLITEXT_KEPT", "")
    store = Kept("numbers")
    store.path = folder / "numbers.kept"
    store.put("a", 1)
    store.write()
    assert not list(folder.iterdir())


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("VNPOLITEXT_KEPT", str(tmp_path / "file"))
    assert kept("numbers", (), lambda: [1]) == [1]


def test_made_anew_when_a_source_has_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = folder / "source.tsv"
    source.write_text("a")
    made: list[str] = []

    def read() -> str:
        made.append(source.read_text())
        return made[-1]

    assert [kept("table", [source], read) for _ in range(2)] == ["a", "a"]
    source.write_text("b")
    assert [kept("table", [source], read) for _ in range(2)] == ["b", "b"]
    monkeypatch.setattr(module, "modules_stamp", lambda: b"another")
    assert kept("table", [source], read) == "b"
    assert made == ["a", "b", "b"]


@pytest.mark.parametrize(("source", "flags", "text"), PATTERNS)
def test_a_kept_pattern_is_the_pattern(source: str, flags: int, text: str) -> None:
    plain = re.compile(source, flags)
    for _ in range(2):
        made = compile_kept(source, flags)
        assert (made.pattern, made.flags, made.groups) == (source, plain.flags, plain.groups)
        assert made.groupindex == plain.groupindex
        for match, same in zip(made.finditer(text), plain.finditer(text), strict=True):
            assert (match.span(), match.groupdict()) == (same.span(), same.groupdict())


def test_patterns_are_kept_for_the_next_process(folder: Path) -> None:
    code = "from vnpolitext.text.patterns import lazy_pattern as p; print(p('[ab]+').findall('ab'))"
    assert [run(code), run(code)] == ["['ab']", "['ab']"]
    assert [path.name.split(".")[0] for path in folder.iterdir()] == ["patterns"]


def test_a_set_has_one_order_in_the_patterns_of_all_processes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "from vnpolitext.officials.meaning.abroad import land_of;"
        "print(land_of('Hungary họp. ' * 4, 'hungary họp. ' * 4))"
    )
    written = []
    for seed in "12":
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        assert run(code) == "Hungary"
        written.append(next(folder.glob("patterns*")).read_bytes())
    assert written[0] == written[1]


def test_a_first_analysis_loads_nothing_heavy() -> None:
    code = (
        "import sys, vnpolitext as vp; vp.analyze('Đồng chí Mùa A Sơn, Phó Bí thư Tỉnh ủy');"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert run(code) == "[]"


def run(code: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own interpreter on our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_late_names() -> None:
    find = late_names("vnpolitext.text", {"token": "Token Tokens"})
    assert find("Token").__name__ == "Token"
    with pytest.raises(AttributeError, match="no attribute 'Tokne'"):
        find("Tokne")
