"""How long it takes to verify a chain: in the database, and from an export.

Run as ``python tests/bench/chain.py``; the target is 100,000 events in under 5 s.
"""

import argparse
import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from goals.domain.chain_file import verify_file
from goals.domain.enums import Language
from goals.domain.identity import uuid7
from goals.services import chains, organisations
from goals.store import bulk, events
from goals.store.database import Database
from goals.store.events import NewEvent
from goals.store.migrate import migrate

NOW = datetime(2026, 11, 21, tzinfo=UTC)
BODY = {"state": "AGREED", "health": "ON_TRACK", "confidence": 80, "note": "Grüße aus dem Lager"}


def _clock() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _since(start: tuple[float, float]) -> str:
    """Wall time, and the processor's own: on a busy machine they differ."""
    wall, own = _clock()
    return f"{wall - start[0]:.2f} s ({own - start[1]:.2f} s of processor)"


async def filled(database: Database, count: int) -> UUID:
    """Found an organisation and give it a chain of so many events."""
    await migrate(database)
    org_id = await organisations.found(database, name="Bench", language=Language.EN, now=NOW)
    (first,) = [link async for link in events.all_links(database, org_id)]
    chain = bulk.Chain(org_id, NOW, 1, first.hash)
    commission = uuid7(NOW)
    told = (
        chain.event(
            NewEvent(
                id=uuid7(NOW),
                kind="commission.checked_in",
                subject=("Commission", commission),
                at=NOW + timedelta(seconds=number),
                channel="API",
                body=BODY,
                actor_id=commission,
                token_id=commission,
                side="SUPPLIER",
                commission_id=commission,
                revision_hash=first.hash,
            )
        )
        for number in range(count - 1)
    )
    await bulk.load(database, told)
    async with database.transaction() as tx:
        await chain.end(tx, 0)
    return org_id


async def measure(url: str, count: int, folder: Path) -> None:
    """Verify in the database and from a file; print both times."""
    async with await Database.open(url) as database:
        org_id = await filled(database, count)
        start = _clock()
        report = await chains.verify(database, org_id)
        inside = _since(start)
        assert (report.holds, report.count) == (True, count), report
        path = folder / "chain.ndjson"
        with path.open("w", encoding="utf-8") as file:
            async for line in chains.export(database, org_id, "Bench", NOW, None):
                file.write(line + "\n")
        start = _clock()
        with path.open(encoding="utf-8") as file:
            outside = verify_file(file).chain
        spent = _since(start)
        assert (outside.holds, outside.count) == (True, count), outside
        print(f"{database.dialect}: {count} events in {inside}; from a file {spent}")


def main() -> None:
    """Measure on SQLite, or on the database that is given."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--database", help="an empty database instead of a temporary SQLite file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = given.database or f"sqlite:///{folder}/goals.db"
        asyncio.run(measure(url, given.events, Path(folder)))


if __name__ == "__main__":
    main()
