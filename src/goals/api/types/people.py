"""People, and the person who asks."""

from datetime import datetime

from goals.api.connections import Connection, connection, input_link
from goals.api.derived import language
from goals.api.fields import column, computed, enum_expression, many, one
from goals.api.links import (
    CommissionLink,
    DeputyLink,
    MembershipLink,
    OrganisationLink,
    PersonLink,
    TokenLink,
)
from goals.api.node import Node, entity
from goals.api.types.open_duties import OpenDuty, open_duties, open_duties_sql
from goals.api.visibility import EVERYBODY
from goals.domain.enums import Language, PersonKind, Role
from goals.reads.sources import Column, Expression

_FILTER = input_link("CommissionFilter", "commissions")
_ORDER = input_link("CommissionOrder", "commissions")


@entity("person", EVERYBODY)
class Person(Node):
    """Somebody in the organisation. Customer and supplier are roles per commission."""

    name: str = column("The full name.")
    email: str = column("The e-mail address, unique in the organisation.")
    language: Language = enum_expression("The language the person reads.", language, Language)
    role: Role = column("What the person may do in the whole organisation.")
    kind: PersonKind = column("Whether this is a human being or a program.")
    active: bool = column("Whether the person still takes part; inactive people cannot sign in.")
    memberships: list[MembershipLink] = many(
        "The teams the person belongs to.", "person_id", "team_id"
    )
    open_duties: list[OpenDuty] | None = computed(
        "What the person would leave behind when deactivated now; null for who is neither manager"
        " nor admin.",
        open_duties,
        id=Column("id", "uuid"),
        found=Expression(open_duties_sql, "json", nullable=True),
    )
    commissions_as_customer: Connection[CommissionLink] = connection(
        "The commissions in which the person is the customer's contact, newest first.",
        "customer_id",
        "-created_at",
        filter_=_FILTER,
        order_by=_ORDER,
    )
    commissions_as_supplier: Connection[CommissionLink] = connection(
        "The commissions in which the person is the supplier's contact, newest first.",
        "supplier_id",
        "-created_at",
        filter_=_FILTER,
        order_by=_ORDER,
    )
    deputies: Connection[DeputyLink] = connection(
        "Who acts, acted or will act for the person, as far as the viewer may see it; the latest"
        " first.",
        "person_id",
        "-starts_at",
    )
    deputy_for: Connection[DeputyLink] = connection(
        "For whom the person acts, acted or will act, as far as the viewer may see it; the latest"
        " first.",
        "deputy_id",
        "-starts_at",
    )
    created_at: datetime = column("When the person was added.")
    updated_at: datetime = column("When something about the person last changed.")


@entity("person", EVERYBODY)
class Viewer:
    """The person who asks, as the token says."""

    person: PersonLink = one("The person who asks.", "id")
    organisation: OrganisationLink = one("The organisation of the person.", "org_id")
    role: Role = column("What the person may do in the whole organisation.")
    language: Language = enum_expression("The language messages come in.", language, Language)
    memberships: list[MembershipLink] = many(
        "The teams the person belongs to.", "person_id", "team_id"
    )
    tokens: list[TokenLink] = many(
        "The person's own tokens, newest first.", "person_id", "-created_at"
    )
