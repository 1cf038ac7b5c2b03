"""Is a length of time a deadline, or how long one case may take?

"Neue Website in 6 Wochen" ends once; "Anfragen in 2 Tagen beantworten" is kept for ever. The
signs of a service level: hours and minutes, cases that keep coming (Anfragen, orders), a share or
"each" of them, a verb of reply, "3 statt 5 Tage", a process "vom Eingang bis zum Versand".
"""

from goals.smart.times.durations import Amount
from goals.smart.times.expression import TimeKind
from goals.smart.times.markers import ROLES
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Words

WITHIN = word_set(
    """
    in within innerhalb binnen innert inside under unter less weniger max maximal hoechstens
    spaetestens next naechsten
    """
)
CASES = word_set(
    """
    alerts anfrage anfragen angebote anrufe antraege applicants applications approvals
    arztbriefe assignments auftraege azubis bauantraege befund befunde belege beschwerde
    beschwerden bestellung bestellungen besucher bewerber bewerberinnen bewerbung bewerbungen
    bookings briefe buchungen buerger buergerinnen bugs callback callbacks calls candidates
    cases citizens claim claims clients complaint complaints customers defects defekte
    deliveries delivery deposits e-mails eingaben eltern email emails enquiries enquiry
    entlassbriefe ergebnisse erstattungen essays expenses faelle faults fragen freigaben gaeste
    gaesten guests gutachten gutschriften hinweise hires ideen incidents inquiries invoice
    invoices joiners klassenarbeiten klausuren klienten kollegen kolleginnen kuendigungen kunden
    kundenanfragen kundenmails laborwerte leads lehrlinge letters lieferscheine lieferung
    lieferungen loans mahnungen mail mails mandanten mandate marking meldungen messages minutes
    mitarbeiter monatsabschluss neueinsteiger neukunden newcomers notrufe offers order orders
    outages pakete parcels parents patienten patients payments permits positions prescriptions
    proben protokolle pruefberichte pupils quartalsabschluss queries query questions quote
    quotes rechnung rechnungen referrals refunds reklamation reklamationen reklas repairs
    reparaturen reports request requests residents results retouren returns reviews rezepte
    rueckfragen rueckruf rueckrufe ruecksendungen samples schadenfaelle schadensmeldungen
    schaeden sendungen shipments spesenabrechnungen starters stellen stoerung stoerungen
    stornierungen students submissions suggestions suppliers supportanfragen supporttickets
    tickets timesheets vacancies vermisstenanzeigen visitors vorgaenge vorschlaege
    vulnerabilities widersprueche zeugnisse
    """
)
_CASE_TAILS = tuple(
    sorted(
        word_set(
            """
            anfragen beschwerden reklamationen antraege meldungen bestellungen rechnungen
            auftraege tickets retouren befunde bewerbungen mails anrufe abrechnungen stoerungen
            patienten faelle
            """
        )
    )
)
_REPLY_STEMS = tuple(
    sorted(
        word_set(
            """
            abgearbeit abgeschick acknowledg angebot answer antwort approv ausgestell ausliefer
            ausstell auszahl beantwort bearbeit beheb behob beliefer bescheid beschied besetz
            bezahl deliver dispatch durchlauf eingearbeit entscheid entschied entstoer erledig
            erstatt fill freigeb freigegeb geantwort gebucht geliefert geloest gemeldet
            gutgeschrieb gutschreib handl invoic korrigier leave loes mark onboard paid pay
            process quittier reagier refund regulier repair repl resolv respon return rueckmeld
            seen send sent ship triage verbucht versand versch verschick versend zugestell
            zurueckgeruf zurueckruf zustell bestaetig confirm forward weiterleit zusend zugesand
            abgesand absend zuschick scan copy kopier nachmach nachgemach issu ausgestell digitalis
            digitis digitiz verify notif benachrichtig einloes acknowl
            """
        )
    )
)
_REPLY_HEADS = frozenset(stem[:4] for stem in _REPLY_STEMS)
_ALWAYS = word_set(
    """
    jede jeder jedes jeden every each any immer always stets alle all
    """
)
_ONCE = word_set(
    """
    offenen offene open bestehenden bestehende restlichen remaining outstanding existing
    verbleibenden aufgelaufenen diese these those ausstehenden rueckstand backlog altfaelle alten

    """
)
_INSTEAD = frozenset(["statt", "anstatt", "anstelle", "instead", "rather"])
_ANCHORS = word_set("nach ab of after from following seit upon")
_CASE_ANCHORS = word_set(
    """
    eingang erhalt eintritt antrag meldung bestellung anruf anfrage eingangs wareneingang
    auftrag auftragseingang receipt referral order request starting arrival receiving purchase
    submission being joining notification reporting enquiry inquiry contact antragstellung
    bestelleingang posteingang lieferung delivery admission aufnahme entlassung discharge
    invoice invoicing rechnungseingang rechnungsstellung rechnungsdatum issue
    """
)
_EDGE = frozenset([".", ";", "!", "?"])


