"""The command line: ``vnpolitext`` and ``python -m vnpolitext``."""

from vnpolitext.cli.app import main

__all__ = ["main"]
