"""German verbs by what a goal does with them; infinitives, inflected by ``morphology``.

A detached prefix is joined before look-up ("hebt … an" = anheben). Readers: ``lexicon``.
"""

UP = """
anheben ansteigen aufstocken ausweiten erhöhen ausbauen heben hochbringen hochdrehen hochfahren
hochschrauben hochsetzen hochtreiben maximieren mehren raufsetzen raufbringen steigen steigern
vergrößern verlängern vermehren wachsen zulegen zunehmen hinzugewinnen
"""
DOWN = """
abbauen abnehmen absenken dezimieren drosseln drücken eindämmen einsparen ersparen fallen
herabsetzen herunterbringen herunterfahren kürzen mindern minimieren reduzieren runterbringen
runterdrücken runterfahren runtersetzen runterkommen schmälern schrumpfen senken sinken sparen
verkleinern verknappen verkürzen vermindern verringern zurückfahren zurückgehen zurückschrauben
verschlanken abschmelzen
"""
BETTER = """
aufpeppen aufpolieren aufwerten ausbalancieren beschleunigen effektivieren entbürokratisieren
entschlacken flexibilisieren harmonisieren intensivieren modernisieren optimieren
perfektionieren professionalisieren stabilisieren steigern straffen verbessern vereinfachen
verfeinern verschönern verstärken voranbringen vorantreiben weiterentwickeln nachbessern
aufmöbeln ertüchtigen entlasten glätten anpassen überarbeiten
"""
MULTIPLE = """
verdoppeln verdreifachen vervierfachen verfünffachen verzehnfachen vervielfachen halbieren
dritteln vierteln
"""
STATE = """
angehen anstoßen ausrichten auseinandersetzen befähigen begeistern begleiten beitragen bemühen
beschäftigen betreuen einbinden einbringen engagieren ermutigen festigen fokussieren fordern
forcieren fördern garantieren gewährleisten inspirieren kümmern leben managen mitnehmen
mitwirken motivieren optimieren positionieren profilieren pushen sensibilisieren stärken
thematisieren unterstützen vernetzen vorankommen vorleben wertschätzen würdigen etablieren
sichern sicherstellen verankern pflegen dranbleiben anpacken handhaben regeln hinbekommen
hinkriegen aktivieren befassen aufarbeiten bewältigen
"""
DELIVER = """
abarbeiten abbilden abdichten abdecken abgeben abhaken abholen ablegen ablösen abrechnen abreißen
abschaffen abschalten abschicken abschließen absenden abstellen abstimmen abwickeln aktualisieren
akquirieren anbauen anbieten anbinden anbringen anfertigen anlegen anliefern anmelden annehmen
anordnen anpflanzen anrufen anschaffen anschließen ansiedeln anstellen anstreichen antworten
anwerben anwenden archivieren aufarbeiten aufbauen aufhängen aufladen auflösen aufnehmen
aufräumen aufrichten aufsetzen aufstellen ausbessern ausbilden ausfüllen ausgeben aushandeln
aushändigen ausheben auskleiden ausladen ausliefern ausmisten ausmustern ausrollen ausrüsten
ausschalten ausschreiben ausstatten ausstellen austauschen auswählen auswerten auszahlen
automatisieren backen bauen bearbeiten beantragen beantworten bedrucken beenden befragen befüllen
begrünen beheben bekommen beladen beliefern bereinigen bereitstellen berichten beschaffen
beschichten beschildern beschließen beschneiden beschriften beseitigen besetzen besichtigen
bestellen bestücken besuchen betonieren bewerben bezahlen bezuschussen bohren bohnern buchen
budgetieren dämmen definieren deinstallieren demontieren desinfizieren digitalisieren
dokumentieren drehen drucken düngen einarbeiten einbauen einbetten einfärben einfügen einführen
einholen einkaufen einlagern einlernen einlesen einmessen einpflegen einräumen einreichen
einrichten einsammeln einscannen einschulen einspielen einsetzen einstellen eintragen einweihen
einweisen einziehen elektrifizieren entfernen entladen entlassen entleeren entrümpeln entscheiden
entsorgen entwerfen entwickeln entwässern erarbeiten erfassen ergänzen erheben erledigen
erlernen ermitteln erneuern eröffnen ersetzen erschließen erstellen erteilen erweitern erzeugen
fertigen fertigstellen festlegen finalisieren finden fixen fliesen formulieren fotografieren
freigeben freischalten füllen gestalten gewinnen gießen gründen hacken herausgeben herstellen
hinterlegen hochladen implementieren impfen indexieren installieren inserieren integrieren
inventarisieren isolieren kalibrieren kartieren katalogisieren kaufen kennzeichnen klären
klassifizieren kleben kochen kompensieren konfigurieren konsolidieren kontaktieren kontrollieren
konzipieren korrigieren kündigen lackieren laden lagern launchen lernen lesen liefern lösen
löschen mahnen malen mauern melden migrieren mieten montieren nachbestellen nacharbeiten
nachholen nachrüsten nähen nutzen öffnen operieren ordnen pachten packen parken patchen pflanzen
pflastern platzieren polieren portieren präsentieren probieren produzieren programmieren prüfen
publizieren putzen qualifizieren räumen reagieren realisieren reinigen rekrutieren relaunchen
renovieren reparieren restaurieren retten sammeln säen sanieren säubern scannen schalten
schärfen schicken schließen schneiden schreiben schulen schweißen senden servieren sortieren
speichern sperren spülen stellen stilllegen stornieren streichen synchronisieren tapezieren
tauschen taufen teeren testen trainieren transportieren trennen überarbeiten übergeben überführen
übermitteln übernehmen überprüfen übersetzen überweisen umbauen umbenennen umgestalten umrüsten
umschulen umsetzen umstellen umtopfen umziehen unterrichten untersuchen unterbringen
validieren verabreichen verabschieden verarbeiten verbauen verbuchen veräußern vereinbaren
verfassen verfugen vergeben verkabeln verkaufen verladen verlegen vermieten vermitteln
veröffentlichen verpacken verputzen versenden versetzen versorgen verschicken verschrotten
verteilen vervollständigen verwerten vorlegen vorstellen wählen warten wechseln weiterbilden
werben wiederherstellen zeichnen ziehen zubereiten zusammenführen zusammenlegen zusammenstellen
zustellen durchsetzen absolvieren ausmessen behandeln bedienen abfüllen empfangen verputzen
ausloben einkochen entkalken entkernen freiräumen vorbereiten starten anschreiben
ausrichten zahlen begleichen ablaufen spenden einwerben einnehmen erwirtschaften verdienen umsetzen
"""
ACTIVITY = """
abhalten anschauen ansehen arbeiten besprechen beraten diskutieren durchführen erörtern
nachdenken organisieren recherchieren sondieren teilnehmen treffen überlegen veranstalten
brainstormen moderieren beobachten monitoren weitermachen herumprobieren evaluieren analysieren
betrachten planen
"""
REACH = """
aufholen belegen betragen bleiben bringen einhalten erreichen erzielen halten kommen
landen laufen liegen schaffen übertreffen überschreiten unterbieten unterschreiten bewegen
etablieren
"""
PROOF = """
abnehmen akkreditieren auditieren beglaubigen bescheinigen besiegeln bestehen bestätigen
bewilligen freigeben genehmigen gegenzeichnen notarisieren ratifizieren unterschreiben
unterzeichnen testieren verabschieden zertifizieren zulassen quittieren attestieren erteilen
absegnen
"""
ASPIRE = "werden sein haben bleiben"
OTHER = """
ändern verändern umändern bündeln einigen äußern zusammenbringen reinbringen einstehen
auftanken aufdrehen
vorankommen hinkommen hochhalten umgehen aufpassen achten aufwachen umdenken hinschauen
machen tun geben nehmen gehen stehen sehen wissen wollen sollen können müssen dürfen mögen
brauchen benötigen denken dienen gelten gehören heißen helfen hören kennen lassen scheinen
sagen sprechen suchen tragen verlieren verstehen versuchen vermeiden verhindern zeigen
vorliegen vorweisen erfolgen stattfinden funktionieren ankommen antreten anfangen beginnen
aufhören auftreten ausfallen entfallen entstehen enthalten folgen führen gefallen geschehen
hoffen melden nennen passieren reden reichen rechnen sitzen spielen stimmen verwenden
verbringen verzichten wirken wohnen ziehen zurechtkommen überleben benutzen
"""

