"""Texts in Bahasa Melayu: lifetime value: what goes together with buying."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "{model} whose rates are multiplied for each group (Fader and Hardie, 2007), all columns "
        "at once, by maximum likelihood; limits from its curvature. The group compared with is "
        "the most frequent one, or the lowest band. p-values are adjusted by Benjamini and "
        "Hochberg."
    ): (
        "{model} yang kadarnya didarab bagi setiap kumpulan (Fader dan Hardie, 2007), semua lajur "
        "serentak, dengan kebolehjadian maksimum; had daripada kelengkungannya. Kumpulan "
        "bandingan ialah yang paling kerap, atau julat nombor terendah. Nilai p dilaraskan "
        "mengikut Benjamini dan Hochberg."
    ),
    (
        "For dropping out the odds of the mean chance, a / b, are multiplied by way of a; b is "
        "the same for all."
    ): (
        "Bagi berhenti, yang didarab ialah odds bagi peluang purata, a / b, melalui a; b sama "
        "bagi semua."
    ),
    (
        "Expected by {model} with multipliers (Fader and Hardie, 2007). Limits by the delta "
        "method cover what is not known of the parameters, not chance in what customers will do."
    ): (
        "Dijangka mengikut {model} dengan pendarab (Fader dan Hardie, 2007). Had dengan kaedah "
        "delta meliputi ketidakpastian parameter, bukan kebetulan dalam tindakan pelanggan."
    ),
    "{n} bought again; adjusted p {p}": "{n} membeli semula; p terlaras {p}",
    "Purchases a customer": "Pembelian setiap pelanggan",
    "Share of purchases to come": "Bahagian daripada pembelian akan datang",
    "Purchases of a new customer": "Pembelian pelanggan baharu",
    "What is multiplied": "Yang didarab",
    "Multiplier": "Pendarab",
    "Purchases expected of a customer in the next {time}": (
        "Pembelian yang dijangka daripada seorang pelanggan dalam {time} akan datang"
    ),
    "The first {n} of {all} are shown.": "{n} pertama daripada {all} dipaparkan.",
    "Every kind of customers and the next {time}": "Setiap jenis pelanggan dan {time} akan datang",
    "All multipliers": "Semua pendarab",
    "Without the columns": "Tanpa lajur",
    "Do the columns make the model fit better?": (
        "Adakah lajur-lajur ini menjadikan model lebih padan?"
    ),
    (
        "Likelihood ratio test of all columns together. AIC and BIC charge for each parameter; "
        "the lower one is better."
    ): (
        "Ujian nisbah kebolehjadian bagi semua lajur bersama. AIC dan BIC mengenakan beban bagi "
        "setiap parameter; yang lebih rendah lebih baik."
    ),
    "Multiplier (1: as the group compared with)": "Pendarab (1: seperti kumpulan bandingan)",
    "Amount a purchase so far": "Jumlah setiap pembelian setakat ini",
    (
        "The columns do not make the model fit better beyond chance: likelihood ratio {statistic} "
        "with {degrees} degrees of freedom, p {p}; AIC {aic}."
    ): (
        "Lajur-lajur ini tidak menjadikan model lebih padan melebihi kebetulan: nisbah "
        "kebolehjadian {statistic} dengan darjah kebebasan {degrees}, p {p}; AIC {aic}."
    ),
    (
        "The columns make the model fit better: likelihood ratio {statistic} with {degrees} "
        "degrees of freedom, p {p}; AIC {aic}."
    ): (
        "Lajur-lajur ini menjadikan model lebih padan: nisbah kebolehjadian {statistic} dengan "
        "darjah kebebasan {degrees}, p {p}; AIC {aic}."
    ),
    (
        "Multipliers say what goes together with buying, all other chosen columns equal; not that "
        "it is the cause."
    ): (
        "Pendarab menunjukkan apa yang berkaitan dengan pembelian apabila semua lajur pilihan "
        "lain sama; bukan bahawa itulah sebabnya."
    ),
    "No column goes together with buying or dropping out beyond chance": (
        "Tiada lajur yang berkaitan dengan membeli atau berhenti melebihi kebetulan"
    ),
    "Odds of dropping out after a purchase": "Odds berhenti selepas pembelian",
    (
        "{column}: customers of {level} drop out after a purchase at {ratio} times the odds of "
        "those of {baseline} ({low} to {high})."
    ): (
        "{column}: pelanggan {level} berhenti selepas pembelian dengan odds {ratio} kali odds "
        "pelanggan {baseline} ({low} hingga {high})."
    ),
    "Goes together with buying: {buying}; with dropping out: {dropping}": (
        "Berkaitan dengan membeli: {buying}; dengan berhenti: {dropping}"
    ),
    "Goes together with buying: {columns}": "Berkaitan dengan membeli: {columns}",
    "Goes together with dropping out: {columns}": "Berkaitan dengan berhenti: {columns}",
    "Rate of buying": "Kadar pembelian",
    "Rate of dropping out": "Kadar berhenti",
    (
        "{column}: customers of {level} buy at {ratio} times the rate of those of {baseline} "
        "({low} to {high})."
    ): (
        "{column}: pelanggan {level} membeli pada kadar {ratio} kali kadar pelanggan {baseline} "
        "({low} hingga {high})."
    ),
    (
        "{column}: customers of {level} drop out at {ratio} times the rate of those of {baseline} "
        "({low} to {high})."
    ): (
        "{column}: pelanggan {level} berhenti pada kadar {ratio} kali kadar pelanggan {baseline} "
        "({low} hingga {high})."
    ),
    "No proven connection with buying, all other chosen columns equal: {columns}.": (
        "Tiada kaitan terbukti dengan pembelian apabila semua lajur pilihan lain sama: {columns}."
    ),
    "No proven connection with dropping out, all other chosen columns equal: {columns}.": (
        "Tiada kaitan terbukti dengan berhenti apabila semua lajur pilihan lain sama: {columns}."
    ),
    (
        "No drop-out is visible in this window, so the columns are asked about buying only; "
        "nobody leaves in this model."
    ): (
        "Tiada pelanggan kelihatan berhenti dalam tempoh ini, jadi lajur-lajur hanya ditanya "
        "tentang pembelian; dalam model ini tiada yang berhenti."
    ),
    (
        "{repeaters} repeat buyers for {effects} effects: fewer than {few} each, so the estimates "
        "are rough. Choose fewer columns."
    ): (
        "{repeaters} pembeli ulangan bagi {effects} kesan: kurang daripada {few} setiap satu, "
        "jadi anggarannya kasar. Pilih lebih sedikit lajur."
    ),
    "The other limits take this value as known, so they are too narrow.": (
        "Had yang lain menganggap nilai ini diketahui, jadi terlalu sempit."
    ),
    (
        "{column}: {names} together are “Other values”, because each has fewer than {few} "
        "customers or {again} who bought again."
    ): (
        "{column}: {names} digabungkan menjadi “Nilai lain”, kerana setiap satu mempunyai kurang "
        "daripada {few} pelanggan atau {again} yang membeli semula."
    ),
    (
        "{n} customers have orders of more than one {column}; the one of the first day with an "
        "order counts."
    ): (
        "{n} pelanggan mempunyai pesanan dengan lebih daripada satu {column}; yang dikira ialah "
        "yang pada hari pertama dengan pesanan."
    ),
    "buying": "membeli",
    "dropping out": "berhenti",
    "above {low} up to {high}": "melebihi {low} hingga {high}",
    "all numbers": "semua nombor",
    "up to {high}": "hingga {high}",
    "above {low}": "melebihi {low}",
    "Fitting the model with columns": "Memadankan model dengan lajur",
    "Columns that may go together with buying": "Lajur yang mungkin berkaitan dengan pembelian",
    (
        "BG/BB takes no columns. Choose BG/NBD, MBG/NBD or Pareto/NBD above to see what goes "
        "together with buying."
    ): (
        "BG/BB tidak menggunakan lajur. Pilih BG/NBD, MBG/NBD atau Pareto/NBD di atas untuk "
        "melihat apa yang berkaitan dengan pembelian."
    ),
    "Choose columns that may go together with buying.": (
        "Pilih lajur yang mungkin berkaitan dengan pembelian."
    ),
    (
        "What was known at the first purchase, such as segment or channel. Columns of numbers are "
        "cut into four bands of equally many customers."
    ): (
        "Apa yang diketahui semasa pembelian pertama, seperti segmen atau saluran. Lajur nombor "
        "dipotong kepada empat julat dengan bilangan pelanggan sama."
    ),
}
