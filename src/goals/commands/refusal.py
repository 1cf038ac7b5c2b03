"""Refusals of the server's commands that no act of the trade knows."""


class Refusal(Exception):  # noqa: N818 - an answer to a person, thrown
    """A command cannot be done; the text says why and what to type instead, in their language."""