def judge_length(words: Words, amount: Amount) -> TimeKind:
    """What an amount of time does where it stands: a deadline, a service level, just a length."""
    begin, folded = amount.begin, words.folded
    before = folded[begin - 1] if begin else ""
    if folded[amount.stop] in {"ago", "zuvor"} or before in {"vor", "seit"}:
        return TimeKind.SINCE
    if words.context.in_deadline_field:
        return TimeKind.EVENT if _anchor(words, amount.stop) else TimeKind.DEADLINE
    lead = lead_of(words, begin)
    if lead is None:
        return TimeKind.DURATION
    if _compares_lengths(words, amount):
        return TimeKind.SERVICE_LEVEL
    left, right = _clause(words, begin, amount.stop)
    anchored = _anchor(words, amount.stop)
    if anchored == "case" or (anchored and _cases_in(words, left, lead)):
        return TimeKind.SERVICE_LEVEL
    if anchored:
        return TimeKind.EVENT
    brief = amount.unit[0] in {"d", "wd"} and amount.value <= 1
    if brief or amount.unit[0] in {"h", "min", "s"}:
        return TimeKind.SERVICE_LEVEL
    if _is_service(words, left, lead, right, amount):
        return TimeKind.SERVICE_LEVEL
    return TimeKind.DEADLINE


_BETWEEN = word_set(
    """
    von der den des dem the a an than als only nur about ca . circa etwa eines einer just at most
    jeweils no more longer gut rund knapp ungefaehr approximately roughly around c
    """
)


def lead_of(words: Words, begin: int) -> int | None:
    """The index of the word that makes an amount a limit ("in", "innerhalb von"), if any."""
    at, found = begin - 1, None
    if at > 1 and words.folded[at] in _INSTEAD and words.is_number(at - 1):
        at -= 2  # "in 3 statt 5 Tagen"
    while at >= max(0, begin - 6):
        word = words.folded[at]
        if word in WITHIN:
            found = at
        elif word not in _BETWEEN:
            break
        at -= 1
    if found is None:
        return None
    if words.folded[found] in {"under", "unter", "less", "weniger", "max", "maximal", "hoechstens"}:
        return None
    return found


def _compares_lengths(words: Words, amount: Amount) -> bool:
    """ "in 3 statt 5 Tagen", "3 days instead of 5"."""
    near = words.folded[max(0, amount.begin - 2) : amount.begin]
    return bool(_INSTEAD.intersection(near)) or words.folded[amount.stop] in _INSTEAD


def _clause(words: Words, begin: int, stop: int) -> tuple[int, int]:
    left = begin
    while left > 0 and words.folded[left - 1] not in _EDGE and begin - left < 16:
        left -= 1
    right = stop
    while right < words.count and words.folded[right] not in _EDGE and right - stop < 10:
        right += 1
    return left, right


def _anchor(words: Words, stop: int) -> str:
    """Whether "nach Eintritt", "of sign-off" follows: "case", "event" or nothing."""
    if words.folded[stop] not in _ANCHORS:
        return ""
    at = stop + 1
    while words.folded[at] in {
        "the",
        "der",
        "dem",
        "des",
        "a",
        "an",
        "einer",
        "eines",
        "einem",
        "first",
        "their",
    }:
        at += 1
    if words.folded[at] in {"now", "today", "heute", "jetzt", "sofort"} or words.is_number(at):
        return ""
    if words.folded[at] in _CASE_ANCHORS or words.folded[at].endswith(("eingang", "eintritt")):
        return "case"
    if words.folded[stop] in {"from", "ab", "seit"} and not words.capital(at):
        return ""
    if words.folded[stop] == "of" and words.folded[at] in {"work", "effort", "arbeit"}:
        return ""
    return "event" if words.folded[at][:1].isalpha() else ""


