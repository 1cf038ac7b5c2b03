"""The catalogue of commands: name, module, section of the help, and one line of help.

Kept apart from the commands, so that `goals --help` imports none of them. Each module in
``commands`` holds a click command named ``command`` (or the attribute given here); a test
compares both lists.
"""

from typing import NamedTuple

from goals_cli.language import Words


class Entry(NamedTuple):
    """Where a command lives and how the list of commands introduces it."""

    section: str
    module: str
    help: Words
    attribute: str = "command"


SECTIONS: dict[str, Words] = {
    "start": Words("Anfangen", "Start"),
    "clarify": Words("Klären", "Clarify"),
    "work": Words("Arbeiten", "Work"),
    "evaluate": Words("Abschließen und lernen", "Finish and learn"),
    "look": Words("Nachsehen", "Look"),
    "write": Words("Ziele prüfen (ohne Server)", "Check goals (no server needed)"),
    "serve": Words("Betreiben (Paket goals[server])", "Run a server (package goals[server])"),
}

COMMANDS: dict[str, Entry] = {
    "login": Entry(
        "start", "login", Words("Server und Token merken.", "Remember a server and a token.")
    ),
    "new": Entry(
        "start",
        "new",
        Words(
            "Auftrag entwerfen: fünf Fragen, fünf Antworten.",
            "Draft a commission: five questions, five answers.",
        ),
    ),
    "propose": Entry(
        "start",
        "propose",
        Words("Entwurf der anderen Seite vorlegen.", "Hand a draft to the other side."),
    ),
    "ask": Entry(
        "clarify", "ask", Words("Rückfrage an die andere Seite.", "Ask the other side a question.")
    ),
    "answer": Entry(
        "clarify", "answer", Words("Rückfrage beantworten.", "Answer an open question.")
    ),
    "playback": Entry(
        "clarify",
        "playback",
        Words("Auftrag in eigenen Worten wiedergeben.", "Restate a commission in your own words."),
    ),
    "confirm": Entry(
        "clarify",
        "confirm",
        Words("Wiedergabe als richtig bestätigen.", "Confirm that a playback is right."),
    ),
    "revise": Entry(
        "clarify",
        "revise",
        Words("Neue Fassung schreiben.", "Write a new revision."),
    ),
    "accept": Entry(
        "clarify", "accept", Words("Aktuelle Fassung unterschreiben.", "Sign what is on the table.")
    ),
    "decline": Entry(
        "clarify",
        "decline",
        Words("Ablehnen, mit Grund und Alternative.", "Say no, with reason and alternative."),
    ),
    "withdraw": Entry(
        "clarify",
        "withdraw",
        Words("Auftrag oder Frage zurückziehen.", "Take back a commission or a question."),
    ),
    "checkin": Entry(
        "work", "checkin", Words("Melden, wie es steht.", "Report how the work goes.")
    ),
    "ack": Entry(
        "work", "ack", Words("Zwischenstand zur Kenntnis nehmen.", "Acknowledge a check-in.")
    ),
    "measure": Entry(
        "work",
        "measure",
        Words("Messwert zu einem Kriterium eintragen.", "Record a value of a criterion."),
    ),
    "block": Entry("work", "block", Words("Hindernis melden.", "Name what stands in the way.")),
    "unblock": Entry(
        "work", "unblock", Words("Hindernis als beseitigt melden.", "Say that a blocker is gone.")
    ),
    "fulfil": Entry(
        "work", "fulfil", Words("Eigene Pflicht als erfüllt melden.", "Say that a duty is done.")
    ),
    "amend": Entry(
        "work",
        "amend",
        Words("Änderung nach der Einigung vorschlagen.", "Propose a change after agreement."),
    ),
    "deliver": Entry(
        "work", "deliver", Words("Ergebnis übergeben.", "Declare the work delivered.")
    ),
    "review": Entry(
        "work",
        "review",
        Words("Lieferung abnehmen oder zurückgeben.", "Accept or reject a delivery."),
    ),
    "cancel": Entry(
        "work",
        "cancel",
        Words("Vereinbarten Auftrag vorzeitig beenden.", "End an agreed commission early."),
    ),
    "evaluate": Entry(
        "evaluate",
        "evaluate",
        Words("Überfälligen Auftrag in die Auswertung geben.", "Evaluate one that stayed overdue."),
    ),
    "override": Entry(
        "evaluate",
        "override",
        Words("Zielerreichung von Hand setzen.", "Set an attainment by hand."),
    ),
    "assess": Entry(
        "evaluate",
        "assess",
        Words(
            "Bewerten: Erfolg, Zufriedenheit, Einflüsse.", "Assess success, satisfaction, factors."
        ),
    ),
    "lesson": Entry(
        "evaluate", "lesson", Words("Lehre festhalten.", "Write down what was learnt.")
    ),
    "action": Entry(
        "evaluate",
        "action",
        Words("Maßnahme planen oder abschließen.", "Plan or complete an action."),
    ),
    "inbox": Entry(
        "look", "inbox", Words("Was andere von mir erwarten.", "What others wait for from me.")
    ),
    "list": Entry("look", "list", Words("Aufträge auflisten.", "List commissions.")),
    "show": Entry("look", "show", Words("Einen Auftrag zeigen.", "Show one commission.")),
    "rate": Entry("look", "rate", Words("Zielerreichungsquote.", "How many goals were achieved.")),
    "factors": Entry(
        "look", "factors", Words("Förderliches und Hinderliches.", "What may help or hinder.")
    ),
    "lint": Entry("write", "lint", Words("Ziele auf SMART prüfen.", "Check goals for SMART.")),
    "explain": Entry("write", "explain", Words("Eine Regel erklären.", "Explain a rule.")),
    "lsp": Entry("write", "lsp", Words("Prüfung im Editor.", "Check goals in an editor.")),
    "serve": Entry("serve", "handover", Words("Server starten.", "Start the server."), "serve"),
    "migrate": Entry(
        "serve", "handover", Words("Datenbank einrichten.", "Prepare the database."), "migrate"
    ),
    "demo": Entry(
        "serve", "handover", Words("Alles einmal vorführen.", "See it all at work once."), "demo"
    ),
    "admin": Entry(
        "serve",
        "handover",
        Words("Organisation, Teams, Personen, Token.", "Organisation, teams, people, tokens."),
        "admin",
    ),
    "schema": Entry(
        "serve",
        "handover",
        Words("GraphQL-Schema ausgeben.", "Print the GraphQL schema."),
        "schema",
    ),
}
