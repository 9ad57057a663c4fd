"""Ask for a line in the changelog: ``python .github/changelog.py BASE``.

What the library does stands in ``src``, ``models`` and ``pyproject.toml``. A branch that changes
them adds a line under [Unreleased] of CHANGELOG.md, or has a commit with the trailer ``Changelog:
none`` because nobody who uses the library notices. A changed ``tests/api.txt`` is always noticed.
"""

import re
import subprocess
import sys

_LIBRARY = re.compile(r"(src|models)/|pyproject\.toml$")
_INTERFACE = "tests/api.txt"


def complaint(base: str, folder: str = ".") -> str:
    """Return what is missing on the branch in ``folder`` beside ``base``, or nothing."""
    start = _git(folder, "merge-base", base, "HEAD").strip()
    changed = _git(folder, "diff", "--name-only", start, "HEAD").splitlines()
    noticed = [path for path in changed if path == _INTERFACE]
    trailers = _git(folder, "log", "--format=%(trailers:key=Changelog,valueonly)", f"{start}..HEAD")
    if "none" not in trailers.lower().split():
        noticed += [path for path in changed if _LIBRARY.match(path)]
    if not noticed or unreleased(_git(folder, "show", "HEAD:CHANGELOG.md")) - unreleased(
        _git(folder, "show", f"{start}:CHANGELOG.md")
    ):
        return ""
    shown = "\n".join(f"  {path}" for path in noticed[:10])
    return (
        f"CHANGELOG.md has no new line under [Unreleased], but the branch changes\n{shown}\n"
        "If nobody notices, end a commit with the line 'Changelog: none'"
        " (not for tests/api.txt)."
    )


def unreleased(changelog: str) -> set[str]:
    """Return the lines of text under the heading [Unreleased]."""
    section = re.search(
        r"^## \[Unreleased\]\n(.*?)(?=^## |\Z)", changelog, re.DOTALL | re.MULTILINE
    )
    lines = section[1].splitlines() if section else []
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def _git(folder: str, *words: str) -> str:
    done = subprocess.run(  # noqa: S603 - fixed words and the name of a branch
        ["git", "-C", folder, *words],  # noqa: S607
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(complaint(sys.argv[1]) or None)
