"""Texts in Bahasa Indonesia: customers who answered several times."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "All answers: limits and tests take customers as the unit. Latest: only a customer's "
        "last answer counts, in each period and over all. Mean: every customer weighs the "
        "same, however often they answered."
    ): (
        "Semua jawaban: batas dan uji memakai pelanggan sebagai satuan. Terakhir: hanya "
        "jawaban terakhir tiap pelanggan yang dihitung, di tiap periode dan secara "
        "keseluruhan. Rata-rata: tiap pelanggan berbobot sama, seberapa sering pun ia "
        "menjawab."
    ),
    (
        "Answers of one customer are alike, so customers are the unit: residuals are added "
        "up for each customer before they are squared (Binder, 1983). Limits are those of as "
        "many answers as tell as much (Korn and Graubard, 1998), and tests are divided by "
        "the design effect, with Student's t (Rao and Scott, 1984)."
    ): (
        "Jawaban satu pelanggan mirip satu sama lain, jadi pelanggan menjadi satuannya: "
        "residu dijumlahkan per pelanggan sebelum dikuadratkan (Binder, 1983). Batasnya "
        "adalah batas dari sebanyak jawaban yang sama informatifnya (Korn dan Graubard, "
        "1998), dan uji dibagi efek desain, dengan t Student (Rao dan Scott, 1984)."
    ),
    "Customers with several answers": "Pelanggan dengan beberapa jawaban",
    "Latest of each customer": "Terakhir dari tiap pelanggan",
    "Mean of each customer": "Rata-rata tiap pelanggan",
    (
        "Where customers answered several times they are the unit, not answers: a test is "
        "divided by the design effect (Rao and Scott, 1984), and a group needs at least {n} "
        "customers."
    ): (
        "Jika pelanggan menjawab beberapa kali, satuannya adalah pelanggan, bukan jawaban: "
        "uji dibagi efek desain (Rao dan Scott, 1984), dan satu kelompok perlu paling "
        "sedikit {n} pelanggan."
    ),
    ("{all} customers, each with the mean of their answers; {n} of them have several."): (
        "{all} pelanggan, masing-masing dengan rata-rata jawabannya; {n} di antaranya punya "
        "beberapa jawaban."
    ),
    ("{all} customers, each with their latest answer; {n} of them have several."): (
        "{all} pelanggan, masing-masing dengan jawaban terakhirnya; {n} di antaranya punya "
        "beberapa jawaban."
    ),
    (
        "{n} of {all} customers answered several times: limits and tests take customers as "
        "the unit (design effect {effect})."
    ): (
        "{n} dari {all} pelanggan menjawab beberapa kali: batas dan uji memakai pelanggan "
        "sebagai satuan (efek desain {effect})."
    ),
}
