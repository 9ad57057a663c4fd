"""Properties: citations built from a grammar, in all surface variants, come back the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vnpolitext.citations import Citation, find_citations

PARTY = [
    ("Nghị quyết", "NQ", "TW", "Bộ Chính trị"),
    ("Chỉ thị", "CT", "TW", "Ban Bí thư"),
    ("Kết luận", "KL", "TW", "Bộ Chính trị"),
    ("Quy định", "QĐ", "TW", "Ban Chấp hành Trung ương"),
    ("Kế hoạch", "KH", "TU", "Ban Thường vụ Tỉnh ủy"),
    ("Hướng dẫn", "HD", "BTCTW", "Ban Tổ chức Trung ương"),
]
STATE = [
    ("Nghị định", "NĐ", "CP", "Chính phủ"),
    ("Quyết định", "QĐ", "TTg", "Thủ tướng Chính phủ"),
    ("Thông tư", "TT", "BYT", "Bộ Y tế"),
    ("Quyết định", "QĐ", "UBND", "UBND tỉnh Lào Cai"),
    ("Nghị quyết", "NQ", "HĐND", "Hội đồng nhân dân tỉnh Lào Cai"),
    ("Tờ trình", "TTr", "UBND", "Ủy ban nhân dân tỉnh Lào Cai"),
]
DASHES = ["-", "–", "—", "‑", " - ", "- ", " -", " – "]
SLASHES = ["/", " / ", "/ "]
LEADS = ["{kind} số ", "{kind} ", "{kind} số: ", "{kind}  số  ", "**{kind}** số ", "{kind}\nsố "]
DATES = ["ngày {d}/{m}/{y}", "ngày {d}-{m}-{y}", "ngày {d}.{m}.{y}", "ngày {d} tháng {m} năm {y}"]
JOINTS = [" ", ", ", "\n"]


def spell_centre(code: str, variant: str) -> str:
    return variant if code == "TW" else code


@st.composite
def documents(draw: st.DrawFn) -> dict[str, str]:
    """The facts of one document."""
    party = draw(st.booleans())
    kind, code, body, issuer = draw(st.sampled_from(PARTY if party else STATE))
    year = draw(st.integers(2031, 2079))
    serial = f"{draw(st.integers(1, 899)):02d}"
    yearly = not party and draw(st.booleans())
    return {
        "kind": kind,
        "code": code,
        "body": body,
        "issuer": issuer,
        "serial": serial,
        "party": "yes" if party else "",
        "year": str(year) if yearly else "",
        "d": f"{draw(st.integers(1, 28)):02d}",
        "m": f"{draw(st.integers(1, 12)):02d}",
        "y": str(year),
    }


@st.composite
def surfaces(draw: st.DrawFn, facts: dict[str, str]) -> str:
    """One way of citing the document with all its facts."""
    dash, slash = draw(st.sampled_from(DASHES)), draw(st.sampled_from(SLASHES))
    body = spell_centre(facts["body"], draw(st.sampled_from(["TW", "TƯ", "T.Ư"])))
    serial = f"{facts['serial']}{slash}{facts['year']}" if facts["year"] else facts["serial"]
    first, second = (dash, slash) if facts["party"] else (slash, dash)
    if not facts["year"] and draw(st.booleans()):
        first, second = second, first
    number = f"{serial}{first}{facts['code']}{second}{body}"
    lead = draw(st.sampled_from(LEADS)).format(kind=facts["kind"])
    if draw(st.booleans()):
        lead = lead.upper().replace("SỐ", draw(st.sampled_from(["SỐ", "số"])))
    date = draw(st.sampled_from(DATES)).format(**facts)
    joint = draw(st.sampled_from(JOINTS))
    return f"{lead}{number}{joint}{date} của {facts['issuer']} về việc thử"


@given(st.data())
@settings(max_examples=250, deadline=None)
def test_every_surface_of_a_document_has_one_key(data: st.DataObject) -> None:
    facts = data.draw(documents())
    one, other = data.draw(surfaces(facts)), data.draw(surfaces(facts))
    first, second = find_citations(one), find_citations(other)
    assert len(first) == len(second) == 1
    assert first[0].key == second[0].key
    assert first[0].number == second[0].number
    assert first[0].issued == f"{facts['y']}-{facts['m']}-{facts['d']}"
    assert (first[0].issuer or "").lower() == facts["issuer"].lower()


@given(documents(), documents(), st.data())
@settings(max_examples=150, deadline=None)
def test_different_documents_have_different_keys(
    a: dict[str, str], b: dict[str, str], data: st.DataObject
) -> None:
    first = find_citations(data.draw(surfaces(a)))[0]
    second = find_citations(data.draw(surfaces(b)))[0]
    same_number = all(a[k] == b[k] for k in ("serial", "code", "body", "year"))
    same_day = bool(a["year"]) or all(a[k] == b[k] for k in ("d", "m", "y"))
    assert (first.key == second.key) is (same_number and same_day)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_ordered_spans_of_itself(text: str) -> None:
    check(text, find_citations(text))


@given(
    st.lists(
        st.sampled_from(
            ["Nghị quyết", " số ", "35", "-", "NQ/TW", ", ", " và ", "khóa XII", "(", ")", '"',
             "Luật Đất đai", " năm 2013", "Điều 5 ", "ngày 1/2/2020", " của ", "Bộ Chính trị", "*",
             "\n", "|", "Số: ", "12/KH-UBND", "KẾ HOẠCH", " này", "sau đây gọi tắt là ", "́"]
        ),
        max_size=24,
    )
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_pieces_gives_ordered_spans(pieces: list[str]) -> None:
    text = "".join(pieces)
    check(text, find_citations(text))


def check(text: str, found: list[Citation]) -> None:
    end = 0
    for citation in found:
        assert end <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.text
        assert citation.key
        end = citation.end
