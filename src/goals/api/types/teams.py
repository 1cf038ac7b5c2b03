"""Teams, and who belongs to them."""

from datetime import datetime

from goals.api.connections import Connection, connection, input_link
from goals.api.fields import column, many, one
from goals.api.links import CommissionLink, PersonLink, TeamLink
from goals.api.node import Node, entity
from goals.api.visibility import EVERYBODY
from goals.reads.sources import Column

_COMMISSION_FILTER = input_link("CommissionFilter", "commissions")
_COMMISSION_ORDER = input_link("CommissionOrder", "commissions")
_TEAM_FILTER = input_link("TeamFilter", "teams")
_TEAM_ORDER = input_link("TeamOrder", "teams")


_BY_MEMBER = {"PERSON_ID": Column("person_id", "uuid"), "TEAM_ID": Column("team_id", "uuid")}


@entity("membership", EVERYBODY, id_column="person_id", orders=_BY_MEMBER)
class Membership:
    """That a person belongs to a team."""

    person: PersonLink = one("The person who belongs to the team.", "person_id")
    team: TeamLink = one("The team the person belongs to.", "team_id")
    lead: bool = column("Whether the person leads the team.")
    created_at: datetime = column("When the person joined the team.")


@entity("team", EVERYBODY)
class Team(Node):
    """A part of the organisation that can be the customer or the supplier of commissions."""

    name: str = column("The name of the team, unique in the organisation.")
    parent: TeamLink | None = one("The team this one is a part of; null at the top.", "parent_id")
    children: Connection[TeamLink] = connection(
        "The teams that are parts of this one.",
        "parent_id",
        "name",
        filter_=_TEAM_FILTER,
        order_by=_TEAM_ORDER,
    )
    memberships: list[Membership] = many("Who belongs to the team.", "team_id", "person_id")
    commissions_as_customer: Connection[CommissionLink] = connection(
        "The commissions in which this team is the customer, newest first.",
        "customer_team_id",
        "-created_at",
        filter_=_COMMISSION_FILTER,
        order_by=_COMMISSION_ORDER,
    )
    commissions_as_supplier: Connection[CommissionLink] = connection(
        "The commissions in which this team is the supplier, newest first.",
        "supplier_team_id",
        "-created_at",
        filter_=_COMMISSION_FILTER,
        order_by=_COMMISSION_ORDER,
    )
    created_at: datetime = column("When the team was added.")
    updated_at: datetime = column("When something about the team last changed.")
    archived_at: datetime | None = column("When the team was archived; null while it is active.")
