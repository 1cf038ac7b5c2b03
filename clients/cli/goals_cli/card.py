"""The card of one commission: what `goals show` prints for a person.

Order: what was promised, where it stands, what is open, what you can do now.
"""

from typing import Any

from goals_cli import output
from goals_cli.acting import nodes, party, waits_for
from goals_cli.dates import day, distance, moment
from goals_cli.hints import commands_for
from goals_cli.labels import (
    ASPECT,
    BLOCKER,
    COMMITMENT,
    DECISION,
    FIELD,
    GRADE,
    HEALTH,
    OUTCOME,
    POLARITY,
    PRIORITY,
    SIDE,
    STATE,
    STATUS,
    TIMELINESS,
    VERDICT,
    label,
)
from goals_cli.language import quoted, say
from goals_cli.numbers import percent
from goals_cli.tables import paragraph, title

Plain = dict[str, Any]


def show(commission: Plain) -> None:
    """Print the whole card."""
    revision = commission["currentRevision"]
    title(f"{commission['key']}  {commission['title']}")
    _standing(commission, revision)
    output.line()
    _five_questions(commission, revision)
    _conditions(revision)
    _smart(revision)
    if commission.get("pendingRevision"):
        _pending(commission["pendingRevision"])
    _signatures(commission.get("pendingRevision") or revision)
    _clarification(commission)
    _work(commission)
    _result(commission)
    _next(commission)


def _standing(commission: Plain, revision: Plain) -> None:
    state = label(STATE, commission["state"])
    parts = [state, label(COMMITMENT, commission.get("commitment"))]
    if commission["health"] not in ("PENDING", "CLOSED"):
        parts.append(label(HEALTH, commission["health"]))
    parts.append(say("Fassung {}", "revision {}").format(revision["number"]))
    output.line("  " + " · ".join(part for part in parts if part))
    if waits_for(commission):
        paragraph(waits_for(commission))
    if commission.get("tags"):
        output.line("  #" + " #".join(commission["tags"]))
    if commission.get("endedBecause"):
        side = label(SIDE, commission.get("endedBy"))
        text = say("Beendet ({}): {}", "Ended ({}): {}").format(side, commission["endedBecause"])
        paragraph(text)


def _five_questions(commission: Plain, revision: Plain) -> None:
    width = 15 if say("de", "en") == "de" else 13
    missing = say("(fehlt)", "(missing)")

    def answer(name: str, text: object) -> None:
        paragraph(str(text or missing), indent=0, first=f"{name:<{width}}")

    answer(say("Ziel", "Goal"), revision["goal"])
    answer(say("Nutzen", "Benefit"), revision["benefit"])
    customer = party(commission, "CUSTOMER")
    if commission.get("beneficiary"):
        customer += say(" (für {})", " (for {})").format(commission["beneficiary"])
    answer(say("Kunde", "Customer"), customer)
    answer(say("Lieferant", "Supplier"), party(commission, "SUPPLIER"))
    answer(say("Termin", "Deadline"), _deadline(commission, revision))
    for name, key in (
        (say("Hintergrund", "Background"), "background"),
        (say("Gehört dazu", "In scope"), "inScope"),
        (say("Nicht dazu", "Out of scope"), "outOfScope"),
        (say("Bleibt so", "Unchanged"), "mustNotChange"),
    ):
        if revision.get(key):
            answer(name, revision[key])
    output.line(say("Erfolgskriterien", "Success criteria"))
    for number, one in enumerate(revision["criteria"], 1):
        paragraph(_criterion(one), first=f"{number}. ")
    if not revision["criteria"]:
        output.line(f"  {missing}")


def _deadline(commission: Plain, revision: Plain) -> str:
    if not revision["deadline"]:
        return ""
    text = day(revision["deadline"])
    if commission["state"] in ("DRAFT", "CLARIFYING", "AGREED"):
        text += f" ({distance(revision['deadline'])})"
    first = commission.get("firstAgreedDeadline")
    if first and first != revision["deadline"]:
        text += say(", zuerst vereinbart: {}", ", first agreed: {}").format(day(first))
    return text


