"""Texts in Bahasa Melayu: what columns mean, and why."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "one of {n} columns that are named for scores and hold counts": (
        "salah satu daripada {n} lajur yang dinamakan mengikut skor dan berisi bilangan jawapan"
    ),
    "{n} questions, a row for each answer": "{n} soalan, satu baris bagi setiap jawapan",
    "a question that is answered by scores": "soalan yang dijawab dengan skor",
    "one of {n} neighbouring columns with answers from {low} to {high}": (
        "salah satu daripada {n} lajur bersebelahan dengan jawapan {low} hingga {high}"
    ),
    "sentences of {words:.0f} words on average": "ayat, purata {words:.0f} perkataan",
    "{column} mixes currencies ({currencies}): amounts are added up as they stand. "
    "Keep one currency, or convert them first.": (
        "{column} mencampurkan mata wang ({currencies}): amaun dijumlahkan seadanya. "
        "Kekalkan satu mata wang, atau tukarkan dahulu."
    ),
    "{column}: {cell} is read with a decimal comma. Is it?": (
        "{column}: {cell} dibaca dengan koma perpuluhan. Betulkah?"
    ),
    "{column}: {cell} is read with a decimal point. Is it?": (
        "{column}: {cell} dibaca dengan titik perpuluhan. Betulkah?"
    ),
    "the numbers are those of recent dates": "nombornya sepadan dengan tarikh kebelakangan ini",
    "the cells are numbers with decimals": "sel ialah nombor perpuluhan",
}
