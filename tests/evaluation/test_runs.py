"""Runs: intervals, groups, paired comparisons, tables and the page of errors."""

import numpy as np
import pytest

from vnpolitext.evaluation import (
    compare_runs,
    differences_table,
    errors_page,
    errors_table,
    evaluate,
    figures_table,
    run,
)
from vnpolitext.evaluation.runs import f1

NAMES = ["Lò Văn Sơn", "Mùa Thị Hoa", "Vì Văn Páo"]
PLACES = "persons.mentions"


def document(number, *, hidden=()):
    """Three names on a line; those in ``hidden`` are not annotated."""
    text, persons = "", []
    for at, name in enumerate(NAMES):
        if at not in hidden:
            persons.append({"mentions": [[len(text), len(text) + len(name)]], "positions": []})
        text += f"{name}, <ủy viên> & "
    genre = "speech" if number % 2 else "plan"
    return {"id": f"d{number}", "text": text, "persons": persons, "genre": genre}


GOLD = [document(number) for number in range(12)]


def misses(*names):
    return lambda gold: document(int(gold["id"][1:]), hidden=names)


def misses_in(numbers, *names):
    return lambda gold: document(
        int(gold["id"][1:]), hidden=names if int(gold["id"][1:]) in numbers else ()
    )


def test_a_run_sums_to_what_evaluate_says(written):
    def half(gold):
        return {**gold, "persons": gold["persons"][::2], "places": gold["places"][1:]}

    whole = evaluate(written, half)
    assert run(written, half).figures == whole.figures
    assert run(written, half).errors == whole.errors


def test_f1_by_hand():
    assert f1(np.array([[4, 2, 1, 1], [0, 0, 0, 0], [3, 3, 3, 3]])) == pytest.approx([1 / 3, 0, 1])


def test_an_interval_covers_the_figure_and_shrinks_with_more_texts():
    def interval(times):
        gold = [document(number) for number in range(times)]
        result = run(gold, misses_in(range(0, times, 2), 0, 1))
        low, high = result.interval(PLACES)
        assert low < result.figures[PLACES].f1 < high
        return high - low

    assert interval(80) < 0.6 * interval(8)


def test_an_interval_is_the_same_every_time_and_a_point_where_all_are_alike():
    result = run(GOLD, misses(0))
    assert result.interval(PLACES) == result.interval(PLACES)
    assert result.interval(PLACES) == pytest.approx((0.8, 0.8))


def test_groups_by_field_and_by_function():
    result = run(GOLD, misses_in(range(0, 12, 2), 0))
    groups = result.group("genre")
    assert list(groups) == ["plan", "speech"]
    assert groups["speech"].figures[PLACES].f1 == 1.0
    assert groups["plan"].figures[PLACES].recall == pytest.approx(2 / 3)
    assert list(result.group(lambda it: len(it["text"]) > 3)) == ["True"]
    assert list(result.group("colour")) == ["unknown"]


def test_groups_by_the_year_a_text_gives():
    text = "Tin hoạt động\nThời gian đăng: 12/05/2023 08:30:00 AM\nMột câu.\n"
    assert list(run([{"id": "a", "text": text}], lambda it: it).group("year")) == ["2023"]


def difference(first, second):
    found = compare_runs(run(GOLD, first), run(GOLD, second))
    return next(it for it in found if it.name == PLACES)


def test_a_clear_difference_is_told_from_chance():
    found = difference(misses(0, 1), misses(2))
    assert found.second - found.first == pytest.approx(0.3)
    assert found.p < 0.01
    assert 0 < found.low <= found.high


def test_no_difference_is_chance():
    found = difference(misses(0), misses(1))
    assert (found.low, found.high, found.p) == (0, 0, 1)


def test_a_difference_in_one_text_of_twelve_is_chance():
    assert difference(misses_in([3], 0), misses()).p > 0.4


def test_only_the_same_documents_are_compared():
    with pytest.raises(ValueError, match="different documents"):
        compare_runs(run(GOLD, misses()), run(GOLD[1:], misses()))


def test_there_must_be_documents():
    with pytest.raises(ValueError, match="no annotated document"):
        run([])


def test_the_table_of_figures():
    table = figures_table(run(GOLD, misses(0)), by="genre")
    row = table[(table.group == "plan") & (table.figure == PLACES)].iloc[0]
    assert (row.documents, row.gold, row.predicted) == (6, 18, 12)
    assert (row.precision, row.recall, row.f1, row.low, row.high) == (100, 66.67, 80, 80, 80)
    assert set(figures_table(run(GOLD, misses(0))).group) == {"all"}


def test_the_table_of_differences():
    table = differences_table(compare_runs(run(GOLD, misses(0, 1)), run(GOLD, misses(2))))
    row = table[table.figure == PLACES].iloc[0]
    assert (row["first"], row["second"], row["difference"]) == (50, 80, 30)


def test_errors_as_a_table_and_as_a_page():
    result = run(GOLD, misses(1))
    table = errors_table(result.errors)
    assert len(table) == 12
    assert set(table.sign) == {"missed"}
    page = errors_page(result, "A <run>")
    assert page.count("<mark>Mùa Thị Hoa</mark>") == 12
    assert "A &lt;run&gt;" in page
    assert "&lt;ủy viên&gt; &amp;" in page
    assert "<ủy" not in page


def test_a_page_without_errors():
    assert "No errors." in errors_page(run(GOLD, misses()))
    assert list(errors_table([]).columns) == ["document", "figure", "sign", "fact", "context"]
