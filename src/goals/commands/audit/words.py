"""What `goals audit` says about a fault: what is wrong, and what that means for the reader."""

from goals.domain.chain import Fault
from goals.domain.proofs import Doubt
from goals.spoken import say

_FAULTS: dict[Fault, tuple[str, str]] = {
    Fault.GAP: (
        "Eine Nummer fehlt oder kommt doppelt: ein Ereignis wurde entfernt oder eingeschoben.",
        "A number is missing or comes twice: an event was taken out or put in.",
    ),
    Fault.FOREIGN: (
        "Das Ereignis gehört zu einer anderen Organisation: es wurde untergeschoben.",
        "The event belongs to another organisation: it was slipped in.",
    ),
    Fault.PREVIOUS: (
        "Es folgt nicht auf das Ereignis davor: eines der beiden wurde umgeschrieben.",
        "It does not follow the event before it: one of the two was rewritten.",
    ),
    Fault.HEADER: (
        "Seine Angaben passen nicht zu seinem Hash: wer, was oder wann wurde geändert.",
        "Its hash does not fit what it says: who, what or when was changed.",
    ),
    Fault.BODY: (
        "Sein Inhalt ist nicht der, der damals festgehalten wurde: er wurde geändert oder fehlt.",
        "Its body is not the one recorded at the time: it was changed or is missing.",
    ),
    Fault.ERASURE: (
        "Sein Inhalt wurde gelöscht, ohne dass die Historie von einer Löschung weiß.",
        "Its body was erased, and the history knows of no erasure.",
    ),
    Fault.CHECKPOINT: (
        (
            "Ein unterschriebener Stand kennt hier ein anderes Ereignis: die Historie wurde "
            "umgeschrieben."
        ),
        "A signed checkpoint knows another event here: the history was rewritten.",
    ),
    Fault.TAIL: (
        "Die Historie endet vor einem bekannten Stand: das Ende wurde abgeschnitten.",
        "The history ends before a head that is known: its tail was cut off.",
    ),
    Fault.SIGNATURE: (
        (
            "Ein Stand trägt nicht die Unterschrift dieses Schlüssels: er ist gefälscht oder von "
            "einem anderen Server."
        ),
        "A checkpoint is not signed by this key: it is forged, or of another server.",
    ),
    Fault.CONTENT: (
        (
            "Der gespeicherte Text der Fassung ist nicht der, dessen Hash hier festgehalten ist: "
            "er wurde nachträglich geändert."
        ),
        (
            "The stored text of the revision is not the one whose hash is recorded here: it was "
            "changed afterwards."
        ),
    ),
    Fault.UNREADABLE: (
        (
            "Die Zeile ist so nicht geschrieben worden: die Datei wurde verändert oder ist keine "
            "Historie."
        ),
        "The line was not written like this: the file was changed, or is no history.",
    ),
}
_DOUBTS: dict[Doubt, tuple[str, str]] = {
    Doubt.FORM: (
        "Das ist keine vollständige Quittung.",
        "This is no whole receipt.",
    ),
    Doubt.CONTENT: (
        "Der Text ist nicht der, der unterschrieben wurde.",
        "The text is not the one that was signed.",
    ),
    Doubt.EVENT: (
        "Das Ereignis passt nicht zu seinem Hash.",
        "The event does not fit its hash.",
    ),
    Doubt.BINDING: (
        "Das Ereignis gehört zu einem anderen Text, einer anderen Person oder Seite.",
        "The event is about another text, person or side.",
    ),
    Doubt.SIGNATURE: (
        "Die Unterschrift des Servers ist nicht von diesem Schlüssel.",
        "The signature of the server is not by this key.",
    ),
    Doubt.UNSIGNED: (
        (
            "Die Quittung trägt keine Unterschrift des Servers: sie belegt den Text, nicht die "
            "Herkunft."
        ),
        "The receipt is not signed by the server: it proves the text, not where it is from.",
    ),
}


def fault_said(fault: Fault) -> str:
    """The fault of a chain in the language of whoever typed the command."""
    return say(*_FAULTS[fault])


def doubt_said(doubt: Doubt) -> str:
    """The doubt about a receipt in the language of whoever typed the command."""
    return say(*_DOUBTS[doubt])
