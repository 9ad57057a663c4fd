"""Complete pages from the code: modules, shipped models, functions named like their module.

A function that a package offers under the name of the module it stands in (``analysis.analyze``)
is hidden behind that module in the reference; its page gets it added by its full path.
"""

import ast
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "vnpolitext"


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Complete the text of a page; mkdocs calls this for every page."""
    folder, _, name = page.file.src_uri.rpartition("/")
    if folder == "api":
        markdown += "".join(f"\n\n::: {path}\n" for path in hidden(name.removesuffix(".md")))
    for mark, write in (("<!-- modules -->", tables), ("<!-- shelf -->", shelf)):
        if mark in markdown:
            markdown = markdown.replace(mark, write())
    return markdown


def hidden(package: str) -> list[str]:
    """Return the paths of functions that are named like the module they stand in."""
    folder = SOURCE / package
    if not (folder / "__init__.py").is_file():
        return []
    tree = ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))
    imported = {
        (node.module, alias.name)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    return sorted(
        f"{module}.{name}" for module, name in imported if module.rpartition(".")[2] == name
    )


def tables() -> str:
    """Return one table a package, in the order of the names."""
    parts = []
    for package in sorted(path.parent for path in SOURCE.glob("*/__init__.py")):
        rows = [f"### {package.name}", "", first_line(package / "__init__.py"), ""]
        rows += ["| Module | What it does |", "|---|---|"]
        for module in sorted(package.rglob("*.py")):
            if module.name != "__init__.py" and "templates" not in module.parts:
                name = module.relative_to(package).with_suffix("").as_posix().replace("/", ".")
                rows.append(f"| `{name}` | {first_line(module)} |")
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def shelf() -> str:
    """Return a section for every model of the library: what its card says."""
    parts = []
    for path in sorted((ROOT / "models").glob("*/*/model.toml")):
        card = tomllib.loads(path.read_text(encoding="utf-8"))
        parts += [f"### {card['kind']}/{card['name']} {card['version']}", card["summary"]]
        parts.append(f"*For*: {card['intended_use']}")
        parts.append(f"*What it cannot do*: {card['limits']}")
        parts.append(f"*How it is made*: {card['rebuild']}")
        names = "; ".join(
            f"{source['name']} ({source.get('licence', 'no licence named')})"
            for source in card.get("sources", ())
        )
        parts.append(f"*Made from*: {names}")
        figures = [
            f"| {row['measure']} | {row['data']} | {row['value']} | `{row['command']}` |"
            for row in card.get("figures", ())
        ]
        if figures:
            head = "| Measure | Data | Value | Command |\n|---|---|---|---|\n"
            parts.append(head + "\n".join(figures))
    return "\n\n".join(parts)


def first_line(module: Path) -> str:
    """Return the first line of a module's docstring."""
    text = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return text.split("\n", 1)[0].replace("``", "`").replace("|", "\\|")
