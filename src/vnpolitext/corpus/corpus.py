"""Many documents as one object: from files to analyses and tables."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Final

from vnpolitext.analysis import DEFAULT, Analysis, Choice
from vnpolitext.analysis.schema import STORE_TABLES
from vnpolitext.corpus.access import Tables
from vnpolitext.corpus.documents import Documents, Held, Unread, read
from vnpolitext.corpus.errors import UnknownDocumentError
from vnpolitext.corpus.grouping import group_of
from vnpolitext.corpus.outcome import Failure
from vnpolitext.corpus.readers import Readers
from vnpolitext.corpus.run import outcomes
from vnpolitext.corpus.settings import MEMORY, SECONDS, Settings
from vnpolitext.corpus.sources import PassedOver
from vnpolitext.corpus.studies import Studies
from vnpolitext.errors import expect
from vnpolitext.notebook import counted, html_table
from vnpolitext.progress import is_visible, shown, under_way

if TYPE_CHECKING:
    import pandas as pd


_SHOWN: Final = 20
_NAMED: Final = 3
_LOOKED_AT: Final = 10_000


class Corpus(Readers, Tables, Studies):
    """Documents with their analyses and tables (*ngữ liệu*).

    A corpus is made from files, texts or analyses. Nothing is read before it is needed; iterating
    yields one [`Analysis`][vnpolitext.analysis.Analysis] after the other in a stable order, and
    the tables are pandas DataFrames over all documents. A document that fails is listed in
    ``failures`` with its reason and left out of the rest.

    Example:
        >>> corpus = Corpus.from_texts(["Thực hiện Chỉ thị 05-CT/TW.", "Xã Mây họp."])
        >>> len(corpus), corpus.ids
        (2, ['text-000001', 'text-000002'])
        >>> corpus.citations["number"].tolist()
        ['05-CT/TW']
    """

    def __init__(self, documents: Documents) -> None:
        """Take the documents; use the ``from_`` methods instead.

        Raises:
            TypeError: These are texts, a table or a path, for which there is a ``from_`` method.
        """
        expect(documents, Documents, "Corpus.from_frame, from_texts and their like make one")
        self._documents = documents
        self._made: Documents | None = None

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Corpus:
        """Open a store that ``analyze(out=...)`` has written, or a file that ``to_jsonl`` has.

        Of a store nothing is read before it is needed, and one shard at a time: iterating, ``sql``
        and ``table`` take the same memory however large it is. The DataFrames (``persons``,
        ``citations``, ...) hold one whole table. Analyses of a file are read at once.

        Raises:
            StoreError: There is neither.
        """
        from vnpolitext.corpus.readback import holds_analyses, read_analyses

        if holds_analyses(path):
            return cls(Held(tuple(read_analyses(path))))
        from vnpolitext.corpus.store import Store

        return cls(Store(path))

    def analyze(
        self,
        out: str | os.PathLike[str] | None = None,
        *,
        n_jobs: int | None = None,
        progress: bool | None = None,
        as_of: date | str | None = None,
        province: str | None = None,
        timeout: float | None = SECONDS,
        memory: int | None = MEMORY,
        tables: Iterable[str] | None = None,
        shard_size: int = 128,
        words: str = DEFAULT,
        persons: str = DEFAULT,
        citations: str = DEFAULT,
        places: str = DEFAULT,
        models: Choice | Mapping[str, str] | None = None,
    ) -> Corpus:
        """Analyse every document and return the corpus of the results.

        With ``out`` the results go to a store, a folder of Parquet files, in shards. A run that
        was stopped, however it was stopped, goes on where it was when it is called again; documents
        whose content, metadata, settings and models are those of the last run are not analysed
        again. Without ``out`` the results stay in memory.

        Args:
            out: Folder of the store.
            n_jobs: Number of processes as joblib counts them; ``-1`` is one for each core, ``None``
                what ``joblib.parallel_config`` says, or else one.
            progress: Whether to show a bar: ``True`` on terminals and in notebooks, ``False``
                nowhere; by default in notebooks and at a prompt. It comes after two seconds.
            as_of: Day at which units are looked up, as in `analyze`; the day of publication by
                default.
            province: Province of the publisher.
            timeout: Seconds after which a document is cut off and recorded as failed; ``None`` for
                no limit.
            memory: Bytes a document may take beyond what the process has, or it is cut off and
                recorded as failed; ``None`` for no limit.
            tables: Tables of the store; all by default.
            shard_size: Documents in a shard of the store, about.
            words: Name of the word segmenter.
            persons: Name of the tagger of personal names.
            citations: Name of the rules that find cited documents.
            places: Name of the gazetteer.
            models: A choice of models, for use in several places: a `Choice`, or a mapping such as
                ``{"words": "underthesea", "offices": "mylab/offices-2"}``. What is named alone goes
                before it.

        Raises:
            ModelError: A model is not what its name promises.
            StoreError: ``out`` is not a store, another run works on it, or the disk is full.
            ValueError: ``as_of`` is no date, there is no such province, or a store is asked for of
                documents that are analysed already.
        """
        if not isinstance(self._documents, Unread):
            if out is not None:
                raise ValueError("these documents are analysed already; write them as files")
            return self
        settings = Settings(
            as_of,
            province,
            timeout,
            memory,
            Choice.of(models, words=words, persons=persons, citations=citations, places=places),
        )
        settings.choice.versions()
        from vnpolitext.corpus.tables import with_needed

        wanted = STORE_TABLES if tables is None else with_needed(tables)
        if shard_size < 1:
            raise ValueError(f"shard_size is {shard_size}; a shard has one document at least")
        with shown(progress), under_way("documents"):
            total = len(self) if is_visible() else None
            if out is None:
                sources = self._documents.sources()
                return Corpus(Held(tuple(outcomes(sources, settings, n_jobs=n_jobs, total=total))))
            from vnpolitext.corpus.execute import execute

            execute(
                self._documents.sources,
                out,
                settings,
                tables=wanted,
                shard_size=shard_size,
                n_jobs=n_jobs,
                total=total,
            )
        return Corpus.open(out)

    def __iter__(self) -> Iterator[Analysis]:
        """Yield the analyses, documents that fail left out."""
        return read(self._made or self._documents)

    @under_way("analysing")
    def __getitem__(self, name: str) -> Analysis:
        """Return the analysis of the document with this identifier.

        Of a corpus that is not analysed yet, this one document is.

        Raises:
            UnknownDocumentError: There is no such document, or it could not be analysed.
            TypeError: ``name`` is no identifier.

        Example:
            >>> corpus = Corpus.from_texts({"a": "Thực hiện Chỉ thị 05-CT/TW."})
            >>> len(corpus["a"].citations), "a" in corpus, "b" in corpus
            (1, True, False)
        """
        if not isinstance(name, str):
            raise TypeError(
                f"a corpus is asked by identifier, not by {name!r}; list(corpus) can be counted"
            )
        if name not in self:
            self.select([name])
        one = (self._made or self._documents).select(frozenset((name,)))
        for analysis in one.analyses():
            return analysis
        [failure] = one.failures()
        raise UnknownDocumentError(f"{name!r} could not be analysed: {failure.reason}")

    def __contains__(self, name: object) -> bool:
        """Whether there is a document with this identifier; of an analysis, with its own."""
        return (name.id if isinstance(name, Analysis) else name) in self._documents.ids()

    def _ipython_key_completions_(self) -> list[str]:
        return self.ids

    def __len__(self) -> int:
        """Return the number of documents, of the failed ones too."""
        return self._documents.count()

    def __repr__(self) -> str:
        """Tell how many documents there are."""
        failed = 0 if isinstance(self._documents, Unread) else len(self.failures)
        told = f", {failed:,} failed" if failed else ""
        return f"Corpus({counted(len(self), 'document')}{told})"

    def _repr_html_(self) -> str:
        shown = [(name,) for name in self.ids[:_SHOWN]]
        return html_table(repr(self), ["id"], shown, count=len(self))

    @property
    def ids(self) -> list[str]:
        """Identifiers of the documents, in order."""
        return self._documents.ids()

    @property
    @under_way("failures")
    def failures(self) -> tuple[Failure, ...]:
        """Documents that could not be analysed, each with its reason."""
        return tuple(self._analysed.failures())

    @property
    def passed_over(self) -> tuple[PassedOver, ...]:
        """Files that hold no documents, each with its reason, as far as files were listed here.

        A corpus that was opened or analysed has listed none.
        """
        listed = self._documents
        return listed.passed if isinstance(listed, Unread) else ()

    def select(self, ids: Iterable[str]) -> Corpus:
        """Return the documents with these identifiers, in the order they have here.

        Raises:
            UnknownDocumentError: There is no document of an identifier.
            TypeError: ``ids`` is one string, or an identifier is none.

        Example:
            >>> corpus = Corpus.from_texts({"a": "Xã họp.", "b": "Huyện họp."})
            >>> corpus.select(["b"]).ids
            ['b']
        """
        wanted = _identifiers(ids)
        unknown = wanted.difference(self.ids)
        if unknown:
            told = ", ".join(map(repr, sorted(unknown)[:_NAMED]))
            more = f" and {len(unknown) - _NAMED:,} more" if len(unknown) > _NAMED else ""
            near = get_close_matches(min(unknown), self.ids[:_LOOKED_AT], 1)
            hint = f"did you mean {near[0]!r}?" if near else f"corpus.ids names the {len(self):,}"
            raise UnknownDocumentError(f"no document {told}{more}; {hint}")
        return Corpus(self._documents.select(wanted))

    @under_way("filter")
    def filter(
        self, keep: Callable[[Analysis], bool] | None = None, *, where: str | None = None
    ) -> Corpus:
        """Return the documents that pass a test.

        Args:
            keep: A function of the analysis.
            where: A SQL condition on the table ``documents``.

        Raises:
            TypeError: ``keep`` is no function; a condition is given as ``where``.

        Example:
            >>> corpus = Corpus.from_texts(["Theo Chỉ thị 05-CT/TW.", "Xã Mây họp."])
            >>> corpus.filter(lambda analysis: analysis.citations).ids
            ['text-000001']
        """
        if keep is not None and not callable(keep):
            told = f"a function of the analysis is wanted, not {type(keep).__name__}"
            raise TypeError(f"{told}; a condition in SQL is given as where=")
        found = self._analysed
        if where is not None:
            named = self.sql(f"SELECT id FROM documents WHERE {where}")["id"]  # noqa: S608
            found = found.select(frozenset(named))
        if keep is None:
            failed = frozenset(failure.id for failure in found.failures())
            return Corpus(found.select(frozenset(found.ids()) - failed) if failed else found)
        return Corpus(found.select(frozenset(a.id for a in read(found) if keep(a))))

    @under_way("group by")
    def group_by(self, key: str | Callable[[Analysis], Hashable]) -> dict[Hashable, Corpus]:
        """Return the documents in groups, in the order in which the groups come up.

        Args:
            key: A field of the metadata; ``"year"``, ``"quarter"`` or ``"month"`` of publication;
                or a function of the analysis.

        Raises:
            ValueError: No document has the field.
        """
        groups: dict[Hashable, list[str]] = {}
        fields: set[str] = set()
        for analysis in read(self._analysed):
            fields.update(analysis.metadata)
            value = group_of(analysis.metadata, key) if isinstance(key, str) else key(analysis)
            groups.setdefault(value, []).append(analysis.id)
        if isinstance(key, str) and groups and set(groups) == {None}:
            told = ", ".join(sorted(fields))
            raise ValueError(f"no document has metadata {key!r}; known fields: {told}")
        return {value: Corpus(self._analysed.select(ids)) for value, ids in groups.items()}

    def sample(self, n: int, *, random_state: int = 0) -> Corpus:
        """Return ``n`` documents drawn without replacement, in the order they have here.

        Raises:
            ValueError: There are fewer than ``n``.
        """
        if not 0 <= n <= len(self):
            raise ValueError(f"{n} documents of {len(self):,} cannot be drawn")
        return self.select(Random(random_state).sample(self.ids, n))  # noqa: S311

    def split(
        self, shares: Sequence[float] = (0.8, 0.2), *, random_state: int = 0
    ) -> tuple[Corpus, ...]:
        """Part the documents at random, each by its identifier alone.

        A document stays in its part when others come or go; so the parts have about the sizes that
        the shares say.

        Args:
            shares: Shares of the parts; they are divided by their sum.
            random_state: Another number gives another split.
        """
        bounds = list(accumulate(share / sum(shares) for share in shares))
        parts: list[list[str]] = [[] for _ in shares]
        for name in self.ids:
            place = Random(f"{random_state} {name}").random()  # noqa: S311
            parts[min(bisect_right(bounds, place), len(parts) - 1)].append(name)
        return tuple(self.select(part) for part in parts)

    @under_way("near duplicates")
    def near_duplicates(self, *, threshold: float = 0.8) -> pd.DataFrame:
        """Group documents with nearly the same body; see `near_duplicates`.

        Args:
            threshold: Least likeness (Jaccard similarity) to the first document of the group.
        """
        from vnpolitext.corpus.duplicates import near_duplicates

        return near_duplicates(read(self._analysed), threshold=threshold)

    @under_way("without near duplicates")
    def without_near_duplicates(self, *, threshold: float = 0.8) -> Corpus:
        """Return the documents, of each group of near-duplicates only the first."""
        found = self.near_duplicates(threshold=threshold)
        later = set(found.loc[found.duplicated("group"), "id"])
        return self.select(name for name in self.ids if name not in later)

    @property
    def _analysed(self) -> Documents:
        """The documents with their analyses, which are made when they are first asked for."""
        if self._made is None:
            self._made = self.analyze()._documents
        return self._made


def _identifiers(ids: Iterable[str | Analysis]) -> frozenset[str]:
    """Return identifiers that are strings; anything else is told, since it would find nothing."""
    if isinstance(ids, str):
        raise TypeError(f"a list of identifiers is wanted, not one string; give [{ids!r}]")
    names = [each.id if isinstance(each, Analysis) else each for each in ids]
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"identifiers are strings, not {type(name).__name__}: {str(name)[:40]}")
    return frozenset(names)
