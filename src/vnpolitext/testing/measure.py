"""``models evaluate``: one model against annotated texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from vnpolitext.evaluation import Evaluation, Figure, GoldError, Run, read_gold, run
from vnpolitext.evaluation.facts import PlainDocument
from vnpolitext.models import CitationRules, Gazetteer, Model, PersonTagger, Segmenter, load
from vnpolitext.models import card as card_of
from vnpolitext.progress import under_way


@under_way("measure model")
def measure_model(
    name: str, gold: str | Path, *, kind: str | None = None
) -> tuple[Run, tuple[str, ...]]:
    """Run a model over annotated texts.

    Args:
        name: Name or path of the model.
        gold: For word segmenters a CoNLL-U file of segmented sentences; for taggers of persons,
            citation rules and gazetteers annotated texts (``.jsonl``) or a folder of them.
        kind: The kind of the model, where the name alone does not say.

    Returns:
        The run, and the names of the figures that say something of a model of this kind: read them
        with ``run.figures[name]`` and ``run.interval(name)``.

    Raises:
        ModelError: There is no such model.
        GoldError: The annotated texts cannot be read.
        ValueError: There is nothing to measure for models of this kind.
    """
    card = card_of(name, kind=kind)
    if card.kind not in _FIGURES:
        raise ValueError(f"{card.full_name}: nothing is measured for the kind {card.kind}")
    model = load(name, kind=card.kind)
    if isinstance(model, Model):
        raise ValueError(f"{card.full_name} is data without a loader; there is nothing to run")
    if card.kind == "words":
        return _measure_words(model, Path(gold)), _FIGURES["words"]
    predict = _PREDICTIONS[card.kind]
    result = run(read_gold(gold), lambda document: {**_bare(document), **predict(model, document)})
    return result, _FIGURES[card.kind]


def read_conllu(path: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the text of every sentence of a CoNLL-U file and the spans of its words.

    Raises:
        GoldError: The file cannot be read or has no sentence.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from None
    sentence: list[tuple[str, bool]] = []
    empty = True
    for line in (*lines, ""):
        cells = line.rstrip("\r").split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            sentence.append((cells[1], "SpaceAfter=No" in cells[9]))
        elif not line.strip() and sentence:
            yield _joined(sentence)
            sentence, empty = [], False
    if empty:
        raise GoldError(f"{path}: no sentence in CoNLL-U")


def _joined(sentence: Sequence[tuple[str, bool]]) -> tuple[str, list[tuple[int, int]]]:
    text, words = "", []
    for form, glued in sentence:
        words.append((len(text), len(text) + len(form)))
        text += form if glued else f"{form} "
    return text.rstrip(), words


def _measure_words(model: Segmenter, path: Path) -> Run:
    documents: list[PlainDocument] = []
    evaluations = []
    for number, (text, words) in enumerate(read_conllu(path)):
        wanted, found = set(words), {tuple(span) for span in model.segment(text)}
        both = len(wanted & found)
        documents.append({"id": str(number), "text": text})
        evaluations.append(Evaluation({"words": Figure(len(wanted), len(found), both, both)}, {}))
    return Run(tuple(documents), tuple(evaluations))


def _bare(document: PlainDocument) -> dict[str, Any]:
    return {"id": document["id"], "text": document["text"]}


def _persons(model: PersonTagger, document: PlainDocument) -> dict[str, Any]:
    mentions = [list(span) for span in model.tag(document["text"])]
    return {"persons": [{"mentions": mentions, "positions": []}]}


def _citations(model: CitationRules, document: PlainDocument) -> dict[str, Any]:
    found = model.find_citations(document["text"])
    return {"citations": [_plain(record, "number", "issued", "issuer", "term") for record in found]}


def _places(model: Gazetteer, document: PlainDocument) -> dict[str, Any]:
    return {"places": [_plain(found, "level") for found in model.find_places(document["text"])]}


def _plain(record: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(record, name, None) for name in ("start", "end", "text", *names)}


_PREDICTIONS: Final[dict[str, Callable[[Any, PlainDocument], dict[str, Any]]]] = {
    "persons": _persons,
    "citations": _citations,
    "places": _places,
}
_FIGURES: Final = {
    "words": ("words",),
    "persons": ("persons.mentions",),
    "citations": ("citations.spans", "citations.keys"),
    "places": ("places.spans", "places.levels"),
}
