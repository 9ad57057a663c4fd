"""The page: data, style and scripts in one file."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from vnpolitext._version import __version__
from vnpolitext.analysis import Analysis
from vnpolitext.progress import under_way
from vnpolitext.views.explorer.gathering import gather, without_text
from vnpolitext.views.explorer.packing import packed, policy
from vnpolitext.views.groups import GENRES
from vnpolitext.views.language import catalogue, check_language

if TYPE_CHECKING:
    from vnpolitext.themes import Comparison

_MOST_BYTES: Final = 6_000_000
_LIBRARY: Final = ("vega.min.js", "vega-lite.min.js", "vega-embed.min.js")
_SCRIPTS: Final = (
    "words.js",
    "data.js",
    "state.js",
    "page.js",
    "tables.js",
    "charts.js",
    "keys.js",
    "networks.js",
    "overview.js",
    "people.js",
    "documents.js",
    "places.js",
    "directives.js",
    "statements.js",
    "themes.js",
    "texts.js",
    "main.js",
)


@under_way("report html")
def report_html(
    analyses: Iterable[Analysis],
    comparison: Comparison | None = None,
    *,
    title: str | None = None,
    language: str = "en",
    store: str | None = None,
) -> str:
    """Return a page to explore what was found in documents, complete in itself.

    It has views of people, documents, places, directives, statements, themes and texts, which
    filter one another. Where the page would pass 6 MB, the texts are left out, then their items and
    statements, too, as they are of more than 1,000 documents; the tables stay.

    Args:
        analyses: The analysed documents.
        comparison: What ``vnpolitext.compare`` found in them, if it was asked.
        title: Heading of the page.
        language: ``"en"`` or ``"vi"``.
        store: Where the records stand, as seen from the page: one without the texts leads there.

    Returns:
        HTML that needs no other file and no network.

    Raises:
        LanguageError: The language is neither.

    Example:
        >>> import vnpolitext as vp
        >>> from vnpolitext.views import report_html
        >>> report_html([vp.analyze("Xã Mây họp.")], language="vi").splitlines()[1]
        '<html lang="vi">'
    """
    from jinja2 import Environment, PackageLoader, select_autoescape

    check_language(language)
    messages = catalogue(language)
    data, texts = gather(analyses, comparison)
    data |= {
        "title": title or messages.gettext("vnpolitext report"),
        "language": language,
        "version": __version__,
        "store": store,
        "messages": dict(messages.messages),
        "genres": {genre: messages.gettext(genre) for genre in sorted(GENRES)},
    }
    environment = Environment(
        loader=PackageLoader("vnpolitext.views.explorer", ""),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    library = [_read("vendor", name) for name in _LIBRARY]
    scripts = [_read("scripts", name) for name in _SCRIPTS]

    def written() -> str:
        return environment.get_template("page.html.j2").render(
            title=data["title"],
            language=language,
            _=messages.gettext,
            policy=policy((*library, *scripts)),
            style=_read("page.css"),
            scripts=scripts,
            data=packed(data),
            library=packed(library),
            texts=packed(texts),
        )

    page = written()
    if texts and _is_too_large(page):
        data["whole"], texts = False, [without_text(each) for each in texts]
        page = written()
    if texts and _is_too_large(page):
        data["inside"], texts = False, []
        page = written()
    return page


def _is_too_large(page: str) -> bool:
    return len(page.encode("utf-8", "replace")) > _MOST_BYTES


def _read(*path: str) -> str:
    """Return a file of the page without the address of a source map, which is not there."""
    text = files("vnpolitext.views.explorer").joinpath(*path).read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if not line.startswith("//# sourceMappingURL="))
    return "\n".join(lines)
