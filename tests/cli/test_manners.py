"""The command line among other programs: options, pipes, errors for programs, completion, logs."""

import json
import logging
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

import vnpolitext as vp
from vnpolitext.cli import app as commands
from vnpolitext.cli.app import app

MAIN = [sys.executable, "-m", "vnpolitext"]


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [*MAIN, *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "bảng.csv"
    path.write_text("mã,bài\na,Huyện Tủa Chùa họp.\nb,Xã họp.\n", encoding="utf-8")
    (tmp_path / "known.csv").write_text("id,source\na,Báo Mây\n", encoding="utf-8")
    return path


def records(result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def test_options_of_analyze(table):
    columns = ["--text-column", "bài", "--id-column", "mã"]
    told = ["--metadata", str(table.parent / "known.csv"), "--as-of", "30/6/2024"]
    result = CliRunner().invoke(
        app, ["analyze", str(table), *columns, *told, "--province", "Điện Biên"]
    )
    assert result.exit_code == 0, result.output
    one, two = records(result)
    assert (one["id"], one["metadata"]["source"]) == ("a", "Báo Mây")
    assert two["metadata"]["source"] is None
    assert one["places"][0]["code"] == "098"


def test_rows_on_standard_input():
    lines = [{"id": "a", "text": "Xã\u2028họp."}, {"id": "b", "text": "Xã\u0085Mây\u2029họp."}]
    given = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()
    result = CliRunner().invoke(app, ["analyze", "-"], input=given)
    assert [(each["id"], each["text"]) for each in records(result)] == [
        (line["id"], line["text"]) for line in lines
    ]
    whole = json.dumps(lines, ensure_ascii=False, indent=1).encode()
    result = CliRunner().invoke(app, ["analyze", "-"], input=whole)
    assert [each["text"] for each in records(result)] == [line["text"] for line in lines]
    wrong = CliRunner().invoke(app, ["analyze", "-"], input=b'{"a": 1}\n{"text": "b"}')
    assert [each["text"] for each in records(wrong)] == ["b"]
    assert wrong.exit_code == 1
    assert "line 1 is no object with a text" in wrong.stderr
    for text in ("[1] Xã họp.\n", "{", "[]", "{Xã} họp."):
        plain = CliRunner().invoke(app, ["analyze", "-"], input=text.encode())
        assert [(each["id"], each["text"]) for each in records(plain)] == [("stdin", text)]


def test_errors_for_programs():
    for arguments, told in (
        (("--json-errors", "analyze", "none.txt"), "none.txt: no such file or folder"),
        (("analyze", "-", "--as-of", "2025", "--json-errors"), "as_of: in 2025 the units changed"),
        (("--json-errors", "analyze"), "Missing argument"),
    ):
        result = run(*arguments, given=b"x")
        assert result.returncode == 2
        [record] = [json.loads(line) for line in result.stderr.decode().splitlines()]
        assert record["kind"] == "error"
        assert record["message"].startswith(told)


def test_failures_for_programs():
    result = run("--json-errors", "analyze", "-", given=b'{"text": "a"}\n{"id": "b"}\n')
    assert result.returncode == 1
    [record] = [json.loads(line) for line in result.stderr.decode().splitlines()]
    assert (record["kind"], record["id"]) == ("failure", "text-000002")
    assert record["reason"] == "line 2 is no object with a text"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize("rows", [1, 2000])
def test_a_reader_that_has_enough_ends_the_command_quietly(rows, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f'{{"text": "Xã họp {n}."}}\n' for n in range(rows)), encoding="utf-8")
    with subprocess.Popen(  # noqa: S603
        [*MAIN, "analyze", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        if rows > 1:
            assert process.stdout.readline().startswith(b'{"id"')
        process.stdout.close()
        told = process.stderr.read()
        assert (process.wait(), told) == (0, b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands(shell, monkeypatch, capsys):
    words = "vnpolitext ana"
    monkeypatch.setenv("_VNPOLITEXT_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", "1")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    with pytest.raises(SystemExit):
        app(prog_name="vnpolitext")
    assert "analyze" in capsys.readouterr().out


def test_what_is_done_is_logged_under_one_name(tmp_path, caplog):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Xã họp.", encoding="utf-8")
    (tmp_path / "in" / "b.docx").write_bytes(b"PK")
    with caplog.at_level(logging.DEBUG, logger="vnpolitext"):
        vp.Corpus.from_folder(tmp_path / "in").analyze()
        vp.Corpus.from_folder(tmp_path / "in").analyze(tmp_path / "store")
    assert {record.name.partition(".")[0] for record in caplog.records} == {"vnpolitext"}
    told = [record.getMessage() for record in caplog.records]
    assert "analysed 2 documents, of which 1 failed" in told
    assert any("2 documents, 2 of them analysed now, 1 failed" in line for line in told)
    assert any(line.startswith(str(tmp_path / "in" / "b.docx")) for line in told)


def test_nothing_is_logged_unless_asked(capfd):
    vp.Corpus.from_rows([{"text": "a"}, {"id": "b"}]).analyze()
    assert capfd.readouterr() == ("", "")
    assert any(
        isinstance(handler, logging.NullHandler)
        for handler in logging.getLogger("vnpolitext").handlers
    )


def test_a_warning_is_one_line(capsys):
    commands._as_line("no province is called 'x'", UserWarning, "file.py", 1)
    assert capsys.readouterr().err == "vnpolitext: no province is called 'x'\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["analyze"], "Lỗi: Thiếu tham số 'paths'."),
        (["analyze", "--nope"], "Lỗi: Không có tùy chọn --nope"),
        (["analyze", "--as-of"], "Lỗi: Tùy chọn '--as-of' cần một giá trị."),
        (["analyze", "--jobs", "x", "y"], "Giá trị của '--jobs' không hợp lệ: cần một số nguyên"),
        (["schema", "more"], "Lỗi: Thừa tham số (more)"),
        (["anlyze"], "Không có lệnh 'anlyze'. Có phải ý bạn là 'analyze'?"),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese(arguments, told, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["vnpolitext", "--lang", "vi", *arguments])
    monkeypatch.setenv("LANGUAGE", "")
    with pytest.raises(SystemExit) as ended:
        commands.main()
    lines = capsys.readouterr().err.splitlines()
    assert ended.value.code == 2
    assert told in lines[-1]
    if len(lines) > 1:  # of an option without its value, no usage is told
        assert lines[0].startswith("Cách dùng: vnpolitext")
        assert lines[1].endswith("--help' để xem hướng dẫn.")