def _criterion(one: Plain) -> str:
    extra = [label(PRIORITY, one["priority"])] if one["priority"] != "MUST" else []
    latest = one.get("latestMeasurement")
    if latest:
        extra.append(
            say("zuletzt {} {} am {}", "last {} {} on {}").format(
                latest["value"], one["unit"] or "", day(latest["observedAt"])
            )
        )
    if one.get("attainment") is not None:
        extra.append(say("{} erreicht", "{} attained").format(percent(one["attainment"])))
    by_hand = one.get("override")
    if by_hand:
        text = say("von Hand {}: {}", "by hand {}: {}")
        extra.append(text.format(percent(by_hand["attainment"]), by_hand["reason"]))
    return str(one["text"]) + (f"  ({'; '.join(extra)})" if extra else "")


def _conditions(revision: Plain) -> None:
    duties = revision.get("duties") or []
    if duties:
        output.line(say("Pflichten", "Duties"))
    for number, one in enumerate(duties, 1):
        due = f", {day(one['due'])}" if one.get("due") else ""
        done = say(" ✓ erfüllt", " ✓ done") if one.get("doneAt") else ""
        paragraph(f"{one['text']} ({label(SIDE, one['side'])}{due}){done}", first=f"{number}. ")
    if revision.get("resources"):
        output.line(say("Mittel", "Resources"))
    for one in revision.get("resources") or []:
        amount = f"{one['amount']} {one['unit'] or ''}".strip() if one.get("amount") else ""
        state = label(STATUS, one["status"])
        paragraph(f"{one['text']} {amount} ({label(SIDE, one['side'])}: {state})", first="- ")
    if revision.get("risks"):
        output.line(say("Risiken und Chancen", "Risks and opportunities"))
    for one in revision.get("risks") or []:
        sign = "+" if one["nature"] == "OPPORTUNITY" else "!"
        treatment = f" → {one['treatment']}" if one.get("treatment") else ""
        paragraph(
            f"{one['text']} ({one['likelihood']}×{one['impact']}){treatment}", first=f"{sign} "
        )
    if revision.get("parties"):
        output.line(say("Beteiligte", "Interested parties"))
    for one in revision.get("parties") or []:
        paragraph(f"{one['who']}: {one['interest'] or '–'}", first="- ")


def _smart(revision: Plain) -> None:
    report = revision.get("smartReport")
    if not report:
        return
    letters = (
        (say("konkret", "specific"), report["specific"]),
        (say("messbar", "measurable"), report["measurable"]),
        (say("akzeptiert", "accepted"), report["accepted"]),
        (say("realistisch", "realistic"), report["realistic"]),
        (say("terminiert", "time-bound"), report["timeBound"]),
    )
    verdicts = ", ".join(f"{name}: {label(VERDICT, verdict)}" for name, verdict in letters)
    paragraph(f"{label(GRADE, report['grade'])} ({verdicts})", indent=0, first="SMART: ")
    for finding in report["findings"][:5]:
        fix = f" → {finding['fix']}" if finding.get("fix") else ""
        paragraph(f"{finding['message']}{fix}", first=f"{finding['rule']} ")


def _pending(revision: Plain) -> None:
    output.line()
    title(
        say("Änderung auf dem Tisch: Fassung {}", "Change on the table: revision {}").format(
            revision["number"]
        )
    )
    paragraph(str(revision.get("cause") or ""), first=say("Anlass: ", "Cause: "))
    paragraph(str(revision["goal"] or ""), first=say("Ziel: ", "Goal: "))
    paragraph(day(revision["deadline"]), first=say("Termin: ", "Deadline: "))
    for number, one in enumerate(revision["criteria"], 1):
        paragraph(str(one["text"]), first=f"{number}. ")


def _signatures(revision: Plain) -> None:
    signatures = revision.get("signatures") or []
    if signatures:
        output.line(say("Unterschriften", "Signatures"))
    for one in signatures:
        confidence = one.get("confidence")
        sure = say(", Zuversicht {} %", ", confidence {} %").format(confidence)
        said = one.get("note") or one.get("reason") or ""
        who = f"{label(SIDE, one['side'])}: {one['person']['name']}"
        paragraph(
            f"{who} {label(DECISION, one['decision'])}"
            f" {moment(one['signedAt'])}{sure if confidence is not None else ''}"
            f"{f' – {said}' if said else ''}"
        )


