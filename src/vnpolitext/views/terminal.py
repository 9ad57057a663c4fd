"""Records in the terminal: a coloured text and a short summary."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from vnpolitext.analysis import Analysis
from vnpolitext.analysis.highlight import pieces
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.views.groups import LEVELS
from vnpolitext.views.language import catalogue, noted, numeral
from vnpolitext.views.summary import Entry, summarise

_STYLES: Final = {
    "person": "bold red",
    "position": "yellow",
    "citation": "bold blue",
    "place": "green",
    "directive": "bold magenta",
    "statement": "italic",
}
_KINDS: Final = {
    "person": noted("person"),
    "position": noted("position"),
    "citation": noted("citation"),
    "place": noted("place"),
    "directive": noted("directive item"),
    "statement": noted("statement"),
}
_SHOWN: Final = 5
# C0, C1 and DEL without line breaks and tabs; what turns the direction of lines; halves of pairs.
_STEERING: Final = lazy_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
)


def coloured(analysis: Analysis, *, language: str = "en") -> RenderableType:
    """Return the text of a document with its records in colour, for a rich console."""
    text = Text()
    for piece in pieces(analysis):
        style = " ".join(_STYLES[mark.kind] for mark in piece.marks[-1:])
        text.append(visible(piece.text), style=style)
    known = catalogue(language)
    legend = Text.assemble(
        *((f"{known.gettext(_KINDS[kind])}  ", style) for kind, style in _STYLES.items())
    )
    return Group(legend, Text(), text)


def summary_table(analyses: Sequence[Analysis], *, language: str = "en") -> RenderableType:
    """Return counts and the most frequent officials, citations and places, for a rich console."""
    summary = summarise(analyses)
    known = catalogue(language)
    headline = known.gettext(
        "{documents} documents, {characters} characters: {persons} persons ({officials} "
        "officials), {cited} cited documents, {places} places, {directives} directive items"
    ).format(
        documents=numeral(summary.documents, language),
        characters=numeral(summary.characters, language),
        persons=numeral(summary.persons, language),
        officials=numeral(len(summary.officials), language),
        cited=numeral(len(summary.citations), language),
        places=numeral(len(summary.places), language),
        directives=numeral(summary.directives, language),
    )
    return Group(
        Text(headline),
        _top(known.gettext("Officials"), summary.officials, language),
        _top(known.gettext("Cited documents"), summary.citations, language),
        _top(known.gettext("Places"), summary.places, language),
    )


def visible(text: str) -> str:
    r"""Return ``text`` with what steers a terminal written out: escapes, other controls, halves.

    Line breaks and tabs stay; so does every letter.

    Example:
        >>> visible("xã\x1b[31m Mây\n")
        'xã\\x1b[31m Mây\n'
    """
    return _STEERING.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def print_to_terminal(*parts: RenderableType) -> None:
    """Print ``parts``; colours only where the output is a terminal that has them."""
    console = Console(soft_wrap=False)
    for part in parts:
        console.print(part)


def _top(title: str, entries: Sequence[Entry], language: str) -> Table:
    messages = catalogue(language)
    table = Table(title=f"\n{title}", title_justify="left", box=None, pad_edge=False, expand=False)
    table.add_column(messages.gettext("name"), min_width=24)
    table.add_column(messages.gettext("count"), justify="right")
    table.add_column(messages.gettext("documents"), justify="right")
    table.add_column(messages.gettext("known of it"), max_width=48)
    for entry in entries[:_SHOWN]:
        first, comma, rest = entry.detail.partition(", ")
        told = f"{messages.gettext(first) if first in LEVELS else first}{comma}{rest}"
        known = shorten(told, 90, placeholder=" …")
        counts = (numeral(number, language) for number in (entry.count, len(entry.documents)))
        cells = (entry.name, *counts, known)
        table.add_row(*(Text(visible(cell)) for cell in cells))
    return table
