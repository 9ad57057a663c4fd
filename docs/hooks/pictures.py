"""Draw the pictures of the gallery when the site is built, each with the lines that stand over it.

In the gallery, ``<!-- picture: NAME -->`` behind a block of Python code stands for the picture that
the code draws on the figure that is open when it ends. The blocks of a page run one after another.
Other pages show a picture of the gallery by the same mark. Pictures are kept in ``out/pictures``
and drawn anew when the page, the library or matplotlib has changed.
"""

import re
import shutil
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
_KEPT = _ROOT / "out" / "pictures"
_SOURCES = ("src", "models", "examples")
_BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```\n+(?:<!-- picture: (?P<name>[a-z-]+) -->)?", re.M | re.S
)
_MARK = re.compile(r"<!-- picture: ([a-z-]+) -->")
_PAGES = {"gallery.md": "pictures", "gallery.vi.md": "pictures/vi"}


def on_page_markdown(markdown: str, *, page: Any, config: Any, **_: Any) -> str:
    """Show each picture where its mark stands, from however deep a page looks at it."""
    spoken = "gallery.vi.md" if page.file.src_uri.endswith(".vi.md") else "gallery.md"
    folder = "../" * page.url.count("/") + _PAGES[spoken]
    told = headings((Path(config["docs_dir"]) / spoken).read_text(encoding="utf-8"))
    return _MARK.sub(
        lambda mark: f'<img alt="{told[mark[1]]}" src="{folder}/{mark[1]}.svg">', markdown
    )


def headings(gallery: str) -> dict[str, str]:
    """Return by the name of each picture the heading that it stands under."""
    return {
        name: section.partition("\n")[0]
        for section in gallery.split("\n## ")
        for name in _MARK.findall(section)
    }


def on_post_build(*, config: Any) -> None:
    """Put the pictures into the site; this is called for every language."""
    for name, pictures in _PAGES.items():
        folder = Path(config["site_dir"]) / pictures
        if not (folder / "career.svg").exists():
            page = (Path(config["docs_dir"]) / name).read_text(encoding="utf-8")
            shutil.copytree(kept(page, name), folder, dirs_exist_ok=True)


def kept(markdown: str, name: str) -> Path:
    """Return the folder of the pictures of a page, drawn if they are not there."""
    folder = _KEPT / name / digest(markdown)
    if not folder.is_dir():
        shutil.rmtree(_KEPT / name, ignore_errors=True)
        fresh = folder.with_suffix(".fresh")
        fresh.mkdir(parents=True)
        for picture, content in drawn(markdown).items():
            (fresh / f"{picture}.svg").write_bytes(content)
        fresh.rename(folder)
    return folder


def digest(markdown: str) -> str:
    """Return what changes when the pictures of a page may: its code, the library, matplotlib."""
    told = sha256(version("matplotlib").encode())
    for block in _BLOCK.finditer(markdown):
        told.update(block[0].encode("utf-8"))
    files = (path for source in _SOURCES for path in (_ROOT / source).rglob("*"))
    for path in sorted(
        path for path in files if "__pycache__" not in path.parts and path.is_file()
    ):
        told.update(path.relative_to(_ROOT).as_posix().encode("utf-8") + path.read_bytes())
    return told.hexdigest()[:16]


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
