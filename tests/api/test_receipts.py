"""Receipts: whoever signs gets a proof that holds without the server."""

import json

import pytest
from acting import CONTENT, agree, by, done

from goals.domain.canonical import canonical_json
from goals.domain.proofs import Doubt, doubts_of
from goals.services import signing

WANTED = "receipt { document eventHash revisionHash }"


@pytest.fixture
def key(tmp_path, monkeypatch):
    """The key of the server."""
    made = signing.create(tmp_path / "key.pem")
    monkeypatch.setenv("GOALS_SIGNING_KEY", str(tmp_path / "key.pem"))
    return made


async def accepted(world, draft):
    commission = await draft()
    await done(world, "anna", "commissionPropose", by(commission))
    given = by(commission, confidence=80, note="Understood.", overrideReason="Known.")
    payload = await done(world, "ben", "commissionAccept", given, WANTED)
    return payload["receipt"]


async def test_a_receipt_holds_the_text_signed_and_is_signed_by_the_server(world, draft, key):
    found = await accepted(world, draft)

    receipt = json.loads(found["document"])
    assert doubts_of(receipt) == []
    assert key.public.holds(receipt)
    assert receipt["revision"]["content"]["goal"] == CONTENT["goal"]
    assert receipt["revision"]["hash"] == found["revisionHash"]
    assert receipt["event"]["hash"] == found["eventHash"]
    assert receipt["event"]["body"]["confidence"] == 80
    assert (receipt["signer"]["name"], receipt["signer"]["side"]) == ("Ben", "SUPPLIER")


async def test_whatever_is_changed_in_a_receipt_shows(world, draft, key):
    receipt = json.loads((await accepted(world, draft))["document"])

    for path in leaves(receipt):
        changed = json.loads(json.dumps(receipt))
        place = changed
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = altered(place[path[-1]])
        assert not key.public.holds(changed), path

    for place, name, doubt in (
        ("revision", "content", Doubt.CONTENT),
        ("signer", "side", Doubt.BINDING),
        ("event", "hash", Doubt.EVENT),
        ("event", "body", Doubt.EVENT),
        ("organisation", "id", Doubt.BINDING),
    ):
        changed = json.loads(json.dumps(receipt))
        changed[place][name] = {"x": 1} if name in {"content", "body"} else "x"
        assert doubt in doubts_of(changed), (place, name)
    assert doubts_of({"format": "x"}) == [Doubt.FORM]


def leaves(value, path=()):
    if isinstance(value, dict) and value:
        for name, item in value.items():
            yield from leaves(item, (*path, name))
    elif isinstance(value, list) and value:
        for place, item in enumerate(value):
            yield from leaves(item, (*path, place))
    else:
        yield path


def altered(value):
    return value + 1 if isinstance(value, int) else f"{value}x"


async def test_a_signature_gives_its_receipt_again_the_same_to_both_assemblies(world, draft, key):
    first = await accepted(world, draft)
    text = "{ commissions { nodes { signatures { nodes { receipt { document } } } } } }"

    found = [await world.ask("anna", text, force=way) for way in ("compiled", "strawberry")]

    assert found[0].data == found[1].data
    (commission,) = json.loads(found[0].data)["commissions"]["nodes"]
    assert commission["signatures"]["nodes"] == [{"receipt": {"document": first["document"]}}]


async def test_without_a_key_the_receipt_still_proves_the_text(world, draft, monkeypatch):
    monkeypatch.delenv("GOALS_SIGNING_KEY", raising=False)
    receipt = json.loads((await accepted(world, draft))["document"])

    assert "signature" not in receipt
    assert doubts_of(receipt) == []


async def test_a_no_gives_a_receipt_too(world, draft, key):
    commission = await draft()
    await done(world, "anna", "commissionPropose", by(commission))
    given = by(commission, reason="No time.", noAlternative=True)
    payload = await done(world, "ben", "commissionDecline", given, WANTED)

    receipt = json.loads(payload["receipt"]["document"])
    assert doubts_of(receipt) == []
    assert receipt["signer"]["decision"] == "DECLINE"
    assert payload["receipt"]["document"] == canonical_json(receipt).decode()


async def test_a_receipt_of_an_amendment_names_the_amendment(world, draft, key):
    commission = await draft()
    await agree(world, commission)
    content = CONTENT | {"goal": "Raise the share to 96 %."}
    await done(world, "ben", "commissionAmend", by(commission, content=content, cause="More."))
    given = by(commission, expectedRevision=2, confidence=70, note="Yes.", overrideReason="Known.")
    payload = await done(world, "anna", "commissionAccept", given, WANTED)

    receipt = json.loads(payload["receipt"]["document"])
    assert (receipt["revision"]["number"], doubts_of(receipt)) == (2, [])
