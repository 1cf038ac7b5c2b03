"""Root fields that need arithmetic: rates and SMART checks."""

import json

import pytest

RATE = """query Rate($period: PeriodInput!, $by: RateGrouping, $filter: RateFilter) {
  achievementRate(period: $period, by: $by, filter: $filter) {
    period { from to } commitment
    total { due settled achieved n rate low high sufficient suppressed note
      excluded { reason count } }
    selfCommissions { due } withheld groupsLeftOut
    groups { key label team { id name } customerTeam { name } supplierTeam { name }
      estimate { due suppressed note shrunk onTime onTimeByCurrentDeadline
        againstFirstDeadline { early onTime late notDelivered }
        againstCurrentDeadline { early onTime late notDelivered } }
      covered { from to } }
  }
}"""


async def agreed(world, draft, **changes):
    made = await draft(**changes)
    by = {"commissionId": made["id"], "expectedRevision": 1}
    await world.act("anna", "commissionPropose", by)
    for who in ("ben", "anna"):
        signed = by | {"confidence": 80, "note": "Understood.", "overrideReason": "Known."}
        assert (await world.act(who, "commissionAccept", signed))["errors"] == []
    return made


async def test_a_rate_of_too_few_gives_counts_only(world, draft):
    await agreed(world, draft)

    rate = (await world.data("mia", RATE, {"period": {"quarter": {"year": 2026, "quarter": 2}}}))[
        "achievementRate"
    ]

    assert rate["period"] == {"from": "2026-04-01", "to": "2026-06-30"}
    assert rate["total"]["due"] == 1
    assert rate["total"]["rate"] is None
    assert not rate["total"]["sufficient"]
    assert {"reason": "PENDING", "count": 1} in rate["total"]["excluded"]


KEPT = dict.fromkeys(("early", "onTime", "late", "notDelivered"), 0)


async def test_groups_of_teams_name_the_team_and_a_small_one_is_suppressed(world, draft):
    await agreed(world, draft)

    rate = (await world.data("mia", RATE, {"period": {"text": "2026-Q2"}, "by": "SUPPLIER_TEAM"}))[
        "achievementRate"
    ]

    assert rate["groups"] == [
        {
            "key": world.id("Team", "Operations"),
            "label": "Operations",
            "team": {"id": world.id("Team", "Operations"), "name": "Operations"},
            "customerTeam": None,
            "supplierTeam": {"name": "Operations"},
            "estimate": {
                "due": 0,
                "suppressed": True,
                "note": "SUPPRESSED",
                "shrunk": None,
                "onTime": 0,
                "onTimeByCurrentDeadline": 0,
                "againstFirstDeadline": KEPT,
                "againstCurrentDeadline": KEPT,
            },
            "covered": [],
        }
    ]
    assert (rate["withheld"], rate["groupsLeftOut"]) == (1, 0)
    assert rate["selfCommissions"] == {"due": 0}


@pytest.mark.parametrize(
    ("by", "labels"),
    [
        ("CUSTOMER_TEAM", ["Sales"]),
        ("TEAM", ["Operations", "Sales"]),
        ("PAIR", ["Sales → Operations"]),
        ("MONTH", ["2026-04", "2026-05", "2026-06"]),
        ("QUARTER", ["2026-Q2"]),
        ("YEAR", ["2026"]),
        ("TAG", ["shipping"]),
        ("COMMITMENT", ["COMMITTED", "STRETCH", "LEARNING"]),
        ("SMART_GRADE", ["DRAFT_SMART"]),
    ],
)
async def test_each_grouping_has_its_groups(world, draft, by, labels):
    await agreed(world, draft)

    data = await world.data("mia", RATE, {"period": {"text": "2026-Q2"}, "by": by})

    assert [group["label"] for group in data["achievementRate"]["groups"]] == labels


async def test_a_rate_counts_only_what_the_viewer_may_see(world, draft):
    await agreed(world, draft)
    variables = {"period": {"year": 2026}}

    due = {
        who: (await world.data(who, RATE, variables))["achievementRate"]["total"]["due"]
        for who in ("anna", "ben", "mia", "otto")
    }

    assert due == {"anna": 1, "ben": 1, "mia": 1, "otto": 0}


