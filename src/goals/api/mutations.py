"""Mutations: all acts under one root."""

import strawberry

from goals.api.acts.administering import AdministeringActs
from goals.api.acts.assessing import AssessingActs
from goals.api.acts.clarifying import ClarifyingActs
from goals.api.acts.delivering import DeliveringActs
from goals.api.acts.drafting import DraftingActs
from goals.api.acts.ending import EndingActs
from goals.api.acts.learning import LearningActs
from goals.api.acts.signing import SigningActs
from goals.api.acts.suppressing import SuppressingActs
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
    AssessingActs,
    LearningActs,
    SuppressingActs,
    AdministeringActs,
):
    """Everything that can be done."""
