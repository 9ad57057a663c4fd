"""What an office phrase says: the office, its body, the branch of power and the level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnpolitext.models import per_choice_of
from vnpolitext.officials.meaning.branches import branch_of_office
from vnpolitext.officials.meaning.fields import field_of
from vnpolitext.officials.meaning.names import (
    as_known,
    committee_of_province,
    council_of,
    level_of_name,
    troops_of,
)
from vnpolitext.officials.meaning.parts import (
    Parts,
    bodies_inside,
    body_parts,
    level_of,
    unit_of,
    without_superiors,
)
from vnpolitext.officials.meaning.spelling import spelled, without_doubles
from vnpolitext.officials.meaning.standing import branch_of, level_of_words
from vnpolitext.officials.phrases import Office
from vnpolitext.officials.phrases.firms import is_inside
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import expand, implied_bodies
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set

# Word joiner before the rest of a word that capitals inside it have cut.
_GLUE: Final = "\u2060"
_BEFORE_MINISTRY: Final = frozenset({",", "(", "-", "thuộc", "của"})
_POLICE: Final = ["bộ", "công", "an"]
# Words between an office and its body that tell how it is held.
_HELD: Final = ("chuyên trách", "kiêm nhiệm", "lâm thời", "đầu tiên", "danh dự", "chính thức")
_SECRETARIES: Final = frozenset({"bí thư", "bí thư trung ương", "bí thư trung ương đảng"})
_CENTRAL_COMMITTEE: Final = word_set(
    "trung ương đảng, trung ương, ban chấp hành trung ương, trung ương đảng cộng sản việt nam"
)
_MEMBERS: Final = ("ủy viên", "thường vụ")
_BOARD: Final = "Ban Thường vụ"
_ASSEMBLY: Final = "quốc hội"
# The mission that an envoy heads.
_MISSIONS: Final = {"tổng lãnh sự": "Tổng Lãnh sự quán", "đại sứ": "Đại sứ quán"}
# Boards that the Party has, and others as well.
_BOARDS: Final = ("ban chấp hành ", "ban thường vụ ", "ban bí thư ", "thường trực ")
_MASSES: Final = "mass organisation"
_YOUTH: Final = "trung ương đoàn"
_SHORTEST_FIRM: Final = 5
_PLENARY: Final = " đặc mệnh toàn quyền"
# Who leads a part of a body: the part stands in the office word (*Cục trưởng*, *Đội phó*).
_LEADER: Final = lazy_pattern(
    r"(?:phó |q\. )?(tổng cục|chi cục|cục|vụ|viện|đội|tổ|trạm|đồn|hạt) trưởng"
    r"|(cục|vụ|viện|đội|tổ|trạm|đồn) phó"
)
# The short form of a part of a name in brackets behind it (*Quân đội nhân dân (QĐND) Việt Nam*).
_SHORT: Final = lazy_pattern(r" ?\( ?[A-ZĐÔƯƠÂÊ][A-ZĐÔƯƠÂÊ&-]{1,9} ?\)(?= )")
# The rank of an office in brackets before its body (*(tương đương Thứ trưởng) Ủy ban ...*).
_RANKED: Final = lazy_pattern(r"^\([^()]{1,40}\) ")
# This country, which is no body.
_HOME: Final = lazy_pattern(
    r"(?:nước )?(?:cộng hòa xã hội chủ nghĩa )?việt nam(?: dân chủ cộng hòa)?"
)
# Words in the names of countries that tell no country.
_LANDLESS: Final = frozenset({"cộng hòa", "hoàng gia", "vương quốc", "liên bang", "vff"})
# An office word, how it is held, and its body again (*trưởng Đoàn chuyên trách Đoàn ...*).
_TWICE: Final = lazy_pattern(r"(?i)(\w{2,10}) (chuyên trách|kiêm nhiệm|thường trực) (\1 .+)")


# A term inside the name of a body (*Đoàn đại biểu Quốc hội khóa XV tỉnh ...*).
_TERM: Final = lazy_pattern(r"(?i) khóa [ivxl]{1,6}(?!\w)")
_SUPERIOR: Final = lazy_pattern(r"(?:, (?:huyện|quận|thị xã|thành phố|tỉnh) [^,\n]{1,40}){1,2}$")


@dataclass(slots=True)
class Meaning:
    """What one office phrase says by itself.

    Attributes:
        normalized: The phrase with abbreviations expanded.
        title: The office.
        organization: The body, as far as the phrase names it.
        branch: Branch of power.
        level: Level of government.
        place: The folded name of the unit in the phrase, as words; empty if there is none.
        unit: The last word of the phrase that wants the name of a unit and has none
            (``"tỉnh ủy"``, ``"huyện"``), or nothing.
        is_military: Whether the phrase names a body of the army, be the office a Party one.
        is_foreign: Whether it names a body of another country, or of several.
    """

    normalized: str
    title: str
    organization: str | None
    branch: str
    level: str | None
    place: tuple[str, ...]
    unit: str
    is_military: bool
    is_foreign: bool = False


def understand(tokens: Tokens, office: Office, text: str) -> Meaning:
    """Return what ``office`` says.

    Args:
        tokens: The tokens it stands in.
        office: The office phrase.
        text: The folded text, of which the tokens are.
    """
    surfaces = [
        (_GLUE * (at > office.first and (is_inside(tokens, at) or _is_glued(tokens, at))))
        + text[tokens.starts[at] : tokens.ends[at]]
        for at in range(office.first, office.last)
    ]
    written = spelled(office, surfaces)
    normalized = without_doubles(expand(_join(written)))
    surfaces = written if _join(surfaces).isupper() else surfaces
    named = office.size + field_of(tokens, office)
    head = expand(_join(surfaces[: office.size]))
    field, body = surfaces[office.size : named], expand(_join(surfaces[named:]))
    body = _RANKED.sub("", body)
    key = head.lower()
    title, organization = _split(head, body)
    title = " ".join((title, *field))
    if organization is None:
        organization = implied_bodies().get(key)
    parts = body_parts(tokens, office)
    within = without_superiors(parts)
    if len(within) < len(parts):
        organization = _SUPERIOR.sub("", organization or "") or None
    parts = within
    place, unit = unit_of(parts)
    branch = branch_of_office(office.head, [entry for entry, _ in parts], key)
    level = level_of(parts, key, place)
    title, organization = _named(key, title, organization, parts)
    if branch == "other":
        branch = _branch_of_name(key, organization, parts)
    if branch == "enterprise" and not unit:
        level = None
    if organization is not None:
        level = level or ("" if unit else level_of_name(organization, branch)) or None
        branch = _branch_of_board(office, key, organization, branch, parts)
        branch, level = as_known(organization, branch, level)
        level, place, unit = _standing(organization, level, place, unit)
    foreign = _is_foreign(key, parts, is_sent=_is_sent(tokens, office))
    council = None if foreign else council_of(key, organization, [entry for entry, _ in parts])
    if council is not None:
        organization, branch, level = council, "government", level or "province"
    if foreign:
        branch, level = "other", None
        organization = _state_body(key, organization, parts)
    army = any(entry.branch == "army" for entry, _ in parts)
    if branch == "front" and office.head.branch == "army":
        branch, level = "army", None
    if army:
        branch = _branch_of_army(tokens, office, branch, organization)
        army = branch != "police"
    organization = _TERM.sub("", organization or "") or None
    return Meaning(normalized, title, organization, branch, level, place, unit, army, foreign)


def _branch_of_army(tokens: Tokens, office: Office, branch: str, organization: str | None) -> str:
    """Return the branch of an office whose body words are of the army."""
    if branch == "army" and _is_of_police(tokens, office):
        return "police"
    is_open = branch == "party" and office.head.branch is None
    return "army" if is_open and not _is_of_party(organization) else branch


def _branch_of_name(head: str, organization: str | None, parts: Parts) -> str:
    """Return the branch of who heads a unit, or a firm that is called as those are (*VPBank*)."""
    if head.endswith("chủ tịch") and parts[:1] != [] and parts[0][0].role == "unit":
        return "government"
    first = (organization or "").partition(" ")[0].lower()
    is_firm = len(first) > _SHORTEST_FIRM and first.endswith(tuple(grammar().firm_endings))
    return "enterprise" if is_firm else "other"


def _branch_of_board(
    office: Office, head: str, organization: str, branch: str, parts: Parts
) -> str:
    """Return the branch of the office of a member of a board, else that of the body's name."""
    if _is_of_masses(head, organization, parts):
        return _MASSES
    is_member = office.head.branch == "party" and head.endswith(_MEMBERS)
    if is_member and branch != "assembly":
        return "party"
    return branch_of(organization) or branch


