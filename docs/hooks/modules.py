"""Draw the table of all modules into the architecture page, from their first lines."""

import ast
from pathlib import Path
from typing import Any

MARK = "<!-- modules -->"
SOURCE = Path(__file__).parents[2] / "src" / "vnpolitext"


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Replace the mark by the tables; mkdocs calls this for every page."""
    return markdown.replace(MARK, tables()) if MARK in markdown else markdown


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


def first_line(module: Path) -> str:
    """Return the first line of a module's docstring."""
    text = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return text.split("\n", 1)[0].replace("``", "`").replace("|", "\\|")
