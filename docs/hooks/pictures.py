"""Draw the pictures of the gallery when the site is built, each with the lines that stand over it.

In the gallery, ``<!-- picture: NAME -->`` behind a block of Python code stands for the picture that
the code draws on the figure that is open when it ends. The blocks of a page run one after another.
Other pages show a picture of the gallery by the same mark.
"""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

_BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```\n+(?:<!-- picture: (?P<name>[a-z-]+) -->)?", re.M | re.S
)
_PAGES = {"gallery.md": "pictures", "gallery.vi.md": "pictures/vi"}


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Show each picture where its mark stands, from however deep a page looks at it."""
    spoken = "gallery.vi.md" if page.file.src_uri.endswith(".vi.md") else "gallery.md"
    folder = "../" * page.url.count("/") + _PAGES[spoken]
    return re.sub(
        r"<!-- picture: ([a-z-]+) -->", rf'<img alt="\1" src="{folder}/\1.svg">', markdown
    )


def on_post_build(*, config: Any) -> None:
    """Draw the pictures into the site; once, though it is built for every language."""
    for name, pictures in _PAGES.items():
        folder = Path(config["site_dir"]) / pictures
        folder.mkdir(parents=True, exist_ok=True)
        page = (Path(config["docs_dir"]) / name).read_text(encoding="utf-8")
        if not (folder / "career.svg").exists():
            for picture, content in drawn(page).items():
                (folder / f"{picture}.svg").write_bytes(content)


def drawn(markdown: str) -> dict[str, bytes]:
    """Run the code of a page and return its pictures by name."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    pictures: dict[str, bytes] = {}
    names: dict[str, Any] = {}
    for block in _BLOCK.finditer(markdown):
        exec(compile(block["code"], "gallery", "exec"), names)  # noqa: S102 - our own page
        if block["name"]:
            content = BytesIO()
            plt.gcf().savefig(content, format="svg", bbox_inches="tight")
            pictures[block["name"]] = content.getvalue()
            plt.close("all")
    return pictures
