"""Pictures: highlighted text, plots, the HTML report."""

from vnpolitext.views.report import report_html
from vnpolitext.views.summary import Summary, summarise

__all__ = ["Summary", "report_html", "summarise"]
