"""Identity: ids rise, global ids decode to what they were made of, and nothing else decodes."""

import base64
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.domain.identity import (
    Uuid7Source,
    commission_key,
    commission_number,
    global_id,
    read_global_id,
    uuid7,
    uuid_of,
)

NOW = datetime(2026, 11, 21, 8, 30, 0, 123456, tzinfo=UTC)


def encoded(plain: str) -> str:
    return base64.urlsafe_b64encode(plain.encode()).rstrip(b"=").decode()


def test_an_id_says_its_version_variant_and_time():
    made = Uuid7Source().new(NOW)

    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(NOW.timestamp() * 1000)


@given(st.lists(st.integers(-5, 5), max_size=40))
def test_ids_rise_even_when_the_clock_goes_back(steps):
    source = Uuid7Source()
    now = NOW

    made = []
    for step in steps:
        now += timedelta(milliseconds=step)
        made.append(source.new(now))

    assert made == sorted(set(made))
    assert [str(each) for each in made] == sorted(str(each) for each in made)


def test_ids_of_many_threads_are_all_different():
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: uuid7(NOW), range(2000)))

    assert len(set(made)) == 2000


def test_when_the_random_part_runs_over_the_time_is_counted_on():
    source = Uuid7Source()
    first = source.new(NOW)
    source._random = 2**74 - 1

    second = source.new(NOW)

    assert second > first
    assert (second.int >> 80) == (first.int >> 80) + 1
    assert second.version == 7


@given(st.sampled_from(["Commission", "Team", "CheckIn"]), st.uuids())
def test_a_global_id_decodes_to_what_it_was_made_of(kind, uuid):
    made = global_id(kind, uuid)

    assert read_global_id(made) == (kind, uuid)
    assert uuid_of(made, kind) == uuid
    assert uuid_of(made, "Person") is None
    assert not set(made) & set("+/=")


@given(st.text("ABab01_-=", max_size=80) | st.binary(max_size=80) | st.none() | st.integers())
def test_what_is_no_global_id_decodes_to_nothing(value):
    assert read_global_id(value) is None


@pytest.mark.parametrize(
    "plain",
    [
        "Commission:00000000-0000-7000-8000-00000000000G",
        "Commission:00000000-0000-7000-8000-0000000000AB",
        "Commission:{0000000-0000-7000-8000-00000000000}}",
        "commission:00000000-0000-7000-8000-000000000001",
        "Commission:00000000-0000-7000-8000-000000000001 ",
        "Commission:00000000-0000-7000-8000-000000000001\n",
        ":00000000-0000-7000-8000-000000000001",
    ],
)
def test_a_nearly_right_global_id_decodes_to_nothing(plain):
    assert read_global_id(encoded(plain)) is None


def test_a_global_id_has_only_one_form():
    made = global_id("Team", UUID(int=1))
    twin = made[:-1] + chr(ord(made[-1]) + 1)

    assert read_global_id(made + "=") is None
    assert read_global_id(made + "\n") is None
    assert read_global_id(twin) != read_global_id(made)


@given(st.integers(1, 10**9 - 1))
def test_a_key_reads_back_to_its_number(number):
    assert commission_number(commission_key(number)) == number
    assert commission_number(commission_key(number).lower()) == number


@pytest.mark.parametrize(
    "key", ["C-0", "C-01", "C--1", "C-", "123", "D-1", "C-1000000000", "C-١", 7]
)
def test_what_is_no_key_has_no_number(key):
    assert commission_number(key) is None
