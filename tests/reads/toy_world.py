"""The toy's tables and rows: two organisations, awkward texts, hidden and sealed things."""

# ruff: noqa: E501 - tables are read by column

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

DDL = {
    "organisation": "id uuid!, name text!",
    "team": "org_id uuid!, id uuid!, name text!, parent_id uuid",
    "person": "org_id uuid!, id uuid!, name text!, email text!, language text!, team_id uuid!",
    "commission": (
        "org_id uuid!, id uuid!, key text!, title text!, note text, state text!, weight int!,"
        " urgent bool!, maybe bool, deadline date, created_at time!, closed_at time, ended_by text,"
        " target text, settings text!, customer_id uuid!, supplier_id uuid, team_id uuid!,"
        " contributes_to_id uuid, current_revision_id uuid!, subject_kind text, subject_id uuid"
    ),
    "revision": "org_id uuid!, id uuid!, commission_id uuid!, number int!, goal text",
    "criterion": "org_id uuid!, id uuid!, revision_id uuid!, position int!, text text!",
    "secret": (
        "org_id uuid!, id uuid!, commission_id uuid!, text text!, side text!, sealed bool!,"
        " author_id uuid!"
    ),
    "tag": "org_id uuid!, commission_id uuid!, tag text!",
}
_TYPES = {
    "sqlite": {"int": "INTEGER", "bool": "INTEGER"},
    "postgres": {"uuid": "uuid", "int": "integer", "bool": "boolean", "date": "date", "time": "timestamptz"},
}  # fmt: skip

TEXTS = [
    "Antwortzeit senken", "antwortzeit halten", "Straße räumen", "STRASSE", "100 % \"sicher\"",
    "a\\b_c%d", "Zeile\nzwei\tdrei", "ΟΔΟΣ", "ÄÖÜ ß", "emoji 😀 \u2028 x", "", "'; --", "zz", "Zz",
]  # fmt: skip

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class World:
    """Plain Python rows by table."""

    rows: Rows

    def __getitem__(self, table: str) -> list[dict[str, Any]]:
        return self.rows[table]


def uuid(random_: random.Random) -> str:
    """Return a random uuid, canonical."""
    bits = f"{random_.getrandbits(128):032x}"
    return f"{bits[:8]}-{bits[8:12]}-7{bits[13:16]}-8{bits[17:20]}-{bits[20:]}"


