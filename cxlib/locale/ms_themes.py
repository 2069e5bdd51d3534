"""Texts in Bahasa Melayu: feedback: themes, impact, word lists."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Pale or hollow: fewer than {n} comments.": "Pudar atau kosong: kurang daripada {n} komen.",
    "No two themes provably stand together": "Tiada dua tema yang terbukti muncul bersama",
    "'{theme}' is what comments speak of most ({share})": (
        "'{theme}' paling banyak disebut dalam komen ({share})"
    ),
    "How themes are felt about": "Perasaan tentang setiap tema",
    "praised in {good}, blamed in {bad} comments": (
        "dipuji dalam {good}, dirungut dalam {bad} komen"
    ),
    "{value}: '{theme}' in {share} of comments, against {other} of the others": (
        "{value}: '{theme}' dalam {share} komen, berbanding {other} pada yang lain"
    ),
    "{n} expected; adjusted p = {p}": "{n} dijangka; p terlaras = {p}",
    "Praised": "Dipuji",
    "Blamed": "Dirungut",
    "Net": "Bersih",
    "Net interval": "Selang bersih",
    "Widen the dates, drop a filter, or add words to the themes.": (
        "Luaskan tarikh, buang penapis, atau tambah perkataan pada tema."
    ),
    "'{one}' and '{other}' stand together {lift} times as often as by chance": (
        "'{one}' dan '{other}' muncul bersama {lift} kali sekerap kebetulan"
    ),
    "Add words to the themes under Word lists, or see what Discover finds.": (
        "Tambah perkataan pada tema di Senarai perkataan, atau lihat temuan di Terokai."
    ),
    "What comments speak of": "Apa yang disebut komen",
    "'{best}' is praised most, '{worst}' blamed most": (
        "'{best}' paling dipuji, '{worst}' paling dirungut"
    ),
    "More praise than blame for '{theme}'": "Lebih banyak pujian daripada rungutan untuk '{theme}'",
    "More blame than praise for '{theme}'": "Lebih banyak rungutan daripada pujian untuk '{theme}'",
    "Themes by {column}: no proven difference": (
        "Tema mengikut {column}: tiada perbezaan yang terbukti"
    ),
    (
        "A comment mentions a theme where a word of the theme's list stands in it; it may mention "
        "several. Limits are Wilson's (1927). Lists and their words can be seen and changed under "
        "Word lists."
    ): (
        "Komen menyebut tema apabila mengandungi perkataan daripada senarai tema itu; satu komen "
        "boleh menyebut beberapa tema. Hadnya menurut Wilson (1927). Senarai dan perkataannya "
        "boleh dilihat dan diubah di Senarai perkataan."
    ),
    (
        "What a comment feels about a theme is read in the clauses that mention it, and in the "
        "words around where these say nothing; never from the whole comment. Net is the share of "
        "mentions in praise less the share in blame; limits as for NPS (adjusted Wald)."
    ): (
        "Perasaan komen tentang tema dibaca daripada klausa yang menyebutnya, dan daripada "
        "perkataan di sekelilingnya jika klausa itu neutral; tidak pernah daripada keseluruhan "
        "komen. Bersih ialah bahagian sebutan yang memuji tolak bahagian yang merungut; had "
        "seperti NPS (Wald terlaras)."
    ),
    "{unit} with it": "{unit} dengan tema",
    "{unit} without it": "{unit} tanpa tema",
    "Themes in numbers": "Tema dalam angka",
    (
        "Praised and blamed are comments whose clauses about the theme do so; the other mentions "
        "are neutral. Scores are means over the comments that have a score."
    ): (
        "Dipuji dan dirungut ialah komen yang klausanya tentang tema berbuat demikian; sebutan "
        "lain neutral. Skor ialah purata komen yang mempunyai skor."
    ),
    (
        "Share of each group's comments. A group is tested against all other comments by the N-1 "
        "chi-square (Campbell, Statistics in Medicine, 2007); p-values are adjusted over the "
        "themes of a group by Benjamini and Hochberg. Faint cells: fewer than {n} comments in the "
        "group."
    ): (
        "Bahagian komen setiap kumpulan. Kumpulan diuji terhadap semua komen lain dengan khi "
        "kuasa dua N-1 (Campbell, Statistics in Medicine, 2007); nilai p dilaraskan atas tema "
        "dalam satu kumpulan menurut Benjamini dan Hochberg. Sel pudar: kurang daripada {n} komen "
        "dalam kumpulan."
    ),
    "Themes that stand together": "Tema yang muncul bersama",
    (
        "Lift is the number of comments with both themes by the number expected if neither cared "
        "for the other. Limits by the delta method on its logarithm; tested by the N-1 "
        "chi-square, adjusted over all pairs by Benjamini and Hochberg. Pairs with fewer than {n} "
        "comments, found and expected, are left out."
    ): (
        "Lift ialah bilangan komen dengan kedua-dua tema dibahagi bilangan yang dijangka jika "
        "tidak berkaitan. Had dengan kaedah delta pada logaritmanya; diuji dengan khi kuasa dua "
        "N-1, dilaraskan atas semua pasangan menurut Benjamini dan Hochberg. Pasangan dengan "
        "kurang daripada {n} komen, sebenar dan dijangka, tidak disertakan."
    ),
    "Share of comments that mention it": "Bahagian komen yang menyebutnya",
    "Praise less blame (points of its mentions)": (
        "Pujian tolak rungutan (mata daripada sebutannya)"
    ),
    "Lift: comments with both, by those expected": (
        "Lift: komen dengan kedua-duanya, dibahagi yang dijangka"
    ),
    "{n} of {all} pairs stand together more often than by chance.": (
        "{n} daripada {all} pasangan muncul bersama lebih kerap daripada kebetulan."
    ),
    "Rarest together: '{one}' and '{other}', in {n} comments where chance gives {expected}.": (
        "Paling jarang bersama: '{one}' dan '{other}', dalam {n} komen; kebetulan memberi "
        "{expected}."
    ),
    "Lift": "Lift",
    "As by chance": "Seperti kebetulan",
    (
        "p-values are adjusted over the themes by Benjamini and Hochberg (1995). Themes with "
        "fewer than {n} comments are left out."
    ): (
        "Nilai p dilaraskan atas semua tema menurut Benjamini dan Hochberg (1995). Tema dengan "
        "kurang daripada {n} komen tidak disertakan."
    ),
    "It goes together with the score; it is not shown to be its cause.": (
        "Ini seiring dengan skor; tidak terbukti sebagai puncanya."
    ),
    "Widen the dates or drop a filter; each theme needs {n}.": (
        "Luaskan tarikh atau buang penapis; setiap tema perlu {n}."
    ),
    "Impact on the score": "Kesan pada skor",
    "'{theme}' goes together with {value} {unit}": "'{theme}' seiring dengan {value} {unit}",
    "adjusted p = {p}": "p terlaras = {p}",
    "Impact on the whole score": "Kesan pada keseluruhan skor",
    "With less without the theme": "Dengan tolak tanpa tema",
    "Other themes held equal": "Tema lain disamakan",
    (
        "The mean score of all comments less the mean of those that do not mention the theme: "
        "what the score would be short of without them. Limits are those of the difference "
        "(Welch), times the share."
    ): (
        "Purata skor semua komen tolak purata yang tidak menyebut tema: beza skor jika komen itu "
        "tiada. Hadnya ialah had perbezaan (Welch) didarab bahagiannya."
    ),
    (
        "The mean score of comments that mention the theme less that of the others, with Welch's "
        "limits."
    ): "Purata skor komen yang menyebut tema tolak purata yang lain, dengan had Welch.",
    (
        "The difference that remains with all other themes and the segment compared held equal: "
        "one least-squares regression with HC1 standard errors (MacKinnon and White, Journal of "
        "Econometrics, 1985)."
    ): (
        "Perbezaan yang tinggal apabila semua tema lain dan segmen yang dibandingkan disamakan: "
        "satu regresi kuasa dua terkecil dengan ralat piawai HC1 (MacKinnon dan White, Journal of "
        "Econometrics, 1985)."
    ),
    "No theme provably goes together with the score": (
        "Tiada tema yang terbukti seiring dengan skor"
    ),
    "Left out with fewer than {n} comments: {few} themes.": (
        "Tidak disertakan kerana kurang daripada {n} komen: {few} tema."
    ),
    "Where the score is lost: {themes}": "Di mana skor hilang: {themes}",
    "How often, and how much: no theme provably goes with a lower score": (
        "Berapa kerap dan berapa besar: tiada tema yang terbukti menyertai skor lebih rendah"
    ),
    "Blame for '{theme}' goes together with {value} {unit}": (
        "Rungutan tentang '{theme}' seiring dengan {value} {unit}"
    ),
    "Praise and blame beside the score": "Pujian dan rungutan di samping skor",
    (
        "p' chart: three standard errors by the number of comments around the share of all "
        "finished periods, widened where periods vary more than chance explains (Laney, Quality "
        "Engineering, 2002). A signal: a period outside the limits, eight in a row on one side of "
        "the centre, or three of four nearer to a limit than to the centre. Of themes that are "
        "steady about {share} give a signal in a given period."
    ): (
        "Carta p': tiga ralat piawai mengikut bilangan komen di sekitar bahagian semua tempoh "
        "yang selesai, dilebarkan jika tempoh berbeza lebih daripada kebetulan (Laney, Quality "
        "Engineering, 2002). Isyarat: satu tempoh di luar had, lapan berturut-turut di satu sisi "
        "pusat, atau tiga daripada empat lebih dekat kepada had daripada pusat. Daripada tema "
        "yang tetap, kira-kira {share} memberi isyarat dalam satu tempoh."
    ),
    "{period}: no theme gives a signal": "{period}: tiada tema yang memberi isyarat",
    "No theme provably comes up more in {period}": (
        "Tiada tema yang terbukti lebih kerap muncul pada {period}"
    ),
    "'{theme}' in {period}: {signal}": "'{theme}' pada {period}: {signal}",
    "{share}, {before} before; adjusted p = {p}": "{share}, sebelumnya {before}; p terlaras = {p}",
    "Widen the dates, drop a filter, or choose shorter periods.": (
        "Luaskan tarikh, buang penapis, atau pilih tempoh lebih pendek."
    ),
    "Themes over time": "Tema dari semasa ke semasa",
    "{period}: a signal for {themes}": "{period}: isyarat untuk {themes}",
    "'{theme}' comes up more in {period}: {share}, {before} before": (
        "'{theme}' lebih kerap muncul pada {period}: {share}, sebelumnya {before}"
    ),
    "'{theme}': noise, no signal": "'{theme}': turun naik biasa, tiada isyarat",
    (
        "The share of comments in the period less the share in all periods before it in view. "
        "Limits by Newcombe (Statistics in Medicine, 1998, method 10); N-1 chi-square, adjusted "
        "over the themes by Benjamini and Hochberg, so that where nothing has changed about 1 "
        "view in 20 names any theme. Themes with fewer than {n} comments are left out."
    ): (
        "Bahagian komen pada tempoh itu tolak bahagian pada semua tempoh sebelumnya yang "
        "dipaparkan. Had menurut Newcombe (Statistics in Medicine, 1998, kaedah 10); khi kuasa "
        "dua N-1, dilaraskan atas semua tema menurut Benjamini dan Hochberg, supaya jika tiada "
        "yang berubah kira-kira 1 daripada 20 paparan menyebut suatu tema. Tema dengan kurang "
        "daripada {n} komen tidak disertakan."
    ),
    "With {n} themes, chance alone gives about {alarms} signals in a period.": (
        "Dengan {n} tema, kebetulan sahaja memberi kira-kira {alarms} isyarat dalam satu tempoh."
    ),
    "Change of the share of comments (points)": "Perubahan bahagian komen (mata)",
    "Share now": "Bahagian kini",
    "Usual share": "Bahagian biasa",
    "Change of the share": "Perubahan bahagian",
    "in {share} of these, {other} of the other comments; z = {z}, adjusted p = {p}": (
        "dalam {share} komen ini, {other} komen lain; z = {z}, p terlaras = {p}"
    ),
    "Compare larger groups of comments.": "Bandingkan kumpulan komen yang lebih besar.",
    "A word that marks comments off ({group})": "Perkataan yang membezakan komen ({group})",
    (
        "Comments that have a word or a pair of words, as odds against the other group, with an "
        "informative Dirichlet prior of {prior} comments (Monroe, Colaresi and Quinn, Political "
        "Analysis, 2008). Words in fewer than {few} comments are left out, and shown are those "
        "with |z| from {z} on; p-values are adjusted over all words by Benjamini and Hochberg."
    ): (
        "Komen yang mengandungi suatu perkataan atau pasangan perkataan, sebagai odds terhadap "
        "kumpulan lain, dengan prior Dirichlet bermaklumat setara {prior} komen (Monroe, Colaresi "
        "dan Quinn, Political Analysis, 2008). Perkataan dalam kurang daripada {few} komen tidak "
        "disertakan, dan yang dipaparkan mempunyai |z| dari {z}; nilai p dilaraskan atas semua "
        "perkataan menurut Benjamini dan Hochberg."
    ),
    "Odds of the word, against: {other}": "Odds perkataan itu, terhadap: {other}",
    "Odds ratio": "Nisbah odds",
    "As often": "Sama kerap",
    "How often and how felt": "Kekerapan dan perasaan",
    "Over time": "Dari semasa ke semasa",
    "Together": "Bersama",
    "Show": "Paparkan",
    "Four pillars": "Empat tonggak",
    "Emotions and effort": "Emosi dan usaha",
    "By which lists": "Mengikut senarai mana",
    "Effect": "Kesan",
    "Themes: {name}": "Tema: {name}",
    "Standard themes": "Tema standard",
    "{share} of {n} comments mention a theme, {each} themes each.": (
        "{share} daripada {n} komen menyebut tema, purata {each} tema setiap komen."
    ),
    "These are lists of words: they tell what was written, not what was felt.": (
        "Ini senarai perkataan: menunjukkan apa yang ditulis, bukan apa yang dirasai."
    ),
    (
        "There is no score beside these comments. Choose one above, or say on the Data page which "
        "column holds it."
    ): (
        "Tiada skor di samping komen ini. Pilih di atas, atau nyatakan di halaman Data lajur yang "
        "mengandunginya."
    ),
    (
        "On the whole score: what it would be short of without these comments. With less without: "
        "how far apart the two groups lie. Other themes held equal: one regression on all themes "
        "and the segment compared."
    ): (
        "Pada keseluruhan skor: bezanya jika komen ini tiada. Dengan tolak tanpa: jarak kedua-dua "
        "kumpulan. Tema lain disamakan: satu regresi atas semua tema dan segmen yang dibandingkan."
    ),
    "Compare with all before": "Bandingkan dengan semua sebelumnya",
    "The lists": "Senarainya",
    "Comments without a theme": "Komen tanpa tema",
    "Words": "Perkataan",
    "Blame against praise": "Rungutan terhadap pujian",
    "One language against the rest": "Satu bahasa terhadap yang lain",
    "{n} words are now in the theme '{theme}' of the list '{name}', which is in use.": (
        "{n} perkataan kini ada dalam tema '{theme}' dalam senarai '{name}', yang sedang digunakan."
    ),
    "Low against high scores": "Skor rendah terhadap tinggi",
    "A period against all before": "Satu tempoh terhadap semua sebelumnya",
    "One group against the rest": "Satu kumpulan terhadap yang lain",
    "All languages": "Semua bahasa",
    "Only comments in": "Hanya komen dalam",
    "Blame": "Rungutan",
    "Praise": "Pujian",
    (
        "No word marks these comments off for certain: {n} against {other}. A word has to stand "
        "in at least {few} comments."
    ): (
        "Tiada perkataan yang pasti membezakan komen ini: {n} terhadap {other}. Suatu perkataan "
        "mesti ada dalam sekurang-kurangnya {few} komen."
    ),
    "What to compare": "Apa yang dibandingkan",
    "Low scores": "Skor rendah",
    "High scores": "Skor tinggi",
    "Before": "Sebelumnya",
    "The rest": "Yang lain",
    "Other languages": "Bahasa lain",
    "Click bars or choose words: their sentences appear below.": (
        "Klik bar atau pilih perkataan: ayatnya muncul di bawah."
    ),
    "Name of a new theme": "Nama tema baharu",
    "Make a theme of these": "Jadikan tema",
    "Word": "Perkataan",
    "Sentence": "Ayat",
    "Or a theme there is": "Atau tema sedia ada",
    "Add to it": "Tambahkan",
    "Words into themes": "Perkataan menjadi tema",
    "My themes": "Tema saya",
    "new theme": "tema baharu",
    "Saved as version {n} of '{name}'.": "Disimpan sebagai versi {n} bagi '{name}'.",
    "Words of feeling": "Perkataan perasaan",
    "Delete this list": "Padam senarai ini",
    "YAML or JSON": "YAML atau JSON",
    "A line a theme, such as delivery: [deliver*, courier, on time].": (
        "Satu baris satu tema, misalnya penghantaran: [hantar*, kurier, tepat masa] seperti "
        "delivery: [deliver*, courier, on time]."
    ),
    "Take over its {n} themes": "Ambil {n} temanya",
    "{share} of {n} comments mention a theme.": "{share} daripada {n} komen menyebut tema.",
    "List in use": "Senarai yang digunakan",
    "Version {n}, {saved}: {themes} themes": "Versi {n}, {saved}: {themes} tema",
    "Add a theme": "Tambah tema",
    "Words, with commas between": "Perkataan, dipisah koma",
    "{n} of {all} words find nothing in view.": (
        "{n} daripada {all} perkataan tidak menemui apa-apa dalam paparan ini."
    ),
    "Changed: {names}": "Diubah: {names}",
    "Save as": "Simpan sebagai",
    "Name of the list": "Nama senarai",
    "Save under this name": "Simpan dengan nama ini",
    "Import": "Import",
    "Reset to the standard": "Kembalikan kepada standard",
    "The file is not in UTF-8. Save it as UTF-8.": "Fail ini bukan UTF-8. Simpan sebagai UTF-8.",
    "Remove the theme": "Buang tema",
    (
        "English, Indonesian and Malay side by side. deliver* finds every word that begins so; a "
        "phrase such as on time is found in order; kirim also finds kirimnya."
    ): (
        "Bahasa Inggeris, Indonesia dan Melayu bersebelahan. deliver* menemui setiap perkataan "
        "yang bermula begitu; frasa seperti on time ditemui mengikut urutan; kirim juga menemui "
        "kirimnya."
    ),
    "Save the list": "Simpan senarai",
    "Save as a list of my own": "Simpan sebagai senarai sendiri",
    "Save or undo your changes to use another list.": (
        "Simpan atau batalkan perubahan untuk menggunakan senarai lain."
    ),
    "Versions": "Versi",
    "Take over theirs": "Ambil versi mereka",
    "Save mine over it": "Simpan versi saya di atasnya",
    (
        "Words and phrases of your own stand above the lists of the package, in every language. "
        "Valence goes from -4 (very bad) to 4 (very good); 0 takes all feeling from a word."
    ): (
        "Perkataan dan frasa anda sendiri mengatasi senarai terbina, dalam semua bahasa. Valensi "
        "dari -4 (sangat buruk) hingga 4 (sangat baik); 0 membuang semua perasaan daripada "
        "perkataan."
    ),
    "negative": "negatif",
    "neutral": "neutral",
    "positive": "positif",
    "Cut into: {words}": "Dipotong menjadi: {words}",
    "Words of feeling: {words}": "Perkataan perasaan: {words}",
    "CSV: word, valence, note": "CSV: perkataan, valensi, nota",
    "Word or phrase": "Perkataan atau frasa",
    "Valence": "Valensi",
    "In the lists of the package": "Dalam senarai terbina",
    "Comments in view": "Komen dalam paparan",
    "Add its {n} words": "Tambah {n} perkataannya",
    "Type what a customer could write": "Taip apa yang mungkin ditulis pelanggan",
    "Save the words": "Simpan perkataan",
    "Try a sentence": "Cuba satu ayat",
    "language not known": "bahasa tidak dikenali",
    "{n} words stand in several themes, and count in each: {shown}": (
        "{n} perkataan ada dalam beberapa tema, dan dikira dalam setiap satu: {shown}"
    ),
    "There are {n} words; {most} are read at most.": (
        "Ada {n} perkataan; paling banyak {most} dibaca."
    ),
    "'{word}': a * stands only at the end of a word, as in deliver*.": (
        "'{word}': tanda * hanya di hujung perkataan, seperti deliver*."
    ),
    "'{word}': at least {n} letters stand before a *, else it finds nearly everything.": (
        "'{word}': sekurang-kurangnya {n} huruf sebelum *, jika tidak hampir semuanya ditemui."
    ),
    "'{word}': a phrase has up to {n} words.": (
        "'{word}': frasa mempunyai paling banyak {n} perkataan."
    ),
    "'{word}': comments are cut at such signs, so that this is never found. Write words only.": (
        "'{word}': komen dipotong pada tanda sebegini, jadi ini tidak pernah ditemui. Tulis "
        "perkataan sahaja."
    ),
    "There is no theme in the list. Add one.": "Tiada tema dalam senarai. Tambah satu.",
    "There are {n} themes; {most} are read at most.": "Ada {n} tema; paling banyak {most} dibaca.",
    "A name has up to {most} characters, without quotes, brackets, : ; # or *.": (
        "Nama mempunyai paling banyak {most} aksara, tanpa tanda petik, kurungan, : ; # atau *."
    ),
    "The theme has no words. Write some, or remove the theme.": (
        "Tema ini tiada perkataan. Tulis beberapa, atau buang tema ini."
    ),
    "A theme has no name. Give it one.": "Ada tema tanpa nama. Berikan nama.",
    "Two themes have this name. Rename one, or put their words together.": (
        "Dua tema bernama ini. Tukar nama satu, atau gabungkan perkataannya."
    ),
}