# Principal parts that no ending explains: form -> infinitive.
IRREGULAR = {
    form: infinitive
    for infinitive, forms in {
        "heben": "hob hoben gehoben",
        "steigen": "stieg stiegen gestiegen",
        "sinken": "sank sanken gesunken",
        "wachsen": "wuchs wuchsen gewachsen wächst",
        "nehmen": "nahm nahmen genommen nimmt",
        "bringen": "brachte brachten gebracht",
        "schließen": "schloss schlossen geschlossen",
        "schreiben": "schrieb schrieben geschrieben",
        "halten": "hielt hielten gehalten hält",
        "geben": "gab gaben gegeben gibt",
        "gewinnen": "gewann gewannen gewonnen",
        "werben": "warb warben geworben wirbt",
        "finden": "fand fanden gefunden",
        "bestehen": "bestand bestanden besteht",
        "stehen": "stand standen gestanden",
        "streichen": "strich strichen gestrichen",
        "ziehen": "zog zogen gezogen",
        "gehen": "ging gingen gegangen",
        "kommen": "kam kamen gekommen",
        "liegen": "lag lagen gelegen",
        "treffen": "traf trafen getroffen trifft",
        "sprechen": "sprach sprachen gesprochen spricht",
        "besprechen": "besprach besprachen besprochen bespricht",
        "lesen": "las lasen gelesen liest",
        "laufen": "lief liefen gelaufen läuft",
        "laden": "lud luden geladen lädt",
        "lassen": "ließ ließen gelassen lässt",
        "reißen": "riss rissen gerissen",
        "gießen": "goss gossen gegossen",
        "schneiden": "schnitt schnitten geschnitten",
        "fallen": "fiel fielen gefallen fällt",
        "weisen": "wies wiesen gewiesen",
        "messen": "maß maßen gemessen misst",
        "bieten": "bot boten geboten",
        "rufen": "rief riefen gerufen",
        "tragen": "trug trugen getragen trägt",
        "senden": "sandte gesandt",
        "denken": "dachte gedacht",
        "sein": "ist sind war waren gewesen sei bin seid",
        "haben": "hat habe hatte hatten gehabt",
        "werden": "wird wurde wurden geworden worden würde würden",
        "tun": "tut tat taten getan",
        "verlieren": "verlor verloren",
        "beschließen": "beschloss beschlossen",
        "abschließen": "abgeschlossen",
        "entscheiden": "entschied entschieden",
        "unterschreiben": "unterschrieb unterschrieben",
        "übernehmen": "übernommen übernimmt",
        "überschreiten": "überschritt überschritten",
        "unterschreiten": "unterschritt unterschritten",
        "übertreffen": "übertroffen übertrifft",
        "vergeben": "vergab",
        "vermeiden": "vermied vermieden",
        "erheben": "erhob erhoben",
        "beheben": "behob behoben",
        "verlegen": "verlegt",
        "beziehen": "bezogen bezog",
        "erschließen": "erschlossen",
        "entwerfen": "entwarf entworfen",
        "umziehen": "umgezogen",
        "backen": "gebacken",
        "bewerben": "beworben",
        "schweißen": "geschweißt",
        "helfen": "half geholfen hilft",
        "können": "kann konnte könnte könnten konnten",
        "sollen": "soll sollte sollten",
        "wollen": "will wollte wollten",
        "müssen": "muss musste müsste müssten mussten",
        "dürfen": "darf durfte dürfte",
    }.items()
    for form in forms.split()
}
PREFIXES = """
ab an auf aus bei durch ein fertig fest fort frei gegen her herab heran heraus herbei herunter
hin hinzu hoch live los mit nach nieder ran rauf raus rein rum runter sicher still über um unter
vor voran weg weiter wieder zu zurück zusammen bereit auseinander dran vorbei teil statt
"""
