"""Texts in Bahasa Melayu: notes of reading files, of columns, of rows and of models."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Customers were watched for {periods} periods; what the model says beyond is a projection.": (
        "Pelanggan dipantau selama {periods} tempoh; angka model selepas itu ialah unjuran."
    ),
    "Customers who left at duration 0 count with the first payment: {n}.": (
        "Pelanggan yang berhenti pada jangka masa 0 dikira dengan bayaran pertama: {n}."
    ),
    "Nobody left while payments were due, so there are no limits.": (
        "Tiada sesiapa berhenti dalam tempoh bayaran, maka tiada had selang."
    ),
    "The search for the spend model did not settle; its values are rough.": (
        "Pencarian model perbelanjaan tidak menumpu; nilainya kasar."
    ),
    (
        "A few customers spend so much more than the rest that the model has no mean; customers "
        "without a repeat purchase get the mean of those with one."
    ): (
        "Beberapa pelanggan berbelanja jauh lebih banyak daripada yang lain sehingga model tiada "
        "purata; pelanggan tanpa pembelian berulang menggunakan purata pelanggan yang membeli "
        "semula."
    ),
    (
        "Frequency and amount are correlated ({correlation}); the model takes them as "
        "independent, so values of the most frequent buyers are biased."
    ): (
        "Kekerapan dan amaun berkorelasi ({correlation}); model menganggap kedua-duanya tidak "
        "bersandar, maka nilai bagi pembeli paling kerap menjadi pincang."
    ),
    "{n} repeat buyers whose amounts sum to 0 or less are not in the spend model.": (
        "{n} pembeli berulang dengan jumlah amaun 0 atau kurang tidak termasuk dalam model "
        "perbelanjaan."
    ),
    "Customers hardly differ in what they spend, or each hardly varies.": (
        "Perbelanjaan antara pelanggan hampir tidak berbeza, atau perbelanjaan setiap pelanggan "
        "hampir tidak berubah."
    ),
    "Chosen for the highest log-likelihood: {shown}.": (
        "Dipilih kerana log kebolehjadian tertinggi: {shown}."
    ),
    "The search did not settle on a maximum; treat the values as rough.": (
        "Pencarian tidak mencapai maksimum; anggap nilainya kasar."
    ),
    (
        "These data do not pin down {names}: the likelihood rises to the edge of the range "
        "searched."
    ): (
        "Data ini tidak dapat menentukan {names}: kebolehjadian meningkat hingga ke tepi julat "
        "pencarian."
    ),
    "Few customers bought again ({n}): all values are rough.": (
        "Sedikit pelanggan yang membeli semula ({n}): semua nilai kasar."
    ),
    "One customer made {share} of all repeat purchases, and the values lean on it; "
    "try without it.": (
        "Seorang pelanggan membuat {share} daripada semua pembelian ulangan, dan "
        "nilainya bergantung padanya; cuba tanpa pelanggan itu."
    ),
    "Only {n} of {total} customers bought in the later half of the time observed: "
    "check that the last dates are right, or end the observation earlier.": (
        "Hanya {n} daripada {total} pelanggan membeli pada separuh akhir tempoh pemerhatian: "
        "semak sama ada tarikh-tarikh terakhir betul, atau tamatkan pemerhatian lebih awal."
    ),
    (
        "No drop-out is visible in this window; the model reduces to beta-binomial purchases, in "
        "which nobody leaves."
    ): (
        "Tiada pelanggan kelihatan berhenti dalam tempoh ini; model menjadi pembelian "
        "beta-binomial, tanpa pelanggan yang berhenti."
    ),
    (
        "No drop-out is visible in this window; the model reduces to NBD purchases, in which "
        "nobody leaves."
    ): (
        "Tiada pelanggan kelihatan berhenti dalam tempoh ini; model menjadi pembelian NBD, tanpa "
        "pelanggan yang berhenti."
    ),
    "There is one customer only, so drawing customers anew gives limits without width.": (
        "Hanya ada seorang pelanggan, jadi menarik semula pelanggan memberi had tanpa lebar."
    ),
    (
        "BG/NBD takes customers without a repeat purchase to be still there, P(alive) = 1; "
        "MBG/NBD does not."
    ): (
        "BG/NBD menganggap pelanggan tanpa pembelian berulang masih kekal, P(alive) = 1; MBG/NBD "
        "tidak."
    ),
    "The search settled on a clear maximum of the likelihood.": (
        "Pencarian mencapai maksimum kebolehjadian yang jelas."
    ),
    "The likelihood is nearly flat: other values fit these data as well.": (
        "Kebolehjadian hampir mendatar: nilai lain juga sesuai dengan data ini."
    ),
    (
        "No differences between customers show in the departures: the model reduces to one in "
        "which all leave with the same chance, {share} in the first period. Only alpha / (alpha "
        "+ beta) has a meaning."
    ): (
        "Corak berhenti tidak menunjukkan perbezaan antara pelanggan: model menjadi model dengan "
        "kebarangkalian berhenti yang sama bagi semua, {share} dalam tempoh pertama. Hanya alpha "
        "/ (alpha + beta) yang bermakna."
    ),
    (
        "Customers left in the first period or not at all: the model reduces to {share} leaving "
        "then and nobody later."
    ): (
        "Pelanggan berhenti dalam tempoh pertama atau tidak langsung: mengikut model, {share} "
        "berhenti ketika itu dan tiada lagi selepasnya."
    ),
    "Customers left all at one moment: c is at the end of its range, {c}.": (
        "Semua pelanggan berhenti pada masa yang sama: c berada di hujung julatnya, {c}."
    ),
    "Churn all but stops: c is at the end of its range, {c}.": (
        "Churn hampir terhenti: c berada di hujung julatnya, {c}."
    ),
    "The data do not determine the parameters, so there are no limits.": (
        "Data tidak dapat menentukan parameter, maka tiada had selang."
    ),
    (
        "Durations are not whole periods: a departure counts in the period it falls in, a "
        "customer still there for the periods completed and the part of the last one."
    ): (
        "Jangka masa bukan tempoh penuh: pelanggan yang berhenti dikira dalam tempoh dia "
        "berhenti, yang masih kekal sebanyak tempoh yang selesai serta sebahagian tempoh terakhir."
    ),
    (
        "The curves of {one} and {other} cross, where the log-rank test can miss a difference: "
        "compare the shares at fixed times and the means."
    ): (
        "Keluk {one} dan {other} bersilang, maka ujian log-rank boleh terlepas perbezaan: "
        "bandingkan peratusan pada masa tertentu dan puratanya."
    ),
    "{group} from {time}": "{group} mulai {time}",
    "{names} and {rest} more": "{names} dan {rest} lagi",
    "Nobody has left yet, so there are no limits: {groups}.": (
        "Belum ada yang berhenti, maka tiada had selang: {groups}."
    ),
    "The median is not reached: more than half stay: {groups}.": (
        "Median tidak tercapai kerana lebih separuh masih kekal: {groups}."
    ),
    "A time asked for lies beyond the longest follow-up, where retention is unknown: {groups}.": (
        "Masa yang diminta melepasi pemantauan terpanjang, maka pengekalan tidak diketahui: "
        "{groups}."
    ),
    "The follow-up is too short for the mean: {groups}.": (
        "Tempoh pemantauan terlalu pendek untuk purata: {groups}."
    ),
    (
        "Fewer than {few} customers are still watched, so one departure moves the curve much: "
        "{groups}."
    ): (
        "Kurang daripada {few} pelanggan masih dipantau, maka seorang yang berhenti banyak "
        "mengubah keluk: {groups}."
    ),
    (
        "Retention rises from period to period because customers likely to leave go first; no "
        "customer becomes more loyal in this model."
    ): (
        "Pengekalan meningkat dari tempoh ke tempoh kerana pelanggan yang cenderung berhenti "
        "pergi dahulu; dalam model ini tiada pelanggan menjadi lebih setia."
    ),
    "broken quotes": "tanda petikan rosak",
    "fewer cells than the header": "sel kurang daripada pengepala",
    "more cells than the header": "sel lebih daripada pengepala",
    "Lines ending with a delimiter too many were read without it.": (
        "Baris yang berakhir dengan pemisah berlebihan dibaca tanpa pemisah itu."
    ),
    "Columns are split by runs of spaces.": "Lajur dipisahkan oleh deretan ruang kosong.",
    "Columns are split by semicolons.": "Lajur dipisahkan oleh koma bertitik.",
    "Columns are split by vertical bars.": "Lajur dipisahkan oleh palang menegak.",
    "No delimiter fits all lines, so each line is one column.": (
        "Tiada pemisah yang sesuai untuk semua baris, maka setiap baris menjadi satu lajur."
    ),
    "The text is in the {encoding} encoding.": "Teks menggunakan pengekodan {encoding}.",
    "Characters that could not be read, shown as \ufffd: {n}.": (
        "Aksara yang tidak dapat dibaca, dipaparkan sebagai \ufffd: {n}."
    ),
    (
        "The first line was read as names, but '{name}' is also a value below it. If that line "
        "is data, put a line of names above it."
    ): (
        "Baris pertama dibaca sebagai nama lajur, tetapi '{name}' juga muncul sebagai nilai di "
        "bawahnya. Jika baris itu data, tambah baris nama di atasnya."
    ),
    "Title lines above the header that were skipped: {n}.": (
        "Baris tajuk di atas pengepala yang dilangkau: {n}."
    ),
    "The first line holds data, not names, so the columns were numbered.": (
        "Baris pertama mengandungi data, bukan nama, maka lajur dinomborkan."
    ),
    "Columns without a name were named: {names}.": "Lajur tanpa nama diberi nama: {names}.",
    "Columns whose name was taken were renamed: {names}.": (
        "Lajur dengan nama yang sudah digunakan dinamakan semula: {names}."
    ),
    "not a record": "bukan rekod",
    "Cells with an error such as #N/A, read as empty: {n}.": (
        "Sel dengan ralat seperti #N/A, dibaca sebagai kosong: {n}."
    ),
    "the column is blank": "lajurnya kosong",
    "{share:.0%} of cells are yes or no": "{share:.0%} sel ialah ya atau tidak",
    "{share:.0%} of cells are dates": "{share:.0%} sel ialah tarikh",
    "the cells are no scores": "kandungannya bukan skor",
    "there are too many different values for a scale": (
        "terlalu banyak nilai berbeza untuk satu skala"
    ),
    "the answers end at {top}": "jawapan tertinggi ialah {top}",
    "{share:.0%} of cells are scores from 0 to 10": "{share:.0%} sel ialah skor 0 hingga 10",
    "{share:.0%} of cells are whole numbers from {low} to {high}": (
        "{share:.0%} sel ialah nombor bulat {low} hingga {high}"
    ),
    "{share:.0%} of cells are numbers": "{share:.0%} sel ialah nombor",
    "the cells are dates": "kandungannya tarikh",
    "the cells are sentences": "kandungannya ayat",
    "the cells are dates, or yes and no": "kandungannya tarikh, atau ya dan tidak",
    "there are only {n} different values": "hanya ada {n} nilai berbeza",
    "{n} different values": "{n} nilai berbeza",
    "{words:.0f} words on average": "purata {words:.0f} patah perkataan",
    "the cells are not sentences": "kandungannya bukan ayat",
    "The dates in {column} read as day/month and as month/day: which is it?": (
        "Tarikh dalam {column} boleh dibaca hari/bulan atau bulan/hari: yang mana satu?"
    ),
    "{column}: {codes} is taken for no answer.": "{column}: {codes} dianggap tiada jawapan.",
    (
        "{column} looks like a scale of 1-{top}, not 0-10 (no 0 in {n} answers): NPS is asked "
        "from 0 to 10."
    ): (
        "{column} kelihatan seperti skala 1-{top}, bukan 0-10 (tiada 0 dalam {n} jawapan): NPS "
        "ditanya dari 0 hingga 10."
    ),
    "named like “{phrase}”; {reason}": "namanya seperti “{phrase}”; {reason}",
    "ended before it started": "tamat sebelum bermula",
    "started after {day}": "bermula selepas {day}",
    "last observed before it started": "kali terakhir dipantau sebelum bermula",
    "return or refund ({role} below zero)": "pemulangan atau bayaran balik ({role} di bawah sifar)",
    "cancelled order": "pesanan dibatalkan",
    "not kept by the filter {words}": "tidak melepasi penapis {words}",
    "{since} to {until}": "{since} hingga {until}",
    "before {day}": "sebelum {day}",
    "after {day}": "selepas {day}",
    "from {since}": "mulai {since}",
    " or ": " atau ",
    "to {until}": "hingga {until}",
}
