"""SMART drafts: texts to be checked without being stored."""

from datetime import date

from strawberry import UNSET

from goals.api.fields import given
from goals.api.node import described_input
from goals.domain.enums import Language


@described_input
class SmartDraftInput:
    """What somebody is still writing: the five answers, or a plain sentence."""

    goal: str = given("What? The goal.")
    benefit: str | None = given("What for? The benefit.", UNSET)
    customer: str | None = given("For whom? The customer.", UNSET)
    criteria: list[str] = given(
        "How will we recognise success? The criteria.", default_factory=list
    )
    deadline: date | None = given("By when? The deadline.", UNSET)
    language: Language | None = given("The language of the text; found out when left out.", UNSET)
    plain: bool = given("That the goal is a plain sentence holding all there is.", False)
