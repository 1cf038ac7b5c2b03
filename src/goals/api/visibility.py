"""Visibility: who may see which rows. Nothing else decides it, on no path.

- People, teams and factors: everybody of the organisation.
- Commissions: as goals.store.standing says, for reads and writes alike.
- What hangs on a commission: whoever sees the commission.
- Assessments and what they hold: who acts for the own side always, everybody else who sees the
  commission once unsealed.
- Tokens: the owner and administrators.
- Checkpoints of the history: administrators.
- Deputies: the two people, managers and administrators.

The predicates are SQL over a row; the viewer is in it only as parameters.
"""

# ruff: noqa: S608 - names in the SQL are ours; values are always parameters

from functools import partial

from goals.domain.enums import Role, Side
from goals.reads.context import Context, Row
from goals.reads.rules import Everyone, Through, Where
from goals.store.standing import Asked, acts, sees

EVERYBODY = Everyone()


def standing_on(row: Row, context: Context) -> Asked:
    """Ask goals.store.standing about a row of commission."""
    return Asked(
        context.organisation,
        row.__getitem__,
        partial(context.among, "own"),
        partial(context.among, "represented"),
        partial(context.among, "either"),
    )


def _commission(row: Row, context: Context) -> str | None:
    return None if context.role != Role.MEMBER else sees(standing_on(row, context))


def unsealed_or_own(row: Row, context: Context) -> str:
    """Let a sealed row be seen by those who act for the side that wrote it, and nobody else."""
    commission = context.table("Commission")
    customer, supplier = (acts(side, standing_on(commission, context)) for side in Side)
    return (
        f"{row['unsealed_at']} IS NOT NULL OR EXISTS (SELECT 1 FROM commission"
        f" AS {commission.alias} WHERE {context.same_organisation(commission)}"
        f" AND {commission['id']} = {row['commission_id']}"
        f" AND (({row['side']} = 'CUSTOMER' AND {customer})"
        f" OR ({row['side']} = 'SUPPLIER' AND {supplier})))"
    )


def _own_token(row: Row, context: Context) -> str | None:
    return None if context.role == "ADMIN" else f"{row['person_id']} = {context.person}"


def _for_admins(row: Row, context: Context) -> str | None:
    return None if context.role == Role.ADMIN else f"{row['org_id']} <> {row['org_id']}"


def _own_deputies(row: Row, context: Context) -> str | None:
    if context.role != Role.MEMBER:
        return None
    return f"{row['person_id']} = {context.person} OR {row['deputy_id']} = {context.person}"


OWN_DEPUTIES = Where(_own_deputies)
OWN_TOKENS = Where(_own_token)
FOR_ADMINS = Where(_for_admins)
COMMISSIONS = Where(_commission)
OF_COMMISSION = Through("Commission", (("commission_id", "id"),))
OF_REVISION = Through("Revision", (("revision_id", "id"),))
OF_DELIVERY = Through("Delivery", (("delivery_id", "id"),))
OF_REVIEW = Through("DeliveryReview", (("review_id", "id"),))
OF_ASSESSMENT = Through("Assessment", (("assessment_id", "id"),))
