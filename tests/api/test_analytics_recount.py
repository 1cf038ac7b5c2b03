"""Recount: what is answered from cells and facts is what plain counting of the stories gives.

The stories are drawn at random and counted here as a person would, without any cube.
"""

from collections import Counter
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pasts import Past
from worlds import found_world

from goals.store.database import Database

FACTORS = ("trust", "time")
POLARITIES = ("HELPED", "HINDERED", "MISSING")
naming = st.dictionaries(st.sampled_from(FACTORS), st.sampled_from(POLARITIES))
grades = st.none() | st.tuples(st.integers(1, 7), st.integers(1, 7))
stories = st.lists(
    st.fixed_dictionaries(
        {
            "outcome": st.sampled_from(["EXCEEDED", "ACHIEVED", "MISSED", "NOT_ASSESSABLE", None]),
            "cancelled": st.booleans(),
            "due": st.sampled_from([date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28)]),
            "supplier": st.sampled_from(["Operations", "Elsewhere"]),
            "named": naming,
            "by_supplier": naming,
            "satisfaction": grades,
            "own_view": grades,
            "confidence": st.tuples(st.integers(0, 100), st.integers(0, 100)),
            "checked": st.none() | st.integers(0, 100),
            "letters": st.sampled_from(["PPPPP", "PWPPU", "FPPWP"]),
            "overridden": st.booleans(),
            "late": st.booleans(),
            "commitment": st.sampled_from(["COMMITTED", "COMMITTED", "STRETCH"]),
            "self_commission": st.sampled_from([False, False, False, True]),
        }
    ),
    max_size=25,
)
Story = dict[str, Any]
ASK = """query A($period: PeriodInput!) {
  factorEffects(period: $period) { compared achieved cancelled unassessed notAssessable
    effects { key polarity named { count } inCancelled agreement { n customer supplier both } } }
  satisfaction(period: $period) { closed response { count }
    gaps { aspect gap { n mean } } }
  smartEffect(period: $period) { grades { grade achieved { count n } excluded }
    overridden { achieved { count n } } }
  calibration(period: $period) { series { side moment n achieved } }
}"""


def tell(past: Past, story: Story) -> None:
    given = {key: value for key, value in story.items() if key != "cancelled"}
    if story["outcome"] is None and story["cancelled"]:
        given["state"] = "CANCELLED"
    past.add(**given)


def sides(story: Story) -> list[str]:
    return [side for side in ("satisfaction", "own_view") if story[side] is not None]


def heard(story: Story) -> set[tuple[str, str]]:
    """What was named by a side that assessed, or in cancelling."""
    found: set[tuple[str, str]] = set()
    if story["outcome"] is None:
        return set(story["named"].items()) if story["cancelled"] else found
    if story["satisfaction"] is not None:
        found |= set(story["named"].items())
    if story["own_view"] is not None:
        found |= set(story["by_supplier"].items())
    return found


def factors(told: list[Story]) -> dict[str, Any]:
    over = [story for story in told if story["outcome"] in {"EXCEEDED", "ACHIEVED", "MISSED"}]
    compared = [story for story in over if sides(story)]
    both = [story for story in compared if len(sides(story)) == 2]
    ended = [story for story in told if story["outcome"] is None and story["cancelled"]]
    effects = []
    for key in FACTORS:
        for polarity in POLARITIES:
            pair = (key, polarity)
            named = sum(pair in heard(story) for story in compared)
            in_cancelled = sum(pair in heard(story) for story in ended)
            customer = [pair in story["named"].items() for story in both]
            supplier = [pair in story["by_supplier"].items() for story in both]
            agreement = {
                "n": len(both),
                "customer": sum(customer),
                "supplier": sum(supplier),
                "both": sum(a and b for a, b in zip(customer, supplier, strict=True)),
            }
            if named or in_cancelled:
                effects.append((key, polarity, named, in_cancelled, agreement))
    return {
        "compared": len(compared),
        "achieved": sum(story["outcome"] != "MISSED" for story in compared),
        "cancelled": len(ended),
        "unassessed": len(over) - len(compared),
        "notAssessable": sum(story["outcome"] == "NOT_ASSESSABLE" for story in told),
        "effects": effects,
    }


def smart(told: list[Story]) -> tuple[dict[str, tuple[int, int, int]], tuple[int, int]]:
    grade = {"PPPPP": "SMART", "PWPPU": "ALMOST", "FPPWP": "NOT_SMART"}
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*grade.values(), "over")}
    for story in told:
        if story["outcome"] is None and not story["cancelled"]:
            continue
        name = "over" if story["overridden"] else grade[story["letters"]]
        result = {"EXCEEDED": "hit", "ACHIEVED": "hit", "MISSED": "miss"}
        counts[name][result.get(story["outcome"], "out")] += 1
    rates = {
        name: (each["hit"], each["hit"] + each["miss"], each["out"])
        for name, each in counts.items()
        if name != "over"
    }
    return rates, (counts["over"]["hit"], counts["over"]["hit"] + counts["over"]["miss"])


def check(answer: dict[str, Any], told: list[Story]) -> None:
    found = answer["factorEffects"]
    effects = [
        (e["key"], e["polarity"], e["named"]["count"], e["inCancelled"], e["agreement"])
        for e in found["effects"]
    ]
    expected = factors(told)
    assert sorted(effects, key=str) == sorted(expected.pop("effects"), key=str)
    assert {name: found[name] for name in expected} == expected

    closed = [story for story in told if story["outcome"] is not None]
    gaps = [p - e for story in closed if (pair := story["satisfaction"]) for e, p in [pair]]
    overall = answer["satisfaction"]["gaps"][0]["gap"]
    assert answer["satisfaction"]["closed"] == len(closed)
    assert (answer["satisfaction"]["response"]["count"], overall["n"]) == (len(gaps), len(gaps))
    if len(gaps) >= 5:
        assert abs(overall["mean"] - sum(gaps) / len(gaps)) < 1e-9

    grades_, overridden = smart(told)
    for one in answer["smartEffect"]["grades"]:
        rate = (one["achieved"]["count"], one["achieved"]["n"], one["excluded"])
        assert rate == grades_.get(one["grade"], (0, 0, 0))
    over = answer["smartEffect"]["overridden"]["achieved"]
    assert (over["count"], over["n"]) == overridden

    judged = [story for story in closed if story["outcome"] != "NOT_ASSESSABLE"]
    came = sum(story["outcome"] != "MISSED" and not story["late"] for story in judged)
    for series in answer["calibration"]["series"]:
        assert (series["n"], series["achieved"]) == (len(judged), came)


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(told=stories)
async def test_answers_are_what_counting_the_stories_gives(database: Database, told: list[Story]):
    world = await found_world(database)
    past = await Past(world).ready()
    for story in told:
        tell(past, story)
    await past.stored()

    counted = [
        story
        for story in told
        if story["commitment"] == "COMMITTED" and not story["self_commission"]
    ]
    inside = [story for story in counted if story["due"] < date(2026, 2, 28)]
    for who in ("mia", "anna"):
        whole = {"quarter": {"year": 2026, "quarter": 1}}
        edges = {"between": {"from": "2026-01-31", "to": "2026-02-27"}}
        check(await world.data(who, ASK, {"period": whole}), counted)
        check(await world.data(who, ASK, {"period": edges}), inside)
