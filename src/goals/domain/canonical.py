"""Canonical JSON: one text for one meaning, so that two people get the same hash.

RFC 8785 limited to integers, strings, booleans, null, lists and objects; floats are refused, and
texts are in NFC. ``plain`` turns domain values into that, ``content_hash`` is what people sign.
"""

import dataclasses
import json
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from uuid import UUID

from goals.domain.values import canonical_decimal

LARGEST_INTEGER = 2**53 - 1  # beyond it, readers that use doubles would see another number
CONTENT_TAG = b"goals/revision/v1\n"

_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PLAIN = frozenset({str, int, bool, type(None)})
_NOTHING: tuple[object, ...] = (None, [], {})


def canonical_json(value: object) -> bytes:
    """Write a JSON value canonically, in UTF-8.

    Raises TypeError for floats and other foreign types, ValueError for integers beyond 2^53 - 1,
    lone surrogates, and keys that become equal in NFC.
    """
    return _WRITE(_ordered(value)).encode()


def _ordered(value: object) -> object:
    if isinstance(value, str):
        return str(value) if value.isascii() else unicodedata.normalize("NFC", str(value))
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise ValueError("An integer beyond 2^53 - 1 must be written as a string.")
        return int(value)
    if isinstance(value, (dict, Mapping)):
        return _ordered_object(value)
    if isinstance(value, (list, tuple)):
        return [_ordered(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no canonical form.")


def _ordered_object(value: Mapping[object, object]) -> dict[str, object]:
    members: dict[str, object] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise TypeError("Keys of an object must be strings.")
        normal = str(_ordered(key))
        if normal in members:
            raise ValueError("Two keys of an object are the same in NFC.")
        members[normal] = _ordered(item)
    # RFC 8785, 3.2.3: by UTF-16 code units, which differs from code points beyond the BMP.
    by = None if all(map(str.isascii, members)) else _utf_16
    return {key: members[key] for key in sorted(members, key=by)}


def _utf_16(text: str) -> bytes:
    return text.encode("utf-16-be")


def plain(value: object) -> object:
    """Turn domain values into JSON values: decimals, dates, times, ids and enums become text.

    Dataclasses become objects; members that are None or empty are left out, so that a field
    added later does not change the hash of what was signed before.
    """
    if type(value) in _PLAIN:
        return value
    match value:
        case Enum():
            return value.value
        case int() | str():
            return value
        case Decimal():
            return canonical_decimal(value)
        case datetime():
            return utc_text(value)
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case list() | tuple():
            return [plain(item) for item in value]
        case Mapping():
            return _present(value.items())
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _present((name, getattr(value, name)) for name in _names(type(value)))
    raise TypeError(f"{type(value).__name__} has no plain form.")


def _present(members: Iterable[tuple[object, object]]) -> dict[str, object]:
    return {str(key): written for key, item in members if (written := plain(item)) not in _NOTHING}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in dataclasses.fields(kind))


def utc_text(at: datetime) -> str:
    """Write an aware time as ``2026-11-21T08:30:00.000000Z``."""
    if at.utcoffset() is None:
        raise ValueError("A time without a zone has no canonical form.")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def content_hash(content: object) -> str:
    """The SHA-256, in hex, of a revision's content: a dataclass or mapping of domain values.

    Hand in what people sign and nothing else: no ids, numbers, authors or times of the revision.
    """
    return sha256(CONTENT_TAG + canonical_json(plain(content))).hexdigest()
