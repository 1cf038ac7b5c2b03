"""`goals audit verify`: an export, a receipt or the database; names the first broken link."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from goals.commands.admin.asked import organisation_of
from goals.commands.audit.reading import finished, in_database
from goals.commands.audit.words import doubt_said, fault_said
from goals.commands.refusal import Refusal
from goals.domain import proofs
from goals.domain.chain import ChainReport
from goals.domain.chain_file import FileReport, verify_file
from goals.services import chains, signing
from goals.services.signing import PublicKey
from goals.spoken import say
from goals.store.database import Database


def declare(verbs: Any) -> None:
    """Add the verb."""
    verify = verbs.add_parser(
        "verify",
        help=say("Historie oder Quittung prüfen", "verify the history, or a receipt"),
    )
    verify.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar=say("DATEI", "FILE"),
        help=say(
            "Export oder Quittung; sonst die Datenbank", "an export or receipt, else the database"
        ),
    )
    verify.add_argument(
        "--key",
        metavar="KEY",
        help=say("öffentlicher Schlüssel, dem Sie vertrauen", "the public key that you trust"),
    )
    verify.add_argument(
        "--checkpoint",
        type=Path,
        metavar=say("DATEI", "FILE"),
        help=say("anderswo aufgehobener Stand", "a checkpoint kept elsewhere"),
    )
    finished(verify, run)


def run(given: argparse.Namespace) -> int:
    """Verify a file, or the database; 1 when it does not hold."""
    key = None if given.key is None else signing.public_key(given.key)
    if given.file is not None:
        receipt = _receipt_in(given.file)
        if receipt is not None:
            return _verify_receipt(receipt, key, given)
    kept = None if given.checkpoint is None else _checkpoint_in(given.checkpoint, key)
    known = {} if kept is None else {kept["seq"]: kept["hash"]}
    if given.file is None:
        return _verify_database(given, known, key, kept)
    with given.file.open(encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        report = verify_file(_lines(file), known=known, signed=None if key is None else key.holds)
    _same_organisation(kept, report.org_id)
    return _told(report, given, key)


LONGEST_LINE = 4_000_000


def _lines(file: IO[str]) -> Iterator[str]:
    """The lines of a file; one that never ends is cut and then does not fit its hash."""
    while line := file.readline(LONGEST_LINE):
        yield line


def _verify_database(
    given: argparse.Namespace, known: dict[int, str], key: PublicKey | None, kept: Any
) -> int:
    async def work(database: Database) -> tuple[UUID, ChainReport]:
        org_id = await organisation_of(database, given)
        _same_organisation(kept, str(org_id))
        return org_id, await chains.verify(database, org_id, known=known, key=key)

    org_id, report = in_database(given, work)
    return _told(FileReport(report, str(org_id)), given, key)


def _same_organisation(kept: Any, org_id: str | None) -> None:
    if kept is not None and org_id is not None and kept["organisation"] != org_id:
        raise Refusal(
            say(
                "Der aufgehobene Stand gehört zu einer anderen Organisation.",
                "The checkpoint belongs to another organisation.",
            )
        )


def _receipt_in(path: Path) -> dict[str, Any] | None:
    """The receipt in a file; None for anything else, such as an export."""
    with path.open(encoding="utf-8", errors="surrogateescape") as file:
        text = file.read(LONGEST_LINE)
    try:
        found = json.loads(text)
    except ValueError:
        return None
    is_receipt = isinstance(found, dict) and found.get("format") == proofs.RECEIPT
    return found if is_receipt else None


def _checkpoint_in(path: Path, key: PublicKey | None) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        said = (found["format"], type(found["seq"]), type(found["hash"]))
    except (KeyError, TypeError, ValueError):
        said = None
    if said != (proofs.CHECKPOINT, int, str):
        raise Refusal(say(f"{path} ist kein Stand einer Historie.", f"{path} is no checkpoint."))
    if key is not None and not key.holds(found):
        raise Refusal(
            say(
                f"{path} ist kein Stand, den dieser Schlüssel unterschrieben hat.",
                f"{path} is no checkpoint signed by this key.",
            )
        )
    return dict(found)


def _verify_receipt(
    receipt: dict[str, Any], key: PublicKey | None, given: argparse.Namespace
) -> int:
    doubts = proofs.doubts_of(receipt)
    if not receipt.get("signature"):
        doubts.append(proofs.Doubt.UNSIGNED)
    elif key is not None and not key.holds(receipt):
        doubts.append(proofs.Doubt.SIGNATURE)
    serious = [doubt for doubt in doubts if doubt is not proofs.Doubt.UNSIGNED or key is not None]
    if given.json:
        print(json.dumps({"holds": not serious, "doubts": [str(doubt) for doubt in doubts]}))
        return 1 if serious else 0
    for doubt in doubts:
        print(doubt_said(doubt))
    if not serious:
        print(say("Die Quittung stimmt.", "The receipt holds."))
        _say_trust(key)
    return 1 if serious else 0


def _told(found: FileReport, given: argparse.Namespace, key: PublicKey | None) -> int:
    report = found.chain
    if given.json:
        facts = {
            "holds": report.holds,
            "organisation": found.org_id,
            "events": report.count,
            "head": report.head,
            "erased": report.erased,
            "brokenSeq": report.broken_seq,
            "fault": None if report.fault is None else str(report.fault),
            "line": found.line,
        }
        print(json.dumps(facts))
        return 0 if report.holds else 1
    if report.fault is not None:
        where = say(f"Ereignis {report.broken_seq}", f"event {report.broken_seq}")
        if found.line is not None:
            where += say(f" (Zeile {found.line})", f" (line {found.line})")
        print(say("Die Historie ist gebrochen: ", "The history is broken: ") + where)
        print(f"  {fault_said(report.fault)}")
        return 1
    print(
        say(
            f"Die Historie stimmt: {report.count} Ereignisse, {report.erased} Inhalte gelöscht.",
            f"The history holds: {report.count} events, {report.erased} bodies erased.",
        )
    )
    print(say("Ende: ", "Head: ") + report.head)
    _say_trust(key)
    return 0


def _say_trust(key: PublicKey | None) -> None:
    if key is None:
        print(
            say(
                "Unterschriften des Servers wurden nicht geprüft: --key nennt den Schlüssel dazu.",
                "Signatures of the server were not checked: name its key by --key.",
            )
        )
