"""German words by class; verbs are in ``german_verbs``. Readers: ``lexicon``.

Heads also match as the last part of a compound ("Erstlösungsquote" ends in "quote").
"""

FUNCTION = """
der die das den dem des ein eine einen einem einer eines und oder aber sowie sondern denn doch
als wie ob dass daß wenn weil da bis von vom zu zum zur in im ins an am ans auf aus bei beim mit
nach vor für durch über unter um ohne gegen zwischen hinter neben ab seit während wegen trotz
statt anstatt innerhalb außerhalb binnen je pro per via laut gemäß inklusive inkl exkl exklusive
zzgl bzw beziehungsweise ich du er sie es wir ihr uns unser unsere unseren unserem unserer
unseres mein meine meinen meinem meiner dein deine sein seine seinen seinem seiner ihre ihren
ihrem ihrer euch euer eure mir mich dir dich ihm ihn ihnen sich man jemand wer was welche welcher
welches welchen dieser diese dieses diesen diesem jener jene jenes nicht nur auch schon noch sehr
so hier dort dann damit dabei dafür daran darauf daraus darin darüber davon dazu dadurch wobei
wodurch nämlich also ja nein bitte gern gerne mal eben nun jetzt immer wieder bereits erst
etwa ungefähr circa ca rund knapp mindestens höchstens wenigstens maximal minimal max min
spätestens frühestens derzeit aktuell heute bisher bislang momentan zurzeit künftig zukünftig
ist sind war waren wird werden wurde wurden worden sei seien hat haben habe hatte hatten kann
können könnte könnten soll sollen sollte sollten muss müssen müsste will wollen wollte möchte
möchten darf dürfen mag mögen würde würden lassen lässt dessen deren jeweils insgesamt
alle allen aller alles alle beide beiden jede jeder jedes jeden jedem kein keine keinen keinem
keiner keines gemessen gegenüber verglichen vergleich mithilfe mittels anhand zwecks sodass
indem sobald solange sofern falls z b d h u a s o v g evtl ggf dann anschließend danach
bezüglich hinsichtlich betreffend entsprechend rahmen bereich sinne zwar weder noch hinaus hin her
"""
# Words that betray German; no English word is among them.
MARKERS = """
der die das den dem des ein eine einen einem einer und oder für mit auf bei von vom zu zum zur im
ist sind wird werden nicht bis um ab seit pro je unser unsere wir ihr sich auch durch über unter
zwischen mindestens höchstens alle jede jeden keine kein neue neuen neuer bitte damit dass aus
nach vor statt ohne innerhalb binnen spätestens laut am beim ende mitte anfang soll sollen
müssen haben hat kann können sowie bzw inkl ca prozent uhr jahr jahres monat monate tage tagen
woche wochen stück mehr weniger kunden mitarbeiter mitarbeitenden team heute bisher einführen
quartal quartals stunden minuten gegenüber euro anzahl zahl
"""

