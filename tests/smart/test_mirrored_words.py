"""The word classes of the two languages mirror each other: translations are judged alike."""

import pytest

from goals.smart.lexicon import look
from goals.smart.tokens import fold
from goals.smart.words import classes as c
from goals.smart.words import english, english_verbs, german, german_verbs

JUDGING = (
    c.UP | c.DOWN | c.BETTER | c.STATE | c.MULTIPLE | c.REACH | c.WEAK | c.EMPTY | c.COMPARATIVE
    | c.NUMERAL | c.FRACTION | c.PROOF | c.VAGUE_QUANTITY | c.HEDGE | c.SOFT | c.PERSON
)  # fmt: skip
COUNTERPARTS = """
nett nice|ordentlich tidy|gut good|schnell fast|einfach easy|hübsch pretty|gemütlich cosy
höflich polite|attraktiv attractive|zuverlässig reliable|nützlich useful|wertvoll valuable
bezahlbar affordable|mühelos effortless|dynamisch dynamic|einladend inviting
erhöhen increase|verringern reduce|kürzen cut|steigen rise|verbessern improve
beschleunigen accelerate|vereinfachen simplify|modernisieren modernise|entlasten relieve
unterstützen support|motivieren motivate|begeistern inspire|fördern foster
verdoppeln double|halbieren halve|zwölf twelve|dutzend dozen|zehn ten|hälfte half|erreichen reach
unterschreiben sign|zertifizieren certify|genehmigen approve
thema topic|sache matter|ding thing|aspekt aspect|problem problem|maßnahme measure|punkt item
härter harder|gemütlicher cosier
zufriedenheit satisfaction|zusammenarbeit collaboration|bewusstsein awareness
mitarbeiter employees|kunden customers|schüler pupils|diverse various|versuchen try
"""
PAIRS = [
    tuple(pair.split()) for line in COUNTERPARTS.split("\n") for pair in line.split("|") if pair
]
ONE_SIDED = {"PREFIXES", "THINGS", "ALSO_NOUNS", "ORDINAL"}


@pytest.mark.parametrize(("german_word", "english_word"), PAIRS)
def test_a_word_and_its_translation_are_of_the_same_classes(german_word, english_word):
    flags = [look(fold(german_word), True).flags, look(fold(english_word), False).flags]

    assert flags[0] & JUDGING == flags[1] & JUDGING


@pytest.mark.parametrize("modules", [(german, english), (german_verbs, english_verbs)])
def test_every_list_of_one_language_has_a_counterpart(modules):
    names = [{name for name in vars(module) if name.isupper()} for module in modules]

    assert names[0] ^ names[1] <= ONE_SIDED
