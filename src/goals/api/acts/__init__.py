"""Acts: one mutation each, in small groups of what happens together.

The one rule: translate in, call one service, translate out. Nothing is decided here; how an act
is declared is in ``declaring``.
"""
