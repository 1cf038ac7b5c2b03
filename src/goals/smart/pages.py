"""Rule pages: what ``goals explain`` prints, made from the rules themselves.

A rule's docstring has fixed headings (Why, Warum, Bad, Good, Leaves alone); ``sections`` reads
them, ``page`` renders Markdown in German or English, ``parse_example`` turns an example back into
a draft, so that tests can run it.
"""

import re
from collections.abc import Iterator

from goals.smart.fields import CriterionText, Draft
from goals.smart.rule import Rule

_HEADING = re.compile(r"\b(Why|Warum|Bad|Good|Leaves alone)(?: \((de|en)\))?:\s*")
_LABELS = {
    "kriterium": "criteria", "criterion": "criteria", "nutzen": "benefit", "benefit": "benefit",
    "kunde": "customer", "customer": "customer", "ressourcen": "resources",
    "resources": "resources", "termin": "deadline", "deadline": "deadline", "ziel": "goal",
    "goal": "goal",
}  # fmt: skip
_SEVERITY = {
    "de": {"error": "Fehler", "warning": "Warnung", "advice": "Hinweis"},
    "en": {"error": "error", "warning": "warning", "advice": "advice"},
}
_DIMENSION = {
    "de": {"specific": "konkret", "measurable": "messbar", "accepted": "akzeptiert",
           "realistic": "realistisch", "timeBound": "terminiert"},
    "en": {"specific": "specific", "measurable": "measurable", "accepted": "accepted",
           "realistic": "realistic", "timeBound": "time-bound"},
}  # fmt: skip


def sections(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """The docstring's parts as (heading, language or "", text); the first has no heading."""
    doc = rule.__doc__ or ""
    matches = list(_HEADING.finditer(doc))
    yield "", "", " ".join(doc[: matches[0].start() if matches else None].split())
    for match, after in zip(matches, [*matches[1:], None], strict=True):
        text = doc[match.end() : after.start() if after else None]
        yield match[1], match[2] or "", " ".join(text.split())


def examples(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """The examples as ("Bad" or "Good", language, text)."""
    for heading, language, text in sections(rule):
        if heading in ("Bad", "Good") and language:
            yield heading, language, text


def parse_example(text: str, language: str) -> Draft:
    """A draft from "goal | Kriterium: … | Termin: …"; without bars a plain sentence."""
    goal, *parts = (part.strip() for part in text.split("|"))
    if not parts:
        return Draft(goal=goal, language=language, plain=True)
    fields: dict[str, str] = {}
    criteria: list[CriterionText] = []
    for part in parts:
        label, _, value = part.partition(":")
        name = _LABELS[label.strip().lower()]
        if name == "criteria":
            criteria.append(CriterionText(value.strip()))
        else:
            fields[name] = value.strip()
    return Draft(
        goal=goal,
        language=language,
        benefit=fields.get("benefit"),
        customer=fields.get("customer"),
        deadline=fields.get("deadline"),
        resources=tuple(filter(None, [fields["resources"]])) if "resources" in fields else None,
        criteria=tuple(criteria),
    )


def page(rule: Rule, language: str) -> str:
    """One rule as Markdown; ``language`` is "de" or "en"."""
    language = "de" if language == "de" else "en"
    german = language == "de"
    parts = {(heading, of): text for heading, of, text in sections(rule)}
    summary = parts["", ""]
    why = parts.get(("Warum", ""), "") if german else parts.get(("Why", ""), "")
    message = _plain(rule.messages[language])
    lines = [
        f"# {rule.code} `{rule.name}`",
        "",
        message if german else summary,
        "",
        f"- {'Dimension' if german else 'dimension'}: {_DIMENSION[language][rule.dimension]}",
        f"- {'Schwere' if german else 'severity'}: {_SEVERITY[language][rule.severity]}",
    ]
    if rule.data:
        lines.append(
            "- geprüft an den Daten des Auftrags, nicht am Text"
            if german
            else "- judged from the commission's records, not from its text"
        )
    lines += ["", f"## {'Warum' if german else 'Why'}", "", why or message]
    for heading, title in (
        (("Bad", "Nicht so"), ("Good", "Besser"))
        if german
        else (
            ("Bad", "Bad"),
            ("Good", "Good"),
        )
    ):
        lines += ["", f"## {title}", "", f"> {parts.get((heading, language), '–')}"]
    lines += ["", f"## {'Abhilfe' if german else 'Fix'}", "", f"    {_plain(rule.fixes[language])}"]
    alone = parts.get(("Leaves alone", ""))
    if alone and not german:
        lines += ["", "## Leaves alone", "", alone]
    return "\n".join(lines) + "\n"


def _plain(template: str) -> str:
    """A message without the words it will quote."""
    return template.replace("„{words}“", "„…“").replace("“{words}”", "“…”")
