"""Texts in Bahasa Melayu: what matters for an outcome."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Choose at least one driver.": "Pilih sekurang-kurangnya satu pemacu.",
    "Complete answers: {groups}.": "Jawapan lengkap: {groups}.",
    "Direction": "Arah",
    "Driver": "Pemacu",
    "Drivers": "Pemacu",
    (
        "Each column is a regression of its own and adds up to 100%. Where intervals of two "
        "groups overlap, the difference may be chance."
    ): (
        "Setiap lajur ialah regresi tersendiri dan berjumlah 100%. Jika selang dua kumpulan "
        "bertindih, bezanya mungkin kebetulan."
    ),
    "Groups without a result: {n}": "Kumpulan tanpa keputusan: {n}",
    (
        "LMG averages each driver's gain of R2 over all orders of the drivers; relative "
        "weights come close and are quicker with many drivers."
    ): (
        "LMG mempuratakan tambahan R2 setiap pemacu ke atas semua susunan pemacu; pemberat "
        "relatif menghampirinya dan lebih pantas jika pemacunya banyak."
    ),
    "Outcome": "Hasil",
    "Performance (place of the mean on its scale)": "Prestasi (kedudukan min pada skalanya)",
    "Place on the map": "Tempat di peta",
    "Relative weights": "Pemberat relatif",
    "The drivers of {outcome} in figures": "Pemacu {outcome} dalam angka",
    "Variance inflation": "Inflasi varians",
    (
        "Variance inflation above 10 means that a driver says nearly the same as others, so "
        "that its direction is unsure; its share is not."
    ): (
        "Inflasi varians melebihi 10 bermakna satu pemacu hampir sama dengan yang lain, jadi "
        "arahnya tidak pasti; bahagiannya tidak begitu."
    ),
    "Weighing the drivers": "Menimbang pemacu",
    "What matters for {outcome}, by {column}": "Yang penting bagi {outcome}, mengikut {column}",
    "What matters most for the score, and how well do we do it?": (
        "Apa yang paling penting bagi skor, dan sebaik mana kita melakukannya?"
    ),
    "{level} interval": "Selang {level}",
}
