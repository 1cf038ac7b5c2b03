"""Many: commissions in bulk."""

from datetime import datetime

from goals.demo.cast import Cast


async def add(cast: Cast, count: int, now: datetime) -> None:
    """Add so many commissions in bulk."""
    raise NotImplementedError((cast, count, now))
