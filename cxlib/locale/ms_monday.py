"""Texts in Bahasa Melayu: the overview and measures over time."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A release, a campaign, a price rise: drawn on the chart of every measure."
    ): "Keluaran, kempen, kenaikan harga: dilukis pada carta setiap ukuran.",
    "Active buyers": "Pembeli aktif",
    "Active customers": "Pelanggan aktif",
    "Add all to presentation": "Tambah semua ke pembentangan",
    (
        "All measures, for all customers and each group of the first {n} segment columns of "
        "each dataset, with XmR limits and at least eight finished periods. The filters of "
        "each page apply."
    ): (
        "Semua ukuran, bagi semua pelanggan dan setiap kumpulan daripada {n} lajur segmen "
        "pertama setiap set data, dengan had XmR dan sekurang-kurangnya lapan tempoh yang "
        "tamat. Penapis setiap halaman terpakai."
    ),
    "All periods": "Semua tempoh",
    "Analytics": "Analitik",
    "Answered in time": "Dijawab tepat masa",
    "Answers complaining": "Jawapan yang merungut",
    "As a number a period.": "Sebagai bilangan setiap tempoh.",
    "As a share in percent, from 0 to 100.": "Sebagai bahagian dalam peratus, dari 0 hingga 100.",
    "As money a period, in the currency of the file.": (
        "Sebagai wang setiap tempoh, dalam mata wang fail."
    ),
    "Baseline from": "Garis dasar dari",
    (
        "Centre and limits come from {first} to {last} (baseline); all periods are judged "
        "against them."
    ): (
        "Nilai tengah dan had berasal daripada {first} hingga {last} (garis dasar); semua "
        "tempoh dinilai berdasarkannya."
    ),
    "Change from the period before: {change}": "Perubahan daripada tempoh sebelumnya: {change}",
    "Charts": "Carta",
    "Click-through rate": "Kadar klik",
    (
        "Clicked of shown; Wilson's interval at the effective number of showings, customers "
        "being the unit (Kish, 1965)."
    ): (
        "Diklik daripada yang dipaparkan; selang Wilson pada bilangan paparan berkesan, "
        "dengan pelanggan sebagai unit (Kish, 1965)."
    ),
    ("Comments in blame, by word lists, of all comments; Wilson's interval (1927)."): (
        "Ulasan yang mencela, menurut senarai kata, daripada semua ulasan; selang Wilson (1927)."
    ),
    (
        "Comments in praise less comments in blame, of 100, by word lists, with the interval "
        "of NPS."
    ): (
        "Ulasan yang memuji ditolak yang mencela, daripada 100, menurut senarai kata, dengan "
        "selang NPS."
    ),
    "Control charts of what signals": "Carta kawalan bagi yang memberi isyarat",
    "Customer churn": "Pelanggan hilang",
    (
        "Customers lost in the period, of those at its start; new ones do not count. "
        "Wilson's interval (1927)."
    ): (
        "Pelanggan yang hilang dalam tempoh, daripada yang ada pada awalnya; yang baharu "
        "tidak dikira. Selang Wilson (1927)."
    ),
    "Delete layout": "Padam susun atur",
    (
        "Different customers in the seven days up to each day, averaged over the days of the "
        "period; limits that know that days in a row are alike (Newey and West, 1987), from "
        "28 days on."
    ): (
        "Pelanggan berbeza dalam tujuh hari hingga setiap hari, dipuratakan bagi hari-hari "
        "tempoh; had mengambil kira bahawa hari berturutan serupa (Newey dan West, 1987), "
        "mulai 28 hari."
    ),
    "Different customers who ordered in the period. {limits}": (
        "Pelanggan berbeza yang memesan dalam tempoh. {limits}"
    ),
    "Different customers with an event in the period. {limits}": (
        "Pelanggan berbeza dengan peristiwa dalam tempoh. {limits}"
    ),
    "End of the baseline": "Akhir garis dasar",
    "Explore": "Teroka",
    (
        "Groups are still being read; they are added as soon as they are there."
    ): "Kumpulan masih dibaca; ditambah sebaik tersedia.",
    "Half of the tickets are solved by then, in hours. {waits}": (
        "Separuh daripada tiket sudah selesai ketika itu, dalam jam. {waits}"
    ),
    "Half of the tickets have a first reply by then, in hours. {waits}": (
        "Separuh daripada tiket sudah mendapat balasan pertama ketika itu, dalam jam. {waits}"
    ),
    "Higher is better: at least this much.": (
        "Lebih tinggi lebih baik: sekurang-kurangnya sebanyak ini."
    ),
    "How long customers stay": "Berapa lama pelanggan kekal",
    "In hours.": "Dalam jam.",
    "In percent; above 100 is possible.": "Dalam peratus; melebihi 100 mungkin.",
    (
        "Kaplan-Meier over the tickets created in the period, open ones counted as waiting; "
        "limits by Brookmeyer and Crowley (1982)."
    ): (
        "Kaplan-Meier bagi tiket yang dibuat dalam tempoh, yang terbuka dikira menunggu; had "
        "menurut Brookmeyer dan Crowley (1982)."
    ),
    "Layout": "Susun atur",
    (
        "Limits as if other customers had come by chance, some of whom bring more than "
        "others (scaled Poisson: Bohm and Zech, 2014)."
    ): (
        "Had seolah-olah pelanggan lain datang secara kebetulan, sebahagiannya membawa lebih "
        "banyak (Poisson berskala: Bohm dan Zech, 2014)."
    ),
    (
        "Lower is better here: a target is met where the whole interval lies at or below it, "
        "missed where the whole interval lies above it, and not proven else."
    ): (
        "Di sini lebih rendah lebih baik: sasaran tercapai jika seluruh selang berada pada "
        "atau di bawahnya, tersasar jika seluruh selang di atasnya, selainnya belum "
        "terbukti."
    ),
    "Lower is better: at most this much.": "Lebih rendah lebih baik: paling banyak sebanyak ini.",
    "Marketing": "Pemasaran",
    "Measures, in this order": "Ukuran, mengikut urutan ini",
    "Median first reply": "Median balasan pertama",
    "Median time to solve": "Median masa penyelesaian",
    (
        "Monthly fees of the customers at the end of the period. Counted in full, so there "
        "is no interval; XmR limits say what is usual."
    ): (
        "Yuran bulanan pelanggan pada akhir tempoh. Dikira sepenuhnya, jadi tiada selang; "
        "had XmR menunjukkan yang biasa."
    ),
    "Name of the layout": "Nama susun atur",
    "Net retention (NRR)": "Pengekalan bersih (NRR)",
    "Net sentiment of answers": "Sentimen bersih jawapan",
    "No data for the measures of this layout; choose another view.": (
        "Tiada data bagi ukuran susun atur ini; pilih paparan lain."
    ),
    ("No file has dates that measures over time need; choose them on the Data page."): (
        "Tiada fail dengan tarikh yang diperlukan ukuran dari masa ke masa; pilih di halaman Data."
    ),
    ("No measure has the {n} finished periods that signals need; choose shorter periods."): (
        "Tiada ukuran dengan {n} tempoh tamat yang diperlukan isyarat; pilih tempoh lebih pendek."
    ),
    "No period is over yet.": "Belum ada tempoh yang tamat.",
    "Noise": "Hingar",
    "Nothing stands out": "Tiada yang menonjol",
    "Nothing stands out: what moved is within what chance moves.": (
        "Tiada yang menonjol: yang bergerak masih dalam gerak kebetulan."
    ),
    (
        "Of the tickets solved in the period, those that were reopened; Wilson's interval "
        "(1927). Tickets solved lately may still come back."
    ): (
        "Daripada tiket yang selesai dalam tempoh, yang dibuka semula; selang Wilson (1927). "
        "Tiket yang baru selesai masih boleh kembali."
    ),
    ("One period is over. A change needs two, limits need two, and signals need eight."): (
        "Satu tempoh tamat. Perubahan memerlukan dua, had memerlukan dua, dan isyarat "
        "memerlukan lapan."
    ),
    "Orders in the period. {limits}": "Pesanan dalam tempoh. {limits}",
    "Product": "Produk",
    ("Promoters (9-10) less detractors (0-6), in points; adjusted Wald interval (Rocks, 2016)."): (
        "Promoter (9-10) ditolak detraktor (0-6), dalam mata; selang Wald yang dilaraskan "
        "(Rocks, 2016)."
    ),
    "Recurring money (MRR)": "Wang berulang (MRR)",
    "Reopened share": "Bahagian dibuka semula",
    "Sales": "Jualan",
    "Save layout": "Simpan susun atur",
    "Score by group": "Skor mengikut kumpulan",
    "Score over time": "Skor dari masa ke masa",
    "Sessions that begin in the period. {limits}": "Sesi yang bermula dalam tempoh. {limits}",
    "Share complaining": "Bahagian yang merungut",
    "Share of good answers, with Wilson's interval (1927).": (
        "Bahagian jawapan baik, dengan selang Wilson (1927)."
    ),
    (
        "Share of tickets that have a first reply within the first target of the Service "
        "page. {waits}"
    ): (
        "Bahagian tiket yang mendapat balasan pertama dalam sasaran pertama halaman "
        "Perkhidmatan. {waits}"
    ),
    "Signal or noise": "Isyarat atau hingar",
    "Signal: {why}": "Isyarat: {why}",
    "Target {value}: {verdict}": "Sasaran {value}: {verdict}",
    (
        "The last finished period beside the one before; limits of the change are recovered "
        "from those of both (Newcombe, 1998; Zou and Donner, 2008)."
    ): (
        "Tempoh tamat terakhir di sebelah tempoh sebelumnya; had perubahan diperoleh "
        "daripada had kedua-duanya (Newcombe, 1998; Zou dan Donner, 2008)."
    ),
    (
        "The p-value is how often a steady measure ends as strangely, adjusted for all "
        "series watched (Benjamini and Hochberg, 1995)."
    ): (
        "Nilai p ialah seberapa kerap ukuran yang tetap berakhir seganjil itu, dilaraskan "
        "bagi semua siri yang dipantau (Benjamini dan Hochberg, 1995)."
    ),
    (
        "The periods that centre and limits come from: a steady time, such as that before a "
        "change. All other periods are judged against them."
    ): (
        "Tempoh asal nilai tengah dan had: masa yang tenang, misalnya sebelum sesuatu "
        "perubahan. Semua tempoh lain dinilai berdasarkannya."
    ),
    ("There is one period only, and it is not over: nothing can be compared yet."): (
        "Hanya ada satu tempoh, dan belum tamat: belum ada yang boleh dibandingkan."
    ),
    "Tickets created": "Tiket dibuat",
    "Tickets created in the period. {limits}": "Tiket yang dibuat dalam tempoh. {limits}",
    "Too few periods": "Tempoh terlalu sedikit",
    "View for": "Paparan untuk",
    "Watching the groups": "Memantau kumpulan",
    "Weekly active customers": "Pelanggan aktif mingguan",
    "What customers paid in the period. {limits}": "Yang dibayar pelanggan dalam tempoh. {limits}",
    "What stands out": "Apa yang menonjol",
    (
        "What the customers at the start of the period pay at its end, of what they paid at "
        "its start; interval of a ratio of sums (Cochran, 1977)."
    ): (
        "Yang dibayar pelanggan awal tempoh pada akhirnya, daripada yang mereka bayar pada "
        "awalnya; selang nisbah jumlah (Cochran, 1977)."
    ),
    "Falls steadily": "Turun berterusan",
    "Reading the measures": "Membaca ukuran",
    "Rises steadily": "Naik berterusan",
    (
        "The rise or fall is steady (Mann-Kendall, {p}; slope: Sen, 1968), so that periods "
        "signal against one centre all the time; that alone is no news."
    ): (
        "Kenaikan atau penurunan ini berterusan (Mann-Kendall, {p}; cerun: Sen, 1968), jadi "
        "tempoh sentiasa memberi isyarat terhadap satu nilai tengah; itu sahaja bukan berita "
        "baharu."
    ),
    "falls steadily, by {by} a period": "turun berterusan, {by} setiap tempoh",
    "rises steadily, by {by} a period": "naik berterusan, {by} setiap tempoh",
    "{n} more measures signal; Trends lists all.": (
        "{n} ukuran lain juga memberi isyarat; semuanya ada di Trend."
    ),
    "Who brings the value": "Siapa yang membawa nilai",
    "above the upper limit of {limit}": "di atas had atas {limit}",
    "and {n} groups, {group} most": "dan {n} kumpulan, terutama {group}",
    "below the lower limit of {limit}": "di bawah had bawah {limit}",
    "change {limits}": "perubahan {limits}",
    "counted in full": "dikira sepenuhnya",
    "to": "hingga",
    "{by} pp": "{by} pp",
    "{name} (hours)": "{name} (jam)",
    "{name} (points)": "{name} (mata)",
    "{name}, {group}: {value} ({limits}), above the {total} overall": (
        "{name}, {group}: {value} ({limits}), di atas {total} secara keseluruhan"
    ),
    "{name}, {group}: {value} ({limits}), below the {total} overall": (
        "{name}, {group}: {value} ({limits}), di bawah {total} secara keseluruhan"
    ),
    "{name}, {period}: {value}, where {centre} is usual: {why}": (
        "{name}, {period}: {value}, lazimnya {centre}: {why}"
    ),
    "{name}, {period}: {value}; {drift} (Mann-Kendall, {p})": (
        "{name}, {period}: {value}; {drift} (Mann-Kendall, {p})"
    ),
    "{name}: too few finished periods for limits": (
        "{name}: tempoh tamat terlalu sedikit untuk had"
    ),
    "{n} in a row above the centre since {since}": (
        "{n} berturut-turut di atas nilai tengah sejak {since}"
    ),
    "{n} in a row below the centre since {since}": (
        "{n} berturut-turut di bawah nilai tengah sejak {since}"
    ),
    "{n} measures, {signals} with a signal": "{n} ukuran, {signals} dengan isyarat",
    "{n} slides added to the presentation.": "{n} slaid ditambah ke pembentangan.",
    (
        "{series} series with XmR limits and {groups} groups of customers, each against all "
        "others in its column, were tested as one family; at most {rate} of what is named "
        "should be chance (Benjamini and Hochberg, 1995). New signals come first, steady rises "
        "and falls last."
    ): (
        "{series} siri dengan had XmR dan {groups} kumpulan pelanggan, masing-masing "
        "terhadap semua yang lain dalam lajurnya, diuji sebagai satu keluarga; paling banyak "
        "{rate} daripada yang disebut sepatutnya kebetulan (Benjamini dan Hochberg, 1995). "
        "Isyarat baharu didahulukan, kenaikan dan penurunan berterusan di akhir."
    ),
    "{start} to {end}": "{start} hingga {end}",
    "{value} h": "{value} jam",
}