def _is_of_masses(head: str, organization: str, parts: Parts) -> bool:
    """Return whether a board is that of a mass organisation (*Ban Thường vụ Trung ương Đoàn*)."""
    lower = organization.lower()
    if any(entry.branch == _MASSES for entry, _ in parts):
        return lower.startswith(_BOARDS) or head.endswith(_MEMBERS)
    return lower.endswith(_YOUTH) and lower.startswith(_BOARDS)


def _standing(
    organization: str, level: str | None, place: tuple[str, ...], unit: str
) -> tuple[str | None, tuple[str, ...], str]:
    """Return level, unit and unit word of a body, as far as telling words in its name decide."""
    standing = level_of_words(organization)
    if standing is None:
        return level, place, unit
    if standing.level is None:
        return None, (), ""
    return (level if place or unit else standing.level), place, unit


def _named(head: str, title: str, organization: str | None, parts: Parts) -> tuple[str, str | None]:
    """Return the office and its body by the name that the body has in full."""
    if organization is None or head.endswith(("chủ tịch nước", "thường trực nước")):
        return title, None
    lower = organization.lower()
    if _HOME.fullmatch(lower):
        return title, f"Chính phủ {organization}" if head in grammar().premiers else None
    twice = _TWICE.fullmatch(organization) if _held_in(lower) else None
    if twice is not None:
        return f"{title} {twice[2]}", twice[3]
    held = next((each for each in _HELD if lower.startswith(f"{each} ")), "")
    if held:
        return f"{title} {organization[: len(held)]}", organization[len(held) + 1 :]
    return title, _in_full(head, organization, parts)


