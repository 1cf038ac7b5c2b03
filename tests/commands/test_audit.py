"""`goals audit`: the history verified in the database and outside, with one figure per trouble."""

import json
import stat

import pytest


@pytest.fixture
def place(here, empty_place, typed, monkeypatch):
    """A database on either engine with a little history, and a key to sign it."""
    monkeypatch.setenv("GOALS_DATABASE_URL", empty_place)
    monkeypatch.setenv("GOALS_SIGNING_KEY", str(here / "key.pem"))
    typed("migrate")
    typed("audit", "key", "create", "key.pem")
    typed("admin", "organisation", "create", "Our company")
    for team in ("Sales", "IT", "Labor"):
        assert typed("admin", "team", "create", team).code == 0
    return empty_place


def test_the_history_holds_in_the_database_and_in_an_export(place, typed, here):
    inside = typed("audit", "verify")
    exported = typed("audit", "export", "--output", "chain.ndjson")
    outside = typed("audit", "verify", "chain.ndjson", "--json")

    assert (inside.code, exported.code, outside.code) == (0, 0, 0)
    assert inside.out.startswith("The history holds: 4 events, 0 bodies erased.")
    found = json.loads(outside.out)
    assert (found["holds"], found["events"], found["brokenSeq"]) == (True, 4, None)
    assert found["head"] in inside.out
    assert len((here / "chain.ndjson").read_text().splitlines()) == 1 + 4 + 1 + 1


def test_an_export_is_verified_without_any_database(place, typed, monkeypatch):
    typed("audit", "export", "--output", "chain.ndjson")
    monkeypatch.setenv("GOALS_DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing")
    monkeypatch.delenv("GOALS_SIGNING_KEY")

    assert typed("audit", "verify", "chain.ndjson").code == 0


@pytest.mark.parametrize(
    ("change", "seq", "words"),
    [
        ("UPDATE event SET kind = 'team.dropped' WHERE seq = 3", 3, "Its hash does not fit"),
        ("UPDATE event_body SET body = '{\"a\":1}' WHERE seq = 2", 2, "Its body is not the one"),
        ("DELETE FROM event WHERE seq = 2", 2, "A number is missing"),
        ("DELETE FROM event WHERE seq = 4", 4, "its tail was cut off"),
        ("UPDATE event_body SET salt = '', body = '{}', erased_by = 4 WHERE seq = 2", 2, "erased"),
        ("DELETE FROM event_body WHERE seq = 3", 3, "is missing"),
    ],
)
def test_the_first_broken_link_is_named(place, typed, behind_the_application, change, seq, words):
    behind_the_application(place, change)

    found = typed("audit", "verify")

    assert found.code == 1
    assert f"The history is broken: event {seq}\n" in found.out
    assert words in found.out


def test_the_broken_link_of_an_export_is_named_with_its_line_in_german(
    place, typed, here, monkeypatch
):
    typed("audit", "export", "--output", "chain.ndjson")
    changed = here / "chain.ndjson"
    changed.write_text(changed.read_text().replace("team.created", "team.creates", 1))
    monkeypatch.setenv("GOALS_LANGUAGE", "de")

    found = typed("audit", "verify", "chain.ndjson")

    assert found.code == 1
    assert "Die Historie ist gebrochen: Ereignis 2 (Zeile 3)" in found.out
    assert "Seine Angaben passen nicht zu seinem Hash" in found.out


def test_a_tail_cut_off_together_with_the_head_shows_against_a_checkpoint(
    place, typed, behind_the_application
):
    assert typed("audit", "checkpoint", "--output", "kept.json").code == 0
    for change in (
        "DELETE FROM checkpoint",
        "DELETE FROM event_body WHERE seq = 4",
        "DELETE FROM event WHERE seq = 4",
        (
            "UPDATE organisation_head SET event_seq = 3, event_hash = "
            "(SELECT hash FROM event WHERE seq = 3)"
        ),
    ):
        behind_the_application(place, change)

    alone = typed("audit", "verify")
    against = typed("audit", "verify", "--checkpoint", "kept.json")

    assert alone.code == 0
    assert against.code == 1
    assert "event 4" in against.out


