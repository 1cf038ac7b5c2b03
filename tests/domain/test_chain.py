"""The chain: whatever is changed behind the application's back, the first broken link is named."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        links.append(Link(header, previous, event_hash(header, previous), SALT, body))
    return links


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
    header = replace(links[place].header, **{name: OTHER[name]})
    links[place] = replace(links[place], header=header)

    report = verify_chain(links)

    assert not report.holds
    assert report.broken_seq == place + 1


@given(st.integers(0, 5))
def test_a_rewritten_event_with_a_fitting_hash_breaks_the_next(place):
    links = chain(7)
    header = replace(links[place].header, kind="commission.cancelled")
    forged = event_hash(header, links[place].previous_hash)
    links[place] = replace(links[place], header=header, hash=forged)

    report = verify_chain(links)

    assert (report.broken_seq, report.fault) == (place + 2, Fault.PREVIOUS)


@given(st.integers(0, 5))
def test_a_changed_body_is_found_and_an_erased_one_is_no_fault(place):
    links = chain(6)
    erased = [replace(link, salt=None, body=None) for link in links]
    links[place] = replace(links[place], body={"state": "CLOSED"})

    report = verify_chain(links)

    assert (report.broken_seq, report.fault) == (place + 1, Fault.BODY)
    assert verify_chain(erased).holds


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
