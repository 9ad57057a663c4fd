"""``vnpolitext schema``: the record as a JSON Schema."""

from __future__ import annotations

import json

from vnpolitext.cli.output import write


def schema_command() -> None:
    """Print the JSON Schema of the record that analyze writes."""
    from vnpolitext.analysis import json_schema

    write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
