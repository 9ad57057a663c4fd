"""One call that compares documents: themes, keyness, similarity, shared passages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from html import escape
from typing import Any

import numpy as np
import pandas as pd

from vnpolitext.notebook import counted
from vnpolitext.progress import under_way
from vnpolitext.renamed import renamed
from vnpolitext.text.surface import holdable
from vnpolitext.themes.documents import (
    Document,
    DocumentsLike,
    Grouping,
    TextRecord,
    as_documents,
    group_labels,
    group_order,
)
from vnpolitext.themes.keyness import KEYNESS_COLUMNS, keyness_of_counts
from vnpolitext.themes.lexicon import as_lexicon
from vnpolitext.themes.prevalence import (
    LexiconLike,
    hits_table,
    prevalence_table,
    read_themes,
)
from vnpolitext.themes.reuse import shared_passages
from vnpolitext.themes.similarity import cosine_table, default_vectorizer, vectors_of_counts
from vnpolitext.themes.vectorizer import WordVectorizer
from vnpolitext.themes.words import EncodedTexts, Reading, encode_documents, without_names

_SHOWN = 10
_SQUARE = 5000


@dataclass(frozen=True)
class Comparison:
    """What documents talk about, side by side; every part is a table.

    Attributes:
        documents: One row a document: ``document``, ``group``, ``title``, ``published``.
        themes: As of [`theme_prevalence`][vnpolitext.themes.prevalence.theme_prevalence].
        theme_hits: As of [`find_themes`][vnpolitext.themes.prevalence.find_themes].
        keyness: As of [`keyness`][vnpolitext.themes.keyness.keyness]; empty with one group.
        similarity: Square, in the documents' order; empty for more than 5,000 documents.
        passages: The pairs of [`shared_passages`][vnpolitext.themes.reuse.shared_passages].
        passage_clusters: Its clusters.
        notes: What a reader should know, such as why a table is empty.
    """

    documents: pd.DataFrame
    themes: pd.DataFrame
    theme_hits: pd.DataFrame
    keyness: pd.DataFrame
    similarity: pd.DataFrame
    passages: pd.DataFrame
    passage_clusters: pd.DataFrame
    notes: tuple[str, ...] = ()

    @property
    def groups(self) -> list[str]:
        """The groups compared, in order."""
        return group_order(self.documents["group"].tolist())

    @property
    def theme_profile(self) -> pd.DataFrame:
        """Hits per 1,000 words: one row a theme, one column a group."""
        table = self.themes.pivot_table(
            index="theme", columns="group", values="rate", sort=False, observed=True
        )
        return table.reindex(columns=self.groups)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every table by its name."""
        return {
            part.name: getattr(self, part.name) for part in fields(self) if part.name != "notes"
        }

    def to_dict(self) -> dict[str, Any]:
        """Return plain data: for each table a list of rows, and the notes."""
        result: dict[str, Any] = {}
        for name, table in self.tables().items():
            flat = table.rename_axis("document").reset_index() if name == "similarity" else table
            result[name] = flat.astype(object).where(flat.notna(), None).to_dict("records")
        return {**result, "notes": list(self.notes)}

    def top_terms(self, count: int = _SHOWN) -> pd.DataFrame:
        """Return the terms most typical of each group: ``group``, ``term``, ``z``, counts."""
        columns = ["group", "term", "z", "target_count", "reference_count"]
        typical = self.keyness[self.keyness["sign"] > 0] if len(self.keyness) else self.keyness
        return typical.groupby("group", sort=False).head(count)[columns].reset_index(drop=True)

    def __repr__(self) -> str:
        """Count the documents and the groups, and what was found."""
        return (
            f"Comparison({counted(len(self.documents), 'document')} in "
            f"{counted(len(self.groups), 'group')}, {counted(len(self.theme_hits), 'theme hit')}, "
            f"{counted(len(self.passages), 'shared passage')})"
        )

    def _repr_html_(self) -> str:
        return "\n".join(self._html())

    def _html(self) -> Iterator[str]:
        documents, groups = len(self.documents), len(self.groups)
        yield f"<h3>Comparison of {documents} documents in {groups} groups</h3>"
        for note in self.notes:
            yield f"<p>{escape(note)}</p>"
        typical = self.top_terms(5)
        parts = (
            ("Themes (hits per 1,000 words)", self._leading_themes(), "first groups", groups),
            ("Terms typical of each group", typical[typical["group"].isin(self.groups[:_SHOWN])],
             "first groups", groups),
            ("Similarity", self.similarity.iloc[:_SHOWN, :_SHOWN], "first documents", documents),
            ("Shared passages", self.passages.head(_SHOWN), "longest", len(self.passages)),
        )  # fmt: skip
        for heading, table, what, all_of_them in parts:
            if not table.empty:
                cut = f", the {_SHOWN} {what} of {all_of_them:,}" if all_of_them > _SHOWN else ""
                named = heading.startswith(("Themes", "Simil"))
                yield f"<h4>{heading}{cut}</h4>" + table.to_html(
                    index=named, float_format="{:.2f}".format, na_rep="", border=0
                )

    def _leading_themes(self) -> pd.DataFrame:
        profile = self.theme_profile
        order = profile.sum(axis=1).sort_values(ascending=False, kind="stable").index
        return profile.loc[order].iloc[:_SHOWN, :_SHOWN]


