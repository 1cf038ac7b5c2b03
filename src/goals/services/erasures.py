"""Erasures: forget who somebody was (GDPR, article 17); what was promised and done stays.

Name and e-mail give way to a pseudonym, sign-ins elsewhere and names of tokens go, and so do the
bodies of events that are about the person or hold name or e-mail. The chain still verifies and
says so. Texts of commissions are the organisation's: they go with retention, not here.
"""

import json
import re
from uuid import UUID

from goals.domain.errors import PersonTakesPart
from goals.domain.scopes import Scope
from goals.services.acting import new_event, run
from goals.services.administration import permit
from goals.services.context import ActContext, ActResult
from goals.services.forms import SHORT, Form
from goals.services.people import known_person, named_person
from goals.services.requests import ErasePersonRequest
from goals.store import erasures, events, records
from goals.store.erasures import ErasureRow
from goals.store.people import PersonRow
from goals.store.transaction import Transaction

KIND = "person.erased"


async def erase_person(context: ActContext, request: ErasePersonRequest) -> ActResult:
    """Replace a deactivated person by a pseudonym, for ever; done again it changes nothing.

    Raises PersonTakesPart for somebody active, ValidationFailed for a reason that names them.
    """
    permit(context, KIND)
    person_id = named_person(request.person_id)
    form = Form()
    reason = form.text(request.reason, "reason", SHORT)
    form.check()

    async def once(tx: Transaction) -> ActResult:
        done = await erasures.find(tx, context.org_id, "Person", person_id)
        if done is not None:
            return ActResult(None, person_id, done.event_seq)
        person = await known_person(tx, context, person_id)
        if person.active:
            raise PersonTakesPart(person.name)
        _must_not_name(person, reason)
        head = await events.lock(tx, context.org_id)
        await records.insert(tx, _row(context, head.seq, person_id))
        bodies = await _bodies(tx, context.org_id, person)
        carried = await _carried(tx, context.org_id, bodies)
        count = await events.erase_bodies(tx, context.org_id, bodies, head.seq)
        name, email = pseudonym(person_id)
        await erasures.forget_person(
            tx, context.org_id, person_id, name=name, email=email, now=context.now
        )
        body = {"bodies": count, "reason": reason} | ({"carried": carried} if carried else {})
        new = new_event(context, KIND, ("Person", person_id), body=body)
        event = await events.append(tx, head, new)
        return ActResult(None, person_id, event.seq)

    return await run(context, once, Scope.ADMIN)


def pseudonym(person_id: UUID) -> tuple[str, str]:
    """What stands for a person who was erased: a name, and an e-mail that reaches nobody."""
    return f"Person {person_id.hex[-4:]}", f"{person_id}@erased.invalid"


def _row(context: ActContext, seq: int, person_id: UUID) -> ErasureRow:
    return ErasureRow(
        org_id=context.org_id,
        event_seq=seq,
        subject_type="Person",
        subject_id=person_id,
        erased_at=context.now,
    )


def _must_not_name(person: PersonRow, reason: str) -> None:
    form = Form()
    if any(_says(reason, word) for word in (person.name, person.email)):
        form.fault("NAMES_THE_PERSON", ("reason",))
    form.check()


async def _bodies(tx: Transaction, org_id: UUID, person: PersonRow) -> list[int]:
    """The events about the person, and those whose body holds name or e-mail as a word."""
    found = set(await erasures.bodies_about(tx, org_id, person.id))
    for word in (person.name, person.email):
        written = json.dumps(word, ensure_ascii=False)[1:-1]
        for seq, text in await erasures.bodies_with(tx, org_id, written):
            if _says(text, written):
                found.add(seq)
    return sorted(found)


async def _carried(tx: Transaction, org_id: UUID, seqs: list[int]) -> dict[str, int]:
    """What erasing events among these counted: it goes with their bodies, so it is repeated."""
    found: dict[str, int] = {}
    for seq, text in await erasures.erasing_bodies(tx, org_id):
        if seq in seqs:
            body = json.loads(text)
            found |= body.get("carried", {}) | {str(seq): body["bodies"]}
    return found


def _says(text: str, word: str) -> bool:
    """Whether the word stands in the text by itself: Max is not in Maximum."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None