def test_checkpoints_are_checked_against_the_key_one_trusts(place, typed):
    typed("audit", "export", "--output", "chain.ndjson")
    typed("audit", "key", "create", "other.pem")
    trusted = typed("audit", "key", "show").out.strip()

    right = typed("audit", "verify", "chain.ndjson", "--key", trusted)
    wrong = typed("audit", "verify", "chain.ndjson", "--key", "other.pem")

    assert (right.code, wrong.code) == (0, 1)
    assert "not signed by this key" in wrong.out
    assert "--key" not in right.out


def test_a_checkpoint_that_is_none_is_refused(place, typed, here):
    (here / "none.json").write_text('{"seq": 4}')
    typed("audit", "checkpoint", "--output", "kept.json")
    typed("audit", "key", "create", "other.pem")

    none = typed("audit", "verify", "--checkpoint", "none.json")
    forged = typed("audit", "verify", "--checkpoint", "kept.json", "--key", "other.pem")

    assert (none.code, forged.code) == (1, 1)
    assert "no checkpoint" in none.err
    assert "no checkpoint signed by this key" in forged.err


def test_a_key_is_for_its_owner_alone_and_never_overwritten(here, typed):
    made = typed("audit", "key", "create", "key.pem")
    again = typed("audit", "key", "create", "key.pem")

    assert (made.code, again.code) == (0, 1)
    assert stat.S_IMODE((here / "key.pem").stat().st_mode) == 0o600
    assert "GOALS_SIGNING_KEY=key.pem" in made.out


def test_without_a_usable_key_it_is_said_what_to_do(here, typed, monkeypatch):
    monkeypatch.delenv("GOALS_SIGNING_KEY", raising=False)
    none = typed("audit", "key", "show")
    (here / "bad.pem").write_text("no key")
    monkeypatch.setenv("GOALS_SIGNING_KEY", "bad.pem")
    bad = typed("audit", "key", "show")

    assert (none.code, bad.code) == (1, 1)
    assert "goals audit key create" in none.err
    assert "goals audit key create" in bad.err


def test_retention_is_told_before_it_is_done(place, typed, behind_the_application):
    for_ever = typed("audit", "retention", "--dry-run")
    behind_the_application(place, "UPDATE organisation SET settings = '{\"retentionYears\":3}'")
    told = typed("audit", "retention", "--dry-run", "--json")
    done = typed("audit", "retention")

    assert [each.code for each in (for_ever, told, done)] == [0, 0, 0]
    assert "kept for ever" in for_ever.out
    assert json.loads(told.out) == {"years": 3, "dryRun": True, "commissions": []}
    assert done.out == "Erased: texts of 0 commissions.\n"


def test_all_that_is_held_of_somebody_is_written_for_its_owner_alone(place, typed, here):
    typed("admin", "person", "create", "Anna Brandt", "anna@example.org", "--team", "Sales")

    done = typed("admin", "export-person", "Anna@example.org", "--output", "anna.json")
    unknown = typed("admin", "export-person", "nobody@example.org", "--output", "no.json")

    assert (done.code, unknown.code) == (0, 1)
    document = json.loads((here / "anna.json").read_text())
    assert [each["table"] for each in document["tables"]] == ["person", "membership"]
    assert stat.S_IMODE((here / "anna.json").stat().st_mode) == 0o600


def test_a_server_does_not_start_with_a_key_it_cannot_use(here, typed, monkeypatch):
    (here / "bad.pem").write_text("no key")
    monkeypatch.setenv("GOALS_SIGNING_KEY", "bad.pem")

    found = typed("serve", "--port", "0")

    assert found.code == 1
    assert "bad.pem holds no Ed25519 key" in found.err