@renamed("model", "words")
@under_way("compare")
def compare(
    documents: DocumentsLike | str | TextRecord,
    other: DocumentsLike | str | TextRecord | None = None,
    *,
    by: Grouping = None,
    lexicon: LexiconLike = "political",
    min_count: int = 3,
    count_names: bool = False,
    min_syllables: int = 10,
    random_state: int = 0,
    words: str = "default",
) -> Comparison:
    """Compare what documents talk about (*so sánh chủ đề giữa các văn bản*).

    Args:
        documents: Texts, records or a corpus; or one text or record, when ``other`` is given.
        other: A second text, record or collection to compare with the first.
        by: How documents are grouped, see `group_labels`; by default each is a group of its own,
            and two collections are the groups ``"a"`` and ``"b"``.
        lexicon: A `ThemeLexicon`, a file, a mapping, or the name of a shipped lexicon.
        min_count: Least count of a term in the keyness table.
        count_names: Whether names of persons and places count for keyness, as in `keyness`.
        min_syllables: Least length of a shared passage.
        random_state: Seed of everything random.
        words: Name of the word segmenter.

    Returns:
        The tables, with notes on those that are empty.

    Raises:
        ValueError: There is no document.

    Example:
        >>> comparison = compare("Đẩy mạnh chuyển đổi số.", "Bảo vệ môi trường.")
        >>> comparison.groups
        ['a', 'b']
    """
    if other is not None:
        read, by = _two_sides(documents, other, by)
    else:
        read = as_documents(_listed(documents))
    if not read:
        raise ValueError("there is no document to compare")
    labels = group_labels(read, by)
    notes: list[str] = []
    shared = shared_passages(read, min_syllables=min_syllables)
    notes += [shared.note] if shared.note else []
    encoded = encode_documents(read, Reading(words))
    chosen = as_lexicon(lexicon)
    readings = read_themes(read, chosen, encoded)
    names = [document.id for document in read]
    counted = encoded if count_names else without_names(encoded, read)
    key, remark = _keyness(counted, labels, min_count)
    notes += [remark] if remark else []
    square, remark = _similarity(encoded, names)
    notes += [remark] if remark else []
    return Comparison(
        documents=_table_of(read, labels),
        themes=prevalence_table(readings, chosen, labels, random_state=random_state),
        theme_hits=hits_table(readings),
        keyness=key,
        similarity=square,
        passages=shared.pairs,
        passage_clusters=shared.clusters,
        notes=tuple(notes),
    )


def _keyness(
    encoded: EncodedTexts, labels: Sequence[str], min_count: int
) -> tuple[pd.DataFrame, str]:
    """Keyness of the groups that have words, and what a reader should know of it."""
    vectorizer = WordVectorizer(stop_words="political")
    try:
        counts = vectorizer.fit_transform(encoded)
        words = pd.Series(np.asarray(counts.sum(axis=1)).ravel()).groupby(list(labels)).sum()
        silent = [group for group in group_order(labels) if not words[group]]
        kept = [row for row, group in enumerate(labels) if group not in silent]
        table = keyness_of_counts(
            counts[kept],
            vectorizer.get_feature_names_out(),
            [labels[row] for row in kept],
            min_count=min_count,
        )
    except ValueError as error:
        return pd.DataFrame(columns=list(KEYNESS_COLUMNS)), f"No keyness: {error}."
    return table, f"Without words, and so without keyness: {', '.join(silent)}." if silent else ""


def _similarity(encoded: EncodedTexts, names: list[str]) -> tuple[pd.DataFrame, str]:
    """Similarity of the documents, and what a reader should know of it."""
    if len(names) > _SQUARE:
        remark = f"No similarity: a square of {len(names):,} documents is too large; use `nearest`."
        return pd.DataFrame(), remark
    try:
        counts = default_vectorizer(len(names)).fit_transform(encoded)
    except ValueError as error:
        unknown = pd.DataFrame(float("nan"), index=names, columns=names)
        return unknown, f"No similarity: {error}."
    return cosine_table(vectors_of_counts(counts), names), ""


def _two_sides(one: Any, two: Any, by: Grouping) -> tuple[list[Document], Grouping]:
    """Documents of both sides, and how they are grouped."""
    sides = [
        as_documents({name: side} if isinstance(side, str) else _listed(side))
        for name, side in (("a", one), ("b", two))
    ]
    ids = [document.id for side in sides for document in side]
    if len(set(ids)) < len(ids):
        sides = [
            [Document(f"{name}/{d.id}", d.text, d.metadata, d.source) for d in side]
            for name, side in zip("ab", sides, strict=True)
        ]
    read = [document for side in sides for document in side]
    if by is None and not (_alone(one) and _alone(two)):
        by = ["a"] * len(sides[0]) + ["b"] * len(sides[1])
    return read, by


def _listed(side: Any) -> Any:
    """One record as a list of it, anything else as it is."""
    return [side] if _alone(side) else side


def _alone(side: Any) -> bool:
    is_record = isinstance(side, TextRecord) and not hasattr(side, "__iter__")
    return isinstance(side, str) or is_record


def _table_of(documents: list[Document], labels: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "document": [document.id for document in documents],
            "group": labels,
            **{
                name: [holdable(document.metadata.get(name)) for document in documents]
                for name in ("title", "published")
            },
        }
    )