def _held_in(lower: str) -> bool:
    """Return whether the name of a body has words that tell how an office is held."""
    return " thường trực " in lower or any(each in lower for each in _HELD)


def _in_full(head: str, organization: str, parts: Parts) -> str:
    """Return the name of a body with the words that its office implies."""
    first = parts[0][0] if parts else None
    if head.startswith("ủy viên") and organization.lower() in _CENTRAL_COMMITTEE:
        return "Ban Chấp hành Trung ương Đảng"
    if head in _SECRETARIES and organization.lower() in _CENTRAL_COMMITTEE:
        return f"Ban Bí thư {organization}"
    several = head.endswith(_MEMBERS)
    committee = implied_bodies().get(head, "") if several else ""
    if committee == _BOARD and organization.lower().startswith(_ASSEMBLY):
        committee = "Ủy ban Thường vụ"
    committee = committee or committee_of_province(head, organization)
    if committee and not organization.lower().startswith(committee.lower()):
        return f"{committee} {organization}"
    troops = troops_of(head, organization)
    if troops:
        return troops
    if first is not None and first.role == "country":
        envoy = head.removesuffix(_PLENARY)
        mission = next((each for each in _MISSIONS if envoy.endswith(each)), "")
        sent = len(_lands(parts)) == 1 and first.text not in grammar().home_lands
        home = "Việt Nam tại " * sent
        return f"{_MISSIONS[mission]} {home}{organization}" if mission else organization
    if first is not None and len(parts) > 1 and f" {first.text} " in head:
        first = parts[1][0]
    own = ""
    if first is not None and (first.role == "domain" or first.text == "công an"):
        own = _unit_led(head, is_field=first.role == "domain")
    return f"{own} {organization}".lstrip()


def _unit_led(head: str, *, is_field: bool) -> str:
    """Return what a head or a deputy leads by the office word (*Cục* of *Phó Cục trưởng*)."""
    if head.startswith(("bộ trưởng", "thứ trưởng")):
        return "Bộ"
    found = _LEADER.fullmatch(head) if is_field else None
    return (found[1] or found[2]).capitalize() if found is not None else ""


