"""Benefits: whether what a commission was for came about, said by the customer afterwards."""

from goals.domain.enums import Act
from goals.domain.moments import local_day
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, Form
from goals.services.requests import ReviewBenefitRequest
from goals.store.benefit_reviews import BenefitReviewRow


async def review_benefit(context: ActContext, request: ReviewBenefitRequest) -> ActResult:
    """Say whether the benefit arrived; again and again, the latest word counts."""
    form = Form()
    comment = form.optional(request.comment, "comment", LONG)
    as_of = form.optional_date(request.as_of, "asOf")
    form.check()

    async def work(doing: Acting) -> None:
        today = local_day(context.now, doing.loaded.time_zone)
        if as_of is not None and as_of > today:
            late = Form()
            late.fault("IN_THE_FUTURE", ("asOf",))
            late.check()
        made = doing.new("BenefitReview")
        doing.body |= {"verdict": str(request.verdict)}
        doing.rows.append(
            BenefitReviewRow(
                **doing.key,
                id=made,
                verdict=request.verdict,
                comment=comment,
                as_of=as_of or today,
                person_id=context.person_id,
                created_at=context.now,
            )
        )

    return await perform(context, request.commission_id, Act.REVIEW_BENEFIT, work)
