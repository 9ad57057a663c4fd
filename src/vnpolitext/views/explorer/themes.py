"""Themes for the explorer: hits of each document, typical words, likeness, shared passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from vnpolitext.analysis import Analysis
from vnpolitext.themes import (
    Comparison,
    Document,
    ThemeLexicon,
    WordVectorizer,
    as_documents,
    compare,
    linkage,
)
from vnpolitext.themes.words import (
    EncodedTexts,
    Reading,
    encode_documents,
    without_names,
    word_counts,
)

if TYPE_CHECKING:
    import pandas as pd

_GROUPED_BY: Final = ("genre", "source", "province", "year")
_FEW_GROUPS: Final = 14
_MOST_GROUPS: Final = 40
_TERMS: Final = 25
_SQUARE: Final = 80
_ALIKE: Final = 6
_PASSAGES: Final = 80
_PASSAGE: Final = 600
_FORMS: Final = 60
_TOO_MANY: Final = 5000


def gather_themes(analyses: Sequence[Analysis], comparison: Comparison | None) -> dict[str, Any]:
    """Return what the documents talk about, as far as the view needs it.

    Returns:
        ``themes``: names and labels; ``hits``: document, theme, times; ``words`` of each document;
        ``groups`` and ``terms``: what sets groups apart; ``counted``: how often each document
        has these terms, to compare what filters leave; ``alike``, and of a small corpus ``order``,
        ``square`` and ``tree``: a document, or how far apart two trees are, and these;
        ``passages``; ``notes``.
    """
    if not analyses:
        return {"themes": [], "hits": [], "words": [], "terms": [], "passages": [], "notes": []}
    if len(analyses) > _TOO_MANY and comparison is None:
        note = f"Themes are not compared in a page of more than {_TOO_MANY:,} documents."
        return {"themes": [], "hits": [], "words": [], "terms": [], "passages": [], "notes": [note]}
    read = as_documents(analyses)
    numbers = {document.id: number for number, document in enumerate(read)}
    found = comparison or compare(read, by=_grouping(analyses))
    encoded = encode_documents(read, Reading())
    labels = {theme.name: (theme.label, theme.label_vi) for theme in ThemeLexicon.load().themes}
    names = list(dict.fromkeys(found.themes["theme"]))
    place = {name: at for at, name in enumerate(names)}
    hits = Counter(zip(found.theme_hits["document"], found.theme_hits["theme"], strict=True))
    groups = dict(zip(found.documents["document"], found.documents["group"], strict=True))
    return {
        "themes": [
            {"name": name, "label": labels.get(name, (name, name))[0] or name,
             "label_vi": labels.get(name, (name, name))[1] or name}
            for name in names
        ],
        "hits": [
            [numbers[document], place[theme], times]
            for (document, theme), times in hits.items()
            if document in numbers and theme in place
        ],
        "words": word_counts(encoded).tolist(),
        "groups": [str(groups.get(document.id, "")) for document in read],
        "terms": (terms := _terms(found.keyness) if _is_grouped(found) else []),
        "counted": _counted(read, encoded, list(dict.fromkeys(row["term"] for row in terms))),
        **_likeness(found.similarity, numbers),
        "passages": _passages(found.passage_clusters, numbers),
        "notes": list(found.notes),
    }  # fmt: skip


def _grouping(analyses: Sequence[Analysis]) -> str | None:
    """Return the field that parts the documents into groups, mostly of several, if there is one."""
    for field in _GROUPED_BY:
        values = [analysis.metadata.get(field) for analysis in analyses]
        groups = len(set(map(str, values)))
        if all(values) and 1 < groups <= min(_MOST_GROUPS, max(_FEW_GROUPS, len(values) // 2)):
            return field
    return None


def _is_grouped(found: Comparison) -> bool:
    """Return whether groups are compared, or so few documents that each may be one."""
    return len(found.groups) < len(found.documents) or len(found.documents) <= _MOST_GROUPS


def _terms(table: pd.DataFrame) -> list[dict[str, Any]]:
    if not len(table):
        return []
    typical = table[table["sign"] > 0].groupby("group", sort=False).head(_TERMS)
    return [
        {
            "group": str(row["group"]),
            "term": str(row["term"]),
            "z": _round(row["z"]),
            "here": int(row["target_count"]),
            "elsewhere": int(row["reference_count"]),
            "documents": int(row["target_documents"]),
        }
        for row in typical.to_dict("records")
    ]


def _counted(
    documents: Sequence[Document], encoded: EncodedTexts, terms: Sequence[str]
) -> dict[str, Any]:
    """Return terms, the counted words of each document, and document, term and times."""
    vectorizer = WordVectorizer(stop_words="political")
    matrix = vectorizer.fit_transform(without_names(encoded, documents))
    columns = {term: at for at, term in enumerate(vectorizer.get_feature_names_out())}
    if not columns.keys() >= set(terms):  # the names of persons and places were counted too
        matrix = vectorizer.fit_transform(encoded)
        columns = {term: at for at, term in enumerate(vectorizer.get_feature_names_out())}
    known = [term for term in terms if term in columns]
    held = matrix[:, [columns[term] for term in known]].tocoo()
    return {
        "terms": known,
        "sizes": np.asarray(matrix.sum(axis=1)).ravel().tolist(),
        "counts": [list(map(int, it)) for it in zip(held.row, held.col, held.data, strict=True)],
    }


def _likeness(square: pd.DataFrame, numbers: Mapping[str, int]) -> dict[str, Any]:
    """Return the whole square in the order of its clusters, if it is small, and the most alike."""
    cells = np.nan_to_num(square.to_numpy(dtype=float, copy=True))
    names = [numbers[str(name)] for name in square.index]
    if len(names) < 2:
        return {"order": [], "square": [], "alike": []}
    np.fill_diagonal(cells, 0.0)
    near = np.argsort(-cells, axis=1, kind="stable")[:, :_ALIKE]
    alike = [
        [names[row], names[column], _round(cells[row, column])]
        for row in range(len(names))
        for column in near[row].tolist()
        if cells[row, column] > 0
    ]
    if len(names) > _SQUARE:
        return {"order": [], "square": [], "alike": alike}
    from scipy.cluster import hierarchy

    merges = linkage(square.fillna(0.0))
    order = hierarchy.leaves_list(merges).tolist()
    joined: list[Any] = list(names)
    for one, other, height, _ in merges:
        joined.append([_round(height), joined[int(one)], joined[int(other)]])
    return {
        "tree": joined[-1],
        "order": [names[at] for at in order],
        "square": [[_round(cells[row, column]) for column in order] for row in order],
        "alike": alike,
    }


def _passages(clusters: pd.DataFrame, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return shared passages, each in the form most like the others, and how often they stand."""
    passages = [
        {
            "text": _middle([" ".join(text.split()) for text in rows["text"]])[:_PASSAGE],
            "places": [
                [numbers[document], times] for document, times in Counter(rows["document"]).items()
            ],
        }
        for _, rows in clusters.groupby("cluster", sort=True)
        if rows["document"].nunique() > 1
    ]
    return sorted(passages, key=lambda passage: -len(passage["places"]))[:_PASSAGES]


def _middle(forms: Sequence[str]) -> str:
    """Return the form that has the most words in common with the others."""
    weights = Counter(forms)
    words = {form: frozenset(form.lower().split()) for form in list(weights)[:_FORMS]}

    def likeness(form: str) -> float:
        own = words[form]
        return sum(
            weights[other] * len(own & held) / max(len(own | held), 1)
            for other, held in words.items()
        )

    return max(words, key=likeness)


def _round(value: Any) -> float:
    return round(float(np.nan_to_num(value)), 3)
