"""Revisions: write a new one before agreement, propose a change after it."""

from uuid import UUID

from goals.domain.enums import Act
from goals.domain.situation import Request
from goals.services import contents, smart_reports
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, TITLE, Form
from goals.services.lineages import inherited
from goals.services.requests import AmendRequest, ReviseRequest, RevisionContent
from goals.store import commissions, revisions


async def revise(context: ActContext, request: ReviseRequest) -> ActResult:
    """Replace the content before agreement; earlier signatures go stale."""
    form = Form()
    content = contents.checked(form, request.content)
    title = None if request.title is None else form.line(request.title, "title", TITLE)
    tags = None if request.tags is None else form.tags(request.tags, "tags")
    form.check()

    async def work(doing: Acting) -> None:
        written = await _write(doing, content, None)
        doing.changes |= {"current_revision_id": written, "deadline": content.deadline}
        if title is not None:
            doing.changes["title"] = title
        if tags is not None:
            doing.also += commissions.replacing_tags(context.org_id, doing.loaded.id, tags)

    expected = Request(expected_revision=request.expected_revision)
    return await perform(context, request.commission_id, Act.REVISE, work, expected)


async def amend(context: ActContext, request: AmendRequest) -> ActResult:
    """Propose a new revision after agreement; it is in force once both sides have signed it."""
    form = Form()
    content = contents.checked(form, request.content)
    cause = form.text(request.cause, "cause", LONG)
    for name, path in (("goal", "goal"), ("benefit", "benefit"), ("deadline", "deadline")):
        if getattr(content, name) is None:
            form.fault("ANSWER_MISSING", ("content", path))
    if not content.criteria:
        form.fault("ANSWER_MISSING", ("content", "criteria"))
    form.check()

    async def work(doing: Acting) -> None:
        written = await _write(doing, content, cause)
        doing.changes["pending_revision_id"] = written

    expected = Request(expected_revision=request.expected_revision, cause=cause)
    return await perform(context, request.commission_id, Act.AMEND, work, expected)


async def _write(doing: Acting, content: RevisionContent, cause: str | None) -> UUID:
    """Leave the new revision, its parts and its report to be written; give its id."""
    context = doing.context
    number = 1 + await revisions.last_number(doing.tx, context.org_id, doing.loaded.id)
    wording = contents.rows_of(
        await inherited(doing, content),
        org_id=context.org_id,
        commission_id=doing.loaded.id,
        number=number,
        author_id=context.person_id,
        author_side=doing.own_side,
        now=context.now,
        cause=cause,
    )
    report = await smart_reports.checked(doing.tx, context, doing.loaded, doing.situation, wording)
    doing.rows += [*wording.rows(), report]
    doing.about("Revision", wording.revision.id)
    doing.revision_hash = wording.revision.content_hash
    doing.body |= {"revision": number} | ({"cause": cause} if cause else {})
    return wording.revision.id
