"""Numbered notes and references, which are no items."""

from vnpolitext.directives.build import Chain
from vnpolitext.directives.layout import Layout
from vnpolitext.directives.rules import layout_rules

_LONGEST_ENTRY = 600


def is_note(layout: Layout, chain: Chain) -> bool:
    """Whether the list is an apparatus: footnotes, references, a bibliography."""
    if chain.parent is not None or chain.kind not in ("arabic", "letter"):
        return False
    return chain.is_note or _under_notes(layout, chain) or _is_bibliography(layout, chain)


def _under_notes(layout: Layout, chain: Chain) -> bool:
    """Whether a heading of notes, or a rule behind a sentence, stands just above."""
    above = layout.previous_paragraph(chain.items[0].candidate.line)
    if above is None:
        return False
    start, end = above
    line = layout.lower[start : min(end, start + 80)].strip(" *_#:[]()")
    if line.removesuffix("sửa | sửa mã nguồn").strip(" []:*") in layout_rules().notes:
        return True
    if not layout.is_rule(start, end) or chain.items[0].candidate.form not in ("()", "-", ")"):
        return False
    before = layout.previous_paragraph(start)
    return before is not None and not layout.is_open(*before)


def _is_bibliography(layout: Layout, chain: Chain) -> bool:
    words = layout_rules().bibliography
    entries = [
        layout.lower[item.candidate.body : min(item.end, item.candidate.body + _LONGEST_ENTRY)]
        for item in chain.items
    ]
    hits = sum(any(word in entry for word in words) for entry in entries)
    return 3 * hits > 2 * len(entries)
