"""Texts in Bahasa Indonesia: drivers, trends and the impact of experience."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{column} has no answer": "{column} tidak berisi jawaban",
    "answered after {day}, up to which customers were watched": (
        "menjawab setelah {day}, hari terakhir pelanggan diamati"
    ),
    "the customer has no usable row in {name}": (
        "pelanggan tidak punya baris yang dapat dipakai di {name}"
    ),
    "the contract had not begun at the answer": "kontrak belum dimulai saat menjawab",
    "no longer a customer after the answer": "bukan pelanggan lagi setelah menjawab",
    "an earlier answer of the customer counts": "jawaban pelanggan yang lebih awal yang dihitung",
    "the customer has no usable answer": "pelanggan tidak punya jawaban yang dapat dipakai",
    "did not run at the time of an answer": "tidak berjalan pada saat menjawab",
    "the customer counts with another contract": "pelanggan dihitung dengan kontrak lain",
    "Fewer than {n} complete answers: shares and their order are rough.": (
        "Kurang dari {n} jawaban lengkap: bagian dan urutannya kasar."
    ),
    (
        "Some drivers say nearly the same as others, so that the sign of their effect is unsure; "
        "variance inflation: {drivers}."
    ): (
        "Beberapa pendorong hampir sama dengan yang lain, sehingga arah pengaruhnya tidak pasti; "
        "inflasi varians: {drivers}."
    ),
    "The outcome has two values, and R2 is that of a linear regression on it.": (
        "Hasil hanya punya dua nilai, dan R2 berasal dari regresi linear."
    ),
    "The drivers have different scales; the map compares places on the scale.": (
        "Pendorong memakai skala yang berbeda; peta membandingkan letak pada skala."
    ),
    (
        "This is an association: promoters may differ from others in more than their experience, "
        "so a better experience need not keep as many."
    ): (
        "Ini adalah asosiasi: promotor bisa berbeda dari yang lain bukan hanya dalam pengalaman, "
        "jadi pengalaman yang lebih baik belum tentu mempertahankan sebanyak itu."
    ),
    "No promoter was still a customer, so there is nobody to compare with.": (
        "Tidak ada promotor yang masih pelanggan, jadi tidak ada pembanding."
    ),
    "No fee is known, so that there is no money: map one with fee=COLUMN.": (
        "Tidak ada biaya yang diketahui, jadi tidak ada angka uang: pilih dengan fee=KOLOM."
    ),
    "Customers without a fee count with the mean fee of their group: {n}.": (
        "Pelanggan tanpa biaya dihitung dengan rata-rata biaya kelompoknya: {n}."
    ),
    "above the upper limit": "di atas batas atas",
    "below the lower limit": "di bawah batas bawah",
    "a larger change from the period before than noise explains": (
        "perubahan dari periode sebelumnya lebih besar daripada yang dijelaskan derau"
    ),
    "{n} or more periods in a row above the centre": (
        "{n} periode atau lebih berturut-turut di atas garis tengah"
    ),
    "{n} or more periods in a row below the centre": (
        "{n} periode atau lebih berturut-turut di bawah garis tengah"
    ),
    "{n} of {of} periods nearer to the upper limit than to the centre": (
        "{n} dari {of} periode lebih dekat ke batas atas daripada ke garis tengah"
    ),
    "{n} of {of} periods nearer to the lower limit than to the centre": (
        "{n} dari {of} periode lebih dekat ke batas bawah daripada ke garis tengah"
    ),
    "Limits need at least two finished periods.": (
        "Batas memerlukan setidaknya dua periode yang selesai."
    ),
    "The last period is not over: it is shown, but gives no signal and no limits.": (
        "Periode terakhir belum selesai: ditampilkan, tetapi tidak memberi sinyal dan tidak masuk "
        "ke batas."
    ),
    "Only {n} finished periods: the limits are rough below {few}, and firm from {enough}.": (
        "Hanya {n} periode selesai: batas masih kasar di bawah {few}, dan mantap mulai {enough}."
    ),
    "Periods without answers are passed over, the first begins on {day}: {n}.": (
        "Periode tanpa jawaban dilewati, yang pertama mulai {day}: {n}."
    ),
    (
        "Limits by bootstrap. Rows with any gap are left out. It is an association: a change of a "
        "driver need not move the outcome."
    ): (
        "Batas dengan bootstrap. Baris yang tidak lengkap dikeluarkan. Ini asosiasi: perubahan "
        "pendorong belum tentu menggerakkan hasil."
    ),
    "More of it goes with less of the outcome.": "Semakin tinggi, semakin rendah hasilnya.",
    "More of it goes with more of the outcome.": "Semakin tinggi, semakin tinggi hasilnya.",
    "n = {n}, R2 = {r2}": "n = {n}, R2 = {r2}",
    (
        "LMG: each driver's gain of R2 averaged over all orders in which the drivers can enter "
        "(Lindeman, Merenda and Gold, 1980)."
    ): (
        "LMG: tambahan R2 tiap pendorong, dirata-ratakan atas semua urutan masuknya pendorong "
        "(Lindeman, Merenda, dan Gold, 1980)."
    ),
    "Johnson's relative weights (Multivariate Behavioral Research, 2000).": (
        "Bobot relatif Johnson (Multivariate Behavioral Research, 2000)."
    ),
    "R2 is McFadden's, of a logistic regression.": "R2 menurut McFadden, dari regresi logistik.",
    "concentrate here": "fokus di sini",
    "keep up the good work": "pertahankan",
    "low priority": "prioritas rendah",
    "possible overkill": "mungkin berlebihan",
    "uncertain": "tidak pasti",
    "Mean importance": "Rata-rata kepentingan",
    "{driver} matters most for {outcome}": "{driver} paling penting bagi {outcome}",
    "What matters for {outcome}": "Yang penting bagi {outcome}",
    "Share of what the drivers explain": "Bagian dari yang dijelaskan pendorong",
    "Mean performance": "Rata-rata kinerja",
    "Concentrate on {drivers}": "Fokus pada {drivers}",
    "Importance and performance of the drivers of {outcome}": (
        "Kepentingan dan kinerja pendorong {outcome}"
    ),
    "Importance (share of R2)": "Kepentingan (bagian dari R2)",
    "Performance (mean answer)": "Kinerja (rata-rata jawaban)",
    "Share of R2": "Bagian dari R2",
    "If all mattered alike": "Jika semua sama penting",
    (
        "A signal: a period outside the limits, eight in a row on one side of the centre, three "
        "of four nearer to a limit than to the centre or, with XmR, a change larger than 3.268 "
        "times the mean change."
    ): (
        "Sinyal: satu periode di luar batas, delapan berturut-turut di satu sisi garis tengah, "
        "tiga dari empat lebih dekat ke batas daripada ke garis tengah atau, dengan XmR, "
        "perubahan lebih dari 3,268 kali rata-rata perubahan."
    ),
    "{name}: {n} periods with a signal, the last in {period}": (
        "{name}: {n} periode dengan sinyal, terakhir pada {period}"
    ),
    (
        "XmR limits: the mean of the finished periods, and 2.66 times the mean change from one to "
        "the next on either side (Shewhart; Wheeler, 1993)."
    ): (
        "Batas XmR: rata-rata periode yang selesai, dan 2,66 kali rata-rata perubahan "
        "antarperiode di kedua sisinya (Shewhart; Wheeler, 1993)."
    ),
    (
        "Limits of three standard errors around the score of all finished periods, by the number "
        "of answers (Shewhart)."
    ): (
        "Batas tiga galat baku di sekitar skor semua periode yang selesai, menurut jumlah jawaban "
        "(Shewhart)."
    ),
    (
        "Laney's limits (Quality Engineering, 2002): three standard errors by the number of "
        "answers, widened by the spread between periods."
    ): (
        "Batas Laney (Quality Engineering, 2002): tiga galat baku menurut jumlah jawaban, "
        "diperlebar oleh sebaran antarperiode."
    ),
    "{name}: noise, no signal": "{name}: derau, tanpa sinyal",
    "{name}: a signal in {period}": "{name}: sinyal pada {period}",
    "Centre {value}": "Garis tengah {value}",
    "Upper limit {value}": "Batas atas {value}",
    "Lower limit {value}": "Batas bawah {value}",
    "Upper limit": "Batas atas",
    "Lower limit": "Batas bawah",
    "Target {value}": "Target {value}",
    (
        "Kaplan-Meier from the day of the answer, of customers who still were one (landmark: "
        "Anderson, Cain and Gelber, 1983). Money at risk: customers times mean fee times the time "
        "that promoters stay longer within the window (restricted means, Uno and others, 2014). "
        "It is an association."
    ): (
        "Kaplan-Meier sejak hari menjawab, untuk yang saat itu masih pelanggan (landmark: "
        "Anderson, Cain, dan Gelber, 1983). Uang berisiko: jumlah pelanggan kali rata-rata biaya "
        "kali lebihnya masa bertahan promotor dalam jendela (rata-rata terbatas, Uno dan "
        "kawan-kawan, 2014). Ini asosiasi."
    ),
    "No proven difference in staying between the answers": (
        "Tidak terbukti ada beda bertahan antarjawaban"
    ),
    "Less than promoters ({unit})": "Kurang dari promotor ({unit})",
    "Mean fee": "Rata-rata biaya",
    "Money at risk": "Uang berisiko",
    "Interval": "Interval",
    "Who stays after which answer": "Siapa bertahan setelah jawaban apa",
    "Customers stay differently after different answers": "Lama bertahan berbeda menurut jawaban",
    "Money at risk, against staying like promoters": (
        "Uang berisiko, dibanding bertahan seperti promotor"
    ),
    "Experience, retention and money": "Pengalaman, retensi, dan uang",
    "Time since the answer ({unit})": "Waktu sejak menjawab ({unit})",
}
