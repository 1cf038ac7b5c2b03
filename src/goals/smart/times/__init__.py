"""Time in goals: which phrases are there, what each does, and which days they mean.

``find_times`` reads a field; ``main_deadline`` chooses its deadline. Calendar arithmetic is in
``periods`` and ``holidays``. Nothing here has a clock: today comes in with the ``TimeContext``.
"""

from goals.smart.times.expression import TimeContext, TimeExpression, TimeKind, main_deadline
from goals.smart.times.find import find_times
from goals.smart.times.holidays import Holiday, holiday_on, regions
from goals.smart.times.periods import Grain

__all__ = [
    "Grain",
    "Holiday",
    "TimeContext",
    "TimeExpression",
    "TimeKind",
    "find_times",
    "holiday_on",
    "main_deadline",
    "regions",
]
