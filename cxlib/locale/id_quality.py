"""Texts in Bahasa Indonesia: the quality report of a dataset."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Dates in {column} lie before 1990": "Tanggal di {column} sebelum 1990",
    "Dates in {column} lie in the future": "Tanggal di {column} ada di masa depan",
    "{column} has values far from the others: {values}": (
        "{column} memuat nilai yang jauh dari yang lain: {values}"
    ),
    "No rows on {day}": "Tidak ada baris pada {day}",
    "No rows from {first} to {last} ({days} days)": (
        "Tidak ada baris dari {first} sampai {last} ({days} hari)"
    ),
    "No rows from {first} to {last} ({days} days), and {n} more gaps": (
        "Tidak ada baris dari {first} sampai {last} ({days} hari), dan {n} celah lain"
    ),
    "{role} lies before {other}": "{role} mendahului {other}",
    "{code} in {column} looks like a code for no date": (
        "{code} di {column} tampak seperti kode tanpa tanggal"
    ),
    "{code} in {column} looks like a code for no number": (
        "{code} di {column} tampak seperti kode tanpa angka"
    ),
    "{code} in {column} is off the scale": "{code} di {column} di luar skala",
    "{column}: {reason}": "{column}: {reason}",
    "Rows equal an earlier row in every cell": "Baris sama dengan baris sebelumnya di semua sel",
    "{column} is not unique: these rows repeat one": "{column} tidak unik: baris ini mengulang",
    "Orders have no customer and are left out": "Pesanan tanpa pelanggan tidak dipakai",
    "Blank columns: {names}": "Kolom kosong: {names}",
    "Dates in {column} are written in several forms": (
        "Tanggal di {column} ditulis dalam beberapa bentuk"
    ),
    "{column} mixes currencies ({signs}), added up as one": (
        "{column} mencampur mata uang ({signs}), dijumlahkan sebagai satu"
    ),
    "{column} looks personal and is shown": "{column} tampak pribadi dan ditampilkan",
    "Day and month in {column} can be swapped; read month first": (
        "Hari dan bulan di {column} bisa tertukar; bulan dibaca dulu"
    ),
    "Day and month in {column} can be swapped; read day first": (
        "Hari dan bulan di {column} bisa tertukar; hari dibaca dulu"
    ),
    "Commas in {column} are read as decimal marks": "Koma di {column} dibaca sebagai tanda desimal",
    "Points in {column} are read as decimal marks": (
        "Titik di {column} dibaca sebagai tanda desimal"
    ),
    "The last period is cut off; it holds {share} of the rows.": (
        "Periode terakhir terpotong; isinya {share} dari semua baris."
    ),
    "Rows per day": "Baris per hari",
    "Rows per week": "Baris per minggu",
    "Rows per month": "Baris per bulan",
    "Rows per year": "Baris per tahun",
    "Rows": "Baris",
    "as {form}": "sebagai {form}",
    "in no order yet": "belum ada urutannya",
    "month first": "bulan dulu",
    "day first": "hari dulu",
    "{column} counts the answers of {score}": "{column} menghitung jawaban {score}",
    "Keep": "Pakai",
    "Leave out": "Jangan pakai",
    "Keep as guests": "Pakai sebagai tamu",
    "All count": "Semua dihitung",
    "The latest counts": "Yang terakhir dihitung",
    "Drop repeats": "Buang ulangan",
    "Treat {code} as blank": "Anggap {code} kosong",
    "Hash the column": "Samarkan kolom",
    "Hide the column": "Sembunyikan kolom",
    "Read month first": "Baca bulan dulu",
    "Read day first": "Baca hari dulu",
    "Read 1.234,5": "Baca 1.234,5",
    "Read 1,234.5": "Baca 1,234.5",
    "{role} is not read (guessed: {before})": "{role} tidak dibaca (tebakan: {before})",
    "{role} is read from {now}": "{role} dibaca dari {now}",
    "{role} is read from {now} (guessed: {before})": "{role} dibaca dari {now} (tebakan: {before})",
    "Numbers in {column} have a decimal comma": "Angka di {column} memakai koma desimal",
    "Numbers in {column} have a decimal point": "Angka di {column} memakai titik desimal",
    "the usual one": "yang biasa",
    "A low answer in {column} is good": "Jawaban rendah di {column} berarti baik",
    "A high answer in {column} is good": "Jawaban tinggi di {column} berarti baik",
    "{choice}: {option}": "{choice}: {option}",
    "{column} is hidden": "{column} disembunyikan",
    "{column} is hashed": "{column} disamarkan",
    "{column} is shown": "{column} ditampilkan",
    "Repeated rows": "Baris berulang",
    "Cancelled orders": "Pesanan dibatalkan",
    "Refunds": "Pengembalian dana",
    "Amounts of zero": "Jumlah nol",
    "Orders without a customer": "Pesanan tanpa pelanggan",
    "Several answers of one customer": "Beberapa jawaban satu pelanggan",
    "Read as {kind}, not as {guessed}": "Dibaca sebagai {kind}, bukan {guessed}",
    "{code} in {column} counts as blank": "{code} di {column} dianggap kosong",
    "{code} in {column} no longer counts as blank": "{code} di {column} tidak lagi dianggap kosong",
    "Dates in {column} are read {form}": "Tanggal di {column} dibaca {form}",
    "The scale of {column}: {scale}": "Skala {column}: {scale}",
    "Other questions of the long survey are columns": (
        "Pertanyaan lain dari survei panjang menjadi kolom"
    ),
    "blank": "kosong",
    "text": "teks",
    "key": "kunci",
    "date": "tanggal",
    "score": "skor",
    "number": "angka",
    "money": "uang",
    "yes or no": "ya atau tidak",
    "File": "Berkas",
    "Added (UTC)": "Ditambahkan (UTC)",
    "Already there": "Sudah ada",
    "Replaced": "Diganti",
    "Rows used for": "Baris dipakai untuk",
    "Used": "Dipakai",
    "Left out": "Tidak dipakai",
    "{share} of the rows": "{share} dari semua baris",
    "Rows whose cells all equal those of an earlier row.": (
        "Baris yang semua selnya sama dengan baris sebelumnya."
    ),
    "Lines below zero of an order whose number is C and digits.": (
        "Baris di bawah nol dari pesanan bernomor C dan angka."
    ),
    "Other lines with a quantity or an amount below zero.": (
        "Baris lain dengan kuantitas atau jumlah di bawah nol."
    ),
    "Lines at a price of zero: gifts and samples, or corrections.": (
        "Baris berharga nol: hadiah dan contoh, atau koreksi."
    ),
    "As guests, each such order is a customer of its own.": (
        "Sebagai tamu, setiap pesanan itu menjadi pelanggan sendiri."
    ),
    "Answers of a customer who answered again later.": (
        "Jawaban pelanggan yang menjawab lagi kemudian."
    ),
    "At most {n} rows.": "Paling banyak {n} baris.",
    "Days covered": "Hari tercakup",
    "no dates": "tanpa tanggal",
    "What needs attention": "Yang perlu diperhatikan",
    "Nothing was found.": "Tidak ada temuan.",
    "{n} more": "{n} lagi",
    "Choices": "Pilihan",
    "Changes in use": "Perubahan yang berlaku",
    "Undo": "Urungkan",
    "Reason": "Alasan",
    "Rows used (CSV)": "Baris dipakai (CSV)",
    "Rows left out (CSV)": "Baris tidak dipakai (CSV)",
    "Rows left out": "Baris tidak dipakai",
    "Every row is used.": "Semua baris dipakai.",
    "Columns": "Kolom",
    "Role": "Peran",
    "Type": "Jenis",
    "Filled": "Terisi",
    "Distinct": "Berbeda",
    "Examples": "Contoh",
}
