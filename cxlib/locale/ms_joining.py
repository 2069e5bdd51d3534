"""Texts in Bahasa Melayu: adding and joining files, saved segments."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Share of each dataset's customers that the others have": (
        "Bahagian pelanggan setiap set data yang ada dalam set data lain"
    ),
    "share of customers": "bahagian pelanggan",
    (
        "Each cell is the share of the different customers of the row's dataset that the "
        "column's dataset has as well. Keys are compared as the rules beside it say. All "
        "customers are counted, so there is no interval."
    ): (
        "Setiap sel ialah bahagian pelanggan berbeza daripada set data pada baris yang "
        "turut ada dalam set data pada lajur. Kunci dibandingkan mengikut peraturan di "
        "sebelahnya. Semua pelanggan dikira, jadi tiada selang."
    ),
    "{n} customers in both": "{n} pelanggan ada dalam kedua-duanya",
    "Choose another column, or filter less.": "Pilih lajur lain, atau kurangkan penapis.",
    "not in the segment {name}": "bukan dalam segmen {name}",
    "in the segment {name}": "dalam segmen {name}",
    "none": "tiada",
    "the amount is zero": "amaunnya sifar",
    "no count can be read": "tiada kiraan yang boleh dibaca",
    "{file} was added to {name}.": "{file} telah ditambah kepada {name}.",
    "Open a file by its path": "Buka fail melalui laluannya",
    "For large files: nothing is sent through the browser.": (
        "Untuk fail besar: tiada apa-apa dihantar melalui pelayar."
    ),
    "Path of a file on this machine": "Laluan fail pada mesin ini",
    "Open": "Buka",
    "Add a file": "Tambah fail",
    (
        "The rows of a further file with the same columns, such as next month's export. "
        "Rows that are here already count once."
    ): (
        "Baris daripada fail lain dengan lajur yang sama, contohnya eksport bulan depan. "
        "Baris yang sudah ada dikira sekali."
    ),
    "Further file of {name}": "Fail lanjutan {name}",
    "{rows} rows, added {when} UTC": "{rows} baris, ditambah {when} UTC",
    "Take out": "Keluarkan",
    "{name} has the same columns as {earlier}.": (
        "{name} mempunyai lajur yang sama dengan {earlier}."
    ),
    "Add its rows to {name}": "Tambah barisnya kepada {name}",
    "Segment": "Segmen",
    "compared with": "dibandingkan dengan",
    "Upload surveys, transactions, subscriptions, events, tickets, comments, customers": (
        "Muat naik tinjauan, transaksi, langganan, peristiwa, tiket, komen, pelanggan"
    ),
    "There is no file {path} on this machine. Check the path.": (
        "Tiada fail {path} pada mesin ini. Semak laluannya."
    ),
    "Files": "Fail",
    "Quality": "Kualiti",
    "Customers across files": "Pelanggan merentas fail",
    "Upload a file to see what is in it and what is wrong with it.": (
        "Muat naik fail untuk melihat isinya dan apa yang tidak kena dengannya."
    ),
    "The {n} other columns of {name} can split every dataset with customers.": (
        "{n} lajur lain daripada {name} boleh membahagikan setiap set data yang ada pelanggan."
    ),
    "Customers without a match": "Pelanggan tanpa padanan",
    "Customers of": "Pelanggan daripada",
    "not found in": "tidak ada dalam",
    "{n} of {all} customers ({share:.1%})": "{n} daripada {all} pelanggan ({share:.1%})",
    "Download all of them (CSV)": "Muat turun kesemuanya (CSV)",
    "Upload a second file with a customer column to see how well the files match.": (
        "Muat naik fail kedua dengan lajur pelanggan untuk melihat sejauh mana fail-fail "
        "itu sepadan."
    ),
    "Customers in each dataset": "Pelanggan dalam setiap set data",
    "Spellings merged: ways to write a customer that the rules take for another one.": (
        "Ejaan digabung: cara menulis pelanggan yang menurut peraturan sama dengan yang lain."
    ),
    "Blanks around a key never matter. When keys are compared:": (
        "Ruang kosong di sekeliling kunci tidak pernah penting. Apabila kunci dibandingkan:"
    ),
    "ignore capitals": "abaikan huruf besar",
    "Ann@Mail.com and ann@mail.com are one customer.": (
        "Ann@Mail.com dan ann@mail.com ialah satu pelanggan."
    ),
    "ignore zeros in front": "abaikan sifar di hadapan",
    "00042 and 42 are one customer.": "00042 dan 42 ialah satu pelanggan.",
    "Rows without": "Baris tanpa",
    "Spellings merged": "Ejaan digabung",
    "More": "Lagi",
    "Conditions on any column, joined by and or or.": (
        "Syarat pada mana-mana lajur, digabung dengan dan atau atau."
    ),
    "Save these filters as a segment": "Simpan penapis ini sebagai segmen",
    "{name} is saved.": "{name} disimpan.",
    "{rows} of {all} rows ({share:.1%})": "{rows} daripada {all} baris ({share:.1%})",
    "{n} of {all} customers": "{n} daripada {all} pelanggan",
    (
        "No segment is saved yet. Build one below: it can then filter and split every page,"
        " also those of other files with the same customers."
    ): (
        "Belum ada segmen disimpan. Bina satu di bawah: segmen itu kemudian boleh menapis "
        "dan membahagikan setiap halaman, juga untuk fail lain dengan pelanggan yang sama."
    ),
    "New segment": "Segmen baharu",
    "Of the rows of": "Daripada baris",
    "Add a condition to begin.": "Tambah syarat untuk bermula.",
    "Name of the segment": "Nama segmen",
    "Save the segment": "Simpan segmen",
    "Segments": "Segmen",
    "Understand": "Fahami",
    (
        "Customers may be in this segment by something that happened after they started. "
        "Those who stay longer have more time for it, so part of the difference may be no "
        "effect at all."
    ): (
        "Pelanggan mungkin berada dalam segmen ini kerana sesuatu yang berlaku selepas "
        "mereka bermula. Mereka yang kekal lebih lama mempunyai lebih banyak masa untuknya,"
        " jadi sebahagian perbezaan mungkin bukan kesan langsung."
    ),
    "Which customers do we mean, and how do two groups of them differ?": (
        "Pelanggan mana yang kita maksudkan, dan bagaimana dua kumpulan mereka berbeza?"
    ),
    "Lines of nothing but delimiters that were skipped: {n}.": (
        "Baris yang hanya mengandungi pemisah dan dilangkau: {n}."
    ),
    "totals of the rows above": "jumlah bagi baris di atas",
    "Columns without a name or any cell that were left out: {n}.": (
        "Lajur tanpa nama dan tanpa isi yang tidak digunakan: {n}."
    ),
    "The names stand on two lines, which were joined.": (
        "Nama lajur berada pada dua baris, yang digabungkan."
    ),
    "The two lines below the names hold question texts and import codes, no rows.": (
        "Dua baris di bawah nama mengandungi teks soalan dan kod import, bukan data."
    ),
    "The line below the names holds import codes, no row.": (
        "Baris di bawah nama mengandungi kod import, bukan data."
    ),
    "Personal columns: {n}": "Lajur peribadi: {n}",
    "Hidden": "Disembunyikan",
    "Their cells are shown nowhere, nor exported.": (
        "Isinya tidak dipaparkan di mana-mana, dan tidak dieksport."
    ),
    "Pseudonyms": "Nama samaran",
    (
        "A code stands for each value, the same wherever it occurs, so that customers can "
        "still be told apart and joined."
    ): (
        "Satu kod menggantikan setiap nilai, sama di mana-mana ia muncul, supaya pelanggan "
        "masih boleh dibezakan dan dipadankan."
    ),
    "{name} has {n} sheets. Read:": "{name} ada {n} helaian. Baca:",
    "Read this sheet": "Baca helaian ini",
}
