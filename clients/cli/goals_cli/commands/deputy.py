"""`goals deputy`: who acts for me while I am away, and for whom I act."""

import datetime as dt
import shlex
from typing import Any

import click

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.dates import day, today
from goals_cli.errors import Misused
from goals_cli.language import Words, quoted, say
from goals_cli.parameters import DAY
from goals_cli.parties import person_id
from goals_cli.tables import table


@declare(
    "deputy",
    Words(
        """Vertretung: wer für Sie handelt, solange Sie weg sind.

        Ohne Angaben wird gezeigt, wer Sie vertritt und wen Sie vertreten. Was Ihre Vertretung
        tut, steht mit beiden Namen in der Historie.""",
        """Deputies: who acts for you while you are away.

        Without arguments you see who acts for you and for whom you act. What your deputy does
        stands in the history with both names.""",
    ),
    examples=(
        "goals deputy",
        'goals deputy "Ben Roth" --until 2026-12-31',
        'goals deputy "Ben Roth" --end',
    ),
)
@argument(
    "person",
    Words("Name oder E-Mail der Vertretung.", "Name or e-mail of the deputy."),
    required=False,
)
@option("--until", type=DAY, words=Words("Letzter Tag.", "The last day."))
@option(
    "--since", type=DAY, words=Words("Erster Tag; sonst ab sofort.", "The first day; else now.")
)
@option(
    "--end", is_flag=True, words=Words("Vertretung jetzt beenden.", "End the deputy's time now.")
)
def command(person: str | None, until: str | None, since: str | None, end: bool) -> None:
    """List, appoint or end."""
    if person is None and (until or since or end):
        raise click.UsageError(say("Wer? Name oder E-Mail fehlt.", "Who? A name is missing."))
    with connect() as client:
        if person is None:
            _listed(client.read("ReadDeputies")["person"])
            return
        if end:
            found = _standing(client.read("ReadDeputies")["person"], person)
            payload = client.act("EndDeputy", {"appointmentId": found["id"]})
            done = say("{} vertritt Sie nicht mehr.", "{} no longer acts for you.")
        else:
            if until is None:
                raise Misused(
                    say("Bis wann? --until fehlt.", "Until when? --until is missing."),
                    f"goals deputy {shlex.quote(person)} --until {today() + dt.timedelta(days=14)}",
                    path=("until",),
                )
            values = {
                "deputyId": person_id(client, person),
                "endsAt": _midnight(until, 1),
                "startsAt": _midnight(since, 0) if since else None,
            }
            payload = client.act("AppointDeputy", values)
            done = say("{} vertritt Sie bis {}.", "{} acts for you until {}.")
    output.data(payload)
    made = payload["deputy"]
    output.line(done.format(made["actor"]["name"], day(until)))


def _midnight(text: str, later: int) -> str:
    """The beginning of a local day, or of the day after it, as a moment."""
    found = dt.date.fromisoformat(text) + dt.timedelta(days=later)
    return dt.datetime.combine(found, dt.time()).astimezone().isoformat()


def _standing(me: dict[str, Any], person: str) -> dict[str, Any]:
    wanted = person.strip().casefold()
    now = dt.datetime.now(dt.UTC)
    for one in me["deputies"]["nodes"]:
        names = (one["actor"]["name"].casefold(), one["actor"]["email"].casefold())
        if wanted in names and _lasts(one, now):
            return dict(one)
    raise Misused(
        say("{} vertritt Sie nicht.", "{} does not act for you.").format(quoted(person)),
        "goals deputy",
        path=("person",),
    )


def _lasts(one: dict[str, Any], now: dt.datetime) -> bool:
    return not one["endedAt"] and dt.datetime.fromisoformat(one["endsAt"]) > now


def _listed(me: dict[str, Any]) -> None:
    output.data(me)
    now = dt.datetime.now(dt.UTC)
    rows = [
        (who, name, day(one["startsAt"]), _last_day(one["endsAt"]))
        for who, field, name_of in (
            (say("vertritt mich", "acts for me"), "deputies", "actor"),
            (say("ich vertrete", "I act for"), "deputyFor", "person"),
        )
        for one in me[field]["nodes"]
        for name in [one[name_of]["name"]]
        if _lasts(one, now)
    ]
    if not rows:
        output.line(
            say(
                "Niemand vertritt Sie, und Sie vertreten niemanden.",
                "Nobody acts for you, and you act for nobody.",
            )
        )
        return
    headings = (
        Words("Was", "What"),
        Words("Wer", "Who"),
        Words("Ab", "From"),
        Words("Bis", "Until"),
    )
    table([str(words) for words in headings], rows)


def _last_day(moment: str) -> str:
    """The last day of a time that ends at midnight of the day after."""
    found = dt.datetime.fromisoformat(moment).astimezone() - dt.timedelta(seconds=1)
    return day(found.date().isoformat())
