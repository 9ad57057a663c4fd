"""Validate themes: passages for coding by hand, a sheet, and how far codes and people agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.text import fold
from vnpolitext.themes.bootstrap import bootstrap_rates
from vnpolitext.themes.documents import DocumentsLike, Grouping, as_documents
from vnpolitext.validation.agreement import alpha_interval, krippendorff_alpha
from vnpolitext.validation.coders import Coder, CoderLike, as_coder
from vnpolitext.validation.errors import SheetError
from vnpolitext.validation.passages import Passage, draw_passages
from vnpolitext.validation.scores import SCORE_COLUMNS, score_codes
from vnpolitext.validation.sheets import SEPARATOR, Sheet, read_sheet, write_sheet

ANSWER: Final = "themes"
NONE: Final = "-"
PASSAGE_COLUMNS: Final = ("id", "document", "group", "start", "end", "text")


@dataclass(frozen=True)
class ThemeAgreement:
    """How far codes and people agree, and people among themselves.

    Attributes:
        themes: One row a theme, and ``(micro)`` and ``(macro)``, as of `score_codes`.
        groups: One row a group: ``passages``, and ``(micro)`` of it as of `score_codes`.
        cells: One row a group and theme: ``group``, ``theme``, and the columns of `score_codes`.
        people: Krippendorff's alpha among the people: one row a theme, and ``(all)`` of the sets
            of themes with the distance MASI: ``passages`` (coded by two or more), ``alpha``,
            ``alpha_low``, ``alpha_high``. Empty where no passage was coded twice.
        shares: One row a theme: ``people``, the share of passages to which people gave it,
            ``coder``, the share to which the coder did (*classify and count*), ``bias``, the second
            less the first, with the interval ``bias_low``, ``bias_high``.
        passages: The passages, with ``people`` and ``coder``, the themes each gave it.
    """

    themes: pd.DataFrame
    groups: pd.DataFrame
    cells: pd.DataFrame
    people: pd.DataFrame
    shares: pd.DataFrame
    passages: pd.DataFrame

    def __repr__(self) -> str:
        """Tell the number of passages, and F1."""
        f1 = self.themes["f1"]
        return (
            f"ThemeAgreement({len(self.passages)} passages, macro F1 {f1['(macro)']:.2f}, "
            f"micro F1 {f1['(micro)']:.2f})"
        )

    def _repr_html_(self) -> str:
        return str(self.themes.to_html(border=0, float_format="{:.2f}".format))


@dataclass(frozen=True)
class ThemeValidation:
    """Passages to be coded by hand, and what a coder of ours says of them.

    Attributes:
        drawn: The passages.
        coder: What is validated.
    """

    drawn: tuple[Passage, ...]
    coder: Coder

    @cached_property
    def passages(self) -> pd.DataFrame:
        """One row a passage: ``id``, ``document``, ``group``, ``start``, ``end``, ``text``."""
        return pd.DataFrame(
            [(p.id, p.source, p.group, p.start, p.end, p.document.text) for p in self.drawn],
            columns=list(PASSAGE_COLUMNS),
        )

    @cached_property
    def codes(self) -> list[frozenset[str]]:
        """The themes that the coder gives each passage."""
        return self.coder.code([passage.document for passage in self.drawn])

    def write(self, path: str | Path) -> Path:
        """Write a sheet for a coder: ``.csv``, ``.xlsx``, or ``.json`` for Label Studio.

        The coder writes into ``themes`` the names of a passage's themes with ``;`` between, or
        ``-`` where it has none; an empty cell is a passage that was not coded. A workbook has the
        definitions on a sheet of its own. What the library would say is not told.

        Raises:
            SheetError: It is another kind of file.
            MissingPackageError: openpyxl is not installed.
        """
        rows = [
            dict(zip(PASSAGE_COLUMNS, values, strict=True))
            for values in self.passages.itertuples(index=False)
        ]
        codes = self.coder.codes
        notes = [["name", "label", "label_vi", "definition"]]
        notes += [[code.name, code.label, code.label_vi, code.definition] for code in codes]
        names = self.coder.names
        return write_sheet(Sheet(rows, ANSWER, names, several=True, notes={"themes": notes}), path)

    @under_way("read")
    def read(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        replicates: int = 500,
        confidence: float = 0.95,
        random_state: int = 0,
    ) -> ThemeAgreement:
        """Read one or more filled sheets and report agreement; see `agreement`.

        Raises:
            SheetError: A sheet cannot be read, has a theme or a passage that is not known, or
                nobody has coded a passage.
        """
        many = [paths] if isinstance(paths, str | Path) else list(paths)
        people: dict[str, dict[str, frozenset[str]]] = {}
        for path in many:
            for coder, answers in read_sheet(path, ANSWER).items():
                name = coder if coder not in people else str(path)
                people[name] = self._codes_of(answers, path)
        if not any(people.values()):
            raise SheetError(f"{', '.join(map(str, many))}: no passage is coded")
        return self.agreement(
            people, replicates=replicates, confidence=confidence, random_state=random_state
        )

    @under_way("agreement")
    def agreement(
        self,
        people: Mapping[str, Mapping[str, Iterable[str]]],
        *,
        replicates: int = 500,
        confidence: float = 0.95,
        random_state: int = 0,
    ) -> ThemeAgreement:
        """Compare the coder with what people said: person to passage to themes.

        Where several people coded a passage, it has the themes that at least half of them gave.

        Args:
            people: For each person, the themes of the passages that he or she coded.
            replicates: Number of bootstrap draws, of passages.
            confidence: Level of the intervals.
            random_state: Seed of the draws.
        """
        options: dict[str, Any] = {
            "replicates": replicates, "confidence": confidence, "random_state": random_state,
        }  # fmt: skip
        said = [
            [frozenset(codes[passage.id]) for codes in people.values() if passage.id in codes]
            for passage in self.drawn
        ]
        used = [at for at, codes in enumerate(said) if codes]
        gold = [_shared(said[at]) for at in used]
        ours = [self.codes[at] for at in used]
        names = self.coder.names
        table = self.passages.iloc[used].reset_index(drop=True)
        labels = table["group"].tolist()
        parts = {
            group: [at for at, label in enumerate(labels) if label == group]
            for group in dict.fromkeys(labels)
        }
        scored = {
            group: score_codes(
                [gold[at] for at in part], [ours[at] for at in part], names, **options
            )
            for group, part in parts.items()
        }
        groups = pd.DataFrame(
            [(len(part), *scored[group].loc["(micro)"]) for group, part in parts.items()],
            index=list(parts),
            columns=["passages", *SCORE_COLUMNS],
        )
        cells = [
            scores.iloc[: len(names)].rename_axis("theme").reset_index().assign(group=group)
            for group, scores in scored.items()
        ]
        shares = _shares(gold, ours, names, options)
        return ThemeAgreement(
            themes=score_codes(gold, ours, names, **options),
            groups=groups,
            cells=pd.concat(cells, ignore_index=True)[["group", "theme", *SCORE_COLUMNS]],
            people=_among_people(said, names, options),
            shares=shares,
            passages=table.assign(
                people=pd.Series([sorted(given) for given in gold], dtype=object),
                coder=pd.Series([sorted(given) for given in ours], dtype=object),
            ),
        )

    def __repr__(self) -> str:
        """Tell what is validated, and on how many passages."""
        return f"ThemeValidation({self.coder.name}, {len(self.drawn)} passages)"

    def _codes_of(self, answers: Mapping[str, str], path: str | Path) -> dict[str, frozenset[str]]:
        known = {passage.id for passage in self.drawn}
        if strangers := [name for name in answers if name not in known]:
            raise SheetError(f"{path}: there is no passage {strangers[0]!r} in this draw")
        return {name: self._themes(answer, name, path) for name, answer in answers.items()}

    def _themes(self, answer: str, passage: str, path: str | Path) -> frozenset[str]:
        if answer.strip() == NONE:
            return frozenset()
        parts = [part.strip() for part in answer.replace("\n", SEPARATOR).split(SEPARATOR)]
        unknown = [part for part in parts if part and fold(part) not in self._spellings]
        if unknown:
            raise SheetError(f"{path}: {passage} has the unknown theme {unknown[0]!r}")
        return frozenset(self._spellings[fold(part)] for part in parts if part)

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """What a coder may write for a theme, folded: its name, its labels."""
        spelled: dict[str, str] = {}
        for theme in self.coder.codes:
            for written in (theme.label, theme.label_vi):
                if written:
                    spelled.setdefault(fold(written), theme.name)
        return spelled | {fold(name): name for name in self.coder.names}


@under_way("validate themes")
def validate_themes(
    documents: DocumentsLike,
    n: int = 200,
    *,
    coder: CoderLike = "political",
    names: Sequence[str] = (),
    by: Grouping = None,
    per_document: int | Literal["any"] = 1,
    random_state: int = 0,
) -> ThemeValidation:
    """Draw passages for validating themes by coding by hand (*kiểm định chủ đề*).

    An automatic measure should be believed where it has been checked against human coding (Grimmer
    and Stewart 2013). Write the sheet, have it filled by reading, and read it back:

    ```python
    study = validate_themes(corpus, n=300, by="year")
    study.write("sheet.xlsx")
    study.read(["anh.xlsx", "binh.xlsx"]).themes
    ```

    The same documents and arguments give the same passages, so the study can be made anew when the
    sheets come back.

    Args:
        documents: Texts or records.
        n: Number of passages, of two to five sentences.
        coder: What is validated: a lexicon as of `code_themes`, fitted topics, or a function that
            takes a list of texts and gives the codes of each.
        names: The codes of a function.
        by: How documents are grouped, see `group_labels`; every group has as many passages while
            they last, and figures of its own.
        per_document: At most so many passages of a document; ``"any"`` for any number.
        random_state: Seed of the draw.

    Returns:
        The passages, with `write` and `read`.

    Raises:
        ValueError: There is no passage to draw.

    Example:
        >>> text = "Tỉnh đẩy mạnh chuyển đổi số trong các cơ quan. " * 2
        >>> text += "Học sinh vùng cao được đến trường, giáo viên yên tâm dạy học. " * 2
        >>> study = validate_themes({"a": text}, 1)
        >>> agreement = study.agreement({"An": {"p001": study.codes[0]}})
        >>> agreement.themes.loc["(macro)", "f1"].item()
        1.0
    """
    read = as_documents(documents)
    most = n if per_document == "any" else per_document
    drawn = draw_passages(read, n, by=by, per_document=most, random_state=random_state)
    return ThemeValidation(tuple(drawn), as_coder(coder, names))


def _shared(said: Sequence[frozenset[str]]) -> frozenset[str]:
    every = [theme for codes in said for theme in codes]
    return frozenset(theme for theme in every if 2 * every.count(theme) >= len(said))


def _shares(
    gold: Sequence[frozenset[str]],
    ours: Sequence[frozenset[str]],
    names: Sequence[str],
    options: Mapping[str, Any],
) -> pd.DataFrame:
    said = np.asarray([[name in codes for name in names] for codes in gold], dtype=float)
    given = np.asarray([[name in codes for name in names] for codes in ours], dtype=float)
    low, high = bootstrap_rates(given - said, np.ones(len(said)), **options)
    people, coder = said.mean(axis=0), given.mean(axis=0)
    columns = {"people": people, "coder": coder, "bias": coder - people}
    return pd.DataFrame(columns | {"bias_low": low, "bias_high": high}, index=list(names))


def _among_people(
    said: Sequence[Sequence[frozenset[str]]], names: Sequence[str], options: Mapping[str, Any]
) -> pd.DataFrame:
    columns = ["passages", "alpha", "alpha_low", "alpha_high"]
    twice = [codes for codes in said if len(codes) > 1]
    if not twice:
        return pd.DataFrame(columns=columns)
    rows = []
    for name in names:
        units = [[name in given for given in codes] for codes in twice]
        rows.append((len(twice), krippendorff_alpha(units), *alpha_interval(units, **options)))
    rows.append(
        (len(twice), krippendorff_alpha(twice, "masi"), *alpha_interval(twice, "masi", **options))
    )
    return pd.DataFrame(rows, index=[*names, "(all)"], columns=columns)
