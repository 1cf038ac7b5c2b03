"""What is hidden changes no answer: each is the same in a world where it does not exist."""

import pytest
from canaries import SEES, ids_of
from reduced import REDUCED_FOR

WORDS = ('"qtheirs"', '"qmainseal"', '"qdraft"', '"qasked"', '"qforeign"', '"parcels"')
DAYS = ('"2026-05-29"', '"2026-03-02"', '"2026-09-01"', '"1999-01-01"')
TIMES = tuple(f'"2026-03-02T{time}Z"' for time in ("09:00:00", "09:01:00", "09:02:00", "23:00:00"))


def values_for(canaries):
    """What a stranger might guess: marks, ids, days and numbers of everything there is."""
    hidden = [value for value, owner in canaries.marks.items() if "Q" in value and owner in SEES]
    ids = [id_ for name in ("commission", "team", "person") for id_ in _some_ids(canaries, name)]
    return {
        "String": [*WORDS, *(f'"{value[:60]}"' for value in sorted(hidden)[::7])],
        "ID": [f'"{id_}"' for id_ in ids],
        "UUID": [],
        "Date": list(DAYS),
        "DateTime": list(TIMES),
        "Int": ["1", "2", "7"],
        "Boolean": ["true", "false"],
        "Decimal": ['"1"'],
    }


def _some_ids(canaries, table):
    return list(ids_of(canaries, table.capitalize(), table))


@pytest.mark.parametrize("who", REDUCED_FOR)
def test_no_list_filter_order_count_or_figure_depends_on_what_is_hidden(stage, papers, who):
    ids = stage.canaries.commissions.values()
    documents = [text for parts in papers.roots(ids).values() for text in parts]
    documents += papers.orderings() + papers.filters(values_for(stage.canaries))

    differing = []
    for text in documents:
        full = stage.run(stage.asker.read(who, text))
        without = stage.run(stage.reduced[who].read(who, text))
        if full != without:
            differing.append((text[:300], difference(full, without)))

    assert differing == []


@pytest.mark.parametrize("who", REDUCED_FOR)
def test_no_node_depends_on_what_is_hidden(stage, papers, who):
    differing = []
    for type_ in papers.node_types():
        source = stage.canaries.world.engine.contract.catalogue.types[type_.name]
        rows = ids_of(stage.canaries, type_.name, source.table)
        ids = [id_ for id_, owner in rows.items() if who in SEES[owner]]
        for selection in papers.by_id(type_):
            full = stage.run(stage.asker.nodes(who, ids, selection))
            without = stage.run(stage.reduced[who].nodes(who, ids, selection))
            if full != without:
                differing.append((type_.name, selection[:200], difference(full, without)))

    assert differing == []


@pytest.mark.parametrize("who", REDUCED_FOR)
def test_pages_walked_by_cursor_are_the_same_pages(stage, who):
    text = """query P($after: String, $before: String) {
      commissions(first: 2, after: $after, orderBy: [{field: TITLE}]) {
        edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }
      back: commissions(last: 1, before: $before) {
        edges { cursor node { id } } pageInfo { hasPreviousPage startCursor } } }"""

    given, walked = {}, True
    while walked:
        full = stage.run(stage.asker.read(who, text, given))
        assert full == stage.run(stage.reduced[who].read(who, text, given))
        pages = full["commissions"]["pageInfo"], full["back"]["pageInfo"]
        given = {"after": pages[0]["endCursor"], "before": pages[1]["startCursor"]}
        walked = pages[0]["hasNextPage"] or pages[1]["hasPreviousPage"]


def difference(full, without):
    """The first place at which two answers differ."""
    if isinstance(full, dict) and isinstance(without, dict):
        for key in full:
            if full[key] != without.get(key):
                return (key, difference(full[key], without.get(key)))
    if isinstance(full, list) and isinstance(without, list) and len(full) == len(without):
        for place, (one, other) in enumerate(zip(full, without, strict=True)):
            if one != other:
                return (place, difference(one, other))
    return (str(full)[:200], str(without)[:200])
