"""Texts in Bahasa Melayu: customers who answered several times."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "All answers: limits and tests take customers as the unit. Latest: only a customer's "
        "last answer counts, in each period and over all. Mean: every customer weighs the "
        "same, however often they answered."
    ): (
        "Semua jawapan: had dan ujian menggunakan pelanggan sebagai unit. Terkini: hanya "
        "jawapan terakhir setiap pelanggan dikira, dalam setiap tempoh dan secara "
        "keseluruhan. Min: setiap pelanggan sama berat, tidak kira berapa kerap dia "
        "menjawab."
    ),
    (
        "Answers of one customer are alike, so customers are the unit: residuals are added "
        "up for each customer before they are squared (Binder, 1983). Limits are those of as "
        "many answers as tell as much (Korn and Graubard, 1998), and tests are divided by "
        "the design effect, with Student's t (Rao and Scott, 1984)."
    ): (
        "Jawapan seorang pelanggan serupa antara satu sama lain, jadi pelanggan menjadi "
        "unitnya: sisa dijumlahkan bagi setiap pelanggan sebelum dikuasaduakan (Binder, "
        "1983). Hadnya ialah had bagi seberapa banyak jawapan yang sama maklumatnya (Korn "
        "dan Graubard, 1998), dan ujian dibahagi dengan kesan reka bentuk, dengan t Student "
        "(Rao dan Scott, 1984)."
    ),
    "Customers with several answers": "Pelanggan dengan beberapa jawapan",
    "Latest of each customer": "Terkini daripada setiap pelanggan",
    "Mean of each customer": "Min setiap pelanggan",
    (
        "Where customers answered several times they are the unit, not answers: a test is "
        "divided by the design effect (Rao and Scott, 1984), and a group needs at least {n} "
        "customers."
    ): (
        "Jika pelanggan menjawab beberapa kali, unitnya ialah pelanggan, bukan jawapan: "
        "ujian dibahagi dengan kesan reka bentuk (Rao dan Scott, 1984), dan satu kumpulan "
        "memerlukan sekurang-kurangnya {n} pelanggan."
    ),
    ("{all} customers, each with the mean of their answers; {n} of them have several."): (
        "{all} pelanggan, masing-masing dengan min jawapannya; {n} daripadanya mempunyai "
        "beberapa jawapan."
    ),
    ("{all} customers, each with their latest answer; {n} of them have several."): (
        "{all} pelanggan, masing-masing dengan jawapan terkininya; {n} daripadanya mempunyai "
        "beberapa jawapan."
    ),
    (
        "{n} of {all} customers answered several times: limits and tests take customers as "
        "the unit (design effect {effect})."
    ): (
        "{n} daripada {all} pelanggan menjawab beberapa kali: had dan ujian menggunakan "
        "pelanggan sebagai unit (kesan reka bentuk {effect})."
    ),
}
