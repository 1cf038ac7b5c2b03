"""What the words around a time phrase make of it: until, from, since, every, or a name.

``read_marker`` walks left over articles and adverbs to the word that decides; the tables say what
each such word means.
"""

import enum
from typing import NamedTuple

from goals.smart.times.word_set import word_set
from goals.smart.times.words import Words


class Role(enum.StrEnum):
    """What the words before a time phrase say."""

    UNTIL = "until"
    BEFORE = "before"
    AT = "at"  # in, on, during: a deadline if nothing better is said
    START = "start"
    SINCE = "since"
    EVERY = "every"
    OF = "of"  # belongs to a noun: the budget for 2027
    TITLE = "title"  # Frau Mai
    BARE = "bare"


class Marker(NamedTuple):
    """The deciding word left of a phrase, and its token index (-1: none)."""

    role: Role
    place: int


ROLES: dict[str, Role] = {}
for _role, _names in (
    (
        Role.UNTIL,
        """
        bis by until till til spaetestens spaetest latest deadline termin faellig faelligkeit frist
        due zieltermin zieldatum abgabe abgabetermin liefertermin endtermin fertigstellung stichtag
        eta through thru target enddatum ziel terminiert befristet zielzeitpunkt fertig
        abgeschlossen finish complete completed done finished b4
        """,
    ),
    (Role.BEFORE, "vor before ahead prior preceding"),
    (
        Role.AT,
        """
        am im in on zum per at during waehrend over within innerhalb binnen innert zu zur inside
        across throughout
        """,
    ),
    (
        Role.START,
        """
        ab from starting beginning beginnend start beginn effective onwards fruehestens after nach
        earliest startet beginnt startend startdatum kickoff starts begins begin gueltig ongoing
        effect force commence commences commencing applies apply gilt gelten wirksam kraft
        """,
    ),
    (
        Role.SINCE,
        """
        seit since gegenueber verglichen vergleich versus vs than wie als stand compared vorjahr
        vergangenen bisher unlike relative basis baseline basisjahr referenz ausgehend vgl
        """,
    ),
    (
        Role.EVERY,
        """
        jeden jede jedes jeder jedem every each pro je jeweils immer always alle jeweiligen any
        taeglich woechentlich monatlich jaehrlich quartalsweise vierteljaehrlich halbjaehrlich
        annually yearly monthly weekly quarterly
        """,
    ),
    (Role.OF, "fuer for of aus about von vom"),
    (
        Role.TITLE,
        """
        frau herr herrn hr fr dr prof familie ms mrs mr miss mx kollege kollegin kollegen firma fa
        sir
        """,
    ),
):
    for _name in _names.split():
        ROLES[_name] = _role

_WEAK = frozenset({Role.AT})
_FILLERS = word_set(
    """
    the der dem den des die das ein einem noch erst schon etwa ca circa ungefaehr about around
    approximately roughly ganz genau exactly einschliesslich einschl inkl inclusive including and
    mit with jahres spaetens voraussichtlich wohl moeglichst possible if sometime auch wieder dann
    und zeit zeitraum course laufe lauf verlauf date datum of period jahr jahre jahren no am
    kommenden year years month monat woche week tag day close business end monats nun jetzt to up
    latest
    """
)
_LABEL_SIGNS = word_set(": - ( [ = . / ~")
_CLOCK = word_set(
    """
    uhr pm midnight mitternacht noon mittags cob eod eob morning evening abends abend mittag
    nachmittag mittagszeit
    """
)
_REACH = 9


def read_marker(words: Words, begin: int) -> Marker:
    """The word left of token ``begin`` that says what the time phrase does."""
    weak: Marker | None = None
    at = begin - 1
    floor = max(-1, begin - _REACH)
    while at > floor:
        word = words.folded[at]
        if word == ":":
            label = _opening_label(words, at)
            if label is not None:
                return label
        role = _role_at(words, at)
        if role is not None:
            decided = _decide(words, at, role)
            if decided.role not in _WEAK:
                if weak is not None and _only_weak_counts(words, decided, at):
                    return weak
                return decided
            weak = weak or decided
        elif word in _LABEL_SIGNS:
            if not _label_before(words, at):
                break
        elif not _skipped(words, at, word):
            return weak or _compound_label(words, at)
        at -= 1
    return weak or Marker(Role.BARE, -1)


