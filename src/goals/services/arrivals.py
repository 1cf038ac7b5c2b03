"""Arrivals: people whom an identity provider vouches for, known, linked or added on first sight.

The provider says who they are and in which groups; ``Issuer`` says what a group means here. What
the groups give is looked at again at every sign-in, and written, with one event, when it changed.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from goals.domain.enums import Language, PersonKind, Role
from goals.domain.errors import AlreadyExists, LastAdmin, ValidationFailed
from goals.domain.identity import uuid7
from goals.services import mapping
from goals.services.acting import new_event
from goals.services.context import ActContext
from goals.services.forms import TITLE, Form
from goals.services.organisations import operator
from goals.settings import Issuer
from goals.store import events, identities, organisations, people, records
from goals.store.database import Database
from goals.store.identities import IdentityHolder, IdentityRow
from goals.store.people import PersonRow
from goals.store.transaction import Transaction

_LOG = logging.getLogger("goals.services")
ADDED, LINKED, MAPPED = "person.added", "identity.linked", "person.mapped"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a token that was checked says; ``email`` is None unless the provider verified it.

    ``issued`` is when the token was made, in seconds: an older one does not give back what a later
    one took away.
    """

    issuer: Issuer
    subject: str
    expires_at: datetime
    email: str | None = None
    name: str | None = None
    language: str | None = None
    groups: frozenset[str] = frozenset()
    issued: int = 0


class _TurnedAway(Exception):  # noqa: N818 - the way out of a transaction, not a fault
    """Somebody for whom there is no place; the text is for the log."""


class _NothingNew(Exception):  # noqa: N818
    """Another request did it meanwhile."""


async def receive(
    database: Database, org_id: UUID, arrival: Arrival, now: datetime
) -> IdentityHolder | None:
    """Who this is, with role and teams as the groups give them; None for whom there is no place."""
    found = await identities.find(database, org_id, arrival.issuer.issuer, arrival.subject)
    wanted = mapping.wanted(arrival.issuer, arrival.groups)
    if found is not None and (
        not _is_news(arrival, found.mapped, wanted) or not found.principal.active
    ):
        return found
    context = operator(database, org_id, now)

    async def write(tx: Transaction) -> None:
        await _write(tx, context, arrival, wanted)

    try:
        await database.write(write)
    except (_NothingNew, AlreadyExists):
        pass  # two came at once
    except (_TurnedAway, ValidationFailed) as refusal:
        _LOG.warning("somebody cannot come in by %s: %s", arrival.issuer.issuer, refusal)
        return None
    return await identities.find(database, org_id, arrival.issuer.issuer, arrival.subject)


def _kept(arrival: Arrival, wanted: mapping.Wanted) -> dict[str, Any]:
    """What is remembered: what the groups gave, and when the token was made that said so."""
    return {**wanted, "issued": arrival.issued}


def _is_news(arrival: Arrival, kept: dict[str, Any], wanted: mapping.Wanted) -> bool:
    """Whether the groups give something else than they did, by a token no older than the last."""
    same = all(kept.get(name) == value for name, value in wanted.items())
    return not same and arrival.issued >= kept.get("issued", 0)


async def _write(
    tx: Transaction, context: ActContext, arrival: Arrival, wanted: mapping.Wanted
) -> None:
    head = await events.lock(tx, context.org_id)
    row = await identities.known(tx, context.org_id, arrival.issuer.issuer, arrival.subject)
    if row is None:
        person, kind = await _person(tx, context, arrival)
        made = _identity(context, arrival, person, wanted)
        await records.insert(tx, *([person] if kind == ADDED else []), made)
        before = None
    elif not _is_news(arrival, row.mapped, wanted):
        raise _NothingNew
    else:
        person, kind, before = await _known(tx, row), MAPPED, row.mapped
        await identities.remember(tx, row, _kept(arrival, wanted), context.now)
    changes = await _mapped(tx, context, arrival, person, wanted, before)
    body = {"issuer": arrival.issuer.issuer, **changes}
    await events.append(tx, head, new_event(context, kind, ("Person", person.id), body=body))


async def _mapped(
    tx: Transaction,
    context: ActContext,
    arrival: Arrival,
    person: PersonRow,
    wanted: mapping.Wanted,
    before: mapping.Wanted | None,
) -> dict[str, Any]:
    """Give what the groups give; an organisation keeps its last admin whatever they say."""
    try:
        role = await mapping.give_role(tx, context, person, wanted)
    except LastAdmin:
        _LOG.warning("the last admin stays one, whatever %s says", arrival.issuer.issuer)
        role = {}
    return role | await mapping.give_teams(tx, context, person.id, arrival.issuer, wanted, before)


async def _person(tx: Transaction, context: ActContext, arrival: Arrival) -> tuple[PersonRow, str]:
    """The person of this e-mail, or a new one."""
    if arrival.email is None:
        raise _TurnedAway("the provider has verified no e-mail")
    email = _clean_email(arrival.email)
    found = await people.by_email(tx, context.org_id, email)
    if found is None:
        return await _new(tx, context, arrival, email), ADDED
    if found.kind != PersonKind.HUMAN or not found.active:
        raise _TurnedAway("the e-mail belongs to nobody who takes part")
    if await identities.of_person(tx, context.org_id, arrival.issuer.issuer, found.id):
        raise _TurnedAway("the e-mail belongs to somebody whom the provider knows otherwise")
    return found, LINKED


def _clean_email(text: str) -> str:
    form = Form()
    email = form.email(text, "email")
    form.check()
    return email


async def _new(tx: Transaction, context: ActContext, arrival: Arrival, email: str) -> PersonRow:
    organisation = await organisations.find(tx, context.org_id)
    own = "en" if organisation is None else organisation.language
    spoken = (arrival.language or "")[:2].lower()
    form = Form()
    name = form.line(arrival.name, "name", TITLE)
    if form.issues:
        name = email
    return PersonRow(
        org_id=context.org_id,
        id=uuid7(context.now),
        name=name,
        email=email,
        language=spoken if spoken in set(Language) else own,
        role=Role.MEMBER,
        active=True,
        created_at=context.now,
        updated_at=context.now,
    )


async def _known(tx: Transaction, row: IdentityRow) -> PersonRow:
    found = await people.find(tx, row.org_id, row.person_id)
    if found is None or not found.active:
        raise _NothingNew
    return found


def _identity(
    context: ActContext, arrival: Arrival, person: PersonRow, wanted: mapping.Wanted
) -> IdentityRow:
    return IdentityRow(
        org_id=context.org_id,
        id=uuid7(context.now),
        person_id=person.id,
        issuer=arrival.issuer.issuer,
        subject=arrival.subject,
        mapped=_kept(arrival, wanted),
        created_at=context.now,
        updated_at=context.now,
    )
