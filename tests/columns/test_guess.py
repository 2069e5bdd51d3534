"""Files are recognised by names and values; what is uncertain is asked."""

from __future__ import annotations

import pytest

from cxlib.columns.guess import apply_overrides, guess, scale_warning
from cxlib.columns.kinds import KINDS
from cxlib.columns.mapping import AMBIGUOUS, Mapping
from cxlib.columns.vocabulary import fit
from cxlib.errors import BadMapping, ColumnMissing

SCORES = ["9", "10", "7", "3", "8", "0", "6", "10"] * 5


def borne(found) -> dict[str, str]:
    return dict(found.mapping.roles)


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        (
            ("response_id", "answered_at", "nps", "region"),
            {"nps": "nps", "answered": "answered_at"},
        ),
        (("id", "tanggal jawaban", "skor nps", "wilayah"), {"nps": "skor nps"}),
        (("id", "tarikh jawapan", "skor nps", "negeri"), {"nps": "skor nps"}),
    ],
)
def test_a_survey_in_three_languages(profile, header, roles):
    days = [f"2024-03-{1 + i % 28:02d}" for i in range(40)]
    cells = dict(
        zip(header, ([f"R{i}" for i in range(40)], days, SCORES, ["a", "b"] * 20), strict=True)
    )
    found = guess(profile(cells), name="file.csv")
    assert found.kind == "survey"
    assert roles.items() <= borne(found).items()
    assert all(0 <= one.confidence <= 1 and len(one.why.split()) >= 2 for one in found.roles)


def test_transactions_and_subscriptions_in_indonesian(profile):
    days = [f"{1 + i % 28:02d}/{1 + i % 12:02d}/2024" for i in range(40)]
    ids = [f"P{i % 9}" for i in range(40)]
    orders = {"pelanggan": ids, "tanggal transaksi": days, "jumlah bayaran": ["12.500"] * 40}
    assert guess(profile(orders), name="data.csv").kind == "transactions"
    contracts = {
        "id pelanggan": [f"P{i}" for i in range(40)],
        "lama berlangganan": [str(1 + i % 30) for i in range(40)],
        "berhenti": ["ya", "tidak"] * 20,
    }
    found = guess(profile(contracts), name="data.csv")
    assert found.kind == "subscriptions"
    assert borne(found)["churned"] == "berhenti"


def test_dates_that_read_both_ways_are_asked_about(profile):
    both = {
        "answered": [f"{1 + i % 12:02d}/{1 + i % 11:02d}/2024" for i in range(40)],
        "nps": SCORES,
    }
    found = guess(profile(both), name="x.csv")
    assert found.mapping.reading("answered").date_format == AMBIGUOUS
    assert any("answered" in one.text for one in found.questions)
    plain = {"answered": ["25/12/2024", "03/04/2024"] * 20, "nps": SCORES}
    found = guess(profile(plain), name="x.csv")
    assert found.mapping.reading("answered").date_format == "%d/%m/%Y"


def test_a_code_beside_the_scale_is_taken_for_no_answer(profile):
    found = guess(profile({"nps": [*SCORES, "11", "11", "11"]}), name="x.csv")
    assert found.mapping.reading("nps").blanks == ("11",)


@pytest.mark.parametrize(("low", "high"), [(1, 10), (1, 5)])
def test_other_scales_offered_as_nps_are_warned_about(profile, low, high):
    answers = [str(low + i * 7 % (high - low + 1)) for i in range(200)]
    column = profile({"score": answers}).column("score")
    warning = scale_warning(column, "nps")
    assert warning is not None
    assert f"1-{high}" in warning
    assert scale_warning(profile({"score": SCORES * 5}).column("score"), "nps") is None


def test_overrides_change_the_kind_and_can_take_a_role_away(profile):
    cells = {"id": [f"c{i}" for i in range(40)], "T": ["1", "2"] * 20, "E": ["0", "1"] * 20}
    seen = profile(cells)
    guessed = guess(seen, name="x.csv").mapping
    pairs = [("customer", "id"), ("duration", "T"), ("churned", "E")]
    mapping = apply_overrides(guessed, pairs, tuple(cells), seen)
    assert (mapping.kind, dict(mapping.roles)) == ("subscriptions", dict(pairs))
    less = apply_overrides(mapping, [("customer", "")], tuple(cells), seen)
    assert less.column("customer") is None


def test_overrides_that_cannot_be(profile):
    cells = {"customer": ["c1", "c2"], "score": ["9", "3"]}
    seen = profile(cells)
    start = Mapping("survey", (("nps", "score"),))
    with pytest.raises(ColumnMissing, match="likelihood"):
        apply_overrides(start, [("nps", "likelihood")], tuple(cells), seen)
    with pytest.raises(BadMapping, match="no role 'shoesize'"):
        apply_overrides(start, [("shoesize", "score")], tuple(cells), seen)
    with pytest.raises(BadMapping, match="'customer' holds no numbers"):
        apply_overrides(start, [("duration", "customer")], tuple(cells), seen)


REAL = [
    (
        "sfo_airport_survey/2017_SFO_Customer_Survey.csv",
        "survey",
        {"nps": "NETPRO", "weight": "WEIGHT"},
    ),
    (
        "telco_churn/Telco-Customer-Churn.csv",
        "subscriptions",
        {"duration": "tenure", "churned": "Churn"},
    ),
    (
        "ravenstack_saas_synthetic/ravenstack_subscriptions.csv",
        "subscriptions",
        {"started": "start_date", "ended": "end_date", "plan": "plan_tier"},
    ),
    (
        "ravenstack_saas_synthetic/ravenstack_support_tickets.csv",
        "tickets",
        {"ticket": "ticket_id", "created": "submitted_at", "solved": "closed_at"},
    ),
    ("ravenstack_saas_synthetic/ravenstack_accounts.csv", "customers", {"customer": "account_id"}),
    ("rfm_orders/rfm_data_orders.csv", "transactions", {"amount": "revenue"}),
    ("nusax_senti/english_train.csv", "comments", {"text": "text"}),
    ("ecom_events_synthetic/ecom.csv.gz", "events", {"event": "event", "session": "session_id"}),
]


@pytest.mark.parametrize(
    ("file", "kind", "roles"), REAL, ids=[one[0].split("/")[1] for one in REAL]
)
def test_real_files(shared_data, profile_file, file, kind, roles):
    found = guess(profile_file(shared_data / file), name=file.split("/")[1])
    assert found.kind == kind
    assert roles.items() <= borne(found).items()


@pytest.mark.parametrize("kind", KINDS)
def test_every_role_is_known_by_its_own_name(kind):
    roles = [role.name for role in KINDS[kind].roles if role.name != "counts"]
    assert [name for name in roles if fit(name, name)[0] < 0.8] == []
