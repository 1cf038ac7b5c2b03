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
    "figures": Words("Auswerten", "Figures"),
    "write": Words("Ziele prüfen (ohne Server)", "Check goals (no server needed)"),
    "serve": Words("Betreiben (Paket goals[server])", "Run a server (package goals[server])"),
}

COMMANDS: dict[str, Entry] = {
    "login": Entry(
        "start", "login", Words("Server und Token merken.", "Remember a server and a token.")
    ),
    "logout": Entry(
        "start", "logout", Words("Server und Token vergessen.", "Forget server and token.")
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
    "benefit": Entry(
        "evaluate",
        "benefit",
        Words("Sagen, ob der Nutzen eingetreten ist.", "Say whether the benefit arrived."),
    ),
    "share": Entry(
        "clarify", "share", Words("Andere mitlesen lassen.", "Let others read a commission.")
    ),
    "unshare": Entry(
        "clarify",
        "share",
        Words("Nicht mehr mitlesen lassen.", "Let others read no more."),
        "unshare",
    ),
    "deputy": Entry(
        "start", "deputy", Words("Wer mich vertritt.", "Who acts for me while I am away.")
    ),
    "inbox": Entry(
        "look", "inbox", Words("Was andere von mir erwarten.", "What others wait for from me.")
    ),
    "list": Entry("look", "list", Words("Aufträge auflisten.", "List commissions.")),
    "show": Entry("look", "show", Words("Einen Auftrag zeigen.", "Show one commission.")),
    "watch": Entry("look", "watch", Words("Zusehen, was geschieht.", "Watch what happens.")),
    "history": Entry(
        "look", "history", Words("Wer hat was geändert.", "Who changed what, and when.")
    ),
    "receipt": Entry(
        "look", "receipt", Words("Quittung einer Unterschrift.", "The receipt of a signature.")
    ),
    "people": Entry("look", "people", Words("Personen auflisten.", "List people.")),
    "teams": Entry("look", "teams", Words("Teams als Baum.", "The tree of teams.")),
    "rate": Entry(
        "figures",
        "rate",
        Words("Wie oft das Ziel erreicht wurde.", "How many goals were achieved."),
    ),
    "trend": Entry("figures", "trend", Words("Ob wir besser werden.", "Whether we improve.")),
    "compare": Entry(
        "figures",
        "compare",
        Words("Zwei Gruppen oder Zeiträume vergleichen.", "Compare two groups or periods."),
    ),
    "factors": Entry(
        "figures",
        "factors",
        Words("Was hilft, hindert, fehlt.", "What helps, hinders, is missing."),
    ),
    "satisfaction": Entry(
        "figures",
        "satisfaction",
        Words("Erwartet und wahrgenommen.", "What was expected, and perceived."),
    ),
    "views": Entry("figures", "views", Words("Selbst- und Fremdbild.", "Self and other view.")),
    "smart": Entry("figures", "smart", Words("Ob SMART hilft.", "Whether SMART helps.")),
    "calibration": Entry(
        "figures",
        "calibration",
        Words("Ob Zuversichten ehrlich sind.", "Whether confidences are honest."),
    ),
    "similar": Entry(
        "figures",
        "similar",
        Words("Ob ein Termin realistisch ist.", "Whether a deadline is realistic."),
    ),
    "stages": Entry("figures", "stages", Words("Wo es liegen bleibt.", "Where it stalls.")),
    "actions": Entry(
        "figures", "actions", Words("Ob Maßnahmen wirkten.", "Whether actions changed anything.")
    ),
    "network": Entry("figures", "network", Words("Wer wem was schuldet.", "Who owes whom.")),
    "benefits": Entry(
        "figures", "benefits", Words("Ob der Nutzen eintrat.", "Whether benefits arrived.")
    ),
    "overdue": Entry("figures", "overdue", Words("Was überfällig ist.", "What is overdue.")),
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
    "audit": Entry(
        "serve",
        "handover",
        Words("Historie prüfen und ausgeben.", "Verify and export the history."),
        "audit",
    ),
    "schema": Entry(
        "serve",
        "handover",
        Words("GraphQL-Schema ausgeben.", "Print the GraphQL schema."),
        "schema",
    ),
}
