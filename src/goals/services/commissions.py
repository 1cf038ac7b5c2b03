"""Commissions: draft one as a request or as an offer, and put it before the other side."""

from dataclasses import dataclass
from uuid import UUID

from goals.domain.acts import Act
from goals.domain.enums import Side, State
from goals.domain.errors import Forbidden, NotFound
from goals.domain.identity import commission_key, uuid7
from goals.domain.situation import Request
from goals.services import contents, smart_reports
from goals.services.acting import Acting, for_somebody, new_event, perform, run
from goals.services.context import ActContext, ActResult
from goals.services.forms import SHORT, TITLE, Form
from goals.services.requests import (
    DraftRequest,
    ExternalReferencePart,
    ProposeRequest,
    RevisionContent,
)
from goals.store import drafting, events, records
from goals.store.commissions import (
    CommissionDependencyRow,
    CommissionRow,
    ExternalReferenceRow,
    tag_rows,
)
from goals.store.drafting import Surroundings
from goals.store.records import Record
from goals.store.transaction import Transaction

MOST_LINKS = 50


@dataclass(frozen=True, slots=True)
class _Clean:
    """A draft whose texts and numbers are clean."""

    title: str
    beneficiary: str | None
    tags: tuple[str, ...]
    content: RevisionContent
    references: tuple[ExternalReferencePart, ...]


@dataclass(frozen=True, slots=True)
class _Sides:
    """Teams and contact persons of both sides."""

    customer_team_id: UUID
    customer_id: UUID
    supplier_team_id: UUID
    supplier_id: UUID
    on_behalf_of: UUID | None

    @property
    def is_self(self) -> bool:
        """Whether one person stands on both sides."""
        return self.customer_id == self.supplier_id


async def propose(context: ActContext, request: ProposeRequest) -> ActResult:
    """Put the draft before the other side, once the five questions have an answer."""

    async def work(doing: Acting) -> None:
        doing.changes["proposed_at"] = context.now
        doing.body["revision"] = doing.situation.revision

    expected = Request(expected_revision=request.expected_revision)
    return await perform(context, request.commission_id, Act.PROPOSE, work, expected)


async def draft(context: ActContext, request: DraftRequest) -> ActResult:
    """Start a commission as one of its sides; a wrong or missing answer may still be mended.

    Raises NotFound for teams, people and commissions that are not there, Forbidden for somebody
    who does not belong to the side that drafts, AlreadyExists for an id that is taken.
    """
    clean = _checked(request)

    async def work(tx: Transaction) -> ActResult:
        head = await events.lock(tx, context.org_id, new_commissions=1)
        surroundings = await drafting.surroundings(
            tx,
            context.org_id,
            context.standing,
            teams=[request.customer_team_id, request.supplier_team_id],
            people=[request.customer_id, request.supplier_id],
            commissions=[request.contributes_to_id, *request.depends_on_ids],
        )
        sides = _sides(context, request, surroundings)
        _check_links(request, surroundings.commissions)
        return await _write(tx, context, request, clean, sides, head)

    return await run(context, work)


def _checked(request: DraftRequest) -> _Clean:
    form = Form()
    clean = _Clean(
        title=form.line(request.title, "title", TITLE),
        beneficiary=form.optional_line(request.beneficiary, "beneficiary", SHORT),
        tags=form.tags(request.tags, "tags"),
        content=contents.checked(form, request.content),
        references=tuple(
            ExternalReferencePart(
                system=form.line(part.system, ("externalReferences", at, "system")),
                key=form.line(part.key, ("externalReferences", at, "key")),
                url=form.optional_url(part.url, ("externalReferences", at, "url")),
            )
            for at, part in enumerate(request.external_references[:MOST_LINKS])
        ),
    )
    for name, links in (
        ("externalReferences", request.external_references),
        ("dependsOnIds", request.depends_on_ids),
    ):
        if len(links) > MOST_LINKS:
            form.fault("TOO_MANY", (name,), actual=len(links), limit=MOST_LINKS)
    if len(set(request.depends_on_ids)) < len(request.depends_on_ids):
        form.fault("DUPLICATE", ("dependsOnIds",))
    form.check()
    return clean


