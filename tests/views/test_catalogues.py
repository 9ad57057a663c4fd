"""Everything that is said to a reader is in the Vietnamese catalogue."""

import json
import re
from pathlib import Path
from string import Formatter

import pytest
import typer
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from vnpolitext.cli.app import app
from vnpolitext.views.language import FOLDER

ROOT = Path(__file__).parents[2]
CATALOGUE = FOLDER / "vi" / "LC_MESSAGES"
FUNCTIONS = {"t": None, "tell": None, "noted": None, "gettext": None, "_": None}
SCRIPTS = ROOT / "src" / "vnpolitext" / "views" / "explorer" / "scripts"
SAID = re.compile(r"\bt\((\"(?:[^\"\\]|\\.)*\")")


@pytest.fixture(scope="module")
def known():
    with (CATALOGUE / "vnpolitext.po").open("rb") as stream:
        return {message.id: message.string for message in read_po(stream) if message.id}


def said():
    """Texts that the sources mark."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as stream:
        methods, options = parse_mapping_cfg(stream, filename="babel.cfg")
    found = extract_from_dir(ROOT, methods, options, FUNCTIONS, strip_comment_tags=False)
    texts = {text for _, _, text, _, _ in found if isinstance(text, str) and text.strip()}
    for script in SCRIPTS.glob("*.js"):  # Babel reads no call inside a template
        texts |= set(map(json.loads, SAID.findall(script.read_text(encoding="utf-8"))))
    return sorted(texts)


def helps():
    """Texts of the help of every command and option."""
    waiting, found = [typer.main.get_command(app)], set()
    while waiting:
        command = waiting.pop()
        names = command.list_commands(None) if hasattr(command, "list_commands") else ()
        waiting += [command.get_command(None, name) for name in names]
        texts = [getattr(part, "help", None) for part in (command, *command.params)]
        found |= {" ".join(text.split()) for text in texts if text}
    return sorted(found)


def test_everything_said_is_translated(known) -> None:
    missing = [text for text in (*said(), *helps()) if not known.get(text)]
    assert missing == []


def test_a_translation_fills_in_the_same_names(known) -> None:
    for text, told in known.items():
        names = [{name for _, name, _, _ in Formatter().parse(each)} for each in (text, told)]
        assert names[0] - {None} == names[1] - {None}, text


def test_the_compiled_catalogue_is_that_of_the_sources(known) -> None:
    with (CATALOGUE / "vnpolitext.mo").open("rb") as stream:
        compiled = {message.id: message.string for message in read_mo(stream) if message.id}
    assert compiled == known, "make catalogues"
