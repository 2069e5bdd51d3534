"""Texts in Bahasa Indonesia: two groups in every measure, and every group of a column."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A score can move one way while every group moves the other, when other groups "
        "answer (Simpson's paradox). Mix or rate on the Trends page takes a change apart, "
        "and warns where that happens."
    ): (
        "Skor bisa bergerak ke satu arah sementara setiap kelompok bergerak ke arah lain, "
        "bila kelompok lain yang menjawab (paradoks Simpson). Campuran atau tingkat di "
        "halaman Tren menguraikan perubahan, dan memperingatkan bila itu terjadi."
    ),
    "Active days a month": "Hari aktif per bulan",
    "Active days a month after the first": "Hari aktif per bulan setelah yang pertama",
    "Adjust for many tests": "Sesuaikan untuk banyak uji",
    "Against the rest": "Dibanding lainnya",
    "Choose two groups that are not the same.": "Pilih dua kelompok yang tidak sama.",
    "Columns with more than 60 values make no pairs: {names}.": (
        "Kolom dengan lebih dari 60 nilai tidak membentuk pasangan: {names}."
    ),
    "Comments on: {theme}": "Komentar tentang: {theme}",
    "Compare": "Bandingkan",
    "Comparing all groups": "Membandingkan semua kelompok",
    "Comparing the two groups": "Membandingkan kedua kelompok",
    "Difference in standard deviations": "Selisih dalam simpangan baku",
    "Right of 0: {one} has more, or less where less is better.": (
        "Di kanan 0: {one} lebih banyak, atau lebih sedikit bila sedikit itu baik."
    ),
    (
        "Each group is tested against everybody else, as in the table of differences, and "
        "counts as differing below 5%. {n} tests are not adjusted for their number."
    ): (
        "Setiap kelompok diuji terhadap semua yang lain, seperti dalam tabel selisih, dan "
        "dianggap berbeda di bawah 5%. {n} uji tidak disesuaikan dengan jumlahnya."
    ),
    (
        "Each group is tested against everybody else, as in the table of differences. All "
        "{n} tests are one family: p-values are adjusted by Benjamini and Hochberg (1995), "
        "and those below {share} count as differing. Groups of fewer than {few} are not "
        "named."
    ): (
        "Setiap kelompok diuji terhadap semua yang lain, seperti dalam tabel selisih. Semua "
        "{n} uji adalah satu keluarga: nilai p disesuaikan menurut Benjamini dan Hochberg "
        "(1995), dan yang di bawah {share} dianggap berbeda. Kelompok dengan kurang dari "
        "{few} tidak disebut."
    ),
    "Every group": "Setiap kelompok",
    (
        "Everyone else is every known customer outside of the segment, those who are not in "
        "its file included."
    ): (
        "Semua yang lain adalah setiap pelanggan dikenal di luar segmen, termasuk yang tidak "
        "ada di file segmen itu."
    ),
    "Faint cells rest on fewer than {n} answers.": (
        "Sel pudar bertumpu pada kurang dari {n} jawaban."
    ),
    "Fee per customer": "Biaya per pelanggan",
    "Fewer than two groups have {n} members or more.": (
        "Kurang dari dua kelompok punya {n} anggota atau lebih."
    ),
    "First reply (hours)": "Balasan pertama (jam)",
    "Group by": "Kelompokkan menurut",
    (
        "Left out, since no column is known as the customer by which rows could find their "
        "group: {names}. Choose one on the Data page."
    ): (
        "Tidak dipakai, karena tidak ada kolom yang dikenal sebagai pelanggan untuk "
        "menemukan kelompok setiap baris: {names}. Pilih di halaman Data."
    ),
    (
        "Left out, since the file that knows these groups has no column known as the "
        "customer: {names}. Choose one on the Data page, or compare groups of a customer "
        "list."
    ): (
        "Tidak dipakai, karena file yang mengenal kelompok ini tidak punya kolom yang "
        "dikenal sebagai pelanggan: {names}. Pilih di halaman Data, atau bandingkan kelompok "
        "dari daftar pelanggan."
    ),
    "Mean wait for the first reply, in hours (at most {tau})": (
        "Rata-rata tunggu balasan pertama, dalam jam (paling lama {tau})"
    ),
    "Mean wait for the solution, in hours (at most {tau})": (
        "Rata-rata tunggu penyelesaian, dalam jam (paling lama {tau})"
    ),
    "Months as a customer in the first {tau}": "Bulan sebagai pelanggan dalam {tau} bulan pertama",
    "Months of the first {tau}": "Bulan dari {tau} pertama",
    "No file has a column of 2 to 40 values that could make groups.": (
        "Tidak ada file dengan kolom berisi 2 sampai 40 nilai yang bisa membentuk kelompok."
    ),
    "No file has anything that could be compared by groups.": (
        "Tidak ada file dengan sesuatu yang bisa dibandingkan menurut kelompok."
    ),
    "No file knows anything of both groups that could be compared.": (
        "Tidak ada file yang mengetahui sesuatu tentang kedua kelompok untuk dibandingkan."
    ),
    "No measure of {n} differs for certain between {one} and {other}": (
        "Dari {n} ukuran tidak ada yang pasti berbeda antara {one} dan {other}"
    ),
    "No row has this measure.": "Tidak ada baris dengan ukuran ini.",
    "Not watched long enough: {names}.": "Tidak cukup lama diamati: {names}.",
    "Open Trends: mix or rate": "Buka Tren: campuran atau tingkat",
    "Order days a year": "Hari pesanan per tahun",
    "Order days a year after the first": "Hari pesanan per tahun setelah yang pertama",
    ("Pale bars are not certain: their adjusted p-value is not below {share}."): (
        "Batang pucat tidak pasti: nilai p yang disesuaikan tidak di bawah {share}."
    ),
    "Pale bars rest on fewer than {n} answers, customers or tickets.": (
        "Batang pucat bertumpu pada kurang dari {n} jawaban, pelanggan, atau tiket."
    ),
    "Periods as a customer in the first {tau}": (
        "Periode sebagai pelanggan dalam {tau} periode pertama"
    ),
    "Periods of the first {tau}": "Periode dari {tau} pertama",
    (
        "Scores and sentiment: difference of adjusted scores (Sauro & Lewis, 2016; Rocks, "
        "2016). Shares: Newcombe (1998) and the N-1 chi-square (Campbell, 2007). Still "
        "there: Kaplan-Meier, log-log test at that time (Klein et al., 2007), limits by Zou "
        "and Donner (2008). Mean times: restricted means, those still there or waiting "
        "included (Uno et al., 2014). Spend, fees, reopened tickets and rates: customers are "
        "the unit (Cochran, 1977), tested by Welch (1947) and Student (1908). Of means, the "
        "wider limits of the groups' own and of a common variance are given. All {n} tests "
        "of the table are one family (Benjamini & Hochberg, 1995); adjusted p-values below "
        "{share} count as differing. The scale of the chart is the standard deviation of one "
        "member (Cohen, 1988)."
    ): (
        "Skor dan sentimen: selisih skor yang disesuaikan (Sauro & Lewis, 2016; Rocks, "
        "2016). Porsi: Newcombe (1998) dan khi-kuadrat N-1 (Campbell, 2007). Masih ada: "
        "Kaplan-Meier, uji log-log pada waktu itu (Klein dkk., 2007), batas menurut Zou dan "
        "Donner (2008). Waktu rata-rata: rata-rata terbatas, termasuk yang masih ada atau "
        "menunggu (Uno dkk., 2014). Belanja, biaya, tiket dibuka lagi dan laju: satuannya "
        "pelanggan (Cochran, 1977), diuji menurut Welch (1947) dan Student (1908). Untuk "
        "rata-rata diberikan batas yang lebih lebar, dari ragam tiap kelompok atau ragam "
        "bersama. Semua {n} uji dalam tabel adalah satu keluarga (Benjamini & Hochberg, "
        "1995); nilai p terlaras di bawah {share} dianggap berbeda. Skala grafik adalah "
        "simpangan baku satu anggota (Cohen, 1988)."
    ),
    "Second column": "Kolom kedua",
    "Second group": "Kelompok kedua",
    "Solution (hours)": "Penyelesaian (jam)",
    "Spend per customer": "Belanja per pelanggan",
    "Still there after {time} months": "Masih ada setelah {time} bulan",
    "Still there after {time} periods": "Masih ada setelah {time} periode",
    (
        "Limits and tests of scores take customers as the unit; those of comments and waits "
        "are as if nobody had written twice. Groups that differ here may differ for other "
        "reasons."
    ): (
        "Batas dan uji skor memakai pelanggan sebagai satuan; untuk komentar dan waktu tunggu "
        "dihitung seolah tak seorang pun menulis dua kali. Kelompok yang berbeda di sini bisa "
        "berbeda karena hal lain."
    ),
    (
        "The {n} largest groups of each column are drawn; {hidden} further pairs are tested "
        "with them."
    ): ("{n} kelompok terbesar tiap kolom digambar; {hidden} pasangan lain ikut diuji."),
    "Themes too": "Tema juga",
    (
        "These groups are known from what customers did, and may have done late: who stays "
        "longer, buys more or writes more has more time and occasion to be in one of them. "
        "Part of such a difference may be no effect at all."
    ): (
        "Kelompok ini diketahui dari apa yang dilakukan pelanggan, mungkin belakangan: yang "
        "bertahan lebih lama, membeli atau menulis lebih banyak punya lebih banyak waktu dan "
        "kesempatan untuk masuk. Sebagian selisih seperti itu mungkin bukan pengaruh sama "
        "sekali."
    ),
    "This file has no column that could split its rows into groups.": (
        "File ini tidak punya kolom yang bisa membagi barisnya menjadi kelompok."
    ),
    "Tickets reopened": "Tiket dibuka lagi",
    "Too few to compare {one} with {other}": (
        "Terlalu sedikit untuk membandingkan {one} dengan {other}"
    ),
    "Wait for the first reply": "Waktu tunggu balasan pertama",
    "Wait for the solution": "Waktu tunggu penyelesaian",
    (
        "Without a test, since a group has fewer than {few} members, was not watched long "
        "enough, or does not vary: {names}."
    ): (
        "Tanpa uji, karena suatu kelompok punya kurang dari {few} anggota, tidak cukup lama "
        "diamati, atau tidak bervariasi: {names}."
    ),
    "Without customers of these groups: {names}.": "Tanpa pelanggan dari kelompok ini: {names}.",
    "everyone else": "semua yang lain",
    "no proven difference from the rest, p = {p}": (
        "tidak ada selisih terbukti dari yang lain, p = {p}"
    ),
    "no second column": "tanpa kolom kedua",
    "{by} ({limits})": "{by} ({limits})",
    "{by} ({limits}), adjusted p = {p}": "{by} ({limits}), p disesuaikan = {p}",
    "{by} against the rest, p = {p}": "{by} dibanding lainnya, p = {p}",
    "{by} points": "{by} poin",
    (
        "{column} has one value only, {value}: there is nothing to compare it with."
    ): "{column} hanya punya satu nilai, {value}: tidak ada pembandingnya.",
    (
        "{column} has {all} values; the {n} largest are shown and tested, and the others "
        "count in their rest."
    ): (
        "{column} punya {all} nilai; {n} yang terbesar ditampilkan dan diuji, sisanya masuk "
        "pembanding."
    ),
    "{name} by {column}: {n} of {all} groups differ from the rest": (
        "{name} menurut {column}: {n} dari {all} kelompok berbeda dari lainnya"
    ),
    "{name}: answers {low} to {high}": "{name}: jawaban {low} sampai {high}",
    (
        "{name}: {n} customers have rows in both groups and are left out of what is counted "
        "per customer."
    ): (
        "{name}: {n} pelanggan punya baris di kedua kelompok dan tidak dihitung dalam ukuran "
        "per pelanggan."
    ),
    "{name}: {n} rows are in both groups and in neither here.": (
        "{name}: {n} baris ada di kedua kelompok dan di sini tidak masuk keduanya."
    ),
    "{n} customers are in several groups and in none here.": (
        "{n} pelanggan ada di beberapa kelompok dan di sini tidak masuk satu pun."
    ),
    (
        "{n} tests without adjustment: about {false} of them would call a group different by "
        "chance alone."
    ): (
        "{n} uji tanpa penyesuaian: kira-kira {false} di antaranya akan menyebut kelompok "
        "berbeda hanya karena kebetulan."
    ),
    "{one} against {other}: {n} of {all} measures differ for certain": (
        "{one} dibanding {other}: {n} dari {all} ukuran pasti berbeda"
    ),
    "{one} against {other}: {parts}": "{one} dibanding {other}: {parts}",
    ("{one} against {other}: {parts}. Nothing else differs for certain ({rest} measures)"): (
        "{one} dibanding {other}: {parts}. Selain itu tidak ada yang pasti berbeda ({rest} ukuran)"
    ),
    ("{one} against {other}: {parts}; and {more} more of {n} measures differ"): (
        "{one} dibanding {other}: {parts}; dan {more} lagi dari {n} ukuran berbeda"
    ),
    "{value} ({low} to {high})": "{value} ({low} sampai {high})",
}
