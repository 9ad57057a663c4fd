"""People across documents: who is who, careers, tables and networks."""

from types import SimpleNamespace

import pytest

from vnpolitext import officials, people
from vnpolitext.officials import find_persons
from vnpolitext.people import (
    careers,
    careers_frame,
    network,
    resolve_persons,
    write_graphml,
)
from vnpolitext.places import find_places


def document(identifier: str, date: str | None, text: str) -> SimpleNamespace:
    return SimpleNamespace(
        id=identifier,
        metadata={"published": date},
        text=text,
        persons=find_persons(text, places=find_places(text)),
    )


@pytest.fixture(scope="module")
def corpus() -> list[SimpleNamespace]:
    return [
        document("a", "2015-03-01", "Ông Giàng A Vảng, Bí thư Huyện ủy Tủa Chùa (Điện Biên) dự."),
        document("b", "2018-06-02", "Bí thư Huyện ủy Tủa Chùa GIÀNG A VẢNG phát biểu."),
        document("c", "2020-01-09T08:00", "Đồng chí Giàng A Vảng, Phó Bí thư Tỉnh ủy Điện Biên."),
        document("d", "2020-02-01", "Bà Giàng A Vảng, Bí thư Đảng ủy xã Tả Van (Lào Cai)."),
        document("e", None, "Đồng chí Vảng kể chuyện bản làng."),
        document("f", "2021-01-01", "Nguyên Bí thư Huyện ủy Tủa Chùa Giàng A Vảng trở lại."),
    ]


def members(resolution) -> list[list[str]]:
    return [[a.document for a in identity.appearances] for identity in resolution.identities]


def test_same_name_and_office_are_one(corpus):
    found = members(resolve_persons(corpus))
    assert sorted(found) == [["a", "b", "c", "f"], ["d"], ["e"]]


def test_doubts_are_scored_and_reasoned(corpus):
    resolution = resolve_persons(corpus)
    assert all(0 <= doubt.score <= 1 for doubt in resolution.doubts)
    for doubt in resolution.doubts:
        left, right = resolution.identities[doubt.left], resolution.identities[doubt.right]
        assert left.name.casefold() == right.name.casefold()


def test_a_given_name_alone_joins_nobody(corpus):
    assert ["e"] in members(resolve_persons(corpus))


def test_a_callable_decides(corpus):
    seen = []

    def always(_left, _right, score, reasons):
        seen.append((score, reasons))
        return True

    def never(*_):
        return False

    together = resolve_persons(corpus, decide=always)
    apart = resolve_persons(corpus, decide=never)
    assert seen
    assert len(together.identities) < len(apart.identities) == 6
    assert apart.doubts


def test_a_person_of_history_is_one_under_every_name():
    texts = ["Chủ tịch Hồ Chí Minh viết.", "Bác Hồ về thăm.", "Lãnh tụ Nguyễn Ái Quốc đến Pác Bó."]
    corpus = [document(str(n), None, text) for n, text in enumerate(texts)]
    assert members(resolve_persons(corpus)) == [["0", "1", "2"]]


def test_where_a_person_of_a_document_went(corpus):
    resolution = resolve_persons(corpus)
    number = resolution.of("b", 0)
    assert number is not None
    assert any(a.document == "b" for a in resolution.identities[number].appearances)
    assert resolution.of("nowhere", 0) is None


def test_the_order_of_documents_does_not_matter(corpus):
    forth = {frozenset(group) for group in members(resolve_persons(corpus))}
    back = {frozenset(group) for group in members(resolve_persons(corpus[::-1]))}
    assert forth == back


def test_careers_have_a_period_and_sources(corpus):
    rows = [row for row in careers(corpus) if row.office == "Bí thư Huyện ủy Tủa Chùa"]
    current, former = sorted(rows, key=lambda row: row.status)
    assert (current.status, current.first, current.last) == ("current", "2015-03-01", "2018-06-02")
    assert (former.status, former.first) == ("former", "2021-01-01")
    assert (current.branch, current.level, current.place) == ("party", "district", "Tủa Chùa")
    texts = {doc.id: doc.text for doc in corpus}
    for row in rows:
        for source in row.sources:
            assert "Bí thư Huyện ủy Tủa Chùa" in texts[source.document][source.start : source.end]


def test_the_table_has_a_row_a_career(corpus):
    pandas = pytest.importorskip("pandas")
    rows = careers(corpus)
    frame = careers_frame(rows)
    assert len(frame) == len(rows)
    assert pandas.api.types.is_datetime64_any_dtype(frame["first"])
    assert set(frame["documents"]) <= {1, 2, 3}
    assert frame.loc[0, "sources"].startswith(rows[0].sources[0].document)


def test_an_empty_corpus():
    assert resolve_persons([]).identities == ()
    assert careers([]) == []
    assert list(careers_frame([]).columns)[:3] == ["person", "name", "office"]


def test_the_network_joins_persons_and_bodies(corpus, tmp_path):
    networkx = pytest.importorskip("networkx")
    rows = careers(corpus)
    graph = network(rows)
    kinds = networkx.get_node_attributes(graph, "kind")
    for left, right, edge in graph.edges(data=True):
        assert {kinds[left], kinds[right]} == {"person", "organization"}
        assert edge["weight"] >= 1
        assert edge["titles"]
    path = tmp_path / "people.graphml"
    write_graphml(rows, path)
    again = networkx.read_graphml(path)
    assert set(again.nodes) == set(graph.nodes)
    assert again.number_of_edges() == graph.number_of_edges()


def test_a_common_name_is_not_compared_with_all_its_bearers():
    persons = find_persons("Ông Nguyễn Văn Hùng dự.")
    many = [
        SimpleNamespace(id=f"{n:04}", metadata={}, text="", persons=persons) for n in range(400)
    ]
    asked = []

    def never(left, right, score, reasons):
        asked.append((left, right, score, reasons))
        return False

    resolution = resolve_persons(many, decide=never)
    assert len(resolution.identities) == 400
    assert len(resolution.doubts) == 399
    assert len(asked) < 400 * 100


@pytest.mark.parametrize("name", sorted(officials._MOVED - {"Document"}))
def test_what_moved_is_still_found_where_it_was(name):
    with pytest.deprecated_call(match=rf"vnpolitext\.people\.{name}"):
        assert getattr(officials, name) is getattr(people, name)


def test_an_analysis_is_called_a_naming_document_now():
    with pytest.deprecated_call(match="called NamingDocument now"):
        assert people.Document is people.NamingDocument
    with pytest.deprecated_call(match=r"vnpolitext\.people\.Document"):
        assert officials.Document is people.NamingDocument
    with pytest.raises(AttributeError, match="no attribute 'Documents'"):
        people.Documents  # noqa: B018


def test_nothing_else_is_made_up_there():
    with pytest.raises(AttributeError, match="no attribute 'carers'"):
        officials.carers  # noqa: B018
