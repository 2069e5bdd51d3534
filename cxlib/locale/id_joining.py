"""Texts in Bahasa Indonesia: adding and joining files, saved segments."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Share of each dataset's customers that the others have": (
        "Porsi pelanggan tiap dataset yang ada di dataset lain"
    ),
    "share of customers": "porsi pelanggan",
    (
        "Each cell is the share of the different customers of the row's dataset that the "
        "column's dataset has as well. Keys are compared as the rules beside it say. All "
        "customers are counted, so there is no interval."
    ): (
        "Tiap sel adalah porsi pelanggan berbeda dari dataset pada baris yang juga ada di "
        "dataset pada kolom. Kunci dibandingkan menurut aturan di sampingnya. Semua "
        "pelanggan dihitung, jadi tidak ada selang."
    ),
    "{n} customers in both": "{n} pelanggan ada di keduanya",
    "Choose another column, or filter less.": "Pilih kolom lain, atau kurangi filter.",
    "not in the segment {name}": "bukan dalam segmen {name}",
    "in the segment {name}": "dalam segmen {name}",
    "none": "tidak ada",
    "the amount is zero": "jumlahnya nol",
    "no count can be read": "tidak ada hitungan yang dapat dibaca",
    "{file} was added to {name}.": "{file} ditambahkan ke {name}.",
    "Open a file by its path": "Buka file lewat lokasinya",
    "For large files: nothing is sent through the browser.": (
        "Untuk file besar: tidak ada yang dikirim lewat peramban."
    ),
    "Path of a file on this machine": "Lokasi file di mesin ini",
    "Open": "Buka",
    "Add a file": "Tambah file",
    (
        "The rows of a further file with the same columns, such as next month's export. "
        "Rows that are here already count once."
    ): (
        "Baris dari file lain dengan kolom yang sama, misalnya ekspor bulan depan. Baris "
        "yang sudah ada dihitung sekali."
    ),
    "Further file of {name}": "File lanjutan {name}",
    "{rows} rows, added {when} UTC": "{rows} baris, ditambahkan {when} UTC",
    "Take out": "Keluarkan",
    "{name} has the same columns as {earlier}.": (
        "{name} memiliki kolom yang sama dengan {earlier}."
    ),
    "Add its rows to {name}": "Tambahkan barisnya ke {name}",
    "Segment": "Segmen",
    "compared with": "dibandingkan dengan",
    "Upload surveys, transactions, subscriptions, events, tickets, comments, customers": (
        "Unggah survei, transaksi, langganan, kejadian, tiket, komentar, pelanggan"
    ),
    "There is no file {path} on this machine. Check the path.": (
        "Tidak ada file {path} di mesin ini. Periksa lokasinya."
    ),
    "Files": "File",
    "Quality": "Mutu",
    "Customers across files": "Pelanggan lintas file",
    "Upload a file to see what is in it and what is wrong with it.": (
        "Unggah file untuk melihat isinya dan apa yang salah di dalamnya."
    ),
    "The {n} other columns of {name} can split every dataset with customers.": (
        "{n} kolom lain dari {name} dapat membagi setiap dataset yang punya pelanggan."
    ),
    "Customers without a match": "Pelanggan tanpa padanan",
    "Customers of": "Pelanggan dari",
    "not found in": "tidak ada di",
    "{n} of {all} customers ({share:.1%})": "{n} dari {all} pelanggan ({share:.1%})",
    "Download all of them (CSV)": "Unduh semuanya (CSV)",
    "Upload a second file with a customer column to see how well the files match.": (
        "Unggah file kedua dengan kolom pelanggan untuk melihat seberapa cocok file-file itu."
    ),
    "Customers in each dataset": "Pelanggan di tiap dataset",
    "Spellings merged: ways to write a customer that the rules take for another one.": (
        "Ejaan digabung: cara menulis pelanggan yang menurut aturan sama dengan yang lain."
    ),
    "Blanks around a key never matter. When keys are compared:": (
        "Spasi di sekitar kunci tidak pernah berarti. Saat kunci dibandingkan:"
    ),
    "ignore capitals": "abaikan huruf besar",
    "Ann@Mail.com and ann@mail.com are one customer.": (
        "Ann@Mail.com dan ann@mail.com adalah satu pelanggan."
    ),
    "ignore zeros in front": "abaikan nol di depan",
    "00042 and 42 are one customer.": "00042 dan 42 adalah satu pelanggan.",
    "Rows without": "Baris tanpa",
    "Spellings merged": "Ejaan digabung",
    "More": "Lainnya",
    "Conditions on any column, joined by and or or.": (
        "Syarat pada kolom mana pun, digabung dengan dan atau atau."
    ),
    "Save these filters as a segment": "Simpan filter ini sebagai segmen",
    "{name} is saved.": "{name} disimpan.",
    "{rows} of {all} rows ({share:.1%})": "{rows} dari {all} baris ({share:.1%})",
    "{n} of {all} customers": "{n} dari {all} pelanggan",
    (
        "No segment is saved yet. Build one below: it can then filter and split every page,"
        " also those of other files with the same customers."
    ): (
        "Belum ada segmen yang disimpan. Buat satu di bawah: segmen itu lalu dapat "
        "memfilter dan membagi setiap halaman, juga untuk file lain dengan pelanggan yang "
        "sama."
    ),
    "New segment": "Segmen baru",
    "Of the rows of": "Dari baris",
    "Add a condition to begin.": "Tambahkan syarat untuk mulai.",
    "Name of the segment": "Nama segmen",
    "Save the segment": "Simpan segmen",
    "Segments": "Segmen",
    "Understand": "Pahami",
    (
        "Customers may be in this segment by something that happened after they started. "
        "Those who stay longer have more time for it, so part of the difference may be no "
        "effect at all."
    ): (
        "Pelanggan bisa masuk segmen ini karena sesuatu yang terjadi setelah mereka mulai. "
        "Yang bertahan lebih lama punya lebih banyak waktu untuk itu, jadi sebagian "
        "perbedaan mungkin bukan pengaruh sama sekali."
    ),
    "Which customers do we mean, and how do two groups of them differ?": (
        "Pelanggan mana yang kita maksud, dan apa beda dua kelompok di antaranya?"
    ),
    "Lines of nothing but delimiters that were skipped: {n}.": (
        "Baris yang hanya berisi pemisah dan dilewati: {n}."
    ),
    "totals of the rows above": "jumlah dari baris di atasnya",
    "Columns without a name or any cell that were left out: {n}.": (
        "Kolom tanpa nama dan tanpa isi yang tidak dipakai: {n}."
    ),
    "The names stand on two lines, which were joined.": (
        "Nama kolom ada di dua baris, yang digabung."
    ),
    "The two lines below the names hold question texts and import codes, no rows.": (
        "Dua baris di bawah nama berisi teks pertanyaan dan kode impor, bukan data."
    ),
    "The line below the names holds import codes, no row.": (
        "Baris di bawah nama berisi kode impor, bukan data."
    ),
    "Personal columns: {n}": "Kolom pribadi: {n}",
    "Hidden": "Disembunyikan",
    "Their cells are shown nowhere, nor exported.": (
        "Isinya tidak ditampilkan di mana pun, juga tidak diekspor."
    ),
    "Pseudonyms": "Nama samaran",
    (
        "A code stands for each value, the same wherever it occurs, so that customers can "
        "still be told apart and joined."
    ): (
        "Sebuah kode menggantikan tiap nilai, sama di mana pun muncul, sehingga pelanggan "
        "tetap dapat dibedakan dan dipadankan."
    ),
    "{name} has {n} sheets. Read:": "{name} punya {n} lembar. Baca:",
    "Read this sheet": "Baca lembar ini",
}
