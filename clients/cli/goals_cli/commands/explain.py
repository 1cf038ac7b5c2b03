"""`goals explain`: the page of a rule, with examples of how not to and how to."""

from pathlib import Path

from goals_cli import output
from goals_cli.command import argument, declare, option
from goals_cli.errors import Misused
from goals_cli.language import LANGUAGES, Words, current, say


@declare(
    "explain",
    Words(
        """Eine Regel erklären: warum es sie gibt, wie nicht, wie besser.

        Ohne Angabe: alle Regeln in einer Liste.""",
        """Explain a rule: why it is there, how not to, how to do better.

        Without a rule: all of them in a list.""",
    ),
    examples=("goals explain M204", "goals explain M204 --language de", "goals explain"),
)
@option(
    "--write",
    "folder",
    metavar="FOLDER",
    words=Words("Alle Seiten in einen Ordner schreiben.", "Write all pages into a folder."),
)
@argument(
    "code",
    required=False,
    metavar="[RULE]",
    words=Words("Kennung einer Regel.", "Code of a rule."),
)
def command(code: str | None, folder: str | None) -> None:
    """Print one page, the list, or write all pages."""
    from goals.smart.catalogue import UnknownRule, all_rules, rule
    from goals.smart.pages import page

    if folder is not None:
        _write_pages(Path(folder))
        return
    if code is None:
        rows = [
            {"rule": one.code, "severity": one.severity, "summary": summary(one)}
            for one in all_rules()
        ]
        output.data(rows)
        for row in rows:
            output.line(f"{row['rule']}  {row['summary']}")
        return
    try:
        found = rule(code)
    except UnknownRule:
        raise Misused(
            say("Die Regel {!r} gibt es nicht.", "There is no rule {!r}.").format(code[:20]),
            "goals explain",
            code="UNKNOWN_RULE",
            path=("code",),
        ) from None
    text = page(found, current())
    output.data({"rule": found.code, "severity": found.severity, "page": text})
    output.line(text.rstrip("\n"))


def summary(rule: object) -> str:
    """A rule in one line: the message in German, the first line of its page in English."""
    if current() == "de":
        messages: dict[str, str] = dict(getattr(rule, "messages", {}))
        return messages["de"].replace("{words}", "…")
    return " ".join((rule.__doc__ or "").strip().split("\n\n")[0].split())


def _write_pages(folder: Path) -> None:
    from goals.smart.catalogue import all_rules
    from goals.smart.pages import page

    try:
        for language in LANGUAGES:
            (folder / language).mkdir(parents=True, exist_ok=True)
            for rule in all_rules():
                path = folder / language / f"{rule.code}.md"
                path.write_text(page(rule, language), encoding="utf-8")
    except OSError as error:
        raise Misused(
            say("{} lässt sich nicht schreiben: {}.", "{} cannot be written: {}.").format(
                folder, error.strerror
            ),
            code="UNWRITABLE",
        ) from None
    output.note(str(folder))
