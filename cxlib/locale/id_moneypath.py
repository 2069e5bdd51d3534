"""Texts in Bahasa Indonesia: the Impact page."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "After ({unit})": "Setelah ({unit})",
    "At this cost it would not pay, even if all stayed like {others}": (
        "Dengan biaya ini tidak akan menguntungkan, sekalipun semua bertahan seperti {others}"
    ),
    ("Both files need the customer, so that answers and contracts can be matched."): (
        "Kedua file perlu kolom pelanggan agar jawaban dan kontrak dapat dicocokkan."
    ),
    "Break-even cost per detractor": "Biaya impas per detraktor",
    "Break-even share": "Porsi impas",
    "Cost per detractor": "Biaya per detraktor",
    "Detractors who move (%)": "Detraktor yang berpindah (%)",
    ("Difference to detractors of the mean time as a customer within the window (RMST); p {p}."): (
        "Selisih terhadap detraktor dalam rata-rata waktu sebagai pelanggan di dalam jendela "
        "(RMST); p {p}."
    ),
    "Does the experience pay?": "Apakah pengalaman pelanggan membuahkan hasil?",
    "E-value": "Nilai-E",
    "E-value of the limit": "Nilai-E batas",
    (
        "Gain = detractors x (share who move x mean fee x time that {others} stay longer "
        "within the window, less the cost of each detractor). The limits are those of the "
        "time; the fee is taken as it is. It assumes that the answer is the cause."
    ): (
        "Hasil = detraktor x (porsi yang berpindah x rata-rata biaya langganan x waktu lebih "
        "lama {others} bertahan di dalam jendela, dikurangi biaya per detraktor). Batasnya "
        "adalah batas waktu itu; biaya langganan dipakai apa adanya. Ini menganggap jawaban "
        "adalah penyebabnya."
    ),
    "Gain less cost": "Hasil dikurangi biaya",
    "How much longer promoters stay than detractors, by {column}": (
        "Seberapa lebih lama promotor bertahan daripada detraktor, menurut {column}"
    ),
    "How strong another cause would have to be": "Seberapa kuat penyebab lain harus ada",
    "Impact": "Dampak",
    "It would pay from {share} of detractors on who stay like {others}": (
        "Menguntungkan mulai {share} detraktor bertahan seperti {others}"
    ),
    "Kaplan-Meier estimate from the day of the answer on.": (
        "Perkiraan Kaplan-Meier sejak hari jawaban."
    ),
    "Log-rank test over the groups: chi-square {statistic}, p {p}.": (
        "Uji log-rank antarkelompok: khi-kuadrat {statistic}, p {p}."
    ),
    "Longer ({unit})": "Lebih lama ({unit})",
    "Money at risk (detractors)": "Uang berisiko (detraktor)",
    (
        "No fee is known, so there is no money here. Choose the column with what a customer "
        "pays (fee) for {name} on the Data page."
    ): (
        "Biaya langganan tidak diketahui, jadi tidak ada angka uang di sini. Pilih kolom "
        "berisi yang dibayar pelanggan (fee) untuk {name} di halaman Data."
    ),
    "No subscriptions have a customer, a start and an end.": (
        "Tidak ada data langganan yang punya pelanggan, awal, dan akhir."
    ),
    ("No survey has a score of 0 to 10 (nps), a customer and a date of the answer."): (
        "Tidak ada survei yang punya skor 0 sampai 10 (nps), pelanggan, dan tanggal jawaban."
    ),
    "Of all detractors who were matched, within the window.": (
        "Dari semua detraktor yang cocok, di dalam jendela."
    ),
    "Pays for itself": "Balik modal",
    "Promoters against {others}": "Promotor terhadap {others}",
    (
        "Promoters leave at {ratio} times the rate of detractors, but the limits hold no "
        "difference: nothing else is needed to explain it."
    ): (
        "Promotor pergi {ratio} kali laju detraktor, tetapi batasnya mencakup tidak ada "
        "perbedaan: tidak perlu sebab lain untuk menjelaskannya."
    ),
    "Promoters stay longer, of {tau} {unit}": "Promotor bertahan lebih lama, dari {tau} {unit}",
    "Putting answers and subscriptions together": "Menggabungkan jawaban dan langganan",
    (
        "Share of detractors who have to move for the programme to pay; above 100% it "
        "cannot, and a dash means that they do not stay longer."
    ): (
        "Porsi detraktor yang harus berpindah agar program balik modal; di atas 100% tidak "
        "bisa, dan tanda hubung berarti mereka tidak bertahan lebih lama."
    ),
    "Stays longer": "Bertahan lebih lama",
    "The fee is taken as paid once in each such unit.": (
        "Biaya langganan dianggap dibayar sekali tiap satuan ini."
    ),
    "They come to stay like": "Mereka jadi bertahan seperti",
    (
        "Time as a customer and money count up to here; as usual: the last time point, or "
        "less where customers were not watched so long."
    ): (
        "Waktu sebagai pelanggan dan uang dihitung sampai sini; biasanya titik waktu "
        "terakhir, atau kurang bila pelanggan tidak diamati selama itu."
    ),
    "Time points ({unit})": "Titik waktu ({unit})",
    "Times since the answer at which the share still there is told.": (
        "Waktu sejak jawaban saat porsi yang masih ada disebutkan."
    ),
    "Watched then": "Diamati saat itu",
    "What if some detractors stayed like others?": (
        "Bagaimana bila sebagian detraktor bertahan seperti yang lain?"
    ),
    "What it would bring if detractors stayed like {others}": (
        "Hasilnya bila detraktor bertahan seperti {others}"
    ),
    "What may be spent on each detractor at most if this share moves.": (
        "Paling banyak yang boleh dikeluarkan per detraktor bila porsi ini berpindah."
    ),
    (
        "What the programme costs for each detractor, whether it moves them or not."
    ): "Biaya program untuk tiap detraktor, berpindah atau tidak.",
    (
        "What these detractors would pay more within the window if they stayed like "
        "promoters: customers x mean fee x time longer."
    ): (
        "Tambahan bayaran detraktor ini di dalam jendela bila bertahan seperti promotor: "
        "pelanggan x rata-rata biaya langganan x waktu lebih lama."
    ),
    "Who is still there after which answer": "Siapa yang masih ada setelah jawaban mana",
    "Window ({unit})": "Jendela ({unit})",
    "{group} still there after {time} {unit}": "{group} masih ada setelah {time} {unit}",
    "{n} customers matched": "{n} pelanggan cocok",
    (
        "This assumes that the association is causal: that moved customers come to stay "
        "exactly like {others}. The data alone do not prove it."
    ): (
        "Ini menganggap kaitannya sebab-akibat: pelanggan yang berpindah akan bertahan "
        "persis seperti {others}. Data saja tidak membuktikannya."
    ),
    (
        "Promoters leave at {ratio} times the rate of detractors. To explain that away, a "
        "cause that is not in the data would have to make both a good answer and staying {e} "
        "times as likely; for the limit, {limit} times."
    ): (
        "Promotor pergi {ratio} kali laju detraktor. Untuk menghapus kaitan itu, penyebab di "
        "luar data harus membuat jawaban baik dan bertahan masing-masing {e} kali lebih "
        "mungkin; untuk batasnya, {limit} kali."
    ),
    (
        "Hazard ratio by Cox regression (1972) on the two groups: below 1, promoters leave "
        "more slowly. E-value (VanderWeele and Ding, 2017): the least risk ratio with which "
        "something that is not in the data would have to go together with both the answer "
        "and staying, to explain the ratio away. Where more than 15% left, the hazard ratio "
        "is first turned into a risk ratio."
    ): (
        "Rasio hazard dari regresi Cox (1972) atas kedua kelompok: di bawah 1, promotor "
        "pergi lebih lambat. Nilai-E (VanderWeele dan Ding, 2017): rasio risiko terkecil "
        "yang mengaitkan sesuatu di luar data dengan jawaban dan dengan bertahan agar rasio "
        "itu terhapus. Bila lebih dari 15% pergi, rasio hazard diubah dulu menjadi rasio "
        "risiko."
    ),
}
