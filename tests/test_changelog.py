"""The check that asks for a line in the changelog, on small repositories."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / ".github" / "changelog.py"
spec = importlib.util.spec_from_file_location("changelog", SCRIPT)
changelog = importlib.util.module_from_spec(spec)
spec.loader.exec_module(changelog)

BEFORE = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n\n## [0.1.0]\n\n- Zero.\n"
NEW = BEFORE.replace("- One.\n", "- One.\n- Two.\n")
OLD = BEFORE.replace("- Zero.\n", "- Zero.\n- Two.\n")


@pytest.fixture
def branch(tmp_path):
    """Give a function that commits files on a branch beside ``main``."""

    def git(*words):
        subprocess.run(  # noqa: S603
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],  # noqa: S607
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    def commit(files, message="Change"):
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        git("add", "-A")
        git("commit", "-q", "-m", message)

    git("init", "-q", "-b", "main")
    commit({"CHANGELOG.md": BEFORE, "src/a.py": "1\n", "models/a.tsv": "1\n", "docs/a.md": "1\n"})
    git("checkout", "-q", "-b", "work")
    return commit


@pytest.mark.parametrize(
    ("files", "message", "missing"),
    [
        ({"docs/a.md": "2\n"}, "Change", None),
        ({"tests/a.py": "2\n"}, "Change", None),
        ({"src/a.py": "2\n"}, "Change", "src/a.py"),
        ({"models/a.tsv": "2\n"}, "Change", "models/a.tsv"),
        ({"pyproject.toml": "2\n"}, "Change", "pyproject.toml"),
        ({"src/a.py": "2\n"}, "Change\n\nChangelog: none", None),
        (
            {"src/a.py": "2\n"},
            "Change\n\nThe word Changelog: none inside a body\nis no trailer",
            "src/a.py",
        ),
        ({"tests/api.txt": "2\n"}, "Change\n\nChangelog: none", "tests/api.txt"),
        ({"tests/api.txt": "2\n", "CHANGELOG.md": NEW}, "Change", None),
        ({"src/a.py": "2\n", "CHANGELOG.md": NEW}, "Change", None),
        ({"src/a.py": "2\n", "CHANGELOG.md": OLD}, "Change", "src/a.py"),
        ({"src/a.py": "2\n", "CHANGELOG.md": BEFORE.replace("- One.", "")}, "Change", "src/a.py"),
    ],
)
def test_a_line_is_asked_for_where_the_library_changes(files, message, missing, branch, tmp_path):
    branch(files, message)
    told = changelog.complaint("main", str(tmp_path))
    if missing is None:
        assert not told
    else:
        assert f"\n  {missing}\n" in told


def test_a_line_of_an_earlier_commit_of_the_branch_counts(branch, tmp_path):
    branch({"CHANGELOG.md": NEW})
    branch({"src/a.py": "2\n"})
    assert not changelog.complaint("main", str(tmp_path))
