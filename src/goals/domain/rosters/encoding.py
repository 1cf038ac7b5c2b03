# ruff: noqa: N818 - an error states the fact; that it is an error shows where it is raised
"""Encoding: a file is UTF-8, with or without the mark spreadsheets put in front, or refused."""

from goals.domain.error_base import GoalsError

_MARKS = (
    (b"PK\x03\x04", "Excel (.xlsx)"),
    (b"\xd0\xcf\x11\xe0", "Excel (.xls)"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class BadEncoding(GoalsError):
    """The file is not UTF-8 but looks like {encoding} (line {line}). Save it as CSV UTF-8.

    Raised before anything is read of it: a guessed encoding would spoil names.
    """

    code = "BAD_ENCODING"
    german = (
        "Die Datei ist nicht UTF-8, sondern wohl {encoding} (Zeile {line}). Als CSV UTF-8 sichern."
    )

    def __init__(self, encoding: str, line: int) -> None:
        """Name what it looks like, and the first line that cannot be read."""
        super().__init__(("csv",))
        self.encoding, self.line = encoding, line


def decoded(data: bytes) -> str:
    """The text of a file. Raises BadEncoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise BadEncoding(encoding, 1)
    if b"\0" in data[:1_000]:
        raise BadEncoding("UTF-16", 1)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadEncoding("Windows-1252", line) from None
