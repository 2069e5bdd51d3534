"""Texts in Bahasa Melayu: drivers, trends and the impact of experience."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{column} has no answer": "{column} tiada jawapan",
    "answered after {day}, up to which customers were watched": (
        "menjawab selepas {day}, hari terakhir pelanggan diperhatikan"
    ),
    "the customer has no usable row in {name}": (
        "pelanggan tiada baris yang boleh digunakan dalam {name}"
    ),
    "the contract had not begun at the answer": "kontrak belum bermula semasa menjawab",
    "no longer a customer after the answer": "bukan pelanggan lagi selepas menjawab",
    "an earlier answer of the customer counts": "jawapan pelanggan yang lebih awal dikira",
    "the customer has no usable answer": "pelanggan tiada jawapan yang boleh digunakan",
    "did not run at the time of an answer": "tidak berjalan pada masa menjawab",
    "the customer counts with another contract": "pelanggan dikira dengan kontrak lain",
    "Fewer than {n} complete answers: shares and their order are rough.": (
        "Kurang daripada {n} jawapan lengkap: bahagian dan susunannya kasar."
    ),
    (
        "Some drivers say nearly the same as others, so that the sign of their effect is unsure; "
        "variance inflation: {drivers}."
    ): (
        "Beberapa pemacu hampir sama dengan yang lain, jadi arah kesannya tidak pasti; inflasi "
        "varians: {drivers}."
    ),
    "The outcome has two values, and R2 is that of a linear regression on it.": (
        "Hasil hanya ada dua nilai, dan R2 adalah daripada regresi linear."
    ),
    "The drivers have different scales; the map compares places on the scale.": (
        "Pemacu menggunakan skala berbeza; peta membandingkan kedudukan pada skala."
    ),
    (
        "This is an association: promoters may differ from others in more than their experience, "
        "so a better experience need not keep as many."
    ): (
        "Ini ialah perkaitan: promoter mungkin berbeza daripada yang lain bukan hanya dari segi "
        "pengalaman, jadi pengalaman yang lebih baik tidak semestinya mengekalkan sebanyak itu."
    ),
    "No promoter was still a customer, so there is nobody to compare with.": (
        "Tiada promoter yang masih pelanggan, jadi tiada perbandingan."
    ),
    "No fee is known, so that there is no money: map one with fee=COLUMN.": (
        "Tiada yuran diketahui, jadi tiada angka wang: pilih dengan fee=LAJUR."
    ),
    "Customers without a fee count with the mean fee of their group: {n}.": (
        "Pelanggan tanpa yuran dikira dengan purata yuran kumpulannya: {n}."
    ),
    "above the upper limit": "di atas had atas",
    "below the lower limit": "di bawah had bawah",
    "a larger change from the period before than noise explains": (
        "perubahan daripada tempoh sebelumnya lebih besar daripada yang dijelaskan hingar"
    ),
    "{n} or more periods in a row above the centre": (
        "{n} tempoh atau lebih berturut-turut di atas garis tengah"
    ),
    "{n} or more periods in a row below the centre": (
        "{n} tempoh atau lebih berturut-turut di bawah garis tengah"
    ),
    "{n} of {of} periods nearer to the upper limit than to the centre": (
        "{n} daripada {of} tempoh lebih dekat dengan had atas berbanding garis tengah"
    ),
    "{n} of {of} periods nearer to the lower limit than to the centre": (
        "{n} daripada {of} tempoh lebih dekat dengan had bawah berbanding garis tengah"
    ),
    "Limits need at least two finished periods.": (
        "Had memerlukan sekurang-kurangnya dua tempoh yang selesai."
    ),
    "The last period is not over: it is shown, but gives no signal and no limits.": (
        "Tempoh terakhir belum selesai: ditunjukkan, tetapi tidak memberi isyarat dan tidak "
        "dikira dalam had."
    ),
    "Only {n} finished periods: the limits are rough below {few}, and firm from {enough}.": (
        "Hanya {n} tempoh selesai: had masih kasar di bawah {few}, dan kukuh mulai {enough}."
    ),
    "Periods without answers are passed over, the first begins on {day}: {n}.": (
        "Tempoh tanpa jawapan dilangkau, yang pertama bermula {day}: {n}."
    ),
    (
        "Limits by bootstrap. Rows with any gap are left out. It is an association: a change of a "
        "driver need not move the outcome."
    ): (
        "Had dengan bootstrap. Baris yang tidak lengkap dikecualikan. Ini perkaitan: perubahan "
        "pemacu tidak semestinya menggerakkan hasil."
    ),
    "More of it goes with less of the outcome.": "Semakin tinggi, semakin rendah hasilnya.",
    "More of it goes with more of the outcome.": "Semakin tinggi, semakin tinggi hasilnya.",
    "n = {n}, R2 = {r2}": "n = {n}, R2 = {r2}",
    (
        "LMG: each driver's gain of R2 averaged over all orders in which the drivers can enter "
        "(Lindeman, Merenda and Gold, 1980)."
    ): (
        "LMG: tambahan R2 setiap pemacu, dipuratakan atas semua susunan kemasukan pemacu "
        "(Lindeman, Merenda dan Gold, 1980)."
    ),
    "Johnson's relative weights (Multivariate Behavioral Research, 2000).": (
        "Pemberat relatif Johnson (Multivariate Behavioral Research, 2000)."
    ),
    "R2 is McFadden's, of a logistic regression.": (
        "R2 mengikut McFadden, daripada regresi logistik."
    ),
    "concentrate here": "tumpukan di sini",
    "keep up the good work": "kekalkan",
    "low priority": "keutamaan rendah",
    "possible overkill": "mungkin berlebihan",
    "uncertain": "tidak pasti",
    "Mean importance": "Purata kepentingan",
    "{driver} matters most for {outcome}": "{driver} paling penting bagi {outcome}",
    "What matters for {outcome}": "Yang penting bagi {outcome}",
    "Share of what the drivers explain": "Bahagian daripada yang dijelaskan pemacu",
    "Mean performance": "Purata prestasi",
    "Concentrate on {drivers}": "Tumpukan pada {drivers}",
    "Importance and performance of the drivers of {outcome}": (
        "Kepentingan dan prestasi pemacu {outcome}"
    ),
    "Importance (share of R2)": "Kepentingan (bahagian R2)",
    "Performance (mean answer)": "Prestasi (purata jawapan)",
    "Share of R2": "Bahagian R2",
    "If all mattered alike": "Jika semua sama penting",
    (
        "A signal: a period outside the limits, eight in a row on one side of the centre, three "
        "of four nearer to a limit than to the centre or, with XmR, a change larger than 3.268 "
        "times the mean change."
    ): (
        "Isyarat: satu tempoh di luar had, lapan berturut-turut di satu sisi garis tengah, tiga "
        "daripada empat lebih dekat dengan had berbanding garis tengah atau, dengan XmR, "
        "perubahan lebih daripada 3.268 kali purata perubahan."
    ),
    "{name}: {n} periods with a signal, the last in {period}": (
        "{name}: {n} tempoh dengan isyarat, terakhir pada {period}"
    ),
    (
        "XmR limits: the mean of the finished periods, and 2.66 times the mean change from one to "
        "the next on either side (Shewhart; Wheeler, 1993)."
    ): (
        "Had XmR: purata tempoh yang selesai, dan 2.66 kali purata perubahan antara tempoh di "
        "kedua-dua sisinya (Shewhart; Wheeler, 1993)."
    ),
    (
        "Limits of three standard errors around the score of all finished periods, by the number "
        "of answers (Shewhart)."
    ): (
        "Had tiga ralat piawai di sekitar skor semua tempoh yang selesai, mengikut bilangan "
        "jawapan (Shewhart)."
    ),
    (
        "Laney's limits (Quality Engineering, 2002): three standard errors by the number of "
        "answers, widened by the spread between periods."
    ): (
        "Had Laney (Quality Engineering, 2002): tiga ralat piawai mengikut bilangan jawapan, "
        "dilebarkan oleh serakan antara tempoh."
    ),
    "{name}: noise, no signal": "{name}: hingar, tiada isyarat",
    "{name}: a signal in {period}": "{name}: isyarat pada {period}",
    "Centre {value}": "Garis tengah {value}",
    "Upper limit {value}": "Had atas {value}",
    "Lower limit {value}": "Had bawah {value}",
    "Upper limit": "Had atas",
    "Lower limit": "Had bawah",
    "Target {value}": "Sasaran {value}",
    (
        "Kaplan-Meier from the day of the answer, of customers who still were one (landmark: "
        "Anderson, Cain and Gelber, 1983). Money at risk: customers times mean fee times the time "
        "that promoters stay longer within the window (restricted means, Uno and others, 2014). "
        "It is an association."
    ): (
        "Kaplan-Meier sejak hari menjawab, bagi yang masih pelanggan ketika itu (landmark: "
        "Anderson, Cain dan Gelber, 1983). Wang berisiko: bilangan pelanggan kali purata yuran "
        "kali lebihan masa promoter kekal dalam tetingkap (purata terhad, Uno dan rakan-rakan, "
        "2014). Ini perkaitan."
    ),
    "No proven difference in staying between the answers": (
        "Tidak terbukti ada beza kekal antara jawapan"
    ),
    "Less than promoters ({unit})": "Kurang daripada promoter ({unit})",
    "Mean fee": "Purata yuran",
    "Money at risk": "Wang berisiko",
    "Interval": "Selang",
    "Who stays after which answer": "Siapa kekal selepas jawapan apa",
    "Customers stay differently after different answers": "Tempoh kekal berbeza mengikut jawapan",
    "Money at risk, against staying like promoters": (
        "Wang berisiko, berbanding kekal seperti promoter"
    ),
    "Experience, retention and money": "Pengalaman, pengekalan dan wang",
    "Time since the answer ({unit})": "Masa sejak menjawab ({unit})",
}