def _clarification(commission: Plain) -> None:
    questions = nodes(commission, "questions")
    if questions:
        output.line(say("Fragen", "Questions"))
    for number, one in enumerate(questions, 1):
        about = label(FIELD, one["field"])
        asker = f"{one['askedBy']['name']}, {about}, {label(STATUS, one['status'])}"
        paragraph(f"{one['text']} ({asker})", first=f"{number}. ")
        if one.get("answer"):
            paragraph(one["answer"], indent=5, first="→ ")
    playbacks = nodes(commission, "playbacks")
    if playbacks:
        output.line(say("Wiedergabe", "Playback"))
    for one in playbacks[-2:]:
        author = f"{one['author']['name']}, {label(STATUS, one['status'])}"
        paragraph(f"{quoted(one['text'])} ({author})")
        if one.get("correction"):
            paragraph(one["correction"], indent=5, first="→ ")


def _work(commission: Plain) -> None:
    checks = nodes(commission, "checkIns")
    if checks:
        output.line(say("Zwischenstände", "Check-ins"))
    for one in checks[-3:]:
        sure = f", {one['confidence']} %" if one.get("confidence") is not None else ""
        read = "" if one.get("acknowledgedAt") else say(" (ungelesen)", " (unread)")
        health = label(HEALTH, one["health"])
        paragraph(f"{day(one['createdAt'])} {health}{sure}{read} {one['note'] or ''}")
    standing = [one for one in nodes(commission, "blockers") if not one["closedAt"]]
    if standing:
        output.line(say("Hindernisse", "Blockers"))
    for number, one in enumerate(standing, 1):
        step = f" → {one['nextStep']}" if one.get("nextStep") else ""
        paragraph(f"{label(BLOCKER, one['kind'])}: {one['text']}{step}", first=f"{number}. ")
    for one in nodes(commission, "deliveries")[-1:]:
        text = say("Geliefert am {}. {}", "Delivered on {}. {}")
        paragraph(text.format(day(one["deliveredAt"]), one["note"] or ""), indent=0)
    for one in nodes(commission, "reviews")[-1:]:
        decision = label(DECISION, one["decision"])
        text = say("Abnahme: {} ({}). {}", "Review: {} ({}). {}")
        paragraph(text.format(decision, day(one["reviewedAt"]), one["comment"] or ""), indent=0)


def _result(commission: Plain) -> None:
    evaluation = commission.get("evaluation")
    if evaluation:
        reached = evaluation.get("attainment")
        title(
            say("Ergebnis: {}", "Result: {}").format(label(OUTCOME, evaluation["outcome"]))
            + (f" ({percent(reached)})" if reached is not None else "")
            + f", {label(TIMELINESS, evaluation['timelinessFirstAgreed'])}"
        )
    for one in commission["assessments"]:
        _assessment(one)
    seen = [_factor(one) for one in nodes(commission, "factorObservations")]
    if seen:
        paragraph("; ".join(seen), indent=0, first=say("Einflüsse: ", "Factors: "))
    for one in nodes(commission, "lessons"):
        paragraph(one["text"], indent=0, first=say("Lehre: ", "Lesson: "))
    for number, one in enumerate(nodes(commission, "actions"), 1):
        done = "✓ " if one.get("doneAt") else ""
        paragraph(
            f"{done}{one['text']} ({one['owner']['name']} {day(one['due'])})".replace(" )", ")"),
            indent=0,
            first=say("Maßnahme {}: ", "Action {}: ").format(number),
        )


def _assessment(one: Plain) -> None:
    seal = say(" (versiegelt, bis beide da sind)", " (sealed until both are in)")
    marks = [
        f"{label(ASPECT, mark['aspect'])} {mark['perceived']} ({mark['expected']})"
        for mark in one["satisfaction"]
        if mark["perceived"] is not None
    ]
    satisfied = say("Zufriedenheit von 7 (erwartet): ", "satisfaction of 7 (expected): ")
    parts = [one["person"]["name"] + (seal if one["sealed"] else "")]
    parts += [satisfied + ", ".join(marks)] if marks else []
    parts += [one["comment"]] if one["comment"] else []
    first = say("Bewertung {}: ", "Assessment, {}: ").format(label(SIDE, one["side"]))
    paragraph("; ".join(parts), indent=0, first=first)


def _factor(one: Plain) -> str:
    name = one["factor"][say("labelDe", "labelEn")]
    strength = "+" * one["strength"] if one["polarity"] == "HELPED" else "-" * one["strength"]
    return f"{label(POLARITY, one['polarity'])}: {name} ({label(SIDE, one['side'])} {strength})"


def _next(commission: Plain) -> None:
    allowed = commands_for(commission["allowedActions"], commission["key"])
    if not allowed:
        return
    output.line()
    title(say("Das können Sie jetzt tun:", "What you can do now:"))
    for text in allowed:
        output.line(f"  {text}")
