"""Indonesian texts: what goes together with leaving."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{column}: no proven connection with leaving": (
        "{column}: kaitan dengan kepergian tidak terbukti"
    ),
    (
        "Expected to leave within {time} {unit}: {expected} of the {n} customers whose risk is "
        "known."
    ): (
        "Diperkirakan pergi dalam {time} {unit}: {expected} dari {n} pelanggan yang risikonya "
        "diketahui."
    ),
    "Risk": "Risiko",
    "Stayed ({unit})": "Sudah bertahan ({unit})",
    "Predicted stay": "Perkiraan lama bertahan",
    (
        "Cox regression with Breslow's baseline; log-log limits of the estimate at one time each "
        "(Link, 1984). They are limits of the share of such customers, not of one customer's "
        "time."
    ): (
        "Regresi Cox dengan garis dasar Breslow; batas log-log perkiraan pada satu waktu "
        "masing-masing (Link, 1984). Itu batas bagi porsi pelanggan seperti itu, bukan bagi lama "
        "bertahan satu pelanggan."
    ),
    "{column} goes together with leaving, not evenly": (
        "{column} berkaitan dengan kepergian, tetapi tidak merata"
    ),
    "{column} goes together with leaving": "{column} berkaitan dengan kepergian",
    "Test of a straight line: p {p}.": "Uji garis lurus: p {p}.",
    (
        "Cox regression on a restricted cubic spline (Harrell, 2015), all other columns equal; "
        "from the 1st to the 99th percentile, against the median {median}."
    ): (
        "Regresi Cox pada spline kubik terbatas (Harrell, 2015), semua kolom lain sama; dari "
        "persentil ke-1 sampai ke-99, dibandingkan dengan median {median}."
    ),
    (
        "Brier scores with inverse probability of censoring weights (Graf and others, 1999), for "
        "customers that the regression was not fitted to: {folds} parts, each predicted by the "
        "others. The share saved is the index of prediction accuracy (Kattan and Gerds, 2018)."
    ): (
        "Skor Brier dengan bobot kebalikan peluang penyensoran (Graf dkk., 1999), untuk pelanggan "
        "yang tidak dipakai mencocokkan regresi: {folds} bagian, masing-masing diperkirakan dari "
        "bagian lain. Porsi yang dihemat adalah indeks ketepatan prediksi (Kattan dan Gerds, "
        "2018)."
    ),
    (
        "{n} more have stayed so long that nobody was watched {time} {unit} longer; their risk is "
        "not known."
    ): (
        "{n} lainnya sudah bertahan begitu lama sehingga tidak ada yang diamati {time} {unit} "
        "lebih lama; risikonya tidak diketahui."
    ),
    "Still there, by risk of leaving within {time} {unit}": (
        "Masih bertahan, menurut risiko pergi dalam {time} {unit}"
    ),
    (
        "For a customer still there after a time t: 1 - S(t + h) / S(t) by the Cox regression. It "
        "ranks customers by the chosen columns and the time they have stayed."
    ): (
        "Untuk pelanggan yang masih bertahan setelah waktu t: 1 - S(t + h) / S(t) menurut regresi "
        "Cox. Pelanggan diurutkan menurut kolom yang dipilih dan lama mereka bertahan."
    ),
    "Probability of still being there": "Peluang masih bertahan",
    "Hazard ratio (above 1: leaves sooner)": "Rasio hazard (di atas 1: lebih cepat pergi)",
    "The columns save {gain} of the error of one curve for all": (
        "Kolom-kolom ini menghemat {gain} galat dari satu kurva untuk semua"
    ),
    "The columns predict no better than one curve for all": (
        "Kolom-kolom ini tidak memprediksi lebih baik daripada satu kurva untuk semua"
    ),
    "Brier score (0 is perfect)": "Skor Brier (0 berarti sempurna)",
    "All have in common: {usual}.": "Semuanya sama dalam: {usual}.",
    "Hazard ratio": "Rasio hazard",
    "Like the median": "Seperti median",
    "With the columns": "Dengan kolom",
    "One curve for all": "Satu kurva untuk semua",
    "Ratio until {time} {unit}": "Rasio sampai {time} {unit}",
    "Ratio after it": "Rasio sesudahnya",
    (
        "Ratios say what goes together with leaving, all other chosen columns equal; not that it "
        "is the cause."
    ): (
        "Rasio menunjukkan apa yang berkaitan dengan kepergian bila semua kolom pilihan lain "
        "sama; bukan bahwa itu penyebabnya."
    ),
    (
        "Cox regression (1972) with Efron's way with ties: all columns at once. The most frequent "
        "group is the one compared with. p-values are adjusted by Benjamini and Hochberg."
    ): (
        "Regresi Cox (1972) dengan cara Efron untuk waktu yang sama: semua kolom sekaligus. "
        "Kelompok paling sering menjadi pembanding. Nilai p disesuaikan menurut Benjamini dan "
        "Hochberg."
    ),
    "Goes together with leaving: {columns}": "Berkaitan dengan kepergian: {columns}",
    "{column}: {level} against {baseline}": "{column}: {level} dibandingkan {baseline}",
    "{events} left; adjusted p {p}": "{events} pergi; p disesuaikan {p}",
    "Upper against lower quartile": "Kuartil atas dibandingkan kuartil bawah",
    "Against": "Dibandingkan dengan",
    "Adjusted p of the column": "p kolom yang disesuaikan",
    "The ratios of {columns} change over time": "Rasio {columns} berubah seiring waktu",
    "No sign that the ratios change over time": "Tidak ada tanda rasio berubah seiring waktu",
    "No column goes together with leaving beyond chance": (
        "Tidak ada kolom yang berkaitan dengan kepergian melebihi kebetulan"
    ),
    "The first {n} of {all} are drawn.": "{n} pertama dari {all} digambar.",
    "All terms of the regression": "Semua suku regresi",
    (
        "Scaled Schoenfeld residuals against the Kaplan-Meier scale of time (Grambsch and "
        "Therneau, 1994), p-values adjusted by Benjamini and Hochberg. The two ratios are fitted "
        "to the earlier and the later half of the departures."
    ): (
        "Residual Schoenfeld berskala terhadap skala waktu Kaplan-Meier (Grambsch dan Therneau, "
        "1994), nilai p disesuaikan menurut Benjamini dan Hochberg. Kedua rasio dicocokkan pada "
        "separuh awal dan separuh akhir kepergian."
    ),
    "How many times as long they stay": "Berapa kali lebih lama mereka bertahan",
    (
        "Accelerated failure time, {shape}, the best by AIC of Weibull, log-normal and "
        "log-logistic (Kalbfleisch and Prentice, 2002). It needs no steady hazard ratio."
    ): (
        "Model waktu dipercepat (AFT), {shape}, yang terbaik menurut AIC dari Weibull, "
        "log-normal, dan log-logistik (Kalbfleisch dan Prentice, 2002). Tidak memerlukan rasio "
        "hazard yang tetap."
    ),
    (
        "Concordance {c} ({low} to {high}): the share of pairs of customers in which the one at "
        "higher risk left first; 0.5 is chance."
    ): (
        "Konkordansi {c} ({low} sampai {high}): porsi pasangan pelanggan di mana yang berisiko "
        "lebih tinggi pergi lebih dulu; 0,5 adalah kebetulan."
    ),
    "steady": "tetap",
    "changes over time": "berubah seiring waktu",
    "Time ratio (above 1: stays longer)": "Rasio waktu (di atas 1: bertahan lebih lama)",
    "Limits are robust, grouped by customer (Lin and Wei, 1989).": (
        "Batasnya robust, dikelompokkan per pelanggan (Lin dan Wei, 1989)."
    ),
    "No difference": "Tidak berbeda",
    "Verdict": "Putusan",
    "Adjusted p {p}": "p disesuaikan {p}",
    "Time ratio": "Rasio waktu",
    "Time ratios rest on a sample of {n} of {all} customers.": (
        "Rasio waktu bertumpu pada sampel {n} dari {all} pelanggan."
    ),
    "The limits of the time ratios take contracts of one customer as independent.": (
        "Batas rasio waktu menganggap kontrak-kontrak satu pelanggan saling bebas."
    ),
    (
        "Some groups are separated (nobody of them left, or only they did), so the ratios are "
        "held back by a ridge penalty and their limits are rough."
    ): (
        "Sebagian kelompok terpisah sempurna (tak seorang pun pergi, atau hanya mereka yang "
        "pergi), jadi rasionya ditahan dengan penalti ridge dan batasnya kasar."
    ),
    (
        "{events} departures for {terms} terms: fewer than {few} each, so the estimates are "
        "rough. Choose fewer columns."
    ): (
        "{events} kepergian untuk {terms} suku: kurang dari {few} per suku, jadi perkiraannya "
        "kasar. Pilih lebih sedikit kolom."
    ),
    "{n} customers have several contracts; the limits respect that (Lin and Wei).": (
        "{n} pelanggan punya beberapa kontrak; batasnya memperhitungkan itu (Lin dan Wei)."
    ),
    (
        "{n} customers have several contracts; the limits take them as independent and are too "
        "narrow."
    ): (
        "{n} pelanggan punya beberapa kontrak; batasnya menganggapnya saling bebas dan terlalu "
        "sempit."
    ),
    "Fitted to a sample of {share} of the rows, because there are too many different ones.": (
        "Dicocokkan pada sampel {share} dari baris, karena terlalu banyak yang berbeda."
    ),
    "{column} has one value among these customers and is left out.": (
        "{column} hanya punya satu nilai di antara pelanggan ini dan tidak dipakai."
    ),
    "per 1 more": "per tambahan 1",
    "Other values": "Nilai lain",
    (
        "{column}: {names} together are “Other values”, because each has fewer than {few} "
        "customers or {events} departures."
    ): (
        "{column}: {names} digabung menjadi “Nilai lain”, karena masing-masing punya kurang dari "
        "{few} pelanggan atau {events} kepergian."
    ),
    "{column} has too few different numbers for a curve and is taken as a straight line.": (
        "{column} punya terlalu sedikit angka berbeda untuk sebuah kurva dan dipakai sebagai "
        "garis lurus."
    ),
    "bend {n}": "lengkungan {n}",
    (
        "{column}: customers with {level} leave at {ratio} times the rate of those with "
        "{baseline} ({low} to {high})."
    ): (
        "{column}: pelanggan dengan {level} pergi dengan laju {ratio} kali dari yang dengan "
        "{baseline} ({low} sampai {high})."
    ),
    "Fitting the regression": "Mencocokkan regresi",
    "Leaving": "Kepergian",
    "Checking the predictions": "Memeriksa prediksi",
    "Choose columns that may go together with leaving.": (
        "Pilih kolom yang mungkin berkaitan dengan kepergian."
    ),
    "No proven connection with leaving, all other chosen columns equal: {columns}.": (
        "Kaitan dengan kepergian tidak terbukti bila semua kolom pilihan lain sama: {columns}."
    ),
    (
        "The ratios of {columns} change over time, so one ratio does not tell it all: see the "
        "earlier and the later half."
    ): (
        "Rasio {columns} berubah seiring waktu, jadi satu rasio tidak cukup: lihat separuh awal "
        "dan separuh akhir."
    ),
    "The ratios of all columns seem steady over time.": (
        "Rasio semua kolom tampak tetap seiring waktu."
    ),
    "Columns that may go together with leaving": "Kolom yang mungkin berkaitan dengan kepergian",
    "Curves for numbers": "Kurva untuk angka",
    "A column of numbers may then matter more in one part of its range.": (
        "Kolom angka lalu bisa lebih berpengaruh di satu bagian rentangnya."
    ),
    "Time ahead ({unit})": "Waktu ke depan ({unit})",
    "Download {n} customers by risk (CSV)": "Unduh {n} pelanggan menurut risiko (CSV)",
    "The first {n} customers were read.": "{n} pelanggan pertama dibaca.",
    "Predicted stay of a customer": "Perkiraan lama bertahan seorang pelanggan",
    "Who may leave next": "Siapa yang mungkin pergi berikutnya",
    "{column} is left out, because for some groups it says the same as {others}.": (
        "{column} tidak dipakai, karena untuk sebagian kelompok isinya sama dengan {others}."
    ),
}
