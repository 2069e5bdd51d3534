"""Indonesian texts: cohort tables."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "day": "hari",
    "week": "minggu",
    "month": "bulan",
    "quarter": "kuartal",
    "quarters": "kuartal",
    "year": "tahun",
    "{cohort} (n {n})": "{cohort} (n {n})",
    "Newer cohorts are worse in {unit} {k}": "Kohor yang lebih baru lebih buruk pada {unit} ke-{k}",
    "Newer cohorts are better in {unit} {k}": "Kohor yang lebih baru lebih baik pada {unit} ke-{k}",
    (
        "From one cohort to the next: {change} points ({low} to {high}); odds times {odds} "
        "({odds_low} to {odds_high}); adjusted p {p}. Cohorts vary {times} times as much as "
        "chance would have it."
    ): (
        "Dari satu kohor ke kohor berikutnya: {change} poin ({low} hingga {high}); odds dikali "
        "{odds} ({odds_low} hingga {odds_high}); p disesuaikan {p}. Antarkohor bervariasi "
        "{times} kali dari yang disebabkan kebetulan."
    ),
    "{share} of the customers are active in {unit} {k}": (
        "{share} pelanggan aktif pada {unit} ke-{k}"
    ),
    "No trend is tested on or after a period: newer cohorts have had less time to come back": (
        "Tren tidak diuji untuk aturan pada atau setelah suatu periode: kohor yang lebih baru "
        "punya waktu lebih singkat untuk kembali"
    ),
    "All cohorts are alike in {unit} {k}": "Semua kohor sama pada {unit} ke-{k}",
    "No proven trend of newer cohorts in {unit} {k}": (
        "Belum terbukti ada tren pada kohor yang lebih baru di {unit} ke-{k}"
    ),
    "No cohort is followed long enough yet": "Belum ada kohor yang diamati cukup lama",
    "A customer is active in a period in which a contract runs on at least one day.": (
        "Pelanggan aktif dalam periode ketika kontraknya berjalan paling sedikit satu hari."
    ),
    "A customer is active in a period with a purchase or an event.": (
        "Pelanggan aktif dalam periode dengan pembelian atau kejadian."
    ),
    "A cell holds those who were active in that very period.": (
        "Sebuah sel berisi mereka yang aktif tepat pada periode itu."
    ),
    "A cell holds those who were active in that period or a later one.": (
        "Sebuah sel berisi mereka yang aktif pada periode itu atau sesudahnya."
    ),
    "A cell holds those who were active in any of its periods.": (
        "Sebuah sel berisi mereka yang aktif pada salah satu periodenya."
    ),
    "{unit} since the customer's first moment": "{unit} sejak saat pertama pelanggan",
    "{unit} after that of the first activity": "{unit} setelah aktivitas pertama",
    "Weighted mean": "Rata-rata tertimbang",
    "The newest {n} of {all} cohorts are drawn; the mean is that of all. Choose others above.": (
        "Digambarkan {n} kohor terbaru dari {all}; rata-ratanya dari semua kohor. Pilih yang "
        "lain di atas."
    ),
    (
        "Empty cells are not over yet; pale ones have customers who are not followed to the end"
        " of the cell and do not count in it."
    ): (
        "Sel kosong belum selesai; sel pucat memuat pelanggan yang tidak diamati sampai akhir "
        "sel dan tidak dihitung di dalamnya."
    ),
    "Shares of newer cohorts read low here: their later activity is not yet in the data.": (
        "Porsi kohor yang lebih baru tampak rendah di sini: aktivitas mereka berikutnya belum "
        "ada di data."
    ),
    (
        "The first cohort of a file also holds customers who began before the data do, so that "
        "it may look better than it was."
    ): (
        "Kohor pertama sebuah berkas juga memuat pelanggan yang sudah mulai sebelum data "
        "dimulai, sehingga bisa tampak lebih baik dari sebenarnya."
    ),
    "Cohorts over each other": "Kohor dalam satu grafik",
    "Active in a period, and not yet gone": "Aktif dalam suatu periode, dan belum pergi",
    (
        "Not yet gone: the Kaplan-Meier curve (1958) of the contracts with log-log limits, "
        "which counts those still there up to the day they were last seen. Active: the weighted"
        " mean of the cohorts with Wilson's limits (1927)."
    ): (
        "Belum pergi: kurva Kaplan-Meier (1958) dari kontrak dengan batas log-log, yang "
        "menghitung mereka yang masih bertahan sampai hari terakhir terlihat. Aktif: rata-rata "
        "tertimbang kohor dengan batas Wilson (1927)."
    ),
    "Active in a period, and active then or later": (
        "Aktif dalam suatu periode, dan aktif saat itu atau sesudahnya"
    ),
    (
        "Weighted means of the cohorts with Wilson's limits (1927). Active then or later falls "
        "with time as a survival curve does, up to the last activity in the data."
    ): (
        "Rata-rata tertimbang kohor dengan batas Wilson (1927). Aktif saat itu atau sesudahnya "
        "menurun seiring waktu seperti kurva bertahan, sampai aktivitas terakhir di data."
    ),
    "A trend in {unit} {k} needs {need} cohorts that are over; there are {n}": (
        "Tren pada {unit} ke-{k} memerlukan {need} kohor yang sudah selesai; ada {n}"
    ),
    "Customers active": "Pelanggan aktif",
    (
        "The first cohort is not in the test: it also holds customers who began before the data do."
    ): (
        "Kohor pertama tidak ikut diuji: di dalamnya juga ada pelanggan yang sudah mulai "
        "sebelum data dimulai."
    ),
    "The newest {n} cohorts are drawn; the test is of all of them.": (
        "Digambarkan {n} kohor terbaru; ujinya atas semua kohor."
    ),
    (
        "Cochran-Armitage test (1954, 1955) of a trend in shares, with the odds ratio of a "
        "logistic line. The variance between cohorts is measured and widens test and limits "
        "where it is above chance (quasi-binomial, Wedderburn 1974; Student's t). p-values are "
        "adjusted over all distances by Benjamini and Hochberg (1995)."
    ): (
        "Uji Cochran-Armitage (1954, 1955) untuk tren porsi, dengan rasio odds dari garis "
        "logistik. Variasi antarkohor diukur dan melebarkan uji serta batasnya bila melebihi "
        "kebetulan (kuasi-binomial, Wedderburn 1974; t Student). Nilai p disesuaikan atas semua"
        " jarak menurut Benjamini dan Hochberg (1995)."
    ),
    "Not over yet: {n} of {size} customers are followed to the end.": (
        "Belum selesai: {n} dari {size} pelanggan diamati sampai akhir."
    ),
    "Over: all customers are followed to the end.": (
        "Selesai: semua pelanggan diamati sampai akhir."
    ),
    (
        "Only customers whom the data follow to the end of a cell count in it. Limits are "
        "Wilson's (1927). The mean is weighted by those customers: it is the share of all of "
        "them together, and its limits do not tell how cohorts differ."
    ): (
        "Hanya pelanggan yang diamati data sampai akhir sel yang dihitung di dalamnya. Batasnya"
        " menurut Wilson (1927). Rata-rata ditimbang dengan pelanggan itu: porsi mereka semua "
        "bersama-sama, dan batasnya tidak menunjukkan perbedaan antarkohor."
    ),
    (
        "A cohort counts who is there in that very period: on one of its days is enough, and "
        "who left may come back. Survival counts time from the start to the end of each "
        "contract."
    ): (
        "Kohor menghitung siapa yang ada tepat pada periode itu: satu hari di dalamnya sudah "
        "cukup, dan yang berhenti bisa kembali. Kurva bertahan menghitung waktu dari awal "
        "sampai akhir setiap kontrak."
    ),
    (
        "Who was not seen in a period may come back, which only the second line counts. Nobody "
        "says that they leave here: who is silent at the end of the data may be gone or only "
        "resting."
    ): (
        "Yang tidak terlihat dalam suatu periode bisa kembali, dan hanya garis kedua yang "
        "menghitungnya. Di sini tidak ada yang menyatakan berhenti: yang diam di akhir data "
        "bisa sudah pergi atau hanya beristirahat."
    ),
    "Trend": "Tren",
    "Active in {unit} {k}": "Aktif pada {unit} ke-{k}",
    "Active in that period": "Aktif pada periode itu",
    "Not yet gone": "Belum pergi",
    "Active then or later": "Aktif saat itu atau sesudahnya",
    "watched only from some time after it started": "baru diamati beberapa waktu setelah dimulai",
    "Shade each row by itself": "Warnai setiap baris tersendiri",
    "In the period": "Pada periode itu",
    "In it or later": "Pada periode itu atau sesudahnya",
    "Between two edges": "Di antara dua batas",
    "Calendar": "Kalender",
    "Each customer's own": "Milik tiap pelanggan",
    "Edges": "Batas",
    "Unit of the durations": "Satuan durasi",
    "Cohorts to lay over each other": "Kohor untuk dibandingkan",
    "Did newer cohorts improve at": "Apakah kohor baru membaik pada",
    "Last day it ran": "Hari terakhir berjalan",
    "Last active": "Terakhir aktif",
    "First day": "Hari pertama",
    "Counts as active": "Dihitung aktif",
    "Clock": "Jam",
    "How many periods on": "Sampai periode ke berapa",
    "1,3,6 means: from 1 up to, not including, 3, and from 3 up to 6.": (
        "1,3,6 berarti: dari 1 sampai sebelum 3, dan dari 3 sampai sebelum 6."
    ),
    (
        "The data end on {day}, which is still to come: until then everybody seems silent. End "
        "the date range earlier."
    ): (
        "Data berakhir pada {day}, yang belum tiba: sampai saat itu semua orang tampak diam. "
        "Akhiri rentang tanggal lebih awal."
    ),
    "Oldest, newest and some between": "Terlama, terbaru, dan beberapa di antaranya",
    "Click a cell of one cohort to see its customers.": (
        "Klik sel sebuah kohor untuk melihat pelanggannya."
    ),
    "Active": "Aktif",
    "Not active": "Tidak aktif",
    "Download these customers (CSV)": "Unduh pelanggan ini (CSV)",
    "Customers are hidden in this dataset; the Data page can change that.": (
        "Pelanggan disembunyikan di dataset ini; halaman Data dapat mengubahnya."
    ),
    (
        "By the calendar a day ends at midnight and a month on its last day. On a customer's "
        "own clock a day is 24 hours, a week 7 days and a month 30 days from the first moment "
        "on."
    ): (
        "Menurut kalender, hari berakhir tengah malam dan bulan berakhir pada hari terakhirnya."
        " Menurut jam pelanggan sendiri, sehari adalah 24 jam, seminggu 7 hari, dan sebulan 30 "
        "hari sejak saat pertama."
    ),
    "The first {n} customers.": "{n} pelanggan pertama.",
    "{n} customers.": "{n} pelanggan.",
}
