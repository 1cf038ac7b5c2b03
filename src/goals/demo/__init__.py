"""The demonstration: an invented organisation with a year behind it, and one more commission.

``stage`` fills a database and serves it, ``story`` carries a commission through by the client's
own commands; ``goals demo`` runs both, or only the first with ``--keep-running``.
"""

import asyncio
import json
import signal

from goals.demo.stage import raised
from goals.demo.story import tell
from goals.spoken import say
from goals.web.server import run_loop


def run(
    *, database: str | None, commissions: int, port: int, keep_running: bool, as_json: bool
) -> int:
    """Show the story (exit code 0 when every step worked), or serve until stopped."""
    if keep_running:
        return run_loop(_keep_running(database, commissions, port, as_json=as_json))
    return run_loop(_show(database, commissions, port))


async def _keep_running(url: str | None, commissions: int, port: int, *, as_json: bool) -> int:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with raised(url, commissions, port) as stage:
        if as_json:
            print(json.dumps({"url": stage.url, "tokens": stage.tokens}), flush=True)
        else:
            print(f"GOALS_URL={stage.url}", flush=True)
            for role, token in stage.tokens.items():
                print(f"{role}: GOALS_TOKEN={token}", flush=True)
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        await stopped.wait()
    return 0


async def _show(url: str | None, commissions: int, port: int) -> int:
    print(
        say(
            f"Ein Jahr mit {commissions} Aufträgen entsteht; das dauert einige Sekunden …",
            f"Making a year of {commissions} commissions; this takes some seconds …",
        ),
        flush=True,
    )
    async with raised(url, commissions, port) as stage:
        return await tell(stage)
