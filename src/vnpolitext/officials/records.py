"""The records of persons and of the offices they hold."""

from dataclasses import dataclass
from typing import Final

from vnpolitext.notebook import counted, html_table
from vnpolitext.places.records import Place
from vnpolitext.text import fold
from vnpolitext.text.making import made_fast
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.span import Span

# What only some texts write in the name of a body.
# What only some texts write in the name of a body: the country, the word of a unit.
_LONGER: Final = lazy_pattern(
    r" (?:nước )?cộng hòa xã hội chủ nghĩa việt nam| cộng sản việt nam| việt nam"
    r"|(?<= )tỉnh (?!ủy|đoàn|đội)|(?<= )thành phố (?=hà nội|hải phòng|đà nẵng|hồ chí minh)"
)
# The word of a unit behind its committee (*Huyện ủy huyện Bắc Hà*).
_UNIT_TOLD: Final = lazy_pattern(
    r"((?:thành|huyện|thị) (?:ủy|đoàn|đội)) (?:thành phố|huyện|thị xã)(?= )"
)
_JOINING: Final = lazy_pattern(r"[,&-]|(?<!\w)(?:và|của|thuộc|về)(?!\w)")
# Bodies of the centre that other countries have as well.
_OF_STATES: Final = lazy_pattern(
    r"bộ (?!môn|phận|lạc|sưu)\w.*|chính phủ|quốc hội|ngân hàng nhà nước|hội đồng bộ trưởng"
    r"|ban bí thư|(?:ban thường vụ )?bộ chính trị|ban chấp hành trung ương(?: đảng)?|đảng"
    r"|ban (?:tổ chức|tuyên giáo|đối ngoại|kinh tế) trung ương"
)
_FIRST: Final = lazy_pattern(r" (?:đầu tiên|của)(?!\w)")


@made_fast
@dataclass(frozen=True, slots=True)
class Position(Span):
    """An office that the text gives a person (*chức vụ, chức danh*).

    Attributes:
        normalized: The position with abbreviations expanded, modern tone placement, single spaces.
        title: The office alone, such as ``"Phó Bí thư Thường trực"``.
        organization: The body the office belongs to, such as ``"Tỉnh ủy Điện Biên"``, or ``None``.
        status: ``"current"``, ``"former"``, ``"late"`` or ``"acting"``.
        rule: Name of the layout that says whose the position is.
        score: The chance that it is this person's, from 0 to 1, by what stands around the two.
        branch: ``"party"``, ``"government"``, ``"assembly"``, ``"front"``,
            ``"mass organisation"``, ``"army"``, ``"police"``, ``"court"``, ``"procuracy"``,
            ``"enterprise"`` or ``"other"``.
        level: ``"central"``, ``"province"``, ``"district"`` or ``"commune"``; ``None`` where the
            text leaves it open or the office has none (a company).
        place: The administrative unit the body belongs to, linked, if places were given to the
            finder; where the position itself does not name it, the mention that told it.
        is_completed: Whether ``organization`` has a part that does not stand in the position but
            comes from its neighbours or from the document.
        completed_from: Where that part comes from: ``"neighbour"`` (another office of the same
            person), ``"section"`` (a heading or an office over it, a column of bodies beside it,
            the body that its sentence or its page is about),
            ``"letterhead"`` (the head of a document or the body it is signed for),
            ``"document"`` or ``"argument"`` (the publisher's province, where the text names
            none); ``None`` without one.
        since: First day, month or year of holding the office, as exact as the text states it,
            ISO 8601 (``"1987"``, ``"1987-05"``, ``"1987-05-12"``), or ``None``.
        until: Last day, month or year of it; ``None`` also where the text says *nay*.
        since_span: ``(start, end)`` of the date behind ``since``.
        until_span: ``(start, end)`` of the date behind ``until``.
    """

    normalized: str = ""
    title: str = ""
    organization: str | None = None
    status: str = "current"
    rule: str = ""
    score: float = 1.0
    branch: str = "other"
    level: str | None = None
    place: Place | None = None
    is_completed: bool = False
    completed_from: str | None = None
    since: str | None = None
    until: str | None = None
    since_span: tuple[int, int] | None = None
    until_span: tuple[int, int] | None = None

    @property
    def office_key(self) -> str:
        """Key of the office: the same for one office of one body, however texts write it.

        It is made of the office and of the body in folded words, without what only some texts
        write: the word *tỉnh*, *Việt Nam* in the name of a central body, words of the office that
        the body repeats, commas, dashes, *và*, *của*, *thuộc* and *về*. Of an office whose body is
        not known all words count (*Tổng thống Áo*); those that say no more share the key of the
        office alone. A ministry of another country that the text does not name with it is *khác*,
        so that it is none of this one.

        Example:
            >>> one = Position(0, 1, "", title="Chánh Văn phòng", organization="Văn phòng Quốc hội")
            >>> one.office_key
            'chánh | văn phòng quốc hội'
        """
        known = self.organization is not None or not self.normalized
        office = fold(self.title if known else _FIRST.sub("", self.normalized))
        title = _JOINING.sub(" ", office if known else _LONGER.sub("", office)).split()
        name = _UNIT_TOLD.sub(r"\1", _LONGER.sub("", fold(self.organization or "")))
        if self.branch == "other" and self.level is None and _OF_STATES.fullmatch(name):
            name = f"{name} khác"
        body = _JOINING.sub(" ", name).split()
        for size in range(min(len(title) - 1, len(body)), 0, -1):
            if title[-size:] in (body[:size], body[-size:]):
                del title[-size:]
                break
        return f"{' '.join(title)} | {' '.join(body)}".rstrip(" |")


@made_fast
@dataclass(frozen=True, slots=True)
class Person:
    """A human named in the text, with all mentions and all positions gathered.

    Attributes:
        name: The fullest form of the name.
        mentions: ``(start, end)`` of every mention, in text order.
        positions: Every position the text gives the person, in text order.
        sex: ``"male"`` or ``"female"`` where a form of address or the word *nữ* tells it.
        ethnicity: People (*dân tộc*), only where the text states it beside the name.
        ranks: Military ranks, degrees and titles of honour before the name, in text order.
        honorifics: Forms of address before the name, lower case, in text order.
        aliases: Other names the text gives the person.
    """

    name: str
    mentions: tuple[tuple[int, int], ...] = ()
    positions: tuple[Position, ...] = ()
    sex: str | None = None
    ethnicity: str | None = None
    ranks: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def is_official(self) -> bool:
        """Whether the text gives the person at least one position."""
        return bool(self.positions)

    def __repr__(self) -> str:
        """Name the person, with the offices, and count the mentions."""
        offices = [position.normalized or position.text for position in self.positions]
        held = [repr(offices[0]) if len(offices) == 1 else counted(len(offices), "position")]
        told = [counted(len(self.mentions), "mention"), *(held if offices else [])]
        return f"Person({', '.join([repr(self.name), *told])})"

    def _repr_html_(self) -> str:
        about = (
            self.sex, self.ethnicity, *self.ranks, *(f"also {alias}" for alias in self.aliases),
            counted(len(self.mentions), "mention"),
        )  # fmt: skip
        rows = (
            (p.normalized or p.text, p.status, p.branch, p.level, p.since, p.until, p.rule)
            for p in self.positions
        )
        caption = f"{self.name} ({', '.join(word for word in about if word)})"
        heads = ["position", "status", "branch", "level", "since", "until", "rule"]
        return html_table(caption, heads, rows)
