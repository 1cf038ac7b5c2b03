"""Issue texts: what each issue says, English and German, with how to mend it.

``{field}`` is where it lies; other placeholders are the parameters of the issue.
"""

from collections.abc import Mapping
from types import MappingProxyType

ISSUES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "NAMES_THE_PERSON": (
            "{field} names the person who is to be forgotten. Say it without the name.",
            "{field} nennt die Person, die vergessen werden soll. Bitte ohne ihren Namen.",
        ),
        "REQUIRED": ("{field} is missing; fill it in.", "{field} fehlt; bitte ausfüllen."),
        "WRONG_TYPE": ("{field} must be {expected}.", "{field} muss {expected} sein."),
        "TOO_LONG": (
            "{field} has {actual} characters; {limit} are allowed. Shorten it.",
            "{field} hat {actual} Zeichen; erlaubt sind {limit}. Bitte kürzen.",
        ),
        "TOO_MANY_BYTES": (
            "{field} takes {actual} bytes; {limit} are allowed. Shorten it.",
            "{field} braucht {actual} Bytes; erlaubt sind {limit}. Bitte kürzen.",
        ),
        "TOO_MANY": (
            "{field} has {actual} entries; {limit} are allowed. Remove some.",
            "{field} hat {actual} Einträge; erlaubt sind {limit}. Bitte einige entfernen.",
        ),
        "BAD_CHARACTER": (
            "{field} holds the character {character}, which is not allowed. Remove it.",
            "{field} enthält das unerlaubte Zeichen {character}. Bitte entfernen.",
        ),
        "TOO_MANY_MARKS": (
            "{field} has a letter with more than {limit} marks on it. Remove them.",
            "{field} hat einen Buchstaben mit mehr als {limit} Zusatzzeichen. Bitte entfernen.",
        ),
        "NOT_A_NUMBER": (
            "{field} is not a finite decimal number. Write it like 12.5.",
            "{field} ist keine endliche Dezimalzahl. Schreibweise: 12.5.",
        ),
        "TOO_MANY_DIGITS": (
            "{field} has more than {limit} digits. Round it.",
            "{field} hat mehr als {limit} Stellen. Bitte runden.",
        ),
        "NOT_AN_INTEGER": (
            "{field} is not a whole number. Write it like 12.",
            "{field} ist keine ganze Zahl. Schreibweise: 12.",
        ),
        "OUT_OF_RANGE": (
            "{field} is {actual}; it must lie between {low} and {high}.",
            "{field} ist {actual}; erlaubt ist {low} bis {high}.",
        ),
        "NOT_A_DATE": (
            "{field} is no date of the calendar. Write it like 2027-03-31.",
            "{field} ist kein Datum des Kalenders. Schreibweise: 2027-03-31.",
        ),
        "NOT_A_TIME": (
            "{field} is no time with an offset. Write it like 2027-03-31T12:00:00Z.",
            "{field} ist keine Zeit mit Zeitzone. Schreibweise: 2027-03-31T12:00:00Z.",
        ),
        "IN_THE_PAST": (
            "{field} lies in the past. Write a later time.",
            "{field} liegt in der Vergangenheit. Bitte einen späteren Zeitpunkt angeben.",
        ),
        "IN_THE_FUTURE": (
            "{field} lies in the future. Write a time that has passed.",
            "{field} liegt in der Zukunft. Bitte einen vergangenen Zeitpunkt angeben.",
        ),
        "NOT_A_PERIOD": (
            (
                "{field} is no period of the calendar. Write it like 2026, 2026-Q3, 2026-07, "
                "last-12-months or 2026-01-15..2026-03-31."
            ),
            (
                "{field} ist kein Zeitraum des Kalenders. Schreibweise: 2026, 2026-Q3, 2026-07, "
                "last-12-months oder 2026-01-15..2026-03-31."
            ),
        ),
        "ENDS_BEFORE_IT_BEGINS": (
            "{field} ends before it begins. Swap the two days.",
            "{field} endet, bevor es beginnt. Bitte die beiden Tage tauschen.",
        ),
        "PERIOD_TOO_LONG": (
            "{field} is longer than {limit} years. Shorten it.",
            "{field} umfasst mehr als {limit} Jahre. Bitte kürzen.",
        ),
        "GROUPED_BY_THE_SAME": (
            "{field} leaves one group of those that `by` asks for. Leave one of the two out.",
            "{field} lässt von dem, wonach `by` gruppiert, nur eines. Bitte eins weglassen.",
        ),
        "NOT_YET_GRADED": (
            "{field} is known from the agreement on, and stages begin before. Leave it out.",
            "{field} gibt es erst ab der Vereinbarung; Phasen beginnen davor. Bitte weglassen.",
        ),
        "NOT_BOTH": (
            "Give either {one} or {other}, not both.",
            "Bitte entweder {one} oder {other} angeben, nicht beides.",
        ),
        "CURSOR_OF_ELSEWHERE": (
            (
                "This cursor does not belong to this connection in this order. Start again without "
                "it, or use it with the order it was made for."
            ),
            (
                "Diese Marke gehört nicht zu dieser Liste in dieser Reihenfolge. Ohne sie neu "
                "beginnen oder die Reihenfolge nehmen, für die sie entstand."
            ),
        ),
        "UNSTORABLE": (
            "A text holds characters that no stored text can have. Remove them.",
            "Ein Text enthält Zeichen, die nirgends gespeichert sein können. Bitte entfernen.",
        ),
        "NESTED_TOO_DEEPLY": (
            "This selection is nested too deeply. Ask for less at once.",
            "Diese Auswahl ist zu tief verschachtelt. Bitte weniger auf einmal abfragen.",
        ),
        "UNKNOWN_FACTOR": (
            "{factor} in {field} is no factor of the catalogue. Read the catalogue again.",
            "{factor} in {field} steht nicht im Katalog der Faktoren. Bitte dort nachsehen.",
        ),
        "NOT_A_TIME_ZONE": (
            "{field} is no known time zone. Write it like Europe/Berlin.",
            "{field} ist keine bekannte Zeitzone. Schreibweise: Europe/Berlin.",
        ),
        "NOT_AN_EMAIL": (
            "{field} is no e-mail address. Write it like anna@example.org.",
            "{field} ist keine E-Mail-Adresse. Schreibweise: anna@example.org.",
        ),
        "NOT_A_URL": (
            "{field} is no web address. Write it like https://example.org/page.",
            "{field} ist keine Webadresse. Schreibweise: https://example.org/seite.",
        ),
        "NOT_A_CHOICE": (
            "{field} must be one of: {choices}.",
            "{field} muss eines hiervon sein: {choices}.",
        ),
        "ROLE_OF_PROGRAM": (
            "{field}: {program} is a program, whose role stays as it was made. Make another one.",
            "{field}: {program} ist ein Programm; seine Rolle bleibt. Bitte ein anderes anlegen.",
        ),
        "NOT_OF_TEAM": (
            "{field} does not belong to the team of that side. Name a member, or leave it out.",
            "{field} gehört nicht zum Team dieser Seite. Mitglied nennen oder weglassen.",
        ),
        "EXACTLY_ONE": (
            "Give exactly one of these: {choices}.",
            "Bitte genau eines hiervon angeben: {choices}.",
        ),
        "NOT_ONESELF": (
            "{field} is the person themselves. Name somebody else.",
            "{field} ist dieselbe Person. Bitte jemand anderen nennen.",
        ),
        "TOO_SOON": (
            "{field} must be later than the beginning and later than now.",
            "{field} muss nach dem Beginn und in der Zukunft liegen.",
        ),
        "TOO_LATE": (
            "{field} is more than {limit} days after the beginning. Choose an earlier time.",
            "{field} liegt mehr als {limit} Tage nach dem Beginn. Bitte früher ansetzen.",
        ),
        "TEAM_EMPTY": (
            "{field} names a team without active members, so nobody could answer. Choose another.",
            "{field} nennt ein Team ohne aktive Mitglieder. Bitte ein anderes wählen.",
        ),
        "SUCCESSOR_NOT_OF_TEAM": (
            "{field}: {person} does not belong to the team {team} of {commission}. Name a member.",
            "{field}: {person} gehört nicht zum Team {team} von {commission}. Mitglied nennen.",
        ),
        "SUCCESSOR_LEAVES": (
            "{field}: {person} is the one who leaves. Name somebody else.",
            "{field}: {person} scheidet selbst aus. Bitte jemand anderen nennen.",
        ),
        "SUCCESSOR_ON_OTHER_SIDE": (
            "{field}: {person} is the contact of the other side of {commission}. Name another.",
            "{field}: {person} steht bei {commission} auf der anderen Seite. Bitte anders.",
        ),
        "FORMULA": (
            "{field} begins with {character}, so a spreadsheet would run it. Remove that sign.",
            "{field} beginnt mit {character} und gälte als Formel. Bitte das Zeichen entfernen.",
        ),
        "MALFORMED_LINE": (
            "The line is no CSV: a quotation mark is not closed or not doubled. Mend it there.",
            "Die Zeile ist kein CSV: ein Anführungszeichen ist nicht geschlossen oder verdoppelt.",
        ),
        "UNKNOWN_COLUMN": (
            "{field} is no column that is known. Use: {choices}.",
            "{field} ist keine bekannte Spalte. Möglich: {choices}.",
        ),
        "NO_COLUMNS": (
            "The first line must name the columns. Use: {choices}.",
            "Die erste Zeile muss die Spalten nennen. Möglich: {choices}.",
        ),
        "TOO_MANY_CELLS": (
            "The line has {actual} cells, the first one {limit}. Put the cell in quotation marks.",
            "Die Zeile hat {actual} Zellen, die erste {limit}. Zelle in Anführungszeichen setzen.",
        ),
        "TOO_MANY_LINES": (
            "There are more than {limit} lines. Split the list.",
            "Es sind mehr als {limit} Zeilen. Bitte die Liste teilen.",
        ),
        "SAME_AS_LINE": (
            "{field} is the same as in line {first}. Keep one of the two lines.",
            "{field} steht schon in Zeile {first}. Bitte nur eine der Zeilen behalten.",
        ),
        "OTHER_THAN_LINE": (
            "{field} of {team} differs from line {first}. Make them the same.",
            "{field} von {team} weicht von Zeile {first} ab. Bitte angleichen.",
        ),
        "UNKNOWN_PARENT": (
            "{field}: there is no team {team}. Add a line for it, or mend the name.",
            "{field}: es gibt kein Team {team}. Zeile dafür ergänzen oder Namen berichtigen.",
        ),
        "TEAMS_IN_A_CIRCLE": (
            "{field} makes a circle: {circle}. Teams are a tree: change one of them.",
            "{field} ergibt einen Kreis: {circle}. Teams bilden einen Baum: bitte eines ändern.",
        ),
        "ARCHIVED_TEAM": (
            "{field}: the team {team} is archived. Name another one.",
            "{field}: das Team {team} ist archiviert. Bitte ein anderes nennen.",
        ),
        "DEACTIVATED_PERSON": (
            "{field} belongs to somebody deactivated. Reactivate the person, or remove the line.",
            "{field} gehört jemandem, der deaktiviert ist. Reaktivieren oder Zeile entfernen.",
        ),
        "SERVICE_ACCOUNT": (
            "{field} belongs to a service account, not to a person. Remove the line.",
            "{field} gehört einem Dienstkonto, keiner Person. Bitte die Zeile entfernen.",
        ),
        "NO_ADMIN_LEFT": (
            "{field}: no active admin would be left. Keep one.",
            "{field}: es bliebe keine aktive Verwaltung. Bitte eine belassen.",
        ),
        "AND_MORE": (
            "and {count} more faults. Mend these first.",
            "und {count} weitere Fehler. Bitte zuerst diese beheben.",
        ),
        "DUPLICATE": (
            "{field} is there twice; keep one of them.",
            "{field} kommt doppelt vor; bitte nur einmal angeben.",
        ),
        "BAND_NEGATIVE": (
            "{field} is {actual}; a band reaches to both sides of the target: use its half width.",
            "{field} ist {actual}; ein Band reicht um das Ziel: bitte die halbe Breite nehmen.",
        ),
        "WRONG_WAY": (
            "{field}: from {baseline} to {target} is not {direction}. Swap them, or change it.",
            "{field}: von {baseline} auf {target} ist nicht {direction}. Tauschen oder ändern.",
        ),
        "NOT_FOR_BINARY": (
            "{field} makes no sense for a yes-or-no criterion. Remove it, or make it a metric.",
            (
                "{field} passt nicht zu einem Ja-Nein-Kriterium. Entfernen oder eine Messgröße "
                "daraus machen."
            ),
        ),
        "ANSWER_MISSING": (
            "The question {field} has no answer yet. Revise the draft, then propose it again.",
            "Die Frage {field} ist noch offen. Entwurf ergänzen, dann erneut vorschlagen.",
        ),
        "REASON_MISSING": (
            "Give a reason in {field}; the other side has a right to it.",
            "Bitte in {field} einen Grund nennen; die andere Seite hat ein Recht darauf.",
        ),
        "ALTERNATIVE_MISSING": (
            "Offer an alternative in {field}, or say that none is possible.",
            "Bitte in {field} eine Alternative anbieten oder sagen, dass keine möglich ist.",
        ),
        "ALTERNATIVE_CONTRADICTS": (
            "{field} holds an alternative, yet none is said to be possible. Keep one of the two.",
            "{field} nennt eine Alternative, zugleich heißt es, keine sei möglich. Eines genügt.",
        ),
        "CONFIDENCE_MISSING": (
            "Give in {field} how likely success by the deadline is, from 0 to 100 per cent.",
            (
                "Bitte in {field} angeben, wie wahrscheinlich der Erfolg bis zum Termin ist: "
                "0 bis 100 Prozent."
            ),
        ),
        "NOTE_INSTEAD_OF_PLAYBACK": (
            (
                "There was no playback: say in {field} how you understood the commission, or "
                "play it back."
            ),
            (
                "Es gab keine Rückspiegelung: bitte in {field} sagen, wie der Auftrag verstanden "
                "wurde, oder zurückspiegeln."
            ),
        ),
        "CORRECTION_MISSING": (
            "Say in {field} what the playback gets wrong.",
            "Bitte in {field} sagen, was falsch verstanden wurde.",
        ),
        "CAUSE_MISSING": (
            "Say in {field} why the agreement must change.",
            "Bitte in {field} sagen, warum die Vereinbarung geändert werden muss.",
        ),
        "FACTOR_MISSING": (
            "Name in {field} at least one condition that led to this.",
            "Bitte in {field} mindestens eine Rahmenbedingung nennen, die dazu geführt hat.",
        ),
        "CLAIM_MISSING": (
            "The MUST criterion {criterion} has no claim in {field}. Say what was reached.",
            "Zum Muss-Kriterium {criterion} fehlt in {field} die Angabe, was erreicht wurde.",
        ),
        "JUDGEMENT_MISSING": (
            "The MUST criterion {criterion} is not judged in {field}. Say whether it is met.",
            (
                "Das Muss-Kriterium {criterion} ist in {field} nicht beurteilt. Bitte angeben, "
                "ob es erfüllt ist."
            ),
        ),
        "UNMET_MUST": (
            "The MUST criterion {criterion} is judged unmet: accept with reservations, or reject.",
            (
                "Das Muss-Kriterium {criterion} gilt als nicht erfüllt: mit Vorbehalt annehmen "
                "oder zurückweisen."
            ),
        ),
        "RESERVATION_MISSING": (
            "Say in {field} what the reservation is, or judge the criterion it concerns unmet.",
            (
                "Bitte in {field} den Vorbehalt nennen oder das betroffene Kriterium als nicht "
                "erfüllt beurteilen."
            ),
        ),
        "UNMET_MISSING": (
            "Name in {field} the criteria that are not met, so that the supplier can mend them.",
            (
                "Bitte in {field} die nicht erfüllten Kriterien nennen, damit nachgebessert werden "
                "kann."
            ),
        ),
        "UNKNOWN_CRITERION": (
            "{criterion} in {field} is no criterion of this revision. Read it again.",
            "{criterion} in {field} ist kein Kriterium dieser Fassung. Bitte neu einlesen.",
        ),
    }
)
