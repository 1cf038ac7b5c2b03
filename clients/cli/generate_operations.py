"""Write goals_cli/operations.py from graphql/operations.

Run as `python clients/cli/generate_operations.py` after a document has changed.
With ``--check`` nothing is written; exit 1 says that the file is not current. The wheel holds
the generated file, so that the client needs neither the repository nor a GraphQL library.
"""

import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parents[1] / "graphql" / "operations"
TARGET = HERE / "goals_cli" / "operations.py"

HEADING = '''"""The documents the client sends, by name. Written by generate_operations.py: edit
graphql/operations and run `python clients/cli/generate_operations.py`.
"""

'''
DEFINITION = re.compile(r"^(query|mutation|subscription)\s+([A-Za-z]\w*)", re.MULTILINE)


def render(folder: Path = SOURCES) -> str:
    """The text of operations.py for the documents in a folder.

    Raises SystemExit when a file does not hold exactly one operation named like the file.
    """
    documents = {}
    for path in sorted(folder.glob("*.graphql")):
        text = path.read_text(encoding="utf-8")
        expected = "".join(part.capitalize() for part in path.stem.split("_"))
        if [name for _, name in DEFINITION.findall(text)] != [expected]:
            raise SystemExit(f"{path.name} must hold one operation, named {expected}.")
        documents[expected] = _squeezed(text)
    shared = _shared(documents.values())
    parts = [HEADING]
    for mark, block in shared.items():
        parts.append(f'{_constant(mark)} = """\\\n{_wrapped(block)}"""\n\n')
    for name, text in documents.items():
        for mark, block in shared.items():
            text = text.replace(block, mark)
        parts.append(f'{_constant(name)} = """\\\n{_wrapped(text)}"""\n\n')
    parts.append(_footing(list(documents), list(shared)))
    return "".join(parts)


def _shared(texts: Iterable[str]) -> dict[str, str]:
    """The selections that several documents repeat word for word, by a mark to stand for them."""
    found = Counter(
        text[match.start() : _closing(text, match.end())]
        for text in texts
        if text.startswith("mutation")
        for match in re.finditer(r"\b(?:commission|errors)\{", text)
    )
    often = [block for block, count in found.items() if count > 2]
    return {f"<{block.partition('{')[0]}>": block for block in often}


def _closing(text: str, start: int) -> int:
    """The place behind the brace that closes the one before ``start``."""
    depth, place = 1, start
    while depth:
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        place += 1
    return place


def _footing(names: list[str], marks: list[str]) -> str:
    rows = "".join(f'    "{name}": {_constant(name)},\n' for name in names)
    fills = "".join(f'.replace("{mark}", {_constant(mark)})' for mark in marks)
    return (
        f"_WITH_MARKS = {{\n{rows}}}\n\n"
        "DOCUMENTS: dict[str, str] = {\n"
        f"    name: text{fills}\n    for name, text in _WITH_MARKS.items()\n}}\n"
    )


def _constant(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip("<>")).upper()


def _wrapped(words: str) -> str:
    return textwrap.fill(words, 99, break_long_words=False, break_on_hyphens=False) + "\n"


def _squeezed(text: str) -> str:
    """Leave out comments and line breaks: neither the server nor this file needs them."""
    lines = (line.strip() for line in text.splitlines())
    words = " ".join(line for line in lines if line and not line.startswith("#"))
    words = re.sub(r" ?([{}()]) ?", r"\1", words).replace("}", "} ")
    words = words.replace("} }", "}}")
    return words.strip()


def main() -> int:
    """Write the file, or with ``--check`` only compare it."""
    text = render()
    if "--check" in sys.argv[1:]:
        return int(not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
