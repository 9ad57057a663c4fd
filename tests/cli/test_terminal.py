"""What is printed steers no terminal, whatever an article, a file name or a card says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import vnpolitext as vp
from vnpolitext.cli import output
from vnpolitext.views.terminal import print_to_terminal, summary_table, visible

ESCAPE = "\x1b]0;owned\x07\x1b[31m\x9b2J"
TEXT = (
    f"Đầu đề {ESCAPE}\n\nÔng Nguyễn Văn An, Bí thư {ESCAPE}xã Mây.\n"
    f"1. Một việc {ESCAPE}.\n2. Hai việc.\n"
)


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own interpreter on our own module
        [sys.executable, "-m", "vnpolitext", *map(str, arguments)],
        capture_output=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip


def test_letters_stay_and_controls_are_written_out() -> None:
    assert visible("xã Mây\tđã\r\n họp\u200b.") == "xã Mây\tđã\r\n họp\u200b."
    assert visible(ESCAPE + "\u202e\udcff") == (
        r"\x1b]0;owned\x07\x1b[31m\x9b2J" + r"\u202e" + r"\udcff"
    )


@pytest.mark.parametrize("command", ["show", "outline"])
def test_commands_for_readers_print_no_escapes(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run(command, tmp_path / "a.txt", NO_COLOR="1", TERM="dumb")
    assert done.returncode == 0, done.stderr
    assert not {b"\x1b", b"\x07"} & {bytes([byte]) for byte in done.stdout}
    assert "\x9b" not in done.stdout.decode()


def test_errors_as_json_hold_no_escapes(capsys) -> None:
    output.errors_as_json(True)
    try:
        output.report_error("error", "bài", path=ESCAPE + "\u202e")
    finally:
        output.errors_as_json(False)
    line = capsys.readouterr().err
    assert visible(line) == line
    assert json.loads(line) == {"kind": "error", "message": "bài", "path": ESCAPE + "\u202e"}


def test_data_are_changed_on_a_terminal_only(monkeypatch, capsys) -> None:
    output.write(ESCAPE)
    assert capsys.readouterr().out == ESCAPE
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    output.write(ESCAPE)
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_of_files_break_no_line_and_steer_nothing(tmp_path: Path) -> None:
    for name in ("a\n\x1b[31mb.docx", os.fsdecode(b"\xff.docx")):
        (tmp_path / name).write_bytes(b"PK broken")
    done = run("analyze", tmp_path)
    assert done.returncode == 1
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)
    missing = run("show", tmp_path / "no\n\x1b[31mfile.txt")
    assert missing.returncode == 2
    assert missing.stderr.decode().rstrip("\n").isprintable()


def test_a_terminal_without_the_letters_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("show", tmp_path / "a.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_pipe_that_closes_ends_the_command_without_a_traceback(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(TEXT * 300, encoding="utf-8")
    done = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "vnpolitext", "analyze", str(tmp_path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert done.stdout is not None
    assert done.stderr is not None
    done.stdout.readline()
    done.stdout.close()
    told = done.stderr.read().decode()
    done.wait(60)
    assert "Traceback" not in told


def test_a_summary_names_levels_in_the_language(capsys) -> None:
    found = [vp.analyze("Huyện Mường Nhé, tỉnh Điện Biên họp bàn việc làm đường.", id="a")]
    print_to_terminal(summary_table(found, language="vi"))
    told = capsys.readouterr().out
    assert "huyện, Điện Biên" in told
    assert "district" not in told


@pytest.mark.parametrize(("language", "told"), [("en", "1,204 "), ("vi", "1.204 ")])
def test_a_summary_parts_thousands_as_the_language_does(capsys, language, told) -> None:
    text = "Tỉnh Điện Biên. " * 1204
    print_to_terminal(summary_table([vp.analyze(text, id="a")], language=language))
    printed = capsys.readouterr().out
    assert told in printed.partition("Điện Biên")[2]
    assert told.replace("1", "19", 1).replace("204", "264") in printed
