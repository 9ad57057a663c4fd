"""What surrounds the library: workflows, hooks, templates and decisions agree with the project."""

import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))


def commands():
    return [
        step["run"] for job in WORKFLOW["jobs"].values() for step in job["steps"] if "run" in step
    ]


def test_the_workflow_tries_the_oldest_and_the_newest_python_on_three_systems():
    pythons = [it.rpartition(" ")[2] for it in PROJECT["classifiers"] if re.search(r"3\.\d", it)]
    matrix = WORKFLOW["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["python"] == [pythons[0], pythons[-1]]
    assert PROJECT["requires-python"] == f">={pythons[0]}"
    assert {name.partition("-")[0] for name in matrix["os"]} == {"ubuntu", "macos", "windows"}
    oldest = WORKFLOW["jobs"]["oldest"]["steps"][1]["with"]["python-version"]
    assert oldest == pythons[0]


def test_the_workflow_runs_what_is_there():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    run = [shlex.split(command) for command in commands()]
    assert {words[1] for words in run if words[0] == "make"} == {"test-oldest"} & targets
    scripts = {word for words in run for word in words if word.startswith((".ci/", ".github/"))}
    assert scripts == {".ci/run", ".github/changelog.py"}
    assert all((ROOT / script).is_file() for script in scripts)
    made = re.search(r"^make (.*)$", (ROOT / ".ci/run").read_text("utf-8"), re.MULTILINE)
    assert {"test", "docs"} <= set(made[1].split()) <= targets


def test_every_target_is_phony():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split()
    assert sorted(phony) == sorted(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_the_hooks_use_the_ruff_of_the_tests():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert [shlex.split(hook["entry"])[:2] for hook in hooks] == [
        ["ruff", "check"],
        ["ruff", "format"],
    ]
    bound = next(it for it in PROJECT["optional-dependencies"]["test"] if it.startswith("ruff"))
    assert all(hook["additional_dependencies"] == [bound] for hook in hooks)


@pytest.mark.parametrize(
    "form",
    [
        path
        for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
        if path.stem != "config"
    ],
    ids=lambda path: path.stem,
)
def test_a_form_for_issues_has_what_the_site_wants(form):
    content = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert content["name"]
    assert content["description"]
    names = [field["id"] for field in content["body"]]
    assert len(names) == len(set(names)) > 0
    for field in content["body"]:
        assert field["type"] in {"textarea", "input", "dropdown", "checkboxes"}
        assert field["attributes"]["label"]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_parts_and_stands_in_the_list(path):
    text = path.read_text(encoding="utf-8")
    title = re.match(r"# (\d+)\. (.+)\n\n\*(Accepted|Replaced by \[.+\]), \w+ \d{4}\.\*\n", text)
    assert int(title[1]) == int(path.stem[:4])
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
        "Situation",
        "Decision",
        "What follows",
        "Not chosen",
    ]
    contents = (path.parent / "index.md").read_text(encoding="utf-8")
    assert f"| {title[1]} | [{title[2]}]({path.name}) |" in contents


def test_the_bytes_of_a_checkout_are_those_of_the_repository():
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout")
    told = subprocess.run(
        ["git", "check-attr", "text", "models/words/gaps/model.toml", "tests/examples.tsv"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert [line.rpartition(" ")[2] for line in told.stdout.splitlines()] == ["unset", "unset"]
