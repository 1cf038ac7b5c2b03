"""Event streams: what the server tells of as it happens, taken up again when the line is lost.

The one rule: the cursor of the last event is kept, so that nothing is missed and nothing comes
twice. Bytes are split here and not by the HTTP library, which breaks lines inside of texts too.
How bytes travel is in ``transport``.
"""

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from goals_cli import output
from goals_cli.errors import Misused, Unreachable
from goals_cli.language import say

if TYPE_CHECKING:
    from goals_cli.transport import Transport

LARGEST_EVENT = 1024 * 1024  # bytes
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds
CURSOR = "Goals-Cursor"

Plain = dict[str, Any]


def follow(transport: "Transport", operation: str, variables: Plain) -> Iterator[Any]:
    """The values of a subscription's root field, for ever or until the server says it is over.

    Raises what ``Transport.send`` raises when the first attempt fails; later ones are repeated.
    """
    cursor: str | None = None
    begun, pause = False, FIRST_PAUSE
    while True:
        try:
            with transport.stream(operation, {**variables, "after": cursor}) as response:
                if begun:
                    output.note(say("Wieder verbunden.", "Connected again."))
                begun, pause = True, FIRST_PAUSE
                cursor = cursor or response.headers.get(CURSOR)
                for name, place, data in events(response.iter_bytes()):
                    if name == "complete":
                        return
                    cursor = place or cursor
                    yield from transport.read_event(data).values()
            lost = say("Die Verbindung endete.", "The connection ended.")
        except Unreachable as error:
            if not begun:
                raise
            lost = error.message
        except Misused as error:
            if cursor is None or error.code != "BAD_USER_INPUT":
                raise
            cursor = None
            output.note(error.message)
            continue
        again = say("neuer Versuch in {:.0f} s.", "next try in {:.0f} s.").format(pause)
        output.note(f"{lost.rstrip('.')}; {again}")
        time.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


def events(parts: Iterable[bytes]) -> Iterator[tuple[str, str | None, bytes]]:
    """Name, id and data of each event in a stream; comments are passed over.

    Raises Unreachable for an event without end.
    """
    rest = b""
    for part in parts:
        rest += part
        *blocks, rest = rest.replace(b"\r\n", b"\n").split(b"\n\n")
        if len(rest) > LARGEST_EVENT:
            raise Unreachable(say("Ereignis zu groß.", "An event is too large."))
        for block in blocks:
            event = _event(block)
            if event is not None:
                yield event


def _event(block: bytes) -> tuple[str, str | None, bytes] | None:
    fields: dict[bytes, list[bytes]] = {}
    for line in block.split(b"\n"):
        name, _, value = line.partition(b":")
        if name:
            fields.setdefault(name, []).append(value.removeprefix(b" "))
    if b"event" not in fields and b"data" not in fields:
        return None
    kind = fields.get(b"event", [b"message"])[-1].decode("utf-8", "replace")
    place = fields[b"id"][-1].decode("ascii", "replace") if b"id" in fields else None
    return kind, place, b"\n".join(fields.get(b"data", []))
