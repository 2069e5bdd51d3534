"""Texts in Bahasa Indonesia: feedback: themes, impact, word lists."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Pale or hollow: fewer than {n} comments.": "Pucat atau kosong: kurang dari {n} komentar.",
    "No two themes provably stand together": "Tidak ada dua tema yang terbukti muncul bersama",
    "'{theme}' is what comments speak of most ({share})": (
        "'{theme}' paling banyak dibicarakan dalam komentar ({share})"
    ),
    "How themes are felt about": "Perasaan tentang tiap tema",
    "praised in {good}, blamed in {bad} comments": (
        "dipuji dalam {good}, dikeluhkan dalam {bad} komentar"
    ),
    "{value}: '{theme}' in {share} of comments, against {other} of the others": (
        "{value}: '{theme}' dalam {share} komentar, dibandingkan {other} pada yang lain"
    ),
    "{n} expected; adjusted p = {p}": "{n} diharapkan; p terkoreksi = {p}",
    "Praised": "Dipuji",
    "Blamed": "Dikeluhkan",
    "Net": "Bersih",
    "Net interval": "Interval bersih",
    "Widen the dates, drop a filter, or add words to the themes.": (
        "Perluas tanggal, lepas filter, atau tambahkan kata ke tema."
    ),
    "'{one}' and '{other}' stand together {lift} times as often as by chance": (
        "'{one}' dan '{other}' muncul bersama {lift} kali sesering kebetulan"
    ),
    "Add words to the themes under Word lists, or see what Discover finds.": (
        "Tambahkan kata ke tema di Daftar kata, atau lihat temuan di Temukan."
    ),
    "What comments speak of": "Apa yang dibicarakan komentar",
    "'{best}' is praised most, '{worst}' blamed most": (
        "'{best}' paling dipuji, '{worst}' paling dikeluhkan"
    ),
    "More praise than blame for '{theme}'": "Lebih banyak pujian daripada keluhan untuk '{theme}'",
    "More blame than praise for '{theme}'": "Lebih banyak keluhan daripada pujian untuk '{theme}'",
    "Themes by {column}: no proven difference": (
        "Tema menurut {column}: tidak ada perbedaan yang terbukti"
    ),
    (
        "A comment mentions a theme where a word of the theme's list stands in it; it may mention "
        "several. Limits are Wilson's (1927). Lists and their words can be seen and changed under "
        "Word lists."
    ): (
        "Komentar menyebut tema bila memuat kata dari daftar tema itu; satu komentar dapat "
        "menyebut beberapa tema. Batasnya menurut Wilson (1927). Daftar dan katanya dapat dilihat "
        "dan diubah di Daftar kata."
    ),
    (
        "What a comment feels about a theme is read in the clauses that mention it, and in the "
        "words around where these say nothing; never from the whole comment. Net is the share of "
        "mentions in praise less the share in blame; limits as for NPS (adjusted Wald)."
    ): (
        "Perasaan komentar tentang tema dibaca dari klausa yang menyebutnya, dan dari kata di "
        "sekitarnya bila klausa itu netral; tidak pernah dari seluruh komentar. Bersih adalah "
        "bagian sebutan yang memuji dikurangi bagian yang mengeluh; batas seperti NPS (Wald "
        "terkoreksi)."
    ),
    "{unit} with it": "{unit} dengan tema",
    "{unit} without it": "{unit} tanpa tema",
    "Themes in numbers": "Tema dalam angka",
    (
        "Praised and blamed are comments whose clauses about the theme do so; the other mentions "
        "are neutral. Scores are means over the comments that have a score."
    ): (
        "Dipuji dan dikeluhkan adalah komentar yang klausanya tentang tema berbuat demikian; "
        "sebutan lain netral. Skor adalah rata-rata komentar yang memiliki skor."
    ),
    (
        "Share of each group's comments. A group is tested against all other comments by the N-1 "
        "chi-square (Campbell, Statistics in Medicine, 2007); p-values are adjusted over the "
        "themes of a group by Benjamini and Hochberg. Faint cells: fewer than {n} comments in the "
        "group."
    ): (
        "Bagian komentar tiap kelompok. Kelompok diuji terhadap semua komentar lain dengan "
        "khi-kuadrat N-1 (Campbell, Statistics in Medicine, 2007); nilai p dikoreksi atas tema "
        "dalam satu kelompok menurut Benjamini dan Hochberg. Sel pudar: kurang dari {n} komentar "
        "dalam kelompok."
    ),
    "Themes that stand together": "Tema yang muncul bersama",
    (
        "Lift is the number of comments with both themes by the number expected if neither cared "
        "for the other. Limits by the delta method on its logarithm; tested by the N-1 "
        "chi-square, adjusted over all pairs by Benjamini and Hochberg. Pairs with fewer than {n} "
        "comments, found and expected, are left out."
    ): (
        "Lift adalah jumlah komentar dengan kedua tema dibagi jumlah yang diharapkan bila "
        "keduanya tak berkaitan. Batas dengan metode delta pada logaritmanya; diuji dengan "
        "khi-kuadrat N-1, dikoreksi atas semua pasangan menurut Benjamini dan Hochberg. Pasangan "
        "dengan kurang dari {n} komentar, baik nyata maupun diharapkan, tidak disertakan."
    ),
    "Share of comments that mention it": "Bagian komentar yang menyebutnya",
    "Praise less blame (points of its mentions)": "Pujian dikurangi keluhan (poin dari sebutannya)",
    "Lift: comments with both, by those expected": (
        "Lift: komentar dengan keduanya, dibagi yang diharapkan"
    ),
    "{n} of {all} pairs stand together more often than by chance.": (
        "{n} dari {all} pasangan muncul bersama lebih sering daripada kebetulan."
    ),
    "Rarest together: '{one}' and '{other}', in {n} comments where chance gives {expected}.": (
        "Paling jarang bersama: '{one}' dan '{other}', dalam {n} komentar; kebetulan memberi "
        "{expected}."
    ),
    "Lift": "Lift",
    "As by chance": "Seperti kebetulan",
    (
        "p-values are adjusted over the themes by Benjamini and Hochberg (1995). Themes with "
        "fewer than {n} comments are left out."
    ): (
        "Nilai p dikoreksi atas semua tema menurut Benjamini dan Hochberg (1995). Tema dengan "
        "kurang dari {n} komentar tidak disertakan."
    ),
    "It goes together with the score; it is not shown to be its cause.": (
        "Ini berjalan bersama skor; tidak terbukti sebagai penyebabnya."
    ),
    "Widen the dates or drop a filter; each theme needs {n}.": (
        "Perluas tanggal atau lepas filter; tiap tema perlu {n}."
    ),
    "Impact on the score": "Dampak pada skor",
    "'{theme}' goes together with {value} {unit}": "'{theme}' berjalan bersama {value} {unit}",
    "adjusted p = {p}": "p terkoreksi = {p}",
    "Impact on the whole score": "Dampak pada seluruh skor",
    "With less without the theme": "Dengan dikurangi tanpa tema",
    "Other themes held equal": "Tema lain disamakan",
    (
        "The mean score of all comments less the mean of those that do not mention the theme: "
        "what the score would be short of without them. Limits are those of the difference "
        "(Welch), times the share."
    ): (
        "Rata-rata skor semua komentar dikurangi rata-rata yang tidak menyebut tema: selisih skor "
        "bila komentar itu tidak ada. Batasnya adalah batas selisih (Welch) dikali bagiannya."
    ),
    (
        "The mean score of comments that mention the theme less that of the others, with Welch's "
        "limits."
    ): (
        "Rata-rata skor komentar yang menyebut tema dikurangi rata-rata yang lain, dengan batas "
        "Welch."
    ),
    (
        "The difference that remains with all other themes and the segment compared held equal: "
        "one least-squares regression with HC1 standard errors (MacKinnon and White, Journal of "
        "Econometrics, 1985)."
    ): (
        "Selisih yang tersisa bila semua tema lain dan segmen yang dibandingkan disamakan: satu "
        "regresi kuadrat terkecil dengan galat baku HC1 (MacKinnon dan White, Journal of "
        "Econometrics, 1985)."
    ),
    "No theme provably goes together with the score": (
        "Tidak ada tema yang terbukti berjalan bersama skor"
    ),
    "Left out with fewer than {n} comments: {few} themes.": (
        "Tidak disertakan karena kurang dari {n} komentar: {few} tema."
    ),
    "Where the score is lost: {themes}": "Di mana skor hilang: {themes}",
    "How often, and how much: no theme provably goes with a lower score": (
        "Seberapa sering dan seberapa besar: tidak ada tema yang terbukti menyertai skor lebih "
        "rendah"
    ),
    "Blame for '{theme}' goes together with {value} {unit}": (
        "Keluhan tentang '{theme}' berjalan bersama {value} {unit}"
    ),
    "Praise and blame beside the score": "Pujian dan keluhan di samping skor",
    (
        "p' chart: three standard errors by the number of comments around the share of all "
        "finished periods, widened where periods vary more than chance explains (Laney, Quality "
        "Engineering, 2002). A signal: a period outside the limits, eight in a row on one side of "
        "the centre, or three of four nearer to a limit than to the centre. Of themes that are "
        "steady about {share} give a signal in a given period."
    ): (
        "Diagram p': tiga galat baku menurut jumlah komentar di sekitar bagian semua periode yang "
        "selesai, diperlebar bila periode berbeda lebih dari kebetulan (Laney, Quality "
        "Engineering, 2002). Sinyal: satu periode di luar batas, delapan berturut-turut di satu "
        "sisi pusat, atau tiga dari empat lebih dekat ke batas daripada ke pusat. Dari tema yang "
        "tetap, sekitar {share} memberi sinyal dalam satu periode."
    ),
    "{period}: no theme gives a signal": "{period}: tidak ada tema yang memberi sinyal",
    "No theme provably comes up more in {period}": (
        "Tidak ada tema yang terbukti lebih sering muncul pada {period}"
    ),
    "'{theme}' in {period}: {signal}": "'{theme}' pada {period}: {signal}",
    "{share}, {before} before; adjusted p = {p}": (
        "{share}, sebelumnya {before}; p terkoreksi = {p}"
    ),
    "Widen the dates, drop a filter, or choose shorter periods.": (
        "Perluas tanggal, lepas filter, atau pilih periode lebih pendek."
    ),
    "Themes over time": "Tema dari waktu ke waktu",
    "{period}: a signal for {themes}": "{period}: sinyal untuk {themes}",
    "'{theme}' comes up more in {period}: {share}, {before} before": (
        "'{theme}' lebih sering muncul pada {period}: {share}, sebelumnya {before}"
    ),
    "'{theme}': noise, no signal": "'{theme}': gejolak biasa, tanpa sinyal",
    (
        "The share of comments in the period less the share in all periods before it in view. "
        "Limits by Newcombe (Statistics in Medicine, 1998, method 10); N-1 chi-square, adjusted "
        "over the themes by Benjamini and Hochberg, so that where nothing has changed about 1 "
        "view in 20 names any theme. Themes with fewer than {n} comments are left out."
    ): (
        "Bagian komentar pada periode itu dikurangi bagian pada semua periode sebelumnya yang "
        "tampak. Batas menurut Newcombe (Statistics in Medicine, 1998, metode 10); khi-kuadrat "
        "N-1, dikoreksi atas semua tema menurut Benjamini dan Hochberg, sehingga bila tidak ada "
        "yang berubah sekitar 1 dari 20 tampilan menyebut suatu tema. Tema dengan kurang dari {n} "
        "komentar tidak disertakan."
    ),
    "With {n} themes, chance alone gives about {alarms} signals in a period.": (
        "Dengan {n} tema, kebetulan saja memberi sekitar {alarms} sinyal dalam satu periode."
    ),
    "Change of the share of comments (points)": "Perubahan bagian komentar (poin)",
    "Share now": "Bagian kini",
    "Usual share": "Bagian biasanya",
    "Change of the share": "Perubahan bagian",
    "in {share} of these, {other} of the other comments; z = {z}, adjusted p = {p}": (
        "dalam {share} komentar ini, {other} komentar lain; z = {z}, p terkoreksi = {p}"
    ),
    "Compare larger groups of comments.": "Bandingkan kelompok komentar yang lebih besar.",
    "A word that marks comments off ({group})": "Kata yang membedakan komentar ({group})",
    (
        "Comments that have a word or a pair of words, as odds against the other group, with an "
        "informative Dirichlet prior of {prior} comments (Monroe, Colaresi and Quinn, Political "
        "Analysis, 2008). Words in fewer than {few} comments are left out, and shown are those "
        "with |z| from {z} on; p-values are adjusted over all words by Benjamini and Hochberg."
    ): (
        "Komentar yang memuat suatu kata atau pasangan kata, sebagai odds terhadap kelompok lain, "
        "dengan prior Dirichlet informatif setara {prior} komentar (Monroe, Colaresi dan Quinn, "
        "Political Analysis, 2008). Kata dalam kurang dari {few} komentar tidak disertakan, dan "
        "yang tampil memiliki |z| mulai {z}; nilai p dikoreksi atas semua kata menurut Benjamini "
        "dan Hochberg."
    ),
    "Odds of the word, against: {other}": "Odds kata itu, terhadap: {other}",
    "Odds ratio": "Rasio odds",
    "As often": "Sama sering",
    "How often and how felt": "Frekuensi dan perasaan",
    "Over time": "Dari waktu ke waktu",
    "Together": "Bersama",
    "Show": "Tampilkan",
    "Four pillars": "Empat pilar",
    "Emotions and effort": "Emosi dan usaha",
    "By which lists": "Menurut daftar mana",
    "Effect": "Efek",
    "Themes: {name}": "Tema: {name}",
    "Standard themes": "Tema standar",
    "{share} of {n} comments mention a theme, {each} themes each.": (
        "{share} dari {n} komentar menyebut tema, rata-rata {each} tema per komentar."
    ),
    "These are lists of words: they tell what was written, not what was felt.": (
        "Ini daftar kata: menunjukkan apa yang ditulis, bukan apa yang dirasakan."
    ),
    (
        "There is no score beside these comments. Choose one above, or say on the Data page which "
        "column holds it."
    ): (
        "Tidak ada skor di samping komentar ini. Pilih di atas, atau tentukan di halaman Data "
        "kolom mana yang memuatnya."
    ),
    (
        "On the whole score: what it would be short of without these comments. With less without: "
        "how far apart the two groups lie. Other themes held equal: one regression on all themes "
        "and the segment compared."
    ): (
        "Pada seluruh skor: selisihnya bila komentar ini tidak ada. Dengan dikurangi tanpa: jarak "
        "kedua kelompok. Tema lain disamakan: satu regresi atas semua tema dan segmen yang "
        "dibandingkan."
    ),
    "Compare with all before": "Bandingkan dengan semua sebelumnya",
    "The lists": "Daftarnya",
    "Comments without a theme": "Komentar tanpa tema",
    "Words": "Kata",
    "Blame against praise": "Keluhan terhadap pujian",
    "One language against the rest": "Satu bahasa terhadap lainnya",
    "{n} words are now in the theme '{theme}' of the list '{name}', which is in use.": (
        "{n} kata kini ada di tema '{theme}' dalam daftar '{name}', yang sedang dipakai."
    ),
    "Low against high scores": "Skor rendah terhadap tinggi",
    "A period against all before": "Satu periode terhadap semua sebelumnya",
    "One group against the rest": "Satu kelompok terhadap lainnya",
    "All languages": "Semua bahasa",
    "Only comments in": "Hanya komentar berbahasa",
    "Blame": "Keluhan",
    "Praise": "Pujian",
    (
        "No word marks these comments off for certain: {n} against {other}. A word has to stand "
        "in at least {few} comments."
    ): (
        "Tidak ada kata yang pasti membedakan komentar ini: {n} terhadap {other}. Suatu kata "
        "harus ada dalam paling sedikit {few} komentar."
    ),
    "What to compare": "Apa yang dibandingkan",
    "Low scores": "Skor rendah",
    "High scores": "Skor tinggi",
    "Before": "Sebelumnya",
    "The rest": "Lainnya",
    "Other languages": "Bahasa lain",
    "Click bars or choose words: their sentences appear below.": (
        "Klik batang atau pilih kata: kalimatnya muncul di bawah."
    ),
    "Name of a new theme": "Nama tema baru",
    "Make a theme of these": "Jadikan tema",
    "Word": "Kata",
    "Sentence": "Kalimat",
    "Or a theme there is": "Atau tema yang ada",
    "Add to it": "Tambahkan",
    "Words into themes": "Kata menjadi tema",
    "My themes": "Tema saya",
    "new theme": "tema baru",
    "Saved as version {n} of '{name}'.": "Disimpan sebagai versi {n} dari '{name}'.",
    "Words of feeling": "Kata perasaan",
    "Delete this list": "Hapus daftar ini",
    "YAML or JSON": "YAML atau JSON",
    "A line a theme, such as delivery: [deliver*, courier, on time].": (
        "Satu baris satu tema, misalnya pengiriman: [kirim*, kurir, tepat waktu] seperti "
        "delivery: [deliver*, courier, on time]."
    ),
    "Take over its {n} themes": "Ambil {n} temanya",
    "{share} of {n} comments mention a theme.": "{share} dari {n} komentar menyebut tema.",
    "List in use": "Daftar yang dipakai",
    "Version {n}, {saved}: {themes} themes": "Versi {n}, {saved}: {themes} tema",
    "Add a theme": "Tambah tema",
    "Words, with commas between": "Kata, dipisah koma",
    "{n} of {all} words find nothing in view.": (
        "{n} dari {all} kata tidak menemukan apa pun di tampilan ini."
    ),
    "Changed: {names}": "Diubah: {names}",
    "Save as": "Simpan sebagai",
    "Name of the list": "Nama daftar",
    "Save under this name": "Simpan dengan nama ini",
    "Import": "Impor",
    "Reset to the standard": "Kembalikan ke standar",
    "The file is not in UTF-8. Save it as UTF-8.": "Berkas ini bukan UTF-8. Simpan sebagai UTF-8.",
    "Remove the theme": "Buang tema",
    (
        "English, Indonesian and Malay side by side. deliver* finds every word that begins so; a "
        "phrase such as on time is found in order; kirim also finds kirimnya."
    ): (
        "Bahasa Inggris, Indonesia dan Melayu berdampingan. deliver* menemukan setiap kata yang "
        "berawal demikian; frasa seperti on time ditemukan berurutan; kirim juga menemukan "
        "kirimnya."
    ),
    "Save the list": "Simpan daftar",
    "Save as a list of my own": "Simpan sebagai daftar sendiri",
    "Save or undo your changes to use another list.": (
        "Simpan atau batalkan perubahan untuk memakai daftar lain."
    ),
    "Versions": "Versi",
    "Take over theirs": "Ambil milik mereka",
    "Save mine over it": "Simpan milik saya di atasnya",
    (
        "Words and phrases of your own stand above the lists of the package, in every language. "
        "Valence goes from -4 (very bad) to 4 (very good); 0 takes all feeling from a word."
    ): (
        "Kata dan frasa Anda sendiri mengalahkan daftar bawaan, dalam semua bahasa. Valensi dari "
        "-4 (sangat buruk) sampai 4 (sangat baik); 0 menghapus semua perasaan dari kata."
    ),
    "negative": "negatif",
    "neutral": "netral",
    "positive": "positif",
    "Cut into: {words}": "Dipotong menjadi: {words}",
    "Words of feeling: {words}": "Kata perasaan: {words}",
    "CSV: word, valence, note": "CSV: kata, valensi, catatan",
    "Word or phrase": "Kata atau frasa",
    "Valence": "Valensi",
    "In the lists of the package": "Dalam daftar bawaan",
    "Comments in view": "Komentar di tampilan",
    "Add its {n} words": "Tambahkan {n} katanya",
    "Type what a customer could write": "Ketik apa yang mungkin ditulis pelanggan",
    "Save the words": "Simpan kata",
    "Try a sentence": "Coba satu kalimat",
    "language not known": "bahasa tidak dikenal",
    "{n} words stand in several themes, and count in each: {shown}": (
        "{n} kata ada di beberapa tema, dan dihitung di masing-masing: {shown}"
    ),
    "There are {n} words; {most} are read at most.": "Ada {n} kata; paling banyak {most} dibaca.",
    "'{word}': a * stands only at the end of a word, as in deliver*.": (
        "'{word}': tanda * hanya di akhir kata, seperti deliver*."
    ),
    "'{word}': at least {n} letters stand before a *, else it finds nearly everything.": (
        "'{word}': paling sedikit {n} huruf sebelum *, jika tidak hampir semuanya ditemukan."
    ),
    "'{word}': a phrase has up to {n} words.": (
        "'{word}': frasa terdiri dari paling banyak {n} kata."
    ),
    "'{word}': comments are cut at such signs, so that this is never found. Write words only.": (
        "'{word}': komentar dipotong pada tanda seperti itu, sehingga ini tidak pernah ditemukan. "
        "Tulis kata saja."
    ),
    "There is no theme in the list. Add one.": "Tidak ada tema dalam daftar. Tambahkan satu.",
    "There are {n} themes; {most} are read at most.": "Ada {n} tema; paling banyak {most} dibaca.",
    "A name has up to {most} characters, without quotes, brackets, : ; # or *.": (
        "Nama terdiri dari paling banyak {most} karakter, tanpa tanda kutip, kurung, : ; # atau *."
    ),
    "The theme has no words. Write some, or remove the theme.": (
        "Tema ini tidak memiliki kata. Tulis beberapa, atau buang tema ini."
    ),
    "A theme has no name. Give it one.": "Ada tema tanpa nama. Beri nama.",
    "Two themes have this name. Rename one, or put their words together.": (
        "Dua tema bernama ini. Ganti nama salah satu, atau gabungkan katanya."
    ),
}
