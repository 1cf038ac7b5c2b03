"""The step of sign-in over existing data: nobody loses what they could do."""

import json
from datetime import UTC, datetime
from uuid import UUID

from goals.domain.enums import Scope
from goals.store.database import Database
from goals.store.migrate import migrate, steps
from goals.store.tokens import find

ORG, PERSON, TOKEN = (UUID(int=number) for number in (1, 2, 3))
NOW = datetime(2026, 11, 1, tzinfo=UTC)


async def test_tokens_from_before_keep_every_scope_and_people_stay_people(empty_place):
    async with await Database.open(empty_place) as database:
        known = steps(database.dialect)
        await migrate(database, known[:2])
        async with database.transaction() as tx:
            await tx.execute(
                "INSERT INTO organisation (id, name, language, time_zone, settings, created_at,"
                " updated_at) VALUES ($1, 'Example', 'en', 'UTC', '{}', $2, $2)",
                [ORG, NOW],
            )
            await tx.execute(
                "INSERT INTO person (org_id, id, name, email, language, role, active, created_at,"
                " updated_at) VALUES ($1, $2, 'Anna', 'a@example.org', 'en', 'MEMBER', $3, $4, $4)",
                [ORG, PERSON, True, NOW],
            )
            await tx.execute(
                "INSERT INTO token (org_id, id, person_id, name, prefix, hash, created_at)"
                " VALUES ($1, $2, $3, 'cli', 'goals_x', 'digest', $4)",
                [ORG, TOKEN, PERSON, NOW],
            )

        await migrate(database, known)

        holder = await find(database, "digest")
        assert holder is not None
        assert [Scope(scope) for scope in holder.scopes] == list(Scope)
        assert (holder.principal.kind, holder.last_used_at) == ("HUMAN", None)
        text = await database.read_value("SELECT scopes FROM token", ())
        assert json.loads(text) == list(Scope)
