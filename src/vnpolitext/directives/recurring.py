"""What is to be done again and again: *hằng năm*, *định kỳ 6 tháng*, *3 tháng một lần*."""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text.patterns import lazy_pattern

_EVERY: Final = lazy_pattern(
    r"(?<!\w)(?P<often>định[ \n]kỳ[ \n])?(?:h[ằà]ng|mỗi)[ \n](?P<period>năm|quý|tháng|tuần|ngày)"
    r"(?P<and>, ?(?:năm|quý|tháng)(?=[ \n]\w))?"
    r"(?P<once>[ \n](?:(?P<single>một|0?1)|hai|ba|[0-9]{1,2})[ \n]lần)?(?!\w)"
    r"|(?<!\w)(?:định[ \n]kỳ[ \n])?(?P<each>[0-9]{1,2}|hai|ba|sáu|chín)[ \n]"
    r"(?P<length>năm|quý|tháng|tuần|ngày)"
    r"(?:/|[ \n](?:một|1|01)[ \n])lần"
    r"|(?<!\w)định[ \n]kỳ[ \n](?P<every>[0-9]{1,2})[ \n](?P<unit>năm|quý|tháng|tuần|ngày)(?!\w)"
    r"|(?<!\w)định[ \n]kỳ(?!\w)"
)
_PERIODS: Final = {"năm": "P1Y", "quý": "P3M", "tháng": "P1M", "tuần": "P7D", "ngày": "P1D"}
_LENGTHS: Final = {"ngày": "P{}D", "tuần": "P{}W", "quý": "P{}M", "tháng": "P{}M", "năm": "P{}Y"}
_MONTHS_OF: Final = {"quý": 3}
_FEW: Final = {"hai": 2, "ba": 3, "sáu": 6, "chín": 9}
_OPENS: Final = lazy_pattern(r"(?:[.;:,!?…()+•*–-]|\n|(?<!\w)và)[ \n]*\Z")
_LASTING: Final = lazy_pattern(r"(?:thường xuyên|liên tục|một lần|theo)[ \n]\Z")
_ENDS: Final = lazy_pattern(r"[ \n*_]*(?:[.;,:!?…)]|\Z|\n|theo(?!\w)|hoặc(?!\w))")
_LABEL: Final = lazy_pattern(r"[^.;,\n]{0,30}:[*_ ]*(?:\n|\Z)")
_AFTER: Final = 60
_BEFORE: Final = 80
_BACK: Final = 9


def recurrence(lower: str, at: int, first: int, end: int) -> re.Match[str] | None:
    """Return what recurs at ``at``, where it says when to act, and not which plan or pay is meant.

    It opens a clause, stands before the verb, right behind it at the end of its clause, or says
    plainly that it does (*3 tháng một lần*, *định kỳ hằng năm*): *kế hoạch hằng năm* is a plan.

    Args:
        lower: The folded text in lower case.
        at: Where the mark of a recurrence was found.
        first: Where the item, or what follows the last deadline, begins.
        end: Where the item ends.
    """
    match = _EVERY.search(lower, max(first, at - _BACK), min(end, at + _AFTER))
    if match is None or not match.start() <= at < match.end():
        return None
    before = lower[max(first, match.start() - _BEFORE) : match.start()]
    if _LABEL.match(lower, match.end(), end):
        return None
    return match if _tells_when(lower, match, before, end) else None


def period(found: re.Match[str]) -> str | None:
    """Return how often, as an ISO 8601 duration; several times in a period have none."""
    if found["once"] and not found["single"]:
        return None
    if found["period"]:
        return _PERIODS[found["period"]]
    amount, unit = found["each"] or found["every"], found["length"] or found["unit"]
    if not amount:
        return None
    return _LENGTHS[unit].format((_FEW.get(amount) or int(amount)) * _MONTHS_OF.get(unit, 1))


def _tells_when(lower: str, match: re.Match[str], before: str, end: int) -> bool:
    if not before.strip() or _OPENS.search(before) or match["each"] or match["once"]:
        return True
    actions = task_rules().actions
    action = actions.longest(lower, min(match.end() + 1, end), end)
    if action is not None and action[1] in ("verb", "light"):
        return True
    if match["often"] or match["every"] or _LASTING.search(before):
        return bool(match["every"]) or not before.rstrip().endswith("báo cáo")
    if match[0] == "định kỳ":
        return False
    clause = re.split(r"[.;:,\n]", before)[-1].strip()
    verb = actions.longest(clause, 0, len(clause))
    is_verb = verb is not None and verb[0] == len(clause) and verb[1] in ("verb", "light")
    return is_verb and _ENDS.match(lower, match.end(), end) is not None
