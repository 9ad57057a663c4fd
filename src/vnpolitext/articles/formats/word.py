"""Word documents (``.docx``)."""

import io
import zipfile
from typing import Any, Final

_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def read_docx(data: bytes) -> tuple[str, dict[str, Any]]:
    """Return the text of a Word document, one paragraph a line, table rows with ``|``.

    Raises:
        ValueError: The file is encrypted, of the old binary format, damaged or without text.
        ImportError: python-docx is not installed.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    if data.startswith(_OLE):
        locked = _ENCRYPTED in data
        kind = "encrypted with a password" if locked else "an old Word file; save it as .docx"
        raise ValueError(kind)
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise ValueError(f"not a readable Word file ({type(error).__name__})") from None
    lines: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            lines += _rows(part)
        else:
            level = (part.style.name or "") if part.style is not None else ""
            heading = level.startswith(("Heading", "Title")) and part.text.strip()
            lines.append(f"# {part.text}" if heading else part.text)
    text = "\n".join(lines)
    if not text.strip():
        raise ValueError("a Word file without text")
    return text, {}


def _rows(table: Any) -> list[str]:
    rows: list[str] = []
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            words = " ".join(cell.text.split())
            if not cells or cells[-1] != words:
                cells.append(words)
        rows.append("| " + " | ".join(cells) + " |")
    return rows
