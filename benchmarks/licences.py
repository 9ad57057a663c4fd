"""Whether what this environment has installed may be used together with Apache-2.0.

    python benchmarks/licences.py

Prints each package whose licence is not known to be free to use so, and ends with code 1 if there
is one. What a package says of itself is read: its licence expression, its classifiers, its field.
"""

import re
import sys
from importlib.metadata import Distribution, distributions
from typing import Final

# Permissive licences, and weak copyleft that asks nothing of who only imports.
_FREE: Final = re.compile(
    r"apache|\bmit\b|bsd|isc\b|psf|python software foundation|mpl|mozilla public|unlicen[cs]e|zlib"
    r"|public domain|cc0|hpnd|lgpl|lesser general public|0bsd|boost|bsl-1\.0|cnri|unicode",
    re.IGNORECASE,
)
_STRONG: Final = re.compile(
    r"(?<!lesser )general public licen[cs]e|(?<![al])gpl|agpl", re.IGNORECASE
)
_LIBRARY: Final = "vnpolitext"
_LINE: Final = 100


def licence(package: Distribution) -> str:
    """Return what a package says of its licence, in a line."""
    about = package.metadata
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    told = about.get("License-Expression") or "; ".join(classifiers) or about.get("License") or ""
    return " ".join(told.split())[:_LINE]


def is_free(told: str) -> bool:
    """Whether a licence, or one of several that may be chosen, may be used with Apache-2.0."""
    choices = re.split(r"\bOR\b", told)
    return any(_FREE.search(choice) and not _STRONG.search(choice) for choice in choices)


def main() -> int:
    """List the packages that do not fit; return 1 if there are any."""
    found = sorted(
        (package.metadata["Name"] or "?", licence(package) or "says nothing")
        for package in distributions()
    )
    doubtful = [row for row in found if row[0] != _LIBRARY and not is_free(row[1])]
    for name, told in doubtful:
        print(f"{name}: {told}")
    print(f"{len(found)} packages, {len(doubtful)} with a licence that does not fit or is not told")
    return 1 if doubtful else 0


if __name__ == "__main__":
    sys.exit(main())
