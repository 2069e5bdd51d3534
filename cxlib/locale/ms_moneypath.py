"""Texts in Bahasa Melayu: the Impact page."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "After ({unit})": "Selepas ({unit})",
    "At this cost it would not pay, even if all stayed like {others}": (
        "Dengan kos ini ia tidak akan berbaloi, walaupun semua kekal seperti {others}"
    ),
    ("Both files need the customer, so that answers and contracts can be matched."): (
        "Kedua-dua fail perlukan lajur pelanggan supaya jawapan dan kontrak dapat dipadankan."
    ),
    "Break-even cost per detractor": "Kos pulang modal setiap detraktor",
    "Break-even share": "Bahagian pulang modal",
    "Cost per detractor": "Kos setiap detraktor",
    "Detractors who move (%)": "Detraktor yang berpindah (%)",
    ("Difference to detractors of the mean time as a customer within the window (RMST); p {p}."): (
        "Perbezaan dengan detraktor dalam purata masa sebagai pelanggan dalam tetingkap "
        "(RMST); p {p}."
    ),
    "Does the experience pay?": "Adakah pengalaman pelanggan membuahkan hasil?",
    "E-value": "Nilai-E",
    "E-value of the limit": "Nilai-E had",
    (
        "Gain = detractors x (share who move x mean fee x time that {others} stay longer "
        "within the window, less the cost of each detractor). The limits are those of the "
        "time; the fee is taken as it is. It assumes that the answer is the cause."
    ): (
        "Hasil = detraktor x (bahagian yang berpindah x purata yuran x masa lebih lama "
        "{others} kekal dalam tetingkap, tolak kos setiap detraktor). Hadnya ialah had masa "
        "itu; yuran diguna seadanya. Ini menganggap jawapan ialah puncanya."
    ),
    "Gain less cost": "Hasil tolak kos",
    "How much longer promoters stay than detractors, by {column}": (
        "Berapa lebih lama promoter kekal berbanding detraktor, mengikut {column}"
    ),
    "How strong another cause would have to be": "Sekuat mana punca lain perlu ada",
    "Impact": "Impak",
    "It would pay from {share} of detractors on who stay like {others}": (
        "Berbaloi mulai {share} detraktor kekal seperti {others}"
    ),
    "Kaplan-Meier estimate from the day of the answer on.": (
        "Anggaran Kaplan-Meier sejak hari jawapan."
    ),
    "Log-rank test over the groups: chi-square {statistic}, p {p}.": (
        "Ujian log-rank antara kumpulan: khi kuasa dua {statistic}, p {p}."
    ),
    "Longer ({unit})": "Lebih lama ({unit})",
    "Money at risk (detractors)": "Wang berisiko (detraktor)",
    (
        "No fee is known, so there is no money here. Choose the column with what a customer "
        "pays (fee) for {name} on the Data page."
    ): (
        "Yuran tidak diketahui, jadi tiada angka wang di sini. Pilih lajur yang mengandungi "
        "bayaran pelanggan (fee) untuk {name} di halaman Data."
    ),
    "No subscriptions have a customer, a start and an end.": (
        "Tiada data langganan yang ada pelanggan, mula dan tamat."
    ),
    ("No survey has a score of 0 to 10 (nps), a customer and a date of the answer."): (
        "Tiada tinjauan yang ada skor 0 hingga 10 (nps), pelanggan dan tarikh jawapan."
    ),
    "Of all detractors who were matched, within the window.": (
        "Daripada semua detraktor yang dipadankan, dalam tetingkap."
    ),
    "Pays for itself": "Pulang modal",
    "Promoters against {others}": "Promoter berbanding {others}",
    (
        "Promoters leave at {ratio} times the rate of detractors, but the limits hold no "
        "difference: nothing else is needed to explain it."
    ): (
        "Promoter pergi pada {ratio} kali kadar detraktor, tetapi hadnya merangkumi tiada "
        "perbezaan: tiada punca lain diperlukan untuk menjelaskannya."
    ),
    "Promoters stay longer, of {tau} {unit}": "Promoter kekal lebih lama, daripada {tau} {unit}",
    "Putting answers and subscriptions together": "Menggabungkan jawapan dan langganan",
    (
        "Share of detractors who have to move for the programme to pay; above 100% it "
        "cannot, and a dash means that they do not stay longer."
    ): (
        "Bahagian detraktor yang perlu berpindah supaya program pulang modal; melebihi 100% "
        "tidak boleh, dan tanda sempang bermakna mereka tidak kekal lebih lama."
    ),
    "Stays longer": "Kekal lebih lama",
    "The fee is taken as paid once in each such unit.": (
        "Yuran dianggap dibayar sekali setiap unit ini."
    ),
    "They come to stay like": "Mereka jadi kekal seperti",
    (
        "Time as a customer and money count up to here; as usual: the last time point, or "
        "less where customers were not watched so long."
    ): (
        "Masa sebagai pelanggan dan wang dikira hingga sini; biasanya titik masa terakhir, "
        "atau kurang jika pelanggan tidak diperhatikan selama itu."
    ),
    "Time points ({unit})": "Titik masa ({unit})",
    "Times since the answer at which the share still there is told.": (
        "Masa sejak jawapan apabila bahagian yang masih ada dinyatakan."
    ),
    "Watched then": "Diperhatikan ketika itu",
    "What if some detractors stayed like others?": (
        "Bagaimana jika sebahagian detraktor kekal seperti yang lain?"
    ),
    "What it would bring if detractors stayed like {others}": (
        "Hasilnya jika detraktor kekal seperti {others}"
    ),
    "What may be spent on each detractor at most if this share moves.": (
        "Paling banyak yang boleh dibelanjakan bagi setiap detraktor jika bahagian ini berpindah."
    ),
    (
        "What the programme costs for each detractor, whether it moves them or not."
    ): "Kos program bagi setiap detraktor, sama ada berpindah atau tidak.",
    (
        "What these detractors would pay more within the window if they stayed like "
        "promoters: customers x mean fee x time longer."
    ): (
        "Tambahan bayaran detraktor ini dalam tetingkap jika kekal seperti promoter: "
        "pelanggan x purata yuran x masa lebih lama."
    ),
    "Who is still there after which answer": "Siapa yang masih ada selepas jawapan mana",
    "Window ({unit})": "Tetingkap ({unit})",
    "{group} still there after {time} {unit}": "{group} masih ada selepas {time} {unit}",
    "{n} customers matched": "{n} pelanggan dipadankan",
    (
        "This assumes that the association is causal: that moved customers come to stay "
        "exactly like {others}. The data alone do not prove it."
    ): (
        "Ini menganggap kaitannya sebab dan akibat: pelanggan yang berpindah akan kekal "
        "tepat seperti {others}. Data sahaja tidak membuktikannya."
    ),
    (
        "Promoters leave at {ratio} times the rate of detractors. To explain that away, a "
        "cause that is not in the data would have to make both a good answer and staying {e} "
        "times as likely; for the limit, {limit} times."
    ): (
        "Promoter pergi pada {ratio} kali kadar detraktor. Untuk menghapus kaitan itu, punca "
        "di luar data perlu menjadikan jawapan baik dan kekal masing-masing {e} kali lebih "
        "mungkin; bagi hadnya, {limit} kali."
    ),
    (
        "Hazard ratio by Cox regression (1972) on the two groups: below 1, promoters leave "
        "more slowly. E-value (VanderWeele and Ding, 2017): the least risk ratio with which "
        "something that is not in the data would have to go together with both the answer "
        "and staying, to explain the ratio away. Where more than 15% left, the hazard ratio "
        "is first turned into a risk ratio."
    ): (
        "Nisbah hazard daripada regresi Cox (1972) bagi kedua-dua kumpulan: di bawah 1, "
        "promoter pergi lebih lambat. Nilai-E (VanderWeele dan Ding, 2017): nisbah risiko "
        "terkecil yang mengaitkan sesuatu di luar data dengan jawapan dan dengan kekal "
        "supaya nisbah itu terhapus. Jika lebih 15% pergi, nisbah hazard ditukar dahulu "
        "kepada nisbah risiko."
    ),
}
