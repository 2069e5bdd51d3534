"""Texts in Bahasa Melayu: what matters for an outcome."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "Averaged over {n} sampled orders of the drivers; this gives no share a standard error "
        "above {points} points."
    ): (
        "Dipuratakan atas {n} susunan pemacu yang diambil secara rawak; ralat piawai setiap "
        "bahagian kerananya tidak melebihi {points} mata."
    ),
    "Choose at least one driver.": "Pilih sekurang-kurangnya satu pemacu.",
    "Complete answers: {groups}.": "Jawapan lengkap: {groups}.",
    "Days after the answer": "Hari selepas jawapan",
    "Direction": "Arah",
    "Driver": "Pemacu",
    "Drivers": "Pemacu",
    (
        "Each column is a regression of its own and adds up to 100%. Where intervals of two "
        "groups overlap, the difference may be chance."
    ): (
        "Setiap lajur ialah regresi tersendiri dan berjumlah 100%. Jika selang dua kumpulan "
        "bertindih, bezanya mungkin kebetulan."
    ),
    (
        "Explained as detractor, passive, promoter (-1, 0, 1) instead of 0 to 10, drivers keep "
        "their order, and no share moves by more than {points} points."
    ): (
        "Apabila dijelaskan sebagai pengkritik, pasif, penyokong (-1, 0, 1) dan bukan 0 hingga "
        "10, susunan pemacu kekal, dan tiada bahagian berubah lebih daripada {points} mata."
    ),
    (
        "Explained as detractor, passive, promoter (-1, 0, 1) instead of 0 to 10, shares move "
        "by up to {points} points and the order becomes: {order}."
    ): (
        "Apabila dijelaskan sebagai pengkritik, pasif, penyokong (-1, 0, 1) dan bukan 0 hingga "
        "10, bahagian berubah sehingga {points} mata dan susunannya menjadi: {order}."
    ),
    "Groups without a result: {n}": "Kumpulan tanpa keputusan: {n}",
    "had not bought anything by the answer": "belum membeli apa-apa ketika menjawab",
    "Leave out drivers with no answer in more than half of the rows": (
        "Ketepikan pemacu tanpa jawapan dalam lebih separuh baris"
    ),
    "Left out, with fewer than {n} mentions: {themes}.": (
        "Diketepikan kerana disebut kurang daripada {n} kali: {themes}."
    ),
    "Left out, with no answer in more than half of the rows: {drivers}.": (
        "Diketepikan kerana tiada jawapan dalam lebih separuh baris: {drivers}."
    ),
    "Left within {days} days": "Pergi dalam {days} hari",
    (
        "LMG averages each driver's gain of R2 over all orders of the drivers; relative weights"
        " come close and are quicker with many drivers."
    ): (
        "LMG mempuratakan tambahan R2 setiap pemacu ke atas semua susunan pemacu; pemberat "
        "relatif menghampirinya dan lebih pantas jika pemacunya banyak."
    ),
    "no customer at the time of the answer": "bukan pelanggan ketika menjawab",
    "no ticket was replied to in the {days} days before": (
        "tiada tiket dibalas dalam {days} hari sebelumnya"
    ),
    "no ticket was solved in the {days} days before": (
        "tiada tiket diselesaikan dalam {days} hari sebelumnya"
    ),
    "Only complete rows count: a driver that few answered costs all rows without it.": (
        "Hanya baris lengkap dikira: pemacu yang jarang dijawab menghilangkan semua baris tanpanya."
    ),
    "Outcome": "Hasil",
    "Performance (place of the mean on its scale)": "Prestasi (kedudukan min pada skalanya)",
    "Performance of a theme: the share of its mentions that do not blame it.": (
        "Prestasi sesuatu tema: bahagian sebutan yang tidak merungut tentangnya."
    ),
    (
        "Performance of service: the share replied to within {reply} hours, solved within "
        "{solve} hours, not reopened, without any ticket."
    ): (
        "Prestasi khidmat: bahagian yang dibalas dalam {reply} jam, selesai dalam {solve} jam, "
        "tidak dibuka semula, tanpa sebarang tiket."
    ),
    "Place on the map": "Tempat di peta",
    "Ratings first, then themes of the comments, service times, and other numbers.": (
        "Penilaian dahulu, kemudian tema ulasan, masa khidmat, dan nombor lain."
    ),
    "Relative weights": "Pemberat relatif",
    (
        "Service times are the logarithm of the hours of the customer's last ticket in the "
        "{days} days before the answer."
    ): (
        "Masa khidmat ialah logaritma bilangan jam bagi tiket terakhir pelanggan dalam {days} "
        "hari sebelum jawapan."
    ),
    (
        "Spent from the day after the answer on, by customers who had bought by then; 0 counts."
        " A few large amounts can sway R2."
    ): (
        "Belanja mulai hari selepas jawapan, oleh pelanggan yang telah membeli ketika itu; 0 "
        "turut dikira. Beberapa jumlah besar boleh mengubah R2."
    ),
    "Spent within {days} days": "Belanja dalam {days} hari",
    "The answers stem from few customers, so that the limits are rough.": (
        "Jawapan datang daripada sedikit pelanggan, jadi hadnya kasar."
    ),
    (
        "The clock starts at the answer: 1 where the customer left within {days} days, 0 where "
        "the customer is known to have stayed that long. Who was watched for less is left out, "
        "as who was no customer then."
    ): (
        "Masa dikira dari jawapan: 1 jika pelanggan pergi dalam {days} hari, 0 jika diketahui "
        "kekal selama itu. Yang diperhatikan lebih singkat tidak digunakan, begitu juga yang "
        "bukan pelanggan ketika itu."
    ),
    "the customer or the moment of the answer is not known": (
        "pelanggan atau masa jawapan tidak diketahui"
    ),
    "The drivers of {outcome} in figures": "Pemacu {outcome} dalam angka",
    (
        "The drivers together explain only {share} of the outcome: the shares are shares of "
        "very little."
    ): (
        "Semua pemacu bersama hanya menjelaskan {share} daripada hasil: bahagiannya ialah "
        "bahagian daripada sesuatu yang sangat kecil."
    ),
    "the tickets do not cover the {days} days before it": (
        "tiket tidak meliputi {days} hari sebelumnya"
    ),
    "Theme: {name}": "Tema: {name}",
    "Tickets: how many in {days} days": "Tiket: bilangan dalam {days} hari",
    "Tickets: reopened": "Tiket: dibuka semula",
    "Tickets: time to first reply": "Tiket: masa balasan pertama",
    "Tickets: time to solution": "Tiket: masa penyelesaian",
    "Variance inflation": "Inflasi varians",
    (
        "Variance inflation above 10 means that a driver says nearly the same as others, so "
        "that its direction is unsure; its share is not."
    ): (
        "Inflasi varians melebihi 10 bermakna satu pemacu hampir sama dengan yang lain, jadi "
        "arahnya tidak pasti; bahagiannya tidak begitu."
    ),
    "watched for fewer than {days} days after the answer": (
        "diperhatikan kurang daripada {days} hari selepas jawapan"
    ),
    "Weighing the drivers": "Menimbang pemacu",
    "What matters for {outcome}, by {column}": "Yang penting bagi {outcome}, mengikut {column}",
    "What matters most for the score, and how well do we do it?": (
        "Apa yang paling penting bagi skor, dan sebaik mana kita melakukannya?"
    ),
    "{level} interval": "Selang {level}",
    (
        "{n} customers answered more than once. The limits take the answers of a customer "
        "together: they tell less than as many customers would."
    ): (
        "{n} pelanggan menjawab lebih daripada sekali. Had mengira jawapan seorang pelanggan "
        "sebagai satu kesatuan: maklumatnya kurang daripada jawapan pelanggan berlainan "
        "sebanyak itu."
    ),
}
