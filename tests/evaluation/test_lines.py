import gzip
import json

import pytest

from vnpolitext.evaluation import read_gold
from vnpolitext.evaluation.lines import json_lines

DOCUMENTS = [{"id": "a", "text": "dòng\u2028sau\x85và\x1cnữa"}, {"id": "b", "text": ""}]
LINES = "\n\n".join(json.dumps(each, ensure_ascii=False) for each in DOCUMENTS) + "\n"


@pytest.mark.parametrize("name", ["texts.jsonl", "texts.jsonl.gz"])
def test_a_line_ends_at_a_line_feed_alone(name, tmp_path):
    path = tmp_path / name
    data = LINES.encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert list(json_lines(path)) == DOCUMENTS


def test_annotated_texts_may_have_other_breaks(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(LINES.encode())
    assert read_gold(path) == DOCUMENTS
