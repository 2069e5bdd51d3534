"""Texts in Bahasa Indonesia: trends, alerts, targets."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "All {value}": "Semua {value}",
    "Choose at least one column.": "Pilih sedikitnya satu kolom.",
    "Columns with too many values are left out: {names}.": (
        "Kolom dengan terlalu banyak nilai tidak disertakan: {names}."
    ),
    "Difference": "Selisih",
    (
        "Every value of every column, and every pair of values of two columns, with at least "
        "{n} answers is tested against everybody else; all tests are one family (Benjamini "
        "and Hochberg, 1995, at {rate}). A pair is named only where it also differs from the "
        "rest of each of its two groups. Each answer counts once; survey weights are not "
        "used."
    ): (
        "Setiap nilai tiap kolom, dan setiap pasangan nilai dua kolom, dengan sedikitnya {n} "
        "jawaban diuji terhadap semua yang lain; semua uji adalah satu keluarga (Benjamini "
        "dan Hochberg, 1995, pada {rate}). Pasangan disebut hanya bila juga berbeda dari "
        "sisa kedua kelompoknya. Setiap jawaban dihitung sekali; bobot survei tidak dipakai."
    ),
    "Looking at all groups": "Melihat semua kelompok",
    "No group differs from the rest for certain": (
        "Tidak ada kelompok yang pasti berbeda dari yang lain"
    ),
    "Pairs too": "Pasangan juga",
    "Save as a segment": "Simpan sebagai segmen",
    "Saved as a segment: {name}": "Disimpan sebagai segmen: {name}",
    "Saved segments": "Segmen tersimpan",
    "Score of the rest": "Skor yang lain",
    "This file has no column that could split its answers into groups.": (
        "File ini tidak punya kolom yang dapat membagi jawabannya menjadi kelompok."
    ),
    "Who differs most": "Siapa yang paling berbeda",
    "{group}: {name} {by} above the rest": "{group}: {name} {by} di atas yang lain",
    "{group}: {name} {by} below the rest": "{group}: {name} {by} di bawah yang lain",
    "{n} groups were looked at, {small} have too few answers.": (
        "{n} kelompok dilihat, {small} terlalu sedikit jawabannya."
    ),
    "A change needs two finished periods.": "Perubahan memerlukan dua periode yang selesai.",
    "Choose a column to compare by; the change is split by its groups.": (
        "Pilih kolom pembanding; perubahan dibagi menurut kelompoknya."
    ),
    (
        "Every group moved the other way than the whole (Simpson's paradox): from {first} to "
        "{second} other groups answered. Read the groups, not the whole."
    ): (
        "Setiap kelompok bergerak berlawanan dengan keseluruhan (paradoks Simpson): dari "
        "{first} ke {second} yang menjawab adalah kelompok lain. Bacalah kelompoknya, bukan "
        "keseluruhannya."
    ),
    "Groups score otherwise (rate)": "Kelompok menilai lain (tingkat)",
    "Mix": "Campuran",
    "Mix or rate": "Campuran atau tingkat",
    "Other groups answered (mix)": "Kelompok lain yang menjawab (campuran)",
    "Rate": "Tingkat",
    "Score after": "Skor sesudah",
    "Score before": "Skor sebelum",
    "Share after": "Porsi sesudah",
    "Share before": "Porsi sebelum",
    (
        "The change of the shares at the mean of both scores, and the change of the scores "
        "at the mean of both shares: the two add up to the whole (Kitagawa, 1955). Limits by "
        "the delta method, as if all answers were drawn at random."
    ): (
        "Perubahan porsi pada rata-rata kedua skor, dan perubahan skor pada rata-rata kedua "
        "porsi: keduanya berjumlah keseluruhan (Kitagawa, 1955). Batas dengan metode delta, "
        "seolah semua jawaban diambil acak."
    ),
    "To": "Ke",
    "n after": "n sesudah",
    "n before": "n sebelum",
    "{name} {by}: neither part is certain": "{name} {by}: tidak satu bagian pun pasti",
    "{name} {by}: other groups answered": "{name} {by}: kelompok lain yang menjawab",
    "{name} {by}: other groups answered, and they score otherwise": (
        "{name} {by}: kelompok lain yang menjawab, dan penilaiannya lain"
    ),
    "{name} {by}: the groups score otherwise": "{name} {by}: kelompok menilai lain",
    (
        "A target is met where the whole interval reaches it, missed where the whole "
        "interval lies below it, and not proven else: more answers may tell."
    ): (
        "Target tercapai bila seluruh interval mencapainya, meleset bila seluruh interval di "
        "bawahnya, selain itu belum terbukti: lebih banyak jawaban mungkin menjelaskannya."
    ),
    "All groups": "Semua kelompok",
    "Open Trends": "Buka Tren",
    "By group": "Menurut kelompok",
    "By the number of answers": "Menurut jumlah jawaban",
    "Centre": "Tengah",
    "Centre of the finished periods; n counts periods.": (
        "Nilai tengah periode yang selesai; n menghitung periode."
    ),
    "Column (empty: all customers)": "Kolom (kosong: semua pelanggan)",
    "Event": "Peristiwa",
    "Forecast": "Ramalan",
    "From {period} on {after} instead of {before}; p = {p}.": (
        "Sejak {period} {after}, bukan lagi {before}; p = {p}."
    ),
    "In points, from -100 to 100.": "Dalam poin, dari -100 sampai 100.",
    "Is it signal or noise, what may come, and do we reach our targets?": (
        "Sinyal atau derau, apa yang mungkin datang, dan tercapaikah target kita?"
    ),
    "Laney: by answers and spread": "Laney: menurut jawaban dan sebaran",
    "Level": "Tingkat",
    "Levels": "Tingkat",
    "Limits": "Batas",
    ("Median change a period (Sen); p = {p} of no rise or fall (Mann-Kendall)."): (
        "Median perubahan per periode (Sen); p = {p} bahwa tidak naik atau turun (Mann-Kendall)."
    ),
    ("Method: {method}; on the past it missed by {error} on average ({n} forecasts)."): (
        "Metode: {method}; pada masa lalu meleset rata-rata {error} ({n} ramalan)."
    ),
    "No method did better than to say that it stays as it is.": (
        "Tidak ada metode yang lebih baik daripada mengatakan bahwa nilainya tetap."
    ),
    "No signal in the newest finished period": "Tidak ada sinyal pada periode selesai terbaru",
    "Nothing but noise in the newest finished period": "Hanya derau pada periode selesai terbaru",
    "Nothing is said of seasons: that needs two full cycles.": (
        "Musim tidak dibahas: perlu dua siklus penuh."
    ),
    "Periods ahead": "Periode ke depan",
    "Save the events": "Simpan peristiwa",
    "Save the targets": "Simpan target",
    "Seasons were looked for: there are two full cycles or more.": (
        "Musim dicari: ada dua siklus penuh atau lebih."
    ),
    "Signal": "Sinyal",
    "Signals": "Sinyal",
    "Signals in the newest finished period: {n}": "Sinyal pada periode selesai terbaru: {n}",
    (
        "Simple methods are tried on the past, each with what was known then, and the one "
        "that missed least is used (Hyndman and Athanasopoulos, 2021). The limits are for a "
        "coming period, if things go on as before; they know nothing of what is planned."
    ): (
        "Metode sederhana dicoba pada masa lalu, masing-masing dengan yang diketahui saat "
        "itu, dan yang paling sedikit meleset dipakai (Hyndman dan Athanasopoulos, 2021). "
        "Batasnya berlaku untuk periode mendatang, bila keadaan berlanjut seperti "
        "sebelumnya; rencana tidak diketahuinya."
    ),
    "Slope a period": "Kemiringan per periode",
    "Target": "Target",
    "Targets": "Target",
    "Targets and events": "Target dan peristiwa",
    "Targets and the newest finished period": "Target dan periode selesai terbaru",
    "The newest period that is over.": "Periode terbaru yang sudah selesai.",
    (
        "The series is split where the means before and after differ most, as long as the "
        "same values in random order would rarely split so well (5% for the whole series; "
        "2,000 shuffles; binary segmentation: Scott and Knott, 1974; Taylor, 2000)."
    ): (
        "Deret dibelah di tempat rata-rata sebelum dan sesudah paling berbeda, selama nilai "
        "yang sama dalam urutan acak jarang terbelah sebaik itu (5% untuk seluruh deret; "
        "2.000 pengacakan; segmentasi biner: Scott dan Knott, 1974; Taylor, 2000)."
    ),
    "To say that it stays as it is would have missed by {error}.": (
        "Mengatakan bahwa nilainya tetap akan meleset {error}."
    ),
    "Trends": "Tren",
    "Usual value": "Nilai biasa",
    "What happened": "Apa yang terjadi",
    "Why it is a signal": "Mengapa ini sinyal",
    (
        "XmR fits any score. Limits by the number of answers are for few answers a period; "
        "with many, they call nearly everything a signal, and Laney's are the better ones."
    ): (
        "XmR cocok untuk skor apa pun. Batas menurut jumlah jawaban adalah untuk sedikit "
        "jawaban per periode; bila banyak, hampir semuanya disebut sinyal, dan batas Laney "
        "lebih baik."
    ),
    "XmR: from the changes": "XmR: dari perubahan",
    "as a cycle ago": "seperti satu siklus lalu",
    "exponential smoothing": "pemulusan eksponensial",
    "mean of all periods": "rata-rata semua periode",
    "met": "tercapai",
    "missed": "meleset",
    "no finished period": "tidak ada periode yang selesai",
    "not proven": "belum terbukti",
    "stays as it is": "tetap",
    "{name} has been on a higher level since {period}": (
        "{name} berada di tingkat lebih tinggi sejak {period}"
    ),
    "{name} has been on a lower level since {period}": (
        "{name} berada di tingkat lebih rendah sejak {period}"
    ),
    "{name}: one level throughout": "{name}: satu tingkat sepanjang waktu",
    "{name}: {low} to {high} expected in {period}": (
        "{name}: {low} sampai {high} diharapkan pada {period}"
    ),
    ("{watched} series are watched; as many steady ones would give about {n} signals by chance."): (
        "{watched} deret diawasi; sebanyak itu deret yang tetap akan memberi sekitar {n} "
        "sinyal karena kebetulan."
    ),
    (
        "Tests are as if no customer had answered twice. Where customers did, small groups "
        "look surer than they are: see how many customers stand behind one before acting."
    ): (
        "Uji dilakukan seolah tidak ada pelanggan yang menjawab dua kali. Bila ada, kelompok kecil "
        "tampak lebih pasti daripada kenyataannya: lihat berapa pelanggan di baliknya sebelum "
        "bertindak."
    ),
}
