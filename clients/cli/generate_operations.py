"""Write goals_cli/operations.py from graphql/operations.

Run as `python clients/cli/generate_operations.py` after a document has changed.
With ``--check`` nothing is written; exit 1 says that the file is not current. The wheel holds
the generated file, so that the client needs neither the repository nor a GraphQL library.
"""

import re
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parents[1] / "graphql" / "operations"
TARGET = HERE / "goals_cli" / "operations.py"

HEADING = '''"""The documents the client sends, by name. Written by generate_operations.py: edit
graphql/operations and run `python clients/cli/generate_operations.py`.
"""

'''
DEFINITION = re.compile(r"^(query|mutation)\s+([A-Za-z]\w*)", re.MULTILINE)


def render(folder: Path = SOURCES) -> str:
    """The text of operations.py for the documents in a folder.

    Raises SystemExit when a file does not hold exactly one operation named like the file.
    """
    parts = [HEADING]
    names = []
    for path in sorted(folder.glob("*.graphql")):
        text = path.read_text(encoding="utf-8")
        found = DEFINITION.findall(text)
        expected = "".join(part.capitalize() for part in path.stem.split("_"))
        if [name for _, name in found] != [expected]:
            raise SystemExit(f"{path.name} must hold one operation, named {expected}.")
        constant = path.stem.upper()
        parts.append(f'{constant} = """\\\n{_squeezed(text)}"""\n\n')
        names.append((expected, constant))
    rows = "".join(f'    "{name}": {constant},\n' for name, constant in names)
    parts.append(f"DOCUMENTS: dict[str, str] = {{\n{rows}}}\n")
    return "".join(parts)


def _squeezed(text: str) -> str:
    """Leave out comments and line breaks: neither the server nor this file needs them."""
    lines = (line.strip() for line in text.splitlines())
    words = " ".join(line for line in lines if line and not line.startswith("#"))
    words = re.sub(r" ?([{}()]) ?", r"\1", words).replace("}", "} ")
    return textwrap.fill(words, 99, break_long_words=False, break_on_hyphens=False) + "\n"


def main() -> int:
    """Write the file, or with ``--check`` only compare it."""
    text = render()
    if "--check" in sys.argv[1:]:
        return int(not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
