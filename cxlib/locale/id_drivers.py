"""Texts in Bahasa Indonesia: what matters for an outcome."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Choose at least one driver.": "Pilih sedikitnya satu pendorong.",
    "Complete answers: {groups}.": "Jawaban lengkap: {groups}.",
    "Direction": "Arah",
    "Driver": "Pendorong",
    "Drivers": "Pendorong",
    (
        "Each column is a regression of its own and adds up to 100%. Where intervals of two "
        "groups overlap, the difference may be chance."
    ): (
        "Tiap kolom adalah regresi tersendiri dan berjumlah 100%. Bila interval dua kelompok "
        "bertumpang tindih, bedanya mungkin kebetulan."
    ),
    "Groups without a result: {n}": "Kelompok tanpa hasil: {n}",
    (
        "LMG averages each driver's gain of R2 over all orders of the drivers; relative "
        "weights come close and are quicker with many drivers."
    ): (
        "LMG merata-ratakan tambahan R2 tiap pendorong atas semua urutan pendorong; bobot "
        "relatif mendekatinya dan lebih cepat bila pendorongnya banyak."
    ),
    "Outcome": "Hasil",
    "Performance (place of the mean on its scale)": "Kinerja (letak rata-rata pada skalanya)",
    "Place on the map": "Letak di peta",
    "Relative weights": "Bobot relatif",
    "The drivers of {outcome} in figures": "Pendorong {outcome} dalam angka",
    "Variance inflation": "Inflasi ragam",
    (
        "Variance inflation above 10 means that a driver says nearly the same as others, so "
        "that its direction is unsure; its share is not."
    ): (
        "Inflasi ragam di atas 10 berarti satu pendorong hampir sama dengan yang lain, "
        "sehingga arahnya tidak pasti; porsinya tidak demikian."
    ),
    "Weighing the drivers": "Menimbang pendorong",
    "What matters for {outcome}, by {column}": "Yang penting bagi {outcome}, menurut {column}",
    "What matters most for the score, and how well do we do it?": (
        "Apa yang paling penting bagi skor, dan seberapa baik kita melakukannya?"
    ),
    "{level} interval": "Interval {level}",
}
