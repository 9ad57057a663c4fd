"""Ctrl-C, and streams that are closed: a plain end, whatever the command was doing."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from vnpolitext.cli import main
from vnpolitext.cli.stopping import silent_threads


def stopped(monkeypatch, capsys, *arguments: str) -> tuple[object, str]:
    monkeypatch.setattr("sys.argv", ["vnpolitext", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    return end.value.code, capsys.readouterr().err


def pressed(*_: object) -> None:
    signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize(
    "where",
    [
        "vnpolitext.cli.app.main",
        "vnpolitext.cli.app.speaking",
        "vnpolitext.cli.app.translated",
        "vnpolitext.cli.commands._imported",
        "vnpolitext.cli.tokenize.read_one",
        "vnpolitext.cli.tokenize.write",
    ],
)
def test_one_line_at_any_moment(where, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    (tmp_path / "a.txt").write_text("Xã họp.", encoding="utf-8")
    monkeypatch.setattr(where, pressed)
    told = stopped(monkeypatch, capsys, "tokenize", str(tmp_path / "a.txt"))
    assert told == (130, "vnpolitext: interrupted\n")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_it_is_told_as_the_command_speaks(monkeypatch, capsys):
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("vnpolitext.cli.app.translated", pressed)
    _, told = stopped(monkeypatch, capsys, "--lang", "vi", "schema")
    assert told == "vnpolitext: đã bị ngắt\n"
    _, told = stopped(monkeypatch, capsys, "--json-errors", "schema")
    assert told == '{"kind": "error", "message": "interrupted"}\n'


def test_threads_complain_of_nothing_but_their_own_faults(monkeypatch):
    told = []

    def fail() -> None:
        thread = threading.Thread(target=lambda: {}["lost"])
        thread.start()
        thread.join()

    def fail_when_stopped() -> None:
        with silent_threads():
            fail()
            try:
                pressed()
            finally:
                fail()

    monkeypatch.setattr(threading, "excepthook", told.append)
    with pytest.raises(KeyboardInterrupt):
        fail_when_stopped()
    assert len(told) == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
@pytest.mark.parametrize("arguments", [("show", "-"), ("--help",)])
def test_nobody_reads_what_the_library_of_the_command_line_prints(arguments):
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "vnpolitext", *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        process.stdout.close()
        process.stdin.write("Ông Lò Văn An, Bí thư xã Mây, nói.".encode())
        process.stdin.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_a_program_that_was_begun_without_streams(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert stopped(monkeypatch, capsys, "show", "-") == (
        2,
        "vnpolitext: standard input is closed\n",
    )
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr("sys.argv", ["vnpolitext", "schema"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
