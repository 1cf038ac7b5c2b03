"""Cubes: by what facts are counted beforehand, one cube a file.

A **cube** cuts all facts of an organisation into **cells**. A cell has a place (the month of the
deadline first agreed, the commitment, whether it is a self-commission, and up to three keys of
the cube's own, such as a team) and up to 24 counters. All cells together are the table ``rollup``.

Cells follow the chain of events (goals.store.catching_up): of each commission that an event is
about, the cells of the old fact are taken away and those of the new one added. They have caught up
before anybody reads them, so that what is answered is always what counting all facts anew would
give; ``goals admin rollups --check`` does just that.

To add a cube:

1. write a file here with a ``Cube``: a name, the names of its counters, and a pure function that
   gives the cells of one fact: ``[((key, ...), (count, ...)), ...]``, any number of them. Counts
   are whole numbers of 64 bits that may be added: of a mean keep the sum and the number, of
   people the powers of their marks (``people``). What a fact holds is said in ``facts``;
2. name it in ``catalogue``.

That is all: ``CUBES`` has a fingerprint, and a program that finds cells made by other cubes makes
them anew at its start (`goals migrate`, `goals serve`; `goals admin rollups --rebuild` by hand).
A cube whose meaning changes gets a new name, or the old cells would pass for new ones. Read cells
with goals.store.rollups.
"""
