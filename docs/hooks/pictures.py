"""Draw the pictures of the gallery when the site is built, each with the lines that stand over it.

In a page, ``<!-- picture: NAME -->`` behind a block of Python code stands for the picture that the
code draws on the figure that is open when it ends. The blocks of a page run one after the other.
"""

import re
from io import BytesIO
from typing import Any

from mkdocs.structure.files import File, Files

_BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```\n+(?:<!-- picture: (?P<name>[a-z-]+) -->)?", re.M | re.S
)
_PAGE = "gallery.md"


def on_files(files: Files, *, config: Any, **_: Any) -> Files:
    """Add the pictures of the gallery to the files of the site."""
    page = files.get_file_from_path(_PAGE)
    if page is not None:
        for name, picture in drawn(page.content_string).items():
            files.append(File.generated(config, f"pictures/{name}.svg", content=picture))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Show each picture where its mark stands."""
    return re.sub(r"<!-- picture: ([a-z-]+) -->", r"![\1](pictures/\1.svg)", markdown)


def drawn(markdown: str) -> dict[str, bytes]:
    """Run the code of a page and return its pictures by name."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    pictures: dict[str, bytes] = {}
    names: dict[str, Any] = {}
    for block in _BLOCK.finditer(markdown):
        exec(compile(block["code"], _PAGE, "exec"), names)  # noqa: S102 - our own page
        if block["name"]:
            content = BytesIO()
            plt.gcf().savefig(content, format="svg", bbox_inches="tight")
            pictures[block["name"]] = content.getvalue()
            plt.close("all")
    return pictures
