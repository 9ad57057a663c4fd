"""How an office is written with the body it is of."""

from typing import Final

from vnpolitext.officials.records import Position
from vnpolitext.text.patterns import lazy_pattern

_SHARED: Final = 5


# A word that the body has once more, with a capital (*trường Trường Bưởi*).
_TWICE: Final = lazy_pattern(
    r"(?<!\w)(?:trường (?=Trường )|viện (?=Viện )|công ty (?=Công ty )|báo (?=Báo )|đài (?=Đài ))"
)


def office_in_full(position: Position) -> str:
    """Return an office with its body in one phrase; words that both have stand once.

    >>> chief = Position(0, 1, "", title="Chánh Văn phòng", organization="Văn phòng Quốc hội")
    >>> office_in_full(chief)
    'Chánh Văn phòng Quốc hội'
    >>> office_in_full(Position(0, 1, "", title="Tỉnh ủy viên", organization="Tỉnh ủy Sơn La"))
    'Tỉnh ủy viên Sơn La'
    >>> office_in_full(Position(0, 1, "", title="Chủ tịch Hội đồng quản trị",
    ...                         organization="Hội đồng quản trị Công ty Than"))
    'Chủ tịch Hội đồng quản trị Công ty Than'
    >>> office_in_full(Position(0, 1, "", title="Tổng Kiểm toán Nhà nước",
    ...                         organization="Kiểm toán nhà nước"))
    'Tổng Kiểm toán Nhà nước'
    >>> office_in_full(Position(0, 1, "", title="Chỉ huy phó", organization="trường Trường Bưởi"))
    'Chỉ huy phó Trường Bưởi'
    """
    return _TWICE.sub("", _in_full(position))


def _in_full(position: Position) -> str:
    title, organization = position.title or position.normalized, position.organization
    if organization is None:
        # Words that are no body that is known still say which office it is.
        longer = position.normalized.lower().startswith(title.lower())
        return title + position.normalized[len(title) :] if longer else title
    if title.lower() == organization.lower() or title.lower().endswith(f" {organization.lower()}"):
        return title
    committee = title.lower().removesuffix(" viên")
    if committee.endswith(" ủy") and f"{organization} ".lower().startswith(f"{committee} "):
        return f"{title} {organization[len(committee) + 1 :]}".rstrip()
    words = organization.split()
    for size in range(min(len(words) - 1, _SHARED), 0, -1):
        shared = " ".join(words[:size]).lower()
        if title.lower().endswith(f" {shared}"):
            return f"{title} {' '.join(words[size:])}"
    return f"{title} {organization}"
