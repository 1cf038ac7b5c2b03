"""Labels: what people read for the values the server sends, in both languages.

A value of a newer server that is missing here is shown as it came. The words of choices typed on
the command line come from the same tables.
"""

from goals_cli.language import Words

SIDE = {
    "CUSTOMER": Words("Kunde", "customer"),
    "SUPPLIER": Words("Lieferant", "supplier"),
}
STATE = {
    "DRAFT": Words("Entwurf", "draft"),
    "CLARIFYING": Words("in Klärung", "clarifying"),
    "AGREED": Words("vereinbart", "agreed"),
    "DELIVERED": Words("geliefert", "delivered"),
    "EVALUATING": Words("in Auswertung", "evaluating"),
    "CLOSED": Words("abgeschlossen", "closed"),
    "DECLINED": Words("abgelehnt", "declined"),
    "WITHDRAWN": Words("zurückgezogen", "withdrawn"),
    "EXPIRED": Words("verfallen", "expired"),
    "CANCELLED": Words("abgebrochen", "cancelled"),
}
COMMITMENT = {
    "COMMITTED": Words("verbindlich", "committed"),
    "STRETCH": Words("ehrgeizig", "stretch"),
    "LEARNING": Words("lernend", "learning"),
}
CHECK_IN_HEALTH = {
    "ON_TRACK": Words("im-Plan", "on-track"),
    "AT_RISK": Words("gefährdet", "at-risk"),
    "OFF_TRACK": Words("nicht-im-Plan", "off-track"),
}
HEALTH = {
    "PENDING": Words("noch keine Meldung", "no report yet"),
    "ON_TRACK": Words("im Plan", "on track"),
    "AT_RISK": Words("gefährdet", "at risk"),
    "OFF_TRACK": Words("nicht im Plan", "off track"),
    "STALE": Words("Meldung fehlt", "report missing"),
    "OVERDUE": Words("überfällig", "overdue"),
    "CLOSED": Words("beendet", "over"),
}
OUTCOME = {
    "EXCEEDED": Words("übertroffen", "exceeded"),
    "ACHIEVED": Words("erreicht", "achieved"),
    "PARTLY_ACHIEVED": Words("teilweise erreicht", "partly achieved"),
    "MISSED": Words("verfehlt", "missed"),
    "NOT_ASSESSABLE": Words("nicht beurteilbar", "not assessable"),
}
TIMELINESS = {
    "EARLY": Words("früher", "early"),
    "ON_TIME": Words("pünktlich", "on time"),
    "LATE": Words("verspätet", "late"),
    "NOT_DELIVERED": Words("nicht geliefert", "not delivered"),
}
DECISION = {
    "ACCEPT": Words("unterschrieben", "signed"),
    "DECLINE": Words("abgelehnt", "declined"),
    "ACCEPTED": Words("abgenommen", "accepted"),
    "ACCEPTED_WITH_RESERVATIONS": Words("mit Vorbehalt abgenommen", "accepted with reservations"),
    "REJECTED": Words("zurückgegeben", "rejected"),
}
VERDICT = {
    "PASS": Words("ja", "yes"),
    "WARN": Words("schwach", "weak"),
    "FAIL": Words("nein", "no"),
    "UNKNOWN": Words("unbekannt", "unknown"),
}
DIMENSION = {
    "SPECIFIC": Words("konkret", "specific"),
    "MEASURABLE": Words("messbar", "measurable"),
    "ACCEPTED": Words("akzeptiert", "accepted"),
    "REALISTIC": Words("realistisch", "realistic"),
    "TIME_BOUND": Words("terminiert", "time-bound"),
}
GRADE = {
    "SMART": Words("SMART", "SMART"),
    "DRAFT_SMART": Words("SMART formuliert", "SMART as worded"),
    "ALMOST": Words("fast SMART", "almost SMART"),
    "NOT_SMART": Words("nicht SMART", "not SMART"),
}
PRIORITY = {
    "MUST": Words("muss", "must"),
    "SHOULD": Words("soll", "should"),
    "WISH": Words("Wunsch", "wish"),
}
STATUS = {
    "NEEDED": Words("benötigt", "needed"),
    "COMMITTED": Words("zugesagt", "committed"),
    "MISSING": Words("fehlt", "missing"),
    "OPEN": Words("offen", "open"),
    "ANSWERED": Words("beantwortet", "answered"),
    "WITHDRAWN": Words("zurückgezogen", "withdrawn"),
    "PENDING": Words("unbestätigt", "pending"),
    "CONFIRMED": Words("bestätigt", "confirmed"),
    "CORRECTED": Words("berichtigt", "corrected"),
}
BLOCKER = {
    "INPUT": Words("Zuarbeit", "input"),
    "DECISION": Words("Entscheidung", "decision"),
    "RESOURCE": Words("Mittel", "resource"),
    "TECHNICAL": Words("Technik", "technical"),
    "DEPENDENCY": Words("Abhängigkeit", "dependency"),
    "EXTERNAL": Words("außen", "external"),
    "OTHER": Words("anderes", "other"),
}
POLARITY = {
    "HELPED": Words("förderlich", "helped"),
    "HINDERED": Words("hinderlich", "hindered"),
    "MISSING": Words("fehlend", "missing"),
}
LOCUS = {
    "OWN": Words("eigene", "own"),
    "OTHER": Words("andere", "other"),
    "SHARED": Words("gemeinsam", "shared"),
    "EXTERNAL": Words("außen", "external"),
}
LEVEL = {
    "CULTURE": Words("Kultur", "culture"),
    "STRUCTURE": Words("Struktur", "structure"),
    "PERSON": Words("Person", "person"),
}
ASPECT = {
    "OVERALL": Words("insgesamt", "overall"),
    "RELIABILITY": Words("Verlässlichkeit", "reliability"),
    "RESPONSIVENESS": Words("Reaktion", "responsiveness"),
    "CLARITY": Words("Klarheit", "clarity"),
    "COOPERATION": Words("Zusammenarbeit", "cooperation"),
}
BENEFIT = {
    "REALISED": Words("eingetreten", "realised"),
    "PARTLY": Words("teilweise", "partly"),
    "NOT": Words("ausgeblieben", "absent"),
    "TOO_EARLY": Words("verfrüht", "early"),
}
ACTION = {
    "CHANGE": Words("ändern", "change"),
    "SUSTAIN": Words("beibehalten", "sustain"),
    "DEVELOP": Words("entwickeln", "develop"),
}
FIELD = {
    "GOAL": Words("Ziel", "goal"),
    "BENEFIT": Words("Nutzen", "benefit"),
    "CUSTOMER": Words("Kunde", "customer"),
    "SUCCESS_CRITERIA": Words("Kriterien", "criteria"),
    "DEADLINE": Words("Termin", "deadline"),
    "BACKGROUND": Words("Hintergrund", "background"),
    "SCOPE": Words("Umfang", "scope"),
    "RESOURCES": Words("Mittel", "resources"),
    "DUTIES": Words("Pflichten", "duties"),
    "RISKS": Words("Risiken", "risks"),
    "PARTIES": Words("Beteiligte", "parties"),
    "OTHER": Words("anderes", "other"),
}
GROUPING = {
    "CUSTOMER_TEAM": Words("Kunde", "customer"),
    "SUPPLIER_TEAM": Words("Lieferant", "supplier"),
    "TEAM": Words("Team", "team"),
    "PAIR": Words("Kunde und Lieferant", "customer and supplier"),
    "MONTH": Words("Monat", "month"),
    "QUARTER": Words("Quartal", "quarter"),
    "YEAR": Words("Jahr", "year"),
    "TAG": Words("Schlagwort", "tag"),
    "COMMITMENT": Words("Verbindlichkeit", "commitment"),
    "SMART_GRADE": Words("SMART-Note", "SMART grade"),
    "CUSTOMER_PERSON": Words("Person beim Kunden", "customer person"),
    "SUPPLIER_PERSON": Words("Person beim Lieferanten", "supplier person"),
}
EXPECTATION = {
    "ANSWER": Words("Frage beantworten", "answer a question"),
    "CONFIRM_PLAYBACK": Words("Wiedergabe bestätigen", "confirm the playback"),
    "PLAY_BACK": Words("neu wiedergeben", "play back again"),
    "SIGN": Words("unterschreiben", "sign"),
    "ACKNOWLEDGE": Words("Stand zur Kenntnis nehmen", "acknowledge a check-in"),
    "CHECK_IN": Words("Stand melden", "check in"),
    "FULFIL_DUTY": Words("Pflicht erfüllen", "fulfil a duty"),
    "DELIVER": Words("liefern", "deliver"),
    "REVIEW": Words("Lieferung abnehmen", "review a delivery"),
    "ASSESS": Words("bewerten", "assess"),
    "COMPLETE_ACTION": Words("Maßnahme abschließen", "complete an action"),
    "REVIEW_BENEFIT": Words("Nutzen prüfen", "review the benefit"),
}
EVENT = {
    "commission.drafted": Words("entworfen", "drafted"),
    "commission.revised": Words("neu gefasst", "revised"),
    "commission.proposed": Words("vorgelegt", "proposed"),
    "question.asked": Words("Frage gestellt", "question asked"),
    "question.answered": Words("Frage beantwortet", "question answered"),
    "question.withdrawn": Words("Frage zurückgezogen", "question withdrawn"),
    "commission.played_back": Words("wiedergegeben", "played back"),
    "playback.confirmed": Words("Wiedergabe bestätigt", "playback confirmed"),
    "playback.corrected": Words("Wiedergabe berichtigt", "playback corrected"),
    "commission.accepted": Words("unterschrieben", "signed"),
    "commission.declined": Words("abgelehnt", "declined"),
    "commission.withdrawn": Words("zurückgezogen", "withdrawn"),
    "commission.expired": Words("verfallen", "expired"),
    "commission.amended": Words("Änderung vorgeschlagen", "change proposed"),
    "commission.checked_in": Words("Stand gemeldet", "checked in"),
    "check_in.acknowledged": Words("Stand zur Kenntnis genommen", "check-in acknowledged"),
    "criterion.measured": Words("gemessen", "measured"),
    "attainment.overridden": Words("Zielerreichung gesetzt", "attainment set by hand"),
    "blocker.raised": Words("Hindernis gemeldet", "blocker raised"),
    "blocker.closed": Words("Hindernis beseitigt", "blocker closed"),
    "duty.fulfilled": Words("Pflicht erfüllt", "duty fulfilled"),
    "commission.delivered": Words("geliefert", "delivered"),
    "delivery.accepted": Words("abgenommen", "delivery accepted"),
    "delivery.rejected": Words("zurückgegeben", "delivery rejected"),
    "delivery.lapsed": Words("Abnahme ausgeblieben", "review lapsed"),
    "commission.cancelled": Words("vom Kunden abgebrochen", "cancelled by the customer"),
    "commission.revoked": Words("vom Lieferanten abgebrochen", "revoked by the supplier"),
    "commission.closed_for_evaluation": Words("zur Auswertung gegeben", "given to evaluation"),
    "commission.assessed": Words("bewertet", "assessed"),
    "commission.closed": Words("abgeschlossen", "closed"),
    "commission.texts_erased": Words("Texte nach Ablauf gelöscht", "texts erased after their time"),
    "commission.handed_over": Words("Ansprechperson gewechselt", "handed over"),
    "commission.shared": Words("zum Mitlesen freigegeben", "shared"),
    "commission.unshared": Words("Freigabe beendet", "no longer shared"),
    "smart_finding.suppressed": Words("SMART-Hinweis abgeschaltet", "SMART finding silenced"),
    "lesson.recorded": Words("Lehre festgehalten", "lesson recorded"),
    "action.planned": Words("Maßnahme geplant", "action planned"),
    "action.completed": Words("Maßnahme abgeschlossen", "action completed"),
    "benefit.reviewed": Words("Nutzen geprüft", "benefit reviewed"),
}
ROLE = {
    "MEMBER": Words("Mitglied", "member"),
    "MANAGER": Words("Führungskraft", "manager"),
    "ADMIN": Words("Verwaltung", "admin"),
}


def label(table: dict[str, Words], value: object) -> str:
    """The label of a value; the value itself when it is unknown, nothing for none."""
    if value is None:
        return ""
    return str(table[str(value)]) if str(value) in table else str(value)
