"""Texts in Bahasa Melayu: two groups in every measure, and every group of a column."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A score can move one way while every group moves the other, when other groups "
        "answer (Simpson's paradox). Mix or rate on the Trends page takes a change apart, "
        "and warns where that happens."
    ): (
        "Skor boleh bergerak ke satu arah sedangkan setiap kumpulan bergerak ke arah lain, "
        "apabila kumpulan lain yang menjawab (paradoks Simpson). Campuran atau kadar di "
        "halaman Trend menghuraikan perubahan, dan memberi amaran apabila itu berlaku."
    ),
    "Active days a month": "Hari aktif sebulan",
    "Active days a month after the first": "Hari aktif sebulan selepas yang pertama",
    "Adjust for many tests": "Laraskan untuk banyak ujian",
    "Against the rest": "Berbanding yang lain",
    "Choose two groups that are not the same.": "Pilih dua kumpulan yang tidak sama.",
    "Columns with more than 60 values make no pairs: {names}.": (
        "Lajur dengan lebih 60 nilai tidak membentuk pasangan: {names}."
    ),
    "Comments on: {theme}": "Komen tentang: {theme}",
    "Compare": "Bandingkan",
    "Comparing all groups": "Membandingkan semua kumpulan",
    "Comparing the two groups": "Membandingkan kedua-dua kumpulan",
    "Difference in standard deviations": "Beza dalam sisihan piawai",
    "Right of 0: {one} has more, or less where less is better.": (
        "Di kanan 0: {one} lebih banyak, atau kurang jika kurang itu baik."
    ),
    (
        "Each group is tested against everybody else, as in the table of differences, and "
        "counts as differing below 5%. {n} tests are not adjusted for their number."
    ): (
        "Setiap kumpulan diuji terhadap semua yang lain, seperti dalam jadual perbezaan, dan "
        "dikira berbeza di bawah 5%. {n} ujian tidak dilaraskan dengan bilangannya."
    ),
    (
        "Each group is tested against everybody else, as in the table of differences. All "
        "{n} tests are one family: p-values are adjusted by Benjamini and Hochberg (1995), "
        "and those below {share} count as differing. Groups of fewer than {few} are not "
        "named."
    ): (
        "Setiap kumpulan diuji terhadap semua yang lain, seperti dalam jadual perbezaan. "
        "Semua {n} ujian ialah satu keluarga: nilai p dilaraskan mengikut Benjamini dan "
        "Hochberg (1995), dan yang di bawah {share} dikira berbeza. Kumpulan dengan kurang "
        "daripada {few} tidak dinamakan."
    ),
    "Every group": "Setiap kumpulan",
    (
        "Everyone else is every known customer outside of the segment, those who are not in "
        "its file included."
    ): (
        "Semua yang lain ialah setiap pelanggan yang dikenali di luar segmen, termasuk yang "
        "tiada dalam failnya."
    ),
    "Faint cells rest on fewer than {n} answers.": (
        "Sel pudar berdasarkan kurang daripada {n} jawapan."
    ),
    "Fee per customer": "Yuran setiap pelanggan",
    "Fewer than two groups have {n} members or more.": (
        "Kurang daripada dua kumpulan mempunyai {n} ahli atau lebih."
    ),
    "First reply (hours)": "Balasan pertama (jam)",
    "Group by": "Kumpulkan mengikut",
    (
        "Left out, since no column is known as the customer by which rows could find their "
        "group: {names}. Choose one on the Data page."
    ): (
        "Tidak digunakan, kerana tiada lajur yang dikenali sebagai pelanggan untuk mencari "
        "kumpulan setiap baris: {names}. Pilih di halaman Data."
    ),
    (
        "Left out, since the file that knows these groups has no column known as the "
        "customer: {names}. Choose one on the Data page, or compare groups of a customer "
        "list."
    ): (
        "Tidak digunakan, kerana fail yang mengenali kumpulan ini tiada lajur yang dikenali "
        "sebagai pelanggan: {names}. Pilih di halaman Data, atau bandingkan kumpulan "
        "daripada senarai pelanggan."
    ),
    "Mean wait for the first reply, in hours (at most {tau})": (
        "Purata tunggu balasan pertama, dalam jam (paling lama {tau})"
    ),
    "Mean wait for the solution, in hours (at most {tau})": (
        "Purata tunggu penyelesaian, dalam jam (paling lama {tau})"
    ),
    "Months as a customer in the first {tau}": "Bulan sebagai pelanggan dalam {tau} bulan pertama",
    "Months of the first {tau}": "Bulan daripada {tau} pertama",
    "No file has a column of 2 to 40 values that could make groups.": (
        "Tiada fail dengan lajur 2 hingga 40 nilai yang boleh membentuk kumpulan."
    ),
    "No file has anything that could be compared by groups.": (
        "Tiada fail dengan sesuatu yang boleh dibandingkan mengikut kumpulan."
    ),
    "No file knows anything of both groups that could be compared.": (
        "Tiada fail yang mengetahui sesuatu tentang kedua-dua kumpulan untuk dibandingkan."
    ),
    "No measure of {n} differs for certain between {one} and {other}": (
        "Daripada {n} ukuran tiada yang pasti berbeza antara {one} dengan {other}"
    ),
    "No row has this measure.": "Tiada baris dengan ukuran ini.",
    "Not watched long enough: {names}.": "Tidak cukup lama diperhatikan: {names}.",
    "Open Trends: mix or rate": "Buka Trend: campuran atau kadar",
    "Order days a year": "Hari pesanan setahun",
    "Order days a year after the first": "Hari pesanan setahun selepas yang pertama",
    (
        "Pale bars are not certain: their adjusted p-value is not below {share}."
    ): "Bar pucat tidak pasti: nilai p terlaras tidak di bawah {share}.",
    "Pale bars rest on fewer than {n} answers, customers or tickets.": (
        "Bar pucat berdasarkan kurang daripada {n} jawapan, pelanggan atau tiket."
    ),
    "Periods as a customer in the first {tau}": (
        "Tempoh sebagai pelanggan dalam {tau} tempoh pertama"
    ),
    "Periods of the first {tau}": "Tempoh daripada {tau} pertama",
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
        "Skor dan sentimen: beza skor terlaras (Sauro & Lewis, 2016; Rocks, 2016). Bahagian: "
        "Newcombe (1998) dan khi kuasa dua N-1 (Campbell, 2007). Masih ada: Kaplan-Meier, "
        "ujian log-log pada masa itu (Klein dll., 2007), had mengikut Zou dan Donner (2008). "
        "Masa purata: min terhad, termasuk yang masih ada atau menunggu (Uno dll., 2014). "
        "Belanja, yuran, tiket dibuka semula dan kadar: unitnya pelanggan (Cochran, 1977), "
        "diuji mengikut Welch (1947) dan Student (1908). Bagi min diberikan had yang lebih "
        "lebar, daripada varians setiap kumpulan atau varians bersama. Semua {n} ujian dalam "
        "jadual ialah satu keluarga (Benjamini & Hochberg, 1995); nilai p terlaras di bawah "
        "{share} dikira berbeza. Skala carta ialah sisihan piawai seorang ahli (Cohen, "
        "1988)."
    ),
    "Second column": "Lajur kedua",
    "Second group": "Kumpulan kedua",
    "Solution (hours)": "Penyelesaian (jam)",
    "Spend per customer": "Belanja setiap pelanggan",
    "Still there after {time} months": "Masih ada selepas {time} bulan",
    "Still there after {time} periods": "Masih ada selepas {time} tempoh",
    (
        "Limits and tests of scores take customers as the unit; those of comments and waits "
        "are as if nobody had written twice. Groups that differ here may differ for other "
        "reasons."
    ): (
        "Had dan ujian skor memakai pelanggan sebagai unit; bagi komen dan masa menunggu dikira "
        "seolah-olah tiada sesiapa menulis dua kali. Kumpulan yang berbeza di sini mungkin "
        "berbeza atas sebab lain."
    ),
    (
        "The {n} largest groups of each column are drawn; {hidden} further pairs are tested "
        "with them."
    ): ("{n} kumpulan terbesar setiap lajur dilukis; {hidden} pasangan lain turut diuji."),
    "Themes too": "Tema juga",
    (
        "These groups are known from what customers did, and may have done late: who stays "
        "longer, buys more or writes more has more time and occasion to be in one of them. "
        "Part of such a difference may be no effect at all."
    ): (
        "Kumpulan ini diketahui daripada apa yang dilakukan pelanggan, mungkin kemudian: "
        "yang kekal lebih lama, membeli atau menulis lebih banyak mempunyai lebih masa dan "
        "peluang untuk berada di dalamnya. Sebahagian beza begitu mungkin bukan kesan "
        "langsung."
    ),
    "This file has no column that could split its rows into groups.": (
        "Fail ini tiada lajur yang boleh membahagi barisnya kepada kumpulan."
    ),
    "Tickets reopened": "Tiket dibuka semula",
    "Too few to compare {one} with {other}": (
        "Terlalu sedikit untuk membandingkan {one} dengan {other}"
    ),
    "Wait for the first reply": "Masa menunggu balasan pertama",
    "Wait for the solution": "Masa menunggu penyelesaian",
    (
        "Without a test, since a group has fewer than {few} members, was not watched long "
        "enough, or does not vary: {names}."
    ): (
        "Tanpa ujian, kerana satu kumpulan mempunyai kurang daripada {few} ahli, tidak cukup "
        "lama diperhatikan, atau tidak berubah-ubah: {names}."
    ),
    "Without customers of these groups: {names}.": (
        "Tanpa pelanggan daripada kumpulan ini: {names}."
    ),
    "everyone else": "semua yang lain",
    "no proven difference from the rest, p = {p}": (
        "tiada beza terbukti daripada yang lain, p = {p}"
    ),
    "no second column": "tanpa lajur kedua",
    "{by} ({limits})": "{by} ({limits})",
    "{by} ({limits}), adjusted p = {p}": "{by} ({limits}), p terlaras = {p}",
    "{by} against the rest, p = {p}": "{by} berbanding yang lain, p = {p}",
    "{by} points": "{by} mata",
    ("{column} has one value only, {value}: there is nothing to compare it with."): (
        "{column} hanya mempunyai satu nilai, {value}: tiada apa untuk dibandingkan."
    ),
    (
        "{column} has {all} values; the {n} largest are shown and tested, and the others "
        "count in their rest."
    ): (
        "{column} mempunyai {all} nilai; {n} yang terbesar dipaparkan dan diuji, selebihnya "
        "masuk pembanding."
    ),
    "{name} by {column}: {n} of {all} groups differ from the rest": (
        "{name} mengikut {column}: {n} daripada {all} kumpulan berbeza daripada yang lain"
    ),
    "{name}: answers {low} to {high}": "{name}: jawapan {low} hingga {high}",
    (
        "{name}: {n} customers have rows in both groups and are left out of what is counted "
        "per customer."
    ): (
        "{name}: {n} pelanggan mempunyai baris dalam kedua-dua kumpulan dan tidak dikira "
        "dalam ukuran setiap pelanggan."
    ),
    "{name}: {n} rows are in both groups and in neither here.": (
        "{name}: {n} baris ada dalam kedua-dua kumpulan dan di sini tidak masuk mana-mana."
    ),
    "{n} customers are in several groups and in none here.": (
        "{n} pelanggan ada dalam beberapa kumpulan dan di sini tidak masuk mana-mana."
    ),
    (
        "{n} tests without adjustment: about {false} of them would call a group different by "
        "chance alone."
    ): (
        "{n} ujian tanpa pelarasan: kira-kira {false} daripadanya akan menyebut kumpulan "
        "berbeza secara kebetulan sahaja."
    ),
    "{one} against {other}: {n} of {all} measures differ for certain": (
        "{one} berbanding {other}: {n} daripada {all} ukuran pasti berbeza"
    ),
    "{one} against {other}: {parts}": "{one} berbanding {other}: {parts}",
    ("{one} against {other}: {parts}. Nothing else differs for certain ({rest} measures)"): (
        "{one} berbanding {other}: {parts}. Selain itu tiada yang pasti berbeza ({rest} ukuran)"
    ),
    ("{one} against {other}: {parts}; and {more} more of {n} measures differ"): (
        "{one} berbanding {other}: {parts}; dan {more} lagi daripada {n} ukuran berbeza"
    ),
    "{value} ({low} to {high})": "{value} ({low} hingga {high})",
}
