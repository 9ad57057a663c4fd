"""Print how right relations of citations, orders of items and statements are; raise their floors.

measure.py tests/gold/{relations,reading,statements}/*.jsonl --texts FOLDER
    [--floors tests/floors.json]

The folder of a file says what it annotates.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from vnpolitext.evaluation import (
    Floors,
    evaluate_orders,
    evaluate_relations,
    evaluate_statements,
    read_windows,
)

SCORERS = {
    "relations": evaluate_relations,
    "reading": evaluate_orders,
    "statements": evaluate_statements,
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--texts", type=Path, required=True, help="where the raw texts are")
    parser.add_argument("--floors", type=Path, help="file whose floors rise to these figures")
    arguments = parser.parse_args()
    for path in arguments.gold:
        figures = SCORERS[path.parent.name](read_windows(path, arguments.texts))
        for name, figure in figures.items():
            print(f"{path.name:26} {name:22} {100 * figure.f1:6.2f}   gold {figure.gold}")
        if arguments.floors:
            floors = Floors.read(arguments.floors)
            values = {name: round(100 * figure.f1, 2) for name, figure in figures.items()}
            floors.renew(path, values)
            floors.write(arguments.floors)


if __name__ == "__main__":
    main()
