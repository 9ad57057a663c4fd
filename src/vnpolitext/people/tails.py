"""Whether more of an office stands behind what was found of it, and where its words end."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.words.lexicon import body_words
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set

_WORD: Final = lazy_pattern(r" ([^\W_]+)")
_NUMBER: Final = lazy_pattern(
    r" \d{1,3}(?![\w/-]|[.,]\d)(?! (?:tháng|năm|ngày|giờ|người|lần|nhiệm|khóa|khoá|vị))"
)
_MOST: Final = 7
# What stands behind a whole office: words of grammar, of time, of rank in a row, and verbs.
_BEHIND: Final = word_set(
    "anh, bao, bà, ba, bị, bởi, bên, cho, chị, chịu, chỉ, chung, chuyên, cùng, cũng, cũ, các, có, "
    "còn, của, da, do, dù, duy, dưới, dự, gần, giữ, giữa, gồm, gốc, già, hai, hay, hết, hiện, "
    "hoặc, hơn, hồi, kể, kế, khi, không, khóa, khoá, kiêm, là, làm, lại, lâm, lên, lo, luôn, lần, "
    "mà, mới, một, này, nam, năm, nắm, ngay, ngày, nghỉ, nguyên, người, nhiệm, nhưng, nhằm, nhờ, "
    "nên, nếu, nói, nữ, nữa, phải, phụ, qua, quyền, ra, riêng, rồi, sau, sẽ, suốt, sáng, tân, "
    "tại, tạm, tháng, thay, theo, thì, thứ, thuộc, tiếp, tổng, trẻ, trên, trong, trước, trở, tuy, "
    "tối, tới, từ, vào, và, vẫn, về, vì, với, vụ, vừa, xin, đang, đã, đầu, đến, để, đi, đó, đối, "
    "đổi, đúng, được, đương, đảm, đứng, đồng, ấy, ông, ở, bằng, như, chiều, trưa, đêm, đợt, bất, "
    "chức, đây"
)
_VERBS: Final = word_set(
    "lãnh đạo, hoạt động, kết thúc, khai mạc, bế mạc, trực thuộc, trực tiếp, quản lý, điều hành, "
    "chính thức, tham gia, tham dự, tham mưu, chỉ huy, chỉ đạo, phục vụ, tổ chức, thực hiện, "
    "chuẩn bị, công bố, phát biểu, phát động"
)


def tail(view: View, end: int) -> int | None:
    """Return where the words of an office end that is found up to ``end``.

    It goes on over the words that names of bodies are made of (*Ủy viên huấn luyện*, *Đại đoàn
    Pháo binh 349*), and is ``None`` where it goes on without an end that is seen.

    Args:
        view: The text.
        end: Index in the view after what was found.

    Example:
        >>> text = "làm Chỉ huy trưởng lực lượng Cứu quốc quân ở Bắc Sơn"
        >>> text[: tail(View.of(text), 18)]
        'làm Chỉ huy trưởng lực lượng Cứu quốc quân'
        >>> tail(View.of("làm Giám đốc Trung tâm Vui chơi kia kìa"), 22) is None
        True
    """
    at = end
    for size in range(_MOST):
        word = _WORD.match(view.text, at)
        if word is None or _is_behind(view, word.start(1), word.end()):
            return at
        if word[1].isdigit():
            return word.end() if _NUMBER.match(view.text, at) else at
        if word[1].lower() not in body_words() and not (size and word[1][0].isupper()):
            return None
        at = word.end()
    return None


def _is_behind(view: View, start: int, end: int) -> bool:
    """Return whether a word stands behind a whole office."""
    lower = view.lower[start:end]
    if lower in _BEHIND:
        return True
    following = _WORD.match(view.lower, end)
    return following is not None and f"{lower} {following[1]}" in _VERBS
