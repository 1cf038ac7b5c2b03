"""What was signed: whoever changes a word of it behind the application is found out."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from goals.domain.chain import Fault
from goals.domain.enums import Involvement, ResourceKind, Side
from goals.services import chains
from goals.services.requests import (
    CriterionPart,
    DutyPart,
    PartyPart,
    ResourcePart,
    RevisionContent,
    RiskPart,
)

PARTS = {
    "resources": (ResourcePart(ResourceKind.BUDGET, "Licences", Side.CUSTOMER, Decimal(900), "€"),),
    "duties": (DutyPart(Side.CUSTOMER, "Name two experts", date(2026, 12, 1)),),
    "risks": (RiskPart("The ERP changes", 2, 3),),
    "parties": (PartyPart("Works council", Involvement.INFORM),),
}
CHANGES = {
    "revision": {
        "goal": "'Cut the time from request to quote from 9 to 5 working days for spare parts'",
        "benefit": "NULL",
        "background": "'Ärger'",
        "in_scope": "''",
        "out_of_scope": "'Export'",
        "must_not_change": "'Prices'",
        "deadline": "'2027-04-01'",
        "deadline_time_zone": "'Europe/Vienna'",
        "check_in_cadence_days": "14",
    },
    "criterion": {
        "text": "'Anything'",
        "kind": "'BINARY'",
        "direction": "'INCREASE'",
        "baseline": "'8'",
        "target": "'4.5'",
        "stretch": "'3'",
        "band": "'1'",
        "unit": "'weeks'",
        "method": "'Asked'",
        "source": "'CRM'",
        "observer": "'Nobody'",
        "weight": "2",
        "priority": "'WISH'",
        "origin": "'INTERNAL'",
    },
    "resource": {
        "kind": "'TIME'",
        "text": "'Licence'",
        "amount": "'90'",
        "unit": "'$'",
        "side": "'SUPPLIER'",
        "status": "'COMMITTED'",
    },
    "duty": {"side": "'SUPPLIER'", "text": "'Name three experts'", "due": "NULL"},
    "risk": {
        "nature": "'OPPORTUNITY'",
        "text": "'The ERP stays'",
        "likelihood": "1",
        "impact": "1",
        "treatment": "'Wait'",
        "owner": "'Ben'",
    },
    "party": {"who": "'Customs'", "interest": "'None'", "involvement": "'APPROVE'"},
}


async def drafted(world):
    """Draft something with a part of each kind; return the number of the event."""
    await world.draft(replace(world.content, **PARTS))
    report = await chains.verify(world.database, world.org_id)
    assert report.holds
    return report.count


async def broken(world):
    report = await chains.verify(world.database, world.org_id)
    return report.fault, report.broken_seq


@pytest.mark.parametrize("table", CHANGES)
async def test_no_word_of_it_can_be_changed_unseen(world, new_world, behind_the_application, table):
    for column, value in CHANGES[table].items():
        seq = await drafted(world := await new_world())
        only = f"id IN (SELECT id FROM {table} WHERE org_id = '{world.org_id}' LIMIT 1)"

        behind_the_application(
            world.database.url.text, f"UPDATE {table} SET {column} = {value} WHERE {only}"
        )

        assert await broken(world) == (Fault.CONTENT, seq), column


@pytest.mark.parametrize("table", ["criterion", "resource", "duty", "risk", "party"])
async def test_no_part_of_it_can_be_taken_away_unseen(world, behind_the_application, table):
    seq = await drafted(world)

    behind_the_application(world.database.url.text, f"DELETE FROM {table}")

    assert await broken(world) == (Fault.CONTENT, seq)


async def test_parts_cannot_change_places_unseen(world, behind_the_application):
    seq = await drafted(world)

    behind_the_application(
        world.database.url.text, "UPDATE criterion SET position = 3 WHERE position = 1"
    )

    assert await broken(world) == (Fault.CONTENT, seq)


async def test_a_changed_hash_does_not_help(world, behind_the_application):
    seq = await drafted(world)

    behind_the_application(world.database.url.text, "UPDATE revision SET content_hash = 'a'")

    assert await broken(world) == (Fault.CONTENT, seq)


def test_every_word_is_tried():
    tried = {table: set(changes) for table, changes in CHANGES.items()}
    signed = {
        "criterion": CriterionPart,
        "resource": ResourcePart,
        "duty": DutyPart,
        "risk": RiskPart,
        "party": PartyPart,
    }

    assert tried.pop("revision") == {each.name for each in fields(RevisionContent)[:9]}
    assert tried == {
        table: {each.name for each in fields(kind)} - {"lineage_id"}
        for table, kind in signed.items()
    }
