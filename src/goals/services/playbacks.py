"""Playbacks: the supplier restates the commission, the customer confirms or corrects."""

from goals.domain.enums import Act, PlaybackStatus
from goals.domain.errors import NothingThere
from goals.domain.situation import Request
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, Form
from goals.services.requests import ConfirmPlaybackRequest, CorrectPlaybackRequest, PlayBackRequest
from goals.services.subjects import subject_of
from goals.store import records
from goals.store.playbacks import PlaybackRow
from goals.store.tables.playback import Playback


async def play_back(context: ActContext, request: PlayBackRequest) -> ActResult:
    """Restate the revision on the table in the supplier's own words."""
    form = Form()
    text = form.text(request.text, "text", LONG)
    form.check()

    async def work(doing: Acting) -> None:
        made = doing.new("Playback")
        doing.rows += [
            PlaybackRow(
                **doing.key,
                id=made,
                revision_id=doing.loaded.signing_revision_id,
                text=text,
                status=PlaybackStatus.PENDING,
                author_id=context.person_id,
                created_at=context.now,
            )
        ]

    expected = Request(expected_revision=request.expected_revision)
    return await perform(context, request.commission_id, Act.PLAY_BACK, work, expected)


async def confirm_playback(context: ActContext, request: ConfirmPlaybackRequest) -> ActResult:
    """Say that the playback is what was meant."""
    return await _resolve(context, request, Act.CONFIRM_PLAYBACK, PlaybackStatus.CONFIRMED, None)


async def correct_playback(context: ActContext, request: CorrectPlaybackRequest) -> ActResult:
    """Say what the playback got wrong."""
    form = Form()
    correction = form.text(request.correction, "correction", LONG)
    form.check()
    return await _resolve(
        context, request, Act.CORRECT_PLAYBACK, PlaybackStatus.CORRECTED, correction
    )


async def _resolve(
    context: ActContext,
    request: ConfirmPlaybackRequest | CorrectPlaybackRequest,
    act: Act,
    status: PlaybackStatus,
    correction: str | None,
) -> ActResult:
    part = await subject_of(context, Playback, request.playback_id, "playbackId")

    async def work(doing: Acting) -> None:
        doing.about("Playback", part.id)
        pending = {"org_id": context.org_id, "id": part.id, "status": PlaybackStatus.PENDING}
        changed = await records.change(
            doing.tx,
            PlaybackRow,
            pending | {"revision_id": doing.loaded.signing_revision_id},
            status=status,
            correction=correction,
            resolved_by_id=context.person_id,
            resolved_at=context.now,
        )
        if not changed:
            raise NothingThere(act, ("playbackId",))

    return await perform(
        context, part.commission_id, act, work, Request(correction=correction), unknown=part.unknown
    )
