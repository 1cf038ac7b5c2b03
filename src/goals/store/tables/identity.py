"""Identities: under which name an identity provider knows a person."""

from goals.store.columns import Document, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Identity(Stored, tablename="identity", db=RUNNING):
    """A person as one issuer names them; ``mapped`` is what the groups gave last."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    person_id = Identifier()
    issuer = Words()
    subject = Words()
    mapped = Document()
    created_at = Moment()
    updated_at = Moment()
