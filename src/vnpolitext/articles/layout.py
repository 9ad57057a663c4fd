"""The layout rules: which phrases mark chrome, metadata, captions, notes and signatures."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from vnpolitext.models import ModelError, model_file, read_toml

FIELDS: Final = ("published", "updated", "views", "author", "editor", "source", "url", "section")


@dataclass(frozen=True, slots=True)
class Layout:
    """Folded phrases, by what they mark; see the notes in ``layout.toml``."""

    chrome: frozenset[str]
    chrome_headings: frozenset[str]
    chrome_prefixes: tuple[str, ...]
    chrome_openers: frozenset[str]
    sites: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]
    mottos: tuple[str, ...]
    kinds: frozenset[str]
    issuers: tuple[str, ...]
    open_words: frozenset[str]
    continuations: tuple[str, ...]
    caption_prefixes: tuple[str, ...]
    credits: tuple[str, ...]
    lead_prefixes: tuple[str, ...]
    salutations: tuple[str, ...]
    note_headings: frozenset[str]
    note_words: tuple[str, ...]
    signature_prefixes: tuple[str, ...]
    signature_suffixes: tuple[str, ...]
    takeovers: tuple[str, ...]
    offices: tuple[str, ...]
    honours: frozenset[str]


@lru_cache(maxsize=1)
def layout() -> Layout:
    """Return the shipped layout rules, read once.

    Raises:
        ModelError: The file lacks a list or has something else in its place.
    """
    path = model_file("articles", "vietnamese-pages", "layout.toml")
    data = read_toml(path)

    def phrases(table: str, key: str) -> tuple[str, ...]:
        return _phrases(data, table, key, path)

    labels = sorted(
        ((label, field) for field in FIELDS for label in phrases("labels", field)),
        key=lambda pair: -len(pair[0]),
    )
    return Layout(
        chrome=frozenset(phrases("chrome", "lines")),
        chrome_headings=frozenset(phrases("chrome", "headings")),
        chrome_prefixes=phrases("chrome", "prefixes"),
        chrome_openers=frozenset(phrases("chrome", "openers")),
        sites=phrases("chrome", "sites"),
        labels=tuple(labels),
        mottos=phrases("letterhead", "mottos"),
        kinds=frozenset(phrases("letterhead", "kinds")),
        issuers=phrases("letterhead", "issuers"),
        open_words=frozenset(phrases("wrapping", "open_words")),
        continuations=phrases("letterhead", "continuations"),
        caption_prefixes=phrases("captions", "prefixes"),
        credits=phrases("captions", "credits"),
        lead_prefixes=phrases("leads", "prefixes"),
        salutations=phrases("leads", "salutations"),
        note_headings=frozenset(phrases("footnotes", "headings")),
        note_words=phrases("footnotes", "words"),
        signature_prefixes=phrases("signatures", "prefixes"),
        signature_suffixes=phrases("signatures", "suffixes"),
        takeovers=phrases("signatures", "takeovers"),
        offices=phrases("signatures", "offices"),
        honours=frozenset(phrases("signatures", "honours")),
    )


def _phrases(data: dict[str, Any], table: str, key: str, path: Path) -> tuple[str, ...]:
    found = data.get(table, {}).get(key)
    if not isinstance(found, list) or not all(isinstance(item, str) and item for item in found):
        raise ModelError(f"{path}: [{table}] {key} must be a list of phrases")
    return tuple(found)
