"""Capacity: how many sockets and streams may be open at once, by person, address and in total.

The one rule: whoever comes in takes a seat and gives it back once, and nothing is remembered of
those who left, so that what is counted here never outgrows what is open. Addresses are those of
``addresses.caller``.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, Self

Reason = Literal["person", "address", "total"]

SOCKETS_OF_PERSON = 20
SOCKETS_OF_ADDRESS = 500
SOCKETS_IN_TOTAL = 5_000


class Full(Exception):  # noqa: N818 - it states the fact
    """There is no room for one more: ``reason`` says whose share is used up."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Room:
    """How much there is room for."""

    person: int = SOCKETS_OF_PERSON
    address: int = SOCKETS_OF_ADDRESS
    total: int = SOCKETS_IN_TOTAL


class Capacity:
    """The seats of one process."""

    def __init__(self, room: Room | None = None) -> None:
        self._room = room or Room()
        self._taken = 0
        self._addresses: Counter[str] = Counter()
        self._people: Counter[str] = Counter()

    @property
    def taken(self) -> int:
        """How many seats are taken."""
        return self._taken

    @property
    def remembered(self) -> int:
        """How many addresses and people are being counted."""
        return len(self._addresses) + len(self._people)

    def enter(self, address: str) -> "Seat":
        """Take a seat for somebody at this address, known or not yet. Raises Full."""
        if self._taken >= self._room.total:
            raise Full("total")
        if self._addresses[address] >= self._room.address:
            raise Full("address")
        self._taken += 1
        self._addresses[address] += 1
        return Seat(self, address)

    def claim(self, person: str) -> None:
        """Count one of the seats taken for a person, as ``Seat`` does. Raises Full."""
        if self._people[person] >= self._room.person:
            raise Full("person")
        self._people[person] += 1

    def release(self, address: str, person: str | None) -> None:
        """Give a seat back, as ``Seat`` does."""
        self._taken -= 1
        _drop(self._addresses, address)
        if person is not None:
            _drop(self._people, person)


class Seat:
    """One open socket or stream; as a context it is given back at the end of the block."""

    def __init__(self, capacity: Capacity, address: str) -> None:
        self._capacity = capacity
        self._address = address
        self._person: str | None = None
        self._left = False

    def belongs_to(self, person: str) -> None:
        """Count the seat for the person who signed in on it, once. Raises Full."""
        if self._left or self._person is not None:
            return
        self._capacity.claim(person)
        self._person = person

    def leave(self) -> None:
        """Give the seat back; a second time does nothing."""
        if not self._left:
            self._left = True
            self._capacity.release(self._address, self._person)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()


def _drop(counts: Counter[str], name: str) -> None:
    counts[name] -= 1
    if counts[name] <= 0:
        del counts[name]
