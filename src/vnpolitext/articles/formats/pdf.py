"""PDF files with a text layer."""

import io
import logging

from vnpolitext.articles.draft import Reading


def read_pdf(data: bytes) -> Reading:
    """Return the text layer of a PDF file, pages parted by form feeds.

    Raises:
        ValueError: The file is damaged, encrypted or has no text layer.
        ImportError: pypdf is not installed.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("a PDF file that is encrypted with a password")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ValueError(f"not a readable PDF file ({type(error).__name__})") from None
    text = "\f".join(pages)
    if not text.strip():
        raise ValueError("a PDF file without a text layer; it needs optical recognition first")
    return Reading(text)
