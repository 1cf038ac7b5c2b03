"""Values: what goes in comes out, the same from both engines; what one would change is refused."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.store import records
from goals.store.measurements import MeasurementRow
from goals.store.rows import (
    UnstorableValueError,
    decimal_text,
    json_text,
    read_time,
    time_text,
    to_postgres,
    to_sqlite,
)

AWARE = st.datetimes(
    min_value=dt.datetime(1900, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=dt.datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.timezones(),
)
ORDINARY = st.decimals(allow_nan=False, allow_infinity=False, places=12).filter(
    lambda value: abs(value.adjusted()) < 50
)


@given(AWARE)
def test_a_time_is_27_characters_and_comes_back(at):
    text = time_text(at)

    assert len(text) == 27
    assert read_time(text) == at.astimezone(dt.UTC)


@given(AWARE, AWARE)
def test_times_sort_as_their_texts_do(one, other):
    assert (time_text(one) < time_text(other)) == (one.timestamp() < other.timestamp())


@given(ORDINARY)
def test_a_decimal_comes_back_exactly(value):
    text = decimal_text(value)

    assert Decimal(text) == value
    assert "E" not in text
    assert decimal_text(Decimal(text)) == text


@pytest.mark.parametrize(
    ("value", "text"), [("1.50", "1.5"), ("-0.0", "0"), ("1E+3", "1000"), ("-1E-3", "-0.001")]
)
def test_equal_decimals_are_one_text(value, text):
    assert decimal_text(Decimal(value)) == text


@pytest.mark.parametrize("encode", [to_sqlite, to_postgres])
@pytest.mark.parametrize(
    "value",
    [
        "a\0b",
        "half a \ud83d character",
        2**63,
        -(2**63) - 1,
        float("nan"),
        float("-inf"),
        Decimal("NaN"),
        Decimal("Infinity"),
        dt.datetime(2026, 11, 21, 8, 30),  # noqa: DTZ001 - no zone is the point
        {"text": "a\0b"},
        {"number": float("nan")},
        object(),
    ],
)
def test_what_an_engine_would_change_or_refuse_is_refused_before(encode, value):
    with pytest.raises(UnstorableValueError):
        encode(value)


@pytest.mark.parametrize("encode", [to_sqlite, to_postgres])
def test_a_word_of_a_few_is_stored_as_its_value(encode):
    class Colour(StrEnum):
        RED = "red"

    assert encode(Colour.RED) == "red"
    assert type(encode(Colour.RED)) is str


def test_json_is_written_the_same_whatever_the_order_of_its_keys():
    assert json_text({"b": [1, "ä"], "a": UUID(int=1)}) == json_text(
        {"a": UUID(int=1), "b": [1, "ä"]}
    )
    assert json_text({"b": None, "a": Decimal("1.50")}) == '{"a":"1.5","b":null}'


async def test_thirty_digits_and_microseconds_survive_both_engines(database, world):
    row, wording = world.commission()
    given = MeasurementRow(
        org_id=world.org_id,
        id=world.new_id(),
        commission_id=row.id,
        criterion_id=wording.criteria[0].id,
        lineage_id=wording.criteria[0].lineage_id,
        value=Decimal("123456789012345678.123456789012"),
        observed_at=dt.datetime(
            2026, 3, 29, 2, 30, 0, 1, tzinfo=dt.timezone(dt.timedelta(hours=2))
        ),
        recorded_at=world.now,
        source="HUMAN",
        actor_id=world.ben_id,
    )
    async with database.transaction() as tx:
        await records.insert(tx, row, *wording.rows(), given)

        found = await records.find_one(tx, MeasurementRow, id=given.id)

    assert found == given
    assert type(found.id) is UUID
    assert found.observed_at.tzinfo is dt.UTC


async def test_every_column_of_a_commission_comes_back_as_it_went_in(database, world):
    row, wording = world.commission(
        deadline=dt.date(2027, 3, 31), lapsed=True, agreed_at=world.now, title="Ä \U0001f600 „x“"
    )
    async with database.transaction() as tx:
        await records.insert(tx, row, *wording.rows())

        found = await records.find_one(tx, type(row), org_id=world.org_id, id=row.id)

    assert found == row
    assert (found.lapsed, found.self_commission) == (True, False)
