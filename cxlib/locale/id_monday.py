"""Texts in Bahasa Indonesia: the overview and measures over time."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A release, a campaign, a price rise: drawn on the chart of every measure."
    ): "Rilis, kampanye, kenaikan harga: digambar pada grafik setiap ukuran.",
    "Active buyers": "Pembeli aktif",
    "Active customers": "Pelanggan aktif",
    "Add all to presentation": "Tambahkan semua ke presentasi",
    (
        "All measures, for all customers and each group of the first {n} segment columns of "
        "each dataset, with XmR limits and at least eight finished periods. The filters of "
        "each page apply."
    ): (
        "Semua ukuran, untuk semua pelanggan dan tiap kelompok dari {n} kolom segmen pertama "
        "tiap set data, dengan batas XmR dan sedikitnya delapan periode yang selesai. Filter "
        "tiap halaman berlaku."
    ),
    "All periods": "Semua periode",
    "Analytics": "Analitik",
    "Answered in time": "Dijawab tepat waktu",
    "Answers complaining": "Jawaban yang mengeluh",
    "As a number a period.": "Sebagai jumlah per periode.",
    "As a share in percent, from 0 to 100.": "Sebagai porsi dalam persen, dari 0 sampai 100.",
    "As money a period, in the currency of the file.": (
        "Sebagai uang per periode, dalam mata uang file."
    ),
    "Baseline from": "Garis dasar dari",
    (
        "Centre and limits come from {first} to {last} (baseline); all periods are judged "
        "against them."
    ): (
        "Nilai tengah dan batas berasal dari {first} sampai {last} (garis dasar); semua "
        "periode dinilai terhadapnya."
    ),
    "Change from the period before: {change}": "Perubahan dari periode sebelumnya: {change}",
    "Charts": "Grafik",
    "Click-through rate": "Rasio klik",
    (
        "Clicked of shown; Wilson's interval at the effective number of showings, customers "
        "being the unit (Kish, 1965)."
    ): (
        "Diklik dari yang ditampilkan; interval Wilson pada jumlah tampilan efektif, dengan "
        "pelanggan sebagai satuan (Kish, 1965)."
    ),
    ("Comments in blame, by word lists, of all comments; Wilson's interval (1927)."): (
        "Komentar yang mencela, menurut daftar kata, dari semua komentar; interval Wilson (1927)."
    ),
    (
        "Comments in praise less comments in blame, of 100, by word lists, with the interval "
        "of NPS."
    ): (
        "Komentar yang memuji dikurangi yang mencela, dari 100, menurut daftar kata, dengan "
        "interval NPS."
    ),
    "Control charts of what signals": "Bagan kendali dari yang memberi sinyal",
    "Customer churn": "Pelanggan hilang",
    (
        "Customers lost in the period, of those at its start; new ones do not count. "
        "Wilson's interval (1927)."
    ): (
        "Pelanggan yang hilang dalam periode, dari yang ada pada awalnya; yang baru tidak "
        "dihitung. Interval Wilson (1927)."
    ),
    "Delete layout": "Hapus tata letak",
    (
        "Different customers in the seven days up to each day, averaged over the days of the "
        "period; limits that know that days in a row are alike (Newey and West, 1987), from "
        "28 days on."
    ): (
        "Pelanggan berbeda dalam tujuh hari sampai tiap hari, dirata-ratakan atas hari-hari "
        "periode; batas memperhitungkan bahwa hari berurutan mirip (Newey dan West, 1987), "
        "mulai 28 hari."
    ),
    "Different customers who ordered in the period. {limits}": (
        "Pelanggan berbeda yang memesan dalam periode. {limits}"
    ),
    "Different customers with an event in the period. {limits}": (
        "Pelanggan berbeda dengan kejadian dalam periode. {limits}"
    ),
    "End of the baseline": "Akhir garis dasar",
    "Explore": "Jelajahi",
    (
        "Groups are still being read; they are added as soon as they are there."
    ): "Kelompok masih dibaca; ditambahkan begitu tersedia.",
    "Half of the tickets are solved by then, in hours. {waits}": (
        "Setengah dari tiket sudah selesai saat itu, dalam jam. {waits}"
    ),
    "Half of the tickets have a first reply by then, in hours. {waits}": (
        "Setengah dari tiket sudah mendapat balasan pertama saat itu, dalam jam. {waits}"
    ),
    "Higher is better: at least this much.": "Lebih tinggi lebih baik: sedikitnya sebanyak ini.",
    "How long customers stay": "Berapa lama pelanggan bertahan",
    "In hours.": "Dalam jam.",
    "In percent; above 100 is possible.": "Dalam persen; di atas 100 mungkin.",
    (
        "Kaplan-Meier over the tickets created in the period, open ones counted as waiting; "
        "limits by Brookmeyer and Crowley (1982)."
    ): (
        "Kaplan-Meier atas tiket yang dibuat dalam periode, yang terbuka dihitung menunggu; "
        "batas menurut Brookmeyer dan Crowley (1982)."
    ),
    "Layout": "Tata letak",
    (
        "Limits as if other customers had come by chance, some of whom bring more than "
        "others (scaled Poisson: Bohm and Zech, 2014)."
    ): (
        "Batas seolah pelanggan lain yang kebetulan datang, sebagian membawa lebih banyak "
        "(Poisson berskala: Bohm dan Zech, 2014)."
    ),
    (
        "Lower is better here: a target is met where the whole interval lies at or below it, "
        "missed where the whole interval lies above it, and not proven else."
    ): (
        "Di sini lebih rendah lebih baik: target tercapai bila seluruh interval berada pada "
        "atau di bawahnya, meleset bila seluruh interval di atasnya, selain itu belum "
        "terbukti."
    ),
    "Lower is better: at most this much.": "Lebih rendah lebih baik: paling banyak sebanyak ini.",
    "Marketing": "Pemasaran",
    "Measures, in this order": "Ukuran, dengan urutan ini",
    "Median first reply": "Median balasan pertama",
    "Median time to solve": "Median waktu penyelesaian",
    (
        "Monthly fees of the customers at the end of the period. Counted in full, so there "
        "is no interval; XmR limits say what is usual."
    ): (
        "Biaya bulanan pelanggan pada akhir periode. Dihitung seluruhnya, jadi tidak ada "
        "interval; batas XmR menunjukkan yang biasa."
    ),
    "Name of the layout": "Nama tata letak",
    "Net retention (NRR)": "Retensi bersih (NRR)",
    "Net sentiment of answers": "Sentimen bersih jawaban",
    "No data for the measures of this layout; choose another view.": (
        "Tidak ada data untuk ukuran tata letak ini; pilih tampilan lain."
    ),
    ("No file has dates that measures over time need; choose them on the Data page."): (
        "Tidak ada file dengan tanggal yang diperlukan ukuran dari waktu ke waktu; pilih di "
        "halaman Data."
    ),
    ("No measure has the {n} finished periods that signals need; choose shorter periods."): (
        "Tidak ada ukuran dengan {n} periode selesai yang diperlukan sinyal; pilih periode "
        "lebih pendek."
    ),
    "No period is over yet.": "Belum ada periode yang selesai.",
    "Noise": "Derau",
    "Nothing stands out": "Tidak ada yang menonjol",
    "Nothing stands out: what moved is within what chance moves.": (
        "Tidak ada yang menonjol: yang bergerak masih dalam gerak kebetulan."
    ),
    (
        "Of the tickets solved in the period, those that were reopened; Wilson's interval "
        "(1927). Tickets solved lately may still come back."
    ): (
        "Dari tiket yang selesai dalam periode, yang dibuka kembali; interval Wilson (1927). "
        "Tiket yang baru selesai masih dapat kembali."
    ),
    ("One period is over. A change needs two, limits need two, and signals need eight."): (
        "Satu periode selesai. Perubahan perlu dua, batas perlu dua, dan sinyal perlu delapan."
    ),
    "Orders in the period. {limits}": "Pesanan dalam periode. {limits}",
    "Product": "Produk",
    ("Promoters (9-10) less detractors (0-6), in points; adjusted Wald interval (Rocks, 2016)."): (
        "Promotor (9-10) dikurangi detraktor (0-6), dalam poin; interval Wald yang "
        "disesuaikan (Rocks, 2016)."
    ),
    "Recurring money (MRR)": "Uang berulang (MRR)",
    "Reopened share": "Porsi dibuka kembali",
    "Sales": "Penjualan",
    "Save layout": "Simpan tata letak",
    "Score by group": "Skor menurut kelompok",
    "Score over time": "Skor dari waktu ke waktu",
    "Sessions that begin in the period. {limits}": "Sesi yang dimulai dalam periode. {limits}",
    "Share complaining": "Porsi yang mengeluh",
    "Share of good answers, with Wilson's interval (1927).": (
        "Porsi jawaban baik, dengan interval Wilson (1927)."
    ),
    (
        "Share of tickets that have a first reply within the first target of the Service "
        "page. {waits}"
    ): ("Porsi tiket yang mendapat balasan pertama dalam target pertama halaman Layanan. {waits}"),
    "Signal or noise": "Sinyal atau derau",
    "Signal: {why}": "Sinyal: {why}",
    "Target {value}: {verdict}": "Target {value}: {verdict}",
    (
        "The last finished period beside the one before; limits of the change are recovered "
        "from those of both (Newcombe, 1998; Zou and Donner, 2008)."
    ): (
        "Periode selesai terakhir di samping periode sebelumnya; batas perubahan diperoleh "
        "dari batas keduanya (Newcombe, 1998; Zou dan Donner, 2008)."
    ),
    (
        "The p-value is how often a steady measure ends as strangely, adjusted for all "
        "series watched (Benjamini and Hochberg, 1995)."
    ): (
        "Nilai p adalah seberapa sering ukuran yang tetap berakhir seaneh itu, disesuaikan "
        "untuk semua deret yang diamati (Benjamini dan Hochberg, 1995)."
    ),
    (
        "The periods that centre and limits come from: a steady time, such as that before a "
        "change. All other periods are judged against them."
    ): (
        "Periode asal nilai tengah dan batas: waktu yang tenang, misalnya sebelum suatu "
        "perubahan. Semua periode lain dinilai terhadapnya."
    ),
    ("There is one period only, and it is not over: nothing can be compared yet."): (
        "Hanya ada satu periode, dan belum selesai: belum ada yang dapat dibandingkan."
    ),
    "Tickets created": "Tiket dibuat",
    "Tickets created in the period. {limits}": "Tiket yang dibuat dalam periode. {limits}",
    "Too few periods": "Periode terlalu sedikit",
    "View for": "Tampilan untuk",
    "Watching the groups": "Mengamati kelompok",
    "Weekly active customers": "Pelanggan aktif mingguan",
    "What customers paid in the period. {limits}": (
        "Yang dibayar pelanggan dalam periode. {limits}"
    ),
    "What stands out": "Apa yang menonjol",
    (
        "What the customers at the start of the period pay at its end, of what they paid at "
        "its start; interval of a ratio of sums (Cochran, 1977)."
    ): (
        "Yang dibayar pelanggan awal periode pada akhirnya, dari yang mereka bayar pada "
        "awalnya; interval rasio jumlah (Cochran, 1977)."
    ),
    "Falls steadily": "Turun terus",
    "Reading the measures": "Membaca ukuran",
    "Rises steadily": "Naik terus",
    (
        "The rise or fall is steady (Mann-Kendall, {p}; slope: Sen, 1968), so that periods "
        "signal against one centre all the time; that alone is no news."
    ): (
        "Kenaikan atau penurunan ini terus-menerus (Mann-Kendall, {p}; kemiringan: Sen, 1968), "
        "sehingga periode selalu memberi sinyal terhadap satu nilai tengah; itu saja bukan kabar "
        "baru."
    ),
    "falls steadily, by {by} a period": "turun terus, {by} per periode",
    "rises steadily, by {by} a period": "naik terus, {by} per periode",
    "{n} more measures signal; Trends lists all.": (
        "{n} ukuran lain juga memberi sinyal; semuanya ada di Tren."
    ),
    "Who brings the value": "Siapa yang membawa nilai",
    "above the upper limit of {limit}": "di atas batas atas {limit}",
    "and {n} groups, {group} most": "dan {n} kelompok, terutama {group}",
    "below the lower limit of {limit}": "di bawah batas bawah {limit}",
    "change {limits}": "perubahan {limits}",
    "counted in full": "dihitung seluruhnya",
    "to": "sampai",
    "{by} pp": "{by} pp",
    "{name} (hours)": "{name} (jam)",
    "{name} (points)": "{name} (poin)",
    "{name}, {group}: {value} ({limits}), above the {total} overall": (
        "{name}, {group}: {value} ({limits}), di atas {total} secara keseluruhan"
    ),
    "{name}, {group}: {value} ({limits}), below the {total} overall": (
        "{name}, {group}: {value} ({limits}), di bawah {total} secara keseluruhan"
    ),
    "{name}, {period}: {value}, where {centre} is usual: {why}": (
        "{name}, {period}: {value}, biasanya {centre}: {why}"
    ),
    "{name}, {period}: {value}; {drift} (Mann-Kendall, {p})": (
        "{name}, {period}: {value}; {drift} (Mann-Kendall, {p})"
    ),
    "{name}: too few finished periods for limits": (
        "{name}: periode selesai terlalu sedikit untuk batas"
    ),
    "{n} in a row above the centre since {since}": (
        "{n} berturut-turut di atas nilai tengah sejak {since}"
    ),
    "{n} in a row below the centre since {since}": (
        "{n} berturut-turut di bawah nilai tengah sejak {since}"
    ),
    "{n} measures, {signals} with a signal": "{n} ukuran, {signals} dengan sinyal",
    "{n} slides added to the presentation.": "{n} slide ditambahkan ke presentasi.",
    (
        "{series} series with XmR limits and {groups} groups of customers, each against all "
        "others in its column, were tested as one family; at most {rate} of what is named "
        "should be chance (Benjamini and Hochberg, 1995). New signals come first, steady rises "
        "and falls last."
    ): (
        "{series} deret dengan batas XmR dan {groups} kelompok pelanggan, masing-masing "
        "terhadap semua yang lain di kolomnya, diuji sebagai satu keluarga; paling banyak "
        "{rate} dari yang disebut semestinya kebetulan (Benjamini dan Hochberg, 1995). "
        "Sinyal baru didahulukan, kenaikan dan penurunan yang tetap di akhir."
    ),
    "{start} to {end}": "{start} sampai {end}",
    "{value} h": "{value} jam",
}
