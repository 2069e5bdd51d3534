"""Texts in Bahasa Indonesia: what columns mean, and why."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "one of {n} columns that are named for scores and hold counts": (
        "salah satu dari {n} kolom yang dinamai menurut skor dan berisi jumlah jawaban"
    ),
    "{n} questions, a row for each answer": "{n} pertanyaan, satu baris per jawaban",
    "a question that is answered by scores": "pertanyaan yang dijawab dengan skor",
    "one of {n} neighbouring columns with answers from {low} to {high}": (
        "salah satu dari {n} kolom berdampingan dengan jawaban {low} sampai {high}"
    ),
    "sentences of {words:.0f} words on average": "kalimat, rata-rata {words:.0f} kata",
    "{column} mixes currencies ({currencies}): amounts are added up as they stand. "
    "Keep one currency, or convert them first.": (
        "{column} mencampur mata uang ({currencies}): nilainya dijumlahkan apa adanya. "
        "Sisakan satu mata uang, atau konversikan dulu."
    ),
    "{column}: {cell} is read with a decimal comma. Is it?": (
        "{column}: {cell} dibaca dengan koma desimal. Benarkah?"
    ),
    "{column}: {cell} is read with a decimal point. Is it?": (
        "{column}: {cell} dibaca dengan titik desimal. Benarkah?"
    ),
    "the numbers are those of recent dates": "angkanya sesuai dengan tanggal belakangan ini",
    "the cells are numbers with decimals": "sel berisi angka desimal",
}
