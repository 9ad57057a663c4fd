"""Verbs of what happens to persons in their offices, and whether they tell that it happened."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from vnpolitext.models import model_file, per_choice, read_table
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation

# What makes of a verb a proposal, a rule, a denial or a name of a procedure.
_UNREAL: Final = lazy_pattern(
    r"(?:không|chưa|sẽ|đề nghị|kiến nghị|xem xét,?|dự kiến|đề xuất|đề cử|ứng cử|quyền|thẩm quyền"
    r"|công tác|quy trình|thủ tục|tiêu chuẩn|điều kiện|nếu|có thể|phải|nhằm|để|trình|chuẩn bị|cần"
    r"|từ chối|trước khi|(?<!bằng )việc|hồ sơ|tờ trình|quy định|hoặc|được quyền|bỏ phiếu"
    r"|(?<!phê chuẩn )(?<!chuẩn y )kết quả"
    r"|tự|tuổi|nhiều|những|chịu|chấp nhận|tinh thần|khả năng|kế hoạch|các trường hợp|người|cuộc"
    r"|ngày|đợt|danh sách|sự|lòng|đức|xin|đơn|sớ|nghi|suýt|âm mưu|mưu|vụ|lễ|diễn văn|phát biểu"
    r"|tạm|tạm thời|hình thức|biện pháp|đánh|biến|chờ|đợi)"
    r" (?:được |bị |cho |việc |về |tiến hành )?\Z"
)
_OF_DECISION: Final = lazy_pattern(r"(?:quyết định|nghị quyết)[^.;]{0,90}(?:về )?việc (?:cho )?\Z")
_PROPOSED: Final = lazy_pattern(
    r"(?<!\w)(?:trình quốc hội|đề nghị|kiến nghị|giới thiệu|dự kiến|sẽ|nếu|trường hợp"
    r"|đề xuất|lấy phiếu|tờ trình|hướng dẫn|quy định|đòi hỏi|muốn|yêu cầu|kêu gọi|mong|ý định"
    r"|nghĩ|tưởng|xứng đáng|lo ngại|sợ|dọa|dự thảo|tin đồn|đồn đoán|phủ nhận|bác bỏ|bác tin"
    r"|cải chính|khả năng|có thể|chưa từng"
    r"|chuẩn bị|ước mơ|mơ ước|hy vọng|kỳ vọng|tham vọng|ứng viên|ứng cử viên|tranh cử|phấn đấu"
    r"|nguyện vọng"
    r"|xin ý kiến|không|đòi|thúc giục|vận động|khuyên|phương án|chủ trương|tinh thần|tấm gương"
    # What is to be weighed is to be decided too (*đề nghị xem xét, quyết định bổ nhiệm*).
    r"|cần(?! thiết)|kịp thời|gần như(?! cần))(?!\w)(?:[^;,]|(?<=xem xét),){0,70}\Z"
    r"|(?<!\w)xem xét(?!\w)[^;,]{0,70}\Z"
)


def is_unreal(lower: str, at: int) -> bool:
    """Return whether a verb in a folded sentence is proposed, ruled, denied or only named.

    >>> is_unreal("quốc hội xem xét bổ nhiệm", 17), is_unreal("quốc hội đã bổ nhiệm", 12)
    (True, False)
    """
    before = lower[max(0, at - 160) : at]
    if _OF_DECISION.search(before) and "dự thảo" not in before:
        return False
    return bool(_UNREAL.search(before) or _PROPOSED.search(before))


@per_choice
def kinds() -> Mapping[str, tuple[str, str]]:
    """Return what each verb tells, and what it needs: an office, an award, a rank, nobody."""
    rows = read_table(model_file("offices", "vietnam", "events.tsv"), ("form", "kind", "needs"))
    return {form: (kind, needs) for form, kind, needs in rows}


@per_choice
def verbs() -> re.Pattern[str]:
    """Return a pattern of all verbs, the longest first."""
    return lazy_pattern(rf"(?<!\w)(?<!đề )(?:{alternation(list(kinds()))})(?!\w)(?!(?<=bầu) cử)")