def _sides(context: ActContext, request: DraftRequest, around: Surroundings) -> _Sides:
    """Find both contact persons: who drafts on the drafting side, the team's lead on the other.

    Where a deputy drafts for somebody, that somebody is the contact person.
    """
    customer_team = _team(request.customer_team_id, "customerTeamId", around)
    supplier_team = _team(request.supplier_team_id, "supplierTeamId", around)
    is_customer = request.initiator is Side.CUSTOMER
    own_team = customer_team if is_customer else supplier_team
    drafter = _drafter(context, own_team, supplier_team if is_customer else customer_team)
    if drafter is None:
        raise Forbidden(Act.DRAFT, (request.initiator,), (f"{request.initiator.lower()}TeamId",))

    form = Form()

    def contact(side: Side, named: UUID | None, team: UUID) -> UUID:
        path = f"{side.lower()}Id"
        if named is None and side is request.initiator:
            return drafter
        if named is None:
            named = around.teams[team]
        if named is None:
            form.fault("TEAM_EMPTY", (f"{side.lower()}TeamId",))
            return drafter
        if named not in around.people and named not in around.teams.values():
            raise NotFound("Person", path=(path,))
        if named in around.people and (named, team) not in around.members:
            form.fault("NOT_OF_TEAM", (path,))
        return named

    sides = _Sides(
        customer_team_id=customer_team,
        customer_id=contact(Side.CUSTOMER, request.customer_id, customer_team),
        supplier_team_id=supplier_team,
        supplier_id=contact(Side.SUPPLIER, request.supplier_id, supplier_team),
        on_behalf_of=None if drafter == context.person_id else drafter,
    )
    form.check()
    return sides


def _drafter(context: ActContext, team: UUID, other: UUID) -> UUID | None:
    """The person who drafts for this team: the viewer, or one he is a deputy for.

    Nobody is a deputy against his own side.
    """
    if team in context.team_ids:
        return context.person_id
    if other in context.team_ids:
        return None
    people = context.viewer.deputy_for
    found = (UUID(each.person_id) for each in people if str(team) in each.team_ids)
    return next(found, None)


def _team(team: UUID | None, path: str, around: Surroundings) -> UUID:
    if team is None or team not in around.teams:
        raise NotFound("Team", path=(path,))
    return team


def _check_links(request: DraftRequest, seen: frozenset[UUID]) -> None:
    """Refuse a commission that is not there, or not there for the viewer, with the same words."""
    if request.contributes_to_id and request.contributes_to_id not in seen:
        raise NotFound("Commission", path=("contributesToId",))
    for at, other in enumerate(request.depends_on_ids):
        if other is None or other not in seen:
            raise NotFound("Commission", path=("dependsOnIds", at))


async def _write(
    tx: Transaction,
    context: ActContext,
    request: DraftRequest,
    clean: _Clean,
    sides: _Sides,
    head: events.Head,
) -> ActResult:
    commission_id = request.id or uuid7(context.now)
    wording = contents.rows_of(
        contents.without_lineages(clean.content),
        org_id=context.org_id,
        commission_id=commission_id,
        number=1,
        author_id=context.person_id,
        author_side=request.initiator,
        now=context.now,
    )
    key = commission_key(head.commission_number)
    row = CommissionRow(
        org_id=context.org_id,
        id=commission_id,
        number=head.commission_number,
        key=key,
        title=clean.title,
        customer_team_id=sides.customer_team_id,
        customer_id=sides.customer_id,
        supplier_team_id=sides.supplier_team_id,
        supplier_id=sides.supplier_id,
        beneficiary=clean.beneficiary,
        commitment=request.commitment,
        state=State.DRAFT,
        initiator=request.initiator,
        self_commission=sides.is_self,
        version=1,
        current_revision_id=wording.revision.id,
        deadline=clean.content.deadline,
        contributes_to_id=request.contributes_to_id,
        created_by_id=context.person_id,
        created_at=context.now,
        updated_at=context.now,
        lapsed=False,
    )
    report = smart_reports.row(context, commission_id, wording, customer=clean.beneficiary)
    await records.insert(
        tx, row, *wording.rows(), report, *_links(context, commission_id, request, clean)
    )
    event = await events.append(
        tx,
        head,
        new_event(
            context,
            Act.DRAFT.event_kind,
            ("Commission", commission_id),
            body={"key": key, "title": clean.title, "state": State.DRAFT, "revision": 1}
            | for_somebody(sides.on_behalf_of),
            commission_id=commission_id,
            side=request.initiator,
            revision_hash=wording.revision.content_hash,
        ),
    )
    return ActResult(commission_id, commission_id, event.seq)


def _links(
    context: ActContext, commission_id: UUID, request: DraftRequest, clean: _Clean
) -> list[Record]:
    dependencies = [
        CommissionDependencyRow(
            org_id=context.org_id, commission_id=commission_id, depends_on_id=other
        )
        for other in request.depends_on_ids
        if other is not None
    ]
    references = [
        ExternalReferenceRow(
            org_id=context.org_id,
            id=uuid7(context.now),
            commission_id=commission_id,
            system=part.system,
            key=part.key,
            url=part.url,
        )
        for part in clean.references
    ]
    return [*tag_rows(context.org_id, commission_id, clean.tags), *dependencies, *references]
