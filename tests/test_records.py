"""What is found stays what it was: the records of many texts, as ``records.json`` has them.

Work on speed, or on order, must change no record. Each text has a digest of all its records; run as
a program (``make records``) this file writes the digests anew, where a change is meant. The texts
are our own, put together from their paragraphs, and where they are at hand every so many of the
shared ones, of which nothing but the digests stands here.
"""

import json
import os
import sys
import unicodedata
from hashlib import sha256
from itertools import islice
from pathlib import Path

import pytest

import vnpolitext as vp
from vnpolitext.evaluation.lines import json_lines

HERE = Path(__file__).parent
SNAPSHOT = HERE / "records.json"
SHARED = Path(os.environ.get("VNPOLITEXT_SHARED", HERE.parents[1] / "shared"))
MANY = 300
EVERY = 27
FILES = ("raw.jsonl.gz", "raw2.jsonl.gz")
ADVICE = """the records of {count} texts have changed: {names}

If this is meant: run `make records`, and say in the commit what is found now and was not, or the
other way round. If it is not, compare the records of these texts with those of the last commit.
"""


def own_texts():
    """Return 300 texts: those of the project, and others made of their paragraphs."""
    whole = [document["text"] for document in json_lines(HERE / "gold" / "written.jsonl")]
    examples = sorted((HERE.parent / "examples" / "articles").glob("*.[tm][xd]*"))
    whole += [path.read_text(encoding="utf-8") for path in examples]
    texts = [*whole, *(text.upper() for text in whole[:6])]
    texts += [unicodedata.normalize("NFD", text) for text in whole[6:12]]
    texts += [text.replace("\n", "\r\n") for text in whole[12:18]]
    paragraphs = [part for text in whole for part in text.split("\n") if len(part) > 80]
    for first in range(MANY - len(texts)):
        chosen = (paragraphs[(first * 5 + step * 61) % len(paragraphs)] for step in range(3))
        texts.append("\n".join(chosen))
    return {f"own {number}": text for number, text in enumerate(texts)}


def shared_texts():
    """Return 300 of the shared texts, by file and line; nothing where they are not at hand."""
    found = {}
    for name in FILES:
        path = SHARED / "data" / name
        if path.is_file():
            lines = islice(json_lines(path), 0, None, EVERY)
            found |= {f"{name} {number}": line["text"] for number, line in enumerate(lines)}
    return found


def digests(texts):
    """Return the digest of the records of each text."""
    return {name: digest(text) for name, text in texts.items()}


def digest(text):
    """Return eight letters that are the same for the same records."""
    records = vp.analyze(text, id="-").to_dict()
    del records["versions"]
    plain = json.dumps(records, ensure_ascii=True, sort_keys=True)
    return sha256(plain.encode()).hexdigest()[:8]


@pytest.mark.parametrize("texts", [own_texts, shared_texts])
def test_the_same_texts_have_the_same_records(texts):
    found = digests(texts())
    if not found:
        pytest.skip(f"no shared texts: {SHARED} is not there; set VNPOLITEXT_SHARED")
    known = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    changed = [name for name in found if known.get(name) != found[name]]
    assert not changed, ADVICE.format(count=len(changed), names=", ".join(changed[:20]))


def write():
    """Write the digests anew; those of texts that are not at hand stay."""
    known = json.loads(SNAPSHOT.read_text(encoding="utf-8")) if SNAPSHOT.is_file() else {}
    found = {**digests(own_texts()), **digests(shared_texts())}
    changed = sum(known.get(name) != value for name, value in found.items())
    SNAPSHOT.write_text(json.dumps({**known, **found}, indent=0) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(found)} texts, {changed} with other records than before\n")


if __name__ == "__main__":
    write()
