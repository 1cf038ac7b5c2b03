"""Days: how long things take, when some are not done yet."""

from goals.api.fields import picked
from goals.api.node import described


@described
class DaysFigure:
    """A number of days with its 95 % interval (Brookmeyer and Crowley)."""

    day: int | None = picked("The days; null where too much is still open to say.")
    low: int | None = picked("The lower end of the interval; null where the data do not reach it.")
    high: int | None = picked("The upper end of the interval; null where the data do not reach it.")
