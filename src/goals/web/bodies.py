"""Bodies: reading a request's bytes within limits, and JSON without its traps.

A body that is too large, drips too slowly, nests too deep, repeats a key or holds what JSON has
not (NaN, endless integers) is refused here, so that nothing behind has to think of it.
"""

import asyncio
import contextlib
import json
from typing import Any, cast

from litestar.types import HTTPRequestEvent, Receive

from goals.web.faults import Fault, bad_request

LARGEST_BODY = 1_000_000
DEEPEST_BODY = 64
SECONDS_FOR_BODY = 20.0
SECONDS_TO_FINISH = 2.0
MOST_THROWN_AWAY = 16_000_000


async def read_body(receive: Receive, announced: str | None) -> bytes:
    """All bytes of the body; raises a Fault: 413 when too large, 408 when too slow."""
    if announced is not None and announced.isdigit() and int(announced[:12]) > LARGEST_BODY:
        await _let_finish(receive)
        raise _too_large()
    try:
        async with asyncio.timeout(SECONDS_FOR_BODY):
            return await _gather(receive)
    except TimeoutError:
        message = f"The body did not arrive within {SECONDS_FOR_BODY:.0f} seconds."
        raise Fault(408, "BAD_REQUEST", message, {"Connection": "close"}) from None


async def _gather(receive: Receive) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise bad_request("The client went away before the body was complete.")
        part = cast("HTTPRequestEvent", message).get("body", b"")
        size += len(part)
        if size > LARGEST_BODY:
            parts.clear()
            if message.get("more_body"):
                await _let_finish(receive)
            raise _too_large()
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


async def _let_finish(receive: Receive) -> None:
    """Throw away what still comes, within reason: who is cut off while sending hears no answer."""
    size = 0
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(SECONDS_TO_FINISH):
            while size <= MOST_THROWN_AWAY:
                message = await receive()
                if message["type"] == "http.disconnect" or not message.get("more_body"):
                    return
                size += len(cast("HTTPRequestEvent", message).get("body", b""))


def _too_large() -> Fault:
    text = f"The body is larger than {LARGEST_BODY:,} bytes; send less at a time."
    return Fault(413, "BAD_REQUEST", text, {"Connection": "close"})


def parse_json(raw: bytes) -> Any:
    """The JSON value in the bytes; raises a 400 Fault that says what is wrong with them."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise bad_request(f"The body is not UTF-8: byte {error.start} is wrong.") from None
    _check_depth(text)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise bad_request(
            f"The body is not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
        ) from None
    except ValueError:  # an integer of thousands of digits
        raise bad_request("The body holds a number that is too long.") from None


def _check_depth(text: str) -> None:
    """Refuse deep nesting before a recursive parser meets it; brackets in strings do not count."""
    if text.count("[") + text.count("{") <= DEEPEST_BODY:
        return
    depth = 0
    in_string = escaped = False
    for sign in text:
        if in_string:
            if escaped:
                escaped = False
            elif sign == "\\":
                escaped = True
            elif sign == '"':
                in_string = False
        elif sign == '"':
            in_string = True
        elif sign in "[{":
            depth += 1
            if depth > DEEPEST_BODY:
                raise bad_request(f"The body nests deeper than {DEEPEST_BODY} levels.")
        elif sign in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise bad_request(f"The key {twice[:40]!r} stands twice in one object.")
    return value


def _refuse_constant(name: str) -> Any:
    raise bad_request(f"{name} is no JSON number.")
