"""Mutations: all acts under one root."""

import strawberry

from goals.api.acts.assessing import AssessingActs
from goals.api.acts.clarifying import ClarifyingActs
from goals.api.acts.delivering import DeliveringActs
from goals.api.acts.drafting import DraftingActs
from goals.api.acts.ending import EndingActs
from goals.api.acts.erasing import ErasingActs
from goals.api.acts.learning import LearningActs
from goals.api.acts.memberships import MembershipActs
from goals.api.acts.organisations import OrganisationActs
from goals.api.acts.people import PersonActs
from goals.api.acts.rosters import RosterActs
from goals.api.acts.service_accounts import ServiceAccountActs
from goals.api.acts.sharing import SharingActs
from goals.api.acts.signing import SigningActs
from goals.api.acts.suppressing import SuppressingActs
from goals.api.acts.teams import TeamActs
from goals.api.acts.tokens import TokenActs
from goals.api.acts.working import WorkingActs


@strawberry.type(
    description="Everything that can be done. One act is one mutation, one transaction and one"
    " event; a refusal is data in the payload."
)
class Mutation(
    DraftingActs,
    ClarifyingActs,
    SigningActs,
    WorkingActs,
    DeliveringActs,
    EndingActs,
    ErasingActs,
    AssessingActs,
    LearningActs,
    SuppressingActs,
    OrganisationActs,
    SharingActs,
    TeamActs,
    PersonActs,
    MembershipActs,
    RosterActs,
    ServiceAccountActs,
    TokenActs,
):
    """Everything that can be done."""
