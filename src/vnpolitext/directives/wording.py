"""What introduces a list, and what an item is headed with."""

from typing import Final

from vnpolitext.directives.bounds import NOT_ABBREVIATED, SENTENCE_END
from vnpolitext.directives.build import Chain, Item
from vnpolitext.layout import Page
from vnpolitext.text.patterns import lazy_pattern

_CLAUSE: Final = lazy_pattern(rf"[.;:!?…]{NOT_ABBREVIATED}(?=[\s\"”)]|\Z)|,?[ ]*\n")
_COMMA: Final = lazy_pattern(r",(?= )")
_OPENING: Final = ' \n.,:;-–/)\\*_"“'
_EDGE: Final = " \n.,:;-–/\\*_"
_ANNOUNCING: Final = lazy_pattern(
    r"(?:như sau|sau đây|sau|gồm|là|nội dung|việc|điểm|nhóm|vấn đề)\W*\Z"
)
_LONGEST_LEAD: Final = 600
_LONGEST_HEADING: Final = 160


def lead_in(page: Page, chain: Chain) -> str | None:
    """Return the sentence that announces the list, or ``None``."""
    paragraphs = page.paragraphs
    first = chain.items[0].candidate
    if first.at_line:
        above = paragraphs.above(first.line)
        if above is None:
            return None
        start, end = paragraphs.start(above[0]), above[1]
    else:
        start, end = paragraphs.start(paragraphs.line_start(first.start)), first.start
    start = max(start, end - _LONGEST_LEAD)
    text = page.view.text[start:end].rstrip(" \"“'(*_")
    if chain.parent is not None:
        inside = chain.parent.candidate.body - start
        text = text[max(inside, 0) :] if inside < len(text) else ""
    breaks = list(SENTENCE_END.finditer(text))
    sentence = text[breaks[-1].end() :] if breaks else text
    sentence = " ".join(sentence.lstrip(" \n*_#>-•.,:;)/").rstrip(" \n*_#").split())
    announces = sentence.endswith(":") or _ANNOUNCING.search(sentence.lower())
    return sentence if sentence and (announces or not first.at_line) else None


def heading(page: Page, item: Item) -> str | None:
    """Return the item's bold run or first clause, or ``None`` if it has none of that length."""
    found = _bold_run(page, item)
    if found is None:
        found = _first_clause(page, item)
    return found or None


def _bold_run(page: Page, item: Item) -> str | None:
    """The rest of a bold run the marker stands in, or the bold run right behind it."""
    view, body = page.view, item.candidate.body
    start = view.origin(item.candidate.start)
    if (
        view.source.find(
            "*", max(0, start - 4), start + len(_OPENING) + body - item.candidate.start
        )
        < 0
    ):
        return None
    at = view.origin(body)
    inside = "**" in view.source[max(0, start - 4) : start] and "**" not in view.source[start:at]
    after = view.source[at : at + 8].lstrip()
    if not inside and not after.startswith("**"):
        return None
    opening = at if inside else view.source.index("**", at) + 2
    closing = view.source.find("**", opening, opening + 2 * _LONGEST_HEADING)
    if closing < 0:
        return None
    run = view.text[view.locate(opening) : view.locate(closing)]
    run = " ".join(run.lstrip(_OPENING).rstrip(_EDGE).split())
    return run if len(run) > 1 and len(run) <= _LONGEST_HEADING else None


def _first_clause(page: Page, item: Item) -> str | None:
    paragraphs = page.paragraphs
    start = item.candidate.body
    body = page.view.text[start : min(item.end, start + 2 * _LONGEST_HEADING)]
    skipped = len(body) - len(body.lstrip(_OPENING))
    match = _CLAUSE.search(body, skipped)
    if match is not None and "\n" in match[0]:
        limit = paragraphs.end(start, item.end) - start
        body = body[: max(limit, skipped)].replace("\n", " ")
        match = _CLAUSE.search(body, skipped)
    clause = body[skipped : match.start()] if match else body[skipped:]
    if len(clause) > _LONGEST_HEADING:
        comma = _COMMA.search(clause, 20, _LONGEST_HEADING)
        clause = clause[: comma.start()] if comma else ""
    return " ".join(clause.strip(_EDGE).split()) or None
