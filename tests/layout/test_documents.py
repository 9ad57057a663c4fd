"""Who signs an official document and which it is, however its head and signature are written."""

from collections import Counter

import pytest

import vnpolitext as vp

from .documents import Document, documents


@pytest.fixture(scope="module")
def read() -> list[tuple[str, str, Document, vp.Analysis]]:
    """Each document, how its head and its signature are written, and its analysis."""
    return [(head, sign, each, vp.analyze(text)) for head, sign, each, text in documents()]


def test_the_signer_alone_is_found_with_the_office_over_the_name(read) -> None:
    wrong = Counter(
        (head, sign)
        for head, sign, document, analysis in read
        if [(person.name, [position.text for position in person.positions])
            for person in analysis.persons] != [(document.signer, [document.signature[-1]])]
    )  # fmt: skip
    assert wrong == {}


def test_the_office_is_of_the_body_that_issues(read) -> None:
    wrong = Counter(
        (head, sign)
        for head, sign, document, analysis in read
        if [position.organization for position in analysis.persons[0].positions] != [document.body]
    )
    assert wrong == {}


def test_the_document_has_its_own_number_and_day(read) -> None:
    wrong = Counter(
        (head, sign)
        for head, sign, document, analysis in read
        if [(each.text, each.issued) for each in analysis.citations if each.is_own]
        != [(document.number, document.issued)]
    )
    assert wrong == {}
