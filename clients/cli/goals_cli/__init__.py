"""The thin client: what a team types.

It speaks GraphQL over HTTP (``transport``, ``client``), and of the server's code it knows only
the checker ``goals.smart``. One command is one file in ``commands``.
"""
