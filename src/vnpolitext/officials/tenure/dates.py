"""When somebody held an office: the dates that a text puts beside it, before it or over it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from vnpolitext.layout import Page
from vnpolitext.officials.phrases import Element, Office
from vnpolitext.officials.tenure.asides import is_aside, is_formerly
from vnpolitext.officials.tenure.beside import Beside
from vnpolitext.officials.tenure.decisions import Decided, decided, listed_term
from vnpolitext.officials.tenure.eras import Eras
from vnpolitext.officials.tenure.frames import opens_past
from vnpolitext.officials.tenure.given import given_time
from vnpolitext.officials.tenure.held import ENDED, NONE, Tenure, merged, sharpened, time_of
from vnpolitext.officials.tenure.holders import (
    heading_time,
    holder_time,
    is_past_label,
)
from vnpolitext.officials.tenure.leads import PAST, PAST_LIST, Leads
from vnpolitext.officials.tenure.moments import PARTING, Moments, Stretch
from vnpolitext.officials.tenure.narrated import announces_past, tells_past
from vnpolitext.officials.tenure.numbered import EARLIEST, has_closed
from vnpolitext.officials.tenure.rows import CAREER, Rows
from vnpolitext.officials.tenure.sentences import Sentences
from vnpolitext.officials.tenure.status import Clause
from vnpolitext.officials.tenure.terms import Terms
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.lines import line_above
from vnpolitext.text.patterns import lazy_pattern

_NEAR: Final = 2_000
_NAMED: Final = 30
_DOES: Final = lazy_pattern(r"[*_]{0,4} (?!kiêm|là|giữ|làm|và)[^\W\d_]")
_LINES_UP: Final = 8
_BULLET: Final = lazy_pattern(
    r"\s*(?:(?:[-+*•>|#=\"]|\d{1,2}[.)]|[a-zđ][.)])\s*){0,3}"
    r"(?:(?:trong |vào )?(?:thời gian|giai đoạn) ?)?[(\[]?"
)
_RECORD_END: Final = lazy_pattern(r"[)\]]? ?(?:[:,|\n]|- |là |làm |giữ |được |đảm |$)")
_ITEM: Final = lazy_pattern(r"[ *_]*(?:[-+•]|\d{1,2}[.)])")


class Tenures:
    """The tenures of the offices of one text."""

    def __init__(self, page: Page) -> None:
        """Prepare for the layout of a text."""
        lower = self._lower = page.joined.lower
        self._moments = Moments(lower)
        self._leads = Leads(lower)
        self.eras = Eras(lower)
        self._rows = Rows(self._moments, page.grids, lambda: self.eras.newest)
        self._terms_over = Terms(self._moments, page.headings)
        self._times = Beside(self._moments)
        self._sentences = Sentences(self._moments)

    def of(
        self,
        tokens: Tokens,
        elements: list[Element],
        index: int,
        clause: Clause,
        holder: int,
        *,
        is_listed: bool = False,
    ) -> Tenure:
        """Return the tenure of the office ``elements[index]``.

        Args:
            tokens: The tokens of the text.
            elements: Its names and offices.
            index: Index of the office.
            clause: What the sentence says of it.
            holder: Index in the text of a mention of the person who holds it.
            is_listed: Whether it stands in a list or heads one.
        """
        found = self._of(tokens, elements, index, clause, holder)
        if found.since or found.until:
            return found
        office = elements[index]
        at, last = tokens.starts[office.first], tokens.ends[office.last - 1]
        formerly = is_formerly(self._lower, holder, at)
        announced = None if formerly else self._announced(tokens, office)
        if announced is not None and not found.has_ended:
            return announced
        if formerly or not is_listed:
            return found
        reach = min(holder, last + _NEAR)
        colon = self._lower.find(":", last, reach) >= 0
        if holder > last and not colon and self._lower.find("\n", last, reach) < 0:
            return found
        newest = max(self.eras.newest, EARLIEST)
        own = self._terms_over.before(at, newest) if colon else None
        over = own or self._terms_over.over(at, newest, self._body(tokens, office))
        if over is None:
            return found
        return replace(over, has_ended=over.has_ended or found.has_ended)

    def tells_past(self, first: int, last: int, clause: Clause) -> bool:
        """Return whether an office is told or listed as one of a time long past.

        Args:
            first: Where the office begins.
            last: Where it ends.
            clause: What the sentence says of it.
        """
        if has_closed(self._lower, first, last, self.eras.newest):
            return True
        verb = clause.verb_at
        if verb is not None:
            past = tells_past(self._moments, verb, self.eras.newest)
            return past or opens_past(self._lower, verb, first)
        lead = self._leads.over(first)
        if lead is None:
            return False
        listed = self._lists_past and PAST.search(self._lower, *lead) is not None
        return listed or announces_past(self._moments, *lead, self.eras.newest)

    @cached_property
    def _lists_past(self) -> bool:
        return PAST_LIST.search(self._lower) is not None

    def _body(self, tokens: Tokens, office: Element) -> str:
        """Return the body that an office names, empty without one."""
        if not isinstance(office, Office) or not office.parts:
            return ""
        return self._lower[tokens.starts[office.parts[0][0]] : tokens.ends[office.last - 1]]

    def _announced(self, tokens: Tokens, office: Element) -> Tenure | None:
        """Return the time that the announcement of a list gives to an office in it."""
        if not isinstance(office, Office):
            return None
        first, last = tokens.starts[office.first], tokens.ends[office.last - 1]
        body = self._body(tokens, office)
        return given_time(self._moments, self._leads, first, self._lower[first:last], body)

    def _of(
        self, tokens: Tokens, elements: list[Element], index: int, clause: Clause, holder: int
    ) -> Tenure:
        office = elements[index]
        first, last = tokens.starts[office.first], tokens.ends[office.last - 1]
        if not self._moments.between(first - _NEAR, max(last, holder) + _NEAR):
            given = clause.gives or self._closes(first, last)
            return (self._decision(first) if given else None) or NONE
        own = self._of_holder(first, last, (holder, _end_of(tokens, elements, holder)))
        if own is not None:
            return own
        beside = self._beside(tokens, elements, index, clause)
        acts = not clause.gives and self._acts(tokens, elements, last, holder)
        record = None if acts else self._record(first, clause, leads=holder > last)
        told = self._sentences.told(first, clause)
        if record is not None and is_aside(self._lower, record, first, holder, clause):
            record = told = None
        if told is not None and is_aside(self._lower, told, first, holder, clause, was=True):
            told = None
        if record is not None and (
            self._is_of_another(tokens, elements, index, record) or _is_later(told, record)
        ):
            record = None
        found = _both(beside, record)
        if found is None or not found.has_ended or self._begins(found, first, clause):
            found = sharpened(found, told)
        found = found or self._times.of_box(tokens, elements, index)
        if found is None and holder > first:
            found = heading_time(self._moments, first, holder, self._opening)
        given = clause.gives or self._closes(first, last)
        if found is None and given and not is_formerly(self._lower, holder, first):
            found = self._decision(first) or listed_term(
                self._moments, first, self._body(tokens, office)
            )
        return found or NONE

    def _begins(self, found: Tenure, first: int, clause: Clause) -> bool:
        """Return whether the time before a verb is the beginning of an office of known end.

        Of several offices it is that of the first (*Năm 1953 làm A, rồi B đến năm 1981*).
        """
        verb = clause.verb_at
        if found.since is not None or clause.has_ended or verb is None:
            return False
        return not self._moments.between(verb, first) and not self._sentences.is_later(verb, first)

    def _beside(
        self, tokens: Tokens, elements: list[Element], index: int, clause: Clause
    ) -> Tenure | None:
        """Return the time behind an office, or behind those that are held along with it."""
        office = elements[index]
        first, last = tokens.starts[office.first], tokens.ends[office.last - 1]
        found = self._times.after(last, clause)
        span = found and (found.since_at or found.until_at)
        if found is not None and not (span and self._rows.parts(first, span[0])):
            return found
        found = self._times.in_brackets(last, tokens, elements, index)
        return found or self._times.along(tokens, elements, index, clause)

    def _of_holder(self, first: int, last: int, name: tuple[int, int]) -> Tenure | None:
        """Return the time of one of many holders, by their lines, or of one named in a box."""
        start, _ = self._moments.line(name[0])
        if start > first:
            found = self._rows.time(name[0], is_holder=True)
            if found is not None:
                return found
        elif is_past_label(self._moments, first, last, lambda: self.eras.last_named):
            found = holder_time(self._moments, last, name)
            return ENDED if found is None else replace(found, has_ended=True)
        return holder_time(self._moments, last, name)

    def _is_of_another(
        self, tokens: Tokens, elements: list[Element], index: int, record: Tenure
    ) -> bool:
        """Return whether an office in a cell between stands nearer to the time of the row."""
        span = record.since_at or record.until_at
        if span is None:
            return False
        here = elements[index]
        step = 1 if span[0] > tokens.starts[here.first] else -1
        other = elements[index + step] if 0 <= index + step < len(elements) else None
        if not isinstance(other, Office):
            return False
        low, high = sorted((tokens.starts[here.first], span[0]))
        between = low < tokens.starts[other.first] < high
        left, right = sorted((here, other), key=lambda each: each.first)
        return (
            between and "|" in self._lower[tokens.ends[left.last - 1] : tokens.starts[right.first]]
        )

    def _acts(self, tokens: Tokens, elements: list[Element], last: int, holder: int) -> bool:
        """Return whether the holder is named behind an office and then does something."""
        if not last <= holder <= last + _NAMED or "\n" in self._lower[last:holder]:
            return False
        return _DOES.match(self._lower, _end_of(tokens, elements, holder)) is not None

    def _record(self, first: int, clause: Clause, *, leads: bool) -> Tenure | None:
        """Return the time that opens the line of an office or a line above that it goes on from.

        Args:
            first: Where the office begins.
            clause: What the sentence says of it.
            leads: Whether it stands before the name of who holds it.
        """
        start, end = self._moments.line(first)
        if not self._rows.is_label(first):
            if self._rows.tells_other(first):
                return None
            found = self._rows.time(first)
            if found is not None:
                return found
        stretch = self._opening(start, first, whole=not leads)
        if stretch is not None:
            return self._recorded(stretch, clause)
        if self._moments.between(start, first) and self._opening(start, end) is not None:
            return None
        return None if self._times.has_line_below(end) else self._above(start, clause)

    def _above(self, start: int, clause: Clause) -> Tenure | None:
        """Return the time that opens a line above ``start`` that goes on to there."""
        lower = self._lower
        for _ in range(_LINES_UP):
            above = line_above(lower, start)
            if above is None:
                return None
            stripped = lower[above : start - 1].strip(' *_|"')
            if not stripped:
                return None
            stretch = self._opening(above, start - 1)
            if stretch is not None:
                rest = lower[stretch.end : start - 1].strip(' *_|:")-.')
                goes_on = not rest or self._goes_on(stripped, start)
                return self._recorded(stretch, clause) if goes_on else None
            if not self._goes_on(stripped, start) and not _ITEM.match(lower, start):
                return None
            start = above
        return None

    def _recorded(self, stretch: Stretch, clause: Clause) -> Tenure | None:
        """Return the time of a line of a life; one that only begins lasts up to the next line.

        What is longer than anybody is in office are the years of a life (*1934 -*, *1926 - 1986*).
        """
        last = int(stretch.until[:4]) if stretch.until else self.eras.newest
        if stretch.is_period and last - int(stretch.since[:4]) > CAREER:
            return None
        ends = Clause(has_ended=clause.has_ended and not stretch.is_period)
        found = time_of(stretch, self._moments.lead(stretch)[1], ends)
        return found if stretch.is_period else replace(found, is_told=True)

    def _goes_on(self, above: str, start: int) -> bool:
        """Return whether the line at ``start`` goes on with the one above it."""
        if above.endswith((",", ";", ":", "-", " và", " kiêm")):
            return True
        rest = self._lower[start : start + 4].lstrip()
        return rest[:1] in {"+"} and above[:1] != "+"

    def _opening(self, start: int, end: int, *, whole: bool = False) -> Stretch | None:
        """Return the last date or period that opens a record between two places of a line.

        Args:
            start: Where the line begins.
            end: Where it ends, or the office begins that the record may be of.
            whole: Whether a date is enough that stands there with nothing but a comma.
        """
        lower, found = self._lower, None
        ends: dict[bool, int] = {}
        for stretch, word, opened in self._openers(start, end):
            if not opened and self._moments.closing(stretch.start, end) >= 0:
                continue
            if word == "nhiệm kỳ" and opened and stretch.is_period is False:
                continue
            if word in {"trước", "sau"}:
                continue
            after = _RECORD_END.match(lower, stretch.end, stretch.end + 8)
            closed = after is not None and after[0].strip(") ")[:1] in {":", "|", "-"}
            if opened not in ends:
                ends[opened] = self._sentences.start(stretch.end, end, listed=opened)
            if ends[opened] > stretch.end and not (opened and closed):
                found = found if opened else None
                continue
            begins = (
                whole and opened and after is not None and stretch.end + len(after[0]) >= end - 1
            )
            if stretch.is_period or closed or begins:
                found = stretch
            elif not opened:
                found = None if after is None else found
        return found

    def _openers(self, start: int, end: int) -> Iterator[tuple[Stretch, str, bool]]:
        """Yield the times that open a line or a clause in it, what leads them, and if the line."""
        lower = self._lower
        bullet = _BULLET.match(lower, start)
        reach = start if bullet is None else bullet.end()
        for stretch in self._moments.opening(start, reach, end):
            if stretch.end > end + 1:
                break
            first, word = self._moments.lead(stretch)
            first = max(first, start)
            if first <= reach and _BULLET.fullmatch(lower, start, first):
                yield stretch, word, True
            elif lower[start:first].rstrip().endswith(PARTING):
                yield stretch, word, False

    def _closes(self, first: int, last: int) -> bool:
        """Return whether an office is the last thing on an item of a list."""
        lower = self._lower
        start, end = self._moments.line(first)
        return _ITEM.match(lower, start) is not None and not lower[last:end].strip(" .;,*_/|")

    def _decision(self, first: int) -> Tenure | None:
        """Return the day of the decision whose first article gives the office."""
        found = self._decided
        if found is None or not found.start <= first < found.end:
            return None
        return Tenure(found.day.since, None, found.day.since_at)

    @cached_property
    def _decided(self) -> Decided | None:
        return decided(self._lower, self._moments)


def _both(beside: Tenure | None, record: Tenure | None) -> Tenure | None:
    """Return the time beside an office, filled up from that of its line where it is not whole."""
    if record is None or (beside is not None and beside.since and beside.until):
        return beside
    if beside is None or not (beside.since or beside.until):
        return record
    return merged(beside, record)


def _is_later(told: Tenure | None, record: Tenure) -> bool:
    """Return whether a sentence tells of a time behind that of its line (*1945-1946 A, 1947 B*)."""
    if told is None or told.since_at is None or record.since_at is None:
        return False
    return told.since_at[0] > record.since_at[0]


def _end_of(tokens: Tokens, elements: list[Element], start: int) -> int:
    """Return where the name ends that begins at ``start`` of the text."""
    first = bisect_left(tokens.starts, start)
    at = bisect_left(elements, first, key=lambda element: element.first)
    return tokens.ends[elements[at].last - 1] if at < len(elements) else start
