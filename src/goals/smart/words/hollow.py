"""Heads and fronts of German compounds that name nothing: "Einzelaspekte", "Schwachpunkte".

Folded forms without endings. Reader: ``lexicon``.
"""

# Empty, whatever stands before them.
HEADS = "aspekt thema themen angelegenheit kleinigkeit kram problematik"
# Empty behind a front of the list, or behind one of change or quality ("Verbesserungsmaßnahme").
HEADS_BEHIND = """
punkt massnahm massnahme sach sache ding aktivitaet initiativ initiative aufgab aufgabe potenzial
potential baustell baustelle
"""
FRONTS = """
einzel teil neben kern schwach knack reiz gesamt zukunft fokus schwerpunkt folge rest ober sonder
detail alltag haupt schluessel klein sofort zusatz wichtig problem stell
"""
