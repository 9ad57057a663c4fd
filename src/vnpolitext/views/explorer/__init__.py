"""The explorer: one HTML page, complete in itself, to look through what was found."""

from vnpolitext.views.explorer.page import report_html

__all__ = ["report_html"]