def make_world(seed: int = 7, commissions: int = 40) -> World:
    """Make two organisations whose rows differ in every respect the rules look at.

    The ids of one are the ids of the other.
    """
    draw = random.Random(seed)
    rows: Rows = {table: [] for table in DDL}
    first, second = uuid(draw), uuid(draw)
    _organisation(rows, random.Random(seed), first, "Org 0", commissions)
    # The other organisation holds the same ids, so that nothing but org_id tells them apart.
    _organisation(rows, random.Random(seed), second, "Org 1", commissions // 2)
    for table in ("team", "person", "commission", "revision", "criterion", "secret"):
        for row in rows[table]:
            if row["org_id"] == second:
                text = next(name for name in ("name", "title", "goal", "text") if name in row)
                row[text] = f"foreign {row[text]}"
                if table == "commission":  # and there everything belongs to one team
                    row["team_id"] = rows["team"][0]["id"]
    return World(rows)


def _organisation(rows: Rows, draw: random.Random, org: str, name: str, commissions: int) -> None:
    rows["organisation"].append({"id": org, "name": name})
    teams: list[str] = []
    for at in range(5):
        parent = draw.choice([None, *teams]) if teams else None
        teams.append(uuid(draw))
        rows["team"].append(
            {"org_id": org, "id": teams[-1], "name": f"Team {at % 3}", "parent_id": parent}
        )
    people = [uuid(draw) for _ in range(6)]
    for at, person in enumerate(people):
        rows["person"].append(
            {
                "org_id": org, "id": person, "name": draw.choice(["Anna", "Ben", "Çelik", "özge"]),
                "email": f"p{at}@example.org", "language": draw.choice(["de", "en"]),
                "team_id": draw.choice(teams),
            }
        )  # fmt: skip
    made: list[str] = []
    for at in range(commissions):
        made.append(_commission(rows, draw, org, at, teams, people, made))


def _commission(
    rows: Rows, draw: random.Random, org: str, at: int, teams: list[str], people: list[str],
    made: list[str],
) -> str:  # fmt: skip
    own, current = uuid(draw), ""
    for number in range(1, draw.randint(1, 3) + 1):
        current = uuid(draw)
        rows["revision"].append(
            {
                "org_id": org, "id": current, "commission_id": own, "number": number,
                "goal": draw.choice([None, *TEXTS]),
            }
        )  # fmt: skip
        for position in range(draw.randint(0, 4)):
            rows["criterion"].append(
                {
                    "org_id": org, "id": uuid(draw), "revision_id": current, "position": position,
                    "text": draw.choice(TEXTS),
                }
            )  # fmt: skip
    closed = draw.random() < 0.4
    subject = draw.choice([(None, None), ("TEAM", draw.choice(teams)), ("PERSON", draw.choice(people)), ("OTHER", own)])  # fmt: skip
    rows["commission"].append(
        {
            "org_id": org, "id": own, "key": f"C-{at + 1}", "title": draw.choice(TEXTS),
            "note": draw.choice([None, *TEXTS]),
            "state": "CLOSED" if closed else draw.choice(["DRAFT", "AGREED"]),
            "weight": draw.randint(0, 5), "urgent": draw.random() < 0.5,
            "maybe": draw.choice([None, True, False]),
            "deadline": draw.choice([None, date(2026, 1, 1) + timedelta(days=draw.randint(0, 9))]),
            "created_at": datetime(2026, 1, 1, tzinfo=UTC)
            + timedelta(hours=draw.randint(0, 20), microseconds=draw.choice([0, 1, 999_999])),
            "closed_at": datetime(2026, 5, 1, 12, tzinfo=UTC) if closed else None,
            "ended_by": draw.choice([None, "CUSTOMER"]),
            "target": draw.choice([None, "1.50", "-3"]),
            "settings": draw.choice(["{}", '{"a":[1,2.5,null],"ü":"\\n"}']),
            "customer_id": draw.choice(people), "supplier_id": draw.choice([None, *people]),
            "team_id": draw.choice(teams),
            "contributes_to_id": draw.choice([None, *made]) if made else None,
            "current_revision_id": current, "subject_kind": subject[0], "subject_id": subject[1],
        }
    )  # fmt: skip
    for side in ("CUSTOMER", "SUPPLIER"):
        if draw.random() < 0.7:
            rows["secret"].append(
                {
                    "org_id": org, "id": uuid(draw), "commission_id": own,
                    "text": draw.choice(TEXTS), "side": side, "sealed": draw.random() < 0.5,
                    "author_id": draw.choice(people),
                }
            )  # fmt: skip
    for tag in sorted(draw.sample(["rot", "Grün", "a b", "Ω"], draw.randint(0, 3))):
        rows["tag"].append({"org_id": org, "commission_id": own, "tag": tag})
    return own


def statements(dialect: str) -> list[str]:
    """Return the CREATE TABLE statements of the toy."""
    types = _TYPES[dialect]
    made = []
    for table, columns in DDL.items():
        parts = []
        for column in columns.split(", "):
            name, kind = column.split()
            required = " NOT NULL" if kind.endswith("!") else ""
            parts.append(f"{name} {types.get(kind.rstrip('!'), 'text')}{required}")
        made.append(f"CREATE TABLE {table} ({', '.join(parts)})")
    return made


def stored(value: Any, dialect: str) -> Any:
    """Return a value as the engine stores it."""
    if dialect == "postgres":
        return value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    if isinstance(value, date):
        return value.isoformat()
    return value