def _compound_label(words: Words, at: int) -> Marker:
    """ "Umbaubeginn 1. März", "Bewerbungsschluss: 15.3."; any other word decides nothing."""
    word = words.folded[at]
    if words.capital(at) and len(word) > 7:
        if word.endswith(("beginn", "start", "auftakt", "antritt", "inkrafttreten")):
            return Marker(_limit_before(words, at) or Role.START, at)
        if word.endswith(("schluss", "termin", "frist", "datum", "ende", "abgabe")):
            return Marker(Role.UNTIL, at)
    return Marker(Role.BARE, -1)


def _limit_before(words: Words, at: int) -> Role | None:
    """ "bis zum Schulstart am 1.9.": the start of something else is the limit."""
    place = at - 1
    while place >= 0 and words.folded[place] in _LIMIT_FILLERS:
        place -= 1
    role = ROLES.get(words.folded[place]) if place >= 0 else None
    return role if role in {Role.UNTIL, Role.BEFORE} else None


_LIMIT_FILLERS = word_set("zum zur zu dem den der die das the spaetestens our naechsten next")


_PAIRS = {  # two words that together mean something else than the second alone
    ("as", "of"): Role.START,
    ("as", "at"): Role.SINCE,
    ("course", "of"): None,
    ("innerhalb", "von"): None,
    ("ahead", "of"): None,
    ("prior", "to"): None,
}


def _role_at(words: Words, at: int) -> Role | None:
    """The role of one word, ``None`` for a word that decides nothing."""
    word = words.folded[at]
    pair = (words.folded[at - 1] if at else "", word)
    if pair in _PAIRS:
        return _PAIRS[pair]
    if word == "about" or (word == "stand" and not words.capital(at)):
        return None
    return ROLES.get(word)


def _only_weak_counts(words: Words, decided: Marker, at: int) -> bool:
    """ "als im März" compares; "Ziel im März" does not need the label; "für im" is no phrase."""
    if decided.role is Role.OF:
        return True
    return decided.role is Role.EVERY and words.folded[at] in {"alle", "immer"}


def _skipped(words: Words, at: int, word: str) -> bool:
    if word in _FILLERS or word in _CLOCK or word == ",":
        return word != "," or words.folded[at - 1] in _CLOCK or words.folded[at - 1] in ROLES
    if words.is_number(at):
        return (
            words.folded[at + 1] in _CLOCK
            or (words.folded[at + 1] in {":", "am"} and not words.is_number(at - 1))
            or words.folded[at - 1] == ":"
        )
    return False


_OPENERS = {
    **dict.fromkeys(("beginn", "start", "startdatum", "auftakt", "kickoff", "begin"), Role.START),
    **dict.fromkeys(("deadline", "termin", "frist", "abgabe", "abschluss", "ende"), Role.UNTIL),
    **dict.fromkeys(("fertigstellung", "end", "completion", "finish", "due"), Role.UNTIL),
}


_LABELS = word_set("date datum faellig faelligkeit ziel target eta stand stichtag zieltermin")


def _opening_label(words: Words, at: int) -> Marker | None:
    """The label that opens a clause up to its colon: "Beginn der Umbauten: 3. Mai"."""
    for place in range(at - 1, max(-1, at - 6), -1):
        opens = place == 0 or words.folded[place - 1] in {".", ",", ";", "-", "("}
        if opens:
            role = _OPENERS.get(words.folded[place])
            return Marker(role, place) if role is not None else None
    return None


def _label_before(words: Words, at: int) -> bool:
    """Whether a sign such as ":" stands behind a label or inside a clock time or short word."""
    if at == 0:
        return False
    before = words.folded[at - 1]
    if words.folded[at] == ".":
        return before in {
            "spaet",
            "einschl",
            "ca",
            "inkl",
            "vs",
            "hr",
            "fr",
            "fa",
            "dr",
            "prof",
            "vgl",
        }
    if words.folded[at] in {"/", "~"}:
        return words.folded[at] == "~"
    if words.folded[at] in {"(", "["}:
        return before in _OPENERS or before in _LABELS
    return before in ROLES or before in {"date", "datum"} or words.is_number(at - 1)