async def test_a_rate_is_narrowed_by_team_and_tag(world, draft):
    await agreed(world, draft)
    filters = {
        "team": {"customerTeam": world.id("Team", "Sales")},
        "other team": {"customerTeam": world.id("Team", "Elsewhere")},
        "either role": {"team": world.id("Team", "Operations")},
        "no team": {"customerTeam": "nonsense"},
        "tag": {"tag": "shipping"},
        "other tag": {"tag": "x"},
        "other grade": {"smartGrade": "NOT_SMART"},
        "stretch": {"commitment": "STRETCH"},
    }

    there = set()
    for name, narrowed in filters.items():
        data = await world.data("mia", RATE, {"period": {"year": 2026}, "filter": narrowed})
        total = data["achievementRate"]["total"]
        assert total["due"] == 0
        there |= {name} if total["suppressed"] else set()

    assert there == {"team", "either role", "tag"}


@pytest.mark.parametrize(
    ("by", "filter_"), [("TAG", {"tag": "x"}), ("TEAM", {"team": "some"})], ids=str
)
async def test_a_grouping_within_one_of_its_groups_is_bad_input(world, by, filter_):
    variables = {"period": {"year": 2026}, "by": by, "filter": filter_}

    assert (await world.ask("mia", RATE, variables)).code == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    ("period", "reason"),
    [
        ({"quarter": {"year": 2026, "quarter": 5}}, "NOT_A_PERIOD"),
        ({"quarter": {"year": 2026, "quarter": 0}}, "NOT_A_PERIOD"),
        ({"month": {"year": 2026, "month": 13}}, "NOT_A_PERIOD"),
        ({"month": {"year": 2026, "month": 0}}, "NOT_A_PERIOD"),
        ({"year": -1}, "NOT_A_PERIOD"),
        ({"year": 999_999_999}, "NOT_A_PERIOD"),
        ({"between": {"from": "2026-03-01", "to": "2026-02-01"}}, "ENDS_BEFORE_IT_BEGINS"),
        ({"text": "2026-03-01..2026-02-01"}, "ENDS_BEFORE_IT_BEGINS"),
        ({"text": "next spring"}, "NOT_A_PERIOD"),
        ({"text": "last-0-days"}, "NOT_A_PERIOD"),
        ({"text": "last-900-years"}, "PERIOD_TOO_LONG"),
        ({"between": {"from": "2001-01-01", "to": "2026-01-01"}}, "PERIOD_TOO_LONG"),
        ({"between": {"from": "0001-01-01", "to": "0001-02-01"}}, "OUT_OF_RANGE"),
        ({"between": {"from": "2190-01-01", "to": "2201-02-01"}}, "OUT_OF_RANGE"),
        ({"text": ""}, "NOT_A_PERIOD"),
    ],
)
async def test_a_period_that_does_not_exist_is_bad_input_with_its_reason(world, period, reason):
    answer = await world.ask("mia", RATE, {"period": period})

    assert (answer.code, answer.errors[0]["extensions"]["reason"]) == ("BAD_USER_INPUT", reason)
    assert "`" not in answer.errors[0]["message"]
    assert json.loads(answer.data) == {"achievementRate": None}


CHECK = """query Check($draft: SmartDraftInput!) {
  smartCheck(draft: $draft) {
    grade score coverage language specific measurable timeBound deadline rulesVersion
    findings { rule dimension severity field message fix: fix } evidence { dimension field }
  }
}"""


async def test_a_text_is_checked_without_being_stored(world):
    weak = {"goal": "Motivate the team.", "plain": True}
    good = {
        "goal": "Raise the share of parcels shipped on the day of the order from 82 % to 95 %.",
        "benefit": "Customers get their goods a day earlier.",
        "customer": "Sales",
        "criteria": ["At least 95 % of a week's parcels leave on the day of the order."],
        "deadline": "2026-05-29",
        "language": "EN",
    }

    poor = (await world.data("ben", CHECK, {"draft": weak}))["smartCheck"]
    fine = (await world.data("ben", CHECK, {"draft": good}))["smartCheck"]

    assert poor["grade"] == "NOT_SMART"
    assert poor["findings"]
    assert fine["measurable"] == "PASS"
    assert fine["deadline"] == "2026-05-29"
    assert fine["score"] > poor["score"]


async def test_the_inbox_refuses_sizes_that_make_no_sense(world):
    answers = [
        await world.ask("anna", f"{{ inbox(first: {size}) {{ kind }} }}") for size in (-1, 101)
    ]

    assert [answer.code for answer in answers] == ["BAD_USER_INPUT", "BAD_USER_INPUT"]