WEAK = """
gut gute guter gutes guten gutem schnell schnelle schneller schnelles schnellen zügig zügige
zügigen rasch rasche raschen flott einfach einfache einfacher einfaches einfachen leicht leichte
leichten benutzerfreundlich anwenderfreundlich nutzerfreundlich kundenfreundlich
mitarbeiterfreundlich familienfreundlich bedienerfreundlich serviceorientiert kundenorientiert
effizient effektiv wirksam wirkungsvoll ordentlich vernünftig angemessen angemessene angemessenen
ausreichend ausreichende ausreichenden genügend hinreichend hinreichende adäquat adäquate
modern moderne modernen moderner modernes zeitgemäß zeitgemäße zeitgemäßen attraktiv attraktive
attraktiven attraktiver attraktives ansprechend ansprechende ansprechenden hochwertig hochwertige
hochwertigen robust robuste stabil stabile stabilen zuverlässig zuverlässige zuverlässigen
flexibel flexible flexiblen transparent transparente transparenten nachhaltig nachhaltige
nachhaltigen reibungslos reibungslose reibungslosen professionell professionelle professionellen
optimal optimale optimalen ideal ideale idealen bestmöglich bestmögliche bestmöglichen innovativ
innovative innovativen zukunftsfähig zukunftsfähige zukunftssicher zukunftssichere intuitiv
intuitive performant performante sauber saubere sauberen übersichtlich übersichtliche
übersichtlichen verständlich verständliche verständlichen klar klare klaren sinnvoll sinnvolle
sinnvollen passend passende passenden geeignet geeignete geeigneten zufriedenstellend
zufriedenstellende wettbewerbsfähig wettbewerbsfähige schlank schlanke schlanken agil agile
agilen zielgerichtet zielgerichtete proaktiv proaktive kundennah kundennahe lösungsorientiert
lösungsorientierte praxisnah praxisnahe niedrigschwellig unkompliziert unkomplizierte freundlich
freundliche freundlichen günstig günstige günstigen kostengünstig schön schöne schönen toll tolle
super prima spürbare vertrauensvoll vertrauensvolle harmonisch harmonische positiv positive
lebendig lebendige offen starke starken gesund gesunde gesunden fit glücklich zufrieden
zufriedene zufriedenen motiviert motivierte motivierten engagiert engagierte aktiv aktive
regelmäßig regelmäßige regelmäßigen häufig öfter anständig gescheit cool
entspannt entspannte angenehm angenehme wertschätzend wertschätzende
ganzheitlich ganzheitliche konsequent konsequente strukturiert strukturierte vorbildlich
nett nette netten netter nettes höflich höfliche höflichen bezahlbar bezahlbare bezahlbaren wertvoll
wertvolle wertvollen nützlich nützliche nützlichen dynamisch dynamische mühelos umfassend
umfassende umfassenden gelungen gelungene hübsch hübsche gemütlich gemütliche gemütlichen
sympathisch sympathische stimmig einladend einladende brauchbar brauchbare skalierbar
spannend spannende lecker
vernünftige vernünftigen ordentliche ordentlichen solide soliden
"""
EMPTY = """
gedöns krempel einiges allerhand thema themen ding dinge sache sachen aspekt aspekte aspekten
angelegenheit angelegenheiten zeug kram baustelle baustellen problem probleme problemen
problematik schwierigkeiten herausforderung herausforderungen potenzial potenziale potential
potentiale synergie synergien synergieeffekte maßnahme maßnahmen aktivität aktivitäten punkt
punkte punkten handlungsfeld handlungsfelder handlungsfeldern mehrwert dingen sachverhalte
sachverhalt geschichten kleinigkeiten anliegen weichen akzente impulse zukunftsthemen
optimierungspotenziale optimierungspotential optimierungspotenzial rahmenbedingungen gegebenheiten
"""
# Nouns made of verbs that are things or places.
THINGS = "pflege sicherung sicherungen regelung regelungen heizung haltung förderband"
GENERAL = """
abläufe ablauf abteilung arbeit arbeitsabläufe arbeitsweise auftritt außenauftritt außendarstellung
betrieb dienstleistung dienstleistungen führung infrastruktur it kommunikation kunden marketing
mitarbeiter mitarbeiterinnen mitarbeitenden mitarbeitende organisation prozess prozesse
prozessen prozesslandschaft service serviceleistung situation software strukturen support system
systeme team teams technik unternehmen verwaltung vertrieb
zusammenarbeit miteinander leistung leistungen digitalisierung
lösung lösungen tool tools orga stimmung image ordnung personal
betreuung versorgung öffentlichkeitsarbeit personen leute menschen nutzer
anwender teilnehmer beschäftigte beschäftigten kundinnen
"""
# Nouns too wide to be an object; and adjectives that say nothing of which one.
GENERIC = """

arbeitgeber arbeitgebers adresse partner partnern anbieter front fronten
weiterkommen fortkommen vorankommen vorwärtskommen ablauforganisation abstimmungen achtsamkeit
akzente alltag anforderung anforderungen
angebotspalette anpassung anpassungen anspruch ansprüche anstrengung anstrengungen antrieb
arbeitsalltag arbeitsklima atmosphäre aufbruch aufbruchstimmung aufmerksamkeit aufwertung
augenhöhe ausrichtung austausch außenwirkung balance basis bedarf bedürfnisse begeisterung
beitragen beziehung beziehungen bewegung blick chance chancen dialog dinger druck ebenen
eigeninitiative einbindung eindruck einklang einstellung elemente ende engagement entfaltung
entlastung entscheidung entscheidungen erfahrung erfahrungen erlebnis erscheinungsbild erwartung
erwartungen etwas expertise extrameile fahrt faktoren feedback fertigkeiten flow fähigkeit
fähigkeiten förderung führungskultur ganzer gefühl gegenwart geist gelingen gemeinschaft
gesamtbild geschichte gesicht gestaltung gewohnheiten gleichgewicht grenzen grund grundlage
grundlagen gruppe gruppen güte handeln handlung harmonie herz herzen hilfe hilfen hintergrund
ideal identität impuls informationsfluss infos innovationen inspiration institution integration
interesse interessen kompetenz können kooperation kopf köpfe kraft kräfte kreativität kulturwandel
kür lernkultur level linie lust luft macht menge methode methoden methodik mitte mittelpunkt
miteinanders modus moment mut möglichkeit möglichkeiten nachholbedarf niveau nutzen optimum ort
organisatorisches orientierung perspektive perspektiven pflicht phase philosophie position
potenzials praxis prinzip prinzipien profil prozesskette prozesslandschaft punkto
qualitätsniveau rahmen rampenlicht reife reibung rest resonanz respekt rhythmus ruhe rückenwind
sachstand selbstverständnis sicht sichtweise situationen sonstiges spirit sprung stand standards
start stellenwert stellschrauben stil struktur strukturen stärke stärken synergie takt talente tat
taten teamwork tempo themenfeld transparenz treiben trend trends tun umgebung umschwung unordnung
unterstützung ursachen verantwortung verbindung verhalten verhältnis verhältnisse verständnis
verzahnung vielfalt vision visionen voraussetzung voraussetzungen vorbild vordergrund vorgang
vorgänge vorhabens vorteile wachstum welt wert werte wesentliches wichtiges wille winkel wirkung
wissenstransfer wohl wohlbefinden wucht wunsch wünsche zeichen zeit zeiten zufriedenheiten
zugehörigkeit zusammenhalt zusammenspiel zustand zweck zwischenmenschliches krempel durcheinander
chaos drumherum kleinkram baustelle arbeitsweisen optimierungsmaßnahmen verbesserungsmaßnahmen
verbesserungspotenzial verbesserungspotenziale verbesserungsvorschläge digitalisierungsthemen
digitalisierungsprojekte verbesserung verbesserungen optimierung optimierungen einsatz ergebnis
ergebnisse ergebnissen idee ideen schritt schritte schritten fortschritt fortschritte erfolg
erfolge veränderung veränderungen änderungen dynamik projekt projekte projekten aufgabe aufgaben
vorhaben ganze ganzes haus firma laden umfeld lage zukunft gesamtsituation gesamtlage richtung
stelle weise art hinsicht schwung elan stufe gas zahn spur kurs mögliches alles allem möglichen
bereich bereiche bereichen büro standort tagesgeschäft tätigkeit tätigkeiten initiative
initiativen exzellenz mehrwert leuten dienst entwicklung fokus vorgehen umgang haltung mindset
performance output input gesamtleistung ziele ziel zielen reste anteil faktor effizienz maß
einheiten beitrag kolleginnen kollegen belegschaft abteilungen bereichs hause ansatz ansätze sinn
rolle form management chefs chef kolleg leitung transformation wandel gesamtpaket stück stücke
lösungsansätze erneuerung neuerung neuerungen modernisierung umsetzung planung abstimmung
koordination weiterentwicklung steigerung intensivierung
"""
ADJECTIVES = """
fällig fällige fertig bereit rot gelb grün blau schwarz weiß grau live online offline heute morgens
abends
mittags nachts vor

neu neue neuen neuer neues alte alten alter eigene eigenen gesamte gesamten ganz ganzen interne
internen externe externen digitale digitalen bestehende bestehenden aktuelle aktuellen wichtig
wichtige wichtigen wichtigste wichtigsten groß große großen kleine kleinen offene offenen übrige
übrigen restliche restlichen allgemein allgemeine allgemeinen generell generelle generellen
weitere weiteren weiterer sonstige sonstigen sonst nächste nächsten nächster letzte letzten
relevante relevanten nötige nötigen geplante geplanten anstehende anstehenden überfällige
besondere besonderen verschieden richtig richtige richtigen hohe hoher hohen niedrige niedrigen
volle vollen ersten früh spät lang lange kurz kurze kurzen oft sehr viel zusätzlich zusätzliche
zusätzlichen insgesamt drumherum überall innen außen unten oben möglich mögliche sämtlich anders
andere anderen notwendige notwendigen gesamter einzelne einzelnen bisschen stets irgendwo wirklich
eigentlich vernünftig komplett schriftlich namentlich
"""
VAGUE_QUANTITY = """
einige einigen einiger mehrere mehreren mehrerer viele vielen vieler verschiedene verschiedenen
verschiedener diverse diversen diverser manche manchen etliche etlichen zahlreiche zahlreichen
etwas irgendwie irgendwas irgendwann paar wenige wenigen allerlei
gewisse gewissen unterschiedliche unterschiedlichen
"""
HEDGE = """
versuchen versuche versucht hoffen hoffe hoffentlich möglichst eventuell evtl vielleicht
gegebenenfalls ggf ggfs idealerweise tunlichst bemühen bemüht bestreben bestrebt grundsätzlich
prinzipiell möglicherweise allenfalls womöglich könnte könnten wünschenswert wünschenswerterweise
bestenfalls versuchsweise nötigenfalls anvisieren prüfenswert
"""
HEDGE_PHRASES = """
soweit möglich|so weit möglich|so gut wie möglich|so gut es geht|wenn möglich|falls möglich
nach möglichkeit|nach besten kräften|wo möglich|sofern möglich|unter umständen|im idealfall
mehr oder weniger|nach bestem wissen|wenn es geht|wenn die zeit reicht|sofern machbar
soweit machbar|wenn machbar|sofern es die zeit zulässt
"""
INTENSIFIER = """
deutlich deutliche deutlichen signifikant signifikante spürbar merklich stark massiv erheblich
erhebliche wesentlich nachhaltig beträchtlich drastisch enorm kräftig substanziell substantiell
maßgeblich nennenswert sichtbar messbar weiter stetig kontinuierlich laufend ordentlich
möglichst radikal gravierend markant leicht etwas
"""
COMPARATIVE = """
besser bessere besseren besserer besseres bessre schneller schnellere schnelleren höher höhere
höheren höherer niedriger niedrigere niedrigeren kürzer kürzere kürzeren länger längere längeren
größer größere größeren kleiner kleinere kleineren stärker stärkere stärkeren schwächer günstiger
günstigere billiger billigere effizienter effizientere effektiver effektivere einfacher
einfachere einfacheren leichter leichtere häufiger öfter seltener transparenter transparentere
zufriedener zufriedenere fitter gesünder schlanker moderner modernere attraktiver attraktivere
mehr weniger zuverlässiger enger engere näher reibungsloser freundlicher schöner sauberer
sicherer sichtbarer bekannter flexibler agiler nachhaltiger professioneller übersichtlicher
verständlicher klarer pünktlicher ruhiger genauer präziser zügiger intensiver kundenfreundlicher
benutzerfreundlicher wirtschaftlicher rentabler profitabler produktiver motivierter digitaler
strukturierter geringer geringere geringeren flüssiger lieber mehr wettbewerbsfähiger robuster
stabiler jünger härter freundlichere netter gemütlicher smarter frischer entspannter glücklicher
kompetenter
"""
ABSOLUTE = """
beste besten bester bestes führend führende führenden führender marktführer marktführerin
marktführerschaft weltklasse weltbeste weltmarktführer spitzenreiter einzigartig einzigartige
einzigartigen unschlagbar unschlagbare perfekt perfekte perfekten perfektion exzellent exzellente
exzellenz erstklassig erstklassige erstklassigen herausragend herausragende herausragenden
überragend überragende technologieführer branchenprimus vorreiter vorreiterrolle spitzenklasse
spitzenposition schnellste schnellsten größte größten modernste modernsten höchste höchsten
beliebteste beliebtesten attraktivste attraktivsten unvergleichlich makellos fehlerfrei
qualitätsführer kostenführer bestmöglich bestmögliche bestmöglichen bestmöglicher optimum
leuchtturm innovationsführer unübertroffen
"""
PLACEHOLDER = "tbd tba tbc xxx xx xxxx nn yyy offenlassen todo platzhalter blabla xy xyz"
OPEN_LIST = "usw etc uvm uva ua"
OPEN_LIST_PHRASES = """
und so weiter|u s w|und vieles mehr|und vieles andere|und mehr|und andere|und ähnliches
und dergleichen|oder ähnliches|oder so|unter anderem|etc pp|und sonstiges|u v m|u a m|und co
und alles weitere|und weitere
"""
NEGATION = "nicht kein keine keinen keinem keiner keines vermeiden verhindern nie niemals nirgends"
APPROXIMATE = "ca circa zirka etwa rund ungefähr annähernd fast schätzungsweise knapp ungf gut"
PRONOUN = "es das dies dieses"
PURPOSE = "damit sodass zwecks"
EVERY = """
alle allen aller sämtliche sämtlichen sämtlicher jede jeder jedes jeden jedem ganze komplett
vollständig lückenlos ausnahmslos
"""
NONE = "kein keine keinen keinem keiner keinerlei null ohne"
EVERYBODY = "alle allen jeder jedermann jede jeden alles gesamt"
METHOD = """
gemessen laut gemäß messung befragung umfrage auswertung bericht report statistik protokoll
audit prüfprotokoll kennzahl dashboard controlling zählung erhebung stichprobe messprotokoll
nachgewiesen nachweis ermittelt ticketsystem monitoring log quelle erfasst zeiterfassung
abrechnung lieferschein prüfbericht test jahresabschluss bwa crm sap erp analytics
kundenbefragung mitarbeiterbefragung wareneingang liste messstelle feedbackbogen
"""
RESOURCE = """
budget personentage personentag arbeitstage manntage pt personalkosten mittel ressourcen kapazität
sachmittel etat fördermittel arbeitsstunden aufwand kostenrahmen investition investitionsbudget
vollzeitstelle teilzeitkraft aushilfe aushilfen materialkosten kontingent stundenkontingent
"""
SUFFICIENT = """
genügend ausreichend ausreichende ausreichenden genug hinreichend hinreichende angemessene
angemessenes nötige nötigen entsprechende entsprechendes
"""
EVENT = """
workshop workshops meeting meetings besprechung besprechungen sitzung sitzungen schulung
schulungen seminar seminare training trainings termin termine jour fixe veranstaltung
veranstaltungen treffen event events kampagne kampagnen gespräch gespräche austausch konferenz
infoveranstaltung teamtag teamtage klausur klausurtagung teambuilding abstimmung abstimmungen
brainstorming newsletter vortrag vorträge webinar webinare
"""
BASELINE = """
derzeit aktuell heute bisher bislang momentan zurzeit ist-wert istwert ausgangswert baseline
vorjahr vorjahres vorjahreswert vorjahresmonat vorjahresquartal vormonat vorquartal gegenüber
vergleich verglichen statt anstatt anstelle jetzt ausgangsbasis referenz ggü ggüb vs derzeitigen
derzeitig aktuellen bisherigen heutigen basis istzustand startwert ausgangslage
"""
COMPARATOR = """
mindestens höchstens wenigstens maximal minimal max min unter über höchstens ab bis weniger mehr
größer kleiner
"""
METRIC_HEADS = """
quote quoten rate raten zeit zeiten zahl zahlen anzahl kosten umsatz umsätze umsatzes index indizes
grad anteil anteile anteils menge mengen dauer preis preise ertrag erträge gewinn gewinne marge
margen volumen gewicht temperatur verbrauch verbrauchs ausstoß emissionen emission auslastung
verfügbarkeit ausschuss ausschusses reklamation reklamationen beschwerde beschwerden unfall
unfälle unfällen fluktuation krankenstand bestand bestände bestände rückstand rückstände
durchsatz taktzeit score punktzahl zugriffe klicks rücklauf produktivität reichweite
geschwindigkeit latenz einnahmen ausgaben spenden erlös erlöse deckungsbeitrag abfall abfälle müll
überstunden fehltage abbrüche stornos retouren leads abschlüsse abschluss ausfälle ausfall
fehler fehlern mängel nacharbeit notenschnitt durchschnittsnote durchschnitt ausbeute
schulden außenstände forderungen fehlzeiten stillstand stillstände verspätungen verspätung
wartezeit abonnenten follower besucher besucherzahlen mitgliederzahl teilnehmerzahl anmeldungen
anfragen anrufe buchungen bewerbungen belegung belegungsgrad stromverbrauch wasserverbrauch
papierverbrauch energiebedarf lagerreichweite rüstzeit liegezeit frist takt ausgabe werte
reaktionszeit zustellquote nutzung verlust verluste schwund bruch leerstand leerfahrten fahrten
papierkosten stundensatz öffnungsrate verweildauer fallzahl infektionen stürze zufriedenheitswert
ladezeit bearbeitungszeit mitglieder neukunden neukundenzahl abwanderung kündigungen bestellwert
verspätungsminuten ausfallstunden inzidenz verbräuche ausstoßes einsparung einsparungen schrott
übergabezeit überhang aufwand
"""
METRIC_NAMES = """
nps enps csat oee mttr mtbf ebit ebitda roi cac clv ctr cpl cpc ces kpi uptime conversion churn
umsatzrendite note noten pagespeed bmi lti co2 marktanteil wip throughput velocity ltv arr mrr
dso dau mau cltv ph rendite
"""
SOFT_HEADS = """
zufriedenheit qualität motivation kultur stimmung image bekanntheit effizienz effektivität
transparenz kommunikation zusammenarbeit bindung attraktivität sicherheit engagement vertrauen
service akzeptanz nachhaltigkeit flexibilität wettbewerbsfähigkeit innovationskraft klima moral
loyalität ordnung sauberkeit sichtbarkeit präsenz performance leistungsfähigkeit
kundenorientierung wissen kompetenz kompetenzen miteinander gesundheit erreichbarkeit
agilität innovation teamgeist identifikation wertschätzung kundenerlebnis auftritt usability
benutzerfreundlichkeit zuverlässigkeit verlässlichkeit bewusstsein resilienz wirtschaftlichkeit
pünktlichkeit stabilität
"""
GENERIC_METRIC = """
score wert werte kennzahl kennzahlen kpi zahl zahlen ergebnis ergebnisse leistung performance
niveau level stand ziel index
"""
ABSOLUTE_METRIC = """
verfügbarkeit zufriedenheit fehlerfreiheit sicherheit pünktlichkeit termintreue liefertreue
zuverlässigkeit ausfälle ausfallzeit ausfallzeiten fehler stillstand ausfall erreichbarkeit
genauigkeit datenqualität
"""
IDENTIFIER_HEADS = """
tempo gebiet wohnung wohnungen piste mandant
iso din en vde tüv § paragraph artikel art abs absatz satz nr nummer no raum zimmer saal etage
stock stockwerk geschoss gebäude haus halle tor rampe gate linie anlage maschine kasse platz
station schicht klasse jahrgang stufe schritt phase etappe paket arbeitspaket kapitel punkt
anhang anlage version release v windows office python java angular typo3 drupal sap oracle
postgres postgresql ios android iphone industrie gleis bus tram zug route straße str weg allee
gasse platz projekt programm agenda vision mission strategie kostenstelle konto ticket auftrag
bestellung rechnung vertrag los bauabschnitt abschnitt modul teil typ modell baureihe serie
sektor zone bereich team gruppe block seite zeile spalte abb abbildung tabelle tab top
telefon tel fax durchwahl plz postfach artikelnummer artikelnr az aktenzeichen chargennummer
charge level tier band formular formblatt covid euro4 g8 g9 sgb hgb bgb stvo dsgvo vo ordnung
lager regal fach tank silo kessel ofen presse roboter fahrzeug lkw wagen server drucker scanner
bett op kita schule gymnasium wache revier bezirk kreis leitung pumpe ventil becken feld schlag
stall acker beet parzelle kw variante option plan exchange filiale sharepoint dynamics s4
szenario bauteil baustein ebene kategorie sprint welle runde iteration folge teilprojekt
jahr kalenderwoche
"""
PROOF = """
unterschrieben unterzeichnet abgenommen bestanden zertifiziert genehmigt freigegeben erteilt
bestätigt bewilligt beschlossen verabschiedet gegengezeichnet akkreditiert quittiert
abnahmeprotokoll zertifikat freigabe unterschrift abnahme genehmigung bescheid prüfzeugnis
zulassung urkunde prüfsiegel beglaubigt auditiert übergabeprotokoll fehlerfrei
"""
ORDINAL = """
erste ersten erster erstes zweite zweiten zweiter zweites dritte dritten dritter drittes vierte
vierten vierter fünfte fünften sechste sechsten siebte siebten achte achten neunte neunten zehnte
zehnten
"""
NUMERALS = {
    "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14,
    "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90, "hundert": 100, "einhundert": 100, "zweihundert": 200,
    "dreihundert": 300, "fünfhundert": 500, "tausend": 1000, "eintausend": 1000,
    "zweitausend": 2000, "zehntausend": 10000, "dutzend": 12, "anderthalb": 1.5,
    "eineinhalb": 1.5, "zweieinhalb": 2.5, "fünfundzwanzig": 25, "fünfundsiebzig": 75,
    "zweien": 2, "dreien": 3, "null": 0,
}  # fmt: skip
FRACTIONS = {
    "selben": 1, "gleichen": 1,
    "zweite": 0.5, "zweiter": 0.5, "dritte": 1 / 3, "vierte": 0.25,
    "hälfte": 0.5, "drittel": 1 / 3, "viertel": 0.25, "fünftel": 0.2, "zehntel": 0.1,
    "dreiviertel": 0.75, "doppelt": 2, "doppelte": 2, "doppelten": 2, "dreifache": 3,
    "dreifachen": 3, "zweidrittel": 2 / 3, "halb": 0.5, "zweimal": 2, "dreimal": 3,
    "viermal": 4, "fünfmal": 5, "einmal": 1, "halbe": 0.5,
}  # fmt: skip
TIME = """
januar jänner februar feber märz april mai juni juli august september oktober november dezember
jan feb mrz apr jun jul aug sep sept okt nov dez montag dienstag mittwoch donnerstag freitag
samstag sonnabend sonntag quartal quartals quartale halbjahr kw kalenderwoche jahresende
monatsende quartalsende wochenende jahr jahre jahres jahren monat monate monats monaten woche
wochen tag tage tagen tages ende mitte anfang termin frühjahr sommer herbst winter ostern
weihnachten uhr stichtag geschäftsjahr morgen übermorgen werktag werktage werktagen arbeitstag
arbeitstage arbeitstagen täglich wöchentlich monatlich jährlich quartalsweise zeitnah
schnellstmöglich mittelfristig langfristig kurzfristig baldmöglichst demnächst umgehend
perspektivisch dauerhaft langfristigen bald asap
"""
PERSON = """
kunde kunden kundinnen mitarbeiter mitarbeiterin mitarbeitende mitarbeitenden beschäftigte
beschäftigten personen leute menschen teilnehmer teilnehmende schüler lehrkräfte patienten
patientinnen nutzer anwender azubis auszubildende kollegen kolleginnen führungskräfte eltern
kinder gäste bewohner bewerber besucher mitglieder lieferanten fahrer pflegekräfte
"""
UNITS = {
    "percent": "prozent prozentpunkte prozentpunkten pp promille",
    "money": "eur euro euros € chf franken usd dollar gbp pfund teur keur t€ cent rappen eurocent "
    "ct",
    "mass": "kg g mg t to tonne tonnen kilo kilogramm gramm zentner dt",
    "length": "m cm mm km meter metern zentimeter millimeter kilometer kilometern µm lfm",
    "area": "qm m2 m² quadratmeter hektar ha ar qkm km2",
    "volume": "l ml cl hl liter litern m3 m³ cbm kubikmeter",
    "time": "ms s sek sekunde sekunden min minute minuten std stunde stunden h tag tage tagen d "
    "woche "
    "wochen monat monate monaten jahr jahre jahren werktag werktage werktagen arbeitstag "
    "arbeitstage arbeitstagen wo mon kalendertage kalendertagen millisekunden bankarbeitstage",
    "energy": "kwh mwh gwh wh w kw mw kwp v a j kj kcal db hz khz mhz bar pa hpa lux nm",
    "temperature": "° °c grad celsius kelvin c",
    "data": "kb mb gb tb mbit gbit kbit byte mbps gbps",
    "count": "stück stk stck st mal x × punkte punkt punkten pkt sterne sternen personen leute "
    "pers "
    "ppm schritte schritten paletten zeilen seiten fälle fällen einheiten",
    "effort": "pt personentage personentagen manntage vzä fte personenstunden mannstunden "
    "personenmonate",
}
MULTIPLIERS = {
    "mio": 1e6, "million": 1e6, "millionen": 1e6, "mrd": 1e9, "milliarde": 1e9,
    "milliarden": 1e9, "tsd": 1e3, "tausend": 1e3, "k": 1e3, "hundert": 100,
}  # fmt: skip
CITIES = """
berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden
hannover nürnberg duisburg bochum wuppertal bielefeld bonn münster karlsruhe mannheim augsburg
wiesbaden mainz kassel freiburg kiel lübeck erfurt rostock potsdam jena ulm würzburg regensburg
wien graz linz salzburg innsbruck zürich bern basel genf luzern
"""