def _decide(words: Words, at: int, role: Role) -> Marker:  # noqa: C901  one line a phrase
    """What a word means given the one before it: "not before", "no later than", "compared to"."""
    word = words.folded[at]
    before = words.folded[at - 1] if at else ""
    if word in {"than", "als"}:
        late = {"later", "spaeter"}
        role = Role.UNTIL if before in late else Role.START if before == "earlier" else role
    elif word == "wie":
        role = Role.SINCE if before not in {"so"} else Role.BARE
    elif role is Role.BEFORE:
        if before in {"not", "nicht", "never"}:
            role = Role.START
        elif before in {"or"}:
            role = Role.UNTIL
    elif word in {"with", "to", "zu", "zum"} and before in {"compared", "vergleich", "relative"}:
        role = Role.SINCE
    elif (word == "fr" and words.folded[at + 1] != ".") or (
        word in {"ziel", "target"} and words.folded[at + 1] not in {":", "-", "date", "="}
    ):
        role = Role.BARE
    elif word in {"fertig", "abgeschlossen", "done", "finish", "complete", "completed", "finished"}:
        role = Role.UNTIL if words.folded[at + 1] not in {"and", "und"} else Role.BARE
    elif word in {"start", "beginn", "kickoff", "begin"}:
        role = _limit_before(words, at) or Role.START
    elif (
        (word in {"zu", "zur"} and before == "bis")
        or (word == "by" and before in {"increase", "grow", "rise"})
        or (word in {"after", "nach"} and before in {"not", "nicht"})
    ):
        role = Role.UNTIL
    elif word == "fruehestens" or word == "earliest":
        role = Role.START
    elif word == "je" and before == "seit":
        role = Role.SINCE
    return Marker(role, at)


NAME_HEADS = word_set(
    """
    mission agenda vision strategie strategy plan programm programme program projekt project
    initiative roadmap horizont horizon europa europe windows office server sap sql expo wm em
    olympia raum room zimmer halle din en iso version release modell model budget haushalt bericht
    report katalog messe sommerfest leitbild masterplan konzept exchange sharepoint access excel
    autocad visual studio hana s4hana ausgabe edition jahrgang baujahr ziele goals sdg sdgs code
    sommer gala cup league kampagne campaign forum award preis konferenz conference summit fahrplan
    leitlinie green deal industrie industry class klasse abi abitur team zukunft deutschland austria
    germany schweiz oesterreich nachhaltigkeit digital smart fit
    """
)
ATTRIBUTED = word_set(
    """
    report reports review reviews results result numbers figures budget plan forecast roadmap
    closing okrs okr planning campaign release newsletter meeting audit campaigns targets target
    edition issue conference intake cohort catalogue catalog strategy survey statement accounts
    payroll deck update bericht abschluss zahlen ergebnis ergebnisse planung kampagne backlog batch
    invoices sales revenue programme program model season rota rate rates bonus tax returns return
    elections games olympics class version standard close process reporting abschluss
    """
)
METRIC_NOUNS = word_set(
    """
    umsatz kosten gewinn ebit ebitda absatz ergebnis marge revenue turnover sales profit costs
    ausschuss fehlerquote marktanteil
    """
)
METRIC_TAILS = (
    *("quote", "rate", "zahl", "zahlen", "kosten", "umsatz", "zeit", "index", "anteil", "menge"),
    *("verbrauch", "leistung", "ertrag", "bestand", "grad", "rendite", "zufriedenheit"),
)
REPORTED = word_set(
    """
    report bericht auswertung zahlen abschluss ergebnis ergebnisse planung forecast review
    statistik bilanz newsletter heft ausgabe figures results
    """
)
REPORT_TAILS = ("bericht", "abschluss", "auswertung", "report", "planung", "statistik", "bilanz")
