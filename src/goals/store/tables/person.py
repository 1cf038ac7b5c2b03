"""People: members of an organisation."""

from goals.store.columns import Flag, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Person(Stored, tablename="person", db=RUNNING):
    """A person; customer and supplier are roles per commission, never here."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    name = Words()
    email = Words()
    language = Words()
    role = Words()
    active = Flag()
    created_at = Moment()
    updated_at = Moment()
    kind = Words()
