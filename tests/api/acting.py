"""Acts for the tests of this room: short ways to bring a commission where a test needs it."""

from typing import Any

CONTENT = {
    "goal": "Raise the share of parcels that leave on the day of the order from 82 % to 95 %.",
    "benefit": "Customers get their goods a day earlier and call us less often.",
    "deadline": "2026-05-29",
    "checkInCadenceDays": 14,
    "criteria": [
        {
            "text": "At least 95 % of the parcels of a week leave on the day of the order.",
            "kind": "METRIC",
            "direction": "INCREASE",
            "baseline": "82",
            "target": "95",
            "unit": "%",
        },
        {"text": "The new list of orders is in use at both docks.", "priority": "SHOULD"},
    ],
}
ALL = "commission { id state version allowedActions currentRevision { number } }"


def by(commission: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The input of an act on revision 1 of a commission, unless another is named."""
    return {"commissionId": commission["id"], "expectedRevision": 1} | more


def of(commission: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The input of an act on a commission."""
    return {"commissionId": commission["id"]} | more


async def done(world: Any, who: str, name: str, given: dict[str, Any], wanted: str = "") -> Any:
    """Do an act that is not refused."""
    payload = await world.act(who, name, given, wanted)
    assert payload["errors"] == [], (who, name, payload["errors"])
    return payload


async def refused(world: Any, who: str, name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    """Do an act that is refused; return why."""
    errors: list[dict[str, Any]] = (await world.act(who, name, given))["errors"]
    assert errors, (who, name)
    return errors


async def sign(world: Any, commission: dict[str, Any], *who: str, revision: int = 1) -> None:
    """Let these people accept a revision."""
    given = {"confidence": 80, "note": "Understood.", "overrideReason": "Known to both."}
    for one in who:
        await done(
            world, one, "commissionAccept", by(commission, expectedRevision=revision, **given)
        )


async def agree(world: Any, commission: dict[str, Any]) -> None:
    """Bring a draft of Anna's to agreement."""
    await done(world, "anna", "commissionPropose", by(commission))
    await sign(world, commission, "ben", "anna")


async def criteria(world: Any, commission: dict[str, Any]) -> list[dict[str, Any]]:
    """The criteria of the revision in force."""
    text = """query Criteria($id: ID!) { commission(by: {id: $id}) { currentRevision { criteria {
      id lineageId priority attainment met latestMeasurement { value } override { attainment }
    } } } }"""
    data = await world.data("anna", text, {"id": commission["id"]})
    found: list[dict[str, Any]] = data["commission"]["currentRevision"]["criteria"]
    return found


async def musts(world: Any, commission: dict[str, Any]) -> list[str]:
    """The ids of the criteria that must be met."""
    return [one["id"] for one in await criteria(world, commission) if one["priority"] == "MUST"]


async def deliver(world: Any, commission: dict[str, Any]) -> None:
    """Let Ben deliver."""
    claims = [{"criterionId": one, "claim": "Done."} for one in await musts(world, commission)]
    await done(world, "ben", "commissionDeliver", of(commission, claims=claims))


async def review(world: Any, commission: dict[str, Any], *, met: bool) -> None:
    """Let Anna accept or reject what was delivered."""
    judged = [{"criterionId": one, "met": met} for one in await musts(world, commission)]
    decision = "ACCEPTED" if met else "REJECTED"
    await done(
        world, "anna", "deliveryReview", of(commission, decision=decision, judgements=judged)
    )


async def evaluating(world: Any, commission: dict[str, Any]) -> None:
    """Bring a draft of Anna's to its evaluation."""
    await agree(world, commission)
    await deliver(world, commission)
    await review(world, commission, met=True)


async def assess(world: Any, who: str, commission: dict[str, Any], **more: Any) -> Any:
    """Assess every MUST criterion as reached, for the own side."""
    judged = [{"criterionId": one, "attainment": 100} for one in await musts(world, commission)]
    return await done(
        world,
        who,
        "commissionAssess",
        of(commission, judgements=judged) | more,
        f"{ALL} assessment {{ id }}",
    )


async def events(world: Any) -> int:
    """How many events the organisation has."""
    found = await world.database.read_value("SELECT count(*) FROM event", [])
    return int(found)
