"""The kit: one function a kind of model, for the tests of whoever makes one.

```python
from vnpolitext import models, testing


def test_my_segmenter():
    print(testing.check_segmenter(models.load("mylab/cutter-2")))
```
"""

from __future__ import annotations

from functools import partial
from typing import Any

from vnpolitext.errors import expect
from vnpolitext.models import KINDS
from vnpolitext.models.kinds import (
    CitationRules,
    Embedder,
    Gazetteer,
    PersonTagger,
    Segmenter,
    ThemeLexicon,
)
from vnpolitext.progress import under_way
from vnpolitext.testing import checks, samples
from vnpolitext.testing.report import CheckError, Report
from vnpolitext.testing.vectors import check_vectors
from vnpolitext.text import fold

_COMMON = (
    checks.survives_any_text,
    checks.finds_nothing_in_nothing,
    checks.spans_lie_in_the_text,
    checks.gives_the_same_again,
    checks.is_one_for_all_threads,
    checks.travels_to_workers,
    checks.grows_with_the_text,
)


def check_segmenter(model: Segmenter, *, texts: tuple[str, ...] = (), workers: int = 1) -> Report:
    """Try a word segmenter.

    Args:
        model: The segmenter.
        texts: Texts of your own to try it on, besides the kit's.
        workers: Fresh processes to send it to; 0 for none.

    Returns:
        The checks it passed, its speed and memory.

    Raises:
        CheckError: It failed some; the message has them all.
    """
    trial = _trial(model, "segment", texts, workers)
    return _check(trial, Segmenter, checks.only_blanks_stand_between_words)


def check_person_tagger(
    model: PersonTagger, *, texts: tuple[str, ...] = (), workers: int = 1
) -> Report:
    """Try a tagger of personal names; see ``check_segmenter``."""
    trial = _trial(model, "tag", texts, workers)
    return _check(trial, PersonTagger)


def check_citation_rules(
    model: CitationRules, *, texts: tuple[str, ...] = (), workers: int = 1
) -> Report:
    """Try rules that find cited documents; see ``check_segmenter``."""
    trial = _trial(model, "find_citations", texts, workers)
    return _check(trial, CitationRules, checks.records_show_the_text)


def check_gazetteer(model: Gazetteer, *, texts: tuple[str, ...] = (), workers: int = 1) -> Report:
    """Try a gazetteer of administrative units; see ``check_segmenter``."""
    trial = _trial(model, "find_places", texts, workers)
    return _check(trial, Gazetteer, checks.records_show_the_text)


def check_theme_lexicon(model: ThemeLexicon) -> Report:
    """Try a lexicon of themes: names and terms that are there, and each only once in a theme.

    Raises:
        CheckError: It failed; the message has every fault.
    """
    _check_protocol(model, ThemeLexicon)
    themes = model.themes
    faults = [] if themes else ["there is no theme"]
    for theme, terms in themes.items():
        if not isinstance(theme, str) or not theme.strip():
            faults.append(f"{theme!r} is no name of a theme")
        if not terms or isinstance(terms, str):
            faults.append(f"the theme {theme!r} has no list of terms")
            continue
        folded = [fold(term) if isinstance(term, str) else "" for term in terms]
        faults += [
            f"the theme {theme!r} has the term {term!r}, which says nothing"
            for term, form in zip(terms, folded, strict=True)
            if not form
        ]
        doubles = sorted({form for form in folded if form and folded.count(form) > 1})
        faults += [f"the theme {theme!r} has the term {form!r} twice" for form in doubles]
    if faults:
        raise CheckError("\n".join([f"{_name(model)} fails", *faults]))
    terms_in_all = sum(map(len, themes.values()))
    return Report(_name(model), (f"{len(themes)} themes with {terms_in_all} terms",))


def check_embedder(model: Embedder, *, workers: int = 1) -> Report:
    """Try an embedder: shapes, finite numbers, order, batches, long texts, threads, pickling.

    Raises:
        CheckError: It failed some; the message has them all.
    """
    _check_protocol(model, Embedder)
    return check_vectors(_name(model), model, workers=workers)


CHECKS = {
    "words": check_segmenter,
    "persons": check_person_tagger,
    "citations": check_citation_rules,
    "places": check_gazetteer,
    "themes": check_theme_lexicon,
    "embeddings": check_embedder,
}
"""The check of every kind of model that has a protocol."""


@under_way("check object")
def check_object(kind: str, model: Any, *, workers: int = 1) -> Report:
    """Try a loaded model of the named kind.

    Raises:
        CheckError: It failed.
        ValueError: There is no check for the kind.
    """
    expect(kind, str, "the name of a kind is wanted")
    if kind not in CHECKS:
        raise ValueError(f"models of the kind {kind!r} are data; there is nothing to try")
    check: Any = CHECKS[kind]
    if kind == "themes":
        return check(model)  # type: ignore[no-any-return]
    return partial(check, workers=workers)(model)  # type: ignore[no-any-return]


def _trial(model: Any, method: str, texts: tuple[str, ...], workers: int) -> checks.Trial:
    return checks.Trial(model, method, (*samples.ALL, *texts), workers)


def _check(trial: checks.Trial, protocol: Any, *more: checks.Check) -> Report:
    model = trial.model
    _check_protocol(model, protocol)
    return checks.run_checks(_name(model), trial, (*_COMMON, *more))


def _check_protocol(model: Any, protocol: Any) -> None:
    if not isinstance(model, protocol):
        kind = next(name for name, kind in KINDS.items() if kind.protocol is protocol)
        raise CheckError(
            f"{_name(model)} is no {protocol.__name__}, which a model of the kind {kind} must be"
        )


def _name(model: Any) -> str:
    return str(getattr(model, "name", "") or type(model).__name__)
