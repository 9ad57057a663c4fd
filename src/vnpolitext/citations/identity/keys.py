"""Keys: one string for one document, however it is cited."""

from typing import Final

from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.grammar.rules import body_names
from vnpolitext.citations.records import Citation
from vnpolitext.models import per_choice_of
from vnpolitext.text import fold
from vnpolitext.text.patterns import lazy_pattern

_ASSEMBLY: Final = lazy_pattern(r"^\d+[a-z]?/\d{4}/(?:ubtv)?qh\d+$")
_DATED: Final = lazy_pattern(r"/(?:19|20)\d\d(?:/|$)|(?:qh|ubtvqh)\d+$")
_LOCAL: Final = lazy_pattern(
    r"(?:^|[-/])(?:ub|ubnd|hđnd|vpubnd|tu|hu|đu|qu|txu|thu|tvu|s[a-zđ]{1,7}|bt[cg]tu|ubkttu)$"
    r"|/(?:ub|ubnd|hđnd|vpubnd)-"
)
_PLACE: Final = lazy_pattern(
    r"(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|tỉnh|thành phố|tp\.?|huyện|quận|thị xã"
    r"|tx\.?|xã|phường|thị trấn|đặc khu) (?!ủy)(.+)$"
)


@per_choice_of(8192)
def number_key(number: str) -> str:
    """Return a canonical number folded.

    >>> number_key("35-NQ/TW")
    '35-nq/tw'
    """
    return fold(number).replace(" ", "")


@per_choice_of(8192)
def document_key(
    number: str,
    *,
    kind: str | None = None,
    issued: str | None = None,
    year: int | None = None,
    issuer: str | None = None,
) -> str:
    """Return the key of a numbered document.

    Numbers start anew every year or term, so the date of issue is part of the key where the number
    has no year; numbers of local bodies carry the place of the body.

    Args:
        number: Canonical number.
        kind: Kind of the document, needed for a number without letters, and to keep laws and
            resolutions of the Assembly apart, which are numbered separately.
        issued: Date of issue, ISO 8601.
        year: Year of the document, used when the date is not known.
        issuer: Body that issued the document, as stated.

    Example:
        >>> document_key("35-NQ/TW", issued="2018-10-22")
        '35-nq/tw@2018-10-22'
        >>> document_key("66/2018/QĐ-UBND", issuer="UBND tỉnh Phú Yên")
        '66/2018/qđ-ubnd@phú yên'
    """
    base = number_key(number)
    if kind and (base.isdigit() or (kind == "nghị quyết" and _ASSEMBLY.search(base))):
        base = f"{kind} {base}"
    parts = [base]
    if not has_year(base):
        parts += [str(value) for value in (issued or year,) if value]
    if place := local_place(base, issuer):
        parts.append(place)
    elif issuer and number.isdigit():
        parts.append(body_of(issuer))
    return "@".join(parts)


def base_of(key: str) -> str:
    """Return the part of a key that the number alone gives."""
    return key.split("@", 1)[0]


def has_year(base: str) -> bool:
    """Whether a folded number has a year or the term of the Assembly inside."""
    return _DATED.search(base) is not None


def serial_of(number: str) -> str:
    """Return the serial part of a number, without zeros before it.

    >>> serial_of("05-CT/TW"), serial_of("168/2024/NĐ-CP")
    ('5', '168')
    """
    return number.replace("-", "/").split("/", 1)[0].lstrip("0")


def is_local(base: str) -> bool:
    """Whether a folded number is one that bodies of many places give."""
    return _LOCAL.search(base) is not None


@per_choice_of(4096)
def local_place(base: str, issuer: str | None) -> str | None:
    """Return the place of a local body, folded, if the number is a local one and it is named."""
    if issuer is None or not is_local(base):
        return None
    found = _PLACE.search(fold(issuer))
    return found[1] if found else None


@per_choice_of(4096)
def body_of(issuer: str) -> str:
    """Return one folded name for the ways of naming a body.

    >>> body_of("Ban Bí thư Trung ương Đảng"), body_of("Chủ tịch UBND tỉnh Lào Cai")
    ('ban bí thư', 'ubnd tỉnh lào cai')
    >>> body_of("Ban Tổ chức T.Ư")
    'ban tổ chức trung ương'
    """
    name = fold(_CENTRE.sub("Trung ương", issuer))
    for head in _HEADS:
        rest = name.removeprefix(head)
        if rest != name and rest.startswith(_OFFICES):
            name = rest
    name = _COUNTRY.sub("", name)
    name = name.replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
    return body_names().get(name, name)


_CENTRE: Final = lazy_pattern(r"(?<!\w)T\.?[ƯW](?!\w)")
_COUNTRY: Final = lazy_pattern(
    r"(?: nước)? (?:việt nam dân chủ cộng hòa|cộng hòa xã hội chủ nghĩa việt nam"
    r"|(?<=trung ương đảng )cộng sản việt nam)$|(?<=bộ trưởng) việt nam$"
    r"|(?<=^bộ chính trị),? (?:ban chấp hành|bch|đảng) .*"
)
_HEADS: Final = (
    "thứ trưởng ", "phó chủ tịch ", "phó giám đốc ", "bộ trưởng ", "chủ tịch ", "giám đốc ",
    "thường trực ",
)  # fmt: skip
_OFFICES: Final = ("bộ ", "ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "sở ", "tỉnh ủy")


def identity(citation: Citation) -> str:
    """Return the key of a citation from what it says itself."""
    if citation.number:
        return document_key(
            citation.number,
            kind=citation.kind,
            issued=citation.issued,
            year=citation.year,
            issuer=citation.stated_issuer,
        )
    return citation.name or canonical_name(citation.text)
