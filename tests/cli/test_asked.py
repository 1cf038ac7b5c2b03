"""Acts in a terminal or from stdin: what is missing is asked for."""


def test_text_may_come_from_stdin(goals, server, busy):
    server.answers["AskQuestion"] = {"questionAsk": {"commission": busy, "errors": []}}

    outcome = goals("ask", "C-12", stdin="Für wen\nist das?\n")

    assert outcome.code == 0
    assert server.inputs("AskQuestion")["text"] == "Für wen\nist das?"


def test_a_delivery_is_asked_for_criterion_by_criterion(goals, server, busy, terminal):
    terminal("21 trained", "")
    server.answers["DeliverCommission"] = {"commissionDeliver": {"commission": busy, "errors": []}}

    goals("deliver", "C-12")

    assert server.inputs("DeliverCommission")["claims"] == [
        {"criterionId": "K1", "claim": "21 trained"}
    ]


def test_an_assessment_is_asked_for(goals, server, busy, terminal):
    terminal("100", "80", "5", "6")
    server.answers["AssessCommission"] = {"commissionAssess": {"commission": busy, "errors": []}}

    goals("assess", "C-12")

    sent = server.inputs("AssessCommission")
    assert [one["attainment"] for one in sent["judgements"]] == [100, 80]
    assert sent["satisfaction"] == [{"aspect": "OVERALL", "expected": 5, "perceived": 6}]
