"""The customers tab: how well the datasets match on one key, who is missing, what is lent."""

from __future__ import annotations

import streamlit as st

from cxlib.charts.matches import match_rates
from cxlib.charts.words import count
from cxlib.columns.keys import KeyRules
from cxlib.export.csv_text import rows_to_csv
from cxlib.locale.speak import say
from cxlib.stats.matches import Keys, Matches, unmatched
from cxlib.ui import card, head, load, session
from cxlib.ui.words import plain
from cxlib.workspace.segments import key_rules, save_key_rules
from cxlib.workspace.store import Dataset

SHOWN = 200
MOST = 1_000_000


def panel() -> None:
    """Draw the tab."""
    keyed = [one for one in session.datasets() if one.mapping.column("customer") is not None]
    if len(keyed) < 2:
        st.info(
            say("Upload a second file with a customer column to see how well the files match."),
            icon=":material/link:",
        )
        return
    rules = _rules()
    found = load.matches(tuple(keyed), rules)
    cards = head.cards()
    with cards:
        card.show(match_rates(found), key="matches")
    with cards, st.container(border=True, height="stretch"):
        st.markdown(f"**{say('Customers in each dataset')}**")
        _keys(found)
        st.caption(
            say("Spellings merged: ways to write a customer that the rules take for another one.")
        )
        _lists(keyed)
    _missing({one.name: one for one in keyed}, found, rules)


def _rules() -> KeyRules:
    """Controls for what does not matter when keys are compared; kept in the workspace."""
    mine = session.workspace()
    now = key_rules(mine)
    with st.container(horizontal=True, vertical_alignment="center", key="key_rules"):
        st.caption(
            say("Blanks around a key never matter. When keys are compared:"), width="content"
        )
        case = st.toggle(
            say("ignore capitals"),
            value=now.case,
            key="key_case",
            help=say("Ann@Mail.com and ann@mail.com are one customer."),
        )
        zeros = st.toggle(
            say("ignore zeros in front"),
            value=now.zeros,
            key="key_zeros",
            help=say("00042 and 42 are one customer."),
        )
    rules = KeyRules(case=case, zeros=zeros)
    if rules != now:
        save_key_rules(mine, rules)
    return rules


def _keys(found: Matches) -> None:
    columns: dict[str, list[object]] = {
        say("Dataset"): list(found.keys),
        say("Customers"): [count(keys.customers) for keys in found.keys.values()],
        say("Rows without"): [_unknown(keys) for keys in found.keys.values()],
        say("Spellings merged"): [
            count(keys.spellings - keys.customers) for keys in found.keys.values()
        ],
    }
    config = {name: st.column_config.Column(name, alignment="right") for name in list(columns)[1:]}
    st.dataframe(
        columns, hide_index=True, column_config=config, key="customer_keys", height="content"
    )


def _unknown(keys: Keys) -> str:
    if not keys.unknown:
        return "0"
    return f"{count(keys.unknown)} ({keys.unknown / keys.rows:.0%})"


def _lists(keyed: list[Dataset]) -> None:
    """What the customer lists lend, or why they do not."""
    for dataset in (one for one in keyed if one.kind == "customers"):
        problem = load.lending_problem(dataset)
        if problem:
            st.warning(plain(problem), icon=":material/link_off:")
        else:
            n = len(dataset.columns) - 1
            st.caption(
                ":material/link: "
                + say(
                    "The {n} other columns of {name} can split every dataset with customers.",
                    n=n,
                    name=plain(dataset.name),
                )
            )


def _missing(keyed: dict[str, Dataset], found: Matches, rules: KeyRules) -> None:
    """The customers of one dataset that another one lacks."""
    names = list(keyed)
    with st.container(border=True, key="unmatched"):
        st.markdown(f"**{say('Customers without a match')}**")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            one = str(st.selectbox(say("Customers of"), names, key="missing_of", width=240))
            others = [name for name in names if name != one]
            other = str(st.selectbox(say("not found in"), others, key="missing_in", width=240))
        lost = found.keys[one].customers - found.both[one, other]
        st.caption(
            say(
                "{n} of {all} customers ({share:.1%})",
                n=count(lost),
                all=count(found.keys[one].customers),
                share=lost / max(1, found.keys[one].customers),
            )
        )
        if not lost:
            return
        rows = _unmatched(keyed[one], keyed[other], rules, SHOWN)
        st.dataframe(rows, hide_index=True, height=240, key="unmatched_rows")
        st.download_button(
            say("Download all of them (CSV)"),
            data=lambda: rows_to_csv(_unmatched(keyed[one], keyed[other], rules, MOST)),
            file_name="unmatched.csv",
            mime="text/csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
            key="unmatched_csv",
        )


def _unmatched(
    one: Dataset, other: Dataset, rules: KeyRules, limit: int
) -> dict[str, list[object]]:
    with session.together(one, other) as (mine, theirs):
        table = unmatched(mine, theirs, rules=rules, limit=limit)
        found: dict[str, list[object]] = table.to_pyarrow().to_pydict()
        return found
