"""Descriptors: how many connections the operating system lets this process hold.

The soft limit of many systems is 1,024, which one rude client uses up; the hard one is mostly far
higher and ours to take.
"""

import sys

KEPT_FOR_OURSELVES = 100
"""Files, database connections, and what a library opens for a moment."""


def connections(wanted: int) -> int:
    """Make room for so many connections; return how many there is room for."""
    if sys.platform == "win32":
        return wanted
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + KEPT_FOR_OURSELVES
    if hard != resource.RLIM_INFINITY:
        needed = min(needed, hard)
    if soft != resource.RLIM_INFINITY and soft < needed:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
        except (OSError, ValueError):
            needed = soft
    return max(1, min(wanted, needed - KEPT_FOR_OURSELVES))
