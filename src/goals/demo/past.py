"""The past: a year of commissions, told in the order of time through the services."""

import heapq
from datetime import datetime, timedelta
from random import Random

from goals.demo.cast import Cast
from goals.demo.lives import Life
from goals.demo.themes import THEMES
from goals.services import clock

SEED = 20_260
DAYS = 400


async def tell(cast: Cast, count: int, now: datetime) -> None:
    """Make so many commissions as if they had happened in the year before ``now``.

    The same seed gives the same organisation. Acts that lie in the future do not happen, so that
    the youngest commissions are still open.
    """
    dice = Random(SEED)  # noqa: S311 - variety, not secrecy
    begin, waiting = now - timedelta(days=DAYS), []
    for number in range(count):
        start = begin + timedelta(minutes=dice.randint(0, (DAYS - 6) * 24 * 60))
        life = Life(cast, dice.choice(THEMES), Random(SEED + number), start)  # noqa: S311
        told = life.told()
        waiting.append((await anext(told), number, told))
    heapq.heapify(waiting)
    ticked = begin
    while waiting and waiting[0][0] < now:
        at, number, told = heapq.heappop(waiting)
        if at - ticked > timedelta(days=1):
            await clock.tick(cast.database, at)
            ticked = at
        following = await anext(told, None)
        if following is not None:
            heapq.heappush(waiting, (max(following, at), number, told))
    await clock.tick(cast.database, now)
