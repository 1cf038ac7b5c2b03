"""`goals overdue`: what is past its deadline, or silent for longer than agreed."""

import datetime as dt
from typing import Any

from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.dates import today
from goals_cli.labels import HEALTH, label
from goals_cli.language import Words, say
from goals_cli.parties import team_id
from goals_cli.reports import Column, Form, Grid, Report, forms, show

_COLUMNS = (
    Column("key", Words("Schlüssel", "Key")),
    Column("days", Words("Tage", "Days"), "count"),
    Column("deadline", Words("Termin", "Deadline"), "day"),
    Column("first_agreed", Words("Zuerst", "First agreed"), "day"),
    Column("customer", Words("Kunde", "Customer")),
    Column("supplier", Words("Lieferant", "Supplier")),
    Column("last_check_in", Words("Letzte Meldung", "Last check-in"), "day"),
    Column("health", Words("Stand", "Health")),
    Column("title", Words("Titel", "Title")),
)


@declare(
    "overdue",
    Words(
        """Was über seinen Termin ist, das Älteste zuerst; mit --stale, was länger schweigt als
        vereinbart.""",
        """What is past its deadline, the oldest first; with --stale, what has been silent for
        longer than agreed.""",
    ),
    examples=("goals overdue", "goals overdue --stale --team IT", "goals overdue --xlsx late.xlsx"),
)
@option(
    "--stale",
    is_flag=True,
    words=Words(
        "Statt überfälliger die, von denen die Meldung fehlt.",
        "Those that owe a check-in, instead of the overdue ones.",
    ),
)
@option("--team", words=Words("Nur mit diesem Team.", "Only with this team."))
@forms
def command(stale: bool, team: str | None, form: Form) -> None:
    """Read all of them, page by page, and list them."""
    with connect() as client:
        condition: dict[str, Any] = {"stale" if stale else "overdue": {"eq": True}}
        if team:
            same = {"id": {"eq": team_id(client, team)}}
            condition["or"] = [{"customerTeam": same}, {"supplierTeam": same}]
        order = [{"field": "DEADLINE", "direction": "ASC"}]
        found = list(client.every("OverdueCommissions", filter=condition, orderBy=order))
    show(_report(found, team, stale=stale), found, form)


def _report(found: list[dict[str, Any]], team: str | None, *, stale: bool) -> Report:
    if stale:
        title = say("Ohne Meldung", "Silent")
        rule = say(
            "Ohne Meldung: seit dem letzten Zwischenstand ist mehr Zeit vergangen als vereinbart.",
            "Silent: more time than agreed has passed since the last check-in.",
        )
    else:
        title = say("Überfällig", "Overdue")
        rule = say(
            "Überfällig: vereinbart, nicht geliefert, Termin vorbei in der Zeitzone des Termins.",
            "Overdue: agreed, not delivered, deadline over in the time zone of the deadline.",
        )
    several = say("{} Aufträge.", "{} commissions.").format(len(found))
    count = say("Ein Auftrag.", "One commission.") if len(found) == 1 else several
    return Report(
        title=title,
        asked=[(say("Team", "Team"), team)] if team else [],
        grids=[Grid(_COLUMNS, [_row(one) for one in found], name="commissions")],
        meaning=[count if found else say("Nichts. Gut so.", "Nothing. Well done.")],
        definitions=[rule],
    )


def _row(one: dict[str, Any]) -> tuple[Any, ...]:
    last = one["checkIns"]["nodes"]
    return (
        one["key"],
        (today() - dt.date.fromisoformat(one["deadline"])).days if one["deadline"] else None,
        one["deadline"],
        one["firstAgreedDeadline"],
        one["customerTeam"]["name"],
        one["supplierTeam"]["name"],
        last[0]["createdAt"] if last else None,
        label(HEALTH, last[0]["health"]) if last else "–",
        one["title"],
    )
