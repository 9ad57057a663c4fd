"""Measure how often the nearest report is one of the same event, in several spaces.

    events.py FOLDER

FOLDER holds the raw texts that ``events.jsonl`` names: 256 reports of 91 events, grouped by reading
among pairs that shared days and names or many words, and other news of the same sources. Reports
that are copies of one another (a quarter of the runs of five syllables) and those that may belong
to more than one event were left out. Events of odd numbers were there when weights were chosen;
even ones were not. The interval is a bootstrap of events.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from vnpolitext import Corpus
from vnpolitext.evaluation.lines import json_lines
from vnpolitext.themes import document_vectors

REPORTS = Path(__file__).with_name("events.jsonl")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    rows = list(json_lines(REPORTS))
    wanted = {row["document"] for row in rows}
    texts = {
        document["id"]: document["text"]
        for source in sorted({row["source"] for row in rows})
        for document in json_lines(arguments.folder / source)
        if document["id"] in wanted
    }
    named = {row["document"]: texts[row["document"]] for row in rows}
    analyses = list(Corpus.from_texts(named).analyze())
    events = [row.get("event") for row in rows]
    words = [text.lower() for text in named.values()]
    white = TfidfVectorizer(analyzer=str.split, sublinear_tf=True, min_df=2)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
    spaces: dict[str, Any] = {"white-space words": white.fit_transform(words)}
    spaces["letters, 3 to 5"] = letters.fit_transform(words)
    latent = TruncatedSVD(200, random_state=0).fit_transform(spaces["white-space words"])
    spaces["latent, 200"] = normalize(latent)
    spaces["tfidf"] = document_vectors(analyses)[1]
    spaces["event"] = document_vectors(analyses, space="event")[1]
    right = {name: nearest_is_right(vectors, events) for name, vectors in spaces.items()}
    best = max((name for name in spaces if name != "event"), key=lambda name: right[name].mean())
    for name, found in right.items():
        print(f"{name:<20}{figures(found, events)}")
    print(f"event less {best}: {interval(right['event'] - right[best], events)}")
    return 0


def nearest_is_right(vectors: Any, events: list[str | None]) -> np.ndarray:
    """Whether the nearest other text of each report is one of its event."""
    cosine = vectors @ vectors.T
    cosine = cosine.toarray() if sparse.issparse(cosine) else np.asarray(cosine)
    np.fill_diagonal(cosine, -np.inf)
    nearest = cosine.argmax(axis=1)
    return np.asarray(
        [float(events[nearest[at]] == event) for at, event in enumerate(events) if event]
    )


def figures(found: np.ndarray, events: list[str | None]) -> str:
    odd = np.asarray([int(event[1:]) % 2 for event in events if event], dtype=bool)
    parts = (found, found[odd], found[~odd])
    return "  ".join(f"{100 * part.mean():5.1f}" for part in parts) + "  (all, odd, even)"


def interval(difference: np.ndarray, events: list[str | None]) -> str:
    of = [event for event in events if event]
    groups = [np.flatnonzero([event == name for event in of]) for name in sorted(set(of))]
    random = np.random.default_rng(0)
    drawn = [
        100 * difference[np.concatenate([groups[at] for at in row])].mean()
        for row in random.integers(len(groups), size=(2000, len(groups)))
    ]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return f"{100 * difference.mean():.1f} ({low:.1f} to {high:.1f})"


if __name__ == "__main__":
    sys.exit(main())
