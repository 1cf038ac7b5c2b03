"""Scopes: what a token may be used for, whatever the role of whoever holds it.

``SCOPE_OF`` says which scope an act on a commission needs; acts of administration need ADMIN,
and whatever is read needs READ. A scope never gives more than the role: it only takes away.
"""

from goals.domain.acts import Act
from goals.domain.words import Word


class Scope(Word):
    """What a token may be used for."""

    READ = "READ", "Read all that the holder may see."
    MEASURE = "MEASURE", "Record measured values."
    ACT = "ACT", "Do every act on a commission but measuring."
    ADMIN = "ADMIN", "Make tokens, and administer as far as the role of the holder allows."


class PersonKind(Word):
    """Whether a human being or a program stands behind a name."""

    HUMAN = "HUMAN", "A human being, who can sign."
    SERVICE = "SERVICE", "A program: it reads and measures, and is never counted among people."


SCOPE_OF: dict[Act, Scope] = dict.fromkeys(Act, Scope.ACT) | {Act.MEASURE: Scope.MEASURE}
SCOPES_OF_KIND: dict[PersonKind, frozenset[Scope]] = {
    PersonKind.HUMAN: frozenset(Scope),
    PersonKind.SERVICE: frozenset({Scope.READ, Scope.MEASURE}),
}
EVERY_SCOPE = frozenset(Scope)
