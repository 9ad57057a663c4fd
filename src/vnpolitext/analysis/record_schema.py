"""The record of an analysis as a JSON Schema, made of the records themselves."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from vnpolitext.analysis.descriptions import descriptions, summary
from vnpolitext.analysis.records import Analysis
from vnpolitext.analysis.schema import RECORDS
from vnpolitext.analysis.vocabularies import OPEN, vocabulary

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_SIMPLE: Final[dict[Any, str]] = {
    str: "string", int: "integer", float: "number", bool: "boolean",
}  # fmt: skip
_TABLE_OF: Final = {record: table for table, record in RECORDS.items()}
_MADE: Final = {"Person": {"is_official": {"type": "boolean"}}}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what ``Analysis.to_dict`` gives.

    Columns with a closed list of values are enumerations; the fields of ``metadata`` are open.

    Example:
        >>> schema = json_schema()
        >>> schema["title"], schema["$defs"]["Position"]["properties"]["status"]["enum"]
        ('Analysis', ['current', 'former', 'late', 'acting'])
    """
    defined: dict[str, Any] = {}
    whole = _object(Analysis, defined)
    whole["properties"]["surrogates"] = {
        "description": "What stood where the text has replacement characters: halves of surrogates "
        "that JSON would join."
    }
    return {"$schema": _DRAFT, "title": "Analysis", **whole, "$defs": defined}


def _object(record: type, defined: dict[str, Any]) -> dict[str, Any]:
    told, hints = descriptions(record), get_type_hints(record)
    properties: dict[str, Any] = {}
    for item in fields(record):
        shape = _shape(hints[item.name], defined)
        column = _TABLE_OF.get(record, ""), item.name
        values = () if column in OPEN else vocabulary(*column)
        if values:
            null = [None] if hints[item.name] == str | None else []
            shape = {"enum": [*values, *null]}
        properties[item.name] = {**shape, "description": told.get(item.name, "")}
    properties |= _MADE.get(record.__name__, {})
    required = [
        item.name
        for item in fields(record)
        if item.default is MISSING and item.default_factory is MISSING
    ]
    return {
        "type": "object",
        "description": summary(record),
        "properties": properties,
        "required": required,
    }


def _shape(hint: Any, defined: dict[str, Any]) -> dict[str, Any]:
    if get_origin(hint) in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        shapes = [_shape(option, defined) for option in options]
        return {"anyOf": [*shapes, {"type": "null"}]}
    if get_origin(hint) is tuple:
        kinds = get_args(hint)
        if kinds[-1] is Ellipsis:
            return {"type": "array", "items": _shape(kinds[0], defined)}
        items = [_shape(kind, defined) for kind in kinds]
        return {
            "type": "array", "prefixItems": items, "items": False,
            "minItems": len(items), "maxItems": len(items),
        }  # fmt: skip
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in defined:
            defined[hint.__name__] = {}
            defined[hint.__name__] = _object(hint, defined)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return {"type": _SIMPLE[hint]} if hint in _SIMPLE else {"type": "object"}
