"""Indonesian texts: reasons for leaving."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A time asked for lies beyond the longest follow-up, where the share gone is unknown:"
        " {groups}."
    ): (
        "Ada waktu yang diminta melampaui masa pengamatan terpanjang, sehingga porsi yang "
        "pergi tidak diketahui: {groups}."
    ),
    (
        "Aalen-Johansen (1978): the share of all customers who have left for a reason by "
        "then; who left for one reason can no longer leave for another, so the shares and "
        "those still there add up to 100%. Limits by the delta method (Marubini and "
        "Valsecchi, 1995) on the complementary log-log scale."
    ): (
        "Aalen-Johansen (1978): porsi dari semua pelanggan yang sampai saat itu sudah pergi "
        "karena suatu alasan; yang pergi karena satu alasan tidak bisa lagi pergi karena "
        "alasan lain, jadi semua porsi ditambah yang masih bertahan berjumlah 100%. Batas "
        "dengan metode delta (Marubini dan Valsecchi, 1995) pada skala log-log komplementer."
    ),
    (
        "Taking the other reasons as if they had merely been lost from sight (1 − "
        "Kaplan-Meier for each reason) would add up to {summed} gone within {time} {unit}; "
        "{gone} have gone."
    ): (
        "Jika alasan lain dianggap sekadar hilang dari pengamatan (1 − Kaplan-Meier untuk "
        "tiap alasan), jumlahnya menjadi {summed} pergi dalam {time} {unit}; kenyataannya "
        "{gone} yang pergi."
    ),
    (
        "Gray's test (1988) asks whether the share that leaves for the reason differs between"
        " groups. The log-rank test with other reasons as censored asks whether those still "
        "there leave for it at different rates. P-values are adjusted over the reasons by "
        "Benjamini and Hochberg."
    ): (
        "Uji Gray (1988) menanyakan apakah porsi yang pergi karena alasan itu berbeda "
        "antarkelompok. Uji log-rank dengan alasan lain sebagai data tersensor menanyakan "
        "apakah mereka yang masih bertahan pergi karena alasan itu dengan laju berbeda. Nilai"
        " p disesuaikan atas semua alasan menurut Benjamini dan Hochberg."
    ),
    "Of {left} who left, most often: {reason} ({n})": (
        "Dari {left} yang pergi, paling sering: {reason} ({n})"
    ),
    "Gone for “{reason}” by {column}: no proven difference": (
        "Pergi karena “{reason}” menurut {column}: belum terbukti berbeda"
    ),
    "(no reason given)": "(tanpa alasan)",
    "Other reasons": "Alasan lain",
    "Gone within {time} {unit}": "Pergi dalam {time} {unit}",
    "Its interval": "Intervalnya",
    "Time lost ({unit})": "Waktu hilang ({unit})",
    "Share gone: adjusted p": "Porsi yang pergi: p disesuaikan",
    "Rate of leaving: adjusted p": "Laju kepergian: p disesuaikan",
    "Nobody has left yet": "Belum ada yang pergi",
    "Gone for “{reason}” by {column}": "Pergi karena “{reason}” menurut {column}",
    "The share gone for “{reason}” differs by {column}": (
        "Porsi yang pergi karena “{reason}” berbeda menurut {column}"
    ),
    "The {n} most frequent reasons are drawn.": "{n} alasan tersering digambar.",
    "What became of customers after so many {unit}": "Nasib pelanggan setelah sekian {unit}",
    "Gone within {time} {unit}, by reason": "Pergi dalam {time} {unit}, menurut alasan",
    "Gone for “{reason}” over time, by {column}": (
        "Pergi karena “{reason}” dari waktu ke waktu, menurut {column}"
    ),
    (
        "Time lost: of the first {tau} {unit}, how much of them an average customer is gone "
        "for the reason. Lost times and the mean time as a customer add up to {tau}."
    ): (
        "Waktu hilang: dari {tau} {unit} pertama, berapa lama rata-rata seorang pelanggan "
        "sudah pergi karena alasan itu. Semua waktu hilang ditambah rata-rata waktu sebagai "
        "pelanggan berjumlah {tau}."
    ),
    "Reasons, shares gone and time lost": "Alasan, porsi yang pergi, dan waktu hilang",
    (
        "{incidence} Time lost to a reason is the area under its curve (Andersen, 2013), with"
        " limits on the log scale."
    ): (
        "{incidence} Waktu yang hilang karena suatu alasan adalah luas di bawah kurvanya "
        "(Andersen, 2013), dengan batas pada skala log."
    ),
    "Do the reasons differ by {column}?": "Apakah alasan berbeda menurut {column}?",
    "Customers gone for the reason": "Pelanggan yang pergi karena alasan itu",
    "Gone for it within {time} {unit}": "Pergi karenanya dalam {time} {unit}",
    "Gone for the reason": "Pergi karena alasan itu",
    "n is all who have left for the reason, at any time.": (
        "n adalah semua yang pergi karena alasan itu, kapan pun."
    ),
    "Reasons": "Alasan",
    "Reason to compare": "Alasan yang dibandingkan",
    "“{other}” stands for {n} rarer reasons: {names}.": (
        "“{other}” mewakili {n} alasan yang lebih jarang: {names}."
    ),
    (
        "No column of this file is known to hold the reason why a customer left. If there is "
        "one, choose it as “reason” on the Data page."
    ): (
        "Tidak ada kolom berkas ini yang dikenal sebagai alasan kepergian pelanggan. Jika "
        "ada, pilih kolom itu sebagai “reason” di halaman Data."
    ),
    "No reasons for leaving yet": "Belum ada alasan kepergian",
}
