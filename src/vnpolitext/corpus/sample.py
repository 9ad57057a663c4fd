"""The sample: forty invented articles that come with the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from vnpolitext.corpus.errors import StoreError

if TYPE_CHECKING:
    from vnpolitext.corpus.corpus import Corpus

_PACKAGE: Final = Path(__file__).resolve().parents[1]


def sample_corpus() -> Corpus:
    """Return forty invented articles with their metadata, to try things on (*ngữ liệu mẫu*).

    They tell of twelve years in two provinces: a resolution of the Central Committee on its way to
    the districts, twenty careers, the reform of July 2025. Nothing is analysed yet.

    Raises:
        StoreError: The installation lacks them.

    Example:
        >>> import vnpolitext as vp
        >>> corpus = vp.sample_corpus()
        >>> len(corpus), corpus.ids[18]
        (40, '19-plan-duc-co-2014')
    """
    from vnpolitext.corpus.corpus import Corpus

    for folder in (_PACKAGE / "sample", _PACKAGE.parents[1] / "examples"):
        if (folder / "articles").is_dir():
            return Corpus.from_folder(folder / "articles", metadata=folder / "metadata.csv")
    raise StoreError(f"the sample is missing: no folder {_PACKAGE / 'sample'}")
