"""Malay texts: cohort tables."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "day": "hari",
    "week": "minggu",
    "month": "bulan",
    "quarter": "suku tahun",
    "quarters": "suku tahun",
    "year": "tahun",
    "{cohort} (n {n})": "{cohort} (n {n})",
    "Newer cohorts are worse in {unit} {k}": (
        "Kohort yang lebih baharu lebih lemah pada {unit} ke-{k}"
    ),
    "Newer cohorts are better in {unit} {k}": (
        "Kohort yang lebih baharu lebih baik pada {unit} ke-{k}"
    ),
    (
        "From one cohort to the next: {change} points ({low} to {high}); odds times {odds} "
        "({odds_low} to {odds_high}); adjusted p {p}. Cohorts vary {times} times as much as "
        "chance would have it."
    ): (
        "Dari satu kohort ke kohort berikutnya: {change} mata ({low} hingga {high}); odds "
        "didarab {odds} ({odds_low} hingga {odds_high}); p terlaras {p}. Kohort berbeza {times}"
        " kali ganda daripada yang dijangka secara kebetulan."
    ),
    "{share} of the customers are active in {unit} {k}": (
        "{share} pelanggan aktif pada {unit} ke-{k}"
    ),
    "No trend is tested on or after a period: newer cohorts have had less time to come back": (
        "Trend tidak diuji bagi peraturan pada atau selepas sesuatu tempoh: kohort yang lebih "
        "baharu mempunyai masa yang lebih singkat untuk kembali"
    ),
    "All cohorts are alike in {unit} {k}": "Semua kohort sama pada {unit} ke-{k}",
    "No proven trend of newer cohorts in {unit} {k}": (
        "Belum terbukti ada trend bagi kohort yang lebih baharu pada {unit} ke-{k}"
    ),
    "No cohort is followed long enough yet": "Belum ada kohort yang diperhatikan cukup lama",
    "A customer is active in a period in which a contract runs on at least one day.": (
        "Pelanggan aktif dalam tempoh apabila kontraknya berjalan sekurang-kurangnya satu hari."
    ),
    "A customer is active in a period with a purchase or an event.": (
        "Pelanggan aktif dalam tempoh yang ada pembelian atau peristiwa."
    ),
    "A cell holds those who were active in that very period.": (
        "Sesebuah sel mengandungi mereka yang aktif tepat pada tempoh itu."
    ),
    "A cell holds those who were active in that period or a later one.": (
        "Sesebuah sel mengandungi mereka yang aktif pada tempoh itu atau selepasnya."
    ),
    "A cell holds those who were active in any of its periods.": (
        "Sesebuah sel mengandungi mereka yang aktif pada mana-mana tempohnya."
    ),
    "{unit} since the customer's first moment": "{unit} sejak saat pertama pelanggan",
    "{unit} after that of the first activity": "{unit} selepas aktiviti pertama",
    "Weighted mean": "Purata berwajaran",
    "The newest {n} of {all} cohorts are drawn; the mean is that of all. Choose others above.": (
        "Dilukis {n} kohort terbaharu daripada {all}; puratanya daripada semua kohort. Pilih "
        "yang lain di atas."
    ),
    (
        "Empty cells are not over yet; pale ones have customers who are not followed to the end"
        " of the cell and do not count in it."
    ): (
        "Sel kosong belum tamat; sel pudar mempunyai pelanggan yang tidak diperhatikan hingga "
        "akhir sel dan tidak dikira di dalamnya."
    ),
    "Shares of newer cohorts read low here: their later activity is not yet in the data.": (
        "Bahagian kohort yang lebih baharu kelihatan rendah di sini: aktiviti mereka yang "
        "seterusnya belum ada dalam data."
    ),
    (
        "The first cohort of a file also holds customers who began before the data do, so that "
        "it may look better than it was."
    ): (
        "Kohort pertama sesebuah fail turut mengandungi pelanggan yang bermula sebelum data "
        "bermula, jadi ia mungkin kelihatan lebih baik daripada sebenar."
    ),
    "Cohorts over each other": "Kohort dalam satu graf",
    "Active in a period, and not yet gone": "Aktif dalam sesuatu tempoh, dan belum pergi",
    (
        "Not yet gone: the Kaplan-Meier curve (1958) of the contracts with log-log limits, "
        "which counts those still there up to the day they were last seen. Active: the weighted"
        " mean of the cohorts with Wilson's limits (1927)."
    ): (
        "Belum pergi: keluk Kaplan-Meier (1958) bagi kontrak dengan had log-log, yang mengira "
        "mereka yang masih ada hingga hari terakhir dilihat. Aktif: purata berwajaran kohort "
        "dengan had Wilson (1927)."
    ),
    "Active in a period, and active then or later": (
        "Aktif dalam sesuatu tempoh, dan aktif ketika itu atau selepasnya"
    ),
    (
        "Weighted means of the cohorts with Wilson's limits (1927). Active then or later falls "
        "with time as a survival curve does, up to the last activity in the data."
    ): (
        "Purata berwajaran kohort dengan had Wilson (1927). Aktif ketika itu atau selepasnya "
        "menurun mengikut masa seperti keluk kemandirian, hingga aktiviti terakhir dalam data."
    ),
    "A trend in {unit} {k} needs {need} cohorts that are over; there are {n}": (
        "Trend pada {unit} ke-{k} memerlukan {need} kohort yang sudah tamat; ada {n}"
    ),
    "Customers active": "Pelanggan aktif",
    (
        "The first cohort is not in the test: it also holds customers who began before the data do."
    ): (
        "Kohort pertama tidak diuji: ia turut mengandungi pelanggan yang bermula sebelum data "
        "bermula."
    ),
    "The newest {n} cohorts are drawn; the test is of all of them.": (
        "Dilukis {n} kohort terbaharu; ujiannya atas semua kohort."
    ),
    (
        "Cochran-Armitage test (1954, 1955) of a trend in shares, with the odds ratio of a "
        "logistic line. The variance between cohorts is measured and widens test and limits "
        "where it is above chance (quasi-binomial, Wedderburn 1974; Student's t). p-values are "
        "adjusted over all distances by Benjamini and Hochberg (1995)."
    ): (
        "Ujian Cochran-Armitage (1954, 1955) bagi trend bahagian, dengan nisbah odds daripada "
        "garis logistik. Variasi antara kohort diukur dan melebarkan ujian serta had apabila "
        "melebihi kebetulan (kuasi-binomial, Wedderburn 1974; t Student). Nilai p dilaras atas "
        "semua jarak mengikut Benjamini dan Hochberg (1995)."
    ),
    "Not over yet: {n} of {size} customers are followed to the end.": (
        "Belum tamat: {n} daripada {size} pelanggan diperhatikan hingga akhir."
    ),
    "Over: all customers are followed to the end.": (
        "Tamat: semua pelanggan diperhatikan hingga akhir."
    ),
    (
        "Only customers whom the data follow to the end of a cell count in it. Limits are "
        "Wilson's (1927). The mean is weighted by those customers: it is the share of all of "
        "them together, and its limits do not tell how cohorts differ."
    ): (
        "Hanya pelanggan yang diperhatikan data hingga akhir sel dikira di dalamnya. Hadnya "
        "mengikut Wilson (1927). Purata diwajarkan dengan pelanggan itu: bahagian mereka semua "
        "bersama-sama, dan hadnya tidak menunjukkan perbezaan antara kohort."
    ),
    (
        "A cohort counts who is there in that very period: on one of its days is enough, and "
        "who left may come back. Survival counts time from the start to the end of each "
        "contract."
    ): (
        "Kohort mengira siapa yang ada tepat pada tempoh itu: satu hari di dalamnya sudah "
        "memadai, dan yang berhenti boleh kembali. Keluk kemandirian mengira masa dari mula "
        "hingga tamat setiap kontrak."
    ),
    (
        "Who was not seen in a period may come back, which only the second line counts. Nobody "
        "says that they leave here: who is silent at the end of the data may be gone or only "
        "resting."
    ): (
        "Yang tidak dilihat dalam sesuatu tempoh boleh kembali, dan hanya garis kedua "
        "mengiranya. Di sini tiada siapa menyatakan berhenti: yang senyap pada akhir data "
        "mungkin sudah pergi atau hanya berehat."
    ),
    "Trend": "Trend",
    "Active in {unit} {k}": "Aktif pada {unit} ke-{k}",
    "Active in that period": "Aktif pada tempoh itu",
    "Not yet gone": "Belum pergi",
    "Active then or later": "Aktif ketika itu atau selepasnya",
    "watched only from some time after it started": (
        "hanya diperhatikan beberapa lama selepas bermula"
    ),
    "Shade each row by itself": "Warnakan setiap baris secara berasingan",
    "In the period": "Pada tempoh itu",
    "In it or later": "Pada tempoh itu atau selepasnya",
    "Between two edges": "Di antara dua sempadan",
    "Calendar": "Kalendar",
    "Each customer's own": "Milik setiap pelanggan",
    "Edges": "Sempadan",
    "Unit of the durations": "Unit tempoh",
    "Cohorts to lay over each other": "Kohort untuk dibandingkan",
    "Did newer cohorts improve at": "Adakah kohort baharu bertambah baik pada",
    "Last day it ran": "Hari terakhir berjalan",
    "Last active": "Terakhir aktif",
    "First day": "Hari pertama",
    "Counts as active": "Dikira aktif",
    "Clock": "Jam",
    "How many periods on": "Hingga tempoh ke berapa",
    "1,3,6 means: from 1 up to, not including, 3, and from 3 up to 6.": (
        "1,3,6 bermaksud: dari 1 hingga sebelum 3, dan dari 3 hingga sebelum 6."
    ),
    (
        "The data end on {day}, which is still to come: until then everybody seems silent. End "
        "the date range earlier."
    ): (
        "Data berakhir pada {day}, yang belum tiba: sehingga itu semua orang kelihatan senyap. "
        "Tamatkan julat tarikh lebih awal."
    ),
    "Oldest, newest and some between": "Terlama, terbaharu dan beberapa di antaranya",
    "Click a cell of one cohort to see its customers.": (
        "Klik sel sesebuah kohort untuk melihat pelanggannya."
    ),
    "Active": "Aktif",
    "Not active": "Tidak aktif",
    "Download these customers (CSV)": "Muat turun pelanggan ini (CSV)",
    "Customers are hidden in this dataset; the Data page can change that.": (
        "Pelanggan disembunyikan dalam set data ini; halaman Data boleh mengubahnya."
    ),
    (
        "By the calendar a day ends at midnight and a month on its last day. On a customer's "
        "own clock a day is 24 hours, a week 7 days and a month 30 days from the first moment "
        "on."
    ): (
        "Mengikut kalendar, hari berakhir pada tengah malam dan bulan pada hari terakhirnya. "
        "Mengikut jam pelanggan sendiri, sehari ialah 24 jam, seminggu 7 hari dan sebulan 30 "
        "hari dari saat pertama."
    ),
    "The first {n} customers.": "{n} pelanggan pertama.",
    "{n} customers.": "{n} pelanggan.",
}
