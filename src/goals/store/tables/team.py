"""Teams, and who belongs to them."""

from typing import ClassVar

from goals.store.columns import Flag, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Team(Stored, tablename="team", db=RUNNING):
    """A team; teams form a tree."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    name = Words()
    parent_id = Identifier(null=True)
    created_at = Moment()
    updated_at = Moment()
    archived_at = Moment(null=True)


class Membership(Stored, tablename="membership", db=RUNNING):
    """A person in a team."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id", "team_id", "person_id")

    org_id = Identifier()
    team_id = Identifier()
    person_id = Identifier(primary_key=True)
    lead = Flag()
    created_at = Moment()
