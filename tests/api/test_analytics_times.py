"""How long things take: stages, waits, comparable commissions; and whether the benefit came."""

from collections import Counter
from datetime import date, timedelta

import pytest
from acting import agree, by, deliver, done, of, sign

from goals.domain.statistics.kaplan_meier import curve


async def reference(world, of_what, who="mia"):
    text = """query R($of: ReferenceInput!) { referenceClass(of: $of) {
      likeness tried { likeness n } n delivered censored half { day low high } most { day }
      baseRate { count n share } days byDeadline { share low high } verdict sufficient note } }"""
    return (await world.data(who, text, {"of": of_what}))["referenceClass"]


def draft_of(world, **more):
    return {"draft": {"supplierTeam": world.id("Team", "Operations")} | more}


async def test_the_narrowest_class_with_enough_cases_is_taken(past, world):
    for at in range(12):
        past.add("ACHIEVED" if at < 9 else "MISSED", lead_days=10 + at, tags=("shipping",))
    for at in range(11):
        past.add("MISSED", customer="Elsewhere", lead_days=90, tags=("billing",) if at < 3 else ())
    past.add(None, due=date(2026, 3, 20))
    await past.stored()

    tagged = await reference(
        world, draft_of(world, customerTeam=world.id("Team", "Sales"), tags=["shipping"])
    )
    wider = await reference(
        world, draft_of(world, customerTeam=world.id("Team", "Elsewhere"), tags=["billing"])
    )

    assert (tagged["likeness"], tagged["n"], tagged["censored"]) == ("PAIR_AND_TAG", 12, 0)
    assert tagged["half"]["day"] == 15
    assert tagged["baseRate"] == {"count": 9, "n": 12, "share": 0.75}
    assert tagged["verdict"] == "UNKNOWN"
    assert wider["likeness"] == "PAIR"
    assert wider["tried"] == [{"likeness": "PAIR_AND_TAG", "n": 3}, {"likeness": "PAIR", "n": 11}]


async def test_a_deadline_that_has_passed_leaves_no_days(past, world):
    for at in range(12):
        past.add("ACHIEVED", lead_days=10 + at)
    await past.stored()

    found = await reference(world, draft_of(world, deadline="2026-02-01"))

    assert (found["days"], found["verdict"]) == (0, "FAIL")
    assert found["byDeadline"]["share"] == 0


async def test_open_ones_are_known_to_take_longer_and_cells_say_the_same_as_facts(past, world):
    for at in range(8):
        past.add("ACHIEVED", lead_days=20 + at)
    for _ in range(4):
        past.add(None, due=date(2026, 4, 1))
    past.add(None, state="CANCELLED", lead_days=5)
    await past.stored()

    by_cells = await reference(world, draft_of(world))
    by_facts = await reference(world, draft_of(world), who="ben")

    open_days = (date(2026, 3, 2) - (date(2026, 4, 1) - timedelta(days=60))).days
    expected = curve(Counter(range(20, 28)), {open_days: 4, 8: 1})
    assert by_cells == by_facts
    assert (by_cells["likeness"], by_cells["n"], by_cells["delivered"]) == ("SUPPLIER", 13, 8)
    assert by_cells["half"]["day"] == expected.day_by_which(0.5)


@pytest.mark.parametrize(
    ("deadline", "verdict", "share"),
    [("2026-03-05", "FAIL", 0), ("2026-03-19", "WARN", 0.6), ("2026-04-30", "PASS", 1)],
)
async def test_a_deadline_is_judged_by_how_long_comparable_ones_took(
    past, world, deadline, verdict, share
):
    for at in range(20):
        past.add("ACHIEVED", lead_days=6 + at)
    await past.stored()

    found = await reference(world, draft_of(world, deadline=deadline))

    assert (found["verdict"], found["byDeadline"]["share"]) == (verdict, pytest.approx(share))
    assert found["byDeadline"]["low"] <= share <= found["byDeadline"]["high"]


async def test_too_little_history_is_unknown_and_says_what_was_tried(past, world):
    past.add("ACHIEVED")
    await past.stored()

    found = await reference(world, draft_of(world, tags=["shipping"], deadline="2026-05-01"))

    assert (found["verdict"], found["note"], found["half"]) == ("UNKNOWN", "TOO_FEW", None)
    assert [one["likeness"] for one in found["tried"]] == [
        "SUPPLIER_AND_TAG",
        "SUPPLIER",
        "TAG",
        "ORGANISATION",
    ]


async def test_a_class_of_one_person_is_passed_over(past, world):
    for _ in range(12):
        past.add("ACHIEVED", one_person=True)
    await past.stored()

    found = await reference(world, draft_of(world))

    assert (found["likeness"], found["n"]) == ("ORGANISATION", 12)


async def test_a_commission_is_judged_by_its_own_teams_and_deadline(past, world, draft):
    for at in range(12):
        past.add("ACHIEVED", lead_days=30 + at)
    await past.stored()
    made = await draft()

    found = await reference(world, {"commission": made["id"]})

    assert (found["likeness"], found["days"], found["verdict"]) == ("PAIR", 88, "PASS")


async def test_what_is_not_there_is_an_error(world, draft):
    text = "query R($of: ReferenceInput!) { referenceClass(of: $of) { n } }"
    made = await draft()
    asked = [
        ("mia", {"commission": "nonsense"}),
        ("ben", {"commission": made["id"]}),
        ("mia", {"draft": {"supplierTeam": "nonsense"}}),
        ("mia", draft_of(world, tags=[str(tag) for tag in range(21)])),
    ]

    for who, of_what in asked:
        assert (await world.ask(who, text, {"of": of_what})).code == "BAD_USER_INPUT"


