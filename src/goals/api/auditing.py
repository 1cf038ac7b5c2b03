"""Auditing: root fields that show proofs, and what is held about the viewer."""

from typing import Any

import strawberry
from strawberry.types import Info

from goals.api.connections import Connection, paging
from goals.api.fields import directions, resolved, root
from goals.api.resolving import ByName
from goals.api.types.checkpoints import AuditCheckpoint, AuditKey
from goals.reads.sources import RootConnection
from goals.services import personal_data, signing


async def _audit_key(info: Info[Any, Any]) -> ByName | None:
    del info
    key = signing.configured()
    return None if key is None else ByName(id=key.public.id, publicKey=key.public.text)


async def _personal_data(info: Info[Any, Any]) -> str:
    from goals.api.personal_data import text_of  # knows the whole schema, of which this is a part

    context = info.context
    act = context.act("personalData", dry_run=True)
    found = await personal_data.gathered(context.database, act.org_id, act.person_id, context.now)
    return text_of(found)


@strawberry.type
class Auditing:
    """Root fields that show proofs."""

    audit_checkpoints: Connection[AuditCheckpoint] | None = root(
        "The signed heads of the history, newest first; for admins, empty for everybody else.",
        RootConnection,
        [*paging()],
        order=directions(["-seq"]),
    )
    audit_key: AuditKey | None = resolved(
        "The public key by which checkpoints and receipts are checked; null where the server has"
        " none.",
        _audit_key,
    )
    personal_data: str | None = resolved(
        "Everything that is held about the viewer, as JSON text with descriptions of its fields.",
        _personal_data,
    )
