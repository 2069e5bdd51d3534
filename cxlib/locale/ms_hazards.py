"""Malay texts: what goes together with leaving."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{column}: no proven connection with leaving": (
        "{column}: tiada kaitan terbukti dengan pemergian"
    ),
    (
        "Expected to leave within {time} {unit}: {expected} of the {n} customers whose risk is "
        "known."
    ): (
        "Dijangka pergi dalam {time} {unit}: {expected} daripada {n} pelanggan yang risikonya "
        "diketahui."
    ),
    "Risk": "Risiko",
    "Stayed ({unit})": "Telah kekal ({unit})",
    "Predicted stay": "Ramalan tempoh kekal",
    (
        "Cox regression with Breslow's baseline; log-log limits of the estimate at one time each "
        "(Link, 1984). They are limits of the share of such customers, not of one customer's "
        "time."
    ): (
        "Regresi Cox dengan garis asas Breslow; had log-log anggaran pada satu masa setiap kali "
        "(Link, 1984). Itu had bagi bahagian pelanggan seperti itu, bukan bagi tempoh seorang "
        "pelanggan."
    ),
    "{column} goes together with leaving, not evenly": (
        "{column} berkaitan dengan pemergian, tetapi tidak sekata"
    ),
    "{column} goes together with leaving": "{column} berkaitan dengan pemergian",
    "Test of a straight line: p {p}.": "Ujian garis lurus: p {p}.",
    (
        "Cox regression on a restricted cubic spline (Harrell, 2015), all other columns equal; "
        "from the 1st to the 99th percentile, against the median {median}."
    ): (
        "Regresi Cox pada splin kubik terhad (Harrell, 2015), semua lajur lain sama; dari "
        "persentil ke-1 hingga ke-99, berbanding median {median}."
    ),
    (
        "Brier scores with inverse probability of censoring weights (Graf and others, 1999), for "
        "customers that the regression was not fitted to: {folds} parts, each predicted by the "
        "others. The share saved is the index of prediction accuracy (Kattan and Gerds, 2018)."
    ): (
        "Skor Brier dengan pemberat songsangan kebarangkalian penapisan (Graf dan lain-lain, "
        "1999), bagi pelanggan yang tidak digunakan untuk memadankan regresi: {folds} bahagian, "
        "setiap satu diramal daripada yang lain. Bahagian yang dijimatkan ialah indeks ketepatan "
        "ramalan (Kattan dan Gerds, 2018)."
    ),
    (
        "{n} more have stayed so long that nobody was watched {time} {unit} longer; their risk is "
        "not known."
    ): (
        "{n} lagi telah kekal begitu lama sehingga tiada sesiapa diperhatikan {time} {unit} lebih "
        "lama; risikonya tidak diketahui."
    ),
    "Still there, by risk of leaving within {time} {unit}": (
        "Masih kekal, mengikut risiko pergi dalam {time} {unit}"
    ),
    (
        "For a customer still there after a time t: 1 - S(t + h) / S(t) by the Cox regression. It "
        "ranks customers by the chosen columns and the time they have stayed."
    ): (
        "Bagi pelanggan yang masih kekal selepas masa t: 1 - S(t + h) / S(t) mengikut regresi "
        "Cox. Pelanggan disusun mengikut lajur yang dipilih dan tempoh mereka kekal."
    ),
    "Probability of still being there": "Kebarangkalian masih kekal",
    "Hazard ratio (above 1: leaves sooner)": "Nisbah hazard (melebihi 1: lebih cepat pergi)",
    "The columns save {gain} of the error of one curve for all": (
        "Lajur-lajur ini menjimatkan {gain} ralat satu lengkung untuk semua"
    ),
    "The columns predict no better than one curve for all": (
        "Lajur-lajur ini tidak meramal lebih baik daripada satu lengkung untuk semua"
    ),
    "Brier score (0 is perfect)": "Skor Brier (0 bermaksud sempurna)",
    "All have in common: {usual}.": "Semuanya sama dalam: {usual}.",
    "Hazard ratio": "Nisbah hazard",
    "Like the median": "Seperti median",
    "With the columns": "Dengan lajur",
    "One curve for all": "Satu lengkung untuk semua",
    "Ratio until {time} {unit}": "Nisbah sehingga {time} {unit}",
    "Ratio after it": "Nisbah selepasnya",
    (
        "Ratios say what goes together with leaving, all other chosen columns equal; not that it "
        "is the cause."
    ): (
        "Nisbah menunjukkan apa yang berkaitan dengan pemergian apabila semua lajur pilihan lain "
        "sama; bukan bahawa itu puncanya."
    ),
    (
        "Cox regression (1972) with Efron's way with ties: all columns at once. The most frequent "
        "group is the one compared with. p-values are adjusted by Benjamini and Hochberg."
    ): (
        "Regresi Cox (1972) dengan cara Efron bagi masa yang sama: semua lajur serentak. Kumpulan "
        "paling kerap menjadi pembanding. Nilai p dilaraskan mengikut Benjamini dan Hochberg."
    ),
    "Goes together with leaving: {columns}": "Berkaitan dengan pemergian: {columns}",
    "{column}: {level} against {baseline}": "{column}: {level} berbanding {baseline}",
    "{events} left; adjusted p {p}": "{events} pergi; p terlaras {p}",
    "Upper against lower quartile": "Kuartil atas berbanding kuartil bawah",
    "Against": "Berbanding",
    "Adjusted p of the column": "p lajur yang dilaraskan",
    "The ratios of {columns} change over time": "Nisbah {columns} berubah mengikut masa",
    "No sign that the ratios change over time": "Tiada tanda nisbah berubah mengikut masa",
    "No column goes together with leaving beyond chance": (
        "Tiada lajur yang berkaitan dengan pemergian melebihi kebetulan"
    ),
    "The first {n} of {all} are drawn.": "{n} pertama daripada {all} dilukis.",
    "All terms of the regression": "Semua sebutan regresi",
    (
        "Scaled Schoenfeld residuals against the Kaplan-Meier scale of time (Grambsch and "
        "Therneau, 1994), p-values adjusted by Benjamini and Hochberg. The two ratios are fitted "
        "to the earlier and the later half of the departures."
    ): (
        "Reja Schoenfeld berskala terhadap skala masa Kaplan-Meier (Grambsch dan Therneau, 1994), "
        "nilai p dilaraskan mengikut Benjamini dan Hochberg. Kedua-dua nisbah dipadankan pada "
        "separuh awal dan separuh akhir pemergian."
    ),
    "How many times as long they stay": "Berapa kali lebih lama mereka kekal",
    (
        "Accelerated failure time, {shape}, the best by AIC of Weibull, log-normal and "
        "log-logistic (Kalbfleisch and Prentice, 2002). It needs no steady hazard ratio."
    ): (
        "Model masa dipercepat (AFT), {shape}, yang terbaik mengikut AIC antara Weibull, "
        "log-normal dan log-logistik (Kalbfleisch dan Prentice, 2002). Tidak memerlukan nisbah "
        "hazard yang tetap."
    ),
    (
        "Concordance {c} ({low} to {high}): the share of pairs of customers in which the one at "
        "higher risk left first; 0.5 is chance."
    ): (
        "Konkordans {c} ({low} hingga {high}): bahagian pasangan pelanggan di mana yang berisiko "
        "lebih tinggi pergi dahulu; 0.5 ialah kebetulan."
    ),
    "steady": "tetap",
    "changes over time": "berubah mengikut masa",
    "Time ratio (above 1: stays longer)": "Nisbah masa (melebihi 1: kekal lebih lama)",
    "Limits are robust, grouped by customer (Lin and Wei, 1989).": (
        "Hadnya teguh, dikumpulkan mengikut pelanggan (Lin dan Wei, 1989)."
    ),
    "No difference": "Tiada beza",
    "Verdict": "Keputusan",
    "Adjusted p {p}": "p terlaras {p}",
    "Time ratio": "Nisbah masa",
    "Time ratios rest on a sample of {n} of {all} customers.": (
        "Nisbah masa berasaskan sampel {n} daripada {all} pelanggan."
    ),
    "The limits of the time ratios take contracts of one customer as independent.": (
        "Had nisbah masa menganggap kontrak seorang pelanggan saling tidak bersandar."
    ),
    (
        "Some groups are separated (nobody of them left, or only they did), so the ratios are "
        "held back by a ridge penalty and their limits are rough."
    ): (
        "Sesetengah kumpulan terpisah sepenuhnya (tiada seorang pun pergi, atau hanya mereka yang "
        "pergi), jadi nisbahnya ditahan dengan penalti ridge dan hadnya kasar."
    ),
    (
        "{events} departures for {terms} terms: fewer than {few} each, so the estimates are "
        "rough. Choose fewer columns."
    ): (
        "{events} pemergian bagi {terms} sebutan: kurang daripada {few} setiap satu, jadi "
        "anggarannya kasar. Pilih lebih sedikit lajur."
    ),
    "{n} customers have several contracts; the limits respect that (Lin and Wei).": (
        "{n} pelanggan mempunyai beberapa kontrak; hadnya mengambil kira hal itu (Lin dan Wei)."
    ),
    (
        "{n} customers have several contracts; the limits take them as independent and are too "
        "narrow."
    ): (
        "{n} pelanggan mempunyai beberapa kontrak; hadnya menganggapnya tidak bersandar dan "
        "terlalu sempit."
    ),
    "Fitted to a sample of {share} of the rows, because there are too many different ones.": (
        "Dipadankan pada sampel {share} daripada baris, kerana terlalu banyak yang berbeza."
    ),
    "{column} has one value among these customers and is left out.": (
        "{column} hanya mempunyai satu nilai dalam kalangan pelanggan ini dan tidak digunakan."
    ),
    "per 1 more": "setiap tambahan 1",
    "Other values": "Nilai lain",
    (
        "{column}: {names} together are “Other values”, because each has fewer than {few} "
        "customers or {events} departures."
    ): (
        "{column}: {names} digabungkan menjadi “Nilai lain”, kerana setiap satu mempunyai kurang "
        "daripada {few} pelanggan atau {events} pemergian."
    ),
    "{column} has too few different numbers for a curve and is taken as a straight line.": (
        "{column} mempunyai terlalu sedikit nombor berbeza untuk lengkung dan diambil sebagai "
        "garis lurus."
    ),
    "bend {n}": "bengkokan {n}",
    (
        "{column}: customers with {level} leave at {ratio} times the rate of those with "
        "{baseline} ({low} to {high})."
    ): (
        "{column}: pelanggan dengan {level} pergi pada kadar {ratio} kali ganda mereka dengan "
        "{baseline} ({low} hingga {high})."
    ),
    "Fitting the regression": "Memadankan regresi",
    "Leaving": "Pemergian",
    "Checking the predictions": "Menyemak ramalan",
    "Choose columns that may go together with leaving.": (
        "Pilih lajur yang mungkin berkaitan dengan pemergian."
    ),
    "No proven connection with leaving, all other chosen columns equal: {columns}.": (
        "Tiada kaitan terbukti dengan pemergian apabila semua lajur pilihan lain sama: {columns}."
    ),
    (
        "The ratios of {columns} change over time, so one ratio does not tell it all: see the "
        "earlier and the later half."
    ): (
        "Nisbah {columns} berubah mengikut masa, jadi satu nisbah tidak mencukupi: lihat separuh "
        "awal dan separuh akhir."
    ),
    "The ratios of all columns seem steady over time.": (
        "Nisbah semua lajur nampak tetap mengikut masa."
    ),
    "Columns that may go together with leaving": "Lajur yang mungkin berkaitan dengan pemergian",
    "Curves for numbers": "Lengkung untuk nombor",
    "A column of numbers may then matter more in one part of its range.": (
        "Lajur nombor kemudian boleh lebih berkait pada satu bahagian julatnya."
    ),
    "Time ahead ({unit})": "Masa hadapan ({unit})",
    "Download {n} customers by risk (CSV)": "Muat turun {n} pelanggan mengikut risiko (CSV)",
    "The first {n} customers were read.": "{n} pelanggan pertama dibaca.",
    "Predicted stay of a customer": "Ramalan tempoh kekal seorang pelanggan",
    "Who may leave next": "Siapa yang mungkin pergi seterusnya",
    "{column} is left out, because for some groups it says the same as {others}.": (
        "{column} tidak digunakan, kerana bagi sesetengah kumpulan ia sama dengan {others}."
    ),
}
