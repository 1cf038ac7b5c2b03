"""The chain: whatever is changed behind the application's back, the first broken link is named."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.domain.canonical import plain
from goals.domain.chain import (
    GENESIS,
    ChainReport,
    EventHeader,
    Fault,
    Link,
    body_hash,
    event_hash,
    verify_chain,
)
from goals.domain.enums import Channel, Side

HERE = UUID(int=1)
SALT = "5a" * 16
OTHER = {
    "org_id": UUID(int=99),
    "seq": 77,
    "id": UUID(int=98),
    "at": datetime(2020, 1, 1, tzinfo=UTC),
    "kind": "commission.closed",
    "channel": Channel.SYSTEM,
    "subject_type": "Person",
    "subject_id": UUID(int=97),
    "body_hash": "0" * 64,
    "actor_id": UUID(int=96),
    "token_id": UUID(int=95),
    "side": Side.SUPPLIER,
    "commission_id": None,
    "revision_hash": "1" * 64,
}


def chain(length: int, org_id: UUID = HERE) -> list[Link]:
    links: list[Link] = []
    for seq in range(1, length + 1):
        body = {"state": "AGREED", "step": seq}
        header = EventHeader(
            org_id=org_id,
            seq=seq,
            id=UUID(int=1000 + seq),
            at=datetime(2026, 11, 21, tzinfo=UTC) + timedelta(minutes=seq),
            kind="commission.checked_in",
            channel=Channel.CLI,
            subject_type="Commission",
            subject_id=UUID(int=5),
            body_hash=body_hash(body, SALT),
            actor_id=UUID(int=6),
            token_id=UUID(int=7),
            side=Side.CUSTOMER,
            commission_id=UUID(int=5),
        )
        previous = links[-1].hash if links else GENESIS
        written = json.dumps(body, separators=(",", ":"))
        links.append(Link(plain(header), previous, event_hash(header, previous), SALT, written))
    return links


def forged(link: Link, **changes) -> Link:
    """The link with another header."""
    header = {**link.header, **{name: plain(value) for name, value in changes.items()}}
    return replace(link, header={key: value for key, value in header.items() if value is not None})


def erased(links: list[Link], *seqs: int, said: int | None = None, carried=None) -> list[Link]:
    """The chain with these bodies erased by one more event."""
    by = len(links) + 1
    body = {"bodies": len(seqs) if said is None else said}
    if carried:
        body["carried"] = carried
    header = replace(links[0].event, seq=by, kind="person.erased", body_hash=body_hash(body, SALT))
    previous = links[-1].hash
    erasing = Link(
        plain(header),
        previous,
        event_hash(header, previous),
        SALT,
        json.dumps(body).replace(" ", ""),
    )
    return [
        replace(link, salt=None, text=None, erased_by=by) if link.seq in seqs else link
        for link in links
    ] + [erasing]


def test_an_untouched_chain_holds_and_gives_its_head():
    links = chain(5)

    report = verify_chain(links)

    assert report == ChainReport(5, links[-1].hash)
    assert report.holds


def test_an_empty_chain_holds():
    assert verify_chain([]) == ChainReport(0, GENESIS)


@given(st.integers(0, 5), st.sampled_from([field.name for field in fields(EventHeader)]))
def test_a_changed_header_is_found_where_it_is(place, name):
    links = chain(6)
    links[place] = forged(links[place], **{name: OTHER[name]})

    report = verify_chain(links)

    assert not report.holds
    assert report.broken_seq == place + 1


@given(st.integers(0, 5))
def test_a_rewritten_event_with_a_fitting_hash_breaks_the_next(place):
    links = chain(7)
    changed = forged(links[place], kind="commission.cancelled")
    links[place] = replace(changed, hash=event_hash(changed.header, changed.previous_hash))

    report = verify_chain(links)

    assert (report.broken_seq, report.fault) == (place + 2, Fault.PREVIOUS)


@given(st.integers(0, 5))
def test_a_changed_or_missing_body_is_found(place):
    links = chain(6)
    changed, missing = chain(6), chain(6)
    changed[place] = replace(links[place], text='{"state":"CLOSED"}')
    missing[place] = replace(links[place], salt=None, text=None)

    for report in (verify_chain(changed), verify_chain(missing)):
        assert (report.broken_seq, report.fault) == (place + 1, Fault.BODY)


@given(st.sets(st.integers(1, 6)))
def test_bodies_erased_by_an_event_that_says_how_many_are_no_fault(seqs):
    report = verify_chain(erased(chain(6), *seqs))

    assert (report.holds, report.count, report.erased) == (True, 7, len(seqs))


def test_an_erasure_that_no_event_accounts_for_is_found():
    links = chain(6)
    never, twice = erased(links, 3)[:-1], erased(links, 3, 5, said=1)
    by_another = [replace(links[0], salt=None, text=None, erased_by=4), *links[1:]]
    backwards = [*links[:3], replace(links[3], salt=None, text=None, erased_by=2), *links[4:]]

    found = [verify_chain(each) for each in (never, twice, by_another, backwards)]

    assert [report.fault for report in found] == [Fault.ERASURE] * 4
    assert [report.broken_seq for report in found] == [3, 3, 1, 4]


def test_an_erasing_event_that_was_erased_itself_hides_nothing():
    """Else whoever can write hides any body behind an event whose own number nobody can read."""
    first = erased(chain(4), 1)
    both = erased(first, 5, carried={"5": 1})

    silent = erased(first, 5)
    more = [*both[:1], replace(both[1], salt=None, text=None, erased_by=5), *both[2:]]
    wrong = erased(first, 5, carried={"5": 2})

    assert verify_chain(both).holds
    assert [verify_chain(each).fault for each in (silent, more, wrong)] == [Fault.ERASURE] * 3


def test_the_numbers_are_carried_on_as_often_as_it_takes():
    once = erased(erased(chain(4), 1), 5, carried={"5": 1})

    holds = erased(once, 6, carried={"5": 1, "6": 1})
    forgets = erased(once, 6, carried={"6": 1})

    assert verify_chain(holds).holds
    assert verify_chain(forgets).fault is Fault.ERASURE


def test_a_body_with_a_member_twice_is_not_the_one_that_was_hashed():
    """Readers that take the first of two would be told something else."""
    links = chain(3)
    doubled = replace(links[1], text='{"state":"CANCELLED","state":"AGREED","step":2}')

    report = verify_chain([links[0], doubled, links[2]])

    assert (report.broken_seq, report.fault) == (2, Fault.BODY)


def test_a_head_kept_elsewhere_shows_a_cut_and_a_rewritten_chain():
    links = chain(6)
    other = chain(6, UUID(int=2))

    cut = verify_chain(links[:4], known={6: links[5].hash})
    rewritten = verify_chain(other, known={5: links[4].hash})

    assert (cut.broken_seq, cut.fault) == (5, Fault.TAIL)
    assert (rewritten.broken_seq, rewritten.fault) == (5, Fault.CHECKPOINT)
    assert verify_chain(links, known={3: links[2].hash, 6: links[5].hash}).holds


@given(st.integers(0, 5), st.data())
def test_one_flipped_bit_in_any_stored_text_is_found_where_it_is(place, data):
    links = chain(6)
    link = links[place]
    name = data.draw(st.sampled_from([*link.header, "previous_hash", "hash", "salt", "text"]))
    held = str(link.header.get(name, getattr(link, name, "")))
    at, bit = data.draw(st.integers(0, len(held) - 1)), data.draw(st.integers(0, 6))
    flipped = held[:at] + chr(ord(held[at]) ^ (1 << bit)) + held[at + 1 :]
    if name in link.header:
        links[place] = replace(link, header={**link.header, name: flipped})
    else:
        links[place] = replace(link, **{name: flipped})

    report = verify_chain(links)

    assert (report.holds, report.broken_seq) == (False, place + 1)


@given(st.integers(0, 4))
def test_a_missing_or_doubled_event_is_a_gap(place):
    without = chain(6)
    del without[place]
    doubled = chain(6)
    doubled.insert(place, doubled[place])

    assert (verify_chain(without).broken_seq, verify_chain(without).fault) == (place + 1, Fault.GAP)
    assert (verify_chain(doubled).broken_seq, verify_chain(doubled).fault) == (place + 2, Fault.GAP)


def test_an_event_of_another_organisation_does_not_belong_here():
    links = [*chain(2), chain(3, UUID(int=2))[2]]

    assert verify_chain(links).fault is Fault.FOREIGN


def test_a_chain_is_checked_from_a_checkpoint_on():
    links = chain(6)

    report = verify_chain(links[3:], previous_hash=links[2].hash, first_seq=4)
    wrong = verify_chain(links[3:], previous_hash=links[1].hash, first_seq=4)

    assert (report.holds, report.count, report.head) == (True, 3, links[-1].hash)
    assert (wrong.broken_seq, wrong.fault) == (4, Fault.PREVIOUS)


def test_a_cut_tail_shows_only_in_the_head():
    links = chain(6)

    report = verify_chain(links[:4])

    assert report.holds
    assert report.head != links[-1].hash


def test_the_same_body_with_another_salt_has_another_hash():
    assert body_hash({"a": 1}, "00" * 16) != body_hash({"a": 1}, "01" * 16)


def test_the_form_of_the_hashes_never_changes():
    assert [link.hash for link in chain(2)] == [
        "99a6bded307c7a0460320e6ec9dd34852e06acd7658fbaa37d5b3ae97b0dcfbc",
        "5c2061f2c152d381466085f985270086812a78c91e0f85fcef6754db75e0ea72",
    ]


def test_a_float_in_a_body_is_refused():
    with pytest.raises(TypeError):
        body_hash({"value": 0.1}, SALT)
