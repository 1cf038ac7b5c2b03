"""Capacity: shares are kept, and nothing is counted that has left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.web.addresses import caller, counted
from goals.web.capacity import Capacity, Full, Room

STEPS = st.lists(
    st.tuples(st.sampled_from(["enter", "sit", "leave", "leave"]), st.integers(0, 30)), max_size=200
)


def reason(act, *args):
    with pytest.raises(Full) as caught:
        act(*args)
    return caught.value.reason


def test_each_share_has_its_end():
    capacity = Capacity(Room(person=2, address=3, total=5))
    seats = [capacity.enter("192.0.2.1") for _ in range(3)]
    for seat in seats[:2]:
        seat.belongs_to("anna")

    reasons = [reason(capacity.enter, "192.0.2.1"), reason(seats[2].belongs_to, "anna")]
    others = [capacity.enter("192.0.2.2") for _ in range(2)]

    assert reasons == ["address", "person"]
    assert reason(capacity.enter, "192.0.2.3") == "total"
    assert len(others) == 2


def test_who_leaves_makes_room_once_however_often_it_is_said():
    capacity = Capacity(Room(person=1, address=1, total=1))
    with capacity.enter("192.0.2.1") as seat:
        seat.belongs_to("anna")
        seat.belongs_to("anna")
    seat.leave()
    seat.belongs_to("anna")

    again = capacity.enter("192.0.2.1")
    again.belongs_to("anna")

    assert capacity.taken == 1
    assert reason(capacity.enter, "192.0.2.9") == "total"


def test_a_refusal_takes_nothing():
    capacity = Capacity(Room(person=1, address=1, total=9))
    first = capacity.enter("192.0.2.1")
    first.belongs_to("anna")
    second = capacity.enter("192.0.2.2")
    for _ in range(5):
        reason(capacity.enter, "192.0.2.1")
        reason(second.belongs_to, "anna")

    first.leave()
    second.belongs_to("anna")
    second.leave()

    assert (capacity.taken, capacity.remembered) == (0, 0)


@given(STEPS)
def test_no_share_is_ever_exceeded_and_nothing_stays_behind(steps):
    room = Room(person=2, address=3, total=7)
    capacity = Capacity(room)
    open_seats = []
    for step, number in steps:
        try:
            if step == "enter":
                address = f"192.0.2.{number % 4}"
                open_seats.append([address, None, capacity.enter(address)])
            elif step == "sit" and open_seats:
                seat = open_seats[number % len(open_seats)]
                seat[2].belongs_to(str(number % 3))
                seat[1] = seat[1] or str(number % 3)
            elif step == "leave" and open_seats:
                open_seats.pop(number % len(open_seats))[2].leave()
        except Full:
            pass
        addresses = [seat[0] for seat in open_seats]
        people = [seat[1] for seat in open_seats if seat[1]]
        assert capacity.taken == len(open_seats) <= room.total
        assert all(addresses.count(one) <= room.address for one in addresses)
        assert all(people.count(one) <= room.person for one in people)
        assert capacity.remembered == len(set(addresses)) + len(set(people))


@pytest.mark.parametrize(
    ("host", "place"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::1", "::/64"),
        ("testclient", "unknown"),
        ("", "unknown"),
    ],
)
def test_an_address_counts_as_far_as_it_can_be_told_apart(host, place):
    assert counted(host) == place
    assert caller({"client": (host, 1)}) == place


def test_nobody_known_is_one_place():
    assert caller({}) == caller({"client": None}) == "unknown"
