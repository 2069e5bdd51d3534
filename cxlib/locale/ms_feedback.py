"""Texts in Bahasa Melayu: feedback: sentiment, quotes, languages."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Column of comments": "Lajur komen",
    "Score beside them": "Skor di sebelahnya",
    "Word lists": "Senarai kata",
    "Learned from scores": "Dipelajari daripada skor",
    "Sentiment by": "Sentimen mengikut",
    "Reading the comments": "Membaca komen",
    (
        "Word lists need no training and know nothing of the scores. A model learned from"
        " the scores is used only where it is better on comments it has not seen."
    ): (
        "Senarai kata tidak perlu dilatih dan tidak tahu apa-apa tentang skor. Model yang"
        " dipelajari daripada skor hanya digunakan apabila lebih baik pada komen yang "
        "belum pernah dilihatnya."
    ),
    "Themes": "Tema",
    "Sentiment": "Sentimen",
    "Discover": "Terokai",
    "Net sentiment": "Sentimen bersih",
    "NPS points": "mata NPS",
    "No score": "Tiada skor",
    (
        "Labels come from the word lists. Choose “Learned from scores” above to see "
        "whether a model trained on these comments and their scores does better."
    ): (
        "Label datang daripada senarai kata. Pilih “Dipelajari daripada skor” di atas "
        "untuk melihat sama ada model yang dilatih pada komen ini dan skornya lebih baik."
    ),
    "Read these comments": "Baca komen ini",
    (
        "Lit words are those of the word lists: solid below in praise, dashed in blame. A"
        " sign beside a theme says how the comment feels about it."
    ): (
        "Kata yang diserlahkan ialah kata dalam senarai: garis penuh di bawahnya bermakna"
        " pujian, garis putus-putus bermakna rungutan. Tanda di sebelah tema menunjukkan "
        "perasaan komen terhadapnya."
    ),
    "Feeling": "Perasaan",
    "Theme": "Tema",
    "Score and words": "Skor dan kata",
    "Search": "Cari",
    "Low score": "Skor rendah",
    "Middle score": "Skor sederhana",
    "High score": "Skor tinggi",
    "Most negative first": "Paling negatif dahulu",
    "Most positive first": "Paling positif dahulu",
    "Strongest first": "Paling kuat dahulu",
    "Newest first": "Terbaharu dahulu",
    "As in the file": "Seperti dalam fail",
    "Order": "Susunan",
    "Clear all": "Kosongkan semua",
    "{n} of {all} comments": "{n} daripada {all} komen",
    "No comment fits. Take a filter away or search for another word.": (
        "Tiada komen yang sepadan. Buang satu penapis atau cari kata lain."
    ),
    'words, or "a phrase"': 'kata, atau "satu frasa"',
    "High score, words in blame": "Skor tinggi, kata merungut",
    "Low score, words in praise": "Skor rendah, kata memuji",
    "Download (CSV)": "Muat turun (CSV)",
    "words in blame beside a high score: {high}; in praise beside a low one: {low}": (
        "kata merungut di sebelah skor tinggi: {high}; kata memuji di sebelah skor rendah: {low}"
    ),
    "Any": "Semua",
    "{n} comments": "{n} komen",
    "row {row}": "baris {row}",
    "Add {n} quotes to the presentation": "Tambah {n} petikan ke pembentangan",
    "Forget them": "Lupakan",
    "Quoted": "Dipetik",
    "Quote": "Petik",
    "Choose this comment for a slide.": "Pilih komen ini untuk sebuah slaid.",
    "e-mail addresses": "alamat e-mel",
    "links": "pautan",
    "card numbers": "nombor kad",
    "telephone numbers": "nombor telefon",
    "identity numbers": "nombor pengenalan",
    "handles": "nama akaun",
    "Personal details taken out: {kinds}.": "Butiran peribadi yang dikeluarkan: {kinds}.",
    "Personal details were looked for; none was found.": (
        "Butiran peribadi telah dicari; tiada yang ditemui."
    ),
    "Negative": "Negatif",
    "Mixed": "Bercampur",
    "Read by the word lists": "Dibaca oleh senarai kata",
    "Themes per comment": "Tema setiap komen",
    "Comments in view; rows without any text are not among them.": (
        "Komen dalam paparan; baris tanpa teks tidak termasuk."
    ),
    "Share of comments in praise less share in blame, in points.": (
        "Bahagian komen yang memuji tolak bahagian yang merungut, dalam mata."
    ),
    "Comments in which blame outweighs praise.": (
        "Komen yang rungutannya lebih berat daripada pujiannya."
    ),
    "Comments that both praise and blame, by their words.": (
        "Komen yang memuji dan juga merungut, mengikut katanya."
    ),
    "Comments with at least one word of the lists; the others count as neutral.": (
        "Komen dengan sekurang-kurangnya satu kata daripada senarai; yang lain dikira neutral."
    ),
    "How many themes a comment mentions, on average.": (
        "Berapa tema yang disebut oleh satu komen, secara purata."
    ),
    (
        "Net sentiment is the share of comments in praise less the share in blame, in "
        "points; its interval is adjusted Wald, as for NPS (Rocks, The American "
        "Statistician, 2016)."
    ): (
        "Sentimen bersih ialah bahagian komen yang memuji tolak bahagian yang merungut, "
        "dalam mata; selangnya Wald terlaras, seperti bagi NPS (Rocks, The American "
        "Statistician, 2016)."
    ),
    "The lists differ by language, so part of a difference may be theirs.": (
        "Senarai kata berbeza mengikut bahasa, jadi sebahagian perbezaan mungkin berpunca"
        " daripadanya."
    ),
    (
        "A group is tested against all other groups together, and p-values are adjusted "
        "by Benjamini and Hochberg (1995)."
    ): (
        "Satu kumpulan diuji terhadap semua kumpulan lain bersama-sama, dan nilai p "
        "dilaraskan mengikut Benjamini dan Hochberg (1995)."
    ),
    "Neither praise nor blame proves to prevail: net sentiment {net}": (
        "Pujian dan rungutan tidak terbukti mengatasi satu sama lain: sentimen bersih {net}"
    ),
    "Intervals of shares are Wilson's (1927).": "Selang bahagian menggunakan rumus Wilson (1927).",
    "Neutral": "Neutral",
    "Positive": "Positif",
    "English": "Inggeris",
    "Indonesian": "Indonesia",
    "Malay": "Melayu",
    "Other or unclear": "Lain atau tidak jelas",
    "Joy": "Gembira",
    "Gratitude": "Terima kasih",
    "Anger": "Marah",
    "Sadness": "Sedih",
    "Fear": "Takut",
    "Surprise": "Terkejut",
    "Effort": "Leceh",
    "Ease": "Mudah",
    (
        "Labels come from word lists in English, Indonesian and Malay and the rules of "
        "VADER (Hutto and Gilbert, 2014); a comment without a word of the lists is "
        "neutral."
    ): (
        "Label datang daripada senarai kata bahasa Inggeris, Indonesia dan Melayu serta "
        "peraturan VADER (Hutto dan Gilbert, 2014); komen tanpa kata daripada senarai "
        "dianggap neutral."
    ),
    (
        "Labels come from a logistic regression on the words and the word lists, learned "
        "from the scores; a comment with a score is judged by a model that has not seen "
        "it."
    ): (
        "Label datang daripada regresi logistik pada kata dan senarai kata, dipelajari "
        "daripada skor; komen yang ada skor dinilai oleh model yang belum pernah "
        "melihatnya."
    ),
    (
        "Labels come from a logistic regression on the words, learned from the scores; a "
        "comment with a score is judged by a model that has not seen it."
    ): (
        "Label datang daripada regresi logistik pada kata, dipelajari daripada skor; "
        "komen yang ada skor dinilai oleh model yang belum pernah melihatnya."
    ),
    "Slight": "Sedikit",
    "Clear": "Jelas",
    "Strong": "Kuat",
    "language": "bahasa",
    "Words and word lists, learned": "Kata dan senarai kata, dipelajari",
    "Words alone, learned": "Kata sahaja, dipelajari",
    "Net sentiment (points)": "Sentimen bersih (mata)",
    "More praise than blame: net sentiment {net}": (
        "Lebih banyak pujian daripada rungutan: sentimen bersih {net}"
    ),
    "More blame than praise: net sentiment {net}": (
        "Lebih banyak rungutan daripada pujian: sentimen bersih {net}"
    ),
    "Of these mixed": "Antaranya bercampur",
    "In praise": "Memuji",
    "In blame": "Merungut",
    "How strongly comments feel": "Sekuat mana perasaan dalam komen",
    (
        "Strength is all feeling in a comment, of either sign, from 0 to 1: slight below "
        "{slight}, strong from {strong} on. It is read from the word lists."
    ): (
        "Kekuatan ialah semua perasaan dalam komen, positif dan negatif, dari 0 hingga 1:"
        " sedikit di bawah {slight}, kuat mulai {strong}. Kekuatan dibaca daripada "
        "senarai kata."
    ),
    "Words of emotion, effort and ease": "Kata tentang emosi, kesusahan dan kemudahan",
    (
        "{n} comments have a score. Learning needs {fewest}, and {each} of each of low, "
        "middle and high scores that occur; the word lists were used."
    ): (
        "{n} komen mempunyai skor. Pembelajaran memerlukan {fewest}, dan {each} bagi "
        "setiap skor rendah, sederhana dan tinggi yang ada; senarai kata yang digunakan."
    ),
    (
        "These labels were learned from the scores: comparing them with the same scores "
        "goes round in a circle. For that, choose the word lists."
    ): (
        "Label ini dipelajari daripada skor: membandingkannya dengan skor yang sama hanya"
        " berpusing-pusing. Untuk itu, pilih senarai kata."
    ),
    "Learned from scores: {method} in use": "Dipelajari daripada skor: yang digunakan {method}",
    (
        "Scores are taken as low, middle and high. Macro-F1 is the mean over these of how"
        " well labels and scores agree, from 0 to 1, on comments left out of the training"
        " (five folds, three where there are many). A method has to be better by 0.02 to "
        "be preferred to a simpler one."
    ): (
        "Skor dibahagi kepada rendah, sederhana dan tinggi. Makro-F1 ialah purata padanan"
        " label dan skor bagi ketiga-tiganya, dari 0 hingga 1, pada komen yang tidak "
        "dilatih (lima lipatan, tiga apabila banyak). Sesuatu kaedah mesti lebih baik "
        "0.02 untuk dipilih mengatasi yang lebih ringkas."
    ),
    "Share of comments": "Bahagian komen",
    "The lists tell what was written, not what was felt.": (
        "Senarai ini menunjukkan apa yang ditulis, bukan apa yang dirasai."
    ),
    "Neutral comments are not drawn: {n}.": "Komen neutral tidak dilukis: {n}.",
    "Comments with such words": "Komen dengan kata sebegitu",
    (
        "Comments that hold at least one word of a list, in English, Indonesian or Malay."
        " A word counts also where it is negated."
    ): (
        "Komen yang mengandungi sekurang-kurangnya satu kata daripada senarai, dalam "
        "bahasa Inggeris, Indonesia atau Melayu. Kata yang dinafikan tetap dikira."
    ),
    "Macro-F1": "Makro-F1",
    "In use": "Digunakan",
    "What customers say": "Apa kata pelanggan",
    (
        "Comments chosen by hand, not drawn at random: they illustrate and prove nothing."
        " E-mail addresses, links, telephone, card and identity numbers and handles were "
        "taken out; names of people are not recognised."
    ): (
        "Komen dipilih dengan tangan, bukan secara rawak: hanya contoh dan tidak "
        "membuktikan apa-apa. Alamat e-mel, pautan, nombor telefon, kad dan pengenalan "
        "serta nama akaun sudah dikeluarkan; nama orang tidak dikenali."
    ),
    "Beside it": "Di sebelahnya",
    "Feedback": "Maklum balas",
    "What do customers say, how do they feel, and about what?": (
        "Apa kata pelanggan, bagaimana perasaan mereka, dan tentang apa?"
    ),
    "comments, or a survey with a column of them": "komen, atau tinjauan dengan lajur komen",
    (
        "A low answer in {column} is good: scores are turned round where they are "
        "compared with words."
    ): (
        "Jawapan rendah dalam {column} bermakna baik: skor diterbalikkan di mana-mana ia "
        "dibandingkan dengan kata."
    ),
    (
        "Low answers in {column} stand beside praise and high ones beside blame. If a low"
        " answer is the good one, say so on the Data page."
    ): (
        "Jawapan rendah dalam {column} berada di sebelah pujian dan jawapan tinggi di "
        "sebelah rungutan. Jika jawapan rendah yang baik, nyatakan di halaman Data."
    ),
    "What customers speak of, how they feel about it, and what they wrote.": (
        "Apa yang diperkatakan pelanggan, bagaimana perasaan mereka tentangnya, dan apa "
        "yang mereka tulis."
    ),
    "delivery": "penghantaran",
    "price": "harga",
    "staff": "kakitangan",
    "service": "perkhidmatan",
    "app": "aplikasi",
    "quality": "kualiti",
    "packaging": "pembungkusan",
    "waiting": "masa menunggu",
    "ease": "kemudahan",
    "refund": "bayaran balik",
    "communication": "komunikasi",
    "cleanliness": "kebersihan",
    "food": "makanan",
    "place": "tempat",
    "payment": "pembayaran",
    "personalisation": "pemperibadian",
    "speed": "kepantasan",
    "empathy": "empati",
    "joy": "kegembiraan",
    "gratitude": "rasa terima kasih",
    "anger": "kemarahan",
    "sadness": "kesedihan",
    "fear": "ketakutan",
    "surprise": "kejutan",
    "effort": "kesukaran",
    "in {unit}": "pada {unit}",
}
