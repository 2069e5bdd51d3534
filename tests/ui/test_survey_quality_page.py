"""The Survey quality page: each tab on a file with invitations, and on the sample data."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.test_pages import metrics, opened, sentences, settled, start
from tests.ui.test_service_page import shown


def invitations() -> bytes:
    """600 invitations: Starter answers less, late answers are worse, and some answers careless."""
    chance = random.Random(3)
    lines = ["customer_id,sent_at,answered_at,nps,a_rating,b_rating,c_rating,duration_seconds,plan"]
    for place in range(600):
        plan = ("Starter", "Family")[place % 2]
        sent = datetime(2025, 1, 1, 9) + timedelta(days=place // 6)
        if chance.random() > (0.3 if plan == "Starter" else 0.6):
            lines.append(f"K{place},{sent},,,,,,,{plan}")
            continue
        late = place % 3 == 0
        nps = chance.choice([0, 3, 5, 6, 8] if late else [8, 9, 9, 10])
        quick = chance.random() < 0.1
        ratings = [3, 3, 3] if quick else [chance.randint(1, 5) for _ in range(3)]
        took = 8 if quick else chance.randint(60, 200)
        at = sent + timedelta(days=9 if late else 1)
        cells = [f"K{place}", sent, at, nps, *ratings, took, plan]
        lines.append(",".join(map(str, cells)))
    return "\n".join(lines).encode()


def on(app: AppTest, tab: str) -> AppTest:
    """The page with a tab open."""
    label = next(one.label for one in app.tabs if one.label.endswith(tab))
    app.session_state["answering_tabs"] = label
    return settled(app.run())


def listed() -> bytes:
    """The customers invited, and as many again who were not, all of the tier Gold."""
    tiers = [("Silver", "Gold")[place < 450 and place % 3 == 0] for place in range(600)]
    rows = [f"K{place},{tier},city {place % 4}" for place, tier in enumerate(tiers)]
    rows += [f"N{place},Gold,city {place % 4}" for place in range(600)]
    return "\n".join(["customer_id,tier,city", *rows]).encode()


def test_every_tab_of_a_file_with_invitations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(start(tmp_path, monkeypatch), "data")
    files = [("invitations.csv", invitations(), "text/csv"), ("list.csv", listed(), "text/csv")]
    settled(app.file_uploader[0].set_value(files).run())
    opened(app, "survey_quality")
    assert not sentences(app)
    assert any("not the score of all customers" in one.value for one in app.info)
    assert metrics(app)["Response rate"].endswith("%")
    titles = shown(app)
    assert any(title.startswith("Response rate by ") for title in titles)
    assert "Response rate over time" in titles
    assert any("answered at least once" in one.value for one in app.caption)
    assert any("Answered at all by tier: Gold stands out" in title for title in titles)

    on(app, "Early and late")
    assert not sentences(app)
    assert any("late answers are" in title and title.endswith(" lower") for title in shown(app))

    on(app, "Care")
    assert not sentences(app)
    titles = shown(app)
    assert any(title.endswith("of the answers rate everything alike") for title in titles)
    assert sum("without them" in title for title in titles) == 2
    chosen = next(one for one in app.selectbox if one.label.startswith("Column with the length"))
    assert chosen.value == "duration_seconds"

    on(app, "Blanks")
    assert not sentences(app)
    assert "Every question is answered by everybody" in shown(app)

    on(app, "Weighting")
    columns = next(one for one in app.multiselect if one.label == "Columns to weight by")
    settled(columns.set_value(["list: tier"]).run())
    assert not sentences(app)
    before = metrics(app)
    assert before["Weighted"] == before["Unweighted"]
    settled(app.button(key="rake_list_0").click().run())
    assert not sentences(app)
    assert metrics(app)["Largest to smallest weight"] != "1.0"

    on(app, "Sample size")
    assert not sentences(app)
    settled(app.selectbox(key="plan_variance").set_value("worst").run())
    assert metrics(app)["Answers needed"] == "1,537"
    assert metrics(app)["Invitations needed"] == "7,685"


def test_a_file_of_answers_alone_says_what_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f"{place % 11},{'EW'[place % 2]}" for place in range(60)]
    content = "\n".join(["nps,region", *rows]).encode()
    app = opened(start(tmp_path, monkeypatch), "data")
    settled(app.file_uploader[0].set_value([("answers.csv", content, "text/csv")]).run())
    opened(app, "survey_quality")
    assert not sentences(app)
    said = [one.value for one in app.caption]
    assert any("needs a row for every invitation" in one for one in said)
    assert any("Upload a customer list" in one for one in said)
    on(app, "Early and late")
    assert any("the day of the invitation" in one.value for one in app.caption)
    on(app, "Care")
    assert any("at least 3 rating columns" in one.value for one in app.info)
