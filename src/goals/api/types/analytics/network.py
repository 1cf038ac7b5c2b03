"""Network: who owes whom."""

from goals.api.fields import entity_link, picked
from goals.api.links import TeamLink
from goals.api.node import described
from goals.api.types.analytics.figures import RateFigure
from goals.api.types.rates import Period
from goals.domain.enums import Commitment


@described
class NetworkPair:
    """What one team asked of another."""

    customer_team: TeamLink | None = entity_link("The team that asked.", "Team")
    supplier_team: TeamLink | None = entity_link("The team that was to do it.", "Team")
    due: int = picked("How many commissions were due between them; 0 where suppressed.")
    still_open: int = picked("How many of those are still owed: not evaluated and not ended.")
    rate: RateFigure = picked("How many of those evaluated and assessable achieved their goal.")
    shrunk: float | None = picked(
        "The rate drawn towards that of all pairs, the more the fewer cases it has; null below 5."
    )
    suppressed: bool = picked("Whether figures are withheld, since the pair is too small.")
    due_the_other_way: int | None = picked(
        "How many were due with the roles exchanged; null where none can be shown."
    )


@described
class Network:
    """Who owes whom: pairs of customer's and supplier's teams."""

    period: Period = picked("The period.")
    commitment: Commitment = picked("How firmly what is counted was promised.")
    due: int = picked("How many were due in all.")
    withheld: int = picked("How many of those were due in pairs too small to be shown.")
    left_out: int = picked("How many more pairs there are than the 200 shown.")
    pairs: list[NetworkPair] = picked("The pairs, those with most due first.")
