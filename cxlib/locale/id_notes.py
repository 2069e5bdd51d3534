"""Texts in Bahasa Indonesia: notes of reading files, of columns, of rows and of models."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Customers were watched for {periods} periods; what the model says beyond is a projection.": (
        "Pelanggan diamati selama {periods} periode; angka model setelah itu adalah proyeksi."
    ),
    "Customers who left at duration 0 count with the first payment: {n}.": (
        "Pelanggan yang berhenti pada durasi 0 dihitung dengan pembayaran pertama: {n}."
    ),
    "Nobody left while payments were due, so there are no limits.": (
        "Tidak ada yang berhenti selama masa pembayaran, jadi tidak ada batas interval."
    ),
    "The search for the spend model did not settle; its values are rough.": (
        "Pencarian model belanja tidak konvergen; nilainya kasar."
    ),
    (
        "A few customers spend so much more than the rest that the model has no mean; customers "
        "without a repeat purchase get the mean of those with one."
    ): (
        "Beberapa pelanggan berbelanja jauh lebih banyak dari yang lain sehingga model tidak "
        "punya rata-rata; pelanggan tanpa pembelian ulang memakai rata-rata pelanggan yang "
        "membeli ulang."
    ),
    (
        "Frequency and amount are correlated ({correlation}); the model takes them as "
        "independent, so values of the most frequent buyers are biased."
    ): (
        "Frekuensi dan nilai belanja berkorelasi ({correlation}); model menganggap keduanya "
        "independen, jadi nilai untuk pembeli paling sering menjadi bias."
    ),
    "{n} repeat buyers whose amounts sum to 0 or less are not in the spend model.": (
        "{n} pembeli ulang dengan total belanja 0 atau kurang tidak masuk model belanja."
    ),
    "Customers hardly differ in what they spend, or each hardly varies.": (
        "Belanja antarpelanggan hampir tidak berbeda, atau belanja tiap pelanggan hampir tidak "
        "bervariasi."
    ),
    "Chosen for the highest log-likelihood: {shown}.": (
        "Dipilih karena log-likelihood tertinggi: {shown}."
    ),
    "The search did not settle on a maximum; treat the values as rough.": (
        "Pencarian tidak mencapai maksimum; anggap nilainya kasar."
    ),
    (
        "These data do not pin down {names}: the likelihood rises to the edge of the range "
        "searched."
    ): ("Data ini tidak cukup menentukan {names}: likelihood naik sampai tepi rentang pencarian."),
    "Few customers bought again ({n}): all values are rough.": (
        "Sedikit pelanggan yang membeli lagi ({n}): semua nilai kasar."
    ),
    "One customer made {share} of all repeat purchases, and the values lean on it; "
    "try without it.": (
        "Satu pelanggan melakukan {share} dari semua pembelian ulang, dan nilainya "
        "bertumpu padanya; coba tanpa pelanggan itu."
    ),
    "Only {n} of {total} customers bought in the later half of the time observed: "
    "check that the last dates are right, or end the observation earlier.": (
        "Hanya {n} dari {total} pelanggan membeli pada paruh akhir masa pengamatan: "
        "periksa apakah tanggal-tanggal terakhir benar, atau akhiri pengamatan lebih awal."
    ),
    (
        "No drop-out is visible in this window; the model reduces to beta-binomial purchases, in "
        "which nobody leaves."
    ): (
        "Tidak tampak pelanggan yang berhenti dalam jendela ini; model menjadi pembelian "
        "beta-binomial, tanpa pelanggan yang berhenti."
    ),
    (
        "No drop-out is visible in this window; the model reduces to NBD purchases, in which "
        "nobody leaves."
    ): (
        "Tidak tampak pelanggan yang berhenti dalam jendela ini; model menjadi pembelian NBD, "
        "tanpa pelanggan yang berhenti."
    ),
    "There is one customer only, so drawing customers anew gives limits without width.": (
        "Hanya ada satu pelanggan, jadi menarik ulang pelanggan memberi batas tanpa lebar."
    ),
    (
        "BG/NBD takes customers without a repeat purchase to be still there, P(alive) = 1; "
        "MBG/NBD does not."
    ): (
        "BG/NBD menganggap pelanggan tanpa pembelian ulang masih bertahan, P(alive) = 1; MBG/NBD "
        "tidak."
    ),
    "The search settled on a clear maximum of the likelihood.": (
        "Pencarian mencapai maksimum likelihood yang jelas."
    ),
    "The likelihood is nearly flat: other values fit these data as well.": (
        "Likelihood hampir datar: nilai lain juga cocok dengan data ini."
    ),
    (
        "No differences between customers show in the departures: the model reduces to one in "
        "which all leave with the same chance, {share} in the first period. Only alpha / (alpha "
        "+ beta) has a meaning."
    ): (
        "Pola berhenti tidak menunjukkan perbedaan antarpelanggan: model menjadi model dengan "
        "peluang berhenti yang sama untuk semua, {share} pada periode pertama. Hanya alpha / "
        "(alpha + beta) yang bermakna."
    ),
    (
        "Customers left in the first period or not at all: the model reduces to {share} leaving "
        "then and nobody later."
    ): (
        "Pelanggan berhenti pada periode pertama atau tidak sama sekali: menurut model, {share} "
        "berhenti saat itu dan tidak ada lagi sesudahnya."
    ),
    "Customers left all at one moment: c is at the end of its range, {c}.": (
        "Semua pelanggan berhenti pada saat yang sama: c berada di ujung rentangnya, {c}."
    ),
    "Churn all but stops: c is at the end of its range, {c}.": (
        "Churn nyaris berhenti: c berada di ujung rentangnya, {c}."
    ),
    "The data do not determine the parameters, so there are no limits.": (
        "Data tidak cukup menentukan parameter, jadi tidak ada batas interval."
    ),
    (
        "Durations are not whole periods: a departure counts in the period it falls in, a "
        "customer still there for the periods completed and the part of the last one."
    ): (
        "Durasi bukan periode utuh: pelanggan yang berhenti dihitung pada periode saat ia "
        "berhenti, yang masih bertahan sebanyak periode yang selesai ditambah bagian dari periode "
        "terakhir."
    ),
    (
        "The curves of {one} and {other} cross, where the log-rank test can miss a difference: "
        "compare the shares at fixed times and the means."
    ): (
        "Kurva {one} dan {other} berpotongan, sehingga uji log-rank bisa melewatkan perbedaan: "
        "bandingkan persentase pada waktu tertentu dan rata-ratanya."
    ),
    "{group} from {time}": "{group} mulai {time}",
    "{names} and {rest} more": "{names} dan {rest} lainnya",
    "Nobody has left yet, so there are no limits: {groups}.": (
        "Belum ada yang berhenti, jadi tidak ada batas interval: {groups}."
    ),
    "The median is not reached: more than half stay: {groups}.": (
        "Median tidak tercapai karena lebih dari separuh bertahan: {groups}."
    ),
    "A time asked for lies beyond the longest follow-up, where retention is unknown: {groups}.": (
        "Waktu yang diminta melewati pengamatan terlama, sehingga retensi tidak diketahui: "
        "{groups}."
    ),
    "The follow-up is too short for the mean: {groups}.": (
        "Masa pengamatan terlalu pendek untuk rata-rata: {groups}."
    ),
    (
        "Fewer than {few} customers are still watched, so one departure moves the curve much: "
        "{groups}."
    ): (
        "Kurang dari {few} pelanggan masih diamati, jadi satu pelanggan berhenti sangat "
        "menggeser kurva: {groups}."
    ),
    (
        "Retention rises from period to period because customers likely to leave go first; no "
        "customer becomes more loyal in this model."
    ): (
        "Retensi naik dari periode ke periode karena pelanggan yang rawan berhenti pergi lebih "
        "dulu; dalam model ini tidak ada pelanggan yang menjadi lebih loyal."
    ),
    "broken quotes": "tanda kutip rusak",
    "fewer cells than the header": "sel lebih sedikit dari header",
    "more cells than the header": "sel lebih banyak dari header",
    "Lines ending with a delimiter too many were read without it.": (
        "Baris yang berakhir dengan pemisah berlebih dibaca tanpa pemisah itu."
    ),
    "Columns are split by runs of spaces.": "Kolom dipisahkan oleh deretan spasi.",
    "Columns are split by semicolons.": "Kolom dipisahkan oleh titik koma.",
    "Columns are split by vertical bars.": "Kolom dipisahkan oleh garis tegak.",
    "No delimiter fits all lines, so each line is one column.": (
        "Tidak ada pemisah yang cocok untuk semua baris, jadi tiap baris menjadi satu kolom."
    ),
    "The text is in the {encoding} encoding.": "Teks memakai encoding {encoding}.",
    "Characters that could not be read, shown as \ufffd: {n}.": (
        "Karakter yang tidak terbaca, ditampilkan sebagai \ufffd: {n}."
    ),
    (
        "The first line was read as names, but '{name}' is also a value below it. If that line "
        "is data, put a line of names above it."
    ): (
        "Baris pertama dibaca sebagai nama kolom, tetapi '{name}' juga muncul sebagai nilai di "
        "bawahnya. Jika baris itu data, tambahkan baris nama di atasnya."
    ),
    "Title lines above the header that were skipped: {n}.": (
        "Baris judul di atas header yang dilewati: {n}."
    ),
    "The first line holds data, not names, so the columns were numbered.": (
        "Baris pertama berisi data, bukan nama, jadi kolom diberi nomor."
    ),
    "Columns without a name were named: {names}.": "Kolom tanpa nama diberi nama: {names}.",
    "Columns whose name was taken were renamed: {names}.": (
        "Kolom dengan nama yang sudah terpakai diganti namanya: {names}."
    ),
    "not a record": "bukan rekaman data",
    "Cells with an error such as #N/A, read as empty: {n}.": (
        "Sel berisi error seperti #N/A, dibaca sebagai kosong: {n}."
    ),
    "the column is blank": "kolomnya kosong",
    "{share:.0%} of cells are yes or no": "{share:.0%} sel berisi ya atau tidak",
    "{share:.0%} of cells are dates": "{share:.0%} sel berisi tanggal",
    "the cells are no scores": "isinya bukan skor",
    "there are too many different values for a scale": (
        "nilai berbeda terlalu banyak untuk sebuah skala"
    ),
    "the answers end at {top}": "jawaban tertinggi adalah {top}",
    "{share:.0%} of cells are scores from 0 to 10": "{share:.0%} sel berisi skor 0 sampai 10",
    "{share:.0%} of cells are whole numbers from {low} to {high}": (
        "{share:.0%} sel berisi bilangan bulat {low} sampai {high}"
    ),
    "{share:.0%} of cells are numbers": "{share:.0%} sel berisi angka",
    "the cells are dates": "isinya tanggal",
    "the cells are sentences": "isinya kalimat",
    "the cells are dates, or yes and no": "isinya tanggal, atau ya dan tidak",
    "there are only {n} different values": "hanya ada {n} nilai berbeda",
    "{n} different values": "{n} nilai berbeda",
    "{words:.0f} words on average": "rata-rata {words:.0f} kata",
    "the cells are not sentences": "isinya bukan kalimat",
    "The dates in {column} read as day/month and as month/day: which is it?": (
        "Tanggal di {column} bisa dibaca hari/bulan maupun bulan/hari: yang mana?"
    ),
    "{column}: {codes} is taken for no answer.": "{column}: {codes} dianggap tanpa jawaban.",
    (
        "{column} looks like a scale of 1-{top}, not 0-10 (no 0 in {n} answers): NPS is asked "
        "from 0 to 10."
    ): (
        "{column} tampak seperti skala 1-{top}, bukan 0-10 (tidak ada 0 dalam {n} jawaban): NPS "
        "ditanyakan dari 0 sampai 10."
    ),
    "named like “{phrase}”; {reason}": "namanya mirip “{phrase}”; {reason}",
    "ended before it started": "berakhir sebelum mulai",
    "started after {day}": "mulai setelah {day}",
    "last observed before it started": "terakhir diamati sebelum mulai",
    "return or refund ({role} below zero)": "retur atau refund ({role} di bawah nol)",
    "cancelled order": "pesanan dibatalkan",
    "not kept by the filter {words}": "tidak lolos filter {words}",
    "{since} to {until}": "{since} hingga {until}",
    "before {day}": "sebelum {day}",
    "after {day}": "setelah {day}",
    "from {since}": "mulai {since}",
    " or ": " atau ",
    "to {until}": "hingga {until}",
}
