"""Hotel reviews with human labels of aspects: how well themes and feelings about them are found."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from cxlib.text.taxonomy import parse_taxonomy
from cxlib.text.themes import CLAUSE, find_themes
from tests.text.reading import felt

HOTEL = """
ac: [ac, aircon, pendingin, air conditioner]
air_panas: [panas, hangat, heater, water heater, shower, pancuran]
bau: [bau*, apek, aroma*, wangi, harum, rokok, pesing, berbau]
kebersihan: [bersih*, kebersihan*, kotor*, jorok, debu*, berdebu, kecoa*, semut, noda*]
linen: [sprei*, seprei*, handuk*, selimut*, linen, bantal*, kasur*, bed, ranjang]
service: [pelayanan*, layanan*, staf*, resepsionis*, petugas*, karyawan*, pegawai*, ramah*,
  service*,
  servis*, receptionist*, pelayan, satpam, security]
sunrise_meal: [sarapan*, breakfast*, makan*, menu*]
tv: [tv, televisi*, channel*, siaran*]
wifi: [wifi*, wi-fi, internet*, sinyal*, koneksi*]
"""


def hotel_figures(data: Path, part: str = "valid") -> tuple[float, float, float]:
    """Mean F1 of the themes, and of labelled pairs the share that a clause tells and that is right.

    HoASA (IndoNLU): aspects and their polarity by human labels; the words above are our own.
    """
    path = data / "sentiment_hoasa_casa_aspects" / f"hoasa_{part}.csv"
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    feelings, tokens, _ = felt([row["review"] for row in rows])
    mentions = find_themes(tokens, feelings, parse_taxonomy(HOTEL))
    f1, right, spoken, asked = [], 0, 0, 0
    for place, name in enumerate(mentions.names):
        gold = np.array([row[name] for row in rows])
        flags = mentions.flags[:, place]
        true = (flags & (gold != "neut")).sum()
        f1.append(2 * true / (flags.sum() + (gold != "neut").sum()))
        wanted = np.select([gold == "pos", gold == "neg"], [1, -1], 0)
        pairs = flags & (wanted != 0)
        sure = pairs & (mentions.basis[:, place] == CLAUSE)
        asked += pairs.sum()
        spoken += sure.sum()
        right += (mentions.polarity[:, place][sure] == wanted[sure]).sum()
    return float(np.mean(f1)), float(spoken / asked), float(right / spoken)
