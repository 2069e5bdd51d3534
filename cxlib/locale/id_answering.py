"""Texts in Bahasa Indonesia: the Survey quality page: who answered, and with what care."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A response rate needs a row for every invitation, answered or not, and a column "
        "with the day on which it was sent (known as 'invited' on the Data page)."
    ): (
        "Tingkat respons memerlukan satu baris untuk setiap undangan, dijawab atau tidak, "
        "dan kolom berisi hari pengirimannya (dikenal sebagai 'invited' di halaman Data)."
    ),
    "All alike, in between": "Semua sama, di tengah",
    "All answers": "Semua jawaban",
    ("All groups together: chi-square {statistic}, {degrees} degrees of freedom, {p}."): (
        "Semua kelompok bersama: khi-kuadrat {statistic}, derajat bebas {degrees}, {p}."
    ),
    "All ratings alike": "Semua nilai sama",
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
        "Jawaban menurut jumlah hari sejak undangan. Yang menjawab terlambat lebih mirip "
        "dengan yang tidak pernah menjawab daripada yang langsung menjawab (kontinum "
        "keengganan: Armstrong dan Overton, Journal of Marketing Research, 1977; Lin dan "
        "Schaeffer, Public Opinion Quarterly, 1995). Ini petunjuk bias nonrespons, bukan "
        "ukurannya."
    ),
    ("Answers by the time they took, in the unit of the file; each bar begins at its label."): (
        "Jawaban menurut lama pengisian, dalam satuan file; setiap batang dimulai pada labelnya."
    ),
    (
        "Answers with at least {least} of the {n} ratings; straight means that all that were "
        "given are the same. It is one sign of low effort (Krosnick, Applied Cognitive "
        "Psychology, 1991), and no proof of it."
    ): (
        "Jawaban dengan sedikitnya {least} dari {n} nilai; lurus berarti semua nilai yang "
        "diberikan sama. Itu salah satu tanda usaha yang rendah (Krosnick, Applied Cognitive "
        "Psychology, 1991), bukan buktinya."
    ),
    "Blank": "Kosong",
    "Blanks": "Yang kosong",
    "By": "Menurut",
    "Can these answers be trusted, and do they speak for all?": (
        "Dapatkah jawaban ini dipercaya, dan apakah mewakili semua?"
    ),
    "Care": "Kecermatan",
    "Choose at least one question.": "Pilih sedikitnya satu pertanyaan.",
    "Choose at least {n} ratings.": "Pilih sedikitnya {n} kolom nilai.",
    "Codes for no answer and cells off the scale count as not answered.": (
        "Kode tanpa jawaban dan sel di luar skala dihitung sebagai tidak dijawab."
    ),
    "Column with the length of the answer": "Kolom lama pengisian",
    (
        "Customers of the list, found among those who answered by the customer's key. A "
        "customer who answered several times counts once."
    ): (
        "Pelanggan dalam daftar yang ditemukan di antara yang menjawab melalui kunci "
        "pelanggan. Pelanggan yang menjawab beberapa kali dihitung sekali."
    ),
    "Day {day}": "Hari {day}",
    "Day {day} and later": "Hari {day} dan sesudahnya",
    "Days between invitation and answer; the median to begin with.": (
        "Hari antara undangan dan jawaban; awalnya median."
    ),
    "Days {first} to {last}": "Hari {first} sampai {last}",
    "Do these answers score as the others do? {p} (two-sided).": (
        "Apakah skor jawaban ini sama dengan yang lain? {p} (dua sisi)."
    ),
    (
        "Each of the {n} invitations in view has an answer: this file seems to hold answered "
        "ones only, and a rate cannot be told from it. Add the invitations that nobody "
        "answered."
    ): (
        "Setiap dari {n} undangan yang ditampilkan memiliki jawaban: file ini tampaknya "
        "hanya memuat yang dijawab, sehingga tingkat respons tidak dapat diketahui. "
        "Tambahkan undangan yang tidak dijawab."
    ),
    "Early (up to day {day})": "Awal (sampai hari {day})",
    "Early and late": "Awal dan lambat",
    "Early and late answers": "Jawaban awal dan lambat",
    (
        "Early and late answers can be told apart where a file has the day of the invitation "
        "('invited' on the Data page) and the day of the answer."
    ): (
        "Jawaban awal dan lambat dapat dibedakan jika file memiliki hari undangan ('invited' "
        "di halaman Data) dan hari jawaban."
    ),
    "Early means up to day": "Awal berarti sampai hari",
    "Every question is answered by everybody": "Semua pertanyaan dijawab oleh semua orang",
    "Groups that answer less often than the rest: {n}": (
        "Kelompok yang lebih jarang menjawab dari yang lain: {n}"
    ),
    "Half of the answers took {median} or less ({column})": (
        "Setengah jawaban memakan {median} atau kurang ({column})"
    ),
    "Hollow waves rest on fewer than {n} answers.": (
        "Gelombang berlubang bertumpu pada kurang dari {n} jawaban."
    ),
    (
        "If those who never answered are like late answerers, or further along, the score of "
        "all customers is higher than the one you see."
    ): (
        "Jika yang tidak pernah menjawab serupa dengan yang menjawab lambat, atau lebih jauh "
        "lagi, skor semua pelanggan lebih tinggi dari yang Anda lihat."
    ),
    (
        "If those who never answered are like late answerers, or further along, the score of "
        "all customers is lower than the one you see."
    ): (
        "Jika yang tidak pernah menjawab serupa dengan yang menjawab lambat, atau lebih jauh "
        "lagi, skor semua pelanggan lebih rendah dari yang Anda lihat."
    ),
    ("Invitations of the last days may still be answered: the end of the line reads low."): (
        "Undangan hari-hari terakhir masih mungkin dijawab: ujung garis terbaca rendah."
    ),
    "Invitations with a valid answer, of all invitations in view.": (
        "Undangan dengan jawaban sah, dari semua undangan yang ditampilkan."
    ),
    "Late (after day {day})": "Lambat (setelah hari {day})",
    "Late less early: {by} ({low} to {high}), {p}.": (
        "Lambat dikurangi awal: {by} ({low} sampai {high}), {p}."
    ),
    ("Leaving answers out changes who speaks. Say so wherever you show a score without them."): (
        "Membuang jawaban mengubah siapa yang bicara. Sebutkan itu setiap kali menampilkan "
        "skor tanpa mereka."
    ),
    "Limit {n}": "Batas {n}",
    "No answer has enough ratings": "Tidak ada jawaban dengan cukup nilai",
    (
        "No customer of this list is among those who answered. If some should be, look at "
        "how the customers of the two files are written, on the Data page."
    ): (
        "Tidak ada pelanggan daftar ini di antara yang menjawab. Jika seharusnya ada, lihat "
        "cara penulisan pelanggan di kedua file pada halaman Data."
    ),
    "No group answers more or less often for certain": (
        "Tidak ada kelompok yang pasti lebih sering atau jarang menjawab"
    ),
    "No score can be shown without them: no answer is left.": (
        "Skor tanpa mereka tidak dapat ditampilkan: tidak ada jawaban tersisa."
    ),
    "No usable answer": "Jawaban tidak terpakai",
    "None": "Tidak ada",
    "Not answered": "Tidak dijawab",
    "Not counted, with fewer than {least} ratings: {n}.": (
        "Tidak dihitung: {n} baris dengan kurang dari {least} nilai."
    ),
    "Question": "Pertanyaan",
    "Questions": "Pertanyaan",
    "Quick answers": "Jawaban cepat",
    (
        "Quicker than {limit} in the unit of the file, which is {part} of the median time of "
        "the answers in view. Relative limits are compared by Greszki, Meyer and Schoen, "
        "Public Opinion Quarterly, 2015."
    ): (
        "Lebih cepat dari {limit} dalam satuan file, yaitu {part} dari median lama pengisian "
        "jawaban yang ditampilkan. Batas relatif dibandingkan oleh Greszki, Meyer dan "
        "Schoen, Public Opinion Quarterly, 2015."
    ),
    "Ratings": "Nilai",
    "Response rate": "Tingkat respons",
    (
        "Rows that answer at least one of the questions, and the share of them that leave "
        "each out. Limits by Wilson. A question that only some were asked is blank for the "
        "others: the file does not say which."
    ): (
        "Baris yang menjawab sedikitnya satu pertanyaan, dan porsinya yang melewatkan tiap "
        "pertanyaan. Batas menurut Wilson. Pertanyaan yang hanya diajukan kepada sebagian "
        "orang kosong bagi yang lain: file tidak menyebut yang mana."
    ),
    ("Rows with the date of an invitation; those with a valid score count as answered."): (
        "Baris dengan tanggal undangan; yang memiliki skor sah dihitung sebagai dijawab."
    ),
    "Same day": "Hari yang sama",
    "Sample size": "Ukuran sampel",
    "Share answered too quickly": "Porsi yang dijawab terlalu cepat",
    "Share of answers without this one": "Porsi jawaban tanpa yang ini",
    "Share of invitations answered": "Porsi undangan yang dijawab",
    "Share of the list's customers who answered": "Porsi pelanggan daftar yang menjawab",
    "Share with all ratings alike": "Porsi dengan semua nilai sama",
    "Shares of the answers with at least {n} ratings; limits by Wilson.": (
        "Porsi dari jawaban dengan sedikitnya {n} nilai; batas menurut Wilson."
    ),
    "Some groups are so small that this p-value is only roughly right.": (
        "Beberapa kelompok sangat kecil sehingga nilai p ini hanya kira-kira benar."
    ),
    "Speeders": "Penjawab kilat",
    (
        "Speeders can be told where a column holds how long each answer took, in seconds or "
        "minutes. Survey tools can export it, often as 'duration'."
    ): (
        "Penjawab kilat dapat diketahui jika ada kolom berisi lama setiap pengisian, dalam "
        "detik atau menit. Alat survei dapat mengekspornya, sering sebagai 'duration'."
    ),
    "Straight answers": "Jawaban lurus",
    "Straight-lining": "Jawaban lurus (straight-lining)",
    "Survey quality": "Mutu survei",
    (
        "The limits are Wilson's (1927). A group is tested against all others of its column "
        "by the N-1 chi-square (Campbell, Statistics in Medicine, 2007), and p-values are "
        "adjusted by Benjamini and Hochberg (1995)."
    ): (
        "Batasnya Wilson (1927). Kelompok diuji terhadap semua yang lain di kolomnya dengan "
        "khi-kuadrat N-1 (Campbell, Statistics in Medicine, 2007), dan nilai p disesuaikan "
        "menurut Benjamini dan Hochberg (1995)."
    ),
    "The range of days is that of the invitations here.": (
        "Rentang hari di sini adalah hari undangan."
    ),
    (
        "The score of those who answered is not the score of all customers. The fewer "
        "answer, and the more they differ from the others, the less it says about them."
    ): (
        "Skor mereka yang menjawab bukanlah skor semua pelanggan. Makin sedikit yang "
        "menjawab, dan makin berbeda mereka dari yang lain, makin sedikit yang dikatakannya "
        "tentang yang lain."
    ),
    "The {n} questions left out most often are drawn.": (
        "Yang digambar: {n} pertanyaan yang paling sering dilewatkan."
    ),
    "There are none with a score: it stays as it is.": (
        "Tidak ada yang memiliki skor: skornya tetap."
    ),
    (
        "This needs at least {n} rating columns on one scale, and this file has fewer. Say "
        "on the Data page which columns hold ratings."
    ): (
        "Ini memerlukan sedikitnya {n} kolom nilai pada satu skala, dan file ini memiliki "
        "lebih sedikit. Tentukan kolom nilai di halaman Data."
    ),
    "Too quick": "Terlalu cepat",
    "Too quick below this part of the median": "Terlalu cepat di bawah bagian median ini",
    (
        "Upload a customer list, and choose the column with the customer in both files, to "
        "see which customers answer less often than others."
    ): (
        "Unggah daftar pelanggan, dan pilih kolom pelanggan di kedua file, untuk melihat "
        "pelanggan mana yang lebih jarang menjawab."
    ),
    "Weighting": "Pembobotan",
    "Who answered": "Siapa yang menjawab",
    "Who of the customers answered at all": "Pelanggan mana yang pernah menjawab",
    "Without them": "Tanpa mereka",
    "answered before the invitation": "dijawab sebelum undangan",
    "no question is answered": "tidak ada pertanyaan yang dijawab",
    "none of the questions is answered": "tidak satu pun pertanyaan dijawab",
    "{column} is left out most often ({share})": "{column} paling sering dilewatkan ({share})",
    "{column} is no number": "{column} bukan angka",
    "{column} is not above zero": "{column} tidak di atas nol",
    ("{k} of {n} customers of {list} answered at least once: {share} ({low} to {high})."): (
        "{k} dari {n} pelanggan {list} pernah menjawab: {share} ({low} sampai {high})."
    ),
    "{name} by days between invitation and answer": (
        "{name} menurut hari antara undangan dan jawaban"
    ),
    "{name} by {column}: {group} stands out ({value})": (
        "{name} menurut {column}: {group} menonjol ({value})"
    ),
    "{name} without them: {left}, with all: {every}": (
        "{name} tanpa mereka: {left}, dengan semua: {every}"
    ),
    "{name}: late answers are {by} higher": "{name}: jawaban lambat {by} lebih tinggi",
    "{name}: late answers are {by} lower": "{name}: jawaban lambat {by} lebih rendah",
    "{name}: no proven difference between early and late answers": (
        "{name}: tidak ada beda terbukti antara jawaban awal dan lambat"
    ),
    "{n} customers answered and are not in the list.": (
        "{n} pelanggan menjawab dan tidak ada dalam daftar."
    ),
    (
        "{n} groups were looked at; the p-values are adjusted over all of them."
    ): "{n} kelompok diperiksa; nilai p disesuaikan untuk semuanya.",
    "{n} or more": "{n} atau lebih",
    (
        "{share} of the answers ({low} to {high}) took less than {limit}, which is {part} of "
        "the median."
    ): (
        "{share} jawaban ({low} sampai {high}) memakan kurang dari {limit}, yaitu {part} "
        "dari median."
    ),
    "{share} of the answers rate everything alike": "{share} jawaban menilai semuanya sama",
    (
        "{share} of the straight answers give the highest rating throughout: many of them "
        "will be honest. Look at those in between first."
    ): (
        "{share} jawaban lurus memberi nilai tertinggi di semua: banyak di antaranya jujur. "
        "Periksa dulu yang di tengah."
    ),
}
