"""Personal data as a document: the rows, and what each field means in the words of the contract."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from goals.api.node import ENTITIES
from goals.api.schema import contract
from goals.reads.sources import Column
from goals.store.rows import decimal_text, time_text


def text_of(gathered: dict[str, Any]) -> str:
    """Write it as JSON text that a person can read, with ``fields`` that explain the columns."""
    tables = {each["table"] for each in gathered["tables"]}
    document = gathered | {"fields": _described(tables)}
    return json.dumps(document, ensure_ascii=False, indent=2, default=_value)


def _described(tables: set[str]) -> dict[str, str]:
    """What the contract says of each column it shows."""
    schema, sources = contract().graphql, contract().catalogue.types
    found: dict[str, str] = {}
    for name, entity in ENTITIES.items():
        if entity.table not in tables:
            continue
        type_: Any = schema.type_map[name]
        for field, source in sources[name].fields.items():
            description = type_.fields[field].description
            if isinstance(source, Column) and description:
                found.setdefault(f"{entity.table}.{source.name}", description)
    return found


def _value(value: object) -> str:
    match value:
        case UUID():
            return str(value)
        case datetime():
            return time_text(value)
        case date():
            return value.isoformat()
        case Decimal():
            return decimal_text(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
