"""Run the command line with ``python -m vnpolitext``."""

from vnpolitext.cli import main

main()
