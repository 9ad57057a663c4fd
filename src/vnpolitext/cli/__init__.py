"""The command line: ``vnpolitext`` and ``python -m vnpolitext``."""

import sys

from vnpolitext.cli.stopping import INTERRUPTED, silent_threads

__all__ = ["main"]


def main() -> None:
    """Run the command line; Ctrl-C ends it with one line and the exit code 130, at any moment."""
    try:
        with silent_threads():
            from vnpolitext.cli.app import main as run

            run()
    except KeyboardInterrupt:
        sys.stderr.write("vnpolitext: interrupted\n")
        sys.exit(INTERRUPTED)
