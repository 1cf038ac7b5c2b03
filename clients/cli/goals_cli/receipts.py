"""Receipts: what a signer keeps, written to a file of their own.

Written before anything is said of it, next to the name and then moved there, so that a full disk
never leaves half a receipt.
"""

import os
from pathlib import Path
from typing import Any

from goals_cli.errors import Misused
from goals_cli.language import say


def keep(receipt: dict[str, Any] | None, path: Path | None) -> list[str]:
    """Write the receipt where a file is named; the lines to say about it.

    Raises Misused when the file cannot be written, with the way to get the receipt again.
    """
    if receipt is None:
        return []
    text = say("Quittung: Ereignis {}, {}", "Receipt: event {}, {}")
    said = [text.format(receipt["eventSeq"], receipt["eventHash"])]
    if path is None:
        return said
    document = receipt.get("document")
    if document is None:
        return [*said, say("Die Texte dazu sind gelöscht.", "Its texts have been erased.")]
    _write(path, document)
    return [
        *said,
        say("Aufgehoben in {}. Prüfen: {}", "Kept in {}. Check it: {}").format(
            path, f"goals audit verify {path}"
        ),
    ]


def _write(path: Path, document: str) -> None:
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_text(document + "\n", encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise Misused(
            say(
                "Unterschrieben ist; nur die Quittung ist nicht zu schreiben ({}: {}).",
                "It is signed; only the receipt cannot be written ({}: {}).",
            ).format(path, error.strerror),
            say(
                "Noch einmal holen: goals receipt KEY --output DATEI",
                "Fetch it again: goals receipt KEY --output FILE",
            ),
            code="RECEIPT_NOT_WRITTEN",
        ) from None