def _is_foreign(head: str, parts: Parts, *, is_sent: bool) -> bool:
    """Return whether a body is of another country, or of several."""
    if head.startswith(tuple(grammar().envoys)):
        first = parts[0][0] if parts else None
        if first is None or first.role != "country" or first.text in grammar().home_lands:
            return False
        # *Đại sứ tại Lào* is sent from here, *Đại sứ Lào* and *Đại sứ Lào tại Nga* are not.
        return not is_sent
    lands = _lands(parts)
    if parts and parts[0][0].branch == "enterprise":
        lands -= grammar().regions
    if not lands or not lands.isdisjoint(grammar().home_lands):
        return False
    return not any("việt nam" in entry.text for entry, _ in parts)


def _lands(parts: Parts) -> set[str]:
    """Return the countries that the body words name."""
    return {entry.text for entry, _ in parts if entry.role == "country"} - _LANDLESS


def _is_sent(tokens: Tokens, office: Office) -> bool:
    """Return whether where an envoy is follows the office (*Đại sứ tại Lào*)."""
    at = office.first + office.size
    return tokens.words[at : at + 1] == ["tại"]


def _is_of_party(organization: str | None) -> bool:
    """Return whether a body of the army is one of the Party."""
    return organization is None or "đảng" in organization.lower() or " ủy" in organization.lower()


def _state_body(head: str, organization: str | None, parts: Parts) -> str | None:
    """Return the body of an office of another country of which only the country is named."""
    if organization is None or not all(entry.role == "country" for entry, _ in parts):
        return organization
    first = f"{parts[0][0].text} "
    if any(first.startswith(f"{body} ") for body in grammar().beyond_states):
        return organization
    return f"Chính phủ {organization}" if head in grammar().premiers else None


def _is_of_police(tokens: Tokens, office: Office) -> bool:
    """Return whether the ministry of the police has the body (*Cục Hậu cần, Bộ Công an*)."""
    words = tokens.words
    stop = min(office.last + 1, len(words) - len(_POLICE))
    return any(
        words[at] in _BEFORE_MINISTRY and words[at + 1 : at + 1 + len(_POLICE)] == _POLICE
        for at in range(office.first, stop)
    )


def _is_glued(tokens: Tokens, at: int) -> bool:
    """Return whether a dash or a number stands at the word before it (*COVID-19*, *PC03*)."""
    if tokens.ends[at - 1] != tokens.starts[at]:
        return False
    if tokens.kinds[at] == "d" and tokens.kinds[at - 1] == "U":
        return True
    dash = at if tokens.words[at] == "-" else at - 1
    number = tokens.words[dash + 1 : dash + 2]
    return tokens.words[dash] == "-" and number != [] and number[0][0].isdigit()


def _join(surfaces: list[str]) -> str:
    """Return tokens as running text."""
    text = _SHORT.sub("", " ".join(surfaces))
    text = text.replace(" ,", ",").replace(" /", "/").replace("/ ", "/").replace(f" {_GLUE}", "")
    return text.replace("TP. ", "TP ").replace("TP . ", "TP ")


@per_choice_of(4096)
def _split(head: str, body: str) -> tuple[str, str | None]:
    """Return the office and the body of an office word and what follows it."""
    words = head.split()
    lower = head.lower().split()
    rest = _trim(body.split())
    if head.lower() in grammar().bare_heads:
        return head, rest
    for at, size, entry in bodies_inside(lower):
        if at + size < len(words) and not (lower[at + size :] == ["thường", "trực"] and size == 1):
            continue
        noun = entry.role == "noun" or " ".join(lower[:at]) in grammar().bare_heads
        if not noun:
            return " ".join(words[:at]), _trim([*words[at:], *body.split()])
        if rest is None and entry.text not in grammar().own_bodies:
            return head, None
        if rest is not None and rest.lower().startswith(entry.text):
            return head, rest
        return head, " ".join((*words[at : at + size], *((rest,) if rest else ())))
    return head, rest


def _trim(words: list[str]) -> str | None:
    while words and words[0].lower() in grammar().edges:
        words = words[1:]
    if " ".join(words[:2]).lower() in grammar().ordinals and words[2:3] == ["của"]:
        words = words[3:]
    return " ".join(words) or None
