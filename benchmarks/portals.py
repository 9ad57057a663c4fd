"""Pages of invented portals, with what is right of each.

A template is a page in the manner of one system for websites; its first line says what it does not
tell. Places such as ``[[title]]`` are filled with invented words by seed: ``p``, ``h``, ``c`` and
``l`` with a number stand for paragraphs, headings, captions and items.
"""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

FOLDER = Path(__file__).parents[1] / "tests" / "gold" / "portals"
PLACE = re.compile(r"\[\[([A-Za-z0-9 ]+)\]\]")
PART = re.compile(r"\[\[([phcl]\d{1,2}|lead)\]\]")
KINDS = {"p": "paragraphs", "h": "headings", "c": "captions", "l": "items"}
FIRST = datetime(2009, 1, 1)


@dataclass(frozen=True)
class Portal:
    """A page, and what is right of it; ``None`` where the page tells nothing."""

    name: str
    source: str
    title: str
    published: str | None
    author: str | None
    lead: str | None
    captions: list[str]
    headings: list[str]
    body: str


def names() -> list[str]:
    """Return the names of the templates."""
    return sorted(path.stem for path in FOLDER.glob("*.html"))


def portals(seed: int) -> Iterator[Portal]:
    """Yield a page of each template."""
    for name in names():
        yield portal(name, seed)


def portal(name: str, seed: int) -> Portal:
    """Return a page of one template."""
    told, _, template = (FOLDER / f"{name}.html").read_text(encoding="utf-8").partition("\n")
    random = Random(f"{name} {seed}")  # noqa: S311 - words of a test
    words = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))
    moment = FIRST + timedelta(minutes=random.randrange(7_000_000))
    values = filling(words, moment, random)
    order = dict.fromkeys(PART.findall(template))
    parts = {place: values[place] for place in order}
    day = moment.isoformat() if "time" not in told else moment.date().isoformat()

    def of(kind: str) -> list[str]:
        return [value for place, value in parts.items() if place[0] == kind and place != "lead"]

    return Portal(
        name,
        PLACE.sub(lambda place: filled(place[1], values, words), template),
        values["title"],
        None if "published" in told else day,
        None if "author" in told else values["author"],
        None if "lead" in told else values["lead"],
        of("c"),
        of("h"),
        "\n".join(parts.values()),
    )


def filling(words: dict[str, list[str]], moment: datetime, random: Random) -> dict[str, str]:
    """Return the words for each place of a template."""
    values = {
        "title": random.choice(words["titles"]),
        "lead": random.choice(words["leads"]),
        "author": random.choice(words["authors"]),
        "site": random.choice(words["sites"]),
        "week": words["days"][moment.weekday()],
        "iso": moment.isoformat(),
        "dmy": f"{moment:%d/%m/%Y}",
        "dash": f"{moment:%d-%m-%Y}",
        "hm": f"{moment:%H:%M}",
        "d": str(moment.day),
        "d2": f"{moment:%d}",
        "m": str(moment.month),
        "m2": f"{moment:%m}",
        "y": str(moment.year),
        "h": str(moment.hour),
        "min": f"{moment:%M}",
        "min2": f"{moment:%M}",
    }
    values["AUTHOR"] = values["author"].upper()
    for letter, kind in (*KINDS.items(), ("other", "others")):
        shuffled = random.sample(words[kind], len(words[kind]))
        values |= {f"{letter}{at}": value for at, value in enumerate(shuffled, start=1)}
    return values


def filled(place: str, values: dict[str, str], words: dict[str, list[str]]) -> str:
    """Return the HTML that stands in a place."""
    items = [f"<a href='/m{at}'>{name}</a>" for at, name in enumerate(words["menu"])]
    others = [
        f"<a href='/n{at}.html'>{html.escape(values[f'other{at}'], quote=False)}</a>"
        for at in range(1, 7)
    ]
    lists = {
        "menu": "".join(f"<li>{item}</li>" for item in items),
        "menu links": " | ".join(items),
        "links": "".join(f"<li>{other}</li>" for other in others),
        "dated": "".join(f"<li>{other} <span>({values['dmy']})</span></li>" for other in others),
        "foot": "".join(f"<p>{line}</p>" for line in words["foot"]),
        "weather": "<br>".join(f"{name}: 2{len(name) % 9}°C" for name in words["places"]),
    }
    return lists.get(place) or html.escape(values[place], quote=False)
