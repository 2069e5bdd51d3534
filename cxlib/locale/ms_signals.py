"""Texts in Bahasa Melayu: trends, alerts, targets."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "All {value}": "Semua {value}",
    "Choose at least one column.": "Pilih sekurang-kurangnya satu lajur.",
    "Columns with too many values are left out: {names}.": (
        "Lajur dengan terlalu banyak nilai tidak disertakan: {names}."
    ),
    "Difference": "Perbezaan",
    (
        "Every value of every column, and every pair of values of two columns, with at least "
        "{n} answers is tested against everybody else; all tests are one family (Benjamini "
        "and Hochberg, 1995, at {rate}). A pair is named only where it also differs from the "
        "rest of each of its two groups. Each answer counts once; survey weights are not "
        "used."
    ): (
        "Setiap nilai setiap lajur, dan setiap pasangan nilai dua lajur, dengan "
        "sekurang-kurangnya {n} jawapan diuji terhadap semua yang lain; semua ujian ialah "
        "satu keluarga (Benjamini dan Hochberg, 1995, pada {rate}). Pasangan disebut hanya "
        "jika juga berbeza daripada baki kedua-dua kumpulannya. Setiap jawapan dikira "
        "sekali; pemberat tinjauan tidak digunakan."
    ),
    "Looking at all groups": "Melihat semua kumpulan",
    "No group differs from the rest for certain": (
        "Tiada kumpulan yang pasti berbeza daripada yang lain"
    ),
    "Pairs too": "Pasangan juga",
    "Save as a segment": "Simpan sebagai segmen",
    "Saved as a segment: {name}": "Disimpan sebagai segmen: {name}",
    "Saved segments": "Segmen tersimpan",
    "Score of the rest": "Skor yang lain",
    "This file has no column that could split its answers into groups.": (
        "Fail ini tiada lajur yang dapat membahagikan jawapannya kepada kumpulan."
    ),
    "Who differs most": "Siapa yang paling berbeza",
    "{group}: {name} {by} above the rest": "{group}: {name} {by} melebihi yang lain",
    "{group}: {name} {by} below the rest": "{group}: {name} {by} di bawah yang lain",
    "{n} groups were looked at, {small} have too few answers.": (
        "{n} kumpulan dilihat, {small} terlalu sedikit jawapannya."
    ),
    "A change needs two finished periods.": "Perubahan memerlukan dua tempoh yang selesai.",
    "Choose a column to compare by; the change is split by its groups.": (
        "Pilih lajur perbandingan; perubahan dibahagi mengikut kumpulannya."
    ),
    (
        "Every group moved the other way than the whole (Simpson's paradox): from {first} to "
        "{second} other groups answered. Read the groups, not the whole."
    ): (
        "Setiap kumpulan bergerak berlawanan dengan keseluruhan (paradoks Simpson): dari "
        "{first} ke {second} yang menjawab ialah kumpulan lain. Bacalah kumpulannya, bukan "
        "keseluruhannya."
    ),
    "Groups score otherwise (rate)": "Kumpulan menilai lain (kadar)",
    "Mix": "Campuran",
    "Mix or rate": "Campuran atau kadar",
    "Other groups answered (mix)": "Kumpulan lain yang menjawab (campuran)",
    "Rate": "Kadar",
    "Score after": "Skor selepas",
    "Score before": "Skor sebelum",
    "Share after": "Bahagian selepas",
    "Share before": "Bahagian sebelum",
    (
        "The change of the shares at the mean of both scores, and the change of the scores "
        "at the mean of both shares: the two add up to the whole (Kitagawa, 1955). Limits by "
        "the delta method, as if all answers were drawn at random."
    ): (
        "Perubahan bahagian pada min kedua-dua skor, dan perubahan skor pada min kedua-dua "
        "bahagian: kedua-duanya berjumlah keseluruhan (Kitagawa, 1955). Had dengan kaedah "
        "delta, seolah-olah semua jawapan diambil secara rawak."
    ),
    "To": "Ke",
    "n after": "n selepas",
    "n before": "n sebelum",
    "{name} {by}: neither part is certain": "{name} {by}: tiada satu bahagian pun pasti",
    "{name} {by}: other groups answered": "{name} {by}: kumpulan lain yang menjawab",
    "{name} {by}: other groups answered, and they score otherwise": (
        "{name} {by}: kumpulan lain yang menjawab, dan penilaiannya lain"
    ),
    "{name} {by}: the groups score otherwise": "{name} {by}: kumpulan menilai lain",
    (
        "A target is met where the whole interval reaches it, missed where the whole "
        "interval lies below it, and not proven else: more answers may tell."
    ): (
        "Sasaran tercapai jika seluruh selang mencapainya, tersasar jika seluruh selang di "
        "bawahnya, selain itu belum terbukti: lebih banyak jawapan mungkin menjelaskannya."
    ),
    "All groups": "Semua kumpulan",
    "Open Trends": "Buka Trend",
    "By group": "Mengikut kumpulan",
    "By the number of answers": "Mengikut bilangan jawapan",
    "Centre": "Tengah",
    "Centre of the finished periods; n counts periods.": (
        "Nilai tengah tempoh yang selesai; n mengira tempoh."
    ),
    "Column (empty: all customers)": "Lajur (kosong: semua pelanggan)",
    "Event": "Peristiwa",
    "Forecast": "Ramalan",
    "From {period} on {after} instead of {before}; p = {p}.": (
        "Sejak {period} {after}, bukan lagi {before}; p = {p}."
    ),
    "In points, from -100 to 100.": "Dalam mata, dari -100 hingga 100.",
    "Is it signal or noise, what may come, and do we reach our targets?": (
        "Isyarat atau hingar, apa yang mungkin datang, dan tercapaikah sasaran kita?"
    ),
    "Laney: by answers and spread": "Laney: mengikut jawapan dan serakan",
    "Level": "Aras",
    "Levels": "Aras",
    "Limits": "Had",
    ("Median change a period (Sen); p = {p} of no rise or fall (Mann-Kendall)."): (
        "Median perubahan setiap tempoh (Sen); p = {p} bahawa tiada naik atau turun (Mann-Kendall)."
    ),
    ("Method: {method}; on the past it missed by {error} on average ({n} forecasts)."): (
        "Kaedah: {method}; pada masa lalu tersasar purata {error} ({n} ramalan)."
    ),
    "No method did better than to say that it stays as it is.": (
        "Tiada kaedah yang lebih baik daripada mengatakan bahawa nilainya kekal."
    ),
    "No signal in the newest finished period": "Tiada isyarat pada tempoh selesai terbaharu",
    "Nothing but noise in the newest finished period": (
        "Hanya hingar pada tempoh selesai terbaharu"
    ),
    "Nothing is said of seasons: that needs two full cycles.": (
        "Musim tidak disebut: perlu dua kitaran penuh."
    ),
    "Periods ahead": "Tempoh ke hadapan",
    "Save the events": "Simpan peristiwa",
    "Save the targets": "Simpan sasaran",
    "Seasons were looked for: there are two full cycles or more.": (
        "Musim dicari: ada dua kitaran penuh atau lebih."
    ),
    "Signal": "Isyarat",
    "Signals": "Isyarat",
    "Signals in the newest finished period: {n}": "Isyarat pada tempoh selesai terbaharu: {n}",
    (
        "Simple methods are tried on the past, each with what was known then, and the one "
        "that missed least is used (Hyndman and Athanasopoulos, 2021). The limits are for a "
        "coming period, if things go on as before; they know nothing of what is planned."
    ): (
        "Kaedah mudah dicuba pada masa lalu, masing-masing dengan yang diketahui ketika itu, "
        "dan yang paling kurang tersasar digunakan (Hyndman dan Athanasopoulos, 2021). "
        "Hadnya bagi tempoh akan datang, jika keadaan berterusan seperti sebelumnya; "
        "rancangan tidak diketahuinya."
    ),
    "Slope a period": "Kecerunan setiap tempoh",
    "Target": "Sasaran",
    "Targets": "Sasaran",
    "Targets and events": "Sasaran dan peristiwa",
    "Targets and the newest finished period": "Sasaran dan tempoh selesai terbaharu",
    "The newest period that is over.": "Tempoh terbaharu yang sudah selesai.",
    (
        "The series is split where the means before and after differ most, as long as the "
        "same values in random order would rarely split so well (5% for the whole series; "
        "2,000 shuffles; binary segmentation: Scott and Knott, 1974; Taylor, 2000)."
    ): (
        "Siri dibelah di tempat min sebelum dan selepas paling berbeza, selagi nilai yang "
        "sama dalam susunan rawak jarang terbelah sebaik itu (5% bagi seluruh siri; 2,000 "
        "kocokan; segmentasi binari: Scott dan Knott, 1974; Taylor, 2000)."
    ),
    "To say that it stays as it is would have missed by {error}.": (
        "Mengatakan bahawa nilainya kekal akan tersasar {error}."
    ),
    "Trends": "Trend",
    "Usual value": "Nilai biasa",
    "What happened": "Apa yang berlaku",
    "Why it is a signal": "Mengapa ini isyarat",
    (
        "XmR fits any score. Limits by the number of answers are for few answers a period; "
        "with many, they call nearly everything a signal, and Laney's are the better ones."
    ): (
        "XmR sesuai untuk sebarang skor. Had mengikut bilangan jawapan ialah untuk sedikit "
        "jawapan setiap tempoh; jika banyak, hampir semuanya disebut isyarat, dan had Laney "
        "lebih baik."
    ),
    "XmR: from the changes": "XmR: daripada perubahan",
    "as a cycle ago": "seperti satu kitaran lalu",
    "exponential smoothing": "pelicinan eksponen",
    "mean of all periods": "min semua tempoh",
    "met": "tercapai",
    "missed": "tersasar",
    "no finished period": "tiada tempoh yang selesai",
    "not proven": "belum terbukti",
    "stays as it is": "kekal",
    "{name} has been on a higher level since {period}": (
        "{name} berada pada aras lebih tinggi sejak {period}"
    ),
    "{name} has been on a lower level since {period}": (
        "{name} berada pada aras lebih rendah sejak {period}"
    ),
    "{name}: one level throughout": "{name}: satu aras sepanjang masa",
    "{name}: {low} to {high} expected in {period}": (
        "{name}: {low} hingga {high} dijangka pada {period}"
    ),
    ("{watched} series are watched; as many steady ones would give about {n} signals by chance."): (
        "{watched} siri diperhatikan; sebanyak itu siri yang tetap akan memberi kira-kira "
        "{n} isyarat secara kebetulan."
    ),
    (
        "Tests are as if no customer had answered twice. Where customers did, small groups "
        "look surer than they are: see how many customers stand behind one before acting."
    ): (
        "Ujian dibuat seolah-olah tiada pelanggan yang menjawab dua kali. Jika ada, kumpulan kecil "
        "kelihatan lebih pasti daripada sebenarnya: lihat berapa pelanggan di sebaliknya sebelum "
        "bertindak."
    ),
}
