"""Organisations: the tenants."""

from typing import ClassVar

from goals.store.columns import Count, Document, Identifier, Moment, Sequence, Words
from goals.store.tables.base import RUNNING, Stored


class Organisation(Stored, tablename="organisation", db=RUNNING):
    """An organisation; nothing crosses it."""

    KEY: ClassVar[tuple[str, ...]] = ("id",)

    id = Identifier(primary_key=True)
    name = Words()
    language = Words()
    time_zone = Words()
    settings = Document()
    created_at = Moment()
    updated_at = Moment()


class OrganisationHead(Stored, tablename="organisation_head", db=RUNNING):
    """The head of the event chain and the counter of commissions; every act locks it."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id",)

    org_id = Identifier(primary_key=True)
    event_seq = Sequence()
    event_hash = Words()
    event_at = Moment()
    last_commission = Count()
