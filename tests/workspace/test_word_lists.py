"""Lists keep their versions, and two sessions that save at once lose nothing silently."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.workspace.word_lists import (
    THEMES,
    VERSIONS,
    WORDS,
    Conflict,
    delete_list,
    list_in_use,
    list_names,
    merge,
    save_list,
    use_list,
    versions,
)
from tests.workspace.conftest import House

FIRST = {"delivery": ["late", "courier*"], "price": ["cheap"]}

lists = st.dictionaries(st.sampled_from("abcd"), st.lists(st.sampled_from("xyz"), max_size=2))


def test_versions_are_kept_the_newest_first(house: House) -> None:
    workspace = house.workspace()
    one = save_list(workspace, THEMES, "Shop", FIRST, was=None)
    longer = {**FIRST, "staff": ["rude"]}
    two = save_list(workspace, THEMES, "Shop", longer, was=FIRST)
    assert (one.number, two.number) == (1, 2)
    assert [v.entries for v in versions(workspace, THEMES, "Shop")] == [longer, FIRST]
    assert list(two.entries) == ["delivery", "price", "staff"]
    assert two.saved >= one.saved
    assert save_list(workspace, THEMES, "Shop", longer, was=longer).number == 2
    assert list_names(workspace, THEMES) == ("Shop",)
    assert list_names(workspace, WORDS) == ()
    assert list_names(house.workspace("ben"), THEMES) == ()
    delete_list(workspace, THEMES, "Shop")
    assert versions(workspace, THEMES, "Shop") == ()


def test_old_versions_go(house: House) -> None:
    workspace = house.workspace()
    was = None
    for number in range(VERSIONS + 3):
        wanted = {"price": [f"word{number}"]}
        save_list(workspace, THEMES, "Shop", wanted, was=was)
        was = wanted
    kept = versions(workspace, THEMES, "Shop")
    assert [one.number for one in kept] == list(range(VERSIONS + 3, 3, -1))


def test_changes_of_two_sessions_in_different_themes_are_both_kept(house: House) -> None:
    workspace = house.workspace()
    save_list(workspace, THEMES, "Shop", FIRST, was=None)
    mine = {**FIRST, "delivery": ["late"]}
    theirs = {"delivery": FIRST["delivery"], "staff": ["rude"]}
    save_list(workspace, THEMES, "Shop", theirs, was=FIRST)
    found = save_list(workspace, THEMES, "Shop", mine, was=FIRST)
    assert found.entries == {"delivery": ["late"], "staff": ["rude"]}


def test_changes_of_the_same_theme_are_told(house: House) -> None:
    workspace = house.workspace()
    save_list(workspace, THEMES, "Shop", FIRST, was=None)
    save_list(workspace, THEMES, "Shop", {**FIRST, "price": ["dear"]}, was=FIRST)
    with pytest.raises(Conflict, match="'price'") as told:
        save_list(workspace, THEMES, "Shop", {**FIRST, "price": ["costly"]}, was=FIRST)
    assert told.value.entries == ("price",)
    assert len(versions(workspace, THEMES, "Shop")) == 2
    same = save_list(workspace, THEMES, "Shop", {**FIRST, "price": ["dear"]}, was=FIRST)
    assert same.number == 2


def test_many_sessions_at_once_lose_nothing(house: House) -> None:
    workspace = house.workspace()
    save_list(workspace, THEMES, "Shop", FIRST, was=None)

    def add(number: int) -> int:
        wanted = {**FIRST, f"theme {number}": ["word"]}
        return save_list(workspace, THEMES, "Shop", wanted, was=FIRST).number

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(add, range(8)))
    assert sorted(numbers) == list(range(2, 10))
    assert set(versions(workspace, THEMES, "Shop")[0].entries) == {
        *FIRST,
        *(f"theme {number}" for number in range(8)),
    }


def test_a_list_that_was_deleted_meanwhile_is_saved_whole(house: House) -> None:
    workspace = house.workspace()
    save_list(workspace, THEMES, "Shop", FIRST, was=None)
    delete_list(workspace, THEMES, "Shop")
    wanted = {**FIRST, "staff": ["rude"]}
    assert save_list(workspace, THEMES, "Shop", wanted, was=FIRST).entries == wanted


@pytest.mark.parametrize("name", ["", " ", " a", "a|b", "x" * 61])
def test_names_that_cannot_be(house: House, name: str) -> None:
    with pytest.raises(BadOption, match="1 to 60 characters"):
        save_list(house.workspace(), THEMES, name, FIRST, was=None)


def test_a_new_list_does_not_take_the_name_of_another(house: House) -> None:
    workspace = house.workspace()
    save_list(workspace, THEMES, "Shop", FIRST, was=None)
    for name in ("Shop", "shop"):
        with pytest.raises(BadOption, match="a list 'Shop' already"):
            save_list(workspace, THEMES, name, FIRST, was=None)


def test_the_list_in_use_is_remembered(house: House) -> None:
    workspace = house.workspace()
    assert list_in_use(workspace) is None
    save_list(workspace, THEMES, "Shop", FIRST, was=None)
    use_list(workspace, "Shop")
    assert list_in_use(workspace) == "Shop"
    delete_list(workspace, THEMES, "Shop")
    assert list_in_use(workspace) is None


@given(lists, lists)
def test_without_others_the_wanted_list_stands(wanted: dict, was: dict) -> None:
    assert merge(wanted, was, was) == wanted
    assert list(merge(wanted, was, was)) == list(wanted)


@given(lists, lists)
def test_without_a_change_of_ones_own_theirs_stands(was: dict, there: dict) -> None:
    assert merge(was, was, there) == there


@given(lists, lists, lists)
def test_whoever_comes_first_the_same_is_kept(one: dict, other: dict, was: dict) -> None:
    def kept(first: dict, second: dict) -> dict | set[str]:
        try:
            return merge(first, was, second)
        except Conflict as told:
            return set(told.entries)

    assert kept(one, other) == kept(other, one)
