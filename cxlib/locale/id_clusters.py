"""Texts in Bahasa Indonesia: clusters of customers, and lists of customers saved for every page."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A mixture of normal distributions on standardised features; the number of clusters "
        "by BIC (Fraley & Raftery, 2002), unless it was chosen by hand."
    ): (
        "Campuran distribusi normal pada fitur yang dibakukan; jumlah klaster menurut BIC "
        "(Fraley & Raftery, 2002), kecuali dipilih sendiri."
    ),
    "Automatic": "Otomatis",
    "BIC (lower is better)": "BIC (makin rendah makin baik)",
    "BIC holds one group for better than any other number.": (
        "Menurut BIC, satu kelompok lebih baik daripada jumlah lain mana pun."
    ),
    "BIC is lowest with {k} clusters": "BIC paling rendah dengan {k} klaster",
    (
        "Beside it: {n} data sets of {customers} customers without groups, in which each "
        "column keeps its values and each pair its correlation (Iman & Conover, 1982), "
        "treated in the same way. Groups are spoken of only where none of them is as clear, "
        "and the silhouette is above {weak} (Kaufman & Rousseeuw, 1990)."
    ): (
        "Pembanding: {n} kumpulan data berisi {customers} pelanggan tanpa kelompok; tiap "
        "kolom tetap memiliki nilainya dan tiap pasangan korelasinya (Iman & Conover, 1982), "
        "diperlakukan dengan cara yang sama. Kelompok dinyatakan ada hanya bila tidak satu "
        "pun di antaranya sama jelasnya dan siluet di atas {weak} (Kaufman & Rousseeuw, "
        "1990)."
    ),
    "Choose at least two features.": "Pilih paling sedikit dua fitur.",
    "Cluster": "Klaster",
    "Clusters": "Klaster",
    (
        "Clusters need a file with a customer column: orders, answers, tickets, events or "
        "contracts. Upload one on the Data page."
    ): (
        "Klaster memerlukan file dengan kolom pelanggan: pesanan, jawaban, tiket, peristiwa "
        "atau kontrak. Unggah di halaman Data."
    ),
    "Clusters of {name}": "Klaster {name}",
    "Columns shuffled (lowest to highest)": "Kolom diacak (terendah sampai tertinggi)",
    "Days known": "Hari dikenal",
    "Days silent": "Hari diam",
    "Days subscribed": "Hari berlangganan",
    (
        "Each is a snapshot: later orders or answers do not move customers until you save it "
        "again. Delete a list on the Data page."
    ): (
        "Masing-masing adalah potret sesaat: pesanan atau jawaban berikutnya tidak "
        "memindahkan pelanggan sampai Anda menyimpannya lagi. Hapus daftar di halaman Data."
    ),
    "Features": "Fitur",
    (
        "Fitted on {sample} of {n} customers, chosen by a hash of their keys; all were then "
        "given the nearest cluster."
    ): (
        "Dihitung dari {sample} dari {n} pelanggan yang dipilih menurut hash kuncinya; "
        "semuanya lalu diberi klaster terdekat."
    ),
    "Gaussian mixture": "Campuran Gauss",
    (
        "Hollow: too many of these clusters have fewer than {few} customers or 1% of them, "
        "so that this number is not chosen by itself."
    ): (
        "Kosong: terlalu banyak klaster dengan kurang dari {few} pelanggan atau 1%, sehingga "
        "jumlah ini tidak dipilih secara otomatis."
    ),
    "In other samples": "Pada sampel lain",
    "Jaccard similarity": "Kemiripan Jaccard",
    ("Keeps them as the customer list {name}: every page can then filter and compare by it."): (
        "Menyimpannya sebagai daftar pelanggan {name}: setiap halaman lalu dapat menyaring "
        "dan membandingkan menurutnya."
    ),
    "Last {score}": "{score} terakhir",
    "Like the average": "Seperti rata-rata",
    "Looking for clusters": "Mencari klaster",
    "Mean order": "Rata-rata pesanan",
    "Mean silhouette": "Rata-rata siluet",
    "Means of fewer than {few} customers are not shown.": (
        "Rata-rata dari kurang dari {few} pelanggan tidak ditampilkan."
    ),
    "Monthly fee": "Biaya bulanan",
    "No clear groups were found": "Tidak ditemukan kelompok yang jelas",
    "Number of clusters": "Jumlah klaster",
    ("Numbers about each customer, also from other files that know the customer."): (
        "Angka tentang tiap pelanggan, juga dari file lain yang mengenal pelanggan itu."
    ),
    "RFM segment": "segmen RFM",
    "RFM segments of {name}": "Segmen RFM {name}",
    (
        "Read the stability of each cluster before you use it: only stable ones would be "
        "found again in other data."
    ): (
        "Lihat kestabilan tiap klaster sebelum memakainya: hanya yang stabil akan ditemukan "
        "lagi pada data lain."
    ),
    "Replaces the list {name}, which was saved before.": (
        "Mengganti daftar {name} yang sudah disimpan."
    ),
    "Saved lists": "Daftar tersimpan",
    "Saved {n} customers. Choose “{column}” under Compare by on any page.": (
        "{n} pelanggan tersimpan. Pilih “{column}” pada pembanding di halaman mana pun."
    ),
    (
        "Shades: the cluster's mean less that of all customers, in standard deviations. "
        "Names come from the features that are at least {least} away. Limits are Student's, "
        "for means of customers like these; clusters were made to differ, so they test "
        "nothing."
    ): (
        "Warna: rata-rata klaster dikurangi rata-rata semua pelanggan, dalam simpangan baku. "
        "Nama berasal dari fitur yang jaraknya paling sedikit {least}. Batasnya batas "
        "Student untuk rata-rata pelanggan seperti ini; klaster memang dibuat berbeda, jadi "
        "batas ini tidak menguji apa pun."
    ),
    (
        "Single features tell these groups: a filter on the one that stands out says the "
        "same and is easier to explain."
    ): (
        "Satu fitur saja sudah membedakan kelompok ini: saringan pada fitur yang menonjol "
        "mengatakan hal yang sama dan lebih mudah dijelaskan."
    ),
    "Skewed features are taken as log(1 + x): {names}.": (
        "Fitur yang menceng dipakai sebagai log(1 + x): {names}."
    ),
    "Standard deviations from the mean of all": "Simpangan baku dari rata-rata semua",
    (
        "The features hang together in more than a straight line, but a mean silhouette of "
        "{value} is too low for groups."
    ): (
        "Fitur-fitur terkait lebih dari garis lurus, tetapi rata-rata siluet {value} terlalu "
        "rendah untuk kelompok."
    ),
    "The groups stand apart no more than with shuffled columns": (
        "Kelompok tidak lebih terpisah daripada dengan kolom yang diacak"
    ),
    (
        "The parts below are handy cuts through customers who differ by degrees: other data "
        "would be cut elsewhere. Use them to sort customers, not as types of customers."
    ): (
        "Bagian di bawah hanyalah potongan praktis dari pelanggan yang berbeda secara "
        "bertahap: data lain akan terpotong di tempat lain. Pakailah untuk mengurutkan "
        "pelanggan, bukan sebagai tipe pelanggan."
    ),
    "The table holds means as the files tell them, with {level} limits.": (
        "Tabel berisi rata-rata menurut file, dengan batas {level}."
    ),
    "These customers": "Pelanggan ini",
    "Use these groups everywhere": "Pakai kelompok ini di mana saja",
    "Very few customers": "Sangat sedikit pelanggan",
    "What the customers of each cluster are like": "Seperti apa pelanggan tiap klaster",
    "a pattern, its borders are not certain": "sebuah pola, batasnya tidak pasti",
    "bought lately": "baru membeli",
    "cluster": "klaster",
    "customers for long": "pelanggan lama",
    "do not trust": "jangan dipercaya",
    "few active days": "jarang aktif",
    "few tickets": "sedikit tiket",
    "high fee": "biaya tinggi",
    "high spend": "belanja tinggi",
    "high {score}": "{score} tinggi",
    "k-means": "k-means",
    (
        "k-means on standardised features (Lloyd, 1982); the number of clusters by the mean "
        "silhouette (Rousseeuw, 1987), unless it was chosen by hand."
    ): (
        "k-means pada fitur yang dibakukan (Lloyd, 1982); jumlah klaster menurut rata-rata "
        "siluet (Rousseeuw, 1987), kecuali dipilih sendiri."
    ),
    "large orders": "pesanan besar",
    "long silent": "lama diam",
    "long subscribed": "lama berlangganan",
    "low fee": "biaya rendah",
    "low spend": "belanja rendah",
    "low {score}": "{score} rendah",
    "many active days": "sering aktif",
    "many tickets": "banyak tiket",
    "never active": "tidak pernah aktif",
    "new customers": "pelanggan baru",
    "no tickets": "tanpa tiket",
    "no value: {name}": "tanpa nilai: {name}",
    "often": "sering",
    "one order": "satu pesanan",
    "seldom": "jarang",
    "small orders": "pesanan kecil",
    "stable": "stabil",
    "subscribed for short": "baru berlangganan",
    ("{better} of {n} data sets with shuffled columns are at least as clear (p = {p})."): (
        "{better} dari {n} kumpulan data dengan kolom diacak paling sedikit sama jelasnya (p "
        "= {p})."
    ),
    "{firm} of {k} clusters are stable": "{firm} dari {k} klaster stabil",
    "{firm} of {k} parts are cut alike in other samples": (
        "{firm} dari {k} bagian terpotong sama pada sampel lain"
    ),
    "{k} groups that stand apart": "{k} kelompok yang terpisah",
    "{k} groups, more than chance, that overlap": (
        "{k} kelompok, lebih dari kebetulan, yang saling tumpang tindih"
    ),
    "{name}: {share} of the customers": "{name}: {share} pelanggan",
    "{name}: {share} of the customers, {part} of the revenue": (
        "{name}: {share} pelanggan, {part} pendapatan"
    ),
    "{n} customers, saved {when} UTC from {origin}": (
        "{n} pelanggan, disimpan {when} UTC dari {origin}"
    ),
    "{n} of {all} customers have all chosen features": (
        "{n} dari {all} pelanggan punya semua fitur yang dipilih"
    ),
    (
        "{times} samples of {n} customers, drawn with replacement, are clustered anew; the "
        "Jaccard similarity of each cluster with its best likeness there is averaged "
        "(Hennig, 2007). From {stable} a cluster is stable, below {pattern} it is not to be "
        "trusted. Stable parts are no proof of groups: a long row of customers is halved at "
        "the same place each time."
    ): (
        "{times} sampel berisi {n} pelanggan, diambil dengan pengembalian, diklasterkan "
        "lagi; kemiripan Jaccard tiap klaster dengan padanan terbaiknya dirata-ratakan "
        "(Hennig, 2007). Mulai {stable} klaster stabil, di bawah {pattern} jangan dipercaya. "
        "Bagian yang stabil bukan bukti adanya kelompok: barisan pelanggan yang panjang "
        "terbelah di tempat yang sama setiap kali."
    ),
}
