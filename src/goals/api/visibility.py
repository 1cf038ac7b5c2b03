"""Visibility: who may see which rows. Nothing else decides it, on no path.

- People, teams and factors: everybody of the organisation.
- Commissions: managers and administrators all of them; members those of their own teams and
  their own; a draft only the side that writes it (and managers).
- What hangs on a commission: whoever sees the commission.
- Assessments and what they hold: the own side always, the other side (and everybody else) once
  unsealed.
- Tokens: the owner and administrators.

The predicates are SQL over a row; the viewer is in it only as parameters.
"""

# ruff: noqa: S608 - names in the SQL are ours; values are always parameters

from goals.reads.context import Context, Row
from goals.reads.rules import Everyone, Through, Where

EVERYBODY = Everyone()


def _commission(row: Row, context: Context) -> str | None:
    if context.role != "MEMBER":
        return None
    customer = _side(row, context, "customer")
    supplier = _side(row, context, "supplier")
    mine = f"{row['created_by_id']} = {context.person}"
    initiates = (
        f"(({row['initiator']} = 'CUSTOMER' AND {customer})"
        f" OR ({row['initiator']} = 'SUPPLIER' AND {supplier}))"
    )
    return (
        f"{mine} OR ({row['state']} <> 'DRAFT' AND ({customer} OR {supplier}))"
        f" OR ({row['state']} = 'DRAFT' AND {initiates})"
    )


def _side(row: Row, context: Context, side: str) -> str:
    team = context.in_teams(row[f"{side}_team_id"])
    return f"({team} OR {row[f'{side}_id']} = {context.person})"


def unsealed_or_own(row: Row, context: Context) -> str:
    """Let a sealed row be seen by the people of the side that wrote it, and nobody else."""
    commission = context.table("Commission")
    customer = _side(commission, context, "customer")
    supplier = _side(commission, context, "supplier")
    return (
        f"{row['unsealed_at']} IS NOT NULL OR EXISTS (SELECT 1 FROM commission"
        f" AS {commission.alias} WHERE {context.same_organisation(commission)}"
        f" AND {commission['id']} = {row['commission_id']}"
        f" AND (({row['side']} = 'CUSTOMER' AND {customer})"
        f" OR ({row['side']} = 'SUPPLIER' AND {supplier})))"
    )


def _own_token(row: Row, context: Context) -> str | None:
    return None if context.role == "ADMIN" else f"{row['person_id']} = {context.person}"


OWN_TOKENS = Where(_own_token)
COMMISSIONS = Where(_commission)
OF_COMMISSION = Through("Commission", (("commission_id", "id"),))
OF_REVISION = Through("Revision", (("revision_id", "id"),))
OF_DELIVERY = Through("Delivery", (("delivery_id", "id"),))
OF_REVIEW = Through("DeliveryReview", (("review_id", "id"),))
OF_ASSESSMENT = Through("Assessment", (("assessment_id", "id"),))
