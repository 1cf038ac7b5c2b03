"""`goals factors`: what helped, hindered or was missing, and whether it goes with achievement."""

from typing import Any

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.figures import NEWCOMBE, SIGNAL, answer_title, is_empty, points_of, rate_of, told
from goals_cli.labels import LEVEL, POLARITY, label
from goals_cli.language import Words, current, say
from goals_cli.parameters import Choice
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Report, forms, show
from goals_cli.tables import table

NAMING = {
    "ANY": Words("immer", "any"),
    "BEFORE": Words("vorher", "before"),
    "AFTER": Words("nachher", "after"),
}


@declare(
    "factors",
    Words(
        """Was half, was hinderte, was fehlte – und geht es mit der Zielerreichung einher?

        Je Umstand: wie oft er genannt wurde, wie viele ihr Ziel mit ihm und ohne ihn erreichten,
        der Unterschied mit 95-%-Bereich (Newcombe), und ob er nach Korrektur für viele Vergleiche
        (Benjamini–Hochberg) mehr ist als Zufall. Ein Unterschied ist noch keine Ursache.""",
        """What helped, hindered or was missing - and does it go with achievement?

        For each: how often it was named, how many achieved their goal with it and without it, the
        difference with its 95 % interval (Newcombe), and whether it is more than chance once
        corrected for many comparisons (Benjamini-Hochberg). A difference is not yet a cause.""",
    ),
    examples=(
        "goals factors",
        "goals factors --period last-12-months --where supplier=IT",
        "goals factors --catalogue",
    ),
)
@option(
    "--named",
    type=Choice(NAMING),
    words=Words(
        "Nur vor oder nur nach dem Ergebnis genannte.",
        "Only those named before, or after, the outcome.",
    ),
)
@option(
    "--catalogue",
    is_flag=True,
    words=Words("Nur auflisten, was genannt werden kann.", "Only list what can be named."),
)
@questions
@forms
def command(named: str | None, catalogue: bool, question: Question, form: Form) -> None:
    """Read the effects, or the catalogue, and tell them."""
    if catalogue:
        with connect() as client:
            _catalogue(list(client.every("ListFactors")))
        return
    found = question.ask("FactorEffects", naming=named or "ANY", first=200)
    show(_report(found, question, named or "ANY"), found, form)


def _catalogue(rows: list[dict[str, Any]]) -> None:
    output.data(rows)
    name = "labelDe" if current() == "de" else "labelEn"
    order = list(LEVEL)
    rows.sort(key=lambda one: (order.index(one["level"]), one["key"]))
    headings = (Words("Ebene", "Level"), Words("Schlüssel", "Key"), Words("Was", "What"))
    table(
        [str(words) for words in headings],
        [(label(LEVEL, one["level"]), one["key"], one[name]) for one in rows],
    )


MARKS = {"HIGHER": "▲", "LOWER": "▼"}

_COLUMNS = (
    Column("factor", Words("Umstand", "Factor")),
    Column("polarity", Words("Wirkung", "Effect")),
    Column("named", Words("Genannt", "Named"), "rate", brief=True),
    Column("with", Words("Damit erreicht", "Achieved with"), "rate", brief=True),
    Column("without", Words("Erreicht ohne", "Achieved without"), "rate", filed=True),
    Column("difference", Words("gegen ohne", "Against without"), "points"),
    Column("mark", Words("", "")),
    Column("corrected_p", Words("p (korrigiert)", "p (corrected)"), "number", filed=True),
    Column("signal", Words("Signal", "Signal"), filed=True),
    Column("meaning", Words("Bedeutung", "Meaning"), filed=True),
)


def _report(found: dict[str, Any], question: Question, naming: str) -> Report:
    rows = [
        (
            one["label"],
            label(POLARITY, one["polarity"]),
            rate_of(one["named"]),
            rate_of(one["withFactor"]),
            rate_of(one["withoutFactor"]),
            points_of(one["difference"]),
            MARKS.get(one["note"], ""),
            one["correctedPvalue"],
            label(SIGNAL, one["note"]),
            one["sentence"],
        )
        for one in found["effects"]
        if one["named"]["count"]
    ]
    return Report(
        title=answer_title(Words("Was half, hinderte, fehlte", "What helped or hindered"), found),
        asked=[
            *question.asked(found["period"]),
            (say("Genannt", "Named"), label(NAMING, naming)),
        ],
        grids=[Grid(_COLUMNS, rows, name="factors")],
        meaning=[*told(found), *_left_out(found)],
        definitions=[
            str(NEWCOMBE),
            say(
                "p: Fisher, nach Benjamini und Hochberg (1995), {} Vergleiche.",
                "p: Fisher, after Benjamini and Hochberg (1995), {} comparisons.",
            ).format(found["family"]),
        ],
        empty=is_empty(found),
    )


def _left_out(found: dict[str, Any]) -> list[str]:
    more = say("{} weitere Umstände fehlen, seltener genannt.", "{} more, less often named.")
    return [
        *([more.format(found["leftOut"])] if found["leftOut"] else []),
        say(
            "▲ ▼: mehr als Zufall, auch nach Korrektur für {} Vergleiche. Prozentpunkte mit"
            " 95-%-Bereich. Keine Ursache, nur ein Zusammenhang.",
            "▲ ▼: more than chance, even when corrected for {} comparisons. Percentage points with"
            " 95 % interval. No cause, only an association.",
        ).format(found["family"]),
        say(
            "Verglichen: {} ausgewertete, davon {} erreicht. Nicht darin: {} nicht beurteilbar,"
            " {} ohne Bewertung, {} abgebrochen.",
            "Compared: {} evaluated, {} of them achieved. Not in it: {} not assessable,"
            " {} without assessment, {} cancelled.",
        ).format(
            *(
                found[name]
                for name in ("compared", "achieved", "notAssessable", "unassessed", "cancelled")
            )
        ),
        *_in_cancelled(found["effects"]),
    ]


def _in_cancelled(effects: list[dict[str, Any]]) -> list[str]:
    """Those that were named in cancelled commissions alone: there is nothing to compare."""
    named = [
        f"{one['label']} ({label(POLARITY, one['polarity'])}) {one['inCancelled']}"
        for one in effects
        if not one["named"]["count"]
    ]
    told = say("Nur in abgebrochenen genannt: {}.", "Named in cancelled ones alone: {}.")
    return [told.format(", ".join(named))] if named else []
