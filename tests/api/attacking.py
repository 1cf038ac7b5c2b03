"""Sending random requests, and checking what they got and what they left behind."""

import json
import time
from typing import Any
from uuid import UUID

from acting import agree, deliver, done, evaluating, events, of
from hostile import Attacker

from goals.domain.chain import verify_chain
from goals.domain.identity import global_id
from goals.store import events as history
from goals.store import outbox

WHO = ("anna", "anna", "anna", "ben", "ben", "ben", "anna", "ben", "mia", "ada", "otto")
HALF_WRITTEN = {
    "without an event": "SELECT count(*) FROM commission c WHERE version <> (SELECT count(*)"
    " FROM event e WHERE e.org_id = c.org_id AND e.commission_id = c.id"
    " AND e.kind NOT IN ('smart_finding.suppressed', 'commission.shared', 'commission.unshared'))",
    "without a body": "SELECT (SELECT count(*) FROM event_body) - (SELECT count(*) FROM event)",
}
NOT_ANNOUNCED = (
    "SELECT e.seq FROM event e WHERE e.at >= $1 AND NOT EXISTS"
    " (SELECT 1 FROM outbox o WHERE o.org_id = e.org_id AND o.seq = e.seq)"
)


async def populate(world: Any, draft: Any) -> None:
    """Commissions in several states, in the same words."""
    await draft()
    proposed = await draft()
    by = {"commissionId": proposed["id"], "expectedRevision": 1}
    await done(world, "anna", "commissionPropose", by)
    await done(world, "ben", "questionAsk", of(proposed, field="GOAL", text="Why?"))
    await agree(world, await draft())
    delivered = await draft()
    await agree(world, delivered)
    await done(world, "ben", "checkInRecord", of(delivered, health="ON_TRACK"))
    await deliver(world, delivered)
    await evaluating(world, await draft())


async def learn_ids(world: Any, attacker: Attacker) -> None:
    """Tell the attacker what there is."""
    for name, source in world.engine.contract.catalogue.types.items():
        if source.id_column == "id" and source.org_column == "org_id":
            rows = await world.database.read_rows(
                f"SELECT id FROM {source.table} ORDER BY id DESC LIMIT 30", []
            )
            attacker.ids[name] = [global_id(name, UUID(str(row[0]))) for row in rows]


async def attack(world: Any, attacker: Attacker, count: int) -> dict[str, int]:
    """Send many requests as everybody; return how many there were of each kind of answer."""
    kinds: dict[str, int] = {}
    for number, (name, text, variables) in enumerate(attacker.requests(count)):
        if number % 50 == 0:
            await learn_ids(world, attacker)
        who = attacker.dice.choice(WHO)
        try:
            kind = await send(world, who, text, variables)
        except AssertionError as fault:
            fault.add_note(f"{number}: {who} {name} {text[:3000]} {variables!r:.3000}")
            raise
        kinds[kind] = kinds.get(kind, 0) + 1
    return kinds


async def send(world: Any, who: str, text: str, variables: dict[str, Any]) -> str:
    """Send one request, check the answer and what was written; return the kind of answer."""
    before = await events(world)
    started = time.process_time()  # what the machine does besides is not counted
    result = await world.ask(who, text, variables)
    assert time.process_time() - started < 2
    refusals = _refusals(result)
    is_act = text.startswith("mutation")
    is_done = is_act and not result.errors and not refusals and not _is_dry(variables)
    assert await events(world) - before == (1 if is_done else 0)
    return result.code or (refusals[0]["code"] if refusals else "done" if is_act else "read")


def _refusals(result: Any) -> list[dict[str, Any]]:
    """Why an act was refused; every refusal and fault must be typed and say how to mend it."""
    for error in result.errors:
        is_known = error["message"].startswith(("The operation costs", "A subscription needs"))
        assert is_known or error["extensions"]["code"] == "BAD_USER_INPUT", error
        assert len(error["message"]) < 2000
    if result.data is None:
        assert result.errors
        return []
    data = json.loads(result.data)  # refuses lone surrogates only when encoded
    assert json.dumps(data, ensure_ascii=False).encode()
    (payload,) = data.values()
    found: list[dict[str, Any]] = payload.get("errors", []) if isinstance(payload, dict) else []
    for error in found:
        assert error["code"]
        assert 10 < len(error["message"]) < 1000, error
        assert error["message"].strip()[-1] in ".!?", error
        assert "{" not in error["message"], error
        of_several = error["code"] == "EXACTLY_ONE"  # of two fields, so of neither
        assert error["__typename"] != "ValidationError" or error["path"] or of_several, error
    return found


def _is_dry(variables: dict[str, Any]) -> bool:
    given = variables.get("input")
    return isinstance(given, dict) and given.get("dryRun") is True


async def check_history(world: Any) -> None:
    """The chain verifies, and nothing is half-written."""

    async def read(tx: Any) -> list[Any]:
        return await history.links(tx, world.org_id, limit=1_000_000)

    report = verify_chain(await world.database.write(read))
    assert report.fault is None
    assert report.count == await events(world)
    for what, sql in HALF_WRITTEN.items():
        assert await world.database.read_value(sql, []) == 0, what
    since = world.now - outbox.KEPT  # what is older the clock may have dropped
    assert await world.database.look_up(NOT_ANNOUNCED, [since]) == []