def _is_case(word: str) -> bool:
    if word in CASES:
        return True
    return len(word) > 9 and word[-5:] in _TAIL_ENDS and any(word.endswith(t) for t in _CASE_TAILS)


_TAIL_ENDS = frozenset(tail[-5:] for tail in _CASE_TAILS)


def _cases_in(words: Words, left: int, right: int) -> int:
    """Index + 1 of a noun for cases that keep coming, 0 if there is none."""
    for at in range(left, right):
        if _is_case(words.folded[at]):
            return at + 1
    return 0


def _replies(word: str) -> bool:
    return word[:4] in _REPLY_HEADS or (
        word[:3] in {"pay", "rep"} and any(word.startswith(stem) for stem in ("pay", "repl"))
    )


def _reply_verb(words: Words, left: int, right: int) -> int:
    for at in range(left, right):
        word = words.folded[at]
        if _replies(word) and any(word.startswith(stem) for stem in _REPLY_STEMS):
            return at + 1
    return 0


def _is_service(words: Words, left: int, lead: int, right: int, amount: Amount) -> bool:
    """Whether the clause speaks of cases that keep coming rather than of one result."""
    folded = words.folded
    scope = folded[left:lead]
    case = _cases_in(words, left, lead) or _cases_in(words, amount.stop, right)
    reply = _reply_verb(words, left, lead) or _reply_verb(words, amount.stop, right)
    if any(word in _ONCE for word in scope):
        return False
    if _process(words, left, lead):
        return True
    if case and _counted(words, case - 1):
        return False
    share = "%" in scope or "prozent" in scope or "percent" in scope
    always = any(word in _ALWAYS for word in (*scope, *folded[amount.stop : right]))
    if case and (share or always or reply or amount.unit[0] in {"d", "wd", "h"}):
        return True
    if always and (reply or case) and ("jede" in scope or "each" in scope or "every" in scope):
        return True
    if not reply or _one_object(words, left, lead):
        return False
    if amount.unit[0] in {"d", "wd", "h"}:
        return amount.value <= 10 or (amount.value <= 14 and _plural(words, left, lead))
    return amount.unit[0] == "w" and amount.value <= 2 and _plural(words, left, lead)


_PLURAL_ENDS = ("s", "en", "er", "el", "e")


def _plural(words: Words, left: int, lead: int) -> bool:
    """Whether the last word before the limit looks like many of them: "samples", "Muster"."""
    at = lead - 1
    return at >= left and words.folded[at].endswith(_PLURAL_ENDS) and not words.is_number(at - 1)


def _process(words: Words, left: int, lead: int) -> bool:
    """ "vom Wareneingang bis zum Versand", "from goods-in to dispatch"."""
    scope = words.folded[left:lead]
    if "vom" in scope or "von" in scope:
        return "bis" in scope and not any(words.is_number(at) for at in range(left, lead))
    return (
        "from" in scope
        and "to" in scope[scope.index("from") :]
        and not any(words.is_number(at) for at in range(left, lead))
    )


def _counted(words: Words, case: int) -> bool:
    """Whether the cases are a counted or pointed-out lot: "die 12 Anträge", "20 tickets"."""
    at = case - 1
    while at >= 0 and at > case - 4:
        if words.is_number(at):
            return words.folded[at + 1] not in {"%", "prozent", "percent"} and at + 3 > case
        if words.folded[at] in {"the", "die", "der", "den", "das"}:
            return words.folded[at - 1] not in {"%", "of", "prozent"} if at else True
        if words.folded[at] in ROLES:
            return False
        at -= 1
    return False


def _one_object(words: Words, left: int, lead: int) -> bool:
    """Whether a single thing is spoken of ("den Bericht", "the new portal")."""
    singular = {
        "den",
        "das",
        "einen",
        "ein",
        "eine",
        "a",
        "an",
        "the",
        "this",
        "dieses",
        "unser",
        "our",
        "my",
    }
    return any(word in singular for word in words.folded[left:lead])
