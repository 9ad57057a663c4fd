"""The body whose name stands over a list of those who lead it: a heading, a label, a line alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from vnpolitext.layout import Page
from vnpolitext.layout.headings import BULLET, PLAIN, Heading, HeadingSearch
from vnpolitext.officials.completion.companions import chief_of
from vnpolitext.officials.completion.named_bodies import NamedBodies, fits
from vnpolitext.officials.meaning.understand import Meaning
from vnpolitext.text.lines import line_above, line_start
from vnpolitext.text.patterns import lazy_pattern

# What may stand before the name of a body in a heading over those who lead it.
_INTRODUCED: Final = lazy_pattern(
    r"(?:(?:danh sách|các|ban|những|thành viên|lãnh đạo|thường trực|ủy viên|nhân sự|tổ chức|cơ cấu"
    r"|thành phần|bộ máy|hiện nay|đương nhiệm|chỉ huy|bầu) ){0,5}(?:của )?(?:tại )?"
)
# What may stand behind it.
_CLOSED: Final = lazy_pattern(
    r"[ *_=#:.,-]*(?:\(?(?:khóa|nhiệm k[ỳì]|thời k[ỳì]|giai đoạn|hiện nay|đương nhiệm"
    r"|qua các thời k[ỳì]|lâm thời|gồm|\d{4})[^\n]*)?(?:\([^()\n]{1,60}\))?[ *_=#:.-]*"
)
# The row of a box that names an office; under it are those of its time.
_OFFICE_ROW: Final = lazy_pattern(
    r"\|? ?(?P<office>[^|\n]{6,120}?)[ |]*\n(?:\|? *(?:nhiệm k[ỳì]|tại nhiệm|tại vị|nhậm chức)[ |])"
)
_ROWS: Final = 14
_LABELLED: Final = lazy_pattern(r" ?[-–:] ?(?=[^\W\d_])")
# Boards inside a body, whose heads are those of the body.
_INNER: Final = (
    *("ban giám đốc", "ban lãnh đạo", "ban giám hiệu", "ban tổng giám đốc", "ban chỉ huy "),
    *("lãnh đạo", "thường trực", "đảng ủy", "hội đồng quản trị", "hội đồng thành viên"),
)
# Parts of bodies, whose names tell neither the level nor the branch.
_PARTS: Final = ("cục ", "phòng ", "khoa ", "bộ môn ", "viện ", "trung tâm ")
# An office that any body has.
_CHIEF: Final = "chủ tịch"


@dataclass(frozen=True, slots=True)
class Over:
    """What the nearest line over an office that names a body says.

    Attributes:
        meaning: What the office with that body says, ``None`` where the body has no such office.
    """

    meaning: Meaning | None


class BodiesOver:
    """The bodies that the headings, labels and single lines of a text name."""

    def __init__(self, page: Page, bodies: NamedBodies) -> None:
        """Prepare for the layout of a text and the bodies that it names."""
        self._lower = page.view.lower
        self._bodies = bodies
        self._headings = page.headings
        self._bodied = HeadingSearch(page.headings, lambda each: self._body(each) is not None)
        self._named: dict[int, tuple[int, bool] | None] = {}
        self._boxes: dict[int, Meaning | None] = {}

    def of(self, title: str, at: int) -> Over | None:
        """Return what the nearest body over an office says, if a line over it names one.

        Args:
            title: The office, without a body.
            at: Index of its first character in the folded text.
        """
        found: Meaning | None = None
        if not self._bodies.knows(title):
            return None
        for heading, body in self._bodies_over(at):
            fits = self._bodies.fit(title, body)
            meaning = self._bodies.read(title, body) if fits else None
            if found is not None:
                return Over(_within(found, self._bodies.read(_CHIEF, body)))
            if meaning is None:
                return Over(None) if heading.depth > 1 else None
            if not _is_part(meaning):
                return Over(meaning)
            found = meaning
        return None if found is None else Over(_within(found, None))

    def in_box(self, title: str, at: int) -> Over | None:
        """Return what a label in the box of a person says, by the office that its rows are of.

        Under *Bí thư Tỉnh ủy Sơn La* the row *Phó Bí thư | Lò Văn A* is of the same body.

        Args:
            title: The office, without a body.
            at: Index of its first character in the folded text.
        """
        lower = self._lower
        start = line_start(lower, at)
        if lower[start:at].strip(" |*") or lower[start : start + 1] != "|":
            return None
        for _ in range(_ROWS):
            above = line_above(lower, start)
            if above is None or lower.find("|", above, start) < 0:
                return None
            start = above
            row = _OFFICE_ROW.match(lower, start)
            if row is None:
                continue
            meaning = self._box(row.start("office"), row.end("office"))
            if meaning is None or meaning.organization is None:
                return None
            named = f"{meaning.organization} {meaning.organization}"
            of_body = chief_of(meaning.title) == chief_of(title) or fits(title, named)
            return Over(replace(meaning, title=title)) if of_body else None
        return None

    def _box(self, start: int, end: int) -> Meaning | None:
        if start not in self._boxes:
            self._boxes[start] = self._bodies.office(start, end)
        return self._boxes[start]

    def _bodies_over(self, at: int) -> Iterator[tuple[Heading, int]]:
        """Yield the lines over a place that name a body, the nearest first."""
        line = self._headings.at(line_start(self._lower, at))
        if line is not None and line.start < at:
            body = self._body(line)
            if body is not None:
                yield line, body
        is_item = line is not None and line.depth == BULLET
        for heading in self._bodied.over(at):
            body = self._body(heading)
            if body is None or self._is_listed(heading) or self._lower.startswith(_INNER, body):
                continue
            if heading.depth < PLAIN or is_item or not self._is_label(heading):
                yield heading, body

    def _body(self, heading: Heading) -> int | None:
        """Return where the body begins that a line names, alone or before a colon or a dash."""
        key = heading.start
        if key not in self._named:
            self._named[key] = self._read(key, heading.end)
        found = self._named[key]
        return None if found is None else found[0]

    def _is_label(self, heading: Heading) -> bool:
        """Return whether more follows on the line of a body, to which the lines below belong."""
        found = self._named.get(heading.start)
        return found is not None and found[1]

    def _read(self, start: int, end: int) -> tuple[int, bool] | None:
        introduced = _INTRODUCED.match(self._lower, start, end)
        for first in {start, start if introduced is None else introduced.end()}:
            last = self._bodies.end_of(first)
            if last is None:
                continue
            if _CLOSED.fullmatch(self._lower, last, end):
                return first, False
            if _LABELLED.match(self._lower, last, end):
                return first, True
        return None

    def _is_listed(self, heading: Heading) -> bool:
        """Return whether a line is one of a list of bodies, of which the last heads nothing."""
        above = line_above(self._lower, heading.line)
        if heading.depth < PLAIN or above is None:
            return False
        before = self._headings.at(above)
        listed = before is not None and before.depth == heading.depth
        return listed and before is not None and self._body(before) is not None


def _is_part(meaning: Meaning) -> bool:
    """Return whether a body is a part of another one that its name does not tell."""
    return (meaning.organization or "").lower().startswith(_PARTS) and not meaning.place


def _within(meaning: Meaning, whole: Meaning | None) -> Meaning:
    """Return what an office of a part of a body says, by the body over it."""
    if whole is None:
        return replace(meaning, level=None)
    if whole.is_military or whole.branch in {"enterprise", "police"}:
        return replace(meaning, branch=whole.branch, level=None, is_military=whole.is_military)
    return replace(meaning, level=whole.level)
