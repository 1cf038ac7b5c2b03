"""Rosters: teams and people as a spreadsheet saves them, read from CSV with all faults at once.

A line says a team (with the team above it), a person, or a person in a team. ``reading`` turns
text into lines, ``cells`` reads one cell, ``faults`` says what is wrong and where; what a roster
changes is decided by goals.services.rosters.
"""

from goals.domain.rosters.encoding import BadEncoding, decoded
from goals.domain.rosters.faults import Faults, LineFault, RosterRefused
from goals.domain.rosters.lines import Column, Line, Roster
from goals.domain.rosters.reading import read

__all__ = [
    "BadEncoding",
    "Column",
    "Faults",
    "Line",
    "LineFault",
    "Roster",
    "RosterRefused",
    "decoded",
    "read",
]
