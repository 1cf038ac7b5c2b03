"""Chain files: an export says all by itself whether one byte of it was changed."""

import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from test_chain import chain, erased

from goals.domain import proofs
from goals.domain.chain import Fault
from goals.domain.chain_file import (
    checkpoint_line,
    event_line,
    head_line,
    header_line,
    verify_file,
)

AT = "2026-11-21T08:30:00.000000Z"


def written(links):
    """The lines of an export with a checkpoint after the third event."""
    org_id = links[0].header["org_id"]
    kept = proofs.checkpoint(org_id=org_id, seq=3, head=links[2].hash, at=AT, key="k")
    lines = [header_line(org_id=org_id, name="Beispiel", at=AT, key=None)]
    for link in links:
        lines.append(event_line(link))
        if link.seq == 3:
            lines.append(checkpoint_line(kept | {"signature": "good"}))
    return [*lines, head_line(links[-1].seq, links[-1].hash)]


def test_an_export_holds_and_says_whose_it_is():
    links = chain(5)

    report = verify_file(line + "\n" for line in written(links))

    assert (report.chain.holds, report.chain.count, report.chain.head) == (True, 5, links[-1].hash)
    assert (report.org_id, report.checkpoints, report.line) == (links[0].header["org_id"], 1, None)


def test_erased_bodies_are_marked_and_the_export_holds():
    report = verify_file(written(erased(chain(5), 2, 4)))

    assert (report.chain.holds, report.chain.erased) == (True, 2)


@given(st.data())
def test_one_flipped_bit_of_any_event_of_an_export_is_found_in_its_line(data):
    lines = [line.encode() for line in written(chain(5))]
    at = data.draw(st.integers(1, len(lines) - 1))
    place, bit = data.draw(st.integers(0, len(lines[at]) - 1)), data.draw(st.integers(0, 7))
    flipped = bytearray(lines[at])
    flipped[place] ^= 1 << bit
    lines[at] = bytes(flipped)
    texts = [line.decode("utf-8", "surrogateescape") for line in lines]

    report = verify_file(
        texts,
        signed=lambda kept: (
            kept["signature"] == "good"
            and kept["at"] == AT
            and kept["key"] == "k"
            and kept["format"] == proofs.CHECKPOINT
            and len(kept) == 7
        ),
    )

    assert not report.chain.holds
    assert report.line == at + 1


def test_a_body_in_another_spelling_is_found_in_a_file_and_written_in_one():
    links = chain(3)
    spaced = replace(links[1], text=links[1].text.replace(",", ", "))
    lines = written(links)
    lines[2] = lines[2].replace(links[1].text, spaced.text)

    assert verify_file(lines).chain.fault is Fault.BODY
    assert written([links[0], spaced, links[2]]) == written(links)


def test_a_cut_file_and_a_cut_history_are_found():
    lines = written(chain(5))
    without_head, without_events = lines[:-1], [*lines[:4], lines[-1]]

    assert verify_file(without_head).chain.fault is Fault.TAIL
    assert verify_file(without_events).chain.fault is Fault.TAIL
    assert verify_file([*lines, lines[1]]).chain.fault is Fault.UNREADABLE
    assert verify_file([]).chain.fault is Fault.TAIL
    assert verify_file(["no JSON"]).chain.fault is Fault.UNREADABLE


def test_a_history_rewritten_with_fitting_hashes_shows_against_a_head_kept_elsewhere():
    before, after = chain(5), chain(5)
    rewritten = chain(5)[:4]

    cut = verify_file([*written(rewritten)], known={5: before[4].hash})

    assert (cut.chain.fault, cut.chain.broken_seq) == (Fault.TAIL, 5)
    assert verify_file(written(after), known={5: before[4].hash}).chain.holds


def test_a_checkpoint_signed_by_another_key_is_found():
    report = verify_file(written(chain(5)), signed=lambda _: False)

    assert (report.chain.fault, report.chain.broken_seq) == (Fault.SIGNATURE, 3)


def test_events_of_another_organisation_do_not_belong_into_a_file():
    lines = written(chain(5))
    foreign = chain(5)
    foreign[2] = replace(foreign[2], header={**foreign[2].header, "org_id": "another"})
    lines[3] = event_line(foreign[2])

    report = verify_file(lines)

    assert (report.chain.fault, report.chain.broken_seq, report.line) == (Fault.FOREIGN, 3, 4)
