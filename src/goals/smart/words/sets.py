"""Sets of words written as prose: one string, split at its spaces."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set for looking up."""
    return frozenset(words.split())
