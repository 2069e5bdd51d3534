"""Texts in Bahasa Melayu: the Survey quality page: who answered, and with what care."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A response rate needs a row for every invitation, answered or not, and a column "
        "with the day on which it was sent (known as 'invited' on the Data page)."
    ): (
        "Kadar respons memerlukan satu baris bagi setiap jemputan, dijawab atau tidak, dan "
        "lajur berisi hari ia dihantar (dikenali sebagai 'invited' pada halaman Data)."
    ),
    "All alike, in between": "Semua sama, di tengah",
    "All answers": "Semua jawapan",
    ("All groups together: chi-square {statistic}, {degrees} degrees of freedom, {p}."): (
        "Semua kumpulan bersama: khi kuasa dua {statistic}, darjah kebebasan {degrees}, {p}."
    ),
    "All ratings alike": "Semua penarafan sama",
    "All {score} (highest)": "Semua {score} (tertinggi)",
    "All {score} (lowest)": "Semua {score} (terendah)",
    "Answered": "Dijawab",
    "Answered at all": "Pernah menjawab",
    (
        "Answers by the days since the invitation. Who answers late has more in common with "
        "those who never answer than who answers at once (continuum of resistance: Armstrong "
        "and Overton, Journal of Marketing Research, 1977; Lin and Schaeffer, Public Opinion "
        "Quarterly, 1995). It is a hint of non-response bias, no measure of it."
    ): (
        "Jawapan mengikut bilangan hari sejak jemputan. Yang lewat menjawab lebih serupa "
        "dengan yang tidak pernah menjawab berbanding yang terus menjawab (kontinum "
        "keengganan: Armstrong dan Overton, Journal of Marketing Research, 1977; Lin dan "
        "Schaeffer, Public Opinion Quarterly, 1995). Ini petanda pincang tanpa respons, "
        "bukan ukurannya."
    ),
    ("Answers by the time they took, in the unit of the file; each bar begins at its label."): (
        "Jawapan mengikut tempoh mengisi, dalam unit fail; setiap bar bermula pada labelnya."
    ),
    (
        "Answers with at least {least} of the {n} ratings; straight means that all that were "
        "given are the same. It is one sign of low effort (Krosnick, Applied Cognitive "
        "Psychology, 1991), and no proof of it."
    ): (
        "Jawapan dengan sekurang-kurangnya {least} daripada {n} penarafan; lurus bermakna "
        "semua yang diberi adalah sama. Itu satu tanda usaha yang rendah (Krosnick, Applied "
        "Cognitive Psychology, 1991), bukan buktinya."
    ),
    "Blank": "Kosong",
    "Blanks": "Yang kosong",
    "By": "Mengikut",
    "Can these answers be trusted, and do they speak for all?": (
        "Bolehkah jawapan ini dipercayai, dan adakah ia mewakili semua?"
    ),
    "Care": "Kecermatan",
    "Choose at least one question.": "Pilih sekurang-kurangnya satu soalan.",
    "Choose at least {n} ratings.": "Pilih sekurang-kurangnya {n} lajur penarafan.",
    "Codes for no answer and cells off the scale count as not answered.": (
        "Kod tiada jawapan dan sel di luar skala dikira sebagai tidak dijawab."
    ),
    "Column with the length of the answer": "Lajur tempoh mengisi",
    (
        "Customers of the list, found among those who answered by the customer's key. A "
        "customer who answered several times counts once."
    ): (
        "Pelanggan dalam senarai yang ditemui dalam kalangan yang menjawab melalui kunci "
        "pelanggan. Pelanggan yang menjawab beberapa kali dikira sekali."
    ),
    "Day {day}": "Hari {day}",
    "Day {day} and later": "Hari {day} dan selepasnya",
    "Days between invitation and answer; the median to begin with.": (
        "Hari antara jemputan dan jawapan; mulanya median."
    ),
    "Days {first} to {last}": "Hari {first} hingga {last}",
    "Do these answers score as the others do? {p} (two-sided).": (
        "Adakah skor jawapan ini sama dengan yang lain? {p} (dua hujung)."
    ),
    (
        "Each of the {n} invitations in view has an answer: this file seems to hold answered "
        "ones only, and a rate cannot be told from it. Add the invitations that nobody "
        "answered."
    ): (
        "Setiap satu daripada {n} jemputan yang dipaparkan ada jawapan: fail ini nampaknya "
        "hanya memuat yang dijawab, jadi kadar respons tidak dapat diketahui. Tambah "
        "jemputan yang tidak dijawab."
    ),
    "Early (up to day {day})": "Awal (hingga hari {day})",
    "Early and late": "Awal dan lewat",
    "Early and late answers": "Jawapan awal dan lewat",
    (
        "Early and late answers can be told apart where a file has the day of the invitation "
        "('invited' on the Data page) and the day of the answer."
    ): (
        "Jawapan awal dan lewat dapat dibezakan jika fail mempunyai hari jemputan ('invited' "
        "pada halaman Data) dan hari jawapan."
    ),
    "Early means up to day": "Awal bermakna hingga hari",
    "Every question is answered by everybody": "Semua soalan dijawab oleh semua orang",
    "Groups that answer less often than the rest: {n}": (
        "Kumpulan yang lebih jarang menjawab daripada yang lain: {n}"
    ),
    "Half of the answers took {median} or less ({column})": (
        "Separuh jawapan mengambil {median} atau kurang ({column})"
    ),
    "Hollow waves rest on fewer than {n} answers.": (
        "Gelombang berlubang bersandar pada kurang daripada {n} jawapan."
    ),
    (
        "If those who never answered are like late answerers, or further along, the score of "
        "all customers is higher than the one you see."
    ): (
        "Jika yang tidak pernah menjawab serupa dengan yang lewat menjawab, atau lebih jauh "
        "lagi, skor semua pelanggan lebih tinggi daripada yang anda lihat."
    ),
    (
        "If those who never answered are like late answerers, or further along, the score of "
        "all customers is lower than the one you see."
    ): (
        "Jika yang tidak pernah menjawab serupa dengan yang lewat menjawab, atau lebih jauh "
        "lagi, skor semua pelanggan lebih rendah daripada yang anda lihat."
    ),
    ("Invitations of the last days may still be answered: the end of the line reads low."): (
        "Jemputan hari-hari terakhir masih mungkin dijawab: hujung garis dibaca rendah."
    ),
    "Invitations with a valid answer, of all invitations in view.": (
        "Jemputan dengan jawapan sah, daripada semua jemputan yang dipaparkan."
    ),
    "Late (after day {day})": "Lewat (selepas hari {day})",
    "Late less early: {by} ({low} to {high}), {p}.": (
        "Lewat tolak awal: {by} ({low} hingga {high}), {p}."
    ),
    ("Leaving answers out changes who speaks. Say so wherever you show a score without them."): (
        "Mengetepikan jawapan mengubah siapa yang bersuara. Nyatakan hal itu setiap kali "
        "memaparkan skor tanpanya."
    ),
    "Limit {n}": "Had {n}",
    "No answer has enough ratings": "Tiada jawapan dengan penarafan yang cukup",
    (
        "No customer of this list is among those who answered. If some should be, look at "
        "how the customers of the two files are written, on the Data page."
    ): (
        "Tiada pelanggan senarai ini dalam kalangan yang menjawab. Jika sepatutnya ada, "
        "lihat cara pelanggan ditulis dalam kedua-dua fail pada halaman Data."
    ),
    "No group answers more or less often for certain": (
        "Tiada kumpulan yang pasti lebih kerap atau jarang menjawab"
    ),
    "No score can be shown without them: no answer is left.": (
        "Skor tanpanya tidak dapat dipaparkan: tiada jawapan yang tinggal."
    ),
    "No usable answer": "Jawapan tidak boleh guna",
    "None": "Tiada",
    "Not answered": "Tidak dijawab",
    "Not counted, with fewer than {least} ratings: {n}.": (
        "Tidak dikira: {n} baris dengan kurang daripada {least} penarafan."
    ),
    "Question": "Soalan",
    "Questions": "Soalan",
    "Quick answers": "Jawapan pantas",
    (
        "Quicker than {limit} in the unit of the file, which is {part} of the median time of "
        "the answers in view. Relative limits are compared by Greszki, Meyer and Schoen, "
        "Public Opinion Quarterly, 2015."
    ): (
        "Lebih pantas daripada {limit} dalam unit fail, iaitu {part} daripada median tempoh "
        "mengisi jawapan yang dipaparkan. Had relatif dibandingkan oleh Greszki, Meyer dan "
        "Schoen, Public Opinion Quarterly, 2015."
    ),
    "Ratings": "Penarafan",
    "Response rate": "Kadar respons",
    (
        "Rows that answer at least one of the questions, and the share of them that leave "
        "each out. Limits by Wilson. A question that only some were asked is blank for the "
        "others: the file does not say which."
    ): (
        "Baris yang menjawab sekurang-kurangnya satu soalan, dan bahagiannya yang "
        "meninggalkan setiap soalan. Had mengikut Wilson. Soalan yang hanya ditanya kepada "
        "sebahagian orang kosong bagi yang lain: fail tidak menyatakan yang mana."
    ),
    ("Rows with the date of an invitation; those with a valid score count as answered."): (
        "Baris dengan tarikh jemputan; yang mempunyai skor sah dikira sebagai dijawab."
    ),
    "Same day": "Hari yang sama",
    "Sample size": "Saiz sampel",
    "Share answered too quickly": "Bahagian yang dijawab terlalu pantas",
    "Share of answers without this one": "Bahagian jawapan tanpa yang ini",
    "Share of invitations answered": "Bahagian jemputan yang dijawab",
    "Share of the list's customers who answered": "Bahagian pelanggan senarai yang menjawab",
    "Share with all ratings alike": "Bahagian dengan semua penarafan sama",
    "Shares of the answers with at least {n} ratings; limits by Wilson.": (
        "Bahagian daripada jawapan dengan sekurang-kurangnya {n} penarafan; had mengikut Wilson."
    ),
    "Some groups are so small that this p-value is only roughly right.": (
        "Sesetengah kumpulan amat kecil sehingga nilai p ini hanya lebih kurang betul."
    ),
    "Speeders": "Penjawab pantas",
    (
        "Speeders can be told where a column holds how long each answer took, in seconds or "
        "minutes. Survey tools can export it, often as 'duration'."
    ): (
        "Penjawab pantas dapat diketahui jika ada lajur berisi tempoh setiap jawapan, dalam "
        "saat atau minit. Alat tinjauan boleh mengeksportnya, selalunya sebagai 'duration'."
    ),
    "Straight answers": "Jawapan lurus",
    "Straight-lining": "Jawapan lurus (straight-lining)",
    "Survey quality": "Mutu tinjauan",
    (
        "The limits are Wilson's (1927). A group is tested against all others of its column "
        "by the N-1 chi-square (Campbell, Statistics in Medicine, 2007), and p-values are "
        "adjusted by Benjamini and Hochberg (1995)."
    ): (
        "Hadnya Wilson (1927). Kumpulan diuji terhadap semua yang lain dalam lajurnya dengan "
        "khi kuasa dua N-1 (Campbell, Statistics in Medicine, 2007), dan nilai p dilaraskan "
        "mengikut Benjamini dan Hochberg (1995)."
    ),
    "The range of days is that of the invitations here.": (
        "Julat hari di sini ialah hari jemputan."
    ),
    (
        "The score of those who answered is not the score of all customers. The fewer "
        "answer, and the more they differ from the others, the less it says about them."
    ): (
        "Skor mereka yang menjawab bukan skor semua pelanggan. Makin sedikit yang menjawab, "
        "dan makin berbeza mereka daripada yang lain, makin kurang ia memberitahu tentang "
        "yang lain."
    ),
    "The {n} questions left out most often are drawn.": (
        "Yang dilukis: {n} soalan yang paling kerap ditinggalkan."
    ),
    "There are none with a score: it stays as it is.": "Tiada yang mempunyai skor: skornya kekal.",
    (
        "This needs at least {n} rating columns on one scale, and this file has fewer. Say "
        "on the Data page which columns hold ratings."
    ): (
        "Ini memerlukan sekurang-kurangnya {n} lajur penarafan pada satu skala, dan fail ini "
        "mempunyai lebih sedikit. Tentukan lajur penarafan pada halaman Data."
    ),
    "Too quick": "Terlalu pantas",
    "Too quick below this part of the median": "Terlalu pantas di bawah bahagian median ini",
    (
        "Upload a customer list, and choose the column with the customer in both files, to "
        "see which customers answer less often than others."
    ): (
        "Muat naik senarai pelanggan, dan pilih lajur pelanggan dalam kedua-dua fail, untuk "
        "melihat pelanggan mana yang lebih jarang menjawab."
    ),
    "Weighting": "Pemberatan",
    "Who answered": "Siapa yang menjawab",
    "Who of the customers answered at all": "Pelanggan mana yang pernah menjawab",
    "Without them": "Tanpanya",
    "answered before the invitation": "dijawab sebelum jemputan",
    "no question is answered": "tiada soalan yang dijawab",
    "none of the questions is answered": "tiada satu pun soalan dijawab",
    "{column} is left out most often ({share})": "{column} paling kerap ditinggalkan ({share})",
    "{column} is no number": "{column} bukan nombor",
    "{column} is not above zero": "{column} tidak melebihi sifar",
    ("{k} of {n} customers of {list} answered at least once: {share} ({low} to {high})."): (
        "{k} daripada {n} pelanggan {list} pernah menjawab: {share} ({low} hingga {high})."
    ),
    "{name} by days between invitation and answer": (
        "{name} mengikut hari antara jemputan dan jawapan"
    ),
    "{name} by {column}: {group} stands out ({value})": (
        "{name} mengikut {column}: {group} menonjol ({value})"
    ),
    "{name} without them: {left}, with all: {every}": (
        "{name} tanpanya: {left}, dengan semua: {every}"
    ),
    "{name}: late answers are {by} higher": "{name}: jawapan lewat {by} lebih tinggi",
    "{name}: late answers are {by} lower": "{name}: jawapan lewat {by} lebih rendah",
    "{name}: no proven difference between early and late answers": (
        "{name}: tiada beza terbukti antara jawapan awal dan lewat"
    ),
    "{n} customers answered and are not in the list.": (
        "{n} pelanggan menjawab dan tiada dalam senarai."
    ),
    (
        "{n} groups were looked at; the p-values are adjusted over all of them."
    ): "{n} kumpulan diperiksa; nilai p dilaraskan bagi semuanya.",
    "{n} or more": "{n} atau lebih",
    (
        "{share} of the answers ({low} to {high}) took less than {limit}, which is {part} of "
        "the median."
    ): (
        "{share} jawapan ({low} hingga {high}) mengambil kurang daripada {limit}, iaitu "
        "{part} daripada median."
    ),
    "{share} of the answers rate everything alike": "{share} jawapan menilai semuanya sama",
    (
        "{share} of the straight answers give the highest rating throughout: many of them "
        "will be honest. Look at those in between first."
    ): (
        "{share} jawapan lurus memberi penarafan tertinggi pada semua: banyak antaranya "
        "jujur. Periksa dahulu yang di tengah."
    ),
}
