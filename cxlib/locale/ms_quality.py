"""Texts in Bahasa Melayu: the quality report of a dataset."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Dates in {column} lie before 1990": "Tarikh dalam {column} sebelum 1990",
    "Dates in {column} lie in the future": "Tarikh dalam {column} pada masa hadapan",
    "{column} has values far from the others: {values}": (
        "{column} ada nilai yang jauh daripada yang lain: {values}"
    ),
    "No rows on {day}": "Tiada baris pada {day}",
    "No rows from {first} to {last} ({days} days)": (
        "Tiada baris dari {first} hingga {last} ({days} hari)"
    ),
    "No rows from {first} to {last} ({days} days), and {n} more gaps": (
        "Tiada baris dari {first} hingga {last} ({days} hari), dan {n} jurang lain"
    ),
    "{role} lies before {other}": "{role} mendahului {other}",
    "{code} in {column} looks like a code for no date": (
        "{code} dalam {column} nampak seperti kod tanpa tarikh"
    ),
    "{code} in {column} looks like a code for no number": (
        "{code} dalam {column} nampak seperti kod tanpa nombor"
    ),
    "{code} in {column} is off the scale": "{code} dalam {column} di luar skala",
    "{column}: {reason}": "{column}: {reason}",
    "Rows equal an earlier row in every cell": "Baris sama dengan baris terdahulu dalam semua sel",
    "{column} is not unique: these rows repeat one": "{column} tidak unik: baris ini berulang",
    "Orders have no customer and are left out": "Pesanan tanpa pelanggan tidak digunakan",
    "Blank columns: {names}": "Lajur kosong: {names}",
    "Dates in {column} are written in several forms": (
        "Tarikh dalam {column} ditulis dalam beberapa bentuk"
    ),
    "{column} mixes currencies ({signs}), added up as one": (
        "{column} mencampurkan mata wang ({signs}), dijumlahkan sebagai satu"
    ),
    "{column} looks personal and is shown": "{column} nampak peribadi dan dipaparkan",
    "Day and month in {column} can be swapped; read month first": (
        "Hari dan bulan dalam {column} boleh tertukar; bulan dibaca dahulu"
    ),
    "Day and month in {column} can be swapped; read day first": (
        "Hari dan bulan dalam {column} boleh tertukar; hari dibaca dahulu"
    ),
    "Commas in {column} are read as decimal marks": (
        "Koma dalam {column} dibaca sebagai tanda perpuluhan"
    ),
    "Points in {column} are read as decimal marks": (
        "Titik dalam {column} dibaca sebagai tanda perpuluhan"
    ),
    "The last period is cut off; it holds {share} of the rows.": (
        "Tempoh terakhir terpotong; isinya {share} daripada semua baris."
    ),
    "Rows per day": "Baris sehari",
    "Rows per week": "Baris seminggu",
    "Rows per month": "Baris sebulan",
    "Rows per year": "Baris setahun",
    "Rows": "Baris",
    "as {form}": "sebagai {form}",
    "in no order yet": "belum ada turutannya",
    "month first": "bulan dahulu",
    "day first": "hari dahulu",
    "{column} counts the answers of {score}": "{column} mengira jawapan {score}",
    "Keep": "Guna",
    "Leave out": "Jangan guna",
    "Keep as guests": "Guna sebagai tetamu",
    "All count": "Semua dikira",
    "The latest counts": "Yang terkini dikira",
    "Drop repeats": "Buang ulangan",
    "Treat {code} as blank": "Anggap {code} kosong",
    "Hash the column": "Samarkan lajur",
    "Hide the column": "Sembunyikan lajur",
    "Read month first": "Baca bulan dahulu",
    "Read day first": "Baca hari dahulu",
    "Read 1.234,5": "Baca 1.234,5",
    "Read 1,234.5": "Baca 1,234.5",
    "{role} is not read (guessed: {before})": "{role} tidak dibaca (tekaan: {before})",
    "{role} is read from {now}": "{role} dibaca dari {now}",
    "{role} is read from {now} (guessed: {before})": "{role} dibaca dari {now} (tekaan: {before})",
    "Numbers in {column} have a decimal comma": "Nombor dalam {column} memakai koma perpuluhan",
    "Numbers in {column} have a decimal point": "Nombor dalam {column} memakai titik perpuluhan",
    "the usual one": "yang biasa",
    "A low answer in {column} is good": "Jawapan rendah dalam {column} bermaksud baik",
    "A high answer in {column} is good": "Jawapan tinggi dalam {column} bermaksud baik",
    "{choice}: {option}": "{choice}: {option}",
    "{column} is hidden": "{column} disembunyikan",
    "{column} is hashed": "{column} disamarkan",
    "{column} is shown": "{column} dipaparkan",
    "Repeated rows": "Baris berulang",
    "Cancelled orders": "Pesanan dibatalkan",
    "Refunds": "Bayaran balik",
    "Amounts of zero": "Jumlah sifar",
    "Orders without a customer": "Pesanan tanpa pelanggan",
    "Several answers of one customer": "Beberapa jawapan seorang pelanggan",
    "Read as {kind}, not as {guessed}": "Dibaca sebagai {kind}, bukan {guessed}",
    "{code} in {column} counts as blank": "{code} dalam {column} dianggap kosong",
    "{code} in {column} no longer counts as blank": (
        "{code} dalam {column} tidak lagi dianggap kosong"
    ),
    "Dates in {column} are read {form}": "Tarikh dalam {column} dibaca {form}",
    "The scale of {column}: {scale}": "Skala {column}: {scale}",
    "Other questions of the long survey are columns": (
        "Soalan lain daripada tinjauan panjang menjadi lajur"
    ),
    "blank": "kosong",
    "text": "teks",
    "key": "kunci",
    "date": "tarikh",
    "score": "skor",
    "number": "nombor",
    "money": "wang",
    "yes or no": "ya atau tidak",
    "File": "Fail",
    "Added (UTC)": "Ditambah (UTC)",
    "Already there": "Sudah ada",
    "Replaced": "Diganti",
    "Rows used for": "Baris digunakan untuk",
    "Used": "Digunakan",
    "Left out": "Tidak digunakan",
    "{share} of the rows": "{share} daripada semua baris",
    "Rows whose cells all equal those of an earlier row.": (
        "Baris yang semua selnya sama dengan baris terdahulu."
    ),
    "Lines below zero of an order whose number is C and digits.": (
        "Baris di bawah sifar bagi pesanan bernombor C dan angka."
    ),
    "Other lines with a quantity or an amount below zero.": (
        "Baris lain dengan kuantiti atau jumlah di bawah sifar."
    ),
    "Lines at a price of zero: gifts and samples, or corrections.": (
        "Baris berharga sifar: hadiah dan sampel, atau pembetulan."
    ),
    "As guests, each such order is a customer of its own.": (
        "Sebagai tetamu, setiap pesanan itu menjadi pelanggan sendiri."
    ),
    "Answers of a customer who answered again later.": (
        "Jawapan pelanggan yang menjawab semula kemudian."
    ),
    "At most {n} rows.": "Paling banyak {n} baris.",
    "Days covered": "Hari diliputi",
    "no dates": "tiada tarikh",
    "What needs attention": "Yang perlu diberi perhatian",
    "Nothing was found.": "Tiada penemuan.",
    "{n} more": "{n} lagi",
    "Choices": "Pilihan",
    "Changes in use": "Perubahan yang digunakan",
    "Undo": "Buat asal",
    "Reason": "Sebab",
    "Rows used (CSV)": "Baris digunakan (CSV)",
    "Rows left out (CSV)": "Baris tidak digunakan (CSV)",
    "Rows left out": "Baris tidak digunakan",
    "Every row is used.": "Semua baris digunakan.",
    "Columns": "Lajur",
    "Role": "Peranan",
    "Type": "Jenis",
    "Filled": "Berisi",
    "Distinct": "Berbeza",
    "Examples": "Contoh",
}
