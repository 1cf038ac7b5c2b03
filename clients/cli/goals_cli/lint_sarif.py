"""Lint output as SARIF 2.1.0 (OASIS, 2020), for code hosts and editors.

Every rule that found something is described with its page; regions count code points from 1.
"""

import hashlib
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from goals.smart import Finding
from goals.smart.catalogue import rules_version
from goals.smart.pages import page
from goals.smart.rule import Rule
from goals_cli.linting import Judged, Located
from goals_cli.version import version

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {"error": "error", "warning": "warning", "advice": "note"}


def sarif(found: Iterable[Judged], language: str) -> dict[str, Any]:
    """One run over all documents."""
    rules: list[type[Rule]] = []
    results = []
    for judged in found:
        for one in judged.located:
            rule = one.finding.rule
            if rule not in rules:
                rules.append(rule)
            results.append(_result(judged, one, rules.index(rule), language))
    driver = {
        "name": "goals lint",
        "version": version(),
        "semanticVersion": rules_version(),
        "rules": [describe(rule(), language) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def describe(rule: Rule, language: str) -> dict[str, Any]:
    """A rule with its page, as ``goals explain CODE`` prints it.

    The page travels along, so there is no ``helpUri``: it would need a web address that is sure.
    """
    markdown = page(rule, language)
    summary = " ".join((rule.__doc__ or "").strip().split("\n\n")[0].split())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": rule.messages["de" if language == "de" else "en"]},
        "help": {"text": _plain(markdown), "markdown": markdown},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [rule.dimension]},
    }


def _plain(markdown: str) -> str:
    """A rule page without its marks, for readers that know no Markdown."""
    return "\n".join(line.lstrip("#> ").replace("`", "") for line in markdown.splitlines())


def _result(judged: Judged, one: Located, index: int, language: str) -> dict[str, Any]:
    document, finding = judged.document, one.finding
    line, column = document.position(one.start)
    end_line, end_column = document.position(one.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    words = document.text[one.start : one.end]
    if words:
        region["snippet"] = {"text": words}  # type: ignore[assignment]
    location = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(document.name)}, "region": region}
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": {"text": finding.message(language)},
        "locations": [location],
        "partialFingerprints": {"words/v1": _fingerprint(finding, words)},
        "properties": {"fix": finding.fix(language), "dimension": finding.dimension},
    }


def _uri(name: str) -> str:
    from urllib.parse import quote

    return "stdin" if name == "-" else quote(PurePath(name).as_posix())


def _fingerprint(finding: Finding, words: str) -> str:
    """The same for the same words under the same rule, wherever they move."""
    text = f"{finding.code} {finding.field} {' '.join(words.split())}"
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
