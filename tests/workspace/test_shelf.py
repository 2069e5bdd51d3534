"""Small things by name: kept, replaced, removed, and each owner's own."""

from __future__ import annotations

from cxlib.workspace.shelf import Shelf


def test_things_are_kept_replaced_and_removed(house):
    shelf = house.workspace().shelf("targets")
    assert shelf.all() == {}
    assert shelf.get("nps") is None
    shelf.put("nps", {"at": 40})
    shelf.put("csat", {"at": 0.8})
    shelf.put("nps", {"at": 45})
    assert house.workspace().shelf("targets").all() == {"csat": {"at": 0.8}, "nps": {"at": 45}}
    shelf.remove("nps")
    assert list(shelf.all()) == ["csat"]


def test_shelves_and_owners_do_not_meet(house):
    house.workspace("ann").shelf("targets").put("nps", {"at": 40})
    assert house.workspace("bob").shelf("targets").all() == {}
    assert house.workspace("ann").shelf("segments").all() == {}
    house.workspace("ann").forget()
    assert Shelf(house.catalogue, owner="ann", name="targets").all() == {}


def test_the_first_to_keep_a_thing_wins(house):
    shelf = house.workspace().shelf("secrets")
    assert shelf.keep_first("key", {"value": "a"}) == {"value": "a"}
    assert shelf.keep_first("key", {"value": "b"}) == {"value": "a"}


def test_a_secret_stays_the_same_and_is_each_owners_own(house):
    secret = house.workspace("ann").secret
    assert len(secret) == 64
    assert house.workspace("ann").secret == secret
    assert house.workspace("bob").secret != secret
