"""`goals list`: commissions, filtered, as a table."""

from typing import Any

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.dates import day
from goals_cli.labels import HEALTH, OUTCOME, STATE, label
from goals_cli.language import Words, say
from goals_cli.parameters import Choice, WholeNumber
from goals_cli.parties import team_id
from goals_cli.tables import table

OPEN = ("DRAFT", "CLARIFYING", "AGREED", "DELIVERED", "EVALUATING")


@declare(
    "list",
    Words(
        "Offene Aufträge auflisten, die nächsten Termine zuerst; mit --all auch beendete, die "
        "letzten zuerst.",
        "List open commissions, the nearest deadlines first; with --all also ended ones, the "
        "latest first.",
    ),
    examples=(
        "goals list --mine",
        "goals list --state agreed --team Sales --overdue",
        "goals list --search portal --limit 50",
    ),
)
@option(
    "--mine", is_flag=True, words=Words("Nur, wo ich Kontakt bin.", "Only where I am a contact.")
)
@option(
    "--state",
    "states",
    multiple=True,
    type=Choice(STATE),
    words=Words("Nur in diesem Zustand. Mehrfach möglich.", "Only in this state. Repeatable."),
)
@option("--team", words=Words("Nur mit diesem Team.", "Only with this team."))
@option("--all", "ended", is_flag=True, words=Words("Auch beendete.", "Ended ones too."))
@option("--overdue", is_flag=True, words=Words("Nur überfällige.", "Only overdue ones."))
@option("--search", words=Words("Text im Titel.", "Text in the title."))
@option(
    "--limit",
    type=WholeNumber(1, 100),
    default=20,
    words=Words("Höchstens so viele.", "At most so many."),
)
@option("--after", words=Words("Weiter nach dieser Marke.", "Go on after this mark."))
def command(
    mine: bool,
    states: tuple[str, ...],
    team: str | None,
    ended: bool,
    overdue: bool,
    search: str | None,
    limit: int,
    after: str | None,
) -> None:
    """Build the filter, read one page, print it."""
    with connect() as client:
        conditions: list[dict[str, Any]] = []
        if mine:
            conditions.append({"mine": {"eq": True}})
        if team:
            same = {"id": {"eq": team_id(client, team)}}
            conditions.append({"or": [{"customerTeam": same}, {"supplierTeam": same}]})
        if states or not ended:
            conditions.append({"state": {"in": list(states or OPEN)}})
        if overdue:
            conditions.append({"overdue": {"eq": True}})
        if search:
            conditions.append({"title": {"contains": search}})
        page = client.read(
            "ListCommissions",
            filter={"and": conditions} if conditions else None,
            orderBy=[{"field": "DEADLINE", "direction": "DESC" if ended else "ASC"}],
            first=limit,
            after=after,
        )
    output.data(page)
    _print(page)


def _print(page: dict[str, Any]) -> None:
    rows = [_row(one) for one in page["nodes"]]
    if not rows:
        output.line(say("Keine Aufträge gefunden.", "No commissions found."))
        output.line("  → goals new")
        return
    headings = (
        Words("Schlüssel", "Key"),
        Words("Stand", "State"),
        Words("Termin", "Deadline"),
        Words("Kunde ← Lieferant", "Customer ← supplier"),
        Words("Titel", "Title"),
    )
    table([str(words) for words in headings], rows)
    output.line(
        say("{} von {} Aufträgen.", "{} of {} commissions.").format(len(rows), page["totalCount"])
    )
    if page["pageInfo"]["hasNextPage"]:
        output.line(
            say("  → weiter mit --after ", "  → go on with --after ")
            + page["pageInfo"]["endCursor"]
        )


def _row(one: dict[str, Any]) -> tuple[str, str, str, str, str]:
    state = label(STATE, one["state"])
    if one["outcome"]:
        state = label(OUTCOME, one["outcome"])
    elif one["health"] in ("OVERDUE", "AT_RISK", "OFF_TRACK", "STALE"):
        state = f"{state}, {label(HEALTH, one['health'])}"
    teams = f"{one['customerTeam']['name']} ← {one['supplierTeam']['name']}"
    return one["key"], state, day(one["deadline"]), teams, one["title"]
