# ruff: noqa: N818 - an error states the fact; that it is an error shows where it is raised
"""Faults of storage, identity and set-up: nothing the trade decides.

Engines' own texts never get into a message, because they leak values. Refusals by the rules of
the trade are in ``refusals``.
"""

from goals.domain.error_base import GoalsError


class Unauthenticated(GoalsError):
    """A valid token is needed. Log in with `goals login`, or send one as a bearer token.

    Raised for a missing, unknown, expired or revoked token; which of these is not said.
    """

    code = "UNAUTHENTICATED"
    german = "Es braucht einen gültigen Zugangsschlüssel. Anmelden mit `goals login`."


class RateLimited(GoalsError):
    """Too much was asked for in too short a time. Repeat it after {seconds} seconds.

    Raised for a token whose points are spent, and for an address that tried in vain too often.
    """

    code = "RATE_LIMITED"
    german = "In zu kurzer Zeit wurde zu viel verlangt. Nach {seconds} Sekunden wiederholen."

    def __init__(self, seconds: int) -> None:
        """Say after how many seconds there is room."""
        super().__init__()
        self.seconds = seconds


class ProviderAway(GoalsError):
    """Your identity provider cannot be asked now. Try again in a minute, or use a goals token.

    Raised where the keys of the provider are unknown, or older than they may be.
    """

    code = "PROVIDER_AWAY"
    german = (
        "Der Anmeldedienst antwortet gerade nicht. In einer Minute erneut versuchen oder ein"
        " Token von goals benutzen."
    )


class IdempotencyMismatch(GoalsError):
    """This Idempotency-Key was used for another request. Send a new key with a new request.

    Keys live for 24 hours per token.
    """

    code = "IDEMPOTENCY_MISMATCH"
    german = "Dieser Idempotency-Key gehört zu einer anderen Anfrage. Bitte einen neuen senden."


class IdempotencyRunning(GoalsError):
    """The request with this Idempotency-Key is still running. Repeat it in a moment.

    The answer will be the stored one once the first request has ended.
    """

    code = "IDEMPOTENCY_RUNNING"
    german = "Die Anfrage mit diesem Idempotency-Key läuft noch. Bitte gleich wiederholen."


class StorageError(GoalsError):
    """The database cannot do this now. Try again later, or tell your administrator.

    The base of faults of the database.
    """

    code = "STORAGE"
    german = "Die Datenbank kann das gerade nicht. Später erneut versuchen oder Bescheid geben."


class DatabaseUnavailable(StorageError):
    """The database does not answer ({reason}). Nothing was changed; try again in a moment.

    Raised for a lost, refused or busy database before anything was committed.
    """

    code = "DATABASE_UNAVAILABLE"
    german = "Die Datenbank antwortet nicht ({reason}). Nichts geändert; gleich erneut versuchen."

    def __init__(self, reason: str = "") -> None:
        """Take a short reason without any stored value."""
        super().__init__()
        self.reason = reason


class OutcomeUnknown(StorageError):
    """The connection broke at commit; the act may have happened. Repeat with the same key.

    Raised when nobody can say whether a transaction was committed. The Idempotency-Key of the
    request makes repeating it safe.
    """

    code = "OUTCOME_UNKNOWN"
    german = (
        "Die Verbindung riss beim Abschluss; vielleicht ist es geschehen. Mit demselben "
        "Schlüssel wiederholen."
    )


class ReadOnlyDatabase(StorageError):
    """The database can only be read. Make its file or server writable, then try again.

    Raised for a read-only file, a full disk, or a standby server.
    """

    code = "DATABASE_READ_ONLY"
    german = "Die Datenbank ist nur lesbar. Datei oder Server schreibbar machen, dann wiederholen."


class DiskFull(StorageError):
    """The disk of the database is full. Nothing was changed; make room, then try again.

    Raised for a full disk or a reached quota.
    """

    code = "DISK_FULL"
    german = "Der Datenträger der Datenbank ist voll. Nichts geändert; Platz schaffen."


class DatabaseDamaged(StorageError):
    """The database file is damaged or no database. Restore a backup of it.

    Raised when the engine calls the file malformed or encrypted.
    """

    code = "DATABASE_DAMAGED"
    german = "Die Datenbankdatei ist beschädigt oder keine. Bitte eine Sicherung einspielen."


class SchemaTooNew(StorageError):
    """The database has schema {actual}, this program knows up to {known}. Update the program.

    Raised before anything is read, so that an old program cannot harm newer data.
    """

    code = "SCHEMA_TOO_NEW"
    german = "Die Datenbank hat Schema {actual}, bekannt ist {known}. Bitte Programm erneuern."

    def __init__(self, actual: int, known: int) -> None:
        """Take the number of the last step applied and of the last one known."""
        super().__init__()
        self.actual, self.known = actual, known


class SchemaTooOld(StorageError):
    """The database has schema {actual}, this program needs {known}. Run `goals migrate`.

    Raised when a server starts on a database that it must not migrate by itself.
    """

    code = "SCHEMA_TOO_OLD"
    german = "Die Datenbank hat Schema {actual}, nötig ist {known}. Bitte `goals migrate` starten."

    def __init__(self, actual: int, known: int) -> None:
        """Take the number of the last step applied and of the last one known."""
        super().__init__()
        self.actual, self.known = actual, known


class SchemaChanged(StorageError):
    """Step {step} of the schema was applied in another form. Use the release that made this one.

    Raised when the checksum of an applied migration differs from the one in this program.
    """

    code = "SCHEMA_CHANGED"
    german = "Schritt {step} des Schemas weicht ab. Bitte das Programm nutzen, das ihn anlegte."

    def __init__(self, step: str) -> None:
        """Name the step whose checksum differs."""
        super().__init__()
        self.step = step


class UnusableCursor(GoalsError):
    """Nothing can be resumed from this cursor: it is unknown or too old. Read anew, without it.

    Raised for a cursor that was made up, is of another organisation, or lies further back than a
    subscription replays.
    """

    code = "BAD_USER_INPUT"
    german = (
        "Von diesem Cursor aus geht es nicht weiter: Er ist unbekannt oder zu alt. "
        "Den Stand neu lesen und ohne ihn beginnen."
    )


class FellBehind(GoalsError):
    """The events were taken too slowly. Subscribe again from the last cursor, or read anew.

    Raised to a subscriber who is further behind than a subscription replays.
    """

    code = "FELL_BEHIND"
    german = (
        "Die Ereignisse wurden zu langsam abgenommen. Vom letzten Cursor aus neu abonnieren "
        "oder den Stand neu lesen."
    )


class UnusableKey(GoalsError):
    """{file} holds no Ed25519 key that can be read. Make one: goals audit key create FILE.

    Raised for the key that signs checkpoints and receipts, and for the one that checks them.
    """

    code = "UNUSABLE_KEY"
    german = (
        "{file} enthält keinen lesbaren Ed25519-Schlüssel. Neu anlegen: goals audit key create FILE"
    )

    def __init__(self, file: str) -> None:
        """Name the file, or what was given instead of one."""
        super().__init__()
        self.file = file
