"""Permissions: who may do what, one row for every act of the contract; nothing else decides it.

``PERMISSIONS`` names each mutation with the events it leaves behind. Acts of the lifecycle take
who may from ``TRANSITIONS``, where it also depends on the state. Who sees what is another
question: goals.store.standing.
"""

from dataclasses import dataclass
from typing import TypeAlias

from goals.domain.acts import Act
from goals.domain.lifecycle import TRANSITIONS, Who
from goals.domain.parties import Role

Holder: TypeAlias = Who | Role


@dataclass(frozen=True, slots=True)
class Permission:
    """One act of the contract: its name, the kinds of its events, and who may do it.

    ``acts`` are those of the lifecycle it stands for; empty for what has no place there.
    """

    name: str
    kinds: tuple[str, ...]
    who: tuple[Holder, ...]
    acts: tuple[Act, ...] = ()


def _in_lifecycle(name: str, *acts: Act) -> Permission:
    who = (each for row in TRANSITIONS if row.act in acts for each in row.who)
    kinds = tuple(act.event_kind for act in acts)
    return Permission(name, kinds, tuple(dict.fromkeys(who)), acts)


def _for(name: str, kind: str, *who: Holder) -> Permission:
    return Permission(name, (kind,), who)


PERMISSIONS: tuple[Permission, ...] = (
    _in_lifecycle("commissionDraft", Act.DRAFT),
    _in_lifecycle("commissionRevise", Act.REVISE),
    _in_lifecycle("commissionPropose", Act.PROPOSE),
    _in_lifecycle("questionAsk", Act.ASK),
    _in_lifecycle("questionAnswer", Act.ANSWER),
    _in_lifecycle("questionWithdraw", Act.WITHDRAW_QUESTION),
    _in_lifecycle("playbackSubmit", Act.PLAY_BACK),
    _in_lifecycle("playbackConfirm", Act.CONFIRM_PLAYBACK),
    _in_lifecycle("playbackCorrect", Act.CORRECT_PLAYBACK),
    _in_lifecycle("commissionAccept", Act.ACCEPT),
    _in_lifecycle("commissionDecline", Act.DECLINE),
    _in_lifecycle("commissionWithdraw", Act.WITHDRAW),
    _in_lifecycle("commissionAmend", Act.AMEND),
    _in_lifecycle("checkInRecord", Act.CHECK_IN),
    _in_lifecycle("checkInAcknowledge", Act.ACKNOWLEDGE),
    _in_lifecycle("criterionMeasure", Act.MEASURE),
    _in_lifecycle("criterionOverride", Act.OVERRIDE_ATTAINMENT),
    _in_lifecycle("blockerRaise", Act.RAISE_BLOCKER),
    _in_lifecycle("blockerClose", Act.CLOSE_BLOCKER),
    _in_lifecycle("dutyFulfil", Act.FULFIL_DUTY),
    _in_lifecycle("commissionDeliver", Act.DELIVER),
    _in_lifecycle("deliveryReview", Act.REVIEW_ACCEPT, Act.REVIEW_REJECT),
    _in_lifecycle("commissionCancel", Act.CANCEL),
    _in_lifecycle("commissionRevoke", Act.REVOKE),
    _in_lifecycle("commissionCloseForEvaluation", Act.CLOSE_FOR_EVALUATION),
    _in_lifecycle("commissionAssess", Act.ASSESS),
    _in_lifecycle("lessonRecord", Act.RECORD_LESSON),
    _in_lifecycle("benefitReview", Act.REVIEW_BENEFIT),
    _in_lifecycle("actionPlan", Act.PLAN_ACTION),
    _in_lifecycle("actionComplete", Act.COMPLETE_ACTION),
    _for("smartFindingSuppress", "smart_finding.suppressed", Who.EITHER),
    _for("commissionShare", "commission.shared", Who.EITHER),
    _for("commissionUnshare", "commission.unshared", Who.EITHER),
    _for("deputyAppoint", "deputy.appointed", Who.SELF, Role.ADMIN),
    _for("deputyEnd", "deputy.ended", Who.SELF, Role.ADMIN),
    _for("organisationConfigure", "organisation.configured", Role.ADMIN),
    _for("teamCreate", "team.created", Role.ADMIN),
    _for("teamRename", "team.renamed", Role.ADMIN),
    _for("teamMove", "team.moved", Role.ADMIN),
    _for("teamArchive", "team.archived", Role.ADMIN),
    _for("membershipAdd", "membership.added", Role.ADMIN),
    _for("membershipRemove", "membership.removed", Role.ADMIN),
    _for("membershipSetLead", "membership.lead_set", Role.ADMIN),
    _for("personCreate", "person.added", Role.ADMIN),
    _for("personUpdate", "person.updated", Role.ADMIN),
    _for("personDeactivate", "person.deactivated", Role.ADMIN),
    _for("personReactivate", "person.reactivated", Role.ADMIN),
    _for("peopleImport", "people.imported", Role.ADMIN),
    _for("personErase", "person.erased", Role.ADMIN),
    _for("serviceAccountCreate", "service_account.added", Role.ADMIN),
    _for("tokenCreate", "token.created", Who.SELF, Role.ADMIN),
    _for("tokenRevoke", "token.revoked", Who.SELF, Role.ADMIN),
)

_BY_KIND = {kind: row.who for row in PERMISSIONS for kind in row.kinds}


def who_may(kind: str) -> tuple[Holder, ...]:
    """Who may do what leaves an event of this kind; what has no row is for admins alone."""
    return _BY_KIND.get(kind, (Role.ADMIN,))
