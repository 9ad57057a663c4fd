"""The short lists of words that the grammar of names and offices uses."""

from __future__ import annotations

from dataclasses import dataclass

from vnpolitext.models import per_choice
from vnpolitext.text.word_lists import word_lists


@dataclass(frozen=True, slots=True)
class Grammar:
    """Short lists of words that the grammar uses, folded; ``words.toml`` says what each is for."""

    acting: frozenset[str]
    address_labels: frozenset[str]
    appointing: frozenset[str]
    army_bureaus: frozenset[str]
    assistants: frozenset[str]
    awarded: frozenset[str]
    bare_heads: frozenset[str]
    beyond_states: frozenset[str]
    bodied: frozenset[str]
    bodiless: frozenset[str]
    birth_order: frozenset[str]
    body_parts: frozenset[str]
    branches: frozenset[str]
    called_after: frozenset[str]
    cell_tells: frozenset[str]
    central: frozenset[str]
    city_words: frozenset[str]
    code_names: frozenset[str]
    committees: frozenset[str]
    commune_units: frozenset[str]
    connectors: frozenset[str]
    contests: frozenset[str]
    copula: frozenset[str]
    counting: frozenset[str]
    crops: frozenset[str]
    dates: frozenset[str]
    departments: frozenset[str]
    dynasties: frozenset[str]
    edges: frozenset[str]
    envoys: frozenset[str]
    events: frozenset[str]
    firm_endings: frozenset[str]
    firm_kinds: frozenset[str]
    foreign_institutions: frozenset[str]
    foreign_named: frozenset[str]
    formations: frozenset[str]
    founded: frozenset[str]
    given_names: frozenset[str]
    governing: frozenset[str]
    grand_units: frozenset[str]
    hamlets: frozenset[str]
    headings: frozenset[str]
    home_lands: frozenset[str]
    homonyms: frozenset[str]
    honours: frozenset[str]
    human_verbs: frozenset[str]
    inner: frozenset[str]
    kin: frozenset[str]
    lanes: frozenset[str]
    life: frozenset[str]
    locative: frozenset[str]
    lodgings: frozenset[str]
    loose: frozenset[str]
    loud_function_words: frozenset[str]
    many: frozenset[str]
    members: frozenset[str]
    side_bodies: frozenset[str]
    middle_names: frozenset[str]
    ministers: frozenset[str]
    monuments: frozenset[str]
    name_labels: frozenset[str]
    named_schools: frozenset[str]
    namesakes: frozenset[str]
    nameless: frozenset[str]
    no_credit: frozenset[str]
    no_initials: frozenset[str]
    no_things: frozenset[str]
    numbered: frozenset[str]
    occupations: frozenset[str]
    ordinals: frozenset[str]
    other_clauses: frozenset[str]
    own_bodies: frozenset[str]
    particles: frozenset[str]
    partners: frozenset[str]
    pen_openings: frozenset[str]
    performers: frozenset[str]
    person_labels: frozenset[str]
    place_words: frozenset[str]
    pointing: frozenset[str]
    plural: frozenset[str]
    police_codes: frozenset[str]
    powers: frozenset[str]
    predicates: frozenset[str]
    premiers: frozenset[str]
    products: frozenset[str]
    pronouns: frozenset[str]
    record_words: frozenset[str]
    regions: frozenset[str]
    reigns: frozenset[str]
    royal: frozenset[str]
    schooled: frozenset[str]
    schools: frozenset[str]
    sciences: frozenset[str]
    sovereign: frozenset[str]
    state_bodies: frozenset[str]
    staffs: frozenset[str]
    states: frozenset[str]
    steering: frozenset[str]
    stems: frozenset[str]
    streets: frozenset[str]
    stretches: frozenset[str]
    term: frozenset[str]
    trailing: frozenset[str]
    unit_letters: frozenset[str]
    uses: frozenset[str]
    whole_heads: frozenset[str]
    with_fields: frozenset[str]
    works: frozenset[str]


@per_choice
def grammar() -> Grammar:
    """Return the short lists of words.

    Raises:
        ModelError: A list is missing or unknown.
    """
    return word_lists(Grammar, "offices", "vietnam", "words.toml")


def is_of_members(title: str) -> bool:
    """Return whether an office is one that several people of a body hold.

    >>> is_of_members("Ủy viên Ban Thường vụ"), is_of_members("Bí thư")
    (True, False)
    """
    return title.lower().startswith(tuple(grammar().members))
