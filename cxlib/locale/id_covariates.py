"""Texts in Bahasa Indonesia: lifetime value: what goes together with buying."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "{model} whose rates are multiplied for each group (Fader and Hardie, 2007), all columns "
        "at once, by maximum likelihood; limits from its curvature. The group compared with is "
        "the most frequent one, or the lowest band. p-values are adjusted by Benjamini and "
        "Hochberg."
    ): (
        "{model} yang lajunya dikalikan untuk tiap kelompok (Fader dan Hardie, 2007), semua kolom "
        "sekaligus, dengan likelihood maksimum; batas dari kelengkungannya. Kelompok pembanding "
        "adalah yang paling sering, atau rentang angka terendah. Nilai p disesuaikan menurut "
        "Benjamini dan Hochberg."
    ),
    (
        "For dropping out the odds of the mean chance, a / b, are multiplied by way of a; b is "
        "the same for all."
    ): (
        "Untuk berhenti, yang dikalikan adalah odds dari peluang rata-rata, a / b, melalui a; b "
        "sama untuk semua."
    ),
    (
        "Expected by {model} with multipliers (Fader and Hardie, 2007). Limits by the delta "
        "method cover what is not known of the parameters, not chance in what customers will do."
    ): (
        "Diharapkan menurut {model} dengan pengali (Fader dan Hardie, 2007). Batas dengan metode "
        "delta mencakup ketidakpastian parameter, bukan kebetulan dalam tindakan pelanggan."
    ),
    "{n} bought again; adjusted p {p}": "{n} membeli lagi; p disesuaikan {p}",
    "Purchases a customer": "Pembelian per pelanggan",
    "Share of purchases to come": "Bagian dari pembelian mendatang",
    "Purchases of a new customer": "Pembelian pelanggan baru",
    "What is multiplied": "Yang dikalikan",
    "Multiplier": "Pengali",
    "Purchases expected of a customer in the next {time}": (
        "Pembelian yang diharapkan dari seorang pelanggan dalam {time} mendatang"
    ),
    "The first {n} of {all} are shown.": "{n} pertama dari {all} ditampilkan.",
    "Every kind of customers and the next {time}": "Tiap jenis pelanggan dan {time} mendatang",
    "All multipliers": "Semua pengali",
    "Without the columns": "Tanpa kolom",
    "Do the columns make the model fit better?": (
        "Apakah kolom-kolom ini membuat model lebih cocok?"
    ),
    (
        "Likelihood ratio test of all columns together. AIC and BIC charge for each parameter; "
        "the lower one is better."
    ): (
        "Uji rasio likelihood untuk semua kolom bersama. AIC dan BIC membebani tiap parameter; "
        "yang lebih rendah lebih baik."
    ),
    "Multiplier (1: as the group compared with)": "Pengali (1: seperti kelompok pembanding)",
    "Amount a purchase so far": "Jumlah per pembelian sejauh ini",
    (
        "The columns do not make the model fit better beyond chance: likelihood ratio {statistic} "
        "with {degrees} degrees of freedom, p {p}; AIC {aic}."
    ): (
        "Kolom-kolom ini tidak membuat model lebih cocok di luar kebetulan: rasio likelihood "
        "{statistic} dengan derajat bebas {degrees}, p {p}; AIC {aic}."
    ),
    (
        "The columns make the model fit better: likelihood ratio {statistic} with {degrees} "
        "degrees of freedom, p {p}; AIC {aic}."
    ): (
        "Kolom-kolom ini membuat model lebih cocok: rasio likelihood {statistic} dengan derajat "
        "bebas {degrees}, p {p}; AIC {aic}."
    ),
    (
        "Multipliers say what goes together with buying, all other chosen columns equal; not that "
        "it is the cause."
    ): (
        "Pengali menunjukkan apa yang berkaitan dengan pembelian bila semua kolom pilihan lain "
        "sama; bukan bahwa itulah sebabnya."
    ),
    "No column goes together with buying or dropping out beyond chance": (
        "Tidak ada kolom yang berkaitan dengan membeli atau berhenti di luar kebetulan"
    ),
    "Odds of dropping out after a purchase": "Odds berhenti setelah pembelian",
    (
        "{column}: customers of {level} drop out after a purchase at {ratio} times the odds of "
        "those of {baseline} ({low} to {high})."
    ): (
        "{column}: pelanggan {level} berhenti setelah pembelian dengan odds {ratio} kali odds "
        "pelanggan {baseline} ({low} sampai {high})."
    ),
    "Goes together with buying: {buying}; with dropping out: {dropping}": (
        "Berkaitan dengan membeli: {buying}; dengan berhenti: {dropping}"
    ),
    "Goes together with buying: {columns}": "Berkaitan dengan membeli: {columns}",
    "Goes together with dropping out: {columns}": "Berkaitan dengan berhenti: {columns}",
    "Rate of buying": "Laju pembelian",
    "Rate of dropping out": "Laju berhenti",
    (
        "{column}: customers of {level} buy at {ratio} times the rate of those of {baseline} "
        "({low} to {high})."
    ): (
        "{column}: pelanggan {level} membeli dengan laju {ratio} kali laju pelanggan {baseline} "
        "({low} sampai {high})."
    ),
    (
        "{column}: customers of {level} drop out at {ratio} times the rate of those of {baseline} "
        "({low} to {high})."
    ): (
        "{column}: pelanggan {level} berhenti dengan laju {ratio} kali laju pelanggan {baseline} "
        "({low} sampai {high})."
    ),
    "No proven connection with buying, all other chosen columns equal: {columns}.": (
        "Kaitan dengan pembelian tidak terbukti bila semua kolom pilihan lain sama: {columns}."
    ),
    "No proven connection with dropping out, all other chosen columns equal: {columns}.": (
        "Kaitan dengan berhenti tidak terbukti bila semua kolom pilihan lain sama: {columns}."
    ),
    (
        "No drop-out is visible in this window, so the columns are asked about buying only; "
        "nobody leaves in this model."
    ): (
        "Tidak tampak pelanggan yang berhenti dalam jendela ini, jadi kolom-kolom hanya "
        "ditanyakan tentang pembelian; dalam model ini tidak ada yang berhenti."
    ),
    (
        "{repeaters} repeat buyers for {effects} effects: fewer than {few} each, so the estimates "
        "are rough. Choose fewer columns."
    ): (
        "{repeaters} pembeli ulang untuk {effects} efek: kurang dari {few} masing-masing, jadi "
        "taksirannya kasar. Pilih lebih sedikit kolom."
    ),
    "The other limits take this value as known, so they are too narrow.": (
        "Batas lainnya menganggap nilai ini diketahui, jadi terlalu sempit."
    ),
    (
        "{column}: {names} together are “Other values”, because each has fewer than {few} "
        "customers or {again} who bought again."
    ): (
        "{column}: {names} digabung menjadi “Nilai lain”, karena masing-masing punya kurang dari "
        "{few} pelanggan atau {again} yang membeli lagi."
    ),
    (
        "{n} customers have orders of more than one {column}; the one of the first day with an "
        "order counts."
    ): (
        "{n} pelanggan punya pesanan dengan lebih dari satu {column}; yang dihitung adalah yang "
        "pada hari pertama dengan pesanan."
    ),
    "buying": "membeli",
    "dropping out": "berhenti",
    "above {low} up to {high}": "di atas {low} sampai {high}",
    "all numbers": "semua angka",
    "up to {high}": "sampai {high}",
    "above {low}": "di atas {low}",
    "Fitting the model with columns": "Mencocokkan model dengan kolom",
    "Columns that may go together with buying": "Kolom yang mungkin berkaitan dengan pembelian",
    (
        "BG/BB takes no columns. Choose BG/NBD, MBG/NBD or Pareto/NBD above to see what goes "
        "together with buying."
    ): (
        "BG/BB tidak memakai kolom. Pilih BG/NBD, MBG/NBD atau Pareto/NBD di atas untuk melihat "
        "apa yang berkaitan dengan pembelian."
    ),
    "Choose columns that may go together with buying.": (
        "Pilih kolom yang mungkin berkaitan dengan pembelian."
    ),
    (
        "What was known at the first purchase, such as segment or channel. Columns of numbers are "
        "cut into four bands of equally many customers."
    ): (
        "Yang diketahui pada pembelian pertama, seperti segmen atau saluran. Kolom angka dipotong "
        "menjadi empat rentang dengan jumlah pelanggan sama."
    ),
}
