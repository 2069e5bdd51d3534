"""Texts in Bahasa Indonesia: feedback: sentiment, quotes, languages."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Column of comments": "Kolom komentar",
    "Score beside them": "Skor di sampingnya",
    "Word lists": "Daftar kata",
    "Learned from scores": "Dipelajari dari skor",
    "Sentiment by": "Sentimen menurut",
    "Reading the comments": "Membaca komentar",
    (
        "Word lists need no training and know nothing of the scores. A model learned from"
        " the scores is used only where it is better on comments it has not seen."
    ): (
        "Daftar kata tidak perlu dilatih dan tidak tahu apa pun tentang skor. Model yang "
        "dipelajari dari skor hanya dipakai bila lebih baik pada komentar yang belum "
        "pernah dilihatnya."
    ),
    "Themes": "Tema",
    "Sentiment": "Sentimen",
    "Discover": "Temukan",
    "Net sentiment": "Sentimen bersih",
    "NPS points": "poin NPS",
    "No score": "Tanpa skor",
    (
        "Labels come from the word lists. Choose “Learned from scores” above to see "
        "whether a model trained on these comments and their scores does better."
    ): (
        "Label berasal dari daftar kata. Pilih “Dipelajari dari skor” di atas untuk "
        "melihat apakah model yang dilatih pada komentar ini dan skornya lebih baik."
    ),
    "Read these comments": "Baca komentar ini",
    (
        "Lit words are those of the word lists: solid below in praise, dashed in blame. A"
        " sign beside a theme says how the comment feels about it."
    ): (
        "Kata yang disorot berasal dari daftar kata: garis penuh di bawahnya berarti "
        "pujian, garis putus-putus berarti keluhan. Tanda di samping tema menunjukkan "
        "perasaan komentar terhadapnya."
    ),
    "Feeling": "Perasaan",
    "Theme": "Tema",
    "Score and words": "Skor dan kata",
    "Search": "Cari",
    "Low score": "Skor rendah",
    "Middle score": "Skor sedang",
    "High score": "Skor tinggi",
    "Most negative first": "Paling negatif dulu",
    "Most positive first": "Paling positif dulu",
    "Strongest first": "Paling kuat dulu",
    "Newest first": "Terbaru dulu",
    "As in the file": "Seperti di file",
    "Order": "Urutan",
    "Clear all": "Hapus semua pilihan",
    "{n} of {all} comments": "{n} dari {all} komentar",
    "No comment fits. Take a filter away or search for another word.": (
        "Tidak ada komentar yang cocok. Lepas satu filter atau cari kata lain."
    ),
    'words, or "a phrase"': 'kata, atau "sebuah frasa"',
    "High score, words in blame": "Skor tinggi, kata mengeluh",
    "Low score, words in praise": "Skor rendah, kata memuji",
    "Download (CSV)": "Unduh (CSV)",
    "words in blame beside a high score: {high}; in praise beside a low one: {low}": (
        "kata mengeluh di samping skor tinggi: {high}; kata memuji di samping skor rendah: {low}"
    ),
    "Any": "Semua",
    "{n} comments": "{n} komentar",
    "row {row}": "baris {row}",
    "Add {n} quotes to the presentation": "Tambahkan {n} kutipan ke presentasi",
    "Forget them": "Lupakan",
    "Quoted": "Dikutip",
    "Quote": "Kutip",
    "Choose this comment for a slide.": "Pilih komentar ini untuk sebuah slide.",
    "e-mail addresses": "alamat surel",
    "links": "tautan",
    "card numbers": "nomor kartu",
    "telephone numbers": "nomor telepon",
    "identity numbers": "nomor identitas",
    "handles": "nama akun",
    "Personal details taken out: {kinds}.": "Data pribadi yang dikeluarkan: {kinds}.",
    "Personal details were looked for; none was found.": (
        "Data pribadi sudah dicari; tidak ada yang ditemukan."
    ),
    "Negative": "Negatif",
    "Mixed": "Campuran",
    "Read by the word lists": "Terbaca oleh daftar kata",
    "Themes per comment": "Tema per komentar",
    "Comments in view; rows without any text are not among them.": (
        "Komentar yang tampil; baris tanpa teks tidak termasuk."
    ),
    "Share of comments in praise less share in blame, in points.": (
        "Porsi komentar yang memuji dikurangi porsi yang mengeluh, dalam poin."
    ),
    "Comments in which blame outweighs praise.": (
        "Komentar yang keluhannya lebih berat daripada pujiannya."
    ),
    "Comments that both praise and blame, by their words.": (
        "Komentar yang memuji sekaligus mengeluh, menurut katanya."
    ),
    "Comments with at least one word of the lists; the others count as neutral.": (
        "Komentar dengan paling sedikit satu kata dari daftar; yang lain dihitung netral."
    ),
    "How many themes a comment mentions, on average.": (
        "Berapa tema yang disebut satu komentar, rata-rata."
    ),
    (
        "Net sentiment is the share of comments in praise less the share in blame, in "
        "points; its interval is adjusted Wald, as for NPS (Rocks, The American "
        "Statistician, 2016)."
    ): (
        "Sentimen bersih adalah porsi komentar yang memuji dikurangi porsi yang mengeluh,"
        " dalam poin; intervalnya Wald yang disesuaikan, seperti untuk NPS (Rocks, The "
        "American Statistician, 2016)."
    ),
    "The lists differ by language, so part of a difference may be theirs.": (
        "Daftar kata berbeda menurut bahasa, jadi sebagian perbedaan bisa berasal dari daftar itu."
    ),
    (
        "A group is tested against all other groups together, and p-values are adjusted "
        "by Benjamini and Hochberg (1995)."
    ): (
        "Satu kelompok diuji terhadap semua kelompok lain bersama-sama, dan nilai p "
        "disesuaikan menurut Benjamini dan Hochberg (1995)."
    ),
    "Neither praise nor blame proves to prevail: net sentiment {net}": (
        "Pujian dan keluhan tidak terbukti saling mengungguli: sentimen bersih {net}"
    ),
    "Intervals of shares are Wilson's (1927).": "Interval porsi memakai rumus Wilson (1927).",
    "Neutral": "Netral",
    "Positive": "Positif",
    "English": "Inggris",
    "Indonesian": "Indonesia",
    "Malay": "Melayu",
    "Other or unclear": "Lain atau tidak jelas",
    "Joy": "Gembira",
    "Gratitude": "Terima kasih",
    "Anger": "Marah",
    "Sadness": "Sedih",
    "Fear": "Takut",
    "Surprise": "Terkejut",
    "Effort": "Repot",
    "Ease": "Mudah",
    (
        "Labels come from word lists in English, Indonesian and Malay and the rules of "
        "VADER (Hutto and Gilbert, 2014); a comment without a word of the lists is "
        "neutral."
    ): (
        "Label berasal dari daftar kata bahasa Inggris, Indonesia dan Melayu serta aturan"
        " VADER (Hutto dan Gilbert, 2014); komentar tanpa kata dari daftar dianggap "
        "netral."
    ),
    (
        "Labels come from a logistic regression on the words and the word lists, learned "
        "from the scores; a comment with a score is judged by a model that has not seen "
        "it."
    ): (
        "Label berasal dari regresi logistik atas kata dan daftar kata, dipelajari dari "
        "skor; komentar yang punya skor dinilai oleh model yang belum pernah melihatnya."
    ),
    (
        "Labels come from a logistic regression on the words, learned from the scores; a "
        "comment with a score is judged by a model that has not seen it."
    ): (
        "Label berasal dari regresi logistik atas kata, dipelajari dari skor; komentar "
        "yang punya skor dinilai oleh model yang belum pernah melihatnya."
    ),
    "Slight": "Ringan",
    "Clear": "Jelas",
    "Strong": "Kuat",
    "language": "bahasa",
    "Words and word lists, learned": "Kata dan daftar kata, dipelajari",
    "Words alone, learned": "Kata saja, dipelajari",
    "Net sentiment (points)": "Sentimen bersih (poin)",
    "More praise than blame: net sentiment {net}": (
        "Lebih banyak pujian daripada keluhan: sentimen bersih {net}"
    ),
    "More blame than praise: net sentiment {net}": (
        "Lebih banyak keluhan daripada pujian: sentimen bersih {net}"
    ),
    "Of these mixed": "Di antaranya campuran",
    "In praise": "Memuji",
    "In blame": "Mengeluh",
    "How strongly comments feel": "Seberapa kuat perasaan dalam komentar",
    (
        "Strength is all feeling in a comment, of either sign, from 0 to 1: slight below "
        "{slight}, strong from {strong} on. It is read from the word lists."
    ): (
        "Kekuatan adalah semua perasaan dalam komentar, baik positif maupun negatif, dari"
        " 0 sampai 1: ringan di bawah {slight}, kuat mulai {strong}. Kekuatan dibaca dari"
        " daftar kata."
    ),
    "Words of emotion, effort and ease": "Kata tentang emosi, kerepotan dan kemudahan",
    (
        "{n} comments have a score. Learning needs {fewest}, and {each} of each of low, "
        "middle and high scores that occur; the word lists were used."
    ): (
        "{n} komentar punya skor. Pembelajaran butuh {fewest}, dan {each} untuk tiap skor"
        " rendah, sedang dan tinggi yang ada; daftar kata yang dipakai."
    ),
    (
        "These labels were learned from the scores: comparing them with the same scores "
        "goes round in a circle. For that, choose the word lists."
    ): (
        "Label ini dipelajari dari skor: membandingkannya dengan skor yang sama hanya "
        "berputar-putar. Untuk itu, pilih daftar kata."
    ),
    "Learned from scores: {method} in use": "Dipelajari dari skor: yang dipakai {method}",
    (
        "Scores are taken as low, middle and high. Macro-F1 is the mean over these of how"
        " well labels and scores agree, from 0 to 1, on comments left out of the training"
        " (five folds, three where there are many). A method has to be better by 0.02 to "
        "be preferred to a simpler one."
    ): (
        "Skor dibagi menjadi rendah, sedang dan tinggi. Makro-F1 adalah rata-rata "
        "kecocokan label dan skor pada ketiganya, dari 0 sampai 1, pada komentar yang "
        "tidak ikut dilatih (lima lipatan, tiga bila banyak). Sebuah metode harus lebih "
        "baik 0,02 untuk dipilih di atas yang lebih sederhana."
    ),
    "Share of comments": "Porsi komentar",
    "The lists tell what was written, not what was felt.": (
        "Daftar ini menunjukkan apa yang ditulis, bukan apa yang dirasakan."
    ),
    "Neutral comments are not drawn: {n}.": "Komentar netral tidak digambar: {n}.",
    "Comments with such words": "Komentar dengan kata seperti itu",
    (
        "Comments that hold at least one word of a list, in English, Indonesian or Malay."
        " A word counts also where it is negated."
    ): (
        "Komentar yang memuat paling sedikit satu kata dari daftar, dalam bahasa Inggris,"
        " Indonesia atau Melayu. Kata yang dinegasikan tetap dihitung."
    ),
    "Macro-F1": "Makro-F1",
    "In use": "Dipakai",
    "What customers say": "Apa kata pelanggan",
    (
        "Comments chosen by hand, not drawn at random: they illustrate and prove nothing."
        " E-mail addresses, links, telephone, card and identity numbers and handles were "
        "taken out; names of people are not recognised."
    ): (
        "Komentar dipilih dengan tangan, bukan secara acak: hanya contoh dan tidak "
        "membuktikan apa pun. Alamat surel, tautan, nomor telepon, kartu dan identitas "
        "serta nama akun sudah dikeluarkan; nama orang tidak dikenali."
    ),
    "Beside it": "Di sampingnya",
    "Feedback": "Umpan balik",
    "What do customers say, how do they feel, and about what?": (
        "Apa kata pelanggan, bagaimana perasaan mereka, dan tentang apa?"
    ),
    "comments, or a survey with a column of them": "komentar, atau survei dengan kolom komentar",
    (
        "A low answer in {column} is good: scores are turned round where they are "
        "compared with words."
    ): (
        "Jawaban rendah di {column} berarti baik: skor dibalik di mana pun dibandingkan "
        "dengan kata."
    ),
    (
        "Low answers in {column} stand beside praise and high ones beside blame. If a low"
        " answer is the good one, say so on the Data page."
    ): (
        "Jawaban rendah di {column} ada di samping pujian dan jawaban tinggi di samping "
        "keluhan. Bila jawaban rendah yang baik, tandai itu di halaman Data."
    ),
    "What customers speak of, how they feel about it, and what they wrote.": (
        "Apa yang dibicarakan pelanggan, bagaimana perasaan mereka tentangnya, dan apa "
        "yang mereka tulis."
    ),
    "delivery": "pengiriman",
    "price": "harga",
    "staff": "staf",
    "service": "layanan",
    "app": "aplikasi",
    "quality": "mutu",
    "packaging": "kemasan",
    "waiting": "waktu tunggu",
    "ease": "kemudahan",
    "refund": "pengembalian",
    "communication": "komunikasi",
    "cleanliness": "kebersihan",
    "food": "makanan",
    "place": "tempat",
    "payment": "pembayaran",
    "personalisation": "personalisasi",
    "speed": "kecepatan",
    "empathy": "empati",
    "joy": "kegembiraan",
    "gratitude": "rasa terima kasih",
    "anger": "kemarahan",
    "sadness": "kesedihan",
    "fear": "ketakutan",
    "surprise": "keterkejutan",
    "effort": "kerepotan",
    "in {unit}": "pada {unit}",
}
