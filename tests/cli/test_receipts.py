"""Receipts: kept in a file by whoever signs, and fetched again by anybody who may see them."""

import json

import pytest

DOCUMENT = '{"format":"goals/receipt/v1"}'


@pytest.fixture
def signed(server, make):
    commission = make.commission(state="CLARIFYING", mySides=["SUPPLIER"])
    receipt = {"eventSeq": 9, "eventHash": "ab" * 32, "document": DOCUMENT}
    nodes = [
        {
            "id": side,
            "side": side,
            "decision": "ACCEPT",
            "signedAt": "2026-11-21T08:30:00Z",
            "person": {"id": "P1", "name": name},
            "revision": {"id": "R1", "number": 1},
            "receipt": receipt,
        }
        for side, name in (("CUSTOMER", "Anna"), ("SUPPLIER", "Ben"))
    ]
    commission["signatures"] = {"nodes": nodes}
    server.answers["ReadReceipts"] = {"commission": commission}
    return nodes


def test_the_receipt_of_the_own_side_is_written_to_a_file(goals, signed, tmp_path):
    path = tmp_path / "receipt.json"

    outcome = goals("receipt", "C-12", "--output", str(path))

    assert outcome.code == 0
    assert path.read_text() == DOCUMENT + "\n"
    assert "supplier: signed, revision 1, by Ben" in outcome.out
    assert f"goals audit verify {path}" in outcome.out
    assert [one.name for one in tmp_path.iterdir()] == ["receipt.json"]


def test_the_other_sides_receipt_is_picked_by_name_and_json_is_the_receipt(goals, signed):
    outcome = goals("receipt", "C-12", "--side", "customer", "--json")

    assert json.loads(outcome.out) == json.loads(DOCUMENT)


def test_a_receipt_that_cannot_be_written_says_how_to_get_it_again(goals, signed, tmp_path):
    outcome = goals("receipt", "C-12", "--output", str(tmp_path / "no" / "folder.json"))

    assert outcome.code == 2
    assert "goals receipt" in outcome.err


def test_erased_texts_leave_no_receipt(goals, signed):
    for one in signed:
        one["receipt"] = {**one["receipt"], "document": None}

    outcome = goals("receipt", "C-12", "--output", "unwritten.json")

    assert outcome.code == 0
    assert "have been erased" in outcome.out


def test_where_nothing_is_signed_it_is_said(goals, server, signed):
    server.answers["ReadReceipts"]["commission"]["signatures"] = {"nodes": []}

    outcome = goals("receipt", "C-12")

    assert outcome.code == 2
    assert "Nothing is signed on C-12" in outcome.err
