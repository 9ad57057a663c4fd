"""The examples of the page on officials run and show what they give."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "officials.md"


def test_the_examples_of_the_page():
    text = PAGE.read_text(encoding="utf-8").replace("```", "")
    test = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    runner = doctest.DocTestRunner(verbose=False)
    assert runner.run(test).attempted >= 15
    assert runner.failures == 0
