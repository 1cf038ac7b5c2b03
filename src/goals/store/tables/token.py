"""Tokens: what a person shows to be known. Only the hash is stored."""

from goals.store.columns import Document, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Token(Stored, tablename="token", db=RUNNING):
    """An access token of a person."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    person_id = Identifier()
    name = Words()
    prefix = Words()
    hash = Words()
    created_at = Moment()
    expires_at = Moment(null=True)
    last_used_at = Moment(null=True)
    revoked_at = Moment(null=True)
    scopes = Document()