async def stages(asked, who="mia", **more):
    answer = await asked("stage_times", who, **more)
    return {(one["stage"], one["waitingFor"]): one for one in answer["stages"]}


async def test_days_of_every_stage_are_told(past, asked):
    for at in range(6):
        past.add("ACHIEVED", due=date(2026, 3, 20), lead_days=10 + at)
    await past.stored()

    found = await stages(asked)

    half = {stage: one["half"]["day"] for (stage, _), one in found.items()}
    assert half == {"CLARIFYING": 5, "WORK": 12, "REVIEW": 0, "ASSESSMENT": 3}
    assert found["CLARIFYING", None]["n"] == 6


async def test_clarification_tells_on_whom_it_waits(world, draft, asked):
    first, second, third = [await draft() for _ in range(3)]
    for made in (first, second, third):
        await done(world, "anna", "commissionPropose", by(made))
        question = await done(
            world,
            "ben",
            "questionAsk",
            of(made, field="GOAL", text="Which dock?"),
            "question { id }",
        )
        world.now += timedelta(days=2)
        if made is not third:
            given = {"questionId": question["question"]["id"], "answer": "Both."}
            await done(world, "anna", "questionAnswer", given)
    await sign(world, first, "ben", "anna")
    withdrawn = of(second, reason="No need.")
    await done(world, "anna", "commissionWithdraw", withdrawn)

    found = await stages(asked)

    clarifying, waiting = found["CLARIFYING", None], found["QUESTION", "CUSTOMER"]
    assert [clarifying[name] for name in ("n", "done", "stillOpen", "ended")] == [3, 1, 1, 1]
    assert [waiting[name] for name in ("n", "done", "stillOpen", "ended")] == [3, 2, 1, 0]
    assert waiting["note"] == "TOO_FEW"
    assert ("QUESTION", "SUPPLIER") not in found
    assert found["WORK", None]["stillOpen"] == 1


async def test_a_rejected_delivery_is_work_that_goes_on(world, draft, asked):
    made = await draft()
    await agree(world, made)
    await deliver(world, made)
    rejected = of(made, decision="REJECTED", comment="Not yet.")
    text = """query C($id: ID!) { commission(by: {id: $id}) {
      currentRevision { criteria { id priority } } } }"""
    data = await world.data("anna", text, {"id": made["id"]})
    criteria = data["commission"]["currentRevision"]["criteria"]
    judged = [{"criterionId": criteria[0]["id"], "met": False}]
    await done(world, "anna", "deliveryReview", rejected | {"judgements": judged})

    found = await stages(asked)

    assert (found["WORK", None]["stillOpen"], found["REVIEW", None]["n"]) == (1, 0)


async def test_of_very_many_only_one_in_n_is_looked_at(past, asked, world, monkeypatch):
    monkeypatch.setattr("goals.services.analytics.stage_times.MOST_LOOKED_AT", 10)
    for number in range(40):  # C-1001 to C-1040; of these C-1012 and C-1027 are in the sample
        team = "Elsewhere" if number >= 32 else "Operations"
        past.add("ACHIEVED", due=date(2026, 4, 1), lead_days=30, supplier=team)
    await past.stored()

    def of_team(name):
        return {"supplierTeam": world.id("Team", name)}

    answers = [
        await asked("stage_times"),
        await asked("stage_times", filter=of_team("Operations")),
        await asked("stage_times", filter=of_team("Elsewhere")),
        await asked("stage_times", "ben"),
    ]

    drawn = [number % 32749 * 31337 % 65521 % 4 == 0 for number in range(1001, 1041)]
    work = [next(one for one in answer["stages"] if one["stage"] == "WORK") for answer in answers]
    assert [answer["every"] for answer in answers] == [4, 4, 1, 4]
    assert [one["n"] for one in work] == [sum(drawn), sum(drawn[:32]), 8, sum(drawn[:32])]
    assert {one["half"]["day"] for one in work} == {30}


async def test_benefits_are_counted_by_the_latest_word(past, asked, world):
    made = [past.add("ACHIEVED") for _ in range(8)] + [past.add("MISSED") for _ in range(6)]
    past.add("ACHIEVED")
    words = ["REALISED"] * 7 + ["NOT", "REALISED"] + ["NOT"] * 4 + ["TOO_EARLY"]
    for commission, word in zip(made, words, strict=True):
        for said in ("PARTLY", word):
            past.review_benefit(commission, said)
    await past.stored()

    answer = await asked("benefits_realised")

    assert (answer["closed"], answer["reviewed"]["count"], answer["unreviewed"]) == (15, 14, 1)
    assert {one["verdict"]: one["count"] for one in answer["verdicts"]} == {
        "REALISED": 8,
        "PARTLY": 0,
        "NOT": 5,
        "TOO_EARLY": 1,
    }
    assert (answer["realised"]["count"], answer["realised"]["n"]) == (8, 13)
    assert (answer["whenAchieved"]["count"], answer["whenAchieved"]["n"]) == (7, 8)
    assert (answer["whenNotAchieved"]["count"], answer["whenNotAchieved"]["n"]) == (1, 5)
    assert answer["difference"]["note"] == "HIGHER"


@pytest.mark.parametrize("name", ["stage_times", "benefits_realised"])
async def test_nothing_at_all_is_said_to_be_nothing(asked, name):
    assert (await asked(name))["note"] == "EMPTY"
