"""The checker in an editor: diagnostics while typing, quick fixes on a finding.

Made with pygls (an extra); ``commands.lsp`` starts it. Positions go out in the encoding the editor
asked for. Quick fixes put in the finding's own fix; a value nobody knows stays a {slot}.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from goals.smart import Config
from goals_cli.documents import Document, read_document
from goals_cli.errors import Misused
from goals_cli.language import current, say
from goals_cli.linting import Judged, Located, judge
from goals_cli.version import version

_SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "advice": types.DiagnosticSeverity.Information,
}
# What a quick fix does with the fix of a rule; other rules' fixes are advice for people.
REPLACE = frozenset({"M203", "M205", "M211", "S114", "T502", "T508", "T510", "T511", "T515"})
PUT_DATE = frozenset({"T503", "T505", "T506", "T507", "T514"})
DROP = frozenset({"S106", "S109"})
APPEND = frozenset({"T501", "T509", "T512", "M201"})


def make_server(config: Config) -> LanguageServer:
    """A server that answers for Markdown, YAML and plain text."""
    server = LanguageServer("goals", version())

    def show(uri: str) -> None:
        document = server.workspace.get_text_document(uri)
        items = diagnostics(document.source, uri, config, server.workspace.position_codec)
        server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=items, version=document.version)
        )

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        show(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        show(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=params.text_document.uri, diagnostics=[])
        )

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def fixes(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        source = server.workspace.get_text_document(uri).source
        wanted = (params.range, params.context.diagnostics)
        return quick_fixes(source, uri, config, server.workspace.position_codec, *wanted)

    return server


def diagnostics(source: str, uri: str, config: Config, codec: Any) -> list[types.Diagnostic]:
    """The findings of a document; what makes it unreadable is a finding on its first line."""
    try:
        document, found = _judged(source, uri, config)
    except Misused as trouble:
        start = types.Position(0, 0)
        return [
            types.Diagnostic(
                types.Range(start, types.Position(0, 1)),
                trouble.message,
                severity=types.DiagnosticSeverity.Error,
                code=trouble.code,
                source="goals",
            )
        ]
    return [_diagnostic(document, one, codec) for judged in found for one in judged.located]


def quick_fixes(
    source: str,
    uri: str,
    config: Config,
    codec: Any,
    wanted: types.Range,
    shown: Sequence[types.Diagnostic],
) -> list[types.CodeAction]:
    """Edits for the findings that touch a range."""
    try:
        document, found = _judged(source, uri, config)
    except Misused:
        return []
    actions = []
    for judged in found:
        for one in judged.located:
            diagnostic = _diagnostic(document, one, codec)
            edit = edit_of(judged, one)
            if edit is None or not _touches(diagnostic.range, wanted):
                continue
            start, end, text = edit
            change = types.TextEdit(_range(document, start, end, codec), text)
            title = say("Ersetzen durch: {}", "Replace by: {}")
            if start == end:
                title = say("Ergänzen: {}", "Add: {}")
            elif not text:
                title = say("Streichen", "Remove")
            actions.append(
                types.CodeAction(
                    f"{one.finding.code}: {title.format(text.strip())}",
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[item for item in shown if item.code == one.finding.code] or None,
                    edit=types.WorkspaceEdit(changes={uri: [change]}),
                )
            )
    return actions


def edit_of(judged: Judged, one: Located) -> tuple[int, int, str] | None:
    """What a quick fix puts where: start, end, text; None when a person has to think."""
    code, fix = one.finding.code, one.finding.fix(current())
    if code in APPEND:
        return _appended(judged, fix if code.startswith("T") else f": {fix}")
    if one.end <= one.start:
        return None
    if code in REPLACE:
        return one.start, one.end, fix
    if code in PUT_DATE:
        for lead in ("bis ", "by "):
            fix = fix.removeprefix(lead)
        return one.start, one.end, fix.split(",")[0]
    if code in DROP:
        text = judged.document.text
        end = one.end + (text[one.end : one.end + 1] == " ")
        return one.start, end, ""
    return None


def _appended(judged: Judged, fix: str) -> tuple[int, int, str] | None:
    """Behind the last word of the goal, before its full stop."""
    goal = judged.sheet.answers.get("goal", judged.sheet.answers.get("text"))
    if not isinstance(goal, str) or not goal.strip():
        return None
    length = len(goal.rstrip().rstrip(".!"))
    last = judged.sheet.offset("goal", 0, length - 1)
    if last is None:
        return None
    text = fix if fix.startswith(":") else f" {fix}"
    return last + 1, last + 1, text


def _judged(source: str, uri: str, config: Config) -> tuple[Document, list[Judged]]:
    document = read_document(source, unquote(urlsplit(uri).path) or uri)
    return document, list(judge(document, dt.datetime.now().astimezone().date(), config))


def _diagnostic(document: Document, one: Located, codec: Any) -> types.Diagnostic:
    finding = one.finding
    fix = finding.fix(current())
    return types.Diagnostic(
        _range(document, one.start, one.end, codec),
        f"{finding.message(current())}\n→ {fix}",
        severity=_SEVERITY[finding.severity],
        code=finding.code,
        source="goals",
    )


def _range(document: Document, start: int, end: int, codec: Any) -> types.Range:
    """Offsets as a range in the editor's units; an empty one covers the word it stands before."""
    lines = document.text.splitlines(keepends=True) or [""]

    def place(offset: int) -> types.Position:
        line, column = document.position(offset)
        return types.Position(line - 1, column - 1)

    found = codec.range_to_client_units(lines, types.Range(place(start), place(end)))
    return found if isinstance(found, types.Range) else types.Range(place(start), place(end))


def _touches(one: types.Range, other: types.Range) -> bool:
    return (one.start.line, one.start.character) <= (other.end.line, other.end.character) and (
        other.start.line,
        other.start.character,
    ) <= (one.end.line, one.end.character)
