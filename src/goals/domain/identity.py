"""Identity: sortable ids, the opaque ids of the API, and the keys people say to each other.

An id of the wrong form is None, never an error: to the outside it is like an unknown one.
"""

import base64
import re
import secrets
import threading
from datetime import UTC, datetime
from uuid import UUID

_RANDOM_BITS = 74
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_GLOBAL_ID = re.compile(r"[A-Za-z0-9_-]{52,120}", re.ASCII)
_NODE = re.compile(
    r"([A-Z][A-Za-z]{1,39}):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
)
_KEY = re.compile(r"[Cc]-([1-9]\d{0,8})", re.ASCII)


class Uuid7Source:
    """Makes UUIDs of version 7 (RFC 9562) that strictly rise, even when the clock goes back.

    Within one millisecond, and while the clock is behind, the random part is counted up by a
    random step (method 2 of section 6.2). Safe to share between threads.
    """

    def __init__(self) -> None:
        """Start with nothing handed out."""
        self._lock = threading.Lock()
        self._millisecond = -1
        self._random = 0

    def new(self, now: datetime) -> UUID:
        """The next id at this aware time."""
        millisecond = (now - _EPOCH) // _MILLISECOND
        with self._lock:
            if millisecond > self._millisecond:
                self._millisecond = millisecond
                self._random = secrets.randbits(_RANDOM_BITS - 1)  # the top bit leaves room
            else:
                self._random += 1 + secrets.randbits(32)
                if self._random >> _RANDOM_BITS:
                    self._millisecond += 1
                    self._random = secrets.randbits(_RANDOM_BITS - 1)
            return _assemble(self._millisecond, self._random)


_MILLISECOND = datetime(1970, 1, 1, 0, 0, 0, 1000, tzinfo=UTC) - _EPOCH


def _assemble(millisecond: int, random: int) -> UUID:
    high, low = random >> 62, random & (2**62 - 1)
    return UUID(int=millisecond << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


_SOURCE = Uuid7Source()


def uuid7(now: datetime) -> UUID:
    """The next id of this process; rises with every call. For a made-up past use an own source."""
    return _SOURCE.new(now)


def global_id(type_name: str, uuid: UUID) -> str:
    """The opaque id of a node: URL-safe base64, without padding, of ``Type:uuid``."""
    return base64.urlsafe_b64encode(f"{type_name}:{uuid}".encode()).rstrip(b"=").decode()


def read_global_id(text: object) -> tuple[str, UUID] | None:
    """The type and the UUID in a global id, or None when it is not exactly one."""
    if not isinstance(text, str) or not _GLOBAL_ID.fullmatch(text):
        return None
    try:
        plain = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii")
    except ValueError:
        return None
    node = _NODE.fullmatch(plain)
    if node is None:
        return None
    uuid = UUID(node[2])
    return (node[1], uuid) if global_id(node[1], uuid) == text else None


def uuid_of(text: object, type_name: str) -> UUID | None:
    """The UUID in a global id of this type, or None."""
    found = read_global_id(text)
    return found[1] if found and found[0] == type_name else None


def commission_key(number: int) -> str:
    """The key of a commission within its organisation, such as ``C-123``."""
    return f"C-{number}"


def commission_number(key: object) -> int | None:
    """The number in a commission's key, in either case of the letter, or None."""
    found = _KEY.fullmatch(key.strip()) if isinstance(key, str) else None
    return int(found[1]) if found else None
