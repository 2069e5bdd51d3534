"""`clv --covariates` on the command line: a part of the answer, tables, and sentences."""

from __future__ import annotations

import re

import numpy as np
import pytest

from tests.models.purchase_lines import write_orders

DAYS = ("--horizon", "26")


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("bought") / "orders.csv"
    write_orders(path)
    return path


def test_the_answer_has_a_part_for_the_columns(call, file):
    said = call("clv", file, *DAYS, "--covariates", "plan, shop", "--json")
    part = said.total["covariates"]
    assert part["columns"] == ["plan", "shop"]
    assert part["model"] == said.total["model"] == "bg-nbd"
    assert part["without"]["log_likelihood"] == pytest.approx(said.total["log_likelihood"])
    assert part["log_likelihood"] > part["without"]["log_likelihood"]
    effects = {(one["act"], one["column"]): one for one in part["effects"]}
    pro = effects["buying", "plan"]
    assert (pro["level"], pro["baseline"], pro["n"]) == ("pro", "free", 96)
    assert 1 < pro["low"] < 2 < pro["high"]
    assert np.log(pro["multiplier"]) == pytest.approx(pro["coef"])
    shop = effects["dropping", "shop"]
    assert shop["low"] < 1 < shop["high"]
    kinds = part["patterns"]
    assert sum(one["n"] for one in kinds) == said.total["n"] == 240
    assert sum(one["share_of_purchases"] for one in kinds) == pytest.approx(1)
    assert all(one["p_alive_low"] < one["p_alive"] < one["p_alive_high"] for one in kinds)
    assert set(kinds[0]["groups"]) == {"plan", "shop"}
    whole, *single = said.answer["tests"]
    assert whole["name"] == "likelihood ratio"
    assert whole["degrees"] == 4
    assert {(one["act"], one["column"]) for one in single} == set(effects)
    assert "covariates" not in call("clv", file, *DAYS, "--json").total


def test_tables_and_notes_for_people(call, file):
    out = call("clv", file, *DAYS, "--covariates", "plan").out
    assert "Rate of buying, plan: pro" in out
    assert "plan = free" in out
    assert "Likelihood ratio test by plan" in out
    assert "The columns make the model fit better" in out
    assert "not that it is the cause" in out


def test_orders_after_today_are_noted(call, file, tmp_path):
    later = tmp_path / "later.csv"
    later.write_text(re.sub(r"\b20\d\d-", "2190-", file.read_text()))
    notes = call("clv", later, *DAYS, "--json").answer["notes"]
    assert any("after today: dates may be wrong" in note for note in notes)
    now = call("clv", file, *DAYS, "--json").answer["notes"]
    assert not any("after today" in note for note in now)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--covariates", "nowhere"), "'nowhere' is not in this table"),
        (("--covariates", "amount"), "says who bought what and when"),
        (("--covariates", "plan", "--model", "bg-bb"), "not with 'bg-bb'"),
        (("--covariates", "plan", "--where", "plan=pro"), "'plan' has one value"),
    ],
)
def test_bad_input_is_a_sentence(call, file, words, said):
    found = call("clv", file, *DAYS, *words)
    assert (found.status, found.out) == (2, "")
    assert said in found.err
