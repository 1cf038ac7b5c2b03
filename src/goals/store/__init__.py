"""The store: the only room that knows Piccolo and the drivers.

``database`` opens either engine and hands out reads and write transactions; ``tables`` describe
the rows, ``migrations`` make them, and one module a noun writes them. Decisions are made in
goals.services, not here.
"""
