"""Organisation: the tenant; nothing crosses it."""

from datetime import datetime

from goals.api.derived import language
from goals.api.fields import column, enum_expression
from goals.api.node import Node, entity
from goals.api.visibility import EVERYBODY
from goals.domain.enums import Language


@entity("organisation", EVERYBODY, org_column="id")
class Organisation(Node):
    """The organisation all of this belongs to. Nothing of it is ever visible to another one."""

    name: str = column("The name of the organisation.")
    language: Language = enum_expression(
        "The language used where a person has not chosen one.", language, Language
    )
    time_zone: str = column("The time zone, by its IANA name, in which days begin and end.")
    created_at: datetime = column("When the organisation was set up.")
    updated_at: datetime = column("When something about the organisation last changed.")
