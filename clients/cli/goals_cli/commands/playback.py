"""`goals playback`: the supplier restates the commission; the customer confirms or corrects."""

from typing import Any

from goals_cli.acting import nodes, told
from goals_cli.client import Client, connect
from goals_cli.command import argument, declare, option
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.parameters import key_argument
from goals_cli.texts import given_or_asked


@declare(
    "playback",
    Words(
        """Den Auftrag in eigenen Worten wiedergeben (Lieferant), oder eine Wiedergabe
        bestätigen oder berichtigen (Kunde).

        Wer wiederholt, was er verstanden hat, findet Missverständnisse vor der Arbeit.""",
        """Restate the commission in your own words (supplier), or confirm or correct a playback
        (customer).

        Whoever repeats what they understood finds misunderstandings before the work.""",
    ),
    examples=(
        'goals playback C-12 "You need 20 pilot users trained by 31 March, so that …"',
        "goals playback C-12 --confirm",
        'goals playback C-12 --correct "Not 20 users: 20 teams."',
    ),
)
@key_argument
@argument(
    "text",
    Words("Ihre Wiedergabe; sonst von stdin.", "Your playback; else from stdin."),
    required=False,
)
@option("--confirm", is_flag=True, words=Words("Richtig verstanden.", "Understood rightly."))
@option("--correct", words=Words("Was falsch verstanden wurde.", "What was understood wrongly."))
def command(key: str, text: str | None, confirm: bool, correct: str | None) -> None:
    """Submit, confirm or correct."""
    if sum((text is not None, confirm, correct is not None)) > 1:
        raise Misused(
            say(
                "Entweder wiedergeben, oder bestätigen, oder berichtigen.",
                "Either play back, or confirm, or correct.",
            ),
            "goals playback --help",
        )
    with connect() as client:
        commission = client.commission(key)
        if confirm:
            confirm_playback(client, commission)
        elif correct is not None:
            playback = pending(commission)
            values = {"playbackId": playback["id"], "correction": correct}
            payload = client.act("CorrectPlayback", values, key=key)
            told(payload, Words("Wiedergabe berichtigt", "playback corrected"))
        else:
            words = given_or_asked(
                text,
                Words("Was haben Sie verstanden?", "What did you understand?"),
                name=say("die Wiedergabe", "the playback"),
            )
            values = {
                "commissionId": commission["id"],
                "expectedRevision": commission["currentRevision"]["number"],
                "text": words,
            }
            payload = client.act("SubmitPlayback", values, key=key)
            told(payload, Words("wiedergegeben", "played back"))


def confirm_playback(client: Client, commission: dict[str, Any]) -> None:
    """Confirm the pending playback and tell of it."""
    playback = pending(commission)
    key = commission["key"]
    payload = client.act("ConfirmPlayback", {"playbackId": playback["id"]}, key=key)
    told(payload, Words("Wiedergabe bestätigt", "playback confirmed"))


def pending(commission: dict[str, Any]) -> dict[str, Any]:
    """The playback that waits for a word of the customer; raises Misused when there is none."""
    waiting = [one for one in nodes(commission, "playbacks") if one["status"] == "PENDING"]
    if not waiting:
        raise Misused(
            say("Es wartet keine Wiedergabe.", "No playback is waiting."),
            f"goals show {commission['key']}",
        )
    return waiting[-1]
