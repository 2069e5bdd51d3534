"""Malay texts: reasons for leaving."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A time asked for lies beyond the longest follow-up, where the share gone is unknown:"
        " {groups}."
    ): (
        "Ada masa yang diminta melebihi tempoh pemantauan terpanjang, jadi bahagian yang "
        "pergi tidak diketahui: {groups}."
    ),
    (
        "Aalen-Johansen (1978): the share of all customers who have left for a reason by "
        "then; who left for one reason can no longer leave for another, so the shares and "
        "those still there add up to 100%. Limits by the delta method (Marubini and "
        "Valsecchi, 1995) on the complementary log-log scale."
    ): (
        "Aalen-Johansen (1978): bahagian daripada semua pelanggan yang sehingga waktu itu "
        "telah pergi atas sesuatu sebab; yang pergi atas satu sebab tidak boleh lagi pergi "
        "atas sebab lain, jadi semua bahagian campur yang masih kekal berjumlah 100%. Had "
        "dengan kaedah delta (Marubini dan Valsecchi, 1995) pada skala log-log pelengkap."
    ),
    (
        "Taking the other reasons as if they had merely been lost from sight (1 − "
        "Kaplan-Meier for each reason) would add up to {summed} gone within {time} {unit}; "
        "{gone} have gone."
    ): (
        "Jika sebab lain dianggap sekadar hilang daripada pemantauan (1 − Kaplan-Meier bagi "
        "setiap sebab), jumlahnya menjadi {summed} pergi dalam {time} {unit}; hakikatnya "
        "{gone} yang pergi."
    ),
    (
        "Gray's test (1988) asks whether the share that leaves for the reason differs between"
        " groups. The log-rank test with other reasons as censored asks whether those still "
        "there leave for it at different rates. P-values are adjusted over the reasons by "
        "Benjamini and Hochberg."
    ): (
        "Ujian Gray (1988) menyoal sama ada bahagian yang pergi atas sebab itu berbeza antara"
        " kumpulan. Ujian log-rank dengan sebab lain sebagai data tertapis menyoal sama ada "
        "mereka yang masih kekal pergi atas sebab itu pada kadar berbeza. Nilai p dilaraskan "
        "bagi semua sebab mengikut Benjamini dan Hochberg."
    ),
    "Of {left} who left, most often: {reason} ({n})": (
        "Daripada {left} yang pergi, paling kerap: {reason} ({n})"
    ),
    "Gone for “{reason}” by {column}: no proven difference": (
        "Pergi kerana “{reason}” mengikut {column}: belum terbukti berbeza"
    ),
    "(no reason given)": "(tanpa sebab)",
    "Other reasons": "Sebab lain",
    "Gone within {time} {unit}": "Pergi dalam {time} {unit}",
    "Its interval": "Selangnya",
    "Time lost ({unit})": "Masa hilang ({unit})",
    "Share gone: adjusted p": "Bahagian yang pergi: p dilaraskan",
    "Rate of leaving: adjusted p": "Kadar pemergian: p dilaraskan",
    "Nobody has left yet": "Belum ada yang pergi",
    "Gone for “{reason}” by {column}": "Pergi kerana “{reason}” mengikut {column}",
    "The share gone for “{reason}” differs by {column}": (
        "Bahagian yang pergi kerana “{reason}” berbeza mengikut {column}"
    ),
    "The {n} most frequent reasons are drawn.": "{n} sebab paling kerap dilukis.",
    "What became of customers after so many {unit}": "Nasib pelanggan selepas sekian {unit}",
    "Gone within {time} {unit}, by reason": "Pergi dalam {time} {unit}, mengikut sebab",
    "Gone for “{reason}” over time, by {column}": (
        "Pergi kerana “{reason}” dari semasa ke semasa, mengikut {column}"
    ),
    (
        "Time lost: of the first {tau} {unit}, how much of them an average customer is gone "
        "for the reason. Lost times and the mean time as a customer add up to {tau}."
    ): (
        "Masa hilang: daripada {tau} {unit} pertama, berapa lama secara purata seorang "
        "pelanggan sudah pergi atas sebab itu. Semua masa hilang campur purata masa sebagai "
        "pelanggan berjumlah {tau}."
    ),
    "Reasons, shares gone and time lost": "Sebab, bahagian yang pergi dan masa hilang",
    (
        "{incidence} Time lost to a reason is the area under its curve (Andersen, 2013), with"
        " limits on the log scale."
    ): (
        "{incidence} Masa yang hilang atas sesuatu sebab ialah luas di bawah keluknya "
        "(Andersen, 2013), dengan had pada skala log."
    ),
    "Do the reasons differ by {column}?": "Adakah sebab berbeza mengikut {column}?",
    "Customers gone for the reason": "Pelanggan yang pergi atas sebab itu",
    "Gone for it within {time} {unit}": "Pergi kerananya dalam {time} {unit}",
    "Gone for the reason": "Pergi atas sebab itu",
    "n is all who have left for the reason, at any time.": (
        "n ialah semua yang pergi atas sebab itu, pada bila-bila masa."
    ),
    "Reasons": "Sebab",
    "Reason to compare": "Sebab yang dibandingkan",
    "“{other}” stands for {n} rarer reasons: {names}.": (
        "“{other}” mewakili {n} sebab yang lebih jarang: {names}."
    ),
    (
        "No column of this file is known to hold the reason why a customer left. If there is "
        "one, choose it as “reason” on the Data page."
    ): (
        "Tiada lajur fail ini yang dikenali sebagai sebab pelanggan pergi. Jika ada, pilih "
        "lajur itu sebagai “reason” di halaman Data."
    ),
    "No reasons for leaving yet": "Belum ada sebab pemergian",
}
