"""The project's gold sample, and the real one where the shared texts are present."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from vnpolitext.citations import find_citations
from vnpolitext.text import fold


def squeeze(text: str) -> str:
    return fold(text).replace(" - ", "-").replace(" / ", "/").replace("- ", "-").replace(" ", "")


def f1(gold: Counter[Any], found: Counter[Any]) -> float:
    return 200 * sum((gold & found).values()) / max(1, sum(gold.values()) + sum(found.values()))


def measure(documents: list[dict[str, Any]]) -> dict[str, float]:
    gold_spans, spans = Counter[Any](), Counter[Any]()
    gold_keys, keys = Counter[Any](), Counter[Any]()
    hits, wanted = Counter[str](), Counter[str]()
    for document in documents:
        name, text = document["id"], document["text"]
        found = find_citations(text)
        gold_spans.update((name, c["start"], c["end"]) for c in document["citations"])
        spans.update((name, c.start, c.end) for c in found)
        gold_keys.update(
            {
                (name, squeeze(c.get("number") or text[c["start"] : c["end"]]))
                for c in document["citations"]
            }
        )
        keys.update({(name, squeeze(c.number or c.text)) for c in found})
        by_span = {(c.start, c.end): c for c in found}
        for citation in document["citations"]:
            match = by_span.get((citation["start"], citation["end"]))
            for attribute in ("issued", "issuer", "term"):
                if match is not None and citation.get(attribute):
                    wanted[attribute] += 1
                    value = getattr(match, attribute) or ""
                    hits[attribute] += squeeze(value) == squeeze(citation[attribute])
    figures = {name: 100 * hits[name] / wanted[name] for name in wanted}
    return {"spans": f1(gold_spans, spans), "keys": f1(gold_keys, keys), **figures}


def check(figures: dict[str, float]) -> None:
    assert figures["spans"] >= 95
    assert figures["keys"] >= 95
    assert figures["issued"] >= 95
    assert figures["issuer"] >= 95
    assert figures["term"] >= 90


def test_written_gold(written: list[dict[str, Any]]) -> None:
    check(measure(written))


def test_real_gold(shared: Path) -> None:
    lines = (shared / "gold" / "real.jsonl").read_text(encoding="utf-8").splitlines()
    check(measure([json.loads(line) for line in lines if line.strip()]))
