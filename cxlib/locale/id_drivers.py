"""Texts in Bahasa Indonesia: what matters for an outcome."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "Averaged over {n} sampled orders of the drivers; this gives no share a standard error "
        "above {points} points."
    ): (
        "Dirata-ratakan atas {n} urutan pendorong yang diambil acak; galat baku tiap porsi "
        "karenanya tidak lebih dari {points} poin."
    ),
    "Choose at least one driver.": "Pilih sedikitnya satu pendorong.",
    "Complete answers: {groups}.": "Jawaban lengkap: {groups}.",
    "Days after the answer": "Hari setelah jawaban",
    "Direction": "Arah",
    "Driver": "Pendorong",
    "Drivers": "Pendorong",
    (
        "Each column is a regression of its own and adds up to 100%. Where intervals of two "
        "groups overlap, the difference may be chance."
    ): (
        "Tiap kolom adalah regresi tersendiri dan berjumlah 100%. Bila interval dua kelompok "
        "bertumpang tindih, bedanya mungkin kebetulan."
    ),
    (
        "Explained as detractor, passive, promoter (-1, 0, 1) instead of 0 to 10, drivers keep "
        "their order, and no share moves by more than {points} points."
    ): (
        "Bila dijelaskan sebagai detraktor, pasif, promotor (-1, 0, 1) alih-alih 0 sampai 10, "
        "urutan pendorong tetap, dan tidak ada porsi yang bergeser lebih dari {points} poin."
    ),
    (
        "Explained as detractor, passive, promoter (-1, 0, 1) instead of 0 to 10, shares move "
        "by up to {points} points and the order becomes: {order}."
    ): (
        "Bila dijelaskan sebagai detraktor, pasif, promotor (-1, 0, 1) alih-alih 0 sampai 10, "
        "porsi bergeser sampai {points} poin dan urutannya menjadi: {order}."
    ),
    "Groups without a result: {n}": "Kelompok tanpa hasil: {n}",
    "had not bought anything by the answer": "belum membeli apa pun saat menjawab",
    "Leave out drivers with no answer in more than half of the rows": (
        "Sisihkan pendorong tanpa jawaban di lebih dari setengah baris"
    ),
    "Left out, with fewer than {n} mentions: {themes}.": (
        "Disisihkan karena disebut kurang dari {n} kali: {themes}."
    ),
    "Left out, with no answer in more than half of the rows: {drivers}.": (
        "Disisihkan karena tanpa jawaban di lebih dari setengah baris: {drivers}."
    ),
    "Left within {days} days": "Pergi dalam {days} hari",
    (
        "LMG averages each driver's gain of R2 over all orders of the drivers; relative weights"
        " come close and are quicker with many drivers."
    ): (
        "LMG merata-ratakan tambahan R2 tiap pendorong atas semua urutan pendorong; bobot "
        "relatif mendekatinya dan lebih cepat bila pendorongnya banyak."
    ),
    "no customer at the time of the answer": "bukan pelanggan saat menjawab",
    "no ticket was replied to in the {days} days before": (
        "tidak ada tiket yang dibalas dalam {days} hari sebelumnya"
    ),
    "no ticket was solved in the {days} days before": (
        "tidak ada tiket yang selesai dalam {days} hari sebelumnya"
    ),
    "Only complete rows count: a driver that few answered costs all rows without it.": (
        "Hanya baris lengkap yang dihitung: pendorong yang jarang dijawab menghilangkan semua "
        "baris tanpanya."
    ),
    "Outcome": "Hasil",
    "Performance (place of the mean on its scale)": "Kinerja (letak rata-rata pada skalanya)",
    "Performance of a theme: the share of its mentions that do not blame it.": (
        "Kinerja sebuah tema: porsi penyebutan yang tidak mengeluhkannya."
    ),
    (
        "Performance of service: the share replied to within {reply} hours, solved within "
        "{solve} hours, not reopened, without any ticket."
    ): (
        "Kinerja layanan: porsi yang dibalas dalam {reply} jam, selesai dalam {solve} jam, "
        "tidak dibuka lagi, tanpa tiket sama sekali."
    ),
    "Place on the map": "Letak di peta",
    "Ratings first, then themes of the comments, service times, and other numbers.": (
        "Penilaian dulu, lalu tema komentar, waktu layanan, dan angka lain."
    ),
    "Relative weights": "Bobot relatif",
    (
        "Service times are the logarithm of the hours of the customer's last ticket in the "
        "{days} days before the answer."
    ): (
        "Waktu layanan adalah logaritma jumlah jam pada tiket terakhir pelanggan dalam {days} "
        "hari sebelum jawaban."
    ),
    (
        "Spent from the day after the answer on, by customers who had bought by then; 0 counts."
        " A few large amounts can sway R2."
    ): (
        "Belanja sejak hari setelah jawaban, dari pelanggan yang sudah pernah membeli saat itu;"
        " 0 ikut dihitung. Beberapa jumlah besar dapat menggeser R2."
    ),
    "Spent within {days} days": "Belanja dalam {days} hari",
    "The answers stem from few customers, so that the limits are rough.": (
        "Jawaban berasal dari sedikit pelanggan, sehingga batasnya kasar."
    ),
    (
        "The clock starts at the answer: 1 where the customer left within {days} days, 0 where "
        "the customer is known to have stayed that long. Who was watched for less is left out, "
        "as who was no customer then."
    ): (
        "Waktu dihitung sejak jawaban: 1 bila pelanggan pergi dalam {days} hari, 0 bila "
        "diketahui bertahan selama itu. Yang diamati lebih singkat tidak dipakai, begitu pula "
        "yang saat itu bukan pelanggan."
    ),
    "the customer or the moment of the answer is not known": (
        "pelanggan atau waktu jawaban tidak diketahui"
    ),
    "The drivers of {outcome} in figures": "Pendorong {outcome} dalam angka",
    (
        "The drivers together explain only {share} of the outcome: the shares are shares of "
        "very little."
    ): (
        "Semua pendorong bersama hanya menjelaskan {share} dari hasil: porsinya adalah porsi "
        "dari sesuatu yang sangat kecil."
    ),
    "the tickets do not cover the {days} days before it": (
        "tiket tidak mencakup {days} hari sebelumnya"
    ),
    "Theme: {name}": "Tema: {name}",
    "Tickets: how many in {days} days": "Tiket: jumlah dalam {days} hari",
    "Tickets: reopened": "Tiket: dibuka lagi",
    "Tickets: time to first reply": "Tiket: waktu balasan pertama",
    "Tickets: time to solution": "Tiket: waktu penyelesaian",
    "Variance inflation": "Inflasi ragam",
    (
        "Variance inflation above 10 means that a driver says nearly the same as others, so "
        "that its direction is unsure; its share is not."
    ): (
        "Inflasi ragam di atas 10 berarti satu pendorong hampir sama dengan yang lain, sehingga"
        " arahnya tidak pasti; porsinya tidak demikian."
    ),
    "watched for fewer than {days} days after the answer": (
        "diamati kurang dari {days} hari setelah jawaban"
    ),
    "Weighing the drivers": "Menimbang pendorong",
    "What matters for {outcome}, by {column}": "Yang penting bagi {outcome}, menurut {column}",
    "What matters most for the score, and how well do we do it?": (
        "Apa yang paling penting bagi skor, dan seberapa baik kita melakukannya?"
    ),
    "{level} interval": "Interval {level}",
    (
        "{n} customers answered more than once. The limits take the answers of a customer "
        "together: they tell less than as many customers would."
    ): (
        "{n} pelanggan menjawab lebih dari sekali. Batas menghitung jawaban seorang pelanggan "
        "sebagai satu kesatuan: isinya kurang dari jawaban pelanggan berbeda sebanyak itu."
    ),
}
