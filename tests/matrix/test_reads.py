"""Whatever is asked, by whomever: what may be seen is answered, and nothing else."""

import re

import pytest
from canaries import OFFICERS, SEES, TAG, ids_of, texts

MARK = re.compile(r"Q[a-z]+\d{3}z")
VIEWERS = ("anna", "ben", "otto", "mia", "ada", "rita", "dora", "zoe", "zack")


def rows_of(stage, type_):
    source = stage.canaries.world.engine.contract.catalogue.types[type_.name]
    return ids_of(stage.canaries, type_.name, source.table)


def test_every_field_of_every_node_shows_what_may_be_seen_and_nothing_else(stage, papers):
    wrong, shown = [], {who: set() for who in VIEWERS}
    for type_ in papers.node_types():
        rows = rows_of(stage, type_)
        for selection in papers.by_id(type_):
            for who in VIEWERS:
                nodes = stage.run(stage.asker.nodes(who, list(rows), selection))
                for node, (id_, owner) in zip(nodes, rows.items(), strict=True):
                    if (node is not None) is not (who in SEES[owner]):
                        wrong.append((who, type_.name, owner, node and id_))
                leaks = stage.canaries.leaks(who, nodes)
                wrong += [(who, type_.name, selection, leak) for leak in leaks]
                shown[who] |= {mark for text in texts(nodes) for mark in MARK.findall(text)}

    assert wrong == []
    given = {
        mark
        for value, owner in stage.canaries.marks.items()
        if "mia" in SEES[owner]
        for mark in MARK.findall(value)
    }
    assert given - shown["mia"] == set()
    for who in VIEWERS:
        expected = {tag for tag, seeing in SEES.items() if who in seeing}
        tags = {TAG.match(mark)[1] for mark in shown[who]}
        assert tags == {each for each in expected if each in stage.canaries.commissions} | {
            each for each in expected if each.endswith("seal")
        }


@pytest.mark.parametrize("who", VIEWERS)
def test_no_root_field_shows_what_is_hidden(stage, papers, who):
    wrong = []
    for name, documents in papers.roots(stage.canaries.commissions.values()).items():
        answers = [stage.run(stage.asker.read(who, text)) for text in documents]
        wrong += [(name, leak) for leak in stage.canaries.leaks(who, answers)]
        # somewhere there is an answer, unless it is about one commission and none is there for him
        assert who not in OFFICERS or any("errors" not in each for each in answers), (name, answers)
        codes = {
            error["extensions"]["code"] for each in answers for error in each.get("errors", ())
        }
        assert codes <= {"BAD_USER_INPUT"}, (name, answers)

    assert wrong == []


@pytest.mark.parametrize("who", VIEWERS)
def test_no_list_in_any_order_shows_or_counts_what_is_hidden(stage, papers, who):
    for text in papers.orderings():
        answer = stage.run(stage.asker.read(who, text))
        assert "errors" not in answer, (text, answer)
        assert stage.canaries.leaks(who, answer) == set(), text
        for part in answer.values():
            assert part["totalCount"] == len(part["edges"]), text


def test_without_a_known_viewer_no_root_field_says_anything(stage, papers):
    for text in [text for parts in papers.roots().values() for text in parts]:
        result = stage.run(stage.canaries.world.ask(None, text))
        assert (result.data, result.code) == (None, "UNAUTHENTICATED")


def test_without_the_scope_to_read_no_root_field_says_anything(stage, papers):
    for text in papers.plain_roots():
        answer = stage.run(stage.asker.ask("ada", text, scopes=frozenset()))
        assert "data" not in answer, answer
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["FORBIDDEN"]
